"""How the tables came about. In: a database; out: the tables of today. Safe to run twice."""

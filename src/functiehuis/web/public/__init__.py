"""The public edition: the book in force of an organisation that opened it, for everybody, read-only.

In: requests of anybody. Out: the pages of the book, as a reader without an account sees them. Refuses, as if it were not there, whatever is not open.
"""

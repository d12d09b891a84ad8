"""Where a house is kept: tables in SQLite or PostgreSQL.

In: records of ``model.house`` with the happening that explains them. Out: the same records. Refuses what is not there (UnknownItemError), what somebody
else changed first (ConflictError) and any change without a happening. Nothing else in the product touches tables.
"""

"""One file with many short texts -> its rows, one by one and in the order of the file.

In: the path of a .jsonl, .ndjson, .json, .csv, .tsv or .xlsx. Out: a Row for each text (a Record for each row of any table), a BadRow with a Dutch reason for
what cannot be used.
Refuses with UnreadableError a file that cannot be used at all.
"""

from functiehuis.documents.rows.reading import count_rows, read_records, read_rows
from functiehuis.documents.rows.row import BadRow, Record, Row, guarded, unguarded

__all__ = ["BadRow", "Record", "Row", "count_rows", "guarded", "read_records", "read_rows", "unguarded"]

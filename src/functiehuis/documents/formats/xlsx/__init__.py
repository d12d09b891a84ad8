"""Workbooks of Excel (.xlsx), written row by row.

In: the sheets with their columns, then rows of text and numbers. Out: a file, the same bytes for the same rows. Refuses nothing; a disk that does is told with
OSError.
"""

from functiehuis.documents.formats.xlsx.writer import Cell, Column, Sheet, Workbook, write

__all__ = ["Cell", "Column", "Sheet", "Workbook", "write"]

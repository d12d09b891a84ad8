"""Workbooks of Excel (.xlsx), written row by row and read row by row.

Writing: in the sheets with their columns, then rows of text and numbers; out a file, the same bytes for the same rows. It refuses nothing; a disk that does is
told with OSError. Reading: in the bytes of a workbook; out the rows of its sheets, with bold and italic; refuses with UnreadableError what is old, encrypted,
broken or unsafe.
"""

from functiehuis.documents.formats.xlsx.reader import OddCell, SheetRow, Value, read
from functiehuis.documents.formats.xlsx.writer import CELL_SIGNS, LOSSES, Cell, Column, Sheet, Workbook, write

__all__ = ["CELL_SIGNS", "LOSSES", "Cell", "Column", "OddCell", "Sheet", "SheetRow", "Value", "Workbook", "read", "write"]

"""A book as a workbook of Excel, made to be edited by people who know Excel.

In: a FunctionBook, with what was made from it (matrix, ladders, findings), or the bytes of a workbook. Out: bytes, or a FunctionBook: reading what was
written gives the same book, but for where its texts stood in the source. Refuses with InvalidBookError a workbook of another form, naming sheet and row.
"""

from functiehuis.library.workbooks.derived import derived_sheets
from functiehuis.library.workbooks.reading import read_workbook
from functiehuis.library.workbooks.writing import workbook_bytes

__all__ = ["derived_sheets", "read_workbook", "workbook_bytes"]

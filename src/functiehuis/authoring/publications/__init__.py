"""Book -> Document, in the order and with the headings of its system.

In: a FunctionBook and its BookSystem. Out: a Document that any writer can write, or the data of its paper form; reading it again gives the same book.
Refuses nothing.
"""

from functiehuis.authoring.publications.layout import book_document
from functiehuis.authoring.publications.paper import called, paper_data

__all__ = ["book_document", "called", "paper_data"]

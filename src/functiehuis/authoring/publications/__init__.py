"""Book -> Document, in the order and with the headings of its system.

In: a FunctionBook and its BookSystem. Out: a Document that any writer can write; reading it again gives the same book. Refuses nothing.
"""

from functiehuis.authoring.publications.layout import book_document

__all__ = ["book_document"]

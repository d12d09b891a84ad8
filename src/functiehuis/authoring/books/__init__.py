"""Document -> BookReading.

In: a Document of any format and the systems to read it with. Out: a BookReading: the book, with leftovers, and findings on how it was read.
Refuses a document without a single description with NotABookError. Nothing that was not understood is dropped: it is in ``book.leftovers``.
"""

from functiehuis.authoring.books.build import BookReading, build_book, choose_system
from functiehuis.authoring.books.doubts import kept_findings

__all__ = ["BookReading", "build_book", "choose_system", "kept_findings"]

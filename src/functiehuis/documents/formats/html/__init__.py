"""Web pages: read, those that Word saves too, and a whole website written.

Reading: in the bytes of a page, out a Document; refuses with UnreadableError what is too large, nested too deep or without text.
Writing: in a website as data, out its files; the page ``alles.html`` holds the whole book and reads back as the same book. Refuses nothing.
"""

from functiehuis.documents.formats.html.reader import read
from functiehuis.documents.formats.html.writer import LOSSES, WHOLE, write

__all__ = ["LOSSES", "WHOLE", "read", "write"]

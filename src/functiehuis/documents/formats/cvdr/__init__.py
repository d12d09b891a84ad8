"""Official publications of Dutch regulations (CVDR XML). In: bytes; out: a Document, and back. Refuses with UnreadableError what is no regulation."""

from functiehuis.documents.formats.cvdr.reader import read
from functiehuis.documents.formats.cvdr.writer import LOSSES, Publisher, write

__all__ = ["LOSSES", "Publisher", "read", "write"]

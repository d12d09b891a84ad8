"""Plain text with or without light Markdown. In: bytes; out: a Document, and back. Refuses binary data and texts that are too large with UnreadableError."""

from functiehuis.documents.formats.markdown.reader import read
from functiehuis.documents.formats.markdown.writer import LOSSES, write

__all__ = ["LOSSES", "read", "write"]

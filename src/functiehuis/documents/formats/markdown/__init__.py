"""Plain text with or without light Markdown. In: bytes; out: a Document. Refuses binary data and texts that are too large with UnreadableError."""

from functiehuis.documents.formats.markdown.reader import read

__all__ = ["read"]

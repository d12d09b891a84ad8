"""Word files (.docx, .docm, .dotx)."""

from functiehuis.documents.formats.docx.reader import read

__all__ = ["read"]

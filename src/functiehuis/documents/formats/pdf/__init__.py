"""PDF files: in the bytes of a file, out a Document; refuses broken, encrypted, too large and picture-only files with UnreadableError.

The layout alone is interpreted (``characters`` > ``lines`` > ``furniture`` > ``tables`` and ``blocks``), never what the words say.
"""

from functiehuis.documents.formats.pdf.reader import read

__all__ = ["read"]

"""Official publications of Dutch regulations (CVDR XML)."""

from functiehuis.documents.formats.cvdr.reader import read

__all__ = ["read"]

"""Web pages, those that Word saves too."""

from functiehuis.documents.formats.html.reader import read

__all__ = ["read"]

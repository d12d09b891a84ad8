"""Word files (.docx, .docm, .dotx): read and written.

Reading: in bytes; out a Document; refuses with UnreadableError what is broken, encrypted, unsafe or without text. Writing: in a Document, what paper adds to it
and perhaps a template; out the bytes of a file; refuses a template that cannot be used with UnreadableError.
"""

from functiehuis.documents.formats.docx.reader import read
from functiehuis.documents.formats.docx.template import Template
from functiehuis.documents.formats.docx.writer import LOSSES, write

__all__ = ["LOSSES", "Template", "read", "write"]

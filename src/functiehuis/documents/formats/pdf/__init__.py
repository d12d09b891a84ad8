"""PDF files: read and written.

Reading: in the bytes of a file, out a Document; refuses broken, encrypted, too large and picture-only files with UnreadableError. The layout alone is
interpreted (``characters`` > ``lines`` > ``furniture`` > ``tables`` and ``blocks``), never what the words say.
Writing: in the data of a book on paper, or of a change report, out the bytes of a tagged PDF; refuses with WriteError when its own files are not there.
"""

from functiehuis.documents.formats.pdf.reader import read
from functiehuis.documents.formats.pdf.writer import LOSSES, write, write_changes

__all__ = ["LOSSES", "read", "write", "write_changes"]

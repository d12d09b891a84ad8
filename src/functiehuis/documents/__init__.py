"""File <-> Document: one document model for every format.

In: a path or bytes. Out: a Document. Refuses with UnreadableError what is missing, broken, encrypted, too large or of an unknown kind.
"""

from functiehuis.documents.document import Block, BlockKind, Document
from functiehuis.documents.reading import bytes_of, plain_text, read_bytes, read_document

__all__ = ["Block", "BlockKind", "Document", "bytes_of", "plain_text", "read_bytes", "read_document"]

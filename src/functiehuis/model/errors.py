"""What can be refused. Every message is one Dutch sentence or two: what, where, why, what to do."""

from __future__ import annotations


class FunctiehuisError(Exception):
    """The root of every refusal. ``str(error)`` is what the user reads."""


class UnreadableError(FunctiehuisError):
    """A source cannot be read: missing, empty, broken, encrypted, too large, or of a kind that no reader knows."""


class NotABookError(FunctiehuisError):
    """A source was read but holds no function book."""


class InvalidBookError(FunctiehuisError):
    """Stored data does not have the form of a book."""


class UnknownItemError(FunctiehuisError):
    """A code, group or finding was named that the book does not have."""


class WriteError(FunctiehuisError):
    """A file or folder cannot be written, or would be overwritten."""


class NotAllowedError(FunctiehuisError):
    """Somebody's role does not have the right that an action asks for."""


class ConflictError(FunctiehuisError):
    """Somebody else changed the same thing first; nothing was saved, nothing is lost."""


class RefusedError(FunctiehuisError):
    """What was asked cannot be done as things stand: a field is wrong, a concept still has errors, a version is adopted already.

    ``fields`` gives, per field, the Dutch sentence that stands beside it.
    """

    def __init__(self, message: str, fields: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.fields = fields or {}

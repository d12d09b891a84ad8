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

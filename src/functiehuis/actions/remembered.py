"""What was worked out from a book, kept in this process so that the next reader need not wait.

It is kept under what the book says and not under a name of it, so that it is never stale: also when a transaction is taken back or a number is used again.
The number of books and of things per book is bounded.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from functiehuis.model.book import FunctionBook

Made = TypeVar("Made")


class Remembered(Generic[Made]):
    """Things made of books: of the ``books`` last used ones, and of each the ``each`` last used things."""

    def __init__(self, books: int = 16, each: int = 32) -> None:
        self._books, self._each, self._lock = books, each, Lock()
        self._kept: OrderedDict[FunctionBook, OrderedDict[Hashable, Made]] = OrderedDict()
        # Reading all of a book to know it takes a while: an object that was seen before is known by its identity. It is kept here, so that its identity
        # is not given to another one.
        self._seen: OrderedDict[int, tuple[FunctionBook, OrderedDict[Hashable, Made]]] = OrderedDict()

    def get(self, book: FunctionBook, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made of the book under this key; made now when it was not."""
        with self._lock:
            made = self._things(book)
            if key in made:
                made.move_to_end(key)
                return made[key]
        thing = make()
        with self._lock:
            made = self._things(book)
            made[key] = thing
            while len(made) > self._each:
                made.popitem(last=False)
        return thing

    def _things(self, book: FunctionBook) -> OrderedDict[Hashable, Made]:
        seen = self._seen.get(id(book))
        if seen is None:
            made = self._kept.setdefault(book, OrderedDict())
            seen = self._seen[id(book)] = (book, made)
            self._kept.move_to_end(book)
        self._seen.move_to_end(id(book))
        for kept in (self._kept, self._seen):
            while len(kept) > self._books:
                kept.popitem(last=False)
        return seen[1]

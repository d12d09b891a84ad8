"""What an action needs from outside: a house to keep things in. Web, API and commands hand it in; tests may too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from functiehuis.language.searching import Question
from functiehuis.model.book import FunctionBook
from functiehuis.model.house import (
    Actor,
    ApiKey,
    BookVersion,
    Event,
    Findable,
    FunctionDraft,
    Happening,
    HouseOrganisation,
    Intake,
    KeptBook,
    LocalFunction,
    Member,
    SearchHit,
    Unit,
    Worksheet,
)


@dataclass(frozen=True, slots=True)
class LocalFunctionQuery:
    """Which local functions, in which order: words that all stand in number, name, code or description; units; a code, "met" or "zonder" for any or none."""

    words: tuple[str, ...] = ()
    units: frozenset[int] | None = None
    code: str = ""
    described: bool | None = None
    retired: bool = False
    sort: str = "nummer"
    descending: bool = False
    first: int = 0
    most: int = 50


@dataclass(frozen=True, slots=True)
class LocalFunctionPage:
    """Some of the local functions that were asked for, where they start, how many there are in all, and their fte together."""

    items: tuple[LocalFunction, ...]
    first: int
    total: int
    fte: Decimal


class House(Protocol):
    """One organisation, as one actor sees it. Nothing of another organisation can be reached through it.

    Every ``put`` needs a Happening, which goes into the trail in the same transaction. What is not there is refused with UnknownItemError; a ``put`` of a
    record whose ``revision`` is not the newest with ConflictError.
    """

    actor: Actor

    def transaction(self) -> AbstractContextManager[None]:
        """Everything inside happens, or nothing; one writer at a time in an organisation."""

    def once(self, token: str, work: Callable[[], str]) -> str:
        """Do the work of a form (named by its token) once; sent again, the answer of the first time comes back and nothing is done."""

    def organisation(self) -> HouseOrganisation:
        """The organisation itself."""

    def put_organisation(self, organisation: HouseOrganisation, happening: Happening) -> HouseOrganisation:
        """Keep name, house style and whether the book is public."""

    def members(self) -> tuple[Member, ...]:
        """The people with a role here, by name; those whose role ended too."""

    def member(self, identifier: int) -> Member:
        """One of them."""

    def put_member(self, member: Member, happening: Happening) -> Member:
        """Give somebody a role, another role, or none any more; a new account is made where there is none."""

    def keys(self, user_id: int) -> tuple[ApiKey, ...]:
        """The keys of an account here, the newest first; those that ended too."""

    def add_key(self, name: str, secret: str, happening: Happening) -> ApiKey:
        """Keep a new key of the actor; the secret itself is not kept."""

    def end_key(self, identifier: int, happening: Happening) -> None:
        """A key works no more."""

    def versions(self) -> tuple[BookVersion, ...]:
        """All versions of the book, the newest first."""

    def version(self, number: int) -> BookVersion:
        """A version by its number."""

    def book(self, number: int) -> KeptBook:
        """A version with its book."""

    def add_version(self, version: BookVersion, book: FunctionBook, happening: Happening) -> BookVersion:
        """A new version with its book; the number is given here."""

    def put_version(self, version: BookVersion, happening: Happening, book: FunctionBook | None = None) -> BookVersion:
        """Change a version. With ``book`` (only for a concept): its frame, everything but the functions."""

    def freeze(self, version: BookVersion, book: FunctionBook, happening: Happening) -> BookVersion:
        """Keep the book of a version for good, with its fingerprint."""

    def drafts(self, number: int) -> tuple[FunctionDraft, ...]:
        """The functions of a concept, in the order of the book; retired ones too."""

    def draft(self, number: int, key: str) -> FunctionDraft:
        """One function of a concept."""

    def draft_history(self, number: int, key: str) -> tuple[FunctionDraft, ...]:
        """What a function of a concept was before, the newest first."""

    def put_draft(self, number: int, draft: FunctionDraft, happening: Happening) -> FunctionDraft:
        """Keep a function of a concept; what it was stays in its history."""

    def units(self) -> tuple[Unit, ...]:
        """The units, by name."""

    def put_unit(self, unit: Unit, happening: Happening) -> Unit:
        """Keep a unit."""

    def local_functions(self, *, retired: bool = False) -> tuple[LocalFunction, ...]:
        """The local functions in use, by number; with ``retired`` also those that are not any more."""

    def find_local_functions(self, query: LocalFunctionQuery) -> LocalFunctionPage:
        """Those that were asked for, a page of them; past the end is the last page."""

    def local_function_totals(self) -> dict[int | None, tuple[int, Decimal]]:
        """Per unit (None: without one) how many local functions in use, and their fte."""

    def local_function_states(self) -> tuple[int, int, int, Decimal]:
        """Of the local functions in use: how many, how many with a code, how many with a description, and their fte."""

    def local_functions_in(self, code: str) -> tuple[tuple[LocalFunction, str], ...]:
        """The local functions that are placed in a normfunctie, by name, each with the name of its unit."""

    def local_work(self) -> dict[str, tuple[int, Decimal]]:
        """Per code of a normfunctie how many local functions are placed in it, and their fte; those without a code under the empty one."""

    def local_function(self, identifier: int) -> LocalFunction:
        """One local function."""

    def put_local_function(self, function: LocalFunction, happening: Happening) -> LocalFunction:
        """Keep a local function."""

    def put_local_functions(self, functions: Sequence[LocalFunction], happening: Happening) -> None:
        """Keep many local functions as one happening (an import)."""

    def worksheets(self, local_function: int | None = None) -> tuple[Worksheet, ...]:
        """The worksheets (of a local function), the last changed first, without their descriptions, results and motivations."""

    def worksheet(self, identifier: int) -> Worksheet:
        """One worksheet."""

    def put_worksheet(self, worksheet: Worksheet, happening: Happening) -> Worksheet:
        """Keep a worksheet."""

    def intakes(self) -> tuple[Intake, ...]:
        """The documents that were handed in, the newest first, without what was read."""

    def intake(self, identifier: int) -> Intake:
        """One document that was handed in."""

    def add_intake(self, file_name: str, content: bytes, happening: Happening) -> Intake:
        """Keep a document to read."""

    def intake_content(self, identifier: int) -> bytes:
        """The bytes of a document."""

    def put_intake(self, intake: Intake, happening: Happening | None) -> Intake:
        """Keep how far a document is; without a happening only for progress and what the reader made of it."""

    def events(
        self,
        subject_kind: str = "",
        subject_id: str = "",
        *,
        before: int | None = None,
        most: int = 100,
        actor: str = "",
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[Event, ...]:
        """The trail, the newest first: of one thing, of one kind, or of everything; by one actor, in a period."""

    def reasons(self, version: BookVersion) -> dict[str, tuple[Event, ...]]:
        """Per function of a version (by key) the events that gave a reason, the newest first."""

    def find(self, question: Question, kinds: Sequence[Findable], version: int | None, most: int) -> list[tuple[SearchHit, int]]:
        """At most ``most`` hits of each kind in a version and in the organisation, exact words first, with how many there are of that kind."""

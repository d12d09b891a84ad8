"""The nouns of a house: the organisation that keeps books, its versions, units, local functions and worksheets, who works in it, and what happened."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from functiehuis.model.book import BookStatus, FunctionBook
from functiehuis.model.function import StandardFunction


class Role(StrEnum):
    """What somebody is in an organisation; rights follow from it alone."""

    ADMINISTRATOR = "beheerder"
    ADVISER = "HR-adviseur"
    MANAGER = "leidinggevende"
    COMMITTEE_MEMBER = "commissielid"
    EMPLOYEE = "medewerker"
    READER = "lezer"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an account in its role in one organisation (``organisation`` is the short name in the address). The system itself has no id."""

    id: int | None
    name: str
    organisation: str
    role: Role


@dataclass(frozen=True, slots=True)
class HouseOrganisation:
    """An organisation in an installation: ``slug`` is its short name in the address, ``public`` says whether anybody may read its book in force."""

    id: int
    slug: str
    name: str
    abbreviation: str = ""
    public: bool = False
    house_style: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with a role in an organisation; ``ended`` when no longer."""

    id: int | None
    user_id: int | None
    email: str
    name: str
    role: Role
    ended: bool = False


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key with which a program acts for an account in one organisation. ``start`` are its first characters; the rest is known to its owner alone."""

    id: int
    user_id: int
    name: str
    start: str
    made: datetime
    last_used: datetime | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class BookVersion:
    """A version of the function book of an organisation.

    ``valid_from`` is the date of effect, ``known_since`` when it was adopted here, ``decision`` the decision it rests on. ``revision`` grows with every
    change of a concept; ``fingerprint`` is the SHA-256 of the book in wire form, once adopted. A version is retired (``retired_on``, told on
    ``retired_since``), never deleted.
    """

    id: int | None
    number: int
    title: str
    status: BookStatus = BookStatus.DRAFT
    valid_from: date | None = None
    known_since: datetime | None = None
    decision: str = ""
    retired_on: date | None = None
    source: str = ""
    based_on: int | None = None
    revision: int = 0
    fingerprint: str = ""
    retired_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class FunctionDraft:
    """A normfunctie of a concept: ``key`` names it in its version for good, ``revision`` is what an editor saw, ``retired`` takes it out of the book."""

    key: str
    function: StandardFunction
    position: int
    revision: int = 0
    retired: bool = False
    changed_by: str = ""
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the organisation (afdeling, team)."""

    id: int | None
    name: str
    parent: int | None = None
    revision: int = 0
    retired: bool = False


@dataclass(frozen=True, slots=True)
class LocalFunction:
    """Work as the organisation calls it: a roepnaam, a description, a unit and how much of it there is (fte). No personal data."""

    id: int | None
    number: str
    name: str
    description: str = ""
    unit: int | None = None
    fte: Decimal = Decimal(0)
    code: str = ""
    revision: int = 0
    retired: bool = False


class WorksheetStatus(StrEnum):
    """How far a worksheet is."""

    STARTED = "begonnen"
    KEPT = "bewaard"


@dataclass(frozen=True, slots=True)
class Worksheet:
    """Placing work, as far as it came: the description as it was, what the product found (wire form), and what the adviser answered, judged and wrote.

    ``choices`` holds answers to questions, the chosen function or outcome, verdicts with the reason for another than was proposed, and answers per task.
    """

    id: int | None
    title: str
    description: str
    version: int
    local_function: int | None = None
    status: WorksheetStatus = WorksheetStatus.STARTED
    result: dict[str, Any] = field(default_factory=dict)
    choices: dict[str, Any] = field(default_factory=dict)
    motivation: str = ""
    revision: int = 0
    changed_by: str = ""
    changed_at: datetime | None = None


class IntakeStatus(StrEnum):
    """How far the reading of an uploaded document is."""

    WAITING = "wacht"
    READING = "wordt gelezen"
    READ = "gelezen"
    FAILED = "mislukt"
    TAKEN_OVER = CONFIRMED = "overgenomen"
    DISCARDED = "weggegooid"


@dataclass(frozen=True, slots=True)
class Intake:
    """A document that was handed in to become a book: nothing is a book until it is confirmed.

    ``progress`` is a part of 100; ``book`` is what was read with the corrections so far, in wire form; ``findings`` are in wire form too; ``decisions``
    says per fingerprint what was done with a finding; ``lines`` are the lines of the source with their number and page.
    ``fingerprint`` is the SHA-256 of the document.
    """

    id: int | None
    file_name: str
    status: IntakeStatus = IntakeStatus.WAITING
    message: str = ""
    progress: int = 0
    book: dict[str, Any] = field(default_factory=dict)
    findings: tuple[dict[str, Any], ...] = ()
    decisions: dict[str, Any] = field(default_factory=dict)
    lines: tuple[dict[str, Any], ...] = ()
    version: int | None = None
    revision: int = 0
    fingerprint: str = ""
    handed_in_by: str = ""
    handed_in_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """What is about to be told in the trail: the name of the event, why, and the facts that its sentence needs."""

    name: str
    reason: str = ""
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, in the trail of an organisation: numbered from 1, each with the hash of the one before.

    ``state`` is the SHA-256 of what the subject became, so that a change outside the trail shows.
    """

    number: int
    at: datetime
    actor: str
    actor_id: int | None
    name: str
    subject_kind: str
    subject_id: str
    reason: str
    data: dict[str, Any]
    state: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class KeptBook:
    """A version with its book."""

    version: BookVersion
    book: FunctionBook


class Findable(StrEnum):
    """What a search may find."""

    FUNCTION = "normfunctie"
    CHARACTERISTIC = "kenmerk"
    TASK = "taak"
    MODULE = "module"
    LOCAL_FUNCTION = "lokale functie"
    UNIT = "afdeling"


@dataclass(frozen=True, slots=True)
class SearchHit:
    """Something that was found.

    ``label`` names it (a function by its code or name, a module by its place in the book, the rest by its key), ``title`` is the name that people know,
    ``part`` where in it, ``text`` what it says. ``exact`` when it holds the words themselves and not only their stems.
    """

    kind: Findable
    label: str
    title: str
    part: str
    text: str
    exact: bool = False

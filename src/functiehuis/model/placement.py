"""The placing of one description: functions compared kenmerk by kenmerk and task by task, an outcome, and the words to motivate it with.

Every ``passage`` is literally a stretch of the description, or None where the description says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from functiehuis.model.candidate import LikePrecedent
from functiehuis.model.description import FunctionDescription
from functiehuis.model.evidence import Evidence
from functiehuis.model.function import FunctionGroup, StandardFunction
from functiehuis.model.text import RichText, Span


class Outcome(StrEnum):
    """What comes out: one function, two that are both defensible, or no function of this book."""

    PROPOSAL = "voorstel"
    UNDECIDED = "twijfel"
    NO_FIT = "geen"


class Verdict(StrEnum):
    """How the work stands against a kenmerk."""

    BELOW = "onder"
    MEETS = "voldoet"
    ABOVE = "boven"
    NOT_APPLICABLE = "niet van toepassing"


class Certainty(StrEnum):
    """How sure a verdict is: the text says it in so many words, it can be read in it, it only resembles it, or the text is silent."""

    HIGH = "hoog"
    FAIR = "redelijk"
    LOW = "laag"
    SILENT = "geen"


class Cover(StrEnum):
    """What covers a task of the description."""

    TASK = "taak"
    VARIATION = "variatie"
    MODULE = "module"
    ELSEWHERE = "andere functie"
    NOTHING = "niets"


@dataclass(frozen=True, slots=True)
class CharacteristicVerdict:
    """A kenmerk of a function against the description. ``axis`` is the key of the axis of the evidence, ``answered``: it rests on an answer."""

    characteristic: RichText
    verdict: Verdict
    certainty: Certainty
    passage: str | None = None
    axis: str | None = None
    answered: bool = False


@dataclass(frozen=True, slots=True)
class TaskCover:
    """A task of the description, and what covers it: a task of a result area (``area`` is its name), a module (its name), another function (its label)."""

    passage: str
    span: Span
    cover: Cover
    certainty: Certainty
    task: RichText | None = None
    area: str | None = None
    module: str | None = None
    function: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One function of the book beside the description. ``position`` is its place in the book, ``score`` that of the ranking.

    ``tasks`` holds every task of the description once, with what covers it seen from this function.
    """

    function: StandardFunction
    position: int
    score: float
    verdicts: tuple[CharacteristicVerdict, ...]
    tasks: tuple[TaskCover, ...]

    def covered_by(self, *covers: Cover) -> tuple[TaskCover, ...]:
        """The tasks of the description that one of these covers."""
        return tuple(item for item in self.tasks if item.cover in covers)


@dataclass(frozen=True, slots=True)
class LadderStep:
    """Why not one level higher, or lower: the kenmerk that sets the own level apart, and that of the neighbour (None where only one of them has it).

    ``own_words`` and ``other_words`` are the words that differ. ``heavier`` says whether the neighbour is the heavier one. ``passage`` decides; with
    ``contrary`` it speaks for the neighbour. It is None where the description says nothing that decides (``answered``: an answer says it).
    """

    neighbour: StandardFunction
    heavier: bool
    own: RichText | None
    other: RichText | None
    own_words: tuple[str, ...]
    other_words: tuple[str, ...]
    passage: str | None
    certainty: Certainty
    contrary: bool = False
    answered: bool = False


@dataclass(frozen=True, slots=True)
class GroupReason:
    """Why the work belongs to the group of a defended function: ``passages`` are tasks that belong there. ``group`` is None where the book names none."""

    function: StandardFunction
    group: FunctionGroup | None
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rival:
    """The best function of another kind of work, with its group: ``passage`` speaks most against it, ``speaks_for`` is what does belong there."""

    function: StandardFunction
    group: FunctionGroup | None
    passage: str | None
    speaks_for: str | None


@dataclass(frozen=True, slots=True)
class ModuleFound:
    """A module that the work has beside a function, with the passages that show it."""

    name: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question that would decide: about which axis (key), in plain Dutch, with the answers, the heaviest first."""

    axis: str
    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a question: the rank of the degree (0 is the heaviest) and who gave it (a role or source, no name needed)."""

    axis: str
    rank: int
    source: str = "antwoord"


@dataclass(frozen=True, slots=True)
class KindOfWork:
    """A kind of work in a description: its Dutch name, its part of the whole (0 to 1), and the words that show it."""

    key: str
    name: str
    share: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """All of it for one description. ``group_reasons`` say why the group, for each group that is defended; ``rival`` is the best function of another group.

    ``comparisons`` has the best candidates first, at most five; with ``NO_FIT`` they are the nearest. ``defended`` are the positions (in ``comparisons``) of
    those that are defensible: one for a proposal, two or more when undecided, none for no fit. ``uncovered`` are tasks that no candidate covers. ``reason``
    is the Dutch reason of an outcome without a function. ``rules`` is the version of the rules and ``book_hash`` that of the book.
    """

    description: FunctionDescription
    evidence: Evidence
    outcome: Outcome
    group: str | None
    comparisons: tuple[Comparison, ...]
    defended: tuple[int, ...]
    steps: tuple[LadderStep, ...]
    group_reasons: tuple[GroupReason, ...]
    rival: Rival | None
    modules: tuple[ModuleFound, ...]
    kinds: tuple[KindOfWork, ...]
    precedents: tuple[LikePrecedent, ...]
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    reason: str | None
    book_title: str
    book_hash: str
    rules: str

    @property
    def uncovered(self) -> tuple[str, ...]:
        """The passages about work that no candidate covers."""
        covered = {task.passage for item in self.comparisons for task in item.covered_by(Cover.TASK, Cover.MODULE)}
        return tuple(task.passage for item in self.comparisons[:1] for task in item.covered_by(Cover.NOTHING) if task.passage not in covered)

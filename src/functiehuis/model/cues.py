"""What descriptions of work give away, as knowledge that an HR adviser can read: kinds of work, levels, modules, and sentences that do not count.

Every word or phrase is written in the notation of ``model.terms``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class SentenceEffect(StrEnum):
    """What a sentence rule does with a sentence."""

    ASIDE = "apart"
    DENIES = "ontkent"
    WEAKER = "zwakker"
    WEIGHS = "weegt"
    OTHER = "ander"


@dataclass(frozen=True, slots=True)
class SentenceRule:
    """A rule on sentences: one of ``words``, two of ``weak_words`` or one of ``patterns`` (regular expressions), without ``unless``, gives its effect."""

    kind: str
    effect: SentenceEffect
    reason: str
    words: tuple[str, ...]
    weak_words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkKind:
    """A kind of work and the words that give it away, by weight (3 decides, 2 is typical, 1 is weak).

    ``definition_words`` are words in the definition of a functiegroep that belong to this kind; ``roles`` are names of jobs (people, never evidence);
    ``against`` are words that point to another kind; ``outside`` says that books of office functions usually lack this work.
    """

    key: str
    name: str
    meaning: str
    definition_words: tuple[str, ...]
    words: Mapping[int, tuple[str, ...]]
    roles: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    outside: bool = False


@dataclass(frozen=True, slots=True)
class AxisDegree:
    """A tread of an axis: its name, the answer that points to it, the (ladder, degree) of function books that it matches, and its signals in everyday words."""

    name: str
    answer: str
    ladder_degrees: tuple[tuple[str, str], ...]
    signals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelAxis:
    """A thing that makes a function heavier or lighter, the heaviest degree first, with the question that decides when a description is silent."""

    key: str
    meaning: str
    ladders: tuple[str, ...]
    question: str
    degrees: tuple[AxisDegree, ...]


@dataclass(frozen=True, slots=True)
class ModuleCue:
    """Words for and against a module (by weight), denials that confirm it, and phrases that look like it but are not."""

    module: str
    meaning: str
    words_for: Mapping[int, tuple[str, ...]]
    words_against: Mapping[int, tuple[str, ...]]
    confirms: tuple[str, ...]
    not_module: tuple[str, ...]
    question: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """All of it."""

    sentence_rules: tuple[SentenceRule, ...]
    kinds: tuple[WorkKind, ...]
    axes: tuple[LevelAxis, ...]
    modules: tuple[ModuleCue, ...]

    def axis(self, key: str) -> LevelAxis | None:
        """The axis with this key, or None."""
        return next((axis for axis in self.axes if axis.key == key), None)

"""FunctionDescription -> Evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from functiehuis.language.stems import stem
from functiehuis.model.cues import Cues
from functiehuis.model.description import FunctionDescription, Statement
from functiehuis.model.evidence import DegreeEvidence, Evidence, KindEvidence, ModuleEvidence, ModuleSide
from functiehuis.model.terms import Terms, plain_words
from functiehuis.model.text import Span

_DENIALS = frozenset(["geen", "niet", "niemand", "nooit", "zonder", "noch", "nergens", "evenmin"])
_WEAK_KIND = 1
_KIND, _DEGREE, _MODULE = range(3)


@dataclass(frozen=True, slots=True)
class _Cue:
    """What a term stands for: a kind with its weight, a degree of an axis, or a side of a module."""

    sort: int
    key: str
    number: int
    denies: bool
    words: int
    rank: int = 0


class EvidenceGatherer:
    """Finds the cues in descriptions. Keep one for many descriptions: the terms are made ready once."""

    def __init__(self, cues: Cues) -> None:
        self._ranks = {axis.key: len(axis.degrees) for axis in cues.axes}
        self._terms = Terms(_entries(cues), stem)

    def gather(self, description: FunctionDescription) -> Evidence:
        """The evidence in the statements that count."""
        kinds, degrees, modules = list[KindEvidence](), list[DegreeEvidence](), list[ModuleEvidence]()
        for at, statement in enumerate(description.statements):
            if not statement.counts:
                continue
            for cue, span, apart in self._hits(statement):
                if apart and cue.sort != _MODULE:
                    continue
                if cue.sort == _KIND:
                    kinds.append(KindEvidence(cue.key, cue.number, cue.number * statement.weight, span, at))
                elif cue.sort == _DEGREE:
                    degrees.append(DegreeEvidence(cue.key, cue.rank, self._ranks[cue.key], statement.weight, span, at))
                else:
                    module, side = cue.key.split("\n")
                    modules.append(ModuleEvidence(module, ModuleSide(side), cue.number * statement.weight, span, at, apart))
        return Evidence(tuple(kinds), tuple(degrees), tuple(modules))

    def _hits(self, statement: Statement) -> Iterator[tuple[_Cue, Span, bool]]:
        """The cues in a statement, each with its place and whether it stands apart: denied, or said of somebody else."""
        words = plain_words(statement.text)
        start = statement.span[0]
        for match in self._terms.find([stem(word) for word, _ in words]):
            span = (start + words[match.places[0]][1][0], start + words[match.places[-1]][1][1])
            # A cue that holds a denial itself ("geen leiding") means what it says; another one in a denied clause does not.
            apart = not match.value.denies and _inside(span, statement.denied)
            # In what somebody else does only a whole phrase is evidence: it was written with that other person in it ("een senior leest mee").
            apart = apart or (match.value.words < 3 and _inside(span, statement.others))
            yield match.value, span, apart


def _entries(cues: Cues) -> Iterator[tuple[int, _Cue, str]]:
    """Every term with its family: within one kind, axis or module a word counts once."""
    family = 0
    for kind in cues.kinds:
        for weight, words in kind.words.items():
            yield from ((family, _cue(_KIND, kind.key, weight, word), word) for word in words)
        yield from ((family, _cue(_KIND, kind.key, -2, word), word) for word in kind.against)
        family += 1
    for axis in cues.axes:
        for rank, degree in enumerate(axis.degrees):
            yield from ((family, _cue(_DEGREE, axis.key, 1, word, rank), word) for word in degree.signals)
        family += 1
    for module in cues.modules:
        sides = (
            *((ModuleSide.FOR, weight, words) for weight, words in module.words_for.items()),
            *((ModuleSide.AGAINST, weight, words) for weight, words in module.words_against.items()),
            (ModuleSide.CONFIRMS, 3, module.confirms),
            (ModuleSide.NOT, 3, module.not_module),
        )
        for side, weight, words in sides:
            yield from ((family, _cue(_MODULE, f"{module.module}\n{side}", weight, word), word) for word in words)
        family += 1


def _cue(sort: int, key: str, number: int, written: str, rank: int = 0) -> _Cue:
    parts = written.casefold().split()
    return _Cue(sort, key, number, any(part in _DENIALS for part in parts), sum(1 for part in parts if part != "…"), rank)


def _inside(span: Span, clauses: tuple[Span, ...]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in clauses)

"""A function book -> something that ranks its functions for descriptions."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from functiehuis.classifying.candidates.features import FeatureMaker, Features, vocabulary_of
from functiehuis.classifying.candidates.kinds import KindFit
from functiehuis.classifying.candidates.learning import Placed, PlacedTexts
from functiehuis.classifying.candidates.placing import Answers, answers_of
from functiehuis.classifying.candidates.texts import text_of_function
from functiehuis.language.normalise import normalised, without_slips
from functiehuis.language.space import Numbers, Postings, TextVector
from functiehuis.model.book import FunctionBook
from functiehuis.model.candidate import NEARLY_SAME, Candidate, LikePrecedent, Precedent, PrecedentSource, Ranking
from functiehuis.model.cues import WorkKind
from functiehuis.model.description import FunctionDescription
from functiehuis.model.evidence import Evidence


class Describe(Protocol):
    """Reads a text of the book or of a precedent: one that is known beforehand."""

    def __call__(self, text: str, *, known: bool) -> FunctionDescription:
        """The description in the text."""


Gather = Callable[[FunctionDescription], Evidence]

_SHARPNESS = 9.0  # from scores to shares; set on the development cases so that a share means what it says (docs/nauwkeurigheid.md)
_LEXICON, _FADING = 0.5, 0.5  # weight of the lexicon without precedents, and how fast it fades with their number
_GROUP_POWER = 3  # a group is as strong as its best functions, not as their number
_ALIKE = 0.12  # least likeness (0 to 1) of a precedent that is shown
_SHOWN = 3
_MET_ENOUGH = 200  # precedents from which the words of Dutch about work have been met


@dataclass(frozen=True, slots=True)
class Placeable:
    """A description made ready for ranking. ``table`` is how hard each placed text pulls towards each answer, ``usual`` the mean over all functions."""

    description: FunctionDescription
    features: Features
    vector: TextVector
    without: tuple[int, ...]
    postings: Postings
    table: Numbers
    usual: Numbers


class Finder:
    """Ranks the functions of one book. Make it once for many descriptions."""

    def __init__(self, book: FunctionBook, precedents: Sequence[Precedent], kinds: Sequence[WorkKind], describe: Describe, gather: Gather) -> None:
        self.book = book
        functions = len(book.functions)
        self._none, self._module = functions, functions + 1
        own = [text_of_function(book, function) for function in book.functions]
        self._precedents = [pair for pair in zip(precedents, answers_of(book, precedents), strict=True) if pair[1]]
        described = [describe(precedent.text, known=True) for precedent, _ in self._precedents]
        lexicon = [" ".join(word for words in kind.words.values() for word in words) for kind in kinds]
        known = vocabulary_of([*own, *lexicon, *(precedent.text for precedent, _ in self._precedents)])
        self._maker = FeatureMaker(known, [role for kind in kinds for role in kind.roles])
        placed = [Placed(self._maker.features(describe(text, known=True)), ((at, 1.0),)) for at, text in enumerate(own)]
        for (precedent, answers), description in zip(self._precedents, described, strict=True):
            positions = _positions(answers, self._none, self._module, module=precedent.module)
            placed.append(Placed(self._maker.features(description), positions, precedent.source is PrecedentSource.CONFIRMED))
        self._placed = PlacedTexts(placed, functions + 2)
        self._usual = self._mean(self._placed.pulls())
        self._kinds = KindFit(book, own, kinds, lambda text: gather(describe(text, known=True)))
        spoken = Counter(at for _, answers in self._precedents for at, _ in answers)
        self._lexicon_weights = [_LEXICON / (1 + _FADING * spoken[at]) for at in range(functions)]
        self._same: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at, description in enumerate(described):
            self._same[_work_of(description)].append(functions + at)
        self._identifiers = {
            precedent.id: functions + at for at, (precedent, _) in enumerate(self._precedents) if precedent.source is PrecedentSource.CONFIRMED
        }

    def ready(self, description: FunctionDescription) -> Placeable:
        """A description with its features, and without the precedents that are that description itself, or nearly."""
        features = self._maker.features(description)
        vector = self._placed.space.vector(features.counts)
        postings = self._placed.space.postings(vector)
        like = self._placed.space.likeness_of(vector, postings) / 2
        without = self._itself(description, features, like)
        table = self._placed.pulls(without)
        usual = self._mean(table) if without else self._usual
        return Placeable(description, features, vector, without, postings, table, usual)

    def _itself(self, description: FunctionDescription, features: Features, like: Numbers) -> tuple[int, ...]:
        """Where the precedents stand that are this description: by their id, the same statements, or nearly the same words."""
        functions = len(self.book.functions)
        itself = {*self._same.get(_work_of(description), ())}
        if description.id in self._identifiers:
            itself.add(self._identifiers[description.id])
        if (like[functions:] >= NEARLY_SAME).any():
            # Words that nobody knows are no part of the likeness until the whole text counts.
            whole = self._placed.space.likeness(self._placed.space.vector(features.counts, whole=True)) / 2
            itself.update(int(at) for at in np.flatnonzero(whole >= NEARLY_SAME) if at >= functions)
        return tuple(sorted(itself))

    def _mean(self, table: Numbers) -> Numbers:
        """How hard each placed text pulls towards a function on average."""
        found: Numbers = table[:, : len(self.book.functions)].mean(axis=1)
        return found

    def known_part(self, ready: Placeable) -> float | None:
        """The part (0 to 1) of the different words of a description that the finder has met before; None when it has met too few texts to say."""
        if len(self._precedents) < _MET_ENOUGH:
            return None
        stems = {name for name in ready.features.counts[0] if " " not in name}
        return sum(self._placed.space.knows(name.lstrip("¬@")) for name in stems) / max(1, len(stems))

    def rank(self, ready: Placeable, evidence: Evidence, shift: Sequence[float] = (), families: Sequence[Sequence[int]] = ()) -> Ranking:
        """The ranking; ``shift`` (one number a function) is what answers add to the levels of each of the ``families``."""
        functions = len(self.book.functions)
        scores, like = self._placed.score(ready.vector, ready.postings, ready.table)
        fit = self._kinds.fit(evidence)
        added = [weight * fits for weight, fits in zip(self._lexicon_weights, fit, strict=True)]
        own = scores[:functions] + np.array(added)
        if shift:
            own = _shifted(own, shift, families)
        shares = _shares([*own, scores[self._none]])
        groups: dict[str, float] = defaultdict(float)
        for function, share in zip(self.book.functions, shares, strict=False):
            groups[function.group or function.label] += share**_GROUP_POWER
        ordered = sorted(groups.items(), key=lambda item: (-round(item[1], 6), item[0]))
        return Ranking(
            candidates=self._candidates(shares, ordered[0][0] if ordered else ""),
            groups=tuple((code, round(share, 4)) for code, share in ordered),
            none=round(shares[-1], 4),
            module=round(float(min(1.0, max(0.0, scores[self._module]))), 4),
            like=self._like(like, ready),
        )

    def pulls(self, ready: Placeable, towards: int, away: int | None) -> list[float]:
        """Per statement of the description how much it pulls towards one function and away from another (or from the average of all)."""
        pull = ready.table[:, towards] - (ready.usual if away is None else ready.table[:, away])
        weights = self._placed.space.pulls(ready.vector, ready.postings, pull)
        found = [0.0] * len(ready.description.statements)
        for at, stems in ready.features.places:
            found[at] = math.fsum(weights.get(name, 0.0) / ready.features.counts[0][name] for name in stems if " " not in name)
        return found

    def _candidates(self, shares: Sequence[float], group: str) -> tuple[Candidate, ...]:
        found = sorted((Candidate(at, round(share, 4)) for at, share in enumerate(shares[:-1])), key=lambda item: (-item.score, item.function))
        first = next(
            (at for at, item in enumerate(found) if (self.book.functions[item.function].group or self.book.functions[item.function].label) == group), 0
        )
        # The best of the best group comes first and has the highest score: what stands first is what is said to be best.
        ordered = (*found[first : first + 1], *found[:first], *found[first + 1 :])
        return tuple(Candidate(item.function, best.score) for item, best in zip(ordered, found, strict=True))

    def _like(self, like: Numbers, ready: Placeable) -> tuple[LikePrecedent, ...]:
        """The precedents that look most alike. The description itself is none; a confirmed one of another person is shown, though nearly the same."""
        functions = len(self.book.functions)
        best = (functions + np.argsort(-np.round(like[functions:], 6), kind="stable")).tolist()
        hidden = {at for at in ready.without if not self._of_another(at, ready.description)}
        found = [LikePrecedent(self._precedents[at - functions][0], round(float(like[at]) / 2, 4)) for at in best[: 4 * _SHOWN] if at not in hidden]
        return tuple(item for item in found if item.likeness >= _ALIKE)[: 2 * _SHOWN]

    def _of_another(self, at: int, description: FunctionDescription) -> bool:
        """Whether a precedent that is nearly this description was confirmed for somebody else: another id, or at least other words."""
        precedent = self._precedents[at - len(self.book.functions)][0]
        if precedent.source is not PrecedentSource.CONFIRMED or precedent.id == description.id:
            return False
        return bool(description.id) or at not in self._same.get(_work_of(description), ())


def _work_of(description: FunctionDescription) -> tuple[str, ...]:
    """What a description says of the work, whatever the order, the layout and what is set aside."""
    return tuple(sorted(without_slips(statement.text) for statement in description.work())) or (normalised(description.text),)


def _shifted(scores: Numbers, shift: Sequence[float], families: Sequence[Sequence[int]]) -> Numbers:
    """Scores with a shift that parts the levels of a family; its best level is as strong as before, so that the kind of work stays what it was."""
    found: Numbers = scores + np.array(shift)
    for family in families:
        members = list(family)
        found[members] += scores[members].max() - found[members].max()
    return found


def _positions(answers: Answers, none: int, module_at: int, *, module: bool) -> tuple[tuple[int, float], ...]:
    found = [(none if answer is None else answer, share) for answer, share in answers]
    return (*found, (module_at, 1.0)) if module else tuple(found)


def _shares(scores: Sequence[float]) -> list[float]:
    """Scores as positive shares that add up to 1."""
    highest = max(scores)
    powers = [math.exp(_SHARPNESS * (float(score) - highest)) for score in scores]
    total = math.fsum(powers)
    return [power / total for power in powers]

"""A function book -> something that places descriptions in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace

from functiehuis.classifying.candidates import Finder
from functiehuis.classifying.comparisons import Comparer, Pulls
from functiehuis.classifying.descriptions import Describer
from functiehuis.classifying.evidence import EvidenceGatherer
from functiehuis.classifying.proposals.modules import modules_found
from functiehuis.classifying.proposals.outcome import decide, weighed
from functiehuis.classifying.proposals.questions import level_shift, questions_for
from functiehuis.classifying.proposals.work import kinds_of_work, outside_kinds
from functiehuis.model.book import FunctionBook
from functiehuis.model.candidate import Precedent
from functiehuis.model.cues import Cues
from functiehuis.model.degrees import Degrees
from functiehuis.model.description import FunctionDescription
from functiehuis.model.errors import InvalidBookError
from functiehuis.model.evidence import DegreeEvidence, Evidence
from functiehuis.model.placement import Answer, GroupReason, Outcome, Placement
from functiehuis.model.plain import without_provenance
from functiehuis.model.wire import book_to_wire

SHOWN = 5
_KNOWN = 0.42  # of all descriptions made for building, none had less than 0.55 known words; other languages and other subjects stay under 0.4
_SILENT = "De tekst zegt te weinig over wat iemand zelf doet om er een functie bij te noemen. Beschrijf de taken en wie er beslist."
_STRANGE = "De tekst heeft vooral woorden die in beschrijvingen van werk niet voorkomen. Is het Nederlands, en gaat het over iemands werk? Beschrijf de taken."


class Placer:
    """Places descriptions in one book. Make it once for many descriptions; it holds no state between them."""

    def __init__(self, book: FunctionBook, cues: Cues, degrees: Degrees, precedents: Sequence[Precedent], rules: str) -> None:
        if not book.functions:
            raise InvalidBookError(
                f"Het boek '{book.title}' heeft geen normfuncties; er valt niets in te zoeken. Lees het bronbestand opnieuw met functiehuis lees."
            )
        self.book, self.cues, self.rules = book, cues, rules
        self.book_hash = hash_of(book)
        self._describer = Describer(cues.sentence_rules)
        self._gatherer = EvidenceGatherer(cues)
        self._finder = Finder(book, precedents, cues.kinds, self._describer.describe, self._gatherer.gather)
        self._comparer = Comparer(book, degrees, cues.axes)

    def place(self, text: str, *, title: str = "", identifier: str = "", answers: Sequence[Answer] = ()) -> Placement:
        """The placement of one description. The title is only kept to show."""
        answers = tuple({item.axis: item for item in answers}.values())
        description = self._describer.describe(text, title=title, identifier=identifier)
        if description.unfit:
            return self._unfit(description, answers)
        evidence = self._gatherer.gather(description)
        evidence = Evidence(evidence.kinds, (*evidence.degrees, *self._answered(answers)), evidence.modules)
        ready = self._finder.ready(description)
        known = self._finder.known_part(ready)
        if known is not None and known < _KNOWN:
            return self._unfit(replace(description, unfit=_STRANGE), answers)
        ranking = self._finder.rank(ready, evidence, level_shift(self._comparer, answers, self.cues.axes), self._comparer.families)
        decision = decide(ranking, outside_kinds(self.cues.kinds, evidence))
        pulls = Pulls(lambda towards, away: self._finder.pulls(ready, towards, away))
        compared = self._comparer.compare(description, evidence, ranking.candidates, pulls, SHOWN, fits=decision.outcome is not Outcome.NO_FIT)
        decision = weighed(decision, compared)
        comparisons = compared.comparisons
        if decision.outcome is not Outcome.NO_FIT and not compared.group_reasons[0].passages:
            return self._unfit(replace(description, unfit=_SILENT), answers)
        best = comparisons[0].function
        return Placement(
            description=description,
            evidence=evidence,
            outcome=decision.outcome,
            group=None if decision.outcome is Outcome.NO_FIT else best.group,
            comparisons=comparisons,
            defended=decision.defended,
            steps=() if decision.outcome is Outcome.NO_FIT else compared.steps,
            group_reasons=_of_groups([compared.group_reasons[at] for at in decision.defended]),
            rival=None if decision.outcome is Outcome.NO_FIT else compared.rival,
            modules=modules_found(self.book, self.cues.modules, description, evidence, ranking.module, best),
            kinds=kinds_of_work(self.cues.kinds, description, evidence),
            precedents=ranking.like,
            questions=questions_for(self._comparer, evidence, compared, decision.defended, self.cues.axes),
            answers=tuple(answers),
            reason=decision.reason,
            book_title=self.book.title,
            book_hash=self.book_hash,
            rules=self.rules,
        )

    def _answered(self, answers: Sequence[Answer]) -> tuple[DegreeEvidence, ...]:
        ranks = {axis.key: len(axis.degrees) for axis in self.cues.axes}
        return tuple(DegreeEvidence(item.axis, item.rank, ranks[item.axis], 1.0, None, None, answer=True) for item in answers if item.axis in ranks)

    def _unfit(self, description: FunctionDescription, answers: Sequence[Answer]) -> Placement:
        return Placement(
            description=description,
            evidence=Evidence(),
            outcome=Outcome.NO_FIT,
            group=None,
            comparisons=(),
            defended=(),
            steps=(),
            group_reasons=(),
            rival=None,
            modules=(),
            kinds=(),
            precedents=(),
            questions=(),
            answers=tuple(answers),
            reason=description.unfit,
            book_title=self.book.title,
            book_hash=self.book_hash,
            rules=self.rules,
        )


def _of_groups(reasons: Sequence[GroupReason]) -> tuple[GroupReason, ...]:
    """The reasons of different groups, one each."""
    return tuple({(reason.function.group or reason.function.label): reason for reason in reversed(reasons)}.values())[::-1]


def hash_of(book: FunctionBook) -> str:
    """The SHA-256 of a book in its wire form: the same book has the same hash, wherever it was read from."""
    return hashlib.sha256(json.dumps(book_to_wire(without_provenance(book)), ensure_ascii=False, sort_keys=True).encode()).hexdigest()

"""FB024: the definition of a series or group is worded differently in one description."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.language.differences import DifferenceKind, spans_before, word_differences
from functiehuis.language.normalise import normalised
from functiehuis.language.tokens import spelled_words
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place
from functiehuis.model.function import FunctionGroup, FunctionSeries
from functiehuis.model.text import RichText


class DefinitionWording(Check):
    """A definition that differs from the most frequent wording in the book."""

    code = "FB024"

    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterator[Finding]:
        """One finding per wording that differs."""
        owners: tuple[FunctionSeries | FunctionGroup, ...] = (*book.series, *book.groups)
        usual = {item.code: (item.name, item.definition.text) for item in owners if item.definition}
        found: dict[tuple[str, str, str], list[tuple[str, RichText]]] = defaultdict(list)
        for function in book.functions:
            for what, owner, definition in (("reeks", function.series, function.series_definition), ("groep", function.group, function.group_definition)):
                if owner in usual and definition and definition.text != usual[owner][1]:
                    found[(what, owner or "", definition.text)].append((function.label, definition))
        definitions = {normalised(text) for _, text in usual.values()}
        for (what, owner, text), printed in found.items():
            name, wording = usual[owner]
            if normalised(text) in definitions - {normalised(wording)} or _only_misspelled(text, wording, context):
                continue
            spans = spans_before(word_differences(text, wording))
            yield self.finding(
                f"De definitie van de {what} {name} is hier anders dan in de andere beschrijvingen: {_shown(text, wording)}.",
                [Place(f"definitie van de {what}", label, item.provenance, item.text, spans[0] if spans else None) for label, item in printed],
                subject=f"{owner}|{text}",
                proposal=wording,
            )


def _shown(text: str, wording: str) -> str:
    """The differences in words, at most three."""
    shown = []
    for difference in word_differences(text, wording):
        if difference.kind is DifferenceKind.REPLACED:
            shown.append(f"hier '{difference.before_words}', elders '{difference.after_words}'")
        elif difference.kind is DifferenceKind.DELETED:
            shown.append(f"'{difference.before_words}' staat er extra")
        elif difference.kind is DifferenceKind.INSERTED:
            shown.append(f"'{difference.after_words}' ontbreekt")
    more = f"; en nog {len(shown) - 3} verschillen" if len(shown) > 3 else ""
    return "; ".join(shown[:3]) + more if shown else "alleen de spaties verschillen"


def _only_misspelled(text: str, wording: str, context: CheckContext) -> bool:
    """A difference that is a misspelled word is told by the check on spelling."""
    changes = [difference for difference in word_differences(text, wording) if difference.kind is not DifferenceKind.KEPT]
    return bool(changes) and all(
        any(not context.speller.knows(word.readings[-1]) for part in (change.before_words, change.after_words) for word in spelled_words(part))
        for change in changes
    )

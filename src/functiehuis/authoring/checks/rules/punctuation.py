"""FB023: slips with signs, hyphens and spaces."""

from __future__ import annotations

from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.endings import odd_capitals, odd_endings
from functiehuis.authoring.checks.hyphens import hyphen_slips
from functiehuis.authoring.checks.places import TextKind, located_texts
from functiehuis.authoring.checks.signs import Slip, sign_slips
from functiehuis.authoring.checks.split_compounds import split_compounds
from functiehuis.authoring.checks.units import units
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place, Severity

_NAMES = (TextKind.TITLE, TextKind.CONTENTS, TextKind.NAME, TextKind.GROUP_NAME, TextKind.SERIES_NAME)


class Punctuation(Check):
    """Spaces and commas, dashes that should be hyphens, hyphens that are missing, compounds in two pieces, brackets, ends of bullets."""

    code = "FB023"

    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterator[Finding]:
        """One finding per slip and the words around it, with all its places."""
        firsts = frozenset(self.texts.words["eerste delen"])
        found: dict[tuple[str, str], tuple[Slip, list[Place]]] = {}
        for located in located_texts(book):
            text = located.text.text
            slips = [*sign_slips(text), *hyphen_slips(text, context.speller)]
            if located.kind not in _NAMES:
                slips += split_compounds(text, firsts, context.speller)
            for slip in slips:
                key = (slip.what, text[slice(*slip.span)].casefold())
                found.setdefault(key, (slip, []))[1].append(located.place(slip.span))
        for (what, words), (slip, places) in found.items():
            yield self.finding(f"{slip.explanation} Het gaat om '{words.strip()}'.", places, f"{what}|{words}", slip.proposal, slip.severity)
        lists = list(units(book))
        for sign, items in odd_endings(lists):
            yield self.finding(
                f"{'Dit punt eindigt' if len(items) == 1 else f'{len(items)} punten eindigen'} op '{sign}', de andere punten in het boek niet.",
                [item.place((len(item.text.text) - len(sign), len(item.text.text))) for item in items],
                subject="|".join(["einde", sign, *(item.text.text for item in items)]),
                proposal=items[0].text.text[: -len(sign)].rstrip() if len(items) == 1 else None,
            )
        for item in odd_capitals(lists):
            first = item.text.text.split()[0]
            yield self.finding(
                f"Dit punt begint met een hoofdletter ('{first}'), de andere punten in het boek niet.",
                (item.place((0, len(first))),),
                subject=f"hoofdletter|{item.function or item.unit}|{item.text.text}",
                proposal=first.lower(),
                severity=Severity.INFO,
            )

"""How well the checks find what is wrong, and how quiet they are on what is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from functiehuis.authoring.books import BookReading, build_book
from functiehuis.authoring.checks import CheckContext, check_book
from functiehuis.documents import read_bytes
from functiehuis.documents.limits import Progress
from functiehuis.language.spelling import Speller
from functiehuis.library.checking import check_context
from functiehuis.library.systems import bundled_systems
from functiehuis.measuring.truth import Damage, Known, KnownFindings
from functiehuis.model.errors import FunctiehuisError, NotABookError
from functiehuis.model.finding import Finding, Severity

_ONE_WORD = frozenset({"FB020", "FB023", "FB030"})
"""Checks that point at one word of a text: another word of the same text does not make it the finding that was meant."""

_CONTENTS, _MODULE, _BOOK = "inhoud", "module", "boek"


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding that should not be there: its code, severity, function and part. Not its text: that may quote a book that is not ours."""

    code: str
    severity: Severity
    function: str | None
    part: str


@dataclass(frozen=True, slots=True)
class DamageResult:
    """What the checks said about one damage.

    ``proposed``: was the right correction given; None where the truth names none. ``extra``: other new findings at the damaged place, ``beside``: new
    findings elsewhere, which are false alarms.
    """

    damage: Damage
    found: bool
    proposed: bool | None
    extra: tuple[Alarm, ...]
    beside: tuple[Alarm, ...]


@dataclass(frozen=True, slots=True)
class BookScore:
    """The findings on a whole book against what is known of it."""

    found: tuple[Known, ...]
    missed: tuple[Known, ...]
    false_alarms: tuple[Alarm, ...]
    silent: int
    not_silent: tuple[Known, ...]


def check_text(text: str, name: str, context: CheckContext | None = None) -> tuple[BookReading, tuple[Finding, ...]]:
    """Read a text as a book and check it. Refuses with NotABookError a text without a book."""
    speller = context.speller if context else Speller()
    reading = build_book(read_bytes(text.encode("utf-8"), name), bundled_systems(), speller.listed)
    return reading, check_book(reading.book, context or check_context(reading.system))


def score_damages(text: str, chosen: Sequence[Damage], progress: Progress) -> tuple[DamageResult, ...]:
    """Make each damage in the text of a sound book, one at a time, and look at what the checks say more than before."""
    reading, findings = check_text(text, "gewoon.txt")
    context = check_context(reading.system)
    before = {_identity(finding) for finding in findings}
    results = []
    for at, damage in enumerate(chosen, 1):
        try:
            found = check_text(apply_damage(text, damage), "gewoon.txt", context)[1]
        except NotABookError:
            found = ()
        results.append(_result(damage, [finding for finding in found if _identity(finding) not in before]))
        progress(at, len(chosen))
    return tuple(results)


def apply_damage(text: str, damage: Damage) -> str:
    """The text with the damage in it. Refuses with FunctiehuisError a damage whose words are not there exactly once."""
    start, end = _part_of(text, damage.part)
    if text[start:end].count(damage.search) != 1:
        raise FunctiehuisError(f"Schade {damage.name}: '{damage.search}' staat niet precies één keer in {damage.part}. Verbeter het bestand met schade.")
    return text[:start] + text[start:end].replace(damage.search, damage.replacement) + text[end:]


def score_book(findings: Iterable[Finding], known: KnownFindings) -> BookScore:
    """Hold the findings on a book against what is known of it."""
    told = list(findings)
    found = tuple(item for item in known.defects if any(_tells(finding, item) for finding in told))
    allowed = (*known.defects, *known.defensible)
    false = tuple(_alarm(finding) for finding in told if not any(_tells(finding, item) for item in allowed))
    broken = tuple(item for item in known.silent if any(_tells(finding, item, strict=True) for finding in told))
    return BookScore(found, tuple(item for item in known.defects if item not in found), false, len(known.silent) - len(broken), broken)


def _part_of(text: str, part: str) -> tuple[int, int]:
    """Start and end of a part of the text: of a function from its heading to the next."""
    if part == _BOOK:
        return 0, len(text)
    if part == _CONTENTS:
        return 0, text.index("\nFunctiebeschrijvingen\n")
    module = text.rindex("\nModule\n", 0, text.index("\nModulenaam\t"))
    if part == _MODULE:
        return module, len(text)
    start = text.rindex("\nFunctiebeschrijving\n", 0, text.index(f"\nCode\t:\t{part}\n"))
    end = text.find("\nFunctiebeschrijving\n", start + 1)
    return start, end if end > 0 else module


def _result(damage: Damage, new: Sequence[Finding]) -> DamageResult:
    hits = [finding for finding in new if finding.code in damage.codes and _is_at(finding, damage)]
    near = [finding for finding in new if finding not in hits and _is_near(finding, damage)]
    far = [finding for finding in new if finding not in hits and finding not in near]
    proposed = None
    if damage.proposal is not None:
        proposed = any(damage.proposal.casefold() in (finding.proposal or "").casefold() for finding in hits)
    return DamageResult(damage, bool(hits), proposed, tuple(map(_alarm, near)), tuple(map(_alarm, far)))


def _is_at(finding: Finding, damage: Damage) -> bool:
    """At the function; a finding on the contents, a definition or the whole book has no function."""
    functions = {place.function for place in finding.places}
    return damage.function is None or damage.function in functions or functions == {None}


def _is_near(finding: Finding, damage: Damage) -> bool:
    """At the damaged function, or about nothing else; an edit in a part without a function has no elsewhere."""
    functions = {place.function for place in finding.places} - {None}
    return not functions or bool(functions & {damage.function, damage.part}) or damage.part in (_CONTENTS, _MODULE, _BOOK)


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.subject, frozenset(Counter((place.function, place.part, place.quote) for place in finding.places).items())


def _tells(finding: Finding, item: Known, *, strict: bool = False) -> bool:
    """Is this the finding that was meant? A finding on a definition or the whole book has no function, which is good enough unless ``strict``."""
    functions = {place.function for place in finding.places}
    shown = _shown(finding).casefold()
    at = item.function is None or item.function in functions or (not strict and functions == {None})
    return finding.code in item.codes and at and (not item.words or any(word.casefold() in shown for word in item.words))


def _shown(finding: Finding) -> str:
    """What a finding points at: its sentence and proposal, its places, and the quotations there (of one word that word)."""
    one = finding.code in _ONE_WORD
    marked = (place.quote[slice(*place.span)] if one and place.quote and place.span else place.quote for place in finding.places)
    return " ".join([finding.text, finding.proposal or "", *(f"{place.function} {place.part}" for place in finding.places), *(text or "" for text in marked)])


def _alarm(finding: Finding) -> Alarm:
    return Alarm(finding.code, finding.severity, finding.places[0].function, finding.places[0].part)

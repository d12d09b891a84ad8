"""A span of a description -> a Statement: does it count, how much, and which part of it is denied or done by somebody else.

The sentence rules come from the library. A rule sets a statement aside when one of its words stands there, or two of its weak words, and none of the words
after ``behalve``. A denial holds for the clause it stands in, not for the whole sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from functiehuis.classifying.descriptions.clauses import clause_of, denied_part
from functiehuis.classifying.descriptions.titles import is_title
from functiehuis.model.cues import SentenceEffect, SentenceRule
from functiehuis.model.description import WORK, Statement
from functiehuis.model.terms import Terms, plain_words, spans_of
from functiehuis.model.text import Span

_BOSS = (
    r"(?:leidinggevende|manager|teammanager|afdelingsmanager|directeur|teamleider|chef|baas|afdelingshoofd|hoofd|leiding|directie|collega|collega's|beleidsadviseur|adviseur"
    r"|jurist|senior|secretaris|controller|taxateur|deurwaarder)"
)
# Who else is the subject: the chief always, another only in a text in which "ik" or "je" tells of the own work.
_CHIEF = re.compile(r"^(?:mijn|onze|jouw|je)\s+(?:\w+\s+)?" + _BOSS + r"\s+\w+(?:t|n|s)\b", re.IGNORECASE)
_SOMEBODY = re.compile(r"^(?:de|een)\s+(?:\w+\s+)?" + _BOSS + r"\s+(?!van\b|die\b|en\b|met\b)\w+(?:t|n)\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(\d{1,3})(?:\s?[-–]\s?(\d{1,3}))?\s?(?:%|procent)", re.IGNORECASE)
_HOURS = re.compile(r"\b(\d{1,2})\s+uur\s+(?:per|in de)\s+week", re.IGNORECASE)
_DAYS = re.compile(r"\b(een|één|twee|drie|vier|[1-4])\s+dag(?:en)?\s+(?:per|in de)\s+week", re.IGNORECASE)
_NUMBERS = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4}
_WEEK_HOURS, _WEEK_DAYS = 36, 5
_SCALE = re.compile(r"\b(?:functie|salaris|loon|cao-?)?schaal\s+\d{1,2}[a-c]?\b", re.IGNORECASE)
# A sentence that only tells who the person is: age, years of service, a degree.
_PERSON = re.compile(
    r"\b(?:\d{2}\s+jaar\s+(?:oud|jong)|geboren\s+(?:in|op)|getrouwd|gehuwd|alleenstaand|heeft\s+\w+\s+kinderen|houdt van|woont\s+in|woonachtig"
    r"|zijn leeftijd|haar leeftijd"
    r"|werkt\s+(?:hier|bij\s+(?:ons|\w+(?:\s+\w+)?))\s+(?:al\s+)?(?:sinds|\d+\s+jaar)|\d+\s+jaar\s+in\s+dienst|sinds\s+\d{4}\s+in\s+dienst"
    r"|verdient een hogere|is (?:altijd )?(?:vrolijk|punctueel|collegiaal|betrokken|leergierig|aardig|geliefd|gemotiveerd|loyaal|ijverig))\b",
    re.IGNORECASE,
)
# A line of a form that tells who the person is, and a line that is nothing but a name.
_LABEL = re.compile(
    r"^(?:(?:huidige |oude |naam |gewenste )?(?:functie|functienaam|functietitel|functionaris|medewerker|naam|schaal|leeftijd|geslacht|geboortedatum|datum"
    r"|salaris|personeelsnummer|uren|dienstverband|formatie|telefoon|e-mail|mail))(?: \w+)?\s*:",
    re.IGNORECASE,
)
_NAME = re.compile(r"^(?:(?:mevrouw|meneer|mw|dhr|de heer)\.? )?(?:[A-Z][\w'’-]*\.?\s*(?:(?:van|de|der|den|el|ten|ter|het|'t)\s+)*){1,4}$")

_TITLE = "Een titel zegt niets over het werk."
_WEAKER, _SMALL, _LARGE = 0.5, 0.5, 1.5


@dataclass(frozen=True, slots=True)
class _Hit:
    """A word of a rule found: which rule, which list of words, and where."""

    rule: int
    part: str
    word: str
    span: Span


class Judge:
    """Judges spans with the sentence rules."""

    def __init__(self, rules: Sequence[SentenceRule]) -> None:
        self._rules = tuple(rules)
        entries = [
            (at * 3 + list_at, (at, part, word), word)
            for at, rule in enumerate(self._rules)
            for list_at, (part, words) in enumerate((("words", rule.words), ("weak", rule.weak_words), ("unless", rule.unless)))
            for word in words
        ]
        self._terms = Terms(entries)
        self._patterns = [(at, re.compile(pattern, re.IGNORECASE)) for at, rule in enumerate(self._rules) for pattern in rule.patterns]

    def statements(self, text: str, spans: Iterable[Span], *, own_voice: bool = False) -> Iterator[Statement]:
        """The statements that the spans of a text make; ``own_voice``: the text tells of the own work as "ik" or "je"."""
        before, first = "", True
        for span in spans:
            said = text[slice(*span)]
            found = Statement(said, span, "titel", _TITLE) if is_title(said, before, first=first) else self._statement(text, span, own_voice=own_voice)
            before, first = said, first and not found.counts
            yield found

    def _statement(self, text: str, span: Span, *, own_voice: bool) -> Statement:
        start, end = span
        said = text[start:end]
        hits: dict[int, list[_Hit]] = defaultdict(list)
        for hit in self._hits(said):
            hits[hit.rule].append(hit)
        share = _share(said)
        weight = _share_weight(share)
        kind, reason, denied, others = WORK, None, list[Span](), list[Span]()
        for at in sorted(hits):
            rule, found = self._rules[at], self._fires(at, hits[at])
            if not found:
                continue
            if rule.effect is SentenceEffect.ASIDE and kind == WORK:
                kind, reason = rule.kind, rule.reason
            elif rule.effect is SentenceEffect.WEAKER:
                weight *= _WEAKER
            elif rule.effect is SentenceEffect.WEIGHS and share is None:
                weight *= _LARGE if rule.kind.endswith("groot") else _SMALL
            elif rule.effect is SentenceEffect.DENIES:
                denied += [denied_part(said, hit.span) for hit in found]
            elif rule.effect is SentenceEffect.OTHER:
                others += [clause_of(said, hit.span) for hit in found]
        if kind == WORK and said.rstrip("\"”’') ").endswith("?"):
            kind, reason = "vraag", "Een vraag is geen beschrijving van werk."
        if _CHIEF.match(said) or (own_voice and _SOMEBODY.match(said)):
            others.append((0, len(said)))
        if kind == WORK and _tells_who(said):
            kind, reason = "persoon", "Gaat over de persoon of de schaal, niet over het werk."
        return Statement(said, span, kind, reason, weight, share, _moved(denied, start), _moved(others, start))

    def _hits(self, said: str) -> Iterator[_Hit]:
        words = plain_words(said)
        spans = [span for _, span in words]
        for match in self._terms.find([word for word, _ in words]):
            places = spans_of(match.places, spans)
            yield _Hit(*match.value, (places[0][0], places[-1][1]))
        for rule, pattern in self._patterns:
            yield from (_Hit(rule, "words", pattern.pattern, found.span()) for found in pattern.finditer(said))

    def _fires(self, rule: int, own: Sequence[_Hit]) -> list[_Hit]:
        """The words that make a rule hold; none when it does not hold."""
        unless = [hit.span for hit in own if hit.part == "unless"]
        # An exception cancels the rule: for a denial only where the two overlap, for the others in the whole statement.
        if unless and self._rules[rule].effect is not SentenceEffect.DENIES:
            return []
        strong = [hit for hit in own if hit.part == "words" and not any(left < hit.span[1] and hit.span[0] < right for left, right in unless)]
        weak = [hit for hit in own if hit.part == "weak"]
        return strong or (weak if len({hit.word for hit in weak}) >= 2 else [])


def _tells_who(said: str) -> bool:
    """Whether a short statement only tells who somebody is: a line of a form, a name, an age, a scale."""
    words = len(said.split())
    if words < 8 and (_LABEL.match(said) or _NAME.match(said.rstrip(".,;"))):
        return True
    return words < 18 and bool(_SCALE.search(said) or _PERSON.search(said))


def _share(said: str) -> int | None:
    """The share of the working time that a statement names, in per cent."""
    if (found := _SHARE.search(said)) and int(found[1]) <= 100:
        return (int(found[1]) + int(found[2])) // 2 if found[2] and int(found[2]) <= 100 else int(found[1])
    if found := _HOURS.search(said):
        return min(100, round(100 * int(found[1]) / _WEEK_HOURS))
    if found := _DAYS.search(said):
        days = _NUMBERS.get(found[1].casefold()) or int(found[1])
        return round(100 * days / _WEEK_DAYS)
    return None


def _share_weight(share: int | None) -> float:
    """How much a statement with this share counts: a third of the time is usual."""
    return 1.0 if share is None else min(2.0, max(0.3, share / 35))


def _moved(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by) for start, end in dict.fromkeys(spans))

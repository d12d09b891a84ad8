"""FunctionDescription -> features: what the ranking compares.

Stems and the letters of words, so that compounds and verb forms still meet. A stem in a denied clause, or in what somebody else does, is another feature than
the stem itself. Names, pronouns, numbers, the name of the job and the scale are no features: a person may change, the placement may not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from functiehuis.language.roles import ROLE
from functiehuis.language.space import EMPTY_WORDS, Counts
from functiehuis.language.stems import stem
from functiehuis.model.description import FunctionDescription, Statement
from functiehuis.model.terms import WORD
from functiehuis.model.text import Span

_PERSONS_TEXT = """
hij zij ze je jij jou jouw ik mij me mijn u uw haar hem hen hun zijn man vrouw mevrouw meneer heer dame mw dhr mevr jongeman jongedame mannen vrouwen
dames heren vader moeder meisje jongen zoon dochter echtgenoot echtgenote
"""
_PERSONS = frozenset(_PERSONS_TEXT.split())
_BETWEEN = frozenset(("van", "de", "der", "den", "el", "ten", "ter", "Van", "De"))
_ADDRESSES = frozenset(("mevrouw", "meneer", "heer", "mw", "dhr", "mevr"))
# "Verantwoordelijk voor de aanmaningen" says no more of the work than "de aanmaningen": everybody answers for the own work. Who answers for a part of the
# organisation, its people or its money does manage, and so does who answers to those who govern.
_ORGANISATION = (
    r"(?:organisatie|ambtenarenapparaat|gemeente|waterschap|afdeling(?:en)?|teams?|directie|dienst(?:onderdeel|onderdelen)?|sector(?:en)?|clusters?|unit|domein"
    r"|medewerkers|personeel|mensen|leiding|aansturing|budget(?:ten)?|begroting|bedrijfsvoering|resultaat van|resultaten van|functioneren van)\b"
)
_RESPONSIBLE = (
    r"\b(?:(?:ben|bent|is|zijn|blijf|blijft|voel|voelt)\s+(?:(?:ik|je|jij|hij|zij|ze|u|me|zich|zelf|ook|dus|daarvoor|hiervoor|als\s+enige)\s+)*)?"
    r"(?:(?:volledig|geheel|zelf|zelfstandig|mede|persoonlijk|integraal)\s+)?(?:eind|mede|hoofd)?-?verantwoordelijke?\b"
    rf"(?!\s+voor\s+(?:(?!van\b)\w+\s+){{0,3}}{_ORGANISATION})(?:\s+voor\b)?"
    r"|\b(?:(?:draag|draagt|dragen|heb|hebt|heeft|neem|neemt)\s+(?:(?:ik|je|hij|zij|ze|zelf|daarvoor|de|volle|volledige|eigen)\s+)*)?"
    rf"(?:eind)?-?verantwoordelijkhe(?:id|den)\b(?!\s+(?:voor|over)\s+(?:(?!van\b)\w+\s+){{0,3}}{_ORGANISATION})(?:\s+voor\b)?"
    r"|\bleg(?:t|gen)?\s+(?:\w+\s+){0,3}?verantwoording\s+af\b(?!\s+aan\s+(?:de|het|onze)\s+(?:\w+\s+)?(?:directie|directeur|bestuur|college|raad|MT)\b)"
)
_DENIED, _OTHER = "¬", "@"


@dataclass(frozen=True, slots=True)
class Features:
    """What a description holds, and per statement (position) its stems, for explaining."""

    counts: Counts
    places: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that are no names: they stand somewhere in lower case in texts that we know, or in the lexicon."""

    words: frozenset[str]

    def knows(self, printed: str) -> bool:
        """Whether a printed word is a word. In lower case it is, and all in capitals (WOZ, BAG); with one capital it may be a name."""
        return printed[:1].islower() or printed.isupper() or printed.casefold() in self.words


def vocabulary_of(texts: Iterable[str]) -> Vocabulary:
    """Every word that stands in lower case in these texts."""
    return Vocabulary(frozenset(found.group() for text in texts for found in WORD.finditer(text) if found.group()[:1].islower()))


class FeatureMaker:
    """Makes features of descriptions, with one vocabulary and the names of jobs that are no evidence."""

    def __init__(self, vocabulary: Vocabulary, roles: Iterable[str]) -> None:
        self._vocabulary = vocabulary
        names = "|".join(sorted((re.escape(role.casefold()) for role in roles), key=lambda name: (-len(name), name)))
        # "als senior adviseur WOZ", "je bent teammanager": what somebody is called. The words after it stay.
        # A scale and an age are no more.
        person = r"|\b(?:functie|salaris|loon)?schaal\s+\d{1,2}[a-c]?\b|\b\d{2}\s+jaar\s+(?:oud|jong)\b"
        called = (
            # So is the subject of a sentence: "De directeur int", "Als medewerker invordering int je".
            r"^(?:in\s+(?:de|je|jouw|mijn|zijn|haar)\s+(?:functie|rol)\s+(?:van|als)|als)\s+(?:(?:een|de|onze)\s+)?"
            rf"{ROLE}\b(?:(?:\s+\w+){{1,3}}(?=\s+\w+\s+(?:je|jij|u|ik|hij|zij|ze)\b))?"
            rf"|^(?:de|een|deze)\s+{ROLE}\b|\b(?:bent|ben)\s+(?:(?:een|de|onze)\s+)?{ROLE}\b"
            r"|\b(?:als|bent|ben|is|functie(?:naam|titel)?:?|heet|heten|titel|rol van|functie van)\s+"
            rf"(?:(?:een|de|onze|nieuwe|senior|junior|medior|ervaren)\s+)*(?:{names or '-'})\b"
        )
        self._called = re.compile(f"{called}{person}|{_RESPONSIBLE}")

    def features(self, description: FunctionDescription) -> Features:
        """The features of the statements that count."""
        stems: dict[str, float] = defaultdict(float)
        words: dict[str, float] = defaultdict(float)
        places = []
        for at, statement in enumerate(description.statements):
            if not statement.counts:
                continue
            own: list[str] = []
            before = ""
            for word, mark in self._words(statement):
                name = mark + stem(word)
                if word in _PERSONS:
                    before = ""
                    continue
                if word not in EMPTY_WORDS:
                    own.append(name)
                    if not mark:
                        words[word] += statement.weight
                if before:
                    own.append(f"{before} {name}")
                before = name
            for name in own:
                stems[name] += statement.weight
            places.append((at, tuple(own)))
        return Features((stems, words), tuple(places))

    def _words(self, statement: Statement) -> Iterator[tuple[str, str]]:
        """The words of a statement in lower case, each with its mark; without names, numbers and what somebody is called."""
        lower = statement.text.casefold()
        called = [found.span() for found in self._called.finditer(lower)] if len(lower) == len(statement.text) else []
        start = statement.span[0]
        named, apart = False, bool(statement.denied or statement.others)
        for found in WORD.finditer(statement.text):
            printed, span = found.group(), found.span()
            # After a first name or "mevrouw" the capitals that follow are a name too, though "Boer" and "Visser" are words as well.
            surname = named and (printed in _BETWEEN or (printed[:1].isupper() and printed[1:].islower()))
            named = surname or printed.casefold() in _ADDRESSES or (not self._vocabulary.knows(printed) and printed.isalpha())
            if surname or (not printed.isalpha() and any(char.isdigit() for char in printed)) or not self._vocabulary.knows(printed) or _inside(span, called):
                continue
            mark = ""
            if apart:
                place = (span[0] + start, span[1] + start)
                mark = _DENIED if _inside(place, statement.denied) else _OTHER if _inside(place, statement.others) else ""
            yield printed.casefold().replace("’", "'"), mark


def _inside(span: Span, clauses: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in clauses)

"""FB020: a word that is not Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.context import CheckContext
from functiehuis.authoring.checks.places import Located, TextKind, located_texts
from functiehuis.language.spelling import Speller
from functiehuis.language.tokens import Word, spelled_words
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place, Severity

_MOST_SUGGESTED = 100  # looking for a suggestion is slow; a book with more unknown words has another problem
_TITLES = (TextKind.TITLE, TextKind.CONTENTS, TextKind.SERIES_NAME, TextKind.GROUP_NAME, TextKind.NAME, TextKind.HEADING, TextKind.AREA_NAME)


class Misspelling(Check):
    """Spelling of every word of the book, headings and contents too; names and abbreviations pass."""

    code = "FB020"

    def run(self, book: FunctionBook, context: CheckContext, /) -> Iterator[Finding]:
        """One finding per misspelled word, with all its places."""
        names = {name.casefold() for name in re.findall(r"\w+", f"{book.organisation.name} {book.organisation.abbreviation or ''} {book.system}")}
        wrong: dict[str, tuple[str, list[Place]]] = {}
        known = {word for words in context.system.headings.values() for phrase in words for word in phrase.split()}
        for located in located_texts(book):
            for word in spelled_words(located.text.text):
                if word.text.casefold() in names or _is_name(word, located):
                    continue
                reading = _wrong_reading(word, context.speller)
                if reading is None:
                    known.update(reading.strip("-") for reading in word.readings)
                else:
                    wrong.setdefault(reading.casefold(), (reading, []))[1].append(located.place(word.span))
        known = {word for word in known if len(word) > 3 and context.speller.knows(word)}
        for count, (key, (printed, places)) in enumerate(wrong.items()):
            if all(_is_suspended(place) for place in places) and context.speller.knows(f"{printed}-"):
                suggestions: tuple[str, ...] = (f"{printed}-",)
            else:
                suggestions = context.speller.suggestions(printed, known) if count < _MOST_SUGGESTED else ()
            yield self._misspelled(key, printed, places, suggestions)

    def _misspelled(self, key: str, printed: str, places: list[Place], suggestions: tuple[str, ...]) -> Finding:
        often = f" Het staat er {len(places)} keer." if len(places) > 1 else ""
        if suggestions:
            return self.finding(f"'{printed}' is verkeerd gespeld. Bedoeld is waarschijnlijk '{suggestions[0]}'.{often}", places, key, suggestions[0])
        text = f"'{printed}' staat niet in de woordenlijst. Controleer de spelling, of zet de melding opzij als het een vakwoord is.{often}"
        return self.finding(text, places, key, severity=Severity.WARNING)


def _wrong_reading(word: Word, speller: Speller) -> str | None:
    """None when the word is right in one of its readings and each part of it exists, else the reading that is wrong."""
    unknown = [reading for reading in word.readings if not speller.knows(reading)]
    if not unknown or (len(word.readings) > 1 and len(unknown) < len(word.readings) and speller.knows(word.readings[-1])):
        return None
    return unknown[-1] if len(unknown) < len(word.readings) else unknown[0]


def _is_suspended(place: Place) -> bool:
    """``beleids en beheersplan``: the hyphen after the first part was forgotten."""
    after = (place.quote or "")[place.span[1] :] if place.span else ""
    return bool(re.match(r",? (?:en|of|en/of) \w", after))


def _is_name(word: Word, located: Located) -> bool:
    """A capital in the middle of a sentence announces a name."""
    if located.kind in _TITLES or not word.text[0].isupper():
        return False
    before = located.text.text[: word.span[0]].rstrip(" \"'“‘(")
    return bool(before) and before[-1] not in ".!?:"

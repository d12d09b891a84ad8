"""Does a description say enough about work to place anybody by?

In: the text and its statements. Out: None, or one Dutch sentence that says what is wrong and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from functiehuis.classifying.descriptions.other_texts import other_text
from functiehuis.model.description import Statement
from functiehuis.model.terms import plain_words

FEWEST_WORDS = 12
# Words that no Dutch text of some length lacks, and words that Dutch does not have but its neighbours do.
_DUTCH_TEXT = """
de het een en van voor met op in aan bij is zijn wordt worden die dat je jij ik hij zij ze wij we niet als ook of om te naar door over uit
"""
_DUTCH = frozenset(_DUTCH_TEXT.split())
_FOREIGN_TEXT = """
the and of with for you are this that your will be to der die und das mit für ist sie wir nicht ein eine les des une est dans pour avec vous nous qui
sur el los las con para por una ve bir için il lo gli della che per sono
"""
_FOREIGN = frozenset(_FOREIGN_TEXT.split()) - _DUTCH
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[^\W\d_]")
_VOWEL = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]", re.IGNORECASE)


def why_unfit(text: str, statements: Sequence[Statement], longest: int) -> str | None:
    """Why nothing can be placed by this text, or None."""
    words = [word for word, _ in plain_words(text[:longest])]
    if not words:
        return "De beschrijving is leeg. Beschrijf in een paar zinnen wat iemand doet en wie er beslist."
    if len(text) > longest:
        return f"De tekst is te lang voor één functie ({len(text):,} tekens). Geef alleen de beschrijving van deze ene functie.".replace(",", ".")
    digits = len(_DIGIT.findall(text, 0, longest))
    letters = len(_LETTER.findall(text, 0, longest))
    if digits > letters / 2:
        return "De tekst bestaat vooral uit getallen. Geef een beschrijving van het werk in gewone zinnen."
    if len(words) < FEWEST_WORDS:
        count = f"{len(words)} {'woord' if len(words) == 1 else 'woorden'}"
        return f"De beschrijving heeft maar {count}; daaruit is geen functie te kiezen. Beschrijf de taken en wie er beslist."
    dutch = sum(word in _DUTCH for word in words)
    if sum(word in _FOREIGN for word in words) > dutch or (dutch < len(words) / 50 and _odd(words)):
        return "De tekst lijkt niet in het Nederlands te zijn. Geef de beschrijving in het Nederlands."
    if other := other_text(text[:longest], words, statements, _DUTCH):
        return other
    work = [word for statement in statements if statement.counts for word in _own_words(statement)]
    if len(work) < FEWEST_WORDS - 4:
        return (
            "De tekst zegt bijna niets over het werk zelf: wat erin staat, wordt ontkend of gaat over de werkgever, de persoon of anderen. Voeg de taken toe."
        )
    return None


def _own_words(statement: Statement) -> list[str]:
    """The words of a statement without what it denies and what others do."""
    start = statement.span[0]
    apart = (*statement.denied, *statement.others)
    return [word for word, span in plain_words(statement.text) if not any(left <= span[0] + start < right for left, right in apart)]


def _odd(words: Sequence[str]) -> bool:
    """Whether these hardly look like words at all."""
    return len(set(words)) < len(words) / 6 or sum(bool(_VOWEL.search(word)) for word in words) < 0.7 * len(words)

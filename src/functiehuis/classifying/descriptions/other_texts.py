"""Is a text something else than a description of work: a letter, news, a recipe, bare keywords, or words that say nothing?

In: a text, its words and its statements. Out: None, or one Dutch sentence that says what it is and what to give instead. Refuses nothing. Of all descriptions
that the product was built on, none is taken for another text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from functiehuis.model.description import Statement

_GIVE = "Geef een beschrijving van iemands werk: de taken, en wie er beslist."
_PERSON = re.compile(r"\b(?:ik|mijn|je|jij|jouw|hij|zij)\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"\b(?:geachte|beste)\s+(?:heer|mevrouw|meneer|inwoner|bewoner|burger|klant|lezer|ondernemer|relatie)", re.IGNORECASE)
_LETTER = re.compile(r"\bdeze brief\b|\buw (?:aanslag|bezwaar|aanvraag|verzoek|rekening|betaling)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:wij|we)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:u|uw)\b", re.IGNORECASE)
_NEWS = (
    r"\bwoordvoerder\b",
    r"\b(?:de|deze) krant\b",
    r"\b(?:volgens|aldus|zegt|vindt)\s+(?:de\s+)?(?:wethouder|burgemeester|minister|raadslid)",
    r"\boppositie\b|\bcoalitie\b",
    r"\bgemeenteraad\s+(?:heeft|stemde|besloot|ging)\b",
    r"\bstemden?\s+(?:tegen|voor|in)\b|\bingestemd\b",
    r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:avond|middag|ochtend)?\b",
    r"^[A-Z]{3,}(?:[ /-][A-Z]+)*\s+[-–—]\s",
    r"\bafgelopen (?:jaar|week|maand)\b",
    r"\bheeft het college\b|\bheeft de raad\b",
    r"\bgaat volgend jaar\b|\bgelden vanaf\b",
    r"\bmeldt\b|\bmaakte bekend\b|\bblijkt uit\b",
    r"\bverslaggever\b|\bredactie\b",
)
_KITCHEN = re.compile(
    r"\b(?:oven|deeg|bloem|boter|suiker|kaneel|eieren|snufje|eetlepels?|theelepels?|koekenpan|slagroom|knoflook|uien|braadpan|gram|graden|roer|snijd|bak|kook)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"van alles|wat er maar|nog wat\b|\bdivers|afwisselend|geen dag is hetzelfde|waar (?:het )?nodig|\ballerlei|soms dit|soms dat|iets anders|dit en dat"
    r"|dingen die|noem maar op|enzovoort|alles wat|van tijd tot tijd|wisselend|het ene moment|het andere moment|duizendpoot|overal bij|wat nodig is",
    re.IGNORECASE,
)
_AFRIKAANS = frozenset(["nie", "vir", "hulle", "jy", "hy", "baie", "wees", "hierdie", "daardie", "skryf", "saam", "deur", "ek", "reëlings"])
_ITEM = re.compile(r"[,;\n|•·]+")
_FEW_OTHER, _MOST_ITEM = 12, 1.6


def other_text(text: str, words: Sequence[str], statements: Sequence[Statement], empty: frozenset[str]) -> str | None:
    """What a text is when it is no description of work; ``empty`` are words that no Dutch text lacks."""
    if len(_AFRIKAANS & set(words)) >= 3:
        return "De tekst lijkt niet in het Nederlands te zijn. Geef de beschrijving in het Nederlands."
    if not _PERSON.search(text):
        you = len(_YOU.findall(text))
        if (you >= 2 and _ADDRESSED.search(text[:200])) or (you >= 3 and _LETTER.search(text) and _WE.search(text)):
            return f"De tekst lijkt een brief aan een inwoner of klant. {_GIVE}"
        if sum(bool(re.search(sign, text, re.IGNORECASE if sign[0] != "^" else 0)) for sign in _NEWS) >= 3:
            return f"De tekst lijkt een nieuwsbericht. {_GIVE}"
        if len({word.casefold() for word in _KITCHEN.findall(text)}) >= 5:
            return f"De tekst lijkt een recept. {_GIVE}"
    if _bare(text, words, empty):
        return f"De tekst is een rij losse woorden; wie wat doet, staat er niet in. {_GIVE}"
    if _vague([statement.text for statement in statements if statement.counts]):
        return "De tekst zegt dat het werk afwisselend is, maar niet wat het is. Noem de taken, en wie er beslist."
    return None


def _bare(text: str, words: Sequence[str], empty: frozenset[str]) -> bool:
    """Whether a text has only loose words: no small words, and items of one word, or no items at all."""
    if any(word in empty for word in words if word not in ("en", "of")):
        return False
    items = [item for item in _ITEM.split(text) if item.strip()]
    if any(sign in text for sign in ".!?\n") and len(items) < 6:
        return False
    return len(items) == 1 or len(words) / len(items) < _MOST_ITEM


def _vague(parts: Sequence[str]) -> bool:
    """Whether most of what counts says nothing, and the rest hardly anything."""
    empty = [part for part in parts if _VAGUE.search(part)]
    said = sum(len(part.split()) for part in parts if part not in empty)
    return sum(len(_VAGUE.findall(part)) for part in empty) >= 2 and said < _FEW_OTHER

"""What the search page looks in: the texts of every function and module, and the stem of every word, worked out beforehand.

In: a book and its addresses. Out: plain data. Refuses nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from functiehuis.authoring.publications.paper import called
from functiehuis.language.stems import stem
from functiehuis.model.book import FunctionBook

_WORD = re.compile(r"[^\W_]+")


def search_index(book: FunctionBook, addresses: Sequence[str], module_addresses: Sequence[str]) -> dict[str, Any]:
    """Keys: stukken (naam, adres, soort, code, groep, schaal, teksten), stammen (word without accents -> stem, where it is another)."""
    pieces = []
    for function, address in zip(book.functions, addresses, strict=True):
        group, series = book.group_named(function.group), book.series_named(function.series)
        pieces.append(
            {
                "naam": called(function),
                "adres": f"functies/{address}.html",
                "soort": "normfunctie",
                "code": function.code or "",
                "groep": " ".join(item.name for item in (series, group) if item),
                "schaal": function.scale or "",
                "teksten": [text.text for text in function.characteristics]
                + [text for area in function.result_areas for text in (area.name, *(task.text for task in area.tasks)) if text],
            }
        )
    for module, address in zip(book.modules, module_addresses, strict=True):
        texts = [task.text for task in module.tasks]
        pieces.append({"naam": module.name, "adres": address, "soort": "module", "code": module.code or "", "groep": "", "schaal": "", "teksten": texts})
    found = {}
    for word in sorted({word for piece in pieces for word in _words(piece)}):
        root = stem(word)
        if folded(root) != folded(word):
            found[folded(word)] = folded(root)
    return {"stukken": pieces, "stammen": found}


def folded(word: str) -> str:
    """A word without accents, as the search page compares it: coordinatie finds coördinatie."""
    return "".join(char for char in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(char))


def _words(piece: dict[str, Any]) -> Iterator[str]:
    for text in (piece["naam"], piece["groep"], *piece["teksten"]):
        for found in _WORD.finditer(unicodedata.normalize("NFC", text)):
            yield found.group().lower()

"""Changes between two versions as data with Dutch keys. In: BookChanges. Out: plain dicts and lists, ready for JSON. Refuses nothing."""

from __future__ import annotations

from typing import Any

from functiehuis.authoring.changes.change import BookChanges, Change
from functiehuis.model.wire import text_to_wire


def changes_to_wire(changes: BookChanges) -> dict[str, Any]:
    """Keys: van and naar (titles), gelijk, samenvatting, aantallen per soort, normfuncties (pairs of codes), wijzigingen."""
    return {
        "van": changes.before,
        "naar": changes.after,
        "gelijk": not changes,
        "samenvatting": changes.summary,
        "aantallen": {str(kind): count for kind, count in changes.counts.items()},
        "normfuncties": [{"van": before, "naar": after} for before, after in changes.pairs],
        "wijzigingen": [_change(change) for change in changes.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "soort": str(change.kind),
        "functie": change.function,
        "naam": change.name,
        "onderdeel": change.part,
        "tekst": change.text,
        "voor": text_to_wire(change.before) if change.before else None,
        "na": text_to_wire(change.after) if change.after else None,
        "verschillen": [
            {
                "soort": str(item.kind),
                "voor": list(item.before),
                "na": list(item.after),
                "woorden_voor": item.before_words,
                "woorden_na": item.after_words,
            }
            for item in change.differences
        ],
        "teksten": [text_to_wire(text) for text in change.items],
    }

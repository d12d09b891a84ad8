"""What descriptions of work give away, as data that an HR adviser can read: words per kind of work (``vakwoorden``), phrases per degree of each axis of
level (``niveausignalen``), coordination against management (``modules``), and sentences that do not count (``zinnen``).

In: nothing, or the name of one file. Out: the Cues, or the plain data of that file. Refuses an unknown name or wrong YAML with InvalidBookError.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from functiehuis.model.cues import AxisDegree, Cues, LevelAxis, ModuleCue, SentenceEffect, SentenceRule, WorkKind
from functiehuis.model.errors import InvalidBookError

NAMES = ("vakwoorden", "niveausignalen", "modules", "zinnen")


@lru_cache(maxsize=len(NAMES))
def load_cue_data(name: str) -> Any:
    """The data of one of NAMES, as plain dictionaries and lists."""
    if name not in NAMES:
        raise InvalidBookError(f"Er is geen bestand met signalen dat '{name}' heet. Wel: {', '.join(NAMES)}.")
    try:
        return yaml.load((Path(__file__).parent / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise InvalidBookError(f"Het bestand {name}.yaml met signalen is niet te lezen: {error}. Zet het terug zoals het was.") from error


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """All the cues that come with the product."""
    try:
        return Cues(
            sentence_rules=tuple(_sentence_rule(row) for row in load_cue_data("zinnen")["soorten"]),
            kinds=tuple(_kind(row) for row in load_cue_data("vakwoorden")["soorten"]),
            axes=tuple(_axis(row) for row in load_cue_data("niveausignalen")["assen"]),
            modules=tuple(_module(row) for row in load_cue_data("modules")["modules"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidBookError(f"De signalen kloppen niet: {error}. Vergelijk de bestanden met de uitleg die bovenin elk bestand staat.") from error


def _sentence_rule(row: Mapping[str, Any]) -> SentenceRule:
    patterns = tuple(item["patroon"] for item in load_cue_data("zinnen")["patronen"] if item["soort"] == row["soort"])
    return SentenceRule(
        row["soort"], SentenceEffect(row["werking"]), row["reden"], _words(row["woorden"]), _words(row["zwak"]), _words(row["behalve"]), patterns
    )


def _kind(row: Mapping[str, Any]) -> WorkKind:
    return WorkKind(
        key=row["soort"],
        name=row["naam"],
        meaning=row["betekenis"],
        definition_words=_words(row["definitiewoorden"]),
        words=_weighted(row["woorden"]),
        roles=_words(row["rollen"]),
        against=_words(row["niet"]),
        outside=row.get("buiten_boek", "nee") == "ja",
    )


def _axis(row: Mapping[str, Any]) -> LevelAxis:
    degrees = tuple(
        AxisDegree(item["graad"], item["antwoord"], tuple((pair["ladder"], pair["graad"]) for pair in item["boek"]), _words(item["signalen"]))
        for item in row["graden"]
    )
    return LevelAxis(row["as"], row["betekenis"], _words(row["ladders"]), row["vraag"], degrees)


def _module(row: Mapping[str, Any]) -> ModuleCue:
    return ModuleCue(
        module=row["module"],
        meaning=row["betekenis"],
        words_for=_weighted(row["voor"]),
        words_against=_weighted(row["tegen"]),
        confirms=_words(row["bevestigt"]),
        not_module=_words(row["geen_module"]),
        question=row["vraag"],
        answers=tuple((item["antwoord"], item["uitkomst"]) for item in row["antwoorden"]),
    )


def _words(items: Any) -> tuple[str, ...]:
    return tuple(str(item) for item in items)


def _weighted(rows: Mapping[int, Any]) -> dict[int, tuple[str, ...]]:
    return {int(weight): _words(words) for weight, words in rows.items()}

"""Scores of finding -> plain dictionaries with stable Dutch keys. Codes and numbers only: no text of a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from functiehuis.measuring.esco import EscoScore, Hits
from functiehuis.measuring.finding import SetScore
from functiehuis.measuring.finding_scores import FindingScore, Portion, RankScore

Wire = dict[str, Any]


def sets_to_wire(sets: Sequence[SetScore]) -> Wire:
    """Per set: what was scored on all of it, by register, by difficulty, and by every way of finding."""
    return {score.name: _set(score) for score in sets}


def esco_to_wire(score: EscoScore) -> Wire:
    """Per question the ways of finding."""
    return {
        "beschrijving_naar_groep": _hits(score.groups),
        "titel_naar_beroep_met_gelijk_woord": _hits(score.titles_alike),
        "titel_naar_beroep_zonder_gelijk_woord": _hits(score.titles_apart),
    }


def _set(score: SetScore) -> Wire:
    return {
        "gezien": score.seen,
        **_finding(score.total),
        "register": {name: _finding(part) for name, part in score.registers.items()},
        "moeilijkheid": {name: _finding(part) for name, part in score.difficulties.items()},
        "manieren": {name: _ranking(way) for name, way in score.ways.items()},
    }


def _finding(score: FindingScore) -> Wire:
    return {
        "gevallen": score.cases,
        "precies": _portion(score.exact),
        "aanvaardbaar": _portion(score.acceptable),
        "binnen_drie": _portion(score.three),
        "groep": _portion(score.group),
        "niveau_in_juiste_groep": _portion(score.level),
        "hooguit_een_niveau_ernaast": _portion(score.near),
        "aanvaardbaar_alle_gevallen": _portion(score.accepted),
        "geen": {"gevonden": _portion(score.none_found), "ten_onrechte": _portion(score.none_false)},
        "module": {"precisie": _portion(score.module_right), "vangst": _portion(score.module_found)},
        "twijfel": {"zo_genoemd": _portion(score.doubted), "eerste_verdedigbaar": _portion(score.doubt_first)},
        "voorstel": {
            "dekking": _portion(score.proposed),
            "precies": _portion(score.proposed_exact),
            "aanvaardbaar": _portion(score.proposed_accepted),
        },
        "score": {"goed": _rounded(score.score_right), "fout": _rounded(score.score_wrong)},
        "verwisseld": [{"juist": answer, "gezegd": said, "aantal": times} for answer, said, times in score.mistaken],
    }


def _ranking(score: RankScore) -> Wire:
    return {"precies": _portion(score.exact), "binnen_drie": _portion(score.three), "groep": _portion(score.group)}


def _hits(ways: Mapping[str, Hits]) -> Wire:
    return {way: {"eerste": _portion(hits.first), "binnen_drie": _portion(hits.three)} for way, hits in ways.items()}


def _portion(portion: Portion) -> Wire:
    margin = portion.margin
    return {
        "aandeel": _rounded(portion.share),
        "goed": portion.right,
        "van": portion.of,
        "marge": [_rounded(margin[0]), _rounded(margin[1])] if margin else None,
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)

"""Measurement -> plain dictionaries with stable Dutch keys, for ``meet --json`` and for the limits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from functiehuis.authoring.changes import LevelWordScore
from functiehuis.measuring.checking import Alarm, BookScore, DamageResult
from functiehuis.measuring.finding import SetScore
from functiehuis.measuring.finding_wire import esco_to_wire, sets_to_wire
from functiehuis.measuring.items import Share
from functiehuis.measuring.measurement import OPEN, Measurement, RealScore
from functiehuis.measuring.reading import ReadingScore
from functiehuis.measuring.truth import OPEN_SETS, Known

SCHEMA = "functiehuis/meting/1"

Wire = dict[str, Any]


def measurement_to_wire(measurement: Measurement) -> Wire:
    """Everything that was measured. No text of a book is in it: codes, names of parts and numbers only."""
    real = measurement.real
    return {
        "schema": SCHEMA,
        "versie": measurement.version,
        "lezen": {"demo": {key_of(score.source): _reading(score) for score in measurement.reading}, "echt": _real_reading(real) if real else None},
        "controleren": {
            "schade": {name: _damages(results) for name, results in measurement.damages.items()},
            "demo": _book(measurement.checking),
            "goed_ongezien": _book(measurement.sound),
            "echt": _book(real.checking) if real else None,
        },
        "ladders": {
            "demo": _ladders(measurement.ladders),
            "goed_ongezien": _ladders(measurement.sound_ladders),
            "echt": _ladders(real.ladders) if real else None,
        },
        "zoeken": {
            "demo": _finding(measurement.finding, measurement),
            "echt": _finding(real.finding, measurement) if real else None,
            "esco": esco_to_wire(measurement.esco) if measurement.esco else None,
        },
        "overgeslagen": list(measurement.lacking),
    }


def _finding(sets: Sequence[SetScore], measurement: Measurement) -> Wire:
    """A set that is not at hand is there as None, so that its limits are skipped and not broken."""
    absent: Wire = dict.fromkeys(OPEN_SETS) if OPEN in measurement.lacking else {}
    return {**sets_to_wire(sets), **absent}


def key_of(source: str) -> str:
    """The name of a file as a key: gewoon.txt is gewoon-txt."""
    return source.replace(".", "-")


def _reading(score: ReadingScore) -> Wire:
    return {
        **_share(score.total),
        "restanten": score.leftovers,
        "delen": {kind: _share(share) for kind, share in score.kinds.items()},
        "geweigerd": score.refused,
    }


def _real_reading(real: RealScore) -> Wire:
    return {
        key_of(row.facts.source): {"feiten": _reading(row.facts), "gelijk_aan_tekst": _reading(row.against_text) if row.against_text else None}
        for row in real.reading
    }


def _share(share: Share) -> Wire:
    return {"aandeel": round(share.share, 4), "goed": share.exact, "verwacht": share.expected, "verzonnen": share.invented}


def _damages(results: Sequence[DamageResult]) -> Wire:
    proposed = [result.proposed for result in results if result.proposed is not None]
    codes = sorted({result.damage.codes[0] for result in results})
    return {
        "aandeel": round(_part([result.found for result in results]), 4),
        "gevonden": sum(result.found for result in results),
        "totaal": len(results),
        "voorstel_goed": sum(proposed),
        "voorstel_totaal": len(proposed),
        "vals_ernaast": sum(len(result.beside) for result in results),
        "bijmeldingen": sum(len(result.extra) for result in results),
        "per_controle": {code: _of_code(results, code) for code in codes},
        "gemist": [{"id": result.damage.name, "melding": result.damage.codes[0]} for result in results if not result.found],
        "vals": [{"id": result.damage.name, **_alarm(alarm)} for result in results for alarm in result.beside],
    }


def _of_code(results: Sequence[DamageResult], code: str) -> Wire:
    found = [result.found for result in results if result.damage.codes[0] == code]
    return {"gevonden": sum(found), "totaal": len(found)}


def _part(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else 1.0


def _book(score: BookScore) -> Wire:
    known = len(score.found) + len(score.missed)
    return {
        "aandeel": round(len(score.found) / known, 4) if known else 1.0,
        "gevonden": len(score.found),
        "totaal": known,
        "vals_alarm": len(score.false_alarms),
        "terecht_stil": score.silent,
        "niet_stil": len(score.not_silent),
        "gemist": [_known(item) for item in score.missed],
        "vals": [_alarm(alarm) for alarm in score.false_alarms],
        "sprak_ten_onrechte": [_known(item) for item in score.not_silent],
    }


def _known(item: Known) -> Wire:
    return {"melding": item.codes[0], "functie": item.function, "woord": item.words[0] if item.words else None}


def _alarm(alarm: Alarm) -> Wire:
    return {"melding": alarm.code, "ernst": alarm.severity.value, "functie": alarm.function, "onderdeel": alarm.part}


def _ladders(score: LevelWordScore) -> Wire:
    return {
        "precisie": round(score.precision, 4),
        "vangst": round(score.recall, 4),
        "afgeleid": score.derived,
        "vet": score.bold,
        "beide": score.both,
    }

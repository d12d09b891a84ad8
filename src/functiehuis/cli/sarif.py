"""Findings as SARIF 2.1.0, the form in which checkers hand their results to other programs (OASIS standard)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from functiehuis import __version__
from functiehuis.authoring.checks import all_checks
from functiehuis.model.finding import Finding, Place, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_log(findings: Sequence[Finding], source: Path) -> dict[str, Any]:
    """A SARIF log with one run."""
    codes = sorted({finding.code for finding in findings})
    texts = {check.code: check.texts for check in all_checks()}
    rules = []
    for code in codes:
        entry = texts.get(code)
        rules.append({"id": code, **({"shortDescription": {"text": entry.title}, "fullDescription": {"text": entry.reason}} if entry else {})})
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "functiehuis", "version": __version__, "language": "nl", "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, codes.index(finding.code), source) for finding in findings],
            }
        ],
    }


def _result(finding: Finding, rule: int, source: Path) -> dict[str, Any]:
    proposal = f" Voorstel: {finding.proposal}" if finding.proposal else ""
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.text + proposal},
        "locations": [_location(place, source) for place in finding.places],
        "partialFingerprints": {"functiehuis/v1": finding.fingerprint},
    }


def _location(place: Place, source: Path) -> dict[str, Any]:
    where = place.provenance
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(where.file if where else source.name)}}
    if where and where.line:
        physical["region"] = {"startLine": where.line}
        if place.quote:
            physical["region"]["snippet"] = {"text": place.quote}
    name = f"{place.function}: {place.part}" if place.function else place.part
    return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": name}]}

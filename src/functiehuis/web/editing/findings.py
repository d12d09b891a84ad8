"""The findings of a version: a list with filters, each at its place; left with a reason, and opened again."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from functiehuis.actions.check_version import check_version
from functiehuis.actions.judge_finding import leave_finding, reopen_finding
from functiehuis.actions.open_book import open_book
from functiehuis.actions.policy import Right
from functiehuis.model.book import BookStatus
from functiehuis.model.errors import RefusedError, UnknownItemError
from functiehuis.model.finding import Finding, Severity
from functiehuis.web.intake.page import title_of
from functiehuis.web.project.rooms import HouseRequest, room

TONES = {Severity.ERROR: ("error", "Fout"), Severity.WARNING: ("warning", "Waarschuwing"), Severity.INFO: ("info", "Informatie")}


@room(Right.READ_DRAFT)
def findings(request: HouseRequest, number: int) -> HttpResponseBase:
    """All findings of a version that is read; dismissing and reopening for who may edit."""
    request.place.kept = open_book(request.place.house, number)
    if request.method != "POST":
        return _page(request)
    given = request.POST
    try:
        if given.get("doe") == "openen":
            reopen_finding(request.place.house, number, given.get("melding", ""))
        else:
            leave_finding(request.place.house, number, _named(request, given.get("melding", "")), given.get("reden", ""), timezone.localdate())
    except RefusedError as error:
        return _page(request, error)
    query = {name: given[name] for name in ("ernst", "functie", "code", "toon") if given.get(name)}
    return redirect(f"{reverse('findings', args=[request.place.house.actor.organisation, number])}?{urlencode(query)}#lijst")


def _named(request: HouseRequest, fingerprint: str) -> Finding:
    kept = request.place.kept
    found = check_version(request.place.house, kept) if kept else None
    for finding in (*found.findings, *found.dismissed) if found else ():
        if finding.fingerprint == fingerprint:
            return finding
    raise UnknownItemError("Deze melding is er niet meer: de tekst is intussen veranderd. Ververs de pagina.")


def _page(request: HouseRequest, refused: RefusedError | None = None) -> HttpResponse:
    kept, asked = request.place.kept, request.POST if refused else request.GET
    if kept is None:
        raise UnknownItemError("Kies eerst een versie.")
    result = check_version(request.place.house, kept)
    aside = asked.get("toon") == "genegeerd"
    every = result.dismissed if aside else result.findings
    wanted = {name: asked.get(name, "") for name in ("ernst", "functie", "code")}
    shown = [item for item in every if _matches(item, wanted)]
    concept = kept.version.status is BookStatus.DRAFT
    keys = {item.function.label: item.key for item in request.place.house.drafts(kept.version.number) if not item.retired} if concept else {}
    reasons = {item.fingerprint: item for item in kept.book.dismissals}
    used = Counter(place.function for item in every for place in item.places[:1] if place.function)
    context = {
        "page": "versions",
        "rows": [(item, *TONES[item.severity], title_of(item.code), reasons.get(item.fingerprint)) for item in shown[:200]],
        "more": max(0, len(shown) - 200),
        "total": len(result.findings),
        "dismissed": len(result.dismissed),
        "severities": [(key, word, sum(1 for item in every if item.severity is key)) for key, (_, word) in TONES.items()],
        "functions": [(item.label, item.name) for item in kept.book.functions if used[item.label]],
        "codes": sorted({(item.code, title_of(item.code)) for item in every}),
        "wanted": wanted,
        "aside": aside,
        "keys": keys,
        "concept": concept,
        "refused": refused,
        "wrong": asked.get("melding", ""),
    }
    return render(request, "editing/findings.html", context, status=422 if refused else 200)


def _matches(finding: Finding, wanted: dict[str, str]) -> bool:
    return (
        (not wanted["ernst"] or finding.severity.value == wanted["ernst"])
        and (not wanted["code"] or finding.code == wanted["code"])
        and (not wanted["functie"] or any(place.function == wanted["functie"] for place in finding.places))
    )


@room(Right.READ_DRAFT)
def counts(request: HouseRequest, number: int) -> HttpResponseBase:
    """How many findings are open, as a part of a page."""
    request.place.kept = open_book(request.place.house, number)
    result = check_version(request.place.house, request.place.kept)
    told = Counter(item.severity for item in result.findings)
    rows = [(tone, word, told[key], key.value) for key, (tone, word) in TONES.items() if told[key]]
    return render(request, "editing/counts.html", {"rows": rows, "dismissed": len(result.dismissed), "number": number, "today": date.today()})

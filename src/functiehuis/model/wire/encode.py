"""Model objects -> wire form."""

from __future__ import annotations

from typing import Any

from functiehuis.model.book import ContentsEntry, ConversionRow, Dismissal, FunctionBook
from functiehuis.model.finding import Finding, Place
from functiehuis.model.function import Module, PrintedHeading, ResultArea, StandardFunction
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText

SCHEMA = "functiehuis/functieboek/1"

Wire = dict[str, Any]


def book_to_wire(book: FunctionBook) -> Wire:
    """The book as the wire form (key ``schema`` first)."""
    return {
        "schema": SCHEMA,
        "titel": book.title,
        "systeem": book.system,
        "status": book.status.value,
        "organisatie": {"naam": book.organisation.name, "afkorting": book.organisation.abbreviation},
        "inhoudsopgave": [_contents_to_wire(entry) for entry in book.contents],
        "functiereeksen": [{"code": item.code, "naam": item.name, "definitie": _optional_text(item.definition)} for item in book.series],
        "functiegroepen": [{"code": item.code, "reeks": item.series, "naam": item.name, "definitie": _optional_text(item.definition)} for item in book.groups],
        "normfuncties": [function_to_wire(function) for function in book.functions],
        "modules": [module_to_wire(module) for module in book.modules],
        **_filled(
            conversietabel=[_conversion_to_wire(row) for row in book.conversion],
            colofon=[text_to_wire(text) for text in book.colophon],
            genegeerd=[_dismissal_to_wire(item) for item in book.dismissals],
        ),
        "restanten": [text_to_wire(text) for text in book.leftovers],
    }


def function_to_wire(function: StandardFunction) -> Wire:
    """A standard function as its part of the wire form."""
    return {
        "code": function.code,
        "naam": function.name,
        "reeks": function.series,
        "groep": function.group,
        "niveau": function.level,
        "schaal": function.scale,
        **_filled(punten=function.points),
        "kenmerken": [text_to_wire(text) for text in function.characteristics],
        "resultaatgebieden": [_area_to_wire(area) for area in function.result_areas],
        **_filled(
            modules=list(function.modules),
            definitie_reeks=_optional_text(function.series_definition),
            definitie_groep=_optional_text(function.group_definition),
            koppen=_headings_to_wire(function.headings),
            herkomst=provenance_to_wire(function.provenance),
        ),
    }


def module_to_wire(module: Module) -> Wire:
    """A module as its part of the wire form."""
    return {
        "naam": module.name,
        "code": module.code,
        "taken": [text_to_wire(text) for text in module.tasks],
        **_filled(koppen=_headings_to_wire(module.headings), herkomst=provenance_to_wire(module.provenance)),
    }


def text_to_wire(text: RichText) -> Wire:
    """A Tekst: plain text, spans and provenance."""
    return {
        "tekst": text.text,
        **_filled(vet=[list(span) for span in text.bold], cursief=[list(span) for span in text.italic], herkomst=provenance_to_wire(text.provenance)),
    }


def provenance_to_wire(provenance: Provenance | None) -> Wire | None:
    """A herkomst, or None."""
    if provenance is None:
        return None
    return {"bestand": provenance.file, "regel": provenance.line, "pagina": provenance.page}


def finding_to_wire(finding: Finding) -> Wire:
    """A melding, with ``kenmerk`` (its fingerprint) and ``citaat`` at each place beside the agreed keys."""
    return {
        "code": finding.code,
        "ernst": finding.severity.value,
        "tekst": finding.text,
        "waar": _place_to_wire(finding.places[0]),
        "plaatsen": [_place_to_wire(place) for place in finding.places],
        "voorstel": finding.proposal,
        "kenmerk": finding.fingerprint,
    }


def _filled(**values: Any) -> Wire:
    return {key: value for key, value in values.items() if value not in (None, [])}


def _optional_text(text: RichText | None) -> Wire | None:
    return None if text is None else text_to_wire(text)


def _headings_to_wire(headings: tuple[PrintedHeading, ...]) -> list[Wire]:
    return [{"onderdeel": heading.part.value, "kop": text_to_wire(heading.text)} for heading in headings]


def _contents_to_wire(entry: ContentsEntry) -> Wire:
    return {
        "pagina": entry.page,
        "naam": entry.name,
        "functiegroep": entry.group,
        "schaal": entry.scale,
        **_filled(code=entry.code, punten=entry.points, herkomst=provenance_to_wire(entry.provenance)),
    }


def _conversion_to_wire(row: ConversionRow) -> Wire:
    return {"van": row.points_from, "tot_en_met": row.points_to, "schaal": row.scale, **_filled(herkomst=provenance_to_wire(row.provenance))}


def _dismissal_to_wire(item: Dismissal) -> Wire:
    return {"kenmerk": item.fingerprint, "code": item.code, "reden": item.reason, **_filled(datum=item.date)}


def _area_to_wire(area: ResultArea) -> Wire:
    return {
        "nummer": area.number,
        "naam": area.name,
        "taken": [text_to_wire(task) for task in area.tasks],
        **_filled(herkomst=provenance_to_wire(area.provenance)),
    }


def _place_to_wire(place: Place) -> Wire:
    provenance = place.provenance
    return {
        "bestand": provenance.file if provenance else None,
        "regel": provenance.line if provenance else None,
        "pagina": provenance.page if provenance else None,
        "functie": place.function,
        "onderdeel": place.part,
        **_filled(citaat=place.quote, tekens=list(place.span) if place.span else None),
    }

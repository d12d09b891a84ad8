"""The published form of a book, and what the product writes, are the same thing."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from command_line import ROOT
from functiehuis.documents.formats.markdown import read
from functiehuis.library.books import DEMO
from functiehuis.library.folders import read_book
from functiehuis.model.book import BookStatus, ContentsEntry, ConversionRow, Dismissal, FunctionBook, Organisation
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, Part, PrintedHeading, ResultArea, StandardFunction
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText
from functiehuis.model.wire import SCHEMA, book_from_wire, book_to_wire

Wire = dict[str, Any]
PATH = ROOT / "src/functiehuis/library/schemas/functieboek-1.json"
PUBLISHED: Wire = json.loads(PATH.read_text("utf-8"))
VALIDATOR = Draft202012Validator(PUBLISHED)


def problems(wire: Wire) -> list[str]:
    return [f"{error.json_path}: {error.message[:80]}" for error in VALIDATOR.iter_errors(json.loads(json.dumps(wire)))]


def full_book() -> FunctionBook:
    """A book in which nothing is left out."""
    place = Provenance("boek.txt", 3, 1)
    text = RichText("beoordeelt bezwaren", ((0, 10),), ((11, 19),), place)
    heading = PrintedHeading(Part.TASKS, text)
    area = ResultArea(1, "Bezwaar", (text,), place)
    function = StandardFunction(
        "N03.03.06", "Medewerker III", "N03", "N03.03", "III", "8", 300, (text,), (area,), ("Coördinatie",), text, text, (heading,), place
    )
    return FunctionBook(
        title="Functieboek",
        system="HR21",
        status=BookStatus.ADOPTED,
        organisation=Organisation("Duin en Dijk", "BDD"),
        contents=(ContentsEntry("Medewerker III", 3, "Uitvoering", "8", "N03.03.06", 300, place),),
        series=(FunctionSeries("N03", "Beleid", text),),
        groups=(FunctionGroup("N03.03", "N03", "Uitvoering", text),),
        functions=(function,),
        modules=(Module("Coördinatie", "M01", (text,), (heading,), place),),
        conversion=(ConversionRow("8", 281, 320, place),),
        colophon=(text,),
        leftovers=(text,),
        dismissals=(Dismissal("0123456789", "FB001", "Zo is het besloten.", "2026-03-03"),),
    )


@pytest.fixture(scope="module")
def demo() -> Wire:
    return book_to_wire(read_book(DEMO))


def test_the_schema_is_itself_sound() -> None:
    Draft202012Validator.check_schema(PUBLISHED)
    assert PUBLISHED["properties"]["schema"]["const"] == SCHEMA


def test_the_demo_book_fits(demo: Wire) -> None:
    assert problems(demo) == []


def test_a_book_read_from_a_document_fits(demo_text: Path) -> None:
    from functiehuis.authoring.books import build_book
    from functiehuis.library.systems import bundled_systems

    assert problems(book_to_wire(build_book(read(demo_text.read_bytes(), "boek.md"), bundled_systems()).book)) == []


def test_an_empty_book_and_a_full_book_fit() -> None:
    assert problems(book_to_wire(FunctionBook())) == []
    assert problems(book_to_wire(full_book())) == []


def keys(wire: Any) -> Iterator[str]:
    if isinstance(wire, dict):
        for key, value in wire.items():
            yield key
            yield from keys(value)
    elif isinstance(wire, list):
        for item in wire:
            yield from keys(item)


def schema_keys(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from schema_keys(value)


def test_the_schema_and_the_writer_know_the_same_keys() -> None:
    """With a book in which every field is filled; ``additionalProperties`` is false everywhere, so a key in the wrong place fails too."""
    assert set(keys(book_to_wire(full_book()))) == set(schema_keys(PUBLISHED))


def test_the_full_book_is_really_full() -> None:
    wire = book_to_wire(full_book())
    assert None not in list(values(wire))
    assert book_from_wire(wire) == full_book()


def values(wire: Any) -> Iterator[Any]:
    if isinstance(wire, dict | list):
        for item in wire.values() if isinstance(wire, dict) else wire:
            yield from values(item)
    else:
        yield wire


def set_at(*path: str | int, to: Any) -> Callable[[Wire], None]:
    def damage(wire: Any) -> None:
        for step in path[:-1]:
            wire = wire[step]
        wire[path[-1]] = to

    return damage


def without(key: str) -> Callable[[Wire], None]:
    def damage(wire: Wire) -> None:
        del wire[key]

    return damage


DAMAGES = {
    "another version": set_at("schema", to="functiehuis/functieboek/2"),
    "no version": without("schema"),
    "no functions": without("normfuncties"),
    "a status that does not exist": set_at("status", to="adopted"),
    "a scale as number": set_at("normfuncties", 0, "schaal", to=8),
    "a text without place for emphasis": set_at("normfuncties", 0, "kenmerken", 0, to="beoordeelt bezwaren"),
    "half a span": set_at("normfuncties", 0, "kenmerken", 0, "vet", to=[[0]]),
    "an unknown key": set_at("normfuncties", 0, "opmerking", to="x"),
    "a page in words": set_at("inhoudsopgave", 0, "pagina", to="drie"),
    "a reason that is empty": set_at("genegeerd", to=[{"kenmerk": "0", "code": "FB001", "reden": ""}]),
    "functions in a block": set_at("normfuncties", to={"N03": []}),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_book_is_refused(demo: Wire, damage: Callable[[Wire], None]) -> None:
    wire = copy.deepcopy(demo)
    damage(wire)
    assert problems(wire)

"""Wire form -> model objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from functiehuis.model.book import BookStatus, ContentsEntry, ConversionRow, Dismissal, FunctionBook, Organisation
from functiehuis.model.errors import InvalidBookError
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, Part, PrintedHeading, ResultArea, StandardFunction
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText, Span
from functiehuis.model.wire.encode import SCHEMA

Item = TypeVar("Item")
Choice = TypeVar("Choice", bound=StrEnum)


def book_from_wire(data: object) -> FunctionBook:
    """The book that a wire form describes."""
    node = _Node(data, "boek")
    schema = node.text("schema")
    if schema != SCHEMA:
        raise InvalidBookError(
            f"Het boek heeft de vorm '{schema}'. Deze versie van Functiehuis leest alleen '{SCHEMA}'. Lees het oorspronkelijke document opnieuw in."
        )
    organisation = node.child("organisatie")
    return FunctionBook(
        title=node.text("titel", ""),
        system=node.text("systeem", ""),
        status=node.choice("status", BookStatus, BookStatus.DRAFT),
        organisation=Organisation(organisation.text("naam", ""), organisation.optional_text("afkorting")),
        contents=node.items("inhoudsopgave", _contents),
        series=node.items("functiereeksen", _series),
        groups=node.items("functiegroepen", _group),
        functions=node.items("normfuncties", _function),
        modules=node.items("modules", _module),
        conversion=node.items("conversietabel", _conversion),
        colophon=node.items("colofon", _text),
        leftovers=node.items("restanten", _text),
        dismissals=node.items("genegeerd", _dismissal),
    )


def function_from_wire(data: object, path: str = "normfunctie") -> StandardFunction:
    """The standard function that its part of a wire form describes."""
    return _function(_Node(data, path))


def module_from_wire(data: object, path: str = "module") -> Module:
    """The module that its part of a wire form describes."""
    return _module(_Node(data, path))


class _Node:
    """A block of the wire form that knows where it stands, so that a refusal can say it."""

    def __init__(self, data: object, path: str) -> None:
        if not isinstance(data, Mapping):
            raise _refusal(path, "een blok met sleutels", data)
        self.data: Mapping[Any, Any] = data
        self.path = path

    def optional_text(self, key: str) -> str | None:
        value = self.data.get(key)
        if value is not None and not isinstance(value, str):
            raise _refusal(f"{self.path}.{key}", "tekst (zet er aanhalingstekens om)", value)
        return value

    def text(self, key: str, default: str | None = None) -> str:
        value = self.optional_text(key)
        if value is None and default is None:
            raise _refusal(f"{self.path}.{key}", "tekst", None)
        return value if value is not None else str(default)

    def optional_number(self, key: str) -> int | None:
        value = self.data.get(key)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise _refusal(f"{self.path}.{key}", "een geheel getal", value)
        return value

    def choice(self, key: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        value = self.data.get(key, default)
        if value not in list(kind):
            raise _refusal(f"{self.path}.{key}", "een van: " + ", ".join(item.value for item in kind), value)
        return kind(value)

    def child(self, key: str) -> _Node:
        value = self.data.get(key)
        return _Node({} if value is None else value, f"{self.path}.{key}")

    def optional(self, key: str, read: Callable[[_Node], Item]) -> Item | None:
        return None if self.data.get(key) is None else read(self.child(key))

    def list(self, key: str) -> list[Any]:
        value = self.data.get(key)
        if value is not None and not isinstance(value, list):
            raise _refusal(f"{self.path}.{key}", "een lijst", value)
        return value or []

    def items(self, key: str, read: Callable[[_Node], Item]) -> tuple[Item, ...]:
        return tuple(read(_Node(item, f"{self.path}.{key}[{number}]")) for number, item in enumerate(self.list(key), 1))

    def texts(self, key: str) -> tuple[str, ...]:
        for item in self.list(key):
            if not isinstance(item, str):
                raise _refusal(f"{self.path}.{key}", "een lijst met teksten", item)
        return tuple(self.list(key))

    def spans(self, key: str) -> tuple[Span, ...]:
        found = []
        for item in self.list(key):
            if not (isinstance(item, list | tuple) and len(item) == 2 and all(type(edge) is int for edge in item)):
                raise _refusal(f"{self.path}.{key}", "paren van begin en eind", item)
            found.append((item[0], item[1]))
        return tuple(found)


def _refusal(path: str, expected: str, value: object) -> InvalidBookError:
    found = "niets" if value is None else f"'{str(value)[:60]}'"
    return InvalidBookError(f"Bij {path} staat {found}, maar daar hoort {expected}. Verbeter het bestand op die plaats en probeer het opnieuw.")


def _provenance(node: _Node) -> Provenance:
    return Provenance(node.text("bestand", ""), node.optional_number("regel"), node.optional_number("pagina"))


def _text(node: _Node) -> RichText:
    try:
        return RichText(node.text("tekst"), node.spans("vet"), node.spans("cursief"), node.optional("herkomst", _provenance))
    except ValueError:
        raise _refusal(node.path, "vet en cursief dat binnen de tekst valt en elkaar niet overlapt", node.data.get("vet") or node.data.get("cursief")) from None


def _heading(node: _Node) -> PrintedHeading:
    return PrintedHeading(node.choice("onderdeel", Part), _text(node.child("kop")))


def _contents(node: _Node) -> ContentsEntry:
    return ContentsEntry(
        name=node.text("naam", ""),
        page=node.optional_number("pagina"),
        group=node.optional_text("functiegroep"),
        scale=node.optional_text("schaal"),
        code=node.optional_text("code"),
        points=node.optional_number("punten"),
        provenance=node.optional("herkomst", _provenance),
    )


def _series(node: _Node) -> FunctionSeries:
    return FunctionSeries(node.text("code"), node.text("naam", ""), node.optional("definitie", _text))


def _group(node: _Node) -> FunctionGroup:
    return FunctionGroup(node.text("code"), node.text("reeks"), node.text("naam", ""), node.optional("definitie", _text))


def _area(node: _Node) -> ResultArea:
    return ResultArea(node.optional_number("nummer") or 0, node.text("naam", ""), node.items("taken", _text), node.optional("herkomst", _provenance))


def _function(node: _Node) -> StandardFunction:
    return StandardFunction(
        code=node.optional_text("code"),
        name=node.text("naam", ""),
        series=node.optional_text("reeks"),
        group=node.optional_text("groep"),
        level=node.optional_text("niveau"),
        scale=node.optional_text("schaal"),
        points=node.optional_number("punten"),
        characteristics=node.items("kenmerken", _text),
        result_areas=node.items("resultaatgebieden", _area),
        modules=node.texts("modules"),
        series_definition=node.optional("definitie_reeks", _text),
        group_definition=node.optional("definitie_groep", _text),
        headings=node.items("koppen", _heading),
        provenance=node.optional("herkomst", _provenance),
    )


def _module(node: _Node) -> Module:
    return Module(
        name=node.text("naam", ""),
        code=node.optional_text("code"),
        tasks=node.items("taken", _text),
        headings=node.items("koppen", _heading),
        provenance=node.optional("herkomst", _provenance),
    )


def _conversion(node: _Node) -> ConversionRow:
    return ConversionRow(node.text("schaal"), node.optional_number("van"), node.optional_number("tot_en_met"), node.optional("herkomst", _provenance))


def _dismissal(node: _Node) -> Dismissal:
    return Dismissal(node.text("kenmerk"), node.text("code"), node.text("reden"), node.optional_text("datum"))

"""All pages of the website of a book."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from functiehuis.authoring.publications.paper import RIGHTS, called, day
from functiehuis.authoring.publications.website import linked_data
from functiehuis.authoring.publications.website.addresses import Addresses, addresses_of, safe_name, slug
from functiehuis.authoring.publications.website.changed import change_groups, changes_of
from functiehuis.authoring.publications.website.edition import Beside, Comparison, Edition
from functiehuis.authoring.publications.website.matrix import matrix_of
from functiehuis.authoring.publications.website.open_data import open_data
from functiehuis.authoring.publications.website.searching import search_index
from functiehuis.authoring.publications.website.whole import whole_book
from functiehuis.model.book import BookStatus, FunctionBook
from functiehuis.model.system import BookSystem

Data = dict[str, Any]
_NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht")
_KINDS = {"json": "application/json", "csv": "text/csv", "pdf": "application/pdf", "md": "text/markdown", "xml": "application/xml"}
_OFFICE = "application/vnd.openxmlformats-officedocument."
_KINDS |= {"docx": f"{_OFFICE}wordprocessingml.document", "xlsx": f"{_OFFICE}spreadsheetml.sheet"}
_DATA_NAMES = {
    "functieboek.json": "Het hele boek als JSON",
    "functies.csv": "Normfuncties",
    "kenmerken.csv": "Kenmerken",
    "taken.csv": "Taken",
    "modules.csv": "Modules",
}
_DOWNLOAD_NAMES = {
    "pdf": "PDF, om te printen en te delen",
    "docx": "Word-document",
    "xlsx": "Excel-werkmap",
    "md": "Tekst (Markdown)",
    "xml": "XML voor officiële publicatie",
}


@dataclass(frozen=True, slots=True)
class Website:
    """A website as data: what every page says, the pages by address (each with its template under ``sjabloon``), and the files beside them."""

    frame: Data
    pages: Mapping[str, Data]
    files: Mapping[str, bytes]


class _Maker:
    """Puts the pages of one book together."""

    def __init__(self, book: FunctionBook, system: BookSystem, edition: Edition, beside: Beside) -> None:
        self.book, self.system, self.edition, self.beside = book, system, edition, beside
        self.changes = beside.changes
        before = beside.before.functions if beside.before else ()
        self.addresses: Addresses = addresses_of(book.functions, before, self.changes.pairs if self.changes is not None else ())
        self.modules = [f"modules.html#{name}" for name in _module_names(book)]
        self.lines = _line_addresses(book, beside.comparisons)
        self.since = changes_of(self.changes, book) if self.changes is not None else None
        self.facts = {"on": edition.on, "version": edition.version, "valid_from": edition.valid_from, "licence": edition.licence}

    def function(self, at: int) -> Data:
        """What other pages say of a function."""
        function = self.book.functions[at]
        return {
            "naam": called(function),
            "code": function.code or "",
            "schaal": function.scale or "",
            "niveau": function.level or "",
            "adres": f"functies/{self.addresses.own[at]}.html",
            "nieuw": self.since is not None and self.since.is_new(function.label),
        }

    def groups(self) -> list[Data]:
        """Series with their groups with their functions, in the order of the book."""
        found: dict[str, dict[str, list[int]]] = {}
        for at, function in enumerate(self.book.functions):
            found.setdefault(function.series or "", {}).setdefault(function.group or "", []).append(at)
        order = {item.code: at for at, item in enumerate(self.book.series)}
        group_order = {item.code: at for at, item in enumerate(self.book.groups)}
        rows = []
        for series, groups in sorted(found.items(), key=lambda pair: order.get(pair[0], len(order))):
            known = self.book.series_named(series)
            inside = []
            for group, places in sorted(groups.items(), key=lambda pair: group_order.get(pair[0], len(group_order))):
                named = self.book.group_named(group)
                lines = [line for line in self.lines if line["groep"] == group and line["reeks"] == series]
                inside.append({"code": group, "naam": named.name if named else "", "functies": [self.function(at) for at in places], "lijnen": lines})
            rows.append({"code": series, "naam": known.name if known else "", "groepen": inside})
        return rows

    def frame(self) -> Data:
        """What every page says."""
        book, edition = self.book, self.edition
        short = f"Functieboek {book.organisation.abbreviation or ''}".strip()
        menu = [("Start", "index.html"), ("Functiematrix", "functiematrix.html"), ("Vergelijken", "niveaus.html")]
        menu += [("Modules", "modules.html")] if book.modules else []
        menu += [("Wijzigingen", "wijzigingen.html")] if self.changes is not None else []
        menu += [("Woordenlijst", "woordenlijst.html")] if self.beside.glossary else []
        menu += [("Downloads", "downloads.html")]
        return {
            "kort": short,
            "titel": book.title or "Functieboek",
            "organisatie": book.organisation.name or book.organisation.abbreviation or "",
            "status": book.status.value,
            "stand": "concept, niet vastgesteld" if book.status is BookStatus.DRAFT else book.status.value,
            "versie": edition.version,
            "geldt_vanaf": day(edition.valid_from),
            "datum": day(edition.on),
            "datum_iso": edition.on.isoformat(),
            "rechten": edition.licence or RIGHTS,
            "systeem": book.system,
            "menu": menu,
            "maker": edition.maker,
            "telling": (len(book.functions), len(book.series), len(book.groups), len(book.modules)),
            "vorige": self.changes.before if self.changes is not None else "",
        }

    def pages(self) -> dict[str, Data]:
        """Every page by its address."""
        groups = self.groups()
        downloads, data = self._downloads()
        linked = linked_data.dataset(self.book, [(row["adres"], row["soort"]) for row in data], **self.facts)
        found: dict[str, Data] = {
            "index.html": {"sjabloon": "start", "kop": "Start", "reeksen": groups, "colofon": self.book.colophon, "downloads": downloads, "gegevens": linked},
            "functiematrix.html": {
                "sjabloon": "matrix",
                "kop": "Functiematrix",
                "reeksen": groups,
                **self._matrix(),
            },
            "niveaus.html": {"sjabloon": "niveaus", "kop": "Niveaus vergelijken", "reeksen": groups},
            "zoeken.html": {"sjabloon": "zoeken", "kop": "Zoeken", "reeksen": groups, "script": True},
            "downloads.html": {"sjabloon": "downloads", "kop": "Downloads en open data", "downloads": downloads, "data": data, "gegevens": linked},
            "over.html": {"sjabloon": "over", "kop": "Over deze website", "conversie": self.book.conversion, "restanten": self.book.leftovers},
            "alles.html": {"sjabloon": "alles", "kop": "Het hele boek op één pagina", **self._whole()},
        }
        for at in range(len(self.book.functions)):
            found[f"functies/{self.addresses.own[at]}.html"] = self._function(at)
        for stem, choice in self.addresses.choices.items():
            rows = [self.function(at) for at in choice.functions]
            found[f"functies/{stem}.html"] = {"sjabloon": "keuze", "kop": f"Normfunctie {choice.code}", "keuze": choice, "functies": rows}
        for line, comparison in zip(self.lines, self.beside.comparisons, strict=True):
            found[line["adres"]] = self._comparison(line, comparison)
        if self.book.modules:
            found["modules.html"] = {"sjabloon": "modules", "kop": "Modules", "modules": list(zip(self.book.modules, self._module_uses(), strict=True))}
        if self.since is not None:
            found["wijzigingen.html"] = {"sjabloon": "wijzigingen", "kop": "Wijzigingen", **self._changed()}
        if self.beside.glossary:
            found["woordenlijst.html"] = {"sjabloon": "woordenlijst", "kop": "Woordenlijst", **self._glossary()}
        return found

    def files(self) -> dict[str, bytes]:
        """What lies beside the pages."""
        index = search_index(self.book, self.addresses.own, self.modules)
        said = json.dumps(index, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        found = {f"data/{name}": content for name, content in open_data(self.book, self.addresses.own).items()}
        found |= {f"downloads/{name}": content for name, content in self.beside.downloads.items()}
        found["zoekindex.js"] = f"var functiehuisIndex = {said};\n".encode("utf-8", "replace")
        return found

    def _downloads(self) -> tuple[list[Data], list[Data]]:
        downloads = [_file(f"downloads/{name}", _DOWNLOAD_NAMES.get(_ending(name), name), content) for name, content in self.beside.downloads.items()]
        data = [_file(f"data/{name}", _DATA_NAMES[name], content) for name, content in open_data(self.book, self.addresses.own).items()]
        return downloads, data

    def _function(self, at: int) -> Data:
        function, place = self.book.functions[at], self.beside.places[at]
        comparison = self.beside.comparisons[place.comparison]
        level = comparison.functions.index(at)
        near = [level + step for step in (-1, 1) if 0 <= level + step < len(comparison.functions)]
        changes = self.since.of(function.label) if self.since is not None else ()
        return {
            "sjabloon": "functie",
            "kop": called(function),
            "functie": function,
            "dit": self.function(at),
            "reeks": self.book.series_named(function.series),
            "groep": self.book.group_named(function.group),
            "kenmerken": place.traits,
            "gebieden": place.areas,
            "niveaus": [(self.function(other), other == at, name) for other, name in zip(comparison.functions, comparison.names, strict=True)],
            "buren": [comparison.names[step] for step in near],
            "lijn": self.lines[place.comparison],
            "modules": [self._module_named(name) for name in function.modules],
            "wijzigingen": changes,
            "bladen": [self.function(step) if step is not None else None for step in self._beside(at)],
            "gegevens": linked_data.occupation(self.book, function, "../", **self.facts),
        }

    def _beside(self, at: int) -> tuple[int | None, int | None]:
        return (at - 1 if at else None, at + 1 if at + 1 < len(self.book.functions) else None)

    def _module_named(self, name: str) -> Data:
        for at, module in enumerate(self.book.modules):
            if name in (module.name, module.code):
                return {"naam": module.name, "taken": len(module.tasks), "adres": self.modules[at]}
        return {"naam": name, "taken": 0, "adres": ""}

    def _module_uses(self) -> list[Data]:
        rows = []
        for at, module in enumerate(self.book.modules):
            users = [self.function(place) for place, function in enumerate(self.book.functions) if {module.name, module.code} & set(function.modules)]
            rows.append({"anker": self.modules[at].partition("#")[2], "functies": users})
        return rows

    def _comparison(self, line: Data, comparison: Comparison) -> Data:
        series, group = self.book.series_named(line["reeks"]), self.book.group_named(line["groep"])
        rows = [
            {**self.function(at), "kolom": name, "cijfer": name == self.book.functions[at].level, "stap": delta}
            for at, name, delta in zip(comparison.functions, comparison.names, comparison.deltas, strict=True)
        ]
        others = [other for other in self.lines if other["groep"] == line["groep"] and other is not line]
        return {"sjabloon": "vergelijk", "kop": line["kop"], "lijn": line, "reeks": series, "groep": group, "rijen": rows, "wat": comparison, "andere": others}

    def _changed(self) -> Data:
        here = {function.label: self.function(at)["adres"] for at, function in reversed(list(enumerate(self.book.functions)))}
        return {"wat": self.changes, "delen": change_groups(self.changes, here)}

    def _glossary(self) -> Data:
        letters: dict[str, list[Any]] = {}
        for item in self.beside.glossary:
            letters.setdefault(item.word[:1].upper(), []).append((item, f"woord-{slug(item.word)}"))
        words = {item.word: f"woord-{slug(item.word)}" for item in self.beside.glossary}
        return {"letters": letters, "woorden": words, "gegevens": linked_data.terms(self.beside.glossary)}

    def _matrix(self) -> Data:
        return {"matrix": matrix_of(self.book, self.lines, self.beside.missing), "functie": self.function}

    def _whole(self) -> Data:
        return {
            **self._matrix(),
            "delen": whole_book(self.book, self.system, self.addresses.own),
            "functies": [(self.function(at), f"functie-{name}") for at, name in enumerate(self.addresses.own)],
            "toegevoegd": next(iter(self.system.added), ""),
            "woorden": self.beside.glossary,
        }


def website_data(book: FunctionBook, system: BookSystem, edition: Edition, beside: Beside) -> Website:
    """The website of a book."""
    maker = _Maker(book, system, edition, beside)
    return Website(maker.frame(), maker.pages(), maker.files())


def _module_names(book: FunctionBook) -> list[str]:
    found: list[str] = []
    for module in book.modules:
        name = f"module-{safe_name(module.code or module.name)}"
        found.append(name if name not in found else f"{name}-{len(found)}")
    return found


def _line_addresses(book: FunctionBook, comparisons: Sequence[Comparison]) -> list[Data]:
    """Where each comparison is found: by the code of its group, with the name of its functions where a group has several."""
    rows: list[Data] = []
    taken: set[str] = set()
    for comparison in comparisons:
        first = book.functions[comparison.functions[0]]
        group = book.group_named(first.group)
        name = group.name if group else first.group or "Zonder groep"
        stem = safe_name(first.group) if first.group else f"zonder-groep-{safe_name(first.code or first.name)}"
        if stem.lower() in taken:
            stem = f"{stem}_{slug(first.name)}-{safe_name(first.code or first.name)}"
        unique, number = stem, 2
        while unique.lower() in taken:
            unique, number = f"{stem}-{number}", number + 1
        taken.add(unique.lower())
        count = len(comparison.functions)
        label = name if first.group else first.name
        head = f"{comparison.title or label}: {_NUMBERS[count]} niveaus naast elkaar" if count > 1 else label
        rows.append({"adres": f"niveaus/{unique}.html", "groep": first.group or "", "reeks": first.series or "", "naam": label, "kop": head, "aantal": count,
                     "van_tot": f"{comparison.names[0]} tot en met {comparison.names[-1]}"})  # fmt: skip
    return rows


def _file(address: str, name: str, content: bytes) -> Data:
    kind = _ending(address)
    return {"adres": address, "naam": name, "vorm": kind.upper(), "soort": _KINDS.get(kind, "application/octet-stream"), "omvang": _size(len(content))}


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _size(count: int) -> str:
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB".replace(".", ",")

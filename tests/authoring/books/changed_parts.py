"""How books differ in their table of contents, conversietabel, order of parts, and what a scanner makes of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from book_texts import descriptions, each, headings, is_row, wrapped
from perturbation import add, sub

# -- contents
ROW = r"^(\d+)\t([^\t\n]+)\t([^\t\n]+)\t([^\t\n]+)$"


def _rows(change: Callable[[list[str]], str], header: str | None = None) -> Callable[[str], str]:
    def line(source: str) -> str:
        if source.startswith("Pagina"):
            return change(source.split("\t")) if header is None else header
        return change(source.split("\t"))

    return lambda text: each(text, line, is_row)


add(
    "inhoudsopgave als Markdown-tabel",
    _rows(lambda cells: "| " + " | ".join(cells) + " |", "| Pagina | Naam functie | Functiegroep | Indicatieve schaal |\n|---:|---|---|---|"),
)
add("inhoudsopgave met pijpen zonder rand", _rows(" | ".join))
add("inhoudsopgave met andere volgorde", _rows(lambda cells: "\t".join([cells[1], cells[2], cells[3], cells[0]])))
add("inhoudsopgave zonder kop", lambda text: re.sub(r"(?m)^Pagina\t.*\n", "", text))
add("inhoudsopgave met andere kopwoorden", lambda text: text.replace("Pagina\tNaam functie\tFunctiegroep\tIndicatieve schaal", "Blz.\tFunctie\tGroep\tSchaal"))
add("inhoudsopgave met kop in hoofdletters", lambda text: re.sub(r"(?m)^Pagina\t.*$", lambda found: found[0].upper(), text))
add("inhoudsopgave uitgelijnd met spaties", _rows(lambda cells: f"{cells[0]:8}{cells[1]:48}{cells[2]:34}{cells[3]}"))


def _split_contents(text: str) -> str:
    rows = [line for line in text.split("\n") if is_row(line)]
    return text.replace(rows[8], f"\n{rows[0]}\n{rows[8]}")


add("inhoudsopgave over twee tabellen", _split_contents)
add("inhoudsopgave over twee tabellen, de tweede zonder kop", lambda text: text.replace("\n18\t", "\n\n18\t"))
LOOSE = ("inhoudsopgave restanten", "a row that ends in two dashes is read as loose lines; they are kept")
add("inhoudsopgave met een cel per regel", lambda text: each(text, lambda line: line.replace("\t", "\n"), is_row), *LOOSE)
add("inhoudsopgave met een cel per regel en witregels", lambda text: each(text, lambda line: line.replace("\t", "\n\n") + "\n", is_row), *LOOSE)


def _with_codes(text: str) -> str:
    """A list with code, name, points and scale instead of a table of contents."""
    codes = iter(re.findall(r"(?m)^Code\t:[ \t](?:<i>)?([N\d.]+)", text))
    return _rows(lambda cells: "\t".join([next(codes, "-"), cells[1], str(2000 // (int(cells[0]) or 1)), cells[3]]), "Code\tFunctie\tScore\tSchaal")(text)


add("lijst van functies met scores", _with_codes, "inhoudsopgave punten", "the list gives codes and scores, no pages or groups")


def _list_at_end(text: str) -> str:
    rows = [line for line in _with_codes(text).split("\n") if line.count("\t") == 3 and not line.startswith("Naam")]
    without = re.sub(r"(?m)^De .*normfuncties zijn:\n\n", "", each(text, lambda line: "", is_row))
    return without + "\n\nBijlage 1: functies met scores\n\n" + "\n".join(rows) + "\n"


add(
    "lijst van functies met scores als bijlage",
    _list_at_end,
    "inhoudsopgave punten restanten",
    "the list gives codes and scores; the heading of the appendix is a leftover",
)


def _leaders(text: str) -> str:
    return _rows(lambda cells: f"{cells[1]} {'.' * (60 - len(cells[1]))} {cells[0]}", "Inhoudsopgave\n")(text)


add("inhoudsopgave met puntjes", _leaders, "inhoudsopgave schaal", "no groups or scales are printed")
add("inhoudsopgave met puntjes, afgebroken tekst", lambda text: _leaders(wrapped(text, 80)), "inhoudsopgave schaal", "no groups or scales are printed")
CONVERSION = {
    "van, tot, schaal": "Conversietabel\n\nVan\tTot en met\tSchaal\n0\t150\t4\n151\t220\t5\n221\t300\t6\n",
    "punten en schaal": "Conversietabel\n\nPunten\tSchaal\n0 - 150\t4\n151 - 220\t5\n221 - 300\t6\n",
    "schaal vooraan": "Conversietabel punten naar schaal\n\n"
    "| Schaal | Punten van | Punten t/m |\n|---|---|---|\n| 4 | 0 | 150 |\n| 5 | 151 | 220 |\n| 6 | 221 | 300 |\n",
    "ondergrens": "Conversietabel\n\nFunctieschaal\tOndergrens\tBovengrens\n4\t0\t150\n5\t151\t220\n6\t221\t300\n",
}
for name, table in CONVERSION.items():
    add(f"conversietabel achteraan: {name}", partial(lambda table, text: f"{text}\n\n{table}", table), "conversie", "the table is new")
    add(
        f"conversietabel vooraan: {name}",
        partial(lambda table, text: text.replace("Functiebeschrijvingen\n", f"{table}\nFunctiebeschrijvingen\n", 1), table),
        "conversie",
        "the table is new",
    )

# -- parts and order


def _reordered(text: str, order: Callable[[list[str]], list[str]]) -> str:
    front, found, end = descriptions(text)
    return front + "".join(part.rstrip("\n") + "\n\n" for part in order(found)) + end


def _moved(part: str, behind: str) -> Callable[[str], str]:
    """In every description one part moved behind another."""

    def move(description: str) -> str:
        found = re.search(part, description, re.DOTALL | re.MULTILINE)
        if not found:
            return description
        rest = description[: found.start()] + description[found.end() :]
        place = re.search(behind, rest, re.DOTALL | re.MULTILINE)
        return rest[: place.end()] + found[0] + rest[place.end() :] if place else description

    return lambda text: _reordered(text, lambda found: [move(one) for one in found])


SERIES = r"^Funct?iereeks .*?(?=^Overwegende)"
add("kenmerken achter de taken", _moved(r"^Overwegende .*?(?=^Generieke)", r"^Generieke taken.*?(?=^Module)"))
add("reeks en groep boven de naam", _moved(SERIES, r"^Functiebeschrijving\n\n"))
add("reeks en groep boven de naam, zonder kop", lambda text: _moved(SERIES, r"^Functiebeschrijving\n\n")(text).replace("Functiebeschrijving\n\n", ""))
add("groep voor reeks", _moved(r"^Funct?iegroep .*?(?=^Overwegende)", r"^Code[^\n]*\n\n"))
add("zonder kop Generieke taken", sub(r"^Generieke taken\n\n", ""))
add("zonder kop Module", sub(r"^Module\n\n(?=Functiebeschrijving|Module)", ""))
add("taken onder Taken", sub(r"^Generieke taken$", "Taken"))
add("kenmerken onder Functiekenmerken", sub(r"^Overwegende functiekenmerken:$", "Functiekenmerken"))


def _definitions_in_front(text: str) -> str:
    """Every definition once, before the descriptions, and only the names in them."""
    shared = dict(re.findall(r"(?m)^(Funct?ie(?:reeks|groep) .*:)\n\n(.*)\n", text))
    bare = re.sub(r"(?m)^(Funct?ie(?:reeks|groep) .*:)\n\n.*\n", r"\1\n", text)
    once = "".join(f"{head}\n\n{definition}\n\n" for head, definition in shared.items())
    return re.sub(r"(?m)^Functiebeschrijving$", lambda found: once + found[0], bare, count=1)


add(
    "definities alleen vooraan",
    _definitions_in_front,
    "reeksen groepen definities",
    "where wordings differ only one is left; names in front are spelled as printed first",
)
APPENDIX = (
    "Begrippenlijst\n\n- aanslag: een brief met het bedrag dat iemand moet betalen\n- heffing: het vaststellen van dat bedrag\n\nDeze lijst is niet volledig.\n"
)
for head in ("Begrippenlijst", "Bijlage 1: Begrippen", "Bijlage A", "Toelichting op de functiegroepen", "BIJLAGEN", "## Verklarende woordenlijst"):
    add(
        f"achteraan: {head}",
        partial(lambda head, text: f"{text}\n\n{APPENDIX.replace('Begrippenlijst', head, 1)}", head),
        "restanten",
        "the appendix is a leftover",
    )
INTRO = (
    "Inleiding\n\nVoor u ligt het functieboek van onze organisatie. In dit boek leest u welke functies er zijn en hoe die zijn beschreven.\n\n"
    "Waarom een functieboek?\n\nEen functieboek laat zien wat de organisatie van mensen vraagt. Het helpt bij gesprekken over werk en groei.\n\n"
    "- het boek is er voor medewerkers\n- het boek is er voor leidinggevenden\n\n"
    "1. Leeswijzer\n\nElke functie heeft een naam, een code en een schaal. De kenmerken zeggen wat het niveau bepaalt. De taken zijn voorbeelden.\n\n"
    "Totstandkoming\n\nDe ondernemingsraad heeft op 12 mei ingestemd. Het bestuur heeft het boek daarna besproken.\n\n"
) * 3
add(
    "inleiding voor de inhoudsopgave",
    lambda text: re.sub(r"(?m)^De (?:voorgenomen )?geselecteerde", lambda found: INTRO + found[0], text),
    "restanten",
    "the introduction is a leftover",
)
add(
    "inleiding na de inhoudsopgave",
    lambda text: re.sub(r"(?m)^Functiebeschrijvingen\n", INTRO + "Functiebeschrijvingen\n", text),
    "restanten",
    "the introduction is a leftover",
)
add(
    "inleiding, afgebroken op 80",
    lambda text: wrapped(re.sub(r"(?m)^Functiebeschrijvingen\n", INTRO + "Functiebeschrijvingen\n", text), 80),
    "restanten",
    "the introduction is a leftover",
)

# -- scanners
OCR = {
    "Functie groep": sub(r"^Funct?ie(reeks|groep)", r"Functie \1"),
    "l voor i in koppen": lambda text: headings(text, lambda line: re.sub(r"^Funct?ie", "Functle", line)),
    "1 voor l in koppen": sub(r"^Resultaatgebied", "Resu1taatgebied"),
    "rn voor m in koppen": sub(r"^Overwegende functiekenmerken", "Overwegende functiekenrnerken"),
    "Naarn functie": sub(r"^Naam functie", "Naarn functie"),
    "C0de": sub(r"^Code", "C0de"),
    "Cocle": sub(r"^Code", "Cocle"),
    "cl voor d in koppen": sub(r"^Overwegende", "Overwegencle"),
    "spaties in koppen": sub(r"^Resultaatgebied", "Resultaat gebied"),
    "gespatieerde koppen": sub(r"^Generieke taken", "G e n e r i e k e  t a k e n"),
    "O voor 0 in codes": lambda text: re.sub(r"(?m)^(Code\t:.*)$", lambda found: found[0].replace("0", "O"), text),
    "l voor 1 in codes": lambda text: re.sub(r"(?m)^(Code\t:.*)$", lambda found: found[0].replace("1", "l"), text),
    "komma in codes": lambda text: re.sub(r"(?m)^(Code\t:.*)$", lambda found: found[0].replace(".", ","), text),
    "spaties in codes": lambda text: re.sub(r"(?m)^(Code\t:.*)$", lambda found: found[0].replace(".", ". "), text),
    "kleine n in codes": lambda text: re.sub(r"(?m)^(Code\t:.*)N(\d)", r"\1n\2", text),
    "l in nummers van resultaatgebieden": sub(r"^Resultaatgebied 1:", "Resultaatgebied l:"),
    "I in nummers van resultaatgebieden": sub(r"^Resultaatgebied 1:", "Resultaatgebied I:"),
    "puntkomma voor dubbele punt": lambda text: headings(text, lambda line: line.replace(":", ";")),
    "l in schalen van de inhoudsopgave": sub(r"^(\d+\t[^\t\n]+\t[^\t\n]+\t)1(\d)$", r"\1l\2"),
    "O in schalen van de inhoudsopgave": sub(r"^(\d+\t[^\t\n]+\t[^\t\n]+\t)10$", r"\g<1>1O"),
}
for name, change in OCR.items():
    add(f"scanner: {name}", change)
add(
    "scanner: l in Romeinse cijfers",
    lambda text: re.sub(r"(?m)^(Naam functie\t:.*?\b)(I+)$", lambda found: found[1] + "l" * len(found[2]), text),
    "functies",
    "names stay as printed",
)
add(
    "scanner: 1 in Romeinse cijfers",
    lambda text: re.sub(r"(?m)^(Naam functie\t:.*?\b)(I+)$", lambda found: found[1] + "1" * len(found[2]), text),
    "functies",
    "names stay as printed",
)
add(
    "scanner: koppen missen een letter",
    lambda text: text.replace("Generieke taken", "Generike taken").replace("Overwegende functiekenmerken", "Overwegend functiekenmerken"),
)

"""The ways in which people, word processors and scanners change the text of a function book, and what may differ when it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from book_texts import bullets, descriptions, each, headings, hyphenated, is_bullet, is_label, is_row, paged, wrapped


@dataclass(frozen=True)
class Perturbation:
    """``ignore``: words in the names of facts (see book_facts) that this damage may change, with the reason in ``why``."""

    name: str
    apply: Callable[[str], str | bytes]
    ignore: frozenset[str] = frozenset()
    why: str = ""


ALL: list[Perturbation] = []


def add(name: str, apply: Callable[[str], str | bytes], ignore: str = "", why: str = "") -> None:
    ALL.append(Perturbation(name, apply, frozenset(ignore.split()), why))


EMPHASIS = re.compile(r"\*\*\*(.+?)\*\*\*|\*\*(.+?)\*\*|\*(.+?)\*")


def sub(pattern: str, new: str, flags: int = re.MULTILINE) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, new, text, flags=flags)


# -- headings
for depth in (1, 2, 3, 6):
    add(f"koppen met {'#' * depth}", lambda text, depth=depth: headings(text, lambda line: "#" * depth + " " + line))


def _levels(line: str) -> str:
    return {"Fu": "## ", "Ov": "### ", "Ge": "### ", "Re": "#### ", "Mo": "### "}.get(line[:2], "") + line


add("koppen met # op wisselend niveau", lambda text: headings(text, _levels))
add("koppen met ## en gesloten hekjes", lambda text: headings(text, lambda line: f"## {line} ##"))
add("koppen onderstreept met =", lambda text: headings(text, lambda line: f"{line}\n{'=' * len(line)}"))
add("koppen onderstreept met -", lambda text: headings(text, lambda line: f"{line}\n{'-' * len(line)}"))
add("koppen vet", lambda text: headings(text, lambda line: f"**{line}**"))
add("koppen vet zonder dubbele punt erin", lambda text: headings(text, lambda line: f"**{line[:-1]}**:" if line.endswith(":") else f"**{line}**"))
add("koppen cursief", lambda text: headings(text, lambda line: f"*{line}*"))
add("koppen met <b>", lambda text: headings(text, lambda line: f"<b>{line}</b>"))
add("koppen in hoofdletters", lambda text: headings(text, str.upper), "reeksen groepen taken", "names in the headings are printed in capitals")
add(
    "labels in hoofdletters",
    lambda text: each(text, lambda line: line.split("\t")[0].upper() + line[len(line.split("\t")[0]) :], is_label),
)
add("koppen zonder dubbele punt", lambda text: headings(text, lambda line: line.replace(":", "")))
add("koppen met spatie voor de dubbele punt", lambda text: headings(text, lambda line: line.replace(":", " :")))
add(
    "koppen met streepje in plaats van dubbele punt",
    lambda text: each(text, lambda line: line.replace(": ", " – "), lambda line: line.startswith("Resultaatgebied")),
)
add(
    "koppen met punt erachter",
    lambda text: each(text, lambda line: line + ".", lambda line: line in ("Generieke taken", "Functiebeschrijving", "Module taken")),
)
add("koppen met nummers ervoor", lambda text: headings(text, lambda line: line if line.startswith("Resultaat") else f"1.2 {line}"))
add("resultaatgebied zonder nummer", sub(r"^Resultaatgebied \d+: ", "Resultaatgebied: "), "taken", "the numbers are gone")
add("resultaatgebied met nummer en punt", sub(r"^Resultaatgebied (\d+): ", r"Resultaatgebied \1. "))
add("resultaatgebied met nummer zonder teken", sub(r"^Resultaatgebied (\d+): ", r"Resultaatgebied \1 "))
add("resultaatgebied vastgeplakt nummer", sub(r"^Resultaatgebied (\d+): ", r"Resultaatgebied\1: "))
add("resultaatgebied met naam op de volgende regel", sub(r"^Resultaatgebied (\d+): ", r"Resultaatgebied \1:\n"))
add("resultaatgebied vet met nummer", sub(r"^Resultaatgebied (\d+): (.*)$", r"**Resultaatgebied \1:** \2"))
add("reeks met dubbele punt voor de naam", sub(r"^(Funct?ie(?:reeks|groep)) (.*):$", r"\1: \2"))
add("reeks met naam op de volgende regel", sub(r"^(Funct?ie(?:reeks|groep)) (.*):$", r"\1:\n\2"))
add("reeks met tab voor de naam", sub(r"^(Funct?ie(?:reeks|groep)) (.*):$", r"\1\t\2"))
add("reeks met de definitie op dezelfde regel", sub(r"^(Funct?ie(?:reeks|groep)) (.*):\n\n", r"\1 \2: "))

# -- labels
add("naam functie met dubbele punt", sub(r"^([\w ]+)\t:[ \t]", r"\1: "))
add("naam functie met spaties eromheen", sub(r"^([\w ]+)\t:[ \t]", r"\1   :   "))
add("naam functie zonder dubbele punt", sub(r"^([\w ]+)\t:[ \t]", r"\1 "))
add("naam functie met tab", sub(r"^([\w ]+)\t:[ \t]", r"\1\t"))
add("naam functie met pijpen", sub(r"^([\w ]+)\t:[ \t](.*)$", r"\1 | : | \2"))
add("naam functie als Markdown-tabel", sub(r"^([\w ]+)\t:[ \t](.*)$", r"| \1 | : | \2 |"))
add("naam functie als Markdown-tabel met streep", sub(r"^(Naam \w+)\t:[ \t](.*)$", r"| \1 | \2 |\n|---|---|"))
add("naam functie als tabel zonder dubbele punt", sub(r"^([\w ]+)\t:[ \t](.*)$", r"| \1 | \2 |"))
add("waarde op de volgende regel", sub(r"^([\w ]+)\t:[ \t](.*)$", r"\1:\n\2"))
add("waarde op de volgende regel met witregel", sub(r"^([\w ]+)\t:[ \t](.*)$", r"\1\n\n\2\n"))
add("labels vet", sub(r"^([\w ]+)\t:[ \t](.*)$", r"**\1:** \2"))
add("labels vet met de waarde", sub(r"^([\w ]+)\t:[ \t](.*)$", r"**\1: \2**"))
add("code voor de naam", sub(r"^(Naam functie.*)\n(Code.*)$", r"\2\n\1"))
add("witregel tussen naam en code", sub(r"^(Naam functie.*)\n(Code.*)$", r"\1\n\n\2"))
add("naam en code op een regel", sub(r"^Naam functie\t:[ \t](.*)\nCode\t:[ \t](.*)$", r"Naam functie: \1\tCode: \2"))
add("labels als opsomming", sub(r"^([\w ]+)\t:[ \t](.*)$", r"- \1: \2"))
add("kop met naam en code", sub(r"^Functiebeschrijving\n\nNaam functie\t:[ \t](.*)\nCode\t:[ \t](.*)$", r"\1 (\2)"))
add("kop met code en naam", sub(r"^Functiebeschrijving\n\nNaam functie\t:[ \t](.*)\nCode\t:[ \t](.*)$", r"\2 \1"))
add("kop met # en naam en code", sub(r"^Functiebeschrijving\n\nNaam functie\t:[ \t](.*)\nCode\t:[ \t](.*)$", r"## \1 (\2)"))
add("kop met naam, code eronder", sub(r"^Functiebeschrijving\n\nNaam functie\t:[ \t](.*)$", r"## \1\n"))
add("Functiebeschrijving met de naam", sub(r"^Functiebeschrijving\n\nNaam functie\t:[ \t](.*)$", r"Functiebeschrijving \1\n"))
add("geen koppen Functiebeschrijving", sub(r"^Functiebeschrijving\n\n", ""))
add("indicatieve schaal in de beschrijving", sub(r"^(Code\t:.*)$", r"\1\nIndicatieve schaal\t:\t11"), "schaal", "the description says 11")
add("schaal 10a in de beschrijving", sub(r"^(Code\t:.*)$", r"\1\nSchaal 10a"), "schaal", "the description says 10a")
add("andere woorden voor naam en code", lambda text: text.replace("Naam functie\t", "Functienaam\t").replace("Code\t", "Functiecode\t"))

# -- bullets
for sign in ["*", "•", "–", "—", "·", "o", "+", "▪", "■", "●", "○", "‣", "»", "➢", "✓", "§", "\uf0b7", "\uf0a7", "\uf0d8", "\uf02d"]:
    add(f"opsommingsteken {sign!a}", lambda text, sign=sign: bullets(text, lambda rest: f"{sign} {rest}"))
for sign in ["-", "•", "–", "·", "\uf0b7"]:
    add(f"opsommingsteken {sign!a} zonder spatie", lambda text, sign=sign: bullets(text, lambda rest: sign + rest))
    add(f"opsommingsteken {sign!a} met tab", lambda text, sign=sign: bullets(text, lambda rest: f"{sign}\t{rest}"))
    add(f"opsommingsteken {sign!a} alleen op de regel", lambda text, sign=sign: bullets(text, lambda rest: f"{sign}\n{rest}"))
add("opsommingsteken alleen op de regel, witregel erna", lambda text: bullets(text, lambda rest: f"•\n\n{rest}"))
add("opsomming ingesprongen", lambda text: bullets(text, lambda rest: f"    - {rest}"))
add("opsomming ingesprongen met tab", lambda text: bullets(text, lambda rest: f"\t- {rest}"))


def _numbers(form: str) -> Callable[[str], str]:
    def apply(text: str) -> str:
        out, number = [], 0
        for line in text.split("\n"):
            number = number + 1 if is_bullet(line) else 0
            out.append((form.format(number) if "{}" in form else form.replace("x", "abcdefghijklmnop"[number - 1])) + line[2:] if number else line)
        return "\n".join(out)

    return apply


for form in ("{}. ", "{}) ", "({}) ", "x) ", "x. ", "{}.\t"):
    add(f"opsomming genummerd {form.strip()}", _numbers(form))


def _no_bullets(text: str) -> str:
    return bullets(text, lambda rest: rest)


add("opsomming zonder tekens", _no_bullets)
add("opsomming zonder tekens, wel witregels", lambda text: bullets(text, lambda rest: rest + "\n"))
add("elke derde bullet een ander teken", lambda text: re.sub(r"(?m)^- (.*\n)- (.*\n)- ", "- \\1• \\2– ", text))
add("bullets eindigen op een puntkomma", lambda text: bullets(text, lambda rest: f"- {rest};"), "kenmerken taken modules", "the semicolon is printed")

# -- wrapping
for width in (60, 72, 80, 100):
    add(f"afgebroken op {width}", lambda text, width=width: wrapped(text, width, hanging=False))
    add(f"afgebroken op {width} met hangende inspringing", lambda text, width=width: wrapped(text, width))
for width in (60, 72, 80):
    add(f"afgebroken op {width}, woorden afgebroken", lambda text, width=width: hyphenated(text, width))
add("afgebroken op 80 met • ", lambda text: wrapped(text, 80, hanging=True).replace("\n- ", "\n• "))
add("afgebroken op 80 zonder witregels", lambda text: re.sub(r"\n{2,}", "\n", wrapped(text, 80)))
add("afgebroken op 80 zonder inspringing of witregels", lambda text: re.sub(r"\n{2,}", "\n", wrapped(text, 80, hanging=False)))
add("afgebroken op 80, lijst ingesprongen", lambda text: re.sub(r"(?m)^(- |  )", r"    \1", wrapped(text, 80)))
add("afgebroken op 72 met aanhalingsinspringing", lambda text: each(wrapped(text, 72), lambda line: "   " + line))
add("afgebroken op 80, zachte afbreekstreepjes", lambda text: re.sub(r"-\n(?!en |of )", "\u00ad\n", hyphenated(text, 80)))
add("koppen en tekst afgebroken op 60", lambda text: wrapped(text, 60))
add("afgebroken op 80, CRLF", lambda text: wrapped(text, 80).replace("\n", "\r\n"))
add("afgebroken op 76 met spaties achteraan", lambda text: each(wrapped(text, 76), lambda line: line + "  " if line else line))


# -- pages
def _footer(form: str, lines: int, feed: str = "") -> Callable[[str], str]:
    return lambda text: paged(text, lines, lambda page: f"\n\n{form.format(page, page + 1)}{feed or chr(10) * 2}")


for name, form in {
    "titel en nummer": "Functieboek Voorbeeld {}",
    "nummer van": "Pagina {} van 25",
    "nummer tussen streepjes": "- {} -",
    "kaal nummer": "{}",
    "blz.": "blz. {}",
    "nummer en titel": "{} | Functieboek Voorbeeld",
    "nummer/aantal": "{}/25",
}.items():
    add(f"voetregel {name}", _footer(form, 41))
    add(f"voetregel {name} met paginascheiding", _footer(form, 41, "\f"))
    add(f"voetregel {name}, afgebroken op 80", lambda text, form=form: _footer(form, 41)(wrapped(text, 80)))
    add(
        f"voetregel {name}, zonder witregels in afgebroken tekst",
        lambda text, form=form: paged(wrapped(text, 80), 43, lambda page: f"\n{form.format(page)}\n"),
    )
add("vaste kopregel bij paginascheiding", lambda text: paged(text, 41, lambda page: "\fFunctieboek Voorbeeld versie najaar\n\n"))
add("vaste kopregel zonder paginascheiding, met nummer", lambda text: paged(text, 41, lambda page: f"\n\n{page}\n\nFunctieboek Voorbeeld versie najaar\n\n"))
add("kop- en voetregel", lambda text: paged(text, 41, lambda page: f"\n\nVertrouwelijk\n{page} van 30\n\fGemeente Voorbeeld\nFunctieboek\n\n"))
add("vaste kopregel op elke pagina zonder nummer", lambda text: paged(text, 41, lambda page: "\n\nFunctieboek Voorbeeld versie najaar\n\n"))
add("alleen paginascheidingen", lambda text: paged(text, 41, lambda page: "\f"))
add("paginascheiding midden in een afgebroken bullet", lambda text: paged(wrapped(text, 80), 37, lambda page: "\f"))
add("paginascheiding per functie", lambda text: re.sub(r"(?m)^Functiebeschrijving$", "\fFunctiebeschrijving", text))


def _cut_bullets(text: str) -> str:
    """A footer in the middle of every fortieth bullet."""
    out, number = [], 0
    for line in text.split("\n"):
        number += is_bullet(line)
        words = line.split(" ")
        if is_bullet(line) and number % 40 == 20 and len(words) > 6 and words[5][:1].islower():
            out += [" ".join(words[:5]), "", f"Functieboek Voorbeeld {number // 40 + 2}", "", " ".join(words[5:])]
        else:
            out.append(line)
    return "\n".join(out)


add("voetregel midden in een bullet", _cut_bullets)

# -- white space
add("spaties achteraan", lambda text: each(text, lambda line: line + "   "))
add("tabs achteraan", lambda text: each(text, lambda line: line + "\t" if line and not is_row(line) else line))
add("spaties vooraan", lambda text: each(text, lambda line: "  " + line))
add("inspringing met tabs", lambda text: each(text, lambda line: "\t" + line if line and "\t" not in line else line))
add("dubbele spaties", lambda text: each(text, lambda line: line.replace(" ", "  "), lambda line: not is_row(line)))
add("vaste spaties", lambda text: text.replace(" ", "\xa0"))
add("nulbreedte tekens", lambda text: each(text, lambda line: "\u200b" + line[:6] + "\u200b" + line[6:], lambda line: len(line) > 8 and not is_bullet(line)))
add("tabs als spaties", lambda text: text.replace("\t", "      "))
add("tabs uitgevuld", lambda text: each(text, lambda line: line.expandtabs(40), lambda line: "\t" in line))
add("witregels tussen alle regels", lambda text: re.sub(r"\n+", "\n\n", text))
add("drie witregels tussen alle regels", lambda text: re.sub(r"\n+", "\n\n\n\n", text))
add("geen witregels", lambda text: re.sub(r"\n+", "\n", text))
add("witregels met spaties", lambda text: each(text, lambda line: line or "   "))
add("zachte afbreekstreepjes in woorden", lambda text: re.sub(r"([a-z]{4})([a-z]{5})", "\\1\u00ad\\2", text))
add(
    "typografische aanhalingstekens",
    lambda text: text.replace("'", "’"),
    "inhoudsopgave reeksen definities groepen functies taken kenmerken colofon modules",
    "the apostrophes are printed otherwise",
)

# -- emphasis


def _emphasis(bold: str, italic: str, bold_end: str = "", italic_end: str = "") -> Callable[[str], str]:
    def apply(text: str) -> str:
        text = re.sub(r"\*\*(.+?)\*\*", lambda found: bold + found[1] + (bold_end or bold), text)
        return re.sub(r"(?<![*\\])\*([^*\n]+)\*(?!\*)", lambda found: italic + found[1] + (italic_end or italic), text)

    return apply


add("vet met <b>", _emphasis("<b>", "<i>", "</b>", "</i>"))
add("vet met <strong>", _emphasis("<strong>", "<em>", "</strong>", "</em>"))
add("vet met <STRONG class>", _emphasis('<STRONG class="x">', "<EM>", "</STRONG>", "</EM>"))
add("vet met __ buiten woorden", lambda text: re.sub(r"(?<![\w*])\*\*([^*\n]+)\*\*(?![\w*])", r"__\1__", text))
add("zonder nadruk", lambda text: re.sub(r"\*|</?i>", "", text), "kenmerken", "there is no emphasis left")
add("nadruk over een afgebroken regel", lambda text: wrapped(text, 64, hanging=True))
add("spatie binnen de vette tekens", lambda text: re.sub(r" \*\*(\w[^*\n]*\w)\*\* ", r"** \1 **", text))

# -- encodings
add("UTF-8 met BOM", lambda text: text.encode("utf-8-sig"))
add("UTF-16 LE met BOM", lambda text: b"\xff\xfe" + text.encode("utf-16-le"))
add("UTF-16 BE met BOM", lambda text: b"\xfe\xff" + text.encode("utf-16-be"))
add("UTF-16 LE zonder BOM", lambda text: text.encode("utf-16-le"))
add("UTF-16 BE zonder BOM", lambda text: text.encode("utf-16-be"))
add("UTF-32 met BOM", lambda text: text.encode("utf-32"))
add("Windows-1252", lambda text: text.encode("cp1252"))
add("UTF-8 en Windows-1252 door elkaar", lambda text: b"\n".join(line.encode("cp1252" if at % 2 else "utf-8") for at, line in enumerate(text.split("\n"))))
add("CRLF", lambda text: text.replace("\n", "\r\n"))
add("CR", lambda text: text.replace("\n", "\r"))
add("gemengde regeleinden", lambda text: "".join(line + ("\r\n", "\n", "\r")[at % 3] for at, line in enumerate(text.replace("\n\n", "\n \n").split("\n"))))
add("ontlede accenten", lambda text: __import__("unicodedata").normalize("NFD", text))

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
    add(f"conversietabel achteraan: {name}", lambda text, table=table: f"{text}\n\n{table}", "conversie", "the table is new")
    add(
        f"conversietabel vooraan: {name}",
        lambda text, table=table: text.replace("Functiebeschrijvingen\n", f"{table}\nFunctiebeschrijvingen\n", 1),
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
    add(f"achteraan: {head}", lambda text, head=head: f"{text}\n\n{APPENDIX.replace('Begrippenlijst', head, 1)}", "restanten", "the appendix is a leftover")
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

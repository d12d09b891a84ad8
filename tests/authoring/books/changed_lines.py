"""How people, word processors and scanners change headings, labels, bullets, lines, pages, emphasis and encodings."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from book_texts import bullets, each, headings, hyphenated, is_bullet, is_label, is_row, paged, wrapped
from perturbation import add, sub

# -- headings
for depth in (1, 2, 3, 6):
    add(f"koppen met {'#' * depth}", partial(lambda depth, text: headings(text, lambda line: "#" * depth + " " + line), depth))


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
    add(f"opsommingsteken {sign!a}", partial(lambda sign, text: bullets(text, lambda rest: f"{sign} {rest}"), sign))
for sign in ["-", "•", "–", "·", "\uf0b7"]:
    add(f"opsommingsteken {sign!a} zonder spatie", partial(lambda sign, text: bullets(text, lambda rest: sign + rest), sign))
    add(f"opsommingsteken {sign!a} met tab", partial(lambda sign, text: bullets(text, lambda rest: f"{sign}\t{rest}"), sign))
    add(f"opsommingsteken {sign!a} alleen op de regel", partial(lambda sign, text: bullets(text, lambda rest: f"{sign}\n{rest}"), sign))
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
    add(f"afgebroken op {width}", partial(lambda width, text: wrapped(text, width, hanging=False), width))
    add(f"afgebroken op {width} met hangende inspringing", partial(lambda width, text: wrapped(text, width), width))
for width in (60, 72, 80):
    add(f"afgebroken op {width}, woorden afgebroken", partial(lambda width, text: hyphenated(text, width), width))
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
    add(f"voetregel {name}, afgebroken op 80", partial(lambda form, text: _footer(form, 41)(wrapped(text, 80)), form))
    add(
        f"voetregel {name}, zonder witregels in afgebroken tekst",
        partial(lambda form, text: paged(wrapped(text, 80), 43, lambda page: f"\n{form.format(page)}\n"), form),
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

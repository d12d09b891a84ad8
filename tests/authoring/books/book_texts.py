"""The text of a function book, line by line: what kind of line it is, and tools to damage it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from itertools import pairwise

HEADING = re.compile(
    r"(?:Functiebeschrijving(?:en)?|Funct?ie(?:reeks|groep) .*:|Overwegende functiekenmerken:|Generieke taken|Resultaatgebied \d+: .*|Module(?: HR21| taken)?)$"
)


def is_bullet(line: str) -> bool:
    return line.startswith("- ")


def is_label(line: str) -> bool:
    return "\t" in line and not is_row(line)


def is_row(line: str) -> bool:
    return line.count("\t") >= 3


def is_heading(line: str) -> bool:
    return bool(HEADING.match(line))


def is_prose(line: str) -> bool:
    return bool(line.strip()) and not (is_bullet(line) or is_heading(line) or "\t" in line)


def each(text: str, change: Callable[[str], str], where: Callable[[str], bool] = lambda line: True) -> str:
    """The text with a change in every line that fits."""
    return "\n".join(change(line) if where(line) else line for line in text.split("\n"))


def headings(text: str, change: Callable[[str], str]) -> str:
    return each(text, change, is_heading)


def bullets(text: str, change: Callable[[str], str]) -> str:
    """A change in the text behind every bullet; it gives the whole line."""
    return each(text, lambda line: change(line[2:]), is_bullet)


def wrapped(text: str, width: int, *, hanging: bool = True, tables: bool = False) -> str:
    """Lines broken at a fixed width, those of tables not."""

    def fold(line: str) -> str:
        indent = "  " if hanging and is_bullet(line) else ""
        return "\n".join(textwrap.wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)) or line

    return each(text, fold, lambda line: tables or "\t" not in line)


def hyphenated(text: str, width: int) -> str:
    """Lines broken at a fixed width, long words cut in two at the end of a line."""

    def fold(line: str) -> str:
        out, now = [], ""
        for word in line.split(" "):
            room = width - len(now) - 2
            plain = re.fullmatch(r"[a-z]{9,}", word)
            if now and len(now) + 1 + len(word) > width:
                if plain and 4 <= room <= len(word) - 4:
                    out.append(f"{now} {word[:room]}-")
                    now = word[room:]
                    continue
                out.append(now)
                now = word
            else:
                now = f"{now} {word}" if now else word
        return "\n".join([*out, now])

    return each(text, fold, lambda line: "\t" not in line)


def paged(text: str, lines: int, between: Callable[[int], str]) -> str:
    """A page end after every so many lines; ``between`` gives what is printed between page n and the next."""
    source = text.split("\n")
    pages = ["\n".join(source[at : at + lines]) for at in range(0, len(source), lines)]
    return "".join(page + (between(number) if number < len(pages) else "") for number, page in enumerate(pages, 1))


def descriptions(text: str) -> tuple[str, list[str], str]:
    """The text before the descriptions, each description, and the modules behind them."""
    starts = [found.start() for found in re.finditer(r"^Functiebeschrijving$", text, re.MULTILINE)]
    module = re.search(r"^Module(?: HR21)?\n+Modulenaam", text, re.MULTILINE)
    end = module.start() if module else len(text)
    edges = [*starts, end]
    return text[: starts[0]], [text[a:b] for a, b in pairwise(edges)], text[end:]

"""Bytes of a PDF -> Document. Page by page, so that memory holds the words of one page and the lines of all.

In: bytes and the name of the file; out: a Document with what the format could not carry in ``losses``; refuses with UnreadableError what is broken,
truncated, encrypted, too large, or has no letters.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

from functiehuis.documents.document import Document
from functiehuis.documents.formats.pdf import blocks, furniture
from functiehuis.documents.formats.pdf.characters import Characters, Page
from functiehuis.documents.formats.pdf.furniture import PageLines
from functiehuis.documents.formats.pdf.lines import Line, aslant, regions
from functiehuis.documents.formats.pdf.measures import measure
from functiehuis.documents.formats.pdf.styles import settle
from functiehuis.documents.limits import FILE_BYTES, MEGABYTE, PAGES, PARAGRAPHS, TEXT_BYTES, Progress, no_progress
from functiehuis.model.errors import UnreadableError
from functiehuis.model.text import RichText

_TAIL = 4096
_LAYOUT_LOSS = "Een PDF kent geen lijsten, koppen en tabellen: die zijn afgeleid van de opmaak. Het Word-bestand is zekerder."


@dataclass(slots=True)
class _Reading:
    """What the pages gave so far."""

    pages: list[PageLines] = field(default_factory=list)
    turned: list[Line] = field(default_factory=list)
    letters: int = 0
    characters: int = 0
    lines: int = 0
    invisible: int = 0
    pictures: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    guesses: Counter[str] = field(default_factory=Counter)


def read(data: bytes, name: str, progress: Progress = no_progress) -> Document:
    """The document in a PDF file.

    Args:
        data: the bytes of the file.
        name: the name of the file, for messages and provenance.
        progress: called after every page.

    Raises:
        UnreadableError: the file is no PDF, damaged, cut off, locked with a password, too large, or has no letters.
    """
    if len(data) > FILE_BYTES:
        raise _refusal(name, f"Het bestand is groter dan {FILE_BYTES // MEGABYTE} MB", "Verklein de plaatjes of splits het bestand")
    document = _open(data, name)
    try:
        count = len(document)
        if count == 0:
            raise _refusal(name, "Het bestand heeft geen bladzijden", "Maak de PDF opnieuw of vraag het Word-bestand op")
        if count > PAGES:
            raise _refusal(name, f"Het bestand telt {count} bladzijden en wij lezen er hoogstens {PAGES}", "Splits het bestand")
        characters = Characters()
        reading = _read_pages(document, name, characters, progress)
    finally:
        document.close()
    if reading.letters == 0:
        raise _without_letters(reading, name)
    settle(characters.styles.values())
    return _document(reading, name, count)


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    if b"%PDF-" not in data[:1024]:
        raise _refusal(name, "De inhoud is geen PDF", "Controleer of dit het juiste bestand is")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise _refusal(name, "Het bestand is beveiligd met een wachtwoord", "Sla het op zonder wachtwoord en lees het opnieuw in") from None
        if error.err_code == raw.FPDF_ERR_SECURITY:
            raise _refusal(name, "Het bestand is beveiligd op een manier die wij niet kennen", "Sla het op zonder beveiliging en lees het opnieuw in") from None
        raise _refusal(name, "Het bestand is beschadigd", "Haal het opnieuw op of vraag het Word-bestand op") from None
    if b"startxref" not in data[-_TAIL:]:
        document.close()
        raise _refusal(name, "Het bestand is afgebroken: het einde ontbreekt", "Haal het opnieuw op en lees het dan in")
    return document


def _read_pages(document: pdfium.PdfDocument, name: str, characters: Characters, progress: Progress) -> _Reading:
    reading = _Reading()
    count = len(document)
    for index in range(count):
        page = _read_page(document, index, characters, TEXT_BYTES - reading.characters, reading)
        if page is not None:
            if page.number < 0:
                raise _refusal(name, f"Het bestand bevat meer dan {TEXT_BYTES // MEGABYTE} MB tekst", "Splits het bestand")
            _add(reading, page)
            if reading.lines > PARAGRAPHS:
                raise _refusal(name, f"Het bestand bevat meer dan {PARAGRAPHS} regels tekst", "Splits het bestand")
        progress(index + 1, count)
    return reading


def _read_page(document: pdfium.PdfDocument, index: int, characters: Characters, most: int, reading: _Reading) -> Page | None:
    """One page; None when it is damaged, number -1 when it holds more than ``most`` characters."""
    try:
        page = document[index]
    except pdfium.PdfiumError:
        reading.broken.append(index + 1)
        return None
    try:
        return characters.page(page, index + 1, most) or Page(-1, 0.0)
    except pdfium.PdfiumError:
        reading.broken.append(index + 1)
        return None
    finally:
        page.close()


def _add(reading: _Reading, page: Page) -> None:
    reading.letters += page.letters
    reading.characters += sum(len(word.text) + 1 for word in page.words)
    reading.invisible += page.invisible
    if page.letters == 0 and page.pictures:
        reading.pictures.append(page.number)
    found = regions(page)
    reading.guesses += page.guesses
    reading.lines += sum(map(len, found))
    reading.turned += aslant(page)
    reading.pages.append(PageLines(page.number, page.height, found))


def _document(reading: _Reading, name: str, count: int) -> Document:
    usual = measure(region for page in reading.pages for region in page.regions)
    taken = furniture.take_out(reading.pages, usual.step(usual.body), usual.body)
    repeated = Counter(line.text for line in reading.turned)
    flow: list[list[Line]] = []
    for page in reading.pages:
        flow += [region for region in page.regions if region]
        flow += [[line] for line in reading.turned if line.page == page.number and repeated[line.text] < 3]
    aside = [*taken, *(line for line in reading.turned if repeated[line.text] >= 3)]
    texts: dict[str, RichText] = {}
    for line in aside:
        text = blocks.line_text(line, name)
        texts.setdefault(text.text, text)
    usual = measure(flow)
    made = blocks.blocks(blocks.parts(flow, usual), usual, name)
    return Document(name, "pdf", tuple(made), _losses(reading), tuple(texts.values()), count)


def _losses(reading: _Reading) -> tuple[str, ...]:
    losses = [_LAYOUT_LOSS]
    if reading.pictures:
        losses.append(
            f"{_pages(reading.pictures)} uit plaatjes zonder letters: die tekst is niet gelezen. Laat de tekst herkennen of vraag het Word-bestand op."
        )
    if reading.broken:
        losses.append(f"Niet gelezen omdat het beschadigd is: bladzijde {_numbers(reading.broken)}. Vraag het bestand opnieuw op.")
    if reading.guesses["spaties"]:
        losses.append(f"Op {reading.guesses['spaties']} plaatsen ontbreekt een spatie in de PDF; die is afgeleid van het wit tussen de letters.")
    if reading.guesses["spatiëring"]:
        losses.append("Uit elkaar gezette letters zijn samengevoegd tot woorden. Controleer die regels.")
    if reading.invisible:
        losses.append("Een deel van de tekst is herkend uit een plaatje. Vet en cursief zijn daar niet bekend en letters kunnen fout zijn.")
    if reading.turned:
        losses.append("Er staat tekst in een andere richting op de bladzijde. Die staat los van de gewone tekst.")
    return tuple(losses)


def _pages(numbers: list[int]) -> str:
    return f"Bladzijde {_numbers(numbers)} bestaat" if len(numbers) == 1 else f"De bladzijden {_numbers(numbers)} bestaan"


def _numbers(numbers: list[int]) -> str:
    shown = [str(number) for number in numbers[:20]]
    if len(numbers) > len(shown):
        return ", ".join(shown) + f" en nog {len(numbers) - len(shown)}"
    return " en ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part)


def _without_letters(reading: _Reading, name: str) -> UnreadableError:
    if reading.broken and not reading.pictures:
        return _refusal(name, "De bladzijden zijn beschadigd", "Haal het bestand opnieuw op of vraag het Word-bestand op")
    if reading.pictures:
        todo = "Vraag het Word-bestand op, of laat de tekst herkennen. Vet en cursief gaan dan verloren."
        return UnreadableError(f"Dit bestand kunnen wij niet lezen. {name} bestaat uit plaatjes, zonder letters. {todo}")
    return _refusal(name, "Er staat geen tekst in het bestand", "Controleer of dit het juiste bestand is")


def _refusal(name: str, why: str, todo: str) -> UnreadableError:
    return UnreadableError(f"Dit bestand kunnen wij niet lezen: {name}. {why}. {todo}.")

"""What the reading itself has to tell: leftovers, repairs, losses of the format, descriptions that are cut off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from functiehuis.authoring.books.drafts import FunctionDraft, ModuleDraft
from functiehuis.authoring.books.lines import Line
from functiehuis.documents.document import Document
from functiehuis.model.book import FunctionBook
from functiehuis.model.finding import Finding, Place, Severity
from functiehuis.model.function import Part, PrintedHeading, StandardFunction
from functiehuis.model.provenance import Provenance
from functiehuis.model.system import BookSystem
from functiehuis.model.text import RichText

_MISSING = {Part.RESULT_AREA: "een resultaatgebied met taken", Part.CHARACTERISTICS: "de kenmerken"}
LEFTOVER, HEADING, REPAIRED, LOSS, CUT_OFF, FURNITURE = "FB040", "FB041", "FB042", "FB043", "FB044", "FB045"


def leftover_findings(leftovers: Sequence[Line], name: str, all_lines: Sequence[Line]) -> Iterator[Finding]:
    """One finding for each run of neighbouring lines that fitted nowhere."""
    position = {id(line): at for at, line in enumerate(all_lines)}
    runs: list[list[Line]] = []
    for line in sorted(leftovers, key=lambda item: position.get(id(item), -1)):
        neighbours = runs and position.get(id(line), -9) == position.get(id(runs[-1][-1]), -9) + 1
        if neighbours:
            runs[-1].append(line)
        else:
            runs.append([line])
    same: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for run in runs:
        same[tuple(" ".join(line.plain.split()) for line in run)] += run
    for texts, places in same.items():
        many = f" en {len(texts) - 1} volgende regel{'s' if len(texts) > 2 else ''} passen" if len(texts) > 1 else " past"
        times = len(places) // len(texts)
        yield Finding(
            LEFTOVER,
            Severity.WARNING,
            f"De regel '{_short(texts[0])}'{many} nergens{f' ({times} keer)' if times > 1 else ''}. "
            "Er gaat niets verloren: de tekst staat bij de restanten van het boek.",
            tuple(Place("restant", None, line.provenance or Provenance(name), " ".join(line.plain.split())) for line in places),
            subject=f"{texts[0]}|{len(texts)}",
            proposal=None,
        )


def kept_findings(book: FunctionBook, name: str) -> tuple[Finding, ...]:
    """What there is to tell on the reading of a book that was kept: its leftovers."""
    lines = [Line(text) for text in book.leftovers]
    return tuple(leftover_findings(lines, name, lines))


def heading_findings(functions: Sequence[StandardFunction], modules: Sequence[ModuleDraft], system: BookSystem) -> Iterator[Finding]:
    """Headings that are read although they are not spelled as usual, one finding per spelling."""
    found: dict[tuple[Part, str], list[Place]] = defaultdict(list)
    printed: list[tuple[str | None, PrintedHeading]] = [(function.label, heading) for function in functions for heading in function.headings]
    printed += [(None, heading) for module in modules for heading in module.headings]
    for label, heading in printed:
        if any(heading.text.text.casefold().startswith(phrase.casefold()) for phrase in system.headings[heading.part]):
            continue
        spelling = heading.text.text.split(":")[0].split()
        words = " ".join(spelling[: max(1, len(system.heading(heading.part).split()))])
        found[(heading.part, words)].append(Place(f"kop {heading.part.value}", label, heading.text.provenance, heading.text.text))
    for (part, words), places in found.items():
        standard = system.heading(part)
        yield Finding(
            HEADING,
            Severity.INFO,
            f"De kop '{words}' is gelezen als '{standard}'." + (f" Dat komt {len(places)} keer voor." if len(places) > 1 else ""),
            tuple(places),
            subject=words,
            proposal=standard,
        )


def repair_findings(drafts: Sequence[FunctionDraft], levels: Sequence[bool], system: BookSystem) -> Iterator[Finding]:
    """Codes and levels that were read through the noise of a scanner."""
    for draft, exact in zip(drafts, levels, strict=True):
        if not draft.code_exact and draft.code and draft.code_text and system.code.match(draft.code):
            yield Finding(
                REPAIRED,
                Severity.WARNING,
                f"In '{_short(draft.code_text.text)}' is de code {draft.code} gelezen. Controleer of dat de bedoelde code is.",
                (Place("code", draft.code, draft.code_text.provenance, draft.code_text.text),),
                subject=draft.code_text.text,
                proposal=draft.code,
            )
        if not exact:
            yield Finding(
                REPAIRED,
                Severity.WARNING,
                f"Het niveau aan het eind van '{draft.name}' is onduidelijk gedrukt. Het is gelezen als een Romeins cijfer. Controleer de naam.",
                (Place("naam", draft.code or draft.name, draft.provenance, draft.name),),
                subject=draft.name,
            )


def scale_findings(printed: Sequence[tuple[RichText, str | None]]) -> Iterator[Finding]:
    """Scales that were read through the noise of a scanner: as printed, with the code of the function where one is known."""
    for text, code in printed:
        plain = " ".join(text.text.split())
        yield Finding(
            REPAIRED,
            Severity.WARNING,
            f"De schaal in '{_short(plain)}' is onduidelijk gedrukt. Een letter is gelezen als cijfer. Controleer de schaal.",
            (Place("schaal", code, text.provenance, plain),),
            subject=f"schaal {code or ''} {plain}",
        )


def cut_off_findings(functions: Sequence[StandardFunction], system: BookSystem) -> Iterator[Finding]:
    """Descriptions without the parts that the system requires: cut off, or printed without them."""
    last = len(functions) - 1
    for at, function in enumerate(functions):
        have = {
            Part.NAME: bool(function.name),
            Part.CODE: bool(function.code),
            Part.CHARACTERISTICS: bool(function.characteristics),
            Part.RESULT_AREA: any(area.tasks for area in function.result_areas),
        }
        missing = [part for part in system.required if not have.get(part, True)]
        if missing:
            names = " en ".join(_MISSING.get(part, f"de {part.value}") for part in missing)
            verb = "ontbreken" if len(missing) > 1 or Part.CHARACTERISTICS in missing else "ontbreekt"
            why = " Het is de laatste beschrijving: misschien is het bestand afgebroken." if at == last else ""
            yield Finding(
                CUT_OFF,
                Severity.WARNING,
                f"Bij {function.name or function.label} {verb} {names}.{why} Controleer het document.",
                (Place("beschrijving", function.label, function.provenance),),
                subject=f"{function.label}|{names}",
            )


def document_findings(document: Document, furniture: Sequence[Line]) -> Iterator[Finding]:
    """What the format cannot carry, and which running headers and page numbers were taken out."""
    for loss in document.losses:
        yield Finding(LOSS, Severity.INFO, loss, (Place("hele boek", None, Provenance(document.name)),), subject=loss)
    texts = [*(text for text in document.set_aside), *(line.text for line in furniture)]
    if texts:
        shown = "', '".join(dict.fromkeys(_short(" ".join(text.text.split()), 40) for text in texts[:3]))
        yield Finding(
            FURNITURE,
            Severity.INFO,
            f"{len(texts)} kop- of voetregels en paginanummers zijn uit de tekst gehouden, zoals '{shown}'.",
            tuple(Place("kop- of voetregel", None, text.provenance or Provenance(document.name), text.text) for text in texts),
            subject=document.name,
        )


def _short(text: str, length: int = 70) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"

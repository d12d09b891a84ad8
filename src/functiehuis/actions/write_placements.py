"""Keep placements in a workbook, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from functiehuis.classifying.proposals import motivation
from functiehuis.documents.formats.xlsx import Column, Sheet, Workbook, write
from functiehuis.documents.rows import BadRow
from functiehuis.library.folders import fresh_file
from functiehuis.model.errors import WriteError
from functiehuis.model.placement import Placement

_PLACEMENTS, _CHARACTERISTICS, _TASKS, _ASIDE, _FAULTS = "Plaatsingen", "Kenmerken", "Taken", "Terzijde", "Fouten"
_SHEETS = (
    Sheet(
        _PLACEMENTS,
        (
            Column("Id", 14),
            Column("Titel", 28),
            Column("Uitkomst", 11),
            Column("Groep", 10),
            Column("Code", 12),
            Column("Normfunctie", 30),
            Column("Ook verdedigbaar", 22),
            Column("Daarna", 22),
            Column("Modules", 14),
            Column("Niet gedekt", 40),
            Column("Vragen", 40),
            Column("Motivering", 90),
            Column("Boek", 24),
            Column("Hash van het boek", 18),
            Column("Regels", 22),
        ),
    ),
    Sheet(
        _CHARACTERISTICS,
        (
            Column("Id", 14),
            Column("Code", 12),
            Column("Normfunctie", 30),
            Column("Kenmerk", 60),
            Column("Oordeel", 18),
            Column("Zekerheid", 11),
            Column("Passage", 60),
        ),
    ),
    Sheet(
        _TASKS, (Column("Id", 14), Column("Passage", 60), Column("Gedekt door", 16), Column("Resultaatgebied of module", 28), Column("Taak in het boek", 60))
    ),
    Sheet(_ASIDE, (Column("Id", 14), Column("Zin", 70), Column("Soort", 18), Column("Reden", 50))),
    Sheet(_FAULTS, (Column("Rij", 8), Column("Id", 14), Column("Fout", 90))),
)


@contextmanager
def placements_file(path: Path, *, overwrite: bool = False) -> Iterator[Callable[[Placement | BadRow], None]]:
    """Something to give placements and bad rows to; at the end of the block the workbook stands at ``path``, complete, or nothing does.

    Refuses with WriteError a file that is there already (unless ``overwrite``), and a disk that cannot be written.
    """
    try:
        with fresh_file(path, overwrite=overwrite) as fresh, write(fresh, _SHEETS, title="Plaatsingen") as workbook:
            yield lambda item: _add(workbook, item)
    except OSError as error:
        raise WriteError(f"De werkmap {path.name} is niet te schrijven: {error.strerror or error}. Maak ruimte, of kies een andere plaats.") from None


def _add(workbook: Workbook, item: Placement | BadRow) -> None:
    if isinstance(item, BadRow):
        workbook.add(_FAULTS, (item.number, item.id, item.reason))
        return
    identifier = item.description.id
    functions = [comparison.function for comparison in item.comparisons]
    chosen = [functions[at] for at in item.defended]
    workbook.add(
        _PLACEMENTS,
        (
            identifier,
            item.description.title,
            item.outcome.value,
            item.group,
            chosen[0].label if chosen else None,
            chosen[0].name if chosen else None,
            ", ".join(function.label for function in chosen[1:]),
            ", ".join(function.label for at, function in enumerate(functions) if at not in item.defended),
            ", ".join(module.name for module in item.modules),
            "\n".join(item.uncovered),
            "\n".join(question.question for question in item.questions),
            motivation(item),
            item.book_title,
            item.book_hash,
            item.rules,
        ),
    )
    for comparison in item.comparisons:
        for verdict in comparison.verdicts:
            name, kenmerk = comparison.function.name, verdict.characteristic.text
            workbook.add(
                _CHARACTERISTICS, (identifier, comparison.function.label, name, kenmerk, verdict.verdict.value, verdict.certainty.value, verdict.passage)
            )
    for task in item.comparisons[0].tasks if item.comparisons else ():
        workbook.add(_TASKS, (identifier, task.passage, task.cover.value, task.module or task.area or task.function, task.task.text if task.task else None))
    for statement in item.description.set_aside():
        workbook.add(_ASIDE, (identifier, statement.text, statement.kind, statement.reason))

"""Two versions of a book.

In: the book before and after. Out: BookChanges; empty when both say the same. Where something stood in its source, the wording of headings and dismissed
findings do not count. Refuses nothing.

Functions are the same one when they have the same code and resemble each other in name or content; then when they have the same name, or the same
content for the most part; then when they have the same code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from functiehuis.authoring.changes.change import BookChanges, Change, ChangeKind, value
from functiehuis.authoring.changes.functions import SAME_TASK, Teller, function_changes, shared_part
from functiehuis.authoring.changes.matching import Pair, Similarity, assign
from functiehuis.authoring.changes.texts import equal_pairs, in_same_order, match_texts
from functiehuis.authoring.changes.words import said
from functiehuis.model.book import ConversionRow, FunctionBook
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, StandardFunction
from functiehuis.model.text import RichText

RESEMBLES = 0.3  # from here a function with the same code and another name is still the same one
IS_THE_SAME = 0.6  # from this part of equal texts a function with another code is the same one; a little less where the name resembles


def compare_books(before: FunctionBook, after: FunctionBook) -> BookChanges:
    """Everything that became different, each with a sentence."""
    pairs = _match_functions(before.functions, after.functions)
    old_of = {j: i for i, j in pairs}
    changes = [*_book_values(before, after), *_grouping(before, after), *_modules(before, after), *_conversion(before, after)]
    if not in_same_order(pairs):
        changes.append(_of_book(ChangeKind.ORDER_CHANGED, "normfuncties", "de volgorde van de normfuncties is anders"))
    for j, function in enumerate(after.functions):
        changes += function_changes(before.functions[old_of[j]], function) if j in old_of else [_came(function)]
    matched = {i for i, _ in pairs}
    changes += [_went(function) for i, function in enumerate(before.functions) if i not in matched]
    labels = tuple((before.functions[i].label, after.functions[j].label) for i, j in sorted(pairs, key=lambda pair: pair[1]))
    return BookChanges(before.title, after.title, tuple(changes), labels)


def _match_functions(before: Sequence[StandardFunction], after: Sequence[StandardFunction]) -> list[Pair]:
    texts_before, texts_after = [_texts(function) for function in before], [_texts(function) for function in after]
    by_code: dict[str, list[int]] = {}
    for j, function in enumerate(after):
        if function.code:
            by_code.setdefault(function.code, []).append(j)
    pairs: list[Pair] = []
    doubtful: list[Pair] = []
    for i, function in enumerate(before):
        for j in by_code.get(function.code or "", [])[:1]:
            by_code[function.code or ""].pop(0)
            alike = said(function.name) == said(after[j].name) or shared_part(texts_before[i], texts_after[j]) >= RESEMBLES
            (pairs if alike else doubtful).append((i, j))
    left = [i for i in range(len(before)) if i not in {i for i, _ in pairs}]
    right = [j for j in range(len(after)) if j not in {j for _, j in pairs}]
    names = Similarity([[before[i].name for i in left], [after[j].name for j in right]])
    scores = {}
    for i, j in _candidates(before, after, left, right):
        name, content = names.score(before[i].name, after[j].name), shared_part(texts_before[i], texts_after[j])
        score = content + (IS_THE_SAME if name == 1.0 else 0.2 * name)
        if score >= IS_THE_SAME:
            scores[i, j] = score
    pairs += assign(scores).items()
    used_left, used_right = {i for i, _ in pairs}, {j for _, j in pairs}
    return sorted([*pairs, *((i, j) for i, j in doubtful if i not in used_left and j not in used_right)])


def _candidates(before: Sequence[StandardFunction], after: Sequence[StandardFunction], left: Sequence[int], right: Sequence[int]) -> list[Pair]:
    """The pairs that have a name or a text in common; all others need no comparing."""
    places: dict[str, set[int]] = {}
    for j in right:
        for text in (after[j].name, *(text.text for text in _texts(after[j]))):
            places.setdefault(said(text), set()).add(j)
    found = {(i, j) for i in left for text in (before[i].name, *(text.text for text in _texts(before[i]))) for j in places.get(said(text), ())}
    return sorted(found)


def _texts(function: StandardFunction) -> list[RichText]:
    return [*function.characteristics, *(task for area in function.result_areas for task in area.tasks)]


def _came(function: StandardFunction) -> Change:
    tasks = len(_texts(function)) - len(function.characteristics)
    text = f"nieuwe normfunctie{_scale(function)}, met {_count(len(function.characteristics), 'kenmerk', 'kenmerken')} en {_count(tasks, 'taak', 'taken')}"
    return Teller(function.label, function.name).change(ChangeKind.FUNCTION_ADDED, "normfunctie", text, None, RichText(function.name), _texts(function))


def _went(function: StandardFunction) -> Change:
    text = f"deze normfunctie{_scale(function)} staat niet meer in het boek"
    return Teller(function.label, function.name).change(ChangeKind.FUNCTION_REMOVED, "normfunctie", text, RichText(function.name), None, _texts(function))


def _scale(function: StandardFunction) -> str:
    return f" in schaal {function.scale}" if function.scale else ""


def _count(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


_BOOK = Teller(None, "Het boek")


def _of_book(kind: ChangeKind, part: str, text: str, before: RichText | None = None, after: RichText | None = None, items: Sequence[RichText] = ()) -> Change:
    return _BOOK.change(kind, part, text, before, after, items)


def _book_values(before: FunctionBook, after: FunctionBook) -> Iterator[Change]:
    rows = (
        ("titel", "de titel", before.title, after.title),
        ("status", "de status", str(before.status), str(after.status)),
        ("systeem", "het systeem", before.system, after.system),
        ("organisatie", "de naam van de organisatie", before.organisation.name, after.organisation.name),
        ("afkorting", "de afkorting van de organisatie", before.organisation.abbreviation or "", after.organisation.abbreviation or ""),
    )
    for part, subject, old, new in rows:
        if old != new:
            text = f"{subject} is nu “{new}” in plaats van “{old}”" if old and new else f"{subject} is nu “{new}”" if new else f"{subject} “{old}” is weg"
            yield _of_book(ChangeKind.BOOK_CHANGED, part, text, value(old or None), value(new or None))
    for part, subject, old_texts, new_texts in (
        ("colofon", "het colofon", before.colophon, after.colophon),
        ("restanten", "de losse regels", before.leftovers, after.leftovers),
    ):
        if [text.plain() for text in old_texts] != [text.plain() for text in new_texts]:
            gone = [text for text in old_texts if text.plain() not in {other.plain() for other in new_texts}]
            new_ones = [text for text in new_texts if text.plain() not in {other.plain() for other in old_texts}]
            text = f"{subject} is anders: {len(new_ones)} erbij en {len(gone)} weg".replace("regels is", "regels zijn")
            yield _of_book(ChangeKind.BOOK_CHANGED, part, text, None, None, new_ones or gone)
    rows_before = [replace(entry, provenance=None, page=None) for entry in before.contents]
    rows_after = [replace(entry, provenance=None, page=None) for entry in after.contents]
    if rows_before != rows_after:
        gone_rows, new_rows = [row.name for row in rows_before if row not in rows_after], [row.name for row in rows_after if row not in rows_before]
        clauses = [f"nieuw of anders: {', '.join(new_rows)}"] if new_rows else []
        clauses += [f"weg of anders: {', '.join(gone_rows)}"] if gone_rows else []
        yield _of_book(ChangeKind.CONTENTS_CHANGED, "inhoudsopgave", f"de inhoudsopgave is anders ({'; '.join(clauses) or 'de volgorde'})")


def _grouping(before: FunctionBook, after: FunctionBook) -> Iterator[Change]:
    for word, old_items, new_items in (("reeks", before.series, after.series), ("groep", before.groups, after.groups)):
        old, new = {item.code: item for item in old_items}, {item.code: item for item in new_items}
        for code, item in new.items():
            if code not in old:
                yield _of_book(ChangeKind.GROUPING_CHANGED, f"{word} {code}", f"functie{word} {code} {item.name} is nieuw", None, item.definition)
            else:
                yield from _renamed(word, old[code], item)
        for code, item in old.items():
            if code not in new:
                yield _of_book(ChangeKind.GROUPING_CHANGED, f"{word} {code}", f"functie{word} {code} {item.name} is weg", item.definition, None)


def _renamed(word: str, old: FunctionSeries | FunctionGroup, new: FunctionSeries | FunctionGroup) -> Iterator[Change]:
    part = f"functie{word} {new.code}"
    if old.name != new.name:
        text = f"{part} heet nu “{new.name}” in plaats van “{old.name}”"
        yield _of_book(ChangeKind.GROUPING_CHANGED, part, text, RichText(old.name), RichText(new.name))
    if isinstance(old, FunctionGroup) and isinstance(new, FunctionGroup) and old.series != new.series:
        text = f"{part} {new.name} hoort nu bij reeks {new.series} in plaats van {old.series}"
        yield _of_book(ChangeKind.GROUPING_CHANGED, part, text, RichText(old.series), RichText(new.series))
    if old.definition and new.definition:
        found = _BOOK.reworded(ChangeKind.DEFINITION_CHANGED, f"de definitie van {part}", old.definition, new.definition)
        if found:
            yield found
    elif old.definition or new.definition:
        text = f"de definitie van {part} is {'nieuw' if new.definition else 'weg'}"
        yield _of_book(ChangeKind.DEFINITION_CHANGED, f"de definitie van {part}", text, old.definition, new.definition)


def _modules(before: FunctionBook, after: FunctionBook) -> Iterator[Change]:
    pairs = equal_pairs([module.name for module in before.modules], [module.name for module in after.modules], said)
    left = [i for i in range(len(before.modules)) if i not in {i for i, _ in pairs}]
    right = [j for j in range(len(after.modules)) if j not in {j for _, j in pairs}]
    scores = {(i, j): part for i in left for j in right if (part := shared_part(before.modules[i].tasks, after.modules[j].tasks)) >= 0.5}
    pairs += assign(scores).items()
    old_of = {j: i for i, j in pairs}
    for j, module in enumerate(after.modules):
        if j in old_of:
            yield from _module(before.modules[old_of[j]], module)
        else:
            text = f"module {module.name} is nieuw, met {_count(len(module.tasks), 'taak', 'taken')}"
            yield _of_book(ChangeKind.MODULE_ADDED, f"module {module.name}", text, None, RichText(module.name), module.tasks)
    for i, module in enumerate(before.modules):
        if i not in {i for i, _ in pairs}:
            yield _of_book(ChangeKind.MODULE_REMOVED, f"module {module.name}", f"module {module.name} is weg", RichText(module.name), None, module.tasks)


def _module(old: Module, new: Module) -> Iterator[Change]:
    part = f"module {new.name}"
    for subject, before, after in (("naam", old.name, new.name), ("code", old.code, new.code)):
        if before != after:
            text = f"de {subject} van {part} is nu {after or 'leeg'} in plaats van {before or 'leeg'}"
            yield _of_book(ChangeKind.MODULE_CHANGED, part, text, value(before), value(after))
    pairs = match_texts(old.tasks, new.tasks, SAME_TASK)
    old_of = {j: i for i, j in pairs}
    for j, task in enumerate(new.tasks):
        place = f"{part}, taak {j + 1}"
        if j not in old_of:
            yield _of_book(ChangeKind.TASK_ADDED, place, f"nieuwe taak in {part}: “{task.text}”", None, task)
            continue
        found = _BOOK.reworded(ChangeKind.TASK_REWORDED, place, old.tasks[old_of[j]], task)
        if found:
            yield found
    for i, task in enumerate(old.tasks):
        if i not in {i for i, _ in pairs}:
            yield _of_book(ChangeKind.TASK_REMOVED, f"{part}, taak {i + 1}", f"een taak in {part} is weg: “{task.text}”", task, None)
    if not in_same_order(pairs):
        yield _of_book(ChangeKind.ORDER_CHANGED, part, f"de volgorde van de taken in {part} is anders")


def _conversion(before: FunctionBook, after: FunctionBook) -> Iterator[Change]:
    """One change per scale whose points became different."""
    scales = dict.fromkeys(row.scale for row in (*before.conversion, *after.conversion))
    for scale in scales:
        old = " en ".join(_points(row) for row in before.conversion if row.scale == scale)
        new = " en ".join(_points(row) for row in after.conversion if row.scale == scale)
        if old != new:
            text = f"schaal {scale} hoort nu bij {new or 'geen punten'} in plaats van {old or 'geen punten'}"
            yield _of_book(ChangeKind.CONVERSION_CHANGED, f"conversietabel, schaal {scale}", text, value(old or None), value(new or None))


def _points(row: ConversionRow) -> str:
    if row.points_from is None or row.points_to is None:
        return f"{row.points_from} punten of meer" if row.points_from is not None else f"hoogstens {row.points_to} punten"
    return f"{row.points_from} tot en met {row.points_to} punten"

"""Two versions of one function. In: the function before and after. Out: its changes, in the order of its parts. Refuses nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from functiehuis.authoring.changes.change import Change, ChangeKind, value
from functiehuis.authoring.changes.matching import Pair, Similarity, assign
from functiehuis.authoring.changes.texts import TextChange, equal_pairs, in_same_order, kind_of_change, match_texts, tell
from functiehuis.authoring.changes.words import said
from functiehuis.language.differences import word_differences
from functiehuis.model.function import ResultArea, StandardFunction
from functiehuis.model.text import RichText

SAME_CHARACTERISTIC = 0.45
SAME_TASK = 0.5
SAME_TASK_ELSEWHERE = 0.65
"""From these similarities two texts are one text in other words: a kenmerk, a task of one result area, a task of another one."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A task and where it stands."""

    area: int
    number: int
    task: RichText


def function_changes(before: StandardFunction, after: StandardFunction) -> tuple[Change, ...]:
    """Everything that became different in a function."""
    teller = Teller(after.label, after.name)
    return (*_values(before, after, teller), *_definitions(before, after, teller), *_characteristics(before, after, teller), *_areas(before, after, teller))


@dataclass(frozen=True, slots=True)
class Teller:
    """Makes changes of one function, or of the book as a whole, with its name in front of the sentence."""

    function: str | None
    name: str

    def change(
        self, kind: ChangeKind, part: str, text: str, before: RichText | None = None, after: RichText | None = None, items: Sequence[RichText] = ()
    ) -> Change:
        """A change with its sentence; ``text`` starts in lower case and has no full stop."""
        lead = self.name if self.function in (None, self.name) else f"{self.name} ({self.function})"
        return Change(kind, part, f"{lead}: {text}.", self.function, self.name if self.function else None, before, after, (), tuple(items))

    def reworded(self, kind: ChangeKind, part: str, before: RichText, after: RichText) -> Change | None:
        """The change of a text, of its own kind when only emphasis or white space changed; None when nothing did."""
        how = kind_of_change(before, after)
        if how is TextChange.NONE:
            return None
        own = {TextChange.EMPHASIS: ChangeKind.EMPHASIS_CHANGED, TextChange.WHITE_SPACE: ChangeKind.WHITE_SPACE_CHANGED}.get(how, kind)
        return replace(self.change(own, part, tell(before, after, part), before, after), differences=word_differences(before.text, after.text))


def _values(before: StandardFunction, after: StandardFunction, teller: Teller) -> Iterator[Change]:
    rows = (
        (ChangeKind.FUNCTION_RENAMED, "naam", "de naam", before.name, after.name),
        (ChangeKind.FUNCTION_RECODED, "code", "de code", before.code, after.code),
        (ChangeKind.FUNCTION_MOVED, "functiegroep", "de functiegroep", before.group, after.group),
        (ChangeKind.SERIES_CHANGED, "functiereeks", "de functiereeks", before.series, after.series),
        (ChangeKind.LEVEL_CHANGED, "niveau", "het niveau", before.level, after.level),
        (ChangeKind.SCALE_CHANGED, "schaal", "de schaal", before.scale, after.scale),
        (ChangeKind.POINTS_CHANGED, "punten", "het aantal punten", _written(before.points), _written(after.points)),
    )
    for kind, part, subject, old, new in rows:
        if old == new:
            continue
        if old is None or new is None:
            text = f"{subject} is nu {new}, dat stond er eerst niet" if old is None else f"{subject} ({old}) staat er niet meer"
        else:
            text = f"{subject} gaat van {_quoted(old)} naar {_quoted(new)}"
        yield teller.change(kind, part, text, value(old), value(new))
    if before.modules != after.modules:
        gone = [name for name in before.modules if name not in after.modules]
        new_names = [name for name in after.modules if name not in before.modules]
        clauses = [f"module {name} hoort er nu bij" for name in new_names] + [f"module {name} hoort er niet meer bij" for name in gone]
        yield teller.change(ChangeKind.MODULES_CHANGED, "modules", ", ".join(clauses) or "de volgorde van de modules is anders")


def _written(points: int | None) -> str | None:
    return None if points is None else str(points)


def _quoted(text: str) -> str:
    return text if text[:1].isdigit() or " " not in text else f"“{text}”"


def _definitions(before: StandardFunction, after: StandardFunction, teller: Teller) -> Iterator[Change]:
    for part, old, new in (
        ("de eigen definitie van de reeks", before.series_definition, after.series_definition),
        ("de eigen definitie van de groep", before.group_definition, after.group_definition),
    ):
        if old and new:
            found = teller.reworded(ChangeKind.DEFINITION_CHANGED, part, old, new)
            if found:
                yield found
        elif old or new:
            text = f"{part} is nieuw" if new else f"{part} is weg: nu geldt die van het boek"
            yield teller.change(ChangeKind.DEFINITION_CHANGED, part, text, old, new)


def _characteristics(before: StandardFunction, after: StandardFunction, teller: Teller) -> Iterator[Change]:
    pairs = match_texts(before.characteristics, after.characteristics, SAME_CHARACTERISTIC)
    old_of = {j: i for i, j in pairs}
    for j, text in enumerate(after.characteristics):
        part = f"kenmerk {j + 1}"
        if j not in old_of:
            yield teller.change(ChangeKind.CHARACTERISTIC_ADDED, part, f"nieuw kenmerk {j + 1}: “{text.text}”", None, text)
        else:
            found = teller.reworded(ChangeKind.CHARACTERISTIC_REWORDED, part, before.characteristics[old_of[j]], text)
            if found:
                yield found
    for i, text in enumerate(before.characteristics):
        if i not in {i for i, _ in pairs}:
            yield teller.change(ChangeKind.CHARACTERISTIC_REMOVED, f"kenmerk {i + 1}", f"kenmerk {i + 1} is weg: “{text.text}”", text, None)
    if not in_same_order(pairs):
        yield teller.change(ChangeKind.ORDER_CHANGED, "kenmerken", "de volgorde van de kenmerken is anders")


def _areas(before: StandardFunction, after: StandardFunction, teller: Teller) -> Iterator[Change]:
    areas = _match_areas(before.result_areas, after.result_areas)
    old_tasks, new_tasks = _places(before.result_areas), _places(after.result_areas)
    tasks = _match_tasks(old_tasks, new_tasks, areas)
    old_of, new_of = {j: i for i, j in areas}, dict(areas)
    for j, area in enumerate(after.result_areas):
        fresh = [place.task for at, place in enumerate(new_tasks) if place.area == j and at not in {b for _, b in tasks}]
        if j in old_of:
            yield from _area_values(before.result_areas[old_of[j]], area, teller)
        else:
            text = f"nieuw resultaatgebied {_title(area)}, met {_counted(len(fresh), 'nieuwe taak', 'nieuwe taken')}"
            yield teller.change(ChangeKind.AREA_ADDED, f"resultaatgebied {area.number}", text, None, RichText(area.name), fresh)
    yield from _task_changes(before, after, (old_tasks, new_tasks), tasks, areas, teller)
    for i, area in enumerate(before.result_areas):
        if i not in new_of:
            gone = [place.task for at, place in enumerate(old_tasks) if place.area == i and at not in {a for a, _ in tasks}]
            text = f"resultaatgebied {_title(area)} is weg, met {_counted(len(gone), 'taak', 'taken')}"
            yield teller.change(ChangeKind.AREA_REMOVED, f"resultaatgebied {area.number}", text, RichText(area.name), None, gone)
    numbers_tell = [before.result_areas[i].number != after.result_areas[j].number for i, j in areas]
    if not in_same_order(areas) and not any(numbers_tell):
        yield teller.change(ChangeKind.ORDER_CHANGED, "resultaatgebieden", "de volgorde van de resultaatgebieden is anders")


def _area_values(old: ResultArea, new: ResultArea, teller: Teller) -> Iterator[Change]:
    part = f"resultaatgebied {new.number}"
    if old.name != new.name:
        text = f"resultaatgebied {new.number} heet nu “{new.name}” in plaats van “{old.name}”"
        yield teller.change(ChangeKind.AREA_RENAMED, part, text, RichText(old.name), RichText(new.name))
    if old.number != new.number:
        text = f"resultaatgebied “{new.name}” heeft nu nummer {new.number} in plaats van {old.number}"
        yield teller.change(ChangeKind.AREA_RENUMBERED, part, text, RichText(str(old.number)), RichText(str(new.number)))


def _task_changes(
    before: StandardFunction, after: StandardFunction, places: tuple[list[_Place], list[_Place]], tasks: list[Pair], areas: list[Pair], teller: Teller
) -> Iterator[Change]:
    old_tasks, new_tasks = places
    old_of = {b: a for a, b in tasks}
    new_area = dict(areas)
    kept: dict[int, list[Pair]] = {}
    for at, place in enumerate(new_tasks):
        area = after.result_areas[place.area]
        part = f"resultaatgebied {area.number}, taak {place.number}"
        if at not in old_of:
            if place.area in new_area.values():
                yield teller.change(ChangeKind.TASK_ADDED, part, f"nieuwe taak bij {_title(area)}: “{place.task.text}”", None, place.task)
            continue
        old = old_tasks[old_of[at]]
        if new_area.get(old.area) == place.area:
            kept.setdefault(place.area, []).append((old.number, place.number))
        else:
            text = f"de taak “{place.task.text}” staat nu bij {_title(area)} en niet meer bij {_title(before.result_areas[old.area])}"
            yield teller.change(ChangeKind.TASK_MOVED, part, text, old.task, place.task)
        found = teller.reworded(ChangeKind.TASK_REWORDED, part, old.task, place.task)
        if found:
            yield found
    for at, place in enumerate(old_tasks):
        if at not in {a for a, _ in tasks} and place.area in new_area:
            area = before.result_areas[place.area]
            part = f"resultaatgebied {area.number}, taak {place.number}"
            yield teller.change(ChangeKind.TASK_REMOVED, part, f"een taak bij {_title(area)} is weg: “{place.task.text}”", place.task, None)
    for j, pairs in sorted(kept.items()):
        if not in_same_order(pairs):
            area = after.result_areas[j]
            yield teller.change(ChangeKind.ORDER_CHANGED, f"resultaatgebied {area.number}", f"de volgorde van de taken bij {_title(area)} is anders")


def _match_areas(before: Sequence[ResultArea], after: Sequence[ResultArea]) -> list[Pair]:
    """By name; then by tasks and name together."""
    pairs = equal_pairs([area.name for area in before], [area.name for area in after], said)
    left = [i for i in range(len(before)) if i not in {i for i, _ in pairs}]
    right = [j for j in range(len(after)) if j not in {j for _, j in pairs}]
    names = Similarity([[before[i].name for i in left], [after[j].name for j in right]])
    scores = {}
    for i in left:
        for j in right:
            score = max(names.score(before[i].name, after[j].name), shared_part(before[i].tasks, after[j].tasks))
            if score >= 0.5:
                scores[i, j] = score
    return sorted([*pairs, *assign(scores).items()])


def shared_part(before: Sequence[RichText], after: Sequence[RichText]) -> float:
    """Which part of two lists of texts says the same, from 0 to 1."""
    total = len(before) + len(after)
    return 2 * len(equal_pairs([text.text for text in before], [text.text for text in after], said)) / total if total else 0.0


def _match_tasks(before: list[_Place], after: list[_Place], areas: list[Pair]) -> list[Pair]:
    """Area by area equal texts and then other words; what is left across areas, in the same way."""
    pairs: list[Pair] = []
    for i, j in areas:
        left = [at for at, place in enumerate(before) if place.area == i]
        right = [at for at, place in enumerate(after) if place.area == j]
        found = equal_pairs([before[a].task.text for a in left], [after[b].task.text for b in right], said)
        pairs += [(left[a], right[b]) for a, b in found]
    # A task that moved word for word is not a rewording of what stands in its old area.
    pairs += _match_left(before, after, pairs, None, 1.0)
    for i, j in areas:
        pairs += _match_left(before, after, pairs, (i, j), SAME_TASK)
    return sorted([*pairs, *_match_left(before, after, pairs, None, SAME_TASK_ELSEWHERE)])


def _match_left(before: list[_Place], after: list[_Place], pairs: list[Pair], area: Pair | None, least: float) -> list[Pair]:
    used_left, used_right = {a for a, _ in pairs}, {b for _, b in pairs}
    left = [at for at, place in enumerate(before) if at not in used_left and (area is None or place.area == area[0])]
    right = [at for at, place in enumerate(after) if at not in used_right and (area is None or place.area == area[1])]
    if not left or not right:
        return []
    if least == 1.0:
        found = equal_pairs([before[a].task.text for a in left], [after[b].task.text for b in right], said)
    else:
        found = match_texts([before[a].task for a in left], [after[b].task for b in right], least)
    return [(left[a], right[b]) for a, b in found]


def _places(areas: Sequence[ResultArea]) -> list[_Place]:
    return [_Place(at, number, task) for at, area in enumerate(areas) for number, task in enumerate(area.tasks, 1)]


def _title(area: ResultArea) -> str:
    return f"“{area.name}”"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"

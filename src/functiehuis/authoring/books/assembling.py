"""Drafts of descriptions -> a book: series and groups with their most frequent wording, scales from the table of contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from rapidfuzz import fuzz

from functiehuis.authoring.books.drafts import AreaDraft, FunctionDraft, ModuleDraft, NamedText
from functiehuis.authoring.books.front import Front
from functiehuis.model.book import ContentsEntry
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module, Part, PrintedHeading, ResultArea, StandardFunction
from functiehuis.model.system import BookSystem
from functiehuis.model.text import RichText

_CLOSE = 86  # per cent: names that are the same but for a slip


def assemble(
    functions: Sequence[FunctionDraft], front: Front, contents: Sequence[ContentsEntry], system: BookSystem
) -> tuple[tuple[FunctionSeries, ...], tuple[FunctionGroup, ...], tuple[StandardFunction, ...]]:
    """The series, groups and functions of a book, in the order of the descriptions."""
    series_codes = {id(draft): system.code.series_of(draft.code) for draft in functions}
    group_codes = {id(draft): system.code.group_of(draft.code) for draft in functions}
    _codes_by_name(functions, series_codes, lambda draft: draft.series.name)
    _codes_by_name(functions, group_codes, lambda draft: draft.group.name)
    series = tuple(
        FunctionSeries(code, *_described(code, [draft.series for draft in drafts], front.series)) for code, drafts in _grouped(functions, series_codes)
    )
    groups = tuple(
        FunctionGroup(code, series_codes[id(drafts[0])] or "", *_described(code, [draft.group for draft in drafts], front.groups))
        for code, drafts in _grouped(functions, group_codes)
    )
    definitions = {item.code: item.definition for item in series} | {item.code: item.definition for item in groups}
    names = {item.code: item.name for item in series} | {item.code: item.name for item in groups}
    figures = numbers_in_figures(functions)
    levels = [read_level(draft.name, system, figures=figures)[0] for draft in functions]
    scales = match_contents(functions, contents)
    built = tuple(
        _function(draft, series_codes[id(draft)], group_codes[id(draft)], definitions, names, scales.get(at), levels[at]) for at, draft in enumerate(functions)
    )
    return series, groups, built


def module(draft: ModuleDraft) -> Module:
    """A module; the headings inside its tasks carry nothing beyond its name."""
    tasks = tuple(task for area in draft.areas for task in area.tasks)
    return Module(draft.name, draft.code, tasks, tuple(draft.headings), draft.provenance)


def match_contents(functions: Sequence[FunctionDraft], contents: Sequence[ContentsEntry]) -> dict[int, ContentsEntry]:
    """Which entry of the contents belongs to which function: by code, by name, by a name that is nearly the same."""
    found: dict[int, ContentsEntry] = {}
    free = list(contents)
    for same in (_same_code, _same_name, _short_name, _close_name):
        for at, draft in enumerate(functions):
            entry = None if at in found else next((item for item in free if same(draft, item)), None)
            if entry is not None:
                found[at] = entry
                free.remove(entry)
    return found | _other_level(functions, free, found)


def _other_level(functions: Sequence[FunctionDraft], free: Sequence[ContentsEntry], found: Mapping[int, ContentsEntry]) -> dict[int, ContentsEntry]:
    """One description and one entry of the same name are left, with another level: a slip in one of the two."""
    names = Counter(_key(entry.name).rpartition(" ")[0] for entry in free)
    bases = {at: _key(draft.name).rpartition(" ")[0] for at, draft in enumerate(functions) if at not in found}
    counts = Counter(bases.values())
    single = {base for base, count in counts.items() if base and count == names[base] == 1}
    entries = {_key(entry.name).rpartition(" ")[0]: entry for entry in free}
    return {at: entries[base] for at, base in bases.items() if base in single and entries[base].code is None}


def _same_code(draft: FunctionDraft, entry: ContentsEntry) -> bool:
    return bool(draft.code) and draft.code == entry.code


def _same_name(draft: FunctionDraft, entry: ContentsEntry) -> bool:
    return entry.code is None and _key(draft.name) == _key(entry.name)


def _short_name(draft: FunctionDraft, entry: ContentsEntry) -> bool:
    """The contents may give the first part of a name: ``Directeur`` for ``Directeur/secretaris``."""
    name, short = _key(draft.name), _key(entry.name)
    return entry.code is None and bool(short) and name.startswith(short) and name[len(short) : len(short) + 1] in ("/", ",", "(", "-")


def _close_name(draft: FunctionDraft, entry: ContentsEntry) -> bool:
    name, other = _key(draft.name), _key(entry.name)
    return entry.code is None and name.split()[-1:] == other.split()[-1:] and fuzz.ratio(name, other) >= _CLOSE


def _key(name: str) -> str:
    """The name for comparing: small letters, one sign for "en", and a Roman numeral at the end as a scanner would also read it."""
    words = name.casefold().replace(" en ", " & ").split()
    if words and len(words[-1]) <= 4 and set(words[-1]) <= set("il1|"):
        words[-1] = "i" * len(words[-1])
    return " ".join(words)


def _codes_by_name(functions: Sequence[FunctionDraft], codes: dict[int, str | None], name_of: Callable[[FunctionDraft], str]) -> None:
    """A description whose code is missing or unreadable belongs where the others with the same name of series or group are."""
    known = {_key(name_of(draft)): codes[id(draft)] for draft in functions if codes[id(draft)] and name_of(draft)}
    for draft in functions:
        if codes[id(draft)] is None:
            codes[id(draft)] = known.get(_key(name_of(draft)))


def _grouped(functions: Sequence[FunctionDraft], codes: dict[int, str | None]) -> list[tuple[str, list[FunctionDraft]]]:
    found: dict[str, list[FunctionDraft]] = {}
    for draft in functions:
        code = codes[id(draft)]
        if code is not None:
            found.setdefault(code, []).append(draft)
    return list(found.items())


def _described(code: str, printed: Sequence[NamedText], shared: Sequence[NamedText]) -> tuple[str, RichText | None]:
    """Name and definition: the most frequent wording (the first where two are as frequent), else those in the front matter."""
    names = Counter(item.name for item in printed if item.name)
    name = names.most_common(1)[0][0] if names else ""
    found = _in_front(code, name, shared)
    if found is not None and not name:
        name = " ".join(word for word in found.name.split() if word != code)
    texts = [definition for item in printed if (definition := item.definition)]
    if texts:
        wording = Counter(text.text for text in texts).most_common(1)[0][0]
        definition = next(text for text in texts if text.text == wording)
    else:
        definition = found.definition if found is not None else None
    for item in shared:
        same = item.definition is None or (definition is not None and item.definition.text == definition.text)
        item.used = item.used or (same and (item is found or _key(item.name) == _key(name)))
    return name, definition


def _in_front(code: str, name: str, shared: Sequence[NamedText]) -> NamedText | None:
    """The entry of the front matter for a code: it names the code or the name; the only entry serves a series or group without a name."""
    for item in shared:
        if code in item.name.split() or (name and _key(item.name) == _key(name)):
            return item
    return shared[0] if len(shared) == 1 and not name else None


def _function(
    draft: FunctionDraft,
    series: str | None,
    group: str | None,
    definitions: dict[str, RichText | None],
    names: dict[str, str],
    entry: ContentsEntry | None,
    level: str | None,
) -> StandardFunction:
    return StandardFunction(
        code=draft.code,
        name=draft.name,
        series=series,
        group=group,
        level=draft.level or level,
        scale=draft.scale or (entry.scale if entry else None),
        points=draft.points if draft.points is not None else entry.points if entry else None,
        characteristics=tuple(draft.characteristics),
        result_areas=tuple(_area(area) for area in draft.areas),
        modules=tuple(draft.modules),
        series_definition=_deviating(draft.series, definitions.get(series or "")),
        group_definition=_deviating(draft.group, definitions.get(group or "")),
        headings=_headings(draft, names.get(series or ""), names.get(group or "")),
        provenance=draft.provenance,
    )


def numbers_in_figures(functions: Sequence[FunctionDraft]) -> bool:
    """Do names of this book end in a 2 or higher? Then its levels are figures."""
    return any(draft.name and draft.name[-1] in "23456789" for draft in functions)


def read_level(name: str, system: BookSystem, *, figures: bool = False) -> tuple[str | None, bool]:
    """The level that ends a name, and whether it stood there letter for letter (a scanner reads l for I).

    ``figures``: this book numbers its levels in figures, so that a 1 is no misread I.
    """
    level = system.level_of(name)
    if level is not None or figures or not name.split():
        return level, True
    last = name.rsplit(maxsplit=1)[-1]
    if all(char in "Il1|V" for char in last) and len(last) <= 4:
        repaired = system.level_of(name[: len(name) - len(last)] + "".join("V" if char == "V" else "I" for char in last))
        return repaired, repaired is None
    return None, True


def _headings(draft: FunctionDraft, series: str | None, group: str | None) -> tuple[PrintedHeading, ...]:
    """The headings that are spelled in another way, also those that name the series or group in another way than most."""
    kept = {heading.part for heading in draft.headings}
    others = [
        PrintedHeading(part, named.printed)
        for part, named, usual in ((Part.SERIES, draft.series, series), (Part.GROUP, draft.group, group))
        if named.printed and part not in kept and named.name != usual
    ]
    return (*others, *draft.headings)


def _deviating(printed: NamedText, usual: RichText | None) -> RichText | None:
    definition = printed.definition
    return None if definition is None or (usual is not None and definition.text == usual.text) else definition


def _area(draft: AreaDraft) -> ResultArea:
    return ResultArea(draft.number, draft.name, tuple(draft.tasks), draft.provenance)

"""The lines of one segment -> a draft of a function or module, and the lines that fitted nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from functiehuis.authoring.books.contents import is_misread_scale, read_number, read_scale
from functiehuis.authoring.books.drafts import AreaDraft, FunctionDraft, ModuleDraft, NamedText
from functiehuis.authoring.books.headings import Heading, read_code
from functiehuis.authoring.books.lines import Line
from functiehuis.documents.document import BlockKind
from functiehuis.model.function import Part, PrintedHeading
from functiehuis.model.system import BookSystem

_ABOUT_THE_BOOK = frozenset({Part.CONTENTS, Part.CONVERSION, Part.COLOPHON})


class DescriptionReader:
    """Reads one segment; make a new one for each."""

    def __init__(self, system: BookSystem, lines: Sequence[Line], headings: Sequence[Heading | None]) -> None:
        self.system = system
        self.lines = lines
        self.headings = headings
        self.leftovers: list[Line] = []
        self.part: Part | None = None
        self.waiting: Part | None = None
        self.bulleted = {part: self._has_items(part) for part in (Part.CHARACTERISTICS, Part.RESULT_AREA, Part.MODULE_TASKS)}

    def function(self, title: int | None) -> FunctionDraft:
        """Read the segment as a function; line ``title`` is its name, with its code or without."""
        draft = FunctionDraft(provenance=self.lines[0].provenance)
        for at, line in enumerate(self.lines):
            heading = self.headings[at]
            if at == title:
                self._title(line, draft)
            elif heading is not None:
                self._heading(heading, line, draft)
            elif line.kind is not BlockKind.TABLE:
                self._text(at, line, draft)
        return draft

    def module(self) -> ModuleDraft:
        """Read the segment as a module."""
        draft = ModuleDraft(provenance=self.lines[0].provenance)
        self.part = Part.MODULE
        for at, line in enumerate(self.lines):
            heading = self.headings[at]
            if heading is not None:
                self._module_heading(heading, line, draft)
            elif line.kind is not BlockKind.TABLE:
                self._module_text(at, line, draft)
        return draft

    def _title(self, line: Line, draft: FunctionDraft) -> None:
        code, exact = read_code(line.plain, self.system.code)
        if code:
            draft.code, draft.code_text, draft.code_exact = code, line.text, exact
            draft.seen.add(Part.CODE)
        draft.name = " ".join(line.plain.replace(code or "", "").strip(" -–—()\t:.").split()) if code else " ".join(line.plain.split())
        draft.seen.add(Part.NAME)

    def _heading(self, heading: Heading, line: Line, draft: FunctionDraft) -> None:
        part = heading.part
        self.waiting = None
        draft.seen.add(part)
        if not heading.standard:
            draft.headings.append(PrintedHeading(part, line.text.collapsed()))
        if part in (Part.NAME, Part.CODE, Part.LEVEL, Part.SCALE, Part.POINTS):
            self.part = None
            if heading.value:
                self._value(part, line, heading.value.text, draft)
            else:
                self.waiting = part
        elif part is Part.DESCRIPTION:
            self.part = None
            if heading.value and not draft.name:
                draft.name = heading.value.text
        elif part in (Part.SERIES, Part.GROUP):
            self.part = part
            named = draft.series if part is Part.SERIES else draft.group
            named.name, named.printed = heading.value.text, line.text.collapsed()
            if heading.body:
                named.parts.append(heading.body)
        elif part is Part.RESULT_AREA:
            self.part = part
            draft.areas.append(AreaDraft(heading.number or 0, heading.value.text, line.provenance))
        elif part is Part.MODULE:
            self.part = part
            if heading.value:
                draft.modules.append(heading.value.text)
        elif part in (Part.CHARACTERISTICS, Part.TASKS):
            self.part = part
        else:
            self.part = None
            if part not in _ABOUT_THE_BOOK:
                self.leftovers.append(line)

    def _value(self, part: Part, line: Line, value: str, draft: FunctionDraft) -> None:
        plain = " ".join(value.split()).lstrip(": ")
        if part is Part.NAME:
            draft.name = plain
        elif part is Part.CODE:
            code, draft.code_exact = read_code(plain, self.system.code)
            draft.code, draft.code_text = code or plain or None, line.text
        elif part is Part.LEVEL:
            draft.level = plain
        elif part is Part.SCALE:
            draft.scale, draft.scale_text = read_scale(plain), line.text if is_misread_scale(plain) else None
        else:
            draft.points = read_number(plain)

    def _text(self, at: int, line: Line, draft: FunctionDraft) -> None:
        text = line.text.collapsed()
        if self.waiting is not None:
            self._value(self.waiting, line, text.text, draft)
            self.waiting = None
        elif self._is_appendix(line):
            self.part = None
            self.leftovers.append(line)
        elif self.part in (Part.SERIES, Part.GROUP):
            self._definition(draft.series if self.part is Part.SERIES else draft.group, line)
        elif self.part is Part.CHARACTERISTICS:
            if line.kind is BlockKind.ITEM or not self.bulleted[Part.CHARACTERISTICS]:
                draft.characteristics.append(text)
            else:
                self.leftovers.append(line)
        elif self.part in (Part.TASKS, Part.RESULT_AREA):
            self._task(at, line, draft.areas, Part.RESULT_AREA)
        elif self.part is Part.MODULE and len(text.text.split()) <= 8:
            draft.modules.append(text.text)
        else:
            self.leftovers.append(line)

    def _definition(self, named: NamedText, line: Line) -> None:
        """The name of the series when its heading had none, else a paragraph of the definition."""
        text = line.text.collapsed()
        if not named.name and not named.parts and len(text.text.split()) <= 6 and not text.text.endswith("."):
            named.name, named.printed = text.text.rstrip(":"), text
        else:
            named.parts.append(text)

    def _task(self, at: int, line: Line, areas: list[AreaDraft], part: Part) -> None:
        """A task, or the heading of a result area that does not carry the word for it."""
        text = line.text.collapsed()
        if self._heads_a_list(at, line):
            number = (line.marker or "").strip("().")
            areas.append(AreaDraft(int(number) if number.isdigit() else 0, text.text.rstrip(":"), line.provenance))
            self.part = part
        elif areas and not areas[-1].name and not areas[-1].tasks and line.kind is not BlockKind.ITEM and line.plain[:1].isupper():
            areas[-1].name = text.text
        elif line.kind is BlockKind.ITEM or (not self.bulleted[part] and (areas or part is Part.MODULE_TASKS)):
            if not areas:
                areas.append(AreaDraft(0, "", line.provenance))
            areas[-1].tasks.append(text)
        else:
            self.leftovers.append(line)

    def _heads_a_list(self, at: int, line: Line) -> bool:
        """A numbered, bold or colon-ended line with bullets of another kind right below it."""
        after = self.lines[at + 1] if at + 1 < len(self.lines) else None
        if after is None or after.kind is not BlockKind.ITEM or self.headings[at + 1] is not None or len(line.plain) > 100:
            return False
        if line.kind is BlockKind.ITEM:
            return line.numbered and (not after.numbered or after.level > line.level)
        return line.emphasised or line.plain.endswith(":")

    def _is_appendix(self, line: Line) -> bool:
        plain = " ".join(line.plain.split()).casefold().rstrip(":.")
        known = any(plain == word or plain.startswith((f"{word} ", f"{word}:")) for word in self.system.appendix_words)
        return line.kind is not BlockKind.ITEM and known and (line.emphasised or len(line.plain) < 60)

    def _module_heading(self, heading: Heading, line: Line, draft: ModuleDraft) -> None:
        part = heading.part
        self.waiting = None
        if not heading.standard:
            draft.headings.append(PrintedHeading(part, line.text.collapsed()))
        if part is Part.MODULE:
            signs = {sign.casefold() for sign in (*self.system.signs, self.system.name)}
            if heading.value and heading.value.text.casefold() not in signs:
                draft.name = draft.name or heading.value.text
        elif part in (Part.MODULE_NAME, Part.MODULE_CODE, Part.CODE):
            value = heading.value.text
            self.waiting = None if value else part
            if part is Part.MODULE_NAME:
                draft.name = value
            else:
                draft.code = read_code(value, self.system.code)[0] or (value if value.strip("-–— .\u00ad") else None)
        elif part in (Part.MODULE_TASKS, Part.TASKS):
            self.part = Part.MODULE_TASKS
        elif part is Part.RESULT_AREA:
            self.part = Part.MODULE_TASKS
            draft.areas.append(AreaDraft(heading.number or 0, heading.value.text, line.provenance))
        elif part in _ABOUT_THE_BOOK:
            self.part = None
        else:
            self.leftovers.append(line)

    def _module_text(self, at: int, line: Line, draft: ModuleDraft) -> None:
        if self.waiting is Part.MODULE_NAME:
            draft.name, self.waiting = " ".join(line.plain.split()), None
        elif self.waiting is not None and _may_be_code(line.plain):
            draft.code, self.waiting = (line.plain if line.plain.strip("-–—") else None), None
        elif self._is_appendix(line):
            self.part = None
            self.leftovers.append(line)
        elif self.part is not None and (line.kind is BlockKind.ITEM or (self.part is Part.MODULE_TASKS and not self.bulleted[Part.MODULE_TASKS])):
            if not self._is_own_name(at, line, draft):
                self._task(at, line, draft.areas, Part.MODULE_TASKS)
        else:
            self.leftovers.append(line)

    def _is_own_name(self, at: int, line: Line, draft: ModuleDraft) -> bool:
        """``1. Coördinatie`` above the tasks of the module Coördinatie says nothing new."""
        first = not any(area.tasks for area in draft.areas)
        return (first or self._heads_a_list(at, line)) and " ".join(line.plain.split()).rstrip(":").casefold() == draft.name.casefold()

    def _has_items(self, part: Part) -> bool:
        """Are there bullets below the headings of this part? If not, its paragraphs are the bullets."""
        current: Part | None = None
        found: list[Line] = []
        for line, heading in zip(self.lines, self.headings, strict=True):
            if heading is not None:
                current = Part.RESULT_AREA if heading.part is Part.TASKS and part is Part.RESULT_AREA else heading.part
            elif current is part and line.kind is BlockKind.ITEM:
                found.append(line)
        # One number above a list without signs ("1. Coördinatie") is a heading.
        return len(found) > 1 or (len(found) == 1 and not (found[0].marker or "").strip("().").isdigit())


def _may_be_code(text: str) -> bool:
    """One word with a digit in it, or a dash: what can stand behind the label for a code."""
    return not text.strip("-–—") or (" " not in text and any(char.isdigit() for char in text))


def as_module(draft: FunctionDraft, system: BookSystem) -> ModuleDraft | None:
    """A description that is headed as a function but names a module ("Naam functie: Module Coördinatie"), else None."""
    if draft.characteristics:
        return None
    named = draft.name or (f"{system.heading(Part.MODULE)} {draft.modules[0]}" if draft.modules else "")
    for word in system.headings[Part.MODULE]:
        if named.casefold().startswith(f"{word.casefold()} "):
            code = draft.code if draft.code and draft.code.strip("-–—") else None
            return ModuleDraft(named[len(word) + 1 :].strip(" :"), code, draft.areas, draft.headings, draft.provenance)
    return None

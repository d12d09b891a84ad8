"""The tasks of a description, each with what was proposed and what a person answered, and the description with its passages marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ANSWERS = ("normfunctie", "module", "gelijkwaardig", "niet gedekt")
_PROPOSED = {"taak": "normfunctie", "variatie": "gelijkwaardig", "module": "module", "andere functie": "niet gedekt", "niets": "niet gedekt"}
_NOTHING = re.compile(r"[\s\-–—•*·.;:,\d)(]*")


@dataclass(frozen=True, slots=True)
class Task:
    """A task: literally a stretch of the description. ``proposed`` is an answer, ``why`` what it rests on; ``module`` is the one that was chosen."""

    number: int
    text: str
    proposed: str
    why: str
    answer: str = ""
    module: str = ""

    @property
    def open(self) -> bool:
        """Whether there is no answer yet."""
        return not self.answer


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the description; ``mark`` is the number of the passage it belongs to, ``first`` says that the passage starts here."""

    text: str
    mark: int | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the description, or a task (then with its number)."""

    pieces: tuple[Piece, ...]
    task: int | None = None


def tasks_for(result: Mapping[str, Any], label: str, choices: Mapping[str, Any]) -> tuple[Task, ...]:
    """The tasks as they are proposed for a function. A description that names the same task twice has it twice, with one answer."""
    candidates = result.get("kandidaten", ())
    covered = {}
    first = bool(candidates) and candidates[0]["code"] == label
    for candidate in candidates:
        if candidate["code"] == label:
            covered = {item["passage"]: item.get("resultaatgebied") or "" for item in candidate["waarom"] if item["soort"] == "taak"}
    answers, modules = choices.get("taken", {}), choices.get("modules", {})
    found = []
    for number, item in enumerate(result.get("taken", ()), 1):
        text = item["passage"]
        proposed, why = (
            _PROPOSED.get(item["dekking"], ""),
            item["module"] or (f"wel bij {item['functie']}" if item["functie"] else item["resultaatgebied"]) or "",
        )
        if not first and item["dekking"] != "module":
            proposed, why = ("normfunctie", covered[text]) if text in covered else ("", "")
        answer = answers.get(text, "")
        found.append(Task(number, text, proposed, why, answer if answer in ANSWERS else "", modules.get(text, "")))
    return tuple(found)


def spans_of(text: str, passages: Iterable[str]) -> list[tuple[int, int] | None]:
    """Where each passage stands, looked for in the order of the text; None when it is not there."""
    found: list[tuple[int, int] | None] = []
    after = 0
    for passage in passages:
        at = text.find(passage, after) if passage else -1
        at = at if at >= 0 or not passage else text.find(passage)
        found.append((at, at + len(passage)) if at >= 0 else None)
        after = at + len(passage) if at >= 0 else after
    return found


def number_passages(text: str, passages: Iterable[str]) -> tuple[dict[str, int], list[tuple[int, int, int]]]:
    """A number for each passage in the order of the text, and the stretches that are marked (start, end, number); passages that overlap share one."""
    places = sorted({(at, at + len(passage), passage) for passage in set(passages) if passage and (at := text.find(passage)) >= 0})
    numbers: dict[str, int] = {}
    marks: list[tuple[int, int, int]] = []
    for start, end, passage in places:
        if marks and start < marks[-1][1]:
            marks[-1] = (marks[-1][0], max(end, marks[-1][1]), marks[-1][2])
        else:
            marks.append((start, end, len(marks) + 1))
        numbers[passage] = marks[-1][2]
    return numbers, marks


def blocks_of(text: str, tasks: Sequence[Task], marks: Sequence[tuple[int, int, int]]) -> tuple[Block, ...]:
    """The description as paragraphs and tasks, in its own order and words; bullets and numbers in front of a task are left to the page."""
    spans = sorted((span, task.number) for span, task in zip(spans_of(text, (task.text for task in tasks)), tasks, strict=True) if span)
    blocks: list[Block] = []
    at = 0
    for (start, end), number in spans:
        if start < at:
            continue
        blocks += _paragraphs(text, at, start, marks)
        blocks.append(Block(_pieces(text, start, end, marks), number))
        at = end
    return (*blocks, *_paragraphs(text, at, len(text), marks))


def _paragraphs(text: str, start: int, end: int, marks: Sequence[tuple[int, int, int]]) -> list[Block]:
    found = []
    at = start
    for line in text[start:end].splitlines(keepends=True):
        if not _NOTHING.fullmatch(line):
            found.append(Block(_pieces(text, at, at + len(line.rstrip()), marks)))
        at += len(line)
    return found


def _pieces(text: str, start: int, end: int, marks: Sequence[tuple[int, int, int]]) -> tuple[Piece, ...]:
    pieces = []
    at = start
    for left, right, number in marks:
        if right <= at or left >= end:
            continue
        if left > at:
            pieces.append(Piece(text[at:left]))
        stop = min(right, end)
        pieces.append(Piece(text[max(at, left) : stop], number, left >= start))
        at = stop
    if at < end:
        pieces.append(Piece(text[at:end]))
    return tuple(pieces)

"""What a book says around its functions, as a form: title, series and groups with their definitions, modules; and back."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from functiehuis.authoring.editing.cleaning import cleaned
from functiehuis.authoring.editing.text_lines import lines_of, text_of, texts_of
from functiehuis.model.book import FunctionBook
from functiehuis.model.emphasis import encode
from functiehuis.model.errors import RefusedError
from functiehuis.model.function import FunctionGroup, FunctionSeries, Module
from functiehuis.model.text import RichText
from functiehuis.model.wire import book_to_wire

FrameForm = dict[str, str]
"""Field -> what stands in it: boektitel, reeks-<n>-code, -naam and -definitie, groep-<n>-code, -reeks, -naam and -definitie, module-<n>-naam, -code, -taken."""


def frame_seen(book: FunctionBook) -> str:
    """What names the frame as somebody saw it: it changes when the frame does, and not when a function, its row in the contents
    or a dismissal does.
    """
    wire = book_to_wire(replace(book, functions=(), dismissals=(), contents=()))
    return hashlib.sha256(json.dumps(wire, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")).hexdigest()[:16]


def frame_form(book: FunctionBook) -> FrameForm:
    """The form of the frame of a book."""
    form = {"boektitel": book.title}
    for at, series in enumerate(book.series, 1):
        form |= {f"reeks-{at}-code": series.code, f"reeks-{at}-naam": series.name, f"reeks-{at}-definitie": _line(series.definition)}
    for at, group in enumerate(book.groups, 1):
        form |= {f"groep-{at}-code": group.code, f"groep-{at}-reeks": group.series, f"groep-{at}-naam": group.name}
        form[f"groep-{at}-definitie"] = _line(group.definition)
    for at, module in enumerate(book.modules, 1):
        form |= {f"module-{at}-naam": module.name, f"module-{at}-code": module.code or "", f"module-{at}-taken": lines_of(module.tasks)}
    return form


def rows_in(form: Mapping[str, str], kind: str) -> list[int]:
    """The numbers of the rows of a kind (reeks, groep, module) in a form."""
    found = {int(match[1]) for match in (re.fullmatch(rf"{kind}-(\d{{1,4}})-\w+", name) for name in form) if match}
    return sorted(found)


def book_of(form: Mapping[str, str], before: FunctionBook) -> FunctionBook:
    """The book with the frame that a form says; functions and the rest stay.

    Refuses with RefusedError, per field: a row without a code or a name, a code that is used twice, a group of an unknown series, and taking away a series
    or group that functions are in.
    """
    wrong: dict[str, str] = {}
    series = tuple(FunctionSeries(code, name, text) for code, name, text, _ in _named(form, "reeks", before.series, wrong))
    rows = _named(form, "groep", before.groups, wrong)
    groups = tuple(FunctionGroup(code, _said(form, f"groep-{at}-reeks"), name, text) for code, name, text, at in rows)
    known = {item.code for item in series}
    for group, (_, _, _, at) in zip(groups, rows, strict=True):
        if group.series not in known:
            wrong[f"groep-{at}-reeks"] = "Kies de reeks waar deze groep bij hoort."
    used = {function.group for function in before.functions} | {function.series for function in before.functions}
    left = known | {group.code for group in groups}
    numbered = [("reeks", at, item.code, item.name) for at, item in enumerate(before.series, 1)]
    numbered += [("groep", at, item.code, item.name) for at, item in enumerate(before.groups, 1)]
    for kind, at, code, name in numbered:
        if code in used and code not in left:
            wrong[f"{kind}-{at}-code"] = f"{code} {name} kan niet weg: er horen nog functies bij. Geef die eerst een andere {kind}."
    modules = tuple(_modules(form, before, wrong))
    if wrong:
        count = "is 1 ding" if len(wrong) == 1 else f"zijn {len(wrong)} dingen"
        raise RefusedError(f"Er {count} die u moet aanpassen. Er is nog niets opgeslagen.", wrong)
    return replace(before, title=_said(form, "boektitel"), series=series, groups=groups, modules=modules)


def _named(
    form: Mapping[str, str], kind: str, before: Sequence[FunctionSeries | FunctionGroup], wrong: dict[str, str]
) -> list[tuple[str, str, RichText | None, int]]:
    found = []
    for at in rows_in(form, kind):
        code, name, typed = (_said(form, f"{kind}-{at}-{field}") for field in ("code", "naam", "definitie"))
        if not (code or name or typed):
            continue
        if not code:
            wrong[f"{kind}-{at}-code"] = f"Vul de code van deze {kind} in."
        if not name:
            wrong[f"{kind}-{at}-naam"] = f"Vul de naam van deze {kind} in."
        if len(code) > 40 or len(name) > 200 or len(typed) > 8000:
            wrong[f"{kind}-{at}-naam"] = "Dit is te lang. Een code kan 40 tekens hebben, een naam 200 en een definitie 8000."
        old = before[at - 1].definition if at <= len(before) else None
        text = old if old is not None and encode(old) == form.get(f"{kind}-{at}-definitie", "") else text_of(typed)
        found.append((code, name, replace(text, provenance=old.provenance if old else None) if text.text else None, at))
    for code, times in Counter(item[0] for item in found).items():
        if code and times > 1:
            last = [item[3] for item in found if item[0] == code][-1]
            wrong[f"{kind}-{last}-code"] = f"De code {code[:40]} staat er {times} keer. Geef elke {kind} een eigen code."
    return found


def _modules(form: Mapping[str, str], before: FunctionBook, wrong: dict[str, str]) -> list[Module]:
    found = []
    for at in rows_in(form, "module"):
        old = before.modules[at - 1] if at <= len(before.modules) else Module("")
        name, code = _said(form, f"module-{at}-naam"), _said(form, f"module-{at}-code")
        tasks = texts_of(form.get(f"module-{at}-taken", ""), old.tasks)
        if not (name or code or tasks):
            if old.name and any(old.name in function.modules for function in before.functions):
                wrong[f"module-{at}-naam"] = f"De module {old.name} kan niet weg: er zijn nog functies met deze module."
            continue
        if not name or len(name) > 200 or len(code) > 40:
            wrong[f"module-{at}-naam"] = "Vul de naam van de module in, hooguit 200 tekens; een code kan 40 tekens hebben."
        found.append(replace(old, name=name, code=code or None, tasks=tasks))
    return found


def _said(form: Mapping[str, str], name: str) -> str:
    return " ".join(cleaned(form.get(name, "")).split())


def _line(text: RichText | None) -> str:
    return encode(text) if text else ""

"""Two versions of a form side by side: which fields differ, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from functiehuis.language.differences import DifferenceKind, word_differences

_NAMES = {
    "code": "Code",
    "naam": "Naam",
    "reeks": "Functiereeks",
    "groep": "Functiegroep",
    "niveau": "Niveau",
    "schaal": "Schaal",
    "punten": "Punten",
    "kenmerken": "Kenmerken",
    "modules": "Modules",
    "boektitel": "Titel van het boek",
    "titel": "Naam van het concept",
}


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field that is not the same: its name in the form, what people call it, both texts, and the difference."""

    name: str
    label: str
    before: str
    after: str
    marked: SafeString


def label_of(name: str) -> str:
    """What people call a field of a form."""
    if name in _NAMES:
        return _NAMES[name]
    kind, _, rest = name.partition("-")
    number, _, field = rest.partition("-")
    what = {"gebied": "Resultaatgebied", "reeks": "Reeks", "groep": "Groep", "module": "Module"}.get(kind, kind.capitalize())
    return f"{what} {number}: {field}"


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[FieldDifference]:
    """The fields that differ, in the order of the form."""
    names = list(dict.fromkeys([*before, *after]))
    found = [(name, before.get(name, ""), after.get(name, "")) for name in names]
    return [FieldDifference(name, label_of(name), old, new, marked(old, new)) for name, old, new in found if _plain(old) != _plain(new)]


def _plain(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def marked(before: str, after: str) -> SafeString:
    """The difference as lines with del and ins."""
    old, new = [line for line in before.split("\n") if line], [line for line in after.split("\n") if line]
    lines: list[SafeString] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            lines += [format_html("{}", line) for line in old[a:b]]
        elif tag == "replace" and b - a == d - c:
            lines += [_words(one, two) for one, two in zip(old[a:b], new[c:d], strict=True)]
        else:
            lines += [format_html("<del>{}</del>", line) for line in old[a:b]]
            lines += [format_html("<ins>{}</ins>", line) for line in new[c:d]]
    return format_html_join(SafeString("<br>"), "{}", ((line,) for line in lines))


def _words(before: str, after: str) -> SafeString:
    parts = []
    for item in word_differences(before, after):
        if item.kind is DifferenceKind.KEPT:
            parts.append(format_html("{}", item.after_words))
            continue
        if item.before_words:
            parts.append(format_html("<del>{}</del>", item.before_words))
        if item.after_words:
            parts.append(format_html("<ins>{}</ins>", item.after_words))
    return format_html_join(" ", "{}", ((part,) for part in parts)) or format_html("<del>{}</del> <ins>{}</ins>", before, after)

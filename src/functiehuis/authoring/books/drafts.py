"""What is known of a description while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from functiehuis.model.function import Part, PrintedHeading
from functiehuis.model.provenance import Provenance
from functiehuis.model.text import RichText, Run


@dataclass(slots=True)
class AreaDraft:
    """A result area with its tasks."""

    number: int
    name: str
    provenance: Provenance | None
    tasks: list[RichText] = field(default_factory=list)


@dataclass(slots=True)
class NamedText:
    """A series or group as one description, or the front matter, prints it. ``used``: its definition is in the book."""

    name: str = ""
    parts: list[RichText] = field(default_factory=list)
    printed: RichText | None = None
    used: bool = False

    @property
    def definition(self) -> RichText | None:
        """The paragraphs of the definition as one text."""
        if not self.parts:
            return None
        runs = [run for number, part in enumerate(self.parts) for run in ([Run(" ")] if number else []) + list(part.runs())]
        return RichText.from_runs(runs, self.parts[0].provenance).collapsed()


@dataclass(slots=True)
class FunctionDraft:
    """A standard function as printed, before the book is put together."""

    name: str = ""
    code: str | None = None
    level: str | None = None
    scale: str | None = None
    points: int | None = None
    series: NamedText = field(default_factory=NamedText)
    group: NamedText = field(default_factory=NamedText)
    characteristics: list[RichText] = field(default_factory=list)
    areas: list[AreaDraft] = field(default_factory=list)
    modules: list[str] = field(default_factory=list)
    headings: list[PrintedHeading] = field(default_factory=list)
    seen: set[Part] = field(default_factory=set)
    provenance: Provenance | None = None
    code_text: RichText | None = None
    code_exact: bool = True
    scale_text: RichText | None = None


@dataclass(slots=True)
class ModuleDraft:
    """A module as printed."""

    name: str = ""
    code: str | None = None
    areas: list[AreaDraft] = field(default_factory=list)
    headings: list[PrintedHeading] = field(default_factory=list)
    provenance: Provenance | None = None

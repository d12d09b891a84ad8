"""Write a book in forms for others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from functiehuis.documents.limits import Progress, no_progress
from functiehuis.library.folders import Target, refuse_targets, write_together
from functiehuis.library.publishing import Files, Form, Publication, download_name, form_of
from functiehuis.library.sources import open_source


@dataclass(frozen=True, slots=True)
class Edition:
    """What is printed beside the book: the date (today when None), its version, from when it holds, the licence of its texts.

    ``before`` is the previous version, to tell what changed; ``template`` an own template, for the forms that take one.
    """

    on: date | None = None
    version: str = ""
    valid_from: date | None = None
    licence: str = ""
    before: Path | None = None
    template: Path | None = None


def publish_book(
    path: Path, wanted: Mapping[str, Path], *, overwrite: bool = False, edition: Edition | None = None, progress: Progress = no_progress
) -> list[Path]:
    """The files and folders that were written; ``wanted`` gives the place of each form by its option (``--pdf``).

    Refuses before anything is written, and to overwrite without being told. All forms appear, or none.
    """
    edition = edition or Edition()
    forms = [(form_of(option), place) for option, place in wanted.items()]
    targets = [Target(place, form.mark) for form, place in forms]
    refuse_targets(targets, overwrite=overwrite, source=path)
    reading = open_source(path, progress=progress)
    publication = Publication(
        reading.book,
        reading.system,
        edition.on or date.today(),
        edition.version,
        edition.valid_from,
        edition.licence,
        open_source(edition.before, progress=progress).book if edition.before else None,
        edition.template,
    )
    made = _made(publication, [form for form, _ in forms], progress)
    write_together(list(zip(targets, made, strict=True)), overwrite=overwrite)
    progress(len(forms), len(forms))
    return [target.path for target in targets]


def _made(publication: Publication, forms: Sequence[Form], progress: Progress) -> list[Files]:
    """What each form is, in their order; folders are made last, because a website offers the other forms to download."""
    found: dict[str, Files] = {}
    for at, form in enumerate(sorted(forms, key=lambda form: bool(form.mark))):
        progress(at, len(forms))
        files = form.make(publication)
        found[form.option] = files
        name = download_name(form.option)
        if name and isinstance(files, bytes):
            publication = replace(publication, made={**publication.made, name: files})
    return [found[form.option] for form in forms]

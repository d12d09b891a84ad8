"""Rich text: emphasis stays where it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functiehuis.model.emphasis import decode, encode
from functiehuis.model.text import RichText, Run

characters = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
texts = st.lists(st.builds(Run, characters, st.booleans(), st.booleans()), max_size=6).map(RichText.from_runs)


@given(texts)
@settings(deadline=None)
def test_emphasis_written_as_markdown_comes_back(text: RichText) -> None:
    assert decode(encode(text)) == text


@given(texts)
@settings(deadline=None)
def test_collapsing_white_space_twice_changes_nothing_more(text: RichText) -> None:
    once = text.collapsed()
    assert once.collapsed() == once
    assert once.text == " ".join(text.text.split())


@given(texts, st.integers(0, 20), st.integers(0, 20))
@settings(deadline=None)
def test_a_slice_has_the_emphasis_of_its_characters(text: RichText, start: int, end: int) -> None:
    marks = [(run.bold, run.italic) for run in text.runs() for _ in run.text]
    part = text.slice(start, max(start, end))
    assert [(run.bold, run.italic) for run in part.runs() for _ in run.text] == marks[start : max(start, end)]


@pytest.mark.parametrize(
    "typed, plain, bold, italic",
    [
        ("is **eind**verantwoordelijk", "is eindverantwoordelijk", ((3, 7),), ()),
        ("*geeft **integraal** leiding*", "geeft integraal leiding", ((6, 15),), ((0, 23),)),
        ("***alles***", "alles", ((0, 5),), ((0, 5),)),
        ("<b>vet</b> en <em>schuin</em>", "vet en schuin", ((0, 3),), ((7, 13),)),
        ("__vet__ en _schuin_", "vet en schuin", ((0, 3),), ((7, 13),)),
        ("een_naam_met_strepen", "een_naam_met_strepen", (), ()),
        ("2 * 3 * 4", "2 * 3 * 4", (), ()),
        ("**niet gesloten", "**niet gesloten", (), ()),
        (r"\*geen nadruk\*", "*geen nadruk*", (), ()),
        ("wet- &amp; regelgeving", "wet- & regelgeving", (), ()),
        ("gemeenten & waterschap", "gemeenten & waterschap", (), ()),
    ],
)
def test_emphasis_as_people_type_it(typed: str, plain: str, bold: object, italic: object) -> None:
    text = decode(typed)
    assert (text.text, text.bold, text.italic) == (plain, bold, italic)


def test_a_space_between_bold_and_plain_is_not_bold() -> None:
    text = decode("**adviseert **over beleid").collapsed()
    assert (text.text, text.bold) == ("adviseert over beleid", ((0, 9),))


@pytest.mark.parametrize("spans", [((0, 9),), ((2, 1),), ((0, 2), (1, 3)), ((0, 1), (1, 2)), ((-1, 2),)])
def test_emphasis_that_does_not_fit_is_refused(spans: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        RichText("tekst", spans)

"""Every word of the field has its explanation at hand."""

from __future__ import annotations

import re

import pytest
from django.template import Context, Template
from django.test import Client

from command_line import ROOT
from functiehuis.library.explanations import explanations
from reading import MATRIX, page, said

TEMPLATES = sorted((ROOT / "src/functiehuis/web/templates").rglob("*.html"))


def test_the_woordenlijst_has_every_word_for_everybody_with_a_role(emre: Client) -> None:
    text = said(page(emre, "/h/merenland/woordenlijst"))
    for item in explanations().values():
        assert f"{item.word} {item.meaning}" in text


def test_somebody_of_another_employer_reads_it_in_their_own_house(daan: Client) -> None:
    assert daan.get("/h/merenland/woordenlijst").status_code == 404
    assert daan.get("/h/heuvelrijk/woordenlijst").status_code == 200


def test_a_word_on_a_page_opens_its_explanation_without_a_script(anna: Client) -> None:
    source = page(anna, f"{MATRIX}functies/N03.03.04/")
    for identifier in re.findall(r'popovertarget="([^"]+)"', source):
        assert source.count(f'id="{identifier}"') == 1
    assert "Een groep taken met één doel" in said(source)
    assert '/h/merenland/woordenlijst#woord-resultaatgebied"' in source


def test_every_word_that_a_page_explains_is_in_the_list() -> None:
    used = {word for path in TEMPLATES for word in re.findall(r'{% term "([^"]+)"', path.read_text("utf-8"))}
    assert used
    assert used <= set(explanations())


def test_an_unknown_word_is_a_mistake_that_shows() -> None:
    with pytest.raises(KeyError):
        Template('{% term "bestaat niet" %}').render(Context())

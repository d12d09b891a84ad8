"""The house style of an organisation: what may be in it, and that people can read it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from command_line import ROOT
from functiehuis.actions.house_style import contrast, read_house_style
from functiehuis.model.errors import RefusedError
from functiehuis.web.storage.house import DjangoHouse

EXAMPLE = (ROOT / "src/functiehuis/web/static/css/voorbeeld-huisstijl.css").read_text("utf-8")
STYLE, SHEET = "/h/merenland/instellingen/huisstijl/", "/h/merenland/huisstijl.css"


def test_the_example_of_the_design_is_a_house_style() -> None:
    kept = read_house_style(EXAMPLE)
    assert kept.startswith(".fh-theme {\n  --fh-brand-1: #fbf5f6;\n")
    assert read_house_style(kept) == kept


@pytest.mark.parametrize(
    "change",
    [
        ("--fh-brand-9: #741a32", "--fh-brand-9: url(https://elders.example/x)"),
        ("--fh-brand-9: #741a32", "--fh-brand-9: red"),
        ("--fh-brand-9: #741a32", "color: #741a32"),
        ("--fh-brand-9: #741a32", "--iets-anders: #741a32"),
        ("--fh-font-source: var(--basis-text-font-family-default)", "--fh-font-source: expression(alert(1))"),
        (".fh-theme {", ".fh-theme { } body {"),
        (".fh-theme {", "@import url(x); .fh-theme {"),
        (".fh-theme {", "body {"),
        ("--fh-brand-12: #330a15;", ""),
        ("--fh-brand-1: #fbf5f6;", "--fh-brand-1: #fbf5f6; --fh-neutral-3: #dbe2e3;"),
        ("--fh-brand-9: #741a32", "--fh-brand-9: #741a32 } </style><script>"),
    ],
)
def test_what_is_no_colour_or_font_is_refused(change: tuple[str, str]) -> None:
    assert change[0] in EXAMPLE
    with pytest.raises(RefusedError):
        read_house_style(EXAMPLE.replace(*change))


@pytest.mark.parametrize("text", ["", "niets", "x" * 30_000, "\x00", ".fh-theme{" + "(" * 5000 + "}"])
def test_what_is_no_house_style_at_all_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        read_house_style(text)


def test_too_little_contrast_is_refused_with_the_pair() -> None:
    with pytest.raises(RefusedError, match=r"--fh-brand-9 \(#c98896\) tegen wit \(#ffffff\) is 2,8, nodig is 4,5"):
        read_house_style(EXAMPLE.replace("--fh-brand-9: #741a32", "--fh-brand-9: #c98896"))


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#fff", "#fff") == 1


def _file(text: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("../../huisstijl.css", text.encode() if isinstance(text, str) else text)


def test_an_uploaded_style_colours_the_pages_of_this_organisation_only(gijs: Client, anna: Client, daan: Client) -> None:
    assert SHEET not in anna.get("/h/merenland/").content.decode()
    assert gijs.post(STYLE, {"huisstijl-style": _file(EXAMPLE)}).status_code == 302
    assert SHEET in anna.get("/h/merenland/").content.decode()
    sheet = anna.get(SHEET)
    assert sheet["Content-Type"] == "text/css; charset=utf-8"
    assert "--fh-brand-9: #741a32" in sheet.content.decode()
    assert anna.get(SHEET, headers={"If-None-Match": sheet["ETag"]}).status_code == 304
    assert daan.get(SHEET).status_code == 404
    assert "huisstijl.css" not in daan.get("/h/heuvelrijk/").content.decode()


def test_a_wrong_file_is_refused_at_the_field(gijs: Client, house: DjangoHouse) -> None:
    for content in ("body { color: red }", b"\xff\xfe\x00", ""):
        answer = gijs.post(STYLE, {"huisstijl-style": _file(content)})
        assert answer.status_code == 422
    assert gijs.post(STYLE, {}).status_code == 422
    assert house.organisation().house_style == ""


def test_the_style_of_the_product_comes_back(gijs: Client, house: DjangoHouse) -> None:
    gijs.post(STYLE, {"huisstijl-style": _file(EXAMPLE)})
    gijs.post(STYLE, {"weg": "1"})
    assert house.organisation().house_style == ""
    assert [event.name for event in house.events(most=2)] == ["organisatie.huisstijl_weg", "organisatie.huisstijl"]


def test_only_an_administrator_changes_settings(anna: Client) -> None:
    assert anna.get("/h/merenland/instellingen/").status_code == 403
    assert anna.post(STYLE, {"weg": "1"}).status_code == 403


def test_name_and_publicity_are_kept_and_told(gijs: Client, house: DjangoHouse) -> None:
    page = "/h/merenland/instellingen/"
    assert gijs.post(page, {"name": "Kantoor Merenland", "abbreviation": "KM", "public": "on"}).status_code == 302
    kept = house.organisation()
    assert (kept.name, kept.abbreviation, kept.public) == ("Kantoor Merenland", "KM", True)
    assert house.events(most=1)[0].name == "organisatie.openbaar"
    gijs.post(page, {"name": "Kantoor Merenland", "abbreviation": "KM"})
    assert house.events(most=1)[0].name == "organisatie.besloten"
    gijs.post(page, {"name": "Kantoor Merenland", "abbreviation": "KM"})
    assert len(house.events("organisatie")) == 3, "nothing changed, so nothing is told"
    assert gijs.post(page, {"name": "", "abbreviation": "x" * 21}).status_code == 422

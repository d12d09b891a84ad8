"""A worksheet from the first word to the motivering: candidates, judgements, tasks, questions, outcome, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from functiehuis.model.house import Worksheet, WorksheetStatus
from functiehuis.web.demo.furnish import furnish
from functiehuis.web.storage.house import DjangoHouse
from functiehuis.web.storage.trail import breaks

PLACING = "/h/merenland/indelen/"
TEXT = """De behandelaar zorgt dat bezwaren tegen aanslagen op tijd worden behandeld.
- onderzoekt bezwaren tegen de waarde van woningen
- vraagt gegevens op die in het bezwaar ontbreken
- schrijft het voorstel voor de uitspraak
- legt gevallen buiten de instructie voor aan de specialist
- heeft weinig ruimte om zelf af te wegen: de instructie is leidend, op één breed terrein
- voert zelfstandig lastige gesprekken met boze inwoners
- verdeelt elke week de voorraad over vier collega's"""


@pytest.fixture
def sheet(anna: Client, house: DjangoHouse) -> Worksheet:
    answer = anna.post(f"{PLACING}nieuw/", {"beschrijving": TEXT, "titel": "Behandelaar", "versie": "1"})
    assert answer.status_code == 302, answer.content.decode()
    [found] = house.worksheets()
    return house.worksheet(found.id or 0)


def _page(client: Client, sheet: Worksheet) -> Any:
    return client.get(f"{PLACING}{sheet.id}/")


def _keep(client: Client, sheet: Worksheet, revision: int, **filled: str) -> Any:
    data = {"revisie": str(revision), "vergeleken": "N03.03.06", **{name.replace("__", "-"): value for name, value in filled.items()}}
    return client.post(f"{PLACING}{sheet.id}/", data)


def _everything(page: Any) -> dict[str, str]:
    """Answers to everything on the page, all as proposed where there is a proposal."""
    said = {"uitkomst": page.context["sheet"].compared.label}
    for row in page.context["sheet"].rows:
        for rung in row.rungs:
            if rung.text:
                own = row.proposed.verdict if row.proposed and rung.place == "zelf" else "voldoet"
                said[f"oordeel__{row.number}__{rung.place}"] = own
        said[f"waarom__{row.number}"] = f"Reden bij {row.axis}."
    for task in page.context["sheet"].tasks:
        said[f"taak__{task.number}"] = "normfunctie"
    return said


def test_a_pasted_description_gets_candidates_with_evidence(anna: Client, sheet: Worksheet) -> None:
    said = _page(anna, sheet).content.decode()
    for text in ("Medewerker beleidsuitvoering III", "Twijfel", "Geen passende functie", "Schaal verborgen", 'class="fh-passage"', 'href="#p1"', "Vergelijk"):
        assert text in said


def test_nothing_is_chosen_beforehand(anna: Client, sheet: Worksheet) -> None:
    page = _page(anna, sheet)
    assert " checked" not in page.content.decode()
    assert [item.place for item in page.context["sheet"].missing] == ["kand", "k1", "t1"]


def test_the_scale_stays_hidden(anna: Client, sheet: Worksheet) -> None:
    page = _page(anna, sheet)
    main = page.content.decode().split("<main")[1]
    assert "schaal 8" not in main
    assert "Schaal verborgen" in main


def test_every_passage_is_literally_in_the_description(anna: Client, sheet: Worksheet) -> None:
    page = _page(anna, sheet).context["sheet"]
    for row in page.rows:
        assert row.proposed is None or row.proposed.passage is None or row.proposed.passage in page.worksheet.description
    told = "".join(piece.text for block in page.blocks for piece in block.pieces)
    assert [word for word in page.worksheet.description.split() if word != "-"] == " ".join(block_words(page)).split()
    assert "verdeelt elke week de voorraad" in told


def block_words(page: Any) -> list[str]:
    return ["".join(piece.text for piece in block.pieces) for block in page.blocks]


def test_answers_are_kept_and_picked_up_again(anna: Client, house: DjangoHouse, sheet: Worksheet) -> None:
    answer = _keep(anna, sheet, 0, uitkomst="N03.03.06", oordeel__1__zwaarder="onder", taak__2="normfunctie")
    assert answer.status_code == 302
    page = _page(anna, sheet).context["sheet"]
    assert page.outcome == "N03.03.06"
    assert page.rows[0].rungs[0].judged == "onder"
    assert page.tasks[1].answer == "normfunctie"
    assert house.worksheet(sheet.id or 0).status is WorksheetStatus.STARTED


def test_a_complete_worksheet_is_told_to_be(anna: Client, house: DjangoHouse, sheet: Worksheet) -> None:
    _keep(anna, sheet, 0, **_everything(_page(anna, sheet)))
    page = _page(anna, sheet)
    assert page.context["sheet"].missing == ()
    assert "Alles is beantwoord" in page.content.decode()
    kept = house.worksheet(sheet.id or 0)
    assert kept.status is WorksheetStatus.KEPT
    assert "Het werk past bij Medewerker beleidsuitvoering III" in kept.motivation
    assert list(breaks(house.organisation_id)) == []


def test_another_verdict_than_was_proposed_needs_a_reason(anna: Client, sheet: Worksheet) -> None:
    row = next(row for row in _page(anna, sheet).context["sheet"].rows if row.proposed and row.proposed.verdict == "voldoet")
    _keep(anna, sheet, 0, uitkomst="N03.03.06", **{f"oordeel__{row.number}__zelf": "boven"})
    page = _page(anna, sheet)
    assert f"k{row.number}-reden" in [item.place for item in page.context["sheet"].missing]
    _keep(anna, sheet, 1, uitkomst="N03.03.06", **{f"oordeel__{row.number}__zelf": "boven", f"waarom__{row.number}": "Zij beslist zelf."})
    page = _page(anna, sheet)
    assert f"k{row.number}-reden" not in [item.place for item in page.context["sheet"].missing]


def test_a_kenmerk_that_is_set_aside_needs_a_reason(anna: Client, sheet: Worksheet) -> None:
    _keep(anna, sheet, 0, uitkomst="N03.03.06", nvt__1="1")
    assert "k1-reden" in [item.place for item in _page(anna, sheet).context["sheet"].missing]


def test_the_motivering_grows_with_the_judgements(anna: Client, sheet: Worksheet) -> None:
    page = _page(anna, sheet)
    assert "komt hier zodra u dit kenmerk hebt beoordeeld" in page.content.decode()
    _keep(anna, sheet, 0, **_everything(page))
    said = _page(anna, sheet).content.decode()
    assert "komt hier zodra" not in said
    assert "het werk voldoet hieraan" in said
    assert "Waarom niet hoger" in said


def test_what_a_person_writes_is_marked_and_stays(anna: Client, sheet: Worksheet) -> None:
    made = next(item.made for item in _page(anna, sheet).context["sheet"].sections if item.key == "uitgangspunt")
    _keep(anna, sheet, 0, tekst__uitgangspunt=made, basis__uitgangspunt=made)
    assert "door u geschreven" not in _page(anna, sheet).content.decode()
    _keep(anna, sheet, 1, tekst__uitgangspunt="Mijn eigen begin.", basis__uitgangspunt=made)
    said = _page(anna, sheet).content.decode()
    assert "door u geschreven" in said
    assert "Mijn eigen begin." in said
    _keep(anna, sheet, 2, tekst__uitgangspunt="", basis__uitgangspunt=made)
    assert "door u geschreven" not in _page(anna, sheet).content.decode()


def test_doubt_and_no_fit_need_a_reason(anna: Client, sheet: Worksheet) -> None:
    _keep(anna, sheet, 0, uitkomst="twijfel")
    assert "reden" in [item.place for item in _page(anna, sheet).context["sheet"].missing]
    _keep(anna, sheet, 1, uitkomst="geen", reden="Dit werk staat niet in het boek.")
    missing = [item.place for item in _page(anna, sheet).context["sheet"].missing]
    assert missing == ["t1"]


def test_another_function_is_compared_without_losing_answers(anna: Client, sheet: Worksheet) -> None:
    answer = _keep(anna, sheet, 0, oordeel__1__zwaarder="onder", taak__1="module", vergelijk="N03.03.04")
    assert answer["Location"].endswith("#niv")
    page = _page(anna, sheet).context["sheet"]
    assert page.compared.label == "N03.03.04"
    assert page.tasks[0].answer == "module"
    anna.post(f"{PLACING}{sheet.id}/", {"revisie": "1", "vergeleken": "N03.03.04", "vergelijk": "N03.03.06", "taak-1": "module"})
    assert _page(anna, sheet).context["sheet"].rows[0].rungs[0].judged == "onder"


def test_a_function_that_was_not_proposed_can_be_chosen(anna: Client, sheet: Worksheet) -> None:
    _keep(anna, sheet, 0, **{"naar-andere": "1", "andere": "N02.01.02"})
    page = _page(anna, sheet).context["sheet"]
    assert page.compared.label == "N02.01.02"
    assert any(option.own for option in page.options)


def test_an_answer_counts_as_evidence_with_its_source(anna: Client, house: DjangoHouse) -> None:
    silent = "\n".join(line for line in TEXT.splitlines() if "ruimte" not in line and "zelfstandig" not in line)
    anna.post(f"{PLACING}nieuw/", {"beschrijving": silent, "versie": "1"})
    sheet = house.worksheets()[0]
    asked = _page(anna, sheet).context["sheet"].questions[0]
    _keep(anna, sheet, 0, **{f"vraag-{asked.axis}": "1", f"bron-{asked.axis}": "teamleider, gesprek"})
    again = next(item for item in _page(anna, sheet).context["sheet"].questions if item.axis == asked.axis)
    assert (again.given, again.source) == (1, "teamleider, gesprek")
    assert house.worksheet(sheet.id or 0).result["antwoorden"] == [{"as": asked.axis, "antwoord": 1, "bron": "teamleider, gesprek"}]


def test_two_people_on_one_worksheet_the_second_is_told_and_loses_nothing(anna: Client, gijs: Client, house: DjangoHouse, sheet: Worksheet) -> None:
    _keep(anna, sheet, 0, uitkomst="N03.03.06")
    answer = _keep(gijs, sheet, 0, uitkomst="twijfel", reden="Beide kan.")
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "Anna Visser wijzigde dit werkblad intussen" in said
    assert "Beide kan." in said
    assert house.worksheet(sheet.id or 0).choices["uitkomst"] == "N03.03.06"


def test_a_double_click_is_one_change_and_no_conflict(anna: Client, house: DjangoHouse, sheet: Worksheet) -> None:
    assert _keep(anna, sheet, 0, uitkomst="N03.03.06").status_code == 302
    assert _keep(anna, sheet, 0, uitkomst="N03.03.06").status_code == 302
    assert house.worksheet(sheet.id or 0).revision == 1


def test_keeping_the_same_twice_is_one_change(anna: Client, house: DjangoHouse, sheet: Worksheet) -> None:
    _keep(anna, sheet, 0, uitkomst="N03.03.06")
    before = house.worksheet(sheet.id or 0).revision
    _keep(anna, sheet, before, uitkomst="N03.03.06")
    assert house.worksheet(sheet.id or 0).revision == before


def test_a_live_change_answers_with_what_changed_only(anna: Client, sheet: Worksheet) -> None:
    answer = anna.post(f"{PLACING}{sheet.id}/", {"revisie": "0", "vergeleken": "N03.03.06", "taak-1": "module"}, headers={"HX-Request": "true"})
    said = answer.content.decode()
    assert "<html" not in said
    assert 'id="revisie" value="1" hx-swap-oob="true"' in said


def test_what_is_not_on_the_page_is_left_out(anna: Client, house: DjangoHouse, sheet: Worksheet) -> None:
    _keep(anna, sheet, 0, uitkomst="N99", oordeel__1__zelf="geweldig", oordeel__999__zelf="boven", taak__999="module", taak__1="<b>", tekst__vreemd="x")
    choices = house.worksheet(sheet.id or 0).choices
    assert not choices.get("uitkomst")
    assert choices["taken"] == {}
    assert choices["motivering"] == {}


def test_html_in_every_field_is_only_text(anna: Client, house: DjangoHouse) -> None:
    evil = "<script>alert(1)</script>"
    anna.post(f"{PLACING}nieuw/", {"beschrijving": f"{TEXT}\n- schrijft {evil} brieven aan inwoners", "titel": evil, "versie": "1"})
    sheet = house.worksheets()[0]
    _keep(anna, sheet, 0, uitkomst="twijfel", reden=evil, waarom__1=evil, nvt__1="1", tekst__niveau=evil)
    for page in (_page(anna, sheet), anna.get(PLACING), anna.get("/h/merenland/")):
        assert evil not in page.content.decode()


def test_a_worksheet_costs_few_queries(anna: Client, sheet: Worksheet, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(12):
        _page(anna, sheet)
    with django_assert_max_num_queries(12):
        anna.get(PLACING)
    with django_assert_max_num_queries(12):
        anna.get(f"{PLACING}nieuw/")


def test_the_committee_reads_and_changes_nothing(carla: Client, sheet: Worksheet) -> None:
    page = _page(carla, sheet)
    assert page.status_code == 200
    assert "Opslaan als concept" not in page.content.decode()
    assert _keep(carla, sheet, 0, uitkomst="geen").status_code == 403
    assert carla.get(f"{PLACING}nieuw/").status_code == 403


def test_others_see_no_worksheet(bas: Client, emre: Client, fien: Client, daan: Client, sheet: Worksheet) -> None:
    for client in (bas, emre, fien):
        assert _page(client, sheet).status_code == 403
        assert client.get(PLACING).status_code == 403
    assert _page(daan, sheet).status_code == 404
    assert daan.get(f"/h/heuvelrijk/indelen/{sheet.id}/").status_code == 404
    assert daan.post(f"/h/heuvelrijk/indelen/{sheet.id}/", {"revisie": "0"}).status_code == 404


def test_the_worksheets_of_the_demo_house_open(anna: Client, house: DjangoHouse) -> None:
    furnish(house)
    for sheet in house.worksheets():
        assert _page(anna, sheet).status_code == 200

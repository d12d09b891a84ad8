"""A concept is edited per function: what comes in, what is refused, undo, and two people at once."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from book_documents import text, token_in
from functiehuis.authoring.editing import form_of, frame_form, frame_seen
from functiehuis.model.house import FunctionDraft
from functiehuis.web.storage.house import DjangoHouse
from functiehuis.web.storage.trail import breaks

CONCEPT = "/h/merenland/boeken/2/bewerken/"
KEY = "N03.01.06"
EDIT = f"{CONCEPT}functie/{KEY}/"


def draft(house: DjangoHouse, key: str = KEY) -> FunctionDraft:
    return house.draft(2, key)


def sent(client: Client, house: DjangoHouse, **changes: str) -> Any:
    """The form of the function as a browser sends it, with some fields changed."""
    now = draft(house)
    form = {**form_of(now.function), "stand": str(now.revision), "doe": "opslaan", **changes}
    return client.post(EDIT, form)


FORM = "application/x-www-form-urlencoded"
ROLES = [("bas", 403), ("carla", 403), ("emre", 403), ("fien", 403), ("daan", 404)]
PAGES = [CONCEPT, f"{CONCEPT}boek/", f"{CONCEPT}nieuw/", EDIT, f"{EDIT}geschiedenis/", "/h/merenland/boeken/1/nieuw-concept/"]


@pytest.mark.parametrize(("who", "status"), ROLES)
def test_who_may_not_edit_sees_no_form_and_changes_nothing(who: str, status: int, request: pytest.FixtureRequest, house: DjangoHouse) -> None:
    client: Client = request.getfixturevalue(who)
    before = draft(house)
    for page in PAGES:
        assert client.get(page).status_code == status, page
        assert client.post(page, {"naam": "x", "doe": "vervalt", "reden": "x"}).status_code == status, page
    assert client.post(f"{EDIT}doe/", {"doe": "vervalt", "reden": "x", "stand": "0"}).status_code == status
    assert client.post(f"{EDIT}nakijken/", {}).status_code == status
    assert draft(house) == before
    assert len(house.versions()) == 2


def test_what_is_shown_and_sent_back_changes_nothing(anna: Client, house: DjangoHouse) -> None:
    before = draft(house)
    assert sent(anna, house).status_code == 302
    assert draft(house) == before


def test_bold_and_italic_stay_and_the_place_in_the_source_too(anna: Client, house: DjangoHouse) -> None:
    _, *rest = form_of(draft(house).function)["kenmerken"].split("\n")
    assert sent(anna, house, kenmerken="\n".join(["geeft **zelf** *vaak* raad", *rest])).status_code == 302
    now = draft(house).function.characteristics
    assert (now[0].text, now[0].bold, now[0].italic) == ("geeft zelf vaak raad", ((6, 10),), ((11, 15),))
    assert len(now) == len(rest) + 1
    assert list(breaks(house.organisation_id)) == []


def test_every_part_of_the_form_is_kept(anna: Client, house: DjangoHouse) -> None:
    changes = {
        "naam": "Adviseur IV",
        "code": "N03.01.08",
        "niveau": "iv",
        "schaal": "10",
        "punten": "310",
        "gebied-9-naam": "Nieuw gebied",
        "gebied-9-taken": "- doet dit\n- doet dat",
    }
    assert sent(anna, house, toelichting="Lichter niveau erbij", module="Coördinatie", **changes).status_code == 302
    now = draft(house).function
    assert (now.name, now.code, now.level, now.scale, now.points) == ("Adviseur IV", "N03.01.08", "IV", "10", 310)
    assert [task.text for task in now.result_areas[-1].tasks] == ["doet dit", "doet dat"]
    told = house.events("normfunctie")[0]
    assert told.reason == "Lichter niveau erbij"
    assert set(told.data["onderdelen"]) >= {"naam", "code", "resultaatgebieden"}


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("naam", " ", "Vul de naam"),
        ("niveau", "3", "geen niveau"),
        ("punten", "veel", "geen aantal punten"),
        ("punten", "²", "geen aantal punten"),
        ("groep", "N99.99", "geen groep"),
        ("reeks", "<b>", "geen reeks"),
        ("code", "x" * 41, "te lang"),
        ("kenmerken", "x" * 4001, "te lang"),
        ("kenmerken", "x\n" * 201, "hooguit 200"),
        ("gebied-1-nummer", "een", "geen nummer"),
    ],
)
def test_wrong_fields_are_told_at_the_field_and_what_was_typed_stays(anna: Client, house: DjangoHouse, field: str, value: str, said: str) -> None:
    before = draft(house)
    answer = sent(anna, house, **{field: value, "toelichting": ""})
    assert answer.status_code == 422
    assert said in text(answer)
    assert f'id="{field}-fout"' in answer.content.decode()
    assert f'href="#{field}"' in answer.content.decode()
    assert html.escape(value.strip()[:200]) in answer.content.decode() or field in ("groep", "reeks", "naam")
    assert draft(house) == before


def test_html_and_impossible_characters_in_every_field_are_text(anna: Client, house: DjangoHouse) -> None:
    evil = "<img src=x onerror=alert(1)>"
    changes = {"naam": evil, "code": "<i>c</i>", "schaal": "<s>9", "kenmerken": f"{evil} \x00 einde", "gebied-1-naam": evil, "gebied-1-taken": evil}
    assert sent(anna, house, **changes).status_code == 302
    assert "\x00" not in str(draft(house))
    for page in (EDIT, CONCEPT, f"{EDIT}geschiedenis/", "/h/merenland/boeken/2/meldingen/", "/h/merenland/boeken/2/vaststellen/"):
        body = anna.get(page).content.decode()
        assert "<img src=x" not in body, page
        assert "<s>9" not in body, page


def test_one_more_result_area_needs_no_script_and_saves_nothing(anna: Client, house: DjangoHouse) -> None:
    before = draft(house)
    answer = sent(anna, house, doe="gebied-erbij", naam="Half getypt")
    assert answer.status_code == 200
    assert "Half getypt" in answer.content.decode()
    count = len(before.function.result_areas)
    assert f'name="gebied-{count + 2}-naam"' in answer.content.decode()
    assert draft(house) == before


def test_a_double_click_is_one_change(anna: Client, house: DjangoHouse) -> None:
    token = token_in(anna.get(EDIT))
    for _ in range(2):
        assert sent(anna, house, stand="0", naam="Adviseur drie", formulier=token).status_code == 302
    assert draft(house).revision == 1


def test_the_same_text_sent_twice_without_a_token_is_one_change(anna: Client, house: DjangoHouse) -> None:
    for _ in range(2):
        assert sent(anna, house, stand="0", naam="Adviseur drie").status_code == 302
    assert draft(house).revision == 1


def test_who_is_second_sees_both_texts_and_chooses(anna: Client, gijs: Client, house: DjangoHouse) -> None:
    opened = draft(house)
    sent(gijs, house, naam="Naam van Gijs", schaal="12")
    answer = sent(anna, house, stand=str(opened.revision), naam="Naam van Anna", schaal=opened.function.scale or "")
    assert answer.status_code == 409
    page = text(answer)
    assert "Gijs Prins veranderde" in page
    assert "Die van Gijs Prins" in page
    assert "Naam van Gijs" in page
    assert "Naam van Anna" in page
    assert draft(house).function.name == "Naam van Gijs", "nothing of the first is lost"
    fields = dict(re.findall(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>', answer.content.decode(), re.DOTALL))
    fields = {name: html.unescape(value) for name, value in fields.items()}
    stand = re.search(r'name="stand" value="(\d+)"', answer.content.decode())
    assert stand
    chosen = {**fields, "stand": stand[1], "kies-naam": "mijn", "kies-schaal": "hun", "doe": "opslaan", "formulier": token_in(answer)}
    assert anna.post(EDIT, chosen).status_code == 302
    assert (draft(house).function.name, draft(house).function.scale) == ("Naam van Anna", "12")


def test_undo_brings_back_what_was_as_a_new_state(anna: Client, house: DjangoHouse) -> None:
    before = draft(house)
    sent(anna, house, naam="Mislukt")
    page = anna.get(EDIT)
    assert "Maak laatste wijziging ongedaan" in text(page)
    assert anna.post(f"{EDIT}doe/", {"doe": "herstel", "stand": "1", "naar": "0"}).status_code == 302
    assert draft(house).function == before.function
    assert draft(house).revision == 2
    history = text(anna.get(f"{EDIT}geschiedenis/"))
    assert "Stand 2" in history
    assert "Mislukt" in history


def test_restoring_what_never_was_is_refused(anna: Client, house: DjangoHouse) -> None:
    assert anna.post(f"{EDIT}doe/", {"doe": "herstel", "stand": "0", "naar": "77"}).status_code == 404


def test_a_function_is_added_once_and_refused_without_a_name(anna: Client, house: DjangoHouse) -> None:
    assert anna.post(f"{CONCEPT}nieuw/", {"naam": "", "kenmerken": "doet iets"}).status_code == 422
    token = token_in(anna.get(f"{CONCEPT}nieuw/"))
    form = {"naam": "Adviseur II", "code": "N03.01.04", "reeks": "N03", "groep": "N03.01", "kenmerken": "adviseert", "formulier": token}
    places = {anna.post(f"{CONCEPT}nieuw/", form)["Location"] for _ in range(2)}
    assert places == {f"{CONCEPT}functie/N03.01.04/"}
    assert [item.key for item in house.drafts(2)].count("N03.01.04") == 1
    assert house.book(2).book.functions[-1].name == "Adviseur II"


def test_a_function_leaves_the_book_with_a_reason_and_comes_back(anna: Client, house: DjangoHouse) -> None:
    refused = anna.post(f"{EDIT}doe/", {"doe": "vervalt", "stand": "0", "reden": ""})
    assert refused.status_code == 422
    assert 'id="reden-fout"' in refused.content.decode()
    anna.post(f"{EDIT}doe/", {"doe": "vervalt", "stand": "0", "reden": "Komt niet meer voor"})
    assert house.book(2).book.function(KEY) is None
    assert "Uit het concept gehaald" in text(anna.get(CONCEPT))
    anna.post(f"{EDIT}doe/", {"doe": "terug"})
    assert house.book(2).book.function(KEY) is not None


def test_functions_change_places(anna: Client, house: DjangoHouse) -> None:
    order = [item.key for item in house.drafts(2)]
    at = order.index(KEY)
    anna.post(f"{EDIT}doe/", {"doe": "omhoog"})
    moved = [item.key for item in house.drafts(2)]
    assert moved[at - 1] == KEY
    assert sorted(moved) == sorted(order)
    first = f"{CONCEPT}functie/{moved[0]}/doe/"
    anna.post(first, {"doe": "omhoog"})
    assert [item.key for item in house.drafts(2)] == moved, "the first stays the first"


def test_findings_live_while_typing_and_nothing_is_kept(anna: Client, house: DjangoHouse) -> None:
    before = draft(house)
    form = {**form_of(before.function), "kenmerken": "adviseert het besuur over grote vragen"}
    answer = anna.post(f"{EDIT}nakijken/", form, headers={"HX-Request": "true"})
    assert "besuur" in text(answer)
    wrong = anna.post(f"{EDIT}nakijken/", {**form, "naam": ""}, headers={"HX-Request": "true"})
    assert "Vul de naam" in text(wrong)
    assert draft(house) == before


def test_an_adopted_version_shows_no_form_and_takes_no_change(anna: Client, house: DjangoHouse) -> None:
    address = f"/h/merenland/boeken/1/bewerken/functie/{KEY}/"
    assert "verandert niet meer" in text(anna.get(address))
    answer = anna.post(address, {**form_of(house.draft(1, KEY).function), "naam": "Anders", "stand": "0"})
    assert answer.status_code == 422
    assert house.draft(1, KEY).revision == 0
    assert anna.post("/h/merenland/boeken/1/bewerken/nieuw/", {"naam": "Nieuw"}).status_code == 422


def test_the_frame_is_edited_and_refused(anna: Client, gijs: Client, house: DjangoHouse) -> None:
    book = house.book(2).book
    form = {**frame_form(book), "titel": "Functieboek 2027", "stand": frame_seen(book)}
    added = {**form, "reeks-9-code": "N09", "reeks-9-naam": "Nieuwe reeks", "module-9-naam": "Mentor", "module-9-taken": "leidt op"}
    assert anna.post(f"{CONCEPT}boek/", added).status_code == 302
    now = house.book(2).book
    assert now.series[-1].name == "Nieuwe reeks"
    assert now.modules[-1].tasks[0].text == "leidt op"
    late = gijs.post(f"{CONCEPT}boek/", {**form, "boektitel": "Titel van Gijs"})
    assert late.status_code == 409
    assert "Titel van Gijs" in text(late)
    used = {**frame_form(now), "titel": "x", "stand": frame_seen(now), "groep-1-code": "", "groep-1-naam": "", "groep-1-definitie": ""}
    refused = anna.post(f"{CONCEPT}boek/", used)
    assert refused.status_code == 422
    assert "er horen nog functies bij" in text(refused)


def test_editing_functions_does_not_stand_in_the_way_of_the_frame(anna: Client, gijs: Client, house: DjangoHouse) -> None:
    book = house.book(2).book
    form = {**frame_form(book), "titel": "Functieboek 2027 (herzien)", "stand": frame_seen(book)}
    sent(gijs, house, naam="Anders")
    assert anna.post(f"{CONCEPT}boek/", form).status_code == 302
    assert house.version(2).title == "Functieboek 2027 (herzien)"


def test_the_contents_go_along_with_the_functions(anna: Client, house: DjangoHouse) -> None:
    def row(name: str) -> str | None:
        return next((item.scale for item in house.book(2).book.contents if item.name == name), None)

    def names() -> list[str]:
        return [item.name for item in house.book(2).book.contents]

    assert row("Adviseur III") == "11"
    sent(anna, house, schaal="12", naam="Adviseur 3")
    assert row("Adviseur 3") == "12"
    anna.post(f"{EDIT}doe/", {"doe": "omhoog"})
    assert names().index("Adviseur 3") == names().index("Adviseur I") - 1
    anna.post(f"{CONCEPT}nieuw/", {"naam": "Nieuwe functie", "schaal": "8"})
    assert row("Nieuwe functie") == "8"
    anna.post(f"{EDIT}doe/", {"doe": "vervalt", "stand": str(draft(house).revision), "reden": "weg"})
    assert "Adviseur 3" not in names()
    anna.post(f"{CONCEPT}boek/", {"doe": "inhoudsopgave"})
    functions = [item.name for item in house.book(2).book.functions]
    assert names()[: len(functions)] == functions
    assert list(breaks(house.organisation_id)) == []


def test_a_function_is_found_by_what_it_is_called_now(anna: Client, house: DjangoHouse) -> None:
    sent(anna, house, code="N03.01.07")
    assert anna.get(f"{CONCEPT}functie/N03.01.07/")["Location"] == EDIT
    page = anna.get("/h/merenland/boeken/2/functies/N03.01.07/").content.decode()
    assert f"{CONCEPT}functie/N03.01.07/" in page


def test_an_address_with_impossible_characters_is_not_found(anna: Client) -> None:
    assert anna.get(f"{CONCEPT}functie/%00/").status_code in (400, 404)


def test_pages_of_editing_cost_few_queries(anna: Client, house: DjangoHouse, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for page in (*PAGES, "/h/merenland/boeken/", "/h/merenland/boeken/2/meldingen/", "/h/merenland/boeken/2/vaststellen/", "/h/merenland/boeken/1/intrekken/"):
        with django_assert_max_num_queries(12):
            assert anna.get(page).status_code == 200, page


def test_a_session_that_ended_gives_the_text_back(anna: Client, house: DjangoHouse) -> None:
    from functiehuis.web.demo.seed import PASSWORD
    from functiehuis.web.storage.models import User

    user = User.objects.get(email="anna@merenland.example")
    user.set_password(PASSWORD)
    user.save()
    anna.force_login(user)
    token = token_in(anna.get(EDIT))
    form = {**form_of(draft(house).function), "naam": "Lang getypte <naam>", "stand": "0", "doe": "opslaan", "formulier": token}
    anna.cookies.pop("sessionid")
    door = anna.post(EDIT, urlencode(form), content_type=FORM)
    assert door.status_code == 302
    assert door["Location"].startswith(reverse("account_login"))
    back = anna.post(door["Location"], {"login": user.email, "password": PASSWORD})
    assert back["Location"] == "/terug/"
    page = anna.get("/terug/")
    assert "Lang getypte &lt;naam&gt;" in page.content.decode()
    assert draft(house).revision == 0, "nothing is saved until it is sent again"
    assert anna.post(EDIT, form).status_code == 302
    assert draft(house).function.name == "Lang getypte <naam>"


def test_somebody_else_who_signs_in_does_not_get_it(anna: Client, gijs: Client, house: DjangoHouse) -> None:
    from functiehuis.web.storage.models import User

    form = {"naam": "Geheim van Anna", "formulier": token_in(anna.get(EDIT))}
    anna.cookies.pop("sessionid")
    anna.post(EDIT, urlencode(form), content_type=FORM)
    anna.force_login(User.objects.get(email="gijs@merenland.example"))
    answer = anna.get("/terug/")
    assert answer.status_code == 302
    assert "Geheim" not in answer.content.decode()


def test_a_form_without_a_session_needs_the_token_against_forgery(house: DjangoHouse) -> None:
    assert Client(enforce_csrf_checks=True).post(EDIT, {"naam": "x"}).status_code == 403

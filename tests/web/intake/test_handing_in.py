"""A document comes in: what is taken, what is refused, and that each is read once."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.test import Client, override_settings
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries

from book_documents import INTAKES, demo_markdown, handed_in, text, token_in, upload
from functiehuis.model.house import IntakeStatus
from functiehuis.web.intake.jobs import read_document
from functiehuis.web.storage.house import DjangoHouse
from functiehuis.web.storage.trail import breaks


@pytest.mark.parametrize("who", ["bas", "carla", "emre", "fien"])
def test_only_who_may_edit_reads_in(who: str, request: pytest.FixtureRequest, house: DjangoHouse) -> None:
    client: Client = request.getfixturevalue(who)
    assert client.get(INTAKES).status_code == 403
    assert upload(client, "boek.md", b"tekst").status_code == 403
    assert house.intakes() == ()


def test_another_employer_cannot_guess_an_intake(daan: Client, anna: Client, house: DjangoHouse) -> None:
    intake = handed_in(anna, house)
    assert daan.get(f"{INTAKES}{intake.id}/").status_code == 404
    assert daan.get(f"/h/heuvelrijk/inlezen/{intake.id}/").status_code == 404


def test_a_document_is_read_in_the_background_and_shown_beside_what_was_recognised(anna: Client, house: DjangoHouse) -> None:
    sent = upload(anna, "functieboek.md", demo_markdown())
    waiting = anna.get(sent["Location"])
    assert "Wacht op zijn beurt" in text(waiting)
    assert 'http-equiv="refresh"' in waiting.content.decode(), "without JavaScript the page looks again by itself"
    assert DBTaskResult.objects.count() == 1
    read_document.func("merenland", house.intakes()[0].id or 0)
    page = text(anna.get(sent["Location"] + "?deel=f1"))
    assert "Strategisch manager II" in page
    assert "kenmerk 1" in page
    assert list(breaks(house.organisation_id)) == []


def test_progress_asked_by_the_page_ends_by_going_to_what_was_read(anna: Client, house: DjangoHouse) -> None:
    sent = upload(anna, "functieboek.md", demo_markdown())
    assert "progress" in anna.get(sent["Location"], headers={"HX-Request": "true"}).content.decode()
    read_document.func("merenland", house.intakes()[0].id or 0)
    assert anna.get(sent["Location"], headers={"HX-Request": "true"})["HX-Redirect"] == sent["Location"]


def test_the_job_done_twice_reads_once(anna: Client, house: DjangoHouse) -> None:
    intake = handed_in(anna, house)
    read_document.func("merenland", intake.id or 0)
    assert house.intake(intake.id or 0) == intake


def test_a_worker_that_died_in_the_middle_loses_nothing(anna: Client, house: DjangoHouse) -> None:
    upload(anna, "functieboek.md", demo_markdown())
    first = house.intakes()[0]
    house.put_intake(house.intake(first.id or 0).__class__(first.id, first.file_name, IntakeStatus.READING, progress=40), None)
    read_document.func("merenland", first.id or 0)
    again = house.intake(first.id or 0)
    assert again.status is IntakeStatus.READ
    assert again.progress == 100


def test_a_double_click_hands_in_once(anna: Client, house: DjangoHouse) -> None:
    token = token_in(anna.get(INTAKES))
    first, second = (upload(anna, "boek.md", demo_markdown(), formulier=token) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert len(house.intakes()) == 1
    assert DBTaskResult.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("leeg.md", b"", "leeg"),
        ("plaat.exe", b"MZ", "Kies een bestand dat eindigt op"),
        ("zonder", b"tekst", "Kies een bestand dat eindigt op"),
        ("boek.xlsx", b"PK", "Kies een bestand dat eindigt op"),
    ],
    ids=["empty", "wrong kind", "no ending", "workbook"],
)
def test_what_cannot_be_a_book_is_refused_at_the_field(anna: Client, house: DjangoHouse, name: str, content: bytes, said: str) -> None:
    answer = upload(anna, name, content)
    assert answer.status_code == 422
    assert said in text(answer)
    assert 'id="bestand-fout"' in answer.content.decode()
    assert house.intakes() == ()


def test_nothing_chosen_is_refused(anna: Client) -> None:
    answer = anna.post(INTAKES, {})
    assert answer.status_code == 422
    assert "Kies een bestand." in text(answer)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plaatje.pdf", b"\x89PNG....", "plaatje"),
        ("kapot.docx", b"PK\x03\x04 niets", "kapot.docx"),
        ("brief.md", b"Beste collega,\n\nHartelijke groet.", "geen functieboek"),
        ("boek.json", b'{"schema": "iets anders"}', "iets anders"),
        ("boek.json", b"{", "geen goede JSON"),
        ("boek.json", b'{"schema": "functiehuis/functieboek/1", "titel": ["x"]}', "boek.titel"),
    ],
)
def test_what_cannot_be_read_says_why(anna: Client, house: DjangoHouse, name: str, content: bytes, said: str) -> None:
    intake = handed_in(anna, house, name, content)
    assert intake.status is IntakeStatus.FAILED
    page = text(anna.get(f"{INTAKES}{intake.id}/"))
    assert "Dit bestand kunnen wij niet lezen" in page
    assert said in page


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd.md", "passwd.md"),
        ("C:\\boeken\\boek.md", "boek.md"),
        ("<script>alert(1)</script>.md", "&lt;script&gt;alert(1)&lt;"),
        ("rare\x00naam.md", "rare"),
        ("b" * 400 + ".md", "bbb"),
    ],
)
def test_a_hostile_name_is_shown_escaped_and_is_no_path(anna: Client, house: DjangoHouse, given: str, shown: str) -> None:
    intake = handed_in(anna, house, given)
    assert intake.status is IntakeStatus.READ
    assert len(intake.file_name) <= 150
    assert "/" not in intake.file_name or "<" in given
    for page in (anna.get(INTAKES), anna.get(f"{INTAKES}{intake.id}/")):
        body = page.content.decode()
        assert "<script>alert" not in body
        assert ".." not in intake.file_name
    assert shown.rstrip("&lt;") in anna.get(INTAKES).content.decode() or "script" in given


def test_characters_that_no_database_holds_become_a_sign(anna: Client, house: DjangoHouse) -> None:
    book = b'{"schema":"functiehuis/functieboek/1","normfuncties":[{"naam":"Adviseur\\u0000 \\ud800","kenmerken":[{"tekst":"a\\u0000b","vet":[[0,3]]}]}]}'
    intake = handed_in(anna, house, "boek.json", book)
    assert intake.status is IntakeStatus.READ
    assert intake.book["normfuncties"][0]["kenmerken"][0] == {"tekst": "a\ufffdb", "vet": [[0, 3]]}
    assert anna.get(f"{INTAKES}{intake.id}/?deel=f0").status_code == 200


def test_html_in_a_document_is_shown_as_text(anna: Client, house: DjangoHouse) -> None:
    intake = handed_in(anna, house, content=demo_markdown(("legt voorstellen", "legt \\<script>alert(1)\\</script> voorstellen")))
    body = anna.get(f"{INTAKES}{intake.id}/?deel=f0").content.decode()
    assert "&lt;script&gt;alert(1)" in body
    assert "<script>alert" not in body


@override_settings(UPLOAD_LIMIT=1000)
def test_one_byte_too_many_is_refused(anna: Client, house: DjangoHouse) -> None:
    answer = upload(anna, "boek.md", b"x" * 1001)
    assert answer.status_code == 422
    assert "te groot" in text(answer)
    assert house.intakes() == ()


class _Endless(io.RawIOBase):
    """A body of a given size that was never in memory, and says how much of it was asked for at once."""

    def __init__(self, size: int) -> None:
        self.left, self.largest = size, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        piece = self.left if size < 0 else min(size, self.left)
        self.largest = max(self.largest, piece)
        self.left -= piece
        return b"x" * piece


def test_an_upload_of_200_megabytes_is_refused_without_being_kept(anna: Client, house: DjangoHouse) -> None:
    size, body = 200 * 1024 * 1024, _Endless(200 * 1024 * 1024)
    kind = "multipart/form-data; boundary=grens"
    given: dict[str, Any] = {"CONTENT_LENGTH": str(size), "wsgi.input": body}
    answer = anna.generic("POST", INTAKES, b"", kind, **given)
    assert answer.status_code == 413
    assert "Dit bestand is te groot: hooguit 25 MB kan." in text(answer)
    assert body.largest <= 1024 * 1024
    assert house.intakes() == ()


def test_pages_of_reading_in_cost_few_queries(anna: Client, house: DjangoHouse, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    intake = handed_in(anna, house)
    for address in (INTAKES, f"{INTAKES}{intake.id}/", f"{INTAKES}{intake.id}/?deel=f3"):
        with django_assert_max_num_queries(12):
            assert anna.get(address).status_code == 200

"""Wrong settings are told with an id and a hint; logs hold no personal data; health is told to who watches."""

from __future__ import annotations

import json
import logging
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks
from django.db import DatabaseError, connection
from django.test import Client
from pytest_django import Settings

from command_line import ROOT
from functiehuis.web.project.environment import VARIABLES
from functiehuis.web.project.logs import JsonFormatter


@pytest.fixture(autouse=True)
def outside(settings: Settings) -> Settings:
    """An installation as it should be, reached from outside."""
    settings.ALLOWED_HOSTS = ["huis.voorbeeld.nl"]
    settings.HTTPS = True
    settings.SECRET_KEY = "een-sleutel-die-lang-genoeg-is-en-veel-tekens-heeft-0123456789"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    return settings


def told() -> set[str]:
    found = [item for item in run_checks(include_deployment_checks=True, databases=["default"]) if str(item.id).startswith("functiehuis.")]
    assert all(item.hint and item.msg for item in found)
    return {str(item.id) for item in found}


def test_a_good_installation_has_no_remarks(db: None) -> None:
    assert told() == set()


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("ALLOWED_HOSTS", ["*"], "functiehuis.E001"),
        ("ALLOWED_HOSTS", ["https://huis.nl/"], "functiehuis.E002"),
        ("SECRET_KEY", "kort", "functiehuis.E003"),
        ("SECRET_KEY", "a" * 60, "functiehuis.E003"),
        ("HTTPS", False, "functiehuis.E004"),
        ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", "functiehuis.W002"),
        ("DEMO", True, "functiehuis.E010"),
        ("HOUSE", Path("/nergens"), "functiehuis.E008"),
    ],
)
def test_a_wrong_setting_is_told(db: None, outside: Settings, name: str, value: Any, code: str) -> None:
    setattr(outside, name, value)
    assert told() == {code}


def test_a_key_that_others_can_read_is_told(db: None, outside: Settings, tmp_path: Path) -> None:
    outside.HOUSE = tmp_path
    (tmp_path / "geheime-sleutel").write_text("x", "ascii")
    (tmp_path / "geheime-sleutel").chmod(0o644)
    assert told() == {"functiehuis.E009"}


def test_a_half_openid_connect_is_told(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUNCTIEHUIS_OIDC_ADRES", "https://inloggen.voorbeeld.nl")
    assert told() == {"functiehuis.E011"}


def broken(*_: object, **__: object) -> None:
    raise DatabaseError("weg")


def test_a_database_that_does_not_answer_is_told(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("functiehuis.web.project.checks.MigrationExecutor", broken)
    assert told() == {"functiehuis.E005"}


def test_tables_of_another_version_are_told_and_the_house_is_not_ready(db: None) -> None:
    assert Client().get("/gereed", headers={"host": "huis.voorbeeld.nl"}).json() == {"gereed": True, "werkers": 0, "wachtrij": 0}
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'storage' AND name NOT IN ('0001_initial', '0002_trail_is_kept')")
    assert told() == {"functiehuis.E006"}
    answer = Client().get("/gereed", headers={"host": "huis.voorbeeld.nl"})
    assert answer.status_code == 503
    assert "niet bijgewerkt" in answer.json()["waarom"]


def test_health_says_when_the_database_is_away(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Client().get("/gezond", headers={"host": "huis.voorbeeld.nl"}).status_code == 200
    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", broken)
        patch.setattr("functiehuis.web.project.health.MigrationExecutor", broken)
        assert [Client().get(path, headers={"host": "huis.voorbeeld.nl"}).status_code for path in ("/gezond", "/gereed")] == [503, 503]


def test_a_log_line_is_json_without_what_people_typed() -> None:
    try:
        raise ValueError("Jan Jansen typte dit")
    except ValueError:
        record = logging.LogRecord("functiehuis", logging.ERROR, "x.py", 1, "fout voor %s", ("anna@merenland.example",), sys.exc_info())
    line = json.loads(JsonFormatter().format(record))
    assert line["bericht"] == "fout voor [adres]"
    assert line["fout"] == "ValueError"
    assert "test_installation.py" in line["waar"]
    assert "Jan" not in json.dumps(line)


def test_requests_leave_no_addresses_names_or_fields_in_the_log(cast: dict[str, Any], outside: Settings, caplog: pytest.LogCaptureFixture) -> None:
    outside.ALLOWED_HOSTS = ["testserver"]
    caplog.set_level(logging.DEBUG)
    visitor = Client(raise_request_exception=False)
    visitor.post("/account/inloggen/", {"login": "anna@merenland.example", "password": "Verkeerd-Wachtwoord-1"})
    visitor.get("/h/merenland/bestaat-niet/?q=Jan+Jansen")
    visitor.get("/", headers={"host": "kwaad.example"})
    lines = "\n".join(
        JsonFormatter().format(record) for record in caplog.records if record.name.startswith(("django.request", "django.security", "functiehuis", "allauth"))
    )
    for word in ("anna@", "Anna Visser", "Verkeerd-Wachtwoord", "Jansen"):
        assert word not in lines


def test_the_handbook_of_operations_lists_every_setting_and_no_other() -> None:
    text = (ROOT / "docs/beheer.md").read_text("utf-8")
    assert {item.name for item in VARIABLES} == set(re.findall(r"^\| `([A-Z_]+)` \|", text, re.MULTILINE))

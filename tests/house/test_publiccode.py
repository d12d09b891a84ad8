"""publiccode.yml is complete in the form of publiccode.yml 0.4."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from source_files import ROOT

from functiehuis import __version__


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    return found


@pytest.mark.parametrize(
    "key", ["publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal", "maintenance", "localisation"]
)
def test_a_required_key_is_there(data: dict[str, Any], key: str) -> None:
    assert data.get(key)


def test_values_are_those_of_the_standard(data: dict[str, Any]) -> None:
    assert data["publiccodeYmlVersion"] == "0.4"
    assert re.fullmatch(r"https://\S+", data["url"])
    assert data["developmentStatus"] in ("concept", "development", "beta", "stable", "obsolete")
    assert data["softwareType"] in ("standalone/desktop", "standalone/web", "standalone/backend", "standalone/other", "library")
    assert set(data["platforms"]) <= {"web", "windows", "mac", "linux", "ios", "android"}
    assert data["maintenance"]["type"] in ("internal", "contract", "community", "none")
    assert all(contact["name"] for contact in data["maintenance"]["contacts"])
    assert data["localisation"] == {"localisationReady": False, "availableLanguages": ["nl"]}
    assert all(re.fullmatch("[a-z]{2}", country) for country in data["intendedAudience"]["countries"])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_descriptions_have_the_length_of_the_standard(data: dict[str, Any], language: str) -> None:
    description = data["description"][language]
    assert len(description["shortDescription"]) <= 150
    assert 150 <= len(description["longDescription"]) <= 10_000
    assert description["features"]


def test_it_agrees_with_the_package(data: dict[str, Any]) -> None:
    assert data["softwareVersion"] == __version__
    assert f'license = "{data["legal"]["license"]}"' in (ROOT / "pyproject.toml").read_text("utf-8")

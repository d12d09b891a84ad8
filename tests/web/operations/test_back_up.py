"""A back-up holds everything, is tried out, and comes back whole."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from django.db import connection

from functiehuis.library.books import demo_book
from functiehuis.model.errors import RefusedError
from functiehuis.model.house import Happening, Unit
from functiehuis.web.demo.seed import seed
from functiehuis.web.storage import dump
from functiehuis.web.storage.house import DjangoHouse, system_house
from functiehuis.web.storage.models import EventRow, Organisation, User
from functiehuis.web.storage.trail import breaks
from web_processes import Installation


@pytest.fixture
def merenland(committed: None) -> DjangoHouse:
    seed()
    house = system_house("merenland")
    house.add_intake("boek.docx", b"\x00\xff bytes", Happening("document.aangeboden"))
    return house


def test_it_comes_back_as_it_was(merenland: DjangoHouse, tmp_path: Path) -> None:
    path = tmp_path / "huis.zip"
    rows = dump.write(path)
    before = list(EventRow.objects.order_by("organisation_id", "number").values_list("hash", flat=True))
    merenland.put_unit(Unit(None, "Na de back-up"), Happening("afdeling.gemaakt"))
    with pytest.raises(RefusedError, match="niet leeg"):
        dump.restore(path)
    assert dump.restore(path, overwrite=True) == rows
    house = system_house("merenland")
    assert house.units() == () or "Na de back-up" not in [unit.name for unit in house.units()]
    assert house.intake_content(house.intakes()[0].id or 0) == b"\x00\xff bytes"
    assert house.book(1).book == demo_book()
    assert User.objects.get(email="anna@merenland.example").check_password("functiehuis-demo")
    assert list(EventRow.objects.exclude(name="organisatie.hersteld").order_by("organisation_id", "number").values_list("hash", flat=True)) == before
    assert [list(breaks(item.pk)) for item in Organisation.objects.all()] == [[], []]
    house.put_unit(Unit(None, "Erna"), Happening("afdeling.gemaakt"))  # numbers go on where they were


def test_the_guards_of_the_trail_stand_again_afterwards(merenland: DjangoHouse, tmp_path: Path) -> None:
    dump.write(tmp_path / "huis.zip")
    dump.restore(tmp_path / "huis.zip", overwrite=True)
    with pytest.raises(Exception, match="het spoor verandert niet"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM storage_eventrow")


def changed(source: Path, target: Path, name: str, old: bytes, new: bytes, *, rehash: bool) -> None:
    import hashlib

    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        files = {item: before.read(item) for item in before.namelist()}
        assert old in files[name]
        files[name] = files[name].replace(old, new, 1)
        if rehash:
            index = json.loads(files["inhoud.json"])
            index["sha256"][name] = hashlib.sha256(files[name]).hexdigest()
            files["inhoud.json"] = json.dumps(index).encode()
        for item, data in files.items():
            after.writestr(item, data)


def test_a_file_that_was_tampered_with_is_refused_and_nothing_changes(merenland: DjangoHouse, tmp_path: Path) -> None:
    path, other = tmp_path / "huis.zip", tmp_path / "anders.zip"
    dump.write(path)
    changed(path, other, "storage.organisation.jsonl", b"Belastingkantoor Merenland", b"Iemand anders", rehash=False)
    with pytest.raises(RefusedError, match="beschadigd"):
        dump.restore(other, overwrite=True)
    changed(path, other, "storage.organisation.jsonl", b"Belastingkantoor Merenland", b"Iemand anders", rehash=True)
    with pytest.raises(RefusedError, match=r"Het spoor van merenland .* is niet heel"):
        dump.restore(other, overwrite=True)
    assert Organisation.objects.get(slug="merenland").name == "Belastingkantoor Merenland"
    assert list(breaks(merenland.organisation_id)) == []


@pytest.mark.parametrize("content", [b"", b"geen zip", b"PK\x03\x04half"])
def test_what_is_no_back_up_is_refused(committed: None, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(RefusedError, match="geen back-up"):
        dump.restore(path)
    with pytest.raises(RefusedError, match="bestaat niet"):
        dump.restore(tmp_path / "nergens.zip")


def test_the_commands_keep_and_bring_back(installation: Installation, tmp_path: Path) -> None:
    installation.python("from functiehuis.web.commands.setup import prepare\nprepare(files=False)\nfrom functiehuis.web.demo.seed import seed\nseed()")
    path = tmp_path / "huis.zip"
    done = installation.run("beheer", "back-up", str(path))
    assert done.returncode == 0, done.stderr
    assert "op proef teruggezet" in done.stdout
    assert path.stat().st_mode & 0o777 == 0o600
    assert installation.run("beheer", "back-up", str(path)).returncode == 1, "it is there already"
    done = installation.run("beheer", "herstel", str(path))
    assert "niet leeg" in done.stderr
    installation.environment.pop("DATABASE_URL", None)
    shutil.rmtree(installation.environment["FUNCTIEHUIS_MAP"])
    done = installation.run("beheer", "herstel", str(path))
    assert done.returncode == 0, done.stderr
    assert "Het spoor is heel" in done.stdout

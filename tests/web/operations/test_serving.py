"""``functiehuis serve`` starts, says where it is, and leaves nothing behind."""

from __future__ import annotations

import signal
import socket
from pathlib import Path

import pytest

from command_line import Run
from web_processes import Installation, answers, free_port, until


def children(pid: int) -> list[int]:
    tree = [int(word) for path in Path(f"/proc/{pid}/task").glob("*/children") for word in path.read_text().split()] if Path(f"/proc/{pid}").exists() else []
    return tree + [below for child in tree for below in children(child)]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly_with_all_that_it_started(installation: Installation, tmp_path: Path, number: signal.Signals) -> None:
    installation.environment["TMPDIR"] = str(tmp_path)
    del installation.environment["FUNCTIEHUIS_MAP"]
    server, address = installation.serve("--demo", "--werkers", "2")
    assert answers(f"{address}/account/inloggen/") == 200
    started = children(server.pid)
    assert len(started) >= 3, "two for pages and one for long work"
    server.send_signal(number)
    said, wrong = server.communicate(timeout=60)
    assert server.returncode == 0, wrong
    assert f"Functiehuis staat op {address}" in said
    assert "anna@merenland.example" in said
    until(lambda: not any(alive(pid) for pid in started), "all processes have ended", 20)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("functiehuis-demo-")] == []


def test_what_it_started_stops_when_it_is_killed(installation: Installation) -> None:
    server, _ = installation.serve("--werkers", "2")
    started = children(server.pid)
    assert len(started) >= 3
    server.kill()
    until(lambda: not any(alive(pid) for pid in started), "pages and long work have ended", 30)


def test_a_port_that_is_taken_is_one_sentence(run: Run) -> None:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        place.listen()
        done = run("serve", "--demo", "--adres", f"127.0.0.1:{place.getsockname()[1]}")
    assert done.code == 1
    assert done.err.strip().count("\n") == 0
    assert "er draait al iets op die poort" in done.err


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:99999", "127.0.0.1:acht", "127.0.0.1:²"])
def test_an_address_that_is_none_is_wrong_use(run: Run, address: str) -> None:
    done = run("serve", "--adres", address)
    assert done.code == 2
    assert "is geen adres" in done.err


def test_an_address_of_another_computer_is_refused(run: Run) -> None:
    done = run("serve", "--adres", f"192.0.2.1:{free_port()}")
    assert done.code == 1
    assert "niet van deze computer" in done.err


@pytest.mark.parametrize(
    ("address", "said"),
    [("mysql://x/y", "alleen postgresql:// en sqlite:// kunnen"), ("postgresql://niemand@127.0.0.1:1/x", "De database antwoordt niet")],
)
def test_a_database_that_cannot_be_is_one_sentence(installation: Installation, address: str, said: str) -> None:
    installation.environment["DATABASE_URL"] = address
    for words in (("serve", "--adres", f"127.0.0.1:{free_port()}"), ("werk",)):
        done = installation.run(*words)
        assert done.returncode == 1
        assert said in done.stderr
        assert "Traceback" not in done.stderr


def test_several_that_start_at_once_make_the_tables_once(installation: Installation) -> None:
    started = [installation.start("werk", "--eenmaal") for _ in range(3)]
    assert [process.wait(90) for process in started] == [0, 0, 0]
    assert installation.run("werk", "--eenmaal").returncode == 0, "and again"

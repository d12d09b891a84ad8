"""A house of its own for tests, with servers and workers as processes: they are started on free ports of this computer, and ended with the test."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from command_line import ROOT

PATIENCE = 60.0
RUN = "from functiehuis.cli.main import main; main()"


@dataclass
class Installation:
    """A folder and a database of its own."""

    environment: dict[str, str]
    processes: list[subprocess.Popen[str]] = field(default_factory=list)

    def start(self, *words: str) -> subprocess.Popen[str]:
        """A command of the product as a process."""
        process = subprocess.Popen(
            [sys.executable, "-c", RUN, *words], env=self.environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
        )
        self.processes.append(process)
        return process

    def serve(self, *words: str, port: int = 0) -> tuple[subprocess.Popen[str], str]:
        """A server that answers, and its address."""
        address = f"127.0.0.1:{port or free_port()}"
        process = self.start("serve", "--adres", address, *words)
        until(lambda: answers(f"http://{address}/gezond") or process.poll() is not None, "the server answers")
        assert process.poll() is None, process.communicate()
        return process, f"http://{address}"

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command of the product, to its end."""
        return subprocess.run([sys.executable, "-c", RUN, *words], env=self.environment, text=True, capture_output=True, check=False, timeout=PATIENCE * 2)

    def python(self, code: str, *words: str) -> str:
        """What Python prints with the tables at hand."""
        lines = f"from functiehuis.web.commands.setup import ready; ready()\n{code}"
        done = subprocess.run([sys.executable, "-c", lines, *words], env=self.environment, text=True, capture_output=True, check=False, timeout=PATIENCE * 2)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def end(self) -> None:
        """End what still runs."""
        for process in self.processes:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self.processes:
            try:
                process.communicate(timeout=25)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)


def until(true: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait until something is so, not longer than a deadline."""
    deadline = time.monotonic() + patience
    while not true():
        assert time.monotonic() < deadline, f"waited too long until {what}"
        time.sleep(0.05)


def free_port() -> int:
    """A port of this computer that nobody uses now."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def answers(address: str) -> int:
    """The status with which an address answers; 0 when it does not."""
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """An empty installation, in the same kind of database as the other tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FUNCTIEHUIS_", "_FUNCTIEHUIS_", "DJANGO_", "PYTEST_"))}
    environment = {**kept, "FUNCTIEHUIS_MAP": str(tmp_path / "huis"), "PYTHONPATH": os.pathsep.join([str(ROOT / "tests"), str(ROOT / "tests/web/operations")])}
    server = os.environ.get("DATABASE_URL", "")
    name = f"huis_{secrets.token_hex(6)}"
    if server.startswith("postgres"):
        _on_server(server, f"CREATE DATABASE {name}")
        parts = urlsplit(server)
        environment["DATABASE_URL"] = urlunsplit(parts._replace(path=f"/{name}"))
    house = Installation(environment)
    try:
        yield house
    finally:
        house.end()
        if server.startswith("postgres"):
            _on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


def _on_server(address: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement.encode())

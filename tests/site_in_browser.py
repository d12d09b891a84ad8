"""A demo house that runs as people run it, and a browser to look at it with."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

BROWSER = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
WITHOUT = "there is no Chromium on this machine: apt-get install chromium"
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
PASSWORD = "functiehuis-demo"
_FILE = re.compile(r"\.(?:xlsx|csv|json|css)(?:\?|$)|export|sjabloon")
_NUMBER = re.compile(r"(?<=/)(?:\d+|[A-Z]\d{2}(?:\.\d{2})+[^/]*)(?=/|$)")


def free_port() -> int:
    """A port on this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def demo_house(folder: Path) -> Iterator[str]:
    """The address of a demo house that runs in processes of its own."""
    address = f"127.0.0.1:{free_port()}"
    command = [str(Path(sys.executable).with_name("functiehuis")), "serve", "--demo", "--map", str(folder), "--adres", address]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "functiehuis.web.project.settings"}
    environment.pop("FUNCTIEHUIS_SLEUTEL", None)
    with (folder / "serve.log").open("w") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            _wait(f"http://{address}/gezond", process)
            yield f"http://{address}"
        finally:
            process.terminate()
            process.wait(30)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    until = monotonic() + 90
    while monotonic() < until:
        if process.poll() is not None:
            raise AssertionError("the house stopped while it started")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            sleep(0.1)  # polling a process that starts; there is nothing to wait on
    raise AssertionError("the house did not start in a minute and a half")


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium, without anything that calls home."""
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=BROWSER, args=_FLAGS)
        yield running
        running.close()


def sign_in(context: BrowserContext, site: str, name: str) -> Page:
    """A page of somebody of the cast, signed in through the form."""
    page = context.new_page()
    page.goto(f"{site}/account/inloggen/")
    page.get_by_label("E-mailadres").first.fill(name)
    page.get_by_label("Wachtwoord").first.fill(PASSWORD)
    page.get_by_role("button", name="Inloggen").click()
    page.wait_for_url(re.compile(r"/h/"))
    return page


def pages_of(page: Page, site: str, most: int = 60) -> list[str]:
    """Addresses that can be reached by links from the page, one of each kind: numbers and codes in an address do not make another kind."""
    found: dict[str, str] = {}
    waiting = [page.url]
    while waiting and len(found) < most:
        address = waiting.pop(0)
        kind = _NUMBER.sub("#", address.removeprefix(site).split("?")[0])
        if kind in found:
            continue
        answer = page.goto(address)
        if answer is None or "text/html" not in (answer.headers.get("content-type") or ""):
            continue
        found[kind] = address
        links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href.split('#')[0])")
        waiting += [link for link in links if link.startswith(f"{site}/") and "uitloggen" not in link and "/static/" not in link and not _FILE.search(link)]
    return list(found.values())

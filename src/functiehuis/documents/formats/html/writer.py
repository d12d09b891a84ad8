"""A website as data -> its files: pages of HTML without script, style or address from outside, each with its own content security policy.

Every text of a book goes through autoescape: what looks like HTML shows as text. Same data, same bytes.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, Protocol

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound

from functiehuis.documents.formats.html.marks import FILTERS, icon

LOSSES = (
    "Een webpagina bewaart geen besturingstekens.",
    "Meer spaties achter elkaar zijn op een webpagina één spatie; een vaste spatie leest terug als een gewone, een zacht afbreekstreepje valt weg.",
)
"""What this format cannot carry."""

WHOLE = "alles.html"
"""The page that holds the whole book."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_POLICY = "default-src 'none'; style-src 'self' file:; font-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'self' file:"
_SCRIPT = "; script-src 'self' file:"


class Pages(Protocol):
    """A website as data: what every page says, the pages by address with their template under ``sjabloon``, and files that lie beside them."""

    @property
    def frame(self) -> Mapping[str, Any]:
        """What every page says."""
        raise NotImplementedError

    @property
    def pages(self) -> Mapping[str, Mapping[str, Any]]:
        """The pages by address."""
        raise NotImplementedError

    @property
    def files(self) -> Mapping[str, bytes]:
        """Files by address."""
        raise NotImplementedError


def write(website: Pages) -> dict[str, bytes]:
    """The files of a website by address, in the order of their addresses; style sheets are put beside them by who has them."""
    found = {address: _page(address, page, website.frame) for address, page in website.pages.items()}
    found |= website.files
    if any(page.get("script") for page in website.pages.values()):
        found["zoeken.js"] = _template_text("zoeken.js").encode()
    return {address: found[address] for address in sorted(found)}


def _page(address: str, page: Mapping[str, Any], frame: Mapping[str, Any]) -> bytes:
    root = "../" * address.count("/")
    values = {**page, "site": frame, "root": root, "adres": address, "beleid": _POLICY + (_SCRIPT if page.get("script") else "")}
    values.setdefault("gegevens", None)
    text = _environment().get_template(f"{page['sjabloon']}.html").render(values)
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text).encode()


class _Bundled(BaseLoader):
    """The templates beside this module."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, None]:
        del environment
        name = posixpath.basename(template)
        try:
            return _template_text(name), name, None
        except FileNotFoundError:
            raise TemplateNotFound(template) from None


def _template_text(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text("utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(loader=_Bundled(), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    environment.filters.update(FILTERS)
    # No sign in JSON inside a page can end the element that holds it: the filter takes care of that.
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "indent": 1}
    environment.globals["icoon"] = icon
    return environment

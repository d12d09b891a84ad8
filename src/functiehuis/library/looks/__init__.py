"""How everything that people see in a browser looks: tokens, style sheets and typefaces, the same for the website and for the screens.

In: nothing. Out: the files by their path under ``looks`` (``css/theme.css``). Refuses nothing.

``vendor/`` is taken over unchanged with its licences: Utrecht components and the design tokens of NL Design System (EUPL-1.2), Source Sans 3 and Source
Serif 4 (OFL-1.1). ``css/`` is ours; ``css/site.css`` is for the website only.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from types import MappingProxyType

_PARTS = (
    "icon.svg",
    "css/functiehuis.css",
    "css/site.css",
    "css/theme-dark.css",
    "css/theme.css",
    "vendor/LICENSE-ma.md",
    "vendor/LICENSE-utrecht.md",
    "vendor/fonts/LICENSE-source-sans-3",
    "vendor/fonts/LICENSE-source-serif-4",
    "vendor/fonts/source-sans-3-latin-ext-wght-normal.woff2",
    "vendor/fonts/source-sans-3-latin-wght-italic.woff2",
    "vendor/fonts/source-sans-3-latin-wght-normal.woff2",
    "vendor/fonts/source-serif-4-latin-ext-wght-normal.woff2",
    "vendor/fonts/source-serif-4-latin-wght-italic.woff2",
    "vendor/fonts/source-serif-4-latin-wght-normal.woff2",
    "vendor/ma-dark.css",
    "vendor/ma.css",
    "vendor/utrecht.css",
)


@lru_cache(maxsize=1)
def look_files() -> MappingProxyType[str, bytes]:
    """What a website needs to look as designed."""
    folder = resources.files(__name__)
    return MappingProxyType({part: folder.joinpath(*part.split("/")).read_bytes() for part in _PARTS})

"""A change report -> one page of HTML that works from disk: ``del`` and ``ins`` between brackets, so that it reads without colour and aloud.

In: the data of ``authoring.changes.report_data``. Out: the bytes of the page. Refuses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

_STYLE = """
:root { color-scheme: light; }
body { font: 1.05rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1b2428; background: #fff; }
h1, h2 { line-height: 1.25; color: #12343f; overflow-wrap: anywhere; }
h2 { margin-top: 2.2rem; border-bottom: 1px solid #c3cdd2; padding-bottom: .3rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
dt { color: #4d5b63; } dd { margin: 0; overflow-wrap: anywhere; }
blockquote, ul.tekst { margin: .4rem 0 1.2rem; padding-left: 1rem; border-left: 3px solid #c3cdd2; overflow-wrap: anywhere; }
ul.tekst { padding-left: 2rem; }
del { text-decoration: line-through; } ins { text-decoration: underline; font-weight: 700; }
@media print { body { max-width: none; margin: 0; } h2, p.wat { break-after: avoid; } }
"""


def write_changes(data: Mapping[str, Any]) -> bytes:
    """The report as a page. Same data, same bytes."""
    return "\n".join(_lines(data)).encode("utf-8", "replace") + b"\n"


def _lines(data: Mapping[str, Any]) -> Iterator[str]:
    title = _said(data["titel"])
    yield '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>"
    if data["organisatie"]:
        yield f"<p>{_said(data['organisatie'])}</p>"
    yield f"<h1>{title}</h1>\n<dl>"
    yield from (f"<dt>{_said(name)}</dt><dd>{_said(value)}</dd>" for name, value in data["vergeleken"])
    yield f"</dl>\n<p>{_said(data['samenvatting'])}</p>"
    if data["uitleg"]:
        yield f"<p>{_said(data['uitleg'])}</p>"
    for part in data["delen"]:
        yield f"<h2>{_said(part['kop'])}</h2>"
        for change in part["wijzigingen"]:
            yield f'<p class="wat">{_said(change["tekst"])}</p>'
            if change["stukken"]:
                yield f"<blockquote>{' '.join(map(_piece, change['stukken']))}</blockquote>"
            if change["onderdelen"]:
                yield f'<ul class="tekst">{"".join(f"<li>{_piece(piece)}</li>" for piece in change["onderdelen"])}</ul>'
    yield "</main>\n</body>\n</html>"


def _piece(piece: Sequence[str]) -> str:
    kind, words = piece
    said = _said(words)
    return f"<del>[{said}]</del>" if kind == "weg" else f"<ins>{{{said}}}</ins>" if kind == "nieuw" else said


def _said(text: str) -> str:
    """Words as HTML, without control characters."""
    return escape("".join(sign for sign in text if sign in "\n\t" or not (ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0)))

"""Word files made in memory, from raw WordprocessingML."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_file(body: str, compression: int = zipfile.ZIP_DEFLATED, namespace: str = W, **parts: str) -> bytes:
    """A .docx with this body; ``styles``, ``numbering``, ``footnotes``, ``comments``, ``header`` hold the inside of that part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        archive.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        archive.writestr("word/_rels/document.xml.rels", _relations({kind: f"{kind}.xml" for kind in parts}))
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>')
        for kind, inside in parts.items():
            archive.writestr(f"word/{kind}.xml", f'<w:{kind} xmlns:w="{namespace}">{inside}</w:{kind}>')
    return out.getvalue()


def _relations(targets: dict[str, str]) -> str:
    inside = "".join(f'<Relationship Id="r{at}" Type="{_KINDS}/{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(targets.items()))
    return f'<Relationships xmlns="{_RELS}">{inside}</Relationships>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

"""The readers do not know whether they read a book or a description of work: what they refuse, they refuse in words that fit both."""

from __future__ import annotations

import ast
import io
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pytest

from command_line import DEMO, ROOT, Run

SOURCES = sorted((ROOT / "src/functiehuis/documents").rglob("*.py"))


def said_in(path: Path) -> list[str]:
    """The text constants of a module that are no docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "src/functiehuis/documents").as_posix())
def test_no_reader_speaks_of_a_book(path: Path) -> None:
    assert [text for text in said_in(path) if "boek" in text.lower()] == []


def empty_word() -> bytes:
    stream = io.BytesIO()
    docx.Document().save(stream)
    return stream.getvalue()


def workbook() -> bytes:
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    return stream.getvalue()


def pdf(encryption: pikepdf.Encryption | None = None) -> bytes:
    stream = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(stream, encryption=encryption)
    return stream.getvalue()


FILES = {
    "locked word": ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "met een wachtwoord beveiligd"),
    "empty word": ("a.docx", empty_word(), "heeft geen leesbare tekst"),
    "workbook": ("a.docx", workbook(), "is een Excel-bestand"),
    "locked pdf": ("a.pdf", pdf(pikepdf.Encryption(user="geheim", owner="geheim")), "met een wachtwoord"),
    "pdf without letters": ("a.pdf", pdf(), "geen tekst in het bestand"),
    "empty page": ("a.html", b"<!doctype html><html><body></body></html>", "heeft geen leesbare tekst"),
    "empty markdown": ("a.md", b" \n", "is leeg"),
    "long markdown": ("a.md", b"a\n\n" * 60_001, "is te lang"),
}


@pytest.mark.parametrize(("name", "data", "says"), FILES.values(), ids=FILES)
def test_a_description_that_cannot_be_read_is_not_called_a_book(run: Run, tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    said = run("zoek", DEMO, tmp_path / name)
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert says in said.err
    assert "boek" not in said.err.replace(str(tmp_path), "")

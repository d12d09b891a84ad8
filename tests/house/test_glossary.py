"""The bridge between the Dutch of the users and the English of the code is complete, and leads nowhere that is gone."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from enum import Enum

from source_files import ROOT

import functiehuis.model
from functiehuis.cli.commands import NAMES

GLOSSARY = ROOT / "docs/glossary.toml"
MODEL = ROOT / "src/functiehuis/model"


def terms() -> list[dict[str, str]]:
    found: list[dict[str, str]] = tomllib.loads(GLOSSARY.read_text("utf-8"))["term"]
    return found


def public_names(source: str) -> Iterator[str]:
    """Classes, functions, constants and type names of a module, and the members and methods of its public classes; type variables are no nouns."""
    for node in ast.parse(source).body:
        yield from _names(node)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for member in node.body:
                yield from _names(member)


def _names(node: ast.stmt) -> list[str]:
    names: list[str] = []
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
            names = [name]
        case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar"))):
            names = []
        case ast.Assign(targets=targets):
            names = [target.id for target in targets if isinstance(target, ast.Name)]
    return [name for name in names if not name.startswith("_")]


def model_names() -> set[str]:
    return {name for path in MODEL.rglob("*.py") for name in public_names(path.read_text("utf-8"))}


def model_enums() -> Iterator[type[Enum]]:
    for info in pkgutil.walk_packages(functiehuis.model.__path__, "functiehuis.model."):
        module = importlib.import_module(info.name)
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, Enum) and kind.__module__ == info.name:
                yield kind


def test_every_public_name_of_the_model_has_a_dutch_term() -> None:
    missing = model_names() - {term["english"] for term in terms()}
    assert sorted(missing) == [], "add these to docs/glossary.toml"


def test_every_term_is_about_something_that_exists() -> None:
    gone = {term["english"] for term in terms()} - model_names()
    assert sorted(gone) == [], "these are no longer in the model: take them out of docs/glossary.toml"


def test_a_term_and_an_identifier_stand_in_the_glossary_once() -> None:
    for key in ("dutch", "english"):
        assert [word for word, times in Counter(term[key] for term in terms()).items() if times > 1] == []


def test_every_meaning_is_a_short_plain_sentence() -> None:
    for term in terms():
        assert set(term) == {"dutch", "english", "meaning"}, term
        assert re.fullmatch(r"[A-Z].{8,}\.", term["meaning"]), term
        assert max(len(sentence.split()) for sentence in re.split(r"[.:] ", term["meaning"])) <= 20, term


def test_stored_values_are_dutch_terms_of_the_glossary() -> None:
    known = {term["dutch"] for term in terms()}
    enums = list(model_enums())
    assert len(enums) >= 3
    missing = {f"{kind.__name__}.{member.name} = {member.value!r}" for kind in enums for member in kind if member.value not in known}
    assert sorted(missing) == []


def test_members_are_english_where_their_values_are_dutch() -> None:
    for kind in model_enums():
        for member in kind:
            assert re.fullmatch(r"[A-Z]+(?:_[A-Z]+)*", member.name), member
            assert re.fullmatch(r"(?:HR-)?[a-zë]+(?: [a-zë]+)*", str(member.value)), member


def test_the_verbs_of_the_command_line_are_dutch() -> None:
    dutch = {"aanvulling", "controleer", "lees", "meet", "negeer", "publiceer", "vergelijk"}
    assert set(NAMES) <= dutch | {"zoek", "deel-in", "serve", "werk", "beheer", "trail"}, "a new verb: is it Dutch? Then add it here"


def test_names_are_found_in_classes_and_outside_and_private_ones_are_not() -> None:
    source = (
        "Item = TypeVar('Item')\nSpan = tuple[int, int]\n_secret = 1\nclass Book:\n    title: str\n    KIND = 1\n    _pages: int\n"
        "    def read(self): ...\nclass _Hidden:\n    shown: int\n"
    )
    assert list(public_names(source)) == ["Span", "Book", "title", "KIND", "read"]

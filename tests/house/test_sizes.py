"""A file and a function have a ceiling, and there is no list of exceptions."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from source_files import python_files, repository_files, shown

FILE_LINES, FUNCTION_LINES = 400, 50


def long_functions(source: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield node.name, lines


def test_no_file_of_code_is_too_long() -> None:
    code = {*python_files(), *(path for path in repository_files() if shown(path).startswith(("script/", ".ci/")))}
    sizes = {shown(path): len(path.read_text("utf-8").splitlines()) for path in code}
    assert len(sizes) > 100
    assert {name: lines for name, lines in sizes.items() if lines > FILE_LINES} == {}


def test_no_function_is_too_long() -> None:
    found = [f"{shown(path)}: {name} has {lines} lines" for path in python_files() for name, lines in long_functions(path.read_text("utf-8"))]
    assert found == []


def test_the_ceiling_counts_a_function_from_its_first_to_its_last_line() -> None:
    just = "def just() -> None:\n" + "    pass\n" * (FUNCTION_LINES - 1)
    inner = "class Thing:\n    async def over(self) -> None:\n" + "        pass\n" * FUNCTION_LINES
    assert list(long_functions(just)) == []
    assert list(long_functions(inner)) == [("over", FUNCTION_LINES + 1)]

"""The shape of the code: calls say which argument is which, functions fit on a screen, modules hold one thing."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
MOST_POSITIONAL: Final = 4
MOST_LINES_OF_A_FUNCTION: Final = 50
MOST_LINES_OF_A_MODULE: Final = 500


def modules() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "auditor").rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def variadic(texts: Iterable[str]) -> frozenset[str]:
    """Give the functions that take any number of arguments: these need no names."""
    return frozenset(
        node.name
        for text in texts
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.args.vararg is not None
    )


ANY_NUMBER: Final = variadic(text for _, text in modules())


def long_calls(text: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and len(node.args) > MOST_POSITIONAL:
            called = ast.unparse(node.func)
            if called.rpartition(".")[2] not in ANY_NUMBER:
                yield node.lineno, f"{called} is called with {len(node.args)} positional arguments"


def long_functions(text: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_LINES_OF_A_FUNCTION:
                yield node.lineno, f"{node.name} has {length} lines"


def long_module(text: str) -> Iterator[tuple[int, str]]:
    length = len(text.splitlines())
    if length > MOST_LINES_OF_A_MODULE:
        yield length, f"the module has {length} lines"


CHECKS: Final = (long_calls, long_functions, long_module)


def test_calls_functions_and_modules_are_short_enough() -> None:
    found = [
        f"{path}:{line} {what}" for path, text in modules() for check in CHECKS for line, what in check(text)
    ]
    assert found == []


def test_each_check_finds_what_it_is_for() -> None:
    assert [what for _, what in long_calls("f(1, 2, 3, 4, 5)\nf(1, 2, 3, 4)\nf(*a, b=1)")] == [
        "f is called with 5 positional arguments"
    ]
    body = "    x = 1\n" * MOST_LINES_OF_A_FUNCTION
    assert list(long_functions(f"def f():\n{body}")) == [(1, "f has 51 lines")]
    assert not any(long_functions(f"def f():\n{body.removesuffix('    x = 1' + chr(10))}"))
    assert any(long_module("x = 1\n" * 501))
    assert not any(long_module("x = 1\n" * 500))

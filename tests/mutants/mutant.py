"""Mutants: each a module with one change; found, named, drawn evenly, and compiled without any file being written."""

from __future__ import annotations

import ast
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

from msgspec import Struct

from tests.mutants.operators import Change, changes
from tests.mutants.packages import PACKAGES, ROOT, modules


class Mutant(Struct, frozen=True):
    """One change of one module; `number` is its place among those of the module, `name` stays when other lines move."""

    path: str
    number: int
    name: str
    function: str
    operator: str
    line: int
    lines: tuple[int, ...]
    before: str
    after: str

    @property
    def package(self) -> str:
        """The package that the module is of."""
        return next(package for package in PACKAGES if self.path.startswith(f"{package}/"))


def parsed(path: str) -> ast.Module:
    """Give the tree of a module."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Give every mutant of a module."""
    name = path.relative_to(ROOT).as_posix()
    met: Counter[str] = Counter()
    for number, change in enumerate(changes(parsed(name))):
        before, after = change.describe()
        said = f"{name} {change.function or 'module'}: {change.operator}: {before} => {after}"
        met[said] += 1
        placed: Any = change.shown if hasattr(change.shown, "lineno") else change.slot.holder
        line = getattr(placed, "lineno", 0) or _first_line(placed)
        yield Mutant(
            path=name,
            number=number,
            name=said if met[said] == 1 else f"{said} ({met[said]})",
            function=change.function,
            operator=change.operator,
            line=line,
            lines=tuple(range(line, (getattr(placed, "end_lineno", None) or line) + 1)),
            before=before,
            after=after,
        )


def _first_line(node: ast.AST) -> int:
    return min((part.lineno for part in ast.walk(node) if hasattr(part, "lineno")), default=1)


def every_mutant() -> list[Mutant]:
    """Give every mutant of the packages."""
    return [mutant for path in modules() for mutant in mutants_of(path)]


def sample(mutants: Sequence[Mutant], step: int, draw: int = 0) -> list[Mutant]:
    """Give every `step`th mutant of each module, from a start that the name of the module and the `draw` decide."""
    drawn = []
    for mutant in mutants:
        start = (zlib.crc32(mutant.path.encode()) + draw) % step
        if mutant.number % step == start:
            drawn.append(mutant)
    return drawn


def compiled(path: str, number: int | None = None) -> CodeType:
    """Compile a module as it is, or with its change of this number."""
    tree = parsed(path)
    if number is not None:
        change = _nth(tree, number)
        change.slot.put(change.now)
    return compile(ast.fix_missing_locations(tree), str(ROOT / path), "exec", dont_inherit=True)


def _nth(tree: ast.Module, number: int) -> Change:
    return next(change for place, change in enumerate(changes(tree)) if place == number)

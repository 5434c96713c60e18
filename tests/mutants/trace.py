"""Which tests run which lines: a pytest plugin, run once; what it finds is kept below build/mutants.

Each statement of the packages is compiled with a mark before it, which it sets when it runs: so a test that is watched takes
hardly longer than one that is not. Lines that a fixture of a session or module runs belong to each test that asks for the fixture.
"""

from __future__ import annotations

import ast
import functools
import gc
import pickle
import sys
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, Final

import pytest
from msgspec import Struct

from tests.mutants.packages import PACKAGES, ROOT, is_behaviour

LINES_OF_IMPORT: Final = ""
#: What the marks are called in a module that is watched.
MARKS: Final = "__ran__"


class Ran(Struct):
    """A test: how long it took while watched, whether it tells nothing (it failed, or started a process other than git), its lines."""

    seconds: float
    mute: bool
    lines: dict[str, frozenset[int]]


class Watch:
    """The lines of the packages that ran since the last `take`; it finds their modules before all others do."""

    def __init__(self) -> None:
        self._below = tuple(f"{ROOT}/{package}/" for package in PACKAGES)
        self._ran = bytearray()
        self._lines: list[tuple[str, frozenset[int]]] = []

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module of the packages, to be loaded with marks."""
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is None or not spec.origin or not spec.origin.startswith(self._below):
            return None
        spec.loader = _Marked(fullname, spec.origin, self)
        return spec

    def compiled(self, path: Path) -> CodeType:
        """Compile a module with its marks."""
        tree = ast.parse(path.read_bytes())
        self._mark(tree, path.relative_to(ROOT).as_posix())
        return compile(ast.fix_missing_locations(tree), str(path), "exec", dont_inherit=True)

    def _mark(self, node: ast.AST, path: str) -> None:
        for _, value in ast.iter_fields(node):
            parts = value if isinstance(value, list) else [value]
            for part in parts:
                if isinstance(part, ast.AST):
                    self._mark(part, path)
            if isinstance(value, list) and any(isinstance(part, ast.stmt) for part in value):
                value[:] = [each for part in value for each in self._with_mark(part, path)]

    def _with_mark(self, statement: ast.stmt, path: str) -> Iterator[ast.stmt]:
        if not _is_head(statement):
            number = len(self._lines)
            self._lines.append((path, _own_lines(statement)))
            self._ran.append(0)
            yield ast.copy_location(ast.parse(f"{MARKS}[{number}] = 1").body[0], statement)
        yield statement

    @property
    def marks(self) -> bytearray:
        """The marks, of which a module sets its own."""
        return self._ran

    def take(self) -> dict[str, frozenset[int]]:
        """Give the lines by module, and begin anew."""
        taken: dict[str, set[int]] = {}
        at = self._ran.find(1)
        while at >= 0:
            path, lines = self._lines[at]
            taken.setdefault(path, set()).update(lines)
            self._ran[at] = 0
            at = self._ran.find(1, at + 1)
        return {path: frozenset(lines) for path, lines in taken.items()}


class _Marked(SourceFileLoader):
    """What loads a module with marks."""

    def __init__(self, fullname: str, path: str, watch: Watch) -> None:
        super().__init__(fullname, path)
        self._watch = watch

    def get_code(self, fullname: str) -> CodeType:
        """Compile the module."""
        return self._watch.compiled(Path(self.path))

    def exec_module(self, module: ModuleType) -> None:
        """Run the module."""
        setattr(module, MARKS, self._watch.marks)
        super().exec_module(module)


def _is_head(statement: ast.stmt) -> bool:
    """Tell whether it is a text or an import from the future, before which nothing may stand."""
    if isinstance(statement, ast.ImportFrom):
        return statement.module == "__future__"
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _own_lines(statement: ast.stmt) -> frozenset[int]:
    """Give the lines of a statement that are of none within it."""
    within = [node for node in ast.walk(statement) if isinstance(node, ast.stmt) and node is not statement]
    of_others = {line for node in within for line in _lines(node)}
    return frozenset({statement.lineno, *_lines(statement)} - of_others)


def _lines(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _joined(parts: list[dict[str, frozenset[int]]]) -> dict[str, frozenset[int]]:
    joined: dict[str, frozenset[int]] = {}
    for part in parts:
        for path, lines in part.items():
            joined[path] = joined.get(path, frozenset()) | lines
    return joined


def caches(below: str) -> Iterator[Callable[[], None]]:
    """Give what empties each cache of a function of a module below `below`."""
    for found in gc.get_objects():
        if type(found) is functools._lru_cache_wrapper and found.__module__.startswith(below):
            yield found.cache_clear


class Tracer:
    """The plugin: one test at a time is watched, and the answer is written when the session ends."""

    def __init__(self, out: Path, part: int, parts: int) -> None:
        self.out, self.part, self.parts = out, part, parts
        self.watch = Watch()
        self.ran: dict[str, Ran] = {}
        self.fixtures: dict[int, dict[str, frozenset[int]]] = {}
        self.before: dict[str, frozenset[int]] = {}
        self.mute = False
        self.caches: list[Callable[[], None]] = []
        sys.addaudithook(self._heard)
        sys.meta_path.insert(0, self.watch)

    def _heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "subprocess.Popen" and not str(arguments[0]).endswith("git"):
            self.mute = True

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep this part of the tests of behaviour."""
        self.ran[LINES_OF_IMPORT] = Ran(0, False, self.watch.take())
        chosen = [item for item in items if is_behaviour(item.nodeid)]
        files = sorted({item.path for item in chosen})
        mine = frozenset(files[self.part :: self.parts])
        items[:] = [item for item in chosen if item.path in mine]
        self.caches = [*caches("tests.")]

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self, fixturedef: Any, request: pytest.FixtureRequest
    ) -> Generator[None, Any, Any]:
        """Note what a fixture that several tests share runs, apart."""
        if fixturedef.scope == "function":
            return (yield)
        before = self.watch.take()
        try:
            return (yield)
        finally:
            self.fixtures[id(fixturedef)] = _joined(
                [self.fixtures.get(id(fixturedef), {}), self.watch.take()]
            )
            self.before = _joined([self.before, before])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """Watch a test."""
        for empty in self.caches:
            empty()
        self.mute, self.before = False, {}
        began = time.process_time()
        self.watch.take()
        try:
            return (yield)
        finally:
            info = getattr(item, "_fixtureinfo", None)
            asked = [fixture for found in info.name2fixturedefs.values() for fixture in found] if info else []
            shared = [self.fixtures[id(fixture)] for fixture in asked if id(fixture) in self.fixtures]
            lines = _joined([self.before, self.watch.take(), *shared])
            self.ran[item.nodeid] = Ran(time.process_time() - began, self.mute, lines)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that does not pass as it is."""
        self.mute = self.mute or not report.passed

    def pytest_sessionfinish(self) -> None:
        """Write what was found."""
        self.out.parent.mkdir(parents=True, exist_ok=True)
        plain = {name: (ran.seconds, ran.mute, ran.lines) for name, ran in self.ran.items()}
        self.out.write_bytes(pickle.dumps(plain))

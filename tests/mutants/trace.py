"""Which tests run which lines: a pytest plugin, run once; what it finds is kept below build/mutants.

Lines that a fixture of a session or module runs belong to each test that asks for the fixture.
"""

from __future__ import annotations

import functools
import gc
import pickle
import sys
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Final

import pytest
from msgspec import Struct

from tests.mutants.packages import PACKAGES, ROOT, is_behaviour

LINES_OF_IMPORT: Final = ""


class Ran(Struct):
    """A test: how long it took while watched, whether it tells nothing (it failed, or started a process other than git), its lines."""

    seconds: float
    mute: bool
    lines: dict[str, frozenset[int]]


class Watch:
    """The lines of the packages that ran since the last `take`."""

    def __init__(self) -> None:
        self._below = tuple(f"{ROOT}/{package}/" for package in PACKAGES)
        self._codes: dict[int, _Code | None] = {}

    def __call__(self, frame: FrameType, event: str, arg: object) -> Any:
        """Be the trace function: watch the calls of a function of the packages until they bring no further line."""
        code = frame.f_code
        try:
            held = self._codes[id(code)]
        except KeyError:
            below = code.co_filename.startswith(self._below)
            held = self._codes[id(code)] = _Code(code) if below else None
            if held is None:
                KEPT.append(code)
        if held is None or held.dull > MOST_DULL_CALLS:
            return None
        held.seen.add(code.co_firstlineno)
        if len(held.seen) >= held.most:
            return None
        if len(held.seen) == held.before:
            held.dull += 1
        else:
            held.before, held.dull = len(held.seen), 0
        return held.local

    def take(self) -> dict[str, frozenset[int]]:
        """Give the lines by module, and begin anew."""
        taken: dict[str, set[int]] = {}
        for held in self._codes.values():
            if held is not None and held.seen:
                taken.setdefault(held.path, set()).update(held.seen)
                held.seen.clear()
                held.before = held.dull = held.again = 0
        return {path: frozenset(lines) for path, lines in taken.items()}


#: A function called so often in a test without a further line running is no longer watched in that test.
MOST_DULL_CALLS: Final = 200
#: So it is once so many of its lines ran a second time.
MOST_DULL_LINES: Final = 5_000
#: Code of elsewhere, kept so that its identity is not given to other code.
KEPT: Final[list[CodeType]] = []


class _Code:
    """A function of the packages: its module, and the lines of it that ran."""

    def __init__(self, code: CodeType) -> None:
        self.code = code
        self.path = Path(code.co_filename).relative_to(ROOT).as_posix()
        self.most = len({code.co_firstlineno, *(line for *_, line in code.co_lines() if line is not None)})
        self.before = self.dull = 0
        seen = self.seen = set[int]()

        self.again = 0

        def local(frame: FrameType, event: str, arg: object) -> Any:
            if frame.f_lineno in seen:
                self.again += 1
                return None if self.again > MOST_DULL_LINES else local
            seen.add(frame.f_lineno)
            return local

        self.local = local


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
        self.mute = False
        self.caches: list[Callable[[], None]] = []
        sys.addaudithook(self._heard)
        sys.settrace(self.watch)

    def _heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "subprocess.Popen" and not str(arguments[0]).endswith("git"):
            self.mute = True

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep this part of the tests of behaviour."""
        sys.settrace(None)
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
        began = time.perf_counter()
        sys.settrace(self.watch)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            info = getattr(item, "_fixtureinfo", None)
            asked = [fixture for found in info.name2fixturedefs.values() for fixture in found] if info else []
            shared = [self.fixtures[id(fixture)] for fixture in asked if id(fixture) in self.fixtures]
            lines = _joined([self.before, self.watch.take(), *shared])
            self.ran[item.nodeid] = Ran(time.perf_counter() - began, self.mute, lines)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that does not pass as it is."""
        self.mute = self.mute or not report.passed

    def pytest_sessionfinish(self) -> None:
        """Write what was found."""
        self.out.parent.mkdir(parents=True, exist_ok=True)
        plain = {name: (ran.seconds, ran.mute, ran.lines) for name, ran in self.ran.items()}
        self.out.write_bytes(pickle.dumps(plain))

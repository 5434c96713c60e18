"""Which tests a mutant is held against, and in what order: those that run its lines, first those that are likely to notice it.

These are the tests that noticed another mutant of the module, then by turns those of a file named after the module and those that run
little besides the line.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, islice, zip_longest
from pathlib import PurePath

from tests.mutants.mutant import Mutant
from tests.mutants.packages import BUILD
from tests.mutants.trace import LINES_OF_IMPORT

NARROW = 3
#: A test of more seconds comes after the others.
SLOW = 0.5
#: So many tests that noticed other mutants of the module are tried first.
MOST_NOTICED = 6


class Choice:
    """The tests that run each line, as the traces below `BUILD` tell."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.at_import: dict[str, set[int]] = defaultdict(set)
        self._lines: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._lines_of: dict[str, int] = {}
        self._noticed: dict[str, list[str]] = defaultdict(list)
        for path in sorted(BUILD.glob("*.pickle")):
            for test, (seconds, mute, lines) in pickle.loads(path.read_bytes()).items():  # noqa: S301
                if test == LINES_OF_IMPORT:
                    for module, ran in lines.items():
                        self.at_import[module] |= ran
                elif not mute:
                    self._note(test, seconds, lines)

    def _note(self, test: str, seconds: float, lines: dict[str, frozenset[int]]) -> None:
        self.seconds[test] = seconds
        self._lines_of[test] = sum(map(len, lines.values()))
        for module, ran in lines.items():
            for line in ran:
                self._lines[module][line].add(test)

    def note_killed(self, mutant: Mutant, by: str) -> None:
        """Try the test `by` early on the next mutants of the module."""
        noticed = self._noticed[mutant.path]
        if by in noticed:
            noticed.remove(by)
        noticed.insert(0, by)

    def tests(self, mutant: Mutant, *, whole_module: bool = False) -> list[str]:
        """Give the tests that run a line of `mutant`, or of its module."""
        held = self._lines[mutant.path]
        lines = held if whole_module else mutant.lines
        tests = {test for line in lines for test in held.get(line, ())}
        noticed = [test for test in self._noticed[mutant.path] if test in tests][:MOST_NOTICED]
        named = {test for test in tests if _is_named_after(test, mutant)}
        by_turns = chain.from_iterable(zip_longest(self._in_order(named), self._in_order(tests)))
        return list(dict.fromkeys((*noticed, *(test for test in by_turns if test is not None))))

    def _in_order(self, tests: set[str]) -> Iterator[str]:
        """Give tests in two orders by turns, each once: three that run few lines, then the next of those spread over all files."""
        narrow = sorted(tests, key=lambda test: (self.seconds[test] > SLOW, self._lines_of[test], test))
        by_file: dict[str, list[str]] = defaultdict(list)
        for test in narrow:
            by_file[test.partition("::")[0]].append(test)
        places = {test: place for listed in by_file.values() for place, test in enumerate(listed)}
        spread = iter(sorted(narrow, key=lambda test: (places[test], self.seconds[test], test)))
        turns = chain.from_iterable(
            (*narrow[at : at + NARROW], *islice(spread, 1)) for at in range(0, len(narrow), NARROW)
        )
        yield from dict.fromkeys(turns)


def _is_named_after(test: str, mutant: Mutant) -> bool:
    """Tell whether the file of `test` has the name of the module of `mutant`, or begins with it."""
    return PurePath(test.partition("::")[0]).stem.startswith(f"test_{PurePath(mutant.path).stem}")

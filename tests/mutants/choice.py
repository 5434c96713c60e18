"""Which tests a mutant is held against, and in what order: those that run its lines, first those that run little besides."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, islice

from tests.mutants.mutant import Mutant
from tests.mutants.packages import BUILD
from tests.mutants.trace import LINES_OF_IMPORT

NARROW = 3


class Choice:
    """The tests that run each line, as the traces below `BUILD` tell."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.at_import: dict[str, set[int]] = defaultdict(set)
        self._lines: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._lines_of: dict[str, int] = {}
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

    def tests(self, mutant: Mutant, *, whole_module: bool = False) -> list[str]:
        """Give the tests that run a line of `mutant`, or of its module."""
        held = self._lines[mutant.path]
        lines = held if whole_module else mutant.lines
        return list(self._in_order({test for line in lines for test in held.get(line, ())}))

    def _in_order(self, tests: set[str]) -> Iterator[str]:
        """Give tests in two orders by turns, each once: three that run few lines, then the next of those spread over all files."""
        narrow = sorted(tests, key=lambda test: (self._lines_of[test], test))
        by_file: dict[str, list[str]] = defaultdict(list)
        for test in narrow:
            by_file[test.partition("::")[0]].append(test)
        places = {test: place for listed in by_file.values() for place, test in enumerate(listed)}
        spread = iter(sorted(narrow, key=lambda test: (places[test], self.seconds[test], test)))
        turns = chain.from_iterable(
            (*narrow[at : at + NARROW], *islice(spread, 1)) for at in range(0, len(narrow), NARROW)
        )
        yield from dict.fromkeys(turns)

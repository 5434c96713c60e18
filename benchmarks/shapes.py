"""Shapes that once took minutes or gigabytes: each at a size and at four times that size.

    python benchmarks/shapes.py [NAME ...]

Linear is 4.0; what a check of the smallest case takes is taken off both.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from measure import BUILD, ROOT, Used, check, medians

sys.path.insert(0, str(ROOT))

from tests.hostile import shapes as made


@dataclass(frozen=True)
class Growing:
    """A shape in words with its text at one size and at four times that size."""

    words: str
    small: Callable[[], str]
    large: Callable[[], str]


@dataclass(frozen=True)
class Grown:
    """What both sizes took; `rest` is the CPU of the smallest case."""

    growing: Growing
    small: Used
    large: Used
    rest: float

    @property
    def ratio(self) -> float:
        return (self.large.cpu - self.rest) / max(self.small.cpu - self.rest, 1e-3)


def _line(words: str, maker: Callable[[int], str], count: int) -> Growing:
    return Growing(words.format(f"{count:,}"), lambda: maker(count), lambda: maker(4 * count))


GROWING: dict[str, Growing] = {
    "mesh": Growing(
        "20 hosts that all send to each other, content unstated",
        lambda: made.mesh(20),
        lambda: made.mesh(40),
    ),
    "ladder": _line("{} hops of two flows each, content unstated", made.ladder, 400),
    "sealed ladder": _line("{} hops of two flows each, each sealed", made.sealed_ladder, 15),
    "cycles": Growing(
        "1,000 organisations with 5,000 shares in cycles",
        lambda: made.cycles(1_000, 5_000),
        lambda: made.cycles(4_000, 20_000),
    ),
    "parents": _line("{} parents in a chain", made.parents, 700),
    "branches": _line("{} branches of branches", made.branches, 5_000),
    "broader": _line("{} categories of data in a line", made.broader, 6_000),
    "stacked": _line("{} hosts that run on each other", made.stacked, 2_500),
    "ends": _line("one flow to {} hosts", made.ends, 2_500),
    "unknown ends": _line("{} flows of one activity, half of the ends unknown", made.unknown_ends, 2_000),
    "hub": _line("{} flows into one host", made.hub, 2_500),
    "chain": _line("a chain of {} flows", made.chain, 2_500),
    "notices": _line("{} notices on one activity", made.notices, 1_000),
    "questions": _line("{} questions asked", made.questions, 2_500),
    "agreements": _line("{} processors with a contract each", made.agreements, 1_250),
    "astray": _line("{} references that lead nowhere", made.astray, 2_500),
    "keys twice": _line("one key {} times", made.keys_twice, 10_000),
    "anchors": _line("one anchor {} times", made.anchors, 10_000),
    "NUL": _line("{} NUL in a row", made.nul, 200_000),
    "unseen": _line("{} characters in a row that are not seen", made.unseen, 200_000),
    "wrong words": _line("{} hosts with a wrong key each", made.wrong_words, 2_500),
    "long line": _line("{} problems in one line", made.long_line, 5_000),
    "empties": _line("{} keys without a value", made.empties, 5_000),
    "categories": _line("one flow of {} categories of data", made.categories, 2_500),
    "categories kept": _line("{} categories of as many activities at one host", made.categories_kept, 1_000),
    "relays": _line("a flow through {} relays", made.relays, 2_500),
    "successors": _line("{} processors that succeeded each other", made.successors, 2_500),
    "controllers": _line("{} controllers of one activity", made.controllers, 1_000),
    "unattributed": _line("{} hosts of which only domains are known", made.unattributed, 1_000),
    "ended": _line("{} hosts that ended", made.ended, 2_500),
    "going on": _line("{} hosts of which nobody says whether they go on", made.going_on, 1_000),
    "certificates": _line("{} certificates of one host", made.certificates, 2_500),
}


def grown(rounds: int, names: Iterable[str] = GROWING) -> Iterator[tuple[str, Grown]]:
    """Measure each shape at both sizes."""
    folder = BUILD / "shapes"
    least = _file(folder, "least", made.HEAD + made.FIRM + made.ACTIVITY)
    for name in names:
        growing = GROWING[name]
        files = {
            "small": _file(folder, f"{name} small", growing.small()),
            "large": _file(folder, f"{name} large", growing.large()),
        }
        taken = medians(
            {"least": check(least), **{size: check(file) for size, file in files.items()}}, rounds
        )
        yield name, Grown(growing, taken["small"], taken["large"], taken["least"].cpu)


def _file(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name.replace(' ', '-')}.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def main() -> None:
    """Measure and print a line for each shape."""
    for name, each in grown(1, sys.argv[1:] or GROWING):
        print(
            f"{name:14} {each.small.cpu:6.2f} s {each.large.cpu:6.2f} s {each.ratio:5.1f} {each.large.memory / 1e6:6.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main()

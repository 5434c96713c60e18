"""Lines with branches: the hops of one flow that leave a column together, and what they pass on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from auditor.rendering.drawing.scene import Arrow, LineKind, Scene

#: How long the numbers of a chip may be before it says how many flows there are.
LONGEST: Final = 12

Side = Literal["right", "left", "loop"]


@dataclass(frozen=True, slots=True)
class Net:
    """One line: its tails stand in one column; its heads to the right, to the left, or in the same column (a loop)."""

    number: int
    side: Side
    kind: LineKind
    grave: bool
    flows: tuple[int, ...]
    label: str
    tails: tuple[str, ...]
    heads: tuple[str, ...]
    column: int
    far: int

    @property
    def passed(self) -> range:
        """The columns that it passes without ending there."""
        return range(min(self.column, self.far) + 1, max(self.column, self.far))

    @property
    def gutters(self) -> range:
        """The gutters it runs through; gutter n is that to the right of column n."""
        if self.side == "loop":
            return range(self.column, self.column + 1)
        return range(min(self.column, self.far), max(self.column, self.far))

    @property
    def ends(self) -> tuple[str, ...]:
        """Its tails and heads."""
        return (*self.tails, *self.heads)


def nets(scene: Scene, column: Mapping[str, int]) -> list[Net]:
    """Give the lines of `scene`: hops of one flow from one box that go the same way share one, and so do tails with the same heads."""
    leaving: dict[tuple[Arrow, str, Side], list[str]] = {}
    for arrow in scene.arrows:
        one = replace(arrow, tail="", head="")
        leaving.setdefault((one, arrow.tail, _side(column[arrow.tail], column[arrow.head])), []).append(
            arrow.head
        )
    together: dict[tuple[Arrow, Side, int, tuple[str, ...]], list[str]] = {}
    for (one, tail, side), heads in leaving.items():
        together.setdefault((one, side, column[tail], tuple(sorted(heads))), []).append(tail)
    return [
        Net(
            number=number,
            side=side,
            kind=one.kind,
            grave=one.grave,
            flows=one.flows,
            label=one.label,
            tails=tuple(sorted(tails)),
            heads=heads,
            column=at,
            far=(min if side == "left" else max)(column[head] for head in heads),
        )
        for number, ((one, side, at, heads), tails) in enumerate(together.items())
    ]


def _side(tail: int, head: int) -> Side:
    if tail == head:
        return "loop"
    return "right" if head > tail else "left"


def numbers(flows: Iterable[int]) -> str:
    """Give the numbers of flows as runs (1–3, 7), empty where that is too long to stand on a line."""
    runs: list[list[int]] = []
    for number in sorted(flows):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    text = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return text if len(text) <= LONGEST else ""

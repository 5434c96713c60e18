"""What stands above what in a column, so that lines cross as little as a few sweeps can make them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from auditor.rendering.drawing.nets import Net
from auditor.rendering.drawing.scene import Box, Scene

SWEEPS: Final = 8
#: Where a line passes that has no end in the country it passes: above or below everything else in the column.
ABOVE: Final = "~above"
BELOW: Final = "~below"
OUTSIDE: Final = frozenset({ABOVE, BELOW})
#: How much room a box and a line are taken to need, for as long as nothing has a height.
BOX: Final = 4.0
PASS: Final = 1.0


@dataclass(frozen=True, slots=True)
class Unit:
    """What keeps together in a column: boxes in the same frame, or a line that passes; `band` is the country it stands in."""

    column: int
    band: str
    boxes: tuple[Box, ...] = ()
    passing: Net | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of its boxes, or the name of the line that passes."""
        return (
            tuple(box.id for box in self.boxes)
            if self.passing is None
            else (passing(self.passing, self.column),)
        )


def passing(net: Net, column: int) -> str:
    """Give the name of `net` where it passes `column`; no id of a case holds a space."""
    return f" {net.number} {column}"


def terminals(net: Net, gutter: int, column: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """Give what `net` meets at the left and at the right edge of a gutter, ends and passages by name."""
    if net.side == "loop":
        return [*net.tails, *net.heads], []
    near, far = (net.tails, net.heads) if net.side == "right" else (net.heads, net.tails)
    left = [end for end in near if column[end] == gutter]
    right = [end for end in far if column[end] == gutter + 1]
    if gutter in net.passed:
        left.append(passing(net, gutter))
    if gutter + 1 in net.passed:
        right.append(passing(net, gutter + 1))
    return left, right


def ordered(scene: Scene, nets: Sequence[Net], column: Mapping[str, int]) -> list[list[Unit]]:
    """Give the units of each column from top to bottom; bands keep together, the nearest first, passages outside last."""
    return _Sweeps(scene, nets, column).best()


class _Sweeps:
    def __init__(self, scene: Scene, nets: Sequence[Net], column: Mapping[str, int]) -> None:
        self.rank = {band.id: band.rank for band in scene.bands} | {"": 0, ABOVE: -1, BELOW: 9}
        self.nets = nets
        self.width = max(column.values(), default=0) + 1
        self.column = column
        self.first = self._first_flow()
        self.columns = self._units(scene)
        self.pairs = [
            (gutter, *terminals(net, gutter, column))
            for net in nets
            for gutter in net.gutters
            if net.side != "loop"
        ]

    def _first_flow(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for net in self.nets:
            for end in net.ends:
                found[end] = min(found.get(end, net.flows[0]), net.flows[0])
        return found

    def _units(self, scene: Scene) -> list[list[Unit]]:
        framed: dict[tuple[object, ...], list[Box]] = defaultdict(list)
        for box in scene.boxes:
            key = (box.house, box.frames) if box.frames else (box.id,)
            framed[self.column[box.id], box.band, key].append(box)
        columns: list[list[Unit]] = [[] for _ in range(self.width)]
        for boxes in framed.values():
            boxes.sort(key=lambda box: (self.first.get(box.id, 1 << 30), box.id))
            column = self.column[boxes[0].id]
            columns[column].append(Unit(column, boxes[0].band, boxes=tuple(boxes)))
        home = {box.id: box.band for box in scene.boxes if box.band and self.rank[box.band] == 0}
        own = {net.number: next((home[end] for end in net.ends if end in home), "") for net in self.nets}
        around = sum(net.column == 0 and not own[net.number] for net in self.nets)
        into = any(own[net.number] and {*net.ends} - home.keys() for net in self.nets)
        outside = ABOVE if around and not into else BELOW
        for net in self.nets:
            for column in net.passed:
                bands = {unit.band for unit in columns[column] if unit.boxes}
                if own[net.number] in bands:
                    band = own[net.number]
                else:
                    band = outside if bands & {*home.values()} else BELOW
                columns[column].append(Unit(column, band, passing=net))
        for units in columns:
            units.sort(key=lambda unit: (self.rank[unit.band], unit.band, self._early(unit), unit.names))
        return columns

    def _early(self, unit: Unit) -> int:
        return (
            unit.passing.flows[0]
            if unit.passing
            else min(self.first.get(name, 1 << 30) for name in unit.names)
        )

    def best(self) -> list[list[Unit]]:
        """Give the order with the fewest crossings that a few sweeps to the right and back find."""
        best, fewest = [list(units) for units in self.columns], self._crossings()
        for sweep in range(SWEEPS):
            if not fewest:
                break
            right = sweep % 2 == 0
            for column in range(1, self.width) if right else range(self.width - 2, -1, -1):
                self._sort(column, toward=0 if right else 1)
            crossings = self._crossings()
            if crossings < fewest:
                best, fewest = [list(units) for units in self.columns], crossings
        return best

    def _middles(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for units in self.columns:
            y = 0.0
            for unit in units:
                for name in unit.names:
                    high = PASS if unit.passing else BOX
                    found[name] = y + high / 2
                    y += high
        return found

    def _sort(self, column: int, toward: int) -> None:
        middle = self._middles()
        pulls: dict[str, list[float]] = defaultdict(list)
        for gutter, left, right in self.pairs:
            own, other = (right, left) if toward == 0 else (left, right)
            if gutter + (1 if toward == 0 else 0) == column:
                for name in own:
                    pulls[name].extend(middle[end] for end in other)
        wish = {
            unit.names: _mean([pull for name in unit.names for pull in pulls[name]], middle[unit.names[0]])
            for unit in self.columns[column]
        }
        bands: dict[str, list[float]] = defaultdict(list)
        for unit in self.columns[column]:
            bands[unit.band].append(wish[unit.names])
        self.columns[column].sort(
            key=lambda unit: (
                self.rank[unit.band],
                _mean(bands[unit.band], 0),
                unit.band,
                wish[unit.names],
                self._early(unit),
                unit.names,
            )
        )

    def _crossings(self) -> int:
        middle = self._middles()
        drawn = [
            (gutter, middle[a], middle[b], number)
            for number, (gutter, left, right) in enumerate(self.pairs)
            for a in left
            for b in right
        ]
        return sum(
            one[0] == two[0] and one[3] < two[3] and (one[1] - two[1]) * (one[2] - two[2]) < 0
            for one in drawn
            for two in drawn
        )


def _mean(values: Sequence[float], default: float) -> float:
    return round(sum(values) / len(values), 3) if values else default

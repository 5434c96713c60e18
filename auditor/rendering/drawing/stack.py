"""How high everything stands: boxes below one another, lines as straight as the order lets them be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from auditor.rendering.drawing.nets import Net
from auditor.rendering.drawing.order import OUTSIDE, Unit, terminals
from auditor.rendering.drawing.ruler import Ruler
from auditor.rendering.drawing.sizes import NEST, Sizes

MARGIN: Final = 6.0
#: Between boxes, and between a box and a line that passes it.
GAP: Final = 16.0
BAND_HEAD: Final = 32.0
BAND_PAD: Final = 12.0
BAND_GAP: Final = 12.0
#: Between the edge of a box and its first or last port.
PORT_PAD: Final = 18.0
#: Between two ports, without a label between them.
STEP: Final = 23.0
#: How far boxes may be moved for a line to be straight.
STEADY: Final = 120.0
#: Two lines that bend in one gutter keep their levels at its two edges this apart.
APART: Final = 8.0

Edge = tuple[float, float]
Port = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Heights:
    """Upper and lower edges of boxes, of frames by first box and number, and of bands by column and id; heights of ports.

    A port is the side of a box (`left` or `right`), its id, and the number of the line; what passes is a port of both sides.
    """

    boxes: dict[str, Edge] = field(default_factory=dict)
    frames: dict[tuple[str, int], Edge] = field(default_factory=dict)
    bands: dict[str, Edge] = field(default_factory=dict)
    ports: dict[Port, float] = field(default_factory=dict)
    bottom: float = 0.0


class Stack:
    """The heights of one drawing."""

    def __init__(
        self, nets: Sequence[Net], order: Sequence[Sequence[Unit]], *, column: Mapping[str, int], sizes: Sizes
    ) -> None:
        self.nets, self.order, self.column, self.sizes = nets, order, column, sizes
        self.ruler = Ruler()
        self.zero = self.ruler.mark()
        self.tops: dict[str, int] = {}
        self.bottoms: dict[str, int] = {}
        self.bands: dict[str, tuple[int, int]] = {}
        self.ports: dict[Port, int] = {}
        self.place = self._places()
        self._columns()
        self._boxes()
        self._straighten()

    def _places(self) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for units in self.order:
            for number, unit in enumerate(units):
                for inner, name in enumerate(unit.names):
                    found[name] = (number, inner)
        return found

    def _columns(self) -> None:
        """Stand the units of each column below one another, within their bands."""
        below = self.ruler.below
        for units in self.order:
            last, space, band = self.zero, MARGIN, ""
            for unit in units:
                if unit.band != band:
                    if band in self.bands:
                        below(last, self.bands[band][1], space - GAP + BAND_PAD)
                        last, space = self.bands[band][1], BAND_GAP if unit.boxes else GAP
                    band = unit.band
                    if band and band not in OUTSIDE:
                        if band not in self.bands:
                            self.bands[band] = (self.ruler.mark(), self.ruler.mark())
                        below(last, self.bands[band][0], space)
                        last, space = self.bands[band][0], BAND_HEAD
                last, space = self._unit(unit, last, space)
            if band in self.bands:
                below(last, self.bands[band][1], space - GAP + BAND_PAD)

    def _unit(self, unit: Unit, last: int, space: float) -> tuple[int, float]:
        below = self.ruler.below
        if unit.passing is not None:
            mark = self.ruler.mark()
            below(last, mark, space + self._label_over(unit.passing, unit.column))
            self.ports["left", unit.names[0], unit.passing.number] = mark
            self.ports["right", unit.names[0], unit.passing.number] = mark
            return mark, GAP
        heads = sum(frame.height for frame in self.sizes.frames[unit.boxes[0].id])
        space += heads
        for box in unit.boxes:
            top, bottom = self.ruler.mark(), self.ruler.mark()
            self.tops[box.id], self.bottoms[box.id] = top, bottom
            below(last, top, space)
            below(top, bottom, self.sizes.boxes[box.id].height)
            last, space = bottom, GAP
        return last, GAP + NEST * len(unit.boxes[0].frames)

    def _label_over(self, net: Net, column: int) -> float:
        """Give the room that the label of a line needs where it passes a column: labels stand at the left of a gutter."""
        return self.sizes.label_height(net) if net.side == "left" and column == net.column - 1 else 0.0

    def labelled(self, net: Net) -> tuple[str, ...]:
        """Give the ends at the right side of which the label of a line may stand."""
        if net.side != "left":
            return net.tails
        left, _ = terminals(net, net.column - 1, self.column)
        return tuple(left)

    def _boxes(self) -> None:
        """Put the ports of each side of a box below one another, in the order of what they lead to."""
        met: dict[tuple[str, str], list[tuple[tuple[float, ...], Net]]] = defaultdict(list)
        for net in self.nets:
            for gutter in net.gutters:
                left, right = terminals(net, gutter, self.column)
                for name in left:
                    others = right or [end for end in left if end != name]
                    met["right", name].append((self._toward(others), net))
                for name in right:
                    met["left", name].append((self._toward(left), net))
        for (side, name), ports in met.items():
            if name not in self.tops:
                continue
            ports.sort(key=lambda port: (port[0], port[1].number))
            last = self.tops[name]
            for number, (_, net) in enumerate(ports):
                mark = self.ruler.mark()
                label = (
                    self.sizes.label_height(net) if side == "right" and name in self.labelled(net) else 0.0
                )
                self.ruler.below(last, mark, PORT_PAD if number == 0 else STEP + max(label - 8, 0))
                self.ports[side, name, net.number] = last = mark
            self.ruler.below(last, self.bottoms[name], PORT_PAD)

    def _toward(self, names: Sequence[str]) -> tuple[float, ...]:
        places = [self.place[name] for name in names]
        count = max(len(places), 1)
        return (sum(place[0] for place in places) / count, sum(place[1] for place in places) / count)

    def _straighten(self) -> None:
        """Level the two ends of a line in each gutter where the order allows, of a fan the trunk with one branch."""
        for net in self.nets:
            for gutter in net.gutters:
                left, right = terminals(net, gutter, self.column)
                if not right:
                    continue
                now = self.ruler.heights()
                start = self.ports["right", left[0], net.number]
                ends = [self.ports["left", name, net.number] for name in right]
                passes = [name.startswith(" ") for name in right]
                steps = sorted(
                    (not far, abs(now[start] - now[end]), end) for far, end in zip(passes, ends, strict=True)
                )
                for _, step, end in steps:
                    if step <= STEADY and self.ruler.level(start, end):
                        break

    def heights(self) -> Heights:
        """Give the heights, once no levels of two lines meet in a gutter."""
        found = self.ruler.heights()
        while self._part(found):
            found = self.ruler.heights()
        return self._read(found)

    def _part(self, found: Sequence[float]) -> bool:
        """Keep apart the levels of two lines that bend in one gutter; tell whether any had to be."""
        by_gutter: dict[int, list[tuple[Net, list[int], list[int]]]] = defaultdict(list)
        for net in self.nets:
            for gutter in net.gutters:
                left, right = terminals(net, gutter, self.column)
                a = [self.ports["right", name, net.number] for name in left]
                b = [self.ports["left", name, net.number] for name in right]
                if len({found[mark] for mark in (*a, *b)}) > 1:
                    by_gutter[gutter].append((net, a, b))
        again = False
        for lines in by_gutter.values():
            for (one, lefts, _), (two, _, rights) in product(lines, lines):
                for upper, lower in product(lefts, rights) if one is not two else ():
                    if abs(found[upper] - found[lower]) < APART:
                        again |= self.ruler.below(upper, lower, APART) or self.ruler.below(
                            lower, upper, APART
                        )
        return again

    def _read(self, found: Sequence[float]) -> Heights:
        first: dict[str, float] = {}
        last: dict[str, float] = {}
        for (_, name, _), mark in self.ports.items():
            first[name] = min(first.get(name, found[mark]), found[mark])
            last[name] = max(last.get(name, 0), found[mark])
        boxes: dict[str, Edge] = {}
        for name, mark in self.tops.items():
            low = found[self.bottoms[name]]
            wish = min(low - self.sizes.boxes[name].height, first.get(name, low) - PORT_PAD)
            boxes[name] = (max(found[mark], wish) if name in first else found[mark], low)
        frames: dict[tuple[str, int], Edge] = {}
        tops: dict[str, float] = {}
        for unit in (unit for units in self.order for unit in units if unit.boxes):
            top = self._frame(unit, boxes, frames)
            tops[unit.band] = min(tops.get(unit.band, top), top)
        bands = {band: (tops[band] - BAND_HEAD, found[bottom]) for band, (_, bottom) in self.bands.items()}
        ports = {port: found[mark] for port, mark in self.ports.items()}
        return Heights(boxes=boxes, frames=frames, bands=bands, ports=ports, bottom=max(found))

    def _frame(self, unit: Unit, boxes: Mapping[str, Edge], frames: dict[tuple[str, int], Edge]) -> float:
        """Put the frames around the boxes of a unit; give the upper edge of the outermost."""
        top, bottom = boxes[unit.names[0]][0], boxes[unit.names[-1]][1]
        for number, head in enumerate(self.sizes.frames[unit.names[0]]):
            top, bottom = top - head.height, bottom + NEST
            frames[unit.names[0], number] = (top, bottom)
        return top

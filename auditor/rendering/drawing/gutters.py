"""How far right everything stands: how wide each gutter is for the labels and the bends in it, and where each line bends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from auditor.rendering.drawing.nets import Net
from auditor.rendering.drawing.order import Unit, terminals
from auditor.rendering.drawing.placed import Line, Mark, Text, Way
from auditor.rendering.drawing.sizes import NEST, Lined, Sizes, chip_text, chip_width
from auditor.rendering.drawing.stack import BAND_PAD, MARGIN, Heights

TRACK: Final = 12.0
#: Between a box and the chip beside it, and between a chip and what follows.
CHIP_GAP: Final = 6.0
#: At the edges of a gutter, for the tips of arrows.
EDGE: Final = 14.0
#: Bends of two lines in one track keep this apart.
APART: Final = 10.0


class Gutters:
    """The edges of columns and bands, and the lines with their chips and labels."""

    def __init__(
        self,
        nets: Sequence[Net],
        order: Sequence[Sequence[Unit]],
        *,
        column: Mapping[str, int],
        sizes: Sizes,
        heights: Heights,
    ) -> None:
        self.nets, self.order, self.column, self.sizes, self.heights = nets, order, column, sizes, heights
        self.nest = {box.id: len(box.frames) for units in order for unit in units for box in unit.boxes}
        self.band = {box.id: box.band for units in order for unit in units for box in unit.boxes}
        self.bands_in = [{unit.band for unit in units if unit.boxes and unit.band} for units in order]
        self.tracks: dict[tuple[int, int], tuple[bool, int]] = {}
        self.counts: dict[int, tuple[int, int]] = {}
        self.lefts: list[float] = []
        self.band_right: list[float] = []
        self.band_left: list[float] = []
        self.width = 2 * MARGIN
        #: Where the bends of each gutter begin, those inside a band and the others.
        self.start: list[tuple[float, float]] = []
        for gutter in range(len(order)):
            self._assign(gutter)
        self._across()

    def _in(self, gutter: int) -> list[Net]:
        return [net for net in self.nets if gutter in net.gutters]

    def levels(self, net: Net, gutter: int) -> tuple[dict[str, float], dict[str, float]]:
        """Give the heights at which a line meets the left and the right edge of a gutter, by what it meets there."""
        left, right = terminals(net, gutter, self.column)
        ports = self.heights.ports
        return (
            {name: ports["right", name, net.number] for name in left},
            {name: ports["left", name, net.number] for name in right},
        )

    def _inner(self, net: Net) -> bool:
        """Tell whether a line bends inside the band of the boxes it joins."""
        return net.side == "loop" and len({self.band[end] for end in net.ends}) == 1

    def _assign(self, gutter: int) -> None:
        """Give each line that bends a track: the first where it meets no other, those inside a band apart."""
        spans: dict[bool, list[tuple[tuple[float, ...], float, float, int]]] = defaultdict(list)
        for net in self._in(gutter):
            left, right = self.levels(net, gutter)
            low, high = min([*left.values(), *right.values()]), max([*left.values(), *right.values()])
            if high - low > 0.5:
                start, end = _mean(left.values()), _mean(right.values() or left.values())
                falls = end > start
                spans[self._inner(net)].append(((falls, -start if falls else start), low, high, net.number))
        for inner, found in spans.items():
            taken: list[list[tuple[float, float]]] = []
            for _, low, high, number in sorted(found):
                track = next(
                    (
                        n
                        for n, runs in enumerate(taken)
                        if all(high + APART < a or b + APART < low for a, b in runs)
                    ),
                    len(taken),
                )
                if track == len(taken):
                    taken.append([])
                taken[track].append((low, high))
                self.tracks[gutter, number] = (inner, track)
            self.counts[gutter] = (
                len(taken) if inner else self.counts.get(gutter, (0, 0))[0],
                len(taken) if not inner else self.counts.get(gutter, (0, 0))[1],
            )

    def _across(self) -> None:
        x = MARGIN + (BAND_PAD if self.bands_in and self.bands_in[0] else 0)
        for gutter in range(len(self.order)):
            self.lefts.append(x)
            self.band_left.append(x - (self._chips_left(gutter) or BAND_PAD))
            right = x + self.sizes.widths[gutter]
            words = self._words(gutter)
            inner, outer = self.counts.get(gutter, (0, 0))
            last = gutter == len(self.order) - 1
            edge = bool(self.bands_in[gutter]) and (
                last or not self.bands_in[gutter] & self.bands_in[gutter + 1]
            )
            start = right + (words or (EDGE if inner else 0))
            after = start + TRACK * inner
            band = max(after + (6 if words or inner else 0), right + BAND_PAD) if edge else after
            self.band_right.append(band)
            outside = band + (8 if edge and outer else 0)
            self.start.append((start, outside))
            end = outside + TRACK * outer
            if last:
                self.width = end + MARGIN
            else:
                room = (self._chips_left(gutter + 1) or EDGE) + (BAND_PAD if self._enters(gutter) else 0)
                x = max(end + room, right + 3 * EDGE)

    def _enters(self, gutter: int) -> bool:
        """Tell whether a band begins at the right of a gutter."""
        return bool(self.bands_in[gutter + 1] - self.bands_in[gutter])

    def _chips_left(self, column: int) -> float:
        """Give the room that chips take at the left of a column: those of lines that leave it to the left."""
        wide = [
            chip_width(chip_text(net)) for net in self.nets if net.side == "left" and net.column == column
        ]
        return max(wide) + 2 * CHIP_GAP if wide else 0.0

    def _words(self, gutter: int) -> float:
        """Give the room that chips and labels take at the left of a gutter."""
        found = [0.0]
        for net in self.nets:
            if net.column == gutter and net.side != "left":
                label = self.sizes.label_width(net)
                found.append(chip_width(chip_text(net)) + 2 * CHIP_GAP + (label + CHIP_GAP if label else 0))
            elif net.side == "left" and net.column == gutter + 1:
                found.append(self.sizes.label_width(net) + 3 * CHIP_GAP)
        return max(found)

    def side(self, name: str, *, right: bool) -> float:
        """Give where the right or left side of a box is; what passes a column is passed from its left side on."""
        if name.startswith(" "):
            return self.lefts[int(name.split(" ")[2])]
        column, inset = self.column[name], NEST * self.nest[name]
        return self.lefts[column] + (self.sizes.widths[column] - inset if right else inset)

    def line(self, net: Net) -> Line:
        """Give a line with its branches."""
        ways: list[Way] = []
        for way in (way for gutter in net.gutters for way in self._ways(net, gutter)):
            before = next((n for n, known in enumerate(ways) if _follows(known, way)), None)
            if before is None:
                ways.append(way)
            else:
                ways[before] = Way((*ways[before].points, *way.points[1:]), way.tip)
        return Line(
            kind=net.kind, grave=net.grave, ends=frozenset(net.ends), flows=net.flows, ways=tuple(ways)
        )

    def _ways(self, net: Net, gutter: int) -> list[Way]:
        left, right = self.levels(net, gutter)
        starts = [
            ((self.side(name, right=True), y), self._tip(net, name, right=False)) for name, y in left.items()
        ]
        ends = [
            ((self.side(name, right=False), y), self._tip(net, name, right=True)) for name, y in right.items()
        ]
        if (gutter, net.number) not in self.tracks:
            (a, tip_a), (b, tip_b) = starts[0], ends[0]
            return [Way((b, a), tip_a) if tip_a else Way((a, b), tip_b)]
        inner, track = self.tracks[gutter, net.number]
        x = self.start[gutter][0 if inner else 1] + TRACK * (track + 0.5)
        every = sorted([*starts, *ends], key=lambda end: (end[0][1], end[0][0]))
        (top, top_tip), (bottom, bottom_tip) = every[0], every[-1]
        trunk = (top, (x, top[1]), (x, bottom[1]), bottom)
        rest = every[1:-1]
        if top_tip and not bottom_tip:
            first = [Way(trunk[::-1], tip=True)]
        elif bottom_tip and top_tip:
            first = [Way(trunk[1:], tip=True), Way((trunk[1], top), tip=True)]
        else:
            first = [Way(trunk, bottom_tip)]
        return [*first, *(Way(((x, at[1]), at), tip) for at, tip in rest)]

    def _tip(self, net: Net, name: str, *, right: bool) -> bool:
        if name not in net.heads:
            return False
        return right == (net.side == "right")

    def chips(self, net: Net) -> list[Mark]:
        """Give the chips of a line, one at each tail."""
        text = chip_text(net)
        wide = chip_width(text)
        found = []
        for tail in net.tails:
            edge = self.lefts[net.column]
            right = net.side != "left"
            x = (
                edge + self.sizes.widths[net.column] + CHIP_GAP + wide / 2
                if right
                else edge - CHIP_GAP - wide / 2
            )
            y = self.heights.ports["right" if right else "left", tail, net.number]
            found.append(Mark(text, round(x, 1), round(y, 1), wide))
        return found

    def label(self, net: Net, lined: Iterable[Lined]) -> list[Text]:
        """Give the label of a line: over its first part, at the left of its gutter."""
        gutter = net.column - 1 if net.side == "left" else net.column
        left, _ = self.levels(net, gutter)
        names = [name for name in left if name in net.tails] if net.side != "left" else list(left)
        y = min(left[name] for name in names)
        x = self.lefts[gutter] + self.sizes.widths[gutter]
        x += chip_width(chip_text(net)) + 2 * CHIP_GAP if net.side != "left" else 2 * CHIP_GAP
        return [
            Text(
                words=line.words,
                tone=line.tone,
                x=round(x, 1),
                y=round(y + line.down, 1),
                room=line.room,
                whole=line.whole,
            )
            for line in lined
        ]


def _follows(one: Way, two: Way) -> bool:
    """Tell whether one part of a line goes on in another."""
    return not one.tip and one.points[-1] == two.points[0]


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)

"""Where everything goes: bands above one another, boxes in columns, arrows only in the gutters between them.

People stand at the left, outside every band. An arrow leaves a box sideways into the gutter beside it; it changes column
only in the horizontal gutters between bands. So no arrow can pass through a box, and since what leaves to the right and
what leaves to the left stand on different rows, no two of them lie on one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar

from auditor.rendering.drawing.columns import columns
from auditor.rendering.drawing.scene import Arrow, Box, Scene
from auditor.rendering.drawing.text_metrics import wrapped

COLUMN: Final = 190.0
#: Everything stands on rows of this height; an arrow to the right takes the first half of a row, one to the left the second.
ROW: Final = 20.0
TRACK: Final = 9.0
#: Arrows along a horizontal gutter run at the edges and middles of rows, where none leaves a box.
BUS: Final = ROW / 2
INSET: Final = 8.0
LINE: Final = 14.0
SIZE: Final = 12.0
MARGIN: Final = 12.0
BAND_HEAD: Final = 2 * ROW

Side = Literal["left", "right"]
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle that shows something; `parent` is the id of the box around a host."""

    id: str
    kind: Literal["band", "people", "organisation", "host"]
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    label: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow with its corners, the last of them its tip."""

    arrow: Arrow
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """A number on an arrow, by its middle."""

    text: str
    severity: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Plan:
    """A drawing with its positions."""

    scene: Scene
    width: float
    height: float
    rects: tuple[Rect, ...]
    lines: tuple[Line, ...]
    badges: tuple[Badge, ...]


@dataclass(slots=True)
class _Port:
    slot: str
    side: Side
    arrow: int
    y: float = 0.0


@dataclass(slots=True)
class _Seat:
    """A box with its column and the rows of its parts."""

    box: Box
    column: int
    band: int
    label: tuple[str, ...] = ()
    parts: list[tuple[str, int, tuple[str, ...]]] = field(default_factory=list)
    y: float = 0.0

    @property
    def height(self) -> float:
        return ROW * sum(rows for _, rows, _ in self.parts) + (INSET if len(self.parts) > 1 else 0)


def badge_width(text: str) -> float:
    """Give how wide a badge with `text` is."""
    return max(16.0, 6.5 * len(text) + 6)


def plan(scene: Scene) -> Plan:
    """Give `scene` with positions."""
    return _Planner(scene).plan()


class _Planner:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.column = columns(scene)
        self.bands = {band: number for number, (band, _) in enumerate(scene.bands)}
        self.house = {
            part: box.id for box in scene.boxes for part in (box.id, *(slot.id for slot in box.slots))
        }
        self.last = max(self.column.values(), default=0)
        self.seats = {
            box.id: _Seat(box, self.column[box.id], self.bands.get(box.band, -1) if box.band else -1)
            for box in scene.boxes
        }
        self.ports: dict[tuple[str, Side], list[_Port]] = defaultdict(list)
        self.tails: list[_Port] = []
        self.heads: list[_Port] = []
        self._open_ports()
        self._fill()

    def _open_ports(self) -> None:
        for number, arrow in enumerate(self.scene.arrows):
            a, b = self.column[self.house[arrow.tail]], self.column[self.house[arrow.head]]
            leaves: Side = "left" if b < a else "right"
            enters: Side = "left" if b > a else "right"
            tail, head = _Port(arrow.tail, leaves, number), _Port(arrow.head, enters, number)
            self.tails.append(tail)
            self.heads.append(head)
            self.ports[arrow.tail, leaves].append(tail)
            self.ports[arrow.head, enters].append(head)

    def _fill(self) -> None:
        for seat in self.seats.values():
            box = seat.box
            lines = wrapped(box.label, COLUMN - 2 * INSET, 2, SIZE, bold=True)
            seat.parts.append((box.id, max(len(lines) if box.slots else 2, self._needed(box.id)), lines))
            for slot in box.slots:
                lines = wrapped(slot.label, COLUMN - 4 * INSET, 2, SIZE)
                seat.parts.append((slot.id, max(2, self._needed(slot.id)), lines))

    def _needed(self, part: str) -> int:
        return max(len(self.ports.get((part, "left"), ())), len(self.ports.get((part, "right"), ())))

    def plan(self) -> Plan:
        """Give every position, in four steps: order, rows, tracks, coordinates."""
        stacks = self._stacks()
        buses = self._buses()
        tops, bus_y = self._rows(stacks, buses)
        for _ in range(4):
            middle = {name: seat.y + seat.height / 2 for name, seat in self.seats.items()}
            for key, stack in stacks.items():
                stack.sort(key=lambda seat: (self._pull(seat, middle), seat.box.id))
                stacks[key] = stack
            tops, bus_y = self._rows(stacks, buses)
        self._people()
        self._place_ports()
        return self._coordinates(tops, buses, bus_y)

    def _stacks(self) -> dict[tuple[int, int], list[_Seat]]:
        stacks: dict[tuple[int, int], list[_Seat]] = defaultdict(list)
        for seat in self.seats.values():
            if seat.band >= 0:
                stacks[seat.band, seat.column].append(seat)
        return stacks

    def _near(self, seat: _Seat) -> Iterable[str]:
        for arrow in self.scene.arrows:
            a, b = self.house[arrow.tail], self.house[arrow.head]
            if a == seat.box.id != b:
                yield b
            elif b == seat.box.id != a:
                yield a

    def _pull(self, seat: _Seat, middle: dict[str, float]) -> float:
        pulls = [middle[name] for name in self._near(seat) if self.seats[name].band >= 0]
        return round(sum(pulls) / len(pulls), 1) if pulls else middle[seat.box.id]

    def _buses(self) -> dict[int, tuple[int, int, int]]:
        """Give, for each arrow that changes column over others, its bus, and the gutters it leaves and enters it by."""
        found = {}
        mean = len(self.bands) / 2
        for number, (tail, head) in enumerate(zip(self.tails, self.heads, strict=True)):
            a, b = self.seats[self.house[tail.slot]], self.seats[self.house[head.slot]]
            first = a.column + (tail.side == "right")
            last = b.column + (head.side == "right")
            if first == last:
                continue
            if a.band >= 0 and b.band >= 0:
                bus = a.band + 1 if a.band < b.band else a.band
            else:
                band = max(a.band, b.band)
                bus = band if band + 0.5 > mean else band + 1
            found[number] = (bus, first, last)
        return found

    def _bus_tracks(self, buses: dict[int, tuple[int, int, int]]) -> tuple[dict[int, int], dict[int, int]]:
        spans: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
        for number, (bus, first, last) in buses.items():
            spans[bus].append((min(first, last), max(first, last), number))
        track: dict[int, int] = {}
        count: dict[int, int] = {}
        for bus, spread in spans.items():
            found = _tracks(spread, 0)
            track.update(found)
            count[bus] = max(found.values()) + 1
        return track, count

    def _rows(
        self, stacks: dict[tuple[int, int], list[_Seat]], buses: dict[int, tuple[int, int, int]]
    ) -> tuple[list[tuple[float, float]], dict[int, float]]:
        """Give top and height of each band, and the height at which each arrow runs along its bus; place the boxes."""
        track, count = self._bus_tracks(buses)
        y = ROW
        tops: list[tuple[float, float]] = []
        starts: dict[int, float] = {}
        for band in range(len(self.bands) + 1):
            starts[band] = y + BUS
            y += _up(BUS * (count.get(band, 0) + 1))
            if band == len(self.bands):
                break
            bottom = top = y
            for column in range(self.last + 1):
                row = top + BAND_HEAD
                for seat in stacks.get((band, column), ()):
                    seat.y = row
                    row = _up(row + seat.height) + ROW
                bottom = max(bottom, row)
            tops.append((top, bottom - top))
            y = bottom
        self.bottom = y
        return tops, {number: starts[bus] + BUS * track[number] for number, (bus, _, _) in buses.items()}

    def _people(self) -> None:
        seats = [seat for seat in self.seats.values() if seat.band < 0]
        middle = {name: seat.y + seat.height / 2 for name, seat in self.seats.items() if seat.band >= 0}
        wish = {}
        for seat in seats:
            pulls = [middle[name] for name in self._near(seat) if name in middle]
            wish[seat.box.id] = (sum(pulls) / len(pulls) if pulls else 0) - seat.height / 2
        row = 2 * ROW
        for seat in sorted(seats, key=lambda s: (wish[s.box.id], s.box.id)):
            seat.y = max(row, _up(wish[seat.box.id]))
            row = _up(seat.y + seat.height) + ROW
        self.bottom = max(self.bottom, row)

    def _place_ports(self) -> None:
        middle = {}
        for seat in self.seats.values():
            y = seat.y
            for name, rows, _ in seat.parts:
                middle[name] = (y, rows)
                y += ROW * rows
        for (name, side), ports in self.ports.items():
            if not ports:
                continue
            top, rows = middle[name]
            ports.sort(key=lambda port: (middle[self._other(port)][0], port.arrow))
            start = top + ROW * ((rows - len(ports)) // 2) + (5 if side == "right" else 15)
            for number, port in enumerate(ports):
                port.y = start + ROW * number

    def _other(self, port: _Port) -> str:
        arrow = self.scene.arrows[port.arrow]
        return arrow.head if self.tails[port.arrow] is port else arrow.tail

    def _coordinates(
        self, tops: list[tuple[float, float]], buses: dict[int, tuple[int, int, int]], bus_y: dict[int, float]
    ) -> Plan:
        runs: dict[int, list[tuple[float, float, tuple[int, int]]]] = defaultdict(list)
        room = {gutter: [12.0, 12.0] for gutter in range(self.last + 2)}
        for number, arrow in enumerate(self.scene.arrows):
            tail, head = self.tails[number], self.heads[number]
            first = self.column[self.house[tail.slot]] + (tail.side == "right")
            if number in buses:
                _, one, two = buses[number]
                runs[one].append((*sorted((tail.y, bus_y[number])), (number, 0)))  # type: ignore[arg-type]
                runs[two].append((*sorted((bus_y[number], head.y)), (number, 1)))  # type: ignore[arg-type]
            else:
                runs[first].append((*sorted((tail.y, head.y)), (number, 0)))  # type: ignore[arg-type]
            if arrow.badge:
                edge = 0 if tail.side == "right" else 1
                room[first][edge] = max(room[first][edge], badge_width(arrow.badge) + 8)
        track: dict[tuple[int, int], float] = {}
        lefts: list[float] = []
        x = MARGIN
        for gutter in range(self.last + 2):
            found = _tracks(runs.get(gutter, ()), 4)
            start = x + (room[gutter][0] if found or gutter else 0)
            for key, lane in found.items():
                track[key] = start + TRACK * (lane + 0.5)
            x = (
                start
                + TRACK * (max(found.values(), default=-1) + 1)
                + (room[gutter][1] if found or gutter else 0)
            )
            lefts.append(x)
            x += COLUMN
        width = lefts[-1] if runs.get(self.last + 1) else lefts[-1] - 12
        return self._plan(
            tops,
            track=track,
            lefts=lefts,
            buses=buses,
            bus_y=bus_y,
            width=max(width, lefts[self.last] + COLUMN) + MARGIN,
        )

    def _plan(
        self,
        tops: list[tuple[float, float]],
        track: dict[tuple[int, int], float],
        lefts: Sequence[float],
        buses: dict[int, tuple[int, int, int]],
        bus_y: dict[int, float],
        width: float,
    ) -> Plan:
        rects = self._bands(tops, lefts, width)
        for seat in self.seats.values():
            rects.extend(_boxes(seat, lefts[seat.column]))
        sides = {
            part: {"left": lefts[seat.column] + step, "right": lefts[seat.column] + COLUMN - step}
            for seat in self.seats.values()
            for part, step in ((name, 0.0 if name == seat.box.id else INSET) for name, _, _ in seat.parts)
        }
        lines: list[Line] = []
        badges: list[Badge] = []
        for number, arrow in enumerate(self.scene.arrows):
            tail, head = self.tails[number], self.heads[number]
            start, end = (sides[tail.slot][tail.side], tail.y), (sides[head.slot][head.side], head.y)
            one = track[number, 0]
            middle = [(one, tail.y), (one, head.y)]
            if number in buses:
                two = track[number, 1]
                middle = [(one, tail.y), (one, bus_y[number]), (two, bus_y[number]), (two, head.y)]
            lines.append(Line(arrow, _rounded([start, *middle, end])))
            if arrow.badge:
                badges.append(self._badge(arrow, tail, lefts[self.column[self.house[tail.slot]]]))
        return Plan(
            scene=self.scene,
            width=round(width, 1),
            height=round(self.bottom + MARGIN, 1),
            rects=tuple(rects),
            lines=tuple(lines),
            badges=tuple(badges),
        )

    def _bands(self, tops: list[tuple[float, float]], lefts: Sequence[float], width: float) -> list[Rect]:
        rects: list[Rect] = []
        edge = lefts[min((seat.column for seat in self.seats.values() if seat.band >= 0), default=0)] - 8
        for (name, label), (top, height) in zip(self.scene.bands, tops, strict=True):
            words = wrapped(label, COLUMN - INSET, 1, SIZE, bold=True)
            rects.append(
                Rect(
                    id=name,
                    kind="band",
                    x=edge,
                    y=top,
                    width=width - MARGIN / 2 - edge,
                    height=height - ROW / 2,
                    lines=words,
                    label=label,
                )
            )
        return rects

    def _badge(self, arrow: Arrow, tail: _Port, column: float) -> Badge:
        """Give the badge of `arrow` beside the column it leaves."""
        wide = badge_width(arrow.badge)
        at = column + COLUMN + wide / 2 + 3 if tail.side == "right" else column - wide / 2 - 3
        return Badge(
            text=arrow.badge, severity=arrow.severity, x=round(at, 1), y=round(tail.y, 1), width=wide
        )


def _boxes(seat: _Seat, x: float) -> Iterable[Rect]:
    box = seat.box
    kind: Literal["people", "organisation"] = "organisation" if box.band else "people"
    yield Rect(
        id=box.id,
        kind=kind,
        x=round(x, 1),
        y=seat.y,
        width=COLUMN,
        height=seat.height,
        lines=seat.parts[0][2],
        label=box.label,
    )
    y = seat.y + ROW * seat.parts[0][1]
    for (name, rows, lines), slot in zip(seat.parts[1:], box.slots, strict=True):
        yield Rect(
            id=name,
            kind="host",
            x=round(x + INSET, 1),
            y=y + 1,
            width=COLUMN - 2 * INSET,
            height=ROW * rows - 2,
            lines=lines,
            label=slot.label,
            parent=box.id,
        )
        y += ROW * rows


def _up(value: float) -> float:
    return -(-value // ROW) * ROW


def _rounded(points: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    found: list[tuple[float, float]] = []
    for x, y in points:
        point = (round(x, 1), round(y, 1))
        if not found or point != found[-1]:
            found.append(point)
    return tuple(found)


def _tracks(spans: Iterable[tuple[float, float, K]], gap: float) -> dict[K, int]:
    """Give each span a track on which it overlaps no other, the first free one."""
    ends: list[float] = []
    found: dict[K, int] = {}
    for low, high, key in sorted(spans, key=lambda span: (span[0], span[1], str(span[2]))):
        track = next((n for n, end in enumerate(ends) if end + gap < low), len(ends))
        if track == len(ends):
            ends.append(high)
        else:
            ends[track] = high
        found[key] = track
    return found

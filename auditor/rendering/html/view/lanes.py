"""The drawing as a list of bands, for screens that it does not fit on: the same boxes, frames, letters and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from auditor.rendering.drawing.placed import Plan
from auditor.rendering.drawing.scene import Arrow, Box, Words
from auditor.text.typography import NO_BREAK


class Chip(Struct, frozen=True):
    """The number of a flow; `grave` tells that its line is red in the drawing."""

    number: int
    grave: bool


class LaneBox(Struct, frozen=True, kw_only=True):
    """A box: its name, what is said in it, its letters, who controls it from the outside in, the flows it gets and sends."""

    name: str
    host: bool
    words: Sequence[Words]
    letters: Sequence[str]
    frames: Sequence[str]
    gets: Sequence[Chip]
    sends: Sequence[Chip]


class Lane(Struct, frozen=True):
    """The boxes under the law of one country; people are in a lane of their own, without a country."""

    country: str
    boxes: Sequence[LaneBox]


def lanes(plan: Plan) -> list[Lane]:
    """Give the bands of a drawing with their boxes, people first, in the order in which the drawing is read."""
    scene = plan.scene
    corner = {rect.id: (rect.x, rect.y) for rect in plan.rects}
    bands = sorted(scene.bands, key=lambda band: (band.rank, corner[band.id], band.id))
    in_order = sorted(scene.boxes, key=lambda box: (corner[box.id], box.id))
    gets: dict[str, list[Arrow]] = {}
    sends: dict[str, list[Arrow]] = {}
    for arrow in scene.arrows:
        sends.setdefault(arrow.tail, []).append(arrow)
        gets.setdefault(arrow.head, []).append(arrow)
    found = []
    for country, label in [("", ""), *((band.id, band.label) for band in bands)]:
        boxes = [
            _box(box, gets.get(box.id, ()), sends.get(box.id, ())) for box in in_order if box.band == country
        ]
        if boxes:
            found.append(Lane(label, boxes))
    return found


def _box(box: Box, gets: Iterable[Arrow], sends: Iterable[Arrow]) -> LaneBox:
    return LaneBox(
        name=box.name,
        host=box.kind == "host",
        words=box.words[1:],
        letters=box.letters,
        frames=[" ".join(lines).replace(NO_BREAK, " ") for lines in reversed(box.frames)],
        gets=_chips(gets),
        sends=_chips(sends),
    )


def _chips(arrows: Iterable[Arrow]) -> list[Chip]:
    grave: dict[int, bool] = {}
    for arrow in arrows:
        for number in arrow.flows:
            grave[number] = grave.get(number, False) or arrow.grave
    return [Chip(number, grave[number]) for number in sorted(grave)]

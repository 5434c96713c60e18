"""The plan of a drawing, from the order of its columns, its sizes, its heights and its gutters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from auditor.rendering.drawing.gutters import Gutters
from auditor.rendering.drawing.order import Unit
from auditor.rendering.drawing.placed import Line, Mark, Plan, Rect, RectKind, Text, Way
from auditor.rendering.drawing.scene import Box, Scene
from auditor.rendering.drawing.sizes import (
    LETTER,
    NEST,
    PAD,
    Filled,
    Sizes,
    letter_width,
    letters_width,
)
from auditor.rendering.drawing.stack import MARGIN
from auditor.rendering.drawing.text_metrics import wrapped

BAND_TEXT: Final = 13.5


def placed(scene: Scene, order: Sequence[Sequence[Unit]], sizes: Sizes, gutters: Gutters) -> Plan:
    """Give `scene` with positions."""
    rects: list[Rect] = []
    texts: list[Text] = []
    letters: list[Mark] = []
    for band in _bands(scene, order, gutters):
        rects.append(band)
        label = next(b.label for b in scene.bands if b.id == band.id)
        room = band.width - 2 * PAD
        (words,) = wrapped(label, room, 1, BAND_TEXT, bold=True)
        whole = label if words != label else ""
        texts.append(
            Text(
                words=words,
                tone="band",
                x=round(band.x + PAD, 1),
                y=round(band.y + 21, 1),
                room=room,
                within=band.id,
                whole=whole,
            )
        )
    for column, units in enumerate(order):
        for unit in units:
            if unit.boxes:
                _unit(unit, column, sizes=sizes, gutters=gutters, into=(rects, texts, letters))
    lines = [_tenths(gutters.line(net)) for net in gutters.nets]
    for net in gutters.nets:
        texts.extend(gutters.label(net, sizes.labels[net.number]))
    return Plan(
        scene=scene,
        width=round(gutters.width, 1),
        height=round(gutters.heights.bottom + MARGIN, 1),
        rects=tuple(rects),
        texts=tuple(texts),
        lines=tuple(lines),
        chips=tuple(chip for net in gutters.nets for chip in gutters.chips(net)),
        letters=tuple(letters),
    )


def _tenths(line: Line) -> Line:
    ways = tuple(Way(tuple((round(x, 1), round(y, 1)) for x, y in way.points), way.tip) for way in line.ways)
    return replace(line, ways=ways)


def _bands(scene: Scene, order: Sequence[Sequence[Unit]], gutters: Gutters) -> Iterator[Rect]:
    for band in scene.bands:
        columns = [
            n for n, units in enumerate(order) if any(unit.band == band.id and unit.boxes for unit in units)
        ]
        x, right = gutters.band_left[columns[0]], gutters.band_right[columns[-1]]
        top, bottom = gutters.heights.bands[band.id]
        yield _rect(band.id, "band", (x, right), (top, bottom))


def _unit(
    unit: Unit,
    column: int,
    *,
    sizes: Sizes,
    gutters: Gutters,
    into: tuple[list[Rect], list[Text], list[Mark]],
) -> None:
    rects, texts, letters = into
    first = unit.boxes[0]
    left, wide = gutters.lefts[column], sizes.widths[column]
    heads = sizes.frames[first.id]
    for number in reversed(range(len(heads))):
        top, bottom = gutters.heights.frames[first.id, number]
        inset = NEST * (len(heads) - 1 - number)
        across = (left + inset, left + wide - inset)
        frame = _rect(f"{first.id} {number}", "frame", across, (top, bottom))
        rects.append(frame)
        texts.extend(_texts(heads[number], frame))
    for box in unit.boxes:
        top, bottom = gutters.heights.boxes[box.id]
        inset = NEST * len(heads)
        rect = _rect(box.id, box.kind, (left + inset, left + wide - inset), (top, bottom))
        rects.append(rect)
        texts.extend(_texts(sizes.boxes[box.id], rect))
        letters.extend(_letters(box, rect, sizes.boxes[box.id]))


def _rect(name: str, kind: RectKind, across: tuple[float, float], down: tuple[float, float]) -> Rect:
    (left, right), (top, bottom) = across, down
    return Rect(
        id=name,
        kind=kind,
        x=round(left, 1),
        y=round(top, 1),
        width=round(right - left, 1),
        height=round(bottom - top, 1),
    )


def _texts(filled: Filled, rect: Rect) -> Iterable[Text]:
    for line in filled.lines:
        yield Text(
            words=line.words,
            tone=line.tone,
            x=round(rect.x + PAD, 1),
            y=round(rect.y + line.down, 1),
            room=line.room,
            within=rect.id,
            whole=line.whole,
        )


def _letters(box: Box, rect: Rect, filled: Filled) -> Iterable[Mark]:
    if filled.letters is None:
        x = rect.x + rect.width - 5 - letters_width(box.letters) + 3
        for letter in box.letters:
            wide = letter_width(letter)
            yield Mark(letter, round(x + wide / 2, 1), round(rect.y + 6 + LETTER / 2, 1), wide)
            x += wide + 3
        return
    x, y = rect.x + PAD, rect.y + filled.letters
    for letter in box.letters:
        wide = letter_width(letter)
        if x + wide > rect.x + rect.width - PAD:
            x, y = rect.x + PAD, y + LETTER + 3
        yield Mark(letter, round(x + wide / 2, 1), round(y + LETTER / 2, 1), wide)
        x += wide + 3

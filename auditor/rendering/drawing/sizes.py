"""How much room texts take: lines of boxes, frames and labels, wrapped to the width of their column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from auditor.rendering.drawing.nets import Net, numbers
from auditor.rendering.drawing.order import Unit
from auditor.rendering.drawing.placed import TextTone
from auditor.rendering.drawing.scene import Box, Tone
from auditor.rendering.drawing.text_metrics import breadth, wrapped

PEOPLE: Final = 112.0
WIDE: Final = 172.0
#: From how many columns on boxes are narrower.
MANY: Final = 5
NARROW: Final = 160.0
#: How far a frame stands from what is in it.
NEST: Final = 10.0
PAD: Final = 10.0
NAME: Final = 13.0
SMALL: Final = 12.0
NAME_LINE: Final = 16.0
TEXT_LINE: Final = 15.0
LABEL_LINE: Final = 14.0
LABEL: Final = 112.0
LABEL_LINES: Final = 3
#: How wide a label is that would be cut otherwise.
LABEL_WIDE: Final = 160.0
CHIP: Final = 20.0
LETTER: Final = 18.0
#: How much room a name needs for letters to stand beside it; else they stand under everything.
BESIDE: Final = 80.0
#: How many lines a text of a box has at most.
LINES: Final[dict[Tone, int]] = {"name": 3, "plain": 4, "soft": 2, "grave": 3}
SAID: Final[dict[Tone, TextTone]] = {"name": "name", "plain": "plain", "soft": "soft", "grave": "grave"}


@dataclass(frozen=True, slots=True)
class Lined:
    """A text as a line, from the top of what holds it to its baseline; `whole` where something of it is cut."""

    words: str
    tone: TextTone
    down: float
    room: float
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """The lines in a box or at the head of a frame, and how high they are; letters stand at `letters` from the top, if beneath."""

    lines: tuple[Lined, ...]
    height: float
    letters: float | None = None


class Sizes:
    """The widths of columns and everything that is written, wrapped."""

    def __init__(self, nets: Sequence[Net], order: Sequence[Sequence[Unit]]) -> None:
        nest = [max((len(box.frames) for unit in units for box in unit.boxes), default=0) for units in order]
        wide = NARROW if len(order) >= MANY else WIDE
        self.widths = [
            PEOPLE if all(not box.band for unit in units for box in unit.boxes) else wide + 2 * NEST * deep
            for units, deep in zip(order, nest, strict=True)
        ]
        self.boxes: dict[str, Filled] = {}
        self.frames: dict[str, tuple[Filled, ...]] = {}
        for width, units in zip(self.widths, order, strict=True):
            for unit in units:
                for box in unit.boxes:
                    self.boxes[box.id] = _box(box, width - 2 * NEST * len(box.frames))
                if unit.boxes:
                    self.frames[unit.boxes[0].id] = _frames(unit.boxes[0], width)
        self.labels = {net.number: _label(net) for net in nets}

    def label_height(self, net: Net) -> float:
        """Give how high the label over a line stands."""
        return LABEL_LINE * len(self.labels[net.number])

    def label_width(self, net: Net) -> float:
        """Give how wide the label over a line is."""
        return max((breadth(line.words, SMALL) for line in self.labels[net.number]), default=0.0)


def chip_text(net: Net) -> str:
    """Give what stands on the chip of a line: its numbers, or how many there are."""
    return numbers(net.flows) or f"{len(net.flows)} ×"


def chip_width(text: str) -> float:
    """Give how wide a chip with `text` is."""
    return max(CHIP, round(breadth(text, 11.5, bold=True) + 10, 1))


def letter_width(text: str) -> float:
    """Give how wide the black chip of a letter is."""
    return LETTER + 8 * (len(text) - 1)


def letters_width(letters: Sequence[str]) -> float:
    """Give how wide a row of letters is."""
    return sum(letter_width(letter) + 3 for letter in letters)


def _lines(text: str, width: float, most: int, *, size: float, bold: bool) -> list[tuple[str, str]]:
    found = wrapped(text, width, most, size, bold=bold)
    cut = text if found[-1].endswith("…") and " ".join(found) != text else ""
    return [(line, cut if number == 0 else "") for number, line in enumerate(found)]


def _box(box: Box, width: float) -> Filled:
    room = width - 2 * PAD
    named = room - letters_width(box.letters)
    beside = named >= BESIDE
    named = named if beside else room
    found: list[Lined] = []
    down = PAD - 4
    before: Tone = "name"
    for words in box.words:
        name = words.tone == "name"
        step = NAME_LINE if name else TEXT_LINE
        if words.tone != before and not name and before != "grave":
            down += 3
        before = words.tone
        wide = named if name else room
        bold = words.tone in ("name", "grave")
        for line, cut in _lines(words.text, wide, LINES[words.tone], size=NAME if name else SMALL, bold=bold):
            down += step
            found.append(Lined(line, SAID[words.tone], down=down, room=wide, whole=cut))
    under = None
    if box.letters and not beside:
        under = down + 6
        rows, x = 1, 0.0
        for letter in box.letters:
            x += letter_width(letter) + 3
            if x > room:
                rows, x = rows + 1, letter_width(letter) + 3
        down = under + rows * (LETTER + 3)
    return Filled(tuple(found), down + PAD, under)


def _frames(box: Box, width: float) -> tuple[Filled, ...]:
    """Give the heads of the frames around a box, from the inside out."""
    found = []
    for number, texts_of in enumerate(box.frames):
        room = width - 2 * NEST * (len(box.frames) - 1 - number) - 2 * PAD
        down = 1.0
        lines: list[Lined] = []
        for text in texts_of:
            for line, cut in _lines(text, room, 4, size=SMALL, bold=True):
                down += TEXT_LINE
                lines.append(Lined(line, "control", down=down, room=room, whole=cut))
        found.append(Filled(tuple(lines), down + 6))
    return tuple(found)


def _label(net: Net) -> tuple[Lined, ...]:
    if not net.label:
        return ()
    room = LABEL
    lines = _lines(net.label, room, LABEL_LINES, size=SMALL, bold=False)
    if lines[0][1]:
        room = LABEL_WIDE
        lines = _lines(net.label, room, LABEL_LINES, size=SMALL, bold=False)
    count = len(lines)
    return tuple(
        Lined(line, "label", down=-7 - LABEL_LINE * (count - 1 - number), room=room, whole=cut)
        for number, (line, cut) in enumerate(lines)
    )

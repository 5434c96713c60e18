"""A plan as SVG: shapes with classes, every text escaped, the same bytes everywhere. `drawing.css` gives the classes their looks.

Colour is never alone: each kind of line has its own dashes, each flow its number, each finding its letter, and the legend
names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from auditor.rendering.drawing.placed import Line, Mark, Plan, Point, Rect, Text, Way
from auditor.rendering.drawing.scene import WORST, LineKind
from auditor.rendering.drawing.sizes import CHIP, LETTER
from auditor.rendering.drawing.text_metrics import breadth
from auditor.rendering.words import Say
from auditor.text import drawing as texts

#: From how wide on a drawing is not made smaller than a page can be read at.
BROAD: Final = 900.0
TIP: Final = 8.0
HALF_TIP: Final = 4.0
#: How wide a line, and how high anything, is before the words of the legend.
WIDE: Final = 36.0
HIGH: Final = 22.0
LEGEND_ROW: Final = 22.0
LEGEND_SIZE: Final = 12.0
#: How wide a drawing with a legend under it is at least.
LEGEND_WIDTH: Final = 560.0
RADIUS: Final = {"band": 6, "frame": 6}


def svg(plan: Plan) -> str:
    """Give `plan` as an SVG element for a page that holds the style sheet."""
    return _element(plan.width, plan.height, plan.scene.title, _shapes(plan))


def alone(plan: Plan, say: Say, style: str) -> str:
    """Give `plan` with its legend and its style sheet, as a file of its own."""
    width = max(plan.width, LEGEND_WIDTH)
    below, height = _legend_below(plan, say, width)
    ground = f'<rect class="d-paper" width="{number(width)}" height="{number(plan.height + height)}"/>'
    shapes = [f"<style>{style}</style>", ground, *_shapes(plan), *below]
    return _element(width, plan.height + height, plan.scene.title, shapes)


def legend(plan: Plan, say: Say) -> list[tuple[str, str]]:
    """Give the lines of the legend: a sample as SVG, empty where there is none, and the words."""
    return [(_key(sample, wide) if sample else "", words) for sample, wide, words in _entries(plan, say)]


def _key(sample: str, wide: float) -> str:
    size = f'width="{number(wide)}" height="{number(HIGH)}"'
    return f'<svg class="drawing key" {size} aria-hidden="true">{sample}</svg>'


def number(value: float) -> str:
    """Give a coordinate, rounded to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def _element(width: float, height: float, title: str, parts: Iterable[str]) -> str:
    size = f'viewBox="0 0 {number(width)} {number(height)}" width="{number(width)}" height="{number(height)}"'
    look = "drawing broad" if width > BROAD else "drawing"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="{look}" role="img" {size}>'
    return "\n".join([head, f"<title>{escape(title)}</title>", *parts, "</svg>"])


def _shapes(plan: Plan) -> Iterator[str]:
    yield from (_rect(rect) for rect in plan.rects)
    yield from _lines(plan.lines)
    yield from (_text(text) for text in plan.texts)
    yield from (_chip(chip) for chip in plan.chips)
    yield from (_letter(letter) for letter in plan.letters)


def _rect(rect: Rect) -> str:
    place = f'x="{number(rect.x)}" y="{number(rect.y)}" width="{number(rect.width)}" height="{number(rect.height)}"'
    return f'<rect class="d-{rect.kind}" {place} rx="{RADIUS.get(rect.kind, 4)}"/>'


def _text(text: Text) -> str:
    whole = f"<title>{escape(text.whole)}</title>" if text.whole else ""
    return f'<text class="t-{text.tone}" x="{number(text.x)}" y="{number(text.y)}">{whole}{escape(text.words)}</text>'


def _chip(chip: Mark) -> str:
    x, y = number(chip.x - chip.width / 2), number(chip.y - CHIP / 2)
    return (
        f'<rect class="b-no" x="{x}" y="{y}" width="{number(chip.width)}" height="{number(CHIP)}" rx="{number(CHIP / 2)}"/>'
        f'<text class="t-no" x="{number(chip.x)}" y="{number(chip.y + 4)}">{escape(chip.text)}</text>'
    )


def _letter(letter: Mark) -> str:
    x, y = number(letter.x - letter.width / 2), number(letter.y - LETTER / 2)
    return (
        f'<rect class="b-letter" x="{x}" y="{y}" width="{number(letter.width)}" height="{number(LETTER)}" rx="3"/>'
        f'<text class="t-letter" x="{number(letter.x)}" y="{number(letter.y + 4.5)}">{escape(letter.text)}</text>'
    )


def _lines(lines: Sequence[Line]) -> Iterator[str]:
    """Give all lines of one kind as one path and all their tips as another, those of findings last."""
    for grave in (False, True):
        for kind in reversed(WORST):
            ways = [way for line in lines if line.kind == kind and line.grave is grave for way in line.ways]
            if ways:
                name = _class(kind, grave=grave)
                yield f'<path class="d-line {name}" d="{"".join(_path(way) for way in ways)}"/>'
                tips = "".join(_tip(way.points) for way in ways if way.tip)
                yield f'<path class="d-tip {name}" d="{tips}"/>'


def _class(kind: LineKind, *, grave: bool) -> str:
    return f"d-{kind} d-bad" if grave else f"d-{kind}"


def _path(way: Way) -> str:
    points = list(way.points)
    if way.tip:
        points[-1] = _before(points[-2], points[-1], TIP - 1)
    x, y = points[0]
    parts = [f"M{number(x)} {number(y)}"]
    for to_x, to_y in points[1:]:
        if to_x != x:
            parts.append(f"H{number(to_x)}")
        if to_y != y:
            parts.append(f"V{number(to_y)}")
        x, y = to_x, to_y
    return "".join(parts)


def _before(start: Point, end: Point, distance: float) -> Point:
    return (end[0] - (distance if end[0] > start[0] else -distance), end[1])


def _tip(points: Sequence[Point]) -> str:
    (from_x, _), (x, y) = points[-2], points[-1]
    back = -TIP if x > from_x else TIP
    return f"M{number(x)} {number(y)}l{number(back)} {number(-HALF_TIP)}v{number(2 * HALF_TIP)}z"


def _entries(plan: Plan, say: Say) -> Iterator[tuple[str, float, str]]:
    """Give what the legend explains: shapes, how wide they are, and the words."""
    middle = HIGH / 2
    stroke = f'd="M1 {number(middle)}H{number(WIDE - 1)}"'
    used = {line.kind for line in plan.lines}
    for kind in reversed(WORST):
        if kind in used:
            yield f'<path class="d-line d-{kind}" {stroke}/>', WIDE, say(texts.LINES[kind])
    if any(line.grave for line in plan.lines):
        yield f'<path class="d-line d-bad" {stroke}/>', WIDE, say(texts.GRAVE)
    if any(rect.kind == "frame" for rect in plan.rects):
        yield _rect(Rect("", "frame", x=1, y=3, width=WIDE - 2, height=HIGH - 6)), WIDE, say(texts.FRAME)
    if plan.chips:
        yield _chip(Mark("1", CHIP / 2 + 1, middle, CHIP)), CHIP + 2, say(texts.NUMBER)
    if plan.letters:
        yield _letter(Mark("A", LETTER / 2 + 1, middle, LETTER)), LETTER + 2, say(texts.LETTER)
    if any(len(line.flows) > 1 for line in plan.lines):
        yield "", 0, say(texts.COUNTED)
    if plan.scene.left_out:
        yield "", 0, say(texts.LEFT_OUT, count=plan.scene.left_out)
    if plan.scene.unlinked:
        yield "", 0, say(texts.UNLINKED, count=plan.scene.unlinked)


def _legend_below(plan: Plan, say: Say, width: float) -> tuple[list[str], float]:
    parts: list[str] = []
    x, y = 0.0, plan.height
    for sample, across, words in _entries(plan, say):
        indent = across + 6 if sample else 0.0
        wide = indent + breadth(words, LEGEND_SIZE) + 24
        if x and x + wide > width:
            x, y = 0.0, y + LEGEND_ROW
        parts.append(f'<g transform="translate({number(x + 6)} {number(y)})">{sample}')
        parts.append(f'<text class="t-soft" x="{number(indent)}" y="14">{escape(words)}</text></g>')
        x += wide
    return parts, (y - plan.height + LEGEND_ROW + 4) if parts else 0

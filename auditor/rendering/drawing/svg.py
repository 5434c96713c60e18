"""A plan as SVG: presentation attributes only, every text escaped, the same bytes everywhere.

Colour is never alone: each kind of arrow has its own dashes, each badge its number, and the legend names them. The classes
let a page put on its own colours, for the dark and for paper; without a page the attributes hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from auditor.rendering.drawing.layout import INSET, LINE, MARGIN, ROW, SIZE, Badge, Plan, Rect
from auditor.rendering.drawing.scene import LineKind
from auditor.rendering.drawing.text_metrics import breadth
from auditor.rendering.words import Say
from auditor.text import drawing as drawing_texts

FONT: Final = "system-ui, 'Liberation Sans', Arial, sans-serif"
#: How each kind of arrow is drawn: colour, dashes, width.
STROKES: Final[dict[LineKind, tuple[str, str, float]]] = {
    "sealed": ("#1f6f43", "", 2.6),
    "tls": ("#2b4c7e", "", 1.5),
    "weak": ("#8a5200", "9 3", 1.5),
    "clear": ("#a8241c", "5 3", 2),
    "unknown": ("#565c66", "1.5 3", 1.6),
    "control": ("#6a3d9a", "12 4", 1.3),
    "possible": ("#6a3d9a", "12 3 2 3", 1.3),
}
FILLS: Final = {"band": "#f3f4ef", "people": "#fdfdfb", "organisation": "#fdfdfb", "host": "#e8eef7"}
GRAVE: Final = frozenset({"critical", "high"})
LEGEND_ROW: Final = 20.0
SAMPLE: Final = 34.0


def svg(plan: Plan, say: Say) -> str:
    """Give `plan` as an SVG element with its legend; `say` speaks the language of the legend."""
    legend, height = _legend(plan, say)
    total = plan.height + height
    title = escape(plan.scene.title)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" role="img" viewBox="0 0 {number(plan.width)} {number(total)}" '
        f'width="{number(plan.width)}" height="{number(total)}" font-family="{FONT}" font-size="{number(SIZE)}">',
        f"<title>{title}</title>",
        f'<rect class="d-paper" width="{number(plan.width)}" height="{number(total)}" fill="#fdfdfb"/>',
    ]
    parts.extend(_rect(rect) for rect in plan.rects if rect.kind == "band")
    parts.extend(_rect(rect) for rect in plan.rects if rect.kind != "band")
    parts.extend(
        arrows(kind, [line.points for line in plan.lines if line.arrow.kind == kind]) for kind in STROKES
    )
    parts.append(badges(plan.badges))
    parts.extend(legend)
    parts.append("</svg>")
    return "\n".join(parts)


def number(value: float) -> str:
    """Give a coordinate, rounded to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def _rect(rect: Rect) -> str:
    band = rect.kind == "band"
    radius = 6 if band else 4
    stroke = "" if band else ' stroke="#8a8f98"'
    weight = "" if rect.kind == "host" else ' font-weight="600"'
    x = rect.x + INSET
    lines = len(rect.lines)
    y = rect.y + 16
    if rect.kind == "host":
        y = rect.y + (rect.height - LINE * lines) / 2 + SIZE - 1
    spans = "".join(
        f'<tspan x="{number(x)}" y="{number(y + LINE * row)}">{escape(line)}</tspan>'
        for row, line in enumerate(rect.lines)
    )
    title = f"<title>{escape(rect.label)}</title>" if " ".join(rect.lines) != rect.label else ""
    dashed = ' stroke-dasharray="3 2"' if rect.kind == "people" else ""
    return (
        f'<g>{title}<rect class="d-{rect.kind}" x="{number(rect.x)}" y="{number(rect.y)}" width="{number(rect.width)}" '
        f'height="{number(rect.height)}" rx="{radius}" fill="{FILLS[rect.kind]}"{stroke}{dashed}/>'
        f'<text class="d-text" fill="#1c1f24"{weight}>{spans}</text></g>'
    )


def _stroke(kind: LineKind) -> str:
    colour, dashes, width = STROKES[kind]
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'class="d-{kind}" fill="none" stroke="{colour}" stroke-width="{number(width)}"{dashed}'


def arrows(kind: LineKind, ways: Sequence[Sequence[tuple[float, float]]]) -> str:
    """Give the arrows of one `kind` along `ways`, each with its tip at its last point."""
    if not ways:
        return ""
    lines, tips = [], []
    for points in ways:
        (x, y), (tip_x, tip_y) = points[-2], points[-1]
        ahead = ((tip_x > x) - (tip_x < x), (tip_y > y) - (tip_y < y))
        lines.append(_smooth((*points[:-1], (tip_x - 5 * ahead[0], tip_y - 5 * ahead[1]))))
        tips.append(_tip((tip_x, tip_y), ahead))
    colour = STROKES[kind][0]
    fill = "#fdfdfb" if kind in ("control", "possible") else colour
    return f'<path {_stroke(kind)} d="{"".join(lines)}"/><path class="t-{kind}" fill="{fill}" stroke="{colour}" d="{"".join(tips)}"/>'


def _tip(tip: tuple[float, float], ahead: tuple[int, int]) -> str:
    x, y = tip[0] - 7 * ahead[0], tip[1] - 7 * ahead[1]
    wide, high = 4 * ahead[1], 4 * ahead[0]
    return f"M{number(tip[0])} {number(tip[1])}L{number(x - wide)} {number(y - high)}L{number(x + wide)} {number(y + high)}Z"


def _smooth(points: Iterable[tuple[float, float]], radius: float = 4) -> str:
    """Give a path along `points` with its corners rounded."""
    line = list(points)
    parts = [f"M{number(line[0][0])} {number(line[0][1])}"]
    for before, corner, after in zip(line, line[1:], line[2:], strict=False):
        (ax, ay), (bx, by) = _towards(corner, before, radius), _towards(corner, after, radius)
        parts.append(
            f"L{number(ax)} {number(ay)}Q{number(corner[0])} {number(corner[1])} {number(bx)} {number(by)}"
        )
    parts.append(f"L{number(line[-1][0])} {number(line[-1][1])}")
    return "".join(parts)


def _towards(start: tuple[float, float], end: tuple[float, float], radius: float) -> tuple[float, float]:
    x, y = end[0] - start[0], end[1] - start[1]
    length = abs(x) + abs(y)
    step = min(radius, length / 2) / length if length else 0
    return start[0] + x * step, start[1] + y * step


def badges(wanted: Sequence[Badge]) -> str:
    """Give numbered badges, filled where a grave finding is established, with a thick edge where another one is."""
    parts = []
    for tone, severe in (("plain", False), ("plain", True), ("grave", True)):
        drawn = [
            b for b in wanted if bool(b.severity) is severe and (b.severity in GRAVE) is (tone == "grave")
        ]
        if not drawn:
            continue
        fill, ink = ("#a8241c", "#ffffff") if tone == "grave" else ("#fdfdfb", "#1c1f24")
        edge = 'stroke="#a8241c" stroke-width="2"' if severe else 'stroke="#565c66"'
        rects = "".join(
            f'<rect x="{number(b.x - b.width / 2)}" y="{number(b.y - 8)}" width="{number(b.width)}" height="16" rx="8"/>'
            for b in drawn
        )
        texts = "".join(
            f'<text x="{number(b.x)}" y="{number(b.y + 3.6)}">{escape(b.text)}</text>' for b in drawn
        )
        parts.append(
            f'<g class="b-{tone}" fill="{fill}" {edge}>{rects}</g>'
            f'<g class="bt-{tone}" font-size="10" font-weight="600" text-anchor="middle" fill="{ink}">{texts}</g>'
        )
    return "".join(parts)


def _legend(plan: Plan, say: Say) -> tuple[list[str], float]:
    entries = list(_entries(plan, say))
    parts: list[str] = []
    x, y = MARGIN, plan.height + ROW / 2
    for sample, words in entries:
        wide = SAMPLE + breadth(words, 11) + 24
        if x > MARGIN and x + wide > plan.width:
            x, y = MARGIN, y + LEGEND_ROW
        parts.append(sample(x, y))
        parts.append(
            f'<text class="d-text" x="{number(x + SAMPLE + 6)}" y="{number(y + 4)}" font-size="11" fill="#1c1f24">{escape(words)}</text>'
        )
        x += wide
    return parts, (y - plan.height + LEGEND_ROW) if parts else 0


def _entries(plan: Plan, say: Say) -> Iterator[tuple[_Sample, str]]:
    used = {line.arrow.kind for line in plan.lines}
    for kind in STROKES:
        if kind in used:
            yield _Sample(kind, "", ""), say(drawing_texts.LINES[kind])
    severities = {drawn.severity for drawn in plan.badges}
    if plan.badges:
        yield (
            _Sample(None, "n", ""),
            say(drawing_texts.COUNTED if plan.scene.counted else drawing_texts.BADGE),
        )
    if severities - {""}:
        worst = "high" if severities & GRAVE else "low"
        yield _Sample(None, "n", worst), say(drawing_texts.FINDING)
    if plan.scene.left_out:
        yield _Sample(None, "", ""), say(drawing_texts.LEFT_OUT, count=plan.scene.left_out)
    if plan.scene.unlinked:
        yield _Sample(None, "", ""), say(drawing_texts.UNLINKED, count=plan.scene.unlinked)


class _Sample:
    """What stands before a line of the legend."""

    def __init__(self, kind: LineKind | None, badge: str, severity: str) -> None:
        self.kind, self.badge, self.severity = kind, badge, severity

    def __call__(self, x: float, y: float) -> str:
        if self.kind is not None:
            return arrows(self.kind, [((x, y), (x + SAMPLE, y))])
        return (
            badges([Badge(text=self.badge, severity=self.severity, x=x + SAMPLE - 8, y=y, width=16)])
            if self.badge
            else ""
        )

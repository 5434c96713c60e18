"""The path of one finding as a small picture: its places in order, each hop with its number."""

from __future__ import annotations

from html import escape
from typing import Final

from auditor.model.result.document import Result
from auditor.model.result.findings import PathStep
from auditor.model.vocabulary import UNSETTLED
from auditor.rendering.drawing.layout import Badge
from auditor.rendering.drawing.scene import protection
from auditor.rendering.drawing.svg import arrows, badges, number
from auditor.rendering.drawing.text_metrics import wrapped
from auditor.rendering.words import Say, pick, printable
from auditor.text import drawing as drawing_texts
from auditor.text import findings as finding_texts

WIDTH: Final = 172.0
HEIGHT: Final = 56.0
GAP: Final = 48.0
DROP: Final = 30.0
ROOM: Final = 4
SIZE: Final = 12.0


def path_svg(result: Result, hops: list[PathStep], lang: str, say: Say) -> str:
    """Give the picture of `hops`, four places to a row, each with the country of whose law it is under."""
    ends = [hops[0].from_, *(hop.to for hop in hops)]
    names = [_name(result, end, lang) for end in ends]
    rows = -(-len(ends) // ROOM)
    width = min(len(ends), ROOM) * (WIDTH + GAP) - GAP + 4
    height = rows * (HEIGHT + DROP) - DROP + 4
    title = escape(say(drawing_texts.PATH, ends=" → ".join(names)))
    parts = [
        f'<svg class="mini" role="img" viewBox="0 0 {number(width)} {number(height)}" width="{number(width)}" '
        f'height="{number(height)}" font-size="{number(SIZE)}"><title>{title}</title>'
    ]
    countries = {place.id: place.country for place in result.places}
    spots = [(2 + (n % ROOM) * (WIDTH + GAP), 2 + (n // ROOM) * (HEIGHT + DROP)) for n in range(len(ends))]
    for position, hop in enumerate(hops):
        parts.append(_hop(position, hop, spots[position], spots[position + 1]))
    for position, (end, name, (x, y)) in enumerate(zip(ends, names, spots, strict=True)):
        reads = hops[position - 1].reads if position else "no"
        under = _country(result, countries.get(end, ""), lang)
        told = "" if reads == "no" else say(finding_texts.READS[reads])
        parts.append(
            _place(x, y, name, " · ".join(part for part in (under, told) if part), grave=reads == "yes")
        )
    return "".join((*parts, "</svg>"))


def _hop(position: int, hop: PathStep, start: tuple[float, float], end: tuple[float, float]) -> str:
    middle = start[1] + HEIGHT / 2
    points = [(start[0] + WIDTH, middle), (end[0], middle)]
    at = (start[0] + WIDTH + GAP / 2 - 5, middle)
    if end[1] != start[1]:
        low = start[1] + HEIGHT + DROP / 2
        points = [
            (start[0] + WIDTH / 2, start[1] + HEIGHT),
            (start[0] + WIDTH / 2, low),
            (end[0] + WIDTH / 2, low),
        ]
        points.append((end[0] + WIDTH / 2, end[1]))
        at = (start[0], low)
    return arrows(protection(hop.transport, hop.content), [points]) + badges(
        [Badge(str(position + 1), "", *at, 16)]
    )


def _place(x: float, y: float, name: str, under: str, *, grave: bool) -> str:
    lines = wrapped(name, WIDTH - 14, 2, SIZE, bold=True)
    small = wrapped(under, WIDTH - 14, 1, 10)[0] if under else ""
    first = y + (20 if len(lines) > 1 else 26) - (0 if small else -4)
    spans = "".join(
        f'<tspan x="{number(x + 7)}" y="{number(first - 4 + 14 * n)}">{escape(line)}</tspan>'
        for n, line in enumerate(lines)
    )
    told = (
        f'<text class="d-text" x="{number(x + 7)}" y="{number(y + HEIGHT - 7)}" font-size="10" fill="#1c1f24">{escape(small)}</text>'
        if small
        else ""
    )
    kind = "d-grave" if grave else "d-organisation"
    stroke = '#a8241c" stroke-width="2.5' if grave else "#8a8f98"
    return (
        f'<g><title>{escape(name)}</title><rect class="{kind}" x="{number(x)}" y="{number(y)}" width="{number(WIDTH)}" height="{number(HEIGHT)}" '
        f'rx="4" fill="#fdfdfb" stroke="{stroke}"/><text class="d-text" fill="#1c1f24" font-weight="600">{spans}</text>{told}</g>'
    )


def _name(result: Result, end: str, lang: str) -> str:
    return printable(pick(result.names[end], lang)) if end in result.names else printable(end)


def _country(result: Result, code: str, lang: str) -> str:
    known = result.names.get(f"countries.{code}")
    return printable(pick(known, lang)) if known is not None and code not in UNSETTLED else ""

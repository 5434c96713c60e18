"""When each recipient was first called: lanes as a drawing, with a rule between the states of consent, and the same as cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from msgspec import Struct

from auditor.rendering.captures.columns import cut
from auditor.rendering.captures.received import seconds
from auditor.rendering.words import Say
from auditor.text import received as words

#: Sizes in units of the drawing.
NAMES: Final = 220
SEGMENT: Final = 260
GAP: Final = 16
LANE: Final = 20
HEAD: Final = 30
LONGEST: Final = 30


class Lane(Struct, frozen=True):
    """A recipient and when it was first called in each state, in milliseconds from the start of the capture."""

    name: str
    at: Mapping[str, int]


def timeline(lanes: Sequence[Lane], states: Sequence[str], say: Say) -> str:
    """Give the drawing as SVG: one lane for each recipient, one segment for each state; every name in it is escaped."""
    width, height = NAMES + len(states) * (SEGMENT + GAP), HEAD + LANE * len(lanes) + 8
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="timeline" role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-size="12" fill="currentColor">',
        f"<title>{escape(say(words.SECTION['timeline']))}</title>",
    ]
    for number, state in enumerate(states):
        left = NAMES + number * (SEGMENT + GAP)
        last = max((lane.at[state] for lane in lanes if state in lane.at), default=0)
        parts.append(f'<text x="{left}" y="14">{escape(_head(state, last, say))}</text>')
        if number:
            parts.append(
                f'<line x1="{left - GAP // 2}" y1="0" x2="{left - GAP // 2}" y2="{height}" stroke="currentColor" stroke-dasharray="4 3"/>'
            )
        for row, lane in enumerate(lanes):
            if state in lane.at:
                x = left + 5 + (lane.at[state] * (SEGMENT - 10) // last if last > 0 else 0)
                parts.append(f'<circle cx="{x}" cy="{HEAD + LANE * row + 6}" r="4"/>')
    for row, lane in enumerate(lanes):
        y = HEAD + LANE * row
        parts.append(f'<text x="0" y="{y + 10}">{escape(cut(lane.name, LONGEST))}</text>')
        parts.append(
            f'<line x1="{NAMES}" y1="{y + 6}" x2="{width}" y2="{y + 6}" stroke="currentColor" stroke-opacity=".25"/>'
        )
    return "\n".join([*parts, "</svg>"])


def moments(lane: Lane, states: Sequence[str], say: Say) -> list[str]:
    """Give the cells of a lane: the moment of the first request in each state, a dash where it was not seen or is not told."""
    return [seconds(lane.at[state], say) if state in lane.at else "—" for state in states]


def _head(state: str, last: int, say: Say) -> str:
    return f"{say(words.STATES[state])} · 0–{seconds(last, say)}"

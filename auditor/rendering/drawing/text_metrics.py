"""How wide a text is taken to be, and how it is wrapped: constants per kind of character, the same on every machine."""

from __future__ import annotations

from typing import Final
from unicodedata import east_asian_width

NARROW: Final = frozenset("iljtfrI.,:;'|!()[] \u00a0\u202f’-")
BROAD: Final = frozenset("mwMW@%&—…")
ELLIPSIS: Final = "…"


def breadth(text: str, size: float, *, bold: bool = False) -> float:
    """Give how wide `text` is taken to be at `size`; rather more than any common font needs."""
    return sum(_of(c) for c in text) * size * (1.08 if bold else 1)


def _of(character: str) -> float:
    if character in NARROW:
        return 0.42
    if character in BROAD:
        return 1.0
    if character.isascii():
        return 0.78 if character.isupper() else 0.6
    return 1.1 if east_asian_width(character) in "WF" else 0.82


def wrapped(text: str, width: float, lines: int, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Give `text` in at most `lines` lines that fit into `width`; what does not fit ends in an ellipsis."""
    found: list[str] = []
    rest = " ".join(text.split(" "))
    while rest and len(found) < lines:
        line = _fitting(rest, width, size, bold=bold)
        if len(line) < len(rest) and len(found) == lines - 1:
            room = width - breadth(ELLIPSIS, size, bold=bold)
            return (*found, _cut(rest, room, size, bold=bold).rstrip() + ELLIPSIS)
        found.append(line.strip(" "))
        rest = rest[len(line) :].lstrip(" ")
    return tuple(line for line in found if line) or ("—",)


def _fitting(text: str, width: float, size: float, *, bold: bool) -> str:
    if breadth(text, size, bold=bold) <= width:
        return text
    hard = _cut(text, width, size, bold=bold)
    return hard.rpartition(" ")[0] or hard[: hard.rfind("-") + 1] or hard


def _cut(text: str, width: float, size: float, *, bold: bool) -> str:
    end = 0
    room = width
    while end < len(text) and (room := room - breadth(text[end], size, bold=bold)) >= 0:
        end += 1
    return text[: max(end, 1)]

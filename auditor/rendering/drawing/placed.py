"""A drawing with its positions, in pixels from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from auditor.rendering.drawing.scene import LineKind, Scene

RectKind = Literal["band", "frame", "people", "organisation", "host"]
TextTone = Literal["name", "plain", "soft", "grave", "control", "band", "label"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle: a band, a frame of control, or a box."""

    id: str
    kind: RectKind
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text by the left end of its baseline; `within` is the id of the rectangle it stands in, empty beside a line.

    `room` is the width it may take. `whole` is the text it is a shortened form of, empty where nothing is cut.
    """

    words: str
    tone: TextTone
    x: float
    y: float
    room: float
    within: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A chip with the numbers of flows, or the letter of a finding, by its middle."""

    text: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Way:
    """A part of a line, with its corners; `tip` tells whether it ends in an arrow."""

    points: tuple[Point, ...]
    tip: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its branches, the boxes it ends at, and the numbers of its flows."""

    kind: LineKind
    grave: bool
    ends: frozenset[str]
    flows: tuple[int, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A drawing with its positions."""

    scene: Scene
    width: float
    height: float
    rects: tuple[Rect, ...]
    texts: tuple[Text, ...]
    lines: tuple[Line, ...]
    chips: tuple[Mark, ...]
    letters: tuple[Mark, ...]

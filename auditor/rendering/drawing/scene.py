"""What is drawn: boxes in bands of one jurisdiction each, with what is known of them, and the flows between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from auditor.model.result.document import Result
from auditor.model.result.tables import FlowLine, PlaceLine
from auditor.model.vocabulary import UNSETTLED
from auditor.rendering.drawing.facts import Facts
from auditor.rendering.words import pick, printable, speaker
from auditor.text import drawing as texts

LineKind = Literal["sealed", "tls", "weak", "clear", "unknown"]
Tone = Literal["name", "plain", "soft", "grave"]
BoxKind = Literal["people", "organisation", "host"]

#: Beyond these, one box stands for an organisation with all its hosts, and one line for all flows between two of them.
BOXES: Final = 12
FLOWS: Final = 15
#: Beyond these, only what findings and exposures touch, and the lines with the gravest findings.
ORGANISATIONS: Final = 40
LINKS: Final = 60
WEAK: Final = frozenset({"ssl", "tls-1.0", "tls-1.1", "self-signed", "opportunistic"})
#: From which severity a finding makes the line of a readable flow red.
GRAVE: Final = frozenset({"critical", "high", "medium"})
NOBODY: Final = "unknown"
WORST: Final[tuple[LineKind, ...]] = ("clear", "weak", "unknown", "tls", "sealed")


@dataclass(frozen=True, slots=True)
class Words:
    """A text in a box: its name, or a line that is plain, soft or grave."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Box:
    """People, an organisation or a host; `band` is the country of its law, empty for people.

    `letters` are those of the findings about it. `frames` say who controls it, from the inside out, in lines. `house` is the
    organisation behind it.
    """

    id: str
    kind: BoxKind
    band: str
    words: tuple[Words, ...]
    letters: tuple[str, ...] = ()
    frames: tuple[tuple[str, ...], ...] = ()
    house: str = ""

    @property
    def name(self) -> str:
        """How it is called."""
        return self.words[0].text


@dataclass(frozen=True, slots=True)
class Arrow:
    """A hop: the numbers of the flows that it stands for, and the title, where it is one flow.

    Hops with the same `fan` belong to one flow and leave together.
    """

    tail: str
    head: str
    kind: LineKind
    flows: tuple[int, ...]
    label: str = ""
    grave: bool = False
    fan: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """The law of one country; `rank` tells how near it is: the home country 0, the EEA 1, adequate 2, others 3, unknown 4."""

    id: str
    label: str
    rank: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing before anything has a position.

    `merged` tells that a line stands for all flows between two boxes; `left_out` counts the organisations that are not drawn,
    `unlinked` the lines.
    """

    title: str
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    merged: bool = False
    left_out: int = 0
    unlinked: int = 0


def protection(transport: str, content: str) -> LineKind:
    """Give how a hop is protected, as a kind of line."""
    if content in ("end-to-end", "encrypted"):
        return "sealed"
    if transport == "none":
        return "clear"
    if transport in UNSETTLED:
        return "unknown"
    return "weak" if transport in WEAK else "tls"


def scene(result: Result, lang: str) -> Scene:
    """Give the scene of `result` in `lang`: its places where they are few, else its organisations."""
    facts = Facts(result, lang)
    arrows = [arrow for flow in result.flows for arrow in _hops(flow, facts)]
    hosts = {place.id for place in result.places if place.kind == "host"}
    drawn = {end for arrow in arrows for end in (arrow.tail, arrow.head)} | hosts
    merged = len(drawn) > BOXES or len(result.flows) > FLOWS
    if merged:
        houses = {place.id: _house(place) for place in result.places}
        arrows = _by_house(arrows, houses)
        drawn = {houses.get(end, end) for end in drawn}
    kept = _kept(drawn, facts, arrows)
    within = [arrow for arrow in arrows if arrow.tail in kept and arrow.head in kept]
    shown = sorted(within, key=_weight)[:LINKS] if len(within) > LINKS else within
    boxes = [_box(name, facts, merged=merged) for name in sorted(kept)]
    return Scene(
        title=speaker(lang)(texts.TITLE, title=printable(pick(result.case.title, lang))),
        bands=_bands({box.band for box in boxes if box.band}, facts),
        boxes=tuple(boxes),
        arrows=tuple(sorted(shown, key=lambda arrow: (arrow.flows, arrow.tail, arrow.head, arrow.kind))),
        merged=merged,
        left_out=len(drawn) - len(kept),
        unlinked=len(arrows) - len(shown),
    )


def _hops(flow: FlowLine, facts: Facts) -> list[Arrow]:
    kind = protection(flow.transport, flow.content)
    readable = kind == "clear" or flow.content == "none"
    grave = readable and any(facts.severity.get(found, "") in GRAVE for found in flow.findings)
    found: dict[tuple[str, str], Arrow] = {}
    for start in sorted(flow.from_.split(", ")):
        for end in sorted(flow.to):
            for a, b in pairwise([_end(start), *map(_end, flow.through), _end(end)]):
                if a != b:
                    found[a, b] = Arrow(
                        tail=a,
                        head=b,
                        kind=kind,
                        flows=(flow.number,),
                        label=facts.flow(flow),
                        grave=grave,
                        fan=flow.id,
                    )
    return list(found.values())


def _end(name: str) -> str:
    return NOBODY if name in UNSETTLED or not name else name


def _house(place: PlaceLine) -> str:
    """Give the box of a place: its operator; a host that nobody is known to operate has one of its own."""
    nobody = place.operator in UNSETTLED or not place.operator
    return place.id if place.kind != "host" or nobody else place.operator


def _by_house(arrows: Iterable[Arrow], houses: dict[str, str]) -> list[Arrow]:
    groups: dict[tuple[str, str], list[Arrow]] = {}
    for arrow in arrows:
        a, b = houses.get(arrow.tail, arrow.tail), houses.get(arrow.head, arrow.head)
        if a != b:
            groups.setdefault((a, b), []).append(arrow)
    return [_together(a, b, group) for (a, b), group in groups.items()]


def _together(tail: str, head: str, group: list[Arrow]) -> Arrow:
    flows = tuple(sorted({number for arrow in group for number in arrow.flows}))
    kind = min((arrow.kind for arrow in group), key=WORST.index)
    grave = any(arrow.grave for arrow in group)
    alone = len(flows) == 1
    return Arrow(
        tail=tail,
        head=head,
        kind=kind,
        flows=flows,
        label=group[0].label if alone else "",
        grave=grave,
        fan=f"{kind} {grave} {flows}",
    )


def _kept(drawn: set[str], facts: Facts, arrows: Iterable[Arrow]) -> set[str]:
    """Give the ends that are drawn: people, and where organisations are too many those with the gravest matters."""
    others = [name for name in drawn if facts.kind(name) != "people"]
    if len(others) <= ORGANISATIONS:
        return drawn
    many: dict[str, int] = dict.fromkeys(drawn, 0)
    for arrow in arrows:
        for end in (arrow.tail, arrow.head):
            many[end] += len(arrow.flows)
    touched = [name for name in others if facts.touch(name)]
    best = sorted(touched, key=lambda name: (-facts.touch(name), -many[name], name))[:ORGANISATIONS]
    beside = {
        end for arrow in arrows for end in (arrow.tail, arrow.head) if {arrow.tail, arrow.head} & {*best}
    }
    return {*best, *(name for name in drawn - {*others} if name in beside)}


def _weight(arrow: Arrow) -> tuple[bool, int, str, str]:
    return (not arrow.grave, -len(arrow.flows), arrow.tail, arrow.head)


def _box(name: str, facts: Facts, *, merged: bool) -> Box:
    kind = facts.kind(name)
    said = [Words(facts.name(name), "name")]
    if kind != "people" and name != NOBODY:
        operator = facts.operator(name)
        legal = facts.legal(operator)
        if kind == "host" and operator and legal != facts.name(name):
            said.append(Words(legal, "plain"))
        if not merged:
            for heading, data in facts.read_at(name):
                said.extend((Words(heading, "grave"), Words(data, "plain")))
        said.extend(Words(text, "soft") for text in facts.remarks(name))
    return Box(
        id=name,
        kind=kind,
        band="" if kind == "people" else facts.country_of(name) or NOBODY,
        words=tuple(said),
        letters=facts.letters(name),
        frames=() if kind == "people" else facts.frames(facts.operator(name)),
        house=facts.operator(name) or name,
    )


def _bands(used: set[str], facts: Facts) -> tuple[Band, ...]:
    """Give the bands, the country of whom the case is about first, then the EEA, then the others, the unknown last."""
    home = facts.home(used)
    found = [
        Band(id=code, label=facts.country(code), rank=0 if code == home else facts.distance(code))
        for code in used
    ]
    return tuple(sorted(found, key=lambda band: (band.rank, band.id)))

"""What is drawn: boxes of organisations with their hosts, in bands of one jurisdiction each, and the arrows between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from auditor.model.result.document import Result
from auditor.model.result.tables import FlowLine, PlaceLine
from auditor.model.vocabulary import SEVERITY_ORDER, UNSETTLED
from auditor.rendering.words import pick, printable, speaker
from auditor.text import drawing as drawing_texts
from auditor.text import parties as party_texts

LineKind = Literal["sealed", "tls", "weak", "clear", "unknown", "control", "possible"]

#: Beyond these, one box stands for an organisation with all its hosts.
HOSTS: Final = 40
ARROWS: Final = 90
#: Beyond this, only the organisations with the gravest findings and the most flows are drawn.
BOXES: Final = 80
LINKS: Final = 160
WEAK: Final = frozenset({"ssl", "tls-1.0", "tls-1.1", "self-signed", "opportunistic"})
NOBODY: Final = "unknown"
RANKS: Final[dict[str, int]] = {severity: rank for rank, severity in enumerate(SEVERITY_ORDER, 1)}


@dataclass(frozen=True, slots=True)
class Slot:
    """A place inside a box: a host."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Box:
    """People or an organisation, with its hosts; `band` is the country of its law, empty for people."""

    id: str
    label: str
    band: str
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """A hop of a flow, or control. `badge` is the number of the flow, or how many flows it stands for."""

    tail: str
    head: str
    kind: LineKind
    badge: str = ""
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing before anything has a position.

    `counted` tells that badges count flows; `left_out` counts the boxes that are not drawn, `unlinked` the arrows.
    """

    title: str
    bands: tuple[tuple[str, str], ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    counted: bool = False
    left_out: int = 0
    unlinked: int = 0


def protection(transport: str, content: str) -> LineKind:
    """Give how a hop is protected, as a kind of arrow."""
    if content in ("end-to-end", "encrypted"):
        return "sealed"
    if transport == "none":
        return "clear"
    if transport in UNSETTLED:
        return "unknown"
    return "weak" if transport in WEAK else "tls"


def scene(result: Result, lang: str) -> Scene:
    """Give the scene of `result` in `lang`: its hosts where they are few, else its organisations."""
    hops = [hop for flow in result.flows for hop in _hops(flow)]
    hosts = sum(place.kind == "host" for place in result.places)
    detailed = hosts <= HOSTS and len(hops) <= ARROWS
    severities = _severities(result)
    say = speaker(lang)
    houses = {place.id: _house(place) for place in result.places}
    arrows = [
        Arrow(
            tail=a,
            head=b,
            kind=protection(flow.transport, flow.content),
            badge=str(flow.number),
            severity=severities.get(flow.id, ""),
        )
        for flow in result.flows
        for a, b in _hops(flow)
    ]
    if not detailed:
        arrows = _by_house(arrows, houses)
    drawn = {end for arrow in arrows for end in (arrow.tail, arrow.head)}
    if detailed:
        drawn.update(place.id for place in result.places if place.kind == "host")
    control = list(_control(result, {houses.get(end, end) for end in drawn}))
    drawn.update(end for arrow in control for end in (arrow.tail, arrow.head))
    boxes = _boxes(result, lang, drawn, houses, detailed=detailed)
    kept = _kept(boxes, arrows)
    inside = {identity for box in kept for identity in (box.id, *(slot.id for slot in box.slots))}
    within = [arrow for arrow in (*arrows, *control) if arrow.tail in inside and arrow.head in inside]
    shown = sorted(within, key=_weight)[:LINKS] if len(within) > LINKS else within
    bands = {box.band for box in kept if box.band}
    return Scene(
        title=say(drawing_texts.TITLE, title=printable(pick(result.case.title, lang))),
        bands=tuple((band, _country(result, band, lang)) for band in _ordered(result, bands)),
        boxes=tuple(kept),
        arrows=tuple(shown),
        counted=not detailed,
        left_out=len(boxes) - len(kept),
        unlinked=len(arrows) + len(control) - len(shown),
    )


def _hops(flow: FlowLine) -> list[tuple[str, str]]:
    found: dict[tuple[str, str], None] = {}
    for start in flow.from_.split(", "):
        for end in flow.to:
            for a, b in pairwise([_end(start), *map(_end, flow.through), _end(end)]):
                if a != b:
                    found[a, b] = None
    return list(found)


def _end(name: str) -> str:
    return NOBODY if name in UNSETTLED or not name else name


def _house(place: PlaceLine) -> str:
    """Give the box of a place: its operator; a host that nobody is known to operate has one of its own."""
    if place.kind != "host":
        return place.id
    return f"?{place.id}" if place.operator in UNSETTLED or not place.operator else place.operator


def _severities(result: Result) -> dict[str, str]:
    established = {f.fingerprint: f.severity for f in result.findings if f.outcome == "established"}
    found: dict[str, str] = {}
    for flow in result.flows:
        met = [established[name] for name in flow.findings if name in established]
        if met:
            found[flow.id] = max(met, key=SEVERITY_ORDER.index)
    return found


def _by_house(arrows: Iterable[Arrow], houses: dict[str, str]) -> list[Arrow]:
    groups: dict[tuple[str, str], list[Arrow]] = {}
    for arrow in arrows:
        a, b = houses.get(arrow.tail, arrow.tail), houses.get(arrow.head, arrow.head)
        if a != b:
            groups.setdefault((a, b), []).append(arrow)
    worst: tuple[LineKind, ...] = ("clear", "weak", "unknown", "tls", "sealed")
    return [
        Arrow(
            tail=a,
            head=b,
            kind=min((arrow.kind for arrow in group), key=worst.index),
            badge=str(len({arrow.badge for arrow in group})),
            severity=max(
                (arrow.severity for arrow in group if arrow.severity), key=SEVERITY_ORDER.index, default=""
            ),
        )
        for (a, b), group in groups.items()
    ]


def _control(result: Result, drawn: set[str]) -> Iterable[Arrow]:
    links: dict[tuple[str, str], LineKind] = {}
    for line in result.control:
        if line.organisation in drawn:
            for controller in line.controllers:
                for link in controller.chain:
                    if controller.certain or (link.owner, link.of) not in links:
                        links[link.owner, link.of] = "control" if controller.certain else "possible"
    return [Arrow(owner, owned, kind) for (owner, owned), kind in sorted(links.items())]


def _boxes(
    result: Result, lang: str, drawn: set[str], houses: dict[str, str], *, detailed: bool
) -> list[Box]:
    say = speaker(lang)
    places = {place.id: place for place in result.places}
    countries = {**{c.id: c.country for line in result.control for c in line.controllers}}
    countries.update({line.organisation: line.country for line in result.control})
    inside: dict[str, list[Slot]] = {}
    for end in sorted(drawn):
        house = houses.get(end, end)
        slots = inside.setdefault(house, [])
        if detailed and house != end:
            slots.append(Slot(end, _name(result, end, lang)))
    found = []
    for house, slots in inside.items():
        place = places.get(house)
        band = place.country if place is not None else countries.get(house, NOBODY)
        label = say(party_texts.OPERATOR_UNKNOWN) if house.startswith("?") else _name(result, house, lang)
        if house == NOBODY:
            label = say(drawing_texts.UNKNOWN_END)
        found.append(
            Box(house, label, band if band or (place and place.kind == "people") else NOBODY, tuple(slots))
        )
    return sorted(found, key=lambda box: box.id)


def _name(result: Result, identity: str, lang: str) -> str:
    return printable(pick(result.names[identity], lang)) if identity in result.names else printable(identity)


def _country(result: Result, code: str, lang: str) -> str:
    name = result.names.get(f"countries.{code}")
    return printable(pick(name, lang)) if name is not None else speaker(lang)(drawing_texts.NO_COUNTRY)


def _ordered(result: Result, bands: set[str]) -> list[str]:
    """Put the country of whom the case is about first, then the EEA, then the others, the unknown last."""
    member = {place.country: place.eea == "yes" for place in result.places}
    home = next((place.country for place in result.places if place.id == result.case.about), "")
    return sorted(bands, key=lambda b: (b in UNSETTLED, b != home, not member.get(b, False), b))


def _kept(boxes: list[Box], arrows: Iterable[Arrow]) -> list[Box]:
    if len(boxes) <= BOXES:
        return boxes
    weight: dict[str, tuple[int, int]] = {}
    for arrow in arrows:
        rank = _rank(arrow)
        for end in (arrow.tail, arrow.head):
            grave, many = weight.get(end, (0, 0))
            weight[end] = (max(grave, rank), many + int(arrow.badge or 0))
    best = sorted(boxes, key=lambda box: (*(-n for n in weight.get(box.id, (0, 0))), box.id))[:BOXES]
    return sorted(best, key=lambda box: box.id)


def _rank(arrow: Arrow) -> int:
    return RANKS.get(arrow.severity, 0)


def _weight(arrow: Arrow) -> tuple[int, int, str, str]:
    return (-_rank(arrow), -int(arrow.badge or 0), arrow.tail, arrow.head)

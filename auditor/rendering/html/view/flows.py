"""How the data moves: the drawing, the same as a list for narrow screens, the flows, who receives what, transfers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup
from msgspec import Struct

from auditor.model.result.tables import FlowLine, PlaceLine, RecipientLine, TransferLine
from auditor.rendering.drawing.layout import plan
from auditor.rendering.drawing.scene import scene
from auditor.rendering.drawing.svg import svg
from auditor.rendering.html.view.wording import Cited, Wording
from auditor.rendering.words import pick, printable
from auditor.text import page as page_texts
from auditor.text import telling as telling_texts

#: How many lines a table of the page has; it says how many more there are, and where.
SHOWN: Final = 1000
#: How many boxes the list for narrow screens has.
BOXES: Final = 60


class Flow(Struct, frozen=True, kw_only=True):
    """One flow as a row."""

    number: int
    title: str
    ends: str
    data: str
    transport: str
    content: str
    known: str
    source: Cited
    letters: Sequence[str]


class LaneBox(Struct, frozen=True):
    """An end of flows, who runs it, and the numbers of the flows it gets and sends."""

    name: str
    operator: str
    gets: Sequence[int]
    sends: Sequence[int]


class Lane(Struct, frozen=True):
    """The ends of flows under the law of one country; people are in a lane of their own, without a country."""

    country: str
    boxes: Sequence[LaneBox]


class Recipient(Struct, frozen=True):
    """Who receives the data of an activity, in which role, declared or not, observed or not, and whose law reaches it."""

    activity: str
    name: str
    role: str
    declared: str
    observed: str
    reach: str


class Transfer(Struct, frozen=True, kw_only=True):
    """One transfer to a third country."""

    number: int
    exporter: str
    importer: str
    country: str
    data: str
    ground: str
    questions: Sequence[int]


class Flows(Struct, frozen=True, kw_only=True):
    """The drawing and the tables; each table says how many lines it leaves out."""

    drawing: Markup | None
    wide: bool
    lanes: Sequence[Lane]
    flows: Sequence[Flow]
    flows_left: int
    recipients: Sequence[Recipient]
    recipients_left: int
    transfers: Sequence[Transfer]
    transfers_left: int


def flows(words: Wording) -> Flows:
    """Give the drawing and the tables of flows."""
    result = words.result
    drawn = plan(scene(result, words.lang)) if result.flows or result.places else None
    return Flows(
        drawing=None if drawn is None else Markup(svg(drawn, words.say)),  # noqa: S704  built of escaped names
        wide=drawn is not None and drawn.width > drawn.height,
        lanes=_lanes(words),
        flows=[_flow(words, line) for line in result.flows[:SHOWN]],
        flows_left=max(len(result.flows) - SHOWN, 0),
        recipients=[_recipient(words, line) for line in result.recipients[:SHOWN]],
        recipients_left=max(len(result.recipients) - SHOWN, 0),
        transfers=[_transfer(words, line) for line in result.transfers[:SHOWN]],
        transfers_left=max(len(result.transfers) - SHOWN, 0),
    )


def _starts(line: FlowLine) -> list[str]:
    return line.from_.split(", ")


def _flow(words: Wording, line: FlowLine) -> Flow:
    start = " → ".join([words.names(_starts(line)), *(words.name(relay) for relay in line.through)])
    return Flow(
        number=line.number,
        title=words.flow(line.id),
        ends=f"{start} → {words.names(line.to)}",
        data=words.names(line.data, "data."),
        transport=words.say(
            telling_texts.IN_TRANSIT[_said(line.transport)], how=words.say.word(line.transport)
        ),
        content=words.say(telling_texts.CONTENT_IS[_said(line.content)], how=words.say.word(line.content)),
        known=words.say.word(line.known),
        source=words.cited(line.source),
        letters=list(
            dict.fromkeys(words.letter_of[found] for found in line.findings if found in words.letter_of)
        ),
    )


def _said(protection: str) -> str:
    return protection if protection in ("none", "unknown", "not-produced") else "some"


def _lanes(words: Wording) -> list[Lane]:
    gets: dict[str, list[int]] = {}
    sends: dict[str, list[int]] = {}
    for line in words.result.flows[:SHOWN]:
        ends = [*_starts(line), *line.through]
        for end in ends:
            sends.setdefault(end, []).append(line.number)
        for end in (*line.through, *line.to):
            gets.setdefault(end, []).append(line.number)
    used = [place for place in words.result.places if place.id in gets or place.id in sends][:BOXES]
    by_country: dict[str, list[PlaceLine]] = {}
    for place in sorted(used, key=lambda place: (place.kind != "people", place.country, place.id)):
        by_country.setdefault("" if place.kind == "people" else place.country, []).append(place)
    return [
        Lane(
            words.country(country) if country else "",
            [
                LaneBox(
                    words.name(place.id),
                    words.name(place.operator) if place.kind == "host" else "",
                    gets.get(place.id, []),
                    sends.get(place.id, []),
                )
                for place in places
            ],
        )
        for country, places in by_country.items()
    ]


def _recipient(words: Wording, line: RecipientLine) -> Recipient:
    word = words.say.word
    reach = ", ".join(
        f"{words.country(state)} ({' / '.join(word(way) for way in ways)})"
        for state, ways in line.reach.items()
    )
    return Recipient(
        words.name(f"activities.{line.activity}"),
        words.name(line.recipient),
        word(line.role),
        word(line.declared),
        word(line.observed) if line.observed != "none" else "—",
        reach or "—",
    )


def _transfer(words: Wording, line: TransferLine) -> Transfer:
    onward = words.say(page_texts.ONWARD_BY, who=words.name(line.sender)) if line.onward else ""
    possible = "" if line.certain else f" — {words.say.word('possible')}"
    return Transfer(
        number=words.flow_number.get(line.flow, 0),
        exporter=f"{words.legal(line.exporter)}{f' ({onward})' if onward else ''}",
        importer=f"{words.legal(line.importer)}{possible}",
        country=words.country(line.country) if line.country else words.say(page_texts.BODY),
        data=words.names(line.data, "data."),
        ground=printable(pick(line.ground, words.lang)),
        questions=words.questions(line.missing),
    )

"""How the data moves: the drawing, the same as a list for narrow screens, the flows, who receives what, transfers."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from auditor.model.result.tables import FlowLine, RecipientLine, TransferLine
from auditor.rendering.drawing.layout import plan
from auditor.rendering.drawing.placed import Plan
from auditor.rendering.drawing.scene import scene
from auditor.rendering.drawing.svg import legend, svg
from auditor.rendering.html.view.lanes import Lane, lanes
from auditor.rendering.html.view.wording import Cited, Wording
from auditor.rendering.telling.headline import MANY
from auditor.rendering.telling.protection import content_is, in_transit
from auditor.rendering.words import pick, printable
from auditor.text import page as page_texts


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


class Recipient(Struct, frozen=True):
    """Who receives the data of an activity, in which role, declared or not, observed or not, and whose law reaches it."""

    name: str
    activity: str
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
    """The drawing, its legend (a sample and the words) and the tables; each table says how many lines it leaves out."""

    drawing: Markup | None
    legend: Sequence[tuple[Markup, str]]
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
    received = _recipients(words)
    drawn = plan(scene(result, words.lang)) if words.total < MANY else None
    if drawn is not None and not drawn.scene.boxes:
        drawn = None
    return Flows(
        drawing=None if drawn is None else Markup(svg(drawn)),  # noqa: S704  built of escaped names
        legend=[] if drawn is None else _legend(words, drawn),
        lanes=[] if drawn is None else lanes(drawn),
        flows=[_flow(words, line) for line in result.flows[: words.rows]],
        flows_left=max(len(result.flows) - words.rows, 0),
        recipients=received[: words.rows],
        recipients_left=max(len(received) - words.rows, 0),
        transfers=[_transfer(words, line) for line in result.transfers[: words.rows]],
        transfers_left=max(len(result.transfers) - words.rows, 0),
    )


def _legend(words: Wording, drawn: Plan) -> list[tuple[Markup, str]]:
    return [(Markup(sample), said) for sample, said in legend(drawn, words.say)]  # noqa: S704  shapes of ours


def _starts(line: FlowLine) -> list[str]:
    return line.from_.split(", ")


def _flow(words: Wording, line: FlowLine) -> Flow:
    start = " → ".join([words.names(_starts(line)), *(words.name(relay) for relay in line.through)])
    return Flow(
        number=line.number,
        title=words.subject(line.id),
        ends=f"{start} → {words.names(line.to)}",
        data=words.names(line.data, "data."),
        transport=in_transit(line.transport, words.say),
        content=content_is(line.content, words.say),
        known=words.say.word(line.known),
        source=words.cited(line.source),
        letters=list(
            dict.fromkeys(words.letter_of[found] for found in line.findings if found in words.letter_of)
        ),
    )


def _recipients(words: Wording) -> list[Recipient]:
    """Give who receives what; recipients and activities of which the same is known share a row."""
    activities: dict[tuple[str, ...], dict[str, None]] = {}
    for line in words.result.recipients:
        activities.setdefault(_received(words, line), {})[words.name(f"activities.{line.activity}")] = None
    names: dict[tuple[str, ...], list[str]] = {}
    for (name, *known), of in activities.items():
        names.setdefault((", ".join(of), *known), []).append(name)
    rows = [Recipient(", ".join(who), *known) for known, who in names.items()]
    return sorted(rows, key=lambda row: row.name.casefold())


def _received(words: Wording, line: RecipientLine) -> tuple[str, str, str, str, str]:
    word = words.say.word
    reach = ", ".join(
        f"{words.country(state)} ({' / '.join(word(way) for way in ways)})"
        for state, ways in line.reach.items()
    )
    observed = word(line.observed) if line.observed != "none" else ""
    return (words.name(line.recipient), word(line.role), word(line.declared), observed, reach)


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

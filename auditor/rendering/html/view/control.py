"""Who controls whom, link by link, and which foreign laws reach whoever keeps the data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from auditor.model.result.tables import ChainLink, Controller, ControlLine, ExposureLine
from auditor.rendering.html.view.wording import Cited, Wording
from auditor.rendering.telling.custody import Cell, cells
from auditor.rendering.words import pick, printable
from auditor.text import page as page_texts
from auditor.text import parties as party_texts

RUN: Final = 8


class Link(Struct, frozen=True):
    """Who holds what of whom, since and until when, how it is known, and by which source."""

    words: str
    source: Cited


class Controlling(Struct, frozen=True):
    """Who controls an organisation, and through which links."""

    who: str
    links: Sequence[Link]


class Controlled(Struct, frozen=True, kw_only=True):
    """An organisation, its country, what it runs, who controls it (or why nobody is named), and who else holds part of it."""

    name: str
    country: str
    runs: str
    controllers: Sequence[Controlling]
    nobody: str
    holders: Sequence[Link]


class Reached(Struct, frozen=True, kw_only=True):
    """One law of one State, and how far it reaches one keeper of one place."""

    place: str
    keeper: str
    state: str
    law: str
    how: str
    cells: tuple[Cell, ...]
    level: str
    rest: str
    questions: tuple[int, ...]


class Control(Struct, frozen=True, kw_only=True):
    """What is known of control, and the table of reach; each says how many lines it leaves out.

    `unknown` are those of whose owners nothing is known, `nobody` those that nobody controls.
    """

    lines: Sequence[Controlled]
    left: int
    unknown: Sequence[str]
    nobody: Sequence[str]
    exposures: Sequence[Reached]
    exposures_left: int


def control(words: Wording) -> Control:
    """Give who controls whom, and the reach of foreign laws."""
    result = words.result
    runs: dict[str, list[str]] = {}
    for place in result.places:
        if place.kind == "host":
            runs.setdefault(place.operator, []).append(place.id)
    reached = _together([_reached(words, line) for line in result.exposures])
    told = [line for line in result.control if line.controllers or line.holders]
    bare = [line for line in result.control if not line.controllers and not line.holders]
    return Control(
        lines=[_line(words, line, runs.get(line.organisation, [])) for line in told[: words.rows]],
        left=max(len(told) - words.rows, 0),
        unknown=[_placed(words, line) for line in bare if not line.owners_known][: words.rows],
        nobody=[_placed(words, line) for line in bare if line.owners_known][: words.rows],
        exposures=reached[: words.rows],
        exposures_left=max(len(reached) - words.rows, 0),
    )


def _placed(words: Wording, line: ControlLine) -> str:
    return f"{words.legal(line.organisation)} ({words.country(line.country)})"


def _line(words: Wording, line: ControlLine, runs: Sequence[str]) -> Controlled:
    nobody = page_texts.NO_CONTROLLER if line.owners_known else page_texts.OWNERS_OPEN
    return Controlled(
        name=words.legal(line.organisation),
        country=words.country(line.country),
        runs=words.names(runs[:RUN]) if runs else "",
        controllers=[
            Controlling(
                _controller(words, one), [_link(words, link, whole=len(one.chain) > 1) for link in one.chain]
            )
            for one in line.controllers
        ],
        nobody="" if line.controllers else words.say(nobody),
        holders=[_holder(words, link) for link in line.holders],
    )


def _controller(words: Wording, one: Controller) -> str:
    possible = "" if one.certain else f" — {words.say.word('possible')}"
    return f"{words.legal(one.id)} ({words.country(one.country)}){possible}"


def _link(words: Wording, link: ChainLink, *, whole: bool) -> Link:
    """Give a link of a chain; its ends are named where the chain is `whole`, of several links."""
    how = _how(words, link)
    said = f"{words.legal(link.owner)} → {words.legal(link.of)} ({how})" if whole else how
    return Link(said, words.cited(link.source))


def _holder(words: Wording, link: ChainLink) -> Link:
    return Link(f"{words.legal(link.owner)} ({_how(words, link)})", words.cited(link.source))


def _how(words: Wording, link: ChainLink) -> str:
    say = words.say
    parts = []
    if link.votes:
        parts.append(f"{say.word(link.votes)}{say(page_texts.PERCENT) if link.votes[0].isdecimal() else ''}")
    if link.kind and link.kind != link.votes:
        parts.append(say.word(link.kind))
    if link.since:
        parts.append(say(party_texts.SINCE, date=words.date(link.since)))
    if link.until:
        parts.append(say(page_texts.UNTIL, day=words.date(link.until)))
    parts.append(say.word(link.known))
    return printable(", ".join(parts))


def _together(rows: Sequence[Reached]) -> list[Reached]:
    """Give rows that differ by the text only as one, with all their texts."""
    found: dict[Reached, list[str]] = {}
    for row in rows:
        found.setdefault(replace(row, law=""), []).append(row.law)
    return [replace(row, law=", ".join(dict.fromkeys(laws))) for row, laws in found.items()]


def _reached(words: Wording, line: ExposureLine) -> Reached:
    say = words.say
    unnamed = say.word("unnamed")
    return Reached(
        place=words.name(line.host),
        keeper=f"{words.legal(line.custodian)} ({say.word(line.as_)})",
        state=words.country(line.state),
        law=words.name(f"instruments.{line.instrument}") if line.instrument else "—",
        how=unnamed if line.state == "unknown" else " / ".join(say.word(way) for way in line.reach),
        cells=cells(line.level),
        level=str(line.level.min)
        if line.level.min == line.level.max
        else say(page_texts.LEVELS, low=line.level.min, high=line.level.max),
        rest="" if line.missing else printable(pick(line.conditions, words.lang)),
        questions=tuple(words.questions(line.missing)),
    )

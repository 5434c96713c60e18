"""Who keeps the data, under whose control, and how far a law from outside the European Economic Area reaches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from auditor.model.result.document import Result
from auditor.model.result.findings import Level
from auditor.model.result.tables import ControlLine, ExposureLine, PlaceLine
from auditor.model.vocabulary import KNOWN_ORDER, UNSETTLED, Known
from auditor.rendering.words import Say, legal_name, pick
from auditor.text import telling as texts

#: A level from 0 to 4 on the scale of exposure: established, possible, or excluded.
Cell = Literal["sure", "may", "no"]
LEVELS: Final = range(5)
#: How many rows the first screen has.
SHOWN: Final = 6


class Keeper(Struct, frozen=True):
    """A place that keeps personal data, its keeper and country, who controls the keeper and how that is known, and the reach.

    `cells` are the five levels; `level` and `laws` are the reach in words. `places` counts the places that the row stands for.
    """

    place: str
    keeper: str
    country: str
    control: str
    outside: bool
    control_known: Known | None
    cells: tuple[Cell, ...]
    level: str
    laws: str
    places: int = 1


def keepers(result: Result, say: Say) -> list[Keeper]:
    """Give every place that keeps data, the most exposed first."""
    exposed: dict[str, list[ExposureLine]] = {}
    for line in result.exposures:
        exposed.setdefault(line.host, []).append(line)
    control = {line.organisation: line for line in result.control}
    hosts = [
        p for p in result.places if p.kind == "host" and (p.keeps not in ("", "none") or p.id in exposed)
    ]
    ranked = sorted(hosts, key=lambda place: (*_rank(exposed.get(place.id, ())), place.id))
    return [
        _keeper(result, place, lines=exposed.get(place.id, []), control=control.get(place.operator), say=say)
        for place in ranked
    ]


def together(rows: list[Keeper]) -> list[Keeper]:
    """Give rows of one keeper, one control and one level as one, where there are too many to show."""
    if len(rows) <= SHOWN:
        return rows
    merged: dict[tuple[object, ...], Keeper] = {}
    for row in rows:
        key = (row.keeper, row.control, row.cells, row.laws)
        first = merged.get(key)
        merged[key] = row if first is None else replace(first, places=first.places + row.places)
    return list(merged.values())


def reach(lines: Iterable[ExposureLine]) -> Level | None:
    """Give the highest level over laws and keepers, as an interval; none where no law reaches."""
    found = list(lines)
    if not found:
        return None
    return Level(max(line.level.min for line in found), max(line.level.max for line in found))


def cells(level: Level | None) -> tuple[Cell, ...]:
    """Give the five cells of a level."""
    if level is None:
        return tuple("no" for _ in LEVELS)
    inside: Cell = "sure" if level.min == level.max else "may"
    return tuple(inside if level.min <= cell <= level.max else "no" for cell in LEVELS)


def _rank(lines: Iterable[ExposureLine]) -> tuple[int, int]:
    level = reach(lines)
    return (0, 0) if level is None else (-level.min, -level.max)


def _keeper(
    result: Result, place: PlaceLine, lines: list[ExposureLine], control: ControlLine | None, say: Say
) -> Keeper:
    unknown = place.operator in UNSETTLED or not place.operator
    named = legal_name(result.names, place.operator)
    level = reach(lines)
    who, outside, known = _control(result, control, say)
    return Keeper(
        place=_name(result, place.id, say),
        keeper=say(texts.KEEPER_UNKNOWN) if unknown or named is None else pick(named, say.lang),
        country=_country(result, place.country, say),
        control=who,
        outside=outside,
        control_known=known,
        cells=cells(level),
        level=_level(level, say),
        laws=_laws(result, lines, say),
    )


def _control(result: Result, line: ControlLine | None, say: Say) -> tuple[str, bool, Known | None]:
    if line is None:
        return say(texts.OWNERS_UNKNOWN), False, None
    if not line.controllers:
        return say(texts.NOBODY_CONTROLS if line.owners_known else texts.OWNERS_UNKNOWN), False, None
    last = line.controllers[-1] if line.controllers[-1].certain else line.controllers[0]
    named = legal_name(result.names, last.id)
    who = f"{last.id if named is None else pick(named, say.lang)}, {_country(result, last.country, say)}"
    known = max((link.known for link in last.chain), key=KNOWN_ORDER.index, default=None)
    outside = any(place.id == last.id and place.eea == "no" for place in result.places)
    return (who if last.certain else say(texts.MAY_CONTROL, who=who)), outside, known


def _level(level: Level | None, say: Say) -> str:
    if level is None or level.max == 0:
        return say(texts.NO_REACH)
    if level.min == level.max:
        return str(level.min)
    return say(texts.LEVELS, low=level.min, high=level.max)


def _laws(result: Result, lines: list[ExposureLine], say: Say) -> str:
    by_state: dict[str, dict[str, None]] = {}
    for line in lines:
        if line.instrument:
            by_state.setdefault(line.state, {})[_name(result, f"instruments.{line.instrument}", say)] = None
    if not by_state:
        return say(texts.DEPENDS_ON_OWNERS) if lines else ""
    return " · ".join(
        say(texts.LAW_OF, state=_country(result, state, say), laws=", ".join(laws))
        for state, laws in by_state.items()
    )


def _country(result: Result, code: str, say: Say) -> str:
    known = result.names.get(f"countries.{code}")
    return pick(known, say.lang) if known is not None else say.word(code or "unknown")


def _name(result: Result, identity: str, say: Say) -> str:
    known = result.names.get(identity)
    return identity.rpartition(".")[2] if known is None else pick(known, say.lang)

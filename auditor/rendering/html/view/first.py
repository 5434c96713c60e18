"""The first screen: headline, what the case stands on, the result in short, who keeps the data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from auditor.rendering.html.view.wording import Wording
from auditor.rendering.telling.actions import ToDo, actions, by_rule
from auditor.rendering.telling.custody import SHOWN, Keeper, keepers, together
from auditor.rendering.telling.headline import headline
from auditor.rendering.telling.known import Edge, edge
from auditor.rendering.telling.provenance import provenance
from auditor.rendering.telling.short import Short, addressees, short
from auditor.rendering.words import pick, printable

#: How many actions the page has, and how many beside many findings.
MOST: Final = 12
FEWER: Final = 8


class First(Struct, frozen=True, kw_only=True):
    """What the first screen shows; `places` counts the places that `keepers` leaves out."""

    title: str
    headline: str
    provenance: str
    remarks: Sequence[Sequence[str]]
    short: Short
    addressees: Sequence[str]
    keepers: Sequence[Keeper]
    places: int
    edge: Edge
    todo: Sequence[ToDo]
    todo_left: int


def first(words: Wording) -> First:
    """Give the first screen of a report."""
    result, say, found = words.result, words.say, words.lettered
    todo = by_rule(actions(result, found, say), say)
    most = FEWER if words.brief else MOST
    rows = together(keepers(result, say))
    return First(
        title=printable(pick(result.case.title, words.lang)),
        headline=printable(headline(result, found, say)),
        provenance=printable(provenance(result, say)),
        remarks=_remarks(words),
        short=short(result, found, todo, say),
        addressees=addressees(result, say),
        keepers=rows[:SHOWN],
        places=sum(row.places for row in rows[SHOWN:]),
        edge=edge(result, found, words.report.scenarios, say),
        todo=todo[:most],
        todo_left=max(len(todo) - most, 0),
    )


def _remarks(words: Wording) -> list[list[str]]:
    """Give what must be read before the rest: what was not looked at, and what is only supposed; every other part of a line is code."""
    lines = [pick(line.message, words.lang) for line in words.result.not_looked_at]
    if words.result.case.later is not None:
        lines.insert(0, pick(words.result.case.later, words.lang))
    return [printable(line).split("`") for line in lines]

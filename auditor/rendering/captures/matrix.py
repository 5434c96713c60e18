"""Recipients by state of consent, in words: who was seen in which, how often, and how that stands to what is declared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from auditor.model.result.captures import CaptureTables, ReceivedLine, StatesLine
from auditor.model.result.document import Result
from auditor.rendering.captures.received import named
from auditor.rendering.words import Say, printable
from auditor.text import received as words

#: How many recipients are told where one screen holds the table.
ON_A_SCREEN: Final = 12


class Matrix(Struct, frozen=True):
    """The heads of the columns, a line for each recipient (its name, a cell for each state, its standing), and how many more there are."""

    heads: Sequence[str]
    lines: Sequence[Sequence[str]]
    left: int


def matrix(result: Result, say: Say, most: int) -> Matrix | None:
    """Give at most so many recipients by state of consent, None where the case has no captures."""
    tables = result.captures
    if tables is None or not tables.states:
        return None
    grouped = by_recipient(tables)
    states = list(dict.fromkeys(state for line in tables.states for state in line.states))
    lines = [
        [
            name(result, grouped[line.recipient][0], say),
            *(cell(line, state, say) for state in states),
            _standing(grouped[line.recipient], say),
        ]
        for line in tables.states[:most]
    ]
    heads = [
        say(words.HEADS["organisation"]),
        *(say(words.STATES[state]) for state in states),
        say(words.HEADS["standing"]),
    ]
    return Matrix(heads, lines, max(len(tables.states) - most, 0))


def by_recipient(tables: CaptureTables) -> dict[str, list[ReceivedLine]]:
    """Give what each recipient got, by its organisation, else by its host."""
    found: dict[str, list[ReceivedLine]] = {}
    for line in tables.received:
        found.setdefault(line.organisation or line.host, []).append(line)
    return found


def name(result: Result, line: ReceivedLine, say: Say) -> str:
    """Name a recipient: by its organisation, else by its domain."""
    return named(result, line.organisation, say) if line.organisation else printable(line.domain)


def cell(line: StatesLine, state: str, say: Say) -> str:
    """Say how often a recipient was seen in one state: not seen is not gone."""
    found = line.states[state]
    if not found.seen:
        return say(words.NOT_SEEN)
    often = say(words.OF_CAPTURES, seen=found.seen, captures=found.captures) if found.captures > 1 else ""
    counted = (
        say(words.ATTEMPTED_ONLY, count=found.attempted)
        if not found.sent
        else say(words.SENT, count=found.sent)
    )
    return f"{counted} ({often})" if often else counted


def _standing(lines: Sequence[ReceivedLine], say: Say) -> str:
    return ", ".join(dict.fromkeys(say(words.STANDINGS[line.standing]) for line in lines))

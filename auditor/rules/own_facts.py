"""Facts that stand at one place of many entries, as `flows.a.paid` and `flows.b.paid` do: kept as the entries and the place.

Of tens of thousands of flows the same is not stated, so that no address of it is put together before it is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import add
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from auditor.model.evidence import Routes
from auditor.rules.questions import kind_of_all, parted

if TYPE_CHECKING:
    from auditor.model.case.document import Case


class Entries(NamedTuple):
    """Entries of one section of a case, at one place of each of which a fact stands: their ids, and each, None where the case has none."""

    section: str
    path: str
    names: Sequence[str]
    each: Sequence[Any]


class OwnFacts(Sequence[str]):
    """The addresses of the fact at `path` of each of some `entries` (`flows.a`)."""

    __slots__ = ("entries", "path")

    def __init__(self, entries: Sequence[str], path: str) -> None:
        self.entries = entries
        self.path = path

    def looked_up(self, case: Case) -> Entries:
        """Give the entries, of which there is at least one, as a case has them."""
        section = self.entries[0].partition(".")[0]
        start, there = len(section) + 1, getattr(case, section, {})
        names = [entry[start:] for entry in self.entries]
        return Entries(section, self.path, names, list(map(there.get, names)))

    def __len__(self) -> int:
        """Tell how many facts there are."""
        return len(self.entries)

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> OwnFacts: ...
    def __getitem__(self, row: int | slice) -> str | OwnFacts:
        """Give the fact of one entry, or those of several."""
        if isinstance(row, slice):
            return OwnFacts(self.entries[row], self.path)
        return f"{self.entries[row]}.{self.path}"

    def __iter__(self) -> Iterator[str]:
        """Give each."""
        return map(add, self.entries, repeat(f".{self.path}"))


def standing_alike(facts: Sequence[str]) -> Sequence[str]:
    """Give facts that stand at one place of entries of one section as the entries and the place; others as they are."""
    if isinstance(facts, OwnFacts) or not facts or kind_of_all(facts) is None:
        return facts
    _, _, path = parted(facts[0])
    end = -len(path) - 1
    return OwnFacts([route[:end] for route in facts], path)


class OwnColumn(Sequence[Routes]):
    """A column of subjects to each of which one fact of an entry of its own is missing; they are `facts`."""

    __slots__ = ("facts",)

    def __init__(self, facts: OwnFacts) -> None:
        self.facts = facts

    def __len__(self) -> int:
        """Tell how many subjects there are."""
        return len(self.facts)

    @overload
    def __getitem__(self, row: int) -> Routes: ...
    @overload
    def __getitem__(self, row: slice) -> OwnColumn: ...
    def __getitem__(self, row: int | slice) -> Routes | OwnColumn:
        """Give the facts of one subject, or the column of several."""
        if isinstance(row, slice):
            return OwnColumn(self.facts[row])
        return (self.facts[row],)

    def __iter__(self) -> Iterator[Routes]:
        """Give the facts of each."""
        return zip(self.facts)

    def part(self, rows: Sequence[int]) -> OwnColumn:
        """Give the subjects in some rows."""
        entries = self.facts.entries
        return OwnColumn(OwnFacts([entries[row] for row in rows], self.facts.path))

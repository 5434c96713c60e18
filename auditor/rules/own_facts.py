"""Facts that stand at one place of many entries, as `flows.a.paid` and `flows.b.paid` do: kept as the entries and the place.

Of tens of thousands of flows the same is not stated, so that no address of it is put together before it is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import add
from typing import overload

from auditor.model.evidence import Routes


class OwnFacts(Sequence[str]):
    """The addresses of the fact at `path` of each of some `entries` (`flows.a`)."""

    __slots__ = ("entries", "path")

    def __init__(self, entries: Sequence[str], path: str) -> None:
        self.entries = entries
        self.path = path

    def names(self) -> tuple[str, list[str]]:
        """Give the section of the entries, of which there is at least one, and what each is called."""
        section = self.entries[0].partition(".")[0]
        start = len(section) + 1
        return section, [entry[start:] for entry in self.entries]

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

"""Readings: who can read data of an activity at a place, and by which entries that is shown.

A large estate has more readings than flows. So whoever reads alike shares all of a reading but their presence, and what can be read at
places alike is kept once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol

from msgspec import Struct

from auditor.graph.arrivals import Arrival, Entries
from auditor.model.evidence import Routes

How = Literal["end", "use", "machine", "key"]
#: Who reads, where and how.
Reader = tuple[str, str, How]


class Presence(Struct, frozen=True, eq=False, gc=False):
    """Somebody who is at a place, how, and the facts that put them there: the same in all activities."""

    reader: Reader
    facts: tuple[str, ...] = ()


#: Those at a place, nearest first.
Presences = tuple[Presence, ...]


class Doubt(Struct, frozen=True, eq=False, gc=False):
    """What somebody possibly reads besides what is certain: the categories, and the facts that keep them from being certain.

    `showing` are the entries that show it, `bringing` those that bring there what is read for certain or possibly.
    """

    maybe: int
    missing: Routes
    showing: Entries
    bringing: Entries


class Shown(Struct, frozen=True, eq=False, gc=False):
    """The entries that show what is read at a place for certain, those that bring it there, and what is only possible.

    They are in the order in which they show it or bring it there.
    """

    showing: Entries
    bringing: Entries
    doubt: Doubt | None = None

    def at(self, place: str) -> Shown:
        """Give what shows it at `place`, the one that it is about."""
        del place
        return self


class Ways(Protocol):
    """By which entries data comes to where it is read."""

    @property
    def doubt(self) -> Doubt | None:
        """What is only possible."""

    def at(self, place: str) -> Shown:
        """Give what shows what is read at `place`."""


class Readable(Struct, frozen=True, eq=False, gc=False):
    """What can be read of an activity at a place: the bits of `sure` for certain.

    Those of `passes` hops bring there and send on, for certain; those of `may_pass` perhaps, besides.
    """

    activity: str
    sure: int
    passes: int
    may_pass: int
    ways: Ways


class Reading(Struct, frozen=True, eq=False, gc=False):
    """Somebody who is at a place reads there what is readable.

    Which entry brings what first is told by the properties.
    """

    presence: Presence
    readable: Readable

    @property
    def who(self) -> str:
        """Who reads."""
        return self.presence.reader[0]

    @property
    def at(self) -> str:
        """The place."""
        return self.presence.reader[1]

    @property
    def how(self) -> How:
        """What lets them read."""
        return self.presence.reader[2]

    @property
    def proof(self) -> Routes:
        """The facts that show it, beyond the path."""
        return self.presence.facts

    @property
    def activity(self) -> str:
        """The activity."""
        return self.readable.activity

    @property
    def sure(self) -> int:
        """The categories that are read for certain."""
        return self.readable.sure

    @property
    def doubt(self) -> Doubt | None:
        """What is only possible."""
        return self.readable.ways.doubt

    @property
    def maybe(self) -> int:
        """The categories that are possibly read besides those that are for certain."""
        return 0 if self.doubt is None else self.doubt.maybe

    @property
    def missing(self) -> Routes:
        """The facts that keep a possible reading from being certain."""
        return () if self.doubt is None else self.doubt.missing

    @property
    def shown(self) -> Shown:
        """The entries that show it."""
        return self.readable.ways.at(self.at)

    @property
    def sure_by(self) -> tuple[tuple[int, Arrival], ...]:
        """The entries that show it for certain, with the categories that each is the first to bring."""
        return tuple(_firsts(self.shown.showing))

    @property
    def maybe_by(self) -> tuple[tuple[int, Arrival], ...]:
        """The entries that show it possibly, with the categories that each is the first to bring of those that are not certain."""
        return () if self.doubt is None else tuple(_firsts(self.doubt.showing, self.sure))

    @property
    def brought(self) -> tuple[tuple[int, Arrival], ...]:
        """The entries by which a hop brings there for certain what is read, whatever else has it start there."""
        return tuple(_firsts(self.shown.bringing))

    @property
    def maybe_brought(self) -> tuple[tuple[int, Arrival], ...]:
        """The same of entries that are possible, those that are certain among them."""
        return self.brought if self.doubt is None else tuple(_firsts(self.doubt.bringing))


def shown_by(certain: Entries, place: str) -> Shown:
    """Give what shows what is read for certain at a place, from all entries that do: those that enter it bring it there."""
    showing, _ = first_to_bring(certain)
    entered = entering(certain, place)
    return Shown(showing, showing if entered is certain else first_to_bring(entered)[0])


def together(entries: Entries) -> int:
    """Give what entries bring."""
    mask = 0
    for entry in entries:
        mask |= entry.bits
    return mask


def first_to_bring(entries: Entries, known: int = 0) -> tuple[Entries, int]:
    """Give the entries that bring what is not `known` and none before them brings, themselves where these are all, and what they bring."""
    if len(entries) < 2:
        new = entries[0].bits & ~known if entries else 0
        return (entries if new else ()), new
    found = [(bits, entry) for bits, entry in _firsts(entries, known) if bits]
    first = entries if len(found) == len(entries) else tuple(entry for _, entry in found)
    return first, together(first) & ~known


def entering(entries: Entries, place: str) -> Entries:
    """Give the entries that enter a place, not those that leave it."""
    if len(entries) == 1:
        return entries if entries[0].hop.b == place else ()
    found = tuple([entry for entry in entries if entry.hop.b == place])
    return entries if len(found) == len(entries) else found


def _firsts(entries: Entries, known: int = 0) -> Iterator[tuple[int, Arrival]]:
    """Give entries with the categories that each is the first to bring, beyond those that are `known`."""
    for entry in entries:
        yield entry.bits & ~known, entry
        known |= entry.bits

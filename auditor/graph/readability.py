"""Who can read what, where: whoever is at a place that data enters, and opens what seals it there.

What enters which place is searched twice in each activity: for what is certain, and for what is possible. Where an activity
leaves nothing open and seals nothing, what is certain is all that is possible, and it is searched once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from operator import is_
from typing import Final, Literal

from msgspec import Struct

from auditor.graph.arrivals import Arrival, Search, Start, leaves_open, settled, steps_of, without_doubt
from auditor.graph.estate import Estate
from auditor.graph.hop import ActivityIndex, Hop
from auditor.graph.limits import refuse_open
from auditor.graph.seals import CLEAR, Keys, keys_unsaid
from auditor.model.evidence import Routes, distinct
from auditor.model.materials import plain
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

How = Literal["end", "use", "machine", "key"]
#: How a host is isolated from whoever runs the machine below it, where somebody attests that they cannot look in.
ATTESTED: Final = "attested"
Entries = tuple[Arrival, ...]


#: Who reads, where and how.
Reader = tuple[str, str, How]


class Presence(Struct, frozen=True, gc=False):
    """Somebody who is at a place and the facts that put them there: the same in all activities."""

    reader: Reader
    facts: tuple[str, ...] = ()


class Reading(Struct, kw_only=True, gc=False):
    """`who` reads data of `activity` at the place `at`: for certain the bits of `sure`, possibly those of `maybe`.

    `proof` are the facts beyond the path; `missing` those that keep a possible reading from being certain. Entries are kept in the
    order in which they show it or bring there what is read; what each brings first is told by the properties.
    """

    who: str
    at: str
    activity: str
    how: How
    sure: int = 0
    maybe: int = 0
    proof: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    showing: Entries = ()
    maybe_showing: Entries = ()
    bringing: Entries = ()
    maybe_bringing: Entries = ()

    @property
    def sure_by(self) -> tuple[tuple[int, Arrival], ...]:
        """The entries that show it for certain, with the categories that each is the first to bring."""
        return tuple(_firsts(self.showing))

    @property
    def maybe_by(self) -> tuple[tuple[int, Arrival], ...]:
        """The entries that show it possibly, with the categories that each is the first to bring of those that are not certain."""
        return tuple(_firsts(self.maybe_showing, self.sure))

    @property
    def brings(self) -> int:
        """The categories that hops bring there for certain."""
        return _together(self.bringing)

    @property
    def may_bring(self) -> int:
        """The categories that hops bring there for certain or possibly."""
        return _together(self.maybe_bringing) | self.brings

    @property
    def brought(self) -> tuple[tuple[int, Arrival], ...]:
        """The entries by which a hop brings there for certain what is read, whatever else has it start there."""
        return tuple(_firsts(self.bringing))

    @property
    def maybe_brought(self) -> tuple[tuple[int, Arrival], ...]:
        """The same of entries that are possible, those that are certain among them."""
        return tuple(_firsts(self.maybe_bringing))


class Readability:
    """All readings of an estate, and what arrives where."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.keys = Keys(estate)
        self.readings: list[Reading] = []
        self.arrivals: dict[str, Arrival] = {}
        self._open = 0
        self._open_facts: dict[str, tuple[Routes, Routes, Routes]] = {}
        self._open_in = ""
        self._unsure: set[str] = set()
        self._present: dict[str, tuple[list[Presence], list[Presence]]] = {}
        for sheet in estate.sheets.values():
            self._read(sheet)

    @cached_property
    def by_who(self) -> dict[str, list[Reading]]:
        """The readings of each reader."""
        found: dict[str, list[Reading]] = {}
        for reading in self.readings:
            found.setdefault(reading.who, []).append(reading)
        return found

    @cached_property
    def by_place(self) -> dict[str, list[Reading]]:
        """The readings at each place."""
        found: dict[str, list[Reading]] = {}
        for reading in self.readings:
            found.setdefault(reading.at, []).append(reading)
        return found

    def _read(self, sheet: ActivityIndex) -> None:
        steps = steps_of(sheet.leaving(), self.estate.materials)
        once = settled(steps)
        found: dict[Reader, Reading] = {}
        search = Search(steps if once else without_doubt(steps), self.keys, self.count_open, certain=True)
        entries = search.run()
        for entry in entries:
            self._note_readers(sheet.id, search, entry, found)
            if isinstance(entry, Arrival):
                self.arrivals.setdefault(entry.place, entry)
        if once:
            for reading in found.values():
                reading.maybe_bringing = reading.bringing
            entries = [entry for entry in entries if entry.place in self._unsure]
        else:
            search = Search(steps, self.keys, self.count_open, certain=False)
            entries = search.run()
        for entry in entries:
            self._note_readers(sheet.id, search, entry, found, certain=False)
            if isinstance(entry, Arrival):
                self.arrivals.setdefault(entry.place, entry)
        self.readings.extend(found[reader] for reader in sorted(found))

    def _note_readers(
        self,
        activity: str,
        search: Search,
        entry: Start | Arrival,
        found: dict[Reader, Reading],
        *,
        certain: bool = True,
    ) -> None:
        """Note who reads what enters a place, or what of it leaves in clear where it starts there."""
        present = self._there(entry.place)[0 if certain else 1]
        if not present:
            return
        if isinstance(entry, Start):
            seals, witnesses = CLEAR, tuple(search.in_clear(entry))
        else:
            seals, witnesses = entry.seals, (entry,)
        for presence in present if witnesses else ():
            reader = presence.reader
            if seals:
                who, place, _ = reader
                if not self.keys.open_all(seals, who, place, certain=certain):
                    continue
                reader = who, place, "key"
            reading = found.get(reader)
            if reading is None:
                who, place, how = reader
                reading = found[reader] = Reading(
                    who=who, at=place, activity=activity, how=how, proof=presence.facts
                )
            for witness in witnesses:
                if certain:
                    _note_sure(reading, witness, presence.facts)
                else:
                    self._note_possible(reading, witness)

    def _note_possible(self, reading: Reading, entry: Arrival) -> None:
        if entry.place == reading.at:
            reading.maybe_bringing = _with(reading.maybe_bringing, entry, reading.bringing)
        new = entry.bits & ~(reading.sure | reading.maybe)
        if new:
            reading.maybe |= new
            reading.maybe_showing = (*reading.maybe_showing, entry)
            reading.missing = distinct((*reading.missing, *self.unsettled(entry, reading.at)))
            self.count_open(len(reading.missing))

    def count_open(self, facts: int) -> None:
        """Count facts that a way leaves open or sealed; raise UsageRefused where they are too many."""
        self._open += facts
        refuse_open(self._open)

    def unsettled(self, entry: Arrival, place: str) -> list[str]:
        """Give the facts for want of which what `entry` brings to `place` is read there only possibly."""
        left_open = [self._left_open(hop) for hop in _unsure_hops(entry)]
        routes = [route for doubt, _, _ in left_open for route in doubt]
        routes += [route for _, content, _ in left_open for route in content]
        routes += [route for _, _, keys in left_open for route in keys]
        if place in self.estate.case.hosts and self.estate.operator(place) == UNKNOWN:
            routes.append(f"hosts.{place}.operator")
        if not routes and place in self.estate.case.hosts:
            unsettled = self.estate.unsettled_machine(place)
            if unsettled:
                routes.append(f"hosts.{unsettled}.runs_on")
        if not routes and place in self.estate.case.hosts:
            routes.extend(isolated(self.estate, [place, *self.estate.machines(place)]))
        return routes

    def _left_open(self, hop: Hop) -> tuple[Routes, Routes, Routes]:
        """Give the facts that a hop leaves open: whether it is, how its content is sealed, with whose keys.

        They are kept for one activity at a time, as its hops are on many ways and on none of others.
        """
        if hop.activity != self._open_in:
            self._open_in = hop.activity
            self._open_facts.clear()
        found = self._open_facts.get(hop.id)
        if found is None:
            flow = hop.flow
            content = flow is not None and plain(flow.content) in UNSETTLED
            keys = flow is not None and keys_unsaid(flow)
            found = (
                hop.doubt,
                (f"{hop.route}.content",) if content else (),
                (f"{hop.route}.keys",) if keys else (),
            )
            self._open_facts[hop.id] = found
        return found

    def _there(self, place: str) -> tuple[list[Presence], list[Presence]]:
        """Give who is at a place for certain, and who is there possibly."""
        found = self._present.get(place)
        if found is None:
            sure, possible = self._look(place, certain=True), self._look(place, certain=False)
            found = self._present[place] = (sure, possible)
            if possible != sure:
                self._unsure.add(place)
        return found

    def _look(self, place: str, *, certain: bool) -> list[Presence]:
        estate = self.estate
        if place in estate.case.people:
            return []
        if place in estate.case.organisations:
            return [Presence((place, place, "end"))]
        found: list[Presence] = []
        operator = estate.operator(place)
        if operator in estate.case.organisations:
            found.append(Presence((operator, place, "use"), (f"hosts.{place}.operator",)))
        elif operator == UNKNOWN and not certain:
            found.append(Presence((UNKNOWN, place, "use")))
        facts: tuple[str, ...] = ()
        above = place
        shut_off = certain and place in estate.case.hosts and bool(isolated(estate, [place]))
        for machine in estate.machines(place):
            facts = (*facts, f"hosts.{above}.runs_on", f"hosts.{machine}.operator")
            above = machine
            holder = estate.operator(machine)
            shut_off = shut_off or (certain and bool(isolated(estate, [machine])))
            if holder in estate.case.organisations and holder != operator and not shut_off:
                found.append(Presence((holder, place, "machine"), facts))
        if not certain and estate.unsettled_machine(place):
            maybe = (who for who in self.candidates(place) if who != operator)
            found.extend(Presence((who, place, "machine")) for who in maybe)
        return found

    def candidates(self, host: str) -> list[str]:
        """Give the operators of the hosts that `host` sends data to and may run on: hosting providers, or who may be one."""
        estate = self.estate
        near = {
            hop.b
            for sheet in estate.sheets.values()
            for hop in sheet.onward(host)
            if hop.b in estate.case.hosts
        }
        operators = {estate.operator(other) for other in near}
        return sorted(who for who in operators if who == UNKNOWN or _may_host(estate.terms(who)))


def _note_sure(reading: Reading, entry: Arrival, facts: tuple[str, ...]) -> None:
    new = entry.bits & ~reading.sure
    if new:
        reading.sure |= new
        reading.showing = (*reading.showing, entry)
        reading.proof = facts
    if entry.place == reading.at:
        reading.bringing = _with(reading.bringing, entry, reading.showing)


def _unsure_hops(entry: Arrival) -> list[Hop]:
    """Give the hops on the path of `entry` that leave something open."""
    hops = [entry.hop] if leaves_open(entry.hop) else []
    before = entry.unsure
    while before is not None:
        hops.append(before.hop)
        before = before.unsure
    return hops[::-1]


def _firsts(entries: Entries, known: int = 0) -> Iterator[tuple[int, Arrival]]:
    """Give entries with the categories that each is the first to bring, beyond those that are `known`."""
    for entry in entries:
        yield entry.bits & ~known, entry
        known |= entry.bits


def _together(entries: Entries) -> int:
    mask = 0
    for entry in entries:
        mask |= entry.bits
    return mask


def _with(found: Entries, entry: Arrival, likely: Entries) -> Entries:
    """Give entries with one more if it brings what none before it does: `likely` itself, where these are the same entries."""
    if not entry.bits & ~_together(found):
        return found
    made = (*found, entry)
    return likely if len(likely) == len(made) and all(map(is_, made, likely)) else made


def _may_host(terms: frozenset[str] | None) -> bool:
    return terms is None or "hosting-provider" in terms


def isolated(estate: Estate, places: list[str]) -> list[str]:
    """Give the facts by which one of `places`, each on top of the next, is attested to be shut off from who runs the last."""
    return [
        f"hosts.{place}.isolation"
        for place in places
        if plain(estate.case.hosts[place].isolation) == ATTESTED
    ]

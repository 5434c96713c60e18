"""Who can read what, where: whoever is at a place that data enters, and opens what seals it there.

Where an activity leaves nothing open and seals nothing, whatever comes to a place is read there for certain. In the others it is searched
for twice what enters which place: for what is certain, and for what is possible.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, islice
from operator import attrgetter
from typing import Final

from auditor.graph.arrivals import Arrival, Entries, Search, Steps, leaves_open, steps_of, without_doubt
from auditor.graph.estate import Estate
from auditor.graph.hop import ActivityIndex, Hop
from auditor.graph.limits import refuse_open
from auditor.graph.readings import (
    Doubt,
    Presence,
    Presences,
    Readable,
    Reader,
    Reading,
    Shown,
    entering,
    first_to_bring,
    shown_by,
    together,
)
from auditor.graph.seals import Keys, keys_unsaid
from auditor.graph.settled import Bits, SettledWays, settled, spread
from auditor.model.evidence import Routes, distinct
from auditor.model.materials import plain
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

#: How a host is isolated from whoever runs the machine below it, where somebody attests that they cannot look in.
ATTESTED: Final = "attested"
_READER: Final = attrgetter("presence.reader")
_PRESENT: Final = attrgetter("reader")
_ACTIVITY_AND_READER: Final = attrgetter("readable.activity", "presence.reader")
_SEALS: Final = attrgetter("seals")
#: What is read alike at some places of an activity, and the list of its readings.
_ReadAlike = tuple[list[Reading], Readable]


class Readability:
    """All readings of an estate, and what arrives where."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.keys = Keys(estate)
        self._entered: dict[str, Arrival | SettledWays] = {}
        self._open = 0
        self._open_facts: dict[str, tuple[Routes, Routes, Routes]] = {}
        self._open_in = ""
        self._present: dict[str, tuple[Presences, Presences]] = {}
        self._settled: set[str] = set()
        #: All readings, activity by activity, in order of reader.
        self.readings: list[Reading] = self._all()

    def arrival(self, place: str) -> Arrival | None:
        """Give the first entry into a place, in the first activity that has one."""
        found = self._entered.get(place)
        return found.at(place).bringing[0] if isinstance(found, SettledWays) else found

    @cached_property
    def by_who(self) -> dict[str, list[Reading]]:
        """The readings of each reader."""
        found: dict[str, list[Reading]] = defaultdict(list)
        for reading in self.readings:
            found[reading.presence.reader[0]].append(reading)
        return dict(found)

    @cached_property
    def by_place(self) -> dict[str, list[Reading]]:
        """The readings at each place."""
        found: dict[str, list[Reading]] = defaultdict(list)
        for reading in self.readings:
            found[reading.presence.reader[1]].append(reading)
        return dict(found)

    def at(self, who: str, activity: str, place: str) -> Iterator[Reading]:
        """Give the readings of somebody at a place in an activity; those at each place are in the order of activities and readers."""
        readings, first = self.by_place.get(place, ()), (activity, (who,))
        for reading in islice(readings, bisect_left(readings, first, key=_ACTIVITY_AND_READER), None):
            if (reading.activity, reading.who) != (activity, who):
                break
            yield reading

    def reading_all(self, who: str, hop: Hop) -> Presence | None:
        """Give how somebody is at the end of a hop who certainly reads whatever it brings; nothing where its activity is not settled."""
        if not hop.mask or hop.activity not in self._settled:
            return None
        sure, _ = self._there(hop.b)
        return next((presence for presence in sure if presence.reader[0] == who), None)

    def _all(self) -> list[Reading]:
        """Give who reads what, activity by activity; whoever is at a place for certain reads alike what is settled there."""
        by_activity: list[list[Reading]] = []
        settled_at: dict[str, list[_ReadAlike]] = defaultdict(list)
        for sheet in self.estate.sheets.values():
            made: list[Reading] = []
            by_activity.append(made)
            if settled(sheet.hops):
                self._settled.add(sheet.id)
                self._settle(sheet, made, settled_at)
            else:
                made += self._searched(sheet)
        present: list[Presence] = []
        for place, each in settled_at.items():
            sure, others = self._there(place)
            present += sure
            for made, readable in each if others else ():
                entries = readable.ways.at(place).showing
                made.extend(self._alike(others, readable.activity, (), entries))
        unordered = [made for made in by_activity if made]
        for presence in sorted(present, key=_PRESENT):
            for made, readable in settled_at[presence.reader[1]]:
                made.append(Reading(presence, readable))
        for made in unordered:
            made.sort(key=_READER)
        return [*chain(*by_activity)]

    def _settle(
        self, sheet: ActivityIndex, made: list[Reading], settled_at: dict[str, list[_ReadAlike]]
    ) -> None:
        """Note what is read at each place of a settled activity, the same object wherever the same is."""
        ways = SettledWays(sheet, self.keys)
        alike: dict[Bits, _ReadAlike] = {}
        for place, bits in spread(sheet, self.estate.case.people):
            sure, brings, passes = bits
            if brings:
                self._entered.setdefault(place, ways)
            if sure:
                known = alike.get(bits)
                if known is None:
                    readable = Readable(sheet.id, sure, passes=passes, may_pass=0, ways=ways)
                    known = alike[bits] = made, readable
                settled_at[place].append(known)

    def _searched(self, sheet: ActivityIndex) -> Iterator[Reading]:
        """Give who reads what in an activity that seals something or leaves it open."""
        steps = steps_of(sheet.leaving(), self.estate.materials)
        certain = self._shown(without_doubt(steps), certain=True)
        possible = self._shown(steps, certain=False)
        for place in possible.keys() | certain.keys():
            yield from self._read_at(place, sheet.id, certain.get(place, ()), possible.get(place, ()))

    def _shown(self, steps: Steps, *, certain: bool) -> dict[str, Entries]:
        found = Search(steps, self.keys, self.count_open, certain=certain).shown()
        for place, entries in found.items():
            entered = entering(entries, place)
            if entered:
                self._entered.setdefault(place, entered[0])
        return found

    def _read_at(self, place: str, activity: str, certain: Entries, possible: Entries) -> list[Reading]:
        """Give who reads what at a place: what is in clear is read by all alike, what is sealed by each who opens it."""
        sure, others = self._there(place)
        sealed = any(map(_SEALS, (*certain, *possible)))
        clear, maybe_clear = (_in_clear(certain), _in_clear(possible)) if sealed else (certain, possible)
        made: list[Reading] = []
        if sure and (clear or maybe_clear):
            made += self._alike(sure, activity, clear, maybe_clear)
        if others and maybe_clear:
            made += self._alike(others, activity, (), maybe_clear)
        for presence in (*sure, *others) if sealed else ():
            opened = self._opened(presence, certain, certain=True) if presence in sure else ()
            maybe_opened = self._opened(presence, possible, certain=False)
            if opened or maybe_opened:
                holder = Presence((*presence.reader[:2], "key"), presence.facts)
                made += self._alike((holder,), activity, opened, maybe_opened)
        return made

    def _opened(self, presence: Presence, entries: Entries, *, certain: bool) -> Entries:
        """Give the entries whose seals somebody at a place can open."""
        who, place, _ = presence.reader
        open_all = self.keys.open_all
        return tuple(
            entry for entry in entries if entry.seals and open_all(entry.seals, who, place, certain=certain)
        )

    def _alike(self, readers: Presences, activity: str, certain: Entries, possible: Entries) -> list[Reading]:
        """Give what each of the readers at a place reads by the same entries, certain and possible ones."""
        _, place, _ = readers[0].reader
        shown, sure = shown_by(certain, place), together(certain)
        doubt = self._doubt(place, possible, sure, shown.bringing)
        ways = shown if doubt is None else Shown(shown.showing, shown.bringing, doubt)
        out, out_maybe = self.estate.sheets[activity].sent(place)
        brings = together(shown.bringing)
        may_bring = brings if doubt is None else brings | together(doubt.bringing)
        passes = brings & out
        may_pass = may_bring & (out | out_maybe) & ~passes
        readable = Readable(activity, sure, passes=passes, may_pass=may_pass, ways=ways)
        return [Reading(presence, readable) for presence in readers]

    def _doubt(self, place: str, possible: Entries, sure: int, bringing: Entries) -> Doubt | None:
        """Give what is read at a place besides what is certain, and for want of which facts; nothing where no more is possible."""
        showing, maybe = first_to_bring(possible, sure)
        maybe_bringing, _ = first_to_bring(entering(possible, place))
        if not showing and maybe_bringing == bringing:
            return None
        missing: Routes = ()
        for entry in showing:
            missing = distinct((*missing, *self.unsettled(entry, place)))
            self.count_open(len(missing))
        return Doubt(maybe, missing, showing, maybe_bringing)

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

    def _there(self, place: str) -> tuple[Presences, Presences]:
        """Give who is at a place for certain, and who may be there besides."""
        found = self._present.get(place)
        if found is None:
            found = self._present[place] = self._look(place)
        return found

    def _look(self, place: str) -> tuple[Presences, Presences]:
        estate = self.estate
        if place in estate.case.people:
            return (), ()
        if place in estate.case.organisations:
            return (Presence((place, place, "end")),), ()
        sure: dict[Reader, Presence] = {}
        others: dict[Reader, Presence] = {}
        operator = estate.operator(place)
        for presence, certain in self._by_machines(place, operator):
            if presence.reader not in sure and presence.reader not in others:
                (sure if certain else others)[presence.reader] = presence
        return tuple(sure.values()), tuple(others.values())

    def _by_machines(self, place: str, operator: str) -> Iterator[tuple[Presence, bool]]:
        """Give who operates a host and the machines below it, or may, each with whether they are there for certain."""
        estate = self.estate
        if operator in estate.case.organisations:
            yield Presence((operator, place, "use"), (f"hosts.{place}.operator",)), True
        elif operator == UNKNOWN:
            yield Presence((UNKNOWN, place, "use")), False
        facts: tuple[str, ...] = ()
        above = place
        shut_off = place in estate.case.hosts and bool(isolated(estate, [place]))
        for machine in estate.machines(place):
            facts = (*facts, f"hosts.{above}.runs_on", f"hosts.{machine}.operator")
            above = machine
            holder = estate.operator(machine)
            shut_off = shut_off or bool(isolated(estate, [machine]))
            if holder in estate.case.organisations and holder != operator:
                yield Presence((holder, place, "machine"), facts), not shut_off
        if estate.unsettled_machine(place):
            for who in self.candidates(place):
                if who != operator:
                    yield Presence((who, place, "machine")), False

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


def _unsure_hops(entry: Arrival) -> list[Hop]:
    """Give the hops on the path of `entry` that leave something open."""
    hops = [entry.hop] if leaves_open(entry.hop) else []
    before = entry.unsure
    while before is not None:
        hops.append(before.hop)
        before = before.unsure
    return hops[::-1]


def _in_clear(entries: Entries) -> Entries:
    return tuple(entry for entry in entries if not entry.seals)


def _may_host(terms: frozenset[str] | None) -> bool:
    return terms is None or "hosting-provider" in terms


def isolated(estate: Estate, places: list[str]) -> list[str]:
    """Give the facts by which one of `places`, each on top of the next, is attested to be shut off from who runs the last."""
    return [
        f"hosts.{place}.isolation"
        for place in places
        if plain(estate.case.hosts[place].isolation) == ATTESTED
    ]

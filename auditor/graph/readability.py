"""Who can read what, where: whoever is at a place that data enters, and opens what seals it there.

What enters which place is searched twice in each activity: for what is certain, and for what is possible. Where an activity
leaves nothing open and seals nothing, what is certain is all that is possible, and it is searched once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from operator import attrgetter
from typing import Final, Literal

from msgspec import Struct

from auditor.graph.arrivals import (
    Arrival,
    Search,
    Start,
    Steps,
    leaves_open,
    settled,
    steps_of,
    without_doubt,
)
from auditor.graph.estate import Estate
from auditor.graph.hop import ActivityIndex, Hop
from auditor.graph.limits import refuse_open
from auditor.graph.seals import Keys, keys_unsaid
from auditor.model.evidence import Routes, distinct
from auditor.model.materials import plain
from auditor.model.vocabulary import UNKNOWN, UNSETTLED

How = Literal["end", "use", "machine", "key"]
#: How a host is isolated from whoever runs the machine below it, where somebody attests that they cannot look in.
ATTESTED: Final = "attested"
Entries = tuple[Arrival, ...]
#: Who reads, where and how.
Reader = tuple[str, str, How]
_READER: Final = attrgetter("presence.reader")
_WHERE: Final = attrgetter("activity", "at")
_SEALS: Final = attrgetter("seals")


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


class Reading(Struct, frozen=True, eq=False, gc=False):
    """Somebody who is at a place reads there data of `activity`: for certain the bits of `sure`, possibly those of `maybe`.

    Entries are kept in the order in which they show it or bring there what is read; what each brings first is told by the
    properties. A large estate has more readings than flows, so that whoever reads alike shares all of this but their presence.
    """

    presence: Presence
    activity: str
    sure: int
    showing: Entries
    bringing: Entries
    doubt: Doubt | None

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
    def maybe(self) -> int:
        """The categories that are possibly read besides those that are for certain."""
        return 0 if self.doubt is None else self.doubt.maybe

    @property
    def missing(self) -> Routes:
        """The facts that keep a possible reading from being certain."""
        return () if self.doubt is None else self.doubt.missing

    @property
    def sure_by(self) -> tuple[tuple[int, Arrival], ...]:
        """The entries that show it for certain, with the categories that each is the first to bring."""
        return tuple(_firsts(self.showing))

    @property
    def maybe_by(self) -> tuple[tuple[int, Arrival], ...]:
        """The entries that show it possibly, with the categories that each is the first to bring of those that are not certain."""
        return () if self.doubt is None else tuple(_firsts(self.doubt.showing, self.sure))

    @property
    def brings(self) -> int:
        """The categories that hops bring there for certain."""
        return _together(self.bringing)

    @property
    def may_bring(self) -> int:
        """The categories that hops bring there for certain or possibly."""
        return self.brings if self.doubt is None else _together(self.doubt.bringing) | self.brings

    @property
    def brought(self) -> tuple[tuple[int, Arrival], ...]:
        """The entries by which a hop brings there for certain what is read, whatever else has it start there."""
        return tuple(_firsts(self.bringing))

    @property
    def maybe_brought(self) -> tuple[tuple[int, Arrival], ...]:
        """The same of entries that are possible, those that are certain among them."""
        return self.brought if self.doubt is None else tuple(_firsts(self.doubt.bringing))


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
        self._present: dict[str, tuple[Presences, Presences]] = {}
        for sheet in estate.sheets.values():
            self._read(sheet)

    @cached_property
    def by_who(self) -> dict[str, list[Reading]]:
        """The readings of each reader."""
        found: dict[str, list[Reading]] = defaultdict(list)
        for reading in self.readings:
            found[reading.presence.reader[0]].append(reading)
        return dict(found)

    def at(self, who: str, activity: str, place: str) -> Iterator[Reading]:
        """Give the readings of somebody at a place in an activity; those of each reader are in the order of activities and places."""
        readings, where = self.by_who.get(who, ()), (activity, place)
        for reading in islice(readings, bisect_left(readings, where, key=_WHERE), None):
            if _WHERE(reading) != where:
                break
            yield reading

    @cached_property
    def by_place(self) -> dict[str, list[Reading]]:
        """The readings at each place."""
        found: dict[str, list[Reading]] = defaultdict(list)
        for reading in self.readings:
            found[reading.presence.reader[1]].append(reading)
        return dict(found)

    def _read(self, sheet: ActivityIndex) -> None:
        steps = steps_of(sheet.leaving(), self.estate.materials)
        once = settled(steps)
        certain = self._shown(steps if once else without_doubt(steps), certain=True)
        possible = certain if once else self._shown(steps, certain=False)
        made: list[Reading] = []
        for place in possible.keys() | certain.keys():
            made += self._read_at(place, sheet.id, certain.get(place, ()), possible.get(place, ()))
        made.sort(key=_READER)
        self.readings += made

    def _shown(self, steps: Steps, *, certain: bool) -> dict[str, Entries]:
        """Give what shows what can be read at each place: what enters it, or by what data that starts there leaves it in clear.

        Nothing shows what people have at hand themselves: nobody else reads there.
        """
        search = Search(steps, self.keys, self.count_open, certain=certain)
        people = self.estate.case.people
        found: dict[str, Entries] = {}
        alone: dict[Arrival, Entries] = {}
        for entry in search.run():
            place = entry.place
            if isinstance(entry, Start):
                shown = () if place in people else tuple(search.in_clear(entry))
            else:
                shown = (entry,)
                self.arrivals.setdefault(place, entry)
            if len(shown) == 1:  # what leaves one place and enters another shows what is read at both
                shown = alone.setdefault(shown[0], shown)
            if shown:
                found[place] = (*found[place], *shown) if place in found else shown
        return found

    def _read_at(self, place: str, activity: str, certain: Entries, possible: Entries) -> list[Reading]:
        """Give who reads what at a place: what is in clear is read by all alike, what is sealed by each who opens it."""
        sure, others = self._there(place)
        sealed = possible is not certain and any(map(_SEALS, (*certain, *possible)))
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
        showing, sure = _first_to_bring(certain)
        entering = _entering(certain, place)
        bringing = showing if entering is certain else _first_to_bring(entering)[0]
        doubt = None if possible is certain else self._doubt(place, possible, sure, bringing)
        return [
            Reading(presence, activity, sure=sure, showing=showing, bringing=bringing, doubt=doubt)
            for presence in readers
        ]

    def _doubt(self, place: str, possible: Entries, sure: int, bringing: Entries) -> Doubt | None:
        """Give what is read at a place besides what is certain, and for want of which facts; nothing where no more is possible."""
        showing, maybe = _first_to_bring(possible, sure)
        maybe_bringing, _ = _first_to_bring(_entering(possible, place))
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


def _first_to_bring(entries: Entries, known: int = 0) -> tuple[Entries, int]:
    """Give the entries that bring what is not `known` and none before them brings, themselves where these are all, and what they bring."""
    if len(entries) < 2:
        new = entries[0].bits & ~known if entries else 0
        return (entries if new else ()), new
    found = [(bits, entry) for bits, entry in _firsts(entries, known) if bits]
    first = entries if len(found) == len(entries) else tuple(entry for _, entry in found)
    return first, _together(first) & ~known


def _entering(entries: Entries, place: str) -> Entries:
    """Give the entries that enter a place, not those that leave it."""
    if len(entries) == 1:
        return entries if entries[0].hop.b == place else ()
    found = tuple([entry for entry in entries if entry.hop.b == place])
    return entries if len(found) == len(entries) else found


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

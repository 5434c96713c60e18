"""Who can read what, where: a product search over (place, seals, categories), activity by activity.

Data starts from people, or from a place where nothing brings it. Transport protects a hop and ends at its place; content
protection is a seal that stays until somebody who holds its keys opens it. The search runs twice. For what is certain,
content whose protection nobody stated counts as sealed with a key nobody holds; for what is possible, as clear.
Paths are never enumerated: each place is entered once per category and per set of groups who can open what is sealed, in
order of hops, then of how well the path is known, then of ids, so the first entry is the witness. All content that nobody
can open counts as sealed by one seal. Where an activity leaves nothing open and seals nothing, what is certain is all that is
possible, and it is searched once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import reduce
from operator import is_, or_
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from auditor.graph.estate import Estate
from auditor.graph.hop import ActivityIndex, Hop
from auditor.graph.limits import refuse_open
from auditor.model.case.flows import Flow
from auditor.model.evidence import distinct
from auditor.model.materials import plain, several
from auditor.model.vocabulary import KNOWN_ORDER, UNKNOWN, UNSETTLED

How = Literal["end", "use", "machine", "key"]
SEALING: Final = frozenset({"encrypted", "end-to-end"})
#: How a host is isolated from whoever runs the machine below it, where somebody attests that they cannot look in.
ATTESTED: Final = "attested"
Seals = frozenset[str]
#: For how many open facts a seal counts.
SEALED: Final = 2
CLEAR: Final[Seals] = frozenset()
#: Content whose protection nobody stated, where only what is certain counts: nobody can open it, whatever else seals it.
UNSTATED: Final[Seals] = frozenset({"?"})
#: Each pair of ways in which a flow and its content may be known, as ranks: 0 is the best known.
RANKS: Final = {(a, b): (n, m) for n, a in enumerate(KNOWN_ORDER) for m, b in enumerate(KNOWN_ORDER)}
#: Who can open a seal, and at which places somebody nobody named does.
Group = tuple[frozenset[str], frozenset[str]]
#: Who is at a place, how, and the facts that put them there.
Presence = tuple[str, How, tuple[str, ...]]


class Arrival(Struct, frozen=True, eq=False, kw_only=True):
    """Categories entering a place by a hop, and where they came from; no hop where they start.

    `hops` counts those of its path; `unsure` is the last entry before this one whose hop leaves something open.
    """

    place: str
    seals: Seals
    bits: int
    hop: Hop | None
    before: Arrival | None
    rank: int
    hops: int = 0
    unsure: Arrival | None = None

    def path(self) -> tuple[Hop, ...]:
        """Give the hops from the start to this place."""
        hops: list[Hop] = []
        entry: Arrival | None = self
        while entry is not None:
            if entry.hop is not None:
                hops.append(entry.hop)
            entry = entry.before
        return tuple(reversed(hops))


Entries = tuple[Arrival, ...]


class Reading(Struct, kw_only=True):
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
        self.readings: list[Reading] = []
        self.out: dict[tuple[str, str], int] = defaultdict(int)
        self.out_maybe: dict[tuple[str, str], int] = defaultdict(int)
        self.arrivals: dict[str, Arrival] = {}
        self._known: dict[str, tuple[int, int]] = {}
        self._open = 0
        self._groups: dict[tuple[str, bool], Group] = {}
        self._present: dict[tuple[str, bool], list[Presence]] = {}
        for sheet in estate.sheets.values():
            for hop in sheet.hops:
                (self.out_maybe if hop.doubt else self.out)[sheet.id, hop.a] |= hop.mask
            self._read(sheet)
        self.by_who: dict[str, list[Reading]] = defaultdict(list)
        self.by_place: dict[str, list[Reading]] = defaultdict(list)
        for reading in self.readings:
            self.by_who[reading.who].append(reading)
            self.by_place[reading.at].append(reading)

    def ranks(self, hop: Hop) -> tuple[int, int]:
        """Give how well `hop` is known, the worse of the flow and of what it says of its content, 0 the best."""
        found = self._known.get(hop.route)
        if found is None:
            known = self.estate.materials.known
            flow = known(hop.route)
            content = known(f"{hop.route}.content") if hop.flow is not None else flow
            found = self._known[hop.route] = RANKS[flow, content]
        return found

    def _read(self, sheet: ActivityIndex) -> None:
        out = self.estate.leaving(sheet.id)
        collected: dict[tuple[str, str, How], Reading] = {}
        entries: list[Arrival] = []
        for certain in (True, False):
            if certain or not _settled(out):
                hops = _without_doubt(out) if certain else out
                entries = _Search(self, sheet, hops, certain=certain).run()
            for entry in entries:
                if entry.hop is not None:
                    self.arrivals.setdefault(entry.place, entry)
                self._readers(sheet, entry, out, collected, certain=certain)
        self.readings.extend(collected[key] for key in sorted(collected))

    def _readers(
        self,
        sheet: ActivityIndex,
        entry: Arrival,
        out: dict[str, list[Hop]],
        collected: dict[tuple[str, str, How], Reading],
        *,
        certain: bool,
    ) -> None:
        estate = self.estate
        if entry.place in estate.case.people:
            return
        for witness in self._clear_starts(entry, out, certain=certain) if entry.hop is None else [entry]:
            for who, how, facts in self._there(entry.place, certain=certain):
                if not all(self.opens(seal, who, entry.place, certain=certain) for seal in entry.seals):
                    continue
                actual: How = "key" if entry.seals else how
                key = (who, entry.place, actual)
                reading = collected.get(key)
                if reading is None:
                    reading = collected[key] = Reading(
                        who=who, at=entry.place, activity=sheet.id, how=actual, proof=facts
                    )
                self._note(reading, witness, facts, certain=certain)

    def _note(self, reading: Reading, entry: Arrival, facts: tuple[str, ...], *, certain: bool) -> None:
        new = entry.bits & ~(reading.sure | reading.maybe)
        if new and certain:
            reading.sure |= new
            reading.showing = (*reading.showing, entry)
            reading.proof = facts
        if entry.hop is not None and entry.hop.b == reading.at:
            if certain:
                reading.bringing = _with(reading.bringing, entry, reading.showing)
            else:
                reading.maybe_bringing = _with(reading.maybe_bringing, entry, reading.bringing)
        if new and not certain:
            reading.maybe |= new
            reading.maybe_showing = (*reading.maybe_showing, entry)
            reading.missing = distinct((*reading.missing, *self.unsettled(entry, reading.at)))
            self.count_open(len(reading.missing))

    def count_open(self, facts: int) -> None:
        """Count facts that a way leaves open or sealed; raise UsageRefused where they are too many."""
        self._open += facts
        refuse_open(self._open)

    def _unsure_hops(self, entry: Arrival) -> list[Hop]:
        """Give the hops on the path of `entry` that leave something open."""
        hops = [entry.hop] if entry.hop is not None and _unsure(entry.hop) else []
        before = entry.unsure
        while before is not None:
            if before.hop is not None:
                hops.append(before.hop)
            before = before.unsure
        return hops[::-1]

    def unsettled(self, entry: Arrival, place: str) -> list[str]:
        """Give the facts for want of which what `entry` brings to `place` is read there only possibly."""
        unsure = self._unsure_hops(entry)
        routes = [route for hop in unsure for route in hop.doubt]
        routes += [f"{hop.route}.content" for hop in unsure if _unsaid(hop.flow)]
        routes += [f"{hop.route}.keys" for hop in unsure if hop.flow is not None and _open(hop.flow)]
        if place in self.estate.case.hosts and self.estate.operator(place) == UNKNOWN:
            routes.append(f"hosts.{place}.operator")
        if not routes and place in self.estate.case.hosts:
            unsettled = self.estate.unsettled_machine(place)
            if unsettled:
                routes.append(f"hosts.{unsettled}.runs_on")
        if not routes and place in self.estate.case.hosts:
            routes.extend(isolated(self.estate, [place, *self.estate.machines(place)]))
        return routes

    def _clear_starts(self, start: Arrival, out: dict[str, list[Hop]], *, certain: bool) -> list[Arrival]:
        """Give what a place where data starts has in clear: what it sends without protecting the content."""
        found = []
        for hop in sorted(out.get(start.place, ()), key=lambda h: (max(self.ranks(h)), h.id)):
            content = _content(hop)
            bits = hop.mask & start.bits
            if certain and hop.doubt:
                continue
            if bits and (content == "none" or (not certain and content in UNSETTLED)):
                found.append(
                    Arrival(
                        place=start.place,
                        seals=CLEAR,
                        bits=bits,
                        hop=hop,
                        before=None,
                        rank=max(self.ranks(hop)),
                        hops=1,
                    )
                )
        return found

    def _there(self, place: str, *, certain: bool) -> list[Presence]:
        """Give who is at a place, the same in all activities."""
        found = self._present.get((place, certain))
        if found is None:
            found = self._present[place, certain] = self._look(place, certain=certain)
        return found

    def _look(self, place: str, *, certain: bool) -> list[Presence]:
        estate = self.estate
        if place in estate.case.organisations:
            return [(place, "end", ())]
        found: list[Presence] = []
        operator = estate.operator(place)
        if operator in estate.case.organisations:
            found.append((operator, "use", (f"hosts.{place}.operator",)))
        elif operator == UNKNOWN and not certain:
            found.append((UNKNOWN, "use", ()))
        facts: tuple[str, ...] = ()
        above = place
        shut_off = certain and place in estate.case.hosts and bool(isolated(estate, [place]))
        for machine in estate.machines(place):
            facts = (*facts, f"hosts.{above}.runs_on", f"hosts.{machine}.operator")
            above = machine
            holder = estate.operator(machine)
            shut_off = shut_off or (certain and bool(isolated(estate, [machine])))
            if holder in estate.case.organisations and holder != operator and not shut_off:
                found.append((holder, "machine", facts))
        if not certain and estate.unsettled_machine(place):
            found.extend((who, "machine", ()) for who in self.candidates(place) if who != operator)
        return found

    def group(self, seal: str, *, certain: bool) -> Group:
        """Give who can open the content sealed by the flow `seal`, and the places where somebody nobody named does.

        For certain, whoever runs an end opens what is sealed for the ends; possibly, somebody nobody named holds any key.
        """
        found = self._groups.get((seal, certain))
        if found is None:
            flow = self.estate.case.flows.get(seal)
            sealed_for_ends = certain and flow is not None and plain(flow.content) == "end-to-end"
            ends = (*several(flow.from_), *several(flow.to)) if flow is not None and sealed_for_ends else ()
            found = openers(self.estate, seal, certain=certain), frozenset(ends)
            self._groups[seal, certain] = found
        return found

    def opens(self, seal: str, who: str, place: str, *, certain: bool) -> bool:
        """Tell whether `who`, at `place`, can open the content sealed by the flow `seal`."""
        named, ends = self.group(seal, certain=certain)
        if who == UNKNOWN:
            return place in ends if certain else seal in self.estate.case.flows
        return who in named

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


def _firsts(entries: Entries, known: int = 0) -> Iterator[tuple[int, Arrival]]:
    """Give entries with the categories that each is the first to bring, beyond those that are `known`."""
    for entry in entries:
        yield entry.bits & ~known, entry
        known |= entry.bits


def _with(found: Entries, entry: Arrival, likely: Entries) -> Entries:
    """Give entries with one more if it brings what none before it does: `likely` itself, where these are the same entries."""
    if not entry.bits & ~reduce(or_, (other.bits for other in found), 0):
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


def openers(estate: Estate, seal: str, *, certain: bool) -> frozenset[str]:
    """Give the organisations that can open the content sealed by the flow `seal`.

    End-to-end content is opened by its ends. Who holds the keys of other content is certain only where it is stated.
    """
    flow = estate.case.flows.get(seal)
    if flow is None:
        return frozenset()
    named = frozenset(name for name in several(flow.keys) if name not in UNSETTLED)
    if plain(flow.content) == "end-to-end":
        ends = frozenset(estate.operator(end) for end in (*several(flow.from_), *several(flow.to)))
        return named | (ends - {""})
    if not certain and _open(flow):
        return named | frozenset(estate.case.organisations)
    return named


def _open(flow: Flow) -> bool:
    return plain(flow.content) == "encrypted" and any(name in UNSETTLED for name in several(flow.keys))


def _unsaid(flow: Flow | None) -> bool:
    """Tell whether nobody says how the content of a flow is protected."""
    return flow is not None and plain(flow.content) in UNSETTLED


def _settled(out: dict[str, list[Hop]]) -> bool:
    """Tell whether every hop is certain and its content clear, so that what is possible goes where what is certain goes."""
    return not any(_unsure(hop) or _content(hop) in SEALING for hops in out.values() for hop in hops)


def _content(hop: Hop) -> str:
    """Give how what a hop carries is sealed; what only follows from the record is not."""
    return "none" if hop.flow is None else str(plain(hop.flow.content))


def _unsure(hop: Hop) -> bool:
    """Tell whether a hop leaves open what can be read after it: whether it is, how its content is sealed, or with whose keys."""
    return bool(hop.doubt) or (hop.flow is not None and (_unsaid(hop.flow) or _open(hop.flow)))


def _without_doubt(out: dict[str, list[Hop]]) -> dict[str, list[Hop]]:
    return {place: [hop for hop in hops if not hop.doubt] for place, hops in out.items()}


class _Search:
    """One search over one activity, for what is certain or for what is possible."""

    def __init__(
        self, room: Readability, sheet: ActivityIndex, out: dict[str, list[Hop]], *, certain: bool
    ) -> None:
        self.room = room
        self.sheet = sheet
        self.out = out
        self.certain = certain
        self.seen: dict[tuple[str, frozenset[Group]], int] = defaultdict(int)
        self.groups: dict[Seals, frozenset[Group]] = {}
        self.reached: dict[str, int] = defaultdict(int)
        self.entries: list[Arrival] = []

    def run(self) -> list[Arrival]:
        """Give every entry of categories into a place, witnesses first."""
        people = self.room.estate.case.people
        arriving: dict[str, int] = defaultdict(int)
        hops = [hop for place in self.out.values() for hop in place]
        for hop in hops:
            arriving[hop.b] |= hop.mask
        starts = [(place, self._leaving(place)) for place in self.out if place in people]
        starts += [
            (place, self._leaving(place) & ~arriving[place])
            for place in self.out
            if place not in people and self._leaving(place) & ~arriving[place]
        ]
        self._follow([self._start(place, bits) for place, bits in sorted(starts)])
        for hop in sorted(hops, key=lambda h: h.id):
            unreached = hop.mask & ~self.reached[hop.a]
            if unreached:
                self._follow([self._start(hop.a, unreached)])
        return self.entries

    def _leaving(self, place: str) -> int:
        mask = 0
        for hop in self.out[place]:
            mask |= hop.mask
        return mask

    def _start(self, place: str, bits: int) -> Arrival:
        return Arrival(place=place, seals=CLEAR, bits=bits, hop=None, before=None, rank=0)

    def _follow(self, layer: list[Arrival]) -> None:
        while layer:
            fresh: list[Arrival] = []
            for entry in sorted(layer, key=lambda e: (e.rank, e.hop.id if e.hop else "", sorted(e.seals))):
                state = (entry.place, self._groups(entry.seals))
                new = entry.bits & ~self.seen[state]
                if new:
                    self.seen[state] |= new
                    self.reached[entry.place] |= new
                    kept = entry if new == entry.bits else replace(entry, bits=new)
                    self.room.count_open(SEALED * len(entry.seals))
                    self.entries.append(kept)
                    fresh.append(kept)
            layer = [after for entry in fresh for after in self._onward(entry)]

    def _groups(self, seals: Seals) -> frozenset[Group]:
        found = self.groups.get(seals)
        if found is None:
            group = self.room.group
            found = frozenset(group(seal, certain=self.certain) for seal in seals)
            self.groups[seals] = found
        return found

    def _onward(self, entry: Arrival) -> list[Arrival]:
        found: list[Arrival] = []
        unsure = entry if entry.hop is not None and _unsure(entry.hop) else entry.unsure
        for hop in self.out.get(entry.place, ()):
            bits = entry.bits & hop.mask
            if bits:
                flow_rank, content_rank = self.room.ranks(hop)
                rank = max(entry.rank, flow_rank, content_rank)
                found.append(
                    Arrival(
                        place=hop.b,
                        seals=self._after(entry, hop),
                        bits=bits,
                        hop=hop,
                        before=entry,
                        rank=rank,
                        hops=entry.hops + 1,
                        unsure=unsure,
                    )
                )
        return found

    def _after(self, entry: Arrival, hop: Hop) -> Seals:
        """Give what seals the content once it has left `entry` by `hop`: what is opened there is clear from there on."""
        content = _content(hop)
        if entry.seals is UNSTATED or (self.certain and content in UNSETTLED):
            return UNSTATED
        seals = entry.seals
        if seals:
            here, opens = self.room.estate.operator(entry.place), self.room.opens
            seals = frozenset(s for s in seals if not opens(s, here, entry.place, certain=self.certain))
        return seals | {hop.route.removeprefix("flows.")} if content in SEALING else seals

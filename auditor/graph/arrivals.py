"""What arrives where: a product search over (place, seals, categories), one activity at a time.

Data starts from people, or from a place where nothing brings it. The search is for what is certain, where content whose protection
nobody stated counts as sealed with a key nobody holds, or for what is possible, where it counts as clear.
Paths are never enumerated: each place is entered once per category and per set of groups who can open what is sealed, in
order of hops, then of how well the path is known, then of ids, so the first entry is the witness. All content that nobody
can open counts as sealed by one seal.

Most candidates for an entry bring nothing new: only what enters a place becomes an `Arrival`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Final

from msgspec import Struct

from auditor.graph.hop import Hop
from auditor.graph.seals import CLEAR, SEALING, UNSTATED, Group, Keys, Seals, content_of, keys_unsaid
from auditor.model.case.flows import Flow
from auditor.model.materials import Materials, known_in
from auditor.model.scalars import Value
from auditor.model.vocabulary import KNOWN_ORDER, UNSETTLED

#: How well something is known, as a rank: 0 is the best.
RANKS: Final = {known: rank for rank, known in enumerate(KNOWN_ORDER)}
#: For how many open facts a seal counts.
SEALED: Final = 2


class Step(Struct, frozen=True, eq=False, gc=False):
    """A hop as searches take it: how well it and what it says of its content are known, the worse of both; how its content is sealed.

    `unsure` tells whether it leaves open what can be read after it.
    """

    hop: Hop
    rank: int
    content: str
    unsure: bool

    @property
    def order(self) -> tuple[int, str]:
        """The best known first, then by id."""
        return self.rank, self.hop.id


#: The steps that leave each place.
Steps = dict[str, list[Step]]


class Start(Struct, frozen=True, eq=False):
    """Categories that start at a place."""

    place: str
    bits: int


class Arrival(Struct, frozen=True, eq=False):
    """Categories brought to a place by a hop, and the entry of where it leaves; none where they start there.

    `unsure` is the last entry before this one whose hop leaves something open.
    """

    hop: Hop
    before: Arrival | None
    seals: Seals
    bits: int
    rank: int
    unsure: Arrival | None = None

    @property
    def place(self) -> str:
        """The place that it enters."""
        return self.hop.b

    @property
    def hops(self) -> int:
        """How many hops its path has."""
        return len(self.path())

    def path(self) -> tuple[Hop, ...]:
        """Give the hops from the start to this place."""
        if self.before is None:
            return (self.hop,)
        hops = [self.hop]
        entry: Arrival | None = self.before
        while entry is not None:
            hops.append(entry.hop)
            entry = entry.before
        return tuple(reversed(hops))

    def facts(self) -> list[str]:
        """Give the facts that show its path: each hop, and how the content of what a flow carries is sealed."""
        routes: list[str] = []
        for hop in self.path():
            route = hop.route
            routes += [route] if hop.flow is None else [route, f"{route}.content"]
        return routes


Entries = tuple[Arrival, ...]


class _Candidate(Struct, frozen=True, eq=False, gc=False):
    """What a step would bring to its end: the order in which it is looked at, and what an arrival holds."""

    order: tuple[int, str, tuple[str, ...]]
    step: Step
    before: _Entered
    seals: Seals
    bits: int


class _Entered(Struct, frozen=True, eq=False, gc=False):
    """An entry that the search goes on from; `unsure` is itself where its own step leaves something open, else the last before it."""

    place: str
    bits: int
    arrival: Arrival | None = None
    unsure: Arrival | None = None


_ORDER: Final = attrgetter("order")


def steps_of(leaving: Mapping[str, Sequence[Hop]], materials: Materials) -> Steps:
    """Give the hops that leave each place as steps, the best known first."""
    found: Steps = {}
    for place, hops in leaving.items():
        steps = found[place] = [_step(hop, materials) for hop in hops]
        if len(steps) > 1:
            steps.sort(key=_ORDER)
    return found


def _step(hop: Hop, materials: Materials) -> Step:
    flow = hop.flow
    if flow is None:
        return Step(hop, RANKS[materials.known(hop.route)], "none", bool(hop.doubt))
    rank = RANKS[known_in(flow)]
    if isinstance(flow.content, Value):
        rank = max(rank, RANKS[known_in(flow, flow.content)])
    content = content_of(hop)
    return Step(hop, rank, content, bool(hop.doubt) or _readable_later(flow, content))


def leaves_open(hop: Hop) -> bool:
    """Tell whether a hop leaves open what can be read after it: whether it is, how its content is sealed, or with whose keys."""
    return bool(hop.doubt) or (hop.flow is not None and _readable_later(hop.flow, content_of(hop)))


def _readable_later(flow: Flow, content: str) -> bool:
    """Tell whether it is open whether `content` can be read once it was sent."""
    return content != "none" and (content in UNSETTLED or keys_unsaid(flow))


def without_doubt(steps: Steps) -> Steps:
    """Give the steps that are certain to be taken."""
    return {place: [step for step in each if not step.hop.doubt] for place, each in steps.items()}


class Search:
    """One search over one activity, for what is certain or for what is possible; `count_open` counts what ways leave sealed."""

    def __init__(self, steps: Steps, keys: Keys, count_open: Callable[[int], None], *, certain: bool) -> None:
        self.steps = steps
        self.keys = keys
        self.count_open = count_open
        self.certain = certain
        self.people = keys.estate.case.people
        self.seen: dict[frozenset[Group], dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.groups: dict[Seals, frozenset[Group]] = {}
        self.reached: dict[str, int] = defaultdict(int)
        self.entries: list[Start | Arrival] = []
        self.direct: dict[str, Arrival] = {}

    def run(self) -> list[Start | Arrival]:
        """Give every entry of categories into a place, witnesses first."""
        arriving: dict[str, int] = defaultdict(int)
        hops = [step.hop for each in self.steps.values() for step in each]
        for hop in hops:
            arriving[hop.b] |= hop.mask
        starts = []
        for place, each in self.steps.items():
            leaving = _together(each)
            starts.append(
                Start(place, leaving if place in self.people else leaving & ~arriving.get(place, 0))
            )
        self._follow(sorted(starts, key=lambda start: start.place))
        left = [hop for hop in hops if hop.mask & ~self.reached[hop.a]]
        for hop in sorted(left, key=lambda hop: hop.id):
            unreached = hop.mask & ~self.reached[hop.a]
            if unreached:
                self._follow([Start(hop.a, unreached)])
        return self.entries

    def shown(self) -> dict[str, Entries]:
        """Give what shows what can be read at each place: what enters it, or by what data that starts there leaves it in clear.

        Nothing shows what people have at hand themselves: nobody else reads there.
        """
        found: dict[str, Entries] = {}
        alone: dict[Arrival, Entries] = {}
        for entry in self.run():
            place = entry.place
            if isinstance(entry, Start):
                shown = () if place in self.people else tuple(self.in_clear(entry))
            else:
                shown = (entry,)
            if len(shown) == 1:  # what leaves one place and enters another shows what is read at both
                shown = alone.setdefault(shown[0], shown)
            if shown:
                found[place] = (*found[place], *shown) if place in found else shown
        return found

    def in_clear(self, start: Start) -> Iterator[Arrival]:
        """Give by which hops data that starts at a place leaves it without protection of its content."""
        for step in self.steps.get(start.place, ()):
            bits = step.hop.mask & start.bits
            if bits and (step.content == "none" or (not self.certain and step.content in UNSETTLED)):
                entry = self.direct.get(step.hop.id)
                if entry is None or entry.bits != bits:
                    entry = Arrival(hop=step.hop, before=None, seals=CLEAR, bits=bits, rank=step.rank)
                yield entry

    def _follow(self, starts: Iterable[Start]) -> None:
        clear = self.seen[self._groups(CLEAR)]
        layer: list[_Entered] = []
        for start in starts:
            new = start.bits & ~clear[start.place]
            if new:
                clear[start.place] |= new
                self.reached[start.place] |= new
                self.entries.append(start if new == start.bits else Start(start.place, new))
                layer.append(_Entered(start.place, new))
        while layer:
            candidates = [found for entry in layer for found in self._onward(entry)]
            candidates.sort(key=_ORDER)
            layer = [entry for found in candidates if (entry := self._enter(found)) is not None]

    def _onward(self, entry: _Entered) -> Iterator[_Candidate]:
        """Give what the steps that leave an entry would bring to their ends."""
        rank = 0 if entry.arrival is None else entry.arrival.rank
        for step in self.steps.get(entry.place, ()):
            bits = entry.bits & step.hop.mask
            if bits:
                seals = self._after(entry, step)
                order = (max(rank, step.rank), step.hop.id, tuple(sorted(seals)) if seals else ())
                yield _Candidate(order=order, step=step, before=entry, seals=seals, bits=bits)

    def _enter(self, found: _Candidate) -> _Entered | None:
        """Note what a candidate brings that is new at its end under such seals; give it where something leaves from there."""
        hop, before, seals = found.step.hop, found.before, found.seals
        place, seen = hop.b, self.seen[self._groups(seals)]
        new = found.bits & ~seen[place]
        if not new:
            return None
        seen[place] |= new
        self.reached[place] |= new
        if seals:
            self.count_open(SEALED * len(seals))
        arrival = Arrival(
            hop=hop,
            before=before.arrival,
            seals=seals,
            bits=new,
            rank=found.order[0],
            unsure=before.unsure,
        )
        self.entries.append(arrival)
        if before.arrival is None:
            self.direct.setdefault(hop.id, arrival)
        if place not in self.steps:
            return None
        return _Entered(place, new, arrival, _last_unsure(arrival, found.step, before.unsure))

    def _groups(self, seals: Seals) -> frozenset[Group]:
        found = self.groups.get(seals)
        if found is None:
            group = self.keys.group
            found = frozenset(group(seal, certain=self.certain) for seal in seals)
            self.groups[seals] = found
        return found

    def _after(self, entry: _Entered, step: Step) -> Seals:
        """Give what seals the content once it has left `entry` by `step`: what is opened there is clear from there on."""
        seals = CLEAR if entry.arrival is None else entry.arrival.seals
        if seals is UNSTATED or (self.certain and step.content in UNSETTLED):
            return UNSTATED
        if seals:
            seals = self.keys.left(seals, entry.place, certain=self.certain)
        return seals | {step.hop.name} if step.content in SEALING else seals


def _together(steps: list[Step]) -> int:
    mask = 0
    for step in steps:
        mask |= step.hop.mask
    return mask


def _last_unsure(arrival: Arrival, step: Step, before: Arrival | None) -> Arrival | None:
    """Give the last entry whose hop leaves something open; relays of one flow leave open the same, which the first of them tells."""
    if not step.unsure:
        return before
    same = before is not None and (before.hop.route, before.hop.doubt) == (step.hop.route, step.hop.doubt)
    return before if same else arrival

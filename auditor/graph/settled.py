"""What can be read where in an activity that seals nothing and leaves nothing open, as most activities of a large estate.

Whatever a hop carries is then read for certain at both of its ends. By which way it came there is asked of few places, and searched for
when it is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from typing import Final

from auditor.graph.arrivals import Entries, Search, steps_of
from auditor.graph.hop import ActivityIndex, Hop
from auditor.graph.limits import refuse_open
from auditor.graph.readings import Shown, shown_by
from auditor.graph.seals import UNSEALED, Keys
from auditor.model.materials import plain

#: How often the hops of an activity are looked through for what leads to its places, before all of it is searched.
FEW_LOOKS: Final = 16
#: What is at a place, what of it hops bring there, and what of that they send on.
Bits = tuple[int, int, int]


def settled(hops: Iterable[Hop]) -> bool:
    """Tell whether every hop is certain and its content clear, so that what is possible goes where what is certain goes."""
    return all(
        not hop.doubt
        and (hop.flow is None or hop.flow.content == UNSEALED or plain(hop.flow.content) == UNSEALED)
        for hop in hops
    )


def spread(sheet: ActivityIndex, people: Container[str]) -> Iterator[tuple[str, Bits]]:
    """Give what is at each place of a settled activity, what hops bring there, and what of that they send on: the same as a search finds.

    What starts is what leaves a place and nothing brings there; of people, all that leaves them. Where hops go round and nothing
    leads to them, it starts with the first of them by id.
    """
    found: dict[str, int] = defaultdict(int)
    sent: dict[str, int] = defaultdict(int)
    for hop in sheet.hops:
        sent[hop.a] |= hop.mask
        found[hop.b] |= hop.mask
    starting: dict[str, int] = {}
    relaying: dict[str, int] = {}
    for place, bits in sent.items():
        starts = bits if place in people else bits & ~found[place]
        if starts:
            starting[place] = starts
        if starts != bits:
            relaying[place] = starts
        found[place] |= bits
    if relaying:
        _start_round_about(sheet, relaying, starting)
    for place, bits in found.items():
        brings = bits & ~starting[place] if place in starting else bits
        yield place, (bits, brings, brings & sent[place] if place in sent else 0)


def _start_round_about(sheet: ActivityIndex, at: dict[str, int], starting: dict[str, int]) -> None:
    """Have what nothing leads to start, of what leaves the places that send on what hops bring there; `at` tells what starts there."""
    for hop in sheet.hops:
        if hop.b in at and hop.a not in at:
            at[hop.b] |= hop.mask
    _send_on(sheet, at, list(at.items()))
    unreached = [hop for place in at for hop in sheet.onward(place) if hop.mask & ~at[place]]
    for hop in sorted(unreached, key=lambda hop: hop.id):
        new = hop.mask & ~at[hop.a]
        if new:
            starting[hop.a] = starting.get(hop.a, 0) | new
            at[hop.a] |= new
            _send_on(sheet, at, [(hop.a, new)])


def _send_on(sheet: ActivityIndex, at: dict[str, int], todo: list[tuple[str, int]]) -> None:
    """Add what hops bring, of what is new at some places, to what is at others that send on."""
    while todo:
        place, bits = todo.pop()
        for hop in sheet.onward(place):
            new = bits & hop.mask & ~at.get(hop.b, hop.mask)
            if new:
                at[hop.b] |= new
                todo.append((hop.b, new))


class SettledWays:
    """By which entries data comes to the places of a settled activity, searched for where it is asked.

    Nothing that comes to a place depends on places that do not lead to it. So as long as little is asked, only what leads to a place is
    searched; later on all of the activity.
    """

    #: Nothing is only possible.
    doubt: Final = None

    def __init__(self, sheet: ActivityIndex, keys: Keys) -> None:
        self._sheet = sheet
        self._keys = keys
        self._entries: dict[str, Entries] = {}
        self._looks = 0

    def at(self, place: str) -> Shown:
        """Give what shows what is read at `place`."""
        if place not in self._entries:
            self._search(*self._leading_to(place))
        return shown_by(self._entries[place], place)

    def _leading_to(self, place: str) -> tuple[dict[str, None], Sequence[Hop]]:
        """Give a place and all that lead to it, with the hops that do; all of the activity where it was looked through often."""
        found = {place: None}
        leading: list[Hop] = []
        new: Collection[str] = found
        while new:
            self._looks += 1
            if self._looks > FEW_LOOKS:
                hops = self._sheet.hops
                return dict.fromkeys(place for hop in hops for place in (hop.a, hop.b)), hops
            entering = [hop for hop in self._sheet.hops if hop.b in new]
            new = dict.fromkeys(hop.a for hop in entering if hop.a not in found)
            found.update(new)
            leading += entering
        return found, leading

    def _search(self, places: Collection[str], leading: Sequence[Hop]) -> None:
        """Search for what shows what is read at places to which no others lead, by the hops that are `leading` to them.

        Of people all that leaves them starts there, so that what does not lead to the places is left out.
        """
        estate = self._keys.estate
        people = estate.case.people
        leaving: dict[str, Sequence[Hop]] = {
            place: self._sheet.onward(place) for place in places if place not in people
        }
        of_people: dict[str, list[Hop]] = defaultdict(list)
        for hop in leading:
            if hop.a in people:
                of_people[hop.a].append(hop)
        leaving.update(of_people)
        found = Search(steps_of(leaving, estate.materials), self._keys, refuse_open, certain=True).shown()
        self._entries.update((place, found.get(place, ())) for place in places)

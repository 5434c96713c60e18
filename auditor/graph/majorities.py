"""Who controls whom in a whole register, from plain columns of numbers: the least fixpoint of joint majority.

Where nobody is held by more than the whole, those who control one organisation control each other in a line, as two majorities of
it have a holder in common. So it is enough to know the nearest controller of each, and who controls that. Most have one
holder of a majority, who is the nearest. Of those that only several hold together, it is the lowest below whom more than
half is held: they come after those that their holders hang on, and where these go round in a circle, again until nothing
changes. That takes as many steps as there are shares, and as there are organisations between joint holders and where they meet.

Organisations that all control each other are a ring, in which each has another as its nearest.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import compress
from typing import Final

from msgspec import Struct

#: What stands for nobody in a column.
NOBODY: Final = -1
#: What stands for what is further up while the way there is walked.
_PASSED: Final = -2

#: Holders, each with how far down it is, below zero, and how much it holds.
Stakes = list[tuple[int, int, int]]


class Shares(Struct, frozen=True, kw_only=True):
    """Who holds how much of whom, in columns of one length; `organisations` are numbered from 0.

    Shares are whole numbers, `whole` is all that can be held of one organisation. What it holds of itself counts for nothing.
    """

    organisations: int
    whole: int
    owner: Sequence[int]
    owned: Sequence[int]
    share: Sequence[int]


def nearest(shares: Shares, take: Callable[[int], None]) -> array[int] | None:
    """Give the nearest controller of each organisation, `NOBODY` where there is none.

    Gives None where one is held by more than the whole: then who controls it need not be a line. `take` is told of steps.
    """
    half, whole = shares.whole // 2, shares.whole
    above = array("i", [NOBODY]) * shares.organisations
    total = array("q", [0]) * shares.organisations
    take(len(shares.owner))
    for owner, owned, share in zip(shares.owner, shares.owned, shares.share, strict=True):
        if owner != owned:
            total[owned] += share
            if share > half:
                above[owned] = owner
    if max(total, default=0) > whole:
        return None
    jointly = [half < held and sole < 0 for held, sole in zip(total, above, strict=True)]
    joint: dict[int, dict[int, int]] = {name: {} for name in compress(range(len(above)), jointly)}
    if joint:
        for owner, owned, share in zip(shares.owner, shares.owned, shares.share, strict=True):
            if jointly[owned] and owner != owned:
                held = joint[owned]
                held[owner] = held.get(owner, 0) + share
        _Lines(above, joint, half, take).settle()
    return above


def controllers(above: Sequence[int], organisation: int) -> list[int]:
    """Give who controls an organisation, nearest first."""
    found: dict[int, None] = {organisation: None}
    current = above[organisation]
    while current != NOBODY and current not in found:
        found[current] = None
        current = above[current]
    return [*found][1:]


def _popped(stack: list[int], last: int) -> Iterator[int]:
    while (name := stack.pop()) != last:
        yield name
    yield last


class _Lines:
    """The lines of control as they are known so far, upwards, while those that several hold together are put in.

    Each organisation has somebody further up in its line, and how far; those that are being put in end theirs until all are.
    """

    def __init__(
        self, above: array[int], joint: dict[int, dict[int, int]], half: int, take: Callable[[int], None]
    ) -> None:
        self.above = above
        self.joint = joint
        self.half = half
        self.take = take
        self._further = array("i", [at if up == NOBODY else up for at, up in enumerate(above)])
        self._by = array("i", [up != NOBODY for up in above])
        self._rings: dict[int, int] = {}

    def settle(self) -> None:
        """Find the nearest controller of all that several hold together."""
        for circle in self._circles():
            while sum(map(self._placed, circle)) and len(circle) > 1:
                pass
            for name in circle:
                further = self._rings.get(name, self.above[name])
                if further not in (name, NOBODY):
                    self._further[name], self._by[name] = further, 1

    def _circles(self) -> Iterator[list[int]]:
        """Yield those that hang on each other together, after all that they hang on (Tarjan 1972)."""
        met: dict[int, int] = {}
        low: dict[int, int] = {}
        stack: list[int] = []
        for first in self.joint:
            way = [] if first in met else [(first, self._hanging_on(first))]
            while way:
                name, others = way[-1]
                if name not in met:
                    met[name] = low[name] = len(met)
                    stack.append(name)
                other = next(others, None)
                if other is None:
                    way.pop()
                    if way:
                        below = way[-1][0]
                        low[below] = min(low[below], low[name])
                    if low[name] == met[name]:
                        circle = [*_popped(stack, name)]
                        yield circle
                        low.update(dict.fromkeys(circle, len(self.above)))
                elif other not in met:
                    way.append((other, self._hanging_on(other)))
                else:
                    low[name] = min(low[name], low[other])

    def _hanging_on(self, name: int) -> Iterator[int]:
        for owner in self.joint[name]:
            top = self._end(owner)
            if top != name and top in self.joint:
                yield top

    def _end(self, name: int) -> int:
        """Give where the line above an organisation ends; of a ring, one that stands for it."""
        further, by, passed = self._further, self._by, list[int]()
        while (up := further[name]) != name:
            if up == _PASSED:
                self._rings.update(dict.fromkeys(passed[passed.index(name) :], name))
                break
            further[name] = _PASSED
            passed.append(name)
            name = up
        steps = 0
        for each in reversed(passed):
            steps = 0 if each == name else steps + by[each]
            further[each], by[each] = name, steps
        self.take(1 + len(passed))
        return name

    def _top(self, name: int) -> tuple[int, int]:
        """Give the uppermost of the line above an organisation, also of those being put in, and how far up it is."""
        steps = 0
        while name not in self._rings:
            end = self._end(name)
            steps += self._by[name]
            if end in self._rings or self.above[end] == NOBODY:
                return self._rings.get(end, end), steps
            name = self.above[end]
            steps += 1
        return self._rings[name], steps

    def _placed(self, name: int) -> bool:
        """Put an organisation below its nearest controller, as far as known; tell whether it moved."""
        lines: dict[int, Stakes] = {}
        for owner, share in self.joint[name].items():
            top, steps = self._top(owner)
            lines.setdefault(top, []).append((-steps, self._rings.get(owner, owner), share))
        for top, stakes in lines.items():
            if sum(share for _, _, share in stakes) > self.half:
                return self._put(name, self._lowest(stakes), top)
        return False

    def _put(self, name: int, found: int, top: int) -> bool:
        here = self._rings.get(name, name)
        if found in (here, self.above[name]):
            return False
        way = [found, *self._up_from(found)] if self._top(name)[0] == top else []
        self.take(len(way))
        entered = next((at for at, each in enumerate(way) if self._rings.get(each, each) == here), None)
        if entered is None:
            self.above[name] = found
        else:
            self._close(way[:entered], way[entered], here)
        return True

    def _close(self, way: list[int], entered: int, here: int) -> None:
        """Make a ring of those on a way that leads to `entered`, and of the ring it is in."""
        before = entered
        while before in self._rings and self.above[before] != entered:
            before = self.above[before]
        self.above[before] = way[0]
        self._rings.update(dict.fromkeys((*way, entered), here))

    def _up_from(self, name: int) -> Iterator[int]:
        """Yield who controls an organisation, nearest first; of a ring, the one that is come to."""
        while name not in self._rings and self.above[name] != NOBODY:
            name = self.above[name]
            yield name

    def _lowest(self, stakes: Stakes) -> int:
        """Give the lowest organisation that has more than half by `stakes`, itself and by those below it."""
        held: dict[int, int] = {}
        going: list[tuple[int, int]] = []
        for place, name, share in stakes:
            if name not in held:
                heappush(going, (place, name))
            held[name] = held.get(name, 0) + share
        while True:
            place, name = heappop(going)
            if held[name] > self.half:
                return name
            self.take(1)
            up = self.above[name]
            place, up = (0, self._rings[up]) if up in self._rings else (place + 1, up)
            if up not in held:
                heappush(going, (place, up))
            held[up] = held.get(up, 0) + held[name]

"""Heights that keep their distances: the least that satisfy 'this is so far below that' and 'these are level'."""

from __future__ import annotations

from collections import defaultdict


class Ruler:
    """Heights, by number, of which some stand below others by at least a distance, and some are level.

    What would contradict the rest is refused, so there is always a solution.
    """

    def __init__(self) -> None:
        self._leader: list[int] = []
        self._below: dict[int, dict[int, float]] = defaultdict(dict)

    def mark(self) -> int:
        """Give a new height."""
        self._leader.append(len(self._leader))
        return len(self._leader) - 1

    def _of(self, mark: int) -> int:
        while self._leader[mark] != mark:
            mark = self._leader[mark]
        return mark

    def below(self, upper: int, lower: int, distance: float) -> bool:
        """Keep `lower` at least `distance` below `upper`; refused, with False, where `lower` is level with `upper` or above it."""
        a, b = self._of(upper), self._of(lower)
        if a == b or self._leads(b, a):
            return False
        self._below[a][b] = max(self._below[a].get(b, 0), distance)
        return True

    def level(self, one: int, other: int) -> bool:
        """Keep two heights level; refused, with False, where one has to stand below the other."""
        a, b = self._of(one), self._of(other)
        if a == b:
            return True
        if self._leads(a, b) or self._leads(b, a):
            return False
        self._leader[b] = a
        for lower, distance in self._below.pop(b, {}).items():
            self._below[a][lower] = max(self._below[a].get(lower, 0), distance)
        for reached in self._below.values():
            if b in reached:
                reached[a] = max(reached.get(a, 0), reached.pop(b))
        return True

    def _leads(self, start: int, end: int) -> bool:
        seen, way = {start}, [start]
        while way:
            for lower in self._below.get(way.pop(), ()):
                if lower == end:
                    return True
                if lower not in seen:
                    seen.add(lower)
                    way.append(lower)
        return False

    def heights(self) -> list[float]:
        """Give the least heights, from 0."""
        found: dict[int, float] = {self._of(mark): 0.0 for mark in range(len(self._leader))}
        waiting = dict.fromkeys(found, 0)
        for reached in self._below.values():
            for lower in reached:
                waiting[lower] += 1
        ready = [mark for mark, count in waiting.items() if not count]
        while ready:
            upper = ready.pop()
            for lower, distance in self._below.get(upper, {}).items():
                found[lower] = max(found[lower], found[upper] + distance)
                waiting[lower] -= 1
                if not waiting[lower]:
                    ready.append(lower)
        return [found[self._of(mark)] for mark in range(len(self._leader))]

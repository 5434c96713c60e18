"""Who controls whom by name, and the line of sole holders above an organisation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from msgspec import Struct

from auditor.graph.holdings import Holding
from auditor.graph.majorities import controllers
from auditor.model.evidence import Routes


class Majorities:
    """Who controls whom by name, where `above` has the nearest controller of each by number."""

    def __init__(self, names: list[str], number: dict[str, int], above: Sequence[int]) -> None:
        self.names = names
        self.number = number
        self.above = above
        self._below: dict[int, list[int]] = defaultdict(list)
        self._under: dict[str, AbstractSet[str]] = {}
        for at, up in enumerate(above):
            self._below[up].append(at)

    def over(self, organisation: str) -> AbstractSet[str]:
        """Give who controls `organisation`."""
        if organisation not in self.number:
            return frozenset()
        return {self.names[at] for at in controllers(self.above, self.number[organisation])}

    def under(self, organisation: str) -> AbstractSet[str]:
        """Give whom `organisation` controls."""
        found = self._under.get(organisation)
        if found is None:
            found = self._under[organisation] = self._all_below(organisation)
        return found

    def _all_below(self, organisation: str) -> AbstractSet[str]:
        if organisation not in self.number:
            return frozenset()
        first = self.number[organisation]
        found, todo = {first: None}, [first]
        while todo:
            below = [at for at in self._below.get(todo.pop(), ()) if at not in found]
            found.update(dict.fromkeys(below))
            todo.extend(below)
        del found[first]
        return {self.names[at] for at in found}


class Line(Struct, frozen=True, kw_only=True, dict=True):
    """The holdings above an organisation by who has them, nearest first; `top` may be controlled otherwise, empty in a circle."""

    holdings: dict[str, Holding]
    top: str

    def routes_from(self, owner: str) -> Routes:
        """Give the facts of the holdings from `owner` down to the organisation; none where it is not in the line."""
        if owner not in self.holdings:
            return ()
        routes, begins = self._down
        return routes[begins[owner] :]

    @cached_property
    def _down(self) -> tuple[Routes, dict[str, int]]:
        """The facts of all holdings from the uppermost down, and where among them those of each holder begin."""
        routes: list[str] = []
        begins: dict[str, int] = {}
        for name, holding in reversed(self.holdings.items()):
            begins[name] = len(routes)
            routes.extend(holding.routes)
        return tuple(routes), begins

"""What a claim can be about: a controller answers for the whole of its activities, a supplier for its own places and beyond."""

from __future__ import annotations

from auditor.graph.claims.places import within
from auditor.graph.estate import Estate, Hop
from auditor.model.materials import several


class Scope:
    """The places that the claims of one claimant on certain data are about; all of them where `places` is nothing."""

    def __init__(self, estate: Estate, claimant: str, wanted: tuple[str, ...]) -> None:
        self.places = _places(estate, estate.head(claimant), wanted)

    def holds(self, place: str) -> bool:
        """Tell whether the claims are about `place`."""
        return self.places is None or place in self.places

    def carries(self, hop: Hop) -> bool:
        """Tell whether the claims are about `hop`: it starts or ends at one of the places."""
        return self.holds(hop.a) or self.holds(hop.b)


def _places(estate: Estate, claimant: str, wanted: tuple[str, ...]) -> frozenset[str] | None:
    """Give the places of a supplier and those it sends data on to; nothing for a controller, or who operates no place."""
    for sheet in estate.sheets.values():
        controllers = {estate.head(name) for name in several(sheet.processing.controller)}
        if claimant in controllers and within(estate, tuple(sheet.categories), wanted):
            return None
    own = {
        host
        for host in estate.case.hosts
        if any(estate.head(estate.operator(place)) == claimant for place in (host, *estate.machines(host)))
    }
    if not own:
        return None
    after: dict[str, set[str]] = {}
    for sheet in estate.sheets.values():
        for hop in sheet.hops:
            if hop.b not in estate.case.people:
                after.setdefault(hop.a, set()).add(hop.b)
    found, todo = set(own), list(own)
    while todo:
        for place in after.get(todo.pop(), set()) - found:
            found.add(place)
            todo.append(place)
    return frozenset(found)

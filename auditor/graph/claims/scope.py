"""What a claim can be about: a controller answers for the whole of its activities, a supplier for its own places and beyond."""

from __future__ import annotations

from auditor.graph.claims.part import Part, open_part
from auditor.graph.claims.places import within
from auditor.graph.estate import Estate
from auditor.graph.hop import Hop
from auditor.graph.hops import PAGE_ADDRESS
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNSETTLED


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


def perhaps_about(estate: Estate, wanted: tuple[str, ...], claimant: str) -> list[Part]:
    """Give what leaves a claim open that all else supports: data told only in broader words, and pages that tell of it.

    A host or a flow with data of a broader kind may hold what the claim is about. The address of a page about such data may
    tell as much as the data; where nobody says whether it goes along, it may, which adds
    nothing to a flow that carries such data anyhow.
    """
    scope = Scope(estate, claimant, wanted)
    found = []
    for host in sorted(estate.case.hosts):
        broad = _broader(estate, estate.kept(host), wanted)
        if broad and scope.holds(host):
            found.append(open_part("keeping-unsaid", (f"hosts.{host}.keeps",), data=wanted, at=(host,)))
    for sheet in estate.sheets.values():
        for hop in (hop for hop in sheet.hops if hop.flow is not None and scope.carries(hop)):
            name = hop.route.partition(".")[2]
            carried = estate.hop_categories(hop)
            if _broader(estate, carried, wanted):
                found.append(open_part("flow-unsure", (f"{hop.route}.data",), data=wanted, flows=(name,)))
            elif PAGE_ADDRESS in carried:
                if _tells(estate, hop, wanted):
                    found.append(open_part("page-tells", (f"{hop.route}.data",), data=wanted, flows=(name,)))
            elif (
                _address_unsaid(hop)
                and not within(estate, carried, wanted)
                and (_tells(estate, hop, wanted) or within(estate, (PAGE_ADDRESS,), wanted))
            ):
                found.append(open_part("page-unsaid", (f"{hop.route}.referrer",), data=wanted, flows=(name,)))
    return list(dict.fromkeys(found))


def _broader(estate: Estate, categories: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Give those of `categories` that one of `wanted` falls under without being it."""
    return tuple(c for c in categories if c not in wanted and any(estate.is_a(w, c) for w in wanted))


def _address_unsaid(hop: Hop) -> bool:
    """Tell whether the element of a hop may be told the address of its page, as nobody says that it is or is not."""
    flow = hop.flow
    return flow is not None and bool(flow.embedded_in) and plain(flow.referrer) in UNSETTLED


def _tells(estate: Estate, hop: Hop, wanted: tuple[str, ...]) -> bool:
    """Tell whether the element of a hop stands in a page about data of the kinds `wanted`."""
    page = estate.case.hosts.get(hop.flow.embedded_in) if hop.flow is not None else None
    return page is not None and bool(within(estate, several(page.about), wanted))

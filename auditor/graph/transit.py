"""Who has data in hand while it passes: at a relay, at a front that ends the protection of the transport, in use.

What passes is in custody as long as it passes: a demand can be put to whoever reads it there, though nothing stays. Those who
have the data of a place in custody anyway, or of one it is sent on to, are not told a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from auditor.graph.custody import Custodian, Custodians
from auditor.graph.estate import Estate
from auditor.graph.hop import Hop
from auditor.graph.readability import Readability
from auditor.graph.readings import Reading
from auditor.model.evidence import Routes, distinct
from auditor.model.materials import several
from auditor.model.vocabulary import UNKNOWN


def in_transit(
    custodians: Custodians, readability: Readability, keepers: Mapping[str, Iterable[Custodian]]
) -> list[Custodian]:
    """Give those who read data at a place that does not keep it, for certain or possibly, by place and who.

    `keepers` are the custodians of each host.
    """
    estate = custodians.estate
    kept = {host: frozenset(held.who for held in holders) for host, holders in keepers.items()}
    keeping = {host for host in kept if estate.kept(host) or estate.may_keep(host)}
    found: dict[tuple[str, str], Custodian] = {}
    for place, readings in readability.by_place.items():
        for reading in readings if place not in keeping else ():
            other = found.get((place, reading.who))
            if reading.who == UNKNOWN or (other is not None and not other.missing):
                continue
            if not _passes(estate, reading) or reading.who in _keepers(estate, reading, kept):
                continue
            held = _custodian(estate, custodians, reading)
            if held is not None and (other is None or not held.missing):
                found[place, reading.who] = held
    return [found[key] for key in sorted(found)]


def at_ends(estate: Estate, custodians: Custodians, readability: Readability) -> list[Custodian]:
    """Give the organisations that are themselves the end of a flow, and read there what it brings."""
    ends = [
        reading
        for organisation in estate.case.organisations
        for reading in readability.by_place.get(organisation, ())
        if reading.who == organisation and reading.sure and not _passes(estate, reading)
    ]
    ends.sort(key=lambda reading: (reading.activity, reading.presence.reader))
    return [held for reading in ends if (held := _custodian(estate, custodians, reading)) is not None]


def _passes(estate: Estate, reading: Reading) -> bool:
    """Tell whether data only passes at the place of a reading: a host that keeps none of it, an organisation that relays it."""
    if reading.at in estate.case.hosts:
        return not estate.kept(reading.at) and not estate.may_keep(reading.at)
    return any(_relays(entry.hop, reading.at) for _, entry in (*reading.sure_by, *reading.maybe_by))


def _relays(hop: Hop, organisation: str) -> bool:
    return hop.flow is not None and hop.b == organisation and organisation in several(hop.flow.through)


def _keepers(estate: Estate, reading: Reading, kept: dict[str, frozenset[str]]) -> frozenset[str]:
    """Give who has in custody what the place keeps, or what the hosts keep that it sends on to."""
    sent = {hop.b for hop in estate.sheets[reading.activity].onward(reading.at) if hop.b in kept}
    return frozenset().union(*(kept[host] for host in sent | ({reading.at} & kept.keys())))


def _custodian(estate: Estate, custodians: Custodians, reading: Reading) -> Custodian | None:
    """Give the reader with what it reads that is not all its own, for certain if any of it is, else possibly."""
    names = estate.sheets[reading.activity].names
    for bits in (reading.sure, reading.maybe):
        data = tuple(name for name in names(bits) if not custodians.own_account(reading.who, (name,)))
        if data:
            certain = bits == reading.sure
            return Custodian(
                host=reading.at,
                who=reading.who,
                custody="transit",
                facts=distinct((*reading.proof, *_facts(reading, certain=certain))),
                data=data,
                missing=() if certain else reading.missing,
            )
    return None


def _facts(reading: Reading, *, certain: bool) -> Routes:
    """Give the flows that bring the data to where it is read, with what shows their content where the reading is certain."""
    entries = reading.sure_by if certain else reading.maybe_by
    hops = [hop for _, entry in entries for hop in entry.path()]
    content = [f"{hop.route}.content" for hop in hops if hop.flow is not None and certain]
    return distinct((*(hop.route for hop in hops), *content))

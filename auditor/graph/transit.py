"""Who has data in hand while it passes: at a relay, at a front that ends the protection of the transport, in use.

What passes is in custody as long as it passes: a demand can be put to whoever reads it there, though nothing stays. Those who
have the data of a place in custody anyway, or of one it is sent on to, are not told a second time.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.graph.custody import Custodian, Custodians
from auditor.graph.estate import Estate, Hop
from auditor.graph.readability import Readability, Reading
from auditor.model.evidence import Routes, distinct
from auditor.model.materials import several
from auditor.model.vocabulary import UNKNOWN


def in_transit(estate: Estate, custodians: Custodians, readability: Readability) -> list[Custodian]:
    """Give those who read data at a place that does not keep it, for certain or possibly, by place and who."""
    kept: dict[str, frozenset[str]] = {
        host: frozenset(held.who for held in custodians.of(host)) for host in estate.case.hosts
    }
    found: dict[tuple[str, str], Custodian] = {}
    for reading in readability.readings:
        if (
            reading.who == UNKNOWN
            or not _passes(estate, reading)
            or reading.who in _keepers(estate, reading, kept)
        ):
            continue
        data, facts, missing = _read(estate, reading)
        if data and not custodians.own_account(reading.who, data):
            other = found.get((reading.at, reading.who))
            if other is None or (other.missing and not missing):
                found[reading.at, reading.who] = Custodian(
                    host=reading.at,
                    who=reading.who,
                    custody="transit",
                    facts=facts,
                    data=data,
                    missing=missing,
                )
    return [found[key] for key in sorted(found)]


def at_ends(estate: Estate, custodians: Custodians, readability: Readability) -> list[Custodian]:
    """Give the organisations that are themselves the end of a flow, and read there what it brings."""
    found = []
    for reading in readability.readings:
        if reading.at == reading.who and reading.sure and not _passes(estate, reading):
            data, facts, _ = _read(estate, reading)
            if not custodians.own_account(reading.who, data):
                found.append(
                    Custodian(host=reading.at, who=reading.who, custody="transit", facts=facts, data=data)
                )
    return found


def _passes(estate: Estate, reading: Reading) -> bool:
    """Tell whether data only passes at the place of a reading: a host that keeps none of it, an organisation that relays it."""
    if reading.at in estate.case.hosts:
        return not estate.kept(reading.at) and not estate.may_keep(reading.at)
    return any(_relays(hop, reading.at) for _, entry in _entries(reading) if (hop := entry) is not None)


def _relays(hop: Hop, organisation: str) -> bool:
    return hop.flow is not None and hop.b == organisation and organisation in several(hop.flow.through)


def _entries(reading: Reading) -> Iterator[tuple[int, Hop | None]]:
    for bits, entry in (*reading.sure_by, *reading.maybe_by):
        yield bits, entry.hop


def _keepers(estate: Estate, reading: Reading, kept: dict[str, frozenset[str]]) -> frozenset[str]:
    """Give who has in custody what the place keeps, or what the hosts keep that it sends on to."""
    sent = {hop.b for hop in estate.sheets[reading.activity].hops if hop.a == reading.at and hop.b in kept}
    return frozenset().union(*(kept[host] for host in sent | ({reading.at} & kept.keys())))


def _read(estate: Estate, reading: Reading) -> tuple[tuple[str, ...], Routes, Routes]:
    """Give what is read, by which facts, and what keeps it from being certain."""
    names = estate.sheets[reading.activity].names(reading.sure or reading.maybe)
    facts: dict[str, None] = {}
    for _, entry in reading.sure_by:
        for hop in entry.path():
            facts[hop.route] = None
            if hop.flow is not None:
                facts[f"{hop.route}.content"] = None
    return names, distinct((*reading.proof, *facts)), () if reading.sure else reading.missing

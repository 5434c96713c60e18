"""Where: the countries a claim names, and the places where data is kept, used and reached."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from auditor.graph.estate import Estate
from auditor.graph.hop import Hop
from auditor.model.case.claim_meaning import ADEQUATE, EEA, EU
from auditor.model.dates import holds
from auditor.model.evidence import Routes
from auditor.model.materials import plain, several
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED

#: Access by which whoever asks reaches data where it lies.
REMOTE = "remote"


class Places(Struct, frozen=True):
    """The places a claim speaks of: those named, or all but those named."""

    estate: Estate
    named: tuple[str, ...]
    outside: bool

    def hold(self, country: str, who: str = "") -> bool | None:
        """Tell whether `country`, where `who` acts, is among the places; None where nobody says."""
        if country in UNSETTLED:
            return None
        found = [self._in(country, name, who) for name in self.named]
        inside = True if True in found else None if None in found else False
        return inside if not self.outside else None if inside is None else not inside

    def _in(self, country: str, name: str, who: str) -> bool | None:
        knowledge, day = self.estate.materials.knowledge, self.estate.as_of
        if name == EU:
            return knowledge.in_eu(country, day)
        if name == EEA:
            return knowledge.in_eea(country, day)
        if name == ADEQUATE:
            return knowledge.in_eea(country, day) or self._adequate(country, who)
        return country == name

    def _adequate(self, country: str, who: str) -> bool | None:
        decisions = [
            decision
            for decision in self.estate.materials.knowledge.adequacy.values()
            if decision.country == country
            and holds(decision.since, decision.invalid or decision.until, self.estate.as_of)
        ]
        if not decisions:
            return False
        if any(decision.whole == "true" for decision in decisions):
            return True
        entry = self.estate.case.organisations.get(self.estate.head(who))
        if entry is None:
            return None
        covered = str(plain(entry.dpf if country == "US" else entry.in_scope))
        return None if covered in UNSETTLED else covered == "true"


def scope_route(country: str, who: str) -> str:
    """Give the fact that tells whether the adequacy decision on a part of `country` covers `who`."""
    return f"organisations.{who}.{'dpf' if country == 'US' else 'in_scope'}"


def among(estate: Estate, named: str | list[str], outside: str | list[str]) -> Places:
    """Give the places that a claim names, or all but those it leaves outside."""
    listed = several(named)
    return Places(estate, listed, outside=False) if listed else Places(estate, several(outside), outside=True)


class Standing(Struct, frozen=True):
    """In which countries a host stands, by which facts; `missing` where that is open, wholly or in part."""

    countries: tuple[str, ...]
    proof: Routes
    missing: Routes


def standing(estate: Estate, host: str) -> Standing:
    """Give where `host` stands: where it is said to, else where the nearest machine below is said to."""
    above: tuple[str, ...] = ()
    for place in (host, *estate.machines(host)):
        listed = several(estate.case.hosts[place].location)
        route = f"hosts.{place}.location"
        countries = tuple(country for country in listed if country not in UNSETTLED)
        if countries:
            return Standing(countries, (*above, route), (route,) if len(countries) < len(listed) else ())
        above = (*above, f"hosts.{place}.runs_on")
    return Standing((), (), (f"hosts.{host}.location",))


def elsewhere(estate: Estate, host: str, places: Places) -> tuple[str, tuple[str, ...], Routes] | None:
    """Give a machine below `host` that stands wholly outside `places`, with its countries and the facts that say so."""
    above = host
    proof: tuple[str, ...] = ()
    for machine in estate.machines(host):
        proof = (*proof, f"hosts.{above}.runs_on")
        above = machine
        listed = several(estate.case.hosts[machine].location)
        if listed and all(places.hold(country, estate.operator(machine)) is False for country in listed):
            return machine, listed, (*proof, f"hosts.{machine}.location")
    return None


class Acting(Struct, frozen=True):
    """From which country an organisation acts, by which fact; `sure` where it is said so, not only where it was founded."""

    country: str
    route: str
    sure: bool


def acting(estate: Estate, organisation: str) -> Acting:
    """Give from where `organisation` acts: from where it is run, else the country under whose law it exists."""
    head = estate.head(organisation)
    entry = estate.case.organisations.get(head)
    route = f"organisations.{head}.run_from"
    run_from = UNKNOWN if entry is None else str(plain(entry.run_from))
    if run_from not in (*UNSETTLED, NONE):
        return Acting(run_from, route, sure=True)
    return Acting(estate.sure_country(head), f"organisations.{head}.country", sure=False)


def carrying(estate: Estate, wanted: tuple[str, ...]) -> Iterator[tuple[Hop, tuple[str, ...]]]:
    """Give each hop that carries data of the kinds `wanted`, with its categories."""
    for sheet in estate.sheets.values():
        for hop in sheet.hops:
            found = within(estate, sheet.names(hop.mask), wanted)
            if found:
                yield hop, found


def keeping(
    estate: Estate, wanted: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Give each host that keeps, or may keep, data of the kinds `wanted`: its name, what it keeps, what it may keep."""
    for host in sorted(estate.case.hosts):
        kept = within(estate, estate.kept(host), wanted)
        maybe = within(estate, estate.may_keep(host), wanted)
        if kept or maybe:
            yield host, kept, maybe


def within(estate: Estate, categories: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Give those of `categories` that fall under one of `wanted`."""
    return tuple(name for name in categories if any(estate.is_a(name, broad) for broad in wanted))

"""`organisation`: one that has personal data of others in custody, and who owns it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Final

from msgspec import UNSET

from auditor.graph.derive import Derived
from auditor.model.case.claim_meaning import Certified
from auditor.model.evidence import (
    Bounds,
    Choice,
    FieldValue,
    Selection,
    answer,
    distinct,
    perhaps,
    settled,
    word,
    words,
)
from auditor.model.materials import several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.subjects import host as hosts
from auditor.rules.subjects.base import YES_NO, Field, Side, Subject, one_by_one
from auditor.rules.subjects.criteria import criteria, holders, third_outside

#: The scheme whose claim makes the thresholds a matter of more than information.
SCHEME: Final = "secnumcloud"


def _each(derived: Derived) -> Iterator[str]:
    yield from sorted(derived.estate.custody)


def _nobody(derived: Derived) -> tuple[str, ...]:
    return tuple(f"hosts.{name}.operator" for name in derived.estate.custody.get(UNKNOWN, ()))


def _of(derived: Derived, organisation: str, *names: str) -> tuple[str, ...]:
    """Give facts of an organisation by name; of one that nobody names, who it is."""
    if organisation == UNKNOWN:
        return _nobody(derived)
    return tuple(f"organisations.{organisation}.{name}" for name in names)


def _holds(derived: Derived, organisation: str) -> FieldValue:
    hosts = derived.estate.custody[organisation]
    sure = {c for name in hosts for c in derived.estate.kept(name)}
    maybe = {c for name in hosts for c in derived.estate.may_keep(name)} - sure
    missing = tuple(f"hosts.{name}.keeps" for name in hosts if derived.estate.may_keep(name))
    return Selection(
        sure=tuple(sorted(sure)),
        maybe=tuple(sorted(maybe)),
        proof=tuple(f"hosts.{name}.operator" for name in hosts),
        missing=missing,
    )


def _controllers_shown(derived: Derived, organisation: str) -> FieldValue:
    missing = [*_nobody(derived)] if organisation == UNKNOWN else derived.control.unsettled(organisation)
    if missing:
        return perhaps(distinct(missing))
    shown = derived.control.proof_of_all(organisation)
    return answer(yes=True, proof=shown or (f"organisations.{organisation}.parent",))


def _largest(derived: Derived, organisation: str) -> FieldValue:
    return _measure(derived, organisation, [table.largest for table in derived.stakes.of(organisation)])


def _sum(derived: Derived, organisation: str) -> FieldValue:
    return _measure(derived, organisation, [table.together for table in derived.stakes.of(organisation)])


def _measure(derived: Derived, organisation: str, found: list[tuple[float, float]]) -> Bounds:
    """Give the greater of votes and capital: either above a threshold is enough."""
    low, high = max(bounds[0] for bounds in found), max(bounds[1] for bounds in found)
    tables = derived.stakes.of(organisation)
    stakes = [stake for table in tables for stake in table.stakes.values()]
    proof = distinct(r for s in stakes if s.low for r in s.routes) or _of(derived, organisation, "parent")
    unsure = [r for s in stakes if s.low < s.high for r in s.routes if not r.endswith(".country")]
    others = [r for table in tables for r in table.missing] if organisation != UNKNOWN else _nobody(derived)
    return Bounds(low=low, high=high, proof=proof, missing=distinct((*unsure, *others)) if low < high else ())


def _seat(derived: Derived, organisation: str) -> FieldValue:
    seat = derived.stakes.seat(organisation)
    run_from = derived.estate.materials.fact(f"organisations.{organisation}.run_from")
    routes = _of(derived, organisation, "country", *(() if run_from.unsettled else ("run_from",)))
    return perhaps(routes) if seat is None else answer(yes=seat, proof=routes)


def _country(derived: Derived, organisation: str) -> FieldValue:
    return Choice(
        options=(derived.estate.country(organisation),), proof=_of(derived, organisation, "country")
    )


def _terms(derived: Derived, organisation: str) -> FieldValue:
    if organisation == UNKNOWN:
        return Selection(missing=_nobody(derived), open=True)
    return words(f"organisations.{organisation}.is", derived.estate.case.organisations[organisation].is_)


def _published(derived: Derived, organisation: str) -> FieldValue:
    """Tell whether it publishes which law its infrastructure is under, and its measures against foreign access."""
    if organisation == UNKNOWN:
        return perhaps(_nobody(derived))
    entry = derived.estate.case.organisations[organisation]
    return word(f"organisations.{organisation}.jurisdiction_published", entry.jurisdiction_published)


def _veto(derived: Derived, organisation: str) -> FieldValue:
    return settled(derived.stakes.rights(organisation))


def _hands_on(derived: Derived, organisation: str) -> FieldValue:
    """Tell whether a third party outside the EU, or controlled from outside it, is technically able to obtain data."""
    found, doubt = third_outside(derived, organisation)
    if found is not None:
        who, route = found
        return answer(yes=True, proof=(route, f"organisations.{who}.country"))
    return perhaps(doubt) if doubt else answer(yes=False, proof=())


def _claimed(derived: Derived, organisation: str) -> FieldValue:
    """Tell whether SecNumCloud is claimed for a service of the organisation, by a statement or a certificate."""
    for name, claim in sorted(derived.estate.case.claims.items()):
        meaning = getattr(claim.says, "certified", None)
        if isinstance(meaning, Certified) and meaning.who == organisation and meaning.is_ == SCHEME:
            return answer(yes=True, proof=(f"claims.{name}",))
    entry = derived.estate.case.organisations.get(organisation)
    held = entry.certified if entry is not None else UNSET
    listed = held if isinstance(held, list) else []
    claimed = any(certificate.is_ == SCHEME for certificate in listed)
    return answer(yes=claimed, proof=(f"organisations.{organisation}.certified",) if claimed else ())


def _sren_customer(derived: Derived, organisation: str) -> FieldValue:
    """Tell whether art. 31 binds a customer: a controller of the data, or who entrusts it. One unnamed is one taking part."""
    entrusted = derived.roles.entrusted.get(derived.estate.head(organisation), ())
    named = [(found.client, found.route) for found in entrusted]
    possible: list[tuple[str, str]] = []
    for host in derived.estate.custody[organisation]:
        for sheet in derived.care.sheets(host, "personal"):
            route = f"activities.{sheet.id}.controller"
            listed = several(sheet.processing.controller)
            named += [(who, route) for who in listed if who not in UNSETTLED]
            if any(who in UNSETTLED for who in listed):
                possible += [(who, route) for who in derived.roles.members(sheet.id) if who != organisation]
    found = derived.care.customer_of_the_state(named, possible)
    return settled(found)


def _serves(derived: Derived, organisation: str) -> FieldValue:
    """Give the countries of those who control the activities that the organisation takes part in or has data of, or who entrust it.

    Where nobody says who controls one, of whoever takes part in it. Where it keeps data of no activity, what it keeps is to be asked.
    """
    estate, roles, head = derived.estate, derived.roles, derived.estate.head(organisation)
    clients = [
        found for found in roles.entrusted.get(head, ()) if estate.sure_country(found.client) not in UNSETTLED
    ]
    activities = distinct((*_activities(derived, organisation), *sorted(roles.taking_part(head))))
    controlled = [roles.controlled_from[activity] for activity in activities]
    sure = _countries_served(derived, organisation, activities)
    proof = distinct(chain([found.route for found in clients], *map(attrgetter("proof"), controlled)))
    missing = distinct(chain.from_iterable(map(attrgetter("missing"), controlled)))
    if not sure:
        missing = distinct((*missing, *(f"activities.{activity}.data" for activity in estate.silent)))
    if not sure and not missing:
        missing = tuple(f"hosts.{host}.keeps" for host in estate.custody.get(organisation, ()))
    return Selection(sure=tuple(sorted(sure)), proof=proof, missing=missing, open=bool(missing))


def _countries_served(derived: Derived, organisation: str, activities: Collection[str]) -> set[str]:
    """Give the countries, as far as they are certain, of those whom an organisation serves in some activities or by agreement."""
    estate, roles = derived.estate, derived.roles
    found = {estate.sure_country(each.client) for each in roles.entrusted.get(estate.head(organisation), ())}
    found.update(*[roles.controlled_from[activity].countries for activity in activities])
    for activity in roles.uncontrolled.intersection(activities):
        others = {estate.head(who) for who in roles.members(activity)} - {organisation}
        found.update(map(estate.sure_country, others))
    return found - UNSETTLED


def _served(derived: Derived) -> Callable[[str], Hashable]:
    """Tell the countries that an organisation serves for certain, and whether it may serve others; nothing where there are none."""
    roles, head = derived.roles, derived.estate.head

    def told(organisation: str) -> Hashable:
        activities = roles.taking_part(head(organisation)).union(_activities(derived, organisation))
        sure = _countries_served(derived, organisation, activities)
        return (frozenset(sure), roles.control_unsaid.isdisjoint(activities)) if sure else None

    return told


def _activities(derived: Derived, organisation: str) -> tuple[str, ...]:
    """Give the activities whose data the organisation has or may have in custody."""
    kept = derived.estate.custody.get(organisation, ())
    return distinct(chain.from_iterable([hosts.served(derived, host) for host in kept]))


ORGANISATION: Subject[str] = Subject(
    name="organisation",
    each=_each,
    id=lambda organisation: organisation,
    route=lambda organisation: f"organisations.{organisation}",
    activities=_activities,
    fields={
        "holds": Field("category", _holds),
        "controllers_shown": Field("answer", _controllers_shown, YES_NO),
        "largest_outside_eu": Field("number", _largest),
        "all_outside_eu": Field("number", _sum),
        "veto_outside_eu": Field("answer", _veto, YES_NO),
        "seat_in_eu": Field("answer", _seat, YES_NO),
        "outside_hands_on": Field("answer", _hands_on, YES_NO),
        "secnumcloud_claimed": Field("answer", _claimed, YES_NO),
        "sren_customer": Field("answer", _sren_customer, YES_NO),
        "jurisdiction_published": Field("answer", _published, YES_NO),
        "is": Field("term", _terms),
        "serves": Field("country", _serves),
        "country": Field("country", _country),
    },
    slots={
        "who": lambda derived, names, o: names.of(o),
        "holders": holders,
        "criteria": criteria,
        "data": lambda derived, names, o: names.data(_names_held(derived, o)),
    },
    sides={"served": Side(("serves",), one_by_one(_served))},
)


def _names_held(derived: Derived, organisation: str) -> tuple[str, ...]:
    held = _holds(derived, organisation)
    return held.sure if isinstance(held, Selection) else ()

"""`host`: a place where data is kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from operator import attrgetter
from typing import Final, NamedTuple

from auditor.graph.derive import Derived
from auditor.graph.exposure import HIGHEST
from auditor.graph.hop import Sheets
from auditor.graph.protection import KeptBy
from auditor.model.bilingual import Bilingual
from auditor.model.case.hosts import Host
from auditor.model.evidence import (
    Bounds,
    Choice,
    FieldValue,
    Routes,
    Selection,
    answer,
    distinct,
    perhaps,
    word,
    words,
)
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.subjects.base import WORDS, YES_NO, Field, Side, Subject, one_by_one, yes_no_facts
from auditor.rules.subjects.health import HOST_FIELDS, HOST_SIDES, HOST_SLOTS
from auditor.text.grammar import filled, listed
from auditor.text.names import Names
from auditor.text.slots.host import BOTH_NOT_SHOWN, BOTH_REACHED


def served(derived: Derived, host: str) -> tuple[str, ...]:
    """Give the activities whose flows reach `host` or are sent from a page it serves, else those whose data it keeps."""
    reaching = derived.estate.serving.get(host, ())
    return reaching or tuple(sheet.id for sheet in derived.care.sheets(host, "personal"))


def _each(derived: Derived) -> Iterator[str]:
    yield from sorted(derived.estate.case.hosts)


def keeps_unsaid(derived: Derived, host: str) -> bool:
    """Tell whether nobody says in full what `host` keeps."""
    return not UNSETTLED.isdisjoint(several(derived.estate.case.hosts[host].keeps))


def keeps(derived: Derived, host: str) -> FieldValue:
    """Give what `host` keeps, narrow categories for broad ones."""
    place = derived.estate.case.hosts[host]
    stated = words(f"hosts.{host}.keeps", place.keeps)
    maybe = derived.estate.may_keep(host)
    return Selection(
        sure=derived.estate.kept(host),
        maybe=maybe,
        proof=stated.proof,
        missing=stated.missing,
        open=stated.open,
    )


def sheets_of(derived: Derived, host: str) -> Sheets:
    """Give the activities whose data `host` keeps."""
    return derived.estate.sheets_with((*derived.estate.kept(host), *derived.estate.may_keep(host)))


def kept(derived: Derived) -> Callable[[str], Hashable]:
    """Tell what a host keeps, what it may keep besides, and whether that is said in full."""
    sure, maybe = derived.estate.kept, derived.estate.may_keep
    return lambda host: (sure(host), maybe(host), keeps_unsaid(derived, host))


def _kept_for_source(derived: Derived) -> Callable[[str], Hashable]:
    """Tell what a host keeps, and whether it is said to be for the source of the data."""
    tells, hosts = kept(derived), derived.estate.case.hosts
    return lambda host: (tells(host), plain(hosts[host].for_source))


def _said(derived: Derived) -> Callable[[str], Hashable]:
    """Tell what a host states in single words; nothing where it says more of one of them than the word."""
    hosts, state = derived.estate.case.hosts, attrgetter(*_STATED)

    def told(host: str) -> Hashable:
        stated = state(hosts[host])
        return stated if WORDS.issuperset(map(type, stated)) else None

    return told


def scale(derived: Derived, host: str) -> FieldValue:
    """Give the largest scale among the activities whose data `host` keeps."""
    return largest(sheets_of(derived, host), (f"hosts.{host}.keeps",))


def largest(sheets: Sheets, missing: tuple[str, ...]) -> FieldValue:
    """Give the largest scale among activities; the facts at `missing` would tell which they are, where there is none."""
    if not sheets:
        return Choice(options=("large", "small"), missing=missing)
    return sheets.once("scale", _largest)


def _largest(sheets: Sheets) -> FieldValue:
    found = [word(f"activities.{s.id}.scale", s.processing.scale) for s in sheets]
    large = [one for one in found if one.options == ("large",)]
    if large:
        return large[0]
    unknown = tuple(route for one in found if one.anything for route in one.missing)
    return Choice(options=("large", "small"), missing=unknown) if unknown else found[0]


def _keys_with_operator(derived: Derived, host: str) -> FieldValue:
    holders = words(f"hosts.{host}.keys", derived.estate.case.hosts[host].keys)
    operator = derived.estate.operator(host)
    if operator == UNKNOWN:
        return perhaps((f"hosts.{host}.operator", *holders.missing))
    group = derived.control.group(operator)
    if not group.isdisjoint(holders.sure):
        routes = [r for h in holders.sure if h != operator for r in derived.control.proof(h, operator)]
        return answer(yes=True, proof=(*holders.proof, *routes))
    if holders.open:
        return perhaps(holders.missing)
    return answer(yes=False, proof=holders.proof)


def _kept_by(derived: Derived, host: str) -> KeptBy | None:
    operator = derived.estate.operator(host)
    if operator == UNKNOWN:
        return None
    return derived.exposures.protection.kept_by(host, operator)


def _keeper_reached(derived: Derived, host: str) -> FieldValue:
    kept = _kept_by(derived, host)
    if kept is None:
        return perhaps((f"hosts.{host}.operator",))
    if kept.keepers:
        return answer(yes=True, proof=(*kept.routes, *kept.proof))
    missing = distinct(kept.missing)
    return perhaps(missing, kept.routes) if kept.maybe and missing else answer(yes=False, proof=kept.routes)


def _keeper_level(derived: Derived, host: str) -> Bounds:
    """Return the exposure level under States that reach both a keeper of the key and the operator; 0 if only the keeper."""
    kept = _kept_by(derived, host)
    if kept is None:
        return Bounds(low=0, high=HIGHEST, missing=(f"hosts.{host}.operator",))
    operator = derived.estate.operator(host)
    lines = [e for e in derived.exposures.by_host.get(host, ()) if e.custodian == operator]
    sure = [e for e in lines if e.state in kept.shared]
    maybe = [e for e in lines if e.state in (*kept.shared, *kept.perhaps, UNKNOWN) or kept.maybe]
    low, high = max((e.low for e in sure), default=0), max((e.high for e in maybe), default=0)
    proof = distinct(r for e in sure for r in e.proof) or kept.routes
    missing = [*(r for e in maybe for r in e.missing), *(kept.missing if kept.maybe else ())]
    if not lines and keeps_unsaid(derived, host):
        high, missing = HIGHEST, [f"hosts.{host}.keeps", *missing]
    return Bounds(low=low, high=high, proof=proof, missing=distinct(missing))


def _keepers(derived: Derived, names: Names, host: str) -> Bilingual:
    kept = _kept_by(derived, host)
    found = () if kept is None else kept.keepers or distinct(kept.open)
    return names.all(found or (UNKNOWN,))


def _both_halves(derived: Derived, names: Names, host: str) -> Bilingual:
    """Say whether one State has both halves in hand: the key and what it opens."""
    kept = _kept_by(derived, host)
    operator = names.of(derived.estate.operator(host))
    if kept is not None and kept.shared:
        states = listed(names.within("countries", state) for state in sorted(set(kept.shared)))
        return filled(BOTH_REACHED, states=states, operator=operator)
    return filled(BOTH_NOT_SHOWN, operator=operator)


def _own_account(derived: Derived, host: str) -> FieldValue:
    operator = derived.estate.operator(host)
    agreed = derived.estate.serving_by.get(operator)
    if agreed is not None:
        return answer(yes=False, proof=(f"agreements.{agreed}",))
    sheets = sheets_of(derived, host)
    if not sheets:
        return perhaps((f"hosts.{host}.{'operator' if operator == UNKNOWN else 'keeps'}",))
    said = sheets.once("controllers said", _controllers_said)
    if said.of_all is not None and operator not in said.of_all:
        return answer(yes=False, proof=said.proof)
    if said.unsaid or operator == UNKNOWN:
        return perhaps(said.unsaid or (f"hosts.{host}.operator",))
    return answer(yes=True, proof=said.proof)


class _ControllersSaid(NamedTuple):
    """Who controls activities taken together: the facts that say it, those that do not, and who controls each that is said, if any is."""

    proof: Routes
    unsaid: Routes
    of_all: frozenset[str] | None


def _controllers_said(sheets: Sheets) -> _ControllersSaid:
    stated = {f"activities.{s.id}.controller": several(s.processing.controller) for s in sheets}
    unsaid = {route: named for route, named in stated.items() if not UNSETTLED.isdisjoint(named)}
    said = [frozenset(named) for route, named in stated.items() if route not in unsaid]
    of_all = frozenset.intersection(*said) if said else None
    return _ControllersSaid(tuple(stated), tuple(unsaid), of_all)


def level(derived: Derived, host: str) -> Bounds:
    """Give the highest exposure of the data that `host` keeps, over custodians and instruments."""
    found = derived.exposures.by_host.get(host)
    if found is None and keeps_unsaid(derived, host):
        return Bounds(low=0, high=HIGHEST, missing=(f"hosts.{host}.keeps",))
    if found is None:
        return Bounds(low=0, high=0, proof=(f"hosts.{host}.operator",))
    low, high = max(e.low for e in found), max(e.high for e in found)
    missing = distinct(r for e in found for r in e.missing)
    proof = distinct(r for e in found if e.high == high for r in e.proof)
    return Bounds(low=low, high=high, proof=proof or (f"hosts.{host}.operator",), missing=missing)


def _stated(name: str) -> Callable[[Derived, str], FieldValue]:
    """Give how the fact `name` of a host is read."""

    def read(derived: Derived, host: str) -> FieldValue:
        return word(f"hosts.{host}.{name}", getattr(derived.estate.case.hosts[host], name))

    return read


#: What a host states in a word from which alone fields of its own follow.
_STATED: Final = (*yes_no_facts(Host, _stated), "at_rest", "kind", "transparency", "kept_for")
#: The fields that follow from these.
_SAID: Final = tuple(name for name in _STATED if name not in ("for_source", "kept_for"))

HOST: Subject[str] = Subject(
    name="host",
    each=_each,
    id=lambda host: host,
    route=lambda host: f"hosts.{host}",
    activities=served,
    fields={
        **yes_no_facts(Host, _stated),
        "keeps": Field("category", keeps, fact="keeps"),
        "at_rest": Field("word", _stated("at_rest"), ("none", "plain", "encrypted"), fact="at_rest"),
        "kind": Field("word", _stated("kind"), ("application", "data-centre", "mailbox", "desk", "device")),
        "scale": Field("word", scale, ("large", "small")),
        "keys_with_operator": Field("answer", _keys_with_operator, YES_NO),
        "keeper_reached": Field("answer", _keeper_reached, YES_NO),
        "keeper_level": Field("number", _keeper_level),
        "own_account": Field("answer", _own_account, YES_NO),
        "level": Field("number", level),
        **HOST_FIELDS,
        "location": Field(
            "country",
            lambda derived, host: words(f"hosts.{host}.location", derived.estate.case.hosts[host].location),
        ),
    },
    slots={
        "host": lambda derived, names, host: names.of(host),
        "operator": lambda derived, names, host: names.of(derived.estate.operator(host)),
        "data": lambda derived, names, host: names.data(derived.estate.kept(host)),
        "keepers": _keepers,
        "halves": _both_halves,
        "keys": lambda derived, names, host: names.all(several(derived.estate.case.hosts[host].keys)),
        **HOST_SLOTS,
    },
    spots=lambda derived, host: (f"{derived.estate.operator(host)}@{host}",),
    sides={
        "kept": Side(
            ("keeps", "scale", "care", "in_france", "bound_by_sgb", "sren_sensitive", "for_source"),
            one_by_one(_kept_for_source),
        ),
        "said": Side(_SAID, one_by_one(_said)),
        **HOST_SIDES,
    },
)

"""`host`: a place where data is kept."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.graph.derive import Derived
from auditor.graph.estate import ActivityIndex
from auditor.graph.exposure import HIGHEST
from auditor.graph.protection import KeptBy
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import (
    Bounds,
    Choice,
    FieldValue,
    Selection,
    answer,
    distinct,
    perhaps,
    word,
    words,
)
from auditor.model.materials import several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.rules.subjects.health import HOST_FIELDS, HOST_SLOTS
from auditor.text.names import Names


def _each(derived: Derived) -> Iterator[str]:
    yield from sorted(derived.estate.case.hosts)


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


def sheets_of(derived: Derived, host: str) -> list[ActivityIndex]:
    """Give the activities whose data `host` keeps."""
    kept = {*derived.estate.kept(host), *derived.estate.may_keep(host)}
    return [sheet for sheet in derived.estate.sheets.values() if not kept.isdisjoint(sheet.categories)]


def scale(derived: Derived, host: str) -> FieldValue:
    """Give the largest scale among the activities whose data `host` keeps."""
    found = [word(f"activities.{s.id}.scale", s.processing.scale) for s in sheets_of(derived, host)]
    large = [one for one in found if one.options == ("large",)]
    if large:
        return large[0]
    unknown = tuple(route for one in found if one.anything for route in one.missing)
    if unknown or not found:
        return Choice(options=("large", "small"), missing=unknown or (f"hosts.{host}.keeps",))
    return found[0]


def _group(derived: Derived, operator: str) -> set[str]:
    control = derived.control
    top = {operator, *control.controllers(operator)}
    return top.union(*(control.controlled(owner, certain=True) for owner in top))


def _keys_with_operator(derived: Derived, host: str) -> FieldValue:
    holders = words(f"hosts.{host}.keys", derived.estate.case.hosts[host].keys)
    operator = derived.estate.operator(host)
    if operator == UNKNOWN:
        return perhaps((f"hosts.{host}.operator", *holders.missing))
    group = _group(derived, operator)
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
    return derived.exposures.protection.kept_by(host, operator, _group(derived, operator))


def _keeper_reached(derived: Derived, host: str) -> FieldValue:
    kept = _kept_by(derived, host)
    if kept is None:
        return perhaps((f"hosts.{host}.operator",))
    if kept.keepers:
        return answer(yes=True, proof=(*kept.routes, *kept.proof))
    missing = distinct(kept.missing)
    return perhaps(missing, kept.routes) if kept.maybe and missing else answer(yes=False, proof=kept.routes)


def _keeper_level(derived: Derived, host: str) -> Bounds:
    """Give the level under the States that reach both a key keeper and the operator; 0 where the keeper alone is reached."""
    kept = _kept_by(derived, host)
    if kept is None:
        return Bounds(low=0, high=HIGHEST, missing=(f"hosts.{host}.operator",))
    operator = derived.estate.operator(host)
    lines = [e for e in derived.exposures.by_host.get(host, ()) if e.custodian == operator]
    sure = [e for e in lines if e.state in kept.shared]
    maybe = [e for e in lines if e.state in (*kept.shared, *kept.perhaps)]
    low, high = max((e.low for e in sure), default=0), max((e.high for e in maybe), default=0)
    proof = distinct(r for e in sure for r in e.proof) or kept.routes
    return Bounds(low=low, high=high, proof=proof, missing=distinct(r for e in maybe for r in e.missing))


def _keepers(derived: Derived, names: Names, host: str) -> Bilingual:
    kept = _kept_by(derived, host)
    return names.all(kept.keepers if kept is not None and kept.keepers else (UNKNOWN,))


def _both_halves(derived: Derived, names: Names, host: str) -> Bilingual:
    """Say whether one State has both halves in hand: the key and what it opens."""
    kept = _kept_by(derived, host)
    operator = names.of(derived.estate.operator(host))
    if kept is not None and kept.shared:
        states = ", ".join(sorted(set(kept.shared)))
        return Bilingual(
            f"le même État ({states}) atteint aussi {operator.fr}, qui exploite l'hôte : les deux moitiés sont à portée d'un seul",
            f"the same State ({states}) also reaches {operator.en}, which operates the host: both halves are within one reach",
        )
    return Bilingual(
        f"il n'est pas établi que le même État atteigne {operator.fr}, qui exploite l'hôte",
        f"it is not shown that the same State reaches {operator.en}, which operates the host",
    )


def _own_account(derived: Derived, host: str) -> FieldValue:
    operator = derived.estate.operator(host)
    for name, agreement in sorted(derived.estate.case.agreements.items()):
        if agreement.is_ in ("hosting", "processing") and agreement.between[1] == operator:
            return answer(yes=False, proof=(f"agreements.{name}",))
    sheets = sheets_of(derived, host)
    unknown = tuple(
        f"activities.{s.id}.controller"
        for s in sheets
        if any(c in UNSETTLED for c in several(s.processing.controller))
    )
    if any(
        operator not in several(s.processing.controller)
        for s in sheets
        if f"activities.{s.id}.controller" not in unknown
    ):
        return answer(yes=False, proof=tuple(f"activities.{s.id}.controller" for s in sheets))
    if unknown or not sheets or operator == UNKNOWN:
        return perhaps(unknown or (f"hosts.{host}.{'operator' if operator == UNKNOWN else 'keeps'}",))
    return answer(yes=True, proof=tuple(f"activities.{s.id}.controller" for s in sheets))


def level(derived: Derived, host: str) -> Bounds:
    """Give the highest exposure of the data that `host` keeps, over custodians and instruments."""
    found = derived.exposures.by_host.get(host, [])
    low, high = max((e.low for e in found), default=0), max((e.high for e in found), default=0)
    missing = distinct(r for e in found for r in e.missing)
    proof = distinct(r for e in found if e.high == high for r in e.proof)
    return Bounds(low=low, high=high, proof=proof or (f"hosts.{host}.operator",), missing=missing)


def _text(name: str, fr: str, en: str, options: tuple[str, ...]) -> Field[str]:
    def read(derived: Derived, host: str) -> FieldValue:
        return word(f"hosts.{host}.{name}", getattr(derived.estate.case.hosts[host], name))

    return Field("word", Bilingual(fr, en), read, options)


HOST: Subject[str] = Subject(
    name="host",
    doc=Bilingual("hôte", "host"),
    each=_each,
    id=lambda host: host,
    route=lambda host: f"hosts.{host}",
    fields={
        "keeps": Field("category", Bilingual("les données gardées", "the data kept"), keeps),
        "at_rest": _text(
            "at_rest", "la protection au repos", "the protection at rest", ("none", "plain", "encrypted")
        ),
        "backup": _text("backup", "le fait d'être une sauvegarde", "being a backup", YES_NO),
        "kind": Field(
            "word",
            Bilingual("le genre de lieu", "the kind of place"),
            lambda derived, host: word(f"hosts.{host}.kind", derived.estate.case.hosts[host].kind),
            ("application", "data-centre", "mailbox", "desk", "device"),
        ),
        "scale": Field("word", Bilingual("l'échelle", "the scale"), scale, ("large", "small")),
        "keys_with_operator": Field(
            "answer",
            Bilingual("des clés chez l'exploitant ou son groupe", "keys held by the operator or its group"),
            _keys_with_operator,
            YES_NO,
        ),
        "keeper_reached": Field(
            "answer",
            Bilingual(
                "des clés chez un tiers atteint par un État hors EEE",
                "keys held by another whom a State outside the EEA reaches",
            ),
            _keeper_reached,
            YES_NO,
        ),
        "keeper_level": Field(
            "number",
            Bilingual(
                "le niveau sous l'État qui atteint aussi l'exploitant",
                "the level under the State that reaches the operator too",
            ),
            _keeper_level,
        ),
        "own_account": Field(
            "answer",
            Bilingual("le fait de garder ses propres données", "keeping data on its own account"),
            _own_account,
            YES_NO,
        ),
        "level": Field("number", Bilingual("le niveau d'exposition", "the exposure level"), level),
        **HOST_FIELDS,
        "location": Field(
            "country",
            Bilingual("le lieu", "the location"),
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
)

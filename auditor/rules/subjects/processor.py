"""`processor`: an organisation that takes part in an activity and processes for somebody else, or may do so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import UNSET

from auditor.graph.derive import Derived
from auditor.graph.roles import RolePlayed
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import (
    Choice,
    FieldValue,
    Selection,
    answer,
    distinct,
    perhaps,
    settled,
    word,
)
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field, Subject, termed
from auditor.text.names import Names

#: What a contract says or nothing does: without one, it is not there.
IN_WRITING: Final = frozenset({"exit_clause", "switching", "allows_own_use"})


def _each(derived: Derived) -> Iterator[RolePlayed]:
    roles, estate = derived.roles, derived.estate
    for activity in estate.sheets:
        for who in roles.may_process(activity):
            if roles.role(who, activity).settled in ("processor", "") and estate.head(who) == who:
                yield roles.of(who, activity)


def _role(derived: Derived, part: RolePlayed) -> FieldValue:
    del derived
    return part.role


def _tier(derived: Derived, part: RolePlayed) -> FieldValue:
    proof = part.role.proof
    if part.tier.settled:
        entrusted = derived.roles.contract(part).entrusted
        proof = (*proof, *((entrusted.route,) if entrusted else ()))
    return Choice(options=part.tier.options, proof=proof, missing=part.tier.missing)


def _contract(derived: Derived, part: RolePlayed) -> FieldValue:
    return settled(derived.roles.contract(part))


def of_agreement(derived: Derived, part: RolePlayed, name: str) -> Choice:
    """Give what the contract of a processor says at its field `name`; unknown where it is not listed or does not say."""
    entrusted = derived.roles.contract(part).entrusted
    if entrusted is None:
        return Choice(missing=derived.roles.unlisted(part, name), anything=True)
    if name in IN_WRITING and plain(entrusted.agreement.signed) == "false":
        return answer(yes=False, proof=(f"{entrusted.route}.signed",))
    return word(f"{entrusted.route}.{name}", getattr(entrusted.agreement, name))


def _stated(name: str) -> Field[RolePlayed]:
    return Field("answer", lambda derived, part: of_agreement(derived, part, name), YES_NO)


def _identity(derived: Derived, part: RolePlayed) -> FieldValue:
    """Tell whether name and country are stated; what the file does not say may be in the controller's own."""
    entry = derived.estate.case.organisations[part.who]
    route = f"organisations.{part.who}"
    missing = []
    named = plain(entry.name) if entry.name is not UNSET else part.who
    if entry.kind in ("class", "group", "unknown") or named in UNSETTLED:
        missing.append(f"{route}.name")
    if derived.estate.country(part.who) == UNKNOWN:
        missing.append(f"{route}.country")
    return perhaps(tuple(missing)) if missing else answer(yes=True, proof=(f"{route}.country",))


def _is(derived: Derived, part: RolePlayed) -> FieldValue:
    """Give what the organisation is or does, and what that falls under."""
    return termed(derived.estate.terms(part.who), f"organisations.{part.who}.is")


def _own_use(derived: Derived, part: RolePlayed) -> FieldValue:
    route = f"activities.{part.activity}.own_use"
    listed = several(derived.estate.case.activities[part.activity].own_use)
    users = {derived.estate.head(name) for name in listed}
    if part.who in users:
        return answer(yes=True, proof=(route,))
    return perhaps((route,)) if not users.isdisjoint(UNSETTLED) else answer(yes=False, proof=(route,))


def _categories(
    derived: Derived, part: RolePlayed
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    sheet = derived.estate.sheets[part.activity]
    sure = maybe = 0
    missing: dict[str, None] = {}
    for hop in derived.roles.received(part):
        if hop.doubt:
            maybe |= hop.mask
            missing.update(dict.fromkeys(hop.doubt))
        else:
            sure |= hop.mask
    if not sure | maybe:
        return tuple(sheet.categories), (), ()
    return sheet.names(sure), sheet.names(maybe & ~sure), tuple(missing)


def _data(derived: Derived, part: RolePlayed) -> FieldValue:
    sure, maybe, missing = _categories(derived, part)
    return Selection(sure=sure, maybe=maybe, proof=(f"activities.{part.activity}",), missing=missing)


def _engaging(derived: Derived, part: RolePlayed) -> FieldValue:
    """Give who engages it: of those who entrust it with the data or may do so, the processors where there are any."""
    controllers = {derived.estate.head(name) for name in derived.roles.controllers(part.activity)}
    processors = tuple(name for name in part.clients if name not in controllers)
    route = f"activities.{part.activity}.controller"
    found = processors or part.clients
    return Selection(sure=found, proof=(route,), missing=() if found else (route,), open=not found)


def _clients_country(derived: Derived, part: RolePlayed) -> FieldValue:
    """Give the countries of those who entrust it with the data."""
    route = f"activities.{part.activity}.controller"
    found = [(name, derived.estate.country(derived.estate.head(name))) for name in part.clients]
    missing = tuple(f"organisations.{name}.country" for name, country in found if country in UNSETTLED)
    return Selection(
        sure=distinct(country for _, country in found if country not in UNSETTLED),
        proof=(route, *(f"organisations.{name}.country" for name, _ in found)),
        missing=missing if found else (route,),
        open=bool(missing) or not found,
    )


def _clients(derived: Derived, names: Names, part: RolePlayed) -> Bilingual:
    del derived
    return names.all(part.clients or (UNKNOWN,))


def _said(derived: Derived, names: Names, part: RolePlayed) -> Bilingual:
    sure, maybe, _ = _categories(derived, part)
    return names.data(sure or maybe)


PROCESSOR: Subject[RolePlayed] = Subject(
    name="processor",
    each=_each,
    id=lambda part: f"{part.who}:{part.activity}",
    route=lambda part: f"activities.{part.activity}.processors",
    activities=lambda derived, part: (part.activity,),
    fields={
        "role": Field("word", _role, ("processor", "controller", "third-party")),
        "tier": Field("word", _tier, ("direct", "sub")),
        "contract": Field("answer", _contract, YES_NO),
        "authorised": _stated("authorised"),
        "is": Field("term", _is),
        "identity": Field("answer", _identity, YES_NO),
        "exit_clause": _stated("exit_clause"),
        "switching": _stated("switching"),
        "clients_country": Field("country", _clients_country),
        "needs_clear": _stated("needs_clear"),
        "own_use": Field("answer", _own_use, YES_NO),
        "allowed_use": _stated("allows_own_use"),
        "human_review": Field(
            "word",
            lambda derived, part: of_agreement(derived, part, "human_review"),
            ("none", "on-instruction", "without-instruction"),
        ),
        "data": Field("category", _data),
        "engaging": Field("party", _engaging),
        "who": Field("party", lambda derived, part: Choice(options=(part.who,))),
    },
    slots={
        "who": lambda derived, names, part: names.of(part.who),
        "activity": lambda derived, names, part: names.within("activities", part.activity),
        "clients": _clients,
        "data": _said,
    },
    path=lambda derived, part: derived.roles.received(part)[:1],
)

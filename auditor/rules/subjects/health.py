"""Fields on health data: hosting in care, certificates in their time, transparency, payment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import Any, Final

from msgspec import UNSET

from auditor.graph.derive import Derived
from auditor.graph.health_hosting import GERMANY
from auditor.graph.hop import ActivityIndex, Hop, Sheets
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import (
    SHOWN,
    Answer,
    Choice,
    FieldValue,
    Selection,
    answer,
    perhaps,
    settled,
    word,
)
from auditor.model.materials import plain, several
from auditor.model.period import Period, longer, period
from auditor.model.vocabulary import NONE, SPECIAL_BASES, UNKNOWN, UNSETTLED
from auditor.rules.certificate_text import certificate_words
from auditor.rules.subjects.base import YES_NO, Field, Side, Tells, attributes, one_by_one, termed
from auditor.text.grammar import both, filled, listed
from auditor.text.names import Names
from auditor.text.slots.host import CERTIFICATE, NO_ACTIVITY, NO_CERTIFICATE

HEALTH: Final = "health"
#: Up to which the law, which gives no number, may mean a short period (CSP art. R.1111-8-8): then it is asked.
SHORT: Final = Period(months=3)
#: Kinds of organisation that may be one natural person.
MAYBE_ONE_PERSON: Final = frozenset({"person", "class", "unknown"})


def _answer(derive: Callable[[Derived, Any], Answer], by: Tells[Any] | None = None) -> Field[Any]:
    return Field("answer", lambda derived, subject: settled(derive(derived, subject)), YES_NO, by)


def _documented(derived: Derived, routes: Collection[str]) -> FieldValue:
    materials = derived.estate.materials
    missing = tuple(r for r in routes if materials.says_nothing(r) or materials.fact(r).unsettled)
    return perhaps(missing) if missing else answer(yes=all(materials.fact(r).known in SHOWN for r in routes))


def _hds_documented(derived: Derived, host: str) -> FieldValue:
    found = derived.certificates.health_hosting(host)
    return perhaps(found.missing) if found.value is None else _documented(derived, found.proof)


def _versions(derived: Derived, host: str) -> FieldValue:
    return derived.certificates.hds_versions(host)


def _transparency(derived: Derived, host: str) -> FieldValue:
    return word(f"hosts.{host}.transparency", derived.estate.case.hosts[host].transparency)


def _operator_is(derived: Derived, host: str) -> FieldValue:
    operator = derived.estate.operator(host)
    if operator == UNKNOWN:
        return Selection(missing=(f"hosts.{host}.operator",), open=True)
    return termed(derived.estate.terms(operator), f"organisations.{operator}.is")


def _certificates(derived: Derived, names: Names, host: str) -> Bilingual:
    found = {
        held.route: (names.of(held.of), certificate_words(held.certificate))
        for _, _, held in derived.certificates.covering(host)
    }
    if not found:
        return NO_CERTIFICATE
    return listed(filled(CERTIFICATE, holder=of, certificate=text) for of, text in found.values())


def _activities(derived: Derived, names: Names, host: str) -> Bilingual:
    del names
    performed = [item for item in several(derived.estate.case.hosts[host].hosting) if item != UNKNOWN]
    return both(", ".join(performed)) if performed else NO_ACTIVITY


def _location(derived: Derived, names: Names, host: str) -> Bilingual:
    found = several(derived.estate.case.hosts[host].location)
    return listed(names.within("countries", country) for country in found)


def _for_source(derived: Derived, host: str) -> FieldValue:
    """Tell whether the data is hosted for who produced or collected it, or for the patient.

    Where nobody says, an activity in care collects its data, save one whose data all comes from outside of it: that is asked.
    """
    route = f"hosts.{host}.for_source"
    stated = word(route, derived.estate.case.hosts[host].for_source)
    if not stated.anything:
        return stated
    sheets = derived.care.sheets(host)
    if sheets.once("from outside", lambda asked: _all_from_outside(derived, asked)):
        return perhaps((route,), tuple(f"activities.{sheet.id}" for sheet in sheets))
    return sheets.once("collected", _collected)


def _collected(sheets: Sheets) -> FieldValue:
    return answer(yes=True, proof=tuple(f"activities.{sheet.id}.controller" for sheet in sheets))


def _all_from_outside(derived: Derived, sheets: Sheets) -> bool:
    return bool(sheets) and all(_from_outside(derived, sheet) for sheet in sheets)


def _from_outside(derived: Derived, sheet: ActivityIndex) -> bool:
    """Tell whether all data of an activity comes from organisations that neither decide on it nor process for who does."""
    reached = {hop.b for hop in sheet.hops}
    starts = {derived.estate.operator(hop.a) for hop in sheet.hops if hop.a not in reached}
    return bool(starts) and all(
        who not in ("", UNKNOWN) and derived.recipients.role(who, sheet.id).settled == "third-party"
        for who in starts
    )


def _short_task(derived: Derived, host: str) -> FieldValue:
    """Tell whether the data is handed over for a short task only: asked where it is kept for a short time, else taken not to be."""
    place = derived.estate.case.hosts[host]
    stated = word(f"hosts.{host}.short_task", place.short_task)
    if not stated.anything:
        return stated
    kept = str(plain(place.kept_for))
    found = None if kept in UNSETTLED else period(kept)
    if kept == NONE or (found is not None and longer(found, SHORT) is False):
        return perhaps(stated.missing, (f"hosts.{host}.kept_for",))
    return answer(yes=False)


HOST_FIELDS: Final[Mapping[str, Field[str]]] = {
    "care": _answer(lambda derived, host: derived.care.collected(host)),
    "in_france": _answer(lambda derived, host: derived.care.in_france(derived.care.sheets(host))),
    "hds": _answer(lambda derived, host: derived.certificates.health_hosting(host)),
    "hds_documented": Field("answer", _hds_documented, YES_NO),
    "hds_version": Field("word", _versions, ("1", "2")),
    "secnumcloud": _answer(lambda derived, host: derived.certificates.qualified(host)),
    "transparency": Field(
        "word", _transparency, ("published", "partial", "none", "qualified-sentence", "no-transfer-sentence")
    ),
    "location_documented": Field(
        "answer", lambda derived, host: _documented(derived, (f"hosts.{host}.location",)), YES_NO
    ),
    "for_source": Field("answer", _for_source, YES_NO),
    "short_task": Field("answer", _short_task, YES_NO),
    "operator_is": Field("term", _operator_is),
    "bound_by_sgb": _answer(lambda derived, host: derived.care.bound_by_sgb(host)),
    "c5_type_2": _answer(lambda derived, host: derived.certificates.attested(host, "c5", "2")),
    "c5_type_1": _answer(lambda derived, host: derived.certificates.attested(host, "c5", "1")),
    "operator_in_germany": _answer(
        lambda derived, host: derived.care.established(
            derived.estate.operator(host), GERMANY, f"hosts.{host}.operator"
        )
    ),
    "sren_sensitive": _answer(lambda derived, host: derived.care.of_the_state(host)),
}


def _uncertified(derived: Derived) -> Callable[[str], Hashable]:
    """Tell of a host that no certificate may cover whether all are listed that would; nothing of others."""
    covering, unsaid = derived.certificates.covering, derived.certificates.unsaid
    return lambda host: None if covering(host) else bool(unsaid(host))


HOST_SIDES: Final = {"uncertified": Side(("hds_version",), one_by_one(_uncertified))}
HOST_SLOTS: Final = {"certificates": _certificates, "activities": _activities, "location": _location}


def _activity_word(name: str, options: tuple[str, ...] = ()) -> Field[ActivityIndex]:
    def read(derived: Derived, sheet: ActivityIndex) -> FieldValue:
        del derived
        return word(f"activities.{sheet.id}.{name}", getattr(sheet.processing, name))

    return Field("word", read, options)


def _alone(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Tell whether the controller is a professional practising alone: where nobody says, only a natural person may be."""
    route = f"activities.{sheet.id}.alone"
    stated = word(route, sheet.processing.alone)
    if not stated.anything:
        return stated
    entries = [derived.estate.case.organisations.get(name) for name in several(sheet.processing.controller)]
    if not entries or any(entry is None or entry.kind in MAYBE_ONE_PERSON for entry in entries):
        return perhaps((route,))
    return answer(yes=False, proof=(f"activities.{sheet.id}.controller",))


ACTIVITY_FIELDS: Final[Mapping[str, Field[ActivityIndex]]] = {
    "special_basis": _activity_word("special_basis", (NONE, *SPECIAL_BASES)),
    "dpia": _activity_word("dpia", ("true", "false", "incomplete")),
    "alone": Field("answer", _alone, YES_NO),
}


def _between_organisations(derived: Derived, hop: Hop) -> FieldValue:
    """Tell whether one organisation sends to another: people are no parties to a sale of data under art. L.1111-8 VII."""
    first, second = derived.estate.operator(hop.a), derived.estate.operator(hop.b)
    if first == "" or second == "" or first == second != UNKNOWN:
        return answer(yes=False, proof=(hop.route,))
    missing = tuple(
        f"hosts.{place}.operator" for place, who in ((hop.a, first), (hop.b, second)) if who == UNKNOWN
    )
    return perhaps((*missing, *hop.doubt)) if missing or hop.doubt else answer(yes=True, proof=(hop.route,))


def _paid(derived: Derived, hop: Hop) -> FieldValue:
    """Tell whether the recipient pays for the data.

    Where nobody says and the recipient is a processor, it is paid for its service and buys nothing: no question.
    """
    route = f"{hop.route}.paid"
    stated = UNSET if hop.flow is None else hop.flow.paid
    if plain(stated) in UNSETTLED:
        role = derived.recipients.role(derived.estate.operator(hop.b), hop.activity)
        if role.settled == "processor":
            return Choice(options=("false", "for-a-service"), proof=role.proof, missing=(route,))
    return word(route, stated)


def _senders(derived: Derived) -> Callable[[Sequence[Hop]], list[str]]:
    """Give who sends: whoever operates the place that each hop leaves, else that itself."""
    operator = derived.estate.operator
    return lambda hops: [operator(hop.a) or hop.a for hop in hops]


HOP_FIELDS: Final[Mapping[str, Field[Hop]]] = {
    "sender": Field(
        "party",
        lambda derived, hop: Choice(options=tuple(_senders(derived)([hop])), proof=(hop.route,)),
        word=_senders,
    ),
    "paid": Field("word", _paid, ("true", "false", "for-a-service"), fact="paid"),
    "paid_documented": Field(
        "answer", lambda derived, hop: _documented(derived, (f"{hop.route}.paid",)), YES_NO
    ),
    "between_organisations": Field("answer", _between_organisations, YES_NO),
    "in_france": _answer(
        lambda derived, hop: derived.care.in_france(derived.estate.alone(hop.activity)),
        by=attributes("activity"),
    ),
}

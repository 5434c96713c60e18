"""Fields on health data: hosting in care, certificates in their time, transparency, payment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from msgspec import UNSET

from auditor.graph.derive import Derived
from auditor.graph.estate import ActivityIndex, Hop
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
from auditor.model.materials import certificate_words, several
from auditor.model.vocabulary import UNKNOWN
from auditor.rules.subjects.base import YES_NO, Field
from auditor.text.grammar import both, listed
from auditor.text.names import Names

HEALTH: Final = "health"
#: Kinds of organisation that may be one natural person.
MAYBE_ONE_PERSON: Final = frozenset({"person", "class", "unknown"})


def _answer(fr: str, en: str, derive: Callable[[Derived, Any], Answer]) -> Field[Any]:
    return Field(
        "answer", Bilingual(fr, en), lambda derived, subject: settled(derive(derived, subject)), YES_NO
    )


def _documented(derived: Derived, routes: Iterable[str]) -> FieldValue:
    facts = [derived.estate.materials.fact(route) for route in routes]
    missing = tuple(fact.route for fact in facts if fact.unsettled)
    return perhaps(missing) if missing else answer(yes=all(fact.known in SHOWN for fact in facts))


def _hds_documented(derived: Derived, host: str) -> FieldValue:
    found = derived.certificates.health_hosting(host)
    return perhaps(found.missing) if found.value is None else _documented(derived, found.proof)


def _versions(derived: Derived, host: str) -> FieldValue:
    return derived.certificates.hds_versions(host)


def _transparency(derived: Derived, host: str) -> FieldValue:
    return word(f"hosts.{host}.transparency", derived.estate.case.hosts[host].transparency)


def _operator_is(derived: Derived, host: str) -> FieldValue:
    operator = derived.estate.operator(host)
    terms = derived.estate.terms(operator)
    if terms is None:
        missing = f"hosts.{host}.operator" if operator == UNKNOWN else f"organisations.{operator}.is"
        return Selection(missing=(missing,), open=True)
    return Selection(sure=tuple(sorted(terms)), proof=(f"organisations.{operator}.is",))


def _certificates(derived: Derived, names: Names, host: str) -> Bilingual:
    found = {
        held.route: (names.of(held.of), certificate_words(held.certificate))
        for _, _, held in derived.certificates.covering(host)
    }
    if not found:
        return Bilingual("aucun indiqué", "none stated")
    return listed(Bilingual(f"{of.fr} : {text}", f"{of.en}: {text}") for of, text in found.values())


def _activities(derived: Derived, names: Names, host: str) -> Bilingual:
    del names
    performed = [item for item in several(derived.estate.case.hosts[host].hosting) if item != UNKNOWN]
    return both(", ".join(performed)) if performed else Bilingual("non précisées", "not stated")


def _location(derived: Derived, names: Names, host: str) -> Bilingual:
    del names
    return both(", ".join(several(derived.estate.case.hosts[host].location)) or "—")


HOST_FIELDS: Final[Mapping[str, Field[str]]] = {
    "care": _answer(
        "des données de santé recueillies à l'occasion de soins",
        "health data collected in care",
        lambda derived, host: derived.care.collected(host),
    ),
    "in_france": _answer(
        "le champ du droit français",
        "being in the scope of French law",
        lambda derived, host: derived.care.in_france(derived.care.sheets(host)),
    ),
    "hds": _answer(
        "un certificat ou agrément en cours pour chaque activité d'hébergement assurée",
        "a valid certificate or accreditation for each hosting activity performed",
        lambda derived, host: derived.certificates.health_hosting(host),
    ),
    "hds_documented": Field(
        "answer",
        Bilingual("l'état des certificats étant documenté", "the state of certificates being documented"),
        _hds_documented,
        YES_NO,
    ),
    "hds_version": Field(
        "word",
        Bilingual("la version du référentiel HDS", "the version of the HDS scheme"),
        _versions,
        ("1", "2"),
    ),
    "secnumcloud": _answer(
        "la qualification SecNumCloud de ce service",
        "a SecNumCloud qualification of this service",
        lambda derived, host: derived.certificates.qualified(host),
    ),
    "transparency": Field(
        "word",
        Bilingual(
            "la publication sur les accès de pays tiers", "the publication on access from third countries"
        ),
        _transparency,
        ("published", "partial", "none", "qualified-sentence", "no-transfer-sentence"),
    ),
    "location_documented": Field(
        "answer",
        Bilingual("le lieu étant documenté", "the location being documented"),
        lambda derived, host: _documented(derived, (f"hosts.{host}.location",)),
        YES_NO,
    ),
    "operator_is": Field(
        "term", Bilingual("la nature de l'exploitant", "what the operator is"), _operator_is
    ),
    "sren_sensitive": _answer(
        "des données d'une sensibilité particulière d'un organisme soumis à l'article 31 de la loi 2024-449, sans dérogation",
        "data of particular sensitivity of a body bound by art. 31 of Act 2024-449, without derogation",
        lambda derived, host: derived.care.of_the_state(host),
    ),
}

HOST_SLOTS: Final = {"certificates": _certificates, "activities": _activities, "location": _location}


def _activity_word(name: str, fr: str, en: str, options: tuple[str, ...] = ()) -> Field[ActivityIndex]:
    def read(derived: Derived, sheet: ActivityIndex) -> FieldValue:
        del derived
        return word(f"activities.{sheet.id}.{name}", getattr(sheet.processing, name))

    return Field("word", Bilingual(fr, en), read, options)


def _alone(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Tell whether the controller is a professional practising alone: where nobody says, only a natural person may be."""
    route = f"activities.{sheet.id}.alone"
    if sheet.processing.alone is not UNSET:
        return word(route, sheet.processing.alone)
    entries = [derived.estate.case.organisations.get(name) for name in several(sheet.processing.controller)]
    if not entries or any(entry is None or entry.kind in MAYBE_ONE_PERSON for entry in entries):
        return perhaps((route,))
    return answer(yes=False, proof=(f"activities.{sheet.id}.controller",))


ACTIVITY_FIELDS: Final[Mapping[str, Field[ActivityIndex]]] = {
    "special_basis": _activity_word(
        "special_basis", "la condition de l'article 9, § 2", "the condition of art. 9(2)"
    ),
    "dpia": _activity_word(
        "dpia", "l'analyse d'impact", "the impact assessment", ("true", "false", "incomplete")
    ),
    "alone": Field(
        "answer",
        Bilingual("un professionnel exerçant seul", "a professional practising alone"),
        _alone,
        YES_NO,
    ),
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

    Where nobody speaks of it and the recipient is a processor, it is paid for its service and buys nothing: no question.
    """
    route = f"{hop.route}.paid"
    stated = UNSET if hop.flow is None else hop.flow.paid
    if stated is UNSET:
        role = derived.recipients.role(derived.estate.operator(hop.b), hop.activity)
        if role.settled == "processor":
            return Choice(options=("false", "for-a-service"), proof=role.proof, missing=(route,))
    return word(route, stated)


HOP_FIELDS: Final[Mapping[str, Field[Hop]]] = {
    "sender": Field(
        "party",
        Bilingual("l'émetteur", "the sender"),
        lambda derived, hop: Choice(options=(derived.estate.operator(hop.a) or hop.a,), proof=(hop.route,)),
    ),
    "paid": Field(
        "word",
        Bilingual("le paiement des données par le destinataire", "payment for the data by the recipient"),
        _paid,
        ("true", "false", "for-a-service"),
    ),
    "paid_documented": Field(
        "answer",
        Bilingual("le paiement étant documenté", "the payment being documented"),
        lambda derived, hop: _documented(derived, (f"{hop.route}.paid",)),
        YES_NO,
    ),
    "between_organisations": Field(
        "answer",
        Bilingual("une étape entre deux organisations", "a hop between two organisations"),
        _between_organisations,
        YES_NO,
    ),
    "in_france": _answer(
        "le champ du droit français",
        "being in the scope of French law",
        lambda derived, hop: derived.care.in_france((derived.estate.sheets[hop.activity],)),
    ),
}

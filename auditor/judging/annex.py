"""The annexes of a result: places, sheets of the register, and agreements."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import UNSET

from auditor.graph.derive import Derived
from auditor.judging.proof import value_words
from auditor.model.bilingual import Bilingual
from auditor.model.case.activities import Activity
from auditor.model.case.agreements import Agreement
from auditor.model.materials import plain, several, versions
from auditor.model.result.tables import (
    ActivityLine,
    AgreementLine,
    PlaceLine,
    RetentionLine,
)
from auditor.model.scalars import Words
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.language.compile import lists_on
from auditor.text.grammar import bilingual

#: What art. 9 and art. 10 of the GDPR set apart.
SET_APART: Final = ("special", "criminal")


def places(derived: Derived) -> list[PlaceLine]:
    """Give every end of a flow, every host, and every organisation that operates one, controls one or is about them."""
    estate = derived.estate
    case, knowledge = estate.case, estate.materials.knowledge
    adequate = frozenset(lists_on(knowledge, estate.as_of)["adequate"])
    found = []
    for name in sorted(_placed(derived)):
        kind, section = ("host", "hosts") if name in case.hosts else ("organisation", "organisations")
        if name in case.people:
            kind, section = "people", "people"
        host, operator = case.hosts.get(name), estate.operator(name)
        country = estate.country(operator) if operator in case.organisations else UNKNOWN
        fact = estate.materials.fact(f"{section}.{name}")
        found.append(
            PlaceLine(
                id=name,
                kind=kind,  # type: ignore[arg-type]
                operator=operator,
                country="" if kind == "people" else country,
                eea="unknown"
                if country in UNSETTLED
                else "yes"
                if knowledge.in_eea(country, estate.as_of)
                else "no",
                adequate=country in adequate,
                location="" if host is None else _words(host.location),
                runs_on="" if host is None else _words(host.runs_on),
                keeps="" if host is None else ", ".join(estate.kept(name)),
                at_rest="" if host is None else _words(host.at_rest),
                keys="" if host is None else _words(host.keys),
                known=fact.known,
                source=fact.source,
            )
        )
    return found


def _placed(derived: Derived) -> set[str]:
    estate = derived.estate
    found = set(estate.case.hosts)
    for sheet in estate.sheets.values():
        found.update(end for hop in sheet.hops for end in (hop.a, hop.b) if end != UNKNOWN)
    found.update({estate.operator(name) for name in found} & estate.case.organisations.keys())
    found.update(
        {owner for name in sorted(found) for owner in derived.control.controllers(name, certain=False)}
    )
    return found


def _words(value: object) -> str:
    return value_words(plain(value))


def _text(value: object) -> Bilingual:
    bare = plain(value)
    return Bilingual(bare.fr, bare.en) if isinstance(bare, Words) else Bilingual(str(bare), str(bare))


def activities(derived: Derived) -> list[ActivityLine]:
    """Give the sheets of the register (GDPR art. 30), as stated."""
    estate = derived.estate
    found = []
    for name, sheet in sorted(estate.sheets.items()):
        stated = sheet.processing
        fact = estate.materials.fact(f"activities.{name}")
        found.append(
            ActivityLine(
                id=name,
                purpose=_text(stated.purpose),
                people=[stated.people] if isinstance(stated.people, str) else list(stated.people),
                data=list(sheet.categories),
                special=[c for c in sheet.categories if any(estate.is_a(c, broad) for broad in SET_APART)],
                controller=_list(stated.controller),
                processors=_list(stated.processors),
                recipients=_list(stated.recipients),
                legal_basis=_words(stated.legal_basis),
                special_basis=_words(stated.special_basis),
                retention=_words(stated.retention),
                assessment=_words(stated.dpia),
                scale=_words(stated.scale),
                known=fact.known,
                source=fact.source,
                transfers=_list(stated.transfers),
                measures=_list(stated.measures),
                dpo=_officers(derived, stated),
                purposes=[bilingual(purpose.title) for purpose in stated.purposes.values()],
                bases=list(versions(stated.legal_basis)),
                retentions=[
                    RetentionLine(name, _words(kept.active), _words(kept.archive), _words(kept.end))
                    for name, kept in stated.retentions.items()
                ],
                internal=_list(stated.internal),
            )
        )
    return found


def _officers(derived: Derived, stated: Activity) -> dict[str, str]:
    """Give how to reach the data protection officer of each controller that states it."""
    known = derived.estate.case.organisations
    found = {name: _words(known[name].dpo) for name in several(stated.controller) if name in known}
    return {name: contact for name, contact in found.items() if contact}


def _list(value: object) -> list[str]:
    return ["none"] if plain(value) == "none" else list(several(value))


def agreements(derived: Derived) -> list[AgreementLine]:
    """Give the agreements in force on the date of the case."""
    estate = derived.estate
    found = []
    for name, agreement in sorted(estate.case.agreements.items()):
        fact = estate.materials.fact(f"agreements.{name}")
        if not fact.source:
            fact = estate.materials.fact(f"agreements.{name}.signed")
        module = "" if plain(agreement.module) == UNKNOWN else _words(agreement.module)
        found.append(
            AgreementLine(
                between=list(agreement.between),
                kind=agreement.is_,
                module=module,
                signed=_signed(agreement),
                known=fact.known,
                source=fact.source,
                assessment=_words(agreement.assessment),
                measures=_words(agreement.measures),
            )
        )
    return found


def _signed(agreement: Agreement) -> Literal["yes", "no", "unknown"]:
    """Tell whether an agreement is signed: listed means signed, unless the case says otherwise."""
    stated = "true" if agreement.signed is UNSET else plain(agreement.signed)
    return "unknown" if stated in UNSETTLED else "yes" if stated == "true" else "no"

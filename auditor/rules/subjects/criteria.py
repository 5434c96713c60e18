"""Which criteria of SecNumCloud 3.2, § 19.6, an organisation meets by ties outside the European Union, in words."""

from __future__ import annotations

from typing import Final

from auditor.graph.control import MAJORITY
from auditor.graph.derive import Derived
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import distinct
from auditor.model.materials import plain
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.text.grammar import bilingual, both, listed
from auditor.text.names import Names

NO_HOLDER: Final = Bilingual("aucun porteur connu", "no holder known")


def criteria(derived: Derived, names: Names, organisation: str) -> Bilingual:
    """Give the seat, the rights and the access by which a criterion is met, then the stakes that are known."""
    found = [
        *_seat(derived, organisation),
        *_rights(derived, names, organisation),
        *_access(derived, names, organisation),
    ]
    stakes = _stakes(derived, names, organisation)
    if stakes is not None:
        found.append(Bilingual(f"parts : {stakes.fr}", f"stakes: {stakes.en}"))
    if not found:
        return NO_HOLDER
    return Bilingual(" ; ".join(item.fr for item in found), "; ".join(item.en for item in found))


def _seat(derived: Derived, organisation: str) -> list[Bilingual]:
    if derived.stakes.seat(organisation) is not False:
        return []
    knowledge, day = derived.estate.materials.knowledge, derived.estate.as_of
    run_from = str(plain(derived.estate.case.organisations[organisation].run_from))
    places = dict.fromkeys((derived.estate.sure_country(organisation), run_from))
    outside = [place for place in places if place not in UNSETTLED and not knowledge.in_eu(place, day)]
    where = listed(bilingual(knowledge.countries.get(place, place)) for place in outside)
    return [
        Bilingual(
            f"siège ou administration hors de l'Union européenne ({where.fr})",
            f"seat or administration outside the European Union ({where.en})",
        )
    ]


def _rights(derived: Derived, names: Names, organisation: str) -> list[Bilingual]:
    if organisation == UNKNOWN or not derived.stakes.rights(organisation).value:
        return []
    link = derived.stakes.rights(organisation).proof[0].removeprefix("ownership.")
    who = names.of(derived.estate.case.ownership[link].owner)
    return [
        Bilingual(
            f"veto ou nomination de la majorité d'un organe, hors de l'Union européenne ({who.fr})",
            f"a veto or the naming of a board's majority, from outside the European Union ({who.en})",
        )
    ]


def _access(derived: Derived, names: Names, organisation: str) -> list[Bilingual]:
    found, _ = third_outside(derived, organisation)
    if found is None:
        return []
    who = names.of(found[0])
    return [
        Bilingual(
            f"tiers hors de l'Union européenne en mesure technique d'obtenir des données ({who.fr})",
            f"a third party outside the European Union with the technical possibility to obtain data ({who.en})",
        )
    ]


def third_outside(derived: Derived, organisation: str) -> tuple[tuple[str, str] | None, tuple[str, ...]]:
    """Give a third party outside the EU, or controlled from there, that can obtain data, with the fact that says so.

    Where there is none for certain, the second part gives the facts for want of which there may be one.
    """
    estate = derived.estate
    third = [*derived.exposures.custodians.hands_on.get(organisation, ())]
    for host in estate.custody.get(organisation, ()):
        if estate.operator(host) == organisation:
            machines = estate.machines(host)
            third += [
                (estate.operator(m), f"hosts.{m}.operator")
                for m in machines
                if estate.operator(m) != organisation
            ]
    doubt: list[str] = []
    for who, route in third:
        outside = derived.stakes.outside(who)[0] if who != UNKNOWN else None
        if outside:
            return (who, route), ()
        if outside is None:
            doubt.append(route if who == UNKNOWN else f"organisations.{who}.parent")
    return None, distinct(doubt)


def holders(derived: Derived, names: Names, organisation: str) -> Bilingual:
    """Give the holders with their stakes, and the indirect ones from outside the EU, which are an approximation."""
    return _stakes(derived, names, organisation) or NO_HOLDER


def _stakes(derived: Derived, names: Names, organisation: str) -> Bilingual | None:
    found = derived.control.by_owned.get(organisation, ())
    words = [(names.of(h.owner), percent(h.low, h.high if h.low < h.high else h.told)) for h in found]
    direct = {h.owner for h in found}
    for name, stake in sorted(derived.stakes.of(organisation)[1].stakes.items()):
        if name not in direct and stake.indirect and stake.high:
            share = percent(stake.low, stake.high)
            about = Bilingual(
                f"indirectement {share.fr}, produit des parts, approximation",
                f"indirectly {share.en}, product of stakes, an approximation",
            )
            words.append((names.of(name), about))
    if not words:
        return None
    return Bilingual(
        ", ".join(f"{name.fr} ({share.fr})" for name, share in words),
        ", ".join(f"{name.en} ({share.en})" for name, share in words),
    )


def percent(low: float, high: float) -> Bilingual:
    """Give a stake in words: a number only where both bounds are one, a majority nobody numbers as control."""
    if low == MAJORITY[0]:
        return Bilingual("contrôle", "control")
    if low == high:
        return both(f"{low:g} %")
    if high == MAJORITY[1]:
        return (
            Bilingual(f"au moins {low:g} %", f"at least {low:g} %")
            if low
            else Bilingual("part non connue", "share not known")
        )
    return Bilingual(f"de {low:g} à {high:g} %, part non connue", f"{low:g} to {high:g} %, share not known")

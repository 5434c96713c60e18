"""Which criteria of SecNumCloud 3.2, § 19.6, an organisation meets by ties outside the European Union, in words."""

from __future__ import annotations

from auditor.graph.derive import Derived
from auditor.graph.holdings import MAJORITY
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import distinct
from auditor.model.materials import plain
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.text.grammar import bilingual, both, filled, listed, side_by_side
from auditor.text.names import Names
from auditor.text.slots.criteria import (
    ACCESS,
    AT_LEAST,
    BETWEEN,
    CONTROL,
    HOLDER,
    INDIRECTLY,
    NO_HOLDER,
    NOT_KNOWN,
    RIGHTS,
    SEAT,
    STAKES,
)


def criteria(derived: Derived, names: Names, organisation: str) -> Bilingual:
    """Give the seat, the rights and the access by which a criterion is met, then the stakes that are known."""
    found = [
        *_seat(derived, organisation),
        *_rights(derived, names, organisation),
        *_access(derived, names, organisation),
    ]
    stakes = _stakes(derived, names, organisation)
    if stakes is not None:
        found.append(filled(STAKES, stakes=stakes))
    return side_by_side(found) if found else NO_HOLDER


def _seat(derived: Derived, organisation: str) -> list[Bilingual]:
    if derived.stakes.seat(organisation) is not False:
        return []
    knowledge, day = derived.estate.materials.knowledge, derived.estate.as_of
    run_from = str(plain(derived.estate.case.organisations[organisation].run_from))
    places = dict.fromkeys((derived.estate.sure_country(organisation), run_from))
    outside = [place for place in places if place not in UNSETTLED and not knowledge.in_eu(place, day)]
    where = listed(bilingual(knowledge.countries.get(place, place)) for place in outside)
    return [filled(SEAT, who=where)]


def _rights(derived: Derived, names: Names, organisation: str) -> list[Bilingual]:
    if organisation == UNKNOWN or not derived.stakes.rights(organisation).value:
        return []
    link = derived.stakes.rights(organisation).proof[0].removeprefix("ownership.")
    who = names.of(derived.estate.case.ownership[link].owner)
    return [filled(RIGHTS, who=who)]


def _access(derived: Derived, names: Names, organisation: str) -> list[Bilingual]:
    found, _ = third_outside(derived, organisation)
    if found is None:
        return []
    who = names.of(found[0])
    return [filled(ACCESS, who=who)]


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
            about = filled(INDIRECTLY, share=share)
            words.append((names.of(name), about))
    if not words:
        return None
    said = [filled(HOLDER, who=name, share=share) for name, share in words]
    return Bilingual(", ".join(one.fr for one in said), ", ".join(one.en for one in said))


def percent(low: float, high: float) -> Bilingual:
    """Give a stake in words: a number only where both bounds are one, a majority nobody numbers as control."""
    if low == MAJORITY[0]:
        return CONTROL
    if low == high:
        return both(f"{low:g} %")
    if high == MAJORITY[1]:
        return filled(AT_LEAST, low=f"{low:g} %") if low else NOT_KNOWN
    return filled(BETWEEN, low=f"{low:g}", high=f"{high:g}")

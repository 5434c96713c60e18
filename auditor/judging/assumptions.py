"""What had to be assumed: who stands for whom, what bridged a gap, and that undated facts held on the date of the case."""

from __future__ import annotations

from typing import Any, Final

from auditor.graph.derive import Derived
from auditor.model.bilingual import Bilingual
from auditor.model.dates import first_day, last_day
from auditor.model.materials import Materials, plain
from auditor.model.vocabulary import UNSETTLED
from auditor.text.grammar import bilingual
from auditor.text.names import Names

#: Fields of an importer by which a decision covers it.
LISTED: Final = ("dpf", "privacy_shield", "in_scope")


def assumed(derived: Derived, names: Names) -> list[Bilingual]:
    """Give the facts held to be true later, the successions, and the bridges, decisions and undated facts that the transfers of the case rest on."""
    later = held_on(derived.estate.materials)
    start = [later] if later is not None else []
    return [
        *start,
        *_successions(derived, names),
        *_bridges(derived),
        *_later_void(derived),
        *_undated(derived, names),
    ]


def held_on(materials: Materials) -> Bilingual | None:
    """Say that the facts of the case are supposed to hold still, where the date asked is later than its own; else nothing."""
    own, day = str(plain(materials.case.case.as_of)), materials.as_of
    if own in UNSETTLED or first_day(day) <= last_day(own):
        return None
    return Bilingual(
        f"Les faits du cas sont ceux connus au {own} ; ils sont supposés valoir encore au {day}.",
        f"The facts of the case are those known on {own}; they are supposed to hold still on {day}.",
    )


def _successions(derived: Derived, names: Names) -> list[Bilingual]:
    """Say who stands for whom, where an organisation named had ended."""
    found = []
    for ended, heir in sorted(derived.estate.heirs.items()):
        old, new, day = names.of(ended), names.of(heir), derived.estate.case.organisations[ended].ends
        found.append(
            Bilingual(
                f"{old.fr} a pris fin ({day}) ; {new.fr}, qui lui succède, est lue à sa place.",
                f"{old.en} ended ({day}); {new.en}, its successor, is read in its place.",
            )
        )
    return found


def _bridges(derived: Derived) -> list[Bilingual]:
    """Say why sending to a third country was no transfer for a time."""
    found = []
    knowledge = derived.estate.materials.knowledge
    for country, name in sorted(derived.transfers.bridged.items()):
        bridge, where = knowledge.bridges[name], bilingual(knowledge.countries.get(country, country))
        title = bilingual(bridge.title)
        found.append(
            Bilingual(
                f"{where.fr} : du {bridge.since} au {bridge.until}, l'envoi n'est pas tenu pour un transfert ({title.fr}) ; "
                "ce n'est pas une décision d'adéquation.",
                f"{where.en}: from {bridge.since} to {bridge.until}, sending is not considered a transfer ({title.en}); "
                "this is no adequacy decision.",
            )
        )
    return found


def _later_void(derived: Derived) -> list[Bilingual]:
    """Say that a decision relied on was in force then, and was declared invalid later."""
    known = derived.estate.materials.knowledge.adequacy
    return [
        Bilingual(
            f"Un transfert repose sur la décision {decision.decision}, alors en vigueur, déclarée invalide le {decision.invalid}.",
            f"A transfer rests on Decision {decision.decision}, then in force, declared invalid on {decision.invalid}.",
        )
        for decision in (known[name] for name in derived.grounds.relied if known[name].invalid)
    ]


def _undated(derived: Derived, names: Names) -> list[Bilingual]:
    """Say that a tool or a place on a list on which a transfer rests is taken to hold backwards, where no day was stated."""
    estate = derived.estate
    routes = {
        route
        for transfer in derived.transfers.all
        for options in (derived.grounds.tool(transfer), derived.grounds.in_scope(transfer))
        for route in options.proof
    }
    found = []
    for route in sorted(routes):
        section, _, rest = route.partition(".")
        name, _, field = rest.partition(".")
        if section == "agreements" and not estate.case.agreements[name].since:
            first, second = (names.of(end) for end in estate.case.agreements[name].between)
            what = Bilingual(f"{first.fr} – {second.fr}", f"{first.en} – {second.en}")
        elif (
            section == "organisations"
            and field in LISTED
            and _always(getattr(estate.case.organisations[name], field))
        ):
            what = names.of(name)
        else:
            continue
        found.append(
            Bilingual(
                f"{what.fr} : début non connu, supposé antérieur au {estate.as_of} ({route}).",
                f"{what.en}: first day not known, assumed earlier than {estate.as_of} ({route}).",
            )
        )
    return found


def _always(value: Any) -> bool:
    return plain(value) == "true" and not getattr(value, "since", "")

"""The assumptions of a result: successions, bridges, and undated facts taken to hold on the date of the case."""

from __future__ import annotations

from typing import Any, Final

from auditor.graph.derive import Derived
from auditor.model.bilingual import Bilingual
from auditor.model.dates import first_day, last_day
from auditor.model.materials import Materials, plain
from auditor.model.vocabulary import UNSETTLED
from auditor.text.assumptions import BRIDGE, HELD_ON, LATER_VOID, PAIR, SUCCESSION, UNDATED
from auditor.text.grammar import bilingual, filled
from auditor.text.names import Names

#: Fields of an importer by which a decision covers it.
LISTED: Final = ("dpf", "privacy_shield", "in_scope")


def assumed(derived: Derived, names: Names) -> list[Bilingual]:
    """Return the assumptions: facts carried to a later date, successions, and what the transfers of the case rest on."""
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
    """Return the assumption that the facts still hold, if the date asked is later than that of the case."""
    own, day = str(plain(materials.case.case.as_of)), materials.as_of
    if own in UNSETTLED or first_day(day) <= last_day(own):
        return None
    return filled(HELD_ON, own=own, day=day)


def _successions(derived: Derived, names: Names) -> list[Bilingual]:
    """Say who stands for whom, where an organisation named had ended."""
    found = []
    for ended, heir in sorted(derived.estate.heirs.items()):
        old, new, day = names.of(ended), names.of(heir), derived.estate.case.organisations[ended].ends
        found.append(filled(SUCCESSION, old=old, new=new, day=day))
    return found


def _bridges(derived: Derived) -> list[Bilingual]:
    """Say why sending to a third country was no transfer for a time."""
    found = []
    knowledge = derived.estate.materials.knowledge
    for country, name in sorted(derived.transfers.bridged.items()):
        bridge, where = knowledge.bridges[name], bilingual(knowledge.countries.get(country, country))
        title = bilingual(bridge.title)
        found.append(filled(BRIDGE, where=where, since=bridge.since, until=bridge.until, title=title))
    return found


def _later_void(derived: Derived) -> list[Bilingual]:
    """Say that a decision relied on was in force then, and was declared invalid later."""
    known = derived.estate.materials.knowledge.adequacy
    return [
        filled(LATER_VOID, decision=decision.decision, day=decision.invalid)
        for decision in (known[name] for name in derived.grounds.relied if known[name].invalid)
    ]


def _undated(derived: Derived, names: Names) -> list[Bilingual]:
    """Return the assumption that an undated tool or entry of a list, on which a transfer rests, held before it was seen."""
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
            what = filled(PAIR, first=first, second=second)
        elif (
            section == "organisations"
            and field in LISTED
            and _always(getattr(estate.case.organisations[name], field))
        ):
            what = names.of(name)
        else:
            continue
        found.append(filled(UNDATED, what=what, day=estate.as_of))
    return found


def _always(value: Any) -> bool:
    return plain(value) == "true" and not getattr(value, "since", "")

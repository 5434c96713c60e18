"""Fields of a hop on a purpose of its own: whether notice or register know it, and whether it is compatible."""

from __future__ import annotations

from typing import Any, Final

from msgspec import UNSET

from auditor.graph.derive import Derived
from auditor.graph.hop import Hop
from auditor.model.evidence import Choice, FieldValue, answer, perhaps
from auditor.model.materials import plain, several, spellings
from auditor.model.vocabulary import NONE, UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field, flow_of
from auditor.rules.subjects.request import stated


def own_purpose(hop: Hop) -> str:
    """Return the own purpose of the flow, besides that of its activity, as the case words it; `none` if it states none."""
    purpose = flow_of(hop).purpose
    return NONE if purpose is UNSET else str(plain(purpose))


def _own_purpose(derived: Derived, hop: Hop) -> FieldValue:
    del derived
    purpose, route = own_purpose(hop), f"{hop.route}.purpose"
    if purpose in UNSETTLED:
        return perhaps((route,))
    return answer(yes=purpose != NONE, proof=() if purpose == NONE else (route,))


def _told(derived: Derived, hop: Hop) -> FieldValue:
    purpose = own_purpose(hop)
    if purpose in UNSETTLED:
        return perhaps((f"{hop.route}.purpose",))
    proof: list[str] = []
    missing = [*derived.recipients.declarations.unplaced]
    places: list[tuple[str, Any]] = [
        (f"activities.{hop.activity}.purpose", derived.estate.sheets[hop.activity].processing.purpose)
    ]
    notices = derived.recipients.notices.get(hop.activity, [])
    places += [(f"notices.{name}.purposes", notice.purposes) for name, notice in notices]
    for route, value in places:
        listed = several(value)
        if any(spellings(purpose) <= spellings(item) for item in listed):
            return answer(yes=True, proof=(route,))
        (missing if any(item in UNSETTLED for item in listed) else proof).append(route)
    if not notices:
        missing.append(f"activities.{hop.activity}.notice")
    return (
        Choice(options=YES_NO, proof=tuple(proof), missing=tuple(missing))
        if missing
        else answer(yes=False, proof=tuple(proof))
    )


PURPOSE: Final[dict[str, Field[Hop]]] = {
    "own_purpose": Field("answer", _own_purpose, YES_NO),
    "purpose_told": Field("answer", _told, YES_NO),
    "compatible": stated("compatible", YES_NO),
}

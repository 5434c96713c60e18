"""What follows from an entity of which nobody says whether it is still there: possible, not shown."""

from __future__ import annotations

from typing import Final

from auditor.graph.estate import Estate
from auditor.graph.on_the_day import of_entity
from auditor.model.evidence import Bounds, Choice, FieldValue, Routes, Selection, distinct

#: Beyond every number that a rule compares with.
MOST: Final = float("inf")


def _ends(estate: Estate, routes: Routes) -> Routes:
    """Give the facts that would tell whether the entities of `routes` are still there, where nobody says so."""
    return distinct(end for route in routes for end in estate.unsure_end(of_entity(route)))


def as_far_as_there(estate: Estate, value: FieldValue) -> FieldValue:
    """Give what a field holds, open where it rests on an entity that may be gone; itself where none may be."""
    if not estate.day.lapsing:
        return value
    ends = _ends(estate, value.proof)
    if not ends:
        return value
    missing = distinct((*value.missing, *ends))
    if isinstance(value, Choice):
        return Choice(options=value.options, proof=value.proof, missing=missing, anything=True)
    if isinstance(value, Bounds):
        return Bounds(low=0.0, high=MOST, proof=value.proof, missing=missing)
    maybe = distinct((*value.sure, *value.maybe))
    return Selection(maybe=maybe, proof=value.proof, missing=missing, open=True)

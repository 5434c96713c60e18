"""Data that a case calls anonymous: whether people can be found again in it, by the test of GDPR recital 26."""

from __future__ import annotations

from auditor.graph.derive import Derived
from auditor.graph.hop import ActivityIndex
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import YES, Answer, FieldValue, answer, disjunction, perhaps, settled, yes_or_no
from auditor.model.materials import plain, several
from auditor.model.vocabulary import UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field
from auditor.text.names import Names

ANONYMOUS = "anonymous"


def _called_so(derived: Derived, sheet: ActivityIndex) -> list[str]:
    return [name for name in sheet.categories if derived.estate.is_a(name, ANONYMOUS)]


def _found_again(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Tell whether people can be found again in what the activity calls anonymous.

    Pseudonyms and hashes leave data personal; else it is as stated of each category, and a word that calls it anonymous tells nothing.
    """
    found = [_in(derived, name) for name in _called_so(derived, sheet)]
    return settled(disjunction(found)) if found else perhaps((f"activities.{sheet.id}.data",))


def _in(derived: Derived, category: str) -> Answer:
    entry = derived.estate.case.data.get(category)
    route = f"data.{category}"
    if entry is None:
        return Answer(value=None, missing=(f"{route}.re_identifiable",))
    for name in ("pseudonymised", "hashed"):
        if plain(getattr(entry, name)) == YES:
            return Answer(value=True, proof=(f"{route}.{name}",))
    return yes_or_no(f"{route}.re_identifiable", entry.re_identifiable)


def _calls_so(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Tell whether the activity has data that the case calls anonymous; open where nobody says which data it has."""
    route = f"activities.{sheet.id}.data"
    if _called_so(derived, sheet):
        return answer(yes=True, proof=(route,))
    stated = several(sheet.processing.data)
    return (
        perhaps((route,))
        if not stated or not UNSETTLED.isdisjoint(stated)
        else answer(yes=False, proof=(route,))
    )


CALLS_ANONYMOUS: Field[ActivityIndex] = Field("answer", _calls_so, YES_NO)
FOUND_AGAIN: Field[ActivityIndex] = Field("answer", _found_again, YES_NO)


def called_anonymous(derived: Derived, names: Names, sheet: ActivityIndex) -> Bilingual:
    """Give the categories of the activity that the case calls anonymous."""
    return names.data(_called_so(derived, sheet))

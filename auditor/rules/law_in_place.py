"""Which texts of one State a match may cite: those of a State where somebody is whom it concerns.

The law of a State is cited to who controls the activity, bears the duty or is spoken of, where one of them is there; a text
that protects people there also where the people are. Where nobody says where they are, such a text is left out as long as
another one is cited. What is said of a State is said of the parts of it that have a code of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from auditor.graph.derive import Derived
from auditor.model.evidence import Choice, FieldValue, Selection, distinct
from auditor.model.law import Knowledge, LegalText
from auditor.model.materials import Materials, plain, several
from auditor.model.vocabulary import UNSETTLED
from auditor.rules.subjects import Subject


def in_place(
    references: tuple[str, ...], derived: Derived, kind: Subject[Any], subject: Any, *, who: str
) -> tuple[str, ...]:
    """Give `references` without the texts of States where nobody is whom the match concerns; `who` bears the duty.

    All of them where none would be left: a finding rests on some text.
    """
    national = _national(references, derived.estate.materials)
    if not national:
        return references
    activities = [name for name in kind.activities(derived, subject) if name in derived.estate.sheets]
    parties = _countries(derived, (who, derived.estate.case.case.about, *kind.parties(derived, subject)))
    parties |= _countries(derived, (c for name in activities for c in derived.roles.controllers(name)))
    state_of = derived.estate.materials.knowledge.state_of
    parties = set(map(state_of, parties))
    people = set(map(state_of, _people(derived, activities)))

    def holds(text: LegalText) -> bool:
        places = parties | people if text.for_people_there == "true" else parties
        return not places.isdisjoint((text.applies_in, *text.also_in))

    kept = tuple(name for name in references if name not in national or holds(national[name]))
    return references if not kept or len(kept) == len(references) else kept


def of_the_state(knowledge: Knowledge, value: FieldValue) -> FieldValue:
    """Give countries that a rule reads with the State in place of each part of it."""
    if isinstance(value, Choice):
        return replace(value, options=distinct(map(knowledge.state_of, value.options)))
    if isinstance(value, Selection):
        sure, maybe = (distinct(map(knowledge.state_of, each)) for each in (value.sure, value.maybe))
        return replace(value, sure=sure, maybe=maybe)
    return value


def _national(references: tuple[str, ...], materials: Materials) -> dict[str, LegalText]:
    """Give the texts of one State among `references`; thousands of matches of a rule cite the same."""
    found = materials.national_law.get(references)
    if found is None:
        texts = materials.knowledge.law
        named = ((reference, texts.get(reference.partition(".")[0])) for reference in references)
        found = {reference: text for reference, text in named if text is not None and text.applies_in}
        materials.national_law[references] = found
    return found


def _countries(derived: Derived, names: Iterable[str]) -> set[str]:
    organisations = derived.estate.case.organisations
    return {derived.estate.country(derived.estate.head(name)) for name in names if name in organisations}


def _people(derived: Derived, activities: list[str]) -> set[str]:
    groups = derived.estate.case.people
    return {
        country
        for activity in activities
        for name in several(derived.estate.case.activities[activity].people)
        if name in groups
        for country in several(plain(groups[name].country))
        if country not in UNSETTLED
    }

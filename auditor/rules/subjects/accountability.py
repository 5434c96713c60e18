"""Fields of an activity on what its controllers owe: an officer, a representative in the Union, a record, telling people.

Each controller has these or not for itself: who lacks one by a stated fact owes it, else whoever of them nobody says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, Literal

from auditor.graph.derive import Derived
from auditor.graph.hop import ActivityIndex
from auditor.model.case.organisations import Organisation
from auditor.model.evidence import (
    Answer,
    Choice,
    FieldValue,
    Selection,
    answer,
    conjunction,
    disjunction,
    distinct,
    perhaps,
    settled,
    word,
    yes_or_no,
)
from auditor.model.materials import plain, several
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field

Owed = Literal["dpo", "representative", "record"]
#: Kinds of organisation that are public authorities or bodies.
PUBLIC: Final = frozenset({"public-body", "state"})
#: Data that takes exemptions away (GDPR arts 27(2), 30(5), 37(1)(c)).
SENSITIVE: Final = ("special", "criminal")


def _controllers(derived: Derived, sheet: ActivityIndex) -> Iterator[tuple[str, Organisation]]:
    for name in derived.roles.controllers(sheet.id):
        head = derived.estate.head(name)
        entry = derived.estate.case.organisations.get(head)
        if name != UNKNOWN and entry is not None:
            yield head, entry


def _outside(derived: Derived, name: str, entry: Organisation) -> Answer:
    """Tell whether an organisation has no establishment in the EEA."""
    estate = derived.estate
    known, day = estate.materials.knowledge, estate.as_of
    country, where = estate.country(name), f"organisations.{name}.country"
    if country in (UNKNOWN, NONE):
        return Answer(value=None, missing=(where,))
    present = several(entry.presence)
    if known.in_eea(country, day):
        return Answer(value=False, proof=(where,))
    presence = f"organisations.{name}.presence"
    if any(known.in_eea(place, day) for place in present):
        return Answer(value=False, proof=(presence,))
    if any(place in UNSETTLED for place in present):
        return Answer(value=None, missing=(presence,))
    return Answer(value=True, proof=(where, presence))


def _standing(derived: Derived, sheet: ActivityIndex, owed: Owed) -> dict[str, Answer]:
    """Tell of each controller whether it lacks what may be owed; of the representative, only where it is outside the EEA."""
    found = {}
    for name, entry in _controllers(derived, sheet):
        route = f"organisations.{name}.{owed}"
        stated = str(plain(getattr(entry, owed)))
        lacking = (
            Answer(value=None, missing=(route,))
            if stated in UNSETTLED
            else Answer(value=stated == NONE, proof=(route,))
        )
        if owed == "representative":
            lacking = conjunction((_outside(derived, name, entry), lacking))
        found[name] = lacking
    return found


def _lacks(derived: Derived, sheet: ActivityIndex, owed: Owed) -> Answer:
    """Tell whether some controller lacks what may be owed."""
    found = _standing(derived, sheet, owed)
    if not found:
        return Answer(value=None, missing=(f"activities.{sheet.id}.controller",))
    return disjunction(found.values())


def _lacking(owed: Owed) -> Field[ActivityIndex]:
    return Field("answer", lambda derived, sheet: settled(_lacks(derived, sheet, owed)), YES_NO)


def _due(owed: Owed, duty: Callable[[Derived, ActivityIndex], FieldValue]) -> Field[ActivityIndex]:
    """Give a field that tells of a duty only once somebody is shown not to meet it: where nobody says, no duty is asked about."""

    def read(derived: Derived, sheet: ActivityIndex) -> FieldValue:
        lacking = _lacks(derived, sheet, owed)
        if lacking.value is None:
            return perhaps(lacking.missing)
        return duty(derived, sheet)

    return Field("answer", read, YES_NO)


def _owing(derived: Derived, sheet: ActivityIndex, owed: Owed) -> tuple[str, ...]:
    """Give who lacks what is owed, else who may."""
    found = _standing(derived, sheet, owed)
    sure = tuple(name for name, lacking in found.items() if lacking.value)
    if owed == "dpo" and sure and not _large_core(derived, sheet).value:
        organisations = derived.estate.case.organisations
        sure = tuple(name for name in sure if organisations[name].kind in PUBLIC) or sure
    return sure or tuple(name for name, lacking in found.items() if lacking.value is None)


def _owed_by(owed: Owed) -> Field[ActivityIndex]:
    def read(derived: Derived, sheet: ActivityIndex) -> FieldValue:
        who = _owing(derived, sheet, owed)
        route = f"activities.{sheet.id}.controller"
        return Selection(sure=who, proof=(route,), missing=() if who else (route,), open=not who)

    return Field("party", read)


def _public(derived: Derived, sheet: ActivityIndex, owed: Owed) -> Answer:
    answers = []
    for name in _owing(derived, sheet, owed):
        route, kind = f"organisations.{name}.kind", derived.estate.case.organisations[name].kind
        answers.append(
            Answer(value=None, missing=(route,))
            if kind == UNKNOWN
            else Answer(value=kind in PUBLIC, proof=(route,))
        )
    return disjunction(answers) if answers else Answer(value=None)


def _sensitive(derived: Derived, sheet: ActivityIndex) -> Answer:
    """Tell whether the data is of art. 9 or 10; open where nobody placed some of it."""
    estate = derived.estate
    route = f"activities.{sheet.id}.data"
    if any(estate.is_a(name, broad) for name in sheet.categories for broad in SENSITIVE):
        return Answer(value=True, proof=(route,))
    own = estate.case.data
    unplaced = tuple(f"data.{name}.is" for name in sheet.categories if name in own and own[name].unplaced)
    if unplaced or not sheet.categories:
        return Answer(value=None, missing=unplaced or (route,))
    return Answer(value=False, proof=(route,))


def _fact(sheet: ActivityIndex, name: str) -> Answer:
    return yes_or_no(f"activities.{sheet.id}.{name}", getattr(sheet.processing, name))


def _large(sheet: ActivityIndex) -> Answer:
    found = word(f"activities.{sheet.id}.scale", sheet.processing.scale)
    if found.anything:
        return Answer(value=None, missing=found.missing)
    return Answer(value=found.settled == "large", proof=found.proof)


def _large_core(derived: Derived, sheet: ActivityIndex) -> Answer:
    """Tell whether it is a core activity on a large scale that monitors people or is about data of art. 9 or 10."""
    what = disjunction((_sensitive(derived, sheet), _fact(sheet, "monitoring")))
    return conjunction((_fact(sheet, "core"), _large(sheet), what))


def _dpo_required(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Tell whether GDPR art. 37(1) asks for a data protection officer."""
    found = disjunction((_public(derived, sheet, "dpo"), _large_core(derived, sheet)))
    if found.value is None and not found.missing:
        kinds = tuple(f"organisations.{name}.kind" for name in _standing(derived, sheet, "dpo"))
        return perhaps(kinds, found.proof)
    return settled(found)


def _representative_exempt(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Tell whether GDPR art. 27(2) exempts: a public body; else only what is occasional, which is open as long as nobody says."""
    public = _public(derived, sheet, "representative")
    if public.value:
        return settled(public)
    large = conjunction((_sensitive(derived, sheet), _large(sheet)))
    return _exempt(sheet, large, public)


def _record_exempt(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Tell whether GDPR art. 30(5) may exempt: not where the data is of art. 9 or 10, or the processing is not occasional."""
    return _exempt(sheet, _sensitive(derived, sheet), Answer(value=False))


def _exempt(sheet: ActivityIndex, barred: Answer, otherwise: Answer) -> FieldValue:
    """Give no where a bar is shown or it is not occasional, and nothing else exempts; else open: the risk is to be weighed."""
    occasional = _fact(sheet, "occasional")
    if otherwise.value is False and barred.value:
        return answer(yes=False, proof=barred.proof)
    if otherwise.value is False and occasional.value is False:
        return answer(yes=False, proof=occasional.proof)
    return perhaps(distinct((*otherwise.missing, *occasional.missing)) or occasional.proof)


def _informed(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Tell whether people are told of it: as stated, else where a notice in force is about it."""
    stated = word(f"activities.{sheet.id}.informed", sheet.processing.informed)
    notices = derived.recipients.notices[sheet.id]
    if stated.anything and notices:
        return Choice(options=("true",), proof=tuple(f"notices.{name}" for name, _ in notices))
    return stated


ACCOUNTABILITY: Final[dict[str, Field[ActivityIndex]]] = {
    "informed": Field("word", _informed, ("true", "false", "exempt")),
    "lacks_officer": _lacking("dpo"),
    "officer_owed_by": _owed_by("dpo"),
    "officer_required": _due("dpo", _dpo_required),
    "lacks_representative": _lacking("representative"),
    "representative_owed_by": _owed_by("representative"),
    "representative_exempt": _due("representative", _representative_exempt),
    "lacks_record": _lacking("record"),
    "record_owed_by": _owed_by("record"),
    "record_exempt": _due("record", _record_exempt),
}

"""Fields of an activity on the consent it goes by: whose box, by which gesture, how free, and from which age."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import UNSET

from auditor.graph.derive import Derived
from auditor.graph.hop import ActivityIndex, Hop
from auditor.model.bilingual import Bilingual
from auditor.model.case.activities import Consent
from auditor.model.dates import holds
from auditor.model.evidence import Choice, FieldValue, Selection, answer, perhaps, word
from auditor.model.materials import plain, several
from auditor.model.numbers import age as years_of
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field
from auditor.text.grammar import both, listed
from auditor.text.slots.consent import BARS_SERVICE, BUNDLED, BY_OTHERS, HOW_WORDS, NOT_SAID, TERMS_NOT_SAID

HOW: Final = ("opt-in", "pre-ticked", "silence", "none")
#: The age from which a child consents alone (GDPR art. 8(1)): 16, or what national law sets between 13 and 16.
GENERAL_AGE: Final = 16
LOWEST_AGE: Final = 13


def consent_of(sheet: ActivityIndex) -> Consent:
    """Give what the case says of the consent to an activity."""
    consent = sheet.processing.consent
    return Consent() if consent is UNSET else consent


def _read(sheet: ActivityIndex, name: str) -> Choice:
    return word(f"activities.{sheet.id}.consent.{name}", getattr(consent_of(sheet), name))


def _stated(name: str, options: tuple[str, ...]) -> Field[ActivityIndex]:
    def read(derived: Derived, sheet: ActivityIndex) -> FieldValue:
        del derived
        return _read(sheet, name)

    return Field("word", read, options)


def _by_people(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    giver = _read(sheet, "by")
    if giver.anything:
        return Choice(options=YES_NO, missing=giver.missing)
    people = several(sheet.processing.people)
    settled = [name for name in people if name not in UNSETTLED]
    if len(settled) == len(people) > 0 or giver.options[0] in settled:
        return answer(yes=giver.options[0] in people, proof=giver.proof)
    if giver.options[0] in derived.estate.case.people:
        return Choice(options=YES_NO, proof=giver.proof, missing=(f"activities.{sheet.id}.people",))
    return answer(yes=False, proof=giver.proof)


def _own(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Tell whether the box is the data subject's own: as stated, else where the person gives the consent."""
    stated = _read(sheet, "own")
    if not stated.anything:
        return stated
    by_people = _by_people(derived, sheet)
    if isinstance(by_people, Choice) and by_people.options == ("true",):
        return by_people
    return perhaps((f"activities.{sheet.id}.consent.own",))


def _represented(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Tell whether a legal representative gives the consent: no organisation is one, other people may be."""
    giver = _read(sheet, "by")
    if giver.anything or giver.options[0] in derived.estate.case.people:
        return _read(sheet, "parental")
    return answer(yes=False, proof=giver.proof)


def _hops_stating(derived: Derived, sheet: ActivityIndex, field: str) -> Sequence[Hop]:
    """Give the hops of an activity whose flows may state a field: none where no flow of the case does."""
    return () if field in derived.estate.case.columns["flows"].unstated else sheet.hops


def _refusal(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Give what refusing costs, as stated for the consent, else for a flow of the activity that bars the service."""
    if plain(consent_of(sheet).refusal) in UNSETTLED:
        for hop in _hops_stating(derived, sheet, "refusal"):
            if hop.flow is not None and plain(hop.flow.refusal) == "bars-service" and not hop.doubt:
                return Choice(options=("bars-service",), proof=(f"{hop.route}.refusal",))
    return _read(sheet, "refusal")


def _beyond_service(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Tell whether the consent is about what the service does not need: as stated, else where a tracker of it is not exempt."""
    route = f"activities.{sheet.id}.necessary"
    needed = word(route, sheet.processing.necessary)
    if not needed.anything:
        return answer(yes=needed.options == ("false",), proof=needed.proof)
    for hop in _hops_stating(derived, sheet, "exempt"):
        if hop.flow is not None and plain(hop.flow.exempt) == NONE and not hop.doubt:
            return answer(yes=True, proof=(f"{hop.route}.exempt",))
    return perhaps(needed.missing)


def _too_young(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Tell whether consent is taken from a child below the age that the law of where the people live sets."""
    age = _read(sheet, "age")
    years = None if age.anything else years_of(age.options[0])
    if years is None:
        return perhaps(age.missing or age.proof)
    if years < LOWEST_AGE or years >= GENERAL_AGE:
        return answer(yes=years < LOWEST_AGE, proof=age.proof)
    answers, missing, proof = set(), [], list(age.proof)
    for name in several(sheet.processing.people):
        if name not in derived.estate.case.people:
            missing.append(f"activities.{sheet.id}.people")
            continue
        lawful, route = _lawful_age(derived, name)
        if lawful is None:
            missing.append(route)
        else:
            answers.add(years < lawful)
            proof.append(route)
    if True in answers:
        return answer(yes=True, proof=tuple(proof))
    return (
        answer(yes=False, proof=tuple(proof))
        if answers and not missing
        else perhaps(tuple(missing) or age.proof)
    )


def _lawful_age(derived: Derived, people: str) -> tuple[int | None, str]:
    """Give the age that the law sets where people live, with the fact that shows it; None, with the fact that would."""
    entry = derived.estate.case.people[people]
    stated = str(plain(entry.consent_age))
    if (age := years_of(stated)) is not None:
        return age, f"people.{people}.consent_age"
    country = str(plain(entry.country))
    if country in UNSETTLED:
        return None, f"people.{people}.country"
    knowledge = derived.estate.materials.knowledge
    known = knowledge.consent_ages.get(knowledge.state_of(country))
    if (
        known is None
        or known.status != "verified"
        or not holds(known.since, known.until, derived.estate.as_of)
    ):
        return None, f"people.{people}.consent_age"
    return years_of(known.age), f"people.{people}.country"


def _people_country(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    people = derived.estate.case.people
    found = [
        (f"people.{name}.country", str(plain(people[name].country)))
        for name in several(sheet.processing.people)
        if name in people
    ]
    missing = tuple(route for route, country in found if country in UNSETTLED)
    sure = tuple(country for _, country in found if country not in UNSETTLED)
    return Selection(
        sure=sure,
        proof=tuple(route for route, _ in found),
        missing=missing or () if found else (f"activities.{sheet.id}.people",),
        open=bool(missing) or not found,
    )


def giver(sheet: ActivityIndex) -> str:
    """Give who gives the consent, `unknown` where nobody says."""
    named = several(consent_of(sheet).by)
    return named[0] if named else UNKNOWN


def how(sheet: ActivityIndex) -> Bilingual:
    """Give the gesture of consent in words."""
    stated = word("", consent_of(sheet).how)
    return HOW_WORDS.get(stated.options[0], both(stated.options[0])) if stated.options else NOT_SAID


def limits(derived: Derived, sheet: ActivityIndex) -> Bilingual:
    """Give in words what keeps the consent from being the person's own or free."""
    consent = consent_of(sheet)
    found = []
    if giver(sheet) not in UNSETTLED and giver(sheet) not in several(sheet.processing.people):
        found.append(BY_OTHERS)
    if plain(consent.bundled) == "true":
        found.append(BUNDLED)
    refusal = _refusal(derived, sheet)
    if isinstance(refusal, Choice) and refusal.options == ("bars-service",):
        found.append(BARS_SERVICE)
    return listed(found) if found else TERMS_NOT_SAID


CONSENT: Final[dict[str, Field[ActivityIndex]]] = {
    "consent_how": _stated("how", HOW),
    "consent_bundled": _stated("bundled", YES_NO),
    "consent_refusal": Field("word", _refusal, ("free", "bars-service", "harder")),
    "beyond_service": Field("answer", _beyond_service, YES_NO),
    "consent_by_people": Field("answer", _by_people, YES_NO),
    "consent_own": Field("answer", _own, YES_NO),
    "consent_represented": Field("answer", _represented, YES_NO),
    "consent_too_young": Field("answer", _too_young, YES_NO),
    "people_country": Field("country", _people_country),
    "consent_parental": _stated("parental", YES_NO),
}

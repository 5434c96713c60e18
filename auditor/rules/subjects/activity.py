"""`activity`: one sheet of the register."""

from __future__ import annotations

from auditor.graph.derive import Derived
from auditor.graph.hop import ActivityIndex
from auditor.graph.processing_record import POINTS, announced, differences, lacks
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import FieldValue, Selection, answer, perhaps, word, words
from auditor.model.materials import plain, several
from auditor.model.period import is_no_period, period
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.subjects.accountability import ACCOUNTABILITY
from auditor.rules.subjects.anonymous import CALLS_ANONYMOUS, FOUND_AGAIN, called_anonymous
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.rules.subjects.consent import CONSENT, consent_of, giver, how, limits
from auditor.rules.subjects.copy import announced as announced_periods
from auditor.rules.subjects.health import ACTIVITY_FIELDS
from auditor.text.dates import UNTOLD
from auditor.text.grammar import both, filled, listed, side_by_side
from auditor.text.names import Names
from auditor.text.slots.activity import DIFFER_ON, DIFFER_ON_WHO, LEAVES_OUT, POINT_WORDS


def _word(name: str, options: tuple[str, ...] = ()) -> Field[ActivityIndex]:
    def read(derived: Derived, sheet: ActivityIndex) -> FieldValue:
        del derived
        return word(f"activities.{sheet.id}.{name}", getattr(sheet.processing, name))

    return Field("word", read, options)


def _lacks(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    return lacks(derived.estate, sheet)


def _differs(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    return differences(derived.estate, derived.recipients, sheet)


def _differs_on(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    return announced(derived.estate, derived.recipients, sheet)


def _record_words(derived: Derived, names: Names, sheet: ActivityIndex) -> Bilingual:
    """Describe the gaps of an entry of the record: missing points, and where record, notice and flows differ."""
    lacking = lacks(derived.estate, sheet)
    found = differences(derived.estate, derived.recipients, sheet)
    other = announced(derived.estate, derived.recipients, sheet)
    points = [
        POINT_WORDS[point] for point in lacking.sure or (() if found.sure or other.sure else lacking.maybe)
    ]
    parts = []
    if points:
        parts.append(filled(LEAVES_OUT, what=listed(points)))
    differing = found.sure or (() if points or other.sure else found.maybe)
    if differing:
        parts.append(filled(DIFFER_ON_WHO, what=names.all(differing)))
    on = other.sure or (() if parts else other.maybe)
    if on:
        parts.append(filled(DIFFER_ON, what=listed(POINT_WORDS[point] for point in on)))
    return side_by_side(parts) if parts else both("—")


def _vague(derived: Derived, sheet: ActivityIndex) -> list[tuple[str, str]]:
    """Give the words of the register and of notices that set no period, each with its address, and those without end."""
    told = [(route, str(plain(value))) for route, value in announced_periods(derived, sheet)]
    return [(route, text) for route, text in told if is_no_period(text) or _endless(text)]


def _kept_as(derived: Derived, sheet: ActivityIndex) -> Bilingual:
    return listed(both(words) for _, words in _vague(derived, sheet)) if _vague(derived, sheet) else UNTOLD


def _endless(text: str) -> bool:
    found = period(text)
    return found is not None and found.endless


def _period_set(derived: Derived, sheet: ActivityIndex) -> FieldValue:
    """Tell whether the period announced is one: not where nothing ends it; open where it is "as long as necessary", or not told."""
    vague = _vague(derived, sheet)
    endless = tuple(route for route, text in vague if _endless(text))
    if endless:
        return answer(yes=False, proof=endless)
    if vague:
        return perhaps(tuple(route for route, _ in vague))
    told = tuple(route for route, value in announced_periods(derived, sheet) if plain(value) not in UNSETTLED)
    return answer(yes=True, proof=told) if told else perhaps((f"activities.{sheet.id}.retention",))


def _special(derived: Derived, sheet: ActivityIndex) -> list[str]:
    """Give the categories of GDPR art. 9(1) that an activity processes, all of them where none is known to be one."""
    found = [name for name in sheet.categories if derived.estate.is_a(name, "special")]
    return found or list(sheet.categories)


def _controllers(sheet: ActivityIndex) -> list[str]:
    return [name for name in several(sheet.processing.controller) if name not in UNSETTLED] or [UNKNOWN]


ACTIVITY: Subject[ActivityIndex] = Subject(
    name="activity",
    each=lambda derived: derived.estate.sheets.values(),
    id=lambda sheet: sheet.id,
    route=lambda sheet: f"activities.{sheet.id}",
    activities=lambda derived, sheet: (sheet.id,),
    fields={
        "legal_basis": _word(
            "legal_basis",
            (
                "consent",
                "contract",
                "pre-contract",
                "legal-obligation",
                "vital-interest",
                "public-task",
                "legitimate-interest",
                "none",
            ),
        ),
        "scale": _word("scale", ("large", "small")),
        **CONSENT,
        "on_by_default": _word("on_by_default", YES_NO),
        "necessary": _word("necessary", YES_NO),
        "for_children": _word("for_children", YES_NO),
        "data": Field(
            "category", lambda derived, s: Selection(sure=tuple(s.categories), proof=(f"activities.{s.id}",))
        ),
        "care": _word("care", YES_NO),
        "recorded": _word("recorded", YES_NO),
        "calls_anonymous": CALLS_ANONYMOUS,
        "found_again": FOUND_AGAIN,
        "lacks": Field("word", _lacks, tuple(POINTS)),
        "differs": Field("party", _differs),
        "differs_on": Field("word", _differs_on, ("purpose", "retention")),
        "period_set": Field("answer", _period_set, YES_NO),
        "controller": Field(
            "party", lambda derived, s: words(f"activities.{s.id}.controller", s.processing.controller)
        ),
        **ACTIVITY_FIELDS,
        **ACCOUNTABILITY,
    },
    slots={
        "activity": lambda derived, names, s: names.within("activities", s.id),
        "people": lambda derived, names, s: names.all(several(s.processing.people)),
        "giver": lambda derived, names, s: names.of(giver(s)),
        "limits": lambda derived, names, s: limits(derived, s),
        "age": lambda derived, names, s: both(str(plain(consent_of(s).age))),
        "how": lambda derived, names, s: how(s),
        "controller": lambda derived, names, s: names.all(_controllers(s)),
        "data": lambda derived, names, s: names.data(s.categories),
        "special": lambda derived, names, s: names.data(_special(derived, s)),
        "called_anonymous": called_anonymous,
        "record": _record_words,
        "kept_as": lambda derived, names, s: _kept_as(derived, s),
    },
)

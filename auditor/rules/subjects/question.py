"""`question`: what was asked, to whom, and whether it was answered."""

from __future__ import annotations

from typing import Final, get_args

from auditor.graph.derive import Derived
from auditor.model.bilingual import Bilingual
from auditor.model.case.organisations import Organisation
from auditor.model.dates import last_day
from auditor.model.evidence import Choice, FieldValue, answer, perhaps, word
from auditor.model.materials import plain
from auditor.model.vocabulary import UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.text.grammar import bilingual, both
from auditor.text.names import Names

#: What kinds of person may be asked.
KINDS: Final[tuple[str, ...]] = get_args(Organisation.__annotations__["kind"])


def _asked(derived: Derived, name: str) -> FieldValue:
    asked = derived.estate.case.questions[name].asked
    route = f"questions.{name}.asked"
    return perhaps((route,)) if asked in ("", "unknown") else answer(yes=True, proof=(route,))


def _answered(derived: Derived, name: str) -> FieldValue:
    return word(f"questions.{name}.answered", derived.estate.case.questions[name].answered)


def _to_kind(derived: Derived, name: str) -> FieldValue:
    """Give what kind of person was asked."""
    to = derived.estate.case.questions[name].to
    entry = derived.estate.case.organisations.get(to)
    route = f"organisations.{to}.kind"
    return perhaps((route,)) if entry is None else word(route, entry.kind)


def _text(derived: Derived, names: Names, name: str) -> Bilingual:
    del names
    return bilingual(derived.estate.case.questions[name].text or name)


def _still_open(derived: Derived, names: Names, name: str) -> Bilingual:
    """Give the last day for which somebody says that there was no answer: of the audit, of the case, or of the source."""
    del names
    materials = derived.estate.materials
    source = materials.fact(f"questions.{name}.answered").source.partition("#")[0]
    stated = materials.case.sources.get(source)
    days = (materials.as_of, str(plain(materials.case.case.as_of)), stated.date if stated is not None else "")
    return both(min((day for day in days if day not in ("", *UNSETTLED)), key=last_day))


QUESTION: Subject[str] = Subject(
    name="question",
    each=lambda derived: sorted(derived.estate.case.questions),
    id=lambda name: name,
    route=lambda name: f"questions.{name}",
    parties=lambda derived, name: (derived.estate.case.questions[name].to,),
    fields={
        "asked": Field("answer", _asked, YES_NO),
        "answered": Field("answer", _answered, YES_NO),
        "to": Field(
            "party",
            lambda derived, name: Choice(
                options=(derived.estate.case.questions[name].to,), proof=(f"questions.{name}",)
            ),
        ),
        "to_kind": Field("word", _to_kind, KINDS),
    },
    slots={
        "question": _text,
        "who": lambda derived, names, name: names.of(derived.estate.case.questions[name].to),
        "asked": lambda derived, names, name: both(derived.estate.case.questions[name].asked),
        "as_of": _still_open,
    },
)

"""`activity`: one sheet of the register."""

from __future__ import annotations

from msgspec import UNSET

from auditor.graph.derive import Derived
from auditor.graph.estate import Sheet
from auditor.model.materials import several
from auditor.model.result import Bilingual
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.names import both
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.rules.subjects.health import ACTIVITY_FIELDS
from auditor.rules.values import FieldValue, Many, One, answer, word, words


def _word(name: str, fr: str, en: str, options: tuple[str, ...] = ()) -> Field[Sheet]:
    def read(derived: Derived, sheet: Sheet) -> FieldValue:
        del derived
        return word(f"activities.{sheet.id}.{name}", getattr(sheet.processing, name))

    return Field("word", Bilingual(fr, en), read, options)


def _consent(name: str, fr: str, en: str, options: tuple[str, ...]) -> Field[Sheet]:
    def read(derived: Derived, sheet: Sheet) -> FieldValue:
        del derived
        consent = sheet.processing.consent
        stated = UNKNOWN if consent is UNSET else getattr(consent, name)
        return word(f"activities.{sheet.id}.consent.{name}", stated)

    return Field("word", Bilingual(fr, en), read, options)


def _consent_by_people(derived: Derived, sheet: Sheet) -> FieldValue:
    consent = sheet.processing.consent
    route = f"activities.{sheet.id}.consent.by"
    giver = word(route, UNKNOWN if consent is UNSET else consent.by)
    if giver.anything:
        return One(YES_NO, (), giver.missing)
    people = several(sheet.processing.people)
    if not people and giver.options[0] in derived.estate.case.people:
        return One(YES_NO, giver.proof, (f"activities.{sheet.id}.people",))
    return answer(yes=giver.options[0] in people, proof=giver.proof)


def _giver(sheet: Sheet) -> str:
    consent = sheet.processing.consent
    named = () if consent is UNSET else several(consent.by)
    return named[0] if named else UNKNOWN


HOW = ("opt-in", "pre-ticked", "silence", "none")
HOW_WORDS = {
    "opt-in": Bilingual("acte positif", "affirmative act"),
    "pre-ticked": Bilingual("case cochée d'avance", "pre-ticked box"),
    "silence": Bilingual("silence", "silence"),
    "none": Bilingual("aucun", "none"),
}


def _how(sheet: Sheet) -> Bilingual:
    consent = sheet.processing.consent
    stated = word("", UNKNOWN if consent is UNSET else consent.how)
    return HOW_WORDS.get(stated.options[0], both(stated.options[0])) if stated.options else Bilingual("inconnu", "unknown")


def _controllers(sheet: Sheet) -> list[str]:
    return [name for name in several(sheet.processing.controller) if name not in UNSETTLED] or [UNKNOWN]


ACTIVITY: Subject[Sheet] = Subject(
    name="activity",
    doc=Bilingual("activité de traitement", "processing activity"),
    each=lambda derived: derived.estate.sheets.values(),
    id=lambda sheet: sheet.id,
    route=lambda sheet: f"activities.{sheet.id}",
    fields={
        "legal_basis": _word(
            "legal_basis",
            "la base légale",
            "the legal basis",
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
        "scale": _word("scale", "l'échelle", "the scale", ("large", "small")),
        "consent_how": _consent("how", "le geste de consentement", "the gesture of consent", HOW),
        "consent_bundled": _consent("bundled", "le couplage du consentement", "consent bundled with something else", YES_NO),
        "consent_refusal": _consent(
            "refusal", "la liberté de refuser", "the freedom to refuse", ("free", "bars-service", "harder")
        ),
        "consent_by_people": Field(
            "answer",
            Bilingual("le consentement donné par la personne", "consent given by the person"),
            _consent_by_people,
            YES_NO,
        ),
        "data": Field(
            "category",
            Bilingual("les données traitées", "the data processed"),
            lambda derived, s: Many(tuple(s.categories), (), (f"activities.{s.id}",)),
        ),
        "controller": Field(
            "party",
            Bilingual("le responsable du traitement", "the controller"),
            lambda derived, s: words(f"activities.{s.id}.controller", s.processing.controller),
        ),
        **ACTIVITY_FIELDS,
    },
    slots={
        "activity": lambda derived, names, s: names.within("activities", s.id),
        "people": lambda derived, names, s: names.all(several(s.processing.people)),
        "giver": lambda derived, names, s: names.of(_giver(s)),
        "how": lambda derived, names, s: _how(s),
        "controller": lambda derived, names, s: names.all(_controllers(s)),
        "data": lambda derived, names, s: names.data(s.categories),
    },
)

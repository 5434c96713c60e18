"""`activity`: one sheet of the register."""

from __future__ import annotations

from auditor.graph.derive import Derived
from auditor.graph.estate import Sheet
from auditor.model.materials import plain, several
from auditor.model.result import Bilingual
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.names import both
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.rules.subjects.consent import CONSENT, consent_of, giver, how, limits
from auditor.rules.values import FieldValue, Many, word, words


def _word(name: str, fr: str, en: str, options: tuple[str, ...] = ()) -> Field[Sheet]:
    def read(derived: Derived, sheet: Sheet) -> FieldValue:
        del derived
        return word(f"activities.{sheet.id}.{name}", getattr(sheet.processing, name))

    return Field("word", Bilingual(fr, en), read, options)


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
        **CONSENT,
        "on_by_default": _word("on_by_default", "l'activation par défaut", "being on by default", YES_NO),
        "necessary": _word("necessary", "la nécessité pour la finalité", "being necessary for the purpose", YES_NO),
        "for_children": _word("for_children", "l'offre directe à des enfants", "being offered directly to children", YES_NO),
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
    },
)

"""Words of the fields of `question`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import NAMED, Clause, FieldWords, flag
from auditor.text.fields.table import doc_of

NAME: Final = Bilingual("question posée", "question asked")
FIELDS: Final[dict[str, FieldWords]] = {
    "asked": FieldWords(
        doc=Bilingual("le fait d'avoir été posée", "having been asked"),
        phrase=flag(
            ("la question a été posée à une date connue", "the question was asked on a known date"),
            ("la question n'a pas été posée à une date connue", "the question was not asked on a known date"),
        ),
    ),
    "answered": FieldWords(
        doc=doc_of("questions", "answered"),
        phrase=flag(
            ("une réponse a été donnée", "an answer was given"),
            ("aucune réponse n'a été donnée", "no answer was given"),
        ),
    ),
    "to": FieldWords(doc=doc_of("questions", "to"), phrase=NAMED),
    "to_kind": FieldWords(
        doc=Bilingual("le genre de personne interrogée", "the kind of person asked"),
        phrase=Clause(
            ("le genre de personne interrogée", "est"),
            ("the kind of person asked", "is", "is not"),
        ),
    ),
}

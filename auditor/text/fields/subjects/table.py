"""The words of all fields of all subjects, found by name; those of a subject are read when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Sentences
from auditor.text.fields.entries import ENTRIES
from auditor.text.fields.subjects.base import NAMED, Clause, FieldWords, Flag, worded
from auditor.text.fields.table import rows
from auditor.text.grammar import filled

#: Subject → the section of the case whose yes/no fields are fields of the subject without further words.
SECTIONS: Final = {"host": "hosts"}
#: Words of the fields that every subject has.
SHARED: Final[Mapping[str, FieldWords]] = {
    "controller": FieldWords(doc=Bilingual("le responsable du traitement", "the controller"), phrase=NAMED),
    "id": FieldWords(doc=Bilingual("chacun", "each"), phrase=NAMED),
    "regime": FieldWords(
        doc=Bilingual("le régime de protection des données", "the regime of data protection"),
        phrase=Clause(
            ("le régime", "est"),
            ("the regime", "is", "is not"),
            values=worded(
                gdpr=("le RGPD", "the GDPR"),
                eudpr=("le règlement (UE) 2018/1725", "Regulation (EU) 2018/1725"),
                none=("aucun de ceux-là", "none of these"),
            ),
        ),
    ),
    "as_of": FieldWords(doc=Bilingual("la date du cas", "the date of the case"), phrase=NAMED),
}


@cache
def _module(subject: str) -> Any:
    return import_module(f"auditor.text.fields.subjects.{subject}")


def noun(subject: str) -> Bilingual:
    """Give what a subject is called, without article."""
    found: Bilingual = _module(subject).NAME
    return found


def own(subject: str) -> Mapping[str, FieldWords]:
    """Give the words of the fields of a subject that have a row of their own."""
    found: Mapping[str, FieldWords] = _module(subject).FIELDS
    return found


@cache
def words(subject: str, field: str) -> FieldWords:
    """Give the words of a field of a subject; of a fact of the case that is read as it is, those of its row there.

    Raises KeyError where neither has a row, which a test of all fields finds.
    """
    found = own(subject).get(field) or SHARED.get(field)
    return found or _of_case(rows(SECTIONS[subject])[field], ENTRIES[SECTIONS[subject]].doc)


def _of_case(row: Row, subject: Bilingual) -> FieldWords:
    clause = row.clause
    if not isinstance(clause, Sentences):
        return FieldWords(doc=row.doc, phrase=NAMED)
    return FieldWords(
        doc=row.doc,
        phrase=Flag(filled(clause.of("true"), it=subject), filled(clause.of("false"), it=subject)),
    )

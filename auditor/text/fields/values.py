"""One row per field of a value as it is written."""

from __future__ import annotations

from typing import Final

from auditor.text.fields.base import Rows, aside
from auditor.text.fields.common import ALSO, AS_OF, KNOWN, NOTE, SOURCE

#: What a value is written with is no fact of its own.
PART_OF_A_VALUE: Final = "it is part of how a value is written"
SECTIONS: Final[dict[str, Rows]] = {
    "value": {
        "value": aside("la valeur", "the value", PART_OF_A_VALUE),
        "since": aside(
            "le premier jour où elle vaut",
            "the first day on which it holds",
            PART_OF_A_VALUE,
        ),
        "until": aside(
            "le dernier jour où elle vaut",
            "the last day on which it holds",
            PART_OF_A_VALUE,
        ),
        "versions": aside("ce que dit chaque source", "what each source says", PART_OF_A_VALUE),
        "asked_of": aside("à qui elle a été demandée", "of whom it was asked", PART_OF_A_VALUE),
        "asked": aside("le jour de la demande", "the day on which it was asked", PART_OF_A_VALUE),
        "known": KNOWN,
        "source": SOURCE,
        "also": ALSO,
        "note": NOTE,
        "as_of": AS_OF,
    },
    "version": {
        "value": aside("la valeur", "the value", PART_OF_A_VALUE),
        "quote": aside("les mots de la source", "the words of the source", PART_OF_A_VALUE),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
    "share": {
        "value": aside("le pourcentage", "the percentage", PART_OF_A_VALUE),
        "min": aside("le minimum", "the minimum", PART_OF_A_VALUE),
        "max": aside("le maximum", "the maximum", PART_OF_A_VALUE),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
    "words": {
        "fr": aside("le texte en français", "the text in French", PART_OF_A_VALUE),
        "en": aside("le texte en anglais", "the text in English", PART_OF_A_VALUE),
        "gender": aside(
            "le genre du nom en français, pour l'accord des phrases",
            "the French gender of the name, for sentences to agree",
            PART_OF_A_VALUE,
        ),
        "number": aside(
            "le nombre du nom, pour l'accord des phrases",
            "the number of the name, for sentences to agree",
            PART_OF_A_VALUE,
        ),
    },
}

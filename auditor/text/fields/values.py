"""One row per field of a value as it is written."""

from __future__ import annotations

from typing import Final

from auditor.text.fields.base import Rows, aside
from auditor.text.fields.common import ALSO, AS_OF, KNOWN, NOTE, SOURCE

SECTIONS: Final[dict[str, Rows]] = {
    "value": {
        "value": aside("la valeur", "the value", "it is part of how a value is written"),
        "since": aside(
            "le premier jour où elle vaut",
            "the first day on which it holds",
            "it is part of how a value is written",
        ),
        "until": aside(
            "le dernier jour où elle vaut",
            "the last day on which it holds",
            "it is part of how a value is written",
        ),
        "versions": aside(
            "ce que dit chaque source", "what each source says", "it is part of how a value is written"
        ),
        "asked_of": aside(
            "à qui elle a été demandée", "of whom it was asked", "it is part of how a value is written"
        ),
        "asked": aside(
            "le jour de la demande", "the day on which it was asked", "it is part of how a value is written"
        ),
        "known": KNOWN,
        "source": SOURCE,
        "also": ALSO,
        "note": NOTE,
        "as_of": AS_OF,
    },
    "version": {
        "value": aside("la valeur", "the value", "it is part of how a value is written"),
        "quote": aside(
            "les mots de la source", "the words of the source", "it is part of how a value is written"
        ),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
    "share": {
        "value": aside("le pourcentage", "the percentage", "it is part of how a value is written"),
        "min": aside("le minimum", "the minimum", "it is part of how a value is written"),
        "max": aside("le maximum", "the maximum", "it is part of how a value is written"),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
    "words": {
        "fr": aside("le texte en français", "the text in French", "it is part of how a value is written"),
        "en": aside("le texte en anglais", "the text in English", "it is part of how a value is written"),
    },
}

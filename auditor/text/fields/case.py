"""One row per field of the head of a case and of its files."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, aside, says
from auditor.text.fields.common import KNOWN, NOTE, SOURCE, TITLE

SECTIONS: Final[dict[str, Rows]] = {
    "case": {
        "id": aside(
            "l'identifiant du cas", "the id of the case", "it says what the case is, not what the system does"
        ),
        "as_of": Row(
            doc=Bilingual("la date du cas", "the date of the case"),
            question=Bilingual(
                "À quel jour précis le cas se rapporte-t-il ?", "For which exact day does the case speak?"
            ),
            clause=says(("le cas se rapporte au : {value}", "the case speaks for {value}")),
            whose="audited",
        ),
        "title": TITLE,
        "about": aside(
            "l'organisation dont le cas parle",
            "the organisation that the case is about",
            "it says what the case is, not what the system does",
        ),
        "policies": aside(
            "les recueils de règles retenus",
            "the packs of rules that apply",
            "it says what the case is, not what the system does",
        ),
        "regime": aside(
            "le régime de protection des données",
            "the regime of data protection",
            "it says what the case is, not what the system does",
        ),
        "gate": aside(
            "les règles ajoutées au contrôle automatique",
            "the rules added to the gate",
            "it says what the case is, not what the system does",
        ),
        "note": NOTE,
    },
    "file": {
        "auditor": aside(
            "la version du format", "the version of the format", "it is a word on a file, and no fact"
        ),
        "imported": aside(
            "l'empreinte SHA-256 de ce qui suit, dans un fichier qu'un programme a fait",
            "the SHA-256 of what follows, in a file that a program made",
            "it is a word on a file, and no fact",
        ),
        "confidential": aside(
            "l'exclusion d'un dossier public",
            "being left out of a bundle for the public",
            "it is a word on a file, and no fact",
        ),
        "known": KNOWN,
        "source": SOURCE,
    },
}

"""One row per field of a question and of a reply."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import WHOLE, Row, Rows, Without, aside
from auditor.text.fields.common import KNOWN, NOTE, SOURCE

SECTIONS: Final[dict[str, Rows]] = {
    "questions": {
        "to": Row(
            doc=Bilingual("la personne interrogée", "who was asked"),
            question=Bilingual(
                "À qui la question « {it} » a-t-elle été posée ?", 'To whom was the question "{it}" put?'
            ),
            clause=WHOLE,
            whose="audited",
        ),
        "text": Row(
            doc=Bilingual("le texte de la question", "the text of the question"),
            question=Without("whoever records a question writes its text"),
            clause=WHOLE,
            whose="audited",
        ),
        "asked": Row(
            doc=Bilingual("le jour où elle a été posée", "the day on which it was asked"),
            question=Bilingual(
                "Quand la question « {it} » a-t-elle été posée ?", 'When was the question "{it}" asked?'
            ),
            clause=WHOLE,
            whose="audited",
        ),
        "due": Row(
            doc=Bilingual("le dernier jour pour répondre", "the last day for an answer"),
            question=Without("whoever asks sets the day"),
            clause=Without("it tells when an answer is late, and shows nothing of the case"),
            whose="audited",
        ),
        "answered": Row(
            doc=Bilingual("la réponse", "being answered"),
            question=Bilingual(
                "La question « {it} » a-t-elle reçu une réponse ?", 'Was the question "{it}" answered?'
            ),
            clause=WHOLE,
            whose="audited",
        ),
        "settles": Row(
            doc=Bilingual("les faits que la réponse établirait", "the facts that the answer would settle"),
            question=Without("whoever records a question links it"),
            clause=Without("it links the question to facts, and is none itself"),
            whose="audited",
        ),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
    "replies": {
        "by": aside(
            "l'auteur de la réponse",
            "who replies",
            "a reply is printed in full beside the findings it answers",
        ),
        "text": aside(
            "le texte de la réponse",
            "the text of the reply",
            "a reply is printed in full beside the findings it answers",
        ),
        "date": aside(
            "le jour de la réponse",
            "the day of the reply",
            "a reply is printed in full beside the findings it answers",
        ),
        "to": aside(
            "les points auxquels elle répond",
            "the findings it answers",
            "a reply is printed in full beside the findings it answers",
        ),
        "source": SOURCE,
    },
}

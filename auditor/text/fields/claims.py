"""One row per field of a claim and of its meaning."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import WHOLE, Row, Rows, aside, says
from auditor.text.fields.common import KNOWN, NOTE, SOURCE

CLAIMS_QUESTION: Final = Bilingual(
    "Quels faits montreraient ce qu'affirme « {it} » ?", 'Which facts would show what "{it}" claims?'
)
#: Why no premise tells the meaning of a claim.
OWN_WORDS: Final = "a claim is told in its own words; its meaning is checked"
DATA: Final = aside("les données dont il s'agit", "the data it is about", OWN_WORDS)
ONLY: Final = aside("les seuls lieux", "the only places", OWN_WORDS)
OUTSIDE: Final = aside("tous les lieux sauf ceux-ci", "all places but these", OWN_WORDS)
SECTIONS: Final[dict[str, Rows]] = {
    "claims": {
        "by": Row(
            doc=Bilingual("son auteur", "who says it"), question=CLAIMS_QUESTION, clause=WHOLE, whose="author"
        ),
        "quote": Row(
            doc=Bilingual("les mots employés", "the words used"),
            question=CLAIMS_QUESTION,
            clause=WHOLE,
            whose="author",
        ),
        "says": Row(
            doc=Bilingual("ce que cela veut dire, en termes vérifiables", "what it means in checkable terms"),
            question=CLAIMS_QUESTION,
            clause=WHOLE,
            whose="author",
        ),
        "date": Row(
            doc=Bilingual("le jour de la déclaration", "the day of the statement"),
            question=CLAIMS_QUESTION,
            clause=WHOLE,
            whose="author",
        ),
        "since": Row(
            doc=Bilingual("le premier jour", "the first day"),
            question=Bilingual("Depuis quand « {it} » est-il affirmé ?", 'Since when is "{it}" claimed?'),
            clause=says(("« {it} » est affirmé depuis : {value}", '"{it}" is claimed since {value}')),
            whose="author",
        ),
        "until": Row(
            doc=Bilingual("le dernier jour", "the last day"),
            question=Bilingual(
                "« {it} » est-il encore affirmé à la date du cas, ou depuis quand ne l'est-il plus ?",
                'Is "{it}" still claimed on the date of the case, or since when is it not?',
            ),
            clause=says(
                (
                    "le dernier jour où « {it} » est affirmé est : {value}",
                    'the last day on which "{it}" is claimed is {value}',
                )
            ),
            whose="author",
        ),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
    "says": {
        "cannot-read": aside(
            "qui ne peut pas lire, et quoi",
            "who cannot read, and what",
            OWN_WORDS,
        ),
        "end-to-end": aside(
            "un chiffrement de bout en bout",
            "encryption end to end",
            OWN_WORDS,
        ),
        "encrypted-in-transit": aside(
            "un chiffrement en transit",
            "encryption in transit",
            OWN_WORDS,
        ),
        "encrypted-at-rest": aside(
            "un chiffrement au repos",
            "encryption at rest",
            OWN_WORDS,
        ),
        "anonymous": aside("l'anonymat", "anonymity", OWN_WORDS),
        "hosted-in": aside(
            "un lieu d'hébergement",
            "a place of hosting",
            OWN_WORDS,
        ),
        "processed-in": aside(
            "un lieu de traitement, accès à distance compris",
            "a place of processing, remote access included",
            OWN_WORDS,
        ),
        "no-transfer": aside(
            "une absence de transfert",
            "an absence of transfers",
            OWN_WORDS,
        ),
        "exposed-to": aside(
            "une exposition que l'intéressé admet",
            "an exposure that a party admits",
            OWN_WORDS,
        ),
        "never-to": aside(
            "des destinataires exclus",
            "recipients excluded",
            OWN_WORDS,
        ),
        "not-exposed-to": aside(
            "une absence d'exposition au droit d'un État",
            "no exposure to the law of a State",
            OWN_WORDS,
        ),
        "only-recipients": aside(
            "une liste close de destinataires",
            "a closed list of recipients",
            OWN_WORDS,
        ),
        "certified": aside("une certification", "a certification", OWN_WORDS),
        "controlled-from": aside(
            "un contrôle depuis un pays",
            "control from a country",
            OWN_WORDS,
        ),
    },
    "says.cannot-read": {
        "who": aside(
            "l'organisation dont il s'agit",
            "the organisation it is about",
            OWN_WORDS,
        ),
        "data": DATA,
    },
    "says.about-data": {
        "data": DATA,
    },
    "says.processed-in": {
        "only": ONLY,
        "outside": OUTSIDE,
        "data": DATA,
    },
    "says.no-transfer": {
        "to": aside(
            "les lieux où rien ne va",
            "the places that nothing goes to",
            OWN_WORDS,
        ),
        "outside": OUTSIDE,
        "data": DATA,
    },
    "says.exposed-to": {
        "country": aside("le pays", "the country", OWN_WORDS),
        "outside": OUTSIDE,
        "data": DATA,
    },
    "says.never-to": {
        "who": aside(
            "les destinataires exclus",
            "the recipients excluded",
            OWN_WORDS,
        ),
        "data": DATA,
    },
    "says.hosted-in": {
        "outside": OUTSIDE,
        "only": ONLY,
        "data": DATA,
    },
    "says.not-exposed-to": {
        "outside": OUTSIDE,
        "country": aside("le pays", "the country", OWN_WORDS),
        "imposed": aside(
            "la phrase imposée par le référentiel HDS",
            "the sentence that the HDS scheme imposes",
            OWN_WORDS,
        ),
        "data": DATA,
    },
    "says.only-recipients": {
        "who": aside(
            "les seuls destinataires",
            "the only recipients",
            OWN_WORDS,
        ),
        "data": DATA,
    },
    "says.certified": {
        "who": aside(
            "l'organisation dont il s'agit",
            "the organisation it is about",
            OWN_WORDS,
        ),
        "is": aside(
            "le type de certificat",
            "the kind of certificate",
            OWN_WORDS,
        ),
        "scope": aside("le périmètre", "the scope", OWN_WORDS),
        "host": aside("le lieu", "the place", OWN_WORDS),
    },
    "says.controlled-from": {
        "outside": OUTSIDE,
        "who": aside(
            "l'organisation dont il s'agit",
            "the organisation it is about",
            OWN_WORDS,
        ),
        "only": ONLY,
    },
}

"""One row per field of a claim and of its meaning."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import WHOLE, Row, Rows, aside, says
from auditor.text.fields.common import KNOWN, NOTE, SOURCE

CLAIMS_QUESTION: Final = Bilingual(
    "Quels faits montreraient ce qu'affirme « {it} » ?", 'Which facts would show what "{it}" claims?'
)
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
            "a claim is told in its own words; its meaning is checked",
        ),
        "end-to-end": aside(
            "un chiffrement de bout en bout",
            "encryption end to end",
            "a claim is told in its own words; its meaning is checked",
        ),
        "encrypted-in-transit": aside(
            "un chiffrement en transit",
            "encryption in transit",
            "a claim is told in its own words; its meaning is checked",
        ),
        "encrypted-at-rest": aside(
            "un chiffrement au repos",
            "encryption at rest",
            "a claim is told in its own words; its meaning is checked",
        ),
        "anonymous": aside(
            "l'anonymat", "anonymity", "a claim is told in its own words; its meaning is checked"
        ),
        "hosted-in": aside(
            "un lieu d'hébergement",
            "a place of hosting",
            "a claim is told in its own words; its meaning is checked",
        ),
        "processed-in": aside(
            "un lieu de traitement, accès à distance compris",
            "a place of processing, remote access included",
            "a claim is told in its own words; its meaning is checked",
        ),
        "no-transfer": aside(
            "une absence de transfert",
            "an absence of transfers",
            "a claim is told in its own words; its meaning is checked",
        ),
        "exposed-to": aside(
            "une exposition que l'intéressé admet",
            "an exposure that a party admits",
            "a claim is told in its own words; its meaning is checked",
        ),
        "never-to": aside(
            "des destinataires exclus",
            "recipients excluded",
            "a claim is told in its own words; its meaning is checked",
        ),
        "not-exposed-to": aside(
            "une absence d'exposition au droit d'un État",
            "no exposure to the law of a State",
            "a claim is told in its own words; its meaning is checked",
        ),
        "only-recipients": aside(
            "une liste close de destinataires",
            "a closed list of recipients",
            "a claim is told in its own words; its meaning is checked",
        ),
        "certified": aside(
            "une certification", "a certification", "a claim is told in its own words; its meaning is checked"
        ),
        "controlled-from": aside(
            "un contrôle depuis un pays",
            "control from a country",
            "a claim is told in its own words; its meaning is checked",
        ),
    },
    "says.cannot-read": {
        "who": aside(
            "l'organisation dont il s'agit",
            "the organisation it is about",
            "a claim is told in its own words; its meaning is checked",
        ),
        "data": aside(
            "les données dont il s'agit",
            "the data it is about",
            "a claim is told in its own words; its meaning is checked",
        ),
    },
    "says.about-data": {
        "data": aside(
            "les données dont il s'agit",
            "the data it is about",
            "a claim is told in its own words; its meaning is checked",
        ),
    },
    "says.processed-in": {
        "only": aside(
            "les seuls lieux", "the only places", "a claim is told in its own words; its meaning is checked"
        ),
        "outside": aside(
            "tous les lieux sauf ceux-ci",
            "all places but these",
            "a claim is told in its own words; its meaning is checked",
        ),
        "data": aside(
            "les données dont il s'agit",
            "the data it is about",
            "a claim is told in its own words; its meaning is checked",
        ),
    },
    "says.no-transfer": {
        "to": aside(
            "les lieux où rien ne va",
            "the places that nothing goes to",
            "a claim is told in its own words; its meaning is checked",
        ),
        "outside": aside(
            "tous les lieux sauf ceux-ci",
            "all places but these",
            "a claim is told in its own words; its meaning is checked",
        ),
        "data": aside(
            "les données dont il s'agit",
            "the data it is about",
            "a claim is told in its own words; its meaning is checked",
        ),
    },
    "says.exposed-to": {
        "country": aside(
            "le pays", "the country", "a claim is told in its own words; its meaning is checked"
        ),
        "outside": aside(
            "tous les lieux sauf ceux-ci",
            "all places but these",
            "a claim is told in its own words; its meaning is checked",
        ),
        "data": aside(
            "les données dont il s'agit",
            "the data it is about",
            "a claim is told in its own words; its meaning is checked",
        ),
    },
    "says.never-to": {
        "who": aside(
            "les destinataires exclus",
            "the recipients excluded",
            "a claim is told in its own words; its meaning is checked",
        ),
        "data": aside(
            "les données dont il s'agit",
            "the data it is about",
            "a claim is told in its own words; its meaning is checked",
        ),
    },
    "says.hosted-in": {
        "outside": aside(
            "tous les lieux sauf ceux-ci",
            "all places but these",
            "a claim is told in its own words; its meaning is checked",
        ),
        "only": aside(
            "les seuls lieux", "the only places", "a claim is told in its own words; its meaning is checked"
        ),
        "data": aside(
            "les données dont il s'agit",
            "the data it is about",
            "a claim is told in its own words; its meaning is checked",
        ),
    },
    "says.not-exposed-to": {
        "outside": aside(
            "tous les lieux sauf ceux-ci",
            "all places but these",
            "a claim is told in its own words; its meaning is checked",
        ),
        "country": aside(
            "le pays", "the country", "a claim is told in its own words; its meaning is checked"
        ),
        "imposed": aside(
            "la phrase imposée par le référentiel HDS",
            "the sentence that the HDS scheme imposes",
            "a claim is told in its own words; its meaning is checked",
        ),
        "data": aside(
            "les données dont il s'agit",
            "the data it is about",
            "a claim is told in its own words; its meaning is checked",
        ),
    },
    "says.only-recipients": {
        "who": aside(
            "les seuls destinataires",
            "the only recipients",
            "a claim is told in its own words; its meaning is checked",
        ),
        "data": aside(
            "les données dont il s'agit",
            "the data it is about",
            "a claim is told in its own words; its meaning is checked",
        ),
    },
    "says.certified": {
        "who": aside(
            "l'organisation dont il s'agit",
            "the organisation it is about",
            "a claim is told in its own words; its meaning is checked",
        ),
        "is": aside(
            "le type de certificat",
            "the kind of certificate",
            "a claim is told in its own words; its meaning is checked",
        ),
        "scope": aside(
            "le périmètre", "the scope", "a claim is told in its own words; its meaning is checked"
        ),
        "host": aside("le lieu", "the place", "a claim is told in its own words; its meaning is checked"),
    },
    "says.controlled-from": {
        "outside": aside(
            "tous les lieux sauf ceux-ci",
            "all places but these",
            "a claim is told in its own words; its meaning is checked",
        ),
        "who": aside(
            "l'organisation dont il s'agit",
            "the organisation it is about",
            "a claim is told in its own words; its meaning is checked",
        ),
        "only": aside(
            "les seuls lieux", "the only places", "a claim is told in its own words; its meaning is checked"
        ),
    },
}

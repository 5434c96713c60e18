"""One row per field of a notice."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, says, yes_no
from auditor.text.fields.common import KNOWN, NOTE, SOURCE, TITLE

SECTIONS: Final[dict[str, Rows]] = {
    "notices": {
        "by": Row(
            doc=Bilingual("son auteur", "who gives it"),
            question=Bilingual("Qui est l'auteur de « {it} » ?", 'Who is the author of "{it}"?'),
            clause=says(("l'auteur de « {it} » est {value}", 'the author of "{it}" is {value}')),
            whose="author",
        ),
        "for": Row(
            doc=Bilingual("les activités dont elle parle", "the activities it is about"),
            question=Bilingual("De quelles activités parle « {it} » ?", 'Which activities is "{it}" about?'),
            clause=says(
                (
                    "les activités dont parle « {it} » sont : {value}",
                    'the activities that "{it}" is about are {value}',
                )
            ),
            whose="author",
        ),
        "title": TITLE,
        "data": Row(
            doc=Bilingual("les données déclarées", "the data declared"),
            question=Bilingual(
                "Quelles données sont déclarées par « {it} » ?", 'Which data does "{it}" declare?'
            ),
            clause=says(
                ("les données que nomme « {it} » sont : {value}", 'the data that "{it}" names is {value}'),
                {"none": ("« {it} » ne nomme aucune donnée", '"{it}" names no data')},
            ),
            whose="author",
        ),
        "recipients": Row(
            doc=Bilingual("les destinataires déclarés", "the recipients declared"),
            question=Bilingual(
                "Quelle est la liste complète des destinataires, ou catégories de destinataires, déclarés par « {it} » ?",
                'What is the complete list of recipients, or categories of recipients, declared by "{it}"?',
            ),
            clause=says(
                (
                    "les destinataires que nomme « {it} » sont : {value}",
                    'the recipients that "{it}" names are {value}',
                ),
                {"none": ("« {it} » ne nomme aucun destinataire", '"{it}" names no recipient')},
            ),
            whose="author",
        ),
        "gives": Row(
            doc=Bilingual(
                "les données déclarées pour chaque destinataire", "the data declared for each recipient"
            ),
            question=Bilingual(
                "Quelles données « {it} » déclare-t-elle pour chaque destinataire ?",
                'Which data does "{it}" declare for each recipient?',
            ),
            clause=says(
                (
                    "les données que « {it} » déclare pour {key} sont : {value}",
                    'the data that "{it}" declares for {key} is {value}',
                ),
                {
                    "none": (
                        "« {it} » ne déclare aucune donnée pour {key}",
                        '"{it}" declares no data for {key}',
                    )
                },
            ),
            whose="author",
        ),
        "purposes": Row(
            doc=Bilingual("les finalités déclarées", "the purposes declared"),
            question=Bilingual(
                "Quelles finalités sont déclarées par « {it} » ?", 'Which purposes does "{it}" declare?'
            ),
            clause=says(
                (
                    "les finalités que déclare « {it} » sont : {value}",
                    'the purposes that "{it}" declares are: {value}',
                ),
                {"none": ("« {it} » ne déclare aucune finalité", '"{it}" declares no purpose')},
            ),
            whose="author",
        ),
        "transfers": Row(
            doc=Bilingual("la mention des transferts", "speaking of transfers"),
            question=Bilingual(
                "« {it} » annonce-t-elle des transferts hors de l'EEE ?",
                'Does "{it}" announce transfers outside the EEA?',
            ),
            clause=yes_no(
                (
                    "« {it} » annonce des transferts hors de l'EEE",
                    '"{it}" announces transfers outside the EEA',
                ),
                (
                    "« {it} » n'annonce pas de transferts hors de l'EEE",
                    '"{it}" announces no transfers outside the EEA',
                ),
            ),
            whose="author",
        ),
        "retention": Row(
            doc=Bilingual("la mention de la durée", "speaking of the period"),
            question=Bilingual(
                "« {it} » indique-t-elle la durée de conservation, ou ce qui la détermine ?",
                'Does "{it}" state the period of retention, or what determines it?',
            ),
            clause=yes_no(
                (
                    "« {it} » indique la durée de conservation, ou ce qui la détermine",
                    '"{it}" states the period of retention, or what determines it',
                ),
                (
                    "« {it} » n'indique ni la durée de conservation ni ce qui la détermine",
                    '"{it}" states neither the period of retention nor what determines it',
                ),
            ),
            whose="author",
        ),
        "kept_for": Row(
            doc=Bilingual("la durée annoncée", "the period announced"),
            question=Bilingual(
                "Quelle durée de conservation annonce « {it} » (une durée, telle que 3 mois) ?",
                'Which period of retention does "{it}" announce (a period, such as 3 months)?',
            ),
            clause=says(
                (
                    "« {it} » annonce cette durée de conservation : {value}",
                    '"{it}" announces this period of retention: {value}',
                ),
                {
                    "none": (
                        "« {it} » n'annonce aucune durée de conservation",
                        '"{it}" announces no period of retention',
                    ),
                    "unlimited": (
                        "« {it} » annonce une conservation sans limite de durée",
                        '"{it}" announces retention without a limit in time',
                    ),
                },
            ),
            whose="author",
        ),
        "leaves_out": Row(
            doc=Bilingual("les mentions qui manquent", "the points it leaves out"),
            question=Bilingual(
                "Quelles mentions des articles 13 et 14 manquent dans « {it} », lue en entier (identité, délégué, finalités, base légale, intérêts, droits, retrait, réclamation, source) ?",
                'Which points of articles 13 and 14 does "{it}", read in full, leave out (identity, officer, purposes, legal basis, interests, rights, withdrawal, complaint, source)?',
            ),
            clause=says(
                (
                    "les mentions qui manquent dans « {it} » sont : {value}",
                    'the points that "{it}" leaves out are: {value}',
                ),
                {
                    "none": (
                        "aucune mention des articles 13 et 14 ne manque dans « {it} »",
                        '"{it}" leaves out no point of articles 13 and 14',
                    )
                },
            ),
            whose="author",
        ),
        "indirect": Row(
            doc=Bilingual(
                "la collecte auprès d'autrui", "being about data not obtained from the people themselves"
            ),
            question=Bilingual(
                "« {it} » porte-t-elle sur des données qui ne viennent pas des personnes elles-mêmes (art. 14 RGPD) ?",
                'Is "{it}" about data not obtained from the people themselves (GDPR art. 14)?',
            ),
            clause=yes_no(
                (
                    "« {it} » porte sur des données qui ne viennent pas des personnes elles-mêmes",
                    '"{it}" is about data not obtained from the people themselves',
                ),
                (
                    "« {it} » ne porte pas sur des données venues d'ailleurs que des personnes elles-mêmes",
                    '"{it}" is not about data obtained from elsewhere than the people themselves',
                ),
            ),
            whose="author",
        ),
        "since": Row(
            doc=Bilingual("le premier jour", "the first day"),
            question=Bilingual(
                "Depuis quand « {it} » est-elle en vigueur ?", 'Since when is "{it}" in force?'
            ),
            clause=says(("« {it} » est en vigueur depuis : {value}", '"{it}" is in force since {value}')),
            whose="author",
        ),
        "until": Row(
            doc=Bilingual("le dernier jour", "the last day"),
            question=Bilingual(
                "« {it} » est-elle encore en vigueur à la date du cas, ou depuis quand ne l'est-elle plus ?",
                'Is "{it}" still in force on the date of the case, or since when is it not?',
            ),
            clause=says(("le dernier jour de « {it} » est : {value}", 'the last day of "{it}" is {value}')),
            whose="author",
        ),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
}

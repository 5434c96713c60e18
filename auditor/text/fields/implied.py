"""Rows of what holds for all that an activity sends without a flow that describes it: what follows from its record alone."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, says, yes_no

ROWS: Final[Rows] = {
    "derogation": Row(
        doc=Bilingual("la dérogation de l'article 49", "the derogation of art. 49"),
        question=Bilingual(
            "Une dérogation de l'article 49, § 1, RGPD est-elle invoquée pour « {it} », et laquelle ?",
            'Is a derogation of GDPR art. 49(1) relied on for "{it}", and which one?',
        ),
        clause=says(
            (
                "la dérogation de l'article 49, § 1, invoquée pour « {it} » est celle du point {value})",
                'the derogation of art. 49(1) relied on for "{it}" is that of point ({value})',
            ),
            {
                "none": (
                    "aucune dérogation de l'article 49 n'est invoquée pour « {it} »",
                    'no derogation of art. 49 is relied on for "{it}"',
                )
            },
        ),
        whose="controller",
    ),
    "regular": Row(
        doc=Bilingual("la répétition des envois", "the repetition of what is sent"),
        question=Bilingual(
            "Les envois de « {it} » sont-ils répétés ou systématiques, ou seulement occasionnels ?",
            'Is what "{it}" sends repeated or systematic, or occasional only?',
        ),
        clause=yes_no(
            (
                "les envois de « {it} » sont répétés ou systématiques",
                'what "{it}" sends is repeated or systematic',
            ),
            (
                "les envois de « {it} » ne sont ni répétés ni systématiques",
                'what "{it}" sends is neither repeated nor systematic',
            ),
        ),
        whose="controller",
    ),
    "arranged_by": Row(
        doc=Bilingual("qui organise l'envoi", "who arranges the sending"),
        question=Bilingual(
            "Qui organise l'envoi des données de « {it} » ?", 'Who arranges that the data of "{it}" is sent?'
        ),
        clause=says(
            (
                "qui organise l'envoi des données de « {it} » est {value}",
                'who arranges that the data of "{it}" is sent is {value}',
            ),
            {
                "none": (
                    "personne n'organise l'envoi des données de « {it} »",
                    'nobody arranges that the data of "{it}" is sent',
                )
            },
        ),
        whose="controller",
    ),
    "inquiry": Row(
        doc=Bilingual("la demande d'une autorité", "an authority's request"),
        question=Bilingual(
            "Les autorités publiques ne reçoivent-elles les données de « {it} » que pour une enquête particulière qu'elles mènent ?",
            'Do public authorities get the data of "{it}" only for a particular inquiry of theirs?',
        ),
        clause=yes_no(
            (
                "les autorités publiques ne reçoivent les données de « {it} » que pour une enquête particulière",
                'public authorities get the data of "{it}" for a particular inquiry only',
            ),
            (
                "les autorités publiques ne reçoivent pas les données de « {it} » pour une enquête particulière",
                'public authorities get the data of "{it}" for no particular inquiry',
            ),
        ),
        whose="controller",
    ),
}

"""One row per field of people."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, says
from auditor.text.fields.common import NOTE, TITLE

SECTIONS: Final[dict[str, Rows]] = {
    "people": {
        "title": TITLE,
        "country": Row(
            doc=Bilingual("le pays où elles vivent", "the country they live in"),
            question=Bilingual(
                "Dans quel pays vivent les personnes « {it} » ?",
                'In which country do the people "{it}" live?',
            ),
            clause=says(
                ("les personnes « {it} » vivent dans ce pays : {value}", 'the people "{it}" live in {value}'),
                {
                    "none": (
                        "les personnes « {it} » ne vivent dans aucun pays en particulier",
                        'the people "{it}" live in no country in particular',
                    )
                },
            ),
            whose="audited",
        ),
        "consent_age": Row(
            doc=Bilingual(
                "l'âge auquel la loi de leur pays laisse un enfant consentir seul",
                "the age at which the law of their country lets a child consent alone",
            ),
            question=Bilingual(
                "Dès quel âge la loi du pays où vivent les personnes « {it} » laisse-t-elle un enfant consentir seul à un service en ligne (art. 8 RGPD) ?",
                'From which age does the law of the country where the people "{it}" live let a child consent alone to an online service (GDPR art. 8)?',
            ),
            clause=says(
                (
                    "la loi du pays des personnes « {it} » laisse un enfant consentir seul à partir de : {value} ans",
                    'the law of the country of the people "{it}" lets a child consent alone from the age of {value}',
                )
            ),
            whose="audited",
        ),
        "since": Row(
            doc=Bilingual("le premier jour", "the first day"),
            question=Bilingual(
                "Depuis quand y a-t-il des personnes « {it} » ?", 'Since when are there people "{it}"?'
            ),
            clause=says(
                ("il y a des personnes « {it} » depuis : {value}", 'there are people "{it}" since {value}')
            ),
            whose="audited",
        ),
        "until": Row(
            doc=Bilingual("le dernier jour", "the last day"),
            question=Bilingual(
                "Y a-t-il encore des personnes « {it} » à la date du cas, ou depuis quand n'y en a-t-il plus ?",
                'Are there still people "{it}" on the date of the case, or since when are there none?',
            ),
            clause=says(
                (
                    "le dernier jour où il y a des personnes « {it} » est : {value}",
                    'the last day on which there are people "{it}" is {value}',
                )
            ),
            whose="audited",
        ),
        "note": NOTE,
    },
}

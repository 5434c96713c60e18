"""One row per field of the consent to an activity."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, says, yes_no
from auditor.text.fields.common import KNOWN, NOTE, SOURCE

ACTIVITIES_CONSENT_QUESTION: Final = Bilingual(
    "Par qui, par quel geste et pour quoi le consentement à « {it} » est-il donné ?",
    'By whom, by which gesture and for what is consent to "{it}" given?',
)
SECTIONS: Final[dict[str, Rows]] = {
    "activities.consent": {
        "by": Row(
            doc=Bilingual("qui donne le consentement", "who gives the consent"),
            question=ACTIVITIES_CONSENT_QUESTION,
            clause=says(
                ("l'accord à « {it} » est donné par {value}", 'the agreement to "{it}" is given by {value}'),
                {"none": ("personne ne donne d'accord à « {it} »", 'nobody gives an agreement to "{it}"')},
            ),
            whose="controller",
        ),
        "own": Row(
            doc=Bilingual("une case propre à la personne concernée", "the box being the data subject's own"),
            question=ACTIVITIES_CONSENT_QUESTION,
            clause=yes_no(
                (
                    "la case par laquelle on consent à « {it} » est celle de la personne concernée",
                    'the box by which one consents to "{it}" is the data subject\'s own',
                ),
                (
                    "la case par laquelle on consent à « {it} » n'est pas celle de la personne concernée",
                    'the box by which one consents to "{it}" is not the data subject\'s own',
                ),
            ),
            whose="controller",
        ),
        "how": Row(
            doc=Bilingual("le geste de consentement", "the gesture of consent"),
            question=ACTIVITIES_CONSENT_QUESTION,
            clause=says(
                (
                    "l'accord à « {it} » s'exprime par {value}",
                    'the agreement to "{it}" is expressed by {value}',
                ),
                {"none": ("aucun accord à « {it} » n'est recueilli", 'no agreement to "{it}" is taken')},
            ),
            whose="controller",
        ),
        "bundled": Row(
            doc=Bilingual("le couplage du consentement", "consent bundled with something else"),
            question=ACTIVITIES_CONSENT_QUESTION,
            clause=yes_no(
                (
                    "l'accord à « {it} » est lié à autre chose",
                    'the agreement to "{it}" is bundled with something else',
                ),
                (
                    "l'accord à « {it} » n'est lié à rien d'autre",
                    'the agreement to "{it}" is bundled with nothing else',
                ),
            ),
            whose="controller",
        ),
        "refusal": Row(
            doc=Bilingual("la liberté de refuser", "the freedom to refuse"),
            question=ACTIVITIES_CONSENT_QUESTION,
            clause=says(("le refus de « {it} » est : {value}", 'refusing "{it}" is {value}')),
            whose="controller",
        ),
        "age": Row(
            doc=Bilingual(
                "le plus jeune âge auquel la personne consent",
                "the youngest age at which the person consents",
            ),
            question=ACTIVITIES_CONSENT_QUESTION,
            clause=says(
                (
                    "l'accord à « {it} » est recueilli dès l'âge de {value} ans",
                    'the agreement to "{it}" is taken from the age of {value}',
                )
            ),
            whose="controller",
        ),
        "parental": Row(
            doc=Bilingual(
                "l'accord d'un titulaire de l'autorité parentale", "a holder of parental authority joining in"
            ),
            question=ACTIVITIES_CONSENT_QUESTION,
            clause=yes_no(
                (
                    "un titulaire de l'autorité parentale s'associe à l'accord à « {it} »",
                    'a holder of parental authority joins in the agreement to "{it}"',
                ),
                (
                    "aucun titulaire de l'autorité parentale ne s'associe à l'accord à « {it} »",
                    'no holder of parental authority joins in the agreement to "{it}"',
                ),
            ),
            whose="controller",
        ),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
}

"""One row per field of a flow on what a page makes a person's device send, store and read."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, each, says, yes_no

PAGE_REQUESTS: Final[Rows] = {
    "embedded_in": Row(
        doc=Bilingual("la page où l'élément est intégré", "the page in which the element is embedded"),
        question=Bilingual(
            "Dans quelle page l'élément « {it} » est-il intégré ?",
            'In which page is the element "{it}" embedded?',
        ),
        clause=says(
            ("l'élément « {it} » est intégré à {value}", 'the element "{it}" is embedded in {value}')
        ),
        whose="flow-controller",
    ),
    "loads": Row(
        doc=Bilingual("le moment du chargement", "when it loads"),
        question=Bilingual(
            "Les éléments « {it} » se chargent-ils à l'ouverture de la page, ou seulement après un clic ?",
            'Do the elements "{it}" load when the page opens, or only after a click?',
        ),
        clause=says(
            ("le chargement de « {it} » se fait ainsi : {value}", 'the loading of "{it}" happens so: {value}')
        ),
        whose="arranger",
    ),
    "trigger": Row(
        doc=Bilingual("le déclencheur", "the trigger"),
        question=Bilingual("Qu'est-ce qui déclenche le flux « {it} » ?", 'What triggers the flow "{it}"?'),
        clause=says(
            ("le déclencheur du flux « {it} » est {value}", 'the trigger of the flow "{it}" is {value}')
        ),
        whose="arranger",
    ),
    "consent_first": Row(
        doc=Bilingual("le consentement préalable", "consent beforehand"),
        question=Bilingual(
            "Un consentement est-il recueilli avant le flux « {it} » ?",
            'Is consent taken before the flow "{it}"?',
        ),
        clause=yes_no(
            (
                "un consentement est recueilli avant le flux « {it} »",
                'consent is taken before the flow "{it}"',
            ),
            (
                "aucun consentement n'est recueilli avant le flux « {it} »",
                'no consent is taken before the flow "{it}"',
            ),
        ),
        whose="arranger",
    ),
    "consent_state": Row(
        doc=Bilingual("l'état du consentement", "the state of consent"),
        question=Bilingual(
            "Dans quel état du consentement le flux « {it} » a-t-il lieu : avant tout choix, après un refus, après un accord, ou sans choix proposé ?",
            'In which state of consent does the flow "{it}" take place: before a choice, after a refusal, after an agreement, or with no choice offered?',
        ),
        clause=each(
            {
                "before-choice": (
                    "le flux « {it} » a lieu avant que la personne n'ait choisi",
                    'the flow "{it}" takes place before the person has chosen',
                ),
                "refused": (
                    "le flux « {it} » a lieu après que la personne a refusé",
                    'the flow "{it}" takes place after the person refused',
                ),
                "accepted": (
                    "le flux « {it} » a lieu après que la personne a accepté",
                    'the flow "{it}" takes place after the person accepted',
                ),
                "none-offered": (
                    "le flux « {it} » a lieu sans qu'un choix soit proposé",
                    'the flow "{it}" takes place without a choice being offered',
                ),
            }
        ),
        whose="arranger",
    ),
    "refusal": Row(
        doc=Bilingual("ce que coûte le refus", "what refusing costs"),
        question=Bilingual(
            "Refuser le flux « {it} » est-il aussi simple que l'accepter, et le service reste-t-il ouvert ?",
            'Is refusing the flow "{it}" as easy as accepting it, and does the service stay open?',
        ),
        clause=each(
            {
                "free": ("refuser le flux « {it} » ne coûte rien", 'refusing the flow "{it}" costs nothing'),
                "bars-service": (
                    "refuser le flux « {it} » prive du service",
                    'refusing the flow "{it}" bars the service',
                ),
                "harder": (
                    "refuser le flux « {it} » est plus difficile que l'accepter",
                    'refusing the flow "{it}" is harder than accepting it',
                ),
            }
        ),
        whose="arranger",
    ),
    "reads_terminal": Row(
        doc=Bilingual("l'écriture ou la lecture sur le terminal", "storing on or reading from the terminal"),
        question=Bilingual(
            "Le flux « {it} » écrit-il ou lit-il quelque chose sur le terminal de la personne (cookie, stockage local, SDK, pixel) ?",
            'Does the flow "{it}" store on or read from the person\'s device (cookie, local storage, SDK, pixel)?',
        ),
        clause=yes_no(
            (
                "le flux « {it} » écrit ou lit sur le terminal de la personne",
                'the flow "{it}" stores on or reads from the person\'s device',
            ),
            (
                "le flux « {it} » n'écrit ni ne lit rien sur le terminal de la personne",
                'the flow "{it}" stores nothing on and reads nothing from the person\'s device',
            ),
        ),
        whose="arranger",
    ),
    "exempt": Row(
        doc=Bilingual("l'exemption de consentement", "the exemption from consent"),
        question=Bilingual(
            "À quel titre le traceur du flux « {it} » serait-il exempté de consentement ?",
            'On what ground would the tracker of the flow "{it}" be exempt from consent?',
        ),
        clause=each(
            {
                "strictly-necessary": (
                    "le traceur du flux « {it} » est strictement nécessaire au service demandé",
                    'the tracker of the flow "{it}" is strictly necessary for the service asked for',
                ),
                "pure-transmission": (
                    "le traceur du flux « {it} » ne sert qu'à la transmission",
                    'the tracker of the flow "{it}" serves transmission alone',
                ),
                "audience-measurement": (
                    "le traceur du flux « {it} » est une mesure d'audience exemptée",
                    'the tracker of the flow "{it}" is exempt audience measurement',
                ),
                "none": (
                    "rien n'exempte de consentement le traceur du flux « {it} »",
                    'nothing exempts the tracker of the flow "{it}" from consent',
                ),
            }
        ),
        whose="arranger",
    ),
    "step": Row(
        doc=Bilingual("ce que fait la personne", "what the person is doing"),
        question=Bilingual(
            "Que fait la personne sur la page lorsque part le flux « {it} » (rendez-vous, recherche, compte, simple lecture) ?",
            'What is the person doing on the page when the flow "{it}" leaves (booking, search, account, browsing)?',
        ),
        clause=each(
            {
                "booking": (
                    "le flux « {it} » part pendant une prise de rendez-vous",
                    'the flow "{it}" leaves during a booking',
                ),
                "search": (
                    "le flux « {it} » part pendant une recherche",
                    'the flow "{it}" leaves during a search',
                ),
                "account": (
                    "le flux « {it} » part pendant l'usage d'un compte",
                    'the flow "{it}" leaves while an account is used',
                ),
                "browsing": (
                    "le flux « {it} » part pendant que la personne parcourt des pages",
                    'the flow "{it}" leaves while the person browses pages',
                ),
            }
        ),
        whose="arranger",
    ),
    "identifier": Row(
        doc=Bilingual("un identifiant joint", "an identifier going along"),
        question=Bilingual(
            "Un identifiant accompagne-t-il le flux « {it} » ?",
            'Does an identifier go along with the flow "{it}"?',
        ),
        clause=yes_no(
            ("un identifiant accompagne le flux « {it} »", 'an identifier goes along with the flow "{it}"'),
            (
                "aucun identifiant n'accompagne le flux « {it} »",
                'no identifier goes along with the flow "{it}"',
            ),
        ),
        whose="arranger",
    ),
    "referrer": Row(
        doc=Bilingual("le référent", "the referrer"),
        question=Bilingual(
            "L'adresse complète de la page accompagne-t-elle le flux « {it} », ou le référent est-il réduit ?",
            'Does the full page address go along with the flow "{it}", or is the referrer stripped?',
        ),
        clause=each(
            {
                "stripped": (
                    "le référent du flux « {it} » est réduit",
                    'the referrer of the flow "{it}" is stripped',
                ),
                "sent": (
                    "l'adresse complète de la page accompagne le flux « {it} »",
                    'the full page address goes along with the flow "{it}"',
                ),
            }
        ),
        whose="arranger",
    ),
    "attempted": Row(
        doc=Bilingual("le fait d'avoir été seulement tenté", "having been attempted only"),
        question=Bilingual(
            "La requête du flux « {it} » a-t-elle abouti, ou seulement été tentée ?",
            'Did the request of the flow "{it}" go through, or was it only attempted?',
        ),
        clause=yes_no(
            (
                "la requête du flux « {it} » a été tentée sans aboutir",
                'the request of the flow "{it}" was attempted and did not go through',
            ),
            ("la requête du flux « {it} » a abouti", 'the request of the flow "{it}" went through'),
        ),
        whose="arranger",
    ),
}

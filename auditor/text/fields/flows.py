"""One row per field of a flow: data that goes from one end to others."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, each, says, yes_no
from auditor.text.fields.common import KNOWN, NOTE, SOURCE, TITLE
from auditor.text.fields.page_requests import PAGE_REQUESTS

SECTIONS: Final[dict[str, Rows]] = {
    "flows": {
        "for": Row(
            doc=Bilingual("l'activité servie", "the activity served"),
            question=Bilingual(
                "Quelle activité sert le flux « {it} » ?", 'Which activity does the flow "{it}" serve?'
            ),
            clause=says(
                (
                    "le flux « {it} » sert l'activité « {value} »",
                    'the flow "{it}" serves the activity "{value}"',
                )
            ),
            whose="flow-controller",
        ),
        "from": Row(
            doc=Bilingual("le départ", "where it starts"),
            question=Bilingual("D'où part le flux « {it} » ?", 'Where does the flow "{it}" start?'),
            clause=says(("le flux « {it} » part {value:de}", 'the flow "{it}" leaves from {value}')),
            whose="flow-controller",
        ),
        "to": Row(
            doc=Bilingual("le destinataire", "the recipient"),
            question=Bilingual("Vers qui va le flux « {it} » ?", 'To whom does the flow "{it}" go?'),
            clause=says(
                ("le flux « {it} » va vers {value}", 'the flow "{it}" goes to {value}'),
                {"none": ("le flux « {it} » ne va vers personne", 'the flow "{it}" goes to nobody')},
            ),
            whose="flow-controller",
        ),
        "title": TITLE,
        "through": Row(
            doc=Bilingual("les relais", "the relays"),
            question=Bilingual(
                "Par quels relais passe le flux « {it} » ?", 'Through which relays does the flow "{it}" go?'
            ),
            clause=says(("le flux « {it} » passe par {value}", 'the flow "{it}" goes through {value}')),
            whose="flow-controller",
        ),
        "data": Row(
            doc=Bilingual("les données transportées", "the data carried"),
            question=Bilingual(
                "Quelles données transporte le flux « {it} » ?", 'Which data does the flow "{it}" carry?'
            ),
            clause=says(
                (
                    "les données que transporte le flux « {it} » sont : {value}",
                    'the data that the flow "{it}" carries is {value}',
                ),
                {"none": ("le flux « {it} » ne transporte aucune donnée", 'the flow "{it}" carries no data')},
            ),
            whose="flow-controller",
        ),
        "transport": Row(
            doc=Bilingual("la protection du transport", "the protection of the transport"),
            question=Bilingual(
                "Comment le transport du flux « {it} » est-il protégé ?",
                'How is the transport of the flow "{it}" protected?',
            ),
            clause=says(
                (
                    "le transport du flux « {it} » est protégé par {value}",
                    'the transport of the flow "{it}" is protected by {value}',
                ),
                {
                    "none": (
                        "le transport du flux « {it} » n'est pas protégé",
                        'the transport of the flow "{it}" is not protected',
                    )
                },
            ),
            whose="flow-controller",
        ),
        "content": Row(
            doc=Bilingual("la protection du contenu", "the protection of the content"),
            question=Bilingual(
                "Le contenu du flux « {it} » est-il chiffré avant l'envoi, au-delà du transport ?",
                'Is the content of the flow "{it}" encrypted before it is sent, beyond the transport?',
            ),
            clause=says(
                ("le contenu du flux « {it} » est {value}", 'the content of the flow "{it}" is {value}'),
                {
                    "none": (
                        "le contenu du flux « {it} » n'est pas protégé au-delà du transport",
                        'the content of the flow "{it}" is not protected beyond the transport',
                    )
                },
            ),
            whose="flow-controller",
        ),
        "keys": Row(
            doc=Bilingual("les détenteurs des clés", "the holders of the keys"),
            question=Bilingual(
                "Qui détient les clés du contenu du flux « {it} » ?",
                'Who holds the keys of the content of the flow "{it}"?',
            ),
            clause=says(
                (
                    "les détenteurs des clés du flux « {it} » sont : {value}",
                    'the holders of the keys of the flow "{it}" are {value}',
                ),
                {
                    "none": (
                        "personne ne détient de clés du flux « {it} »",
                        'nobody holds keys of the flow "{it}"',
                    )
                },
            ),
            whose="flow-controller",
        ),
        "network": Row(
            doc=Bilingual("le réseau", "the network"),
            question=Bilingual(
                "Par quel réseau passe le flux « {it} » ?", 'Over which network does the flow "{it}" go?'
            ),
            clause=says(
                ("le réseau du flux « {it} » est {value}", 'the network of the flow "{it}" is {value}')
            ),
            whose="flow-controller",
        ),
        "purpose": Row(
            doc=Bilingual("la finalité propre", "the purpose of its own"),
            question=Bilingual(
                "Quelle est la finalité du flux « {it} » ?", 'What is the purpose of the flow "{it}"?'
            ),
            clause=says(
                (
                    "la finalité propre du flux « {it} » est : {value}",
                    'the flow "{it}" has this purpose of its own: {value}',
                ),
                {
                    "none": (
                        "le flux « {it} » n'a pas de finalité propre",
                        'the flow "{it}" has no purpose of its own',
                    )
                },
            ),
            whose="flow-controller",
        ),
        "compatible": Row(
            doc=Bilingual(
                "le consentement, la loi ou l'analyse de compatibilité de l'article 6, § 4",
                "the consent, law or compatibility test of art. 6(4)",
            ),
            question=Bilingual(
                "La finalité du flux « {it} » repose-t-elle sur le consentement des personnes, sur une loi ou sur une analyse de compatibilité documentée (art. 6, § 4, du RGPD) ?",
                'Does the purpose of the flow "{it}" rest on people\'s consent, on a law or on a documented compatibility test (GDPR art. 6(4))?',
            ),
            clause=yes_no(
                (
                    "la finalité du flux « {it} » repose sur ce que demande l'article 6, § 4, du RGPD",
                    'the purpose of the flow "{it}" rests on what GDPR art. 6(4) asks for',
                ),
                (
                    "la finalité du flux « {it} » ne repose sur aucun consentement, aucune loi ni aucune analyse de compatibilité",
                    'the purpose of the flow "{it}" rests on no consent, no law and no compatibility test',
                ),
            ),
            whose="flow-controller",
        ),
        "kept_for": Row(
            doc=Bilingual("la durée de conservation chez le destinataire", "how long the recipient keeps it"),
            question=Bilingual(
                "Combien de temps le destinataire du flux « {it} » garde-t-il ce qu'il reçoit (une durée, telle que 3 mois) ?",
                'How long does the recipient of the flow "{it}" keep what it gets (a period, such as 3 months)?',
            ),
            clause=says(
                (
                    "le destinataire du flux « {it} » garde ce qu'il reçoit pendant cette durée : {value}",
                    'the recipient of the flow "{it}" keeps what it gets for this period: {value}',
                ),
                {
                    "none": (
                        "le destinataire du flux « {it} » ne garde rien",
                        'the recipient of the flow "{it}" keeps nothing',
                    ),
                    "unlimited": (
                        "le destinataire du flux « {it} » garde ce qu'il reçoit sans limite de durée",
                        'the recipient of the flow "{it}" keeps what it gets without a limit in time',
                    ),
                },
            ),
            whose="flow-controller",
        ),
        "erased": Row(
            doc=Bilingual(
                "l'effacement effectif de la copie du destinataire",
                "the copy of the recipient being in fact erased",
            ),
            question=Bilingual(
                "Le destinataire du flux « {it} » efface-t-il effectivement sa copie au terme ?",
                'Does the recipient of the flow "{it}" in fact erase its copy at the end?',
            ),
            clause=yes_no(
                (
                    "le destinataire du flux « {it} » efface effectivement sa copie au terme",
                    'the recipient of the flow "{it}" in fact erases its copy at the end',
                ),
                (
                    "le destinataire du flux « {it} » n'efface pas sa copie au terme",
                    'the recipient of the flow "{it}" does not erase its copy at the end',
                ),
            ),
            whose="flow-controller",
        ),
        "rights": Row(
            doc=Bilingual(
                "les droits qui atteignent la copie du destinataire",
                "the rights that reach the copy of the recipient",
            ),
            question=Bilingual(
                "Par quelle voie l'accès, la rectification, l'effacement et la restitution atteignent-ils la copie du destinataire de « {it} » ?",
                'By which path do access, rectification, erasure and return reach the copy of the recipient of "{it}"?',
            ),
            clause=says(
                (
                    "les droits qui atteignent la copie du destinataire de « {it} » sont : {value}",
                    'the rights that reach the copy of the recipient of "{it}" are {value}',
                ),
                {
                    "none": (
                        "aucun droit des personnes n'atteint la copie du destinataire de « {it} »",
                        'no right of people reaches the copy of the recipient of "{it}"',
                    )
                },
            ),
            whose="flow-controller",
        ),
        "arranged_by": Row(
            doc=Bilingual("qui organise l'envoi", "who arranges the sending"),
            question=Bilingual(
                "Qui organise l'envoi « {it} » (quel responsable fait envoyer l'appareil des personnes) ?",
                'Who arranges the sending "{it}" (which controller makes people\'s devices send)?',
            ),
            clause=says(
                ("qui organise l'envoi « {it} » est {value}", 'who arranges the sending "{it}" is {value}'),
                {"none": ("personne n'organise l'envoi « {it} »", 'nobody arranges the sending "{it}"')},
            ),
            whose="flow-controller",
        ),
        "tool": Row(
            doc=Bilingual("l'outil de transfert", "the transfer tool"),
            question=Bilingual(
                "Sur quel fondement (art. 45 ou 46 RGPD : adéquation, clauses types, BCR…) le flux « {it} » sort-il de l'EEE ?",
                'On which ground (GDPR art. 45 or 46: adequacy, standard clauses, BCR …) does the flow "{it}" leave the EEA?',
            ),
            clause=says(
                (
                    "l'outil de transfert du flux « {it} » est : {value}",
                    'the transfer tool of the flow "{it}" is {value}',
                ),
                {
                    "adequacy": (
                        "le flux « {it} » s'appuie sur une décision d'adéquation",
                        'the flow "{it}" relies on an adequacy decision',
                    ),
                    "none": (
                        "le flux « {it} » ne s'appuie sur aucun outil de transfert",
                        'the flow "{it}" relies on no transfer tool',
                    ),
                },
            ),
            whose="flow-controller",
        ),
        "derogation": Row(
            doc=Bilingual("la dérogation de l'article 49", "the derogation of art. 49"),
            question=Bilingual(
                "Une dérogation de l'article 49, § 1, RGPD est-elle invoquée pour le flux « {it} », et laquelle ?",
                'Is a derogation of GDPR art. 49(1) relied on for the flow "{it}", and which one?',
            ),
            clause=says(
                (
                    "la dérogation de l'article 49, § 1, invoquée pour le flux « {it} » est celle du point {value})",
                    'the derogation of art. 49(1) relied on for the flow "{it}" is that of point ({value})',
                ),
                {
                    "none": (
                        "aucune dérogation de l'article 49 n'est invoquée pour le flux « {it} »",
                        'no derogation of art. 49 is relied on for the flow "{it}"',
                    )
                },
            ),
            whose="flow-controller",
        ),
        "regular": Row(
            doc=Bilingual("la répétition de l'envoi", "the repetition of the sending"),
            question=Bilingual(
                "Le flux « {it} » est-il répété ou systématique, ou seulement occasionnel ?",
                'Is the flow "{it}" repeated or systematic, or occasional only?',
            ),
            clause=yes_no(
                (
                    "le flux « {it} » est répété ou systématique",
                    'the flow "{it}" is repeated or systematic',
                ),
                (
                    "le flux « {it} » n'est ni répété ni systématique",
                    'the flow "{it}" is neither repeated nor systematic',
                ),
            ),
            whose="flow-controller",
        ),
        "frequency": Row(
            doc=Bilingual("la fréquence de l'envoi", "how often it is sent"),
            question=Bilingual(
                "À quelle fréquence le flux « {it} » a-t-il lieu ?",
                'How often does the flow "{it}" run?',
            ),
            clause=says(
                (
                    "la fréquence du flux « {it} » est : {value}",
                    'the flow "{it}" runs: {value}',
                )
            ),
            whose="flow-controller",
        ),
        "inquiry": Row(
            doc=Bilingual("la demande d'une autorité", "an authority's request"),
            question=Bilingual(
                "Une autorité publique a-t-elle demandé les données de « {it} » pour une enquête particulière ?",
                'Did a public authority ask for the data of "{it}" for a particular inquiry?',
            ),
            clause=yes_no(
                (
                    "une autorité publique a demandé les données de « {it} » pour une enquête particulière",
                    'a public authority asked for the data of "{it}" for a particular inquiry',
                ),
                (
                    "le flux « {it} » ne répond à aucune enquête particulière d'une autorité publique",
                    'the flow "{it}" answers no particular inquiry of a public authority',
                ),
            ),
            whose="flow-controller",
        ),
        "paid": Row(
            doc=Bilingual(
                "le paiement des données par le destinataire", "payment for the data by the recipient"
            ),
            question=Bilingual(
                "Le destinataire du flux « {it} » paie-t-il l'émetteur pour les données, ou pour un service ?",
                'Does the recipient of the flow "{it}" pay the sender for the data, or for a service?',
            ),
            clause=yes_no(
                (
                    "le destinataire du flux « {it} » paie l'émetteur pour les données",
                    'the recipient of the flow "{it}" pays the sender for the data',
                ),
                (
                    "le destinataire du flux « {it} » ne paie pas l'émetteur pour les données",
                    'the recipient of the flow "{it}" does not pay the sender for the data',
                ),
                {
                    "for-a-service": (
                        "le destinataire du flux « {it} » paie l'émetteur pour un service",
                        'the recipient of the flow "{it}" pays the sender for a service',
                    )
                },
            ),
            whose="flow-controller",
        ),
        "access": Row(
            doc=Bilingual("le mode d'accès", "the kind of access"),
            question=Bilingual(
                "Le flux « {it} » se fait-il par envoi ou par accès à distance ?",
                'Does the flow "{it}" happen by sending or by remote access?',
            ),
            clause=each(
                {
                    "push": ("le flux « {it} » se fait par envoi", 'the flow "{it}" happens by sending'),
                    "remote": (
                        "le flux « {it} » se fait par accès à distance",
                        'the flow "{it}" happens by remote access',
                    ),
                }
            ),
            whose="flow-controller",
        ),
        "since": Row(
            doc=Bilingual("le premier jour", "the first day"),
            question=Bilingual(
                "Depuis quand le flux « {it} » existe-t-il ?", 'Since when does the flow "{it}" exist?'
            ),
            clause=says(("le flux « {it} » existe depuis : {value}", 'the flow "{it}" exists since {value}')),
            whose="flow-controller",
        ),
        "until": Row(
            doc=Bilingual("le dernier jour", "the last day"),
            question=Bilingual(
                "Le flux « {it} » a-t-il encore cours à la date du cas, ou quand a-t-il cessé ?",
                'Does the flow "{it}" still run on the date of the case, or when did it end?',
            ),
            clause=says(
                (
                    "le dernier jour du flux « {it} » est : {value}",
                    'the last day of the flow "{it}" is {value}',
                )
            ),
            whose="flow-controller",
        ),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
        **PAGE_REQUESTS,
    },
}

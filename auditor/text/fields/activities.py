"""One row per field of an activity."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.accountability import ROWS as ACCOUNTABILITY
from auditor.text.fields.base import Row, Rows, Without, each, says, yes_no
from auditor.text.fields.common import KNOWN, NOTE, SOURCE, TITLE
from auditor.text.fields.implied import ROWS as IMPLIED
from auditor.text.fields.record import ROWS as RECORD

SECTIONS: Final[dict[str, Rows]] = {
    "activities": {
        "title": TITLE,
        "purpose": Row(
            doc=Bilingual("la finalité", "the purpose"),
            question=Bilingual("Quelle est la finalité de « {it} » ?", 'What is the purpose of "{it}"?'),
            clause=says(("la finalité de « {it} » est : {value}", 'the purpose of "{it}" is: {value}')),
            whose="controller",
        ),
        "people": Row(
            doc=Bilingual("les personnes concernées", "the people concerned"),
            question=Bilingual(
                "Quelles personnes sont concernées par « {it} » ?", 'Which people does "{it}" concern?'
            ),
            clause=says(
                (
                    "les personnes concernées par « {it} » sont : {value}",
                    'the people "{it}" concerns are {value}',
                )
            ),
            whose="controller",
        ),
        "data": Row(
            doc=Bilingual("les données traitées", "the data processed"),
            question=Bilingual("Quelles données concerne « {it} » ?", 'Which data does "{it}" concern?'),
            clause=says(
                (
                    "les données que concerne « {it} » sont : {value}",
                    'the data that "{it}" concerns is {value}',
                ),
                {"none": ("« {it} » ne concerne aucune donnée", '"{it}" concerns no data')},
            ),
            whose="controller",
        ),
        "controller": Row(
            doc=Bilingual("le responsable du traitement", "the controller"),
            question=Bilingual(
                "Qui est responsable du traitement « {it} » ?", 'Who is the controller of "{it}"?'
            ),
            clause=says(
                ("le responsable de « {it} » est {value}", 'the controller of "{it}" is {value}'),
                {"none": ("« {it} » n'a pas de responsable désigné", '"{it}" has no controller named')},
            ),
            whose="controller",
        ),
        "joint": Row(
            doc=Bilingual("la décision commune des responsables", "the controllers deciding together"),
            question=Bilingual(
                "Les responsables de « {it} » en décident-ils ensemble, ou chacun pour soi ?",
                'Do the controllers of "{it}" decide together, or each for itself?',
            ),
            clause=each(
                {
                    "joint": (
                        "les responsables de « {it} » en décident ensemble",
                        'the controllers of "{it}" decide together',
                    ),
                    "separate": (
                        "les responsables de « {it} » en décident chacun pour soi",
                        'the controllers of "{it}" decide each for itself',
                    ),
                }
            ),
            whose="controller",
        ),
        "duties_by_law": Row(
            doc=Bilingual("des obligations réparties par la loi", "duties determined by law"),
            question=Bilingual(
                "Le droit de l'Union ou d'un État membre détermine-t-il les obligations de chacun des responsables de « {it} », et par quel texte ?",
                'Does Union or Member State law determine the duties of each controller of "{it}", and by which text?',
            ),
            clause=yes_no(
                (
                    "la loi détermine les obligations de chacun des responsables de « {it} »",
                    'law determines the duties of each controller of "{it}"',
                ),
                (
                    "aucune loi ne détermine les obligations de chacun des responsables de « {it} »",
                    'no law determines the duties of each controller of "{it}"',
                ),
            ),
            whose="controller",
        ),
        "processors": Row(
            doc=Bilingual("les sous-traitants", "the processors"),
            question=Bilingual(
                "Qui sont les sous-traitants de « {it} » ?", 'Who are the processors of "{it}"?'
            ),
            clause=says(
                ("les sous-traitants de « {it} » sont : {value}", 'the processors of "{it}" are {value}'),
                {"none": ("« {it} » n'a pas de sous-traitant", '"{it}" has no processor')},
            ),
            whose="controller",
        ),
        "own_use": Row(
            doc=Bilingual(
                "qui emploie aussi les données pour son compte", "who else uses the data for itself"
            ),
            question=Bilingual(
                "Qui emploie aussi les données de « {it} » pour son propre compte (amélioration, statistiques, évaluations, entraînement), et sur quelle instruction ?",
                'Who else uses the data of "{it}" for purposes of its own (improvement, statistics, ratings, training), and on whose instruction?',
            ),
            clause=says(
                (
                    "qui emploie aussi les données de « {it} » pour son propre compte : {value}",
                    'who else uses the data of "{it}" for purposes of its own: {value}',
                ),
                {
                    "none": (
                        "personne n'emploie les données de « {it} » pour son propre compte",
                        'nobody uses the data of "{it}" for purposes of its own',
                    )
                },
            ),
            whose="controller",
        ),
        "recipients": Row(
            doc=Bilingual("les destinataires inscrits au registre", "the recipients that the record names"),
            question=Bilingual(
                "Quels destinataires le registre indique-t-il pour « {it} » ?",
                'Which recipients does the record name for "{it}"?',
            ),
            clause=says(
                (
                    "les destinataires inscrits au registre pour « {it} » sont : {value}",
                    'the recipients that the record names for "{it}" are {value}',
                ),
                {
                    "none": (
                        "le registre n'inscrit aucun destinataire pour « {it} »",
                        'the record names no recipient for "{it}"',
                    )
                },
            ),
            whose="controller",
        ),
        "transfers": Row(
            doc=Bilingual("les pays tiers inscrits au registre", "the third countries that the record names"),
            question=Bilingual(
                "Quels pays tiers le registre indique-t-il pour « {it} » ?",
                'Which third countries does the record name for "{it}"?',
            ),
            clause=says(
                (
                    "les pays tiers inscrits au registre pour « {it} » sont : {value}",
                    'the third countries that the record names for "{it}" are {value}',
                ),
                {
                    "none": (
                        "le registre n'inscrit aucun pays tiers pour « {it} »",
                        'the record names no third country for "{it}"',
                    )
                },
            ),
            whose="controller",
        ),
        "legal_basis": Row(
            doc=Bilingual("la base légale", "the legal basis"),
            question=Bilingual(
                "Sur quelle base légale repose « {it} » ?", 'On which legal basis does "{it}" rest?'
            ),
            clause=says(
                ("la base légale de « {it} » est {value}", 'the legal basis of "{it}" is {value}'),
                {
                    "none": (
                        "la base légale de « {it} » est indiquée comme inexistante",
                        'the legal basis of "{it}" is stated as missing',
                    )
                },
            ),
            whose="controller",
        ),
        "special_basis": Row(
            doc=Bilingual("la condition de l'article 9, § 2", "the condition of art. 9(2)"),
            question=Bilingual(
                "Quelle condition de l'article 9, § 2, du RGPD permet « {it} » ?",
                'Which condition of GDPR art. 9(2) allows "{it}"?',
            ),
            clause=says(
                (
                    "la condition de l'article 9, § 2, du RGPD invoquée pour « {it} » est : {value}",
                    'the condition of GDPR art. 9(2) relied on for "{it}" is: {value}',
                ),
                {
                    "none": (
                        "aucune condition de l'article 9, § 2, du RGPD n'est invoquée pour « {it} »",
                        'no condition of GDPR art. 9(2) is relied on for "{it}"',
                    )
                },
            ),
            whose="controller",
        ),
        "consent": Row(
            doc=Bilingual("le recueil du consentement", "how consent is taken"),
            question=Bilingual(
                "Par qui, par quel geste et pour quoi le consentement à « {it} » est-il donné ?",
                'By whom, by which gesture and for what is consent to "{it}" given?',
            ),
            clause=Without("its own fields are told one by one"),
            whose="controller",
        ),
        "scale": Row(
            doc=Bilingual("l'échelle", "the scale"),
            question=Bilingual(
                "Combien de personnes sont concernées par « {it} » ?", 'How many people does "{it}" concern?'
            ),
            clause=each(
                {
                    "large": ("« {it} » est à grande échelle", '"{it}" is on a large scale'),
                    "small": ("« {it} » n'est pas à grande échelle", '"{it}" is not on a large scale'),
                }
            ),
            whose="controller",
        ),
        "retention": Row(
            doc=Bilingual(
                "la durée de conservation inscrite au registre", "the period of retention in the record"
            ),
            question=Bilingual(
                "Combien de temps les données de « {it} » sont-elles gardées (une durée, telle que 5 ans après le départ) ?",
                'How long is the data of "{it}" kept (a period, such as 5 years after leaving)?',
            ),
            clause=says(
                (
                    "la durée de conservation des données de « {it} » est : {value}",
                    'the data of "{it}" is kept for this period: {value}',
                ),
                {
                    "none": (
                        "le registre n'indique aucune durée de conservation pour « {it} »",
                        'the record states no period of retention for "{it}"',
                    ),
                    "unlimited": (
                        "les données de « {it} » sont gardées sans limite de durée",
                        'the data of "{it}" is kept without a limit in time',
                    ),
                },
            ),
            whose="controller",
        ),
        "measures": Row(
            doc=Bilingual("les mesures de sécurité", "the security measures"),
            question=Bilingual(
                "Quelles mesures de sécurité (art. 32 RGPD) valent pour « {it} » ?",
                'Which security measures (GDPR art. 32) hold for "{it}"?',
            ),
            clause=says(
                (
                    "les mesures de sécurité de « {it} » sont : {value}",
                    'the security measures of "{it}" are: {value}',
                ),
                {
                    "none": (
                        "aucune mesure de sécurité ne vaut pour « {it} »",
                        'no security measure holds for "{it}"',
                    )
                },
            ),
            whose="controller",
        ),
        "recorded": Row(
            doc=Bilingual("l'entrée produite du registre", "being the record's own entry"),
            question=Bilingual(
                "La fiche « {it} » est-elle l'entrée complète du registre ?",
                'Is the sheet "{it}" the complete entry of the record?',
            ),
            clause=yes_no(
                (
                    "la fiche « {it} » est l'entrée complète du registre",
                    'the sheet "{it}" is the complete entry of the record',
                ),
                (
                    "la fiche « {it} » n'est pas l'entrée complète du registre",
                    'the sheet "{it}" is not the complete entry of the record',
                ),
            ),
            whose="controller",
        ),
        "needs": Row(
            doc=Bilingual(
                "les données dont chaque destinataire a besoin", "the data that each recipient needs"
            ),
            question=Bilingual(
                "De quelles données chaque destinataire de « {it} » a-t-il besoin, selon le responsable du traitement ?",
                'Which data does each recipient of "{it}" need, as the controller declares?',
            ),
            clause=says(
                (
                    "les données de « {it} » dont a besoin {key} sont : {value}",
                    'the data of "{it}" that {key} needs is {value}',
                ),
                {"none": ("{key} n'a besoin d'aucune donnée de « {it} »", '{key} needs no data of "{it}"')},
            ),
            whose="controller",
        ),
        "on_by_default": Row(
            doc=Bilingual("l'activation par défaut", "being on by default"),
            question=Bilingual(
                "L'activité « {it} » est-elle en service sans que la personne l'ait choisi ?",
                'Is "{it}" on without the person having chosen it?',
            ),
            clause=yes_no(
                (
                    "l'activité « {it} » est en service sans que la personne l'ait choisi",
                    '"{it}" is on without the person having chosen it',
                ),
                (
                    "l'activité « {it} » n'est en service que si la personne l'a choisi",
                    '"{it}" is on only if the person has chosen it',
                ),
            ),
            whose="controller",
        ),
        "necessary": Row(
            doc=Bilingual("la nécessité pour la finalité", "being necessary for the purpose"),
            question=Bilingual(
                "« {it} » est-il nécessaire à la finalité, et où est-ce documenté ?",
                'Is "{it}" necessary for the purpose, and where is that documented?',
            ),
            clause=yes_no(
                ("« {it} » est nécessaire à la finalité", '"{it}" is necessary for the purpose'),
                ("« {it} » n'est pas nécessaire à la finalité", '"{it}" is not necessary for the purpose'),
            ),
            whose="controller",
        ),
        "for_children": Row(
            doc=Bilingual("l'offre directe à des enfants", "being offered directly to children"),
            question=Bilingual(
                "« {it} » est-il un service en ligne proposé directement à des enfants ?",
                'Is "{it}" an online service offered directly to children?',
            ),
            clause=yes_no(
                (
                    "« {it} » est un service en ligne proposé directement à des enfants",
                    '"{it}" is an online service offered directly to children',
                ),
                (
                    "« {it} » n'est pas un service en ligne proposé directement à des enfants",
                    '"{it}" is no online service offered directly to children',
                ),
            ),
            whose="controller",
        ),
        "dpia": Row(
            doc=Bilingual("l'analyse d'impact", "the impact assessment"),
            question=Bilingual(
                "Une analyse d'impact (art. 35 RGPD) couvre-t-elle « {it} », et est-elle complète ?",
                'Is there an impact assessment (GDPR art. 35) of "{it}", and is it complete?',
            ),
            clause=yes_no(
                ("une analyse d'impact couvre « {it} »", 'an impact assessment covers "{it}"'),
                ("aucune analyse d'impact ne couvre « {it} »", 'no impact assessment covers "{it}"'),
                {
                    "incomplete": (
                        "l'analyse d'impact de « {it} » est incomplète",
                        'the impact assessment of "{it}" is incomplete',
                    )
                },
            ),
            whose="controller",
        ),
        **ACCOUNTABILITY,
        **RECORD,
        **IMPLIED,
        "care": Row(
            doc=Bilingual("le recueil à l'occasion de soins", "being collected in care"),
            question=Bilingual(
                "Les données de « {it} » sont-elles recueillies à l'occasion de prévention, de diagnostic, de soins ou de suivi social ?",
                'Is the data of "{it}" collected in prevention, diagnosis, care or social follow-up?',
            ),
            clause=yes_no(
                (
                    "les données de « {it} » sont recueillies à l'occasion de soins",
                    'the data of "{it}" is collected in care',
                ),
                (
                    "les données de « {it} » ne sont pas recueillies à l'occasion de soins",
                    'the data of "{it}" is not collected in care',
                ),
            ),
            whose="controller",
        ),
        "alone": Row(
            doc=Bilingual("un professionnel exerçant seul", "a professional practising alone"),
            question=Bilingual(
                "Le responsable de « {it} » est-il un professionnel exerçant seul ?",
                'Is the controller of "{it}" a professional practising alone?',
            ),
            clause=yes_no(
                (
                    "le responsable de « {it} » est un professionnel exerçant seul",
                    'the controller of "{it}" is a professional practising alone',
                ),
                (
                    "le responsable de « {it} » n'est pas un professionnel exerçant seul",
                    'the controller of "{it}" is no professional practising alone',
                ),
            ),
            whose="controller",
        ),
        "sren_sensitive": Row(
            doc=Bilingual(
                "la sensibilité au sens de l'article 31 de la loi 2024-449",
                "being sensitive in the sense of art. 31 of Act 2024-449",
            ),
            question=Bilingual(
                "Les données de « {it} » remplissent-elles les deux critères de l'article 31 de la loi 2024-449 (nature, gravité d'une atteinte) ?",
                'Does the data of "{it}" meet both tests of art. 31 of French Act 2024-449 (kind of data, gravity of a breach)?',
            ),
            clause=yes_no(
                (
                    "les données de « {it} » remplissent les deux critères de l'article 31 de la loi 2024-449",
                    'the data of "{it}" meets both tests of art. 31 of Act 2024-449',
                ),
                (
                    "les données de « {it} » ne remplissent pas les deux critères de l'article 31 de la loi 2024-449",
                    'the data of "{it}" does not meet both tests of art. 31 of Act 2024-449',
                ),
            ),
            whose="controller",
        ),
        "sren_derogation": Row(
            doc=Bilingual(
                "la dérogation à l'article 31 de la loi 2024-449",
                "the derogation from art. 31 of Act 2024-449",
            ),
            question=Bilingual(
                "Une dérogation à l'article 31 de la loi 2024-449 a-t-elle été accordée pour « {it} », et jusqu'à quand ?",
                'Was a derogation from art. 31 of French Act 2024-449 granted for "{it}", and until when?',
            ),
            clause=yes_no(
                (
                    "une dérogation à l'article 31 de la loi 2024-449 a été accordée pour « {it} »",
                    'a derogation from art. 31 of Act 2024-449 was granted for "{it}"',
                ),
                (
                    "aucune dérogation à l'article 31 de la loi 2024-449 n'a été accordée pour « {it} »",
                    'no derogation from art. 31 of Act 2024-449 was granted for "{it}"',
                ),
            ),
            whose="controller",
        ),
        "since": Row(
            doc=Bilingual("le premier jour", "the first day"),
            question=Bilingual("Depuis quand « {it} » a-t-elle lieu ?", 'Since when does "{it}" take place?'),
            clause=says(("« {it} » a lieu depuis : {value}", '"{it}" takes place since {value}')),
            whose="controller",
        ),
        "until": Row(
            doc=Bilingual("le dernier jour", "the last day"),
            question=Bilingual(
                "« {it} » a-t-elle encore lieu à la date du cas, ou quand a-t-elle cessé ?",
                'Does "{it}" still take place on the date of the case, or when did it end?',
            ),
            clause=says(("le dernier jour de « {it} » est : {value}", 'the last day of "{it}" is {value}')),
            whose="controller",
        ),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
}

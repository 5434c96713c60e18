"""Rows of what the record of processing says of an activity beside the points that rules hold against flows (GDPR art. 30)."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Pair, Row, Rows, Values, Without, aside, says, yes_no
from auditor.text.fields.common import KNOWN, NOTE, SOURCE, TITLE

_TOLD: Final = Without("its own fields are told one by one")
_OF_THE_SHEET: Final = "it is about the sheet in the record, and says nothing of the processing"


def _stated(doc: Pair, question: Pair, clause: Pair, values: Values | None = None) -> Row:
    """Give the row of what the controller's record states."""
    return Row(
        doc=Bilingual(*doc),
        question=Bilingual(*question),
        clause=says(clause, values),
        whose="controller",
    )


def _answered(doc: Pair, question: Pair, yes: Pair, no: Pair) -> Row:
    return Row(doc=Bilingual(*doc), question=Bilingual(*question), clause=yes_no(yes, no), whose="controller")


_RETENTION: Final = Bilingual(
    "Combien de temps {key:de} de « {it} » sont-elles gardées en base active, puis en archivage intermédiaire, et que deviennent-elles ?",
    'How long is {key} of "{it}" kept in use, then in intermediate archive, and what becomes of it?',
)
ROWS: Final[Rows] = {
    "ref": aside("le numéro au registre", "the number in the record", "it names the entry"),
    "service": _stated(
        ("le service chargé du traitement", "the department in charge"),
        ("Quel service est chargé de « {it} » ?", 'Which department is in charge of "{it}"?'),
        ("le service chargé de « {it} » est : {value}", 'the department in charge of "{it}" is: {value}'),
    ),
    "software": _stated(
        ("le logiciel employé", "the software used"),
        (
            "Avec quel logiciel « {it} » est-il mis en œuvre, et qui l'exploite ?",
            'With which software is "{it}" done, and who runs it?',
        ),
        ("« {it} » emploie ce logiciel : {value}", '"{it}" is done with this software: {value}'),
    ),
    "purposes": Row(
        doc=Bilingual("les autres finalités", "the further purposes"),
        question=Bilingual(
            "Quelles sont les autres finalités de « {it} », et sur quelle base légale repose chacune ?",
            'Which further purposes has "{it}", and on which legal basis does each rest?',
        ),
        clause=_TOLD,
        whose="controller",
    ),
    "legal_text": _stated(
        ("le texte qui oblige ou confie la mission", "the text that obliges or entrusts the task"),
        (
            "Quel texte impose « {it} », ou confie la mission ?",
            'Which text obliges to "{it}", or entrusts the task?',
        ),
        ("« {it} » est imposé par ce texte : {value}", '"{it}" is required by this text: {value}'),
    ),
    "interest": _stated(
        ("l'intérêt légitime poursuivi", "the legitimate interest pursued"),
        (
            "Quel intérêt légitime « {it} » poursuit-il ?",
            'Which legitimate interest is pursued by "{it}"?',
        ),
        ("« {it} » poursuit cet intérêt : {value}", '"{it}" pursues this interest: {value}'),
    ),
    "interest_assessment": _stated(
        ("la mise en balance de l'intérêt légitime", "the balancing of the legitimate interest"),
        (
            "L'intérêt légitime de « {it} » a-t-il été mis en balance par écrit ?",
            'Was the legitimate interest of "{it}" weighed in writing?',
        ),
        ("la mise en balance pour « {it} » est {value}", 'the balancing for "{it}" is {value}'),
        {
            "done": ("une mise en balance de « {it} » existe", 'the balancing for "{it}" was done'),
            "none": ("aucune mise en balance de « {it} » n'existe", 'no balancing was done for "{it}"'),
        },
    ),
    "declares_special": _answered(
        ("ce que le registre dit lui-même des données sensibles", "what the record says of sensitive data"),
        (
            "Le registre indique-t-il que « {it} » porte sur des données sensibles ?",
            'Does the record say that "{it}" uses sensitive data?',
        ),
        (
            "le registre dit que « {it} » porte sur des données sensibles",
            'the record says that "{it}" uses sensitive data',
        ),
        (
            "le registre dit que « {it} » ne porte pas sur des données sensibles",
            'the record says that "{it}" uses no sensitive data',
        ),
    ),
    "retentions": Row(
        doc=Bilingual("la durée de conservation par catégorie", "the period of retention by category"),
        question=_RETENTION,
        clause=_TOLD,
        whose="controller",
    ),
    "internal": _stated(
        ("les services internes qui ont accès", "the internal services that have access"),
        (
            "Quels services internes ont accès aux données de « {it} » ?",
            'Which internal services have access to the data of "{it}"?',
        ),
        (
            "les services internes qui ont accès aux données de « {it} » sont : {value}",
            'the internal services with access to the data of "{it}" are: {value}',
        ),
        {"none": ("« {it} » n'a aucun destinataire interne", '"{it}" has no internal recipient')},
    ),
    "tool": _stated(
        ("la garantie de transfert", "the tool of transfer"),
        (
            "Sur quel fondement (art. 45 ou 46 RGPD) les données de « {it} » sortent-elles de l'EEE ?",
            'On which ground (GDPR art. 45 or 46) does the data of "{it}" leave the EEA?',
        ),
        (
            "le registre indique pour « {it} » cette garantie de transfert : {value}",
            'the record names this tool of transfer for "{it}": {value}',
        ),
        {
            "none": (
                "le registre n'indique aucune garantie de transfert pour « {it} »",
                'the record names no tool of transfer for "{it}"',
            )
        },
    ),
    "locations": _stated(
        ("les pays où le registre situe les données", "the countries where the record says the data is"),
        (
            "Dans quels pays le registre situe-t-il les données de « {it} » ?",
            'In which countries does the record say the data of "{it}" is kept?',
        ),
        (
            "le registre situe les données de « {it} » en : {value}",
            'the record says that the data of "{it}" is kept in {value}',
        ),
        {
            "none": (
                "le registre ne situe pas les données de « {it} »",
                'the record does not say where the data of "{it}" is kept',
            )
        },
    ),
    "collected_from": _stated(
        ("l'origine des données", "the origin of the data"),
        ("D'où viennent les données de « {it} » ?", 'Where does the data of "{it}" come from?'),
        ("les données de « {it} » viennent de : {value}", 'the data of "{it}" comes from: {value}'),
    ),
    "automated_decision": _answered(
        ("une décision automatisée", "a decision by automated means"),
        (
            "« {it} » prend-il des décisions sur les personnes par des moyens entièrement automatisés ?",
            'Does "{it}" take decisions about people by automated means alone?',
        ),
        ("« {it} » comprend une décision automatisée", '"{it}" takes decisions by automated means'),
        ("« {it} » ne comprend aucune décision automatisée", '"{it}" takes no decision by automated means'),
    ),
    "dpia_required": _answered(
        (
            "le besoin d'une analyse d'impact, selon le registre",
            "the need of an impact assessment, as recorded",
        ),
        (
            "A-t-il été décidé que « {it} » requiert une analyse d'impact ?",
            'Was it decided that "{it}" needs an impact assessment?',
        ),
        (
            "le registre dit que « {it} » requiert une analyse d'impact",
            'the record says that "{it}" needs an impact assessment',
        ),
        (
            "le registre dit que « {it} » ne requiert pas d'analyse d'impact",
            'the record says that "{it}" needs no impact assessment',
        ),
    ),
    "clients": _stated(
        ("les responsables pour le compte desquels il est effectué", "the controllers it is done for"),
        (
            "Pour le compte de quels responsables « {it} » est-il effectué ?",
            'For which controllers is "{it}" done?',
        ),
        (
            "« {it} » est effectué pour le compte de : {value}",
            '"{it}" is done on behalf of {value}',
        ),
        {"none": ("« {it} » n'est effectué pour aucun tiers", '"{it}" is done on behalf of nobody')},
    ),
    "operations": _stated(
        ("les opérations effectuées pour eux", "the operations carried out for them"),
        (
            "Quelles opérations « {it} » comprend-il pour les responsables ?",
            'Which operations does "{it}" comprise for the controllers?',
        ),
        ("« {it} » comprend ces opérations : {value}", '"{it}" comprises these operations: {value}'),
    ),
    "entry": aside("la fiche au registre", "the sheet in the record", _OF_THE_SHEET),
}


def _period(doc: Pair, clause: Pair) -> Row:
    return Row(doc=Bilingual(*doc), question=_RETENTION, clause=says(clause), whose="controller")


SECTIONS: Final[dict[str, Rows]] = {
    "activities.purposes": {
        "title": TITLE,
        "legal_basis": Row(
            doc=Bilingual("la base légale de la finalité", "the legal basis of the purpose"),
            question=Bilingual(
                "Sur quelle base légale reposent les autres finalités de « {it} » ?",
                'On which legal basis do the further purposes of "{it}" rest?',
            ),
            clause=says(
                (
                    "une finalité de « {it} » repose sur : {value}",
                    'a purpose of "{it}" rests on {value}',
                ),
                {
                    "none": (
                        "la base légale d'une finalité de « {it} » est indiquée comme inexistante",
                        'the legal basis of a purpose of "{it}" is stated as missing',
                    )
                },
            ),
            whose="controller",
        ),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
    "activities.retentions": {
        "active": _period(
            ("la durée en base active", "the time in use"),
            (
                "la durée en base active {key:de} pour « {it} » est : {value}",
                'the time in use of {key} for "{it}" is: {value}',
            ),
        ),
        "archive": _period(
            ("la durée en archivage intermédiaire", "the time in intermediate archive"),
            (
                "la durée en archivage intermédiaire {key:de} pour « {it} » est : {value}",
                'the time in intermediate archive of {key} for "{it}" is: {value}',
            ),
        ),
        "end": _period(
            ("ce que deviennent les données", "what becomes of the data"),
            (
                "à la fin, les données de « {it} » sont {value}",
                'in the end, the data of "{it}" is {value}',
            ),
        ),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
    "activities.entry": {
        "created": aside("le jour où elle fut faite", "the day on which it was made", _OF_THE_SHEET),
        "updated": aside("le jour de sa mise à jour", "the day on which it was last changed", _OF_THE_SHEET),
        "version": aside("sa version", "its version", _OF_THE_SHEET),
        "source": SOURCE,
        "note": NOTE,
    },
}

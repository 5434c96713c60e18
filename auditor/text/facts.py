"""What is said of facts whatever their field: that one is not known, a share, a certificate, a text of law."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Sentences, says
from auditor.text.grammar import both

#: The question on a field that has none of its own, by its noun.
ASK: Final = Bilingual("Qu'en est-il, pour {it}, de ceci : {doc} ?", "What holds, for {it}, of this: {doc}?")
NOT_KNOWN: Final = Bilingual(
    "pour {it}, le dossier laisse ceci inconnu : {doc}", "for {it}, the case leaves this unknown: {doc}"
)
NOT_PRODUCED: Final = Bilingual(
    "pour {it}, ceci a été demandé et n'a pas été produit : {doc}",
    "for {it}, this was asked for and not produced: {doc}",
)
#: A premise on a field that says how or where something is known, by its noun.
NOTED: Final = Bilingual("pour {it}, {doc} : {value}", "for {it}, {doc}: {value}")
LINK: Final = Bilingual("{owner} et {owned}", "{owner} and {owned}")

#: Section of the knowledge base → what a premise says of an entry; of one that has ended, under `ended`; of one in force of which the end is set, under `ends`.
LAW: Final[dict[str, Sentences]] = {
    "instruments": says(("le texte invoqué est : {title}", "the instrument relied upon is: {title}")),
    "adequacy": says(
        (
            "la décision d'adéquation {cite} ({title}) est en vigueur {since:depuis}",
            "the adequacy decision {cite} ({title}) is in force since {since}",
        ),
        {
            "ends": (
                "la décision d'adéquation {cite} ({title}) est en vigueur {since:du} {until:au}",
                "the adequacy decision {cite} ({title}) is in force from {since} to {until}",
            ),
            "ended": (
                "la décision d'adéquation {cite} ({title}) a été en vigueur {since:du} {until:au}",
                "the adequacy decision {cite} ({title}) was in force from {since} to {until}",
            ),
        },
    ),
    "problematic": says(
        (
            "{since:depuis}, il est établi que ce droit prive l'outil d'effet : {title}",
            "since {since}, this law is shown to defeat the tool: {title}",
        ),
        {
            "ended": (
                "{since:du} {until:au}, il est établi que ce droit prive l'outil d'effet : {title}",
                "from {since} to {until}, this law is shown to defeat the tool: {title}",
            )
        },
    ),
    "bridges": says(
        (
            "{since:depuis}, l'envoi n'est pas tenu pour un transfert ({title})",
            "since {since}, sending is not considered a transfer ({title})",
        ),
        {
            "ended": (
                "{since:du} {until:au}, l'envoi n'est pas tenu pour un transfert ({title})",
                "from {since} to {until}, sending is not considered a transfer ({title})",
            )
        },
    ),
}

VOTES: Final = Bilingual("des votes", "the votes")
SHARES: Final = Bilingual("des parts", "the shares")
RANGE: Final = Bilingual("de {low} à {high} % {what}", "from {low} to {high} % of {what}")
PERCENT: Final = Bilingual("{share} % {what}", "{share} % of {what}")
SOME_OF: Final = Bilingual("{share} {what}", "{share} of {what}")
#: What a share is called where no number is stated.
SHARE_WORDS: Final[dict[str, Bilingual]] = {
    "majority": Bilingual("la majorité", "the majority"),
    "minority": Bilingual("une minorité", "a minority"),
    "none": Bilingual("aucune part", "no part"),
    "unknown": Bilingual("une part inconnue", "an unknown part"),
    "not-produced": Bilingual("une part demandée et non produite", "a part asked for and not produced"),
}
#: What a link without votes or shares holds, by its kind.
LINK_WORDS: Final[dict[str, Bilingual]] = {
    "": Bilingual("une part inconnue", "an unknown part"),
    "consolidated": Bilingual(
        "le contrôle comptable (consolidation)", "control in the accounts (consolidation)"
    ),
    "board": Bilingual("la nomination du conseil", "the appointment of the board"),
    "contract": Bilingual("le contrôle par contrat", "control by contract"),
    "minority": Bilingual("une part minoritaire", "a minority part"),
    "veto": Bilingual("un droit de veto au sein", "a veto within"),
    "licence": Bilingual("une licence utile à l'activité", "a licence that serves the activity"),
    "keys": Bilingual("des clés", "keys"),
    "officers": Bilingual("des dirigeants communs avec ceux", "officers in common with those"),
    "operations": Bilingual("l'exploitation technique", "the technical operations"),
}

#: Schemes of certificates whose name is not their id in capitals.
SCHEMES: Final = {"secnumcloud": "SecNumCloud", "dpf": "Data Privacy Framework"}
CERTIFICATE: Final = Bilingual("{scheme} ({more})", "{scheme} ({more})")
VERSION: Final = Bilingual("version {value}", "version {value}")
REPORT_TYPE: Final = Bilingual("type {value}", "type {value}")
OFFER: Final = Bilingual("offre : {value}", "offer: {value}")
SCOPE: Final = Bilingual("périmètre : {value}", "scope: {value}")
NO_SCOPE: Final = Bilingual("non précisé", "not stated")
#: What was so in a period, beside what was so in others.
IN_PERIOD: Final = Bilingual("{clause} ({when})", "{clause} ({when})")
SINCE: Final = Bilingual("{value:depuis}", "since {value}")
UNTIL: Final = Bilingual("jusqu'{value:au}", "until {value}")

#: Activities of hosting health data by their number in art. R.1111-9 of the French Public Health Code; certificates may number
#: them otherwise, so that the words count.
HOSTING_ACTIVITIES: Final = {
    "1": Bilingual("sites physiques (1)", "physical sites (1)"),
    "2": Bilingual("infrastructure matérielle (2)", "hardware (2)"),
    "3": Bilingual("infrastructure virtuelle (3)", "virtual infrastructure (3)"),
    "4": Bilingual("plateforme d'applications (4)", "application platform (4)"),
    "5": Bilingual("administration et exploitation (5)", "administration and operation (5)"),
    "6": Bilingual("sauvegardes (6)", "backups (6)"),
}


def scheme(name: str) -> Bilingual:
    """Give the name of the scheme of a certificate, which may be numbered (`hds~2`)."""
    bare = name.partition("~")[0]
    return both(SCHEMES.get(bare, bare.upper().replace("-", " ")))

"""How conditions on each field read as clauses of a sentence, in French and in English.

A field without a phrase still reads, as its line of documentation and the words asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from auditor.model.result import Bilingual


@dataclass(frozen=True, slots=True)
class Flag:
    """A field that is a yes or a no: the clause for each."""

    yes: Bilingual
    no: Bilingual


@dataclass(frozen=True, slots=True)
class Clause:
    """What a field is: French subject and verb, English subject, verb and negated verb; what follows the verb is the value.

    `values` words values otherwise than the closed vocabulary does; `whole` gives the whole clause of a value, and its
    contrary. `verb` stands before a vowel as well.
    """

    fr: tuple[str, str]
    en: tuple[str, str, str]
    values: Mapping[str, Bilingual] | None = None
    whole: Mapping[str, Flag] | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number: what is counted, and how the number is written."""

    name: Bilingual
    unit: str = "{}"


Phrase = Flag | Clause | Amount

_LEVEL: Final = Amount(Bilingual("le niveau d'exposition", "the exposure level"), "E{}")
_LARGE: Final = {
    "large": Flag(
        Bilingual("le traitement est à grande échelle", "the processing is on a large scale"),
        Bilingual("le traitement n'est pas à grande échelle", "the processing is not on a large scale"),
    )
}
_SCALE: Final = Clause(("l'échelle du traitement", "est"), ("the scale of the processing", "is", "is not"), whole=_LARGE)
_ROLE_VALUES: Final = {
    "controller": Bilingual("le responsable du traitement", "the controller"),
    "processor": Bilingual("un sous-traitant", "a processor"),
    "third-party": Bilingual("un tiers", "a third party"),
    "none": Bilingual("une personne sans rôle", "somebody without a role"),
}


def _contains(fr: str, en: str, *, plural: bool = True) -> Clause:
    return Clause((fr, "comprennent" if plural else "comprend"), (en, "includes", "does not include"))


def _flag(yes: tuple[str, str], no: tuple[str, str]) -> Flag:
    return Flag(Bilingual(*yes), Bilingual(*no))


PHRASES: Final[dict[str, Phrase]] = {
    # hop
    "hop.carries": _contains("les données transportées", "the data carried"),
    "hop.transport": Clause(
        ("le transport", "est protégé par"),
        ("the transport", "is protected by", "is not protected by"),
        whole={
            "none": _flag(
                ("le transport n'est pas protégé", "the transport is not protected"),
                ("le transport est protégé", "the transport is protected"),
            )
        },
    ),
    "hop.content": Clause(
        ("le contenu", "est"),
        ("the content", "is", "is not"),
        whole={
            "none": _flag(
                ("le contenu n'est pas protégé au-delà du transport", "the content is not protected beyond the transport"),
                ("le contenu est protégé au-delà du transport", "the content is protected beyond the transport"),
            )
        },
    ),
    "hop.network": Clause(("le réseau", "est"), ("the network", "is", "is not")),
    "hop.same_operator": _flag(
        ("un même exploitant tient les deux bouts", "one operator holds both ends"),
        ("les deux bouts ont des exploitants différents", "the two ends have different operators"),
    ),
    "hop.embedded": _flag(
        ("l'envoi vient d'un élément intégré à une page", "the sending comes from an element embedded in a page"),
        ("l'envoi ne vient d'aucun élément intégré à une page", "the sending comes from no element embedded in a page"),
    ),
    "hop.loads": Clause(
        ("l'élément", "se charge"),
        ("the element", "loads", "does not load"),
        values={
            "at-once": Bilingual("d'emblée", "at once"),
            "click": Bilingual("au clic", "on a click"),
            "consent": Bilingual("après un consentement", "after consent"),
            "never": Bilingual("sans aucune requête", "without any request"),
        },
    ),
    "hop.trigger": Clause(("l'envoi", "est déclenché par"), ("the sending", "is triggered by", "is not triggered by")),
    "hop.consent_first": _flag(
        ("un consentement est recueilli avant l'envoi", "consent is taken before the sending"),
        ("aucun consentement n'est recueilli avant l'envoi", "no consent is taken before the sending"),
    ),
    "hop.to_role": Clause(("le destinataire", "est"), ("the recipient", "is", "is not"), values=_ROLE_VALUES),
    "hop.page_about": Clause(
        ("la page", "parle de"),
        ("the page", "is about", "is not about"),
        whole={
            "health": _flag(
                ("la page a trait à la santé", "the page is about health"),
                ("la page n'a pas trait à la santé", "the page is not about health"),
            )
        },
    ),
    # host
    "host.keeps": _contains("les données gardées", "the data kept"),
    "host.at_rest": Clause(
        ("le stockage", "est"),
        ("the storage", "is", "is not"),
        values={"none": Bilingual("sans protection", "without protection")},
    ),
    "host.backup": _flag(
        ("l'hôte est une sauvegarde", "the host is a backup"), ("l'hôte n'est pas une sauvegarde", "the host is no backup")
    ),
    "host.scale": _SCALE,
    "host.keys_with_operator": _flag(
        (
            "l'exploitant ou son groupe est parmi ceux qui peuvent déchiffrer",
            "the operator or its group is among those who can decrypt",
        ),
        ("ni l'exploitant ni son groupe ne peut déchiffrer", "neither the operator nor its group can decrypt"),
    ),
    "host.own_account": _flag(
        ("l'exploitant garde des données pour son propre compte", "the operator keeps data on its own account"),
        ("l'exploitant garde des données pour le compte d'autrui", "the operator keeps data on behalf of others"),
    ),
    "host.level": _LEVEL,
    "host.location": Clause(
        ("l'hôte", "se trouve sur le territoire"), ("the host", "is in the territory", "is not in the territory")
    ),
    # dataset
    "dataset.data": _contains("les données", "the data"),
    "dataset.copies": Amount(Bilingual("le nombre de copies", "the number of copies")),
    "dataset.worst_level": Amount(
        Bilingual("le niveau de la copie la plus exposée", "the level of the most exposed copy"), "E{}"
    ),
    # reading
    "reading.data": _contains("les données lues", "the data read"),
    "reading.passes_on": _flag(
        ("le lecteur les transmet plus loin", "the reader passes it on"),
        ("le lecteur ne les transmet pas plus loin", "the reader does not pass it on"),
    ),
    "reading.arrives": _flag(
        ("elles arrivent par un flux", "it arrives by a flow"), ("elles n'arrivent par aucun flux", "it arrives by no flow")
    ),
    "reading.role": Clause(("le lecteur", "est"), ("the reader", "is", "is not"), values=_ROLE_VALUES),
    "reading.declared": _flag(
        ("le lecteur est déclaré", "the reader is declared"), ("le lecteur n'est pas déclaré", "the reader is not declared")
    ),
    "reading.denied": _flag(
        ("une affirmation dit que le lecteur ne peut pas lire", "a claim says that the reader cannot read"),
        ("aucune affirmation ne dit que le lecteur ne peut pas lire", "no claim says that the reader cannot read"),
    ),
    "reading.how": Clause(
        ("le lecteur", "lit"),
        ("the reader", "reads", "does not read"),
        values={
            "end": Bilingual("comme destinataire", "as the recipient"),
            "use": Bilingual("dans le service qu'il exploite", "in the service it operates"),
            "machine": Bilingual("sur la machine qu'il exploite au-dessous", "on the machine it operates below"),
            "key": Bilingual("avec la clé", "with the key"),
        },
    ),
    # exposure
    "exposure.country": Clause(("le droit en cause", "est celui"), ("the law at stake", "is that", "is not that")),
    "exposure.by": Clause(
        ("ce droit", "atteint"),
        ("that law", "reaches", "does not reach"),
        values={
            "none": Bilingual("le dépositaire en rien", "the custodian in no way"),
            "dependency": Bilingual("le dépositaire par une dépendance", "the custodian through a dependency"),
            "presence": Bilingual("le dépositaire par un établissement", "the custodian through an establishment"),
            "control": Bilingual("le dépositaire par qui le contrôle", "the custodian through whoever controls it"),
            "direct": Bilingual("le dépositaire directement", "the custodian directly"),
            "unnamed": Bilingual("le dépositaire par un propriétaire inconnu", "the custodian through an unknown owner"),
        },
    ),
    "exposure.compels": _flag(
        ("la loi s'adresse à un tel dépositaire", "the law addresses such a custodian"),
        ("la loi ne s'adresse pas à un tel dépositaire", "the law does not address such a custodian"),
    ),
    "exposure.level": _LEVEL,
    "exposure.data": _contains("les données gardées", "the data kept"),
    "exposure.scale": _SCALE,
    "exposure.custody": Clause(
        ("le dépositaire", "est"),
        ("the custodian", "is", "is not"),
        values={
            "operator": Bilingual("l'exploitant de l'hôte", "the operator of the host"),
            "machine": Bilingual("l'exploitant de la machine au-dessous", "the operator of the machine below"),
            "customer": Bilingual("le client de l'hébergeur", "the customer of the host"),
        },
    ),
    # recipient
    "recipient.declared": _flag(
        (
            "l'information des personnes ou le registre le nomme, lui ou sa catégorie",
            "the notice or the record names it or its category",
        ),
        (
            "ni l'information des personnes ni le registre ne le nomme, lui ou sa catégorie",
            "neither the notice nor the record names it or its category",
        ),
    ),
    "recipient.data": _contains("les données reçues", "the data received"),
    "recipient.is": Clause(("le destinataire", "est"), ("the recipient", "is", "is not")),
    "recipient.role": Clause(("le destinataire", "est"), ("the recipient", "is", "is not"), values=_ROLE_VALUES),
    # activity
    "activity.legal_basis": Clause(
        ("la base légale", "est"),
        ("the legal basis", "is", "is not"),
        whole={
            "none": _flag(
                ("la base légale est indiquée comme inexistante", "the legal basis is stated as missing"),
                ("une base légale est indiquée", "a legal basis is stated"),
            )
        },
    ),
    "activity.scale": _SCALE,
    "activity.consent_how": Clause(
        ("le consentement", "s'exprime par"),
        ("consent", "is expressed by", "is not expressed by"),
        whole={
            "none": _flag(
                ("aucun consentement n'est recueilli", "no consent is taken"),
                ("un consentement est recueilli", "consent is taken"),
            )
        },
    ),
    "activity.consent_bundled": _flag(
        ("le consentement est lié à autre chose", "consent is bundled with something else"),
        ("le consentement n'est lié à rien d'autre", "consent is bundled with nothing else"),
    ),
    "activity.consent_refusal": Clause(
        ("le refus", "est"),
        ("refusal", "is", "is not"),
        whole={
            "bars-service": _flag(
                ("le refus prive du service", "refusing bars the service"),
                ("le refus ne prive pas du service", "refusing does not bar the service"),
            )
        },
    ),
    "activity.consent_by_people": _flag(
        ("le consentement vient de la personne concernée", "consent comes from the person concerned"),
        (
            "le consentement vient d'un autre que la personne concernée",
            "consent comes from someone other than the person concerned",
        ),
    ),
    "activity.data": _contains("les données traitées", "the data processed"),
    # organisation
    "organisation.holds": _contains("les données en garde", "the data in custody"),
    "organisation.controllers_shown": _flag(
        ("il est montré qui la contrôle", "it is shown who controls it"),
        ("il n'est pas montré qui la contrôle", "it is not shown who controls it"),
    ),
    "organisation.largest_outside_eu": Amount(
        Bilingual(
            "la plus grande part détenue hors de l'Union européenne", "the largest stake held from outside the European Union"
        ),
        "{} %",
    ),
    "organisation.all_outside_eu": Amount(
        Bilingual(
            "la somme des parts détenues hors de l'Union européenne", "the sum of stakes held from outside the European Union"
        ),
        "{} %",
    ),
    "organisation.veto_outside_eu": _flag(
        ("un droit de veto est détenu hors de l'Union européenne", "a veto is held from outside the European Union"),
        ("aucun droit de veto n'est détenu hors de l'Union européenne", "no veto is held from outside the European Union"),
    ),
    "organisation.seat_in_eu": _flag(
        ("son siège est dans l'Union européenne", "its seat is in the European Union"),
        ("son siège n'est pas dans l'Union européenne", "its seat is not in the European Union"),
    ),
    "organisation.is": Clause(("l'organisation", "est"), ("the organisation", "is", "is not")),
    "organisation.country": Clause(
        ("l'organisation", "relève du droit"), ("the organisation", "exists under the law", "does not exist under the law")
    ),
    # claim, question, scenario
    "claim.says": Clause(
        ("l'affirmation", "porte sur"),
        ("the claim", "is about", "is not about"),
        values={"end-to-end": Bilingual("un chiffrement de bout en bout", "encryption from end to end")},
    ),
    "claim.verdict": Clause(
        ("le résultat du contrôle", "est"),
        ("the verdict", "is", "is not"),
        whole={
            "contradicted": _flag(
                ("des faits documentés ou observés la contredisent", "documented or observed facts contradict it"),
                ("aucun fait documenté ou observé ne la contredit", "no documented or observed fact contradicts it"),
            ),
            "inconsistent": _flag(
                ("elle ne s'accorde pas avec ce que son auteur déclare", "it is not consistent with what its author declares"),
                ("elle s'accorde avec ce que son auteur déclare", "it is consistent with what its author declares"),
            ),
        },
    ),
    "claim.data": _contains("les données en cause", "the data concerned"),
    "question.asked": _flag(
        ("la question a été posée à une date connue", "the question was asked on a known date"),
        ("la question n'a pas été posée à une date connue", "the question was not asked on a known date"),
    ),
    "question.answered": _flag(
        ("une réponse a été donnée", "an answer was given"), ("aucune réponse n'a été donnée", "no answer was given")
    ),
    "scenario.changes": Clause(("l'hypothèse", "change"), ("the hypothesis", "changes", "does not change")),
    "scenario.worsens": _flag(
        ("de nouveaux constats apparaîtraient", "new findings would appear"),
        ("aucun constat nouveau n'apparaîtrait", "no new finding would appear"),
    ),
}

#: What follows `celui` or `sur le territoire`: a State as a French genitive, and in English after `of`.
STATES: Final[dict[str, tuple[str, str]]] = {
    "@eea": ("d'un État de l'Espace économique européen (EEE)", "a State of the European Economic Area (EEA)"),
    "@eu": ("d'un État membre de l'Union européenne", "a Member State of the European Union"),
    "@adequate": (
        "d'un État dont une décision d'adéquation couvre tout le territoire à la date du dossier",
        "a State wholly covered by an adequacy decision on the date of the case",
    ),
    "US": ("des États-Unis", "the United States"),
    "CA": ("du Canada", "Canada"),
    "CH": ("de la Suisse", "Switzerland"),
    "CN": ("de la Chine", "China"),
    "FR": ("de la France", "France"),
    "GB": ("du Royaume-Uni", "the United Kingdom"),
    "IL": ("d'Israël", "Israel"),
    "IN": ("de l'Inde", "India"),
    "JP": ("du Japon", "Japan"),
    "RU": ("de la Russie", "Russia"),
}

"""Phrases of what is kept, read and reached: hosts, copies, readings, exposures, organisations."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.rules.phrases.base import LEVEL, ROLES, SCALE, Amount, Clause, Phrase, contains, flag, worded

PHRASES: Final[dict[str, Phrase]] = {
    # host
    "host.keeps": contains("les données gardées", "the data kept"),
    "host.at_rest": Clause(
        ("le stockage", "est"),
        ("the storage", "is", "is not"),
        values={"none": Bilingual("sans protection", "without protection")},
    ),
    "host.backup": flag(
        ("l'hôte est une sauvegarde", "the host is a backup"),
        ("l'hôte n'est pas une sauvegarde", "the host is no backup"),
    ),
    "host.scale": SCALE,
    "host.keys_with_operator": flag(
        (
            "l'exploitant ou son groupe est parmi ceux qui peuvent déchiffrer",
            "the operator or its group is among those who can decrypt",
        ),
        (
            "ni l'exploitant ni son groupe ne peut déchiffrer",
            "neither the operator nor its group can decrypt",
        ),
    ),
    "host.own_account": flag(
        (
            "l'exploitant garde des données pour son propre compte",
            "the operator keeps data on its own account",
        ),
        (
            "l'exploitant garde des données pour le compte d'autrui",
            "the operator keeps data on behalf of others",
        ),
    ),
    "host.level": LEVEL,
    "host.location": Clause(
        ("l'hôte", "se trouve sur le territoire"),
        ("the host", "is in the territory", "is not in the territory"),
    ),
    # dataset
    "dataset.data": contains("les données", "the data"),
    "dataset.copies": Amount(Bilingual("le nombre de copies", "the number of copies")),
    "dataset.worst_level": Amount(
        Bilingual("le niveau de la copie la plus exposée", "the level of the most exposed copy"), "E{}"
    ),
    # reading
    "reading.data": contains("les données lues", "the data read"),
    "reading.passing": contains(
        "les données qui arrivent et repartent", "the data that arrives and is passed on"
    ),
    "reading.role": Clause(("le lecteur", "est"), ("the reader", "is", "is not"), values=ROLES),
    "reading.declared": flag(
        ("le lecteur est déclaré", "the reader is declared"),
        ("le lecteur n'est pas déclaré", "the reader is not declared"),
    ),
    "reading.denied": flag(
        ("une affirmation dit que le lecteur ne peut pas lire", "a claim says that the reader cannot read"),
        (
            "aucune affirmation ne dit que le lecteur ne peut pas lire",
            "no claim says that the reader cannot read",
        ),
    ),
    "reading.how": Clause(
        ("le lecteur", "lit"),
        ("the reader", "reads", "does not read"),
        values={
            "end": Bilingual("comme destinataire", "as the recipient"),
            "use": Bilingual("dans le service qu'il exploite", "in the service it operates"),
            "machine": Bilingual(
                "sur la machine qu'il exploite au-dessous", "on the machine it operates below"
            ),
            "key": Bilingual("avec la clé", "with the key"),
        },
    ),
    # exposure
    "exposure.country": Clause(
        ("le droit en cause", "est celui"), ("the law at stake", "is that", "is not that")
    ),
    "exposure.by": Clause(
        ("ce droit", "atteint"),
        ("that law", "reaches", "does not reach"),
        values={
            "none": Bilingual("le dépositaire en rien", "the custodian in no way"),
            "dependency": Bilingual(
                "le dépositaire par une dépendance", "the custodian through a dependency"
            ),
            "presence": Bilingual(
                "le dépositaire par un établissement", "the custodian through an establishment"
            ),
            "control": Bilingual(
                "le dépositaire par qui le contrôle", "the custodian through whoever controls it"
            ),
            "direct": Bilingual("le dépositaire directement", "the custodian directly"),
            "unnamed": Bilingual(
                "le dépositaire par un propriétaire inconnu", "the custodian through an unknown owner"
            ),
        },
    ),
    "exposure.compels": flag(
        ("la loi s'adresse à un tel dépositaire", "the law addresses such a custodian"),
        ("la loi ne s'adresse pas à un tel dépositaire", "the law does not address such a custodian"),
    ),
    "exposure.level": LEVEL,
    "exposure.data": contains("les données gardées", "the data kept"),
    "exposure.scale": SCALE,
    "exposure.custody": Clause(
        ("le dépositaire", "est"),
        ("the custodian", "is", "is not"),
        values={
            "operator": Bilingual("l'exploitant de l'hôte", "the operator of the host"),
            "machine": Bilingual(
                "l'exploitant de la machine au-dessous", "the operator of the machine below"
            ),
            "customer": Bilingual("le client de l'hébergeur", "the customer of the host"),
            "vendor": Bilingual("qui exploite des systèmes pour lui", "whoever runs systems for it"),
            "transit": Bilingual("qui lit les données à leur passage", "whoever reads the data as it passes"),
        },
    ),
    # organisation
    "organisation.holds": contains("les données en garde", "the data in custody"),
    "organisation.controllers_shown": flag(
        ("il est montré qui la contrôle", "it is shown who controls it"),
        ("il n'est pas montré qui la contrôle", "it is not shown who controls it"),
    ),
    "organisation.largest_outside_eu": Amount(
        Bilingual(
            "la plus grande part détenue hors de l'Union européenne",
            "the largest stake held from outside the European Union",
        ),
        "{} %",
    ),
    "organisation.all_outside_eu": Amount(
        Bilingual(
            "la somme des parts détenues hors de l'Union européenne",
            "the sum of stakes held from outside the European Union",
        ),
        "{} %",
    ),
    "organisation.veto_outside_eu": flag(
        (
            "un droit de veto est détenu hors de l'Union européenne",
            "a veto is held from outside the European Union",
        ),
        (
            "aucun droit de veto n'est détenu hors de l'Union européenne",
            "no veto is held from outside the European Union",
        ),
    ),
    "organisation.seat_in_eu": flag(
        ("son siège est dans l'Union européenne", "its seat is in the European Union"),
        ("son siège n'est pas dans l'Union européenne", "its seat is not in the European Union"),
    ),
    "organisation.is": Clause(("l'organisation", "est"), ("the organisation", "is", "is not")),
    "organisation.country": Clause(
        ("l'organisation", "relève du droit"),
        ("the organisation", "exists under the law", "does not exist under the law"),
    ),
    # host, continued: keys with another, health hosting
    "host.kind": Clause(
        ("le lieu", "est de ce genre :"), ("the place", "is of the kind", "is not of the kind")
    ),
    "host.keeper_reached": flag(
        (
            "un même État hors de l'EEE atteint l'exploitant et un tiers qui tient les clés",
            "one State outside the EEA reaches the operator and another who holds the keys",
        ),
        (
            "nul État hors de l'EEE n'atteint à la fois l'exploitant et un tiers qui tient les clés",
            "no State outside the EEA reaches both the operator and another who holds the keys",
        ),
    ),
    "host.keeper_level": Amount(
        Bilingual(
            "le niveau sous l'État qui atteint les deux", "the level under the State that reaches both"
        ),
        "E{}",
    ),
    "host.care": flag(
        (
            "les données de santé sont recueillies à l'occasion de soins",
            "the health data is collected in care",
        ),
        (
            "les données de santé ne sont pas recueillies à l'occasion de soins",
            "the health data is not collected in care",
        ),
    ),
    "host.in_france": flag(
        ("l'hôte est dans le champ du droit français", "the host is in the scope of French law"),
        ("l'hôte est hors du champ du droit français", "the host is out of the scope of French law"),
    ),
    "host.hds": flag(
        (
            "un certificat ou un agrément en cours couvre chaque activité d'hébergement",
            "a valid certificate or accreditation covers each hosting activity",
        ),
        (
            "le dossier dit qu'un certificat ou un agrément en cours manque pour une activité d'hébergement",
            "the file says that a valid certificate or accreditation is missing for a hosting activity",
        ),
    ),
    "host.hds_documented": flag(
        ("l'état des certificats est documenté", "the state of certificates is documented"),
        ("l'état des certificats n'est pas documenté", "the state of certificates is not documented"),
    ),
    "host.hds_version": Clause(
        ("le certificat HDS", "suit la version"),
        ("the HDS certificate", "follows version", "does not follow version"),
        values={"1": Bilingual("1", "1"), "2": Bilingual("2", "2")},
        whole={
            "none": flag(
                (
                    "le dossier dit que l'hôte n'a pas de certificat HDS",
                    "the file says that the host has no HDS certificate",
                ),
                ("l'hôte a un certificat HDS", "the host has an HDS certificate"),
            )
        },
    ),
    "host.secnumcloud": flag(
        ("ce service est qualifié SecNumCloud", "this service is SecNumCloud qualified"),
        ("ce service n'est pas qualifié SecNumCloud", "this service is not SecNumCloud qualified"),
    ),
    "host.transparency": Clause(
        ("la publication sur les accès de pays tiers", "est"),
        ("the publication on access from third countries", "is", "is not"),
        values=worded(
            published=("complète", "complete"),
            partial=("partielle", "partial"),
            qualified_sentence=(
                "la phrase prévue pour un service qualifié",
                "the sentence set for a qualified service",
            ),
            no_transfer_sentence=(
                "la phrase prévue sans transfert",
                "the sentence set where there is no transfer",
            ),
        ),
        whole={
            "none": flag(
                (
                    "la publication sur les accès de pays tiers n'a pas été trouvée",
                    "the publication on access from third countries was not found",
                ),
                (
                    "la publication sur les accès de pays tiers a été trouvée",
                    "the publication on access from third countries was found",
                ),
            )
        },
    ),
    "host.location_documented": flag(
        ("le lieu est documenté", "the location is documented"),
        ("le lieu n'est pas documenté", "the location is not documented"),
    ),
    "host.operator_is": Clause(("l'exploitant", "est"), ("the operator", "is", "is not")),
    "host.sren_sensitive": flag(
        (
            "il s'agit de données sensibles au sens de l'article 31 de la loi 2024-449, sans dérogation",
            "the data is sensitive in the sense of art. 31 of Act 2024-449, without derogation",
        ),
        (
            "il ne s'agit pas de données sensibles au sens de l'article 31 de la loi 2024-449",
            "the data is not sensitive in the sense of art. 31 of Act 2024-449",
        ),
    ),
    "dataset.same_level": flag(
        ("toutes les copies sont au même niveau", "all copies are at the same level"),
        ("les copies ne sont pas au même niveau", "the copies are not at the same level"),
    ),
    "reading.needs_clear": flag(
        ("son service suppose les données en clair", "its service needs clear data"),
        ("son service ne suppose pas les données en clair", "its service does not need clear data"),
    ),
    # copy
    "copy.keeps": contains("les données gardées", "the data kept"),
    "copy.limit": Clause(
        ("la durée de conservation", "est"),
        ("the period of retention", "is", "is not"),
        values=worded(
            limited=("limitée", "limited"),
            unlimited=("sans limite", "without a limit"),
            nothing=("sans objet", "without object"),
        ),
    ),
    "copy.beyond": flag(
        ("la copie est gardée au-delà de la durée annoncée", "the copy is kept beyond the period announced"),
        (
            "la copie n'est pas gardée au-delà de la durée annoncée",
            "the copy is not kept beyond the period announced",
        ),
    ),
    "copy.erased": flag(
        ("la copie est effacée au terme", "the copy is erased at the end"),
        ("la copie n'est pas effacée au terme", "the copy is not erased at the end"),
    ),
    "copy.out_of_reach": Clause(
        ("les droits qui n'atteignent pas la copie", "comprennent"),
        ("the rights that do not reach the copy", "include", "do not include"),
        values=worded(
            access=("l'accès", "access"),
            rectification=("la rectification", "rectification"),
            erasure=("l'effacement", "erasure"),
            **{"return": ("la restitution", "return at the end of the contract")},
        ),
    ),
    "copy.role": Clause(("qui garde la copie", "est"), ("who keeps the copy", "is", "is not"), values=ROLES),
    "organisation.outside_hands_on": flag(
        (
            "un tiers hors de l'Union européenne a la possibilité technique d'obtenir des données",
            "a third party outside the European Union has the technical possibility to obtain data",
        ),
        (
            "aucun tiers hors de l'Union européenne n'a la possibilité technique d'obtenir des données",
            "no third party outside the European Union has the technical possibility to obtain data",
        ),
    ),
    "organisation.sren_customer": flag(
        (
            "l'un de ses clients est soumis à l'article 31 de la loi 2024-449 (SREN)",
            "one of its customers is bound by art. 31 of Act 2024-449 (SREN)",
        ),
        (
            "aucun de ses clients n'est soumis à l'article 31 de la loi 2024-449 (SREN)",
            "none of its customers is bound by art. 31 of Act 2024-449 (SREN)",
        ),
    ),
    "organisation.secnumcloud_claimed": flag(
        ("la qualification SecNumCloud est invoquée", "a SecNumCloud qualification is claimed"),
        ("la qualification SecNumCloud n'est pas invoquée", "a SecNumCloud qualification is not claimed"),
    ),
}

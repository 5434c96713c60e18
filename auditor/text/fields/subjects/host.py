"""Words of the fields of `host`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import LEVEL, SCALE, Amount, Clause, FieldWords, contains, flag, worded
from auditor.text.fields.table import doc_of

NAME: Final = Bilingual("hôte", "host")
FIELDS: Final[dict[str, FieldWords]] = {
    "keeps": FieldWords(
        doc=doc_of("hosts", "keeps"), phrase=contains("les données gardées", "the data kept")
    ),
    "at_rest": FieldWords(
        doc=doc_of("hosts", "at_rest"),
        phrase=Clause(
            ("le stockage", "est"),
            ("the storage", "is", "is not"),
            values={"none": Bilingual("sans protection", "without protection")},
        ),
    ),
    "kind": FieldWords(
        doc=doc_of("hosts", "kind"),
        phrase=Clause(
            ("le lieu", "est de ce genre :"), ("the place", "is of the kind", "is not of the kind")
        ),
    ),
    "scale": FieldWords(doc=Bilingual("l'échelle", "the scale"), phrase=SCALE),
    "keys_with_operator": FieldWords(
        doc=Bilingual("des clés chez l'exploitant ou son groupe", "keys held by the operator or its group"),
        phrase=flag(
            (
                "l'exploitant ou son groupe est parmi ceux qui peuvent déchiffrer",
                "the operator or its group is among those who can decrypt",
            ),
            (
                "ni l'exploitant ni son groupe ne peut déchiffrer",
                "neither the operator nor its group can decrypt",
            ),
        ),
    ),
    "keeper_reached": FieldWords(
        doc=Bilingual(
            "des clés chez un tiers atteint par un État hors EEE",
            "keys held by another whom a State outside the EEA reaches",
        ),
        phrase=flag(
            (
                "un même État hors de l'EEE atteint l'exploitant et un tiers qui tient les clés",
                "one State outside the EEA reaches the operator and another who holds the keys",
            ),
            (
                "nul État hors de l'EEE n'atteint à la fois l'exploitant et un tiers qui tient les clés",
                "no State outside the EEA reaches both the operator and another who holds the keys",
            ),
        ),
    ),
    "keeper_level": FieldWords(
        doc=Bilingual(
            "le niveau sous l'État qui atteint aussi l'exploitant",
            "the level under the State that reaches the operator too",
        ),
        phrase=Amount(
            Bilingual(
                "le niveau sous l'État qui atteint les deux", "the level under the State that reaches both"
            ),
            "{}",
        ),
    ),
    "own_account": FieldWords(
        doc=Bilingual("le fait de garder ses propres données", "keeping data on its own account"),
        phrase=flag(
            (
                "l'exploitant garde des données pour son propre compte",
                "the operator keeps data on its own account",
            ),
            (
                "l'exploitant garde des données pour le compte d'autrui",
                "the operator keeps data on behalf of others",
            ),
        ),
    ),
    "level": FieldWords(doc=Bilingual("le niveau d'exposition", "the exposure level"), phrase=LEVEL),
    "care": FieldWords(
        doc=Bilingual(
            "des données de santé recueillies à l'occasion de soins", "health data collected in care"
        ),
        phrase=flag(
            (
                "les données de santé sont recueillies à l'occasion de soins",
                "the health data is collected in care",
            ),
            (
                "les données de santé ne sont pas recueillies à l'occasion de soins",
                "the health data is not collected in care",
            ),
        ),
    ),
    "in_france": FieldWords(
        doc=Bilingual("le champ du droit français", "being in the scope of French law"),
        phrase=flag(
            ("l'hôte est dans le champ du droit français", "the host is in the scope of French law"),
            ("l'hôte est hors du champ du droit français", "the host is out of the scope of French law"),
        ),
    ),
    "hds": FieldWords(
        doc=Bilingual(
            "un certificat ou agrément en cours pour chaque activité d'hébergement assurée",
            "a valid certificate or accreditation for each hosting activity performed",
        ),
        phrase=flag(
            (
                "un certificat ou un agrément en cours couvre chaque activité d'hébergement",
                "a valid certificate or accreditation covers each hosting activity",
            ),
            (
                "le dossier dit qu'un certificat ou un agrément en cours manque pour une activité d'hébergement",
                "the file says that a valid certificate or accreditation is missing for a hosting activity",
            ),
        ),
    ),
    "hds_documented": FieldWords(
        doc=Bilingual("l'état des certificats étant documenté", "the state of certificates being documented"),
        phrase=flag(
            ("l'état des certificats est documenté", "the state of certificates is documented"),
            ("l'état des certificats n'est pas documenté", "the state of certificates is not documented"),
        ),
    ),
    "hds_version": FieldWords(
        doc=Bilingual("la version du référentiel HDS", "the version of the HDS scheme"),
        phrase=Clause(
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
    ),
    "secnumcloud": FieldWords(
        doc=Bilingual(
            "la qualification SecNumCloud de ce service", "a SecNumCloud qualification of this service"
        ),
        phrase=flag(
            ("ce service est qualifié SecNumCloud", "this service is SecNumCloud qualified"),
            ("ce service n'est pas qualifié SecNumCloud", "this service is not SecNumCloud qualified"),
        ),
    ),
    "transparency": FieldWords(
        doc=doc_of("hosts", "transparency"),
        phrase=Clause(
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
    ),
    "location_documented": FieldWords(
        doc=Bilingual("le lieu étant documenté", "the location being documented"),
        phrase=flag(
            ("le lieu est documenté", "the location is documented"),
            ("le lieu n'est pas documenté", "the location is not documented"),
        ),
    ),
    "operator_is": FieldWords(
        doc=Bilingual("la nature de l'exploitant", "what the operator is"),
        phrase=Clause(("l'exploitant", "est"), ("the operator", "is", "is not")),
    ),
    "bound_by_sgb": FieldWords(
        doc=Bilingual(
            "un responsable soumis au § 393 du code social allemand, livre V",
            "a controller bound by § 393 of the German Social Code, Book V",
        ),
        phrase=flag(
            (
                "le § 393 du code social allemand, livre V, oblige un responsable",
                "§ 393 of the German Social Code, Book V, binds a controller",
            ),
            (
                "le § 393 du code social allemand, livre V, n'oblige aucun responsable",
                "§ 393 of the German Social Code, Book V, binds no controller",
            ),
        ),
    ),
    "c5_type_2": FieldWords(
        doc=Bilingual("une attestation C5 de type 2 en cours", "a valid C5 attestation of type 2"),
        phrase=flag(
            ("une attestation C5 de type 2 couvre l'hôte", "a C5 attestation of type 2 covers the host"),
            (
                "aucune attestation C5 de type 2 ne couvre l'hôte",
                "no C5 attestation of type 2 covers the host",
            ),
        ),
    ),
    "c5_type_1": FieldWords(
        doc=Bilingual("une attestation C5 de type 1 en cours", "a valid C5 attestation of type 1"),
        phrase=flag(
            ("une attestation C5 de type 1 couvre l'hôte", "a C5 attestation of type 1 covers the host"),
            (
                "aucune attestation C5 de type 1 ne couvre l'hôte",
                "no C5 attestation of type 1 covers the host",
            ),
        ),
    ),
    "operator_in_germany": FieldWords(
        doc=Bilingual(
            "un établissement de l'exploitant en Allemagne", "an establishment of the operator in Germany"
        ),
        phrase=flag(
            (
                "l'exploitant a un établissement en Allemagne",
                "the operator has an establishment in Germany",
            ),
            (
                "l'exploitant n'a pas d'établissement en Allemagne",
                "the operator has no establishment in Germany",
            ),
        ),
    ),
    "sren_sensitive": FieldWords(
        doc=Bilingual(
            "des données d'une sensibilité particulière d'un organisme soumis à l'article 31 de la loi 2024-449, sans dérogation",
            "data of particular sensitivity of a body bound by art. 31 of Act 2024-449, without derogation",
        ),
        phrase=flag(
            (
                "il s'agit de données sensibles au sens de l'article 31 de la loi 2024-449, sans dérogation",
                "the data is sensitive in the sense of art. 31 of Act 2024-449, without derogation",
            ),
            (
                "il ne s'agit pas de données sensibles au sens de l'article 31 de la loi 2024-449",
                "the data is not sensitive in the sense of art. 31 of Act 2024-449",
            ),
        ),
    ),
    "location": FieldWords(
        doc=doc_of("hosts", "location"),
        phrase=Clause(
            ("l'hôte", "se trouve sur le territoire"),
            ("the host", "is in the territory", "is not in the territory"),
        ),
    ),
}

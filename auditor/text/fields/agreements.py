"""One row per field of an agreement."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import WHOLE, Row, Rows, each, says, yes_no
from auditor.text.fields.common import KNOWN, NOTE, SOURCE

AGREEMENTS_QUESTION: Final = Bilingual("Quel contrat lie {it} ?", "Which agreement binds {it}?")
SECTIONS: Final[dict[str, Rows]] = {
    "agreements": {
        "between": Row(
            doc=Bilingual("les deux parties", "the two parties"),
            question=AGREEMENTS_QUESTION,
            clause=WHOLE,
            whose="party",
        ),
        "is": Row(
            doc=Bilingual("le genre d'accord", "the kind of agreement"),
            question=AGREEMENTS_QUESTION,
            clause=WHOLE,
            whose="party",
        ),
        "signed": Row(
            doc=Bilingual("la signature", "being signed"),
            question=Bilingual(
                "Un contrat de sous-traitance (art. 28 RGPD) lie-t-il {owner} et {owned} ?",
                "Does a processing contract (GDPR art. 28) bind {owner} and {owned}?",
            ),
            clause=yes_no(
                ("un contrat signé lie {owner} et {owned}", "a signed agreement binds {owner} and {owned}"),
                (
                    "il n'a pas été signé de contrat entre {owner} et {owned}",
                    "no agreement was signed between {owner} and {owned}",
                ),
            ),
            whose="party",
        ),
        "complete": Row(
            doc=Bilingual(
                "les mentions obligatoires de l'article 28, § 3", "the mandatory points of article 28(3)"
            ),
            question=Bilingual(
                "Le contrat entre {owner} et {owned} comporte-t-il les mentions obligatoires de l'article 28, § 3 ?",
                "Does the contract between {owner} and {owned} have the mandatory points of article 28(3)?",
            ),
            clause=yes_no(
                (
                    "le contrat entre {owner} et {owned} comporte les mentions obligatoires de l'article 28, § 3",
                    "the contract between {owner} and {owned} has the mandatory points of article 28(3)",
                ),
                (
                    "le contrat entre {owner} et {owned} ne comporte pas toutes les mentions obligatoires de l'article 28, § 3",
                    "the contract between {owner} and {owned} lacks mandatory points of article 28(3)",
                ),
            ),
            whose="party",
        ),
        "needs_clear": Row(
            doc=Bilingual("un service qui suppose les données en clair", "a service that needs clear data"),
            question=Bilingual(
                "Le service {owned:que} rend {owner:à} suppose-t-il les données en clair ?",
                "Does the service of {owned} for {owner} need the data in clear?",
            ),
            clause=yes_no(
                (
                    "le service {owned:que} rend {owner:à} suppose les données en clair",
                    "the service of {owned} for {owner} needs the data in clear",
                ),
                (
                    "le service {owned:que} rend {owner:à} ne suppose pas les données en clair",
                    "the service of {owned} for {owner} does not need the data in clear",
                ),
            ),
            whose="party",
        ),
        "allows_own_use": Row(
            doc=Bilingual("cet usage permis par écrit", "that use being allowed in writing"),
            question=Bilingual(
                "{owner} permet-elle par écrit {owned:que} emploie les données pour son propre compte, et pour quoi ?",
                "Does {owner} allow in writing that {owned} uses the data for itself, and for what?",
            ),
            clause=yes_no(
                (
                    "{owner} permet par écrit {owned:que} emploie les données pour son propre compte",
                    "{owner} allows in writing that {owned} uses the data for itself",
                ),
                (
                    "{owner} ne permet pas par écrit {owned:que} emploie les données pour son propre compte",
                    "{owner} does not allow in writing that {owned} uses the data for itself",
                ),
            ),
            whose="party",
        ),
        "human_review": Row(
            doc=Bilingual("la relecture par des personnes", "the reading by people"),
            question=Bilingual(
                "Du personnel {owned:de} lit-il ce {owner:que} lui envoie (qualité, modération, abus), depuis quels pays, et sur quelle instruction écrite ?",
                "Do people of {owned} read what {owner} sends to it (quality, moderation, abuse), from which countries, and on which written instruction?",
            ),
            clause=each(
                {
                    "none": (
                        "aucune personne ne lit, chez {owned}, ce {owner:que} lui envoie",
                        "nobody at {owned} reads what {owner} sends to it",
                    ),
                    "on-instruction": (
                        "du personnel {owned:de} lit, sur instruction écrite, ce {owner:que} lui envoie",
                        "people of {owned} read, on written instruction, what {owner} sends to it",
                    ),
                    "without-instruction": (
                        "du personnel {owned:de} lit, sans instruction écrite, ce {owner:que} lui envoie",
                        "people of {owned} read, without written instruction, what {owner} sends to it",
                    ),
                }
            ),
            whose="party",
        ),
        "module": Row(
            doc=Bilingual("le module des clauses types", "the module of the standard clauses"),
            question=Bilingual(
                "Quel module des clauses types lie {owner} et {owned} ?",
                "Which module of the standard clauses binds {owner} and {owned}?",
            ),
            clause=says(
                (
                    "le module des clauses types entre {owner} et {owned} est : {value}",
                    "the module of the standard clauses between {owner} and {owned} is {value}",
                )
            ),
            whose="party",
        ),
        "clauses": Row(
            doc=Bilingual(
                "la décision des clauses types signées", "the decision of the standard clauses signed"
            ),
            question=Bilingual(
                "Celles d'avant 2021 ayant pris fin le 27 décembre 2022, de quelle décision sont les clauses types entre {owner} et {owned} ?",
                "As those from before 2021 ended on 27 December 2022, of which decision are the standard clauses between {owner} and {owned}?",
            ),
            clause=says(
                (
                    "les clauses types entre {owner} et {owned} sont celles de la décision {value}",
                    "the standard clauses between {owner} and {owned} are those of Decision {value}",
                )
            ),
            whose="party",
        ),
        "assessment": Row(
            doc=Bilingual("l'évaluation du transfert", "the transfer assessment"),
            question=Bilingual(
                "Le droit du pays de destination a-t-il été évalué pour le transfert entre {owner} et {owned}, et avec quelle conclusion ?",
                "Was the law of the country of destination assessed for the transfer between {owner} and {owned}, and to what end?",
            ),
            clause=each(
                {
                    "done": (
                        "le transfert entre {owner} et {owned} a été évalué",
                        "the transfer between {owner} and {owned} was assessed",
                    ),
                    "law-not-applied": (
                        "l'évaluation du transfert entre {owner} et {owned} conclut que ce droit n'est pas appliqué en pratique",
                        "the assessment of the transfer between {owner} and {owned} concludes that this law is not applied in practice",
                    ),
                    "insufficient": (
                        "l'évaluation du transfert entre {owner} et {owned} est défavorable",
                        "the assessment of the transfer between {owner} and {owned} is unfavourable",
                    ),
                    "none": (
                        "le transfert entre {owner} et {owned} n'a pas été évalué",
                        "the transfer between {owner} and {owned} was not assessed",
                    ),
                }
            ),
            whose="party",
        ),
        "finds": Row(
            doc=Bilingual("la conclusion de l'évaluation", "what the assessment concluded"),
            question=Bilingual(
                "Que conclut l'évaluation du transfert entre {owner} et {owned} sur le droit et la pratique du pays de destination ?",
                "What did the assessment of the transfer between {owner} and {owned} conclude on the law and practice of the country of destination?",
            ),
            clause=each(
                {
                    "sufficient": (
                        "l'évaluation du transfert entre {owner} et {owned} juge la protection suffisante",
                        "the assessment of the transfer between {owner} and {owned} finds the protection sufficient",
                    ),
                    "problematic": (
                        "l'évaluation du transfert entre {owner} et {owned} juge ce droit problématique",
                        "the assessment of the transfer between {owner} and {owned} finds this law a problem",
                    ),
                }
            ),
            whose="party",
        ),
        "assessed_on": Row(
            doc=Bilingual("la date de l'évaluation", "the date of the assessment"),
            question=Bilingual(
                "À quelle date le transfert entre {owner} et {owned} a-t-il été évalué ?",
                "On which date was the transfer between {owner} and {owned} assessed?",
            ),
            clause=says(
                (
                    "le transfert entre {owner} et {owned} a été évalué le {value}",
                    "the transfer between {owner} and {owned} was assessed on {value}",
                )
            ),
            whose="party",
        ),
        "measures": Row(
            doc=Bilingual("les mesures complémentaires", "the supplementary measures"),
            question=Bilingual(
                "Quelles mesures complètent l'outil de transfert entre {owner} et {owned}, et sont-elles efficaces ?",
                "Which measures supplement the transfer tool between {owner} and {owned}, and are they effective?",
            ),
            clause=each(
                {
                    "effective": (
                        "les mesures complémentaires entre {owner} et {owned} sont efficaces",
                        "the supplementary measures between {owner} and {owned} are effective",
                    ),
                    "insufficient": (
                        "les mesures complémentaires entre {owner} et {owned} sont insuffisantes",
                        "the supplementary measures between {owner} and {owned} are insufficient",
                    ),
                    "none": (
                        "aucune mesure ne complète l'outil de transfert entre {owner} et {owned}",
                        "no measure supplements the transfer tool between {owner} and {owned}",
                    ),
                }
            ),
            whose="party",
        ),
        "authorised": Row(
            doc=Bilingual("l'autorisation du responsable", "the controller's authorisation"),
            question=Bilingual(
                "Le responsable du traitement a-t-il autorisé par écrit le recours {owned:à} par {owner} ?",
                "Has the controller authorised in writing that {owner} engages {owned}?",
            ),
            clause=yes_no(
                (
                    "le responsable du traitement a autorisé par écrit le recours {owned:à} par {owner}",
                    "the controller has authorised in writing that {owner} engages {owned}",
                ),
                (
                    "le responsable du traitement n'a pas autorisé par écrit le recours {owned:à} par {owner}",
                    "the controller has not authorised in writing that {owner} engages {owned}",
                ),
            ),
            whose="party",
        ),
        "exit_clause": Row(
            doc=Bilingual(
                "une clause de sortie et de changement de contrôle", "a clause on exit and change of control"
            ),
            question=Bilingual(
                "Le contrat entre {owner} et {owned} prévoit-il la sortie et le changement de contrôle ?",
                "Does the contract between {owner} and {owned} provide for exit and change of control?",
            ),
            clause=yes_no(
                (
                    "le contrat entre {owner} et {owned} prévoit la sortie et le changement de contrôle",
                    "the contract between {owner} and {owned} provides for exit and change of control",
                ),
                (
                    "le contrat entre {owner} et {owned} ne prévoit ni la sortie ni le changement de contrôle",
                    "the contract between {owner} and {owned} does not provide for exit and change of control",
                ),
            ),
            whose="party",
        ),
        "switching": Row(
            doc=Bilingual(
                "les clauses de changement de fournisseur", "the terms on switching to another provider"
            ),
            question=Bilingual(
                "Le contrat entre {owner} et {owned} a-t-il les clauses de changement de fournisseur (préavis, transition, données exportables, récupération, effacement ; règlement sur les données, art. 25) ?",
                "Does the contract between {owner} and {owned} have the terms on switching provider (notice, transition, exportable data, retrieval, erasure; Data Act art. 25)?",
            ),
            clause=yes_no(
                (
                    "le contrat entre {owner} et {owned} a les clauses de changement de fournisseur",
                    "the contract between {owner} and {owned} has the terms on switching provider",
                ),
                (
                    "le contrat entre {owner} et {owned} n'a pas toutes les clauses de changement de fournisseur",
                    "the contract between {owner} and {owned} lacks terms on switching provider",
                ),
            ),
            whose="party",
        ),
        "points": Row(
            doc=Bilingual("les points de l'article 28 RGPD", "the points of GDPR art. 28"),
            question=Bilingual(
                "Le contrat entre {owner} et {owned} prévoit-il {key}, et à quelle page ?",
                "Does the contract between {owner} and {owned} provide for {key}, and on which page?",
            ),
            clause=says(
                (
                    "de {key}, il est dit du contrat entre {owner} et {owned} : {value}",
                    "of {key}, it is said of the contract between {owner} and {owned}: {value}",
                ),
                {
                    "true": (
                        "le contrat entre {owner} et {owned} prévoit {key}",
                        "the contract between {owner} and {owned} provides for {key}",
                    ),
                    "false": (
                        "le contrat entre {owner} et {owned} ne prévoit pas {key}",
                        "the contract between {owner} and {owned} does not provide for {key}",
                    ),
                },
            ),
            whose="party",
        ),
        "document": Row(
            doc=Bilingual("le document signé", "the paper that was signed"),
            question=Bilingual(
                "Où est le contrat entre {owner} et {owned} ?",
                "Where is the contract between {owner} and {owned}?",
            ),
            clause=says(
                (
                    "le contrat entre {owner} et {owned} est : {value}",
                    "the contract between {owner} and {owned} is: {value}",
                )
            ),
            whose="party",
        ),
        "essence": Row(
            doc=Bilingual(
                "la mise à disposition des grandes lignes de l'accord",
                "making the essence of the arrangement available",
            ),
            question=Bilingual(
                "Les grandes lignes de l'accord entre {owner} et {owned} sont-elles mises à la disposition des personnes (art. 26, § 2, RGPD) ?",
                "Is the essence of the arrangement between {owner} and {owned} made available to people (GDPR art. 26(2))?",
            ),
            clause=yes_no(
                (
                    "les grandes lignes de l'accord entre {owner} et {owned} sont à la disposition des personnes",
                    "the essence of the arrangement between {owner} and {owned} is available to people",
                ),
                (
                    "les grandes lignes de l'accord entre {owner} et {owned} ne sont pas à la disposition des personnes",
                    "the essence of the arrangement between {owner} and {owned} is not available to people",
                ),
            ),
            whose="party",
        ),
        "contests_requests": Row(
            doc=Bilingual(
                "l'engagement de contester les demandes d'accès",
                "the undertaking to contest requests for access",
            ),
            question=Bilingual(
                "{owned} s'engage-t-elle envers {owner} à contester les demandes d'accès des autorités ?",
                "Does {owned} undertake towards {owner} to contest requests of authorities for access?",
            ),
            clause=yes_no(
                (
                    "{owned} s'engage envers {owner} à contester les demandes d'accès des autorités",
                    "{owned} undertakes towards {owner} to contest requests of authorities for access",
                ),
                (
                    "{owned} ne s'engage pas envers {owner} à contester les demandes d'accès des autorités",
                    "{owned} does not undertake towards {owner} to contest requests of authorities for access",
                ),
            ),
            whose="party",
        ),
        "since": Row(
            doc=Bilingual("le premier jour", "the first day"),
            question=Bilingual(
                "Depuis quand vaut l'accord entre {owner} et {owned} ?",
                "Since when does the agreement between {owner} and {owned} hold?",
            ),
            clause=says(
                (
                    "l'accord entre {owner} et {owned} vaut depuis : {value}",
                    "the agreement between {owner} and {owned} holds since {value}",
                )
            ),
            whose="party",
        ),
        "until": Row(
            doc=Bilingual("le dernier jour", "the last day"),
            question=Bilingual(
                "L'accord entre {owner} et {owned} vaut-il encore à la date du cas, ou quand a-t-il pris fin ?",
                "Does the agreement between {owner} and {owned} still hold on the date of the case, or when did it end?",
            ),
            clause=says(
                (
                    "le dernier jour de l'accord entre {owner} et {owned} est : {value}",
                    "the last day of the agreement between {owner} and {owned} is {value}",
                )
            ),
            whose="party",
        ),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
}

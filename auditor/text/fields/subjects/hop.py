"""Words of the fields of `hop`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import NAMED, ROLES, Clause, FieldWords, contains, flag, worded
from auditor.text.fields.table import doc_of

NAME: Final = Bilingual("étape d'un flux", "hop of a flow")
FIELDS: Final[dict[str, FieldWords]] = {
    "carries": FieldWords(
        doc=Bilingual("les données transportées", "the data carried"),
        phrase=contains("les données transportées", "the data carried"),
    ),
    "transport": FieldWords(
        doc=doc_of("flows", "transport"),
        phrase=Clause(
            ("le transport", "est protégé par"),
            ("the transport", "is protected by", "is not protected by"),
            whole={
                "none": flag(
                    ("le transport n'est pas protégé", "the transport is not protected"),
                    ("le transport est protégé", "the transport is protected"),
                )
            },
        ),
    ),
    "content": FieldWords(
        doc=doc_of("flows", "content"),
        phrase=Clause(
            ("le contenu", "est"),
            ("the content", "is", "is not"),
            whole={
                "none": flag(
                    (
                        "le contenu n'est pas protégé au-delà du transport",
                        "the content is not protected beyond the transport",
                    ),
                    (
                        "le contenu est protégé au-delà du transport",
                        "the content is protected beyond the transport",
                    ),
                )
            },
        ),
    ),
    "network": FieldWords(
        doc=doc_of("flows", "network"), phrase=Clause(("le réseau", "est"), ("the network", "is", "is not"))
    ),
    "same_operator": FieldWords(
        doc=Bilingual("un même exploitant aux deux bouts", "one operator at both ends"),
        phrase=flag(
            ("un même exploitant tient les deux bouts", "one operator holds both ends"),
            ("les deux bouts ont des exploitants différents", "the two ends have different operators"),
        ),
    ),
    "embedded": FieldWords(
        doc=Bilingual("l'intégration à une page", "being embedded in a page"),
        phrase=flag(
            (
                "l'envoi vient d'un élément intégré à une page",
                "the sending comes from an element embedded in a page",
            ),
            (
                "l'envoi ne vient d'aucun élément intégré à une page",
                "the sending comes from no element embedded in a page",
            ),
        ),
    ),
    "trigger": FieldWords(
        doc=doc_of("flows", "trigger"),
        phrase=Clause(
            ("l'envoi", "est déclenché par"), ("the sending", "is triggered by", "is not triggered by")
        ),
    ),
    "to_role": FieldWords(
        doc=Bilingual("le rôle du destinataire", "the role of the recipient"),
        phrase=Clause(("le destinataire", "est"), ("the recipient", "is", "is not"), values=ROLES),
    ),
    "page_about": FieldWords(
        doc=Bilingual("le sujet de la page", "what the page is about"),
        phrase=Clause(
            ("la page", "parle de"),
            ("the page", "is about", "is not about"),
            whole={
                "health": flag(
                    ("la page a trait à la santé", "the page is about health"),
                    ("la page n'a pas trait à la santé", "the page is not about health"),
                )
            },
        ),
    ),
    "sender": FieldWords(doc=Bilingual("l'émetteur", "the sender"), phrase=NAMED),
    "paid": FieldWords(
        doc=doc_of("flows", "paid"),
        phrase=Clause(
            ("le destinataire", "paie"),
            ("the recipient", "pays", "does not pay"),
            values=worded(
                for_a_service=("un service rendu au responsable", "for a service rendered to the controller")
            ),
            whole={
                "true": flag(
                    (
                        "le destinataire paie l'émetteur pour les données",
                        "the recipient pays the sender for the data",
                    ),
                    (
                        "le destinataire ne paie pas l'émetteur pour les données",
                        "the recipient does not pay the sender for the data",
                    ),
                ),
                "false": flag(
                    (
                        "le destinataire ne paie pas l'émetteur pour les données",
                        "the recipient does not pay the sender for the data",
                    ),
                    (
                        "le destinataire paie l'émetteur pour les données",
                        "the recipient pays the sender for the data",
                    ),
                ),
            },
        ),
    ),
    "paid_documented": FieldWords(
        doc=Bilingual("le paiement étant documenté", "the payment being documented"),
        phrase=flag(
            ("une pièce établit ce paiement", "a document shows that payment"),
            ("nulle pièce n'établit ce paiement", "no document shows that payment"),
        ),
    ),
    "between_organisations": FieldWords(
        doc=Bilingual("une étape entre deux organisations", "a hop between two organisations"),
        phrase=flag(
            ("l'étape va d'une organisation à une autre", "the hop goes from one organisation to another"),
            (
                "l'étape ne va pas d'une organisation à une autre",
                "the hop does not go from one organisation to another",
            ),
        ),
    ),
    "in_france": FieldWords(
        doc=Bilingual("le champ du droit français", "being in the scope of French law"),
        phrase=flag(
            ("l'étape est dans le champ du droit français", "the hop is in the scope of French law"),
            ("l'étape est hors du champ du droit français", "the hop is out of the scope of French law"),
        ),
    ),
    "page_operator": FieldWords(
        doc=Bilingual("l'exploitant de la page", "the operator of the page"), phrase=NAMED
    ),
    "loads": FieldWords(
        doc=doc_of("flows", "loads"),
        phrase=Clause(
            ("l'élément", "se charge"),
            ("the element", "loads", "does not load"),
            values={
                "at-once": Bilingual("d'emblée", "at once"),
                "click": Bilingual("au clic", "on a click"),
                "consent": Bilingual("après un consentement", "after consent"),
                "never": Bilingual("sans aucune requête", "without any request"),
            },
        ),
    ),
    "consent_first": FieldWords(
        doc=doc_of("flows", "consent_first"),
        phrase=flag(
            ("un consentement est recueilli avant l'envoi", "consent is taken before the sending"),
            ("aucun consentement n'est recueilli avant l'envoi", "no consent is taken before the sending"),
        ),
    ),
    "consent_state": FieldWords(
        doc=doc_of("flows", "consent_state"),
        phrase=Clause(
            ("l'envoi", "a lieu"),
            ("the sending", "takes place", "does not take place"),
            values=worded(
                before_choice=("avant tout choix", "before a choice"),
                refused=("après un refus", "after a refusal"),
                accepted=("après un accord", "after an agreement"),
                none_offered=("sans choix proposé", "with no choice offered"),
            ),
        ),
    ),
    "refusal": FieldWords(
        doc=doc_of("flows", "refusal"),
        phrase=Clause(
            ("refuser", "coûte"),
            ("refusing", "costs", "does not cost"),
            whole={
                "harder": flag(
                    ("refuser est plus difficile qu'accepter", "refusing is harder than accepting"),
                    ("refuser n'est pas plus difficile qu'accepter", "refusing is no harder than accepting"),
                ),
                "bars-service": flag(
                    ("refuser prive du service", "refusing bars the service"),
                    ("refuser ne prive pas du service", "refusing does not bar the service"),
                ),
                "free": flag(
                    ("refuser est libre", "refusing is free"),
                    ("refuser n'est pas libre", "refusing is not free"),
                ),
            },
        ),
    ),
    "reads_terminal": FieldWords(
        doc=doc_of("flows", "reads_terminal"),
        phrase=flag(
            (
                "quelque chose est écrit ou lu sur le terminal",
                "something is stored on or read from the terminal",
            ),
            ("rien n'est écrit ni lu sur le terminal", "nothing is stored on or read from the terminal"),
        ),
    ),
    "exempt": FieldWords(
        doc=doc_of("flows", "exempt"),
        phrase=Clause(
            ("l'exemption de consentement", "tient à"),
            ("the exemption from consent", "rests on", "does not rest on"),
            values=worded(
                strictly_necessary=(
                    "la stricte nécessité du service demandé",
                    "strict necessity for the service asked for",
                ),
                pure_transmission=("la seule transmission", "transmission alone"),
                audience_measurement=("une mesure d'audience exemptée", "exempt audience measurement"),
            ),
        ),
    ),
    "step": FieldWords(
        doc=doc_of("flows", "step"),
        phrase=Clause(
            ("la personne", "est en train de"),
            ("the person", "is", "is not"),
            values=worded(
                booking=("prendre rendez-vous", "booking"),
                search=("faire une recherche", "searching"),
                account=("se servir de son compte", "using an account"),
                browsing=("parcourir des pages", "browsing pages"),
            ),
        ),
    ),
    "identifier": FieldWords(
        doc=doc_of("flows", "identifier"),
        phrase=flag(
            ("un identifiant accompagne la requête", "an identifier goes with the request"),
            ("aucun identifiant n'accompagne la requête", "no identifier goes with the request"),
        ),
    ),
    "address": FieldWords(
        doc=Bilingual("l'adresse de la page jointe", "the page address going along"),
        phrase=flag(
            ("l'adresse de la page accompagne la requête", "the page address goes with the request"),
            (
                "l'adresse de la page n'accompagne pas la requête",
                "the page address does not go with the request",
            ),
        ),
    ),
    "from_device": FieldWords(
        doc=Bilingual("le départ de l'appareil d'une personne", "leaving a person's device"),
        phrase=flag(
            ("l'envoi part de l'appareil d'une personne", "the sending leaves from a person's device"),
            (
                "l'envoi ne part pas de l'appareil d'une personne",
                "the sending does not leave from a person's device",
            ),
        ),
    ),
    "in_mail": FieldWords(
        doc=Bilingual("le placement dans un courriel", "being placed in an e-mail"),
        phrase=flag(
            ("l'élément est placé dans un courriel", "the element is placed in an e-mail"),
            ("l'élément n'est pas placé dans un courriel", "the element is not placed in an e-mail"),
        ),
    ),
    "never_exempt": FieldWords(
        doc=Bilingual("une finalité jamais exemptée de consentement", "a purpose never exempt from consent"),
        phrase=flag(
            (
                "le traceur sert la publicité ou une autre finalité jamais exemptée de consentement",
                "the tracker serves advertising or another purpose that is never exempt from consent",
            ),
            (
                "le traceur ne sert aucune finalité qui n'est jamais exemptée de consentement",
                "the tracker serves no purpose that is never exempt from consent",
            ),
        ),
    ),
    "mail": FieldWords(
        doc=Bilingual("un courriel entre serveurs", "e-mail between servers"),
        phrase=flag(
            ("l'étape est un courriel entre serveurs", "the hop is e-mail between servers"),
            ("l'étape n'est pas un courriel entre serveurs", "the hop is not e-mail between servers"),
        ),
    ),
    "to_is": FieldWords(
        doc=Bilingual("ce qu'est le destinataire", "what the recipient is"),
        phrase=Clause(("le destinataire", "est"), ("the recipient", "is", "is not")),
    ),
    "receiver": FieldWords(doc=Bilingual("le destinataire", "the recipient"), phrase=NAMED),
    "under_contract": FieldWords(
        doc=Bilingual(
            "un contrat de sous-traitance avec le destinataire", "a processing agreement with the recipient"
        ),
        phrase=flag(
            (
                "un contrat de sous-traitance lie le destinataire",
                "a processing agreement binds the recipient",
            ),
            (
                "le dossier dit que nul contrat de sous-traitance ne lie le destinataire",
                "the file says that the recipient is bound by none",
            ),
        ),
    ),
    "necessary": FieldWords(
        doc=Bilingual("la nécessité de l'activité", "the activity being necessary"),
        phrase=flag(
            ("l'activité est nécessaire au service", "the activity is necessary for the service"),
            ("l'activité n'est pas nécessaire au service", "the activity is not necessary for the service"),
        ),
    ),
    "arranger": FieldWords(doc=Bilingual("qui organise l'envoi", "who arranges the sending"), phrase=NAMED),
    "arranger_country": FieldWords(
        doc=Bilingual("le pays de qui organise l'envoi", "the country of who arranges the sending"),
        phrase=Clause(
            ("qui organise l'envoi", "relève du droit"),
            ("who arranges the sending", "is under the law", "is not under the law"),
        ),
    ),
    "own_purpose": FieldWords(
        doc=Bilingual("une finalité propre", "a purpose of its own"),
        phrase=flag(
            ("le destinataire poursuit une finalité propre", "the recipient has a purpose of its own"),
            ("le destinataire ne poursuit aucune finalité propre", "the recipient has no purpose of its own"),
        ),
    ),
    "purpose_told": FieldWords(
        doc=Bilingual(
            "cette finalité dans l'information ou au registre", "that purpose being in notice or record"
        ),
        phrase=flag(
            ("l'information ou le registre dit cette finalité", "notice or record tells that purpose"),
            (
                "ni l'information ni le registre ne dit cette finalité",
                "neither notice nor record tells that purpose",
            ),
        ),
    ),
    "compatible": FieldWords(
        doc=doc_of("flows", "compatible"),
        phrase=flag(
            (
                "cette finalité repose sur un consentement, une loi ou une analyse de compatibilité",
                "that purpose rests on consent, a law or a compatibility test",
            ),
            (
                "cette finalité ne repose sur aucun consentement, aucune loi ni aucune analyse de compatibilité",
                "that purpose rests on no consent, no law and no compatibility test",
            ),
        ),
    ),
}

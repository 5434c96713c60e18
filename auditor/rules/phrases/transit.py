"""Phrases of what moves: hops, transfers, recipients."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.rules.phrases.base import ROLES, SCALE, Clause, Phrase, contains, flag, worded

PHRASES: Final[dict[str, Phrase]] = {
    # hop
    "hop.carries": contains("les données transportées", "the data carried"),
    "hop.transport": Clause(
        ("le transport", "est protégé par"),
        ("the transport", "is protected by", "is not protected by"),
        whole={
            "none": flag(
                ("le transport n'est pas protégé", "the transport is not protected"),
                ("le transport est protégé", "the transport is protected"),
            )
        },
    ),
    "hop.content": Clause(
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
    "hop.network": Clause(("le réseau", "est"), ("the network", "is", "is not")),
    "hop.same_operator": flag(
        ("un même exploitant tient les deux bouts", "one operator holds both ends"),
        ("les deux bouts ont des exploitants différents", "the two ends have different operators"),
    ),
    "hop.embedded": flag(
        (
            "l'envoi vient d'un élément intégré à une page",
            "the sending comes from an element embedded in a page",
        ),
        (
            "l'envoi ne vient d'aucun élément intégré à une page",
            "the sending comes from no element embedded in a page",
        ),
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
    "hop.trigger": Clause(
        ("l'envoi", "est déclenché par"), ("the sending", "is triggered by", "is not triggered by")
    ),
    "hop.consent_first": flag(
        ("un consentement est recueilli avant l'envoi", "consent is taken before the sending"),
        ("aucun consentement n'est recueilli avant l'envoi", "no consent is taken before the sending"),
    ),
    "hop.to_role": Clause(("le destinataire", "est"), ("the recipient", "is", "is not"), values=ROLES),
    "hop.page_about": Clause(
        ("la page", "parle de"),
        ("the page", "is about", "is not about"),
        whole={
            "health": flag(
                ("la page a trait à la santé", "the page is about health"),
                ("la page n'a pas trait à la santé", "the page is not about health"),
            )
        },
    ),
    # recipient
    "recipient.declared": flag(
        (
            "l'information des personnes ou le registre le nomme, lui ou sa catégorie",
            "the notice or the record names it or its category",
        ),
        (
            "ni l'information des personnes ni le registre ne le nomme, lui ou sa catégorie",
            "neither the notice nor the record names it or its category",
        ),
    ),
    "recipient.data": contains("les données reçues", "the data received"),
    "recipient.is": Clause(("le destinataire", "est"), ("the recipient", "is", "is not")),
    "recipient.role": Clause(("le destinataire", "est"), ("the recipient", "is", "is not"), values=ROLES),
    # hop, continued: requests of pages and mails, purposes, payment
    "hop.refusal": Clause(
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
                ("refuser est libre", "refusing is free"), ("refuser n'est pas libre", "refusing is not free")
            ),
        },
    ),
    "hop.reads_terminal": flag(
        ("quelque chose est écrit ou lu sur le terminal", "something is stored on or read from the terminal"),
        ("rien n'est écrit ni lu sur le terminal", "nothing is stored on or read from the terminal"),
    ),
    "hop.exempt": Clause(
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
    "hop.step": Clause(
        ("la personne", "est en train de"),
        ("the person", "is", "is not"),
        values=worded(
            booking=("prendre rendez-vous", "booking"),
            search=("faire une recherche", "searching"),
            account=("se servir de son compte", "using an account"),
            browsing=("parcourir des pages", "browsing pages"),
        ),
    ),
    "hop.identifier": flag(
        ("un identifiant accompagne la requête", "an identifier goes with the request"),
        ("aucun identifiant n'accompagne la requête", "no identifier goes with the request"),
    ),
    "hop.address": flag(
        ("l'adresse de la page accompagne la requête", "the page address goes with the request"),
        ("l'adresse de la page n'accompagne pas la requête", "the page address does not go with the request"),
    ),
    "hop.from_device": flag(
        ("l'envoi part de l'appareil d'une personne", "the sending leaves from a person's device"),
        (
            "l'envoi ne part pas de l'appareil d'une personne",
            "the sending does not leave from a person's device",
        ),
    ),
    "hop.in_mail": flag(
        ("l'élément est placé dans un courriel", "the element is placed in an e-mail"),
        ("l'élément n'est pas placé dans un courriel", "the element is not placed in an e-mail"),
    ),
    "hop.mail": flag(
        ("l'étape est un courriel entre serveurs", "the hop is e-mail between servers"),
        ("l'étape n'est pas un courriel entre serveurs", "the hop is not e-mail between servers"),
    ),
    "hop.to_is": Clause(("le destinataire", "est"), ("the recipient", "is", "is not")),
    "hop.under_contract": flag(
        ("un contrat de sous-traitance lie le destinataire", "a processing agreement binds the recipient"),
        (
            "le dossier dit que nul contrat de sous-traitance ne lie le destinataire",
            "the file says that the recipient is bound by none",
        ),
    ),
    "hop.necessary": flag(
        ("l'activité est nécessaire au service", "the activity is necessary for the service"),
        ("l'activité n'est pas nécessaire au service", "the activity is not necessary for the service"),
    ),
    "hop.own_purpose": flag(
        ("le destinataire poursuit une finalité propre", "the recipient has a purpose of its own"),
        ("le destinataire ne poursuit aucune finalité propre", "the recipient has no purpose of its own"),
    ),
    "hop.purpose_told": flag(
        ("l'information ou le registre dit cette finalité", "notice or record tells that purpose"),
        (
            "ni l'information ni le registre ne dit cette finalité",
            "neither notice nor record tells that purpose",
        ),
    ),
    "hop.compatible": flag(
        ("une analyse de compatibilité est au dossier", "a compatibility test is on file"),
        (
            "le dossier dit qu'aucune analyse de compatibilité n'est faite",
            "the file says that no compatibility test was made",
        ),
    ),
    "hop.arranger_country": Clause(
        ("qui organise l'envoi", "relève du droit"),
        ("who arranges the sending", "is under the law", "is not under the law"),
    ),
    "hop.paid": Clause(
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
    "hop.paid_documented": flag(
        ("une pièce établit ce paiement", "a document shows that payment"),
        ("nulle pièce n'établit ce paiement", "no document shows that payment"),
    ),
    "hop.between_organisations": flag(
        ("l'étape va d'une organisation à une autre", "the hop goes from one organisation to another"),
        (
            "l'étape ne va pas d'une organisation à une autre",
            "the hop does not go from one organisation to another",
        ),
    ),
    "hop.in_france": flag(
        ("l'étape est dans le champ du droit français", "the hop is in the scope of French law"),
        ("l'étape est hors du champ du droit français", "the hop is out of the scope of French law"),
    ),
    # transfer
    "transfer.carries": contains("les données transférées", "the data transferred"),
    "transfer.scale": SCALE,
    "transfer.country": Clause(
        ("l'importateur", "relève du droit"), ("the importer", "is under the law", "is not under the law")
    ),
    "transfer.decision": Clause(
        ("la décision d'adéquation", "est"),
        ("the adequacy decision", "is", "is not"),
        values=worded(
            whole=("en vigueur pour tout le pays", "in force for the whole country"),
            partial=("en vigueur pour une partie du pays", "in force for part of the country"),
            void=("expirée ou invalidée", "expired or invalidated"),
        ),
        whole={
            "none": flag(
                (
                    "aucune décision d'adéquation ne vise ce pays",
                    "no adequacy decision is about that country",
                ),
                ("une décision d'adéquation vise ce pays", "an adequacy decision is about that country"),
            )
        },
    ),
    "transfer.listed": Clause(
        ("l'inscription sur la liste de la décision", "est"),
        ("being on the list of the decision", "is", "is not"),
        whole={
            "true": flag(
                (
                    "l'importateur est sur la liste de la décision",
                    "the importer is on the list of the decision",
                ),
                (
                    "l'importateur n'est pas sur la liste de la décision",
                    "the importer is not on the list of the decision",
                ),
            )
        },
    ),
    "transfer.in_scope": flag(
        (
            "l'importateur est dans le champ de la décision",
            "the importer is inside the scope of the decision",
        ),
        (
            "l'importateur est hors du champ de la décision",
            "the importer is outside the scope of the decision",
        ),
    ),
    "transfer.adequate": flag(
        ("une décision d'adéquation couvre le transfert", "an adequacy decision covers the transfer"),
        ("aucune décision d'adéquation ne couvre le transfert", "no adequacy decision covers the transfer"),
    ),
    "transfer.tool": Clause(
        ("le transfert", "s'appuie sur"),
        ("the transfer", "relies on", "does not rely on"),
        values=worded(
            adequacy=("une décision d'adéquation", "an adequacy decision"),
            scc=("des clauses contractuelles types", "standard contractual clauses"),
            bcr=("des règles d'entreprise contraignantes", "binding corporate rules"),
            code_of_conduct=("un code de conduite", "a code of conduct"),
            certification=("une certification", "a certification"),
            ad_hoc=("des clauses autorisées par une autorité", "clauses authorised by an authority"),
        ),
        whole={
            "none": flag(
                ("le transfert ne s'appuie sur aucun outil énoncé", "the transfer relies on no tool stated"),
                ("le transfert s'appuie sur un outil", "the transfer relies on a tool"),
            )
        },
    ),
    "transfer.derogation": Clause(
        ("la dérogation de l'article 49", "est celle du point"),
        ("the derogation of art. 49", "is that of point", "is not that of point"),
        values={letter: Bilingual(f"{letter})", f"({letter})") for letter in "abcdefg"},
        whole={
            "none": flag(
                ("aucune dérogation de l'article 49 n'est énoncée", "no derogation of art. 49 is stated"),
                ("une dérogation de l'article 49 est énoncée", "a derogation of art. 49 is stated"),
            )
        },
    ),
    "transfer.readable": flag(
        ("l'importateur peut lire les données", "the importer can read the data"),
        ("l'importateur ne peut pas lire les données", "the importer cannot read the data"),
    ),
    "transfer.problematic_law": flag(
        (
            "il est établi que le droit du pays prive l'outil d'effet",
            "the law of the country is shown to defeat the tool",
        ),
        (
            "il n'est pas établi que le droit du pays prive l'outil d'effet",
            "the law of the country is not shown to defeat the tool",
        ),
    ),
    "transfer.measures": Clause(
        ("les mesures supplémentaires", "sont"),
        ("the supplementary measures", "are", "are not"),
        values=worded(effective=("efficaces", "effective"), insufficient=("insuffisantes", "insufficient")),
        whole={
            "none": flag(
                (
                    "le dossier dit qu'aucune mesure supplémentaire n'est prise",
                    "the file says that no supplementary measure is taken",
                ),
                ("des mesures supplémentaires sont prises", "supplementary measures are taken"),
            )
        },
    ),
    "transfer.assessment": Clause(
        ("l'évaluation du transfert", "est"),
        ("the assessment of the transfer", "is", "is not"),
        values=worded(
            done=("faite", "done"),
            law_not_applied=(
                "concluante : ce droit n'est pas appliqué en pratique",
                "one that concludes that this law is not applied in practice",
            ),
            insufficient=("défavorable", "unfavourable"),
        ),
        whole={
            "none": flag(
                (
                    "le dossier dit que le transfert n'a pas été évalué",
                    "the file says that the transfer was not assessed",
                ),
                ("le transfert a été évalué", "the transfer was assessed"),
            )
        },
    ),
    "transfer.access": Clause(
        ("le transfert", "se fait par"),
        ("the transfer", "happens by", "does not happen by"),
        values=worded(push=("envoi", "sending"), remote=("accès à distance", "remote access")),
    ),
    "transfer.declared": flag(
        ("l'information ou le registre le déclare", "notice or record declares it"),
        ("ni l'information ni le registre ne le déclare", "neither notice nor record declares it"),
    ),
    "transfer.onward": flag(
        ("le transfert est ultérieur", "the transfer is an onward one"),
        ("le transfert est le premier", "the transfer is the first one"),
    ),
    "transfer.placed": flag(
        ("le pays de destination est établi", "the country of destination is shown"),
        ("le pays de destination n'est pas établi", "the country of destination is not shown"),
    ),
    "recipient.modelled": flag(
        ("un flux l'atteint", "a flow reaches it"),
        ("aucun flux décrit ne l'atteint", "no flow described reaches it"),
    ),
    "recipient.observed": Clause(
        ("ce destinataire", "est"),
        ("this recipient", "is", "is not"),
        values=worded(
            undeclared=("observé sans être déclaré", "observed and not declared"),
            declared_observed=("déclaré et observé", "declared and observed"),
            declared_not_observed=("déclaré sans être observé", "declared and not observed"),
            attempted=("l'objet d'un envoi tenté", "the aim of an attempted sending"),
            unattributed=("sans nom attribué", "not attributed to anybody"),
        ),
    ),
    "recipient.gets_more": contains(
        "les données reçues au-delà de celles déclarées pour lui",
        "the data received beyond that declared for it",
    ),
    "recipient.needs_more": contains(
        "les données reçues au-delà de celles qu'il lui faut", "the data received beyond that which it needs"
    ),
}

"""The annex for a data protection officer, on the page and as spreadsheets: register, impact assessment, transfers."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

# what every sheet may say
NOT_DECLARED: Final = Bilingual("non déclaré", "not declared")
NONE_DESCRIBED: Final = Bilingual("aucun dans les faits décrits", "none in the facts described")
AS_STATED: Final = Bilingual("d'après la fiche : {value}", "as the sheet states: {value}")
DPO_OF: Final = Bilingual("{who} : {contact}", "{who}: {contact}")
INTERNAL: Final = Bilingual("{who} (service interne)", "{who} (internal service)")
KEPT_OF: Final = Bilingual("{data} : {what}", "{data}: {what}")
KEPT_IN_USE: Final = Bilingual("base active {value}", "in use {value}")
KEPT_IN_ARCHIVE: Final = Bilingual("archivage intermédiaire {value}", "in archive {value}")
KEPT_NO_MORE: Final = Bilingual("puis {value}", "then {value}")
ASSESSED: Final = Bilingual(
    "évaluation du droit du pays : {value}", "assessment of the country's law: {value}"
)
FLOW_NUMBER: Final = Bilingual("flux {number}", "flow {number}")
INTERNATIONAL_ORGANISATION: Final = Bilingual("organisation internationale", "international organisation")
REACHED: Final = Bilingual("{who} : {reach}", "{who}: {reach}")
PROTECTED_IN_TRANSPORT: Final = Bilingual("transport : {value}", "transport: {value}")
PROTECTED_CONTENT: Final = Bilingual("contenu : {value}", "content: {value}")
PROTECTED_AT_REST: Final = Bilingual("{host}, au repos : {value}", "{host}, at rest: {value}")

# what stands in the way of an answer
COUNTRY_OPEN: Final = Bilingual("non connu : {who}, pays non énoncé", "not known: {who}, country not stated")
LOCATION_OPEN: Final = Bilingual(
    "non connu : {host}, localisation non énoncée", "not known: {host}, location not stated"
)
RECIPIENTS_OPEN: Final = Bilingual(
    "non connu : des destinataires que personne ne nomme", "not known: recipients whom nobody names"
)
CONTROL_OPEN: Final = Bilingual(
    "non connu : {who}, détenteurs non tous énoncés", "not known: {who}, owners not all stated"
)
SIGNATURE_OPEN: Final = Bilingual("sans qu'il soit dit s'il est signé", "whether it is signed is not stated")

# the register of processing
REGISTER_ID: Final = Bilingual("Référence", "Reference")
REGISTER_NAME: Final = Bilingual("Nom de l'activité", "Name of the activity")
REGISTER_DPO: Final = Bilingual("Délégué à la protection des données", "Data protection officer")
REGISTER_CONTRACTS: Final = Bilingual("Contrats avec les sous-traitants", "Contracts with processors")
REGISTER_PURPOSE: Final = Bilingual("Finalité", "Purpose")
REGISTER_CONTROLLER: Final = Bilingual("Responsable du traitement", "Controller")
REGISTER_PEOPLE: Final = Bilingual("Catégories de personnes", "Categories of people")
REGISTER_DATA: Final = Bilingual("Catégories de données", "Categories of data")
REGISTER_SPECIAL: Final = Bilingual("Données des art. 9 et 10", "Data of arts 9 and 10")
REGISTER_RECIPIENTS: Final = Bilingual("Destinataires", "Recipients")
REGISTER_TRANSFERS: Final = Bilingual("Destinataires dans des pays tiers", "Recipients in third countries")
REGISTER_REACH: Final = Bilingual(
    "Destinataires à portée du droit d'un pays tiers (pas un transfert)",
    "Recipients within reach of a third country's law (not a transfer)",
)
REGISTER_RETENTION: Final = Bilingual("Durée de conservation", "Retention")
REGISTER_SECURITY: Final = Bilingual("Mesures de sécurité énoncées", "Security measures stated")
REGISTER_LOCATION: Final = Bilingual("Localisation des données", "Location of data")
REGISTER_BASIS: Final = Bilingual("Base légale", "Legal basis")
REGISTER_ASSESSMENT: Final = Bilingual("Analyse d'impact", "Impact assessment")

# answers of the impact assessment
IMPACT_ANSWER: Final = Bilingual("Réponse à coller", "Answer to paste")
IMPACT_QUESTIONS: Final = {
    "121": Bilingual("121 · Quelles sont les données traitées ?", "121 · Which data are processed?"),
    "122": Bilingual(
        "122 · Comment le cycle de vie des données se déroule-t-il ?",
        "122 · What is the life cycle of the data and of the processes?",
    ),
    "123": Bilingual("123 · Quels sont les supports des données ?", "123 · Which are the supporting assets?"),
    "226": Bilingual(
        "226 · Les obligations des sous-traitants sont-elles fixées par contrat ?",
        "226 · Are the duties of processors set out in a contract?",
    ),
    "227": Bilingual(
        "227 · En cas de transfert hors de l'Union européenne, les données sont-elles protégées ?",
        "227 · Are data protected where they are transferred outside the European Union?",
    ),
}
IMPACT_SPECIAL: Final = Bilingual("art. 9 ou 10", "art. 9 or 10")
IMPACT_NO_PAPER: Final = Bilingual(
    "contrat non trouvé dans les pièces listées", "no contract found in the documents listed"
)
IMPACT_PAPER: Final = Bilingual("{kind}, avec {who} ({source})", "{kind}, with {who} ({source})")
IMPACT_THIRD: Final = Bilingual(
    "Flux {number} : destinataire {who}, {where}. {ground}",
    "Flow {number}: recipient {who}, {where}. {ground}",
)
IMPACT_EXPOSED: Final = Bilingual(
    "{host}, gardé par {who} : atteint par le droit d'un État tiers ({where}, {reach}), {instrument}, niveau {level}. C'est une exposition, pas un transfert.",
    "{host}, kept by {who}: reached by the law of a third State ({where}, {reach}), {instrument}, level {level}. This is exposure, not a transfer.",
)

# transfers to assess
TRANSFER_TITLE: Final = Bilingual("Transferts à évaluer", "Transfers to assess")
TRANSFER_EXPORTER: Final = Bilingual("Exportateur", "Exporter")
TRANSFER_IMPORTER: Final = Bilingual("Importateur", "Importer")
TRANSFER_ROLE: Final = Bilingual("Rôle de l'importateur", "Role of the importer")
TRANSFER_DATA: Final = Bilingual("Données", "Data")
TRANSFER_FORMAT: Final = Bilingual("Format et protection", "Format and protection")
TRANSFER_PURPOSE: Final = Bilingual("Finalité", "Purpose")
TRANSFER_FLOWS: Final = Bilingual("Flux (numéros de la table)", "Flows (number in the table)")
TRANSFER_TOOL: Final = Bilingual("Outil de transfert", "Transfer tool")
TRANSFER_LAW: Final = Bilingual("Droit qui atteint l'importateur", "Law that reaches the importer")
TRANSFER_FREQUENCY: Final = Bilingual("Fréquence", "Frequency")
TRANSFER_ONWARD: Final = Bilingual("Destinataires ultérieurs", "Onward recipients")
TRANSFER_MEASURES: Final = Bilingual("Mesures supplémentaires", "Supplementary measures")
TRANSFER_REVIEW: Final = Bilingual("Prochaine révision", "Next review")

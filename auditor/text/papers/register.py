"""The record of processing as a workbook. Labels are those of the regulators' layouts, which importing reads back."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text import annex

NOT_DECLARED: Final = Bilingual("non déclaré", "not declared")
YES: Final = Bilingual("Oui", "Yes")
NO: Final = Bilingual("Non", "No")
HEADER: Final = Bilingual(
    "{title} · {who} · version {version} · au {day}", "{title} · {who} · version {version} · as of {day}"
)
HEADER_UNVERSIONED: Final = Bilingual("{title} · {who} · au {day}", "{title} · {who} · as of {day}")
TITLE: Final = Bilingual("Registre des traitements", "Record of processing")

PROCESSOR_TITLE: Final = Bilingual(
    "Registre du sous-traitant (art. 30, § 2, RGPD)", "Record of a processor (GDPR art. 30(2))"
)

# the pages
LIST: Final = Bilingual("Liste des traitements", "List of processing")
TABLE: Final = Bilingual("Une ligne par traitement", "One row per activity")
TRANSFERS: Final = Bilingual("Transferts", "Transfers")
LOG: Final = Bilingual("Journal des mises à jour", "Update log")
OPEN: Final = Bilingual("À compléter", "To complete")
SOURCES: Final = Bilingual("Sources des faits", "Sources of facts")
WORDS: Final = Bilingual("Autres mentions", "Other words")
VENDORS: Final = Bilingual("Prestataires", "Suppliers")
PROCESSOR: Final = Bilingual("Sous-traitant", "Processor")
#: Pages that say again, or explain, what the sheets of the activities say: importing leaves them aside.
REPEATED: Final = (TABLE, TRANSFERS, LOG, OPEN, SOURCES, WORDS)

VENDOR_HEADS: Final = (
    Bilingual("Sous-traitant", "Processor"),
    Bilingual("Contrat", "Contract"),
    Bilingual("Signé le", "Signed on"),
    Bilingual("Type de garanties", "Transfer mechanism"),
)
CONTRACT_OF: Final = {
    "yes": Bilingual("oui", "yes"),
    "no": Bilingual("non", "no"),
    "unknown": Bilingual("?", "?"),
}
FOR_OTHERS: Final = Bilingual(
    "Note : {count} {count:activité effectuée/activités effectuées} pour le compte d'autres, au registre du sous-traitant (auditor export processor-register).",
    "Note: {count} {count:activity/activities} done on behalf of others, in the record of the processor (auditor export processor-register).",
)

# who keeps it, above the list
ABOUT: Final = Bilingual("Responsable du traitement", "Controller")
ABOUT_PROCESSOR: Final = Bilingual("Nom du sous-traitant", "Name of processor")
#: The same in the list of processing, where contacts stand above it.
LIST_ABOUT: Final = Bilingual("Coordonnées du responsable de l'organisme", "Controller")
LIST_REPRESENTATIVE: Final = Bilingual("Coordonnées du représentant", "Representative")
LIST_OFFICER: Final = Bilingual(
    "Coordonnées du délégué à la protection des données (DPO)", "Data protection officer"
)
REPRESENTATIVE: Final = Bilingual("Représentant", "Representative")
OFFICER: Final = Bilingual("Délégué à la protection des données", "Data protection officer")
PERSON: Final = Bilingual("Nom :", "Contact person:")
COMPANY: Final = Bilingual("Société (si DPO externe) :", "DPO company:")
ADDRESS: Final = Bilingual("Adresse :", "Address:")
EMAIL: Final = Bilingual("Adresse mél :", "Email:")
REMARK: Final = Bilingual("Remarque :", "Remark:")
POSTCODE: Final = Bilingual("Code postal :", "Postcode:")
CITY: Final = Bilingual("Ville :", "City:")
COUNTRY: Final = Bilingual("Pays :", "Country:")
NUMBER: Final = Bilingual("{of} :", "{of}:")
PHONE: Final = Bilingual("Téléphone :", "Telephone:")
LIST_HEADS: Final = (
    Bilingual("Nom du traitement", "Name of processing"),
    Bilingual("N° / RÉF", "Reference"),
    Bilingual("Date de création de la fiche", "Date created"),
    Bilingual("Dernière mise à jour de la fiche", "Last updated"),
    Bilingual("Finalité du traitement", "Purpose of processing"),
    Bilingual("Données sensibles ?", "Sensitive data"),
    Bilingual("Art. 9 ou 10 (d'après les catégories)", "Art. 9 or 10 (by the categories)"),
    Bilingual("Rôle tenu", "Role held"),
    Bilingual("Service", "Department"),
    Bilingual("Ce qui manque", "What is missing"),
)
ROLE_CONTROLLER: Final = Bilingual("responsable du traitement", "controller")
ROLE_JOINT: Final = Bilingual("responsable conjoint", "joint controller")
ROLE_PROCESSOR: Final = Bilingual("sous-traitant", "processor")
COMPLETE: Final = Bilingual("complète", "complete")
MISSING: Final = Bilingual(
    "{count} {count:champ non déclaré/champs non déclarés}",
    "{count} {count:field/fields} not declared",
)

# the sheet of an activity
SHEET: Final = Bilingual("Fiche de registre", "Sheet of the record")
DESCRIPTION: Final = Bilingual("Description du traitement", "Description of the processing")
NAME: Final = Bilingual("Nom du traitement", "Name of processing")
REF: Final = Bilingual("N° / RÉF", "Reference")
CREATED: Final = Bilingual("Date de création du traitement", "Date created")
UPDATED: Final = Bilingual("Mise à jour du traitement", "Last updated")
VERSION: Final = Bilingual("Version", "Version")
ACTORS: Final = (
    Bilingual("Acteurs", "Actors"),
    Bilingual("Nom", "Contact person"),
    Bilingual("Adresse", "Address"),
    Bilingual("Code Postal", "Postcode"),
    Bilingual("Ville", "City"),
    Bilingual("Pays", "Country"),
    Bilingual("Téléphone", "Telephone"),
    Bilingual("Adresse mél", "Email"),
)
OFFICER_COMPANY: Final = Bilingual("Société du DPO (si celui-ci est externe)", "DPO company")
JOINT: Final = Bilingual("Responsable(s) conjoint(s)", "Joint controllers")
PURPOSES: Final = Bilingual("Finalité(s) du traitement effectué", "Purposes")
PURPOSE: Final = Bilingual("Finalité principale", "Purpose of processing")
SUB_PURPOSE: Final = Bilingual("Sous-finalité {number}", "Sub-purposes {number}")
BASIS_OF_PURPOSE: Final = Bilingual("sur la base : {value}", "based on: {value}")
BASIS: Final = Bilingual("Base légale", "Legal basis")
LEGAL_TEXT: Final = Bilingual("Texte de référence", "Legal reference")
INTEREST: Final = Bilingual("Intérêt légitime poursuivi", "Legitimate interest")
INTEREST_ASSESSMENT: Final = Bilingual("Mise en balance", "Legitimate interest assessment")
CONDITION: Final = Bilingual(
    "Condition article 9", "Article 9 condition for processing special category data"
)
DATA: Final = Bilingual("Catégories de données personnelles concernées", "Categories of personal data")
DETAIL: Final = Bilingual("Description", "Description")
KEPT: Final = Bilingual("Durée de conservation", "Retention period")
ARCHIVED: Final = Bilingual("Archivage intermédiaire", "Archive period")
IN_THE_END: Final = Bilingual("Sort final", "Deletion")
PERIODS: Final = (Bilingual("Base active", "Active retention"), ARCHIVED, IN_THE_END)
SPECIAL: Final = Bilingual("Données sensibles", "Special category personal data")
PEOPLE: Final = Bilingual("Catégories de personnes concernées", "Categories of individuals")
PEOPLE_ROW: Final = Bilingual("Catégorie de personnes {number}", "Category of individuals {number}")
MORE: Final = Bilingual("Précisions", "Details")
RECIPIENTS: Final = Bilingual("Destinataires", "Recipients")
INTERNAL_NONE: Final = Bilingual("Destinataires internes", "Internal recipients")
PROCESSORS_NONE: Final = Bilingual("Sous-traitants", "Processors")
RECIPIENT_KIND: Final = Bilingual("Type de destinataire", "Recipient type")
RECIPIENT_ROW: Final = Bilingual("Destinataire {number}", "Recipient {number}")
MEASURES: Final = Bilingual("Mesures de sécurité", "Security measures")
MEASURE_KIND: Final = Bilingual("Type de mesure de sécurité", "Measure")
MEASURE_ROW: Final = Bilingual("Mesure de sécurité {number}", "Security measure {number}")
OUTSIDE: Final = (
    Bilingual("Transferts hors UE", "Transfers"),
    Bilingual("Destinataire", "Recipients"),
    Bilingual("Pays", "Country"),
    Bilingual("Type de garanties", "Transfer mechanism"),
    Bilingual("", ""),
    Bilingual("Liens vers la documentation", "Link to safeguards"),
)
OUTSIDE_ROW: Final = Bilingual("Organisme destinataire {number}", "Recipient abroad {number}")

# rows of data as the simplified workbook of the CNIL names them
ROWS_OF_DATA: Final[dict[str, Bilingual]] = {
    "identity": Bilingual("État civil, identité, données d'identification, images…", "Identification data"),
    "private-life": Bilingual(
        "Vie personnelle (habitudes de vie, situation familiale, etc.)", "Private life"
    ),
    "employment": Bilingual(
        "Vie professionnelle (CV, situation professionnelle, scolarité, formation, distinctions, diplômes, etc.)",
        "Employment data",
    ),
    "financial": Bilingual(
        "Informations d'ordre économique et financier (revenus, situation financière, situation fiscale, etc.)",
        "Financial data",
    ),
    "device": Bilingual("Données de connexion (adresses IP, journaux, etc.)", "Connection data"),
    "location": Bilingual("Données de localisation (déplacements, données GPS, GSM, etc.)", "Location data"),
    "national-id": Bilingual("Numéro de Sécurité Sociale (ou NIR)", "National identification number"),
    "ethnic-origin": Bilingual("Données révélant l'origine raciale ou ethnique", "Racial or ethnic origin"),
    "political-opinion": Bilingual("Données révélant les opinions politiques", "Political opinions"),
    "religious-belief": Bilingual(
        "Données révélant les convictions religieuses ou philosophiques", "Religious or philosophical beliefs"
    ),
    "trade-union": Bilingual("Données révélant l'appartenance syndicale", "Trade union membership"),
    "genetic": Bilingual("Données génétiques", "Genetic data"),
    "biometric": Bilingual(
        "Données biométriques aux fins d'identifier une personne physique de manière unique",
        "Biometric data that identifies a person",
    ),
    "health": Bilingual("Données concernant la santé", "Health data"),
    "sex-life": Bilingual(
        "Données concernant la vie sexuelle ou l'orientation sexuelle", "Sex life or sexual orientation"
    ),
    "criminal": Bilingual(
        "Données relatives à des condamnations pénales ou infractions", "Criminal convictions and offences"
    ),
}
#: The rows of the workbook that nothing sets apart.
ORDINARY: Final = ("identity", "private-life", "employment", "financial", "device", "location", "national-id")
#: The nine rows of what GDPR arts 9 and 10 set apart, in the order of the workbook.
NINE: Final = (
    *("ethnic-origin", "political-opinion", "religious-belief", "trade-union", "genetic", "biometric"),
    *("health", "sex-life", "criminal"),
)

# lists to choose from
INTERNAL: Final = Bilingual("Service interne qui traite les données", "Internal")
PROCESSORS: Final = Bilingual("Sous-traitants", "Processor")
PARTNERS: Final = Bilingual("Partenaires institutionnels ou commerciaux", "Partner")
THIRD: Final = Bilingual("Destinataires dans des pays tiers ou organisations internationales", "Other")
OTHER: Final = Bilingual("Autre (préciser)", "Other")
KINDS_OF_RECIPIENT: Final = (INTERNAL, PROCESSORS, PARTNERS, THIRD, OTHER)
OTHER_MEASURES: Final = Bilingual("Autres mesures (à préciser)", "Other")
#: The measures of the simplified workbook, by the word of a case.
KINDS_OF_MEASURE: Final[dict[str, Bilingual]] = {
    "access-control": Bilingual("Contrôle d'accès des utilisateurs", "Access control"),
    "logging": Bilingual("Mesures de traçabilité", "Logging"),
    "backup": Bilingual("Sauvegarde des données", "Backup"),
    "encryption": Bilingual("Chiffrement des données", "Encryption"),
    "processor-oversight": Bilingual("Contrôle des sous-traitants", "Oversight of processors"),
}
#: The guarantees of a transfer, by the word of a case; the one that was annulled is not among them.
GUARANTEES: Final[dict[str, Bilingual]] = {
    "scc": Bilingual("Clauses contractuelles types (CCT)", "Standard contractual clauses"),
    "bcr": Bilingual("Règles d'entreprise contraignantes (BCR)", "Binding corporate rules"),
    "adequacy": Bilingual("Pays adéquat", "Adequacy decision"),
    "code-of-conduct": Bilingual("Code de conduite", "Code of conduct"),
    "certification": Bilingual("Certification", "Certification"),
}
PEOPLE_LIST: Final = (
    Bilingual("Salariés", "Employees"),
    Bilingual("Services internes", "Internal services"),
    Bilingual("Clients", "Customers"),
    Bilingual("Fournisseurs", "Suppliers"),
    Bilingual("Prestataires", "Contractors"),
    Bilingual("Prospects", "Prospects"),
    Bilingual("Candidats", "Applicants"),
    Bilingual("Autres (préciser)", "Other"),
)

# below the layout of the regulators
BEYOND: Final = Bilingual("Au-delà du modèle", "Beyond the layout")
BEYOND_ROWS: Final[dict[str, Bilingual]] = {
    "service": Bilingual("Service", "Department"),
    "software": Bilingual("Logiciel", "Software"),
    "retention": Bilingual("Durée de conservation", "Retention period"),
    "declares_special": Bilingual("Des données sensibles sont-elles traitées ?", "Sensitive data"),
    "collected_from": Bilingual("Source des données", "The source of the personal data"),
    "automated_decision": Bilingual("Décision automatisée", "Automated decision-making"),
    "dpia_required": Bilingual("AIPD requise ?", "DPIA required?"),
    "dpia": Bilingual("AIPD réalisée ?", "Data protection impact assessment"),
    "locations": Bilingual("Localisation des données", "Data location"),
    "clients": Bilingual("Clients", "Customers"),
    "operations": Bilingual("Opérations de traitement", "Categories of processing carried out"),
}
FOUND: Final = Bilingual(
    "Trouvés dans les flux et non déclarés (déduit)", "Found in the flows and not declared (derived)"
)
PLACES: Final = Bilingual("Hébergement d'après les flux (déduit)", "Hosts by the flows (derived)")
CONTRACTS: Final = Bilingual("Contrats des sous-traitants", "Contracts of the processors")
REACH: Final = Bilingual(
    "À portée du droit d'un pays tiers, ce qui n'est pas un transfert (déduit)",
    "Within reach of the law of a third country, which is no transfer (derived)",
)
ABROAD: Final = Bilingual(
    "Transferts d'après les flux (déduit)", "Sent to third countries by the flows (derived)"
)
PROTECTION: Final = Bilingual(
    "Protection énoncée sur les flux et les hôtes", "Protection stated of flows and hosts"
)
PLACE_OPEN: Final = Bilingual("lieu non énoncé", "place not stated")
FIELD_OF: Final = Bilingual("{field} · {key}", "{field} · {key}")

# the row of an activity
CONTACT: Final = Bilingual("Coordonnées du responsable", "Contact of the controller")
TOOL: Final = Bilingual("Type de garanties", "Transfer mechanism")
BASES_OF_PURPOSES: Final = Bilingual("Base légale des sous-finalités", "Legal basis of further purposes")
#: The columns in the order of the ICO's template for controllers; others follow.
ORDER_ICO: Final = (
    annex.REGISTER_CONTROLLER,
    CONTACT,
    annex.REGISTER_DPO,
    REPRESENTATIVE,
    BEYOND_ROWS["service"],
    annex.REGISTER_PURPOSE,
    annex.REGISTER_PEOPLE,
    annex.REGISTER_DATA,
    annex.REGISTER_SPECIAL,
    annex.REGISTER_RECIPIENTS,
    annex.REGISTER_CONTRACTS,
    annex.REGISTER_TRANSFERS,
    TOOL,
    annex.REGISTER_RETENTION,
    annex.REGISTER_SECURITY,
    annex.REGISTER_BASIS,
    BASES_OF_PURPOSES,
    LEGAL_TEXT,
    INTEREST,
    INTEREST_ASSESSMENT,
    BEYOND_ROWS["automated_decision"],
    BEYOND_ROWS["collected_from"],
    annex.REGISTER_LOCATION,
    BEYOND_ROWS["locations"],
    BEYOND_ROWS["dpia_required"],
    annex.REGISTER_ASSESSMENT,
)

# the other pages
TRANSFER_HEADS: Final = (
    Bilingual("Fiche", "Sheet"),
    Bilingual("Importateur", "Importer"),
    Bilingual("Pays", "Country"),
    Bilingual("Fondement", "Ground"),
    Bilingual("Document", "Document"),
    Bilingual("Comment on le sait", "How it is known"),
)
DERIVED: Final = Bilingual("déduit des flux", "derived from the flows")
DECLARED: Final = Bilingual("déclaré dans la fiche", "declared in the sheet")
SIGNED: Final = Bilingual("signé", "signed")
LOG_HEADS: Final = (
    Bilingual("Date", "Date"),
    Bilingual("Fiche", "Sheet"),
    Bilingual("Quoi", "What"),
    Bilingual("Version", "Version"),
)
LOG_CREATED: Final = Bilingual("fiche créée", "sheet made")
LOG_UPDATED: Final = Bilingual("fiche mise à jour", "sheet updated")
LOG_BETWEEN: Final = Bilingual("entre le {before} et le {after}", "between {before} and {after}")
LOG_NEW: Final = Bilingual("énoncé : {after}", "stated: {after}")
LOG_GONE: Final = Bilingual("n'est plus énoncé : {before}", "no longer stated: {before}")
LOG_CHANGED: Final = Bilingual("{after} (avant : {before})", "{after} (before: {before})")
OPEN_HEADS: Final = (
    Bilingual("Fiche", "Sheet"),
    Bilingual("Champ", "Field"),
    Bilingual("Question", "Question"),
    Bilingual("À qui", "To whom"),
    Bilingual("Déjà demandé le", "Asked on"),
    Bilingual("Ce que dit le registre importé", "What the imported record says"),
)
SOURCE_HEADS: Final = (
    Bilingual("Fiche", "Sheet"),
    Bilingual("Champ", "Field"),
    Bilingual("Comment on le sait", "How it is known"),
    Bilingual("Provenance", "From where"),
)
WORDS_HEADS: Final = (
    Bilingual("Où", "Where"),
    Bilingual("Intitulé", "Heading"),
    Bilingual("Mots", "Words"),
    Bilingual("Devenir", "What became of them"),
)
APPROVAL: Final = Bilingual("Approbation", "Approval")
SIGNED_BY: Final = (
    Bilingual("Nom et fonction", "Name and function"),
    Bilingual("Date", "Date"),
    Bilingual("Signature", "Signature"),
)
AS_IT_STANDS: Final = Bilingual("repris tel quel", "as it stands there")
KEPT_AS_WORDS: Final = Bilingual("gardés en mots", "kept as words")

# the processor's record
PROCESSOR_HEADS: Final = (
    Bilingual("Client", "Customer"),
    Bilingual("Coordonnées du client", "Contact details of controller"),
    Bilingual("Représentant du client", "Representative of customer"),
    Bilingual("DPO du client", "DPO of controller"),
    Bilingual("Nom du traitement", "Name of processing"),
    Bilingual("Opérations de traitement", "Categories of processing carried out"),
    Bilingual("Catégories de personnes", "Categories of individuals"),
    Bilingual("Catégories de données", "Categories of personal data"),
    Bilingual("Sous-traitants ultérieurs", "Sub-processors"),
    Bilingual("Recours autorisé ?", "Use authorised?"),
    Bilingual("Pays tiers", "Third country transfers"),
    Bilingual("Type de garanties", "Transfer mechanism"),
    Bilingual("Lien vers la documentation", "Link to safeguards"),
    Bilingual("Mesures de sécurité", "Security measures"),
    Bilingual("Contrat (date, document)", "Written contract (date, document)"),
    Bilingual("Date de création de la fiche", "Date created"),
    Bilingual("Dernière mise à jour de la fiche", "Last updated"),
)

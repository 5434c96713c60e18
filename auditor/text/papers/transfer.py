"""The transfer impact assessment: the six steps of the EDPB's Recommendations 01/2020, what facts fill in and what people do."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

TITLE: Final = Bilingual("Évaluation des transferts", "Transfer impact assessment")
LIST: Final = Bilingual("Transferts", "Transfers")
HEADS: Final = (
    Bilingual("Étape", "Step"),
    Bilingual("Point", "Point"),
    Bilingual("Ce que dit le dossier", "What the case says"),
    Bilingual("À remplir", "To be filled in"),
)
BEFORE: Final = Bilingual(
    "Avant : est-ce un transfert, et faut-il l'évaluer ?",
    "Before: is it a transfer, and is it to be assessed?",
)
KNOW: Final = Bilingual("1 · Connaître le transfert", "1 · Know the transfer")
TOOL: Final = Bilingual("2 · L'outil de transfert", "2 · The transfer tool")
LAW: Final = Bilingual("3 · Droit et pratiques du pays", "3 · Law and practice of the country")
MEASURES: Final = Bilingual("4 · Mesures supplémentaires", "4 · Supplementary measures")
STEPS: Final = Bilingual("5 · Démarches", "5 · Procedural steps")
REVIEW: Final = Bilingual("6 · Réévaluation", "6 · Review")
CONCLUSION: Final = Bilingual("Conclusion", "Conclusion")

CERTAIN: Final = Bilingual("Transfert établi d'après les faits ?", "A transfer by the facts?")
CERTAIN_YES: Final = Bilingual("oui, d'après les flux décrits", "yes, by the flows described")
CERTAIN_NO: Final = Bilingual("possible : des faits manquent", "possible: facts are missing")
WHO: Final = Bilingual("Qui doit l'évaluer (exportateur)", "Who is to assess it (exporter)")
COVERED: Final = Bilingual("Couvert par une décision d'adéquation ?", "Covered by an adequacy decision?")
COVERED_YES: Final = Bilingual(
    "oui, d'après les faits : aucune évaluation n'est alors demandée",
    "yes, by the facts: no assessment is then asked for",
)
COVERED_OPEN: Final = Bilingual(
    "selon des faits qui manquent (portée de la décision, inscription de l'importateur)",
    "that hangs on facts which are missing (scope of the decision, entry of the importer)",
)
COVERED_NO: Final = Bilingual("non, d'après les faits", "no, by the facts")
IMPORTER: Final = Bilingual("Importateur, pays, rôle", "Importer, country, role")
CONTACT: Final = Bilingual("Coordonnées de l'importateur", "Contact of the importer")
ONWARD: Final = Bilingual("Destinataires ultérieurs", "Onward recipients")
PURPOSE: Final = Bilingual("Finalité", "Purpose")
PEOPLE: Final = Bilingual("Personnes", "People")
DATA: Final = Bilingual("Données", "Data")
SPECIAL: Final = Bilingual("dont art. 9 ou 10", "of arts 9 or 10")
FORMAT: Final = Bilingual("Format : clair, chiffré, clés", "Format: clear, encrypted, keys")
ACCESS: Final = Bilingual("Envoi ou accès à distance", "Sent, or remote access")
FREQUENCY: Final = Bilingual("Fréquence", "Frequency")
VOLUME: Final = Bilingual("Volume", "Volume")
FLOWS: Final = Bilingual("Flux", "Flows")
GROUND: Final = Bilingual("Outil invoqué", "Tool relied on")
PAPER: Final = Bilingual("Clauses : module, date, document", "Clauses: module, date, document")
FRAMEWORK: Final = Bilingual("Data Privacy Framework", "Data Privacy Framework")
REACH: Final = Bilingual(
    "Textes qui atteignent l'importateur (déduit)", "Laws that reach the importer (derived)"
)
EXPOSURE: Final = Bilingual(
    "Exposition au droit d'un pays tiers (une exposition n'est pas un transfert)",
    "Exposure to the law of a third country (exposure is not a transfer)",
)
ASSESSED: Final = Bilingual("Évaluation déjà faite", "Assessment made before")
PRACTICE: Final = Bilingual("Pratique des autorités", "Practice of the authorities")
PRACTICE_ASK: Final = Bilingual(
    "Que sait-on de la pratique des autorités pour ce secteur et ces données ?",
    "What is known of the practice of the authorities for this sector and this data?",
)
REQUESTS: Final = Bilingual("Demandes reçues", "Requests received")
REQUESTS_ASK: Final = Bilingual(
    "L'importateur a-t-il reçu des demandes d'accès, combien, et qu'en a-t-il fait ?",
    "Did the importer receive requests for access, how many, and what did it do?",
)
STATED_MEASURES: Final = Bilingual("Mesures énoncées", "Measures stated")
TECHNICAL: Final = Bilingual("Mesures techniques", "Technical measures")
TECHNICAL_ASK: Final = Bilingual(
    "Le destinataire peut-il lire en clair, et qui tient les clés ?",
    "Can the recipient read in clear, and who holds the keys?",
)
CONTRACTUAL: Final = Bilingual("Mesures contractuelles", "Contractual measures")
CONTRACTUAL_ASK: Final = Bilingual(
    "L'importateur s'engage-t-il à contester, à notifier, à être transparent ?",
    "Does the importer undertake to contest, to notify, to be transparent?",
)
ORGANISATIONAL: Final = Bilingual("Mesures organisationnelles", "Organisational measures")
ORGANISATIONAL_ASK: Final = Bilingual(
    "Quelles règles internes, quelle minimisation, quels contrôles ?",
    "Which internal policies, which minimisation, which controls?",
)
SIGNATURES: Final = Bilingual("Clauses et signatures", "Clauses and signatures")
SIGNATURES_ASK: Final = Bilingual(
    "Quelles clauses sont à signer, par qui, et quand ?", "Which clauses are to be signed, by whom, and when?"
)
DATE: Final = Bilingual("Date de la prochaine réévaluation", "Date of the next review")
DATE_ASK: Final = Bilingual("Quand, et sur quel événement ?", "When, and upon which event?")
OWNER: Final = Bilingual("Responsable", "Owner")
OWNER_ASK: Final = Bilingual("Qui la mène ?", "Who carries it out?")
DECISION: Final = Bilingual("Décision", "Decision")
DECISION_ASK: Final = Bilingual(
    "Le transfert peut-il avoir lieu, à quelles conditions, ou doit-il cesser ?",
    "May the transfer take place, on which conditions, or must it stop?",
)
SIGNATURE: Final = Bilingual("Signature", "Signature")
SIGNATURE_ASK: Final = Bilingual("Nom, fonction, date", "Name, function, date")

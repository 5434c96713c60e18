"""The texts of the annexes of the page of a case, by the key that a template asks for."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text import console as console_texts

ANNEXES: Final = {
    "nav_annexes": Bilingual("Annexes", "Annexes"),
    "annexes": Bilingual("Annexes", "Annexes"),
    "annex_proofs": Bilingual("1. Preuves, prémisse par prémisse", "1. Proofs, premise by premise"),
    "annex_proofs_intro": Bilingual(
        "Chaque prémisse, comment elle est connue, sa source et sa place dans les fichiers.",
        "Each premise with how it is known, its source and its place in the files.",
    ),
    "back": Bilingual("retour", "back"),
    "annex_unstated": Bilingual(
        "2. {count:Fait que personne n'a énoncé/Faits que personne n'a énoncés} ({count}, de {kinds} {kinds:sorte/sortes})",
        "2. {count:Fact/Facts} that nobody has stated ({count}, in {kinds} {kinds:kind/kinds})",
    ),
    "annex_rules": Bilingual(
        "3. Les règles qui ont trouvé ou laissé ouvert quelque chose ({count})",
        "3. The rules that found or left open something here ({count})",
    ),
    "rule": Bilingual("Règle", "Rule"),
    "rules_without_a_line": Bilingual(
        "Les règles qui n'ont rien rencontré n'ont pas de ligne ; toutes sont celles de la version {version}.",
        "Rules that met nothing have no line; all are those of version {version}.",
    ),
    "packs_of_rules": Bilingual("Jeux de règles", "Packs of rules"),
    "pack_not_applied": Bilingual(
        "non appliqué : le dossier ne le nomme pas", "not applied: the case does not name it"
    ),
    "annex_sources": Bilingual("4. Sources", "4. Sources"),
    "annex_assumed": Bilingual("5. Ce qui est supposé", "5. What is assumed"),
    "nothing_assumed": Bilingual("Rien.", "Nothing."),
    "overrides": console_texts.OVERRIDES,
    "annex_files": Bilingual("6. Fichiers lus, et comment refaire", "6. Files read, and how to do it again"),
    "how_to_reproduce": Bilingual(
        "Avec la version {version} du programme et les mêmes fichiers, ces commandes donnent le même résultat, octet pour octet :",
        "With version {version} of the program and the same files, these commands give the same result, byte for byte:",
    ),
    "hash_of_result": Bilingual("SHA-256 du résultat en JSON", "SHA-256 of the result as JSON"),
    "hash_of_manifest": Bilingual(
        "SHA-256 du manifeste du dossier de preuve", "SHA-256 of the manifest of the evidence bundle"
    ),
    "files_read": Bilingual("Fichiers lus", "Files read"),
    "sheets_elsewhere": Bilingual(
        "Les fiches du registre, des transferts et de l'analyse d'impact s'obtiennent par :",
        "The sheets of the record, of transfers and of the impact assessment come from:",
    ),
    "annex_notes": Bilingual("7. Notes sur les textes", "7. Notes on the texts"),
    "no_notes": Bilingual("Aucune.", "None."),
    "annex_words": Bilingual("8. Mots", "8. Words"),
    "control": Bilingual("Contrôle", "Control"),
    "control_means": Bilingual(
        "Le pouvoir de décider : majorité des votes, droit de nommer la direction, ou contrôle de fait montré par une pièce. Un investisseur minoritaire ne contrôle pas.",
        "The power to decide: a majority of votes, the right to appoint the management, or control in fact that a document shows. A minority investor does not control.",
    ),
    "exposure": Bilingual("Exposition", "Exposure"),
    "exposure_means": Bilingual(
        "Le droit d'un État permet à ses autorités d'adresser une demande à qui garde les données, ou à qui le contrôle. Ce n'est ni un accès ni un transfert.",
        "The law of a State lets its authorities address a demand to whoever keeps the data, or controls who does. It is neither an access nor a transfer.",
    ),
    "transfer": Bilingual("Transfert", "Transfer"),
    "transfer_means": Bilingual(
        "Un exportateur soumis au RGPD envoie ou met à disposition des données à un importateur d'un pays tiers.",
        "An exporter under the GDPR sends or makes available data to an importer in a third country.",
    ),
    "established": Bilingual("Établi", "Established"),
    "established_means": Bilingual(
        "Les prémisses de la règle sont réunies avec certitude dans les faits décrits.",
        "The premises of the rule hold for certain in the facts described.",
    ),
    "open_point": Bilingual("Point en suspens", "Open point"),
    "open_point_means": Bilingual(
        "Il manque un fait qui déciderait ; il est demandé, et rien n'est retenu contre personne.",
        "A fact is missing that would decide; it is asked for, and nothing is held against anyone.",
    ),
    "gate": Bilingual("Seuil", "Bar"),
    "gate_means": Bilingual(
        "La gravité à partir de laquelle un point établi fait échouer un contrôle automatique.",
        "The severity from which on a finding makes an automatic check fail.",
    ),
    "third_country": Bilingual("Pays tiers", "Third country"),
    "third_country_means": Bilingual(
        "Un pays hors de l'Espace économique européen.", "A country outside the European Economic Area."
    ),
}

"""What a file in the folder of a case is that is no part of the case, and where it belongs."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

EXCEPTIONS: Final = Template(
    "ce fichier contient des exceptions ; ce n'est pas une partie du dossier",
    "this file holds exceptions; it is no part of the case",
)
EXCEPTIONS_HINT: Final = Template(
    "le nommer exceptions.yaml, à la racine du répertoire du dossier, ou le placer ailleurs et le donner par --exceptions",
    "call it exceptions.yaml, directly in the folder of the case, or put it elsewhere and give it with --exceptions",
)
BASELINE: Final = Template(
    "ce fichier est un état de référence ; ce n'est pas une partie du dossier",
    "this file is a baseline; it is no part of the case",
)
BASELINE_HINT: Final = Template(
    "le nommer baseline.yaml, à la racine du répertoire du dossier, ou le placer ailleurs et le donner par --baseline",
    "call it baseline.yaml, directly in the folder of the case, or put it elsewhere and give it with --baseline",
)
SETTINGS: Final = Template(
    "ce fichier contient des réglages ; ce n'est pas une partie du dossier",
    "this file holds settings; it is no part of the case",
)
SETTINGS_HINT: Final = Template(
    "le nommer auditor.yaml, à la racine du répertoire du dossier ou plus haut, ou le placer ailleurs et le donner par --config",
    "call it auditor.yaml, directly in the folder of the case or above it, or put it elsewhere and give it with --config",
)
PACK: Final = Template(
    "ce fichier est un paquet de règles ; ce n'est pas une partie du dossier",
    "this file is a pack of rules; it is no part of the case",
)
PACK_HINT: Final = Template(
    "le placer hors du répertoire du dossier et le donner par --policy",
    "put it outside of the folder of the case and give it with --policy",
)
KNOWLEDGE: Final = Template(
    "ce fichier complète la base de connaissances ; ce n'est pas une partie du dossier",
    "this file adds to the knowledge base; it is no part of the case",
)
KNOWLEDGE_HINT: Final = Template(
    "le placer hors du répertoire du dossier et le donner par --knowledge",
    "put it outside of the folder of the case and give it with --knowledge",
)
WOULD_BE_READ: Final = Template(
    "{path} est dans le répertoire du dossier et serait lu comme une partie du dossier",
    "{path} lies in the folder of the case and would be read as a part of the case",
)
OWN_NAME: Final = Template(
    "y écrire {own}, ou choisir un fichier hors de {folder}",
    "write it to {own}, or choose a file outside of {folder}",
)

"""One row per field of a document that facts come from."""

from __future__ import annotations

from typing import Final

from auditor.text.fields.base import Rows, aside
from auditor.text.fields.common import NOTE

SECTIONS: Final[dict[str, Rows]] = {
    "sources": {
        "kind": aside(
            "le genre de document", "the kind of document", "it describes a document, from which facts come"
        ),
        "title": aside("le titre", "the title", "it describes a document, from which facts come"),
        "author": aside("l'auteur", "the author", "it describes a document, from which facts come"),
        "publisher": aside("l'éditeur", "the publisher", "it describes a document, from which facts come"),
        "date": aside("la date", "the date", "it describes a document, from which facts come"),
        "url": aside(
            "l'adresse publique", "the public address", "it describes a document, from which facts come"
        ),
        "archive": aside(
            "l'adresse de la copie archivée",
            "the address of the archived copy",
            "it describes a document, from which facts come",
        ),
        "id": aside(
            "l'identifiant officiel",
            "the official identifier",
            "it describes a document, from which facts come",
        ),
        "sha256": aside(
            "l'empreinte du fichier", "the hash of the file", "it describes a document, from which facts come"
        ),
        "note": NOTE,
    },
}

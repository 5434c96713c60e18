"""One row per field of a document that facts come from."""

from __future__ import annotations

from typing import Final

from auditor.text.fields.base import Rows, aside
from auditor.text.fields.common import NOTE

#: What describes a document is no fact about the system.
OF_A_DOCUMENT: Final = "it describes a document, from which facts come"
SECTIONS: Final[dict[str, Rows]] = {
    "sources": {
        "kind": aside("le genre de document", "the kind of document", OF_A_DOCUMENT),
        "title": aside("le titre", "the title", OF_A_DOCUMENT),
        "short": aside("le nom court, dans les phrases", "the short name, in sentences", OF_A_DOCUMENT),
        "author": aside("l'auteur", "the author", OF_A_DOCUMENT),
        "publisher": aside("l'éditeur", "the publisher", OF_A_DOCUMENT),
        "date": aside("la date", "the date", OF_A_DOCUMENT),
        "url": aside("l'adresse publique", "the public address", OF_A_DOCUMENT),
        "archive": aside(
            "l'adresse de la copie archivée",
            "the address of the archived copy",
            OF_A_DOCUMENT,
        ),
        "id": aside(
            "l'identifiant officiel",
            "the official identifier",
            OF_A_DOCUMENT,
        ),
        "sha256": aside("l'empreinte du fichier", "the hash of the file", OF_A_DOCUMENT),
        "note": NOTE,
    },
}

"""What is wrong with files that were imported, and with what is to be imported."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

EDITED: Final = Template(
    "ce fichier a été importé, puis modifié : il n'est plus tel que le programme l'a fait",
    "this file was imported, then edited: it is no longer as the program made it",
)
WRITE_BESIDE: Final = Template(
    "écrire ses propres faits dans un autre fichier, où ils passent avant ; puis importer de nouveau",
    "write own facts in another file, where they go before it; then import again",
)

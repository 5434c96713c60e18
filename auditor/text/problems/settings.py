"""What is wrong with a file of settings."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

WRITING: Final = Template(
    "ce qui est écrit se nomme sur la ligne de commande : --output FORMAT:FICHIER",
    "what is written is named on the command line: --output FORMAT:FILE",
)
PATH_LEADS_OUT: Final = Template(
    "un chemin qui sort du dépôt : {name}", "a path that leads out of the repository: {name}"
)
PATHS_HINT: Final = Template(
    "les chemins des réglages partent de leur fichier et restent dans le dépôt, hors des dossiers cachés",
    "paths in settings are relative to their file and stay inside the repository, out of hidden folders",
)
NOT_TOML: Final = Template("ce n'est pas du TOML : {error}", "this is not TOML: {error}")
NO_SUCH_FILE: Final = Template("aucun fichier de réglages à {path}", "no such file of settings: {path}")

"""What the command line says when it cannot do what it was asked to, and how it ends."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

NO_OPTION: Final = Template("aucune option de ce nom : {name}", "no such option: {name}")
NO_COMMAND: Final = Template("aucune commande de ce nom : {name}", "no such command: {name}")
COMMAND_MISSING: Final = Template("il manque une commande", "a command is missing")
ARGUMENT_MISSING: Final = Template("il manque l'argument {name}", "the argument {name} is missing")
OPTION_MISSING: Final = Template("il manque l'option {name}", "the option {name} is missing")
PARAMETER_MISSING: Final = Template("il manque {name}", "{name} is missing")
VALUE_MISSING: Final = Template("l'option {name} demande une valeur", "the option {name} takes a value")
TAKES_NO_VALUE: Final = Template("l'option {name} ne prend pas de valeur", "the option {name} takes no value")
BAD_CHOICE: Final = Template("{name} n'admet pas {value}", "{name} does not take {value}")
BAD_VALUE: Final = Template("cette valeur de {name} ne convient pas", "this value of {name} does not do")
READER_SAYS: Final = Template("le lecteur d'arguments dit « {words} »", "{words}")
TOO_MANY: Final = Template("argument de trop : {name}", "one argument too many: {name}")
OTHER: Final = Template("la ligne de commande ne peut pas être lue : « {words} »", "{words}")
HELP: Final = Template(
    "auditor --help liste les commandes et leurs options",
    "auditor --help lists the commands and their options",
)
HELP_OF: Final = Template(
    "auditor {command} --help liste ses options", "auditor {command} --help lists its options"
)

ERROR: Final = Template("erreur : {message}", "error: {message}")
MORE_IN_FILE: Final = Template("{count} problèmes de plus dans {path}", "{count} more problems in {path}")
ONE_PROBLEM: Final = Template(
    "1 problème ; aucun verdict n'a été rendu.", "1 problem; no verdict was reached."
)
PROBLEMS: Final = Template(
    "{count} problèmes ; aucun verdict n'a été rendu.", "{count} problems; no verdict was reached."
)
INTERNAL_ERROR: Final = Template(
    "erreur interne ({kind}) ; aucun verdict n'a été rendu.",
    "internal error ({kind}); no verdict was reached.",
)
TRACEBACK: Final = Template(
    "définir AUDITOR_TRACEBACK=1 pour voir où, et merci de le signaler",
    "set AUDITOR_TRACEBACK=1 to see where, and please report it",
)
UNWRITABLE: Final = Template(
    "impossible d'écrire la sortie standard : {why}", "cannot write standard output: {why}"
)
CLOSED: Final = Template("elle est fermée", "it is closed")

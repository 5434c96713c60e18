"""What is wrong with a request for a survey, and why a case or a capture of one was not judged."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

NESTED: Final = Template(
    "{inner} se trouve dans {outer} : ses dossiers seraient comptés deux fois",
    "{inner} lies in {outer}: its cases would be counted twice",
)
SAME_NAME: Final = Template(
    "deux chemins s'appellent {name} : leurs dossiers se confondraient",
    "two paths are called {name}: their cases could not be told apart",
)
EARLIER_IS_OUT: Final = Template(
    "--since et --out nomment le même répertoire : {path}", "--since and --out name the same folder: {path}"
)
NO_SURVEY: Final = Template(
    "{path} n'est pas le répertoire d'un relevé terminé", "{path} is not the folder of a finished survey"
)
FINISH_IT: Final = Template(
    "un relevé interrompu se termine par la même commande",
    "an interrupted survey is finished by the same command",
)
BROKEN_LINE: Final = Template(
    "{path} : la ligne {line} n'est pas celle d'un relevé", "{path}: line {line} is not one of a survey"
)
EXTRA_MISSING: Final = Template(
    "{option} a besoin de {package}, qui n'est pas installé",
    "{option} needs {package}, which is not installed",
)
INSTALL_EXTRA: Final = Template(
    "l'installer : pip install 'dataflow-auditor[{extra}]'",
    "install it: pip install 'dataflow-auditor[{extra}]'",
)
BAD_CLUSTER: Final = Template(
    "--cluster veut une adresse (tcp://hôte:8786), local ou local:N : {text}",
    "--cluster wants an address (tcp://host:8786), local or local:N: {text}",
)
NO_CLUSTER: Final = Template("aucun ordonnanceur ne répond à {address}", "no scheduler answers at {address}")
CLUSTER_GONE: Final = Template(
    "l'ordonnanceur de {address} ne répond plus", "the scheduler at {address} no longer answers"
)
GO_ON: Final = Template(
    "la même commande reprend où le relevé s'est arrêté",
    "the same command goes on from where the survey stopped",
)
OTHER_PROGRAM: Final = Template(
    "un processus de la grappe a un autre programme ou d'autres connaissances que cette machine",
    "a worker of the cluster has another program or other knowledge than this machine",
)
SAME_VERSION: Final = Template(
    "installer partout la même version d'auditor", "install the same version of auditor everywhere"
)
ONE_DATE: Final = Template("un relevé se juge à une seule date", "a survey is judged on one date")

UNDATED: Final = Template(
    "cette capture ne dit pas quand elle fut faite ; --as-of le dit",
    "this capture does not say when it was made; --as-of tells it",
)
AND_MORE: Final = Template("{first} (et {count} de plus)", "{first} (and {count} more)")
AT: Final = Template("{path} : {message}", "{path}: {message}")
INTERNAL: Final = Template(
    "erreur interne ({kind}) : auditor check sur ce seul dossier la montre",
    "internal error ({kind}): auditor check on this case alone shows it",
)
OUT_OF_TIME: Final = Template(
    "a pris plus que les {seconds} s de processeur que --case-seconds accorde à un dossier",
    "took more than the {seconds} s of processor time that --case-seconds grants a case",
)
ENDED: Final = Template(
    "le processus qui jugeait ce dossier s'est arrêté, et encore quand on l'a repris : trop de mémoire ou de temps, peut-être",
    "the process that judged this case ended, and again when it was tried anew: too much memory or time, perhaps",
)

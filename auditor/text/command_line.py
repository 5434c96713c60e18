"""What the command line says of itself: help, progress, what was read and written. Its refusals are in `problems/`."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

PROGRAM: Final = Template(
    "Audit des flux de données personnelles : qui envoie quoi à qui et où, au regard d'un droit daté, avec preuves.",
    "Data-flow privacy audit: who sends which personal data where, held against dated law, with proof.",
)

#: What stands around help.
USAGE: Final = Template("Usage : ", "Usage: ")
ARGUMENTS: Final = Template("Arguments", "Arguments")
OPTIONS: Final = Template("Options", "Options")
COMMANDS_HEADING: Final = Template("Commandes", "Commands")
HEADING: Final = Template("{title} :", "{title}:")
#: What may be given to an option, in place of words that are not ours; and what stands after its help.
PLACEHOLDERS: Final = {
    "DATE": Template("DATE", "DATE"),
    "DAY": Template("JOUR", "DAY"),
    "FILE": Template("FICHIER", "FILE"),
    "FOLDER": Template("RÉPERTOIRE", "FOLDER"),
    "ADDRESS": Template("ADRESSE", "ADDRESS"),
    "NUMBER": Template("NOMBRE", "NUMBER"),
    "SITE": Template("SITE", "SITE"),
    "REV": Template("RÉV", "REV"),
    "[FORMAT:]FILE": Template("[FORMAT:]FICHIER", "[FORMAT:]FILE"),
    "<path>": Template("<chemin>", "<path>"),
    "<str>": Template("<texte>", "<text>"),
    "COMMAND [ARGS]...": Template("COMMANDE [ARGUMENTS]...", "COMMAND [ARGUMENTS]..."),
}
BY_VARIABLE: Final = Template("variable : {name}", "env var: {name}")
BY_DEFAULT: Final = Template("par défaut : {value}", "default: {value}")
REQUIRED: Final = Template("obligatoire", "required")
PARTED: Final = Template(" ; ", "; ")

#: What is being done, once it takes long.
JUDGING: Final = Template("lecture et jugement", "judging")
JUDGING_CASE: Final = Template("lecture et jugement de {name}", "judging {name}")
WRITING: Final = Template("écriture", "writing")
ASKING: Final = Template("jugement de chaque réponse", "judging each answer")

#: What `-v` says was used.
NEXT_CHECK: Final = Template(
    "Ensuite : auditor check {path} ; auditor report {path} --out rapport ; auditor ask {path} ; auditor export register {path} --format xlsx --out registre.xlsx",
    "Next: auditor check {path}; auditor report {path} --out report; auditor ask {path}; auditor export register {path} --format xlsx --out record.xlsx",
)
NEXT_INIT: Final = Template(
    "Une fois rempli : auditor init --from {path} DOSSIER",
    "Once filled in: auditor init --from {path} FOLDER",
)
FILE_READ: Final = Template("lu : {path}", "read: {path}")
PACKS_READ: Final = Template("paquets de règles : {names}", "packs: {names}")
SETTINGS_OFF: Final = Template("pas de réglages : --no-config", "no settings: --no-config")
SETTINGS_READ: Final = Template("réglages : {path}", "settings: {path}")
SETTINGS_NONE: Final = Template("aucun réglage trouvé", "no settings found")

#: What is no safeguard where a revision is the very state that is checked, by the option that names it.
MOOT: Final = {
    "since": Template(
        "--since {name} est l'état courant : rien ne peut être nouveau",
        "--since {name} is what is checked out: nothing can be new",
    ),
    "exceptions_from": Template(
        "--exceptions-from {name} est l'état courant : une modification peut s'excepter elle-même",
        "--exceptions-from {name} is what is checked out: a change may exempt itself",
    ),
    "baseline_from": Template(
        "--baseline-from {name} est l'état courant : une modification peut s'y faire entrer elle-même",
        "--baseline-from {name} is what is checked out: a change may take itself in",
    ),
}

BASELINE_LEFT: Final = Template(
    "{path} est laissé tel quel : il grandirait ; --accept-new l'admet",
    "{path} is left alone: it would grow; --accept-new takes that in",
)
TESTS_RUN: Final = Template("{passed} réussis, {failed} échoués", "{passed} passed, {failed} failed")
VERSION: Final = Template(
    "auditor {version}, connaissances à la date du {date}", "auditor {version}, knowledge as of {date}"
)

#: How far a survey has come, and how it went.
PROGRESS: Final = Template("{done} sur {items}", "{done} of {items}")
TIME_LEFT: Final = Template(
    "{done} sur {items}, encore {left} environ", "{done} of {items}, about {left} left"
)
HOURS: Final = Template("{hours} h {minutes} min", "{hours} h {minutes} min")
MINUTES: Final = Template("{minutes} min {seconds} s", "{minutes} min {seconds} s")
SECONDS: Final = Template("{seconds} s", "{seconds} s")
SURVEYED: Final = Template(
    "dossiers et captures : {cases} ; jugés : {judged} ; contrôle non passé : {failing}",
    "cases and captures: {cases}; judged: {judged}; gate not passed: {failing}",
)
NOT_JUDGED: Final = Template(
    "non jugés : {count} ; {path} dit pourquoi", "not judged: {count}; {path} tells why"
)
NOT_JUDGED_AS: Final = Template("{case} : {why}", "{case}: {why}")

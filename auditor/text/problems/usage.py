"""What is wrong with a request: an unknown rule, finding, scenario, date or format, or two that exclude each other."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

EXCEPTED_ALREADY: Final = Template(
    "{finding} est déjà excepté dans {path}", "{finding} is excepted already in {path}"
)
EDIT_ENTRY: Final = Template("modifier son entrée", "edit its entry")
NO_END: Final = Template(
    "{path} est disposé de façon que rien ne peut s'ajouter à sa fin",
    "{path} is laid out so that nothing can be added at its end",
)
BY_HAND: Final = Template("ajouter l'entrée à la main", "add the entry by hand")
NO_FINDING: Final = Template("aucun constat de ce nom : {finding}", "no such finding: {finding}")
SEVERAL_FINDINGS: Final = Template(
    "plusieurs constats commencent ainsi : {finding}", "several findings begin so: {finding}"
)
NAMES_A_PATH: Final = Template(
    "{path} est un chemin, ni une règle ni un constat", "{path} is a path, neither a rule nor a finding"
)
FINDING_FIRST: Final = Template(
    "ce qui est à expliquer vient d'abord : auditor explain {what} {path}",
    "what is to be explained comes first: auditor explain {what} {path}",
)
CHECK_SHOWS_IDS: Final = Template(
    "auditor check montre l'identifiant de chaque constat", "auditor check shows the id of each finding"
)
NOT_ESTABLISHED: Final = Template(
    "{finding} n'est pas établi, il n'y a donc rien à accepter",
    "{finding} is not established, so there is nothing to accept",
)
ANSWER_INSTEAD: Final = Template("répondre plutôt à sa question", "answer its question instead")
NO_SIDE: Final = Template("aucun fichier ni dossier : {side}", "no such file or folder: {side}")
SIDE_HINT: Final = Template(
    "pour une révision, nommer le dossier : {side}:flows/x, ou --case flows/x",
    "for a revision name the case: {side}:flows/x, or --case flows/x",
)
NOT_A_DAY: Final = Template("ce n'est pas un jour : {text}", "not a day: {text}")
DAY_HINT: Final = Template("un jour s'écrit 2026-07-14", "a day is written 2026-07-14")
EPOCH: Final = Template(
    "SOURCE_DATE_EPOCH n'est pas un nombre de secondes : {text}",
    "SOURCE_DATE_EPOCH is no number of seconds: {text}",
)
NO_RULE: Final = Template("aucune règle de ce nom : {rule}", "no such rule: {rule}")
RULES_LISTED: Final = Template("auditor rules les liste", "auditor rules lists them")
NO_FINDING_OF: Final = Template(
    "aucun constat de {rule} dans ce dossier", "no finding of {rule} in this case"
)
RULE_ALONE: Final = Template(
    "auditor explain avec la règle seule dit ce qu'elle cherche",
    "auditor explain with the rule alone tells what it looks for",
)
NO_BASELINE: Final = Template(
    "aucun état de référence dans {revision} : {path}", "no baseline in {revision}: {path}"
)
BASELINE_MERGED: Final = Template(
    "un premier état de référence est là une fois fusionné", "a first baseline is there once it is merged"
)
BASELINE_OF: Final = Template(
    "{path} est l'état de référence de {other}, et non de {case}",
    "{path} is the baseline of {other}, not of {case}",
)
UNDATED: Final = Template(
    "il y a des exceptions, et aucun jour pour dire si elles valent",
    "exceptions are there, and no day to tell whether they hold",
)
GIVE_TODAY: Final = Template("donner --today, ou --no-exceptions", "give --today, or --no-exceptions")
NO_SCENARIO: Final = Template("aucun scénario de ce nom : {name}", "no such scenario: {name}")
SCENARIOS: Final = Template("scénarios : {names}", "scenarios: {names}")
NONE: Final = Template("aucun", "none")
SHOW_WHAT: Final = Template("montrer quoi ?", "show what?")
SEARCH_WHAT: Final = Template("chercher quoi ?", "search what?")
EXAMPLE: Final = Template("{command}", "{command}")
STALE_WHEN: Final = Template("à quel jour ?", "on which day?")
NOTHING_KNOWN: Final = Template("rien n'est connu sous {name}", "nothing of that id is known: {name}")
SEARCH_HINT: Final = Template(
    "auditor knowledge search trouve des noms", "auditor knowledge search finds names"
)
NO_PACK: Final = Template("aucun paquet de règles de ce nom : {names}", "no such pack of rules: {names}")
NOT_A_DATE: Final = Template("ce n'est pas une date : {text}", "not a date: {text}")
DATE_HINT: Final = Template(
    "une date s'écrit 2019, 2019-07 ou 2019-07-14", "dates are written 2019, 2019-07 or 2019-07-14"
)
NO_SUCH_DAY: Final = Template("ce jour n'existe pas : {text}", "no such day: {text}")
NOTHING_IN_CASE: Final = Template(
    "{case}, qui n'a ni flux, ni activités, ni hôtes, ni notices, ni affirmations, ni questions",
    "{case}, which has no flows, activities, hosts, notices, claims or questions",
)
NO_TESTS: Final = Template("des paquets sans tests", "packs without tests")
NOT_WRITTEN_AS: Final = Template("{paper} ne s'écrit pas en {form}", "{paper} is not written as {form}")
NEEDS_DOCX: Final = Template("écrire du DOCX demande python-docx", "writing DOCX needs python-docx")
INSTALL_DOCX: Final = Template(
    "l'installer avec le programme : dataflow-auditor[docx], ou choisir xlsx",
    "install it with the program: dataflow-auditor[docx], or choose xlsx",
)
NO_PLAN: Final = Template(
    "le fichier donné n'est pas un plan d'action : aucune colonne « Clé »",
    'the file given is no action plan: it has no column "Key"',
)
NOT_OF_PAPER: Final = Template("{option} ne dit rien à {paper}", "{option} means nothing to {paper}")
NO_ACTIVITY: Final = Template("aucune activité de ce nom : {name}", "no such activity: {name}")
NO_ORGANISATION: Final = Template("aucune organisation de ce nom : {name}", "no such organisation: {name}")
SEVERAL_FILES: Final = Template(
    "{paper} fait {count} fichiers, qui vont dans un dossier",
    "{paper} makes {count} files, which go into a folder",
)
NAME_FOLDER: Final = Template(
    "nommer le dossier par --out, ou une activité par --activity",
    "name the folder with --out, or one activity with --activity",
)
NO_FILE_AFTER: Final = Template("aucun fichier après {text}", "no file after {text}")
FORMAT_FILE: Final = Template(
    "écrire FORMAT:FICHIER, comme sarif:audit.sarif", "write FORMAT:FILE, as in sarif:audit.sarif"
)
NO_LANGUAGE: Final = Template("aucune langue de ce nom : {word}", "no such language: {word}")
NO_PAPER: Final = Template("aucun document de ce nom : {word}", "no such paper: {word}")
NO_NOTATION: Final = Template("aucune notation de ce nom : {word}", "no such notation: {word}")
NO_FORMAT: Final = Template("aucun format de ce nom : {word}", "no such format: {word}")
TWO_FILES: Final = Template(
    "deux fichiers pour ce qui est montré : {one} et {other}",
    "two files for what is shown: {one} and {other}",
)
FORMAT_FILE_OTHERS: Final = Template(
    "écrire FORMAT:FICHIER pour les autres", "write FORMAT:FILE for the others"
)
TWO_FORMATS: Final = Template("deux formats pour un fichier : {path}", "two formats for one file: {path}")
SINCE_IS_REVISION: Final = Template("--since nomme une révision git", "--since names a git revision")
RESULT_WITH_EARLIER: Final = Template(
    "un résultat antérieur va avec --earlier", "an earlier result goes with --earlier"
)
EARLIER_ONE_CASE: Final = Template("--earlier va avec un seul dossier", "--earlier goes with one case")
EARLIER_HINT: Final = Template(
    "donner un seul dossier, ou ôter --earlier", "give one case, or leave --earlier out"
)
ONE_DATE: Final = Template("une seule date à la fois", "one date at a time")
FORMAT_ONE_DATE: Final = Template(
    "le format {form} ne montre qu'une date", "the format {form} shows one date only"
)
EACH_DATE: Final = Template("demander une fois par date", "ask once for each date")
TWO_CASES: Final = Template("deux dossiers ont l'identifiant {name}", "two cases have the id {name}")
OWN_FOLDER: Final = Template(
    "chaque rapport a besoin d'un répertoire à lui", "each report needs a folder of its own"
)
EXISTS: Final = Template("{path} existe déjà", "{path} exists already")
NEW_FILE: Final = Template("choisir un nouveau fichier", "choose a new file")
WORKBOOK_ALONE: Final = Template(
    "--workbook écrit un classeur, et rien d'autre", "--workbook writes a workbook, and nothing else"
)
NO_FOLDER: Final = Template("aucun répertoire n'est nommé", "no folder is named")
NAME_NEW_FOLDER: Final = Template(
    "auditor init DOSSIER, avec --from FICHIER pour partir d'un registre",
    "auditor init FOLDER, with --from FILE to begin from a record",
)
NEW_FOLDER: Final = Template("choisir un nouveau répertoire", "choose a new folder")
GIVEN_EMPTY: Final = Template("{name} est donné, et vide", "{name} is given, and empty")
EMPTY_HINT: Final = Template(
    "une variable sans valeur ? l'ôter où elle n'est pas voulue",
    "a variable that is not set? leave it out where it is not wanted",
)
EXCLUDE: Final = Template("{one} et {other} s'excluent", "{one} and {other} exclude each other")
BOTH_BEFORE: Final = Template("les deux disent ce qui était connu avant", "both say what was known before")

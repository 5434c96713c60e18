"""What the command line says of itself: help, progress, what was read and written. Its refusals are in `problems/`."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

PROGRAM: Final = Template(
    "Audit des flux de données personnelles : qui envoie quoi à qui et où, au regard d'un droit daté, avec preuves.",
    "Data-flow privacy audit: who sends which personal data where, held against dated law, with proof.",
)

#: Each command by its name.
COMMANDS: Final = {
    "check": Template(
        "Juger un dossier et montrer points établis, points en suspens et affirmations ; code de sortie 1 si le contrôle n'est pas passé.",
        "Judge a case and show findings, open points and claims; exit 1 if the gate is not passed.",
    ),
    "report": Template(
        "Écrire le rapport d'un dossier, une page autonome par langue ; de plusieurs dossiers, un rapport chacun et un index.",
        "Write the report of a case as one self-contained page per language; of several folders, a report each and an index.",
    ),
    "explain": Template(
        "Expliquer une règle ; avec un dossier, raconter la preuve d'un point, ou des points d'une règle, avec ses sources.",
        "Explain a rule; with a case, tell the proof of a finding, or of the findings of a rule, with its sources.",
    ),
    "ask": Template(
        "Écrire les questions ouvertes, les plus graves d'abord, ce qu'une réponse trancherait, et les lettres prêtes à envoyer.",
        "Write the open questions, the gravest first, what an answer would decide, and letters ready to send.",
    ),
    "what-if": Template(
        "Montrer ce que changerait un scénario du dossier ; toujours une hypothèse.",
        "Show what a scenario of the case would change; always hypothetical.",
    ),
    "diff": Template(
        "Comparer deux états d'un dossier, dire ce qui a fait changer chaque point ; code de sortie 1 pour ce qui est nouveau ou pire, ou une règle assouplie.",
        "Compare two states of a case, say what made each finding change; exit 1 on what is new or worse, or a loosened rule.",
    ),
    "accept": Template(
        "Ajouter une exception pour un point au fichier des exceptions, en gardant ce qui s'y trouve ; elle reste à relire.",
        "Add an exception for a finding to the file of exceptions, keeping what is there; it is still to be reviewed.",
    ),
    "baseline": Template(
        "Écrire les points établis d'un dossier comme état de référence ; celui qui grandirait est laissé tel quel, sauf demande contraire.",
        "Write the established findings of a case to a baseline; one that would grow is left alone unless told otherwise.",
    ),
    "bundle": Template(
        "Mettre un dossier, son résultat et ses rapports en un fichier (un sac BagIt), ou en vérifier un : ses octets, puis le résultat refait.",
        "Put a case, its result and its reports in one file (a BagIt bag), or check one: its bytes, then the result given again.",
    ),
    "import": Template(
        "Importer un registre des traitements (CSV, XLSX, ODS) dans un dossier : montre ce qui serait écrit, et ne l'écrit qu'avec --write.",
        "Import a record of processing (CSV, XLSX, ODS) into a case: shows what would be written, and writes only with --write.",
    ),
    "capture": Template(
        "Montrer ce que contiennent des captures d'un navigateur, d'un proxy ou d'un téléphone, les comparer, en écrire une copie sans valeurs, les importer dans un dossier, ou vérifier celles d'un dossier.",
        "Show what captures of a browser, a proxy or a telephone hold, compare them, write a copy without values, import them into a case, or verify those of a case.",
    ),
    "export": Template(
        "Écrire un document que tiennent les délégués à la protection des données, autant que le dossier le dit ; ce qu'il ne dit pas reste non déclaré.",
        "Write a paper that data protection officers keep, as far as the case tells; what it does not tell stays undeclared.",
    ),
    "survey": Template(
        "Juger côte à côte beaucoup de dossiers et de captures : un tableau, des classements et une page ; reprend où il s'était arrêté.",
        "Judge many cases and captures side by side: a table, ranks and a page; goes on from where it stopped.",
    ),
    "graph": Template(
        "Dessiner qui envoie quoi à qui sous le droit de qui, ou donner le réseau à un autre programme.",
        "Draw who sends what to whom under whose law, or give the network to another program.",
    ),
    "rules": Template("Lister les règles.", "List the rules."),
    "test": Template(
        "Lancer les tests que contiennent les paquets de règles.", "Run the tests inside packs of rules."
    ),
    "knowledge": Template(
        "Montrer qui est qui, qui détient qui et quel droit est en vigueur, avec les sources ; chercher ; lister ce qui est en cours et ce qui est à revoir ; vérifier ses ajouts.",
        "Show who is who, who holds whom and which law is in force, with sources; search; list what is pending, and what to look at again; check additions.",
    ),
    "schema": Template(
        "Afficher le schéma JSON d'un fichier que l'on écrit, ou d'un résultat.",
        "Print the JSON Schema of a file people write, or of a result.",
    ),
    "init": Template(
        "Écrire un dossier de départ commenté, qui passe son propre contrôle.",
        "Write a commented starter case that passes its own check.",
    ),
    "version": Template(
        "Afficher la version du programme et l'état de ses connaissances.",
        "Print the version of the program and the state of its knowledge.",
    ),
}

#: Each argument and option by the name of its parameter; before it, its command where others mean something else by the name.
PARAMETERS: Final = {
    "help": Template("Afficher cette aide et sortir.", "Show this message and exit."),
    "install_completion": Template(
        "Installer la complétion pour l'interpréteur de commandes en cours.",
        "Install completion for the current shell.",
    ),
    "show_completion": Template(
        "Afficher la complétion pour l'interpréteur de commandes en cours, pour la copier ou l'adapter.",
        "Show completion for the current shell, to copy it or customize the installation.",
    ),
    "paths": Template(
        "Un dossier : son répertoire, ou ses fichiers YAML.", "A case: its folder, or its YAML files."
    ),
    "path": Template(
        "Le dossier : son répertoire, ou un fichier YAML.", "The case: its folder, or a YAML file."
    ),
    "rules": Template("Seulement cette règle ; peut se répéter.", "Only this rule; may be repeated."),
    "lang": Template("La langue de ce qui est montré.", "The language of what is shown."),
    "profile": Template(
        "Pour qui montrer le résultat ; ce qui échoue n'en dépend pas.",
        "For whom to show the result; what fails does not depend on it.",
    ),
    "form": Template("Comment le montrer.", "How to show it."),
    "out": Template("Y écrire, au lieu de la sortie standard.", "Write there instead of to standard output."),
    "as_of": Template(
        "Juger à cette date au lieu de celle du dossier ; check et report en acceptent plusieurs, et montrent ce qui change.",
        "Judge as of this date instead of the case's own; check and report take several, and show what changes.",
    ),
    "policies": Template(
        "Ses propres paquets de règles, fichiers ou répertoires ; peut se répéter.",
        "Own packs of rules, files or folders; may be repeated.",
    ),
    "knowledge": Template(
        "Ses propres ajouts à la base de connaissances, qui passent avant elle ; peut se répéter.",
        "Own additions to the knowledge base, which go before it; may be repeated.",
    ),
    "knowledge_date": Template(
        "Laisser de côté ce que la base de connaissances a enregistré après ce jour.",
        "Leave out what the knowledge base recorded after this day.",
    ),
    "config": Template(
        "Y lire les réglages, au lieu du fichier auditor.yaml ou pyproject.toml le plus proche.",
        "Read settings there instead of in the nearest auditor.yaml or pyproject.toml.",
    ),
    "no_config": Template("Ne lire aucun réglage.", "Read no settings."),
    "quiet": Template(
        "Ne montrer que les erreurs ; le code de sortie dit le reste.",
        "Show only errors; the exit code tells the rest.",
    ),
    "verbose": Template(
        "Dire quels réglages, fichiers et paquets de règles sont utilisés.",
        "Say which settings, files and packs of rules are used.",
    ),
    "exceptions": Template(
        "Le fichier des exceptions, au lieu du fichier exceptions.yaml le plus proche, à côté du dossier ou au-dessus.",
        "The file of exceptions, instead of the nearest exceptions.yaml beside or above the case.",
    ),
    "no_exceptions": Template("Ne rien excepter.", "Except nothing."),
    "exceptions_from": Template(
        "Lire les exceptions telles qu'elles étaient dans cette révision git : une modification ne peut pas s'excepter elle-même.",
        "Read the exceptions as they were in this git revision: a change cannot exempt itself.",
    ),
    "today": Template(
        "Le jour où les exceptions doivent valoir ; sans lui (ni SOURCE_DATE_EPOCH), aucune ne vaut.",
        "The day on which exceptions must hold; without one (nor SOURCE_DATE_EPOCH) none does.",
    ),
    "fail_on": Template("Code de sortie 1 à partir de cette gravité.", "Exit 1 from this severity on."),
    "min_confidence": Template(
        "À quel point un point doit être connu pour faire échouer.",
        "How a finding must be known to fail.",
    ),
    "fail_on_open": Template(
        "Code de sortie 1 à partir de cette gravité pour ce que personne n'énonce et qui pourrait s'avérer tel ; avec --since, seulement ce qui est nouveau.",
        "Exit 1 from this severity on for what nobody stated and could turn out so; with --since, only what is new.",
    ),
    "min_decided": Template(
        "Code de sortie 1 si les règles tranchent moins que cette part ; avec --since, de ce qui est nouveau.",
        "Exit 1 where the rules can decide less than this share; with --since, of what is new.",
    ),
    "dormant": Template("Demander aussi ce dont rien n'est dit.", "Ask also about what nothing is said of."),
    "baseline": Template(
        "N'échouer que pour ce qui est nouveau ou pire que dans cet état de référence.",
        "Fail only on what is new or worse than in this baseline.",
    ),
    "since": Template(
        "N'échouer que pour ce qui est nouveau ou pire que dans cette révision git, ou pour des règles assouplies depuis.",
        "Fail only on what is new or worse than in this git revision, or on rules loosened since.",
    ),
    "baseline_from": Template(
        "Lire l'état de référence tel qu'il était dans cette révision git ; celui du dossier, sauf si --baseline en nomme un.",
        "Read the baseline as it was in this git revision, that of the case unless --baseline names one.",
    ),
    "accept.finding": Template(
        "L'identifiant du point, F-…, tel qu'un contrôle le montre.",
        "The id of the finding, F-… as a check shows it.",
    ),
    "accept.until": Template("Son dernier jour, dans un an au plus.", "Its last day, at most a year on."),
    "accept.reason": Template("Pourquoi c'est acceptable jusque-là.", "Why it is acceptable until then."),
    "accept.by": Template("Qui l'a approuvée.", "Who approved it."),
    "accept.on": Template("Quand elle a été approuvée.", "When it was approved."),
    "accept.exceptions": Template(
        "Le fichier où écrire, au lieu de celui qu'un contrôle lirait.",
        "The file to write to, instead of the one a check would read.",
    ),
    "baseline.accept_new": Template(
        "Y faire entrer ce qui est nouveau ou pire.", "Take in what is new or worse."
    ),
    "baseline.baseline": Template(
        "Le fichier à écrire, au lieu de baseline.yaml dans le dossier.",
        "The file to write, instead of baseline.yaml in the case.",
    ),
    "bundle.action": Template(
        "Faire un paquet d'un dossier, ou en vérifier un.", "Make a bundle of a case, or check one."
    ),
    "bundle.paths": Template(
        "Un dossier (create), ou un paquet (verify).", "A case (create), or a bundle (verify)."
    ),
    "bundle.public": Template(
        "Laisser de côté les fichiers qui ont `confidential: true` en tête ; leur SHA-256 reste.",
        "Leave out files with `confidential: true` at their head; their SHA-256 stays.",
    ),
    "bundle.captures": Template(
        "Une capture dont viennent des faits du dossier, à joindre ; elle est confidentielle : un paquet public n'en a que le SHA-256. Peut se répéter.",
        "A capture that facts of the case come from, to be put in; it is confidential: a public bundle has only its SHA-256. May be repeated.",
    ),
    "bundle.withheld": Template(
        "Où sont les fichiers qu'un paquet public laisse de côté.",
        "Where the files are that a public bundle leaves out.",
    ),
    "bundle.out": Template(
        "Où écrire le paquet ; sans indication, ID-DU-DOSSIER.zip.",
        "Where to write the bundle; CASE-ID.zip unless told.",
    ),
    "import.files": Template(
        "Le format, s'il faut le dire, puis les fichiers à importer.",
        "The format, where it must be told, then the files to import.",
    ),
    "import.into": Template("Le dossier où importer.", "The case to import into."),
    "import.name": Template(
        "L'identifiant du document dans le dossier ; sinon, il vient du nom du fichier.",
        "The id of the document in the case; else it comes from the name of the file.",
    ),
    "import.role": Template("Qui tient ce registre.", "Who keeps this record."),
    "import.encoding": Template("L'encodage d'un fichier de texte.", "The encoding of a text file."),
    "import.sheets": Template(
        "Une feuille à prendre bien qu'elle soit masquée ou dite d'exemple. Peut se répéter.",
        "A sheet to take in although it is hidden or called an example. May be repeated.",
    ),
    "import.as_of": Template(
        "La date d'un dossier qui n'a pas encore d'en-tête, si le document n'est pas daté.",
        "The date of a case that has no head yet, where the document bears none.",
    ),
    "import.write": Template("Écrire ce qui est montré.", "Write what is shown."),
    "import.verify": Template(
        "Relire chaque source que nomme imports.yaml et dire si un import changerait quelque chose ; n'écrit rien.",
        "Read each source that imports.yaml names again, and tell whether importing would change anything; writes nothing.",
    ),
    "capture.action": Template(
        "Montrer des captures, en comparer, en écrire une sans valeurs, en importer (--into), ou vérifier celles d'un dossier.",
        "Show captures, compare them, write one without values, import them (--into), or verify those of a case.",
    ),
    "capture.files": Template(
        "Des captures : HAR, rapports de collecteurs ou de téléphones, listes d'hôtes ; un répertoire est une visite. Pour verify : le dossier, puis les captures gardées ailleurs.",
        "Captures: HAR, reports of collectors or telephones, lists of hosts; a folder is one visit. For verify: the case, then captures kept elsewhere.",
    ),
    "capture.sites": Template(
        "Le site visité ; plusieurs, séparés par des virgules ou répétés.",
        "The site that was visited; several, parted by commas or repeated.",
    ),
    "capture.into": Template("Le dossier où importer.", "The case to import into."),
    "capture.state": Template(
        "Dans quel état du consentement la capture fut faite ; le fichier ne le dit pas.",
        "In which state of consent the capture was made; the file does not say.",
    ),
    "capture.activity": Template(
        "L'activité du dossier que servent les requêtes.", "The activity of the case that the requests serve."
    ),
    "capture.people": Template("Les personnes dont l'appareil envoie.", "The people whose device sends."),
    "capture.write": Template(
        "Écrire ; sans elle, ce qui serait écrit est seulement montré.",
        "Write; without it, what would be written is only shown.",
    ),
    "capture.pointer": Template(
        "Ouvrir un endroit d'une capture du dossier : les noms qui s'y trouvent, aucune valeur.",
        "Open a place in a capture of the case: the names there, no value.",
    ),
    "capture.quote": Template(
        "Ouvrir un endroit et en citer la valeur, exprès.", "Open a place and quote its value, deliberately."
    ),
    "capture.dns": Template(
        "Un fichier qui dit quel nom est l'alias duquel, un par ligne.",
        "A file that says which name is an alias of which, one a line.",
    ),
    "check.form": Template("Comment montrer le résultat.", "How to show the result."),
    "check.output": Template(
        "Écrire un format dans un fichier, en plus de ce qui est montré ; FICHIER seul : y écrire ce qui serait montré. Peut se répéter.",
        "Write a format to a file, besides what is shown; FILE alone: write what would be shown. May be repeated.",
    ),
    "check.sarif_accepted": Template(
        "Garder en SARIF les points acceptés, comme résultats supprimés.",
        "Keep accepted findings in SARIF, as suppressed results.",
    ),
    "check.color": Template("Quand colorer le texte.", "When to colour the text."),
    "diff.base": Template(
        "Un dossier, un résultat (.json), ou une révision git.",
        "A case, a result (.json), or a git revision.",
    ),
    "diff.head": Template("La même chose, telle qu'elle est devenue.", "The same, as it became."),
    "diff.case": Template(
        "Le dossier dans les deux révisions ; ou écrire RÉV:chemin.",
        "The case in both revisions; or write REV:path.",
    ),
    "explain.what": Template(
        "Une règle (TRN-001) ou l'identifiant d'un point (F-1234).",
        "A rule (TRN-001) or the id of a finding (F-1234).",
    ),
    "explain.paths": Template("Le dossier du point.", "The case of the finding."),
    "export.paper": Template("Quoi écrire.", "What to write."),
    "export.form": Template(
        "Comment l'écrire ; csv pour les feuilles, json pour l'analyse d'impact.",
        "How to write it; csv for sheets, json for the assessment.",
    ),
    "graph.form": Template(
        "Le dessin, ou le réseau pour un autre programme.",
        "The drawing, or the network for another program.",
    ),
    "init.folder": Template("Un nouveau répertoire pour le dossier.", "A new folder for the case."),
    "knowledge.action": Template(
        "Montrer des entrées, chercher des mots, lister ce qui est en cours ou à revoir, ou vérifier des ajouts.",
        "Show entries, search for words, list what is pending or to look at again, or check additions.",
    ),
    "knowledge.what": Template(
        "Identifiants ou hôtes à montrer, mots à chercher, ou fichiers et répertoires à vérifier.",
        "Ids or hosts to show, words to search, or files and folders to check.",
    ),
    "knowledge.form": Template("Comment montrer ce qui est trouvé.", "How to show what is found."),
    "knowledge.today": Template(
        "Le jour où l'on cherche ce qui est à revoir.", "The day on which to list what to look at again."
    ),
    "knowledge.as_of": Template("Noms et participations à cette date.", "Names and holdings on this date."),
    "report.lang": Template("Une langue au lieu des deux.", "One language instead of both."),
    "report.earlier": Template(
        "Un résultat antérieur (JSON) ; la page liste ce qui a changé depuis.",
        "An earlier result (JSON); the page lists what changed since.",
    ),
    "report.out": Template("Le répertoire où écrire.", "The folder to write to."),
    "rules.form": Template("Comment montrer les règles.", "How to show the rules."),
    "schema.kind": Template("De quoi est le schéma.", "What the schema is of."),
    "survey.paths": Template(
        "Des dossiers, des répertoires qui en contiennent beaucoup, des captures ; un fichier YAML du même nom qu'une capture est sa notice.",
        "Cases, folders that hold many, captures; a YAML file called as a capture is its notice.",
    ),
    "survey.out": Template(
        "Le répertoire où écrire ; le même répertoire reprend un relevé interrompu.",
        "The folder to write to; the same folder goes on with an interrupted survey.",
    ),
    "survey.since": Template(
        "Le répertoire d'un relevé antérieur ; dire ce qui a changé depuis.",
        "The folder of an earlier survey; tell what changed since.",
    ),
    "survey.state": Template(
        "Dans quel état du consentement les captures furent faites ; les fichiers ne le disent pas.",
        "In which state of consent the captures were made; the files do not say.",
    ),
    "survey.workers": Template(
        "Combien de processus jugent en même temps ; sans indication, autant que la machine en a l'usage.",
        "How many processes judge at a time; as many as the machine has a use for, unless told.",
    ),
    "survey.cluster": Template(
        "Juger sur une grappe Dask : l'adresse de son ordonnanceur, ou local[:N] pour une grappe sur cette machine (module « cluster »).",
        "Judge on a Dask cluster: the address of its scheduler, or local[:N] for one on this machine (extra `cluster`).",
    ),
    "survey.parquet": Template(
        "Écrire aussi le tableau en Parquet (module « parquet »).",
        "Write the table as Parquet as well (extra `parquet`).",
    ),
    "test.policies": Template(
        "Paquets de règles ; sans aucun, ceux qui viennent avec le programme.",
        "Packs of rules; without any, those that come with the program.",
    ),
    "what-if.scenario": Template(
        "Le scénario ; sans lui, ceux du dossier sont listés.",
        "The scenario; without it, those of the case are listed.",
    ),
}

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

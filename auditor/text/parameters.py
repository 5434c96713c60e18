"""What each argument and option of the command line is, as its help says it."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

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
    "ask.kind": Template(
        "Écrire un formulaire par destinataire : lettre (texte ou DOCX), classeur, page, ou fichier où saisir une réponse reçue par écrit.",
        "Write a form per addressee: a letter (text or DOCX), a workbook, a page, or a file in which to enter a reply received in writing.",
    ),
    "ask.to": Template(
        "Un destinataire, par son identifiant ; sinon tous. Peut se répéter.",
        "An addressee, by its id; all unless told. May be repeated.",
    ),
    "ask.number": Template(
        "Le numéro des formulaires (2026-03) ; sinon la date du dossier.",
        "The number of the forms (2026-03); the date of the case unless told.",
    ),
    "ask.on": Template("Le jour de l'envoi.", "The day on which they are sent."),
    "ask.before": Template("Le dernier jour pour répondre.", "The last day for an answer."),
    "ask.held": Template(
        "Montrer aussi, à corriger, ce que le dossier tient déjà des mêmes faits.",
        "Show what the case holds already of the same kinds of facts too, to be corrected.",
    ),
    "ask.record": Template(
        "Noter dans ce répertoire du dossier que chaque question a été posée.",
        "Note in this folder of the case that each question was asked.",
    ),
    "ask.out": Template(
        "Le fichier où écrire ; avec --as, le répertoire des formulaires.",
        "The file to write to; with --as, the folder of the forms.",
    ),
    "answers.files": Template(
        "Les formulaires rendus : classeurs (.xlsx, .ods), fichiers que la page enregistre, réponses saisies.",
        "The forms that came back: workbooks (.xlsx, .ods), files that the page saves, replies entered.",
    ),
    "answers.case": Template("Le dossier auquel ils répondent.", "The case that they answer."),
    "answers.by": Template("Qui répond : nom et fonction.", "Who replies: name and function."),
    "answers.on": Template("Le jour où la réponse fut reçue.", "The day on which the reply was received."),
    "answers.into": Template("Un répertoire du dossier où écrire.", "A folder of the case to write into."),
    "answers.out": Template("Un autre répertoire où écrire.", "Another folder to write into."),
    "answers.known": Template(
        "Comment les réponses sont connues, au mieux.", "How the answers are known, at best."
    ),
    "answers.take_stale": Template(
        "Prendre aussi les réponses sur des faits qui ont changé depuis : les deux sont gardés.",
        "Take answers on facts that have changed since, too: both are kept.",
    ),
    "answers.supersedes": Template(
        "La réponse que celle-ci corrige ; les deux restent.", "The reply that this one corrects; both stay."
    ),
    "answers.papers": Template(
        "Une pièce reçue avec la réponse, par son numéro (1=contrat.pdf) : son empreinte est notée, ce qu'elle montre est documenté. Peut se répéter.",
        "A paper that came with the reply, by its number (1=contract.pdf): its hash is noted, what it shows is documented. May be repeated.",
    ),
    "answers.strict": Template(
        "Échouer si quelque chose n'a pas été pris.", "Fail where something was not taken."
    ),
    "answers.review": Template(
        "Montrer en tableau ce qui serait pris de chaque réponse, sans rien écrire ; d'un dossier seul, les réponses en toutes lettres à trancher.",
        "Show as a table what would be taken of each answer, and write nothing; of a case alone, the answers in words to be settled.",
    ),
    "answers.status": Template(
        "Dire de chaque formulaire envoyé ce qui a été répondu.",
        "Say of each form that was sent what was answered.",
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
    "import.by": Template(
        "L'organisation qui déclare ce que dit le document.",
        "The organisation that declares what the document says.",
    ),
    "import.activity": Template(
        "L'activité que servent les flux du document.", "The activity that the flows of the document are for."
    ),
    "import.site": Template(
        "L'hôte des pages dont parle le document ; d'une capture, le site visité.",
        "The host of the pages that the document speaks of; of a capture, the site visited.",
    ),
    "import.people": Template(
        "Les personnes du dossier que désigne une clé du document ; d'une capture, ID seul. Peut se répéter.",
        "The people of the case that a key of the document stands for; of a capture, ID alone. May be repeated.",
    ),
    "import.state": Template(
        "Dans quel état du consentement une capture fut faite ; le fichier ne le dit pas.",
        "In which state of consent a capture was made; the file does not say.",
    ),
    "import.dns": Template(
        "D'une capture : un fichier qui dit quel nom est l'alias duquel, un par ligne.",
        "Of a capture: a file that says which name is an alias of which, one a line.",
    ),
    "import.means": Template(
        "Ce que veut dire « lieu » dans le document : le siège d'une société, ou un lieu de traitement.",
        "What location means in the document: the seat of a company, or a place of processing.",
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
    "capture.as_of": Template(
        "La date d'un dossier qui n'a pas encore d'en-tête, si la capture n'est pas datée.",
        "The date of a case that has no head yet, where the capture bears none.",
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
        "Comment l'écrire ; sans elle, la première forme de chaque document.",
        "How to write it; without it, the first form of each paper.",
    ),
    "export.activities": Template(
        "Seulement cette activité, par son identifiant ; répétable.",
        "This activity alone, by its id; repeatable.",
    ),
    "export.of": Template(
        "Le sous-traitant qui tient ce registre ; sans elle, celui dont parle le dossier.",
        "The processor that keeps this record; without it, whom the case is about.",
    ),
    "export.since": Template(
        "Ajouter au journal du registre ce que disait autrement cet état antérieur : un répertoire ou une révision git.",
        "Add to the log of the record what this earlier state said otherwise: a folder or a git revision.",
    ),
    "export.blank": Template(
        "Laisser vide ce que personne ne déclare, pour un registre à déposer.",
        "Leave empty what nobody declares, for a record to be filed.",
    ),
    "export.earlier": Template(
        "Le même document, rempli par des gens : ce qu'ils y ont écrit est repris.",
        "The same paper as people filled it in: what they wrote is carried over.",
    ),
    "graph.form": Template(
        "Le dessin, ou le réseau pour un autre programme.",
        "The drawing, or the network for another program.",
    ),
    "init.documents": Template(
        "Partir de ce document, comme auditor import ; répétable.",
        "Begin from this document, as auditor import does; repeatable.",
    ),
    "init.workbook": Template(
        "Écrire un classeur vide pour commencer un registre, avec des listes à choisir.",
        "Write an empty workbook to begin a record with, with lists to choose from.",
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
    "survey.sites": Template(
        "Un site visité, pour les captures qui laissent ouvert lequel ; peut être répété, ou séparé par des virgules.",
        "A site that was visited, for captures that leave open which; may be repeated, or separated by commas.",
    ),
    "survey.workers": Template(
        "Combien de processus jugent en même temps ; sans indication, autant que la machine en a l'usage.",
        "How many processes judge at a time; as many as the machine has a use for, unless told.",
    ),
    "survey.cluster": Template(
        "Juger sur une grappe Dask : l'adresse de son ordonnanceur, ou local[:N] pour une grappe sur cette machine (module « cluster »).",
        "Judge on a Dask cluster: the address of its scheduler, or local[:N] for one on this machine (extra `cluster`).",
    ),
    "survey.case_seconds": Template(
        "Combien de secondes de processeur un dossier peut prendre ; au-delà, il est une ligne qui le dit, non jugée.",
        "How many seconds of processor time a case may take; one that takes more is a row that says so, not judged.",
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

"""What each command does, in a sentence."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

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
        "Écrire les questions ouvertes, les plus graves d'abord, ce qu'une réponse trancherait, et les lettres ou formulaires prêts à envoyer.",
        "Write the open questions, the gravest first, what an answer would decide, and letters or forms ready to send.",
    ),
    "answers": Template(
        "Lire dans un dossier les formulaires rendus : chacun devient un fichier de faits dont la réponse est la source.",
        "Read forms that came back into a case: each becomes a file of facts with the reply as their source.",
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
    "import": Template(
        "Importer dans un dossier un registre des traitements (CSV, XLSX, ODS), un modèle d'ingénieurs, une liste (sous-traitants, balises, cookies, partenaires TCF) ou une capture : montre ce qui serait écrit, et ne l'écrit qu'avec --write.",
        "Import a record of processing (CSV, XLSX, ODS), a model by engineers, a list (sub-processors, tags, cookies, TCF vendors) or a capture into a case: shows what would be written, and writes only with --write.",
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
        "Commencer un dossier : un départ commenté, ou à partir de documents ; ou écrire un classeur pour commencer un registre.",
        "Begin a case: a commented starter, or one made from documents; or write a workbook to begin a record with.",
    ),
    "version": Template(
        "Afficher la version du programme et l'état de ses connaissances.",
        "Print the version of the program and the state of its knowledge.",
    ),
}

"""What is wrong with files, folders, links and revisions, and with archives of them."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

NOT_THERE: Final = Template("aucun fichier ni dossier à ce nom", "no such file or folder")
NOT_THERE_IN: Final = Template(
    "aucun fichier ni dossier à ce nom dans {revision}", "no such file or folder in {revision}"
)
CITED_TWICE: Final = Template(
    "deux des entrées seraient citées par ce chemin", "two of the inputs would be cited by this path"
)
RENAME_FOLDER: Final = Template("renommer un dossier", "rename one folder")
NAME_NOT_UTF8: Final = Template(
    "le nom de ce fichier n'est pas en UTF-8", "the name of this file is not UTF-8"
)
RENAME: Final = Template("le renommer", "rename it")
LEADS_OUT: Final = Template("un lien qui sort du dépôt", "a link that leads out of the repository")
LINK_OUT_OF_FOLDER: Final = Template("un lien qui sort du dossier", "a link that leads out of the folder")
LINK_NOWHERE: Final = Template("un lien qui ne mène à rien", "a link that leads nowhere")
COPY_IT: Final = Template(
    "copier ici le fichier, ou le nommer aussi dans la commande",
    "copy the file here, or name it in the command too",
)
MISSPELT: Final = Template(
    "ce fichier n'est pas lu : son nom finit presque comme celui d'un fichier YAML",
    "this file is not read: its name ends nearly as that of a YAML file does",
)
RENAME_SUFFIX: Final = Template("le terminer par .yaml ou .yml", "let it end in .yaml or .yml")
HIDDEN: Final = Template(
    "ce fichier n'est pas lu, car caché ; il commence comme une partie d'un dossier",
    "this file is not read, as it is hidden; it begins as a part of a case does",
)
HIDDEN_HINT: Final = Template(
    "ôter le point du début de son nom ou de celui de son répertoire",
    "take away the dot that its name or the name of its folder begins with",
)
OTHERWISE_NAMED: Final = Template(
    "ce fichier n'est pas lu, d'après son nom ; il commence comme une partie d'un dossier",
    "this file is not read, by its name; it begins as a part of a case does",
)
RENAME_OR_MOVE: Final = Template(
    "le terminer par .yaml ou .yml, ou le mettre ailleurs", "let it end in .yaml or .yml, or put it elsewhere"
)
NOT_READ: Final = Template(
    "non lu, caché, gardé par un éditeur ou derrière un lien : {path}",
    "not read, hidden, kept by an editor or behind a link: {path}",
)
NOT_READ_MORE: Final = Template("non lus : {count} de plus", "not read: {count} more")
LINK_IN_REVISION: Final = Template(
    "un lien ; dans une révision ({revision}), les liens ne sont pas suivis",
    "a link; in a revision ({revision}) links are not followed",
)
LINK_COMPARED: Final = Template(
    "un lien ; ce qui est comparé à une révision n'en a pas",
    "a link; what is compared with a revision has none",
)
NOTHING_TO_CHECK: Final = Template("rien à contrôler dans {where}", "nothing to check in {where}")

NOT_IN_REPOSITORY: Final = Template("{path} n'est pas dans le dépôt", "{path} is not in the repository")
BELOW_ROOT: Final = Template(
    "une révision contient ce qui est sous sa racine", "a revision holds what is below its root"
)
NOT_A_REVISION: Final = Template(
    "ce n'est pas le nom d'une révision : {name}", "not the name of a revision: {name}"
)
REVISION_HINT: Final = Template(
    "l'identifiant d'un commit, une branche ou une étiquette, comme main ou HEAD~1",
    "the id of a commit, a branch or a tag, as in main or HEAD~1",
)
SEVERAL_REVISIONS: Final = Template(
    "{name} nomme plusieurs révisions : {places}", "{name} names several revisions: {places}"
)
LOOKS_REMOTE: Final = Template(
    "{name} a l'air d'une branche distante et n'en est pas une : {place}",
    "{name} looks like a remote branch and is none: {place}",
)
LOOKS_LIKE_ID: Final = Template(
    "{name} a l'air d'un identifiant de commit et n'en est pas un : {place}",
    "{name} looks like the id of a commit and is none: {place}",
)
BY_FULL_ID: Final = Template(
    "donner l'identifiant complet du commit, que personne d'autre ne peut prendre",
    "give the full id of the commit, which nothing else can be called",
)
NO_REVISION: Final = Template("aucune révision de ce nom : {name}", "no such revision: {name}")
GIT_CANNOT_LIST: Final = Template("git ne peut pas lister {revision}", "git cannot list {revision}")
GIT_CANNOT_READ: Final = Template(
    "git ne peut pas lire {object} de {revision}", "git cannot read {object} of {revision}"
)
GIT_SAYS: Final = Template("git dit « {words} »", "{words}")
SHALLOW: Final = Template(
    "un clone superficiel peut ne pas l'avoir : la récupérer d'abord",
    "a shallow clone may not have it: fetch it first",
)
NO_GIT: Final = Template("git n'est pas là pour lire une révision", "git is not there to read a revision")
INSTALL_GIT: Final = Template("l'installer, ou comparer deux dossiers", "install it, or compare two folders")
GIT_SILENT: Final = Template("git n'a pas répondu", "git did not answer")
IN_NO_REPOSITORY: Final = Template("{path} n'est dans aucun dépôt git", "{path} is in no git repository")
LOOKED_FOR_THERE: Final = Template(
    "une révision se cherche là où est le dossier", "a revision is looked for where the case is"
)
OTHER_REPOSITORY: Final = Template(
    "{path} est dans un autre dépôt que le dossier courant",
    "{path} is in another repository than the current folder",
)
OF_ONE_REPOSITORY: Final = Template(
    "une révision est d'un seul dépôt : aller à la racine de celui qui contient le dossier",
    "a revision is of one repository: go to the root of the one that holds the case",
)
IN_SUBMODULE: Final = Template(
    "{path} est dans un sous-module, dont les branches ne sont pas celles du dépôt autour",
    "{path} is in a submodule, whose branches are not those of the repository around it",
)
CLONE_OF_ITS_OWN: Final = Template(
    "contrôler un clone à lui, hors de l'autre dépôt",
    "check a clone of its own, outside the other repository",
)
SUBMODULE_INSIDE: Final = Template(
    "un sous-module ; une révision du dépôt autour n'en contient rien",
    "a submodule; a revision of the repository around it holds nothing of it",
)
BRING_IT_IN: Final = Template(
    "mettre ses fichiers dans le dépôt, ou nommer les dossiers qui n'en ont pas",
    "put its files in the repository, or name the folders without one",
)
THROUGH_LINK: Final = Template("{path} passe par un lien", "{path} leads through a link")
NAME_THAT: Final = Template(
    "une révision contient ce à quoi il mène : nommer cela", "a revision holds what it leads to: name that"
)
SUBMODULE_UNCLEAR: Final = Template(
    "git ne peut pas dire si {name} est un sous-module", "git cannot tell whether {name} is a submodule"
)

CANNOT_READ: Final = Template("impossible de lire {path} : {why}", "cannot read {path}: {why}")
CANNOT_WRITE: Final = Template("impossible d'écrire {path} : {why}", "cannot write {path}: {why}")
A_LINK_OUT: Final = Template("un lien sort du dépôt", "a link leads out of the repository")
A_LINK: Final = Template("un lien du dépôt y mène", "a link of the repository leads there")
OF_GIT: Final = Template(
    "le dossier de git n'est pas pour les résultats", "the folder of git is not for results"
)
NOT_A_RESULT: Final = Template(
    "ce n'est pas un résultat de ce programme : {path} ({error})",
    "not a result of this program: {path} ({error})",
)
WRITE_A_RESULT: Final = Template(
    "en écrire un avec check --format json", "write one with check --format json"
)
NOT_A_CHECK: Final = Template(
    "ce n'est pas un résultat de auditor check --format json : {error}",
    "this is not a result of auditor check --format json: {error}",
)

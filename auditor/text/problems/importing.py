"""What is wrong with documents that are to be imported."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

OLD_WORKBOOK: Final = Template(
    "ce classeur est d'un ancien format, ou chiffré", "this workbook is of an old format, or encrypted"
)
SAVE_AS: Final = Template(
    "l'enregistrer en .xlsx, .ods ou .csv, sans mot de passe",
    "save it as .xlsx, .ods or .csv, without a password",
)
BROKEN_WORKBOOK: Final = Template("ce classeur est abîmé", "this workbook is broken")
NO_WORKBOOK: Final = Template("cette archive n'est pas un classeur", "this archive is no workbook")
SWOLLEN_WORKBOOK: Final = Template(
    "ce classeur est démesuré une fois décompressé", "this workbook is out of all proportion once unpacked"
)
FAR_CELL: Final = Template(
    "une cellule de ce classeur est si loin que sa feuille serait démesurée",
    "a cell of this workbook lies so far away that its sheet would be out of all proportion",
)
NO_TEXT: Final = Template("ce n'est pas un texte en {encoding}", "this is no text in {encoding}")
SAY_ENCODING: Final = Template("dire l'encodage avec --encoding", "tell the encoding with --encoding")
SAY_ENCODING_AS: Final = Template(
    "dire l'encodage, par exemple --encoding windows-1252",
    "tell the encoding, for example --encoding windows-1252",
)
NO_ENCODING: Final = Template("encodage inconnu : {encoding}", "unknown encoding: {encoding}")
TOO_MANY: Final = Template(
    "ce registre a plus de {count} activités", "this record has more than {count} activities"
)
TOO_MANY_CELLS: Final = Template(
    "les tableaux de ce document ont plus de {count} cellules",
    "the tables of this document have more than {count} cells",
)
NOT_RECOGNISED: Final = Template(
    "ce fichier n'est d'aucun format connu ; il fut cherché : {looked}",
    "this file is of no known format; what was looked for: {looked}",
)
CONTRADICTED: Final = Template(
    "le contenu n'est pas celui d'un {title} ; il fut cherché : {looked}",
    "the content is not that of a {title}; what was looked for: {looked}",
)
IS_ONE_OF: Final = Template("c'est peut-être : {titles}", "it may be: {titles}")
SEVERAL_FORMATS: Final = Template(
    "ce fichier peut être de plusieurs formats : {names}", "this file may be of several formats: {names}"
)
NAME_FORMAT: Final = Template("nommer le format avant le fichier", "name the format before the file")
NOTHING_THERE: Final = Template(
    "{path} : reconnu ({title}), mais sans aucune activité",
    "{path}: recognised ({title}), but without any activity",
)
ONE_FILE: Final = Template(
    "--as vaut pour un seul fichier ; les autres tirent leur identifiant de leur nom",
    "--as holds for one file; several take their ids from their names",
)
NOT_AN_ID: Final = Template("ce n'est pas un identifiant : {text}", "this is no id: {text}")
SAME_NAME: Final = Template(
    "deux fichiers donneraient le même identifiant : {name}", "two files would give the same id: {name}"
)
NAMED_SEVERAL_TIMES: Final = Template(
    "imports.yaml nomme {path} plusieurs fois : {names}", "imports.yaml names {path} several times: {names}"
)
CHOOSE_ONE: Final = Template("dire lequel avec --as", "say which one with --as")
NOT_OURS: Final = Template(
    "{path} existe et n'est pas le fruit d'un import", "{path} is there and was not made by an import"
)
OTHER_NAME: Final = Template("choisir un autre identifiant avec --as", "choose another id with --as")
DIFFERS_FROM_OPTION: Final = Template(
    "{option} dit {given}, imports.yaml dit {said}", "{option} says {given}, imports.yaml says {said}"
)
ONE_OF_THEM: Final = Template("ôter l'un des deux", "take one of the two away")
MATCHES_NOTHING: Final = Template(
    "rien dans la source ne s'appelle ainsi : {name}", "nothing in the source is called so: {name}"
)
NO_SUCH_FIELD: Final = Template(
    "aucun champ d'un registre de ce nom : {name}", "no such field of a record: {name}"
)
SAY_LABELS: Final = Template(
    "dire dans imports.yaml quel champ désigne chaque intitulé, comme labels: {{{heading}: purpose}}",
    "tell in imports.yaml which field each heading stands for, as in labels: {{{heading}: purpose}}",
)
NO_SOURCES: Final = Template(
    "{path} ne nomme aucune source : il n'y a rien à vérifier",
    "{path} names no source: there is nothing to check",
)
SAY_SOURCES: Final = Template(
    "auditor import FICHIER --into {into} donne les lignes à y mettre",
    "auditor import FILE --into {into} gives the lines to put there",
)
CHECK_ALONE: Final = Template(
    "--check relit ce que nomme imports.yaml ; il ne prend ni fichier ni --write",
    "--check reads again what imports.yaml names; it takes neither files nor --write",
)
NO_FILE: Final = Template("nommer le fichier à importer", "name the file to import")
OLDER: Final = Template(
    "{path} fut écrit par une autre version du programme",
    "{path} was written by another version of the program",
)
WRITE_AGAIN: Final = Template("importer de nouveau avec --write", "import again with --write")
NOT_JSON: Final = Template(
    "ce n'est pas du JSON, ou le texte s'arrête ici", "this is no JSON, or the text ends here"
)
TOO_MANY_VALUES: Final = Template(
    "ce fichier a plus de {limit} valeurs, alias développés",
    "this file has more than {limit} values, aliases spelt out",
)
TOO_MANY_ELEMENTS: Final = Template(
    "ce fichier a plus de {limit} éléments", "this file has more than {limit} elements"
)
MERGES_NO_MAPPING: Final = Template(
    "une clé de fusion (<<) reprend autre chose que des champs",
    "a merge key (<<) takes in what is no mapping",
)
SAID_NOWHERE: Final = Template(
    "imports.yaml parle de « {word} » ({key}), que la source ne contient pas",
    'imports.yaml speaks of "{word}" ({key}), which the source does not hold',
)
NOT_IN_CASE: Final = Template(
    "imports.yaml renvoie à {word} ({key}), qui n'est pas dans le dossier",
    "imports.yaml refers to {word} ({key}), which is not in the case",
)
OPTION_NOT_IN_CASE: Final = Template(
    "{option} nomme {word}, qui n'est pas dans le dossier", "{option} names {word}, which is not in the case"
)
NO_ELEMENTS: Final = Template(
    "{path} : reconnu ({title}), mais sans rien à importer",
    "{path}: recognised ({title}), but nothing to import",
)
LEAVE_IT_OUT: Final = Template(
    "{told} ; l'ôter pour importer les autres", "{told}; leave it out to import the others"
)
TWO_PARTS: Final = Template("--people s'écrit CLÉ=ID : {text}", "--people is written KEY=ID: {text}")
IN_THE_CASE: Final = Template(
    "{path} serait lu comme une partie du dossier", "{path} would be read as part of the case"
)
KEEP_OUTSIDE: Final = Template(
    "le garder hors du dossier, ou dans un répertoire dont le nom commence par un point",
    "keep it outside, or in a folder whose name begins with a dot",
)
INCLUDES_OUTSIDE: Final = Template(
    "{path} est inclus et n'est pas dans le répertoire du fichier",
    "{path} is included and is not in the folder of the file",
)
INCLUDES_MISSING: Final = Template("{path} est inclus et manque", "{path} is included and missing")
TOLD_TWICE: Final = Template("{key} est décrit deux fois", "{key} is described twice")
WHOSE_LIST: Final = Template(
    "ce document ne dit pas qui le déclare", "this document does not say who declares it"
)
SAY_BY: Final = Template(
    "nommer l'organisation avec --by, ou par by dans imports.yaml",
    "name the organisation with --by, or by `by` in imports.yaml",
)
DRAGON_1: Final = Template(
    "ce modèle est d'une ancienne version de Threat Dragon",
    "this model is of an old version of Threat Dragon",
)
SAVE_IN_2: Final = Template("l'ouvrir et l'enregistrer dans la version 2", "open and save it in version 2")
NAMED_BY_HAND: Final = Template(
    "{name} n'est plus dans la source, et ceci le décrit à la main",
    "{name} is no longer in the source, and this describes it by hand",
)
TAKE_OUT_FIRST: Final = Template(
    "l'ôter d'ici, ou le garder par same dans imports.yaml",
    "take it out here, or keep it by same in imports.yaml",
)
OF_A_CAPTURE: Final = Template("{option} ne vaut que pour une capture", "{option} is for captures only")
NOT_OF_A_CAPTURE: Final = Template("{option} ne vaut pas pour une capture", "{option} is not for captures")
APART: Final = Template(
    "{path} est une capture, un autre fichier n'en est pas une",
    "{path} is a capture, another file is none",
)
ONE_BY_ONE: Final = Template("les importer séparément", "import them apart")

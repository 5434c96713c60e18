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
NO_SOURCES: Final = Template(
    "{path} ne nomme aucune source : il n'y a rien à vérifier",
    "{path} names no source: there is nothing to check",
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

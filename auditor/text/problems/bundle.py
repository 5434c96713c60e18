"""What is wrong with a bundle: an archive, its manifests, what it says was asked."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

NO_ZIP: Final = Template(
    "aucune archive ZIP qui puisse être lue : {error}", "no ZIP archive that can be read: {error}"
)
TOO_MANY: Final = Template("plus de {count} fichiers", "more than {count} files")
TOO_LARGE: Final = Template("plus de {limit} Mio une fois décompressé", "more than {limit} MiB when unpacked")
SAME_NAME: Final = Template("deux fichiers ont le même nom", "two files have the same name")
ONE_FOLDER: Final = Template(
    "un paquet est un seul dossier dans son archive", "a bag is one folder in its archive"
)
LEADS_ELSEWHERE: Final = Template(
    "un chemin qui mène ailleurs ou ne peut pas être montré", "a path that leads elsewhere or cannot be shown"
)
SPECIAL: Final = Template("un lien ou un fichier spécial", "a link or a special file")
ENCRYPTED: Final = Template("il est chiffré", "it is encrypted")
COMPRESSED: Final = Template(
    "il est compressé autrement que par deflate", "it is compressed in a way other than deflate"
)
DAMAGED: Final = Template("ses octets sont abîmés : {error}", "its bytes are damaged: {error}")
LENGTH: Final = Template("il n'a pas la longueur que dit l'archive", "it is not as long as the archive says")
NO_DECLARATION: Final = Template(
    "aucune déclaration BagIt de version 1.0", "no BagIt declaration of version 1.0"
)
NO_MANIFEST: Final = Template("ce manifeste manque", "this manifest is missing")
NO_LINE: Final = Template(
    "la ligne {line} n'est pas une ligne de manifeste", "line {line} is no line of a manifest"
)
MISSING_LISTED: Final = Template(
    "il manque, alors que {listing} le liste", "missing, though {listing} lists it"
)
THERE_UNLISTED: Final = Template(
    "il est là, alors que {listing} ne le liste pas", "there, though {listing} does not list it"
)
NOT_AS_LISTED: Final = Template(
    "pas comme le dit {listing} : SHA-256 {found}, et non {wanted}",
    "not as {listing} says: SHA-256 {found}, not {wanted}",
)
OTHER_PROGRAM: Final = Template(
    "il nomme d'autres fichiers du programme que ceux sur lesquels repose le résultat",
    "it names other files of the program than the result rests on",
)
NOT_OF_BUNDLE: Final = Template(
    "il dit autre chose que ce qu'un paquet dit de lui-même",
    "it says something else than a bundle says of itself",
)
BYTES_OF_NO_FILE: Final = Template(
    "des octets de l'archive ne sont d'aucun de ses fichiers", "bytes of the archive are of none of its files"
)
LISTED_TWICE: Final = Template("{listing} le liste deux fois", "{listing} lists it twice")
NO_BUNDLE: Final = Template(
    "il manque : ce n'est pas le paquet d'un dossier", "missing: this bag is no bundle of a case"
)
NOT_WHAT_WAS_ASKED: Final = Template(
    "il ne dit pas ce qui a été demandé : {error}", "it does not say what was asked: {error}"
)
MISSING_NAMED: Final = Template(
    "il manque, alors que {listing} le nomme", "missing, though {listing} names it"
)
OTHER_FILE: Final = Template(
    "ce n'est pas le fichier que nomme {listing}", "not the file that {listing} names"
)
THERE_UNNAMED: Final = Template(
    "il est là, alors que {listing} ne le nomme pas", "there, though {listing} does not name it"
)
OTHER_VERSION: Final = Template(
    "il nomme une autre version du programme que le résultat",
    "it names another version of the program than the result does",
)
ONE_AT_A_TIME: Final = Template("un paquet se contrôle à la fois", "one bundle is checked at a time")
NO_CAPTURE_OF_CASE: Final = Template(
    "aucune capture du dossier n'a l'empreinte de {path}", "no capture of the case has the hash of {path}"
)

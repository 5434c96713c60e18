"""What is wrong with captures, and with what is asked of them."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

BROKEN_ARCHIVE: Final = Template("l'archive est incomplète ou abîmée", "the archive is incomplete or damaged")
MANY_MEMBERS: Final = Template(
    "l'archive contient plus de {limit} fichiers", "the archive holds more than {limit} files"
)
NO_HAR_INSIDE: Final = Template("l'archive ne contient aucun fichier .har", "the archive holds no .har file")
SEVERAL_HARS: Final = Template(
    "l'archive contient {count} fichiers .har ; une capture en a un",
    "the archive holds {count} .har files; a capture has one",
)
UNPACK_FIRST: Final = Template("la décompresser, et nommer le fichier", "unpack it, and name the file")
UNPACKS_TO_MORE: Final = Template(
    "l'archive se décompresse en plus de {limit} Mo", "the archive unpacks to more than {limit} MB"
)
LONG_STRING: Final = Template(
    "un texte dépasse {limit} Mo, ou un nom 4096 octets : {pointer}",
    "a string is longer than {limit} MB, or a name than 4096 bytes: {pointer}",
)
HEAVY_ENTRY: Final = Template(
    "un élément dépasse {limit} Mo sans son plus long texte : {pointer}",
    "an item takes more than {limit} MB besides its longest string: {pointer}",
)
DEEP: Final = Template(
    "imbriqué sur plus de {limit} niveaux, ou sous des noms trop longs : {pointer}",
    "nested more than {limit} levels deep, or below names that are too long: {pointer}",
)
MANY_HOSTS: Final = Template(
    "plus de {limit} hôtes par page sont appelés", "more than {limit} hosts by page are called"
)
EMPTY: Final = Template("le fichier est vide", "the file is empty")
NOT_A_CAPTURE: Final = Template(
    "ce n'est pas une capture que ce programme sait lire", "this is no capture that this program can read"
)
READABLE: Final = Template(
    "il lit HAR, Blacklight, website-evidence-collector, tweasel, le rapport de confidentialité d'iOS, TrackerControl et une liste d'hôtes, un par ligne",
    "it reads HAR, Blacklight, website-evidence-collector, tweasel, the privacy report of iOS, TrackerControl and a list of hosts, one a line",
)
MITMPROXY: Final = Template(
    "ce sont des flux de mitmproxy, dans sa propre forme", "these are flows of mitmproxy, in its own form"
)
EXPORT_HAR: Final = Template(
    "les exporter en HAR : mitmdump -nr FLUX --set hardump=capture.har",
    "export them as HAR: mitmdump -nr FLOWS --set hardump=capture.har",
)
A_PRESENTATION: Final = Template(
    "c'est une présentation de résultat de Blacklight, pas ce qui a été appelé",
    "this is a presentation of a result of Blacklight, not what was called",
)
GIVE_INSPECTION: Final = Template(
    "donner inspection.json, requests.har, ou leur répertoire",
    "give inspection.json, requests.har, or their folder",
)
COOKIES_ALONE: Final = Template("seulement des cookies, sans aucune requête", "only cookies, with no request")
NO_LOG: Final = Template(
    "un objet JSON qui n'est pas une capture connue", "a JSON object that is no known capture"
)
BROKEN_JSON: Final = Template(
    "le JSON s'interrompt avant la première entrée lisible",
    "the JSON breaks off before the first readable entry",
)
NOTHING_IN_FOLDER: Final = Template(
    "aucun fichier de capture dans ce répertoire", "no file of a capture in this folder"
)
TWO_VISITS: Final = Template(
    "ce répertoire contient plusieurs captures qui ne sont pas d'une même visite de Blacklight",
    "this folder holds several captures that are not of one visit by Blacklight",
)
NAME_EACH: Final = Template("nommer chaque fichier", "name each file")
NOT_AN_ALIAS: Final = Template("ligne {line} : pas un alias", "line {line}: no alias")
ALIAS_FORM: Final = Template(
    "un nom et ce dont il est l'alias, par ligne : stats.example.org tracker.example",
    "a name and what it is an alias of, a line each: stats.example.org tracker.example",
)
NOT_A_POINTER: Final = Template("ce n'est pas un pointeur de capture", "this is no pointer into a capture")
POINTER_FORM: Final = Template(
    "comme sha256:…#/log/entries/17/request/queryString/3",
    "as sha256:…#/log/entries/17/request/queryString/3",
)
NO_SUCH_CAPTURE: Final = Template(
    "aucun des fichiers n'a le SHA-256 {sha}", "none of the files has the SHA-256 {sha}"
)
LEADS_NOWHERE: Final = Template(
    "le pointeur ne mène à rien dans ce fichier : {pointer}",
    "the pointer leads nowhere in this file: {pointer}",
)
TWO_TO_COMPARE: Final = Template(
    "comparer demande deux captures ou plus", "comparing takes two captures or more"
)
ONE_TO_REDACT: Final = Template("caviarder prend un seul fichier", "redacting takes one file")
OUT_NEEDED: Final = Template("dire où écrire avec --out", "say where to write with --out")
NOT_A_SITE: Final = Template("ce n'est ni un site ni un hôte : {site}", "neither a site nor a host: {site}")
OVER_ITSELF: Final = Template(
    "la copie caviardée remplacerait la capture", "the redacted copy would replace the capture"
)
NOTHING_READ: Final = Template("{path} : rien de lisible", "{path}: nothing readable")

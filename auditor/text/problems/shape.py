"""What is wrong with the shape of a value: a key, a word, a date, a list where something else was expected."""

from __future__ import annotations

from typing import Final

from auditor.model.scalars import (
    COUNT_OR_NONE_PATTERN,
    COUNT_PATTERN,
    DATE_PATTERN,
    DAY_PATTERN,
    FINDING_PATTERN,
    ID_PATTERN,
    MILLISECONDS_PATTERN,
    NUMBER_PATTERN,
    VOTES_PATTERN,
)
from auditor.text.problems.template import Template

UNKNOWN_KEY: Final = Template("clé inconnue : {key}", "unknown key: {key}")
KEY_MISSING: Final = Template("la clé {key} manque", "the key {key} is missing")
ITS_KEYS: Final = Template("ses clés : {keys}", "its keys: {keys}")
EXPECTED: Final = Template("il faut ici {wanted}, et non {found}", "{wanted} was expected, not {found}")
NOT_ALLOWED: Final = Template(
    "ce mot n'est pas admis ici : {word}", "not one of the words allowed here: {word}"
)
NOT_AS_EXPECTED: Final = Template("pas de la forme attendue : {text}", "not as expected: {text}")
AT_LEAST: Final = Template(
    "{count} éléments au moins sont attendus", "at least {count} elements were expected"
)
AT_MOST: Final = Template("{count} éléments au plus sont attendus", "at most {count} elements were expected")

A_MAPPING: Final = Template("un bloc de clés", "a mapping")
A_LIST: Final = Template("une liste", "a list")
A_WORD: Final = Template("un mot", "a word")
A_TEXT: Final = Template("un texte", "a text")
THE_TEXT: Final = Template("le texte {text}", "the text {text}")
NOTHING: Final = Template("rien", "nothing")
SOMETHING: Final = Template("autre chose", "something")
EITHER: Final = Template("{first} ou {second}", "{first} or {second}")
EMPTY: Final = Template("vide", "empty")

NOT_AN_ID: Final = Template("ce n'est pas un identifiant : {text}", "not an id: {text}")
ID_HINT: Final = Template(
    "un identifiant est fait de mots en minuscules joints par des tirets, comme aws-emea",
    "ids are lower-case words joined by dashes, as in aws-emea",
)
NOT_A_DATE: Final = Template("ce n'est pas une date : {text}", "not a date: {text}")
DATE_HINT: Final = Template(
    "une date s'écrit 2019, 2019-07 ou 2019-07-14", "dates are written 2019, 2019-07 or 2019-07-14"
)
NOT_A_DAY: Final = Template("ce n'est pas un jour : {text}", "not a day: {text}")
DAY_HINT: Final = Template("un jour s'écrit 2019-07-14", "a day is written 2019-07-14")
NOT_A_FINDING: Final = Template(
    "ce n'est pas l'identifiant d'un constat : {text}", "not the id of a finding: {text}"
)
FINDING_HINT: Final = Template(
    "auditor check le montre, comme F-0123456789abcdef", "auditor check shows it, as in F-0123456789abcdef"
)
NOT_A_NUMBER: Final = Template("ce n'est pas un nombre : {text}", "not a number: {text}")
NUMBER_HINT: Final = Template("un pourcentage comme 15 ou 33.3", "a percentage such as 15 or 33.3")
NOT_A_COUNT: Final = Template("ce n'est pas un nombre entier : {text}", "not a whole number: {text}")
COUNT_HINT: Final = Template("au plus 15 chiffres, comme 120", "at most 15 digits, such as 120")
NOT_VOTES: Final = Template("ce n'est pas une part de voix : {text}", "not a share of votes: {text}")
VOTES_HINT: Final = Template(
    "un pourcentage, majority, minority, none ou unknown",
    "a percentage, majority, minority, none or unknown",
)
NO_SUCH_DAY: Final = Template("ce jour n'existe pas : {text}", "no such day: {text}")
UNTIL_BEFORE_SINCE: Final = Template(
    "until {until} précède since {since}", "until {until} lies before since {since}"
)
NOTHING_IN_IT: Final = Template("rien que des commentaires", "nothing but comments")
DECLARED_TWICE: Final = Template("{name} est déclaré deux fois", "{name} is declared twice")
MORE: Final = Template(
    "plus de {count} problèmes : les suivants ne sont pas dits",
    "more than {count} problems: those after are not told",
)
VERSION: Final = Template(
    "version du vocabulaire qui n'est pas lue : {version}", "unsupported version of the vocabulary: {version}"
)
THIS_VERSION: Final = Template("celle-ci est la version 1", "this is version 1")
#: What is said of a text that is not as a pattern has it, by the pattern, and what may help.
OF_PATTERN: Final[dict[str, tuple[Template, Template | None]]] = {
    ID_PATTERN: (NOT_AN_ID, ID_HINT),
    DATE_PATTERN: (NOT_A_DATE, DATE_HINT),
    DAY_PATTERN: (NOT_A_DAY, DAY_HINT),
    FINDING_PATTERN: (NOT_A_FINDING, FINDING_HINT),
    COUNT_PATTERN: (NOT_A_COUNT, COUNT_HINT),
    COUNT_OR_NONE_PATTERN: (NOT_A_COUNT, COUNT_HINT),
    MILLISECONDS_PATTERN: (NOT_A_COUNT, COUNT_HINT),
    NUMBER_PATTERN: (NOT_A_NUMBER, NUMBER_HINT),
    VOTES_PATTERN: (NOT_VOTES, VOTES_HINT),
}

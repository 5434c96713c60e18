"""What is wrong with a file before anything in it has a meaning: bytes, characters, YAML."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

TOO_LARGE: Final = Template("le fichier dépasse {limit} Mio", "the file is larger than {limit} MiB")
TOO_LARGE_IN: Final = Template(
    "le fichier dépasse {limit} Mio dans {revision}", "the file is larger than {limit} MiB in {revision}"
)
NOT_UTF8: Final = Template("ce n'est pas du texte UTF-8", "this is not UTF-8 text")
UNSAFE: Final = Template(
    "un caractère de commande, de sens d'écriture ou invisible (U+{code}) n'est pas admis",
    "a control, bidirectional or invisible character (U+{code}) is not allowed",
)
REMOVE_IT: Final = Template(
    "l'enlever : les noms doivent être ce qu'ils semblent être",
    "remove it: names must be what they look like",
)
NOT_YAML: Final = Template("ce n'est pas du YAML : {what}", "this is not YAML: {what}")
QUOTE_TEXT: Final = Template(
    "mettre ce texte entre guillemets : {line}",
    "quote this text: {line}",
)
QUOTES: Final = Template(
    "un texte qui contient une virgule, deux-points, un crochet ou une accolade se met entre guillemets",
    "a text with a comma, a colon, a bracket or a brace stands between quotes",
)
INDENT: Final = Template(
    "les marges se font avec des espaces, la même pour les clés d'un même niveau",
    "margins are made of spaces, the same for all keys of one level",
)
CLOSE: Final = Template(
    "un guillemet, un crochet ou une accolade n'est pas refermé",
    "a quote, a bracket or a brace is not closed",
)
ESCAPE: Final = Template(
    "entre guillemets doubles, écrire \\\\ pour une barre oblique inverse, ou prendre des guillemets simples",
    "between double quotes write \\\\ for a backslash, or use single quotes",
)
KEY_PLAIN: Final = Template("une clé doit être un mot simple", "a key must be a plain word")
KEY_ALIAS: Final = Template("un alias ne peut pas être une clé", "an alias cannot be a key")
KEY_TWICE: Final = Template("la clé {key} est donnée deux fois", "the key {key} is given twice")
TOO_DEEP: Final = Template("plus de {limit} niveaux imbriqués", "nested deeper than {limit} levels")
SECOND_DOCUMENT: Final = Template(
    "un second document dans le même fichier : un fichier pour chacun",
    "a second document in one file: write one file each",
)
MERGE_KEY: Final = Template(
    "les clés de fusion (<<) ne sont pas admises : écrire les champs en entier",
    "merge keys (<<) are not allowed: write the fields out",
)
VALUE_MISSING: Final = Template("il manque une valeur ici", "a value is missing here")
WRITE_UNKNOWN: Final = Template(
    "écrire unknown pour ce qui n'est pas connu, none pour ce qui n'existe pas",
    "write unknown for what is not known, none for what is not there",
)
TORN_TEXT: Final = Template(
    "ce texte contient une virgule et n'est pas entre guillemets",
    "this text holds a comma and is not quoted",
)
TAG: Final = Template("les étiquettes ne sont pas admises : {tag}", "tags are not allowed: {tag}")
NO_ANCHOR: Final = Template("aucune ancre de ce nom plus haut : {name}", "no such anchor before: {name}")
ALIAS_INSIDE: Final = Template("un alias à l'intérieur de sa propre ancre", "an alias inside its own anchor")
ALIASES_EXPAND: Final = Template(
    "les alias se développent trop : écrire les valeurs en entier",
    "aliases expand to too much: write the values out",
)
TAB: Final = Template("une tabulation dans la marge", "a tab in the margin")
UNREADABLE: Final = Template("le fichier ne peut pas être lu", "it cannot be read")

#: What libyaml and its twin in Python say, in words that say what to look for.
SCANNER: Final[dict[str, Template]] = {
    "mapping values are not allowed in this context": Template(
        "deux-points à un endroit où aucune clé n'est attendue",
        "mapping values are not allowed in this context",
    ),
    "mapping values are not allowed here": Template(
        "deux-points à un endroit où aucune clé n'est attendue", "mapping values are not allowed here"
    ),
    "block sequence entries are not allowed in this context": Template(
        "un tiret de liste à un endroit où aucune liste n'est attendue",
        "block sequence entries are not allowed in this context",
    ),
    "sequence entries are not allowed here": Template(
        "un tiret de liste à un endroit où aucune liste n'est attendue",
        "sequence entries are not allowed here",
    ),
    "could not find expected ':'": Template(
        "les deux-points attendus après une clé manquent", "could not find expected ':'"
    ),
    "did not find expected ',' or ']'": Template(
        "une virgule ou le crochet fermant « ] » manque", "did not find expected ',' or ']'"
    ),
    "did not find expected ',' or '}'": Template(
        "une virgule ou l'accolade fermante « }} » manque", "did not find expected ',' or '}}'"
    ),
    "did not find expected '-' indicator": Template(
        "un tiret de liste « - » manque, ou la marge diffère", "did not find expected '-' indicator"
    ),
    "did not find expected key": Template(
        "une clé est attendue ici, ou la marge diffère", "did not find expected key"
    ),
    "did not find expected node content": Template(
        "une valeur est attendue ici", "did not find expected node content"
    ),
    "did not find expected <document start>": Template(
        "le début d'un document est attendu ici : ce qui précède est déjà complet",
        "did not find expected <document start>",
    ),
    "did not find expected alphabetic or numeric character": Template(
        "un nom en lettres ou chiffres est attendu après « & » ou « * »",
        "did not find expected alphabetic or numeric character",
    ),
    "did not find expected comment or line break": Template(
        "un commentaire ou une fin de ligne est attendu ici", "did not find expected comment or line break"
    ),
    "did not find expected whitespace or line break": Template(
        "une espace ou une fin de ligne est attendue ici", "did not find expected whitespace or line break"
    ),
    "did not find expected hexdecimal number": Template(
        "un nombre hexadécimal est attendu après cette séquence", "did not find expected hexdecimal number"
    ),
    "found a tab character that violates indentation": Template(
        "une tabulation dans la marge", "found a tab character that violates indentation"
    ),
    "found a tab character where an indentation space is expected": Template(
        "une tabulation où une espace de marge est attendue",
        "found a tab character where an indentation space is expected",
    ),
    "found character that cannot start any token": Template(
        "aucun mot ne peut commencer par ce caractère", "found character that cannot start any token"
    ),
    "found invalid Unicode character escape code": Template(
        "ce code de caractère Unicode n'existe pas", "found invalid Unicode character escape code"
    ),
    "found undefined tag handle": Template("une étiquette inconnue", "found undefined tag handle"),
    "found unexpected ':'": Template("deux-points inattendus", "found unexpected ':'"),
    "found unexpected document indicator": Template(
        "une marque de document (--- ou ...) à l'intérieur d'un texte", "found unexpected document indicator"
    ),
    "found unexpected end of stream": Template(
        "le fichier finit au milieu d'un texte entre guillemets", "found unexpected end of stream"
    ),
    "found unknown escape character": Template(
        "une séquence inconnue après une barre oblique inverse", "found unknown escape character"
    ),
    "found unknown directive name": Template(
        "une directive inconnue après « % »", "found unknown directive name"
    ),
    "found incompatible YAML document": Template(
        "une version de YAML qui n'est pas lue", "found incompatible YAML document"
    ),
    "control characters are not allowed": Template(
        "des caractères de commande ne sont pas admis", "control characters are not allowed"
    ),
    "invalid Unicode character": Template("un caractère Unicode invalide", "invalid Unicode character"),
    "input is too long": Template("le fichier est trop long", "input is too long"),
}
#: Which hint goes with what the reader of YAML says.
SCANNER_HINTS: Final[dict[str, Template]] = {
    "mapping values are not allowed in this context": QUOTES,
    "mapping values are not allowed here": QUOTES,
    "did not find expected ',' or ']'": QUOTES,
    "did not find expected ',' or '}'": QUOTES,
    "did not find expected key": INDENT,
    "did not find expected '-' indicator": INDENT,
    "could not find expected ':'": INDENT,
    "did not find expected node content": CLOSE,
    "found a tab character that violates indentation": INDENT,
    "found a tab character where an indentation space is expected": INDENT,
    "found character that cannot start any token": QUOTES,
    "found unexpected end of stream": CLOSE,
    "found unknown escape character": ESCAPE,
    "did not find expected hexdecimal number": ESCAPE,
    "did not find expected alphabetic or numeric character": QUOTES,
}

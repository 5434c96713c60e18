"""What is wrong with a pack of rules."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

A_PACK: Final = Template("un paquet commence par policy: et title:", "a pack begins with policy: and title:")
UNKNOWN_RULE_OF_TEST: Final = Template(
    "le test nomme une règle que ce paquet n'a pas : {rule}",
    "the test names a rule this pack does not have: {rule}",
)
NOT_A_RULE_ID: Final = Template("ce n'est pas un identifiant de règle : {rule}", "not a rule id: {rule}")
RULE_ID_HINT: Final = Template(
    "trois capitales, un tiret et trois chiffres, comme TRN-001, ou org/TRN-001",
    "three capitals, a dash and three digits, as in TRN-001, or org/TRN-001",
)
ONE_OF_TWO: Final = Template(
    "{rule} doit avoir exactement l'un de forbid et require",
    "{rule} must have exactly one of forbid and require",
)
UNKNOWN_FIELD: Final = Template("champ inconnu : {field}", "unknown field: {field}")
UNKNOWN_FIELD_OF: Final = Template(
    "champ inconnu de {subject} : {field}", "unknown field of {subject}: {field}"
)
NOT_WEIGHED: Final = Template(
    "{subject} n'a pas d'échelle ou pas de données selon lesquelles peser une règle",
    "{subject} has no scale or no data by which a rule could be weighed",
)
NO_SUCH_TEXT: Final = Template("aucun texte de loi de ce nom : {name}", "no such text of law: {name}")
OVERCLAIM: Final = Template(
    "ceci affirme plus que les faits et le droit ne portent : {words}",
    "this claims more than facts and law carry: {words}",
)
SAY_RATHER: Final = Template("dire plutôt : {words}", "say rather: {words}")
UNKNOWN_SEVERITY: Final = Template("gravité inconnue : {word}", "unknown severity: {word}")
NEVER_ABOVE_HIGH: Final = Template(
    "une règle du genre {kind} n'est jamais au-dessus de high", "a rule of kind {kind} is never above high"
)
RUNG: Final = Template("un échelon est une condition ou `else`", "a rung is a condition or `else`")
NO_LAST_RUNG: Final = Template(
    "l'échelle n'a pas de dernier échelon : l'un doit être `else`",
    "the ladder has no last rung: one must be `else`",
)
RUNG_NOT_REACHED: Final = Template(
    "cet échelon n'est jamais atteint : {rung} est plus léger que celui qui est `else`",
    "this rung is never reached: {rung} is milder than the one that is `else`",
)
ANY_OF: Final = Template("any_of prend une liste de conditions", "any_of takes a list of conditions")
NOT_TAKES: Final = Template("`not` prend une condition", "not takes a condition")
UNKNOWN_OPERATOR: Final = Template("opérateur inconnu : {word}", "unknown operator: {word}")
OPERATOR_EXPECTED: Final = Template("un opérateur est attendu", "an operator was expected")
COMPARES_NUMBERS: Final = Template(
    "{word} compare des nombres, et ce champ n'en contient pas",
    "{word} compares numbers, and this field holds none",
)
COMPARES_DATES: Final = Template(
    "{word} compare des dates, et ce champ n'en contient pas",
    "{word} compares dates, and this field holds none",
)
NUMBER_EXPECTED: Final = Template("un nombre est attendu : {text}", "a number was expected: {text}")
DAY_EXPECTED: Final = Template("un jour est attendu : {text}", "a day was expected: {text}")
DAY_HINT: Final = Template("année, mois et jour, comme 2026-05-16", "year, month and day, as in 2026-05-16")
DATED_WITH: Final = Template("une date se compare avec {words}", "a date is compared with {words}")
NOT_MET_EXACTLY: Final = Template(
    "une date n'est pas un mot à retrouver tel quel", "a date is not a word to be met exactly"
)
WORDS_EXPECTED: Final = Template(
    "un mot ou une liste de mots est attendu", "a word or a list of words was expected"
)
EMPTY_LIST: Final = Template("une liste vide n'est jamais satisfaite", "an empty list is met by nothing")
UNKNOWN_LIST: Final = Template("liste inconnue : {name}", "unknown list: {name}")
NEVER_HOLDS: Final = Template("ce champ ne contient jamais {word}", "this field never holds {word}")
UNKNOWN_SLOT: Final = Template(
    "emplacement inconnu de {subject} : {name}", "unknown slot of {subject}: {name}"
)
SLOTS_DIFFER: Final = Template(
    "les deux langues n'ont pas les mêmes emplacements", "the two languages do not use the same slots"
)

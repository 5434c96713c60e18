"""What is wrong with a case: what it lacks, what it names and is not there, what cannot be."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

NO_CASE: Final = Template(
    "aucun dossier : l'un des fichiers doit avoir la clé case",
    "no case: one of the files must have the key case",
)
CASE_HINT: Final = Template("case: {{id: …, as_of: …}}", "case: {{id: …, as_of: …}}")
SECTIONS: Final = Template(
    "un bloc de clés est attendu : des rubriques comme hosts et flows",
    "a mapping was expected: sections such as hosts and flows",
)
COMPLETE_OR_NOT: Final = Template(
    "le contrat est dit complet, ou incomplet, et ses points disent le contraire : {point}",
    "the contract is said to be complete, or not, and its points say the reverse: {point}",
)
NO_VERSION: Final = Template(
    "le fichier ne dit pas dans quelle version du vocabulaire il est écrit",
    "the file does not say which version of the vocabulary it is in",
)
BEGIN_WITH: Final = Template("le commencer par auditor: 1", "begin it with auditor: 1")
RESERVED: Final = Template(
    "{name} est un mot du vocabulaire et ne peut pas être un identifiant",
    "{name} is a word of the vocabulary and cannot be an id",
)
SHARED_IDS: Final = Template(
    "{name} est dans {one} et dans {other}, qui partagent leurs identifiants",
    "{name} is in {one} and in {other}, which share their ids",
)
AT: Final = Template("{route} : {message}", "{route}: {message}")
IN_SCENARIO: Final = Template(
    "dans le scénario, à {route} : {message}", "in the scenario, at {route}: {message}"
)

NO_SUCH: Final = Template("{what} de ce nom : {name}", "no such {what}: {name}")
#: What a reference may lead to, after "aucun(e)" and "no such".
WHAT: Final[dict[str, Template]] = {
    "organisations": Template("aucune organisation", "organisation"),
    "hosts": Template("aucun hôte", "host"),
    "people": Template("aucun groupe de personnes", "people"),
    "data": Template("aucune catégorie de données", "category of data"),
    "activities": Template("aucune activité", "activity"),
    "sources": Template("aucune source", "source"),
    "countries": Template("aucun pays (ISO 3166-1, comme FR)", "country (ISO 3166-1, as in FR)"),
    "places": Template("aucun lieu (EU, EEA, adequate)", "place (EU, EEA, adequate)"),
    "law": Template("aucun texte de loi", "text of law"),
    "terms": Template("aucun mot pour ce qu'est une organisation", "word for what an organisation is"),
}
EITHER_KIND: Final = Template("{first} ni {second}", "{first} or {second}")

SPEAKS_FOR_A_DATE: Final = Template("un dossier vaut pour une date", "a case speaks for a date")
WRITE_THE_DATE: Final = Template(
    "écrire le jour, le mois ou l'année pour lesquels les faits valent",
    "write the day, month or year the facts hold for",
)
DIFFER_UNKNOWN: Final = Template(
    "des sources qui divergent laissent la valeur inconnue", "sources that differ leave the value unknown"
)
UNKNOWN_BESIDE: Final = Template(
    "écrire value: unknown à côté de versions", "write value: unknown beside versions"
)
VERSIONS_DIFFER: Final = Template(
    "les versions sont deux au moins, et différentes", "versions are at least two, and differ"
)
OWNS_ITSELF: Final = Template("{name} ne peut pas se détenir", "{name} cannot own itself")
OVER_WHOLE: Final = Template("plus de 100 pour cent", "more than 100 percent")
MIN_OVER_MAX: Final = Template("min {low} dépasse max {high}", "min {low} is above max {high}")
RUNS_ON_ITSELF: Final = Template(
    "{name} fonctionne sur lui-même, à travers {through}", "{name} runs on itself, through {through}"
)
UNDER_ITSELF: Final = Template("{name} relèverait de lui-même", "{name} would fall under itself")
ONE_CLAIM: Final = Template(
    "une affirmation dit exactement une chose vérifiable", "a claim says exactly one checkable thing"
)
SPLIT_CLAIM: Final = Template("la diviser en plusieurs affirmations", "split it into several claims")
ONE_WAY_OF_PLACES: Final = Template(
    "une affirmation sur des lieux dit l'un de ces mots : {ways}", "a claim about places says one of: {ways}"
)
WAYS_OF_PLACES: Final = Template(
    "par exemple {{only: EU}} ou {{outside: US}}", "as in {{only: EU}} or {{outside: US}}"
)
NOT_AN_AGE: Final = Template("ce n'est pas un âge : {text}", "not an age: {text}")
AGE_HINT: Final = Template("un âge en années, comme 13", "an age in years, such as 13")
NOT_A_SPECIAL_BASIS: Final = Template(
    "ce n'est pas une condition de l'article 9, § 2, du RGPD : {text}",
    "not a condition of GDPR art. 9(2): {text}",
)
MISSPELT_PERIOD: Final = Template("durée mal écrite : {text}", "misspelt period: {text}")
MISSPELT_MEASURE: Final = Template("mesure mal écrite : {text}", "misspelt measure: {text}")
MISSPELT_HINT: Final = Template(
    "écrire {word}, ou d'autres mots si c'est autre chose",
    "write {word}, or other words if something else is meant",
)
NOTHING_AT: Final = Template("rien à {route}", "nothing at {route}")
NOT_REMOVABLE: Final = Template(
    "{route} ne peut pas être enlevé, seulement l'entrée entière",
    "{route} cannot be removed, only a whole entry can",
)
NO_FIELD_NAMED: Final = Template("{route} ne nomme aucun champ", "{route} names no field")
NO_FIELD: Final = Template("{section} n'a pas de champ {field}", "{section} have no field {field}")

"""What is wrong with the knowledge base or an addition to it."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

MISSING: Final = Template("{field} manque", "{field} is missing")
UNUSED_SOURCE: Final = Template("rien ne repose sur la source {name}", "nothing rests on the source {name}")
SOURCE_KIND: Final = Template("genre de source inconnu : {kind}", "unknown kind of source: {kind}")
SOURCE_DATE: Final = Template(
    "le jour du document, ou le dernier jour où il a été vu",
    "the day of the document, or the last on which it was seen",
)
NOT_A_WEB_ADDRESS: Final = Template("ce n'est pas une adresse web : {text}", "not a web address: {text}")
VERIFIED_BY: Final = Template(
    "vérifié, mais sa source est du genre {kind}", "verified, but its source is of kind {kind}"
)
AFTER_SOURCE: Final = Template(
    "as_of {day} est postérieur à sa source, qui est du {date}",
    "as_of {day} is later than its source, which is of {date}",
)
UNVERIFIED_NONE: Final = Template(
    "ce qui n'est pas vérifié a la source none, et rien d'autre ne l'a",
    "what is unverified has the source none, and nothing else has",
)
SINCE_AFTER: Final = Template(
    "since {since} est postérieur à as_of {day} : la source ne peut pas en répondre",
    "since {since} lies after as_of {day}: the source cannot vouch for it",
)
VERIFIED_BEFORE: Final = Template(
    "verified_since suppose le statut verified et, sous also, la source qui en répond avant ce jour",
    "verified_since needs the status verified and, under also, the source that vouches for it before that day",
)
AFTER_FILE: Final = Template(
    "as_of {day} est postérieur au jour du fichier, {file}",
    "as_of {day} lies after the day of the file, {file}",
)
UNCHECKED_FIELD: Final = Template(
    "unchecked nomme un champ absent : {field}", "unchecked names a field that is not there: {field}"
)
STATE_DAY: Final = Template(
    "l'état d'une loi a besoin du jour où il a été vu",
    "the state of a law needs the day on which it was seen",
)
STATE_HINT: Final = Template("state_as_of: 2026-09-15", "state_as_of: 2026-09-15")
ADEQUACY_ABOUT: Final = Template(
    "une décision d'adéquation porte sur un pays ou sur une organisation",
    "an adequacy decision is about a country or about an organisation",
)
WHOLE_COUNTRY: Final = Template(
    "une décision sur une organisation ne couvre pas tout un pays",
    "a decision about one organisation covers no whole country",
)
WHOLE_HINT: Final = Template("whole: false", "whole: false")
WHICH_JUDGMENT: Final = Template("déclaré invalide par quel arrêt ?", "declared invalid by which judgment?")
JUDGMENT_HINT: Final = Template('judgment: "ECLI:EU:C:2020:559"', 'judgment: "ECLI:EU:C:2020:559"')
PERIOD_TEXT: Final = Template(
    "une période repose sur un texte : le citer", "a period rests on a text: cite it"
)
NEEDS_HISTORY: Final = Template(
    "une décision a besoin d'un historique : où elle en est, et depuis quand",
    "a decision needs a history: where it stands, and since when",
)
HISTORY_ORDER: Final = Template(
    "l'historique n'est pas dans l'ordre du temps", "the history is not in order of time"
)
NOTHING_IT_IS: Final = Template("rien ne dit ce qu'elle est", "nothing says what it is")
IS_HINT: Final = Template("is: [hosting]", "is: [hosting]")
WHEN_ENDED: Final = Template(
    "succeeded_by sans ends : quand a-t-elle cessé d'exister ?",
    "succeeded_by without ends: when did it cease to exist?",
)
FORMER_DAY: Final = Template(
    "un ancien nom a besoin du dernier jour où il a été vu, ou de unknown",
    "a former name needs the last day on which it was seen, or unknown",
)
COUNTRY_GAP: Final = Template(
    "l'historique du pays a un trou ou un recouvrement", "the history of the country has a gap or an overlap"
)
UNTIL_IS_SINCE: Final = Template("chaque until est le since suivant", "each until is the next since")
SAME_NAME: Final = Template("le même nom que {other} : {name}", "the same name as {other}: {name}")
ONE_ENTRY: Final = Template("une personne morale, une entrée", "one legal person, one entry")
NUMBER_TAKEN: Final = Template(
    "{scheme} {number} est celui de {other}", "{scheme} {number} is that of {other}"
)
CHECK_DIGITS: Final = Template(
    "les chiffres de contrôle de ce {scheme} sont faux : {number}",
    "the check digits of this {scheme} are wrong: {number}",
)
KIND_WITHOUT: Final = Template(
    "du genre {kind}, mais sans {field}", "of kind {kind}, but no {field} are given"
)
QUALIFIED_AND_HELD: Final = Template(
    "qualifiée SecNumCloud 3.2, et pourtant détenue à plus de 24 % par {owner}, hors de l'Union",
    "qualified under SecNumCloud 3.2, yet {owner}, from outside the EU, holds more than 24 % of it",
)
ONE_IS_WRONG: Final = Template(
    "l'un des deux énoncés est faux, ou ne vaut pas à la même date (§ 19.6)",
    "one of the two statements is wrong, or is not of the same time (section 19.6)",
)
FRAMEWORK_IS_US: Final = Template(
    "le Data Privacy Framework n'accueille que des organisations américaines, et celle-ci est de : {country}",
    "only organisations of the United States take part in the Data Privacy Framework, and this one is of: {country}",
)
REPORTED_ONLY: Final = Template(
    "ce que quelqu'un d'autre dit avoir lu sur la liste n'est pas vérifié",
    "what somebody else says to have read on the list is not verified",
)
UNTIL_AFTER_SEEN: Final = Template(
    "until {until} est postérieur à as_of {day} : personne n'a encore vu ce jour",
    "until {until} lies after as_of {day}: nobody has seen that day yet",
)
CARRIES_NO: Final = Template(
    "un lien du genre {kind} ne porte pas de {field}", "a link of kind {kind} carries no {field}"
)
OUT_OF_RANGE: Final = Template(
    "{field} hors bornes : {low} à {high}", "{field} out of range: {low} to {high}"
)
MINORITY: Final = Template("une minorité au-dessus de la moitié", "a minority above one half")
HELD_TWICE: Final = Template(
    "{owner} de {of} : {kind} est donné deux fois pour la même période",
    "{owner} of {of}: {kind} is given twice for the same time",
)
THE_HOLDING: Final = Template("la détention", "the holding")
OVER_THE_WHOLE: Final = Template(
    "les parts de {of} détenues aujourd'hui font au moins {total} pour cent",
    "the shares in {of} held today add up to {total} percent at least",
)
CONTROLS_ITSELF: Final = Template(
    "{owner} se contrôlerait, à travers {through}", "{owner} would control itself, through {through}"
)
NOT_A_DOMAIN: Final = Template("ce n'est pas un domaine : {name}", "not a domain: {name}")
DOMAIN_HINT: Final = Template(
    "en minuscules, sans protocole ni chemin", "lower case, without scheme and path"
)
NO_ROLES: Final = Template("roles est vide", "roles are missing")
NO_NAMES: Final = Template("names est vide", "names are missing")
NOT_BELOW: Final = Template("{host} n'est pas sous {domain}", "{host} is not below {domain}")
TWO_NAMES: Final = Template("un nom en français et en anglais", "a name in French and in English")
TWO_NAMES_HINT: Final = Template("name: {{fr: …, en: …}}", "name: {{fr: …, en: …}}")
NOT_A_KIND: Final = Template("ce n'est pas un genre : {kind}", "not a kind: {kind}")
SENDS_REQUEST: Final = Template(
    "ce qui est chargé envoie une requête : load doit la nommer",
    "whatever is fetched sends a request: load must name it",
)
LOAD_HINT: Final = Template("load: [request]", "load: [request]")
NOBODY_ANSWERS: Final = Template(
    "{host} : personne n'est dit répondre de ce domaine", "{host}: nobody is said to answer for this domain"
)
WIDGET_OF: Final = Template(
    "{host} est à {owner}, l'élément à {who}", "{host} is of {owner}, the widget of {who}"
)

"""What is said of a register that is imported: what became of its cells, why words settle nothing."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.vocabulary.word import Word, word

TITLE: Final = Bilingual("registre des traitements", "record of processing")
LOOKED_FOR: Final = Bilingual(
    "au moins quatre libellés d'un registre (finalité, base légale, personnes, données, durée, destinataires…) sur une ligne ou dans une colonne d'un classeur, d'un CSV ou d'un tableau en Markdown ou en HTML",
    "at least four labels of a record (purpose, legal basis, people, data, retention, recipients…) in a row or a column of a workbook, a CSV or a table in Markdown or HTML",
)
KINDS: Final[dict[str, Word]] = {
    "register": word("registre des traitements", "record of processing"),
    "threat-model": word("modèle de menaces", "threat model"),
    "data-map": word("carte des données", "data map"),
    "bill-of-materials": word("nomenclature logicielle", "bill of materials"),
    "subprocessor-list": word("liste de sous-traitants ultérieurs", "list of sub-processors"),
    "tag-container": word("conteneur de balises", "tag container"),
    "cookie-list": word("liste de traceurs", "cookie list"),
    "vendor-list": word("liste de fournisseurs du TCF", "vendor list of the TCF"),
    "sellers-list": word("liste de vendeurs d'espace publicitaire", "list of sellers of advertising space"),
    "application-report": word("rapport sur une application", "report on an application"),
}
KEEPERS: Final[dict[str, Word]] = {
    "controller": word("responsable du traitement", "controller"),
    "processor": word("sous-traitant", "processor"),
}
FORMATS: Final[dict[str, Bilingual]] = {
    "row-per-activity": Bilingual("une ligne par activité", "one row per activity"),
    "sheet-per-activity": Bilingual("une feuille par activité", "one sheet per activity"),
}
WHY: Final[dict[str, Word]] = {
    "pending": word("à compléter, dit le registre", "the record says it is to be completed"),
    "refers": word("le registre renvoie ailleurs", "the record refers elsewhere"),
    "ambiguous": word("aucun, ou non rempli ?", "none, or not filled in?"),
    "reserve": word("une réponse avec une réserve", "an answer with a reserve"),
    "no-object": word("oui, sans dire quoi", "yes, without saying what"),
    "initials": word("des initiales", "initials"),
    "several": word("laquelle vaut pour quoi ?", "which one holds for what?"),
    "contradicts": word(
        "les mots et l'article se contredisent", "the words and the article contradict each other"
    ),
    "not-a-word": word("ces mots ne disent pas lequel", "these words do not say which one"),
    "no-period": word("aucune durée n'est fixée", "no period is set"),
    "not-a-date": word("ce n'est pas une date certaine", "this is no certain date"),
    "which-company": word("quelle société exactement ?", "which company exactly?"),
    "which-country": word(
        "un lieu ne dit pas le droit dont relève une organisation",
        "a place is not the law an organisation exists under",
    ),
    "annulled": word(
        "ce cadre est annulé ou ne suffit pas seul", "this framework was annulled, or is not enough alone"
    ),
    "is-it-processed": word("cette catégorie est-elle traitée ?", "is this category processed?"),
    "is-it-personal": word(
        "dit sensible : des données personnelles en sont-elles ?",
        "said to be sensitive: is it personal data?",
    ),
    "who-is-it": word(
        "un service interne, ou une autre organisation ?", "a service inside, or another organisation?"
    ),
    "differs": word("le registre dit deux choses", "the record says two things"),
    "no-entry": word("dans la liste, sans fiche", "in the list, without a sheet"),
    "no-guarantee": word("aucune garantie n'est indiquée", "no guarantee is named"),
    "which-role": word("un destinataire, ou un sous-traitant ?", "a recipient, or a processor?"),
    "paper": word("le document n'est pas joint", "the paper was not given"),
    "whose-machines": word("sur les machines de qui ?", "on whose machines?"),
    "credentials-or-personal": word(
        "des secrets d'accès, ou des données personnelles ?", "credentials, or personal data?"
    ),
    "another-end": word("quelle est l'autre extrémité ?", "what is the other end?"),
    "what-else": word("que part-il encore ?", "what else goes along?"),
    "which-others": word("qui d'autre ?", "who else?"),
    "when": word("quand cela a-t-il lieu ?", "when does this happen?"),
}
LEFT: Final[dict[str, Word]] = {
    "note": word("gardé comme remarque", "kept as a remark"),
    "negative-row": word("une ligne qui dit non", "a row that says no"),
    "not-a-row": word("pas une activité", "no activity"),
    "title": word("un titre", "a heading"),
    "hidden-sheet": word("une feuille masquée", "a hidden sheet"),
    "hidden-row": word("une ligne que la page n'affiche pas", "a row that the page does not show"),
    "struck-out": word("un texte barré", "a text struck through"),
    "no-register": word("une feuille sans libellé de registre", "a sheet without labels of a record"),
    "example": word("un exemple ou un modèle", "an example or a template"),
    "repeated": word("une feuille qui redit les autres", "a sheet that says the others again"),
    "untouched": word("une invite laissée telle quelle", "a prompt left as it was"),
    "heading-unknown": word("une colonne inconnue", "an unknown column"),
    "other-record": word("relève d'un autre registre", "belongs to a record of its own"),
    "not-applicable": word("sans objet, dit le registre", "not applicable, says the record"),
    "number-as-text": word("un nombre lu comme texte", "a number read as text"),
    "formula": word("le résultat d'une formule", "the result of a formula"),
    "merged": word(
        "une cellule fusionnée, qui vaut pour plusieurs lignes", "a merged cell, which holds for several rows"
    ),
    "encoding": word(
        "lu dans cet encodage, avec ce séparateur", "read in this encoding, with this separator"
    ),
    "cut": word("un texte coupé", "a text cut short"),
    "comments": word("des commentaires, qui ne sont pas lus", "comments, which are not read"),
}
#: What an imported file says of itself; people of any language see it, so it is short.
MADE_BY: Final = "Made by `auditor import`; do not edit. Facts in other files go before it. / Fait par `auditor import` ; ne pas modifier."
HEAD: Final = Bilingual(
    "{kind} {file} ({form}, tenu par un {keeper}) · sha256 {sha}",
    "{kind} {file} ({form}, kept by a {keeper}) · sha256 {sha}",
)
READ: Final = Bilingual(
    "Lu : {activities} {activities:activité/activités}, {organisations} {organisations:organisation/organisations}, {people} {people:catégorie/catégories} de personnes",
    "Read: {activities} {activities:activity/activities}, {organisations} {organisations:organisation/organisations}, {people} {people:category/categories} of people",
)
COUNTS: Final = Bilingual(
    "{cells} {cells:cellule remplie, comptée/cellules remplies, chacune comptée} une fois : {facts} {facts:fait/faits}, {questions} {questions:question/questions}, {kept} en mots seulement, {left} {left:laissée/laissées}, {labels} {labels:libellé/libellés}",
    "{cells} filled {cells:cell/cells}, each counted once: {facts} {facts:fact/facts}, {questions} {questions:question/questions}, {kept} as words only, {left} left, {labels} {labels:label/labels}",
)
KEPT: Final = Bilingual(
    "Mots gardés, certains à côté d'un fait ({count}) :", "Words kept, some beside a fact ({count}):"
)
ASKED: Final = Bilingual("À demander ({count}) :", "To ask ({count}):")
LEFT_ASIDE: Final = Bilingual("Laissé de côté, ou signalé ({count}) :", "Left aside, or noted ({count}):")
MORE: Final = Bilingual(
    "et {count} de plus ; --format json les donne tous", "and {count} more; --format json gives them all"
)
QUOTED: Final = Bilingual("« {words} »", '"{words}"')
MAYBE: Final = Bilingual("peut-être {what}", "perhaps {what}")
WOULD: Final = Bilingual("À écrire : {path}", "To be written: {path}")
WRITTEN: Final = Bilingual("Écrit : {path}", "Written: {path}")
UNCHANGED: Final = Bilingual("Déjà là, inchangé : {path}", "There already, unchanged: {path}")
REMOVED: Final = Bilingual("Sans objet, à ôter : {path}", "No longer made, to be removed: {path}")
GONE: Final = Bilingual(
    "N'est plus dans la source, retiré : {fact}", "No longer in the source, removed: {fact}"
)
CAME: Final = Bilingual("Nouveau dans la source : {fact}", "New in the source: {fact}")
CHANGED: Final = Bilingual("Changé : {fact} : {before} → {after}", "Changed: {fact}: {before} → {after}")
MAYBE_RENAMED: Final = Bilingual(
    "Peut-être renommé, car il dit la même chose : {before} → {after}",
    "Perhaps renamed, as it says the same: {before} → {after}",
)
KEEP_ID: Final = Bilingual(
    "pour garder l'ancien identifiant, sous {name} dans imports.yaml : {line}",
    "to keep the old id, below {name} in imports.yaml: {line}",
)
NEVER_IMPORTED: Final = Bilingual(
    "Pas encore importé. Cette commande l'importe :", "Not imported yet. This command imports it:"
)
TAKE_OVER: Final = Bilingual("Cette commande reprend ces faits :", "This command takes these facts over:")
SAID_CHANGED: Final = Bilingual(
    "imports.yaml dit autre chose qu'au dernier import.",
    "imports.yaml says something else than at the last import.",
)
PLACES: Final = Bilingual("{said} ({before} → {after})", "{said} ({before} → {after})")
PLACE: Final = Bilingual("{said} ({place})", "{said} ({place})")
OF_IMPORT: Final = Bilingual("{name} ({file}) :", "{name} ({file}):")
SOURCE_ONLY: Final = Bilingual("La source a changé, les faits non.", "The source changed, the facts did not.")
NOT_LOOKED_AT: Final = Bilingual(
    "Non regardé, source absente : {path}", "Not looked at, as its source is not there: {path}"
)
NOT_NAMED: Final = Bilingual(
    "Non regardé, imports.yaml n'en nomme pas le fichier : {name}",
    "Not looked at, as imports.yaml names no file of it: {name}",
)
NOT_WRITTEN: Final = Bilingual("Rien n'est écrit ; --write écrit.", "Nothing was written; --write writes.")
ASSUMED_DATE: Final = Bilingual(
    "Le document n'est pas daté : le dossier est supposé au {day}, date de la base de connaissances ; --as-of le dit.",
    "The document bears no date: the case is assumed as of {day}, the date of the knowledge base; --as-of tells it.",
)
BEGIN_SAYINGS: Final = Bilingual(
    "Pour que ce document soit relu, et que auditor import --check dise s'il a changé : créer {path}, que seules des personnes écrivent, avec ces lignes, où # précède ce que vous seuls savez et pouvez compléter :",
    "For this document to be read again, and for auditor import --check to tell whether it changed: create {path}, which only people write, with these lines, where # stands before what only you know and may complete:",
)
ADD_SAYINGS: Final = Bilingual(
    "Pour que ce document soit relu, et que auditor import --check dise s'il a changé : ajouter ces lignes sous imports: dans {path}, où # précède ce que vous seuls savez et pouvez compléter :",
    "For this document to be read again, and for auditor import --check to tell whether it changed: add these lines below imports: in {path}, where # stands before what only you know and may complete:",
)

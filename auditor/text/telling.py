"""The story of a result: its headline, how sure it is, what to do first, whom to ask."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.vocabulary import Known

CLAIMED: Final = Bilingual(
    "« {quote} », {who:dit/disent} {who}. {ways}.", "“{quote}”, {who} {who:says/say}. {ways}."
)
SAY_OTHERWISE: Final = Bilingual("{ways} {ways:dit/disent} le contraire", "{ways} {ways:says/say} otherwise")
#: What speaks against a claim.
AGAINST: Final = {
    "witness": Bilingual("un témoignage", "a witness account"),
    "capture": Bilingual("une capture du trafic", "a capture of the traffic"),
    "document": Bilingual("une pièce du dossier", "a document on file"),
    "notice": Bilingual("sa propre page de confidentialité", "its own privacy notice"),
    "record": Bilingual("son propre registre", "its own record"),
    "words": Bilingual("ce qui est déclaré ailleurs", "what is declared elsewhere"),
}
#: How sure one may be where nothing was found.
ENOUGH: Final = Bilingual(
    "Les règles s'appliquaient {applicable} fois, et les faits décrits ont suffi chaque fois. Rien n'a été vérifié au-delà de ce qui est décrit.",
    "The rules applied {applicable} times, and the facts described were enough each time. Nothing was checked beyond what is described.",
)
NOT_ENOUGH: Final = Bilingual(
    "Les règles s'appliquaient {applicable} fois ; les faits décrits ont suffi {decided} fois. Rien n'a été vérifié au-delà de ce qui est décrit.",
    "The rules applied {applicable} times; the facts described were enough {decided} times. Nothing was checked beyond what is described.",
)
NONE_APPLIED: Final = Bilingual(
    "Aucune règle ne s'appliquait à ce qui est décrit.", "No rule applied to what is described."
)
NOTHING: Final = Bilingual(
    "Rien n'est établi par les règles appliquées.", "Nothing is established by the rules applied."
)
NO_QUESTION: Final = Bilingual("Aucune question n'est ouverte.", "No question is open.")
ONE_QUESTION: Final = Bilingual("Une question est ouverte.", "One question is open.")
QUESTIONS: Final = Bilingual("{count} questions sont ouvertes.", "{count} questions are open.")
AND_OTHERS: Final = Bilingual(
    "{headline} S'y {count:ajoute/ajoutent} {count} {count:autre point/autres points}, dont {grave} de gravité élevée ou critique.",
    "{headline} And {count} more, {grave} of them high or critical.",
)
MANY_ALIKE: Final = Bilingual(
    "{count} points établis sur {all} sont d'une seule sorte : {headline}",
    "{count} of {all} findings are of one kind: {headline}",
)

#: How a finding is known, as a tag beside its title.
TAGS: Final[dict[Known, Bilingual]] = {
    "documented": Bilingual("attesté par un document", "documented"),
    "observed": Bilingual("constaté par un témoin", "seen by a witness"),
    "declared": Bilingual("l'intéressé le dit", "the party says so"),
    "alleged": Bilingual("rapporté par un tiers", "reported by a third party"),
    "inferred": Bilingual("déduit, non vérifié", "deduced, not checked"),
    "assumed": Bilingual("supposé ; personne ne l'atteste", "assumed; nobody vouches for it"),
}
CAPTURED: Final = Bilingual("montré par une capture", "shown by a capture")

ON_DATE: Final = Bilingual("situation au {date}", "situation on {date}")
SITUATION: Final = Bilingual("Situation au {date}.", "Situation on {date}.")
SITUATION_CHOSEN: Final = Bilingual(
    "Situation au {date}, jour retenu par convention.", "Situation on {date}, a day chosen by convention."
)
ONE_SOURCE: Final = Bilingual("Une seule source : {source}.", "There is a single source: {source}.")
SOURCES: Final = Bilingual("{count} sources, dont {source}.", "{count} sources, among them {source}.")
NO_SOURCE: Final = Bilingual("Aucune source n'est indiquée.", "No source is stated.")
REPLIED: Final = Bilingual("Une réponse {who:de} est au dossier.", "A reply of {who} is on file.")
ASKED_ANSWERED: Final = Bilingual(
    "{who} {who:a/ont} été interrogé{who:e} et {who:a/ont} répondu.",
    "{who} {who:was/were} asked and answered.",
)
ASKED_SILENT: Final = Bilingual(
    "{who} {who:a/ont} été interrogé{who:e}, sans réponse.", "{who} {who:was/were} asked; no answer."
)
NEVER_ASKED: Final = Bilingual(
    "Le dossier ne contient ni question posée {who:à}, ni réponse.",
    "The file holds no question put to {who}, and no reply.",
)

FIRST: Final = Bilingual("D'abord : {what}", "First: {what}")
ASK_FIRST: Final = Bilingual("poser {questions} {who:à}", "ask {who} {questions}")
DO_FIRST: Final = Bilingual("{what} ({who})", "{what} ({who})")
OPEN: Final = Bilingual(
    "En suspens : {points} {points:point attend/points attendent} {questions} {questions:question/questions}{whom}{grave}.",
    "Open: {points} {points:point waits/points wait} for {questions} {questions:question/questions}{whom}{grave}.",
)
OF_WHOM: Final = Bilingual(" ({count} {who:à})", " ({count} to {who})")
OPEN_GRAVE: Final = Bilingual(" ; la gravité serait {parts}", "; {parts}")
COULD_BE: Final = {
    "critical": Bilingual("critique pour {count}", "{count} would be critical"),
    "high": Bilingual("élevée pour {count}", "{count} would be high"),
}
LETTERS_BELOW: Final = Bilingual(
    "{letters} : {count} {count:autre sorte de points/autres sortes de points} plus bas",
    "{letters}: {count} more {count:kind/kinds} of findings below",
)
ACCEPTED: Final = Bilingual("accepté", "accepted")
KNOWLEDGE: Final = Bilingual("la base de connaissances", "the knowledge base")
CASE_FILE: Final = Bilingual("le dossier", "the case file")

# Who keeps the data
NOBODY_CONTROLS: Final = Bilingual("aucun détenteur ne le contrôle", "no controlling owner")
OWNERS_UNKNOWN: Final = Bilingual("détenteurs inconnus", "owners not known")
KEEPER_UNKNOWN: Final = Bilingual("exploitant inconnu", "keeper not known")
MAY_CONTROL: Final = Bilingual("peut-être {who}", "perhaps {who}")
NO_REACH: Final = Bilingual("aucune trouvée", "none found")
DEPENDS_ON_OWNERS: Final = Bilingual("dépend de ses détenteurs", "depends on its owners")
LAW_OF: Final = Bilingual("{state} : {laws}", "{state}: {laws}")
LEVELS: Final = Bilingual("{low} à {high}", "{low} to {high}")

# What is known, what is not, what would change it
FINDING: Final = Bilingual("le point", "the finding")
#: Words that a sentence may begin with and that lose their capital inside one.
BEGINNINGS: Final = frozenset(
    [
        "a",
        "an",
        "each",
        "for",
        "from",
        "in",
        "it",
        "its",
        "legal",
        "law",
        "no",
        "none",
        "nothing",
        "on",
        "only",
        "people",
        "reading",
        "sender",
        "such",
        "that",
        "the",
        "there",
        "these",
        "they",
        "this",
        "those",
        "time",
        "c",
        "chacun",
        "chaque",
        "ces",
        "cette",
        "d",
        "dans",
        "des",
        "délais",
        "elle",
        "expéditeur",
        "filiale",
        "il",
        "ils",
        "l",
        "la",
        "le",
        "les",
        "lire",
        "rien",
        "s",
        "seul",
        "si",
        "son",
        "un",
        "une",
    ]
)
WHOSE_RISE: Final = Bilingual(
    "{letter} peut aller jusqu'à la gravité « {ceiling} », selon {questions}.",
    "{letter} may rise to “{ceiling}”, as {questions} {questions:turns/turn} out.",
)
WHOSE_FALL: Final = Bilingual("{letter} tomberait si : {when}", "{letter} falls if: {when}")
SCENARIO: Final = Bilingual(
    "Hypothèse « {title} » : {count} {count:point apparaîtrait/points apparaîtraient}.",
    "Hypothesis “{title}”: {count} {count:finding/findings} would appear.",
)

# How sure, what first, whom to ask
HOW_SURE: Final = Bilingual("{tag} ({sources})", "{tag} ({sources})")
OPEN_ABOVE: Final = Bilingual(
    "{floor}, jusqu'à {ceiling} selon {questions}",
    "{floor}, up to {ceiling} as {questions} {questions:turns/turn} out",
)
ASK_WHO: Final = Bilingual(
    "{who} ({count} {count:question/questions})", "{who} ({count} {count:question/questions})"
)
NOTHING_TO_DO: Final = Bilingual("rien, d'après les règles appliquées", "nothing, by the rules applied")
EXPOSURE_NO_TRANSFER: Final = Bilingual(
    "C'est une exposition, pas un transfert ; aucun accès n'est rapporté.",
    "This is an exposure, not a transfer; no access is reported.",
)
WHO_ELSE: Final = Bilingual("{who} et {count} {count:autre/autres}", "{who} and {count} more")
#: Stands before links to questions.
DECIDE_HOW_FAR: Final = Bilingual(
    "{count:La réponse décide/Les réponses décident} jusqu'où va {letter} :",
    "The {count:answer decides/answers decide} how far {letter} goes:",
)
ASK_THIS: Final = Bilingual("Poser cette question {who:à} : {question}", "Ask {who}: {question}")
AND: Final = Bilingual("et", "and")
MAY_RISE_BY: Final = Bilingual(
    "Pourrait aller jusqu'à la gravité « {ceiling} », selon {questions}.",
    "It could rise to severity “{ceiling}”, as {questions} turn out.",
)

# What a question decides, and what protects data on its way
DECIDES: Final = Bilingual(
    "Décide {letters:du point/des points} {letters}.", "Decides {letters:finding/findings} {letters}."
)
DECIDES_POINTS: Final = Bilingual(
    "{count} {count:application de règle l'attend/applications de règles l'attendent}.",
    "{count} {count:application of a rule waits/applications of rules wait} for it.",
)
DECIDES_BOTH: Final = Bilingual(
    "Décide {letters:du point/des points} {letters} ; {count} {count:application de règle l'attend/applications de règles l'attendent}.",
    "Decides {letters:finding/findings} {letters}; {count} {count:application of a rule waits/applications of rules wait} for it.",
)
IN_TRANSIT: Final = {
    "some": Bilingual("En transit : {how}.", "In transit: {how}."),
    "none": Bilingual("En transit : sans protection.", "In transit: not protected."),
    "unknown": Bilingual("En transit : non connu.", "In transit: not known."),
    "not-produced": Bilingual("En transit : demandé, non produit.", "In transit: asked for, not produced."),
}
CONTENT_IS: Final = {
    "some": Bilingual("Contenu : {how}.", "Content: {how}."),
    "none": Bilingual("Contenu : lisible.", "Content: readable."),
    "unknown": Bilingual("Contenu : non connu.", "Content: not known."),
    "not-produced": Bilingual("Contenu : demandé, non produit.", "Content: asked for, not produced."),
}

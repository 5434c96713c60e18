"""The proof of a finding, told as a story, and a rule told in full."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

RULE_SENTENCE: Final = Bilingual("En une phrase", "In one sentence")
RULE_EXAMPLES: Final = Bilingual("Exemples, tirés de ses tests", "Examples, from its tests")
SEVERAL: Final = Bilingual(
    "Cette règle a trouvé {count} points. Choisir par ce qui les cite (F-…).",
    "This rule met {count} points. Choose by what they are cited by (F-…).",
)
FOUND: Final = Bilingual("Ce qui a été trouvé", "What was found")
RULE: Final = Bilingual("Par quelle règle", "By which rule")
PATH: Final = Bilingual("Le chemin des données, étape par étape", "The path of the data, step by step")
CONTROL: Final = Bilingual("Qui contrôle, part par part", "Who controls, share by share")
FACTS: Final = Bilingual("Les faits, et comment chacun est connu", "The facts, and how each is known")
LAW: Final = Bilingual("Le droit", "The law")
CHANGE: Final = Bilingual(
    "Ce qui manque, et ce qui changerait le point", "What is missing, and what would change the finding"
)
REMEDY: Final = Bilingual("Que faire", "What to do")
STEP: Final = Bilingual("{start:De} {end:à} (flux « {flow} »).", "From {start} to {end} (flow “{flow}”).")
READS: Final = {
    "yes": Bilingual(
        "À cet endroit, les données peuvent être lues en clair.", "There, the data can be read in clear."
    ),
    "possible": Bilingual(
        "Nul n'a dit si les données peuvent y être lues en clair.",
        "Nobody has said whether the data can be read there in clear.",
    ),
}
WHOSE: Final = Bilingual("{who}, pays : {country} ({known})", "{who}, country: {country} ({known})")
CONTROLS: Final = Bilingual("{who} ({country}) la contrôle, par :", "{who} ({country}) controls it, through:")
MAY_CONTROL: Final = Bilingual(
    "{who} ({country}) la contrôle peut-être, par :",
    "{who} ({country}) may control it, through:",
)
HOLDER: Final = Bilingual(
    "autre détenteur, dont rien ne montre le contrôle", "other holder, whose control nothing shows"
)
OWNERS_OPEN: Final = Bilingual("Tous ses détenteurs ne sont pas connus.", "Not all of its holders are known.")
NOBODY_CONTROLS: Final = Bilingual("Personne de connu ne la contrôle.", "Nobody known controls it.")
UNTIL: Final = Bilingual(", jusqu'{date:au}", ", until {date}")
SINCE_ASSUMED: Final = Bilingual(
    ", premier jour inconnu et supposé antérieur", ", first day not known and assumed to be earlier"
)
KNOWN: Final = {
    "documented": Bilingual("{clause}.", "{clause}."),
    "observed": Bilingual("un témoin a constaté{date} {clause:que}.", "a witness saw{date} that {clause}."),
    "declared": Bilingual("l'intéressé dit {clause:que}.", "the party concerned says that {clause}."),
    "alleged": Bilingual("selon {who}, {clause}.", "according to {who}, {clause}."),
    "inferred": Bilingual(
        "on déduit {who:de} {clause:que} ; nous n'avons pas pu le vérifier.",
        "it follows from {who} that {clause}; we could not check it.",
    ),
    "assumed": Bilingual(
        "il est supposé, sans que personne l'atteste, {clause:que}.",
        "it is assumed, with nobody to vouch for it, that {clause}.",
    ),
}
#: How a link is known, and by which document.
KNOWN_BY: Final = Bilingual("{tag} ; {source}", "{tag}; {source}")
CAPTURED: Final = Bilingual("une capture montre{date} {clause:que}.", "a capture shows{date} that {clause}.")
IF_WORSE: Final = Bilingual(
    "Cette gravité tient quelles que soient les réponses ; au pire, elles la rendraient {severity}.",
    "This severity holds whatever the answers; at worst they would make it: {severity}.",
)
IF_SO: Final = Bilingual(
    "Si ces faits étaient montrés en ce sens, la gravité serait : {severity}.",
    "If these facts were shown to be so, the severity would be: {severity}.",
)
WEAK: Final = Bilingual(
    "Aucun document ni témoin ne montre les faits {numbers} : une pièce contraire changerait le point.",
    "No document and no witness shows facts {numbers}: a document to the contrary would change the finding.",
)
RULE_QUESTIONS: Final = Bilingual(
    "Questions posées quand un fait manque", "Questions asked where a fact is missing"
)

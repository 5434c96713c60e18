"""The proof of a finding, told as a story, and a rule told in full."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

RULE_SENTENCE: Final = Bilingual("En une phrase", "In one sentence")
RULE_EXAMPLES: Final = Bilingual("Exemples, tirés de ses tests", "Examples, from its tests")
SEVERAL: Final = Bilingual(
    "Constats de cette règle : {count}. Choisir par l'identifiant.",
    "Findings of this rule: {count}. Choose by id.",
)
DATE: Final = Bilingual("à la date du {as_of}", "as of {as_of}")
FOUND: Final = Bilingual("Ce qui est relevé", "What was found")
RULE: Final = Bilingual("Par quelle règle", "By which rule")
PATH: Final = Bilingual("Le chemin des données, étape par étape", "The path of the data, step by step")
CONTROL: Final = Bilingual("Qui contrôle, part par part", "Who controls, share by share")
FACTS: Final = Bilingual("Les faits, et comment chacun est connu", "The facts, and how each is known")
LAW: Final = Bilingual("Le droit", "The law")
CHANGE: Final = Bilingual(
    "Ce qui manque, et ce qui changerait le constat", "What is missing, and what would change the finding"
)
REMEDY: Final = Bilingual("Que faire", "What to do")
STEP: Final = Bilingual("{start:De} {end:à} (flux « {flow} »)", 'From {start} to {end} (flow "{flow}")')
TRANSPORT_NONE: Final = Bilingual("non protégé", "not protected")
CONTENT_NONE: Final = Bilingual("non protégé au-delà du transport", "not protected beyond the transport")
READS: Final = {
    "yes": Bilingual(
        "À cet endroit, les données peuvent être lues en clair.", "There, the data can be read in clear."
    ),
    "possible": Bilingual(
        "Que les données puissent y être lues en clair n'est pas établi.",
        "Whether the data can be read there in clear is not shown.",
    ),
}
WHOSE: Final = Bilingual("{who}, pays : {country} ({known})", "{who}, country: {country} ({known})")
CONTROLS: Final = Bilingual("{who} ({country}) la contrôle, par :", "{who} ({country}) controls it, through:")
MAY_CONTROL: Final = Bilingual(
    "{who} ({country}) la contrôle peut-être, ce qui n'est pas établi, par :",
    "{who} ({country}) may control it, which is not shown, through:",
)
HOLDER: Final = Bilingual("autre porteur, sans contrôle établi", "other holder, no control shown")
OWNERS_OPEN: Final = Bilingual("Tous ses porteurs ne sont pas connus.", "Not all of its holders are known.")
NOBODY_CONTROLS: Final = Bilingual("Personne de connu ne la contrôle.", "Nobody known controls it.")
UNTIL: Final = Bilingual(", jusqu'{date:au}", ", until {date}")
SINCE_ASSUMED: Final = Bilingual(
    ", premier jour inconnu et supposé antérieur", ", first day not known and assumed to be earlier"
)
KNOWN: Final = {
    "documented": Bilingual("{clause}.", "{clause}."),
    "observed": Bilingual("il a été observé{date} {clause:que}.", "it was observed{date} that {clause}."),
    "declared": Bilingual("l'intéressé déclare {clause:que}.", "the party concerned states that {clause}."),
    "alleged": Bilingual("selon {who}, {clause}.", "according to {who}, {clause}."),
    "inferred": Bilingual(
        "il résulte {ref:de} {clause:que} ; nous n'avons pas pu le vérifier.",
        "from {ref} follows that {clause}; we could not check it.",
    ),
    "assumed": Bilingual(
        "il est supposé, sans que personne l'atteste, {clause:que}.",
        "it is assumed, with nobody to vouch for it, that {clause}.",
    ),
}
IF_WORSE: Final = Bilingual(
    "Ce niveau tient quelles que soient les réponses ; le pire qu'elles puissent donner : {severity}.",
    "This level holds whatever the answers; the worst they could make of it: {severity}.",
)
IF_SO: Final = Bilingual(
    "Si ces faits étaient établis en ce sens, niveau de gravité : {severity}.",
    "If these facts were shown to be so, level of severity: {severity}.",
)
WEAK: Final = Bilingual(
    "Ni documentés ni observés, les faits numéro {numbers} : une pièce contraire changerait le constat.",
    "Neither documented nor observed, facts number {numbers}: a document to the contrary would change the finding.",
)
RULE_QUESTIONS: Final = Bilingual(
    "Questions posées quand un fait manque", "Questions asked where a fact is missing"
)

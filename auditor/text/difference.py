"""What differs between two states of a case, and why."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

HEAD: Final = Bilingual("{base} → {head}", "{base} → {head}")
WHAT_DIFFERS: Final = Bilingual("Ce qui diffère : {parts}.", "What differs: {parts}.")
SAME: Final = Bilingual("Rien ne diffère.", "Nothing differs.")
PARTS: Final = {
    "facts": Bilingual("les faits", "the facts"),
    "policies": Bilingual("les règles", "the rules"),
    "knowledge": Bilingual("la base de connaissances", "the knowledge base"),
    "exceptions": Bilingual("les exceptions", "the exceptions"),
    "date": Bilingual("la date", "the date"),
    "program": Bilingual("la version du programme", "the version of the program"),
}
STATUSES: Final = {
    "new": Bilingual("Nouveaux ({count})", "New ({count})"),
    "changed": Bilingual("Changés ({count})", "Changed ({count})"),
    "unshown": Bilingual(
        "Ne sont plus montrés, sans être réglés ({count})",
        "No longer shown, which does not settle them ({count})",
    ),
    "fixed": Bilingual("Ne sont plus relevés ({count})", "No longer found ({count})"),
}
SETTLED: Final = Bilingual("Questions qui ne se posent plus", "Questions no longer open")
OPENED: Final = Bilingual("Questions nouvelles", "New questions")
UNCHANGED: Final = Bilingual("Inchangés : {count}.", "Unchanged: {count}.")
CAUSES: Final = {
    "alone": Bilingual("à cause de : {parts}", "because of: {parts}"),
    "each": Bilingual(
        "à cause de chacun, pris seul : {parts}", "because of each of these by itself: {parts}"
    ),
    "together": Bilingual(
        "à cause de l'ensemble, aucun ne suffisant seul : {parts}", "only together: {parts}"
    ),
    "untold": Bilingual(
        "cause non déterminée sans les sources ; ce qui diffère : {parts}",
        "the cause needs the sources; what differs: {parts}",
    ),
}
ASKED: Final = Bilingual("Attend à présent une réponse", "Waits now for an answer")
ASKED_NO_MORE: Final = Bilingual("N'attend plus de réponse", "No longer waits for an answer")
STATED: Final = {
    (True, True): Bilingual(
        "Énoncé avant : {was}. Énoncé à présent : {now}.", "Stated before: {was}. Stated now: {now}."
    ),
    (True, False): Bilingual("N'est plus énoncé : {was}.", "No longer stated: {was}."),
    (False, True): Bilingual("Énoncé depuis : {now}.", "Newly stated: {now}."),
}
NOTHING_KNOWN: Final = Bilingual("rien de connu", "nothing known")
FAILS: Final = Bilingual("fait échouer", "fails")
GATE_PASSED: Final = Bilingual(
    "Contrôle au seuil de gravité « {bar} » : rien de nouveau, et aucune règle assouplie.",
    "Check at “{bar}”: nothing new, and no rule loosened.",
)
GATE_FAILED: Final = Bilingual(
    "Contrôle au seuil de gravité « {bar} » : non admis. Points nouveaux ou aggravés : {failing} ; règles assouplies : {loosened}.",
    "Check at “{bar}”: not passed. Findings new or worse: {failing}; rules loosened: {loosened}.",
)
NEW_NONE: Final = Bilingual(
    "Contrôle au seuil de gravité « {bar} » : rien de nouveau.", "Check at “{bar}”: nothing new."
)
RULES_UNSEEN: Final = Bilingual(
    "Deux résultats ne contiennent pas les règles : on ne peut dire si l'une a été assouplie.",
    "Two results do not hold the rules: whether one was loosened cannot be told.",
)
NEVER: Final = Bilingual(
    "Contrôle sans seuil : rien ne le fait échouer.", "Check without a bar: nothing fails it."
)

"""Whether a check passes, and what exceptions, baselines and loosened rules do to that."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

PASSED: Final = Bilingual("Seuil « {bar} » : passé.", 'Gate "{bar}": passed.')
FAILED: Final = Bilingual(
    "Seuil « {bar} » : non passé, constats en cause : {count}.",
    'Gate "{bar}": not passed, findings at stake: {count}.',
)
COUNTS: Final = Bilingual(
    "Établis : {established} ({severities}) ; acceptés : {accepted} ; non établis : {unshown} ; hypothétiques : {hypothetical} ; questions ouvertes : {questions} ; faits non énoncés : {unstated}.",
    "Established: {established} ({severities}); accepted: {accepted}; cannot be shown: {unshown}; hypothetical: {hypothetical}; open questions: {questions}; facts not stated: {unstated}.",
)
NOTHING_FOUND: Final = Bilingual("aucun", "none")
LOOSENED: Final = Bilingual(
    "Règles qui peuvent trouver moins ({count})", "Rules that may find less ({count})"
)
ACCEPTED: Final = Bilingual("Acceptés ({count})", "Accepted ({count})")
ACCEPTED_BY: Final = Bilingual(
    "accepté par {by} le {on}, jusqu'au {until} : {reason}",
    "accepted by {by} on {on}, until {until}: {reason}",
)
ACCEPTED_BEFORE: Final = Bilingual("exception", "exception")
WAS_ACCEPTED: Final = Bilingual(
    "avait été accepté par {by} jusqu'au {until}", "was accepted by {by} until {until}"
)
WAS_UNDATED: Final = Bilingual(
    "accepté par {by} jusqu'au {until} ; sans jour donné (--today), cela ne peut être vérifié et n'exempte pas",
    "accepted by {by} until {until}; without a day (--today) this cannot be told, and does not exempt",
)
EXCEPTIONS: Final = Bilingual("Exceptions", "Exceptions")
EXCEPTIONS_STALE: Final = Bilingual("Exceptions à revoir ({count})", "Exceptions to look at ({count})")
EXCEPTIONS_DAY: Final = Bilingual("Examinées à la date du {day}.", "Looked at as of {day}.")
STATES: Final = {
    "in-force": Bilingual("en vigueur", "in force"),
    "expired": Bilingual("expirée", "expired"),
    "unmatched": Bilingual("ne correspond plus à rien", "matches nothing"),
    "outgrown": Bilingual(
        "le constat est plus grave ou plus large que ce qui a été accepté, ou repose sur d'autres faits",
        "the finding is graver or wider than what was accepted, or rests on other facts",
    ),
    "not-yet": Bilingual("approuvée après le jour du contrôle", "approved after the day of the check"),
    "undated": Bilingual(
        "le jour du contrôle n'est pas donné (--today)", "the day of the check is not given (--today)"
    ),
    "not-checked": Bilingual("règle non appliquée ici", "its rule was not run here"),
}
EXCEPTIONS_FAIL: Final = Bilingual(
    "Exceptions expirées ou sans objet : {count}.", "Exceptions expired or matching nothing: {count}."
)
LOOSENED_FAIL: Final = Bilingual("Règles assouplies : {count}.", "Rules loosened: {count}.")
UNSURE: Final = Bilingual(
    "Non comptés, moins bien connus que demandé : {count}.",
    "Not counted, known less well than asked: {count}.",
)
COMPARED: Final = Bilingual(
    "Par rapport à {against} : constats déjà connus : {known}.",
    "Against {against}: findings already known: {known}.",
)
COMPARED_GONE: Final = Bilingual(
    "Ne sont plus constatés, à retirer de la référence : {gone}.",
    "No longer found, to be removed from the baseline: {gone}.",
)

"""Whether a check passes, and what exceptions, baselines and loosened rules do to that."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

NOTHING_ESTABLISHED: Final = Bilingual(
    "Rien d'établi de gravité « {bar} » ou plus.", 'Nothing established at or above "{bar}".'
)
OUTSIDE_REGIMES: Final = Bilingual(
    "Sous aucun régime de protection des données, donc non jugé : {activities}.",
    "Under no regime of data protection, hence not judged: {activities}.",
)
NEVER: Final = Bilingual("Aucun constat ne fait échouer ce contrôle.", "No finding makes this check fail.")
FAILED: Final = Bilingual(
    "Seuil « {bar} » : non passé, constats en cause : {count}.",
    'Gate "{bar}": not passed, findings at stake: {count}.',
)
ONE_UNDECIDED: Final = Bilingual(
    "Non tranché : un point, qui pourrait être de gravité « {bar} » ou plus.",
    'Not decided: one point that could be at or above "{bar}".',
)
UNDECIDED: Final = Bilingual(
    "Non tranché : {count} points qui pourraient être de gravité « {bar} » ou plus.",
    'Not decided: {count} points that could be at or above "{bar}".',
)
OPEN_FAIL: Final = Bilingual(
    "Points ouverts, de gravité possible « {bar} » ou plus, qui font échouer le contrôle : {count}.",
    'Open points that could be at or above "{bar}" and fail the check: {count}.',
)
TOO_FEW_DECIDED: Final = Bilingual(
    "Tranché à {decided} %, alors que {wanted} % sont demandés.",
    "Decided: {decided} %, where {wanted} % are asked for.",
)
DECIDED: Final = Bilingual(
    "Tranché : {decided} sur {applicable} ; {live} points attendent {facts} faits ; {dormant} dormants, dont rien n'est dit.",
    "Decided {decided} of {applicable}; {live} points wait for {facts} facts; {dormant} dormant, of which nothing is said.",
)
UP_TO: Final = Bilingual("jusqu'à {severity}", "up to {severity}")
NO_LONGER_SHOWN: Final = Bilingual(
    "Constats que des faits retirés ne montrent plus ({count})",
    "Findings that facts taken away no longer show ({count})",
)
LOST_FACTS: Final = Bilingual("faits qui ne sont plus énoncés : {facts}", "facts no longer stated: {facts}")
LOST_FAILS: Final = Bilingual("fait échouer le contrôle", "fails the check")
UNSHOWN_FAIL: Final = Bilingual(
    "Constats qui ne sont plus montrés, et font échouer le contrôle : {count}.",
    "Findings no longer shown, which fail the check: {count}.",
)
COUNTS: Final = Bilingual(
    "Établis : {established} ({severities}) ; acceptés : {accepted} ; points ouverts : {unshown} ; hypothétiques : {hypothetical} ; questions : {questions}.",
    "Established: {established} ({severities}); accepted: {accepted}; open points: {unshown}; hypothetical: {hypothetical}; questions: {questions}.",
)
NOTHING_FOUND: Final = Bilingual("aucun", "none")
LOOSENED: Final = Bilingual(
    "Règles qui peuvent trouver moins ({count})", "Rules that may find less ({count})"
)
ACCEPTED: Final = Bilingual("Acceptés ({count})", "Accepted ({count})")
ACCEPTED_BY: Final = Bilingual(
    "accepté par {by} {on:le}, jusqu'{until:au} : {reason}",
    "accepted by {by} {on:on}, until {until}: {reason}",
)
ACCEPTED_BEFORE: Final = Bilingual("exception", "exception")
WAS_ACCEPTED: Final = Bilingual(
    "avait été accepté par {by} jusqu'{until:au}", "was accepted by {by} until {until}"
)
WAS_UNDATED: Final = Bilingual(
    "accepté par {by} jusqu'{until:au} ; sans jour donné (--today), cela ne peut être vérifié et n'exempte pas",
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
BEGINNING_FAIL: Final = Bilingual(
    "Constats à venir d'ici au jour du contrôle, qui le font échouer : {count}.",
    "Findings that begin by the day of the check, which fail it: {count}.",
)
WEAKENED: Final = Bilingual(
    "Faits retirés, affaiblis ou énoncés autrement depuis ({count})",
    "Facts taken away, weakened or stated otherwise since ({count})",
)
FATES: Final = {
    "removed": Bilingual("n'est plus énoncé", "no longer stated"),
    "less-known": Bilingual("moins bien connu", "known less well"),
    "unsourced": Bilingual("n'a plus de source", "without its source"),
    "otherwise": Bilingual("énoncé autrement", "stated otherwise"),
    "moved-on": Bilingual("le dossier est daté plus tard qu'avant", "the case is dated later than it was"),
    "look-alike": Bilingual(
        "une organisation nouvelle qui ressemble à une autre, d'un autre pays",
        "a new organisation that looks like another one, of another country",
    ),
    "begins-later": Bilingual(
        "commence après la date du dossier : rien n'en est encore constaté",
        "begins after the date of the case: nothing is found of it yet",
    ),
}
TOUCHED: Final = Bilingual("constats disparus ou moindres : {findings}", "findings gone or less: {findings}")
TO_COME: Final = Bilingual("fera échouer le contrôle : {findings}", "will fail the check: {findings}")
OPENED: Final = Bilingual(
    "Points ouverts qui font échouer le contrôle ({count})", "Open points that fail the check ({count})"
)
OPEN_POINT: Final = Bilingual(
    "{rule} : {title} ({finding}) ; point ouvert, {graded} ; faits que personne n'énonce : {facts}",
    "{rule}: {title} ({finding}); open point, {graded}; facts nobody stated: {facts}",
)
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
    "Ne sont plus établis, et une référence n'a plus à les nommer : {gone}.",
    "No longer established, and no longer to be named by a baseline: {gone}.",
)

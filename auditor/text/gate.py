"""Whether a check passes, and what exceptions, baselines and loosened rules do to that."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

NOTHING_ESTABLISHED: Final = Bilingual(
    "Contrôle au seuil de gravité « {bar} » : rien d'établi ne l'atteint.",
    "Check at “{bar}”: nothing that is established reaches it.",
)
OUTSIDE_REGIMES: Final = Bilingual(
    "Sous aucun régime de protection des données, donc non jugé : {activities}.",
    "Under no regime of data protection, hence not judged: {activities}.",
)
NEVER: Final = Bilingual(
    "Contrôle sans seuil : aucun point ne le fait échouer.", "Check without a bar: no finding fails it."
)
FAILED: Final = Bilingual(
    "Contrôle au seuil de gravité « {bar} » : non admis, {letters} {letters:compte/comptent} (code de sortie 1).",
    "Check at “{bar}”: not passed, {letters} {letters:counts/count} (exit code 1).",
)
NOT_COUNTED: Final = Bilingual(
    "Contrôle au seuil de gravité « {bar} » : {letters} {letters:l'atteint/l'atteignent}, par une règle qui ne fait échouer aucun contrôle.",
    "Check at “{bar}”: {letters} {letters:reaches/reach} it, by a rule that fails no check.",
)
FAILED_COUNT: Final = Bilingual(
    "Contrôle au seuil de gravité « {bar} » : non admis, {count} {count:point compte/points comptent} (code de sortie 1).",
    "Check at “{bar}”: not passed, {count} {count:finding counts/findings count} (exit code 1).",
)
NOT_PASSED: Final = Bilingual(
    "Contrôle au seuil de gravité « {bar} » : non admis (code de sortie 1) ; rien d'établi ne l'atteint.",
    "Check at “{bar}”: not passed (exit code 1); nothing that is established reaches it.",
)
NEVER_NOT_PASSED: Final = Bilingual(
    "Contrôle sans seuil : aucun point établi ne le fait échouer ; non admis (code de sortie 1).",
    "Check without a bar: no finding fails it; not passed (exit code 1).",
)
ONE_UNDECIDED: Final = Bilingual(
    "Un point en suspens pourrait l'atteindre.", "One open point could reach it."
)
UNDECIDED: Final = Bilingual(
    "{count} points en suspens pourraient l'atteindre.", "{count} open points could reach it."
)
OPEN_FAIL: Final = Bilingual(
    "Points en suspens qui pourraient atteindre la gravité « {bar} », et font échouer le contrôle : {count}.",
    "Open points that could reach “{bar}” and fail the check: {count}.",
)
TOO_FEW_DECIDED: Final = Bilingual(
    "Tranché à {decided} %, alors que {wanted} % sont demandés.",
    "Decided: {decided} %, where {wanted} % are asked for.",
)
DECIDED: Final = Bilingual(
    "Les règles s'appliquent {applicable} fois. {decided} sont tranchées, {live} attendent {facts} {facts:fait/faits} ; de {dormant}, rien n'est dit.",
    "The rules apply {applicable} times. {decided} are decided, {live} wait for {facts} {facts:fact/facts}; of {dormant}, nothing is said.",
)
DECIDED_ALL: Final = Bilingual(
    "Les règles s'appliquent {applicable} fois, et toutes sont tranchées.",
    "The rules apply {applicable} times, and all of these are decided.",
)
UP_TO: Final = Bilingual("jusqu'à {severity}", "up to {severity}")
NO_LONGER_SHOWN: Final = Bilingual(
    "Points que des faits retirés ne montrent plus ({count})",
    "Findings that facts taken away no longer show ({count})",
)
LOST_FACTS: Final = Bilingual("Ce n'est plus énoncé : {facts}.", "This is no longer stated: {facts}.")
OPENED_FACTS: Final = Bilingual("Rien n'était écrit, et {facts}.", "Nothing was written, and {facts}.")
LOST_FAILS: Final = Bilingual("fait échouer le contrôle", "fails the check")
UNSHOWN_FAIL: Final = Bilingual(
    "Points qui ne sont plus montrés, et font échouer le contrôle : {count}.",
    "Findings no longer shown, which fail the check: {count}.",
)
COUNTS: Final = Bilingual(
    "Points établis : {established} ({severities}). En suspens : {unshown} (de {dormant}, rien n'est dit). Acceptés : {accepted}. Hypothèses : {hypothetical}. Questions : {questions}.",
    "Findings: {established} ({severities}). Open points: {unshown} (of {dormant}, nothing is said). Accepted: {accepted}. Hypotheses: {hypothetical}. Questions: {questions}.",
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
ACCEPTED_BEFORE: Final = Bilingual("Exception", "Exception")
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
        "le point est plus grave ou plus large que ce qui a été accepté, ou repose sur d'autres faits",
        "the finding is graver or wider than what was accepted, or rests on other facts",
    ),
    "not-yet": Bilingual("approuvée après le jour du contrôle", "approved after the day of the check"),
    "undated": Bilingual(
        "le jour du contrôle n'est pas donné (--today)", "the day of the check is not given (--today)"
    ),
    "not-checked": Bilingual("règle non appliquée ici", "its rule was not run here"),
}
BEGINNING_FAIL: Final = Bilingual(
    "Points à venir d'ici au jour du contrôle, qui le font échouer : {count}.",
    "Findings that begin by the day of the check, which fail it: {count}.",
)
WEAKENED: Final = Bilingual(
    "Faits retirés, affaiblis ou énoncés autrement depuis ({count})",
    "Facts taken away, weakened or stated otherwise since ({count})",
)
#: On the first screen, what a change does that no finding says; told further down.
SINCE: Final = Bilingual("Depuis {against} : {parts} (plus bas).", "Since {against}: {parts} (below).")
SINCE_FACTS: Final = Bilingual(
    "{count} {count:fait retiré, affaibli ou énoncé/faits retirés, affaiblis ou énoncés} autrement",
    "{count} {count:fact/facts} taken away, weakened or stated otherwise",
)
SINCE_UNSHOWN: Final = Bilingual(
    "{count} {count:point qui n'est plus montré/points qui ne sont plus montrés}",
    "{count} {count:finding/findings} no longer shown",
)
#: What became of a fact: `{was}` and `{now}` say it on each side, `{before}` and `{after}` are values.
FATES: Final = {
    "removed": Bilingual("N'est plus énoncé : {was}.", "No longer stated: {was}."),
    "less-known": Bilingual(
        "Moins bien connu qu'avant ({before}, puis {after}) : {now}.",
        "Known less well than before ({before}, then {after}): {now}.",
    ),
    "unsourced": Bilingual("N'a plus de source : {now}.", "Without its source: {now}."),
    "otherwise": Bilingual(
        "Énoncé avant : {was}. Énoncé à présent : {now}.", "Stated before: {was}. Stated now: {now}."
    ),
    "left-open": Bilingual(
        "Laissé inconnu, où rien n'était écrit : {now}.", "Left unknown, where nothing was written: {now}."
    ),
    "overridden": Bilingual(
        "Énoncé autrement que par la base de connaissances ou le vocabulaire ({before}, ici {after}) : {now}.",
        "Stated otherwise than by the knowledge base or the vocabulary ({before}, here {after}): {now}.",
    ),
    "moved-on": Bilingual(
        "Le dossier était daté {before:du} ; il l'est à présent {after:du}.",
        "The case was dated {before} and is dated {after} now.",
    ),
    "look-alike": Bilingual(
        "{now} ({after}) est une organisation nouvelle, ou d'un nom nouveau, qui ressemble {was:à} ({before}), d'un autre pays.",
        "{now} ({after}) is a new organisation, or one by a new name, that looks like {was} ({before}), of another country.",
    ),
    "begins-later": Bilingual(
        "Commence après la date du dossier, et rien n'en est encore relevé : {now}.",
        "Begins after the date of the case, and nothing is found of it yet: {now}.",
    ),
}
#: A fact of which only what the clause leaves out has changed: a period, a bound, what sources say.
WRITTEN_AS: Final = Bilingual("{clause} (« {value} »)", "{clause} (“{value}”)")
MORE_CHANGES: Final = Bilingual(
    "{count} {count:autre changement est donné/autres changements sont donnés} dans le JSON.",
    "{count} more {count:change is/changes are} in the JSON.",
)
TOUCHED: Final = Bilingual("Points disparus ou moindres : {findings}.", "Findings gone or less: {findings}.")
TO_COME: Final = Bilingual("Fera échouer le contrôle : {findings}.", "Will fail the check: {findings}.")
OPENED: Final = Bilingual(
    "Points en suspens qui font échouer le contrôle ({count})", "Open points that fail the check ({count})"
)
OPEN_POINT: Final = Bilingual(
    "{title}. Point en suspens, {graded}. Nul n'a répondu : {questions} {finding} ({rule})",
    "{title}. Open point, {graded}. Nobody has answered: {questions} {finding} ({rule})",
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
    "Des points montrés ici, {known} {known:était déjà connu/étaient déjà connus} dans {against}.",
    "Of the findings shown here, {known} {known:was/were} known already in {against}.",
)
COMPARED_GONE: Final = Bilingual(
    "Points disparus, qu'une référence n'a plus à nommer : {gone}.",
    "Findings gone, which a baseline need no longer name: {gone}.",
)

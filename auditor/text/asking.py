"""What `auditor ask` says before its letters: the questions in order, and what an answer would decide."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

HEAD: Final = Bilingual(
    "Questions sur « {title} », situation au {as_of}", "Questions on “{title}”, situation on {as_of}"
)
NONE: Final = Bilingual("Aucune question ouverte.", "No open question.")
MORE: Final = Bilingual("… et {count} autres questions plus bas.", "… and {count} more questions below.")
DORMANT: Final = Bilingual(
    "{count} {count:autre question porte/autres questions portent} sur ce dont rien n'est dit : --all les montre.",
    "{count} more {count:question is/questions are} about what nothing is said of: --all shows them.",
)
SUBJECTS: Final = Bilingual("De qui ou de quoi, et à qui le demander", "Of whom or what, and whom to ask")
HANGS: Final = Bilingual(
    "{count} {count:application de règle attend/applications de règles attendent} la réponse ; gravité possible : {severity}.",
    "{count} {count:application of a rule waits/applications of rules wait} for the answer and could be: {severity}.",
)
MISSING_WITH: Final = Bilingual(
    "Il faut au moins {count} réponses pour en trancher un.",
    "At least {count} answers are needed to decide one of them.",
)
WORST: Final = Bilingual(
    "Au pire (« {answer} ») : {established} {established:établi/établis}, {excluded} {excluded:écarté/écartés}, {open} encore en suspens, {added} {added:nouveau/nouveaux}.",
    "At worst (“{answer}”): {established} established, {excluded} ruled out, {open} still open, {added} new.",
)
BEST: Final = Bilingual(
    "Au mieux (« {answer} ») : {established} {established:établi/établis}, {excluded} {excluded:écarté/écartés}, {open} encore en suspens, {added} {added:nouveau/nouveaux}.",
    "At best (“{answer}”): {established} established, {excluded} ruled out, {open} still open, {added} new.",
)
TRIED: Final = Bilingual(
    "Réponse essayée (« {answer} ») : {established} {established:établi/établis}, {excluded} {excluded:écarté/écartés}, {open} encore en suspens, {added} {added:nouveau/nouveaux}.",
    "Answer tried (“{answer}”): {established} established, {excluded} ruled out, {open} still open, {added} new.",
)
LETTERS: Final = Bilingual("Lettres", "Letters")

"""What `auditor ask` says before its letters: the questions in order, and what an answer would decide."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

HEAD: Final = Bilingual(
    "Questions sur « {title} », à la date du {as_of}", 'Questions on "{title}", as of {as_of}'
)
NONE: Final = Bilingual("Aucune question ouverte.", "No open question.")
MORE: Final = Bilingual("… et {count} autres questions plus bas.", "… and {count} more questions below.")
DORMANT: Final = Bilingual(
    "{count} questions dormantes, sur ce dont rien n'est dit : --all les montre.",
    "{count} dormant questions, about what nothing is said of: --all shows them.",
)
SUBJECTS: Final = Bilingual("De qui ou de quoi, et à qui le demander", "Of whom or what, and whom to ask")
HANGS: Final = Bilingual("En dépend : {rules}, {upto}.", "What hangs on it: {rules}, {upto}.")
MISSING_WITH: Final = Bilingual("Il y faut {count} faits au moins.", "At least {count} facts are needed.")
WORST: Final = Bilingual(
    "Au pire (« {answer} ») : établis {established}, écartés {excluded}, encore ouverts {open}, nouveaux {added}.",
    'At worst ("{answer}"): established {established}, excluded {excluded}, still open {open}, new {added}.',
)
BEST: Final = Bilingual(
    "Au mieux (« {answer} ») : établis {established}, écartés {excluded}, encore ouverts {open}, nouveaux {added}.",
    'At best ("{answer}"): established {established}, excluded {excluded}, still open {open}, new {added}.',
)
LETTERS: Final = Bilingual("Lettres", "Letters")

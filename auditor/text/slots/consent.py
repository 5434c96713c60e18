"""What messages about `consent` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

HOW_WORDS: Final = {
    "opt-in": Bilingual("acte positif", "affirmative act"),
    "pre-ticked": Bilingual("case cochée d'avance", "pre-ticked box"),
    "silence": Bilingual("silence", "silence"),
    "none": Bilingual("aucun", "none"),
}

NOT_SAID: Final = Bilingual("inconnu", "unknown")
BY_OTHERS: Final = Bilingual("il est donné par autrui", "somebody else gives it")
BUNDLED: Final = Bilingual("il est couplé à autre chose", "it is bundled with something else")
BARS_SERVICE: Final = Bilingual("le refus prive du service", "refusing bars the service")
TERMS_NOT_SAID: Final = Bilingual(
    "qui le donne ou à quel prix n'est pas dit", "who gives it or at what price is not said"
)

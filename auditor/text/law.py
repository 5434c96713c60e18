"""What must be said of the time of a text of law that is cited, and of where a decision stands."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

LATER_THAN_FACTS: Final = Bilingual(
    "Texte {day:du}, postérieur aux faits ; cité comme repère.",
    "Text of {day}, later than the facts; cited as a benchmark.",
)
NO_LONGER_IN_FORCE: Final = Bilingual(
    "N'est plus en vigueur {day:depuis}.", "No longer in force since {day}."
)
LAPSED: Final = Bilingual(
    "Arrivé à terme {day:le} ; ce qui vaut depuis n'est pas connu.",
    "Lapsed {day:on}; what holds since then is not known.",
)
LOOKED_AT: Final = Bilingual("État vu {day:le}.", "State looked at {day:on}.")
MAY_CHANGE: Final = Bilingual(
    "Contesté ou à l'étude : {text} ({standing}, état vu {day:le}) peut y toucher.",
    "Contested or under review: {text} ({standing}, state looked at {day:on}) may bear on it.",
)
STOOD: Final = Bilingual("{day:Au} : {standing}.", "{day:On}: {standing}.")
STANDS: Final = Bilingual("Statut : {standing}.", "Status: {standing}.")
STANDS_SINCE: Final = Bilingual("{day:Depuis} : {standing}.", "Since {day}: {standing}.")
STANDING_WITH_NOTE: Final = Bilingual("{standing} ({note})", "{standing} ({note})")
TO_BE_CHECKED: Final = Bilingual("à vérifier", "to be checked")

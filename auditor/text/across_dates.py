"""A case on several dates, side by side."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

TITLE: Final = Bilingual("Ce qui change selon la date", "What changes from date to date")
RULE: Final = Bilingual("Règle", "Rule")
WHO: Final = Bilingual("Qui ou quoi", "Who or what")
CHANGES: Final = Bilingual("Change ({count})", "Changes ({count})")
SAME: Final = Bilingual("Ne change pas : {count}.", "Does not change: {count}.")
NO_CHANGE: Final = Bilingual("Rien ne change entre ces dates.", "Nothing changes between these dates.")
GATE: Final = Bilingual("Contrôle", "Check")
PASSED: Final = Bilingual("rien ne fait échouer", "nothing fails")
FAILED: Final = Bilingual("non admis ({count})", "not passed ({count})")
ON_DATE: Final = Bilingual("{day} : {words}", "{day}: {words}")
ALL_PASSED: Final = Bilingual(
    "À chaque date, rien ne fait échouer le contrôle.", "Nothing fails the check on any date."
)
SOME_FAILED: Final = Bilingual(
    "Contrôle non admis au {days} ; il suffit d'une date pour échouer.",
    "Check not passed on {days}; one date is enough to fail.",
)
NOTHING: Final = Bilingual("rien", "nothing")
ACCEPTED: Final = Bilingual("accepté", "accepted")
CELL: Final = Bilingual("{standing}, {severity}", "{standing}, {severity}")

"""Phrases that people no longer read, in each language, with what is said instead."""

from __future__ import annotations

import re
from typing import Final

#: Labels and turns of earlier versions. Words of the engine (a gate, a culprit) stand in code and in its documentation only.
RETIRED: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        r"\bknown as: ",
        r"\bcannot be shown\b",
        r"\bnot shown; it would read\b",
        r"\bmay be mistaken when\b",
        r"\bwhat hangs on it\b",
        r"\bobserved: \S+#",
        r"\bso declared\b",
        r"(?-i:\bAnd) \d+ more of the same\b",
        r"\bfindings? at stake\b",
        r'\bGate "',
        r"\bunproven\b",
        r"\bnot checkable\b",
        r"\bnot consistent with what is declared\b",
        r"\bLevel E\d\b",
        r"\bE\d to E\d\b",
        r"\bculprit\b",
        r"\bmissing: ",
        r"\bcontrol not shown\b",
        r"\bno holder known\b",
        r"\bonce the missing facts are shown\b",
        r"\bas of \d{4}-",
    ),
    "fr": (
        r"\bsu comme\b",
        r"\bnon établie?s?\b",
        r"\bn'est pas établie?\b",
        r"\bpeut se tromper si\b",
        r"\ben dépend ?:",
        r"\bainsi déclaré\b",
        r"(?-i:\bEt) \d+ autres? de même\b",
        r"\bconstats? en cause\b",
        r"\bconstats?\b",
        r"\bSeuil «",
        r"\bnon démontrée?\b",
        r"\bnon vérifiable\b",
        r"\bnon cohérente\b",
        r"\bétayée\b",
        r"\bNiveau E\d\b",
        r"\bE\d à E\d\b",
        r"^\s*(?:= )?manque :",
        r"\bporteurs? connus?\b",
        r"\bpoints? ouverts?\b",
        r"\bla propre notice\b",
        r"\bévaluation : élevé\b",
        r"\bgravité :? ?(?:élevé|moyen)\b(?!e)",
    ),
}


def retired(text: str, lang: str) -> list[str]:
    """The retired phrases that a text in `lang` holds."""
    plain = text.replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'")
    return [found[0] for phrase in RETIRED[lang] for found in re.finditer(phrase, plain, re.IGNORECASE)]

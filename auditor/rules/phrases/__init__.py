"""How conditions on each field read as clauses of a sentence, in French and in English.

A field without a phrase still reads, as its line of documentation and the words asked for.
"""

from __future__ import annotations

from typing import Final

from auditor.rules.phrases import papers, storage, transit
from auditor.rules.phrases.base import Amount, Clause, Flag, Phrase

PHRASES: Final[dict[str, Phrase]] = {**transit.PHRASES, **storage.PHRASES, **papers.PHRASES}

#: What follows `celui` or `sur le territoire`: a State as a French genitive, and in English after `of`.
STATES: Final[dict[str, tuple[str, str]]] = {
    "@eea": (
        "d'un État de l'Espace économique européen (EEE)",
        "a State of the European Economic Area (EEA)",
    ),
    "@eu": ("d'un État membre de l'Union européenne", "a Member State of the European Union"),
    "@adequate": (
        "d'un État dont une décision d'adéquation couvre tout le territoire à la date du dossier",
        "a State wholly covered by an adequacy decision on the date of the case",
    ),
    "US": ("des États-Unis", "the United States"),
    "CA": ("du Canada", "Canada"),
    "CH": ("de la Suisse", "Switzerland"),
    "CN": ("de la Chine", "China"),
    "FR": ("de la France", "France"),
    "GB": ("du Royaume-Uni", "the United Kingdom"),
    "IL": ("d'Israël", "Israel"),
    "IN": ("de l'Inde", "India"),
    "JP": ("du Japon", "Japan"),
    "RU": ("de la Russie", "Russia"),
}

__all__ = ["PHRASES", "STATES", "Amount", "Clause", "Flag", "Phrase"]

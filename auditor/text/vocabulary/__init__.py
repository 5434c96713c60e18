"""The closed words of cases, rules and results, as readers see them: one entry per word, one table per concept.

No id stands in a sentence for a reader: what has no word here is a defect that a test of the collection shows.
"""

from __future__ import annotations

from typing import Final

from auditor.text.vocabulary.data import DATA
from auditor.text.vocabulary.decisions import DECISIONS
from auditor.text.vocabulary.measures import MEASURES
from auditor.text.vocabulary.organisations import ORGANISATIONS
from auditor.text.vocabulary.results import RESULTS
from auditor.text.vocabulary.special_bases import SPECIAL_BASES
from auditor.text.vocabulary.values import VALUES
from auditor.text.vocabulary.word import Word

__all__ = [
    "DATA",
    "DECISIONS",
    "MEASURES",
    "ORGANISATIONS",
    "RESULTS",
    "SPECIAL_BASES",
    "VALUES",
    "WORDS",
    "WORDS_OF_FIELD",
    "Word",
]

#: Every word that may stand in a cell or after a label whatever it is the value of.
WORDS: Final[dict[str, Word]] = {**VALUES, **RESULTS}
#: Words that mean what they say here in one field only, by the name of the field.
WORDS_OF_FIELD: Final[dict[str, dict[str, Word]]] = {
    "is": ORGANISATIONS,
    "recipients": ORGANISATIONS,
    "measures": MEASURES,
    "special_basis": SPECIAL_BASES,
}

"""The closed words of cases, rules and results, as readers see them: one entry per word, one table per concept.

No id stands in a sentence for a reader: what has no word here is a defect that a test of the collection shows.
"""

from __future__ import annotations

from typing import Final

from auditor.text.vocabulary.data import DATA
from auditor.text.vocabulary.decisions import DECISIONS
from auditor.text.vocabulary.organisations import ORGANISATIONS
from auditor.text.vocabulary.results import RESULTS
from auditor.text.vocabulary.values import VALUES
from auditor.text.vocabulary.word import Word

__all__ = ["DATA", "DECISIONS", "ORGANISATIONS", "RESULTS", "VALUES", "WORDS", "Word"]

#: Every word that may stand in a cell or after a label whatever it is the value of.
WORDS: Final[dict[str, Word]] = {**VALUES, **RESULTS}

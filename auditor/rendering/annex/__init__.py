"""The annex for a data protection officer: register rows, answers of an impact assessment, transfers to assess.

Everything is labelled rows of text, so that a page shows it and an export writes it alike. What nobody stated says so, and
what is stated is told; nothing is filled in by guess, and exposure to a third country's law is kept apart from transfers.
"""

from auditor.rendering.annex.impact import impact_answers
from auditor.rendering.annex.register import register
from auditor.rendering.annex.rows import Row, Sheet
from auditor.rendering.annex.transfers import STARTER, transfer_starters, transfers, unplaced

__all__ = [
    "STARTER",
    "Row",
    "Sheet",
    "impact_answers",
    "register",
    "transfer_starters",
    "transfers",
    "unplaced",
]

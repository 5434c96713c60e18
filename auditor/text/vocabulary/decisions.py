"""Where a decision of an authority or a court stands."""

from __future__ import annotations

from typing import Final

from auditor.model.law import DecisionStatus
from auditor.text.vocabulary.word import Word, word

DECISIONS: Final[dict[DecisionStatus, Word]] = {
    "pending": word("en cours, non définitif", "pending", in_sentence=("non définitif", "not final")),
    "interim": word("en référé, provisoire", "interim"),
    "final": word("définitif", "final"),
    "appealed": word("frappé d'un recours", "appealed", in_sentence=("frappé d'un recours", "under appeal")),
    "stayed": word("suspendu", "stayed"),
    "upheld": word("confirmé", "upheld"),
    "annulled": word("annulé", "annulled"),
    "revoked": word("rapporté", "revoked"),
    "closed": word("clos", "closed"),
}

"""What to do about a case, as a sheet that its reader fills in."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

TITLE: Final = Bilingual("Actions", "Actions")
WHEN: Final = Bilingual("Quand", "When")
WHAT: Final = Bilingual("Quoi", "What")
WHO: Final = Bilingual("Qui peut le faire", "Who can do it")
EVIDENCE: Final = Bilingual("Preuve qui tranche", "Evidence that settles it")
FINDINGS: Final = Bilingual("Points", "Findings")
QUESTIONS: Final = Bilingual("Questions", "Questions")
RULE: Final = Bilingual("Règle", "Rule")
IDS: Final = Bilingual("Identifiants", "Identifiers")
#: Left empty: whoever reads the sheet fills it in.
DUE: Final = Bilingual("Échéance", "Due")
#: Where it stands to begin with; whoever reads the sheet goes on from there.
STATUS: Final = Bilingual("Avancement", "Status")
TO_DO: Final = Bilingual("à faire", "to do")
TO_ASK: Final = Bilingual("à demander d'abord", "to ask first")
HEADS: Final = (WHEN, WHAT, WHO, EVIDENCE, FINDINGS, QUESTIONS, RULE, IDS, DUE, STATUS)

"""The action plan: its columns, the words people choose from, and where plan and case disagree."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

TITLE: Final = Bilingual("Plan d'action", "Action plan")
CLOSED: Final = Bilingual("Disparus", "Closed")

KEY: Final = Bilingual("Clé", "Key")
KIND: Final = Bilingual("Genre", "Kind")
SEVERITY: Final = Bilingual("Gravité", "Severity")
SUBJECT: Final = Bilingual("Sujet", "Subject")
WHAT: Final = Bilingual("Point ou question", "Finding or question")
WHY: Final = Bilingual("Pourquoi", "Why")
LEAD: Final = Bilingual("Piste", "What to do")
OWNER: Final = Bilingual("Responsable", "Owner")
DUE: Final = Bilingual("Échéance", "Due")
STATE: Final = Bilingual("État", "State")
EVIDENCE: Final = Bilingual("Preuve", "Evidence")
COMMENT: Final = Bilingual("Commentaire", "Comment")
SINCE: Final = Bilingual("Vu depuis", "Seen since")
GAP: Final = Bilingual("À regarder", "To look at")
GONE: Final = Bilingual("Disparu le", "Gone on")
#: What the program fills in, then what people do, then what the program notes.
GIVEN: Final = (KEY, KIND, SEVERITY, SUBJECT, WHAT, WHY, LEAD)
HUMAN: Final = (OWNER, DUE, STATE, EVIDENCE, COMMENT)
NOTED: Final = (SINCE, GAP)

FINDING: Final = Bilingual("point établi", "finding")
OPEN_POINT: Final = Bilingual("point en suspens", "open point")
QUESTION: Final = Bilingual("question", "question")
UNDECLARED: Final = Bilingual("champ non déclaré", "field not declared")

TO_DO: Final = Bilingual("à faire", "to do")
IN_PROGRESS: Final = Bilingual("en cours", "in progress")
DONE: Final = Bilingual("fait", "done")
ACCEPTED: Final = Bilingual("accepté", "accepted")
MOOT: Final = Bilingual("sans objet", "not applicable")
STATES: Final = (TO_DO, IN_PROGRESS, DONE, ACCEPTED, MOOT)
#: The colour of a state; its word is the sign.
COLOURS: Final = (
    (TO_DO, "#FDE9D9"),
    (IN_PROGRESS, "#FFF2CC"),
    (DONE, "#E2EFDA"),
    (ACCEPTED, "#DDEBF7"),
    (MOOT, "#EDEDED"),
)

ASK: Final = Bilingual("demander à {who}", "ask {who}")
NEW: Final = Bilingual("nouveau", "new")
STILL_THERE: Final = Bilingual("{state}, mais le point demeure", "{state}, but the finding remains")
STILL_OPEN: Final = Bilingual("{state}, mais la question demeure", "{state}, but the question remains")
NOT_ACCEPTED: Final = Bilingual(
    "accepté ici, mais non dans le dossier (auditor accept)",
    "accepted here, but not in the case (auditor accept)",
)
NOT_A_DAY: Final = Bilingual(
    "Une échéance est un jour, comme 2027-01-31 ou 31/01/2027.",
    "A due date is a day, such as 2027-01-31 or 31/01/2027.",
)
LATE: Final = Bilingual("échéance passée", "past its due date")
REASON: Final = Bilingual("{why} ({rule} ; {law})", "{why} ({rule}; {law})")
REASON_ALONE: Final = Bilingual("{why} ({rule})", "{why} ({rule})")

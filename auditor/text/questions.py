"""What is still to be asked: on the console, on the page and in letters."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

OPEN: Final = Bilingual("À demander ({count})", "To ask ({count})")
ASK: Final = Bilingual("{who:à}", "to {who}")
TO_WHOM: Final = Bilingual("{who:À} ({count})", "To {who} ({count})")
WHOM: Final = Bilingual("qui de droit", "whom it may concern")
ASKED_BEFORE: Final = Bilingual("déjà demandé le {date}, sans réponse", "asked on {date}, unanswered")
ASKED_ANSWERED: Final = Bilingual("déjà demandé le {date}", "asked on {date}")
HANGS: Final = Bilingual("en dépend", "what hangs on it")
UNSTATED: Final = Bilingual(
    "Non renseigné, champ par champ ({count} faits)", "Not stated, field by field ({count} facts)"
)
UNSTATED_LINE: Final = Bilingual("{field} : {count}", "{field}: {count}")

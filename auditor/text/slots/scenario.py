"""What messages about `scenario` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

WITHOUT_DECISION: Final = Bilingual(
    "sans la décision {decision} ({title})", "without Decision {decision} ({title})"
)
FINDING: Final = Bilingual("« {title} » ({of})", "“{title}” ({of})")
NO_FINDING: Final = Bilingual("aucun", "none")
NOTHING_PENDING: Final = Bilingual("rien n'est signalé", "nothing is reported")
PENDING: Final = Bilingual("{event} ({date})", "{event} ({date})")

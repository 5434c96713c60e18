"""What a hypothesis would change."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

HEAD: Final = Bilingual("Hypothèse : {title}", "Hypothesis: {title}")
NOTE: Final = Bilingual("Rien de ce qui suit n'est arrivé.", "Nothing of what follows has happened.")
APPEARS: Final = Bilingual("Apparaîtraient ({count})", "Would appear ({count})")
DISAPPEARS: Final = Bilingual("Disparaîtraient ({count})", "Would disappear ({count})")
CHANGED: Final = Bilingual("Changeraient ({count})", "Would change ({count})")
UNCHANGED: Final = Bilingual("Inchangés : {count}", "Unchanged: {count}")
SETTLED: Final = Bilingual("Questions qui ne se poseraient plus", "Questions that would be settled")
OPENED: Final = Bilingual("Questions nouvelles", "Questions that would arise")
LEVEL: Final = Bilingual(
    "exposition {level} sur une échelle de 0 à 4", "exposure {level} on a scale of 0 to 4"
)
LEVELS: Final = Bilingual(
    "exposition {low} à {high} sur une échelle de 0 à 4", "exposure {low} to {high} on a scale of 0 to 4"
)

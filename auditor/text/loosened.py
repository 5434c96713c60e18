"""Why a check may find less than before: what changed in a rule, in the facts or in the date."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

REMOVED: Final = Bilingual("la règle n'est plus appliquée", "the rule is no longer applied")
OTHER: Final = Bilingual("la règle porte sur autre chose", "the rule speaks of something else")
WHEN: Final = Bilingual("`when` peut s'appliquer à moins de cas", "`when` may apply to fewer cases")
BREACH: Final = Bilingual("la règle peut exiger ou interdire moins", "the rule may require or forbid less")
UNLESS: Final = Bilingual("`unless` peut écarter plus de cas", "`unless` may set aside more cases")
SEVERITY: Final = Bilingual("la gravité peut être moindre", "the severity may be lower")
GATE: Final = Bilingual(
    "la règle peut faire échouer un contrôle moins souvent", "the rule may fail a build less often"
)
LEAST: Final = Bilingual(
    "la règle demande des faits mieux connus pour faire échouer un contrôle",
    "the rule asks for better known facts to fail a build",
)
WEIGHED: Final = Bilingual(
    "la gravité n'est plus pesée de la même façon", "the severity is weighed otherwise"
)
CULPRIT: Final = Bilingual("les points sont regroupés autrement", "findings are grouped otherwise")
BEARER: Final = Bilingual("le point est adressé à d'autres", "the finding is put to others")
JOINS: Final = Bilingual("le point peut être dit avec un autre", "the finding may be told with another one")
CHANGED: Final = Bilingual("une partie de la règle a changé", "a part of the rule has changed")
TEST: Final = Bilingual(
    "un test de la règle a disparu ou a changé", "a test of the rule is gone or has changed"
)
LESS_KNOWN: Final = Bilingual(
    "un point ne compte plus, car des faits sont moins bien connus qu'avant",
    "a finding no longer counts, as facts are known less well than before",
)
BACKDATED: Final = Bilingual("le dossier est daté plus tôt qu'avant", "the case is dated earlier than it was")

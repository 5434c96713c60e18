"""What messages about `host` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

NO_CERTIFICATE: Final = Bilingual("aucun indiqué", "none stated")
NO_ACTIVITY: Final = Bilingual("non précisées", "not stated")
CERTIFICATE: Final = Bilingual("{holder} : {certificate}", "{holder}: {certificate}")
BOTH_REACHED: Final = Bilingual(
    "Le même État ({states}) atteint aussi {operator}, qui exploite l'hôte : les deux moitiés sont à portée d'un seul",
    "The same State ({states}) also reaches {operator}, which operates the host: both halves are within one reach",
)
BOTH_NOT_SHOWN: Final = Bilingual(
    "Rien ne montre que le même État atteigne {operator}, qui exploite l'hôte",
    "Nothing shows that the same State reaches {operator}, which operates the host",
)

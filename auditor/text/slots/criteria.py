"""What messages about `criteria` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

NO_HOLDER: Final = Bilingual("détenteurs non connus", "owners not known")

SEAT: Final = Bilingual(
    "siège ou administration hors de l'Union européenne ({who})",
    "seat or administration outside the European Union ({who})",
)
RIGHTS: Final = Bilingual(
    "veto ou nomination de la majorité d'un organe, hors de l'Union européenne ({who})",
    "a veto or the naming of a board's majority, from outside the European Union ({who})",
)
ACCESS: Final = Bilingual(
    "tiers hors de l'Union européenne en mesure technique d'obtenir des données ({who})",
    "a third party outside the European Union with the technical possibility to obtain data ({who})",
)
STAKES: Final = Bilingual("détention par {stakes}", "stakes of {stakes}")
INDIRECTLY: Final = Bilingual(
    "indirectement {share}, produit des parts, approximation",
    "indirectly {share}, product of stakes, an approximation",
)
HOLDER: Final = Bilingual("{who} ({share})", "{who} ({share})")
CONTROL: Final = Bilingual("contrôle", "control")
AT_LEAST: Final = Bilingual("au moins {low}", "at least {low}")
NOT_KNOWN: Final = Bilingual("part non connue", "share not known")
BETWEEN: Final = Bilingual("de {low} à {high} %, part non connue", "{low} to {high} %, share not known")

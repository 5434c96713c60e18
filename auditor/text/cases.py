"""The page that lists several cases."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

CASES: Final = Bilingual(
    "{count} {count:dossier/dossiers} : {which}.", "{count} {count:case/cases}: {which}."
)
#: How many cases a question of readers holds for; a case may count for several.
OF_GROUP: Final = {
    "claims": Bilingual(
        "dans {count}, ce que dit l'intéressé est contredit par les faits décrits",
        "in {count}, what the party says is contradicted by the facts described",
    ),
    "reach": Bilingual(
        "dans {count}, un droit d'un pays hors de l'EEE atteint qui garde les données",
        "in {count}, a law from outside the EEA reaches whoever keeps the data",
    ),
    "transfers": Bilingual(
        "dans {count}, des données partent vers un pays tiers", "in {count}, data goes to a third country"
    ),
    "other": Bilingual(
        "dans {count}, un autre point est établi", "in {count}, something else is established"
    ),
    "nothing": Bilingual("dans {count}, rien n'est établi", "in {count}, nothing is established"),
}
KNOWN: Final = Bilingual(
    "{established} {established:établi/établis} · {open} en suspens",
    "{established} established · {open} open",
)
NEW_SINCE: Final = Bilingual("{count} {count:nouveau/nouveaux} depuis le {day}", "{count} new since {day}")
STANDS_ON: Final = Bilingual("{count} sources", "{count} sources")
NO_SOURCE: Final = Bilingual("aucune source", "no source")

TITLES: Final = {
    "claims": Bilingual("Affirmations contredites", "Claims contradicted"),
    "reach": Bilingual("Portée d'un droit étranger", "Reach of foreign law"),
    "transfers": Bilingual("Transferts", "Transfers"),
    "other": Bilingual("Autres points établis", "Other findings"),
    "nothing": Bilingual("Rien d'établi", "Nothing established"),
}

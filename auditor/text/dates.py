"""What lies outside the date of a case, and whether what was stated still holds."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

#: One of a kind, and several.
KINDS: Final[dict[str, tuple[Bilingual, Bilingual]]] = {
    "flow": (Bilingual("flux", "flow"), Bilingual("flux", "flows")),
    "activity": (Bilingual("activité", "activity"), Bilingual("activités", "activities")),
    "host": (Bilingual("hôte", "host"), Bilingual("hôtes", "hosts")),
    "ownership": (Bilingual("lien de détention", "holding"), Bilingual("liens de détention", "holdings")),
    "agreement": (Bilingual("contrat", "agreement"), Bilingual("contrats", "agreements")),
    "notice": (Bilingual("information des personnes", "notice"), Bilingual("informations des personnes", "notices")),
    "claim": (Bilingual("affirmation", "claim"), Bilingual("affirmations", "claims")),
    "people": (Bilingual("catégorie de personnes", "kind of people"), Bilingual("catégories de personnes", "kinds of people")),
}  # fmt: skip
ENDED: Final = (
    Bilingual(
        "Non examiné : {count} {what}, dont la période s'achève avant le {day} ({last})",
        "Not looked at: {count} {what} ended before {day}; it ran until {last}",
    ),
    Bilingual(
        "Non examiné : {count} {what}, dont la période s'achève avant le {day} (au plus tard : {last})",
        "Not looked at: {count} {what} ended before {day}; they ran until {last}",
    ),
)
NOT_BEGUN: Final = (
    Bilingual(
        "Non examiné : {count} {what}, dont la période commence après le {day} ({first})",
        "Not looked at: {count} {what} begins after {day}; it runs from {first}",
    ),
    Bilingual(
        "Non examiné : {count} {what}, dont la période commence après le {day} (au plus tôt : {first})",
        "Not looked at: {count} {what} begin after {day}; they run from {first}",
    ),
)
TRY: Final = Bilingual(" ; essayer --as-of {date}", "; try --as-of {date}")
NONE_RUNS: Final = Bilingual(
    "Aucun flux du dossier n'a cours à cette date", "No flow of the case runs on that date"
)
STOP: Final = Bilingual("{first}.", "{first}.")
TWO: Final = Bilingual("{first}. {second}.", "{first}. {second}.")
PACKS: Final = Bilingual(
    "Non appliqué : {count} paquets de règles, que le dossier ne demande pas ({names}).",
    "Not run: {count} packs of rules, which the case does not ask for ({names}).",
)
NOT_LOOKED_AT: Final = Bilingual("Ce qui n'a pas été examiné", "What was not looked at")

#: Whether an entity is still there, or a value still holds.
STILL_THERE: Final = Bilingual("{it} : est-ce encore le cas au {day} ?", "{it}: is this still so on {day}?")
STILL_HOLDS: Final = Bilingual(
    "{question} Il a été énoncé : {values}, sans date de fin connue ; est-ce encore le cas au {day} ?",
    "{question} It was stated as {values}, until a day that is not known: does it still hold on {day}?",
)
NO_PERIOD: Final = Bilingual(
    "{question} « {words} » n'est pas une durée (RGPD, art. 5, § 1, e).",
    "{question} “{words}” is no period (GDPR art. 5(1)(e)).",
)
NOT_COMPARABLE: Final = Bilingual(
    "{question} Ce libellé ne peut être comparé : « {words} ».",
    "{question} This wording cannot be compared: “{words}”.",
)

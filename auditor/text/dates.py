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
        "Non examiné : {count} {what}, dont la période s'achève avant le {day} (en dernier : {last})",
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
TRY: Final = Bilingual(" ; essayer `{option}`", "; try `{option}`")
NONE_RUNS: Final = Bilingual(
    "Aucun flux du dossier n'a cours à cette date", "No flow of the case runs on that date"
)
STOP: Final = Bilingual("{first}.", "{first}.")
TWO: Final = Bilingual("{first}. {second}.", "{first}. {second}.")
#: What each pack of rules of the program looks at.
TOPICS: Final = {
    "claims": Bilingual("les affirmations", "claims"),
    "cloud": Bilingual("les contrats d'informatique en nuage", "cloud contracts"),
    "gdpr": Bilingual("la protection des données", "protection of data"),
    "gdpr-consent": Bilingual("le consentement", "consent"),
    "gdpr-data": Bilingual("les finalités", "purposes"),
    "health-de": Bilingual("les données de santé en Allemagne", "health data in Germany"),
    "health-fr": Bilingual("les données de santé en France", "health data in France"),
    "roles": Bilingual("la sous-traitance", "processors"),
    "sovereignty": Bilingual("le contrôle étranger", "foreign control"),
    "third-parties": Bilingual("les tiers dans les pages", "third parties in pages"),
    "transfers": Bilingual("les transferts", "transfers"),
}  # fmt: skip
NOT_RUN: Final = Bilingual(
    "Non examiné, car le dossier ne le demande pas : {topics}.",
    "Not looked at, as the case does not ask for it: {topics}.",
)
ONLY_RUN: Final = Bilingual(
    "Le dossier ne fait examiner que {topics} ; {count} autres jeux de règles n'ont pas été appliqués.",
    "The case asks to look at {topics} only; {count} more packs of rules were not run.",
)
#: What follows a question where the value was stated.
STILL_HOLDS: Final = Bilingual(
    "Il était énoncé : {values}, sans que la fin soit connue ; est-ce encore vrai au {day} ?",
    "Stated before: {values}, until a day that is not known; does it still hold on {day}?",
)
UNTOLD: Final = Bilingual("on ne sait combien de temps", "nobody says how long")
#: The question where the words for a period set none, and where they can be compared with no other.
NO_PERIOD: Final = Bilingual(
    "« {it} » : « {words} » n'est pas une durée (RGPD, art. 5, § 1, e). Quelle durée, ou quel critère précis, la fixe ?",
    '"{it}": “{words}” is no period (GDPR art. 5(1)(e)). Which period, or which precise criterion, sets it?',
)
NOT_COMPARABLE: Final = Bilingual(
    "« {it} » : ce libellé ne peut être comparé à une autre durée : « {words} ». À combien d'années, de mois ou de jours revient-il ?",
    '"{it}": this wording cannot be compared with another period: “{words}”. To how many years, months or days does it come?',
)

"""The vendor sheet: a processor's contract against GDPR art. 28, point by point."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

TITLE: Final = Bilingual("Sous-traitants (article 28)", "Processors (art. 28)")
LIST: Final = Bilingual("Sous-traitants", "Processors")
POINTS: Final = Bilingual("Points du contrat", "Points of the contract")
NAME: Final = Bilingual("Sous-traitant", "Processor")
FOR: Final = Bilingual("Pour", "For")
COUNTRY: Final = Bilingual("Pays (droit)", "Country (law)")
CONTROL: Final = Bilingual("Détenteurs et contrôle connus", "Owners and control as known")
CONTACT: Final = Bilingual("Coordonnées", "Contact")
ACTIVITIES: Final = Bilingual("Traitements", "Activities")
DATA: Final = Bilingual("Données", "Data")
HOSTS: Final = Bilingual("Hébergement et lieux", "Hosts and places")
SUB: Final = Bilingual("Sous-traitants ultérieurs", "Sub-processors")
CERTIFICATES: Final = Bilingual("Certificats", "Certificates")
CONTRACT: Final = Bilingual("Contrat signé", "Contract signed")
SINCE: Final = Bilingual("Depuis le", "Since")
DOCUMENT: Final = Bilingual("Document", "Document")
COMPLETE: Final = Bilingual("Contrat dit complet", "Contract said to be complete")
DECLARED: Final = Bilingual("Déclaré ?", "Declared?")
HEADS: Final = (
    *(NAME, FOR, DECLARED, COUNTRY, CONTROL, CONTACT, ACTIVITIES, DATA, HOSTS, SUB, CERTIFICATES),
    *(CONTRACT, SINCE, DOCUMENT, COMPLETE),
)
POINT_HEADS: Final = (
    NAME,
    FOR,
    Bilingual("Point", "Point"),
    Bilingual("Réponse", "Answer"),
    Bilingual("Provenance et page", "Source and page"),
    Bilingual("Question", "Question"),
)
YES: Final = Bilingual("oui", "yes")
NO: Final = Bilingual("non", "no")
UNKNOWN: Final = Bilingual("inconnu", "unknown")
NOT_PRODUCED: Final = Bilingual("non produit", "not produced")
ANSWERS: Final = {"true": YES, "false": NO, "unknown": UNKNOWN, "not-produced": NOT_PRODUCED}
FOUND: Final = Bilingual("trouvé dans les flux", "found in the flows")
STATED: Final = Bilingual("déclaré", "declared")
CONTROLLED_BY: Final = Bilingual("contrôlé par {who} ({country})", "controlled by {who} ({country})")
MAYBE_BY: Final = Bilingual(
    "peut-être contrôlé par {who} ({country})", "perhaps controlled by {who} ({country})"
)
HELD_BY: Final = Bilingual("détenu en partie par {who}", "held in part by {who}")
OWNERS_OPEN: Final = Bilingual("détenteurs non tous énoncés", "owners not all stated")
NO_CONTRACT: Final = Bilingual("aucun contrat énoncé", "no contract stated")

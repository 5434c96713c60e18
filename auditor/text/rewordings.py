"""What may be said instead of words that claim more than facts and law carry."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

COMPELLED: Final = Bilingual(
    "peut faire l'objet d'une injonction",
    "authorities may compel it, under the instrument named",
)
EXPOSED: Final = Bilingual(
    "exposition ; tout dépend des garanties documentées",
    "exposure; compliance depends on the guarantees documented",
)
ORDER: Final = Bilingual(
    "ne l'a pas jugé manifestement insuffisant, sur ces faits, à cette date",
    "did not find it manifestly insufficient, on these facts, on that date",
)
NO_TRANSFER: Final = Bilingual(
    "aucun transfert identifié ; un risque de divulgation à évaluer",
    "no transfer identified; a risk of future disclosure, to assess",
)
SHAREHOLDER: Final = Bilingual(
    "actionnaire minoritaire ; sans effet sauf contrôle établi",
    "minority shareholder; no effect on reach unless control is evidenced",
)
MECHANISM: Final = Bilingual(
    "nommer le mécanisme et son seuil",
    "name the mechanism and its threshold",
)
STATUS: Final = Bilingual(
    "le statut avec sa date",
    "the status with its date",
)
ORDERS: Final = Bilingual(
    "pas de reconnaissance automatique ; art. 6 et chapitre V",
    "an order is not automatically recognised; art. 6 and Chapter V apply",
)
KEYS: Final = Bilingual(
    "le chiffrement n'empêche pas qui tient la clé de lire",
    "encryption does not prevent the key holder from reading",
)
EDPB: Final = Bilingual(
    "le CEPD n'y voit pas de mesure technique efficace",
    "the EDPB identifies no effective technical measure in that scenario",
)
SCOPE: Final = Bilingual(
    "dire la portée : collecte et transmission",
    "say the scope: collection and transmission",
)
INFERRED: Final = Bilingual(
    "vraisemblablement des données de santé par déduction",
    "likely health data by inference",
)
HDS: Final = Bilingual(
    "dire la portée du référentiel",
    "state the scope of the scheme",
)
SERVICE: Final = Bilingual(
    "nommer le service et la date",
    "name the service and the date",
)
LEVEL: Final = Bilingual(
    "aucune atteinte d'un État tiers identifiée",
    "no third-country reach identified",
)
NOT_FOUND: Final = Bilingual(
    "non trouvé dans les pièces listées",
    "not found in the documents listed",
)
ANSWER: Final = Bilingual(
    "n'a pas répondu à la date du DATE",
    "did not answer our question of DATE",
)
TIER: Final = Bilingual(
    "plafond prévu par la loi",
    "statutory maximum tier",
)
QUOTE: Final = Bilingual(
    "garder la preuve, citer, dater, publier la réponse",
    "keep the evidence, quote, date, print the reply",
)
INFER: Final = Bilingual(
    "il résulte de F5 et F8 que … ; nous n'avons pas pu le vérifier",
    "from F5 and F8 follows that …; we could not check it",
)
FACTS: Final = Bilingual(
    "dire le fait, comment il est connu et le texte",
    "say the fact, how it is known and the text of law",
)
VERDICT: Final = Bilingual(
    "contredit par, non cohérent avec, étayé par",
    "contradicted by, not consistent with, supported within the facts",
)
NAME_IMPORTER: Final = Bilingual(
    "nommer l'importateur et l'entité d'abord atteinte",
    "name the importer and the entity first reached",
)
NOT_PERSONAL: Final = Bilingual(
    "le règlement sur les données porte sur des données non personnelles",
    "the Data Act is about non-personal data",
)

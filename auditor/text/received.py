"""The words of who got what in captures: columns, states of consent, how things travelled, what is declared against what was seen."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

HEADS: Final = {
    "organisation": Bilingual("Qui", "Who"),
    "domain": Bilingual("Domaine", "Domain"),
    "page": Bilingual("Page", "Page"),
    "capture": Bilingual("Capture", "Capture"),
    "state": Bilingual("État du consentement", "State of consent"),
    "requests": Bilingual("Requêtes", "Requests"),
    "first": Bilingual("Première", "First"),
    "data": Bilingual("Données vues", "Data seen"),
    "inferred": Bilingual("Déduit des noms", "Inferred from names"),
    "cookies": Bilingual("Cookies", "Cookies"),
    "transport": Bilingual("Transport", "Transport"),
    "standing": Bilingual("Déclaré, observé", "Declared, observed"),
    "controlled_by": Bilingual("Contrôlé par", "Controlled by"),
    "known": Bilingual("Exploitant connu par", "Operator known by"),
    "pointer": Bilingual("Où le voir", "Where to see it"),
}
TITLE: Final = Bilingual("Qui a reçu quoi", "Who got what")
STATES: Final = {
    "before-choice": Bilingual("avant tout choix", "before any choice"),
    "refused": Bilingual("après un refus", "after a refusal"),
    "accepted": Bilingual("après un accord", "after an agreement"),
    "none-offered": Bilingual("sans choix offert", "no choice offered"),
    "logged-in": Bilingual("session ouverte", "logged in"),
    "unknown": Bilingual("non dit", "not told"),
}
TRAVELLED: Final = {
    "tls": Bilingual("chiffré", "encrypted"),
    "none": Bilingual("en clair", "in clear"),
    "mixed": Bilingual("en partie en clair", "partly in clear"),
    "unknown": Bilingual("non montré", "not shown"),
}
STANDINGS: Final = {
    "undeclared": Bilingual("observé, non déclaré", "observed, not declared"),
    "declared-observed": Bilingual("déclaré et observé", "declared and observed"),
    "declared-not-observed": Bilingual("déclaré, non observé", "declared, not observed"),
    "attempted": Bilingual("tenté", "attempted"),
    "unattributed": Bilingual("non attribué", "not attributed"),
    "unknown": Bilingual("déclaration inconnue", "declaration unknown"),
    "none": Bilingual("—", "—"),
}
BRAND: Final = Bilingual("marque « {name} », société inconnue", 'brand "{name}", company unknown')
NOBODY: Final = Bilingual("exploitant inconnu", "operator unknown")
CLOAKED: Final = Bilingual(
    "hôte du site, peut-être d'un tiers", "a host of the site, perhaps somebody else's"
)
SENT_AND_ATTEMPTED: Final = Bilingual("{sent}, et {attempted} tentées", "{sent}, and {attempted} attempted")
ENTRY: Final = Bilingual("entrée {number}", "entry {number}")
SECONDS: Final = Bilingual("{count} s", "{count} s")
COOKIES: Final = Bilingual("{sent} envoyés, {set} déposés", "{sent} sent, {set} set")

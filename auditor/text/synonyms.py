"""Other words that people type for the closed words of a case, beside their titles in French and English.

A word stands here only where it can mean nothing else: an error of input suggests, it never replaces.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from auditor.text.vocabulary import DATA, ORGANISATIONS, WORDS, Word

VALUE_SYNONYMS: Final[dict[str, tuple[str, ...]]] = {
    "true": ("oui", "yes", "vrai", "y", "on", "1"),
    "false": ("non", "no", "faux", "n", "off", "0"),
    "unknown": ("inconnu", "inconnue", "?", "??", "tbd", "todo", "idk", "à préciser"),
    "none": (
        "aucun",
        "aucune",
        "rien",
        "nothing",
        "néant",
        "null",
        "nil",
        "~",
        "uk-gdpr",
        "uk gdpr",
        "fadp",
        "lpd",
    ),
    "not-produced": ("non produit", "withheld", "refused", "non communiqué"),
    "documented": ("documenté", "written"),
    "observed": ("observé", "constaté", "captured", "measured"),
    "declared": ("déclaré", "stated"),
    "alleged": ("allégué", "claimed", "reported"),
    "inferred": ("déduit", "deduced"),
    "assumed": ("supposé", "présumé", "guessed"),
    "critical": ("critique",),
    "high": ("haute", "élevée", "grave"),
    "medium": ("moyenne", "moderate"),
    "low": ("basse", "faible", "minor"),
    "info": ("information",),
    "joint": ("joint control", "joint controllers", "coresponsabilité", "art. 26"),
    "processing": ("sous-traitance", "dpa", "processor", "art. 28"),
    "scc": ("standard contractual clauses", "clauses contractuelles types", "cct", "model clauses"),
    "bcr": ("binding corporate rules", "règles d'entreprise contraignantes"),
    "contract": ("contrat",),
    "tls": ("https", "ssl/tls"),
    "at-once": ("immediately", "immédiat", "on load"),
}
CATEGORY_SYNONYMS: Final[dict[str, tuple[str, ...]]] = {
    "device": ("cookie", "cookies", "ip address", "ip", "user agent", "browser", "navigateur", "terminal"),
    "page-address": ("url", "page", "referrer", "history", "historique"),
    "contact": ("e-mail", "email", "phone", "telephone", "téléphone", "postal address", "courriel"),
    "identity": ("name", "names", "nom", "prénom", "civil status", "état civil"),
    "national-id": ("nir", "ssn", "social security number", "numéro de sécurité sociale", "passport"),
    "location": ("gps", "geolocation", "géolocalisation", "position"),
    "financial": ("bank", "iban", "payment card", "banque", "carte bancaire", "income", "revenus"),
    "employment": ("job", "work", "emploi", "métier", "cv"),
    "image": ("photo", "photos", "picture", "video", "vidéo"),
    "criminal": ("offence", "offences", "conviction", "infractions", "condamnations", "crime"),
    "special": ("sensitive", "sensible", "sensibles", "art. 9"),
    "health": ("medical", "médical", "santé", "patient data"),
    "genetic": ("dna", "adn", "genome", "génome"),
    "biometric": ("fingerprint", "fingerprints", "empreintes", "face recognition"),
    "ethnic-origin": ("race", "racial origin", "ethnicity", "ethnie"),
    "political-opinion": ("politics", "politique", "party membership"),
    "religious-belief": ("religion", "faith", "foi", "philosophical belief"),
    "trade-union": ("union", "syndicat", "union membership"),
    "sex-life": ("sexual orientation", "orientation sexuelle", "sexuality", "sexualité", "sexual life"),
    "opinion": ("avis", "comment", "commentaire"),
    "anonymous": ("anonymised", "anonymized", "anonymisé", "statistics"),
}
TERM_SYNONYMS: Final[dict[str, tuple[str, ...]]] = {
    "ads": ("advertising", "advertiser", "advertisers", "publicité", "annonceur", "annonceurs", "adtech"),
    "analytics": ("statistics", "audience measurement", "mesure d'audience", "web analytics"),
    "publisher": ("press", "media", "newspaper", "presse", "journal"),
    "school": ("university", "college", "université", "école"),
    "public-authority": ("administration", "ministry", "municipality", "mairie", "ministère", "public body"),
    "payments": ("payment", "psp", "paiement"),
    "care-provider": ("hospital", "clinic", "hôpital", "clinique", "pharmacy", "doctor", "médecin"),
    "e-commerce": ("shop", "boutique", "retail", "online shop"),
    "e-mail": ("email", "courriel", "mail"),
    "social-network": ("social media", "réseau social"),
    "insurer": ("insurance", "assurance", "assureur"),
    "association": ("ngo", "charity", "ong", "non-profit"),
    "employer": ("company", "employeur"),
    "ai": ("artificial intelligence", "ia", "llm"),
    "consent": ("cmp", "cookie banner", "consent management"),
    "cloud": ("iaas", "cloud provider"),
    "hr": ("human resources", "ressources humaines", "rh"),
    "security": ("waf", "antibot", "cybersecurity"),
}

#: Other words for the conditions of GDPR art. 9(2), by their letter; loading reads each as the letter.
SPECIAL_BASIS_SYNONYMS: Final[dict[str, tuple[str, ...]]] = {
    "a": ("explicit consent", "consent", "consentement explicite", "consentement"),
    "b": (
        *("employment", "employment law", "social security", "social protection", "social law"),
        *("droit du travail", "sécurité sociale", "protection sociale"),
    ),
    "c": ("vital interest", "vital interests", "intérêts vitaux", "sauvegarde des intérêts vitaux"),
    "d": ("non-profit", "not-for-profit", "non-profit body", "members", "organisme à but non lucratif"),
    "e": ("made public", "manifestly made public", "rendues publiques", "manifestement rendues publiques"),
    "f": ("legal claims", "legal claim", "courts", "droits en justice"),
    "g": ("substantial public interest", "intérêt public important"),
    "h": (
        *("health care", "healthcare", "care", "medical diagnosis", "preventive medicine", "social care"),
        *(
            "occupational medicine",
            "soins",
            "médecine du travail",
            "médecine préventive",
            "diagnostic médical",
        ),
    ),
    "i": ("public health", "santé publique"),
    "j": (
        *("research", "scientific research", "historical research", "statistics", "archiving", "archives"),
        *("recherche", "recherche scientifique", "statistiques"),
    ),
}


def values_named(word: str) -> Iterator[str]:
    """Give the other words for a word of any closed vocabulary."""
    yield from _forms(WORDS.get(word))
    yield from VALUE_SYNONYMS.get(word, ())


def category_named(word: str) -> Iterator[str]:
    """Give the other words for a built-in category of data."""
    yield from _forms(DATA.get(word))
    yield from CATEGORY_SYNONYMS.get(word, ())


def term_named(word: str) -> Iterator[str]:
    """Give the other words for what an organisation is or does."""
    yield from _forms(ORGANISATIONS.get(word))
    yield from TERM_SYNONYMS.get(word, ())


def _forms(word: Word | None) -> Iterator[str]:
    for text in () if word is None else (word.name, word.in_sentence):
        yield from (text.fr, text.en)

"""The built-in categories of data: by name in tables and lists, in French in the plural without article in sentences."""

from __future__ import annotations

from typing import Final

from auditor.text.vocabulary.word import Word, word

DATA: Final[dict[str, Word]] = {
    "anonymous": word("données anonymes", "anonymous data"),
    "personal": word("données personnelles", "personal data"),
    "contact": word("coordonnées", "contact details"),
    "identity": word("identité", "identity", in_sentence=("données d'identité", "identity data")),
    "national-id": word(
        "numéro d'identification national",
        "national identification number",
        in_sentence=("numéros d'identification nationaux", "national identification numbers"),
    ),
    "device": word(
        "données de l'appareil (adresse IP, navigateur)",
        "device data (IP address, browser)",
        in_sentence=("données de l'appareil", "device data"),
    ),
    "page-address": word(
        "adresse de la page", "page address", in_sentence=("adresses de pages", "page addresses")
    ),
    "public-profile": word(
        "profil public", "public profile", in_sentence=("données de profil public", "public profile data")
    ),
    "opinion": word("opinion", "opinion", in_sentence=("opinions", "opinions")),
    "location": word("localisation", "location", in_sentence=("données de localisation", "location data")),
    "financial": word("données financières", "financial data"),
    "employment": word(
        "vie professionnelle", "employment data", in_sentence=("données professionnelles", "employment data")
    ),
    "image": word("image", "image", in_sentence=("images", "images")),
    "criminal": word(
        "infractions et condamnations",
        "criminal offences",
        in_sentence=("données sur des infractions ou des condamnations", "data on offences or convictions"),
    ),
    "special": word(
        "données sensibles",
        "special categories of data",
        in_sentence=("données sensibles (art. 9)", "special categories of data (art. 9)"),
    ),
    "health": word("données de santé", "health data"),
    "genetic": word("données génétiques", "genetic data"),
    "biometric": word("données biométriques", "biometric data"),
    "ethnic-origin": word(
        "origine ethnique",
        "ethnic origin",
        in_sentence=("données sur l'origine ethnique", "data on ethnic origin"),
    ),
    "political-opinion": word(
        "opinion politique", "political opinion", in_sentence=("opinions politiques", "political opinions")
    ),
    "religious-belief": word(
        "conviction religieuse",
        "religious belief",
        in_sentence=("convictions religieuses", "religious beliefs"),
    ),
    "trade-union": word(
        "appartenance syndicale",
        "trade-union membership",
        in_sentence=("données d'appartenance syndicale", "trade-union membership data"),
    ),
    "sex-life": word(
        "vie sexuelle", "sex life", in_sentence=("données sur la vie sexuelle", "data on sex life")
    ),
}

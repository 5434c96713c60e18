"""What imported files say in words: titles of entries and notes."""

from __future__ import annotations

from typing import Final

Words = dict[str, str]

#: What a made file says of itself; developers and readers of any language see it, so it is short.
HEAD: Final = "Made by `auditor capture import`; do not edit. Facts in other files go before it. / Fait par `auditor capture import` ; ne pas modifier."
VISITORS: Final[Words] = {"fr": "Visiteurs", "en": "Visitors", "gender": "masculine", "number": "plural"}


def brand(name: str) -> Words:
    """Say that a list gives a brand, which is not a company."""
    return {
        "fr": f"Une liste donne la marque « {name} » ; elle ne dit pas quelle société.",
        "en": f'A list gives the brand "{name}"; it does not say which company.',
    }


def of_a_customer(zone: str) -> Words:
    """Say that what lies in a zone is that of a customer."""
    return {
        "fr": f"Le contenu sous {zone} est celui de clients ; lequel, cette capture ne le dit pas.",
        "en": f"What lies below {zone} is that of customers; which, this capture does not say.",
    }


def suspected(hosts: str) -> Words:
    """Say why a host of the site may be somebody else's."""
    return {
        "fr": f"Hôte du site, peut-être celui d'un tiers : même adresse que {hosts}, ou alias.",
        "en": f"A host of the site, perhaps somebody else's: the same address as {hosts}, or an alias.",
    }


def request(to: str, state: str, *, clear: bool = False, kinds: bool = False) -> Words:
    """Give the title of a flow: requests to a domain in a state of consent."""
    fr, en = STATES[state]
    apart = CLEAR if clear else KINDS if kinds else ("", "")
    return {"fr": f"Requêtes vers {to}{fr}{apart[0]}", "en": f"Requests to {to}{en}{apart[1]}"}


CLEAR: Final = (", sans chiffrement", ", unencrypted")
KINDS: Final = (", contenu déduit des noms", ", content inferred from names")
STATES: Final[dict[str, tuple[str, str]]] = {
    "before-choice": (", avant tout choix", ", before any choice"),
    "refused": (", après un refus", ", after a refusal"),
    "accepted": (", après un accord", ", after an agreement"),
    "none-offered": (", sans choix offert", ", no choice offered"),
    "logged-in": (", session ouverte", ", logged in"),
    "unknown": ("", ""),
}


def visits(place: str) -> Words:
    """Give the title of the activity of visits to a site, or of the use of an application."""
    return {"fr": f"Visites de {place}", "en": f"Visits to {place}", "gender": "feminine", "number": "plural"}


def capture(place: str, producer: str) -> Words:
    """Give the title of a capture as a source."""
    by = f" ({producer})" if producer else ""
    return {"fr": f"Capture de {place}{by}", "en": f"Capture of {place}{by}"}


DATA: Final[dict[str, Words]] = {
    "page-title": {"fr": "Titre de la page", "en": "Page title"},
    "search-words": {"fr": "Mots de recherche", "en": "Search words"},
}

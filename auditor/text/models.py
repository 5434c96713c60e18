"""What facts made of a model say in words: titles of flows, and notes on what its words mean."""

from __future__ import annotations

from typing import Final

Words = dict[str, str]


def reply(title: str | Words) -> Words:
    """Give the title of what comes back."""
    fr, en = (title, title) if isinstance(title, str) else (title["fr"], title["en"])
    return {"fr": f"{fr} (réponse)", "en": f"{en} (reply)"}


def between(from_: str, to: str) -> Words:
    """Give the title of a flow that its source does not name: its ends, an empty one of which is not known."""
    return {
        "fr": f"{from_ or 'inconnu'} → {to or 'inconnu'}",
        "en": f"{from_ or 'unknown'} → {to or 'unknown'}",
    }


def says(word: str) -> Words:
    """Tell the word of the model."""
    return {"fr": f"le modèle dit : {word}", "en": f"the model says: {word}"}


def no_encrypted_word(word: str) -> Words:
    """Tell a word of the model that says nothing of encryption, as its format has no encrypted one beside it."""
    return {
        "fr": f"le modèle dit : {word}, dont son format n'a pas de mot chiffré",
        "en": f"the model says: {word}, of which its format has no encrypted word",
    }


def several(listed: str) -> Words:
    """Tell that the model says several things of what is one here."""
    return {
        "fr": f"le modèle en dit plusieurs choses : {listed}",
        "en": f"the model says several things of it: {listed}",
    }


def vendor(listed: str) -> Words:
    """Tell the vendor of a product, who is not thereby its operator."""
    return {"fr": f"fournisseur nommé : {listed}", "en": f"vendor named: {listed}"}


def owner_of_data(listed: str) -> Words:
    """Tell who is said to own the data, which does not make a controller."""
    return {
        "fr": f"propriétaire des données, selon le fichier : {listed}",
        "en": f"owner of the data, by the file: {listed}",
    }


def endpoints(listed: str) -> Words:
    """Tell that a service is reached in ways that differ."""
    return {
        "fr": f"points d'accès de plusieurs sortes : {listed}",
        "en": f"endpoints of several kinds: {listed}",
    }


BELOW: Final[Words] = {
    "fr": "le modèle dit : transparent, c'est-à-dire au-dessous de l'application",
    "en": "the model says: transparent, which is below the application",
}
END_USER_KEY: Final[Words] = {
    "fr": "le modèle dit : clé de l'utilisateur final",
    "en": "the model says: key of the end user",
}
NOT_OF_THE_TAXONOMY: Final[Words] = {
    "fr": "n'est pas une clé de la taxonomie publiée",
    "en": "not a key of the published taxonomy",
}
USES_COOKIES: Final[Words] = {"fr": "le manifeste dit : cookies", "en": "the manifest says: cookies"}


def together(notes: list[Words]) -> Words | None:
    """Give several remarks as one, None for none."""
    if not notes:
        return None
    return {lang: " · ".join(note[lang] for note in notes) for lang in ("fr", "en")}


def vendor_id(number: str) -> Words:
    """Tell the number of a vendor in the list of the TCF, which names no company here."""
    return {
        "fr": f"identifiant de fournisseur {number} : un numéro de la liste du TCF",
        "en": f"vendor id {number}: a number of the TCF vendor list",
    }


def address(text: str) -> Words:
    """Tell an address that stands in a text of its own, of which no country is taken."""
    return {"fr": f"adresse donnée en texte : {text}", "en": f"address given as text: {text}"}


def shared(text: str) -> Words:
    """Tell that data is shared with third parties, whom only prose names."""
    return {"fr": f"partagé avec des tiers : {text}", "en": f"shared with third parties: {text}"}


def transfers(tools: str) -> Words:
    """Tell that transfers to third countries are said, neither to which nor of which data."""
    by = f" ({tools})" if tools else ""
    return {
        "fr": f"transferts internationaux{by}, sans dire vers quel pays ni de quelles données",
        "en": f"international transfers{by}; not said to which country, nor which data",
    }


def no_declared_use(file: str) -> Words:
    """Give the title of the activity of flows that no use declared in the file lists."""
    return {"fr": f"{file} : flux sans usage déclaré", "en": f"{file}: flows of no declared use"}


def protocol(word: str) -> Words:
    """Tell the protocol that the model names."""
    return {"fr": f"protocole : {word}", "en": f"protocol: {word}"}

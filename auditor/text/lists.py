"""What imported lists say in words: titles of entries, notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from auditor.model.bilingual import Bilingual

Words = dict[str, str]

SUBPROCESSORS_TITLE: Final = Bilingual("liste de sous-traitants ultérieurs", "list of sub-processors")
SUBPROCESSORS_LOOKED_FOR: Final = Bilingual(
    "un tableau (CSV, classeur, Markdown, HTML) avec une colonne de sociétés et une de finalités ou de lieux",
    "a table (CSV, workbook, Markdown, HTML) with a column of companies and one of purposes or places",
)
TAGS_TITLE: Final = Bilingual("conteneur Google Tag Manager", "Google Tag Manager container")
TAGS_LOOKED_FOR: Final = Bilingual(
    "l'export d'un conteneur (exportFormatVersion, containerVersion), la réponse de l'API (tag), ou gtm.js tel que servi",
    "the export of a container (exportFormatVersion, containerVersion), the answer of the API (tag), or gtm.js as served",
)
COOKIES_TITLE: Final = Bilingual("liste de cookies", "list of cookies")
COOKIES_LOOKED_FOR: Final = Bilingual(
    "DomainData.Groups (OneTrust), CookieConsentDialog.cookieTable (Cookiebot), tarteaucitron.job, ou un tableau avec une colonne de cookies et une de fournisseurs",
    "DomainData.Groups (OneTrust), CookieConsentDialog.cookieTable (Cookiebot), tarteaucitron.job, or a table with a column of cookies and one of providers",
)
TCF_TITLE: Final = Bilingual(
    "liste de partenaires (IAB TCF) et chaîne de consentement", "vendor list (IAB TCF) and consent string"
)
TCF_LOOKED_FOR: Final = Bilingual("gvlSpecificationVersion et vendors", "gvlSpecificationVersion and vendors")
SELLERS_TITLE: Final = Bilingual(
    "liste de vendeurs d'espace publicitaire", "list of sellers of advertising space"
)
SELLERS_LOOKED_FOR: Final = Bilingual(
    "deux lignes domaine, compte, DIRECT ou RESELLER (ads.txt), ou sellers avec seller_type (sellers.json)",
    "two lines of domain, account, DIRECT or RESELLER (ads.txt), or sellers with seller_type (sellers.json)",
)
EXODUS_TITLE: Final = Bilingual("rapport Exodus", "Exodus report")
EXODUS_LOOKED_FOR: Final = Bilingual(
    "application.handle et trackers (Exodus)", "application.handle and trackers (Exodus)"
)


def code_in(version: str) -> Words:
    """Say that code was found in a version of an application, which does not tell whether it is called."""
    return {
        "fr": f"code présent dans la version {version}, d'après sa signature ; rien ne dit qu'il est appelé",
        "en": f"code in version {version}, by its signature; nothing says that it is called",
    }


def subprocessors_of(name: str) -> Words:
    """Give the title of the activity in which the sub-processors of somebody take part."""
    return {
        "fr": f"{name} : sous-traitants ultérieurs",
        "en": f"{name}: sub-processors",
        "gender": "masculine",
        "number": "plural",
    }


def list_says(words: str) -> Words:
    """Repeat the words of a list."""
    return {"fr": f"la liste dit : {words}", "en": f"the list says: {words}"}


SEVERAL: Final[Words] = {"fr": "la case en nomme plusieurs", "en": "the cell names more than one"}
VISITORS: Final[Words] = {
    "fr": "Visiteurs du site",
    "en": "Visitors of the site",
    "gender": "masculine",
    "number": "plural",
}


def known_as(name: str, source: str, month: str) -> Words:
    """Say under which name a public list knows a domain."""
    return {
        "fr": f"Un service connu sous le nom de {name} ({source}, {month}) ; la liste ne dit pas quelle société.",
        "en": f"A service known as {name} ({source}, {month}); the list does not say which company.",
    }


def of_a_customer(zone: str) -> Words:
    """Say that what lies in a zone is that of a customer."""
    return {
        "fr": f"Le contenu sous {zone} est celui de clients ; lequel n'est pas dit.",
        "en": f"What lies below {zone} is that of customers; which is not told.",
    }


CONTAINER: Final[Words] = {"fr": "le conteneur lui-même", "en": "the container itself"}
TAGGING_SERVER: Final[Words] = {"fr": "serveur de balises", "en": "tagging server"}
TAGGING: Final[Words] = {
    "fr": "un serveur de balises : à qui il transmet ce qu'il reçoit n'est pas dans ce fichier",
    "en": "a tagging server: to whom it passes on what it gets is not in this file",
}


def trigger_note(events: Sequence[str], kinds: Sequence[str]) -> Words:
    """Say which events or kinds of trigger set a tag off, where no word of a case says when that is."""
    parts = [
        ("événement du site : {}", "event of the site: {}", events),
        ("déclencheur : {}", "trigger: {}", kinds),
    ]
    said = [
        (fr.format(named), en.format(named))
        for fr, en, each in parts
        if (named := ", ".join(dict.fromkeys(each)))
    ]
    return {"fr": " ; ".join(fr for fr, _ in said), "en": "; ".join(en for _, en in said)}


def tag_note(
    *,
    permission: bool,
    variables: Sequence[str],
    consents: Sequence[str],
    parameters: Sequence[str],
    own: Sequence[str],
    held_back: Sequence[str],
    not_after: Sequence[str],
    kind: str,
    vendor: str = "",
    functions: Sequence[str] = (),
) -> Words | None:
    """Say what a container tells of a tag and a case has no word for; None where there is nothing."""
    parts = [
        (
            "d'après les permissions de son modèle",
            "by the permissions of its template",
            ["x"] if permission else [],
        ),
        (
            "d'après la liste que Google publie de ses types de balises : {}",
            "by the list that Google publishes of its types of tags: {}",
            [vendor] if vendor else [],
        ),
        (
            "déduit de la fonction qu'elle appelle : {}",
            "inferred from the function that it calls: {}",
            functions,
        ),
        ("type de balise inconnu : {}", "unknown type of tag: {}", [kind] if kind else []),
        ("son hôte vient de la variable : {}", "its host comes from the variable: {}", variables),
        ("demande {}", "needs {}", consents),
        ("paramètres : {}", "parameters: {}", parameters),
        ("paramètres propres au site : {}", "parameters of the site's own: {}", own),
        ("retenu par le déclencheur : {}", "held back by the trigger: {}", held_back),
        ("pas après l'événement {}", "not after the event {}", not_after),
    ]
    said = [(fr.format(", ".join(names)), en.format(", ".join(names))) for fr, en, names in parts if names]
    if not said:
        return None
    return {"fr": " ; ".join(fr for fr, _ in said), "en": "; ".join(en for _, en in said)}


COOKIEBOT: Final[Words] = {"fr": "Bandeau Cookiebot", "en": "Cookiebot banner"}
ONETRUST: Final[Words] = {"fr": "Bandeau OneTrust", "en": "OneTrust banner"}
OWN_SERVICE: Final[Words] = {"fr": "un service propre au site", "en": "a service of the site's own making"}
NOT_HELD_BACK: Final[Words] = {
    "fr": "tarteaucitron ne retient pas ce service (needConsent: false)",
    "en": "tarteaucitron does not hold this service back (needConsent: false)",
}


def listed_under(categories: Sequence[str]) -> Words:
    """Say under which categories a list has a reader of cookies; they are the site's own words."""
    named = ", ".join(categories)
    return {"fr": f"classé sous : {named}", "en": f"listed under: {named}"}


def unread(cookies: Sequence[str]) -> Words:
    """Say of which cookies a list does not tell who reads them."""
    named = ", ".join(dict.fromkeys(cookies))
    return {
        "fr": f"du site lui-même, ou dont le lecteur n'est pas dit : {named}",
        "en": f"of the site's own, or whose reader is not told: {named}",
    }


def consent_string(day: str, platform: int) -> Words:
    """Give the title of a consent string."""
    return {
        "fr": f"chaîne de consentement (TC) du {day}, plateforme {platform}",
        "en": f"TC string of {day}, CMP {platform}",
    }


def tcf_banner(platform: int) -> Words:
    """Give the title of a banner of the framework."""
    return {"fr": f"Bandeau (TCF, plateforme {platform})", "en": f"Banner (TCF, CMP {platform})"}


def deleted(day: str) -> Words:
    """Say that a vendor was deleted from the list before a string that discloses it."""
    return {
        "fr": f"retiré de la liste le {day}, avant la chaîne de consentement",
        "en": f"deleted from the list on {day}, before the string",
    }


def kept(days: str, kind: str, number: str) -> list[tuple[str, str]]:
    """Say for how many days something is kept, in general or for one purpose; nothing where it is not told."""
    if not days:
        return []
    fr = {"": "conservation", "purpose": f"finalité {number}", "special": f"finalité spéciale {number}"}[kind]
    en = {"": "kept", "purpose": f"purpose {number}", "special": f"special purpose {number}"}[kind]
    return [(f"{fr} : {days} jours", f"{en}: {days} days")]


def told_iab(periods: Sequence[tuple[str, str]], data: Sequence[str]) -> Words:
    """Say what a vendor told IAB Europe of itself: it is not said of one site."""
    fr = " ; ".join([*(", ".join(each for each, _ in periods),), ", ".join(data)]).strip(" ;")
    en = "; ".join([*(", ".join(each for _, each in periods),), ", ".join(data)]).strip(" ;")
    return {"fr": f"dit à IAB Europe : {fr}", "en": f"told IAB Europe: {en}"}

"""What imported lists say in words: titles of entries, notes."""

from __future__ import annotations

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
TCF_LOOKED_FOR: Final = Bilingual(
    "gvlSpecificationVersion et vendors", "gvlSpecificationVersion and vendors"
)


def subprocessors_of(name: str) -> Words:
    """Give the title of the activity in which the sub-processors of somebody take part."""
    return {"fr": f"{name} : sous-traitants ultérieurs", "en": f"{name}: sub-processors", "gender": "masculine", "number": "plural"}


def list_says(words: str) -> Words:
    """Repeat the words of a list."""
    return {"fr": f"la liste dit : {words}", "en": f"the list says: {words}"}


SEVERAL: Final[Words] = {"fr": "la case en nomme plusieurs", "en": "the cell names more than one"}

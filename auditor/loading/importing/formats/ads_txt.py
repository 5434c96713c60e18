"""`ads.txt` and `sellers.json` of IAB Tech Lab: who may sell advertising space."""

from __future__ import annotations

from typing import Any

from auditor.loading.importing.elements import Elements
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat
from auditor.loading.importing.lists.sellers import is_ads_txt, write_ads_txt, write_sellers
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.values import is_json, looks_like_text, value_of
from auditor.text.lists import SELLERS_LOOKED_FOR, SELLERS_TITLE


def recognises(document: Document) -> int:
    """Tell whether a document is either. Raises Refused where it is JSON of such keys, and broken."""
    text = looks_like_text(document)
    if is_json(text):
        named = '"sellers"' in text and '"seller_type"' in text
        return BY_ITS_KEYS if named and _are_sellers(value_of(document)) else 0
    return BY_ITS_KEYS if is_ads_txt(text) else 0


def _are_sellers(value: Any) -> bool:
    sellers = value.get("sellers") if isinstance(value, dict) else None
    return isinstance(sellers, list) and any(
        isinstance(each, dict) and "seller_type" in each for each in sellers
    )


def read(document: Document, asked: Asked) -> Imported:
    """Give what either says. Raises Refused, UsageRefused, NothingToCheck."""
    text = looks_like_text(document)
    elements = Elements(document, asked, "sellers-list", "sellers-json" if is_json(text) else "ads-txt")
    elements.source(title=document.name)
    if is_json(text):
        write_sellers(elements, Node(value_of(document)))
    else:
        write_ads_txt(elements, text)
    return elements.made(SELLERS_TITLE)


FORMAT = ImportFormat(title=SELLERS_TITLE, looked_for=SELLERS_LOOKED_FOR, recognises=recognises, read=read)

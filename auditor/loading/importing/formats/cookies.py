"""Lists of cookies that sites show: of OneTrust, Cookiebot and tarteaucitron, and any table with cookies and providers."""

from __future__ import annotations

from typing import Final

from auditor.loading.importing.elements import Elements
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat
from auditor.loading.importing.formats.subprocessors import certain
from auditor.loading.importing.lists import tarteaucitron
from auditor.loading.importing.lists.cookie_lists import (
    COOKIEBOT,
    cookie_tables,
    is_onetrust,
    of_cookiebot,
    of_onetrust,
    of_tables,
)
from auditor.loading.importing.lists.cookies import write
from auditor.loading.importing.lists.tables import tables
from auditor.loading.importing.values import is_json, looks_like_text, value_of
from auditor.text.lists import COOKIES_LOOKED_FOR, COOKIES_TITLE

#: What stands in a page or a script that switches on services by tarteaucitron.
JOB: Final = "tarteaucitron.job"


def recognises(document: Document) -> int:
    """Tell whether a document is a list of cookies. Raises Refused where it is JSON of such keys, and broken."""
    return BY_ITS_KEYS if _shape(document) else 0


def _shape(document: Document) -> str:
    """Give which shape of list a document has; empty for none."""
    text = looks_like_text(document)
    if is_json(text):
        return "onetrust" if '"DomainData"' in text and is_onetrust(value_of(document)) else ""
    if COOKIEBOT.search(text):
        return "cookiebot"
    if JOB in text:
        return "tarteaucitron"
    return "table" if cookie_tables(tables(document)) else ""


def read(document: Document, asked: Asked) -> Imported:
    """Give what a list says. Raises Refused, UsageRefused, NothingToCheck."""
    shape = _shape(document)
    elements = Elements(document, asked, "cookie-list", f"cookies-{shape}")
    if shape == "tarteaucitron":
        elements.source(title=tarteaucitron.TITLE)
        tarteaucitron.write(elements, tarteaucitron.read_services(looks_like_text(document)))
        return elements.made(COOKIES_TITLE)
    if shape == "onetrust":
        found = of_onetrust(value_of(document))
    elif shape == "cookiebot":
        found = of_cookiebot(looks_like_text(document))
    else:
        found = of_tables(certain(document, tables(document)), document.name)
    elements.source(title=found.title, number=found.number)
    write(elements, found)
    return elements.made(COOKIES_TITLE)


FORMAT = ImportFormat(title=COOKIES_TITLE, looked_for=COOKIES_LOOKED_FOR, recognises=recognises, read=read)

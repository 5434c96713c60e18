"""Lists of vendors of IAB Europe's framework, read with the consent string that a site made."""

from __future__ import annotations

from typing import Any

from auditor.errors import Refused, at_file
from auditor.loading.importing.elements import Elements
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat
from auditor.loading.importing.lists.tc_string import is_consent_string
from auditor.loading.importing.lists.vendor_list import Vendors, consent_of
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.values import is_json, looks_like_text, value_of
from auditor.text.lists import TCF_LOOKED_FOR, TCF_TITLE
from auditor.text.problems import consent_strings as problems


def recognises(document: Document) -> int:
    """Tell whether a document is a list of vendors, or a consent string alone.

    Raises Refused where it is JSON of such keys, and broken.
    """
    text = looks_like_text(document)
    if is_consent_string(text.strip()):
        return BY_ITS_KEYS
    named = is_json(text) and '"gvlSpecificationVersion"' in text
    return BY_ITS_KEYS if named and _is_list(value_of(document)) else 0


def _is_list(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and "gvlSpecificationVersion" in value
        and isinstance(value.get("vendors"), dict)
    )


def read(document: Document, asked: Asked) -> Imported:
    """Give what a list says of the vendors that a consent string shows. Raises Refused, UsageRefused, NothingToCheck."""
    if is_consent_string(looks_like_text(document).strip()):
        raise Refused([at_file(document.name, problems.STRING_ALONE(), problems.SAY_STRING())])
    consent = consent_of(asked.beside)
    elements = Elements(document, asked, "vendor-list", "gvl")
    Vendors(elements, Node(value_of(document)), consent, asked.beside or document).write()
    return elements.made(TCF_TITLE)


FORMAT = ImportFormat(title=TCF_TITLE, looked_for=TCF_LOOKED_FOR, recognises=recognises, read=read)

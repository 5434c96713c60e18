"""Containers of Google Tag Manager: as their owner exports them, as the API answers, as they are served."""

from __future__ import annotations

from auditor.loading.importing.elements import Elements
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat
from auditor.loading.importing.lists.tag_export import is_export, read_export
from auditor.loading.importing.lists.tag_served import is_served, literal_of, read_served
from auditor.loading.importing.lists.tags import TagFacts
from auditor.loading.importing.values import is_json, looks_like_text, value_of
from auditor.text.lists import TAGS_LOOKED_FOR, TAGS_TITLE

#: What stands in an export and in an answer of the API.
_KEYS = ('"tag"', '"tagId"')


def recognises(document: Document) -> int:
    """Tell whether a document is a container. Raises Refused where it is JSON of such keys, and broken."""
    text = looks_like_text(document)
    if is_json(text):
        named = '"exportFormatVersion"' in text or all(key in text for key in _KEYS)
        return BY_ITS_KEYS if named and is_export(value_of(document)) else 0
    return BY_ITS_KEYS if is_served(text) else 0


def read(document: Document, asked: Asked) -> Imported:
    """Give what a container says. Raises Refused, UsageRefused, NothingToCheck."""
    served = not is_json(looks_like_text(document))
    container, root = read_served(literal_of(document)) if served else read_export(value_of(document))
    elements = Elements(document, asked, "tag-container", "gtm-served" if served else "gtm-export")
    elements.source(title=container.title, date=container.day, number=container.number)
    TagFacts(elements, container).write()
    elements.unknown_keys(root)
    return elements.made(TAGS_TITLE)


FORMAT = ImportFormat(title=TAGS_TITLE, looked_for=TAGS_LOOKED_FOR, recognises=recognises, read=read)

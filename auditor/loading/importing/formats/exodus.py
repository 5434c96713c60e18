"""Reports of Exodus: code of trackers that was found in an application, called or not."""

from __future__ import annotations

from typing import Any

from auditor.loading.importing.elements import Elements
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.values import is_json, looks_like_text, value_of
from auditor.text import lists as words


def recognises(document: Document) -> int:
    """Tell whether a document is a report. Raises Refused where it is JSON of such keys, and broken."""
    text = looks_like_text(document)
    named = is_json(text) and '"trackers"' in text and '"application"' in text
    return BY_ITS_KEYS if named and _is_report(value_of(document)) else 0


def _is_report(value: Any) -> bool:
    application = value.get("application") if isinstance(value, dict) else None
    return (
        isinstance(application, dict) and "handle" in application and isinstance(value.get("trackers"), list)
    )


def read(document: Document, asked: Asked) -> Imported:
    """Give what a report says: brands whose code is there, and one question. Raises Refused, UsageRefused, NothingToCheck."""
    root = Node(value_of(document))
    elements = Elements(document, asked, "application-report", "exodus")
    application = root.get("application")
    handle, version = application.get("handle").text(), application.get("version_name").text()
    elements.source(title=f"{handle} {version}".strip())
    application.knows("version_code", "uaid", "libraries", "name")
    root.knows("apk")
    for permission in application.get("permissions").items():
        elements.once(permission.at.rpartition("/")[0], "not-of-the-case", "permissions")
    named = [
        name for tracker in root.get("trackers").items() if (name := _tracker(elements, tracker, version))
    ]
    elements.say("called-when", *dict.fromkeys(named))
    elements.unknown_keys(root)
    return elements.made(words.EXODUS_TITLE)


def _tracker(elements: Elements, tracker: Node, version: str) -> str:
    """Write the brand that a tracker is known by, and give what it is called; nothing of one that is left out or nameless."""
    tracker.whole()
    called = tracker.get("name").text()
    if not called or elements.left_out(tracker, called):
        return ""
    name = elements.company(called, tracker)
    entry = elements.sections["organisations"].get(name)
    if entry is not None:
        entry["note"] = words.code_in(version)
    return called


FORMAT = ImportFormat(
    title=words.EXODUS_TITLE, looked_for=words.EXODUS_LOOKED_FOR, recognises=recognises, read=read
)

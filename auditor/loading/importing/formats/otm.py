"""OTM, the open threat model: places and flows, of whose protection and owners it has no words."""

from __future__ import annotations

from typing import Final

from auditor.loading.importing.elements import Elements, of
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat, Tree
from auditor.loading.importing.models import Model, Sent
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.protocols import transport_of
from auditor.loading.importing.values import looks_like_text, value_of
from auditor.model.vocabulary import UNKNOWN
from auditor.text.model_formats import OTM_BY, OTM_TITLE

OF_AN_ELEMENT: Final = (
    *(
        "id",
        "name",
        "description",
        "type",
        "tags",
        "representations",
        "parent",
        "attributes",
        "threats",
        "risk",
    ),
    "properties",
)


def recognises(document: Document) -> int:
    """Tell whether a document is an open threat model. Raises Refused where it is broken."""
    if "otmVersion" not in looks_like_text(document):
        return 0
    value = value_of(document)
    return BY_ITS_KEYS * (isinstance(value, dict) and "otmVersion" in value)


def read(document: Document, asked: Asked) -> Imported:
    """Give what a model says. Raises Refused, UsageRefused, NothingToCheck."""
    elements = Elements(document, asked, "threat-model", "otm")
    model, root = Model(elements), Node(value_of(document))
    project = root.get("project")
    elements.source(title=elements.words(project.get("name").text(), project.get("name")))
    for key in ("owner", "ownerContact"):
        if project.glance(key):
            elements.leave(f"{project.at}/{key}", "persons", key)
    project.whole()
    for node in root.get("assets").items():
        model.data.declare(_key(node), node.get("id"), title=node.get("name").text())
        node.knows(*OF_AN_ELEMENT)
    for node in root.get("trustZones").items():
        elements.leave(node, "title-is-no-place", node.get("name").text())
        node.whole()
    for node in root.get("components").items():
        _component(model, node)
    for node in root.get("dataflows").items():
        _flow(model, node)
    model.data.tell()
    root.knows("otmVersion", "representations", "threats", "mitigations")
    elements.unknown_keys(root)
    return elements.made(OTM_TITLE)


def _component(model: Model, node: Node) -> None:
    title = model.elements.words(node.get("name").text() or _key(node), node)
    stored = node.get("assets").get("stored")
    node.get("assets").get("processed").whole()
    entry: Tree = {"operator": UNKNOWN}
    if stored.value:
        kept = model.data.carried(stored, title)
        entry["keeps"] = of(kept) if kept else []
    if model.is_said_to_be_people(_key(node), title):
        model.people(_key(node), node, title)
    else:
        model.host(_key(node), node, title, entry)
    node.knows(*OF_AN_ELEMENT)


def _flow(model: Model, node: Node) -> None:
    ends = [model.end(node.get(way).text(), node.get(way)) for way in ("source", "destination")]
    title = model.elements.words(node.get("name").text(), node)
    listed = node.get("assets")
    data = model.data.carried(listed, title) if listed.value else [UNKNOWN]
    sent = Sent(own=_key(node), node=node, title=title, from_=ends[0], to=ends[1])
    model.flow(sent, data)
    if node.get("bidirectional").is_true:
        model.flow(sent, data, back=True)
    for each in (*node.get("tags").items(), *(value for _, value in node.get("attributes").entries())):
        if transport_of(each.glance()):
            model.elements.leave(each, "no-such-word", each.text())
    node.knows(*OF_AN_ELEMENT)


def _key(node: Node) -> str:
    return node.get("id").text() or node.get("name").text()


FORMAT = ImportFormat(title=OTM_TITLE, looked_for=OTM_BY, recognises=recognises, read=read)

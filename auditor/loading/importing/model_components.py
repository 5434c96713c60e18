"""Threat models as components of a CycloneDX bill, all of whose statements are properties: names and values, as texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from auditor.loading.importing.elements import Elements, of
from auditor.loading.importing.models import Model, Sent, noted
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.protocols import transport_of
from auditor.model.vocabulary import UNKNOWN
from auditor.text import models as words

PREFIX: Final = "cdx:model:"
PROGRAMS: Final = frozenset(
    {"process", "server", "lambda", "component", "externalEntity", "element", "service"}
)
#: Kinds that are no element of their own.
NO_ELEMENT: Final = frozenset({"", "diagram", "model"})
#: Properties that say nothing that a case has words for.
KNOWN: Final = (
    *(
        "isOrdered",
        "type",
        "inBoundary",
        "platform",
        "isHardened",
        "hasAccessControl",
        "inScope",
        "shape",
        "tag",
    ),
    *("datastore:", "shape:", "diagram:", "risk:", "processedBy", "dataflow:port", "handlesResources", "os"),
)


class _Part(Struct, frozen=True):
    """A component that is a part of a model: its reference, what it is, its title, its properties by their name."""

    key: str
    kind: str
    title: str
    node: Node
    said: dict[str, list[Node]]

    def first(self, name: str) -> Node:
        """Give the first value of a property, a node without a value where there is none."""
        return self.said.get(name, [Node(None)])[0]


class ModelComponents:
    """Makes the facts of all models of one bill."""

    def __init__(self, elements: Elements, root: Node) -> None:
        self.elements = elements
        self.model = Model(elements)
        self.root = root

    def read(self) -> None:
        """Take every element of every model."""
        root, elements = self.root, self.elements
        component = root.get("metadata").get("component")
        title = component.get("name").text() or next(
            (node.get("name").text() for node in root.get("components").items()), ""
        )
        number = root.get("serialNumber").text()
        day = root.get("metadata").get("timestamp").text()[:10]
        elements.source(title=elements.words(title, component), date=day, number=number)
        parts = list(self._parts(root.get("components")))
        stored: dict[str, list[Node]] = {}
        for part in parts:
            if part.kind == "asset":
                self.model.data.declare(part.key, part.node.get("bom-ref"), title=part.title)
                for store in part.said.get("storedBy", []):
                    stored.setdefault(store.text(), []).append(part.node.get("bom-ref"))
        for part in parts:
            self._element(part, stored.get(part.key, []))
        for part in parts:
            if part.kind == "dataflow":
                self._flow(part)
        self.model.data.tell()
        root.knows("compositions", "bomFormat", "specVersion", "version", "$schema", "annotations")
        root.get("metadata").whole()
        elements.unknown_keys(root)

    def _parts(self, components: Node) -> Iterator[_Part]:
        for node in components.items():
            node.knows("type", "bom-ref", "description", "version", "group", "tags", "licenses")
            if node.glance("type") == "threat-model":
                said: dict[str, list[Node]] = {}
                for each in node.get("properties").items():
                    name = each.get("name").text().removeprefix(PREFIX)
                    value = each.get("value")
                    said.setdefault(name, []).append(value)
                    each.whole(name)
                    if not name.startswith((*KNOWN, "dataflow:", "storedBy")):
                        self.elements.leave(each, "no-such-key", f"{name}: {value.text()}")
                kind = said.get("type", [Node(None)])[0].text()
                title = self.elements.words(node.get("name").text(), node)
                yield _Part(key=node.glance("bom-ref") or title, kind=kind, title=title, node=node, said=said)
                yield from self._parts(node.get("components"))
            else:
                node.whole()

    def _element(self, part: _Part, stored: list[Node]) -> None:
        elements = self.elements
        if part.kind == "boundary":
            elements.leave(part.node, "title-is-no-place", part.title)
        elif part.kind == "actor":
            if self.model.is_said_to_be_people(part.key, part.title):
                self.model.people(part.key, part.node, part.title)
            else:
                self.model.brand(part.key, part.node, part.title)
                elements.say("people", part.title)
        elif part.kind == "datastore" or part.kind in PROGRAMS:
            keeps = [word for each in stored for word in self.model.data.carried(each, part.title)]
            store = {"keeps": of(keeps) if keeps else UNKNOWN} if part.kind == "datastore" or stored else {}
            program = {"kind": "application"} if part.kind != "datastore" else {}
            self.model.host(part.key, part.node, part.title, {**program, "operator": UNKNOWN, **store})
        elif part.kind in NO_ELEMENT:
            elements.leave(part.node, "says-nothing", part.title)
        elif part.kind not in {"asset", "dataflow"}:
            elements.leave(part.node, "no-such-word", f"{PREFIX}type {part.kind}")
        if elements.word(part.first("inScope"), ("true", "false"), "inScope") == "false":
            elements.decision(part.node, f"{part.title}: inScope false")

    def _flow(self, part: _Part) -> None:
        ends = [part.first(f"dataflow:{way}") for way in ("source", "destination")]
        from_, to = (self.model.end(end.text(), end if end.at else part.node) for end in ends)
        data = [
            word for node in part.said.get("dataflow:data", []) for word in self._carried(node, part.title)
        ]
        protocol = part.first("dataflow:protocol")
        said = self.elements.words(protocol.text(), protocol)
        transport = transport_of(said)
        fields = {}
        if transport or said:
            fields["transport"] = noted(transport or UNKNOWN, words.protocol(said))
        if said and not transport:
            self.elements.leave(protocol, "no-such-word", f"protocol {said}")
        sent = Sent(own=part.key, node=part.node, title=part.title, from_=from_, to=to, fields=fields)
        carried = list(dict.fromkeys(data)) or [UNKNOWN]
        self.model.flow(sent, carried)
        if part.first("dataflow:isBidirectional").is_true:
            self.model.flow(sent, carried, back=True)

    def _carried(self, node: Node, whole: str) -> list[str]:
        """Give the data that a flow names: a data word of the file by its reference, else words of its own."""
        if self.model.data.has(node.text()):
            return self.model.data.carried(node, whole)
        self.model.data.declare(node.text(), node)
        return self.model.data.carried(node, whole)

"""OWASP Threat Dragon 2: a threat model drawn as diagrams, in JSON."""

from __future__ import annotations

from collections import Counter
from typing import Final

from auditor.errors import Refused, at_file
from auditor.loading.importing.elements import Elements
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat, Tree
from auditor.loading.importing.ids import kebab
from auditor.loading.importing.models import Model, Sent, noted
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.protocols import transport_of
from auditor.loading.importing.values import is_json, looks_like_text, value_of
from auditor.model.case.imported import Why
from auditor.model.vocabulary import UNKNOWN
from auditor.text import models as words
from auditor.text.model_formats import THREAT_DRAGON_BY, THREAT_DRAGON_TITLE
from auditor.text.problems import importing as problems

#: What is known of each drawn thing and says nothing that a case has words for.
OF_DATA: Final = (
    *(
        "outOfScope",
        "reasonOutOfScope",
        "threatFrequency",
        "hasOpenThreats",
        "isTrustBoundary",
    ),
    *(
        "providesAuthentication",
        "isSigned",
        "isWebApplication",
    ),
    *(
        "privilegeLevel",
        "threats",
        "isEncrypted",
        "isBidirectional",
    ),
    *("isPublicNetwork", "protocol"),
)
#: What a cell is, by its type, else by its shape.
KINDS: Final = {
    "tm.Actor": "actor",
    "tm.Process": "process",
    "tm.Store": "store",
    "tm.Flow": "flow",
    "tm.Boundary": "boundary",
    "tm.BoundaryBox": "boundary-box",
    "tm.Text": "text",
}
SHAPES: Final = {
    "trust-boundary-box": "boundary-box",
    "trust-boundary-curve": "boundary",
    "trust-broundary-curve": "boundary",
    "td-text-block": "text",
}
#: What a thing is said to hold or to pass on, and why that is asked and no fact.
ASKED: Final[dict[str, Why]] = {
    "storesCredentials": "credentials-or-personal",
    "handlesCardPayment": "is-it-processed",
    "handlesGoodsOrServices": "is-it-processed",
    "storesInventory": "is-it-processed",
    "isALog": "is-it-processed",
}
#: States of a threat that nobody decided on.
UNDECIDED: Final = frozenset({"", "open"})


def recognises(document: Document) -> int:
    """Tell whether a document is a Threat Dragon model. Raises Refused where it is broken."""
    text = looks_like_text(document)
    if not is_json(text) or '"diagrams"' not in text or '"summary"' not in text:
        return 0
    value = value_of(document)
    detail, summary = (value.get(key) if isinstance(value, dict) else None for key in ("detail", "summary"))
    whole = (
        isinstance(detail, dict) and isinstance(summary, dict) and "diagrams" in detail and "title" in summary
    )
    return BY_ITS_KEYS * whole


def read(document: Document, asked: Asked) -> Imported:
    """Give what a model says. Raises Refused, also for one of version 1, UsageRefused, NothingToCheck."""
    return _Dragon(document, asked).made()


class _Dragon:
    """Makes the facts of one model."""

    def __init__(self, document: Document, asked: Asked) -> None:
        self.document = document
        self.elements = Elements(document, asked, "threat-model", "threat-dragon")
        self.model = Model(self.elements)
        self.root = Node(value_of(document))
        self._names: Counter[str] = Counter()

    def made(self) -> Imported:
        """Give the trees."""
        elements, summary = self.elements, self.root.get("summary")
        elements.source(title=elements.words(summary.get("title").text(), summary.get("title")))
        if summary.get("description").text():
            elements.leave(summary.get("description"), "prose", summary.get("description").text())
        cells: list[tuple[str, Node]] = []
        for diagram in self.root.get("detail").get("diagrams").items():
            if "diagramJson" in diagram.value if isinstance(diagram.value, dict) else False:
                raise Refused([at_file(self.document.name, problems.DRAGON_1(), problems.SAVE_IN_2())])
            cells += [(_kind(cell), cell) for cell in diagram.get("cells").items()]
            diagram.knows(
                *(key for key in diagram.value if key != "cells") if isinstance(diagram.value, dict) else ()
            )
        drawn = {"actor": self._actor, "process": self._process, "store": self._store}
        self._names.update(kebab(_name(cell)) for kind, cell in cells if kind in drawn or kind == "flow")
        for kind, cell in cells:
            self._known(cell)
            if kind in drawn:
                name = drawn[kind](cell, elements.words(_name(cell), cell))
                self._asked_of(cell, name)
            elif kind in ("boundary", "boundary-box") and _name(cell):
                elements.leave(cell, "title-is-no-place", _name(cell))
            elif kind != "flow" and _name(cell):
                elements.leave(cell, "prose", _name(cell))
        for kind, cell in cells:
            if kind == "flow":
                self._flow(cell)
        self.root.knows("version")
        for part in (summary, self.root.get("detail")):
            part.knows("owner", "description", "id", "contributors", "diagramTop", "reviewer", "threatTop")
        elements.unknown_keys(self.root)
        return elements.made(THREAT_DRAGON_TITLE)

    def _known(self, cell: Node) -> None:
        """Count how a thing is drawn as known, tell what its authors decided, and quote what they wrote of it."""
        if isinstance(cell.value, dict):
            cell.knows(*(key for key in cell.value if key not in ("data", "source", "target")))
        data = cell.get("data")
        data.knows(*OF_DATA)
        if data.glance("type"):
            self.elements.word(data.get("type"), KINDS, "type")
        else:
            self.elements.word(cell.get("shape"), (*SHAPES, *KINDS.values()), "shape")
        name = _name(cell)
        if data.get("outOfScope").is_true:
            self.elements.decision(
                cell, ": ".join(filter(None, [name, "outOfScope", data.get("reasonOutOfScope").text()]))
            )
        for threat in data.get("threats").items():
            status = threat.get("status").text()
            if status.lower() not in UNDECIDED:
                self.elements.decision(threat, f"{name}: {threat.get('title').text()} · {status}")
        if data.get("description").text():
            self.elements.leave(data.get("description"), "prose", data.get("description").text())

    def _own(self, cell: Node) -> str:
        """Give what the id of a thing is made of: its name while that is the only one, else how its own id begins."""
        name = kebab(_name(cell), "")
        return name if name and self._names[name] == 1 else cell.glance("id")[:8]

    def _actor(self, cell: Node, title: str) -> str:
        key = cell.glance("id")
        if self.model.is_said_to_be_people(title):
            return self.model.people(key, cell, title)
        self.elements.say("people", title)
        return self.model.brand(key, cell, title, own=self._own(cell))

    def _process(self, cell: Node, title: str) -> str:
        entry = {"kind": "application", "operator": UNKNOWN}
        return self.model.host(cell.glance("id"), cell, title, entry, own=self._own(cell))

    def _store(self, cell: Node, title: str) -> str:
        entry: Tree = {"operator": UNKNOWN, "keeps": UNKNOWN}
        if cell.get("data").get("isEncrypted").is_true:
            entry["at_rest"] = "encrypted"
        return self.model.host(cell.glance("id"), cell, title, entry, own=self._own(cell))

    def _asked_of(self, cell: Node, name: str) -> None:
        """Ask what a place holds that is said to hold something; of anything else that is told."""
        for key, why in ASKED.items():
            said = cell.get("data").get(key)
            if not said.is_true:
                continue
            if name in self.elements.sections["hosts"]:
                self.elements.ask(f"hosts.{name}.keeps", said, why, f"{_name(cell)}: {key}")
            else:
                self.elements.leave(said, "says-nothing", f"{_name(cell)}: {key}")

    def _flow(self, cell: Node) -> None:
        data = cell.get("data")
        title = self.elements.words(_name(cell), cell)
        fields = self._protected(data)
        if data.get("isPublicNetwork").is_true:
            fields["network"] = "public"
        ends = [self._end(cell.get(way)) for way in ("source", "target")]
        sent = Sent(own=self._own(cell), node=cell, title=title, from_=ends[0], to=ends[1], fields=fields)
        self.model.flow(sent, [UNKNOWN])
        if data.get("isBidirectional").is_true:
            self.model.flow(sent, [UNKNOWN], back=True)

    def _end(self, end: Node) -> str:
        key = end.get("cell", "id").text()
        end.knows("x", "y", "port", "magnet", "selector")
        if self.model.has(key):
            return self.model.end(key, end)
        self.elements.leave(end, "no-such-element", key or "x, y")
        return UNKNOWN

    def _protected(self, data: Node) -> Tree:
        """Give how a flow is protected: a protocol that says so is believed; that it is not encrypted is what the editor writes."""
        protocol, encrypted = data.get("protocol"), data.get("isEncrypted").is_true
        said = self.elements.words(protocol.text(), protocol)
        by_protocol = transport_of(said)
        if encrypted and by_protocol == "none":
            self.elements.leave(protocol, "no-such-word", f"protocol {said}, isEncrypted true")
            return {"transport": noted(UNKNOWN, words.several(f"protocol: {said}, isEncrypted: true"))}
        if by_protocol:
            if by_protocol != "none" and data.get("isEncrypted").value is False:
                self.elements.leave(protocol, "believed", f"protocol {said} (isEncrypted false)")
            return {"transport": noted(by_protocol, words.protocol(said))}
        if said:
            self.elements.leave(protocol, "no-such-word", f"protocol {said}")
            return {"transport": noted("tls" if encrypted else UNKNOWN, words.protocol(said))}
        return {"transport": "tls"} if encrypted else {}


def _kind(cell: Node) -> str:
    """Give what a cell is, by its type, else by its shape."""
    shape = cell.glance("shape")
    return KINDS.get(cell.get("data").glance("type")) or SHAPES.get(shape, shape)


def _name(cell: Node) -> str:
    return " ".join(cell.get("data").get("name").text().split())


FORMAT = ImportFormat(
    title=THREAT_DRAGON_TITLE, looked_for=THREAT_DRAGON_BY, recognises=recognises, read=read
)

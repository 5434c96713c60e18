"""pytm: a threat model written by a program as JSON, nearly all of whose values are defaults that nobody stated."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from auditor.loading.importing.elements import Elements
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat, Tree
from auditor.loading.importing.ids import kebab
from auditor.loading.importing.models import Model, Sent, noted
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.protocols import transport_of
from auditor.loading.importing.values import is_json, looks_like_text, value_of
from auditor.model.vocabulary import PERSONAL, UNKNOWN
from auditor.text import models as words
from auditor.text.model_formats import PYTM_BY, PYTM_TITLE

#: What elements are, in the library's own words.
CLASSES: Final = frozenset(
    {
        "Actor",
        "Asset",
        "Lambda",
        "Server",
        "Datastore",
        "ExternalEntity",
        "Process",
        "SetOfProcesses",
        "LLM",
        "Agent",
    }
)
#: Elements that are no place.
FLOWS: Final = frozenset({"Dataflow", "Boundary", "Data"})
#: What of each element says nothing that a case has words for, each with what it holds.
OF_AN_ELEMENT: Final = ("controls", "findings", "assumptions", "overrides", "sourceFiles", "levels")
#: What the library writes where nobody states a version.
NO_VERSION: Final = frozenset({"", "NONE", "TLSVersion.NONE"})
_TLS: Final = re.compile(r"(?:TLSVersion\.)?TLSv1([0-3])\Z")


def recognises(document: Document) -> int:
    """Tell whether a document is a model of pytm. Raises Refused where it is broken."""
    text = looks_like_text(document)
    if not is_json(text) or '"sink"' not in text:
        return 0
    value = value_of(document)
    flows = value.get("flows") if isinstance(value, dict) else None
    return BY_ITS_KEYS * (
        isinstance(flows, list)
        and any(isinstance(each, dict) and {"source", "sink"} <= set(each) for each in flows)
    )


def read(document: Document, asked: Asked) -> Imported:
    """Give what a model says. Raises Refused, UsageRefused, NothingToCheck."""
    return _Pytm(document, asked).made()


class _Pytm:
    """Makes the facts of one model, whose elements are called by their names."""

    def __init__(self, document: Document, asked: Asked) -> None:
        self.elements = Elements(document, asked, "threat-model", "pytm")
        self.model = Model(self.elements)
        self.root = Node(value_of(document))
        self._kept: dict[str, list[str]] = {}
        self._flows: Counter[str] = Counter()

    def made(self) -> Imported:
        """Give the trees."""
        root, elements = self.root, self.elements
        elements.source(title=elements.words(root.get("name").text(), root.get("name")))
        for node in root.get("data").items():
            own = [PERSONAL] if node.get("isPII").is_true else []
            self.model.data.declare(node.get("name").text(), node.get("name"), own=own)
            node.whole()
        for node in root.get("boundaries").items():
            elements.leave(node, "title-is-no-place", node.get("name").text())
            node.whole()
        written = list(root.get("elements").items())
        named = {node.glance("name") for node in written}
        worked_through = [*root.get("actors").items(), *root.get("assets").items()]
        for node in [*written, *(node for node in worked_through if node.glance("name") not in named)]:
            self._element(node)
        for node in root.get("flows").items():
            self._flow(node)
        self.model.data.tell()
        root.whole()
        elements.unknown_keys(root)
        return elements.made(PYTM_TITLE)

    def _element(self, node: Node) -> None:
        """Take an element: a model as it is written lists them together, one that was worked through by their kinds."""
        node.knows(*OF_AN_ELEMENT)
        kind = node.glance("__class__") or ("Actor" if node.at.startswith("/actors/") else "")
        if kind in FLOWS:
            return
        if node.get("inScope").glance() == "false":
            self.elements.decision(node, f"{node.glance('name')}: inScope false")
        if kind == "Actor":
            node.get("__class__").read()
            self._actor(node)
        else:
            self._asset(node)

    def _actor(self, node: Node) -> None:
        name = node.get("name").text()
        title = self.elements.words(name, node)
        if self.model.is_said_to_be_people(title):
            self.model.people(name, node, title)
        else:
            self.model.brand(name, node, title)
            self.elements.say("people", title)

    def _asset(self, node: Node) -> None:
        name = node.get("name").text()
        entry: Tree = {"operator": UNKNOWN}
        if self.elements.word(node.get("__class__"), CLASSES, "__class__") == "Datastore":
            entry["keeps"] = UNKNOWN
        if node.get("controls").get("isEncryptedAtRest").is_true or node.get("isEncryptedAtRest").is_true:
            entry["at_rest"] = "encrypted"
        host = self.model.host(name, node, self.elements.words(name, node), entry)
        there = host in self.elements.sections["hosts"]
        for key in ("storesPII", "storesSensitiveData", "storesLogData"):
            if node.get(key).is_true and there:
                self.elements.ask(f"hosts.{host}.keeps", node.get(key), "is-it-processed", f"{name}: {key}")
        for key in ("onAWS", "onRDS"):
            if node.get(key).is_true and there:
                self.elements.ask(f"hosts.{host}.runs_on", node.get(key), "whose-machines", f"{name}: {key}")

    def _flow(self, node: Node) -> None:
        title = self.elements.words(node.get("name").text(), node)
        ends = [self.model.end(node.get(way).text(), node.get(way)) for way in ("source", "sink")]
        listed = node.get("data")
        data = self.model.data.carried(listed, title) if listed.value else [UNKNOWN]
        fields = self._protected(node)
        node.knows(*OF_AN_ELEMENT)
        self.model.flow(
            Sent(own=kebab(title), node=node, title=title, from_=ends[0], to=ends[1], fields=fields), data
        )

    def _protected(self, node: Node) -> Tree:
        stated = node.get("tlsVersion")
        version = _TLS.match(stated.text())
        if version is None and stated.text() not in NO_VERSION:
            self.elements.leave(stated, "no-such-word", f"tlsVersion {stated.text()}")
        vpn = node.get("usesVPN").is_true or node.get("controls").get("usesVPN").is_true
        protocol = self.elements.words(node.get("protocol").text(), node.get("protocol"))
        named = transport_of(protocol)
        if version:
            sure = f"tls-1.{version[1]}"
            return {"transport": noted(sure, words.protocol(protocol)) if protocol else sure}
        if vpn and not named.startswith("tls"):
            return {"transport": noted("vpn", words.protocol(protocol)) if protocol else "vpn"}
        if named:
            return {"transport": noted(named, words.protocol(protocol))}
        sure = "tls" if node.get("controls").get("isEncrypted").is_true else UNKNOWN
        if protocol:
            self.elements.leave(node.get("protocol"), "no-such-word", f"protocol {protocol}")
            return {"transport": noted(sure, words.protocol(protocol))}
        return {"transport": sure} if sure != UNKNOWN else {}


FORMAT = ImportFormat(title=PYTM_TITLE, looked_for=PYTM_BY, recognises=recognises, read=read)

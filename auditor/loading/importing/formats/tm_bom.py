"""TM-BOM: a threat model in JSON, of the threat-model library of OWASP or as components of CycloneDX."""

from __future__ import annotations

from typing import Any, Final

from auditor.loading.importing.elements import Elements, of
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat, Tree
from auditor.loading.importing.model_components import ModelComponents
from auditor.loading.importing.models import Model, Sent, noted
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.values import is_json, looks_like_text, value_of
from auditor.model.vocabulary import UNKNOWN
from auditor.text import models as words
from auditor.text.model_formats import TM_BOM_BY, TM_BOM_TITLE

SCHEMA: Final = "threat-model.schema.json"
DATA: Final = {"pii": "personal", "phi": "health", "fin": "financial", "pci": "financial"}
HUMAN: Final = frozenset({"user", "power_user"})
ACTORS: Final = frozenset({"system", "administrator", "engineer", "third_party", *HUMAN})
#: Words for how sensitive data is, beside those that place it.
SENSITIVE: Final = frozenset({"ip", "cred", "biz", "gov", "op", *DATA})
#: What of each element says nothing that a case has words for.
OF_THE_MODEL: Final = (
    *(
        "$schema",
        "version",
        "trust_boundaries",
        "threat_personas",
        "threats",
        "controls",
        "diagrams",
        "repo_link",
    ),
    *("frozen", "release_docs_link"),
    *("references", "created_at", "updated_at", "authors", "attributes", "license"),
)
OF_AN_ELEMENT: Final = (
    *(
        "description",
        "trust_zone",
        "attributes",
        "type",
        "vendor",
        "product",
        "repo_link",
        "parent_component",
    ),
    *("permissions", "record_count", "access_control_methods", "platform", "language"),
)


def recognises(document: Document) -> int:
    """Tell whether a document is a TM-BOM. Raises Refused where it is broken."""
    text = looks_like_text(document)
    if not is_json(text) or not any(word in text for word in (SCHEMA, '"trust_zones"', '"threat-model"')):
        return 0
    value = value_of(document)
    if not isinstance(value, dict):
        return 0
    own = SCHEMA in str(value.get("$schema", "")) or {"trust_zones", "data_flows", "data_sets"} <= set(value)
    return BY_ITS_KEYS * (own or is_components(value))


def is_components(value: Any) -> bool:
    """Tell whether a bill of CycloneDX holds threat models as components."""
    components = value.get("components") if isinstance(value, dict) and "bomFormat" in value else None
    return isinstance(components, list) and any(
        isinstance(each, dict) and each.get("type") == "threat-model" for each in components
    )


def read(document: Document, asked: Asked) -> Imported:
    """Give what a model says. Raises Refused, UsageRefused, NothingToCheck."""
    elements = Elements(document, asked, "threat-model", "tm-bom")
    value = value_of(document)
    if is_components(value):
        ModelComponents(elements, Node(value)).read()
    else:
        _Library(elements, Node(value)).read()
    return elements.made(TM_BOM_TITLE)


class _Library:
    """Makes the facts of a model of the library."""

    def __init__(self, elements: Elements, root: Node) -> None:
        self.elements = elements
        self.model = Model(elements)
        self.root = root
        self._kept: dict[str, list[tuple[str, Node, Node]]] = {}

    def read(self) -> None:
        """Take every element."""
        root, elements = self.root, self.elements
        scope = root.get("scope").whole()
        elements.source(
            title=elements.words(scope.get("title").text(), scope.get("title")),
            date=root.get("reviewed_at").text(),
        )
        if root.get("description").text():
            elements.leave(root.get("description"), "prose", root.get("description").text())
        for node in root.get("trust_zones").items():
            elements.leave(node, "title-is-no-place", node.get("title").text())
            node.whole()
        for node in root.get("data_sets").items():
            self._data_set(node)
        for node in root.get("actors").items():
            self._actor(node)
        for node in root.get("components").items():
            self._place("component", node, {"kind": "application", "operator": UNKNOWN})
        for node in root.get("data_stores").items():
            self._store(node)
        for node in root.get("data_flows").items():
            self._flow(node)
        self.model.data.tell()
        self._opinions()
        root.knows(*OF_THE_MODEL)
        elements.unknown_keys(root)

    def _data_set(self, node: Node) -> None:
        key = node.get("symbolic_name").text()
        title = node.get("title").text() or key
        stated = [
            self.elements.word(each, SENSITIVE, "data_sensitivity")
            for each in node.get("data_sensitivity").items()
        ]
        own = [DATA[word] for word in stated if word in DATA]
        self.model.data.declare(key, node, title=title, own=own)
        unplaced = [word for word in stated if word not in DATA]
        if unplaced:
            self.elements.leave(node, "says-nothing", f"{title}: {', '.join(unplaced)}")
        for place in node.get("placements").items():
            self._kept.setdefault(place.get("data_store").text(), []).append(
                (key, node.get("symbolic_name"), place.get("encrypted"))
            )
        node.knows(*OF_AN_ELEMENT)

    def _actor(self, node: Node) -> None:
        kind = self.elements.word(node.get("type"), ACTORS, "type")
        title = self.elements.words(node.get("title", "symbolic_name").text(), node)
        own = node.get("symbolic_name").text()
        key = f"actor {own}"
        node.knows(*OF_AN_ELEMENT)
        if kind == "system":
            self._place("actor", node, {"operator": UNKNOWN})
        elif kind in HUMAN or self.model.is_said_to_be_people(own, title):
            self.model.people(key, node, title, own=own)
        else:
            self.model.brand(key, node, title, own=own)
            if kind != "third_party":
                self.elements.say("people", title)

    def _place(self, kind: str, node: Node, entry: Tree) -> None:
        own = node.get("symbolic_name").text()
        title = self.elements.words(node.get("title").text() or own, node)
        node.knows(*OF_AN_ELEMENT)
        self.model.host(f"{kind} {own}", node, title, entry, own=own)

    def _store(self, node: Node) -> None:
        vendor = self.elements.words(node.get("vendor").text(), node.get("vendor"))
        product = self.elements.words(node.get("product").text(), node.get("product"))
        named = f"{vendor} ({product})" if vendor and product else vendor or product
        entry: Tree = {"operator": noted(UNKNOWN, words.vendor(named)) if named else UNKNOWN}
        kept = self._kept.get(node.get("symbolic_name").text(), [])
        if kept:
            listed = [
                word
                for _, place, _ in kept
                for word in self.model.data.carried(place, node.get("title").text())
            ]
            entry["keeps"] = of(listed) if listed else []
            stated = {each.text() for _, _, each in kept}
            if stated in ({"true"}, {"false"}):
                entry["at_rest"] = "encrypted" if stated == {"true"} else "plain"
            else:
                listing = ", ".join(f"{key}: {each.text() or '?'}" for key, _, each in kept)
                entry["at_rest"] = noted(UNKNOWN, words.several(f"encrypted ({listing})"))
        self._place("data_store", node, entry)

    def _flow(self, node: Node) -> None:
        ends = [self._end(node.get(way)) for way in ("source", "destination")]
        encrypted = self.elements.word(node.get("encrypted"), ("true", "false"), "encrypted")
        fields = {"transport": {"true": "tls", "false": "none"}.get(encrypted, "")}
        own = node.get("symbolic_name").text()
        title = self.elements.words(node.get("title").text() or own, node)
        node.knows(*OF_AN_ELEMENT)
        sent = Sent(own=own, node=node, title=title, from_=ends[0], to=ends[1], fields=fields)
        name = self.model.flow(sent, [UNKNOWN])
        sensitive = node.get("has_sensitive_data")
        if sensitive.is_true and name:
            self.elements.ask(f"flows.{name}.data", sensitive, "is-it-personal", title)

    def _end(self, end: Node) -> str:
        kind = end.get("type").text().rpartition("/")[2]
        return self.model.end(f"{kind} {end.get('object').text()}", end)

    def _opinions(self) -> None:
        for node in self.root.get("assumptions").items():
            said = node.get("description").text()
            confirmed = node.get("validity").text() == "confirmed"
            doubted = f"{said} ({node.get('validity').text()})"
            self.elements.leave(node, "prose" if confirmed else "unconfirmed", said if confirmed else doubted)
            node.whole()
        for node in self.root.get("risks").items():
            named, treated = node.get("title", "symbolic_name").text(), node.get("treatment", "status").text()
            self.elements.decision(node, " · ".join(filter(None, [named, treated])))
            node.whole()


FORMAT = ImportFormat(title=TM_BOM_TITLE, looked_for=TM_BOM_BY, recognises=recognises, read=read)

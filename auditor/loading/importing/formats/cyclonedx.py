"""CycloneDX: the services of a bill of materials, who provides them, and what data goes to and from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from auditor.errors import NothingToCheck
from auditor.loading.importing.elements import Elements
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat, Tree
from auditor.loading.importing.formats.tm_bom import is_components
from auditor.loading.importing.models import Model, Sent, noted
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.values import is_json, looks_like_text, value_of
from auditor.model.vocabulary import UNKNOWN
from auditor.text import models as words
from auditor.text.model_formats import CYCLONEDX_BY, CYCLONEDX_TITLE
from auditor.text.problems.importing import NO_ELEMENTS

DATA: Final = {"pii": "personal", "phi": "health", "pifi": "financial", "pci": "financial"}
#: A classification that leaves nobody to be asked.
PUBLIC: Final = "public"
SCHEMES: Final = {"https": "tls", "wss": "tls", "http": "none", "ws": "none"}
_DOMAIN: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+\Z")
_LINK: Final = re.compile(r"urn:cdx:(?P<serial>[^/#]+)(?:/[0-9]+)?#(?P<ref>.+)\Z")
OF_A_SERVICE: Final = (
    *("bom-ref", "name", "group", "version", "description", "authenticated", "x-trust-boundary", "trustZone"),
    *(
        "licenses",
        "externalReferences",
        "releaseNotes",
        "properties",
        "tags",
        "signature",
        "patentAssertions",
    ),
)
OF_A_BILL: Final = (
    *(
        "bomFormat",
        "specVersion",
        "serialNumber",
        "version",
        "components",
        "externalReferences",
        "compositions",
    ),
    *(
        "vulnerabilities",
        "annotations",
        "formulation",
        "declarations",
        "definitions",
        "properties",
        "signature",
    ),
    *("$schema", "citations"),
)


def recognises(document: Document) -> int:
    """Tell whether a document is a bill of CycloneDX that is no model of threats alone. Raises Refused where it is broken."""
    text = looks_like_text(document)
    if not is_json(text) or '"CycloneDX"' not in text:
        return 0
    value = value_of(document)
    is_bill = isinstance(value, dict) and value.get("bomFormat") == "CycloneDX"
    return BY_ITS_KEYS * (is_bill and ("services" in value or not is_components(value)))


def read(document: Document, asked: Asked) -> Imported:
    """Give what a bill says of services. Raises Refused, UsageRefused, and NothingToCheck for a bill of components alone."""
    root = Node(value_of(document))
    if not root.get("services").value:
        raise NothingToCheck(NO_ELEMENTS(path=document.name, title=CYCLONEDX_TITLE))
    return _Bill(document, asked, root).made()


class _Bill:
    """Makes the facts of one bill."""

    def __init__(self, document: Document, asked: Asked, root: Node) -> None:
        self.elements = Elements(document, asked, "bill-of-materials", "cyclonedx")
        self.model = Model(self.elements)
        self.root = root
        self.serial = root.get("serialNumber").text().removeprefix("urn:uuid:")
        self._transports: dict[str, Any] = {}
        self._users: dict[str, list[str]] = {}
        self._gathered: dict[tuple[str, str, bool], tuple[Node, list[str]]] = {}
        self._owners: list[str] = []

    def made(self) -> Imported:
        """Give the trees."""
        root, elements = self.root, self.elements
        component = root.get("metadata").get("component")
        elements.source(
            title=elements.words(component.get("name").text(), component),
            date=root.get("metadata").get("timestamp").text()[:10],
            number=root.get("serialNumber").text(),
        )
        services = list(self._services(root.get("services")))
        for node in services:
            self._service(node)
        self._component(component)
        for node in root.get("dependencies").items():
            for each in node.get("dependsOn").items():
                self._users.setdefault(each.glance(), []).append(node.glance("ref"))
            node.whole()
        for node in services:
            for item in node.get("data").items():
                self._data(_key(node), item)
        for (from_, to, back), (node, data) in self._gathered.items():
            self._flow(from_, to, node, data, back=back)
        self._dependencies()
        self._controller()
        root.get("metadata").whole()
        root.knows(*OF_A_BILL)
        elements.unknown_keys(root)
        return elements.made(CYCLONEDX_TITLE)

    def _services(self, listed: Node) -> Iterator[Node]:
        """Give services and those nested in them: they are a hierarchy, not flows."""
        for node in listed.items():
            yield node
            yield from self._services(node.get("services"))

    def _service(self, node: Node) -> None:
        key = _key(node)
        title = self.elements.words(node.get("name").text() or key, node)
        domains, transport = self._endpoints(node.get("endpoints"))
        self._transports[key] = transport
        entry: Tree = {
            "kind": "application",
            "operator": self._provider(node.get("provider")),
            "domains": domains,
        }
        self.model.host(key, node, title, entry)
        node.knows(*OF_A_SERVICE)

    def _provider(self, node: Node) -> str:
        elements = self.elements
        if node.get("contact").value:
            elements.leave(node.get("contact"), "persons", "contact")
        found = elements.company(node.get("name").text(), node)
        country = node.get("address").get("country")
        entry = elements.sections["organisations"].get(found)
        code = country.text().upper()
        if code and code not in elements.asked.knowledge.countries:
            elements.leave(country, "no-such-word", country.text())
        elif code and entry is not None:
            named = entry.get("presence", [])[:-1]
            entry["presence"] = [*dict.fromkeys((*named, code)), UNKNOWN]
        elif code and found:
            elements.beside(f"organisations.{found}.presence", country, code)
        node.whole()
        return found or UNKNOWN

    def _endpoints(self, listed: Node) -> tuple[list[str], Any]:
        """Give the domains at which a service is reached, and how what comes in is protected; nothing else of an address is kept."""
        domains, schemes = [], []
        for each in listed.items():
            try:
                parts = urlsplit(each.text())
                host = (parts.hostname or "").lower()
            except ValueError:
                self.elements.leave(each, "no-such-word", "endpoint")
                continue
            schemes.append(parts.scheme.lower() if host else "")
            if not host:
                self.elements.leave(each, "no-such-word", "endpoint")
            if _DOMAIN.match(host):
                domains.append(host)
        found = list(dict.fromkeys(schemes)) if any(schemes) else []
        ways = {SCHEMES.get(scheme, UNKNOWN) for scheme in found}
        if not ways:
            return list(dict.fromkeys(domains)), ""
        settled = ways.pop() if len(ways) == 1 else UNKNOWN
        transport = (
            noted(UNKNOWN, words.endpoints(", ".join(filter(None, found)))) if settled == UNKNOWN else settled
        )
        return list(dict.fromkeys(domains)), transport

    def _component(self, node: Node) -> None:
        """Take what the bill is of, where something says that it uses a service."""
        key = node.glance("bom-ref")
        named = [each for each in self.root.get("dependencies").items() if each.glance("ref") == key]
        if key and any(
            self.model.has(ref.glance()) for each in named for ref in each.get("dependsOn").items()
        ):
            title = self.elements.words(node.get("name").text() or key, node)
            kind = {"kind": "application"} if node.get("type").text() == "application" else {}
            self.model.host(key, node, title, {**kind, "operator": UNKNOWN})

    def _dependencies(self) -> None:
        """Tell which services use or are used by another element with which no data is said to go either way.

        That a service is built of a component says nothing of the kind, and is counted.
        """
        known = {(from_, to) for from_, to, _ in self._gathered}
        built_of = set(_references(self.root.get("components")))
        for node in self.root.get("dependencies").items():
            user = node.glance("ref")
            for each in node.get("dependsOn").items():
                used = each.glance()
                of_a_service = used in self._transports or user in self._transports
                if of_a_service and used not in built_of and not {(user, used), (used, user)} & known:
                    self.elements.leave(each, "no-direction", f"{user} → {used}")

    # data

    def _data(self, service: str, node: Node) -> None:
        classification = node.get("classification").text()
        name = node.get("name").text() or classification
        self._governed(node.get("governance"))
        node.knows("description", "flow")
        data = self._word(name, classification, node)
        if not data:
            return
        direction = node.get("flow").text()
        if direction not in ("inbound", "outbound", "bi-directional"):
            self.elements.leave(node, "says-nothing", f"{name}: flow {direction}")
            return
        sources = [self._ref(each) for each in node.get("source").items()]
        targets = [self._ref(each) for each in node.get("destination").items()]
        others = [ref for ref in self._users.get(service, []) if self.model.has(ref)]
        both = direction == "bi-directional"
        if both or direction == "inbound":
            for other in sources or ([] if targets and both else others or [UNKNOWN]):
                self._gather(other, service, node, data)
                if both and sources and not targets:
                    self._gather(other, service, node, data, back=True)
        if direction == "outbound" or (both and not (sources and not targets)):
            for other in targets:
                self._gather(service, other, node, data)
            for other in () if targets else (others or [UNKNOWN]):
                self._gather(other, service, node, data, back=True)

    def _word(self, name: str, classification: str, node: Node) -> list[str]:
        """Give the data that an item stands for: nothing where it is left out."""
        own = DATA.get(classification.lower(), "")
        if not self.model.data.has(name):
            self.model.data.declare(name, node, own=[own] if own else [], also=classification)
        if self.model.data.is_settled(name):
            return self.model.data.carried(node.get("name", "classification"), name)
        if classification.lower() == PUBLIC:
            self.elements.leave(
                node, "says-nothing", f"{name}: {classification}" if name != classification else name
            )
            return []
        self.elements.leave(node.get("classification"), "no-such-word", classification)
        self.elements.say("data", name)
        return [UNKNOWN]

    def _governed(self, node: Node) -> None:
        for each in node.get("owners").items():
            named = each.get("organization").get("name")
            if named.text():
                self._owners.append(self.elements.words(named.text(), named))
        node.whole()

    def _ref(self, node: Node) -> str:
        """Give the service that a reference within this bill leads to; any other end is told, and unknown."""
        link = _LINK.match(node.text())
        key = link["ref"] if link and link["serial"] == self.serial else node.text()
        if self.model.has(key):
            return key
        self.elements.leave(
            node, "out-of-reach" if link else "no-such-element", node.text().partition("?")[0]
        )
        return UNKNOWN

    def _gather(self, from_: str, to: str, node: Node, data: list[str], *, back: bool = False) -> None:
        there = self._gathered.setdefault((from_, to, back), (node, []))
        there[1].extend(word for word in data if word not in there[1])

    def _flow(self, from_: str, to: str, node: Node, data: list[str], *, back: bool) -> None:
        ends = [end if end == UNKNOWN else self.model.end(end, node) for end in (from_, to)]
        transport = self._transports.get(to, "")
        own = f"{from_}-{to}"
        sent = Sent(own=own, node=node, title="", from_=ends[0], to=ends[1], fields={"transport": transport})
        self.model.flow(sent, data, back=back)

    def _controller(self) -> None:
        """Tell on the stub who is said to own the data inside a firm, which makes nobody its controller."""
        stub = self.elements.sections["activities"].get(f"imported-{self.elements.name}")
        if stub is not None and self._owners:
            listed = ", ".join(dict.fromkeys(self._owners))
            stub["controller"] = noted(UNKNOWN, words.owner_of_data(listed))


def _references(components: Node) -> Iterator[str]:
    for node in components.items():
        yield node.glance("bom-ref")
        yield from _references(node.get("components"))


def _key(node: Node) -> str:
    return node.glance("bom-ref", "name")


FORMAT = ImportFormat(title=CYCLONEDX_TITLE, looked_for=CYCLONEDX_BY, recognises=recognises, read=read)

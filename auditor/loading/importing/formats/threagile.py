"""Threagile: a threat model in YAML, with its data, its assets and the links between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, Final

from auditor.errors import Refused, at_file
from auditor.loading.files.regular import content
from auditor.loading.files.repository import leads_out
from auditor.loading.importing.elements import Elements
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat, Tree
from auditor.loading.importing.models import Model, Sent, noted
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.organisations import NOBODY, exactly, has_form
from auditor.loading.importing.values import looks_like_text, value_of
from auditor.model.vocabulary import UNKNOWN
from auditor.text import models as words
from auditor.text.model_formats import THREAGILE_BY, THREAGILE_TITLE
from auditor.text.problems import importing as problems

_HEAD: Final = re.compile(
    r"""^["']?(?:threagile_version|technical_assets)["']?\s*:|"technical_assets"\s*:""", re.MULTILINE
)
#: Words for the protocol of a link. A word says that nothing is encrypted only where the format has an encrypted one beside it.
TLS: Final = frozenset(
    {
        *("https", "wss", "ftps", "ldaps", "reverse-proxy-web-protocol-encrypted", "jdbc-encrypted"),
        *(
            "odbc-encrypted",
            "sql-access-protocol-encrypted",
            "nosql-access-protocol-encrypted",
            "binary-encrypted",
        ),
        *(
            "text-encrypted",
            "smtp-encrypted",
            "pop3-encrypted",
            "imap-encrypted",
            "smb-encrypted",
            "iiop-encrypted",
        ),
        "jrmp-encrypted",
    }
)
TUNNEL: Final = frozenset({"ssh", "ssh-tunnel", "sftp", "scp"})
CLEAR: Final = frozenset(
    {
        *(
            "http",
            "ws",
            "reverse-proxy-web-protocol",
            "jdbc",
            "odbc",
            "sql-access-protocol",
            "nosql-access-protocol",
        ),
        *("binary", "text", "smtp", "pop3", "imap", "ftp", "ldap", "smb", "iiop", "jrmp"),
    }
)
NOT_TOLD: Final = frozenset({"mqtt", "jms", "nfs", "nrpe", "xmpp"})
SAME_MACHINE: Final = frozenset(
    {"in-process-library-call", "inter-process-communication", "local-file-access", "container-spawning"}
)
END_USER: Final = frozenset({"data-with-end-user-individual-key", "data-with-enduser-individual-key"})
ENCRYPTED: Final = frozenset(
    {"transparent", "data-with-symmetric-shared-key", "data-with-asymmetric-shared-key", *END_USER}
)
#: What of each element says nothing that a case has words for.
OF_THE_MODEL: Final = (
    *(
        "threagile_version",
        "contributors",
        "management_summary_comment",
        "business_criticality",
        "business_overview",
    ),
    *(
        "technical_overview",
        "application_description",
        "abuse_cases",
        "security_requirements",
        "tags_available",
    ),
    *(
        "individual_risk_categories",
        "custom_risk_categories",
        "diagram_tweak_nodesep",
        "diagram_tweak_ranksep",
    ),
    *(
        "diagram_tweak_edge_layout",
        "diagram_tweak_suppress_edge_labels",
        "diagram_tweak_layout_left_to_right",
    ),
    *("diagram_tweak_invisible_connections_between_assets", "diagram_tweak_same_rank_assets"),
)
OF_DATA: Final = (
    *(
        "description",
        "usage",
        "tags",
        "origin",
        "owner",
        "quantity",
        "confidentiality",
        "integrity",
        "availability",
    ),
    "justification_cia_rating",
)
OF_AN_ASSET: Final = (
    *("description", "usage", "size", "technology", "technologies", "tags", "internet", "machine", "owner"),
    *(
        "encryption",
        "confidentiality",
        "integrity",
        "availability",
        "justification_cia_rating",
        "multi_tenant",
    ),
    *(
        "redundant",
        "custom_developed_parts",
        "data_assets_processed",
        "data_formats_accepted",
        "diagram_tweak_order",
    ),
    *("justification_out_of_scope", "used_as_client_by_human", "type"),
)
KINDS: Final = frozenset({"external-entity", "process", "datastore"})
SIZES: Final = frozenset({"system", "service", "application", "component"})
OF_A_LINK: Final = (
    *("description", "authentication", "authorization", "tags", "ip_filtered", "readonly", "usage"),
    *("diagram_tweak_weight", "diagram_tweak_constraint"),
)
#: The kinds of boundaries that stand for the machines of somebody else.
PROVIDERS: Final = frozenset({"network-cloud-provider", "network-dedicated-hoster"})
DEPTH: Final = 8


def recognises(document: Document) -> int:
    """Tell whether a document is a Threagile model. Raises Refused where it is broken."""
    text = looks_like_text(document)
    if not _HEAD.search(text):
        return 0
    value = value_of(document)
    return BY_ITS_KEYS * (
        isinstance(value, dict)
        and ("threagile_version" in value or {"technical_assets", "data_assets"} <= set(value))
    )


def read(document: Document, asked: Asked) -> Imported:
    """Give what a model says. Raises Refused, UsageRefused, NothingToCheck."""
    return _Threagile(document, asked).made()


class _Threagile:
    """Makes the facts of one model."""

    def __init__(self, document: Document, asked: Asked) -> None:
        self.document = document
        self.elements = Elements(document, asked, "threat-model", "threagile")
        self.model = Model(self.elements)
        self.root = Node(value_of(document))
        self.roots = [self.root, *self._parts(self.root, document.name, 1)]
        self._runs_on: dict[str, list[str]] = {}
        self._boundaries = {node.glance("id") or key: node for key, node in self._entries("trust_boundaries")}
        self._passed: set[str] = set()

    def made(self) -> Imported:
        """Give the trees."""
        root, elements = self.root, self.elements
        elements.source(
            title=elements.words(root.get("title").text(), root.get("title")),
            date=root.get("date").text(),
            author=root.get("author").get("name").text(),
        )
        root.get("author").whole()
        for key, node in self._entries("data_assets"):
            self.model.data.declare(node.get("id").text() or key, node, title=key)
            node.knows(*OF_DATA)
        for key, node in self._entries("shared_runtimes"):
            self._runtime(key, node)
        assets = list(self._entries("technical_assets"))
        for key, node in assets:
            self._asset(key, node)
        for key, node in assets:
            self._links(node.get("id").text() or key, node)
        for key, node in self._entries("trust_boundaries"):
            self._boundary(key, node)
        self.model.data.tell()
        self._opinions()
        for each in self.roots:
            each.knows(*OF_THE_MODEL)
            elements.unknown_keys(each)
        return elements.made(THREAGILE_TITLE)

    def _entries(self, section: str) -> Iterator[tuple[str, Node]]:
        for root in self.roots:
            yield from root.get(section).entries()

    # parts

    def _parts(self, root: Node, inside: str, depth: int) -> list[Node]:
        """Give the roots of the parts that a model includes, from its own folder only. Raises Refused with every part that is not."""
        found: list[Node] = []
        wrong: list[Any] = []
        for way in root.get("includes").texts():
            pure = PurePosixPath(way)
            outside = pure.is_absolute() or ".." in pure.parts or "://" in way or "\\" in way or depth > DEPTH
            file = None if self.document.folder is None or outside else self.document.folder / way
            if file is None or leads_out(file):
                wrong.append(at_file(inside, problems.INCLUDES_OUTSIDE(path=way)))
            elif not file.is_file():
                wrong.append(at_file(inside, problems.INCLUDES_MISSING(path=way)))
            else:
                part = Document(
                    name=way, data=content(file), encoding=self.document.encoding, folder=self.document.folder
                )
                node = self.elements.part(part)
                found += [node, *self._parts(node, way, depth + 1)]
        sections = ("data_assets", "technical_assets", "trust_boundaries", "shared_runtimes")
        for section in sections if depth == 1 else ():
            told = [key for each in (root, *found) for key in (_keys(each.value, section))]
            wrong += [at_file(inside, problems.TOLD_TWICE(key=key)) for key in told if told.count(key) > 1]
        if wrong:
            raise Refused(wrong)
        return found

    # elements

    def _runtime(self, key: str, node: Node) -> None:
        title = self.elements.words(key, node)
        name = self.model.host(
            f"runtime {key}", node, title, {"operator": UNKNOWN}, own=node.get("id").text() or key
        )
        for asset in node.get("technical_assets_running").texts():
            self._runs_on.setdefault(asset, []).append(name)
        node.knows("description", "tags")

    def _asset(self, key: str, node: Node) -> None:
        elements = self.elements
        own = node.get("id").text() or key
        title = elements.words(key, node)
        node.knows(*OF_AN_ASSET)
        if node.get("out_of_scope").is_true:
            reason = node.get("justification_out_of_scope").text()
            elements.decision(node, ": ".join(filter(None, [title, "out_of_scope", reason])))
        kind = elements.word(node.get("type"), KINDS, "type")
        external = kind == "external-entity"
        if external and node.get("used_as_client_by_human").is_true:
            self.model.people(own, node, title)
            node.get("data_assets_stored").whole()
            owner = node.glance("owner")
            if elements.companies.described(owner) or has_form(owner):
                elements.leave(node.get("owner"), "prose", f"{title}: {owner}")
            return
        program = (kind, elements.word(node.get("size"), SIZES, "size")) == ("process", "application")
        entry: Tree = {"kind": "application"} if program else {}
        entry["operator"] = self._operator(node.get("owner"))
        runs_on = [name for name in self._runs_on.get(own, []) if name]
        if runs_on:
            entry["runs_on"] = (
                runs_on[0] if len(runs_on) == 1 else noted(UNKNOWN, words.several(", ".join(runs_on)))
            )
        self.model.host(own, node, title, {**entry, **self._storage(node, title)})

    def _operator(self, owner: Node) -> str:
        if not owner.text():
            return UNKNOWN
        said = self.elements.words(owner.text(), owner)
        found = self.elements.company(said, owner, as_brand=False)
        if not found and exactly(said) not in NOBODY:
            self.elements.once(owner, "no-company", said)
            self.elements.say("same", said)
        return found or UNKNOWN

    def _storage(self, node: Node, title: str) -> Tree:
        stored, encryption = node.get("data_assets_stored"), node.get("encryption")
        said = encryption.text()
        if said not in ("", "none") and said not in ENCRYPTED:
            self.elements.leave(encryption, "no-such-word", f"encryption {said}")
        if not stored.value:
            return {}
        made: Tree = {"keeps": self.model.data.carried(stored, title)}
        if said == "none":
            made["at_rest"] = "plain"
        elif said in ENCRYPTED:
            made["at_rest"] = noted("encrypted", words.BELOW) if said == "transparent" else "encrypted"
            made["keys"] = noted(UNKNOWN, words.END_USER_KEY) if said in END_USER else UNKNOWN
        if len(made["keeps"]) == 1:
            made["keeps"] = made["keeps"][0]
        return made

    def _links(self, own: str, node: Node) -> None:
        for key, link in node.get("communication_links").entries():
            link.knows(*OF_A_LINK)
            title = self.elements.words(key, link)
            from_ = self.model.end(own, node)
            to = self.model.end(link.get("target").text(), link.get("target"))
            sent, received = link.get("data_assets_sent"), link.get("data_assets_received")
            if not sent.value and not received.value:
                self.elements.leave(link, "carries-nothing", title)
                link.knows("protocol", "vpn")
                continue
            fields = self._protected(link)
            each = Sent(own=f"{own}-{key}", node=link, title=title, from_=from_, to=to, fields=fields)
            if sent.value:
                self.model.flow(each, self.model.data.carried(sent, title))
            if received.value:
                self.model.flow(each, self.model.data.carried(received, words.reply(title)["en"]), back=True)

    def _protected(self, link: Node) -> Tree:
        protocol, vpn = link.get("protocol"), link.get("vpn").is_true
        said = protocol.text()
        if said in SAME_MACHINE:
            return {"network": "same-machine"}
        if said in TLS:
            return {"transport": "tls"}
        if said in TUNNEL:
            return {"transport": noted("vpn", words.says(said))}
        if said not in {*CLEAR, *NOT_TOLD, "unknown-protocol", ""}:
            self.elements.leave(protocol, "no-such-word", f"protocol {said}")
        if vpn:
            return {"transport": "vpn"}
        if said in CLEAR:
            return {"transport": "none"}
        if said in NOT_TOLD:
            return {"transport": noted(UNKNOWN, words.no_encrypted_word(said))}
        return {"transport": noted(UNKNOWN, words.says(said)) if said else UNKNOWN}

    def _boundary(self, key: str, node: Node) -> None:
        node.knows("id", "description", "tags", "type")
        title = self.elements.words(key, node)
        self.elements.leave(node, "title-is-no-place", title)
        if node.glance("type") in PROVIDERS:
            for each in self._within(node):
                name = self.model.end(each.text(), each)
                if name in self.elements.sections["hosts"]:
                    self.elements.ask(f"hosts.{name}.runs_on", each, "whose-machines", title)
        node.get("technical_assets_inside").whole()
        for nested in node.get("trust_boundaries_nested").items():
            if nested.text() and nested.text() not in self._boundaries:
                self.elements.leave(nested, "no-such-element", nested.text())

    def _within(self, node: Node) -> Iterator[Node]:
        """Give the assets inside a boundary and those nested in it, but not in that of another provider; none twice."""
        waiting = [node]
        while waiting:
            here = waiting.pop()
            yield from here.get("technical_assets_inside").items()
            for nested in here.get("trust_boundaries_nested").items():
                below = self._boundaries.get(nested.text())
                if below is None or nested.text() in self._passed or below.glance("type") in PROVIDERS:
                    continue
                self._passed.add(nested.text())
                waiting.append(below)

    # opinions

    def _opinions(self) -> None:
        for key, node in self._entries("questions"):
            if node.text():
                self.elements.leave(node, "prose", f"{key} {node.text()}")
            else:
                self.elements.open(node, key)
        for key, node in self._entries("risk_tracking"):
            said = [key, node.get("status").text(), node.get("justification").text()]
            if said[1] != "unchecked":
                self.elements.decision(node, " · ".join(filter(None, said)))
            node.whole()


def _keys(value: Any, section: str) -> list[str]:
    part = value.get(section) if isinstance(value, dict) else None
    return list(part) if isinstance(part, dict) else []


FORMAT = ImportFormat(title=THREAGILE_TITLE, looked_for=THREAGILE_BY, recognises=recognises, read=read)

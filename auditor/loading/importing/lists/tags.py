"""A tag container as it was read, whichever form it has, and its facts: whom its owner has set it up to call, when, with what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct, field

from auditor.loading.importing.elements import Elements
from auditor.loading.importing.format import Tree
from auditor.loading.importing.lists.scripts import Address
from auditor.loading.importing.lists.web import Web
from auditor.loading.importing.lists.words import listed
from auditor.model.case.imported import WhyAside
from auditor.model.vocabulary import UNKNOWN
from auditor.text import lists as words

#: The organisation that answers for Google's own tags to persons in the EEA.
GOOGLE: Final = "google-ie"
LIST: Final = "tags"
_SCHEMES: Final = {"https": "tls", "wss": "tls", "http": "none", "ws": "none"}


class Trigger(Struct, frozen=True):
    """When a tag is set off: a word of the case, empty where there is none for it; an event of the site or a kind of trigger."""

    word: str = ""
    event: str = ""
    kind: str = ""


class Tag(Struct, kw_only=True):
    """A tag: its number, where it stands, how it is called, and whom it is set up to call.

    `left` is why it becomes no flow, with words. `vendor` is what Google calls its type, `named` the vendor where no host of theirs is known,
    `functions` those of vendors' own scripts that it calls, each with a host of theirs. `consents` are the kinds of consent that it needs, `held_back` what else it waits for,
    `missing` triggers that are not in the file.
    """

    number: str
    at: str
    title: str
    google: bool = False
    by_permission: bool = False
    unknown_type: str = ""
    vendor: str = ""
    named: str = ""
    functions: dict[str, str] = field(default_factory=dict)
    addresses: list[Address] = field(default_factory=list)
    servers: list[Address] = field(default_factory=list)
    parameters: list[str] = field(default_factory=list)
    own_parameters: list[str] = field(default_factory=list)
    page: bool = False
    triggers: list[Trigger] = field(default_factory=list)
    consents: list[str] = field(default_factory=list)
    held_back: list[str] = field(default_factory=list)
    not_after: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    left: tuple[WhyAside, str] | None = None


class Container(Struct, kw_only=True):
    """A container: its number, title, day and place, whether it runs on a server, its tags, the containers it loads.

    `odd` are words for what it runs on that are none.
    """

    number: str
    title: str
    at: str
    day: str = ""
    server: bool = False
    odd: Sequence[str] = ()
    tags: Sequence[Tag] = ()
    zones: Sequence[str] = ()


class TagFacts:
    """Makes the facts of a container."""

    def __init__(self, elements: Elements, container: Container) -> None:
        self.elements = elements
        self.web = Web(elements)
        self.container = container
        self._server = ""

    def write(self) -> None:
        """Write the flows of all tags, and tell of those that become none."""
        container = self.container
        for word in container.odd:
            self.elements.leave(container.at, "no-such-word", f"usageContext {word}")
        if container.server:
            self._server = self.elements.own("hosts", "server", container.at)
            entry = {
                "title": words.TAGGING_SERVER,
                "operator": UNKNOWN,
                "source": self.elements.at(container.at),
            }
            self.elements.add("hosts", self._server, entry)
        elif container.tags:
            self.web.flow("container", GOOGLE, container.at, title=words.CONTAINER, known="inferred")
        for tag in container.tags:
            if self.elements.left_out(tag.at, tag.number, tag.title):
                continue
            if tag.left is not None:
                why, said = tag.left
                self.elements.leave(
                    tag.at, why, f"{tag.number} {tag.title}: {said}" if said else f"{tag.number} {tag.title}"
                )
            else:
                self._tag(tag)
        for zone in container.zones:
            self.elements.say("another-source", zone)

    def _tag(self, tag: Tag) -> None:
        for missing in tag.missing:
            self.elements.leave(tag.at, "no-such-element", missing)
        known: dict[str, list[Address]] = {}
        unknown: list[Address] = []
        for address in tag.addresses if not (tag.google and tag.servers) else ():
            if not address.host:
                unknown.append(address)
            elif self.web.is_own(address.host):
                self.elements.leave(tag.at, "own-pages", f"{tag.number} {tag.title}: {address.host}")
            else:
                known.setdefault(self.web.party(address.host, tag.at), []).append(address)
        for address in tag.servers:
            to = self.web.host(address.host, tag.at, note=words.TAGGING) if address.host else ""
            known.setdefault(to, []).append(address) if to else unknown.append(address)
        if tag.google and not tag.servers:
            known.setdefault(GOOGLE, [])
        by_function: dict[str, list[str]] = {}
        for function, host in tag.functions.items():
            to = self.web.party(host, tag.at)
            if to not in known:
                by_function.setdefault(to, []).append(function)
        known.update((to, []) for to in by_function)
        if tag.named:
            known.setdefault(self.web.company(tag.named, tag.at), [])
        if tag.unknown_type:
            self.elements.leave(tag.at, "no-such-word", tag.unknown_type)
            known.setdefault(UNKNOWN, [])
        if unknown:
            known.setdefault(UNKNOWN, []).extend(unknown)
        if not known:
            self.elements.leave(tag.at, "nobody-called", f"{tag.number} {tag.title}")
        for number, (to, addresses) in enumerate(known.items()):
            called = f"{tag.number} {self.web.called(to)}" if number else tag.number
            self._flow(tag, called, to, addresses, functions=by_function.get(to, []))

    def _flow(
        self, tag: Tag, called: str, to: str, addresses: Sequence[Address], *, functions: Sequence[str]
    ) -> None:
        fields: Tree = {"title": self.elements.words(tag.title, tag.at), "data": _data(tag)}
        consent = "true" if tag.consents else ""
        transport = _transport(addresses) if to != UNKNOWN else ""
        note = words.tag_note(
            permission=tag.by_permission and to != UNKNOWN,
            variables=sorted({each.variable for each in addresses if each.variable}),
            consents=tag.consents,
            parameters=tag.parameters,
            own=tag.own_parameters,
            held_back=tag.held_back,
            not_after=tag.not_after,
            kind=tag.unknown_type,
            vendor=tag.vendor,
            functions=functions,
        )
        if functions:
            fields["known"] = "inferred"
        if self._server:
            self._from_server(tag, called, to, {"transport": transport, "note": note})
            return
        when = _when(tag.triggers)
        fields.update(trigger=when, consent_first=consent, transport=transport, note=note)
        name = self.web.flow(called, to, tag.at, **fields)
        if isinstance(when, dict):
            events = dict.fromkeys(each.event or each.kind for each in tag.triggers)
            self.elements.ask(f"flows.{name}.trigger", tag.at, "when", ", ".join(filter(None, events)))

    def _from_server(self, tag: Tag, called: str, to: str, fields: Mapping[str, Any]) -> None:
        """Write what a tag on a server sends: whose data, and which, the container does not say."""
        elements = self.elements
        name = elements.own("flows", called, tag.at)
        data = [*dict.fromkeys(_data(tag)), UNKNOWN]
        entry: Tree = {
            "title": elements.words(tag.title, tag.at),
            "for": elements.activity(),
            "from": self._server,
        }
        elements.add(
            "flows", name, {**entry, "to": to, "data": data, **fields, "source": elements.at(tag.at)}
        )


def _data(tag: Tag) -> list[str]:
    known: Mapping[str, str] = listed(LIST)["parameters"]
    return [*(known[name] for name in tag.parameters), *(["page-address"] if tag.page else [])]


def _transport(addresses: Iterable[Address]) -> str:
    found = {_SCHEMES.get(each.scheme, "") for each in addresses}
    return found.pop() if len(found) == 1 else ""


def _when(triggers: Sequence[Trigger]) -> Any:
    """Give when a tag is set off; one that is set off on load, among others, is set off then."""
    named = {each.word for each in triggers if each.word}
    if "load" in named:
        return "load"
    if len(named) == 1 and all(each.word for each in triggers):
        return named.pop()
    kinds = [each.kind or each.word for each in triggers if not each.event]
    return {
        "value": UNKNOWN,
        "note": words.trigger_note([each.event for each in triggers if each.event], kinds),
    }


def word_of(table: str, stated: str) -> str:
    """Give the word for a kind of trigger or event; empty where there is none."""
    bare = stated.replace("_", "").lower() if table == "triggers" else stated
    return next((word for word, kinds in listed(LIST)[table].items() if bare in kinds), "")

"""From a capture to facts of a case: hosts, flows, what was seen of each recipient. Nothing of a value is in them.

The request is observed; who operates a host and what the names of parameters carry is inferred, so that these are flows of their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from auditor.loading.captures.ends import Ends, Known, Tree, id_of
from auditor.loading.captures.seen import seen_recipient
from auditor.loading.captures.visited import called, left_out, visited
from auditor.model.capture import CLEAR, Capture, Recipient
from auditor.model.case.captures import ConsentState, ParameterKind
from auditor.text import imports as words

#: States in which nobody was asked before the page was loaded, or nobody is asked at all.
UNASKED: Final[frozenset[ConsentState]] = frozenset({"before-choice", "none-offered"})
#: States that a flow may take place in.
TOLD_STATES: Final[frozenset[ConsentState]] = UNASKED | {"refused", "accepted"}
#: The category of data of each kind of parameter that is inferred.
INFERRED: Final[dict[ParameterKind, str]] = {
    "contact": "contact", "hashed-contact": "contact", "page-address": "page-address", "title": "page-title",
    "position": "location", "search-words": "search-words", "health-words": "health",
}  # fmt: skip
VISITORS: Final = "visitors"


class Asked(Struct, frozen=True, kw_only=True):
    """How a capture is imported: under which name, in which state of consent, for which activity, of which people."""

    name: str
    state: ConsentState = "unknown"
    activity: str = ""
    people: str = ""
    knowledge_as_of: str = ""


class Imported(Struct, frozen=True, kw_only=True):
    """The facts of a capture, a tree as a file of a case has it, and hosts that people wrote and that were used, by domain."""

    tree: Tree
    own: dict[str, str]


def facts(capture: Capture, asked: Asked, known: Known) -> Imported:
    """Give the facts of `capture`. They depend on nothing else, and come in the same order each time."""
    return _Making(capture, asked, known).made()


def digests(capture: Capture) -> tuple[str, str]:
    """Give the SHA-256 of all that was read in a capture but who answers for hosts, and that of the third hosts called."""
    bare = [replace(each, operator=None) for each in capture.recipients]
    whole = [capture.sites, capture.skipped, capture.noise, capture.cut, bare]
    hosts = sorted({each.host for each in capture.third_parties})
    return sha256(msgspec.json.encode(whole)).hexdigest(), sha256("\n".join(hosts).encode()).hexdigest()


class _Making:
    """One capture on its way to facts."""

    def __init__(self, capture: Capture, asked: Asked, known: Known) -> None:
        self.capture = capture
        self.asked = asked
        self.known = known
        self.ends = Ends(known)
        self.flows: dict[str, Tree] = {}
        self.data: dict[str, Tree] = {}
        self.place = next(iter(capture.sites), "") or next(
            (page.application for page in capture.pages if page.application), capture.files[0].name
        )
        self.sources = {
            file.sha256: f"capture-{asked.name}{'' if not number else f'-{number + 1}'}"
            for number, file in enumerate(capture.files)
        }
        self.people = asked.people or (known.people[0] if len(known.people) == 1 else VISITORS)
        self.activity = asked.activity or (
            known.activities[0] if len(known.activities) == 1 else f"visits-{id_of(self.place)}"
        )

    def made(self) -> Imported:
        """Give the tree."""
        groups: dict[tuple[str, str], list[Recipient]] = defaultdict(list)
        for each in called(self.capture):
            groups[self._page(each.page), self.ends.recipient(each)].append(each)
        self._own_in_clear()
        several = len({page for page, _ in groups}) > 1
        rows = [
            self._seen(page, to, hosts, suffix=f"-{page}" if several else "")
            for (page, to), hosts in groups.items()
        ]
        tree: Tree = {"sources": self._sources(), "captures": {self.asked.name: self._record(rows)}}
        if self.people not in self.known.people and self.people == VISITORS:
            tree["people"] = {VISITORS: {"title": words.VISITORS}}
        if self.data:
            tree["data"] = self.data
        if self.activity not in self.known.activities:
            tree["activities"] = {self.activity: self._visits()}
        return Imported(
            tree={**tree, "hosts": self.ends.hosts, "flows": self.flows},
            own=dict(sorted(self.ends.own.items())),
        )

    def at(self, pointer: str) -> str:
        """Give a pointer into a file as a source of the case."""
        sha, _, rest = pointer.removeprefix("sha256:").partition("#")
        return f"{self.sources.get(sha, self.sources[self.capture.files[0].sha256])}#{rest}"

    def _page(self, number: int) -> str:
        page = next((each for each in self.capture.pages if each.number == number), None)
        if page is not None and page.application:
            return self.ends.application(page.application)
        host = page.host if page is not None else ""
        return self.ends.page(host or self.place)

    def _seen(self, page: str, to: str, hosts: list[Recipient], suffix: str) -> Tree:
        """Make the flows of what was sent from a page to a recipient, and give what is kept of it."""
        told = [each for each in hosts if each.requests > sum(each.noise.values())]
        made = list(self._flows(page, to, told, f"{self.asked.name}-{to}{suffix}")) if told else []
        self.flows.update(made)
        return seen_recipient(hosts, page=page, to=to, flows=[name for name, _ in made], at=self.at)

    def _own_in_clear(self) -> None:
        """Make a flow of what was sent in clear to the site itself, of which an import says nothing else.

        What names of parameters carry is told where all that went to a host went in clear.
        """
        pages: dict[str, list[Recipient]] = defaultdict(list)
        for each in visited(self.capture):
            if each.party == "first" and each.clear and not each.cloaking:
                pages[self._page(each.page)].append(each)
        for page, hosts in pages.items():
            whole = [each for each in hosts if each.clear == each.requests]
            first = min(hosts, key=lambda each: each.first)
            base = {**self._base(page, page, self.at(first.pointer)), "transport": "none"}
            for field in ("embedded_in", "loads", "consent_first"):
                base.pop(field, None)
            domain, name = (
                ", ".join(dict.fromkeys(each.domain for each in hosts)),
                f"{self.asked.name}-{page}",
            )
            title = words.request(domain, self.asked.state, clear=True)
            self.flows[f"{name}-clear"] = {**base, "title": title, "data": ["device"], "content": "none"}
            inferred = self._inferred(whole)
            if inferred:
                self.flows[f"{name}-clear-kinds"] = self._of_kinds(base, domain, whole, inferred)

    def _flows(self, page: str, to: str, hosts: list[Recipient], name: str) -> Iterator[tuple[str, Tree]]:
        first = min(hosts, key=lambda each: each.first)
        sent = [each for each in hosts if each.sent]
        domain = self.ends.hosts[to]["title"] if to in self.ends.hosts else first.domain
        base = self._base(page, to, self.at(min(sent or hosts, key=lambda each: each.first).pointer))
        state = self.asked.state
        if not sent:
            yield name, {**base, "title": words.request(domain, state), "attempted": "true"}
            return
        clear = any(each.clear for each in sent)
        sealed = any(each.schemes.keys() - CLEAR for each in sent)
        read = (
            {"reads_terminal": "true"} if any(each.cookies_sent or each.cookies_set for each in sent) else {}
        )
        told = {**self._referrer(sent), **read}
        data = ["device", *(["page-address"] if any("full" in each.referrer for each in sent) else [])]
        transport = {"transport": "tls"} if sealed else {"transport": "none"} if clear else {}
        title = words.request(domain, state, clear=clear and not sealed)
        yield name, {**base, "title": title, "data": data, **transport, "content": "none", **told}
        if clear and sealed:
            title = words.request(domain, state, clear=True)
            yield (
                f"{name}-clear",
                {**base, "title": title, "data": ["device"], "transport": "none", "content": "none"},
            )
        inferred = [each for each in self._inferred(sent) if each not in data]
        if inferred:
            yield f"{name}-kinds", self._of_kinds({**base, **transport, **told}, domain, sent, inferred)

    def _base(self, page: str, to: str, at: str) -> Tree:
        """Give what all flows of a capture say."""
        site = self.capture.place != "application"
        base: Tree = {"for": self.activity, "from": self.people if site else page, "to": to}
        if site:
            base["embedded_in"] = page
            if self.asked.state in UNASKED:
                base |= {"loads": "at-once", "consent_first": "false"}
        if self.asked.state in TOLD_STATES:
            base["consent_state"] = self.asked.state
        return {**base, "source": at}

    def _of_kinds(self, said: Tree, domain: str, sent: list[Recipient], data: list[str]) -> Tree:
        """Give the flow of what the names of parameters let one infer: its data is inferred, the request is observed."""
        at = next(
            self.at(each.pointer)
            for recipient in sent
            for each in recipient.parameters
            if any(INFERRED.get(kind.kind) in data for kind in each.kinds)
        )
        observed: Tree = {
            field: {"value": said[field], "known": "observed"}
            for field in (
                "loads",
                "consent_first",
                "consent_state",
                "transport",
                "referrer",
                "reads_terminal",
            )
            if field in said
        }
        title = words.request(domain, self.asked.state, kinds=True)
        for each in data:
            if each in words.DATA:
                self.data[each] = {"title": words.DATA[each], "is": "personal"}
        return {
            **said,
            **observed,
            "title": title,
            "data": data,
            "content": "none",
            "known": "inferred",
            "source": at,
        }

    def _inferred(self, sent: Sequence[Recipient]) -> list[str]:
        kinds = {kind.kind for each in sent for parameter in each.parameters for kind in parameter.kinds}
        return sorted({INFERRED[kind] for kind in kinds if kind in INFERRED})

    def _referrer(self, sent: Sequence[Recipient]) -> Tree:
        """Tell whether the address of the page went along; that it did not is told only where all requests show it."""
        found: Counter[str] = sum((Counter(each.referrer) for each in sent), Counter())
        if found["full"]:
            return {"referrer": "sent"}
        kinds = {kind.kind for each in sent for parameter in each.parameters for kind in parameter.kinds}
        shown = found["origin"] + found["none"] == sum(each.requests for each in sent)
        if shown and "page-address" not in kinds:
            return {"referrer": "stripped"}
        return {}

    def _visits(self) -> Tree:
        return {"title": words.visits(self.place), "people": self.people, "data": ["device"]}

    def _sources(self) -> Tree:
        date = self.capture.started[:10]
        return {
            self.sources[file.sha256]: {
                "kind": "capture",
                "title": words.capture(self.place, self.capture.producer),
                **({"date": date} if date else {}),
                **(
                    {"publisher": f"{self.capture.producer} {self.capture.version}".strip()}
                    if self.capture.producer
                    else {}
                ),
                "sha256": file.sha256,
            }
            for file in self.capture.files
        }

    def _record(self, rows: Iterable[Tree]) -> Tree:
        capture = self.capture
        observation, hosts = digests(capture)
        said: dict[str, Any] = {
            "kind": capture.files[0].kind,
            "sha256": [file.sha256 for file in capture.files],
            "observation": observation,
            "hosts": hosts,
            "state": self.asked.state,
            "producer": capture.producer,
            "version": capture.version,
            "started": capture.started,
            "ended": capture.ended,
            "sites": capture.sites,
            "entries": str(capture.entries),
            "requests": str(capture.requests),
            "first_party": str(capture.requests_first_party),
            "attempted": str(capture.attempted),
            "failed": str(capture.failed),
            "insecure": str(capture.insecure),
            "cut": "" if capture.cut is None else str(capture.cut),
            "cannot_show": list(capture.cannot_show),
            "skipped": {name: str(count) for name, count in _skipped(capture).items()},
            "noise": {name: str(count) for name, count in capture.noise.items()},
            "public_suffix_list": capture.public_suffix_list,
            "parameters_as_of": capture.parameters_as_of,
            "knowledge_as_of": self.asked.knowledge_as_of,
            "recipients": list(rows),
            "source": self.sources[capture.files[0].sha256],
        }
        return {name: value for name, value in said.items() if value not in ("", [], {})}


def _skipped(capture: Capture) -> dict[str, int]:
    """Count what made no fact: entries that could not be read, and requests of pages of other sites."""
    elsewhere = sum(left_out(capture).values())
    return {**capture.skipped, **({"other-site": elsewhere} if elsewhere else {})}

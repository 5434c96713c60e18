"""What a capture shows: who was called, when, with which names of parameters. No value of a capture is in these types.

A capture is what a browser, a proxy or a telephone recorded of one visit or one use: a HAR, a report of a collector, a list.
"""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

from auditor.model.case.captures import Blind, FileKind, ParameterKind
from auditor.model.scalars import Date, Day

#: Where a name stands in a request.
ParameterPlace = Literal["query", "body", "path"]

Party = Literal["first", "third"]

#: How the site of a page is known.
SiteBy = Literal["given", "url", "title", "document", "none"]

#: Why an entry was left aside.
Skipped = Literal[
    "not-an-object", "no-request", "no-url", "bad-url", "not-a-host", "other-line",
]  # fmt: skip

#: What was counted and makes no flow.
Noise = Literal[
    "favicon", "ocsp", "extension", "browser", "data", "blob", "about", "file", "other-scheme", "proxy", "not-a-request",
]  # fmt: skip

#: Schemes that send what they carry unencrypted.
CLEAR: Final = frozenset({"http", "ws"})


class CaptureFile(Struct, frozen=True):
    """One file: its name as given, its bytes and their SHA-256, what it is, and the member read of an archive."""

    name: str
    sha256: str
    bytes: int
    kind: FileKind
    packed: Literal["", "gzip", "zip"] = ""
    member: str = ""
    encoding: Literal["utf-8", "utf-16", "utf-32"] = "utf-8"
    replaced: int = 0


class CapturePage(Struct, frozen=True):
    """A page of the capture, or an application: its host and sites where known, how they are known, when it began.

    `number` counts from 1; 0 is no page. `application` is the package or bundle of a telephone's application.
    """

    number: int
    host: str = ""
    sites: list[str] = []
    by: SiteBy = "none"
    application: str = ""
    started: str = ""
    pointer: str = ""


class KindOf(Struct, frozen=True, order=True):
    """What a name seems to carry, inferred: the kind, the rule that says so and its date."""

    kind: ParameterKind
    rule: str
    as_of: Date


class Parameter(Struct, frozen=True):
    """The name of a parameter: where it stands, in how many requests, the most characters its value had, a pointer to one."""

    place: ParameterPlace
    name: str
    requests: int
    longest: int
    pointer: str
    kinds: list[KindOf] = []


class CookieName(Struct, frozen=True):
    """The name of a cookie that was sent or set, in how many requests, and a pointer to one."""

    name: str
    requests: int
    pointer: str


class Initiator(Struct, frozen=True):
    """What made a host be called: the kind as the producer writes it and the host of the script or document."""

    kind: str
    host: str
    requests: int


class Operator(Struct, frozen=True):
    """Who answers for a host, inferred from what named it: an organisation of the knowledge base, or a brand, which is a name.

    With `customers`, what is at the host belongs to a customer of the operator; `customer` is its name where a list has one.
    """

    layer: Literal["organisations", "brands"]
    name: str
    domain: str
    organisation: str = ""
    roles: list[str] = []
    customers: bool = False
    customer: str = ""
    source: str = ""
    as_of: Date = ""
    status: str = "unverified"


class Cloaking(Struct, frozen=True):
    """Why a host of the site may be somebody else's: it shares an address with `host`, or is an alias of it; suspected only."""

    by: Literal["address", "dns"]
    host: str


class Recipient(Struct, frozen=True):
    """A host as it was called from one page.

    `first` and `last` are positions of entries, from 0; `offset` is in milliseconds from the start of the capture, None where
    no time is told. `noise` counts requests that a browser makes of its own accord. `domain` is the registrable domain by the ICANN part of the public suffix list, `site` by the whole list.
    `sent` and `attempted` add up to `requests`: what brought no status, no bytes and no
    redirect was attempted only. `failed` counts those that the producer says ended without an answer (status 0), some of which brought
    bytes. `clear` counts those that left in clear: not what was attempted only, nor what the browser itself turned to HTTPS (HSTS).
    """

    page: int
    host: str
    domain: str
    site: str
    party: Party
    requests: int
    sent: int
    attempted: int
    failed: int
    first: int
    last: int
    pointer: str
    offset: int | None = None
    methods: list[str] = []
    schemes: dict[str, int] = {}
    bodies: int = 0
    parameters: list[Parameter] = []
    cookies_sent: list[CookieName] = []
    cookies_set: list[CookieName] = []
    referrer: dict[str, int] = {}
    initiators: list[Initiator] = []
    redirected_from: list[str] = []
    addresses: list[str] = []
    unlisted: int = 0
    noise: dict[str, int] = {}
    operator: Operator | None = None
    cloaking: list[Cloaking] = []
    clear: int = 0

    @property
    def flows(self) -> bool:
        """Whether any of the requests was sent, and is none that a browser makes of its own accord."""
        return self.requests > sum(self.noise.values()) and self.sent > 0


class Candidate(Struct, frozen=True):
    """A site that may be the one that was visited: how many requests went there, how many named it as where they came from."""

    site: str
    requests: int
    referred: int


class Capture(Struct, frozen=True):
    """A capture as read: what made it, when, its pages and sites, and who was called.

    `requests` counts those over http, https and websockets; `entries` all that the file holds. `cut` is the number of entries
    after which the file breaks off, None where it is whole.
    """

    files: list[CaptureFile]
    producer: str
    version: str
    started: str
    ended: str
    pages: list[CapturePage]
    sites: list[str]
    entries: int
    requests: int
    requests_first_party: int
    attempted: int
    failed: int
    insecure: int
    recipients: list[Recipient]
    skipped: dict[str, int]
    noise: dict[str, int]
    cannot_show: list[Blind]
    candidates: list[Candidate]
    public_suffix_list: Day
    parameters_as_of: Date
    cut: int | None = None
    slow: bool = False
    cookies_recorded: bool = False
    place: Literal["site", "application", "unknown"] = "unknown"

    @property
    def third_parties(self) -> list[Recipient]:
        """The hosts that are of no site of their page, in order of their first entry."""
        return [each for each in self.recipients if each.party == "third"]

    @property
    def readable(self) -> bool:
        """Whether anything at all was read: a request, or something that is counted and makes none."""
        return bool(self.requests or self.noise)

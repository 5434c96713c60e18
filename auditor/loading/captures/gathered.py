"""What entries come to, gathered by page and host while they stream by; no value of an entry stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final, Literal, NamedTuple

from auditor.errors import Refused, at_file
from auditor.loading.captures.hosts import Address, parted
from auditor.loading.captures.names import Found
from auditor.loading.captures.rules import ParameterRules, parameter_rules
from auditor.model.capture import KindOf, ParameterPlace
from auditor.text.problems import capture as words

#: How many hosts by page, how many names by host, and how many addresses of requests are kept.
MOST_HOSTS: Final = 20_000
MOST_NAMES: Final = 400
MOST_LINKED: Final = 50_000
#: How many hosts a value that is an address may name before the rest is left aside.
MOST_NAMED: Final = 20

#: The page of an entry as the producer names it; None where it names none.
PageKey = str | None
CookieAt = Literal["sent", "set"]


class Name:
    """A parameter of one host: how often, how long at most, where first, what it seems to carry, which pages its values name."""

    __slots__ = ("addresses", "at", "kinds", "last", "longest", "requests")

    def __init__(self, at: str) -> None:
        self.at = at
        self.requests = 0
        self.last = ""
        self.longest = 0
        self.kinds: set[KindOf] = set()
        self.addresses: set[tuple[str, bool]] = set()


class Called:
    """A host as called from one page."""

    __slots__ = (
        "addresses", "attempted", "bodies", "clear", "cookies_sent", "cookies_set", "failed", "first", "initiators", "last", "methods", "names",
        "noise", "pointer", "redirected", "referrer", "requests", "schemes", "time", "unlisted",
    )  # fmt: skip

    def __init__(self, first: int, pointer: str) -> None:
        self.first = self.last = first
        self.pointer = pointer
        self.requests = self.attempted = self.failed = self.bodies = self.unlisted = self.clear = 0
        self.time: float | None = None
        self.methods: set[str] = set()
        self.schemes: Counter[str] = Counter()
        self.referrer: Counter[str] = Counter()
        self.noise: Counter[str] = Counter()
        self.names: dict[tuple[ParameterPlace, str], Name] = {}
        self.cookies_sent: dict[str, list[str | int]] = {}
        self.cookies_set: dict[str, list[str | int]] = {}
        self.initiators: Counter[tuple[str, str]] = Counter()
        self.redirected: set[str] = set()
        self.addresses: set[str] = set()

    def named(self, found: Found, base: str, host: str, rules: ParameterRules) -> None:
        """Take the name of a parameter, and what its value shows; the value is dropped."""
        key = (found.place, found.name)
        name = self.names.get(key)
        if name is None:
            if len(self.names) >= MOST_NAMES:
                self.unlisted += 1
                return
            name = self.names[key] = Name(base + found.at)
        name.requests += name.last != base
        name.last = base
        value = found.value
        if not value:
            return
        name.longest = max(name.longest, len(value))
        name.kinds.update(rules.kinds(found.name, value, host))
        if "http" in value[:8] and len(name.addresses) < MOST_NAMED:
            address = parted(value)
            if address is not None and address.host:
                name.addresses.add((address.host, is_full(address)))

    def cookies(self, which: CookieAt, found: Iterable[tuple[str, str]], base: str) -> None:
        """Take the names of cookies sent or set with where they stand below `base`."""
        kept = self.cookies_sent if which == "sent" else self.cookies_set
        for name, at in found:
            if name in kept:
                kept[name][1] = int(kept[name][1]) + 1
            elif len(kept) < MOST_NAMES:
                kept[name] = [base + at, 1]
            else:
                self.unlisted += 1


def is_full(address: Address) -> bool:
    """Tell whether an address says more than an origin: a path or a query."""
    return address.path not in ("", "/") or bool(address.query)


class Redirect(NamedTuple):
    """Where a request was sent on from: its host, and the host and digest of where it was sent."""

    host: str
    to: str
    digest: bytes


class Gathered:
    """Everything gathered from the entries of one capture."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rules = parameter_rules()
        self.called: dict[tuple[PageKey, str], Called] = {}
        self.skipped: Counter[str] = Counter()
        self.noise: Counter[str] = Counter()
        self.entries = 0
        self.first_time: float | None = None
        self.last_time: float | None = None
        self.documents: Counter[tuple[PageKey, str]] = Counter()
        self.referred: Counter[str] = Counter()
        self.redirects: dict[bytes, Redirect] = {}
        self.requested: dict[bytes, tuple[PageKey, str]] = {}
        self.cookies_recorded = False

    def of(self, page: PageKey, host: str, at: int, pointer: str) -> Called:
        """Give what is gathered of a host for a page. Raises Refused where there are too many."""
        key = (page, host)
        found = self.called.get(key)
        if found is None:
            if len(self.called) >= MOST_HOSTS:
                raise Refused([at_file(self.name, words.MANY_HOSTS(limit=MOST_HOSTS))])
            found = self.called[key] = Called(at, pointer)
        found.first = min(found.first, at)
        found.last = max(found.last, at)
        found.requests += 1
        return found

    def at(self, time: float | None, called: Called) -> None:
        """Take the moment of a request, in seconds."""
        if time is None:
            return
        called.time = time if called.time is None else min(called.time, time)
        self.first_time = time if self.first_time is None else min(self.first_time, time)
        self.last_time = time if self.last_time is None else max(self.last_time, time)

    def sent_on(self, url: str, host: str, to: str) -> None:
        """Take a redirect from `url` to `to`."""
        address = parted(to)
        if address is not None and address.host and len(self.redirects) < MOST_LINKED:
            self.redirects[digest(url)] = Redirect(host, address.host, digest(to))

    def link(self) -> None:
        """Tell each host from which hosts requests were sent on to it."""
        for redirect in self.redirects.values():
            key = self.requested.get(redirect.digest)
            if key is not None and key[1] != redirect.host:
                self.called[key].redirected.add(redirect.host)


def digest(url: str) -> bytes:
    """Give what tells one URL from another, without the part after the hash sign."""
    return blake2b(url.partition("#")[0].rstrip("/").encode("utf-8", "replace"), digest_size=12).digest()

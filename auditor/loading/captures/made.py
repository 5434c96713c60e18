"""From what was gathered to the capture: parties, domains, operators, what may be cloaked, in an order that never changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from auditor.loading.captures.attributed import Known
from auditor.loading.captures.gathered import Called, Gathered
from auditor.loading.captures.hosts import domain_of, list_day, site_of
from auditor.loading.captures.moments import told
from auditor.loading.captures.pages import Pages
from auditor.model.capture import (
    CLEAR,
    Candidate,
    Capture,
    CaptureFile,
    Cloaking,
    CookieName,
    Initiator,
    KindOf,
    Parameter,
    Recipient,
)  # fmt: skip
from auditor.model.case.captures import Blind

#: An address that so many domains share is that of a proxy or a large host, and says nothing of who is behind a name.
SHARED_BY: Final = 4
#: How many sites are told that may be the one visited.
MOST_CANDIDATES: Final = 10
EMPTY: Final[dict[str, str]] = {}


class About(Struct, frozen=True, kw_only=True):
    """What is told of a capture beside its requests."""

    files: list[CaptureFile]
    producer: str = ""
    version: str = ""
    started: str = ""
    ended: str = ""
    cannot_show: Sequence[Blind] = ()
    cut: int | None = None
    slow: bool = False
    application: bool = False


def made(
    gathered: Gathered,
    pages: Pages,
    about: About,
    known: Known,
    aliases: Mapping[str, str] = EMPTY,
) -> Capture:
    """Give the capture of what was gathered; `aliases` are those of a DNS file, by name."""
    gathered.link()
    by_page: dict[tuple[int, str], list[Called]] = defaultdict(list)
    for (key, host), called in gathered.called.items():
        by_page[pages.number(key), host].append(called)
    making = _Making(pages, gathered, about.files[0].sha256, known)
    recipients = [making.recipient(_together(each), page, host) for (page, host), each in by_page.items()]
    recipients = _cloaked(sorted(recipients, key=lambda each: (each.first, each.page, each.host)), aliases)
    first_party = sum(each.requests for each in recipients if each.party == "first")
    requests = sum(each.requests for each in recipients)
    return Capture(
        files=about.files,
        producer=about.producer,
        version=about.version,
        started=about.started or told(gathered.first_time),
        ended=about.ended or told(gathered.last_time),
        pages=pages.pages,
        sites=pages.sites,
        entries=gathered.entries,
        requests=requests,
        requests_first_party=first_party,
        attempted=sum(each.attempted for each in recipients),
        failed=sum(each.failed for each in recipients),
        insecure=sum(
            count for each in recipients for scheme, count in each.schemes.items() if scheme in CLEAR
        ),
        recipients=recipients,
        skipped=_counted(gathered.skipped),
        noise=_counted(gathered.noise),
        cannot_show=list(about.cannot_show),
        candidates=[] if pages.sites or about.application else _candidates(gathered),
        public_suffix_list=list_day(),
        parameters_as_of=gathered.rules.as_of,
        cut=about.cut,
        slow=about.slow,
        cookies_recorded=gathered.cookies_recorded,
        place="application" if about.application else "site" if pages.sites else "unknown",
    )


def _counted(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items()))


def _together(parts: list[Called]) -> Called:
    """Give what entries that name a page and entries that name none come to together."""
    whole, *others = sorted(parts, key=lambda each: each.first)
    for part in others:
        whole.last = max(whole.last, part.last)
        whole.requests += part.requests
        whole.attempted += part.attempted
        whole.failed += part.failed
        whole.bodies += part.bodies
        whole.clear += part.clear
        whole.unlisted += part.unlisted
        times = [time for time in (whole.time, part.time) if time is not None]
        whole.time = min(times, default=None)
        whole.methods |= part.methods
        whole.schemes += part.schemes
        whole.referrer += part.referrer
        whole.noise += part.noise
        whole.initiators += part.initiators
        whole.redirected |= part.redirected
        whole.addresses |= part.addresses
        for key, name in part.names.items():
            kept = whole.names.setdefault(key, name)
            if kept is not name:
                kept.requests += name.requests
                kept.longest = max(kept.longest, name.longest)
                kept.kinds |= name.kinds
                kept.addresses |= name.addresses
        for here, there in ((whole.cookies_sent, part.cookies_sent), (whole.cookies_set, part.cookies_set)):
            for cookie, (at, count) in there.items():
                known = here.setdefault(cookie, [at, 0])
                known[1] = int(known[1]) + int(count)
    return whole


class _Making(NamedTuple):
    """What recipients are made with."""

    pages: Pages
    gathered: Gathered
    sha: str
    known: Known

    def pointer(self, at: str) -> str:
        return f"sha256:{self.sha}#{at}"

    def cookies(self, kept: dict[str, list[str | int]]) -> list[CookieName]:
        return [
            CookieName(name, int(count), self.pointer(str(at))) for name, (at, count) in sorted(kept.items())
        ]

    def parameters(self, called: Called, page: int) -> list[Parameter]:
        return [
            Parameter(
                place=place,
                name=name,
                requests=found.requests,
                longest=found.longest,
                pointer=self.pointer(found.at),
                kinds=sorted({*found.kinds, *_of_pages(found.addresses, page, self.pages, self.gathered)}),
            )
            for (place, name), found in sorted(called.names.items())
        ]

    def recipient(self, called: Called, page: int, host: str) -> Recipient:
        start, time = self.gathered.first_time, called.time
        return Recipient(
            page=page,
            host=host,
            domain=domain_of(host),
            site=site_of(host),
            party="first" if self.pages.is_first(page, host) else "third",
            requests=called.requests,
            sent=called.requests - called.attempted,
            attempted=called.attempted,
            failed=called.failed,
            first=called.first,
            last=called.last,
            pointer=self.pointer(called.pointer),
            offset=None if time is None or start is None else round((time - start) * 1000),
            methods=sorted(called.methods),
            schemes=_counted(called.schemes),
            bodies=called.bodies,
            clear=called.clear,
            parameters=self.parameters(called, page),
            cookies_sent=self.cookies(called.cookies_sent),
            cookies_set=self.cookies(called.cookies_set),
            referrer=_counted(called.referrer),
            initiators=[
                Initiator(kind, by, count) for (kind, by), count in sorted(called.initiators.items())
            ],
            redirected_from=sorted(called.redirected),
            addresses=sorted(called.addresses),
            unlisted=called.unlisted,
            noise=_counted(called.noise),
            operator=self.known.operator(host),
        )


def _of_pages(addresses: set[tuple[str, bool]], page: int, pages: Pages, gathered: Gathered) -> list[KindOf]:
    """Give what values that are addresses of the page itself carry: all of it, or its origin."""
    rule = gathered.rules.address
    if rule is None:
        return []
    return [
        KindOf("page-address" if full else "page-origin", rule.id, rule.as_of)
        for host, full in addresses
        if pages.is_first(page, host)
    ]


def _cloaked(recipients: list[Recipient], aliases: Mapping[str, str]) -> list[Recipient]:
    """Give the recipients, with what suggests that a host of the site is somebody else's."""
    third: dict[str, set[str]] = defaultdict(set)
    domains: dict[str, set[str]] = defaultdict(set)
    for each in recipients:
        for address in each.addresses:
            domains[address].add(each.domain)
            if each.party == "third" and _public(address):
                third[address].add(each.host)
    found = []
    for each in recipients:
        reasons: set[tuple[str, str]] = set()
        if each.party == "first":
            for address in each.addresses:
                if len(domains[address]) < SHARED_BY:
                    reasons |= {("address", host) for host in third[address]}
            target = _end(each.host, aliases)
            if target and site_of(target) != each.site:
                reasons.add(("dns", target))
        cloaking = [Cloaking("dns" if by == "dns" else "address", host) for by, host in sorted(reasons)]
        found.append(replace(each, cloaking=cloaking) if cloaking else each)
    return found


def _public(address: str) -> bool:
    try:
        return ip_address(address).is_global
    except ValueError:
        return False


def _end(host: str, aliases: Mapping[str, str]) -> str:
    """Give what a host is an alias of in the end, empty where it is none."""
    found = ""
    for _ in range(16):
        following = aliases.get(found or host, "")
        if not following:
            return found
        found = following
    return found


def _candidates(gathered: Gathered) -> list[Candidate]:
    """Give the sites that may be the one visited, those that most requests say they come from first."""
    requests: Counter[str] = Counter()
    referred: Counter[str] = Counter()
    for (_, host), called in gathered.called.items():
        requests[site_of(host)] += called.requests
    for host, count in gathered.referred.items():
        referred[site_of(host)] += count
    ranked = sorted(requests, key=lambda site: (-referred[site], -requests[site], site))
    return [Candidate(site, requests[site], referred[site]) for site in ranked[:MOST_CANDIDATES]]

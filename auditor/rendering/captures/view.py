"""A capture by registrable domain of third parties, as people and programs are shown it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from auditor.model.capture import (
    CLEAR,
    Candidate,
    Capture,
    CaptureFile,
    CapturePage,
    Cloaking,
    Operator,
    Recipient,
)
from auditor.model.case.captures import Blind, ConsentState
from auditor.model.scalars import Date, Day


class ThirdParty(Struct, frozen=True):
    """A registrable domain that is of no site of its page: what went to all its hosts together, and each of its hosts.

    `first_entry` is the position of the first entry, `first_at` is in milliseconds from the start.
    """

    domain: str
    requests: int
    sent: int
    attempted: int
    failed: int
    insecure: int
    browser: int
    first_entry: int
    first_at: int | None
    bodies: int
    kinds: list[str]
    cookies_sent: list[str]
    cookies_set: list[str]
    operator: Operator | None
    customers: bool
    pointer: str
    hosts: list[Recipient]


class FirstParty(Struct, frozen=True):
    """A host of the site, and what suggests that somebody else answers there."""

    host: str
    requests: int
    pointer: str
    cloaking: list[Cloaking]


class Shown(Struct, frozen=True):
    """A capture as it is shown.

    `attributed` is the share of third-party requests whose operator has a name, in percent, `attributed_by_knowledge` that of those
    whose operator the knowledge base names.
    """

    files: list[CaptureFile]
    producer: str
    version: str
    state: ConsentState
    started: str
    ended: str
    place: str
    sites: list[str]
    pages: list[CapturePage]
    candidates: list[Candidate]
    entries: int
    requests: int
    requests_first_party: int
    attempted: int
    failed: int
    insecure: int
    cut: int | None
    slow: bool
    skipped: dict[str, int]
    noise: dict[str, int]
    cookies_recorded: bool
    cannot_show: list[Blind]
    attributed: int
    attributed_by_knowledge: int
    public_suffix_list: Day
    parameters_as_of: Date
    third_parties: list[ThirdParty]
    first_parties: list[FirstParty]


def shown(capture: Capture) -> Shown:
    """Give a capture by domain, domains in order of their first entry."""
    by_domain: dict[str, list[Recipient]] = {}
    for each in capture.third_parties:
        by_domain.setdefault(each.domain, []).append(each)
    third = [_third(domain, hosts) for domain, hosts in by_domain.items()]
    requests = sum(each.requests for each in third)
    operated = [
        (host.operator.layer, host.requests) for each in third for host in each.hosts if host.operator
    ]
    named = sum(count for _, count in operated)
    known = sum(count for layer, count in operated if layer == "organisations")
    return Shown(
        files=capture.files,
        producer=capture.producer,
        version=capture.version,
        state="unknown",
        started=capture.started,
        ended=capture.ended,
        place=capture.place,
        sites=capture.sites,
        pages=capture.pages,
        candidates=capture.candidates,
        entries=capture.entries,
        requests=capture.requests,
        requests_first_party=capture.requests_first_party,
        attempted=capture.attempted,
        failed=capture.failed,
        insecure=capture.insecure,
        cut=capture.cut,
        slow=capture.slow,
        skipped=capture.skipped,
        noise=capture.noise,
        cookies_recorded=capture.cookies_recorded,
        cannot_show=capture.cannot_show,
        attributed=_percent(named, requests),
        attributed_by_knowledge=_percent(known, requests),
        public_suffix_list=capture.public_suffix_list,
        parameters_as_of=capture.parameters_as_of,
        third_parties=third,
        first_parties=[
            FirstParty(each.host, each.requests, each.pointer, each.cloaking)
            for each in capture.recipients
            if each.party == "first"
        ],
    )


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def _third(domain: str, hosts: Sequence[Recipient]) -> ThirdParty:
    first = min(hosts, key=lambda each: each.first)
    times = [each.offset for each in hosts if each.offset is not None]

    return ThirdParty(
        domain=domain,
        requests=sum(each.requests for each in hosts),
        sent=sum(each.sent for each in hosts),
        attempted=sum(each.attempted for each in hosts),
        failed=sum(each.failed for each in hosts),
        insecure=sum(count for each in hosts for scheme, count in each.schemes.items() if scheme in CLEAR),
        browser=sum(count for each in hosts for count in each.noise.values()),
        first_entry=first.first,
        first_at=min(times, default=None),
        bodies=sum(each.bodies for each in hosts),
        kinds=sorted({kind.kind for each in hosts for name in each.parameters for kind in name.kinds}),
        cookies_sent=sorted({cookie.name for each in hosts for cookie in each.cookies_sent}),
        cookies_set=sorted({cookie.name for each in hosts for cookie in each.cookies_set}),
        operator=next((each.operator for each in hosts if each.operator is not None), None),
        customers=any(each.operator is not None and each.operator.customers for each in hosts),
        pointer=first.pointer,
        hosts=list(hosts),
    )

"""What collectors say of a visit without its requests: Blacklight's inspection and log, and website-evidence-collector's.

They list hosts, not requests: a host counts once. Lists of these collectors hold what is no host (nothing, words, `nan.…`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from auditor.loading.captures.gathered import Gathered, is_full
from auditor.loading.captures.hosts import SENT_BY, host_like, host_of, lies_in, named_host, parted, site_of
from auditor.loading.captures.moments import seconds, told
from auditor.loading.captures.names import in_path, in_query, shown
from auditor.loading.captures.pages import Pages
from auditor.model.capture import CLEAR, CapturePage, SiteBy

#: The lists of hosts: how Blacklight and website-evidence-collector call those of the site and the others.
LISTS: Final = ("first_party", "firstParty", "third_party", "thirdParty")


def is_inspection(root: dict[str, Any]) -> bool:
    """Tell whether an object is the inspection of a collector."""
    return isinstance(root.get("hosts"), dict) and isinstance(root.get("uri_ins"), str)


def is_evidence(root: dict[str, Any]) -> bool:
    """Tell whether an inspection is of website-evidence-collector."""
    requests = root["hosts"].get("requests")
    return isinstance(requests, dict) and ("thirdParty" in requests or "firstParty" in requests)


def add_hosts(gathered: Gathered, root: dict[str, Any]) -> None:
    """Take the hosts that an inspection says were called, once each, and the cookies it found."""
    requests = root["hosts"].get("requests")
    seen: set[str] = set()
    number = 0
    for name in LISTS:
        listed = requests.get(name) if isinstance(requests, dict) else None
        for place, host in enumerate(listed if isinstance(listed, list) else ()):
            gathered.entries += 1
            sound = named_host(host) if isinstance(host, str) else ""
            if not _is_called(sound):
                gathered.skipped["not-a-host"] += 1
            elif sound not in seen:
                seen.add(sound)
                gathered.of(None, sound, number, f"/hosts/requests/{name}/{place}")
                number += 1
    listed = root.get("cookies")
    reports = root.get("reports")
    at = "/cookies"
    if listed is None and isinstance(reports, dict):
        listed, at = reports.get("cookies"), "/reports/cookies"
    add_cookies(gathered, listed, at)


def _is_called(host: str) -> bool:
    """Tell whether a name in a list is a host: a word without a dot is none, save this machine itself."""
    return host == "localhost" or ("." in host and not host.startswith("nan."))


def add_cookies(gathered: Gathered, listed: Any, at: str) -> None:
    """Take cookies found in the browser, with the host that the domain of each names where that host was called."""
    if not isinstance(listed, list):
        return
    gathered.cookies_recorded = True
    for number, cookie in enumerate(listed):
        if not isinstance(cookie, dict) or not isinstance(cookie.get("name"), str):
            continue
        domain = cookie.get("domain")
        place = host_of(domain.lstrip(".")) if isinstance(domain, str) else ""
        for (_, host), called in gathered.called.items():
            if place and lies_in(host, place):
                called.cookies("set", [(shown(cookie["name"]), f"{at}/{number}")], "")
                break


def inspection_pages(root: dict[str, Any], given: Sequence[str]) -> Pages:
    """Give the page of an inspection: the address that was asked for, and where it ended."""
    host = host_like(root["uri_ins"])
    sites = [site_of(host)] if host else []
    ends = root.get("uri_redirects")
    for each in (*(ends if isinstance(ends, list) else ()), root.get("uri_dest")):
        end = host_like(each) if isinstance(each, str) else ""
        if end and site_of(end) not in sites:
            sites.append(site_of(end))
    page = CapturePage(
        number=1,
        host=host,
        sites=list(given) or sites,
        by="given" if given else "url" if host else "none",
        started=told(seconds(root.get("start_time"))),
        pointer="/uri_ins",
    )
    return Pages([page], {}, given)


class Log:
    """The log of Blacklight: requests that a list of trackers knows, and on which page scripts were watched."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._pages: Counter[str] = Counter()

    def add(self, number: int, event: dict[str, Any]) -> None:
        """Take the event in a line of the log."""
        gathered = self._gathered
        gathered.entries += 1
        message = event.get("message")
        if not isinstance(message, dict):
            gathered.noise["not-a-request"] += 1
            return
        url = message.get("url")
        address = parted(url) if isinstance(url, str) else None
        if message.get("type") != "TrackingRequest":
            gathered.noise["not-a-request"] += 1
            if address is not None and address.scheme in SENT_BY and address.host != "localhost":
                self._pages[address.host] += 1
            return
        if address is None or address.scheme not in SENT_BY or not address.host:
            gathered.skipped["bad-url"] += 1
            return
        base = f"/{number}/message"
        called = gathered.of(None, address.host, number, f"{base}/url")
        called.schemes[address.scheme] += 1
        called.clear += address.scheme in CLEAR
        for found in (*in_query(address.query, None), *in_path(address.path)):
            called.named(found, base, address.host, gathered.rules)
        gathered.at(seconds(event.get("timestamp")), called)
        for source in _stack(message):
            called.initiators["script" if is_full(source) else "other", source.host] += 1
            self._pages[source.host] += 1
            break

    def pages(self, given: Sequence[str]) -> Pages:
        """Give the page: the host that most of what was watched was on."""
        host, count = self._pages.most_common(1)[0] if self._pages else ("", 0)
        if 2 * count <= sum(self._pages.values()):
            host = ""
        sites = list(given) or ([site_of(host)] if host else [])
        by: SiteBy = "given" if given else "url" if host else "none"
        return Pages([CapturePage(number=1, host=host, sites=sites, by=by, pointer="")], {}, given)


def _stack(message: dict[str, Any]) -> Iterator[Any]:
    stack = message.get("stack")
    for frame in stack if isinstance(stack, list) else ():
        name = frame.get("fileName") if isinstance(frame, dict) else None
        address = parted(name) if isinstance(name, str) else None
        if address is not None and address.host:
            yield address

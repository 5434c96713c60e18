"""Which part of a capture is of the sites that were visited: a visitor who goes on to another site records what that one loads.

What a main document is sent on to is one visit with it, and so is a page of another site between two of the first: a banner or a login of
its own. Pages of several sites otherwise are several visits, of which nothing tells which one is meant.
"""

from __future__ import annotations

from collections import Counter

from auditor.loading.captures.hosts import site_of
from auditor.model.capture import Capture, Recipient


def visited(capture: Capture) -> list[Recipient]:
    """Give what was called from pages of the sites of the capture, and from no page or one whose host is not known.

    Where no page is known to be of these sites, nothing tells what another page would be, and all is given.
    """
    elsewhere = _elsewhere(capture)
    return [each for each in capture.recipients if each.page not in elsewhere]


def visits(capture: Capture) -> list[list[str]]:
    """Give the sites of each visit, as far as pages tell them themselves, in the order of the pages."""
    groups: list[set[str]] = []
    order: list[set[str]] = []
    for page in capture.pages:
        if not page.sites or page.by == "given":
            continue
        joined = set(page.sites)
        for group in [each for each in groups if each & joined]:
            joined |= group
            groups.remove(group)
        groups.append(joined)
        order.append(joined)
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    for at, sites in enumerate(order):
        key = next(tuple(sorted(group)) for group in groups if sites <= group)
        found[key] = (found.get(key, (at, at))[0], at)
    return [
        list(sites)
        for sites, (first, last) in found.items()
        if not any(start < first and last < end for start, end in found.values())
    ]


def called(capture: Capture) -> list[Recipient]:
    """Give the recipients that facts are made of: third parties, and hosts of the site that may be somebody else's."""
    return [each for each in visited(capture) if each.party == "third" or each.cloaking]


def left_out(capture: Capture) -> dict[str, int]:
    """Count the requests of pages of other sites, by the site of the page."""
    elsewhere = _elsewhere(capture)
    found: Counter[str] = Counter()
    for each in capture.recipients:
        if each.page in elsewhere:
            found[elsewhere[each.page]] += each.requests
    return dict(sorted(found.items()))


def _elsewhere(capture: Capture) -> dict[int, str]:
    """Give the site of each page that is of another one than those of the capture."""
    sites = {page.number: site_of(page.host) for page in capture.pages if page.host}
    if not set(sites.values()) & set(capture.sites):
        return {}
    return {number: site for number, site in sites.items() if site not in capture.sites}

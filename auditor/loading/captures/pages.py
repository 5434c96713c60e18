"""Pages of a HAR and their sites: as given, else by the page's own URL, its title, or the only document that was asked for.

The first request is never taken for the site, nor the first HTML: proxies, extensions and filtered exports begin elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from auditor.loading.captures.gathered import Gathered, PageKey, digest
from auditor.loading.captures.hosts import host_like, site_of
from auditor.loading.captures.moments import seconds, told
from auditor.model.capture import CapturePage, SiteBy

#: How many pages are read, and how many redirects of a main document are followed.
MOST_PAGES: Final = 1000
MOST_REDIRECTS: Final = 20


class Pages:
    """The pages of a capture, and which of them an entry is of."""

    def __init__(self, pages: list[CapturePage], keys: dict[PageKey, int], given: Sequence[str] = ()) -> None:
        self.pages = pages
        self._keys = keys
        self._every = sorted({site for page in pages for site in page.sites} | set(given))
        self._sites = {page.number: frozenset(page.sites) for page in pages}

    @property
    def sites(self) -> list[str]:
        """The sites of all pages."""
        return self._every

    def number(self, key: PageKey) -> int:
        """Give the number of the page that an entry names; 0 where it names none, or one that is not there, of several."""
        found = self._keys.get(key, 0)
        return found or (1 if len(self.pages) == 1 else 0)

    def is_first(self, number: int, host: str) -> bool:
        """Tell whether a host is of a site of its page; for requests of no page, of any page."""
        sites = self._sites.get(number)
        return site_of(host) in (self._every if sites is None else sites)


def har_pages(log: dict[str, Any], gathered: Gathered, given: Sequence[str]) -> Pages:
    """Give the pages of a HAR, with their sites as `given` or as far as the capture tells them."""
    listed = log.get("pages")
    listed = (
        [each for each in listed[:MOST_PAGES] if isinstance(each, dict)] if isinstance(listed, list) else []
    )
    keys: dict[PageKey, int] = {}
    pages = []
    for number, page in enumerate(listed, 1):
        key = page.get("id")
        if isinstance(key, str):
            keys.setdefault(key, number)
        document = _own(gathered, key, of=len(listed))
        pages.append(_page(page, number, document, given=given, gathered=gathered))
    if not pages:
        hosts = {host for (_, host), _ in gathered.documents.items()}
        host = next(iter(hosts)) if len(hosts) == 1 and sum(gathered.documents.values()) == 1 else ""
        if host or given:
            by: SiteBy = "given" if given else "document"
            sites = list(given) or _with_redirects(host, b"", gathered)
            pages.append(
                CapturePage(number=1, host="" if given else host, sites=sites, by=by, pointer="/log/entries")
            )
    return Pages(pages, keys, given)


def _own(gathered: Gathered, key: Any, of: int) -> str:
    """Give the host of the only document that was asked for from a page."""
    found = [
        host
        for (page, host), count in gathered.documents.items()
        if page == key or (of == 1 and page is None)
        for _ in range(count)
    ]
    return found[0] if len(found) == 1 else ""


def _page(
    page: dict[str, Any], number: int, document: str, *, given: Sequence[str], gathered: Gathered
) -> CapturePage:
    pointer = f"/log/pages/{number - 1}"
    host, by, address = _host(page, document)
    sites = list(given) or (
        _with_redirects(host, digest(address) if address else b"", gathered) if host else []
    )
    started = page.get("startedDateTime")
    return CapturePage(
        number=number,
        host=host,
        sites=sites,
        by="given" if given else by,
        started=told(seconds(started)),
        pointer=pointer,
    )


def _host(page: dict[str, Any], document: str) -> tuple[str, SiteBy, str]:
    """Give the host of a page, by what it is known, and the URL it was known by."""
    meta = page.get("_meta")
    own = [page.get(name) for name in ("_URL", "_url", "url")]
    own += [meta.get("url")] if isinstance(meta, dict) else []
    for each in own:
        if isinstance(each, str) and (host := host_like(each)):
            return host, "url", each
    title = page.get("title")
    if isinstance(title, str) and (host := host_like(title)):
        return host, "title", title.strip()
    return (document, "document", "") if document else ("", "none", "")


def _with_redirects(host: str, start: bytes, gathered: Gathered) -> list[str]:
    """Give the site of a host, and those that its main document was sent on to."""
    sites = [site_of(host)]
    at = start
    for _ in range(MOST_REDIRECTS):
        redirect = gathered.redirects.get(at)
        if redirect is None:
            break
        site = site_of(redirect.to)
        if site not in sites:
            sites.append(site)
        at = redirect.digest
    return sites

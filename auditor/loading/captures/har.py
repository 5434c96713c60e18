"""HAR 1.1 and 1.2, as browsers, proxies and collectors write it: read entry by entry, tolerant of what they do differently.

The form is that of the HAR 1.2 specification; names that begin with an underscore are additions of producers.
"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urljoin

import msgspec
from msgspec import Struct

from auditor.loading.captures import names
from auditor.loading.captures.gathered import MOST_LINKED, Called, Gathered, PageKey, digest, is_full
from auditor.loading.captures.hosts import SENT_BY, Address, host_of, parted
from auditor.loading.captures.moments import seconds
from auditor.loading.captures.rules import noise_of
from auditor.loading.files.json_text import anything
from auditor.model.capture import CLEAR, Skipped
from auditor.model.numbers import whole

#: The members of HAR 1.2, and the additions of producers that are read;
#: others are neither copied nor named.
MEMBERS: Final = frozenset(
    {
        "log",
        "entries",
        "version",
        "creator",
        "browser",
        "pages",
        "id",
        "title",
        "pageTimings",
        "pageref",
        "startedDateTime",
        "time",
        "request",
        "response",
        "cache",
        "timings",
        "serverIPAddress",
        "connection",
        "method",
        "url",
        "httpVersion",
        "cookies",
        "headers",
        "queryString",
        "postData",
        "headersSize",
        "bodySize",
        "status",
        "statusText",
        "content",
        "redirectURL",
        "mimeType",
        "text",
        "size",
        "compression",
        "encoding",
        "onContentLoad",
        "onLoad",
        "blocked",
        "dns",
        "connect",
        "send",
        "wait",
        "receive",
        "ssl",
        "beforeRequest",
        "afterRequest",
        "expires",
        "lastAccess",
        "eTag",
        "hitCount",
        "_URL",
        "_url",
        "_meta",
        "_ip_addr",
        "_initiator",
        "_initiator_type",
        "_resourceType",
        "_webSocketMessages",
        "_transferSize",
        "_blocked_queueing",
        "_tweasel",
        "apps",
        "startDate",
        "endDate",
    }
)
#: The header of an answer that a browser gives itself, as the site wants encryption (HSTS): nothing was sent in clear.
UPGRADED: Final = "non-authoritative-reason"
#: Headers of requests and responses that are looked at.
WANTED: Final = frozenset(
    {"referer", "cookie", "set-cookie", "location", "sec-fetch-dest", "content-type", UPGRADED}
)
BODILESS: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "CONNECT"})
METHODS: Final = frozenset({*BODILESS, "POST", "PUT", "PATCH", "DELETE"})
NOISE: Final = {
    "data": "data", "blob": "blob", "about": "about", "file": "file", "chrome-extension": "extension",
    "moz-extension": "extension", "safari-web-extension": "extension", "ms-browser-extension": "extension",
    "chrome": "browser", "devtools": "browser", "edge": "browser", "resource": "browser",
}  # fmt: skip
#: What a producer may call the kind of an initiator.
INITIATORS: Final = frozenset(
    {"parser", "script", "preload", "preflight", "redirect", "other", "SignedExchange", "frame", "stylesheet"}
)


class Header(Struct, gc=False):
    """A header; there are more of them than of anything else."""

    name: Any = None
    value: Any = None


#: What may stand where something else should.
Plain = str | float | bool | None
Other = list[Any] | Plain
Headers = list[Header | Other] | dict[str, Any] | Plain


class Request(Struct):
    """A request, as far as it must be of a type; the rest is looked at where it is used."""

    url: str
    method: Any = ""
    headers: Headers = None
    queryString: Any = None  # noqa: N815
    cookies: Any = None
    postData: Any = None  # noqa: N815
    bodySize: Any = None  # noqa: N815


class Content(Struct):
    """What came back, of which only the size is looked at."""

    size: Any = None


class Response(Struct):
    """A response, of which nothing must be of a type; what it does not name here is not even decoded."""

    status: Any = None
    headers: Headers = None
    cookies: Any = None
    redirectURL: Any = None  # noqa: N815
    content: Content | Other = None
    bodySize: Any = None  # noqa: N815
    headersSize: Any = None  # noqa: N815


NONE: Final = Response()


class Entry(Struct):
    """An entry; a response may be missing."""

    request: Request
    response: Response | Other = None
    pageref: Any = None
    startedDateTime: Any = None  # noqa: N815
    serverIPAddress: Any = None  # noqa: N815
    ip: Any = msgspec.field(default=None, name="_ip_addr")
    initiator: Any = msgspec.field(default=None, name="_initiator")
    initiator_type: Any = msgspec.field(default=None, name="_initiator_type")
    resource: Any = msgspec.field(default=None, name="_resourceType")


def add(gathered: Gathered, number: int, raw: Any) -> None:
    """Take one entry, decoded as an Entry or not. What cannot be read is counted by its reason."""
    gathered.entries += 1
    try:
        entry = raw if isinstance(raw, Entry) else msgspec.convert(raw, Entry)
    except msgspec.ValidationError:
        gathered.skipped[_why(raw)] += 1
        return
    address = parted(entry.request.url)
    if address is None:
        gathered.skipped["bad-url" if entry.request.url else "no-url"] += 1
        return
    method = entry.request.method if isinstance(entry.request.method, str) else ""
    if method == "CONNECT":
        gathered.noise["proxy"] += 1
    elif address.scheme not in SENT_BY:
        gathered.noise[NOISE.get(address.scheme, "other-scheme")] += 1
    elif not address.host:
        gathered.skipped["not-a-host"] += 1
    else:
        _request(gathered, number, entry, address, method=method.upper())


def _why(raw: Any) -> Skipped:
    if not isinstance(raw, dict):
        return "not-an-object"
    request = raw.get("request")
    if not isinstance(request, dict):
        return "no-request"
    return "no-url" if request.get("url") is None else "bad-url"


def _request(gathered: Gathered, number: int, entry: Entry, address: Address, *, method: str) -> None:
    request, url, host = entry.request, entry.request.url, address.host
    page: PageKey = entry.pageref if isinstance(entry.pageref, str) and entry.pageref else None
    base = f"/log/entries/{number}"
    called = gathered.of(page, host, number, f"{base}/request/url")
    headers, headers_at = _headers(request.headers)
    called.methods.add(method if method in METHODS else "other")
    called.schemes[address.scheme] += 1
    sent = _response(gathered, entry, called, base, url=url)
    favicon = address.path.endswith("/favicon.ico")
    called.clear += sent and not favicon and address.scheme in CLEAR
    referrer = parted(headers.get("referer", ""))
    by = _initiator(entry)
    if by is not None:
        called.initiators[by] += 1
    if referrer is not None:
        called.referrer["full" if is_full(referrer) else "origin"] += 1
        if referrer.host:
            gathered.referred[referrer.host] += 1
    else:
        called.referrer["none" if headers else "unknown"] += 1
    cookies = names.cookies_sent(
        request.cookies, headers.get("cookie", ""), f"/headers/{headers_at.get('cookie', 0)}"
    )
    called.cookies("sent", cookies, f"{base}/request")
    gathered.cookies_recorded |= bool(cookies)
    _names(gathered, called, request, address, base=f"{base}/request", sends=method not in BODILESS)
    if method not in BODILESS and _has_body(request):
        called.bodies += 1
    gathered.at(seconds(entry.startedDateTime), called)
    ip = _ip(entry.serverIPAddress) or _ip(entry.ip)
    if ip and len(called.addresses) < 50:
        called.addresses.add(ip)
    if headers.get("sec-fetch-dest") == "document":
        gathered.documents[page, host] += 1
    if favicon:
        called.noise["favicon"] += 1
    elif (noise := noise_of(host)) and (noise == "ocsp" or (referrer is None and by is None)):
        called.noise[noise] += 1
    if len(gathered.requested) < MOST_LINKED:
        gathered.requested.setdefault(digest(url), (page, host))


def _names(
    gathered: Gathered, called: Called, request: Request, address: Address, *, base: str, sends: bool
) -> None:
    rules, host = gathered.rules, address.host
    for found in names.in_query(address.query, request.queryString):
        called.named(found, base, host, rules)
    for found in names.in_path(address.path):
        called.named(found, base, host, rules)
    if sends and request.postData:
        for found in names.in_body(request.postData):
            called.named(found, base, host, rules)


def _response(gathered: Gathered, entry: Entry, called: Called, base: str, *, url: str) -> bool:
    """Take what came back: where the request was sent on to, which cookies were set; tell whether it left the browser at all."""
    response = entry.response if isinstance(entry.response, Response) else NONE
    headers, headers_at = _headers(response.headers)
    to = response.redirectURL or headers.get("location", "")
    status = _number(response.status)
    if isinstance(to, str) and to and (300 <= status < 400 or status <= 0):
        gathered.sent_on(url, _place(url), urljoin(url, to) if ":" not in to[:10] else to)
    else:
        to = ""
    called.failed += response.status == 0
    attempted = status <= 0 and not to and not _bytes(response)
    called.attempted += attempted
    lines = (
        [(headers["set-cookie"], f"/headers/{headers_at['set-cookie']}")] if "set-cookie" in headers else []
    )
    made = names.cookies_set(response.cookies, lines)
    called.cookies("set", made, f"{base}/response")
    gathered.cookies_recorded |= bool(made)
    return not attempted and UPGRADED not in headers


def _place(url: str) -> str:
    address = parted(url)
    return "" if address is None else address.host


def _bytes(response: Response) -> bool:
    """Tell whether a response without a status brought anything."""
    size = _number(response.content.size) if isinstance(response.content, Content) else 0
    return size > 0 or _number(response.bodySize) > 0 or _number(response.headersSize) > 0


def _headers(listed: Headers) -> tuple[dict[str, str], dict[str, int]]:
    """Give the headers that are looked at by name in lower case, and their positions; set-cookie is joined by lines."""
    found: dict[str, str] = {}
    at: dict[str, int] = {}
    if isinstance(listed, dict):
        listed = [Header(name, value) for name, value in listed.items()]
    if not isinstance(listed, list):
        return found, at
    for number, each in enumerate(listed):
        if not isinstance(each, Header) or not isinstance(each.name, str):
            continue
        key = each.name.lower()
        if key in WANTED and isinstance(value := each.value, str):
            found[key] = f"{found[key]}\n{value}" if key in found and key == "set-cookie" else value
            at.setdefault(key, number)
    if listed and not found:
        found[""] = ""
    return found, at


def _has_body(request: Request) -> bool:
    posted = request.postData
    if isinstance(posted, dict):
        return bool(posted.get("text") or posted.get("params")) or _number(request.bodySize) > 0
    return bool(posted) or _number(request.bodySize) > 0


def _number(value: Any) -> float:
    if isinstance(value, str):
        return whole(value.strip()) or 0
    try:
        return float(value) if value is not None and not isinstance(value, (dict, list)) else 0
    except (ValueError, OverflowError):
        return 0


def _ip(text: Any) -> str:
    return host_of(text if text.startswith("[") else f"[{text}]") if isinstance(text, str) and text else ""


def _initiator(entry: Entry) -> tuple[str, str] | None:
    """Give the kind and the host of what made a request be sent, None where that is not told."""
    told, kind = entry.initiator, entry.initiator_type
    if isinstance(told, str) and told.lstrip().startswith("{"):
        told = anything(told)
        if told is None:
            return None
    if isinstance(told, dict):
        kind = told.get("type", kind)
        told = told.get("url") or _top(told.get("stack"))
    address = parted(told) if isinstance(told, str) else None
    host = "" if address is None else address.host
    if not host and not isinstance(kind, str):
        return None
    return (kind if isinstance(kind, str) and kind in INITIATORS else "other"), host


def _top(stack: Any) -> Any:
    """Give the address of the uppermost call of a stack that has one."""
    for _ in range(8):
        if not isinstance(stack, dict):
            return None
        frames = stack.get("callFrames")
        for frame in frames if isinstance(frames, list) else ():
            if isinstance(frame, dict) and frame.get("url"):
                return frame["url"]
        stack = stack.get("parent")
    return None

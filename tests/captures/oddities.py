"""What producers do differently, one capture each, with what must be read of it."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import Any

from msgspec import Struct

from tests.captures.making import SITE, entry, har, log

T = "https://a.tracker.example/p"


class Odd(Struct):
    """A capture, its third-party domains with their requests, and what else is told of it."""

    data: bytes
    third: dict[str, int]
    told: dict[str, Any] = {}


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return buffer.getvalue()


def lines(*values: Any) -> bytes:
    return "".join(f"{json.dumps(value)}\n" for value in values).encode()


ONE = {"tracker.example": 1}
PLAIN = har(entry(), entry(T))
WHOLE = {"sites": ["clinic.example"]}
IOS = {
    "type": "networkActivity",
    "domain": "a.tracker.example",
    "hits": 3,
    "bundleID": "app.one",
    "firstTimeStamp": "2026-03-01T10:00:00.000+01:00",
}
INSPECTION = {
    "uri_ins": SITE,
    "start_time": "2026-03-01T10:00:00.000Z",
    "script": {"version": {"npm": "3.0"}},
}

ODDITIES: dict[str, Odd] = {
    "plain": Odd(PLAIN, ONE, WHOLE),
    "byte order mark": Odd(b"\xef\xbb\xbf" + PLAIN, ONE, WHOLE),
    "utf-16 with a mark": Odd(PLAIN.decode().encode("utf-16"), ONE, WHOLE),
    "utf-16 without a mark": Odd(PLAIN.decode().encode("utf-16-be"), ONE, WHOLE),
    "utf-32": Odd(PLAIN.decode().encode("utf-32"), ONE, WHOLE),
    "gzip": Odd(gzip.compress(PLAIN), ONE, WHOLE),
    "two members of gzip": Odd(gzip.compress(PLAIN[:300]) + gzip.compress(PLAIN[300:]), ONE, WHOLE),
    "zip of Playwright": Odd(zipped(har__har=PLAIN, a1b2__html=b"<p>"), ONE, WHOLE),
    "bad UTF-8": Odd(PLAIN.replace(b"0123456789", b"01\xff\xfe456789"), ONE, WHOLE),
    "no pages": Odd(har(entry(), entry(T), pages=...), {"clinic.example": 1, **ONE}, {"sites": []}),
    "pages that are null": Odd(har(entry(T), pages=None), ONE, {"sites": []}),
    "a page without an id": Odd(har(entry(), entry(T), pages=[{"title": SITE}]), ONE, WHOLE),
    "an entry without pageref": Odd(har(entry(), entry(T, pageref=...)), ONE, WHOLE),
    "a pageref that no page has": Odd(har(entry(), entry(T, pageref="page_9")), ONE, WHOLE),
    "the title is a host": Odd(har(entry(), entry(T), pages=[{"id": "page_1", "title": "www.clinic.example"}]), ONE, WHOLE),
    "the address of the page is an addition": Odd(
        har(entry(), entry(T), pages=[{"id": "page_1", "title": "Clinic", "_URL": SITE}]), ONE, WHOLE
    ),
    "the site is the only document": Odd(
        har(
            entry(T),
            entry(request__headers=[{"name": "sec-fetch-dest", "value": "document"}]),
            pages=[{"id": "page_1", "title": "Clinic"}],
        ),
        ONE,
        WHOLE,
    ),
    "two documents and no page": Odd(
        har(
            *(entry(url, request__headers=[{"name": "Sec-Fetch-Dest", "value": "document"}]) for url in (SITE, T)),
            pages=[],
        ),
        {"clinic.example": 1, **ONE},
        {"sites": []},
    ),
    "the first request is not the site": Odd(har(entry("http://ocsp.ca.example/x"), entry(), entry(T)), {"ca.example": 1, **ONE}, {**WHOLE, "insecure": 1}),
    "the main document is sent on": Odd(
        har(
            entry(response__status=301, response__redirectURL="https://clinic.test.example2/a"),
            entry("https://clinic.test.example2/a"),
            entry(T),
        ),
        ONE,
        {"sites": ["clinic.example", "test.example2"]},
    ),
    "sites below a public suffix are told apart": Odd(
        har(
            entry("https://me.github.io/"),
            entry("https://you.github.io/x.js"),
            pages=[{"id": "page_1", "title": "https://me.github.io/"}],
        ),
        {"github.io": 1},
        {"sites": ["me.github.io"]},
    ),
    "no response": Odd(har(entry(), entry(T, response=...)), ONE, {**WHOLE, "attempted": 1, "failed": 0}),
    "status 0": Odd(
        har(entry(), entry(T, response__status=0, response__bodySize=0, response__content={"size": 0})),
        ONE,
        {**WHOLE, "attempted": 1, "failed": 1},
    ),
    "status 0 with bytes": Odd(har(entry(), entry(T, response__status=0)), ONE, {"attempted": 0, "failed": 1}),
    "status -2": Odd(
        har(entry(), entry(T, response__status=-2, response__bodySize=0, response__content={"size": 0})),
        ONE,
        {"attempted": 1, "failed": 0},
    ),
    "status as text": Odd(har(entry(), entry(T, response__status="200")), ONE, {"attempted": 0}),
    "status 0 that was sent on": Odd(
        har(entry(), entry(T, response__status=0, response__redirectURL="https://b.other.example/", response__bodySize=0, response__content={})),
        ONE,
        {"attempted": 0},
    ),
    "cookies as an object": Odd(har(entry(), entry(T, request__cookies={"uid": "1"})), ONE, {"cookies_recorded": True}),
    "cookies as text": Odd(har(entry(), entry(T, request__cookies="uid=1; b=2")), ONE, {"cookies_recorded": True}),
    "cookies in the header alone": Odd(
        har(entry(), entry(T, request__headers=[{"name": "cookie", "value": "uid=1"}])), ONE, {"cookies_recorded": True}
    ),
    "a cookie set in the header alone": Odd(
        har(entry(), entry(T, response__headers=[{"name": "Set-Cookie", "value": "uid=1; Path=/\nb=2"}])), ONE, {"cookies_recorded": True}
    ),
    "no cookies at all": Odd(PLAIN, ONE, {"cookies_recorded": False}),
    "headers as an object": Odd(har(entry(), entry(T, request__headers={"Cookie": "uid=1"})), ONE, {"cookies_recorded": True}),
    "postData on a GET": Odd(har(entry(), entry(T, request__postData={"mimeType": "", "params": []})), ONE),
    "postData as text": Odd(har(entry(), entry(T, request__method="POST", request__postData="a=1&b=2")), ONE),
    "entries that are no objects": Odd(har(entry(), None, 3, "x", [], entry(T)), ONE, {"skipped": {"not-an-object": 4}}),
    "entries without a request or an address": Odd(
        har(entry(), {"request": None}, {"request": {"method": "GET"}}, entry(T)), ONE, {"skipped": {"no-request": 1, "no-url": 1}}
    ),
    "an address that is none": Odd(har(entry(), entry("no address"), entry("https:///x"), entry("https://a b/"), entry(T)), ONE, {"skipped": {"bad-url": 1, "not-a-host": 2}}),
    "data, blob and an extension": Odd(
        har(entry(), entry("data:text/css,x"), entry("blob:https://x/1"), entry("chrome-extension://abc/x.js"), entry(T)),
        ONE,
        {"noise": {"blob": 1, "data": 1, "extension": 1}},
    ),
    "a tunnel": Odd(har(entry(), entry("http://a.tracker.example:443", request__method="CONNECT"), entry(T)), ONE, {"noise": {"proxy": 1}}),
    "addresses in brackets and elsewhere": Odd(har(entry(), entry(T, serverIPAddress="[2001:db8::1]"), entry(T, serverIPAddress="", _ip_addr="203.0.113.9")), {"tracker.example": 2}),
    "an initiator that is an object, a text, JSON in a text": Odd(
        har(
            entry(),
            entry(T, _initiator={"type": "script", "stack": {"callFrames": [{"url": SITE}]}}),
            entry(T, _initiator=SITE, _initiator_type="parser"),
            entry(T, _initiator=json.dumps({"type": "parser", "url": SITE})),
        ),
        {"tracker.example": 3},
    ),
    "a host in capitals, with a port, a user and a last dot": Odd(har(entry(), entry("https://u:p@A.Tracker.EXAMPLE.:8443/x")), ONE),
    "a host outside ASCII": Odd(har(entry(), entry("https://www.bücher.example/")), {"xn--bcher-kva.example": 1}),
    "an address instead of a host": Odd(har(entry(), entry("http://203.0.113.5/x"), entry("https://[2001:db8::5]/x")), {"203.0.113.5": 1, "2001:db8::5": 1}, {"insecure": 1}),
    "websockets": Odd(har(entry(), entry("ws://a.tracker.example/s", _webSocketMessages=[{"type": "send", "data": "x"}])), ONE, {"insecure": 1}),
    "times out of order, in other zones, and none": Odd(
        har(
            entry(startedDateTime="2026-03-01T12:00:01.123456+02:00"),
            entry(T, startedDateTime="2026-03-01T05:00:00-05:00"),
            entry(T, startedDateTime="yesterday"),
        ),
        {"tracker.example": 2},
        {"started": "2026-03-01T10:00:00.000Z", "ended": "2026-03-01T10:00:01.123Z"},
    ),
    "several pages of several sites": Odd(
        har(
            entry(),
            entry(T, pageref="page_2"),
            entry(SITE, pageref="page_2"),
            pages=[{"id": "page_1", "title": SITE}, {"id": "page_2", "title": T}],
        ),
        {"clinic.example": 1},
        {"sites": ["clinic.example", "tracker.example"]},
    ),
    "entries before pages": Odd(json.dumps({"log": {"entries": [entry(), entry(T)], "pages": [{"id": "page_1", "title": SITE}], "version": "1.2"}}).encode(), ONE, WHOLE),
    "HAR 1.1 without a version": Odd(har(entry(), entry(T), version=..., creator=...), ONE, {**WHOLE, "producer": ""}),
    "an application": Odd(har(entry(T), pages=[{"title": ""}], _tweasel={"apps": [{"id": "app.one"}]}), ONE, {"sites": [], "place": "application"}),
    "cut inside an entry": Odd(har(entry(), entry(T), entry(T))[:-400], ONE, {"cut": 2}),
    "broken after two entries": Odd(har(entry(), entry(T), entry(T)).replace(b'"time"', b'"time', 3).replace(b'"time"', b'"time'), {}, {"cut": 0}),
    "text after the object": Odd(PLAIN + b"\n<!-- saved -->", ONE, {"cut": 2}),
    "gzip that breaks off": Odd(gzip.compress(har(*(entry(f"{T}?n={n}") for n in range(4000))))[:-2000], {}, {"place": "unknown"}),
    "a privacy report of iOS": Odd(lines(IOS, {"type": "access", "category": "camera"}, {**IOS, "bundleID": "app.two"}), {"tracker.example": 6}, {"place": "application", "noise": {"not-a-request": 1}}),
    "a report of TrackerControl": Odd(
        b'"uid","daddr","time","uncertain","Tracker","Category","Package","App"\n"1","a.tracker.example","1712307431146","0","T","C","app.one","One"\n"1","","17","0","T","C","app.one","One"\n',
        ONE,
        {"place": "application", "skipped": {"not-a-host": 1}},
    ),
    "a list of hosts": Odd(b"# seen\na.tracker.example,2026\nhttps://b.other.example/x\n203.0.113.5\n", {**ONE, "other.example": 1, "203.0.113.5": 1}),
    "lists of a collector with what is no host": Odd(
        json.dumps({**INSPECTION, "hosts": {"requests": {"firstParty": ["www.clinic.example"], "thirdParty": ["a.tracker.example", None, "data", "nan.x.example", "www.clinic.example"]}}}).encode(),
        ONE,
        {**WHOLE, "skipped": {"not-a-host": 3}},
    ),
    "an inspection by Blacklight": Odd(
        json.dumps({**INSPECTION, "uri_dest": "https://clinic.test.example2/", "hosts": {"requests": {"first_party": [], "third_party": ["a.tracker.example", "clinic.test.example2"]}}}).encode(),
        ONE,
        {"sites": ["clinic.example", "test.example2"]},
    ),
    "a log of Blacklight": Odd(
        lines(
            {"level": "info", "message": "Started", "timestamp": "2026-03-01T10:00:00.000Z"},
            {"message": {"type": "TrackingRequest", "url": T, "stack": [{"fileName": SITE}]}, "timestamp": "2026-03-01T10:00:00.000Z"},
        ),
        ONE,
        {**WHOLE, "noise": {"not-a-request": 1}},
    ),
    "windows line ends": Odd(json.dumps(log(entry(), entry(T)), indent=1).replace("\n", "\r\n").encode(), ONE, WHOLE),
    "half of a pair of surrogates": Odd(PLAIN.replace(b"0123456789", b"\\ud83d"), ONE, WHOLE),
    "huge numbers": Odd(PLAIN.replace(b'"time": 12', b'"time": 1e400, "x": 123456789012345678901234567890'), ONE, WHOLE),
    "a port in clear that is not the usual": Odd(har(entry(), entry("http://a.tracker.example:8080/x")), ONE, {"insecure": 1}),
}  # fmt: skip

#: Oddities of which every third-party request is not told above, as the number read depends on where the packed file breaks off.
PARTLY = {"gzip that breaks off", "broken after two entries"}

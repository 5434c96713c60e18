"""Files that are broken, hostile or something else: refused with a reason, or read with a stated loss."""

from __future__ import annotations

import gzip
import json

from tests.captures.making import entry, har, log
from tests.captures.oddities import PLAIN, T, lines, zipped

#: Each file and what is said in English, as far as it tells why.
REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "spaces alone": (b" \n\t ", "empty"),
    "a mark alone": (b"\xef\xbb\xbf", "empty"),
    "words": (b"This page was visited on Monday.\n", "no capture"),
    "markdown": (b"Report - https://clinic.example/\n====\n\n* ### 12 found\n", "no capture"),
    "html": (b"<!doctype html><p>https://a.tracker.example/</p>", "no capture"),
    "null bytes": (b"\0" * 4000, "no capture"),
    "an image": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "no capture"),
    "a list in JSON": (b"[1, 2]", "no capture"),
    "a number": (b"12", "no capture"),
    "another object": (b'{"a": 1}', "no known capture"),
    "an object cut": (b'{"log": {"vers', "breaks off"),
    "a log that is a list": (b'{"log": [1, 2]}', "no known capture"),
    "entries that are an object": (b'{"log": {"entries": {"a": 1}} ', "breaks off"),
    "no quotes": (b"{log: {entries: []}}", "breaks off"),
    "gzip of nothing": (gzip.compress(b""), "empty"),
    "gzip that is none": (b"\x1f\x8b\x08\x00" + b"x" * 60, "damaged"),
    "gzip of gzip": (gzip.compress(gzip.compress(PLAIN)), "no capture"),
    "a zip without a HAR": (zipped(a__txt=b"x"), "no .har"),
    "a zip of two HARs": (zipped(a__har=PLAIN, b__har=PLAIN), "2 .har files"),
    "a zip that is cut": (zipped(har__har=PLAIN)[:200], "damaged"),
    "flows of mitmproxy": (b"131541:9:websocket;0:~8:response;126314:6:reason;", "mitmproxy"),
    "cards of Blacklight": (b'[{"title": "Result", "cards": []}]', "presentation"),
    "cookies alone": (json.dumps({"browser_cookies": [{"name": "a", "domain": "b.example"}]}).encode(), "only cookies"),
    "deep lists": (b'{"log": {"entries": [' + b"[" * 200_000, "nested more than"),
    "deep objects": (b'{"log": {"entries": [' + b'{"a":' * 200_000, "nested more than"),
    "deep before the log": (b'{"a": ' * 5000 + b"1", "nested more than"),
    "a name that is too long": (b'{"log": {"' + b"n" * 300_000 + b'": {"a": 1}, "entries": []}}', "or a name than 4096 bytes"),
    "an entry of many parts": (b'{"log": {"entries": [{"x": [' + b"[]," * 1_000_000 + b"1]}]}}", "24 MB"),
    "pages without end": (b'{"log": {"pages": [' + b'{"id": "p"},' * 400_000 + b"1]}}", "24 MB"),
    "hosts and other lines": (b"a.tracker.example\nnot a host at all\n", "no capture"),
}  # fmt: skip

#: Each file, how many requests are read of it, and what is lost of it.
LOSSY: dict[str, tuple[bytes, int, dict[str, int]]] = {
    "numbers for texts": (har(entry(T, request__url=5), entry(T)), 1, {"bad-url": 1}),
    "a request that is a list": (har({"request": []}, entry(T)), 1, {"no-request": 1}),
    "an address of a megabyte": (har(entry("https://" + "a" * 2**20 + ".example/"), entry(T)), 1, {"not-a-host": 1}),
    "entries null and true": (har(None, True, entry(T)), 1, {"not-an-object": 2}),
    "members of other types": (
        har(entry(T, request__headers=5, request__cookies=5, request__postData=[1], response__content="x", response__status=[], startedDateTime={}, serverIPAddress=[], _initiator=7)),
        1,
        {},
    ),
    "a log of which a line is broken": (lines({"message": "x"}) + b"{broken\n" + lines({"message": {"type": "TrackingRequest", "url": T}}), 1, {"not-an-object": 1}),
    "pages of other types": (json.dumps(log(entry(T), pages=[1, None, {"id": 5, "title": []}])).encode(), 1, {}),
    "a body that nests without end": (
        har(entry(T, request__method="POST", request__postData={"mimeType": "application/json", "text": "[" * 100_000})), 1, {},
    ),
}  # fmt: skip

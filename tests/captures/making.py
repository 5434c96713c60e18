"""Small captures for tests, made here: entries and files with one oddity each."""

from __future__ import annotations

import json
from typing import Any

SITE = "https://www.clinic.example/"


def entry(url: str = SITE, **changed: Any) -> dict[str, Any]:
    """An entry as most producers write it; `request__method="POST"` changes a member below."""
    made: dict[str, Any] = {
        "startedDateTime": "2026-03-01T10:00:00.000Z",
        "time": 12,
        "pageref": "page_1",
        "request": {
            "method": "GET",
            "url": url,
            "httpVersion": "h2",
            "headers": [{"name": "Referer", "value": SITE}],
            "queryString": [],
            "cookies": [],
            "headersSize": -1,
            "bodySize": 0,
        },
        "response": {
            "status": 200,
            "statusText": "OK",
            "httpVersion": "h2",
            "headers": [],
            "cookies": [],
            "content": {"size": 10, "mimeType": "text/plain", "text": "0123456789"},
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": 10,
        },
        "cache": {},
        "timings": {"send": 0, "wait": 1, "receive": 1},
        "serverIPAddress": "203.0.113.7",
    }
    for route, value in changed.items():
        *steps, last = route.split("__")
        at = made
        for step in steps:
            at = at[step]
        if value is ...:
            at.pop(last, None)
        else:
            at[last] = value
    return made


def log(*entries: Any, **changed: Any) -> dict[str, Any]:
    """A HAR of `entries`; `pages=...` leaves a member out."""
    made: dict[str, Any] = {
        "version": "1.2",
        "creator": {"name": "test", "version": "1"},
        "pages": [{"id": "page_1", "title": SITE, "startedDateTime": "2026-03-01T10:00:00.000Z"}],
        "entries": list(entries),
    }
    for name, value in changed.items():
        if value is ...:
            made.pop(name, None)
        else:
            made[name] = value
    return {"log": made}


def har(*entries: Any, **changed: Any) -> bytes:
    """The bytes of a HAR of `entries`."""
    return json.dumps(log(*entries, **changed)).encode()

"""What is kept of a capture: names, lengths and shapes, never a value."""

from __future__ import annotations

import json
import re
from typing import Any, Final
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

#: What a tool adds to an entry and does not change from run to run.
KEPT: Final = {"_initiator", "_resourceType"}
HASH: Final = re.compile(r"[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}")


def masked(har: dict[str, Any]) -> dict[str, Any]:
    """Give a capture with each value as so many `x`, without bodies of answers, ids of the run and addresses of its ports."""
    log = har["log"]
    ids = {page["id"]: f"page_{number}" for number, page in enumerate(log["pages"], 1)}
    for page in log["pages"]:
        page["id"] = ids[page["id"]]
    for entry in log["entries"]:
        for name in [name for name in entry if name.startswith("_") and name not in KEPT]:
            del entry[name]
        if "url" in entry.get("_initiator", {}):
            entry["_initiator"]["url"] = _url(entry["_initiator"]["url"])
        entry["pageref"] = ids[entry["pageref"]]
        _mask_request(entry["request"])
        _mask_response(entry["response"])
    return har


def _mask_request(request: dict[str, Any]) -> None:
    request["url"] = _url(request["url"])
    _named(request["queryString"])
    _named(request["cookies"])
    _headers(request["headers"])
    if "postData" in request:
        body = request["postData"]
        _named(body["params"])
        body["text"] = _body(body["text"], body["mimeType"])


def _mask_response(response: dict[str, Any]) -> None:
    _named(response["cookies"])
    _headers(response["headers"])
    response["redirectURL"] = _url(response["redirectURL"])
    response["content"].pop("text", None)
    response["content"].pop("encoding", None)
    for name in [name for name in response if name.startswith("_transfer")]:
        del response[name]


def _mask(value: str) -> str:
    """Give as many `x`, but for what the shape of a value says: the site of an address, and that it is a hash."""
    if HASH.fullmatch(value):
        return "0" * len(value)
    address = urlsplit(value)
    if address.scheme in {"http", "https"}:
        site = f"{address.scheme}://{address.netloc}/"
        return site + "x" * (len(value) - len(site))
    return "x" * len(value)


def _named(pairs: list[dict[str, Any]]) -> None:
    for pair in pairs:
        pair["value"] = _mask(pair["value"])


def _url(url: str) -> str:
    """Give an address with the values of its query masked."""
    parts = urlsplit(url)
    query = "&".join(
        f"{quote(name)}={quote(_mask(value), '')}" for name, value in parse_qsl(parts.query, True)
    )
    return urlunsplit(parts._replace(query=query))


def _headers(pairs: list[dict[str, Any]]) -> None:
    """Keep where a request came from and what a body is; of cookies the names; of the rest nothing but lengths."""
    for pair in pairs:
        name = pair["name"].lower()
        if name in {"referer", "origin", "location"}:
            pair["value"] = _url(pair["value"])
        elif name in {"cookie", "set-cookie"}:
            pair["value"] = "; ".join(_cookie(part) for part in pair["value"].split("; "))
        elif name not in {"content-type", "content-length", "host"} and not name.startswith("sec-fetch-"):
            pair["value"] = _mask(pair["value"])


def _cookie(part: str) -> str:
    name, told, value = part.partition("=")
    kept = name.lower() in {"path", "domain", "samesite", "max-age", "expires"} or not told
    return part if kept else f"{name}={_mask(value)}"


def _body(text: str, kind: str) -> str:
    if kind.startswith("application/x-www-form-urlencoded"):
        return "&".join(f"{quote(name)}={quote(_mask(value), '')}" for name, value in parse_qsl(text, True))
    return json.dumps(_json(json.loads(text)), ensure_ascii=False, separators=(",", ":"))


def _json(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _json(held) for name, held in value.items()}
    if isinstance(value, list):
        return [_json(held) for held in value]
    return _mask(value) if isinstance(value, str) else 0

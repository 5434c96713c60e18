"""A HAR without its values: what is kept is named here, everything else goes; positions stay, so that pointers still hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote_plus

import msgspec

from auditor.errors import Refused, at_file
from auditor.loading.captures.har import INITIATORS, MEMBERS, METHODS
from auditor.loading.captures.hosts import SENT_BY, is_address, parted
from auditor.loading.captures.moments import seconds
from auditor.loading.captures.names import MASKED, in_body, shown
from auditor.loading.captures.opened import Opened
from auditor.loading.captures.reading import ENTRIES
from auditor.loading.captures.rules import EMAIL, HASH, MOST_LOOKED_AT, NUMBER
from auditor.loading.captures.streamed import MOST_DEPTH, Cut, Streamed
from auditor.loading.files.json_text import anything
from auditor.text.problems import capture as words

#: How a HAR begins.
HAR: Final = re.compile(rb'\s*\{\s*"log"\s*:')
#: What stands for a value.
GONE: Final = "redacted"
#: Members whose numbers are kept, and members whose texts are addresses.
NUMBERS: Final = frozenset(
    {
        "status", "time", "bodySize", "headersSize", "size", "compression", "blocked", "dns", "connect", "send", "wait", "receive",
        "ssl", "onContentLoad", "onLoad", "_blocked_queueing", "_transferSize", "opcode",
    }
)  # fmt: skip
ADDRESSES: Final = frozenset({"url", "redirectURL", "_URL", "_url", "fileName"})
MOMENTS: Final = frozenset({"startedDateTime", "expires", "startDate", "endDate", "lastAccess"})
#: Texts that are kept where they are one of a few words, by their member.
WORDS: Final = {
    "method": METHODS,
    "_initiator_type": INITIATORS,
    "_resourceType": frozenset(
        {
            "document", "script", "image", "stylesheet", "font", "xhr", "fetch", "websocket", "media", "manifest", "ping", "other",
            "preflight", "beacon", "texttrack", "eventsource",
        }
    ),
    "version": frozenset({"1.1", "1.2"}),
    "encoding": frozenset({"base64"}),
}  # fmt: skip
MIME: Final = re.compile(r"[a-z]{1,20}/[a-z0-9.+-]{1,60}")
#: How many addresses are followed, each in a parameter of the one before: every step writes its percent signs once more.
MOST_NESTED: Final = 8
#: A fraction is read as a decimal and stays a number.
NUMBERS_STAY: Final = msgspec.json.Encoder(decimal_format="number")
HTTP: Final = re.compile(r"(?:HTTP/|h|http/)[0-9.]{1,4}\Z", re.IGNORECASE)
FETCHED: Final = frozenset(
    {"document", "empty", "image", "script", "style", "iframe", "font", "video", "audio"}
)


def is_har(path: Path) -> bool:
    """Tell whether what a file begins with is that of a HAR. Raises Refused."""
    return bool(HAR.match(next(Opened(path, path.as_posix()).chunks(), b"")))


def redacted(path: Path) -> Iterator[bytes]:
    """Yield the JSON of a HAR without its values, and last the SHA-256 of the HAR it was made of. Raises Refused."""
    opened = Opened(path, path.as_posix())
    streamed = Streamed(opened.name, ENTRIES)
    chunks = opened.chunks()
    pages: dict[str, str] = {}
    count, cut = 0, False
    try:
        for number, entry in streamed.items(chunks, lambda: Opened(path, opened.name).chunks()):
            yield (b'{"log":{"entries":[\n' if not number else b",\n") + _json(_value(entry, "", pages))
            count = number + 1
            del entry
    except Cut:
        cut = True
    for _ in chunks:
        pass
    log = streamed.root.get("log")
    if cut and not count:
        raise Refused([at_file(opened.name, words.BROKEN_JSON(), words.READABLE())])
    if not isinstance(log, dict):
        raise Refused([at_file(opened.name, words.NO_LOG(), words.READABLE())])
    if not count:
        yield b'{"log":{"entries":['
    rest = _value({name: part for name, part in log.items() if name != "entries"}, "log", pages)
    rest["_redacted"] = {"from": f"sha256:{opened.sha256}", "complete": not cut and opened.broken is None}
    yield b"\n]," + _json(rest)[1:] + b"}\n"


def _json(value: Any) -> bytes:
    return NUMBERS_STAY.encode(value)


def _value(value: Any, name: str, pages: dict[str, str], deep: int = 0) -> Any:
    """Give a value of the member `name` without what it says."""
    if deep > MOST_DEPTH:
        return None
    if isinstance(value, dict):
        return _object(value, name, pages, deep)
    if isinstance(value, list):
        return [_value(each, name, pages, deep + 1) for each in value]
    if isinstance(value, str):
        return _text(value, name, pages)
    if isinstance(value, bool) or value is None:
        return value
    return value if name in NUMBERS else 0


def _object(value: dict[str, Any], name: str, pages: dict[str, str], deep: int) -> dict[str, Any]:
    if name in ("creator", "browser"):
        return {
            key: part[:80]
            for key, part in value.items()
            if key in ("name", "version") and isinstance(part, str)
        }
    if name == "postData":
        return _posted(value)
    if name in ("headers", "queryString", "params", "cookies"):
        return _pair(value, name)
    if name == "_webSocketMessages":
        return {"type": value.get("type") if value.get("type") in ("send", "receive") else GONE, "data": GONE}
    if name in ("_initiator", "stack", "parent", "callFrames"):
        return _initiator(value, pages, deep)
    kept = {key: _value(part, key, pages, deep + 1) for key, part in value.items() if key in MEMBERS}
    listed, url = value.get("queryString"), value.get("url")
    if isinstance(listed, list) and isinstance(url, str):
        kept["queryString"] = [
            _pair(each, "queryString", url) if isinstance(each, dict) else GONE for each in listed
        ]
    return kept


def _pair(pair: dict[str, Any], of: str, within: str = "") -> dict[str, Any]:
    """Give a header, a parameter or a cookie with its name; a header keeps what says where a request came from and led to.

    `within` is the URL that the parameter is of: only there one sees whether what has no value is a name.
    """
    name, value = pair.get("name"), pair.get("value")
    if not isinstance(name, str):
        return {shown(each): GONE for each in pair}
    if not isinstance(value, str) or not value:
        # a name without a value may be the value
        return {"name": shown(name) if of == "headers" or f"{name}=" in within else MASKED, "value": ""}
    kept = _header(name.lower(), value) if of == "headers" else stand_in(value)
    return {"name": shown(name), "value": kept}


def stand_in(value: str, deep: int = 0) -> str:
    """Give what stands for a value: of the same shape where its shape says what it seems to be, else a word.

    `deep` is in how many addresses the value stands, one within the other: below `MOST_NESTED` of them it is gone.
    """
    if value.startswith(("http:", "https:")):
        return address(value, deep + 1) if deep < MOST_NESTED else GONE
    if HASH.match(value):
        return "0" * len(value)
    if NUMBER.match(value):
        return "0"
    return f"{GONE}@{GONE}.invalid" if "@" in value and EMAIL.search(value[:MOST_LOOKED_AT]) else GONE


def _header(name: str, value: str) -> str:
    if name in ("referer", "location", "origin"):
        return address(value)
    if name == "cookie":
        return "; ".join(f"{shown(part.partition('=')[0].strip())}={GONE}" for part in value.split(";"))
    if name == "set-cookie":
        return "\n".join(f"{shown(part.partition('=')[0].strip())}={GONE}" for part in value.split("\n"))
    if name == "content-type":
        return _mime(value)
    return value if name == "sec-fetch-dest" and value in FETCHED else GONE


def _posted(posted: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = (
        {"mimeType": _mime(posted["mimeType"])} if isinstance(posted.get("mimeType"), str) else {}
    )
    listed = posted.get("params")
    if isinstance(listed, list):
        kept["params"] = [_pair(each, "params") if isinstance(each, dict) else GONE for each in listed]
    if isinstance(posted.get("text"), str):
        found = {each.name: stand_in(each.value) for each in in_body({**posted, "params": None})}
        text = "&".join(f"{quote(name, safe='[].$*')}={quote(value)}" for name, value in found.items())
        if found and posted["text"].lstrip()[:1] in ("{", "["):
            text = _json(found).decode()
        kept["text"] = (text or GONE) if posted["text"] else ""
    return kept


def _initiator(value: dict[str, Any], pages: dict[str, str], deep: int) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, part in value.items():
        if key == "type":
            kept[key] = part if isinstance(part, str) and part in INITIATORS else "other"
        elif key == "url":
            kept[key] = address(part) if isinstance(part, str) else GONE
        elif key in ("stack", "parent", "callFrames"):
            kept[key] = _value(part, key, pages, deep + 1)
    return kept


def _text(text: str, name: str, pages: dict[str, str]) -> str:
    if not text:
        return ""
    if name in ("pageref", "id"):
        return pages.setdefault(text, f"page_{len(pages) + 1}")
    if name in ADDRESSES or (
        name in ("_initiator", "title") and (found := parted(text)) and found.scheme in SENT_BY
    ):
        return address(text)
    if name == "_initiator":
        return _initiator_text(text, pages)
    if name == "title":
        return text if re.fullmatch(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+", text) else GONE
    if name in WORDS:
        return text if text in WORDS[name] else GONE
    if name == "mimeType":
        return _mime(text)
    if name in MOMENTS:
        return text if seconds(text) is not None else GONE
    if name in ("serverIPAddress", "_ip_addr"):
        return text if is_address(text.strip("[]")) else GONE
    return text if name == "httpVersion" and HTTP.match(text) else GONE


def _initiator_text(text: str, pages: dict[str, str]) -> str:
    """Give an initiator that is JSON inside a string."""
    value = anything(text)
    return _json(_initiator(value, pages, 0)).decode() if isinstance(value, dict) else GONE


def _mime(text: str) -> str:
    found = MIME.match(text.strip().lower())
    return "" if not text else found[0] if found else GONE


def address(url: str, deep: int = 0) -> str:
    """Give a URL with its host, the parts of its path that are words, and the names of its parameters."""
    found = parted(url)
    if found is None:
        return GONE if not url.startswith("/") else "/" + GONE
    if found.scheme not in SENT_BY:
        return f"{found.scheme}:{GONE}" if len(found.scheme) < 25 else GONE
    host = f"[{found.host}]" if ":" in found.host else found.host
    path = "/".join(_part(part) for part in found.path.split("/"))
    pairs = [part.partition("=") for part in found.query.split("&")] if found.query else []
    asked = "&".join(
        f"{name if shown(unquote_plus(name)) == unquote_plus(name) else MASKED}={quote(stand_in(unquote_plus(value), deep), safe='')}"
        if equals
        else GONE
        for name, equals, value in pairs
    )
    return f"{found.scheme}://{host}{path}" + (f"?{asked}" if asked else "")


def _part(part: str) -> str:
    """Give a part of a path that is a plain word or a name of a file; what looks like an id, or holds parameters, is gone."""
    words_, *given = part.split(";")
    plain = (
        words_
        if re.fullmatch(r"[A-Za-z._-]{0,24}|[A-Za-z._-]{1,24}\d{1,4}(?:\.[a-z0-9]{1,5})?|v?\d{1,2}", words_)
        else GONE
    )
    names = (each.partition("=")[0] for each in given)
    return ";".join([plain, *(f"{name if shown(name) == name else MASKED}={GONE}" for name in names)])

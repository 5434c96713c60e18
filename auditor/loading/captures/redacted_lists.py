"""Captures of any form without their values: of lists, what is read of them is written anew, all else goes; positions stay."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from auditor.loading.captures.collected import LISTS
from auditor.loading.captures.hosts import host_of, named_host
from auditor.loading.captures.listed import IOS, listed_host
from auditor.loading.captures.moments import seconds
from auditor.loading.captures.names import shown
from auditor.loading.captures.opened import Opened
from auditor.loading.captures.reading import ENTRIES, Context, OnlyCookies, Reading, read_file, split
from auditor.loading.captures.redacted import GONE, address, is_har, redacted
from auditor.loading.captures.streamed import Streamed
from auditor.loading.files.json_text import anything
from auditor.model.case.captures import FileKind

#: The columns of a report of TrackerControl that are kept, and of those the ones whose cells are read.
COLUMNS: Final = ("daddr", "time", "tracker", "package")
REQUEST: Final = "TrackingRequest"

Tree = dict[str, Any]


def redacted_capture(path: Path) -> Iterator[bytes]:
    """Yield a capture in its own form without its values. Raises Refused where it is none that is read."""
    if is_har(path):
        yield from redacted(path)
        return
    try:
        kind: FileKind = read_file(path, Context()).files[0].kind
    except OnlyCookies as only:
        kind = only.file.kind
    opened = Opened(path, path.as_posix())
    if kind in ("har", "tweasel-har"):
        yield from redacted(path)
    elif kind in ("blacklight", "website-evidence-collector", "blacklight-cookies"):
        yield from _whole(opened, _cookies_alone if kind == "blacklight-cookies" else _inspection)
    elif kind == "tracker-control":
        yield from _rows(_lines(opened))
    else:
        one = {"hosts": _host, "ios-privacy-report": _activity}.get(kind, _event)
        yield from (one(line) + b"\n" for line in _lines(opened))


def _lines(opened: Opened) -> Iterator[bytes]:
    return split(opened.chunks(), Reading(opened, Context()))


def _whole(opened: Opened, kept: Callable[[Tree], Tree]) -> Iterator[bytes]:
    streamed = Streamed(opened.name, ENTRIES)
    for _ in streamed.items(opened.chunks(), Opened(opened.path, opened.name).chunks):
        pass
    root = {**kept(streamed.root), "_redacted": {"from": f"sha256:{opened.sha256}"}}
    yield msgspec.json.encode(root) + b"\n"


def _inspection(root: Tree) -> Tree:
    kept: Tree = {
        name: address(text) for name in ("uri_ins", "uri_dest") if isinstance(text := root.get(name), str)
    }
    ends = root.get("uri_redirects")
    if isinstance(ends, list):
        kept["uri_redirects"] = [address(each) if isinstance(each, str) else None for each in ends]
    kept |= {name: _moment(root.get(name)) for name in ("start_time", "end_time") if name in root}
    version = root["script"].get("version") if isinstance(root.get("script"), dict) else None
    npm = version.get("npm") if isinstance(version, dict) else None
    if isinstance(npm, str):
        kept["script"] = {"version": {"npm": npm[:80]}}
    requests = root["hosts"].get("requests")
    listed = requests.items() if isinstance(requests, dict) else ()
    kept["hosts"] = {
        "requests": {
            name: [_called(each) for each in hosts]
            for name, hosts in listed
            if name in LISTS and isinstance(hosts, list)
        }
    }
    if isinstance(root.get("cookies"), list):
        kept["cookies"] = _cookies(root["cookies"])
    reports = root.get("reports")
    if isinstance(reports, dict) and isinstance(reports.get("cookies"), list):
        kept["reports"] = {"cookies": _cookies(reports["cookies"])}
    return kept


def _cookies_alone(root: Tree) -> Tree:
    cookies = root["browser_cookies"]
    return {"browser_cookies": _cookies(cookies) if isinstance(cookies, list) else []}


def _cookies(listed: list[Any]) -> list[Any]:
    return [
        {"name": shown(each["name"]), "value": GONE, "domain": _domain(each.get("domain"))}
        if isinstance(each, dict) and isinstance(each.get("name"), str)
        else None
        for each in listed
    ]


def _domain(text: Any) -> str:
    return host_of(text.lstrip(".")) if isinstance(text, str) else ""


def _called(host: Any) -> str | None:
    """Give a name in a list of hosts as it stands where it is a host, nothing where it is none."""
    found = named_host(host) if isinstance(host, str) else ""
    return found if "." in found or found == "localhost" else None


def _moment(text: Any) -> str | None:
    return text if seconds(text) is not None else None


def _event(line: bytes) -> bytes:
    """Give a line of the log of Blacklight; what is no line stays none, so that it is counted as before."""
    event = anything(line)
    if not isinstance(event, dict):
        return GONE.encode() if line.strip() else b""
    message = event.get("message")
    kept: Tree = {"message": _message(message) if isinstance(message, dict) else GONE}
    moment = _moment(event.get("timestamp"))
    return msgspec.json.encode({**kept, "timestamp": moment} if moment else kept)


def _message(message: Tree) -> Tree:
    url, stack = message.get("url"), message.get("stack")
    kept: Tree = {"type": REQUEST if message.get("type") == REQUEST else GONE}
    if isinstance(url, str):
        kept["url"] = address(url)
    if isinstance(stack, list):
        names = [each.get("fileName") if isinstance(each, dict) else None for each in stack]
        kept["stack"] = [{"fileName": address(name)} if isinstance(name, str) else {} for name in names]
    return kept


def _activity(line: bytes) -> bytes:
    """Give a line of the privacy report of iOS."""
    event = anything(line)
    if not isinstance(event, dict):
        return GONE.encode() if line.strip() else b""
    kept: Tree = {"type": event["type"] if event.get("type") in IOS else GONE}
    domain, bundle, hits = event.get("domain"), event.get("bundleID"), event.get("hits")
    if isinstance(domain, str):
        kept["domain"] = named_host(domain)
    if isinstance(bundle, str):
        kept["bundleID"] = bundle
    if isinstance(hits, int):
        kept["hits"] = hits
    for name in ("firstTimeStamp", "timeStamp"):
        if _moment(event.get(name)):
            kept[name] = event[name]
    return msgspec.json.encode(kept)


def _rows(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Give the rows of a report of TrackerControl: where each called, when, and which application."""
    rows = csv.reader(line.decode("utf-8", "replace") for line in lines)
    head = [name.strip().lower() for name in next(rows)]
    yield _row(COLUMNS)
    for row in rows:
        if len(row) < len(head):
            yield _row([GONE] if row else [])
            continue
        cells = dict(zip(head, row, strict=False))
        time = cells["time"] if cells["time"].isdecimal() else ""
        yield _row([named_host(cells["daddr"]), time, GONE, cells["package"]])


def _row(cells: Any) -> bytes:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerow(cells)
    return made.getvalue().encode()


def _host(line: bytes) -> bytes:
    """Give the host of a line of a list, and of a remark that it is one."""
    text = line.decode("utf-8", "replace").strip()
    if not text or text.startswith("#"):
        return b"#" if text else b""
    return (listed_host(text) or GONE).encode()

"""The folder that a collector leaves of one visit: its HAR, its inspection, its log and its cookies, read as one capture.

Two files of one visit do not tell the same: a HAR may lack hosts that the inspection lists. What one of them shows was called.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from auditor.errors import Refused, at_file
from auditor.loading.captures.hosts import host_of, lies_in
from auditor.loading.captures.names import shown
from auditor.loading.captures.reading import Context, NotACapture, OnlyCookies, read_file
from auditor.model.capture import Capture, CookieName, Recipient
from auditor.model.case.captures import Blind, FileKind
from auditor.text.problems import capture as words

#: The kinds of files of one visit, the one that tells most first.
PARTS: Final[tuple[FileKind, ...]] = ("har", "blacklight", "website-evidence-collector", "blacklight-log")
MOST_FILES: Final = 200


def read_visit(folder: Path, context: Context) -> Capture:
    """Give the capture of the files in `folder`. Raises Refused where there is none, and where they are of several visits."""
    found: dict[FileKind, Capture] = {}
    cookies: OnlyCookies | None = None
    for file in sorted(each for each in folder.iterdir() if each.is_file())[:MOST_FILES]:
        try:
            part = read_file(file, context)
        except OnlyCookies as only:
            if cookies is not None:
                raise _several(folder) from None
            cookies = only
            continue
        except NotACapture:
            continue
        kind = part.files[0].kind
        if kind not in PARTS or kind in found:
            raise _several(folder)
        found[kind] = part
    parts = [found[kind] for kind in PARTS if kind in found]
    if not parts:
        raise Refused([at_file(folder.as_posix(), words.NOTHING_IN_FOLDER(), words.READABLE())])
    if any(part.sites and parts[0].sites and not {*part.sites} & {*parts[0].sites} for part in parts):
        raise _several(folder)
    return _with_cookies(_joined(parts), cookies)


def _several(folder: Path) -> Refused:
    return Refused([at_file(folder.as_posix(), words.TWO_VISITS(), words.NAME_EACH())])


def _joined(parts: list[Capture]) -> Capture:
    """Give one capture of parts of a visit: the first of them, and hosts that only the others tell."""
    whole, *others = parts
    sites = sorted({site for part in parts for site in part.sites})
    known = {each.host for each in whole.recipients}
    more: list[Recipient] = []
    last = max((each.last for each in whole.recipients), default=-1)
    for part in others:
        for each in part.recipients:
            if each.host not in known:
                known.add(each.host)
                last += 1
                more.append(replace(each, first=last, last=last, offset=None))
    every = [
        replace(each, party="first" if each.site in sites else each.party)
        for each in (*whole.recipients, *more)
    ]
    blind: list[Blind] = [
        each for each in whole.cannot_show if all(each in part.cannot_show for part in parts)
    ]
    return replace(
        whole,
        files=[file for part in parts for file in part.files],
        sites=sites,
        place="site" if sites else whole.place,
        producer=next((part.producer for part in parts if part.files[0].kind != "har"), whole.producer),
        version=next((part.version for part in parts if part.files[0].kind != "har"), whole.version),
        recipients=every,
        requests=sum(each.requests for each in every),
        requests_first_party=sum(each.requests for each in every if each.party == "first"),
        attempted=sum(each.attempted for each in every),
        cannot_show=blind,
        candidates=[] if sites else whole.candidates,
        skipped=_added(part.skipped for part in parts),
        noise=_added(part.noise for part in parts),
        cookies_recorded=any(part.cookies_recorded for part in parts),
    )


def _added(counts: Iterable[dict[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return dict(sorted(total.items()))


def _with_cookies(capture: Capture, only: OnlyCookies | None) -> Capture:
    """Give a capture with the cookies that a file beside it says were set, for the hosts that were called."""
    if only is None:
        return capture
    found: dict[str, list[CookieName]] = {}
    for number, cookie in enumerate(only.cookies if isinstance(only.cookies, list) else ()):
        domain = cookie.get("domain") if isinstance(cookie, dict) else None
        name = cookie.get("name") if isinstance(cookie, dict) else None
        if isinstance(domain, str) and isinstance(name, str):
            pointer = f"sha256:{only.file.sha256}#/browser_cookies/{number}"
            found.setdefault(host_of(domain.lstrip(".")), []).append(CookieName(shown(name), 1, pointer))
    return replace(
        capture,
        files=[*capture.files, only.file],
        cookies_recorded=True,
        cannot_show=[each for each in capture.cannot_show if each != "cookies"],
        recipients=[_set(each, found) for each in capture.recipients],
    )


def _set(recipient: Recipient, found: dict[str, list[CookieName]]) -> Recipient:
    known = {cookie.name for cookie in recipient.cookies_set}
    more = [
        cookie
        for domain, cookies in sorted(found.items())
        if domain and lies_in(recipient.host, domain)
        for cookie in cookies
        if cookie.name not in known
    ]
    if not more:
        return recipient
    return replace(recipient, cookies_set=sorted([*recipient.cookies_set, *more], key=lambda each: each.name))

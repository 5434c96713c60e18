"""The facts that the captures amount to, written from the entries alone: who was called, in which state, with what."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import unquote, urlsplit

#: What the parameters of the pages carry, by their names.
CARRIES: Final = {"dl": "page-address", "url": "page-address", "page": "page-address", "em": "contact"}
IDENTIFIERS: Final = {"visitor_id", "uid", "i", "session_id"}


def domain(entry: dict[str, Any]) -> str:
    """Give the registrable domain: .test and .example are no public suffixes, so the last two labels are one."""
    return ".".join((urlsplit(entry["request"]["url"]).hostname or "").split(".")[-2:])


def facts(captures: dict[str, list[dict[str, Any]]], who: dict[str, str]) -> dict[str, Any]:
    """Give the flows of a case: one per organisation called and state of consent; hosts that nobody is known to run make none.

    `captures` are the entries by state, `who` the organisation by registrable domain.
    """
    flows: dict[str, Any] = {}
    for state, entries in captures.items():
        for name in dict.fromkeys(map(domain, entries)):
            if name in who:
                called = [entry for entry in entries if domain(entry) == name]
                flows[f"{state}-{who[name]}"] = _flow(called, state, who[name])
    sources = {"visit": {"kind": "capture", "title": "Visit of the pages", "date": "2026-11-27"}}
    return {"auditor": 1, "known": "observed", "source": "visit", "sources": sources, "flows": flows}


def _flow(called: list[dict[str, Any]], state: str, to: str) -> dict[str, Any]:
    names = {name for entry in called for name in _names(entry["request"])}
    cookies = any(entry["request"]["cookies"] or entry["response"]["cookies"] for entry in called)
    flow = {
        "for": "booking",
        "from": "patient",
        "to": {"value": to, "known": "inferred"},
        "data": sorted({"device", *(CARRIES[name] for name in names & CARRIES.keys())}),
        "embedded_in": "pages",
        "consent_state": state,
        "transport": "tls",
        "attempted": all(entry["response"]["status"] <= 0 for entry in called),
    }
    if state == "before-choice":
        flow |= {"loads": "at-once", "consent_first": False}
    if state == "refused":
        flow |= {"consent_first": False}
    if cookies:
        flow |= {"reads_terminal": True}
    if cookies or names & IDENTIFIERS:
        flow |= {"identifier": True}
    if any(_tells_page(entry) for entry in called):
        flow |= {"referrer": "sent"}
    return flow


def _names(request: dict[str, Any]) -> set[str]:
    body = request.get("postData", {}).get("text", "")
    return {pair["name"] for pair in request["queryString"]} | {
        name for name in (*CARRIES, *IDENTIFIERS) if f'"{name}":' in body
    }


def _tells_page(entry: dict[str, Any]) -> bool:
    """Tell whether the whole address of the page went along, and not its site alone."""
    headers = {pair["name"].lower(): pair["value"] for pair in entry["request"]["headers"]}
    return len(urlsplit(unquote(headers.get("referer", ""))).path) > 1 or bool(
        _names(entry["request"]) & {name for name, held in CARRIES.items() if held == "page-address"}
    )

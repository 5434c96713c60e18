"""Entries of a HAR, member by member: what each says of whom was called, how, by what, and what came back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.captures.making import SITE, entry
from tests.captures.test_shown import read

URL = "https://t.example/x"


def called(folder: Path, **changed: Any) -> Any:
    """Whom one entry calls."""
    (found,) = read(folder, entry(URL, **changed)).third_parties
    return found


@pytest.mark.parametrize(
    ("url", "noise"),
    [
        ("data:text/plain,x", "data"),
        ("blob:https://t.example/x", "blob"),
        ("about:blank", "about"),
        ("file:///x", "file"),
        ("chrome-extension://x/y", "extension"),
        ("moz-extension://x/y", "extension"),
        ("safari-web-extension://x/y", "extension"),
        ("ms-browser-extension://x/y", "extension"),
        ("chrome://flags", "browser"),
        ("devtools://x", "browser"),
        ("edge://x", "browser"),
        ("resource://x", "browser"),
        ("gopher://x.example/", "other-scheme"),
    ],
)
def test_what_stays_in_a_browser_is_noise_of_its_kind(url: str, noise: str, tmp_path: Path) -> None:
    found = read(tmp_path, entry(url), entry(URL))
    assert dict(found.noise) == {noise: 1}
    assert [each.host for each in found.third_parties] == ["t.example"]


def test_a_request_to_a_proxy_is_noise(tmp_path: Path) -> None:
    found = read(tmp_path, entry("https://p.example/", request__method="CONNECT"), entry(URL))
    assert dict(found.noise) == {"proxy": 1}


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (5, "not-an-object"),
        ({}, "no-request"),
        ({"request": 5}, "no-request"),
        ({"request": {}}, "no-url"),
        ({"request": {"url": None}}, "no-url"),
        ({"request": {"url": 5}}, "bad-url"),
        ({"request": {"url": ""}}, "no-url"),
        ({"request": {"url": "words"}}, "bad-url"),
        ({"request": {"url": "https:///x"}}, "not-a-host"),
    ],
)
def test_an_entry_that_names_nobody_is_skipped_for_its_reason(raw: Any, why: str, tmp_path: Path) -> None:
    found = read(tmp_path, entry(URL), raw)
    assert dict(found.skipped) == {why: 1}
    assert found.entries == 3


@pytest.mark.parametrize(
    "kind",
    [
        "parser",
        "script",
        "preload",
        "preflight",
        "redirect",
        "other",
        "SignedExchange",
        "frame",
        "stylesheet",
    ],
)
def test_what_made_a_request_is_called_by_its_kind(kind: str, tmp_path: Path) -> None:
    made = called(tmp_path, _initiator={"type": kind, "url": f"{SITE}a.js"})
    assert [(each.kind, each.host) for each in made.initiators] == [(kind, "www.clinic.example")]
    odd = called(tmp_path, _initiator={"type": f"x{kind}", "url": f"{SITE}a.js"})
    assert [(each.kind, each.host) for each in odd.initiators] == [("other", "www.clinic.example")]


STACK = {"callFrames": [{"url": ""}, 5, {"url": "https://s.example/a.js"}]}


@pytest.mark.parametrize(
    ("members", "by"),
    [
        ({}, []),
        ({"_initiator": "https://s.example/a.js", "_initiator_type": "script"}, [("script", "s.example")]),
        ({"_initiator": "https://s.example/a.js"}, [("other", "s.example")]),
        ({"_initiator_type": "parser"}, [("parser", "")]),
        ({"_initiator": '{"type": "script", "url": "https://s.example/a.js"}'}, [("script", "s.example")]),
        ({"_initiator": "{broken"}, []),
        ({"_initiator": {"type": "script", "stack": STACK}}, [("script", "s.example")]),
        ({"_initiator": {"type": "script", "stack": {"parent": STACK}}}, [("script", "s.example")]),
        ({"_initiator": {"type": "script", "stack": {"callFrames": [], "parent": {"parent": STACK}}}}, [("script", "s.example")]),
        ({"_initiator": {"type": "script", "stack": 5}}, [("script", "")]),
        ({"_initiator": {"url": "https://s.example/a.js"}, "_initiator_type": "parser"}, [("parser", "s.example")]),
        ({"_initiator": {"type": 5}}, []),
        ({"_initiator": 5}, []),
    ],
)  # fmt: skip
def test_what_made_a_request_is_told_by_an_object_a_text_or_a_stack(
    members: dict[str, Any], by: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert [(each.kind, each.host) for each in called(tmp_path, **members).initiators] == by


def headers(**given: str) -> list[dict[str, str]]:
    return [{"name": name.replace("_", "-"), "value": value} for name, value in given.items()]


@pytest.mark.parametrize(
    ("listed", "referrer"),
    [
        (headers(Referer=SITE), {"origin": 1}),
        (headers(REFERER=f"{SITE}a"), {"full": 1}),
        (headers(Referer=f"{SITE}?a"), {"full": 1}),
        (headers(Accept="x"), {"none": 1}),
        ([], {"unknown": 1}),
        (None, {"unknown": 1}),
        (5, {"unknown": 1}),
        ({"Referer": f"{SITE}a"}, {"full": 1}),
        ([5], {"none": 1}),
    ],
)
def test_what_a_request_tells_of_its_page_is_all_its_origin_nothing_or_not_said(
    listed: Any, referrer: dict[str, int], tmp_path: Path
) -> None:
    assert called(tmp_path, request__headers=listed).referrer == referrer


@pytest.mark.parametrize(
    ("response", "failed", "attempted"),
    [
        ({}, 0, 0),
        ({"response__status": 0, "response__content": {"size": 0}, "response__bodySize": 0, "response__headersSize": 0}, 1, 1),
        ({"response__status": 0, "response__content": {"size": 5}, "response__bodySize": -1}, 1, 0),
        ({"response__status": 0, "response__content": {}, "response__bodySize": 5}, 1, 0),
        ({"response__status": 0, "response__content": {}, "response__bodySize": -1, "response__headersSize": 5}, 1, 0),
        ({"response__status": -1, "response__content": {}, "response__bodySize": -1}, 0, 1),
        ({"response__status": "200"}, 0, 0),
        ({"response__status": 404, "response__content": {}, "response__bodySize": 0}, 0, 0),
        ({"response__status": 0, "response__redirectURL": "https://u.example/", "response__content": {}, "response__bodySize": 0}, 1, 0),
        ({"response": None}, 0, 1),
    ],
)  # fmt: skip
def test_a_request_was_attempted_only_where_nothing_came_back(
    response: dict[str, Any], failed: int, attempted: int, tmp_path: Path
) -> None:
    found = called(tmp_path, **response)
    assert (found.failed, found.attempted, found.sent) == (failed, attempted, 1 - attempted)


@pytest.mark.parametrize(
    ("response", "sent_on"),
    [
        ({"response__status": 302, "response__redirectURL": "https://u.example/b"}, True),
        ({"response__status": 302, "response__headers": headers(Location="https://u.example/b")}, True),
        ({"response__status": 399, "response__redirectURL": "https://u.example/b"}, True),
        ({"response__status": 400, "response__redirectURL": "https://u.example/b"}, False),
        ({"response__status": 200, "response__redirectURL": "https://u.example/b"}, False),
        ({"response__status": 299, "response__redirectURL": "https://u.example/b"}, False),
        ({"response__status": 300, "response__redirectURL": "//u.example/b"}, True),
        ({"response__status": 302, "response__redirectURL": "/b"}, False),
        ({"response__status": 302, "response__redirectURL": 5}, False),
    ],
)
def test_a_request_is_sent_on_by_a_status_of_that_and_an_address(
    response: dict[str, Any], sent_on: bool, tmp_path: Path
) -> None:
    capture = read(tmp_path, entry(URL, **response), entry("https://u.example/b"))
    by = {each.host: each.redirected_from for each in capture.third_parties}
    assert by["u.example"] == (["t.example"] if sent_on else [])


@pytest.mark.parametrize(
    ("url", "response", "clear"),
    [
        ("http://t.example/x", {}, 1),
        ("https://t.example/x", {}, 0),
        ("ws://t.example/x", {}, 1),
        ("wss://t.example/x", {}, 0),
        ("http://t.example/favicon.ico", {}, 0),
        ("http://t.example/x", {"response__headers": headers(Non_Authoritative_Reason="HSTS")}, 0),
        ("http://t.example/x", {"response__status": 0, "response__content": {}, "response__bodySize": 0}, 0),
    ],
)
def test_what_left_in_clear_is_what_was_sent_without_encryption(
    url: str, response: dict[str, Any], clear: int, tmp_path: Path
) -> None:
    (found,) = read(tmp_path, entry(url, **response)).third_parties
    assert found.clear == clear


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "TRACE"])
def test_a_request_of_a_method_without_a_body_has_none(method: str, tmp_path: Path) -> None:
    found = called(tmp_path, request__method=method, request__postData={"text": "a=1"})
    assert (found.bodies, [each.name for each in found.parameters]) == (0, [])


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "post", "OTHER"])
def test_a_request_of_a_method_with_a_body_names_what_it_sends(method: str, tmp_path: Path) -> None:
    found = called(tmp_path, request__method=method, request__postData={"text": "a=1"})
    assert (found.bodies, [each.name for each in found.parameters]) == (1, ["a"])
    assert found.methods == [method.upper() if method != "OTHER" else "other"]


@pytest.mark.parametrize(
    ("members", "addresses"),
    [
        ({"serverIPAddress": "203.0.113.7"}, ["203.0.113.7"]),
        ({"serverIPAddress": "[2001:db8::1]"}, ["2001:db8::1"]),
        ({"serverIPAddress": "2001:db8::1"}, ["2001:db8::1"]),
        ({"serverIPAddress": "", "_ip_addr": "203.0.113.8"}, ["203.0.113.8"]),
        ({"serverIPAddress": 5, "_ip_addr": None}, []),
    ],
)
def test_the_address_that_answered_is_in_one_of_two_members(
    members: dict[str, Any], addresses: list[str], tmp_path: Path
) -> None:
    assert called(tmp_path, **members).addresses == addresses


def test_where_a_request_asks_for_a_document_it_is_of_a_page(tmp_path: Path) -> None:
    document = {"request__headers": headers(Sec_Fetch_Dest="document")}
    found = read(tmp_path, entry(SITE, **document), entry(URL), pages=[])
    assert [(page.host, page.by) for page in found.pages] == [("www.clinic.example", "document")]
    found = read(
        tmp_path, entry(SITE, request__headers=headers(Sec_Fetch_Dest="image")), entry(URL), pages=[]
    )
    assert [page.by for page in found.pages] in ([], ["none"])


def test_cookies_that_several_headers_set_are_all_told(tmp_path: Path) -> None:
    listed = [*headers(Set_Cookie="a=1; Path=/"), *headers(set_cookie="b=2")]
    found = called(tmp_path, response__headers=listed)
    assert [each.name for each in found.cookies_set] == ["a", "b"]
    assert [
        each.name for each in called(tmp_path, request__headers=headers(Cookie="c=1; d=2")).cookies_sent
    ] == ["c", "d"]
    assert found.cookies_sent == []

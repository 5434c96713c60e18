"""The committed captures hold what the pages were written to show, and nothing that anybody typed or was known by."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus, urlsplit

import pytest
import yaml

from auditor.api.capture import captured, compare, diff
from auditor.loading.captures.redacted import redacted
from tests.clinic.__main__ import CAPTURES, SECOND
from tests.clinic.site import COOKIES, PAGES
from tests.clinic.visit import STATES, TYPED
from tests.conftest import ROOT

TRUTH: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "clinic" / "truth.yaml").read_text("utf-8"))


def entries(state: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads((CAPTURES / f"{state}.har").read_text("utf-8"))["log"][
        "entries"
    ]
    return listed


def domain(entry: dict[str, Any]) -> str:
    """Give the registrable domain: .test and .example are no public suffixes, so the last two labels are one."""
    return ".".join((urlsplit(entry["request"]["url"]).hostname or "").split(".")[-2:])


def secrets() -> Iterator[str]:
    """Give all that a visitor typed, and all that the pages know a visitor by."""
    yield from TYPED.values()
    yield from (cookie.split(";")[0].split("=")[1] for cookie in COOKIES.values())
    texts = (file.read_text("utf-8") for file in sorted(PAGES.rglob("*")) if file.is_file())
    yield from dict.fromkeys(found for text in texts for found in re.findall(r"\b[0-9a-f]{16,64}\b", text))


def written(secret: str) -> Iterator[str]:
    """Give the ways in which a secret may stand in a file."""
    data = secret.encode()
    yield from (secret, quote(secret), quote_plus(secret), base64.b64encode(data).decode().rstrip("="))
    yield from (hashlib.new(name, data).hexdigest() for name in ("md5", "sha1", "sha256"))


@pytest.mark.parametrize("state", STATES)
def test_each_state_holds_what_the_pages_were_written_to_show(state: str) -> None:
    found = defaultdict(list)
    for number, entry in enumerate(entries(state)):
        found[domain(entry)].append(number)
    expected = {
        name: one["entries"][state] for name, one in TRUTH["domains"].items() if state in one["entries"]
    }
    assert {name: at for name, at in found.items() if name != TRUTH["site"]} == expected
    assert len(entries(state)) == TRUTH["requests"][state]
    for told, holds in (
        ("in_clear", lambda entry: entry["request"]["url"].startswith("http:")),
        ("failed", lambda entry: entry["response"]["status"] <= 0),
    ):
        assert [n for n, entry in enumerate(entries(state)) if holds(entry)] == TRUTH[told][state], told


@pytest.mark.parametrize("state", STATES)
def test_no_value_is_in_a_committed_capture(state: str) -> None:
    text = (CAPTURES / f"{state}.har").read_text("utf-8")
    assert len(list(secrets())) > 8
    assert [way for secret in secrets() for way in written(secret) if way in text] == []
    assert len(text) < 100_000


@pytest.mark.parametrize("state", STATES)
def test_the_committed_capture_is_redacted_and_nothing_else_of_it_is_lost(state: str) -> None:
    log = json.loads((CAPTURES / f"{state}.har").read_text("utf-8"))["log"]
    assert log["_redacted"]["complete"]
    assert all(isinstance(entry["time"], int | float) for entry in entries(state))


def test_a_value_is_gone_wherever_it_stands(tmp_path: Path) -> None:
    """The same secrets planted in every place of an entry that holds one: none is left."""
    file = tmp_path / "planted.har"
    for secret in secrets():
        file.write_text(json.dumps(planted(secret)), "utf-8")
        left = b"".join(redacted(file)).decode()
        assert [way for way in written(secret) if way in left] == []


def planted(secret: str) -> dict[str, Any]:
    pair = [{"name": "n", "value": secret}]
    url = f"https://a.example/p?n={quote(secret)}"
    headers = [
        {"name": name, "value": value}
        for name, value in (("Cookie", f"n={secret}"), ("Set-Cookie", f"n={secret}; Path=/"), ("Referer", url),
                            ("Location", url), ("Authorization", secret), ("X-Own", secret))
    ]  # fmt: skip
    request = {"url": url, "queryString": pair, "cookies": pair, "headers": headers}
    answer = {"cookies": pair, "headers": headers, "redirectURL": url, "content": {"text": secret}}
    bodies = (
        ("application/x-www-form-urlencoded", f"n={quote_plus(secret)}"),
        ("text/plain", json.dumps({"n": [secret, {"m": secret}]})),
    )
    made: dict[str, Any] = json.loads(
        json.dumps(
            {
                "log": {
                    "pages": [{"id": "page@1", "title": "A page"}],
                    "entries": [
                        {
                            "pageref": "page@1",
                            "request": {
                                **request,
                                "postData": {"mimeType": kind, "params": pair, "text": text},
                            },
                            "response": answer,
                            "_initiator": {"type": "script", "url": url},
                            "_own": secret,
                        }
                        for kind, text in bodies
                    ],
                }
            }
        )
    )
    return made


def test_a_second_tool_saw_the_same_recipients_but_the_one_that_was_blocked() -> None:
    """Two accounts of the visit after an agreement: Playwright's HAR, and the hosts in the network log of Chromium."""
    captures = captured([CAPTURES / "accepted.har", CAPTURES / SECOND], sites=[TRUTH["site"]])
    told = compare(captures)
    seen = {each.domain: each.seen for each in told.recipients}
    expected = {name for name, one in TRUTH["domains"].items() if "accepted" in one["entries"]}
    assert seen == {name: [0] if name == "bloc-pub.example" else [0, 1] for name in expected}
    assert {"producer", "hosts-only", "attempted"} <= {*told.why}
    assert "time" not in told.why
    french, english = (" ".join(diff(captures, "text", lang).decode().split()) for lang in ("fr", "en"))
    assert "bloc-pub.example inconnu 1 sur 2 (Playwright : 1 sur 1" in french
    assert "bloc-pub.example unknown 1 of 2 (Playwright: 1 of 1" in english
    assert "est notée que par certains outils" in french
    assert "recorded by some tools only" in english


def test_the_list_of_the_second_tool_holds_hosts_alone() -> None:
    head, *hosts = (CAPTURES / SECOND).read_text("utf-8").splitlines()
    assert head.startswith("# ")
    assert len(hosts) == len({*hosts}) > 8
    assert all(re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", host) for host in hosts)

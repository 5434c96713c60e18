"""Which form a file of a capture has, by what it begins with: who made it, and what it cannot show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.api.capture import captured
from auditor.errors import Refused
from tests.captures.making import SITE, entry, har, log

LISTED = {
    "server-side",
    "aliases",
    "requests",
    "parameters",
    "bodies",
    "transport",
    "initiators",
    "addresses",
}
INSPECTION: dict[str, Any] = {
    "uri_ins": SITE,
    "start_time": "2026-03-01T10:00:00.000Z",
    "script": {"version": {"npm": "1.2.3"}},
    "hosts": {"requests": {"third_party": ["t.example"]}},
}
REQUEST = {"message": {"type": "TrackingRequest", "url": "https://t.example/"}}
IOS = {"type": "networkActivity", "domain": "t.example", "bundleID": "org.app"}


def capture(folder: Path, data: Any, name: str = "c.json") -> Any:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    (found,) = captured([file])
    return found


def lines(*events: Any) -> bytes:
    return b"".join(json.dumps(event).encode() + b"\n" for event in events)


@pytest.mark.parametrize(
    ("data", "kind", "producer", "version", "blind"),
    [
        (har(entry("https://t.example/"), creator={"name": "Maker", "version": "7"}), "har", "Maker", "7", {"server-side", "aliases", "initiators", "cookies"}),
        (INSPECTION, "blacklight", "Blacklight", "1.2.3", {*LISTED, "times", "cookies"}),
        ({**INSPECTION, "cookies": []}, "blacklight", "Blacklight", "1.2.3", {*LISTED, "times"}),
        (
            {**INSPECTION, "hosts": {"requests": {"thirdParty": ["t.example"]}}},
            "website-evidence-collector", "website-evidence-collector", "1.2.3", {*LISTED, "times", "cookies"},
        ),
        (REQUEST, "blacklight-log", "Blacklight", "", {"server-side", "aliases", "filtered", "cookies", "addresses", "bodies"}),
        (lines(REQUEST, REQUEST), "blacklight-log", "Blacklight", "", {"server-side", "aliases", "filtered", "cookies", "addresses", "bodies"}),
        (IOS, "ios-privacy-report", "iOS", "", {*LISTED, "cookies"}),
        (lines({"type": "access"}, IOS), "ios-privacy-report", "iOS", "", {*LISTED, "cookies"}),
        (b"time,tracker,daddr,package\n1,x,t.example,org.app\n", "tracker-control", "TrackerControl", "", {*LISTED, "cookies"}),
        (b"# said\nt.example\n", "hosts", "", "", {*LISTED, "cookies", "times"}),
    ],
)  # fmt: skip
def test_a_file_is_of_the_form_that_it_begins_as(
    data: Any, kind: str, producer: str, version: str, blind: set[str], tmp_path: Path
) -> None:
    found = capture(tmp_path, data)
    assert [each.kind for each in found.files] == [kind]
    assert (found.producer, found.version) == (producer, version)
    assert {*found.cannot_show} == blind
    assert [each.host for each in found.recipients] == ["t.example"]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (IOS, "application"),
        (b"time,tracker,daddr,package\n1,x,t.example,org.app\n", "application"),
        (INSPECTION, "site"),
    ],
)
def test_a_capture_is_of_a_site_or_of_an_application(data: Any, place: str, tmp_path: Path) -> None:
    assert capture(tmp_path, data).place == place


def test_an_application_is_that_of_the_producer_s_own_member(tmp_path: Path) -> None:
    whole = log(entry("https://t.example/"))
    whole["log"]["_tweasel"] = {"apps": [{"id": "org.app", "name": "App"}]}
    found = capture(tmp_path, whole)
    assert ([each.kind for each in found.files], found.place) == (["tweasel-har"], "application")
    whole["log"]["_tweasel"] = {}
    found = capture(tmp_path, whole)
    assert [each.kind for each in found.files] == ["tweasel-har"]
    assert found.place != "application"


def test_a_copy_without_values_cannot_show_them(tmp_path: Path) -> None:
    whole = log(entry("https://t.example/"))
    assert "values" not in capture(tmp_path, whole).cannot_show
    whole["log"]["_redacted"] = {"from": "sha256:x"}
    assert "values" in capture(tmp_path, whole).cannot_show


def test_a_line_that_is_no_object_is_counted_and_passed_over(tmp_path: Path) -> None:
    found = capture(tmp_path, lines(REQUEST) + b"words\n\n[1]\n" + lines(REQUEST))
    assert found.skipped == {"not-an-object": 2}
    assert found.recipients[0].requests == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n ",
        b"[1]",
        b'[{"cardType": "x"}]',
        b'{"x": 1}',
        b"words that are no list\n",
        b'{"log": {"entries": [',
        b'{"browser_cookies": []}',
    ],
)
def test_what_is_no_capture_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        capture(tmp_path, data)


def test_a_har_that_breaks_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = har(entry("https://t.example/"), entry("https://u.example/"))
    found = capture(tmp_path, whole[: whole.index(b"u.example")])
    assert [each.host for each in found.recipients] == ["t.example"]
    assert found.cut == 1
    assert capture(tmp_path, whole).cut is None

"""A capture without its values: of each member what is kept, what stands for the rest, and that nothing else comes along."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.errors import Refused
from auditor.loading.captures.redacted import address, is_har, redacted
from auditor.loading.captures.redacted_lists import redacted_capture
from tests.captures.making import SITE, entry, har


def copied(folder: Path, data: bytes, name: str = "capture.har") -> bytes:
    file = folder / name
    file.write_bytes(data)
    return b"".join(redacted_capture(file))


def member(folder: Path, route: str, value: Any) -> Any:
    """What stands in a copy for a member of the one entry."""
    at = json.loads(copied(folder, har(entry(**{route: value}))))["log"]["entries"][0]
    for step in route.split("__"):
        at = at[step]
    return at


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example", "https://a.example"),
        ("https://a.example/", "https://a.example/"),
        ("https://a.example/word/v2/index.html", "https://a.example/word/v2/index.html"),
        ("https://a.example/app-1.js", "https://a.example/app-1.js"),
        ("https://a.example/12345", "https://a.example/redacted"),
        ("https://a.example/12", "https://a.example/12"),
        ("https://a.example/123", "https://a.example/redacted"),
        ("https://a.example/zoe@b.example/x", "https://a.example/redacted/x"),
        ("https://a.example/" + "x" * 24, "https://a.example/" + "x" * 24),
        ("https://a.example/" + "x" * 25, "https://a.example/redacted"),
        ("https://a.example/a;v=secret;bare", "https://a.example/a;v=redacted;bare=redacted"),
        ("https://a.example/a;zoe@b.example=1", "https://a.example/a;*=redacted"),
        ("https://a.example/?q=secret&token&n=7", "https://a.example/?q=redacted&redacted&n=0"),
        ("https://a.example/?zoe%40b.example=1", "https://a.example/?*=0"),
        ("https://a.example/?u=https%3A%2F%2Fb.example%2F77777", "https://a.example/?u=https%3A%2F%2Fb.example%2Fredacted"),
        ("https://a.example/?m=zoe%40b.example", "https://a.example/?m=redacted%40redacted.invalid"),
        ("wss://a.example/x", "wss://a.example/x"),
        ("data:text/plain,secret", "data:redacted"),
        ("chrome-extension://abc/x", "chrome-extension:redacted"),
        ("x" * 24 + ":secret", "x" * 24 + ":redacted"),
        ("x" * 25 + ":secret", "redacted"),
        ("/path/secret", "/redacted"),
        ("words", "redacted"),
    ],
)  # fmt: skip
def test_of_an_address_the_host_the_words_and_the_names_are_kept(url: str, kept: str) -> None:
    assert address(url) == kept


@pytest.mark.parametrize(
    ("route", "value", "kept"),
    [
        ("time", 12, 12),
        ("response__status", 404, 404),
        ("request__bodySize", 7, 7),
        ("response__statusText", "secret", "redacted"),
        ("request__httpVersion", "HTTP/1.1", "HTTP/1.1"),
        ("request__httpVersion", "h3", "h3"),
        ("request__httpVersion", "secret", "redacted"),
        ("startedDateTime", "2026-03-01T10:00:00.000Z", "2026-03-01T10:00:00.000Z"),
        ("startedDateTime", "yesterday", "redacted"),
        ("serverIPAddress", "203.0.113.7", "203.0.113.7"),
        ("serverIPAddress", "[2001:db8::1]", "[2001:db8::1]"),
        ("serverIPAddress", "secret", "redacted"),
        ("_resourceType", "xhr", "xhr"),
        ("_resourceType", "secret", "redacted"),
        ("response__redirectURL", "", ""),
        ("response__redirectURL", "https://b.example/77777", "https://b.example/redacted"),
        ("response__content__mimeType", "Text/HTML; charset=utf-8", "text/html"),
        ("response__content__mimeType", "secret", "redacted"),
        ("response__content__text", "secret", "redacted"),
        ("response__content__encoding", "base64", "base64"),
        ("request__method", "POST", "POST"),
        ("request__method", "SECRET", "redacted"),
        ("request__cookies", [{"name": "sid", "value": "secret"}], [{"name": "sid", "value": "redacted"}]),
        ("request__cookies", [{"name": "sid", "value": ""}], [{"name": "*", "value": ""}]),
        ("request__headers", [{"name": "X-Name", "value": ""}], [{"name": "X-Name", "value": ""}]),
        ("request__headers", [{"name": "Accept", "value": "secret"}], [{"name": "Accept", "value": "redacted"}]),
        (
            "request__headers",
            [{"name": "Cookie", "value": "a=1; zoe@b.example=2"}],
            [{"name": "Cookie", "value": "a=redacted; *=redacted"}],
        ),
        (
            "response__headers",
            [{"name": "Set-Cookie", "value": "a=1; Path=/\nb=2"}],
            [{"name": "Set-Cookie", "value": "a=redacted\nb=redacted"}],
        ),
        (
            "response__headers",
            [{"name": "Location", "value": "https://b.example/77777"}],
            [{"name": "Location", "value": "https://b.example/redacted"}],
        ),
        (
            "request__headers",
            [{"name": "Origin", "value": "https://b.example"}],
            [{"name": "Origin", "value": "https://b.example"}],
        ),
        (
            "response__headers",
            [{"name": "Content-Type", "value": "text/html; charset=x"}],
            [{"name": "Content-Type", "value": "text/html"}],
        ),
        ("request__headers", [{"x": "secret"}], [{"x": "redacted"}]),
        ("_initiator", {"type": "script", "url": "https://b.example/77777"}, {"type": "script", "url": "https://b.example/redacted"}),
        ("_initiator", {"type": "secret", "url": 5, "more": "secret"}, {"type": "other", "url": "redacted"}),
        ("_initiator", "https://b.example/77777", "https://b.example/redacted"),
        ("_initiator", "secret", "redacted"),
        ("_initiator", '{"type": "script", "x": "secret"}', '{"type":"script"}'),
        ("request__postData", {"text": ""}, {"text": ""}),
        ("request__postData", {"text": "secret words"}, {"text": "redacted"}),
        ("request__postData", {"text": "a=secret&n=7"}, {"text": "a=redacted&n=0"}),
        ("request__postData", {"text": '{"a": "secret"}'}, {"text": '{"a":"redacted"}'}),
        ("request__postData", {"params": [5, {"name": "a", "value": "secret"}]}, {"params": ["redacted", {"name": "a", "value": "redacted"}]}),
        ("request__postData", {"mimeType": 5, "text": 5}, {}),
        ("_webSocketMessages", [{"type": "send", "data": "secret", "time": 3}], [{"type": "send", "data": "redacted"}]),
        ("_webSocketMessages", [{"type": "secret", "data": "secret"}], [{"type": "redacted", "data": "redacted"}]),
    ],
)  # fmt: skip
def test_of_a_member_of_an_entry_only_what_is_of_the_format_is_kept(
    route: str, value: Any, kept: Any, tmp_path: Path
) -> None:
    assert member(tmp_path, route, value) == kept


def test_a_member_that_the_format_does_not_have_is_gone(tmp_path: Path) -> None:
    odd = entry(_odd="secret", request__odd="secret")
    (copy,) = json.loads(copied(tmp_path, har(odd)))["log"]["entries"]
    assert "_odd" not in copy
    assert "odd" not in copy["request"]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ([{"name": "q", "value": ""}], [{"name": "q", "value": ""}]),
        ([{"name": "secret", "value": ""}], [{"name": "*", "value": ""}]),
        ([{"name": "q", "value": "word"}, 5], [{"name": "q", "value": "redacted"}, "redacted"]),
    ],
)
def test_a_parameter_without_a_value_is_named_where_its_address_gives_it_as_a_name(
    value: Any, kept: Any, tmp_path: Path
) -> None:
    made = entry("https://a.example/?q=&secret", request__queryString=value)
    (copy,) = json.loads(copied(tmp_path, har(made)))["log"]["entries"]
    assert copy["request"]["queryString"] == kept


def test_pages_are_renamed_alike_wherever_they_are_named(tmp_path: Path) -> None:
    pages = [
        {"id": "zoe", "title": f"{SITE}77777"},
        {"id": "ana", "title": "a.example"},
        {"id": "x", "title": "secret"},
    ]
    made = har(entry(pageref="ana"), entry(pageref="zoe"), entry(pageref="ana"), pages=pages)
    log = json.loads(copied(tmp_path, made))["log"]
    assert [each["pageref"] for each in log["entries"]] == ["page_1", "page_2", "page_1"]
    assert [(each["id"], each["title"]) for each in log["pages"]] == [
        ("page_2", f"{SITE}redacted"),
        ("page_1", "a.example"),
        ("page_3", "redacted"),
    ]


def test_who_made_a_capture_is_kept_by_name_and_version(tmp_path: Path) -> None:
    creator = {"name": "x" * 100, "version": "1", "comment": "secret"}
    log = json.loads(copied(tmp_path, har(entry(), creator=creator)))["log"]
    assert log["creator"] == {"name": "x" * 80, "version": "1"}
    assert log["version"] == "1.2"


def test_a_har_without_entries_is_copied_without_any(tmp_path: Path) -> None:
    file = tmp_path / "x.har"
    file.write_bytes(har())
    assert is_har(file)
    assert json.loads(b"".join(redacted(file)))["log"]["entries"] == []


@pytest.mark.parametrize("data", [b'{"log": []}', b'{"log": {"entries": [', b'{"logs": {}}'])
def test_what_holds_no_log_is_refused(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.har"
    file.write_bytes(data)
    with pytest.raises(Refused):
        b"".join(redacted(file))


# lists


def test_of_an_inspection_hosts_cookies_and_times_are_kept(tmp_path: Path) -> None:
    inspection = {
        "uri_ins": "https://www.clinic.example/77777",
        "uri_dest": "https://www.clinic.example/fr",
        "uri_redirects": ["https://b.example/77777", 5],
        "start_time": "2026-03-01T10:00:00.000Z",
        "end_time": "secret",
        "script": {"version": {"npm": "1.2.3", "commit": "secret"}},
        "hosts": {"requests": {"third_party": ["T.example", "word", 5, "localhost"], "other": ["u.example"]}},
        "cookies": [{"name": "sid", "value": "secret", "domain": ".T.example"}, 5, {"name": 5}, {"name": "a", "domain": 5}],
        "reports": {"cookies": [{"name": "b", "domain": "t.example"}], "more": "secret"},
        "secret": "secret",
    }  # fmt: skip
    copy = json.loads(copied(tmp_path, json.dumps(inspection).encode(), "inspection.json"))
    assert copy.pop("_redacted")["from"].startswith("sha256:")
    assert copy == {
        "uri_ins": "https://www.clinic.example/redacted",
        "uri_dest": "https://www.clinic.example/fr",
        "uri_redirects": ["https://b.example/redacted", None],
        "start_time": "2026-03-01T10:00:00.000Z",
        "end_time": None,
        "script": {"version": {"npm": "1.2.3"}},
        "hosts": {"requests": {"third_party": ["t.example", None, None, "localhost"]}},
        "cookies": [
            {"name": "sid", "value": "redacted", "domain": "t.example"},
            None,
            None,
            {"name": "a", "value": "redacted", "domain": ""},
        ],
        "reports": {"cookies": [{"name": "b", "value": "redacted", "domain": "t.example"}]},
    }


def test_of_a_log_requests_and_who_made_them_are_kept_line_by_line(tmp_path: Path) -> None:
    lines = [
        {"message": {"type": "TrackingRequest", "url": "https://t.example/77777", "data": "secret",
                     "stack": [{"fileName": "https://s.example/77777"}, {}, 5]},
         "timestamp": "2026-03-01T10:00:00.000Z", "level": "secret"},
        {"message": {"type": "secret", "url": 5}, "timestamp": "secret"},
        {"message": "secret"},
    ]  # fmt: skip
    data = b"".join(json.dumps(line).encode() + b"\n" for line in lines) + b"no line\n\n"
    copy = copied(tmp_path, data, "inspection-log.ndjson").decode().splitlines()
    assert [json.loads(line) for line in copy[:3]] == [
        {
            "message": {
                "type": "TrackingRequest",
                "url": "https://t.example/redacted",
                "stack": [{"fileName": "https://s.example/redacted"}, {}, {}],
            },
            "timestamp": "2026-03-01T10:00:00.000Z",
        },
        {"message": {"type": "redacted"}},
        {"message": "redacted"},
    ]
    assert copy[3] == "redacted"
    assert [line for line in copy[4:] if line] == []


def test_of_a_report_of_a_telephone_what_is_no_line_stays_none(tmp_path: Path) -> None:
    activity = {"type": "networkActivity", "domain": "T.example", "hits": 3, "bundleID": "org.app"}
    odd = {"type": "secret", "domain": 5, "hits": "secret", "bundleID": 5, "timeStamp": "secret"}
    data = json.dumps(activity) + "\n" + json.dumps(odd) + "\nno line\n"
    copy = copied(tmp_path, data.encode(), "report.ndjson").decode().splitlines()
    assert json.loads(copy[0]) == {**activity, "domain": "t.example"}
    assert json.loads(copy[1]) == {"type": "redacted"}
    assert copy[2] == "redacted"


def test_of_a_report_of_applications_the_host_the_time_and_the_application_are_kept(tmp_path: Path) -> None:
    rows = "package,daddr,time,tracker,more\norg.app,T.example,1700000000000,secret,secret\norg.app,word word,soon,x,y\norg.app\n"
    copy = copied(tmp_path, rows.encode(), "report.csv").decode().splitlines()
    assert copy == [
        "daddr,time,tracker,package",
        "t.example,1700000000000,redacted,org.app",
        ",,redacted,org.app",
        "redacted",
    ]


def test_of_a_list_of_hosts_what_follows_a_host_is_gone(tmp_path: Path) -> None:
    copy = copied(tmp_path, b"T.example, secret\n# secret\n\n203.0.113.7 seen\n", "hosts.txt").decode()
    assert "secret" not in copy
    assert next(line for line in copy.splitlines() if line).lower() == "t.example"
    assert [line.lower() for line in copy.splitlines()] == ["t.example", "#", "", "203.0.113.7"]

"""Nothing of a value is in any output: a secret planted in every place that a capture can hold one is found in none."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from auditor.api.capture import captured, redact_to
from tests.captures.making import SITE, entry, log
from tests.captures.oddities import IOS, ODDITIES, PARTLY, lines
from tests.running import run_here

SECRET = "jeanne.Dupont-1984@secret.example"  # noqa: S105
BARE = "hunter2hunter2"
TOKEN = "9f86d081884c7d65"  # noqa: S105
T = "https://a.tracker.example"
SECRETS = (SECRET, quote(SECRET), "jeanne", "Dupont", BARE, TOKEN, b64encode(SECRET.encode()).decode())


def pair(name: str, value: str) -> dict[str, str]:
    return {"name": name, "value": value, "comment": SECRET, "path": f"/{TOKEN}", "domain": "x.example"}


def planted() -> dict[str, Any]:
    """A HAR with a secret wherever one may stand, and without one in names of hosts, parameters, cookies and headers."""
    url = f"https://user:{BARE}@a.tracker.example/{TOKEN}/{SECRET};uid={SECRET};{TOKEN}=1?uid={quote(SECRET)}&{BARE}&{TOKEN}=1&e={BARE}#{BARE}"
    body = json.dumps({"email": SECRET, "users": {TOKEN: {"name": SECRET}}, SECRET: 1, "n": [BARE]})
    bodies = [
        {"mimeType": f"application/json; x={BARE}", "text": body, "comment": SECRET},
        {"mimeType": "application/x-www-form-urlencoded", "text": f"email={SECRET}&{BARE}&{TOKEN}={BARE}"},
        {"mimeType": "application/x-www-form-urlencoded", "params": [pair("email", SECRET), pair(TOKEN, BARE)]},
        {"mimeType": "multipart/form-data", "text": f'--x\r\nContent-Disposition: form-data; name="email"\r\n\r\n{SECRET}\r\n--x--'},
        {"mimeType": "text/plain", "text": SECRET},
        {"mimeType": BARE, "text": body + "\n" + body},
    ]  # fmt: skip
    whole = entry(
        url,
        comment=SECRET,
        _custom={"deep": [SECRET, {SECRET: SECRET}], BARE: 1},
        connection=BARE,
        cache={"beforeRequest": {"eTag": BARE}, "comment": SECRET},
        serverIPAddress=SECRET,
        startedDateTime="2026-03-01T10:00:00Z",
        _initiator={"type": BARE, "url": f"{SITE}{TOKEN}?{BARE}", "stack": {"callFrames": [{"functionName": BARE, "url": f"{SITE}{BARE}"}]}},
        _initiator_detail=json.dumps({"type": "script", "url": f"{SITE}{BARE}"}),
        _resourceType=BARE,
        _webSocketMessages=[{"type": "send", "data": SECRET, "opcode": 1, "time": 1}, {"type": BARE, "data": BARE}],
        request__method="POST",
        request__httpVersion=BARE,
        request__comment=SECRET,
        request__headers=[
            pair("Referer", f"{SITE}{TOKEN}?{BARE}"), pair("Cookie", f"uid={SECRET}; {TOKEN}={BARE}; {BARE}{BARE}{BARE}"),
            pair("Authorization", f"Bearer {BARE}"), pair("X-Odd", SECRET), pair("Content-Type", f"text/plain;{BARE}"),
            pair("Origin", f"{SITE}{BARE}"), pair("Sec-Fetch-Dest", BARE), pair(TOKEN, BARE),
        ],
        request__queryString=[pair("uid", SECRET), pair(BARE, ""), pair(TOKEN, "1"), pair("e", BARE)],
        request__cookies=[pair("uid", SECRET), pair(TOKEN, BARE)],
        response__statusText=SECRET,
        response__comment=BARE,
        response__redirectURL=f"{T}/{TOKEN}?uid={SECRET}",
        response__status=302,
        response__headers=[pair("Location", f"{T}/{TOKEN}?{BARE}"), pair("Set-Cookie", f"uid={SECRET}; Path=/{BARE}\n{TOKEN}={BARE}"), pair("ETag", BARE)],
        response__cookies=[pair("uid", SECRET), pair(TOKEN, BARE)],
        response__content={"size": 5, "mimeType": f"text/html; {BARE}", "text": SECRET, "encoding": BARE, "comment": SECRET},
    )  # fmt: skip
    entries = [{**whole, "request": {**whole["request"], "postData": each}} for each in bodies]
    # a query that no list of parameters repeats, cookies that are no list
    entries.append({**whole, "request": {**whole["request"], "queryString": [], "cookies": {"uid": SECRET}}})
    entries.append({**whole, "request": {**whole["request"], "cookies": f"uid={SECRET}; {TOKEN}={BARE}"}})
    entries.append(
        {**whole, "_initiator": json.dumps({"type": BARE, "url": f"{SITE}{BARE}"}), "pageref": BARE}
    )
    entries.append(
        {**whole, "_initiator": f"{SITE}{BARE}?{SECRET}", "request": {"url": f"data:text/plain,{SECRET}"}}
    )
    entries += [SECRET, {"request": {"url": SECRET}}, {SECRET: SECRET}]
    return log(
        *entries,
        pages=[
            {"id": "page_1", "title": f"{SITE}{TOKEN}/{BARE}?q={BARE}", "_URL": f"{SITE}{TOKEN}?q={BARE}", "comment": SECRET},
            {"id": BARE, "title": f"Results for {SECRET}", "_meta": {"url": f"{SITE}{BARE}"}},
        ],
        comment=SECRET,
        browser={"name": "b", "version": "1", "comment": SECRET},
        creator={"name": "c", "version": "1", "comment": SECRET},
        _extra={"a": SECRET, BARE: SECRET},
    )  # fmt: skip


OTHERS = {
    "inspection.json": json.dumps(
        {
            "title": SECRET, "uri_ins": f"{SITE}{BARE}", "uri_dest": f"{SITE}{BARE}?{SECRET}", "start_time": BARE,
            "hosts": {"requests": {"third_party": ["a.tracker.example", SECRET, BARE]}},
            "cookies": [pair("uid", SECRET) | {"domain": "a.tracker.example"}, pair(TOKEN, BARE)],
            "reports": {"x": SECRET}, "script": {"version": {"npm": "1"}}, "browser": {"user_agent": BARE},
        }
    ).encode(),
    "log.ndjson": lines(
        {"message": SECRET, "level": BARE},
        {"message": {"type": "TrackingRequest", "url": f"{T}/{TOKEN}?uid={SECRET}&{BARE}", "stack": [{"fileName": f"{SITE}{BARE}"}], "data": {"query": SECRET}}},
    ),
    "ios.ndjson": lines({**IOS, "context": SECRET, "initiatedType": BARE}),
    "tracker.csv": f'"uid","daddr","time","Tracker","Package","App"\n"{TOKEN}","a.tracker.example","1","{SECRET}","app.one","{BARE}"\n'.encode(),
    "hosts.txt": f"a.tracker.example,{SECRET}\nhttps://b.other.example/{BARE}?{SECRET}\n".encode(),
}  # fmt: skip


def leaked(*texts: str) -> list[str]:
    return [secret for secret in SECRETS for text in texts if secret.lower() in text.lower()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "planted.har").write_text(json.dumps(planted()), encoding="utf-8")
    for name, data in OTHERS.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("name", ["planted.har", *OTHERS])
def test_show_tells_no_value(
    name: str, form: str, lang: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    done = run_here(capfd, "capture", "show", str(folder / name), "--format", form, "--lang", lang)
    assert done.returncode == 0
    assert "tracker.example" in done.stdout
    assert leaked(done.stdout, done.stderr) == []


@pytest.mark.parametrize("form", ["text", "json"])
def test_diff_tells_no_value(form: str, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    names = [str(folder / name) for name in ("planted.har", *OTHERS)]
    done = run_here(capfd, "capture", "diff", *names, "--format", form)
    assert (done.returncode, leaked(done.stdout, done.stderr)) == (0, [])


def test_a_redacted_copy_holds_no_value_and_shows_the_same(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    copy = folder / "copy.har"
    done = run_here(capfd, "capture", "redact", str(folder / "planted.har"), "--out", str(copy))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert leaked(copy.read_text(encoding="utf-8")) == []
    seen = run_here(capfd, "capture", "diff", str(folder / "planted.har"), str(copy), "--format", "json")
    told = json.loads(seen.stdout)
    assert [each for each in told["differing"] if each["what"] != "kind"] == []
    assert told["common"]["parameter"] > 5
    assert "values" in told["why"] or not told["differing"]


@pytest.mark.parametrize("name", OTHERS)
def test_a_redacted_copy_of_a_list_holds_no_value_and_shows_the_same(
    name: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    copy = folder / f"copy-of-{name}"
    done = run_here(capfd, "capture", "redact", str(folder / name), "--out", str(copy))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert leaked(copy.read_text(encoding="utf-8")) == []
    one, other = captured([folder / name, copy])
    assert (other.files[0].kind, other.requests) == (one.files[0].kind, one.requests)
    assert (other.skipped, other.noise, other.sites) == (one.skipped, one.noise, one.sites)
    assert [(each.host, each.pointer.partition("#")[2]) for each in other.recipients] == [
        (each.host, each.pointer.partition("#")[2]) for each in one.recipients
    ]


def test_a_redacted_copy_of_cookies_alone_holds_their_names(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file, copy = tmp_path / "cookies.json", tmp_path / "copy.json"
    file.write_text(json.dumps({"browser_cookies": [pair("uid", SECRET), SECRET]}), encoding="utf-8")
    assert run_here(capfd, "capture", "redact", str(file), "--out", str(copy)).returncode == 0
    told = json.loads(copy.read_text(encoding="utf-8"))
    assert told["browser_cookies"] == [{"name": "uid", "value": "redacted", "domain": "x.example"}, None]
    assert leaked(copy.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", sorted(set(ODDITIES) - PARTLY))
def test_every_odd_capture_has_a_redacted_copy_that_shows_its_recipients(name: str, tmp_path: Path) -> None:
    file, copy = tmp_path / "capture", tmp_path / "copy"
    file.write_bytes(ODDITIES[name].data)
    redact_to([file], copy)
    one, other = captured([file, copy])
    assert [each.host for each in other.third_parties] == [each.host for each in one.third_parties]


def test_a_refusal_tells_no_value(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    broken = {
        "words": SECRET.encode(),
        "list": json.dumps([SECRET, BARE]).encode(),
        "object": json.dumps({SECRET: BARE}).encode(),
        "cut": json.dumps({"log": {"comment": SECRET}})[:-6].encode(),
        "cookies": json.dumps({"browser_cookies": {"a": SECRET}})[:-3].encode(),
        "deep": b'{"' + BARE.encode() + b'": {"log": ' + b'{"a":' * 500,
    }
    for name, data in broken.items():
        file = tmp_path / name
        file.write_bytes(data)
        done = run_here(capfd, "capture", "show", str(file))
        assert (done.returncode, leaked(done.stdout, done.stderr)) == (2, []), name
        done = run_here(capfd, "capture", "redact", str(file), "--out", str(tmp_path / "copy"))
        assert (done.returncode, leaked(done.stdout, done.stderr)) == (2, []), name
        assert not (tmp_path / "copy").exists()

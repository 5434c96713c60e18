"""Small steps of reading a capture, each by itself: numbers, lists, pages, packed files, and what stands for a value."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from auditor.api.capture import captured
from auditor.errors import Refused
from auditor.loading.captures import collected, har, hosts, listed, names, rules
from auditor.loading.captures.gathered import Gathered, Name, is_full
from auditor.loading.captures.hosts import parted
from auditor.loading.captures.listed import Applications
from auditor.loading.captures.opened import Opened
from auditor.loading.captures.outside import LongNumber, of_short_numbers
from auditor.loading.captures.pages import Pages, har_pages
from auditor.loading.captures.pointer import all_lead
from auditor.loading.captures.recognised import surely_a_capture
from auditor.loading.captures.redacted import address, redacted, stand_in
from auditor.loading.captures.redacted_lists import redacted_capture
from auditor.loading.captures.rules import NUMBER
from auditor.loading.captures.streamed import Cut
from auditor.loading.files.folder import shipped
from auditor.model.capture import CapturePage
from tests.captures.making import SITE, entry
from tests.captures.making import har as made
from tests.captures.test_shown import read


@pytest.mark.parametrize(
    ("root", "is_one"),
    [
        ({"hosts": {}, "uri_ins": SITE}, True),
        ({"hosts": [], "uri_ins": SITE}, False),
        ({"uri_ins": SITE}, False),
        ({"hosts": {}}, False),
        ({"hosts": {}, "uri_ins": 1}, False),
    ],
)
def test_an_inspection_has_hosts_and_the_address_asked_for(root: dict[str, Any], *, is_one: bool) -> None:
    assert collected.is_inspection(root) is is_one


def inspected(root: dict[str, Any]) -> Gathered:
    gathered = Gathered("x")
    collected.add_hosts(gathered, {"hosts": {"requests": {"thirdParty": ["a.example", "b.example"]}}, **root})
    return gathered


@pytest.mark.parametrize(
    ("root", "at"),
    [
        ({"cookies": [{"name": "sid", "domain": ".a.example"}]}, "/cookies/0"),
        ({"reports": {"cookies": [{"name": "sid", "domain": "a.example"}]}}, "/reports/cookies/0"),
    ],
)
def test_a_cookie_is_set_by_the_host_called_that_its_domain_names(root: dict[str, Any], at: str) -> None:
    gathered = inspected(root)
    assert gathered.cookies_recorded
    called = {host: list(each.cookies_set.items()) for (_, host), each in gathered.called.items()}
    assert called == {"a.example": [("sid", [at, 1])], "b.example": []}


@pytest.mark.parametrize("domain", [None, "", "elsewhere.example", 7])
def test_a_cookie_of_no_host_that_was_called_is_nobodys(domain: Any) -> None:
    gathered = inspected({"cookies": [{"name": "sid", "domain": domain}]})
    assert not any(each.cookies_set for each in gathered.called.values())


@pytest.mark.parametrize(
    ("url", "full"),
    [
        ("https://a.example", False),
        ("https://a.example/", False),
        ("https://a.example/?q=1", True),
        ("https://a.example/b", True),
    ],
)
def test_an_address_says_more_than_an_origin_by_a_path_or_a_query(url: str, *, full: bool) -> None:
    found = parted(url)
    assert found is not None
    assert is_full(found) is full


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("12", 12),
        (" 12 ", 12),
        ("-1", -1),
        ("1.5", 0),
        ("", 0),
        ("1" * 15, 111111111111111),
        ("1" * 16, 0),
        (3, 3),
        (None, 0),
        ([], 0),
        ("²", 0),
    ],
)
def test_a_number_may_stand_in_a_text_of_bounded_length(value: Any, number: float) -> None:
    assert har._number(value) == number


@pytest.mark.parametrize(
    ("header", "cookies", "found"),
    [
        ("a=1; b=2", None, [("a", "/h"), ("b", "/h")]),
        ("", None, []),
        ("a=1", [{"name": "c", "value": "1"}], [("c", "/cookies/0")]),
    ],
)
def test_cookies_are_told_by_the_list_of_them_else_by_the_header(
    header: str, cookies: Any, found: list[tuple[str, str]]
) -> None:
    assert names.cookies_sent(cookies, header, "/h") == found


def test_a_cookie_that_a_header_sets_is_shown_where_the_header_stands(tmp_path: Path) -> None:
    headers = [{"name": "Server", "value": "x"}, {"name": "Set-Cookie", "value": "sid=abc; Path=/"}]
    capture = read(tmp_path, entry("https://t.example/", response__headers=headers))
    (found,) = capture.third_parties
    assert [(each.name, each.pointer.partition("#")[2]) for each in found.cookies_set] == [
        ("sid", "/log/entries/1/response/headers/1")
    ]


@pytest.mark.parametrize("status", [301, "302", 0])
def test_who_is_sent_on_by_a_status_is_told(status: Any, tmp_path: Path) -> None:
    first = entry(
        "https://t.example/a",
        response__status=status,
        response__redirectURL="https://u.example/b",
        response__content={"size": 0},
        response__bodySize=0,
    )
    capture = read(tmp_path, first, entry("https://u.example/b"))
    by = {each.host: each.redirected_from for each in capture.third_parties}
    assert by["u.example"] == ["t.example"]


def test_a_query_is_told_by_the_list_of_parameters_else_as_it_stands() -> None:
    given = [{"name": "a", "value": "1"}]
    assert [(found.name, found.at) for found in names.in_query("b=2", given)] == [("a", "/queryString/0")]
    assert [(found.name, found.at) for found in names.in_query("b=2&c", [])] == [("b", "/url"), ("*", "/url")]
    assert list(names.in_query("", None)) == []


def test_a_body_of_no_stated_kind_is_read_by_its_shape() -> None:
    assert [found.name for found in names.in_body({"text": "a=1&b=2"})] == ["a", "b"]
    assert [found.name for found in names.in_body({"text": "no form at all", "mimeType": None})] == []
    form = {"text": "!a=1", "mimeType": "application/x-www-form-urlencoded"}
    assert len(list(names.in_body(form))) == 1


def test_rows_of_a_report_that_say_nothing_are_no_entries() -> None:
    gathered = Gathered("x")
    rows = ["daddr,package,time", "", "a.example,org.app,1700000000000", "", "b.example,org.app,1"]
    listed.add_rows(gathered, Applications(), rows)
    assert gathered.entries == 2
    assert {host for _, host in gathered.called} == {"a.example", "b.example"}


def test_a_line_of_separators_names_no_host() -> None:
    gathered = Gathered("x")
    listed.add_listed(gathered, ["a.example;seen twice", " ; , ", "# said", ""])
    assert [host for _, host in gathered.called] == ["a.example"]
    assert (gathered.entries, dict(gathered.skipped)) == (2, {"not-a-host": 1})


def test_the_longest_value_of_a_parameter_is_that_of_all_pages(tmp_path: Path) -> None:
    short = entry("https://t.example/?q=ab")
    long = entry("https://t.example/?q=abcdefgh", pageref=None)
    capture = read(tmp_path, short, long)
    (found,) = capture.third_parties
    (parameter,) = found.parameters
    assert (parameter.requests, parameter.longest) == (2, 8)
    assert Name("x").longest == 0


def page(number: int) -> CapturePage:
    return CapturePage(number=number, host="a.example", sites=["a.example"], by="url", pointer="")


def test_an_entry_that_names_no_page_is_of_the_only_one_and_of_none_of_several() -> None:
    one, two = Pages([page(1)], {"p": 1}), Pages([page(1), page(2)], {"p": 1, "q": 2})
    assert [one.number(key) for key in ("p", "other", None)] == [1, 1, 1]
    assert [two.number(key) for key in ("p", "q", "other", None)] == [1, 2, 0, 0]


@pytest.mark.parametrize("member", ["_URL", "_url", "url"])
def test_the_address_of_a_page_may_stand_in_a_member_of_three_names(member: str) -> None:
    (found,) = har_pages({"pages": [{"id": "p", member: SITE}]}, Gathered("x"), ()).pages
    assert (found.host, found.by) == ("www.clinic.example", "url")


def test_without_pages_the_one_document_asked_for_is_the_page() -> None:
    gathered = Gathered("x")
    assert har_pages({}, gathered, ()).pages == []
    gathered.documents[None, "a.example"] += 1
    (found,) = har_pages({}, gathered, ()).pages
    assert (found.number, found.host, found.by) == (1, "a.example", "document")
    gathered.documents[None, "a.example"] += 1
    assert har_pages({}, gathered, ()).pages == []


def opened(folder: Path, data: bytes) -> tuple[Opened, bytes]:
    file = folder / "file"
    file.write_bytes(data)
    read = Opened(file, "file")
    return read, b"".join(read.chunks())


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("utf-32", "utf-32"),
    ],
)
def test_a_file_is_read_in_its_encoding_and_says_which(encoding: str, said: str, tmp_path: Path) -> None:
    read, text = opened(tmp_path, '{"é": 1}'.encode(encoding))
    assert (text.decode(), read.encoding, read.replaced) == ('{"é": 1}', said, 0)


def test_a_text_that_begins_with_a_mark_of_byte_order_is_read_by_it(tmp_path: Path) -> None:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        read, text = opened(tmp_path, mark + "éé".encode(encoding))
        assert (text.decode(), read.encoding) == ("éé", "utf-16")


def test_members_of_a_packed_file_are_read_one_after_another(tmp_path: Path) -> None:
    read, text = opened(tmp_path, gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0")
    assert (text, read.packed, read.broken) == (b"one two", "gzip", None)


def test_an_archive_that_is_damaged_is_called_broken(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.har", b"0123456789" * 10)
    sound, text = opened(tmp_path, held.getvalue())
    assert (len(text), sound.packed, sound.member, sound.broken) == (100, "zip", "a.har", None)
    damaged, _ = opened(tmp_path, held.getvalue().replace(b"0123456789", b"0123456780", 1))
    assert damaged.broken is not None


def test_pointers_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    file = tmp_path / "capture.har"
    file.write_bytes(made(entry()))
    there = ["/log/entries/0/request/url", "/log/pages/0/id"]
    assert all_lead(file, there) == []
    nowhere = ["/log/entries/0/request/nothing", "/log/entries/9", "/log/pages/0/nothing"]
    assert all_lead(file, [*there, *nowhere]) == sorted(nowhere)


def copied(folder: Path, *entries: Any) -> dict[str, Any]:
    file = folder / "capture.har"
    file.write_bytes(made(*entries))
    copy: dict[str, Any] = json.loads(b"".join(redacted(file)))["log"]
    return copy


def test_a_redacted_copy_keeps_addresses_kinds_and_words_of_the_format(tmp_path: Path) -> None:
    initiator = {"type": "script", "url": f"{SITE}a.js", "stack": {"callFrames": [{"url": f"{SITE}b.js"}]}}
    posted = {"mimeType": "text/plain; charset=x", "params": [{"name": "a", "value": "secret"}]}
    kept = copied(
        tmp_path,
        entry(
            "https://[2001:db8::1]/x?mail=a%40b.example",
            request__method="POST",
            request__postData=posted,
            _initiator=initiator,
            _resourceType="script",
        ),
    )["entries"][0]
    assert kept["request"]["method"] == "POST"
    assert kept["request"]["url"].startswith("https://[2001:db8::1]/x?mail=redacted%40redacted.invalid")
    assert kept["request"]["postData"]["params"] == [{"name": "a", "value": "redacted"}]
    assert kept["request"]["postData"]["mimeType"] == "text/plain"
    assert kept["_initiator"]["url"] == f"{SITE}a.js"
    assert kept["_initiator"]["stack"] == {"callFrames": [{"url": f"{SITE}b.js"}]}
    assert kept["_resourceType"] == "script"
    assert kept["response"]["content"]["mimeType"] == "text/plain"


@pytest.mark.parametrize(
    ("value", "stands"),
    [
        ("a@b.example", "redacted@redacted.invalid"),
        ("a@b", "redacted"),
        ("12.5", "0"),
        ("-3", "0"),
        ("1" * 13, "redacted"),
        ("f" * 32, "0" * 32),
        ("word", "redacted"),
        ("https://a.example/b", "https://a.example/b"),
    ],
)
def test_what_stands_for_a_value_is_of_its_shape(value: str, stands: str) -> None:
    assert stand_in(value) == stands


def test_an_address_with_a_number_for_a_host_keeps_its_brackets() -> None:
    assert address("https://[2001:db8::1]/a") == "https://[2001:db8::1]/a"
    assert address("https://a.example/a") == "https://a.example/a"


@pytest.mark.parametrize(
    ("text", "is_one"), [("1", True), ("-1.25", True), ("1.", False), ("x", False), ("1" * 13, False)]
)
def test_a_number_is_figures_with_a_sign_and_a_fraction(text: str, *, is_one: bool) -> None:
    assert bool(NUMBER.match(text)) is is_one


def test_the_name_of_a_site_in_an_address_is_no_word_of_its_visitor(tmp_path: Path) -> None:
    found = read(tmp_path, entry("https://t.example/?u=https%3A%2F%2Fdiabetes.example%2F")).third_parties[0]
    assert not any(kind.kind == "health-words" for each in found.parameters for kind in each.kinds)


@pytest.mark.parametrize(
    ("said", "ended"),
    [
        ("premature EOF", True),
        ("Incomplete JSON data", True),
        ("incomplete JSON", True),
        ("bad value", False),
    ],
)
def test_json_that_merely_ended_is_told_from_json_that_is_wrong(said: str, *, ended: bool) -> None:
    assert Cut(said).ended is ended


def test_what_parts_of_a_visit_skipped_is_added_up(tmp_path: Path) -> None:
    (tmp_path / "capture.har").write_bytes(
        made(entry(), entry("nothing"), entry("data:text/plain,x"), entry("https://t.example/"))
    )
    (whole,) = captured([tmp_path])
    assert sum(whole.skipped.values()) + sum(whole.noise.values()) == 2


def test_what_a_capture_cannot_show_is_told_by_what_no_entry_has(tmp_path: Path) -> None:
    plain = read(tmp_path, entry("https://t.example/", serverIPAddress=None), entry(serverIPAddress=None))
    assert "initiators" in plain.cannot_show
    told = read(tmp_path, entry("https://t.example/", _initiator={"type": "script", "url": f"{SITE}a.js"}))
    assert "initiators" not in told.cannot_show
    assert "addresses" not in told.cannot_show


def test_a_scheme_that_sends_nothing_over_a_network_is_noise_of_its_kind(tmp_path: Path) -> None:
    found = read(tmp_path, entry("gopher://x.example/"), entry("data:text/plain,x"), entry("chrome://flags/"))
    assert dict(found.noise) == {"other-scheme": 1, "data": 1, "browser": 1}


def test_headers_whose_names_are_no_texts_are_passed_over(tmp_path: Path) -> None:
    headers = [{"name": 5, "value": "x"}, "Referer: nothing", {"name": "Referer", "value": f"{SITE}a?b"}]
    (found,) = read(tmp_path, entry("https://t.example/", request__headers=headers)).third_parties
    assert found.referrer == {"full": 1}


@pytest.mark.parametrize(
    ("request_", "bodies"),
    [
        ({"request__postData": {"text": "a=1"}}, 1),
        ({"request__postData": {"params": [{"name": "a"}]}}, 1),
        ({"request__postData": {}, "request__bodySize": 0}, 0),
        ({"request__postData": {}, "request__bodySize": 3}, 1),
        ({"request__postData": "a=1", "request__bodySize": 0}, 1),
        ({"request__bodySize": 3}, 1),
        ({"request__bodySize": 0}, 0),
    ],
)
def test_a_request_has_a_body_where_one_is_there_or_counted(
    request_: dict[str, Any], bodies: int, tmp_path: Path
) -> None:
    (found,) = read(tmp_path, entry("https://t.example/", request__method="POST", **request_)).third_parties
    assert found.bodies == bodies


@pytest.mark.parametrize(
    ("host", "domain", "site"),
    [
        ("www.shop.example", "shop.example", "shop.example"),
        ("a.b.co.uk", "b.co.uk", "b.co.uk"),
        ("a.github.io", "github.io", "a.github.io"),
        ("203.0.113.7", "203.0.113.7", "203.0.113.7"),
    ],
)
def test_a_domain_is_registrable_and_a_site_may_lie_below_one(host: str, domain: str, site: str) -> None:
    for cached in (hosts.domain_of, hosts.site_of, hosts._lists):
        cached.cache_clear()
    assert (hosts.domain_of(host), hosts.site_of(host)) == (domain, site)


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (" stats.example ", "stats.example"),
        ("https://stats.example/x", "stats.example"),
        ("1.2.3", ""),
        ("version 2.0", ""),
        ("a@b.example", ""),
        ("word", ""),
    ],
)
def test_a_text_is_a_host_where_it_names_one_and_no_number(text: str, host: str) -> None:
    assert hosts.host_like(text) == host


def test_addresses_of_a_recipient_are_in_one_order(tmp_path: Path) -> None:
    addresses = [f"203.0.113.{number}" for number in (9, 8, 7, 6, 5, 4, 3, 2, 1)]
    (found,) = read(
        tmp_path, *(entry("https://t.example/", serverIPAddress=each) for each in addresses)
    ).third_parties
    assert found.addresses == sorted(addresses)


def test_digits_within_a_string_that_begins_a_piece_are_no_number() -> None:
    piece = b'"' + b"1" * 5_000 + b'"'
    assert list(of_short_numbers([piece], lambda: [piece])) == [piece]
    number = b"1" * 5_000
    with pytest.raises(LongNumber):
        list(of_short_numbers([number], lambda: [number]))


def test_a_capture_without_addresses_cannot_show_aliases(tmp_path: Path) -> None:
    file = tmp_path / "none.har"
    file.write_bytes(made(entry("https://t.example/", serverIPAddress=None)))
    assert "addresses" in captured([file])[0].cannot_show
    file.write_bytes(made(entry("https://t.example/", serverIPAddress=None), entry()))
    assert "addresses" not in captured([file])[0].cannot_show


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "surely"),
    [
        (zipped(a__har=b"{}"), True),
        (zipped(a__txt=b"{}"), False),
        (zipped(a__har=b"{}")[:40], False),
        (gzip.compress(b"x"), True),
        (b'\xef\xbb\xbf {"log": {"entries": []}}', True),
        (b'{"catalog": {}}', False),
        (b"words\n", False),
    ],
    ids=["zip", "zip-of-words", "torn-zip", "gzip", "json", "other-json", "words"],
)
def test_a_file_is_surely_a_capture_by_how_it_begins(data: bytes, surely: bool, tmp_path: Path) -> None:
    file = tmp_path / "what"
    file.write_bytes(data)
    assert surely_a_capture(file) is surely


def test_a_redacted_copy_tells_whether_its_source_was_whole(tmp_path: Path) -> None:
    whole = copied(tmp_path, entry())
    assert whole["_redacted"]["complete"] is True
    packed = gzip.compress(made(entry(), entry("https://t.example/")))
    file = tmp_path / "capture.har"
    file.write_bytes(packed[:-12])
    told = json.loads(b"".join(redacted(file)))["log"]["_redacted"]
    assert told["complete"] is False
    assert told["from"].startswith("sha256:")


def test_a_copy_of_a_list_says_of_which_file_it_is_and_keeps_its_times(tmp_path: Path) -> None:
    inspection = {"uri_ins": SITE, "hosts": {"requests": {"first_party": [], "third_party": ["t.example"]}}}
    file = tmp_path / "inspection.json"
    file.write_text(json.dumps(inspection), encoding="utf-8")
    digest = sha256(file.read_bytes()).hexdigest()
    assert json.loads(b"".join(redacted_capture(file)))["_redacted"] == {"from": f"sha256:{digest}"}
    moments = {
        "firstTimeStamp": "2026-03-01T10:00:00.000+01:00",
        "timeStamp": "2026-03-01T10:00:01.000+01:00",
    }
    report = tmp_path / "ios.ndjson"
    activity = {
        "type": "networkActivity",
        "domain": "t.example",
        "hits": 3,
        "bundleID": "app.one",
        "x": "secret",
    }
    report.write_text(json.dumps({**activity, **moments}) + "\n", encoding="utf-8")
    assert json.loads(b"".join(redacted_capture(report))) == {
        "type": "networkActivity",
        "domain": "t.example",
        "hits": 3,
        "bundleID": "app.one",
        **moments,
    }


def test_parts_of_two_visits_in_one_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.har").write_bytes(made(entry(), entry("https://t.example/")))
    inspection = {"uri_ins": SITE, "hosts": {"requests": {"first_party": [], "third_party": ["u.example"]}}}
    part = tmp_path / "inspection.json"
    part.write_text(json.dumps(inspection), encoding="utf-8")
    (one,) = captured([tmp_path])
    assert {each.host for each in one.third_parties} == {"t.example", "u.example"}
    part.write_text(json.dumps({**inspection, "uri_ins": "https://www.other.example/"}), encoding="utf-8")
    with pytest.raises(Refused, match="several captures that are not of one visit"):
        captured([tmp_path])


def test_a_packed_file_may_repeat_what_stands_far_before(tmp_path: Path) -> None:
    block = "".join(sha256(str(number).encode()).hexdigest() for number in range(320)).encode()
    packed = gzip.compress(block + block, 9)
    assert len(packed) < len(gzip.compress(block, 9)) * 1.1, "the second half is told by the first"
    found, text = opened(tmp_path, packed)
    assert (text == block + block, found.broken) == (True, None)


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "TRACE", "POST", "PUT", "PATCH", "DELETE"])
def test_a_method_is_called_by_its_name_and_one_that_is_none_otherwise(method: str, tmp_path: Path) -> None:
    known, odd = (
        entry(f"https://{host}.example/", request__method=said)
        for host, said in (("known", method), ("odd", f"X{method}"))
    )
    found = {each.host: each.methods for each in read(tmp_path, known, odd).third_parties}
    assert found == {"known.example": [method], "odd.example": ["other"]}


def test_a_redacted_copy_keeps_what_a_browser_says_it_fetches_for(tmp_path: Path) -> None:
    kinds = ["document", "empty", "image", "script", "style", "iframe", "font", "video", "audio", "secret"]
    headers = [[{"name": "Sec-Fetch-Dest", "value": kind}] for kind in kinds]
    copy = copied(tmp_path, *(entry("https://t.example/", request__headers=each) for each in headers))
    said = [each["request"]["headers"][0]["value"] for each in copy["entries"]]
    assert said == [*kinds[:-1], "redacted"]


def test_a_redacted_copy_keeps_the_times_of_a_page_and_no_member_of_nobody_s_format(tmp_path: Path) -> None:
    whole = json.loads(made(entry()))
    times = {"onContentLoad": 120, "onLoad": 340, "_secret_of_a_producer": 7}
    whole["log"]["pages"] = [{"id": "p", "startedDateTime": "2026-03-01T10:00:00Z", "pageTimings": times}]
    file = tmp_path / "capture.har"
    file.write_text(json.dumps(whole))
    copy = b"".join(redacted(file))
    (page,) = json.loads(copy)["log"]["pages"]
    assert page["pageTimings"] == {"onContentLoad": 120, "onLoad": 340}
    file.write_bytes(copy)
    (again,) = captured([file])
    assert len(again.pages) == 1


def test_a_list_of_the_program_in_which_something_is_wrong_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = [(path, data + b"\nauditor: 1\n") for path, data in shipped(rules.FOLDER)]
    assert rules._typed("browser.yaml", rules._Browser)
    monkeypatch.setattr(rules, "shipped", lambda folder: files)
    with pytest.raises(Refused):
        rules._typed("browser.yaml", rules._Browser)

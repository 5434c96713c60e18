"""What collectors say of a visit: hosts once each, cookies by their domain, the page, and a log of requests that lists know."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.loading.captures.collected import Log, add_hosts, inspection_pages, is_evidence, is_inspection
from auditor.loading.captures.gathered import Gathered
from auditor.loading.captures.listed import Applications, add_ios, add_rows, is_host_list, is_tracker_control
from tests.captures.making import SITE


@pytest.mark.parametrize(
    ("requests", "is_one"),
    [
        ({"thirdParty": []}, True),
        ({"firstParty": []}, True),
        ({"third_party": []}, False),
        ([], False),
    ],
)
def test_an_inspection_is_of_the_collector_whose_lists_it_has(requests: Any, *, is_one: bool) -> None:
    assert is_evidence({"uri_ins": SITE, "hosts": {"requests": requests}}) is is_one
    assert is_inspection({"uri_ins": SITE, "hosts": {"requests": requests}})


def test_hosts_of_an_inspection_are_called_once_each_in_the_order_of_its_lists() -> None:
    gathered = Gathered("x")
    requests = {
        "third_party": ["b.example", "nan.b.example", "a.example"],
        "first_party": ["www.clinic.example", 5, "", "word", "localhost", "b.example"],
        "other": ["never.example"],
        "thirdParty": "no list",
    }
    add_hosts(gathered, {"hosts": {"requests": requests}})
    called = {host: (each.requests, each.first) for (_, host), each in gathered.called.items()}
    assert list(called) == ["www.clinic.example", "localhost", "b.example", "a.example"]
    assert {host: count for host, (count, _) in called.items()} == dict.fromkeys(called, 1)
    assert (gathered.entries, dict(gathered.skipped)) == (9, {"not-a-host": 4})


@pytest.mark.parametrize(
    ("root", "given", "host", "sites", "by"),
    [
        ({}, (), "www.clinic.example", ["clinic.example"], "url"),
        ({"uri_dest": "https://www.clinic.example/fr"}, (), "www.clinic.example", ["clinic.example"], "url"),
        (
            {"uri_redirects": ["https://a.example/", 5, "https://b.example/"], "uri_dest": "https://a.example/"},
            (),
            "www.clinic.example",
            ["clinic.example", "a.example", "b.example"],
            "url",
        ),
        ({"uri_redirects": "https://a.example/"}, (), "www.clinic.example", ["clinic.example"], "url"),
        ({"uri_ins": "nothing"}, (), "", [], "none"),
        ({"uri_ins": "nothing"}, ("own.example",), "", ["own.example"], "given"),
    ],
)  # fmt: skip
def test_the_page_of_an_inspection_is_of_the_sites_asked_for_and_ended_at(
    root: dict[str, Any], given: tuple[str, ...], host: str, sites: list[str], by: str
) -> None:
    (page,) = inspection_pages({"uri_ins": SITE, **root}, given).pages
    assert (page.number, page.host, page.sites, page.by, page.pointer) == (1, host, sites, by, "/uri_ins")


def logged(*messages: Any) -> tuple[Gathered, Log]:
    gathered = Gathered("x")
    log = Log(gathered)
    for number, message in enumerate(messages):
        log.add(number, {"message": message, "timestamp": "2026-03-01T10:00:00.000Z"})
    return gathered, log


def tracking(url: Any, *frames: Any) -> dict[str, Any]:
    return {"type": "TrackingRequest", "url": url, "stack": [*frames]}


def test_a_line_of_a_log_that_is_no_request_is_noise() -> None:
    gathered, _ = logged("words", {"type": "Cookie", "url": SITE}, {"type": "Cookie"})
    assert (gathered.entries, dict(gathered.noise), gathered.called) == (3, {"not-a-request": 3}, {})


@pytest.mark.parametrize("url", [None, 5, "words", "data:text/plain,x", "https:///x"])
def test_a_request_of_a_log_to_no_address_is_skipped(url: Any) -> None:
    gathered, _ = logged(tracking(url))
    assert (gathered.entries, dict(gathered.skipped), gathered.called) == (1, {"bad-url": 1}, {})


def test_a_request_of_a_log_names_its_parameters_its_scheme_and_who_made_it() -> None:
    gathered, _ = logged(
        tracking(
            "http://t.example/p;v=1?q=2", {}, {"fileName": "https://s.example/a.js"}, {"fileName": SITE}
        ),
        tracking("https://t.example/", {"fileName": "https://www.clinic.example/"}),
    )
    (called,) = gathered.called.values()
    assert (called.requests, dict(called.schemes), called.clear) == (2, {"http": 1, "https": 1}, 1)
    assert set(called.names) == {("query", "q"), ("path", "v")}
    assert dict(called.initiators) == {("script", "s.example"): 1, ("other", "www.clinic.example"): 1}


@pytest.mark.parametrize(
    ("messages", "given", "host", "sites", "by"),
    [
        ([], (), "", [], "none"),
        ([{"type": "Cookie", "url": SITE}], (), "www.clinic.example", ["clinic.example"], "url"),
        ([tracking("https://t.example/", {"fileName": SITE})], (), "www.clinic.example", ["clinic.example"], "url"),
        ([{"type": "Cookie", "url": SITE}, {"type": "Cookie", "url": "https://b.example/"}], (), "", [], "none"),
        (
            [{"type": "Cookie", "url": SITE}] * 2 + [{"type": "Cookie", "url": "https://b.example/"}],
            (),
            "www.clinic.example",
            ["clinic.example"],
            "url",
        ),
        ([{"type": "Cookie", "url": "https://localhost/"}], (), "", [], "none"),
        ([{"type": "Cookie", "url": "data:,x"}], (), "", [], "none"),
        ([], ("own.example",), "", ["own.example"], "given"),
    ],
)  # fmt: skip
def test_the_page_of_a_log_is_where_most_of_what_was_watched_was(
    messages: list[Any], given: tuple[str, ...], host: str, sites: list[str], by: str
) -> None:
    (page,) = logged(*messages)[1].pages(given).pages
    assert (page.number, page.host, page.sites, page.by) == (1, host, sites, by)


# lists of hosts


def ios(**line: Any) -> Gathered:
    gathered = Gathered("x")
    add_ios(gathered, Applications(), 3, {"type": "networkActivity", "domain": "t.example", **line})
    return gathered


@pytest.mark.parametrize(
    ("hits", "requests"),
    [(None, 1), (0, 1), (1, 1), (2, 2), (5, 5), (10**9, 1), (10**9 - 1, 10**9 - 1), ("5", 1), (-3, 1)],
)
def test_a_domain_was_called_as_often_as_a_report_says(hits: Any, requests: int) -> None:
    (called,) = ios(hits=hits).called.values()
    assert called.requests == requests


@pytest.mark.parametrize("domain", [None, 5, "", "word word"])
def test_a_line_of_a_report_that_names_no_host_is_skipped(domain: Any) -> None:
    gathered = ios(domain=domain)
    assert (gathered.entries, dict(gathered.skipped), gathered.called) == (1, {"not-a-host": 1}, {})


def test_a_line_of_a_report_of_no_network_is_noise() -> None:
    gathered = ios(type="access")
    assert (gathered.entries, dict(gathered.noise), gathered.called) == (1, {"not-a-request": 1}, {})


@pytest.mark.parametrize(
    ("name", "key"),
    [("org.app", "org.app"), ("", None), (None, None), (5, None), ("x" * 200, "x" * 200), ("x" * 201, None)],
)
def test_an_application_is_known_by_a_name_of_bounded_length(name: Any, key: str | None) -> None:
    applications = Applications()
    assert applications.key(name) == key
    assert [page.application for page in applications.pages().pages] == ([key] if key else [])


def test_applications_are_numbered_by_their_names() -> None:
    applications = Applications()
    for name in ("org.b", "org.c", "org.a", "org.b"):
        applications.key(name)
    pages = applications.pages()
    assert [(page.number, page.application) for page in pages.pages] == [
        (1, "org.a"),
        (2, "org.b"),
        (3, "org.c"),
    ]
    assert [pages.number(name) for name in ("org.a", "org.c")] == [1, 3]


@pytest.mark.parametrize(
    ("first", "is_one"),
    [
        ("daddr,time,tracker,package", True),
        ("Package, Tracker ,TIME,daddr,more", True),
        ("daddr,time,tracker", False),
        ("", False),
    ],
)
def test_a_report_of_applications_is_known_by_the_heads_of_its_columns(first: str, *, is_one: bool) -> None:
    assert is_tracker_control(first) is is_one


@pytest.mark.parametrize(
    ("row", "skipped"),
    [
        ("1,,t.example,org.app", {}),
        ("1,,,org.app", {"not-a-host": 1}),
        ("1,,t.example", {"other-line": 1}),
        ("1", {"other-line": 1}),
        ('1,,"t.exa\0mple",org.app', {"not-a-host": 1}),
    ],
)
def test_a_row_of_a_report_that_says_too_little_is_skipped(row: str, skipped: dict[str, int]) -> None:
    gathered = Gathered("x")
    add_rows(gathered, Applications(), ["time,tracker,daddr,package", row])
    assert (gathered.entries, dict(gathered.skipped)) == (1, skipped)
    assert [host for _, host in gathered.called] == ([] if skipped else ["t.example"])


def test_a_row_that_cannot_be_read_is_counted_and_hides_no_other() -> None:
    gathered = Gathered("x")
    long = "x" * 140_000
    add_rows(gathered, Applications(), ["time,tracker,daddr,package", f"1,,{long},a", "1,,t.example,org.app"])
    assert gathered.entries == 2
    assert [host for _, host in gathered.called] == ["t.example"]
    assert sum(gathered.skipped.values()) == 1


@pytest.mark.parametrize(
    ("lines", "is_one"),
    [
        (["t.example", "# said", "", "203.0.113.7 seen"], True),
        (["t.example", "words here"], False),
        (["# said", ""], False),
        ([], False),
    ],
)
def test_a_list_of_hosts_is_one_where_every_line_begins_with_a_host(
    lines: list[str], *, is_one: bool
) -> None:
    assert is_host_list(lines) is is_one

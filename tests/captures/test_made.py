"""What entries of a capture come to together: each host of a page once, what its pages share, and who may be somebody else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.captures.making import SITE, entry
from tests.captures.test_shown import read

URL = "https://t.example/x"


def only(folder: Path, *entries: Any, **more: Any) -> Any:
    (found,) = read(folder, *entries, **more).third_parties
    return found


def at(second: int, **more: Any) -> Any:
    return entry(URL, startedDateTime=f"2026-03-01T10:00:{second:02}.000Z", **more)


@pytest.mark.parametrize("named", [{}, {"pageref": None}])
def test_entries_that_name_their_page_and_those_that_do_not_are_one_recipient(
    named: Any, tmp_path: Path
) -> None:
    first = at(
        1,
        request__method="POST",
        request__postData={"text": "a=1&long=abc"},
        request__cookies=[{"name": "c", "value": "1"}],
    )
    second = at(
        3,
        serverIPAddress="203.0.113.9",
        request__url="http://t.example/y?q=abcdef&long=abcdef",
        request__cookies=[{"name": "c", "value": "1"}, {"name": "d", "value": "2"}],
        response__status=0,
        response__content={"size": 0},
        response__bodySize=0,
        response__headersSize=0,
        _initiator={"type": "script", "url": "https://s.example/a.js"},
        **named,
    )
    found = only(tmp_path, entry(), first, second)
    assert (found.requests, found.sent, found.attempted, found.failed, found.bodies) == (2, 1, 1, 1, 1)
    assert (found.first, found.last) == (2, 3)
    assert found.methods == ["GET", "POST"]
    assert found.schemes == {"http": 1, "https": 1}
    assert found.addresses == ["203.0.113.7", "203.0.113.9"]
    assert {cookie.name: cookie.requests for cookie in found.cookies_sent} == {"c": 2, "d": 1}
    assert [(each.kind, each.host, each.requests) for each in found.initiators] == [
        ("script", "s.example", 1)
    ]
    names = {(each.place, each.name): (each.requests, each.longest) for each in found.parameters}
    assert names == {
        ("body", "a"): (1, 1),
        ("body", "long"): (1, 3),
        ("query", "q"): (1, 6),
        ("query", "long"): (1, 6),
    }


@pytest.mark.parametrize("named", [{}, {"pageref": None}])
def test_the_names_that_both_kinds_of_entries_have_are_counted_together(named: Any, tmp_path: Path) -> None:
    found = only(tmp_path, entry(f"{URL}?q=ab"), entry(f"{URL}?q=abcd", **named))
    (parameter,) = found.parameters
    assert (parameter.requests, parameter.longest) == (2, 4)


@pytest.mark.parametrize(
    ("first", "second", "offset"),
    [
        ("2026-03-01T10:00:01.000Z", "2026-03-01T10:00:03.000Z", 1000),
        ("2026-03-01T10:00:03.000Z", "2026-03-01T10:00:01.000Z", 1000),
        ("", "2026-03-01T10:00:03.000Z", 3000),
        ("2026-03-01T10:00:01.000Z", "soon", 1000),
        ("", "", None),
    ],
)
def test_a_recipient_was_called_first_at_the_earliest_moment_that_is_told(
    first: str, second: str, offset: int | None, tmp_path: Path
) -> None:
    entries = [entry(URL, startedDateTime=first), entry(URL, startedDateTime=second, pageref=None)]
    assert only(tmp_path, entry(), *entries).offset == offset


def test_a_host_called_from_two_pages_is_a_recipient_of_each(tmp_path: Path) -> None:
    pages = [
        {"id": name, "title": SITE, "startedDateTime": "2026-03-01T10:00:00.000Z"} for name in ("one", "two")
    ]
    found = read(tmp_path, entry(URL, pageref="one"), entry(URL, pageref="two"), pages=pages).third_parties
    assert [(each.page, each.host, each.requests) for each in found] == [
        (1, "t.example", 1),
        (2, "t.example", 1),
    ]


def test_the_address_of_the_page_in_a_value_is_told_as_all_of_it_or_its_origin(tmp_path: Path) -> None:
    full = only(tmp_path, entry(), entry(f"{URL}?u=https%3A%2F%2Fwww.clinic.example%2Fa"))
    assert {kind.kind for kind in full.parameters[0].kinds} == {"page-address"}
    origin = only(tmp_path, entry(), entry(f"{URL}?u=https%3A%2F%2Fwww.clinic.example%2F"))
    assert {kind.kind for kind in origin.parameters[0].kinds} == {"page-origin"}
    other = only(tmp_path, entry(), entry(f"{URL}?u=https%3A%2F%2Fu.example%2Fa"))
    assert other.parameters[0].kinds == []


@pytest.mark.parametrize(
    ("address", "suspected"),
    [("93.184.216.34", True), ("10.0.0.7", False), ("127.0.0.1", False)],
)
def test_a_host_of_the_site_at_a_public_address_of_somebody_else_is_suspected(
    address: str, suspected: bool, tmp_path: Path
) -> None:
    capture = read(
        tmp_path,
        entry(serverIPAddress="93.184.216.99"),
        entry("https://s.clinic.example/x", serverIPAddress=address),
        entry(URL, serverIPAddress=address),
    )
    by = {each.host: [(reason.by, reason.host) for reason in each.cloaking] for each in capture.recipients}
    assert by["s.clinic.example"] == ([("address", "t.example")] if suspected else [])
    assert by["t.example"] == []


@pytest.mark.parametrize(
    ("dns", "target"),
    [
        ("s.clinic.example CNAME z.example", "z.example"),
        ("s.clinic.example CNAME y.example\ny.example CNAME z.example", "z.example"),
        ("s.clinic.example CNAME www.clinic.example", None),
    ],
)
def test_a_host_of_the_site_that_is_an_alias_of_another_site_is_suspected(
    dns: str, target: str | None, tmp_path: Path
) -> None:
    capture = read(tmp_path, entry(), entry("https://s.clinic.example/x"), entry(URL), dns=dns)
    by = {each.host: [(reason.by, reason.host) for reason in each.cloaking] for each in capture.recipients}
    assert by["s.clinic.example"] == ([("dns", target)] if target else [])


def test_sites_that_may_have_been_visited_are_those_that_most_say_they_come_from(tmp_path: Path) -> None:
    pages: Any = [{"id": "page_1", "title": "A page"}]
    by = {"request__headers": [{"name": "Referer", "value": "https://b.example/"}]}
    none = {"request__headers": []}
    capture = read(
        tmp_path,
        entry("https://a.example/", **none),
        entry("https://a.example/", **none),
        entry("https://b.example/", **none),
        entry(URL, **by),
        pages=pages,
    )
    assert [(each.site, each.requests, each.referred) for each in capture.candidates] == [
        ("b.example", 1, 1),
        ("clinic.example", 1, 1),
        ("a.example", 2, 0),
        ("t.example", 1, 0),
    ]

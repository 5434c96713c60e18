"""What files of one visit tell together, and the row that is kept of whom a capture shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.api.capture import captured
from auditor.errors import Refused
from auditor.loading.captures.seen import seen_recipient
from auditor.model.capture import Cloaking, CookieName, Initiator, KindOf, Operator, Parameter, Recipient
from tests.captures.making import SITE, entry, har

INSPECTION: dict[str, Any] = {
    "uri_ins": SITE,
    "hosts": {"requests": {"first_party": ["www.clinic.example"], "third_party": ["u.example", "t.example"]}},
}


def visit(folder: Path, **files: Any) -> Any:
    for name, data in files.items():
        stem, _, kind = name.rpartition("_")
        text = data if isinstance(data, bytes) else json.dumps(data).encode()
        (folder / f"{stem}.{kind}").write_bytes(text)
    (capture,) = captured([folder])
    return capture


def test_hosts_that_only_another_part_tells_come_after_those_of_the_har(tmp_path: Path) -> None:
    whole = visit(tmp_path, a_har=har(entry(), entry("https://t.example/")), inspection_json=INSPECTION)
    alone = {each.host: (each.first, each.last, each.offset) for each in whole.recipients}
    assert list(alone) == ["www.clinic.example", "t.example", "u.example"]
    assert alone["u.example"] == (2, 2, None)
    assert [each.kind for each in whole.files] == ["har", "blacklight"]
    assert whole.requests == 3
    assert (whole.sites, whole.candidates) == (["clinic.example"], [])
    assert {each.host: each.party for each in whole.recipients}["www.clinic.example"] == "first"
    assert whole.requests_first_party == 1


def test_what_every_part_is_blind_for_cannot_be_shown_and_what_one_shows_can(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    inspection = {**INSPECTION, "cookies": [{"name": "sid", "domain": "t.example"}]}
    alone = visit(tmp_path / "one", inspection_json=inspection)
    assert {"parameters", "initiators"} & {*alone.cannot_show}
    both = visit(
        tmp_path / "two",
        a_har=har(entry(), entry("https://t.example/", _initiator={"type": "script", "url": f"{SITE}a.js"})),
        inspection_json=inspection,
    )
    assert "initiators" not in both.cannot_show
    assert both.cookies_recorded


COOKIES = {
    "browser_cookies": [
        {"name": "sid", "domain": ".t.example", "value": "x"},
        {"name": "sid", "domain": "elsewhere.example"},
        {"name": 5, "domain": "t.example"},
        "no cookie",
        {"name": "b", "domain": 5},
        {"name": "a", "domain": "t.example"},
    ]
}


def test_cookies_in_a_file_beside_are_set_by_the_hosts_that_were_called(tmp_path: Path) -> None:
    whole = visit(tmp_path, inspection_json=INSPECTION, cookies_json=COOKIES)
    by = {
        each.host: [(c.name, c.pointer.partition("#")[2]) for c in each.cookies_set]
        for each in whole.recipients
    }
    assert by["t.example"] == [("a", "/browser_cookies/5"), ("sid", "/browser_cookies/0")]
    assert [by[host] for host in by if host != "t.example"] == [[]] * (len(by) - 1)
    assert whole.cookies_recorded
    assert "cookies" not in whole.cannot_show
    assert len(whole.files) == 2


def test_files_of_several_visits_in_one_folder_are_refused(tmp_path: Path) -> None:
    for name, files in {
        "hars": {"a_har": har(entry()), "b_har": har(entry())},
        "cookies": {"inspection_json": INSPECTION, "a_json": COOKIES, "b_json": COOKIES},
    }.items():
        (tmp_path / name).mkdir()
        with pytest.raises(Refused, match="several captures that are not of one visit"):
            visit(tmp_path / name, **files)


def test_a_folder_without_a_capture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        visit(tmp_path, readme_txt=b"words here\n")


# the row of a recipient

SHOWN: dict[str, Any] = {"page": 1, "site": "t.example", "domain": "t.example", "party": "third", "failed": 0}


def host(name: str, first: int, **more: Any) -> Recipient:
    counts = {"requests": 2, "sent": 2, "attempted": 0, "first": first, "last": first + 1}
    return Recipient(**{**SHOWN, **counts, "host": name, "pointer": f"#{name}", **more})


def row(*hosts: Recipient) -> dict[str, Any]:
    return seen_recipient([*hosts], page="page", to="t", flows=["f"], at=lambda pointer: f"m{pointer}")


def test_a_row_holds_what_was_seen_and_leaves_out_what_was_not() -> None:
    assert row(host("a.t.example", 4)) == {
        "page": "page",
        "to": "t",
        "domain": "t.example",
        "requests": "2",
        "sent": "2",
        "first": "4",
        "last": "5",
        "at": "m#a.t.example",
        "flows": ["f"],
        "hosts": ["a.t.example"],
    }


def test_a_row_of_several_hosts_adds_them_up_and_stands_where_the_first_does() -> None:
    kind = KindOf(kind="contact", rule="em", as_of="2026-01-01")
    parameter = Parameter(place="query", name="em", kinds=[kind], pointer="#em", requests=1, longest=1)
    found = row(
        host("b.t.example", 7, attempted=1, failed=1, bodies=2, offset=30, methods=["POST", "GET"], schemes={"https": 2}),
        host(
            "a.t.example", 3, attempted=2, offset=10, methods=["GET"], schemes={"https": 1, "http": 1},
            referrer={"full": 1}, parameters=[parameter], cookies_sent=[CookieName("s", 1, "#s")],
            cookies_set=[CookieName("r", 1, "#r")], initiators=[Initiator("script", "x.example", 1), Initiator("parser", "", 1)],
            redirected_from=["y.example"], addresses=["203.0.113.7"], cloaking=[Cloaking(by="dns", host="z.example")], noise={"favicon": 1},
        ),
    )  # fmt: skip
    assert found == {
        "page": "page",
        "to": "t",
        "domain": "t.example",
        "requests": "4",
        "sent": "4",
        "first": "3",
        "last": "8",
        "at": "m#a.t.example",
        "flows": ["f"],
        "hosts": ["a.t.example", "b.t.example"],
        "attempted": "3",
        "failed": "1",
        "bodies": "2",
        "offset": "10",
        "methods": ["GET", "POST"],
        "schemes": {"http": "1", "https": "3"},
        "referrer": {"full": "1"},
        "parameters": ["query em"],
        "kinds": [{"kind": "contact", "name": "em", "rule": "em", "as_of": "2026-01-01", "at": "m#em"}],
        "cookies_sent": ["s"],
        "cookies_set": ["r"],
        "initiators": ["parser", "script x.example"],
        "redirected_from": ["y.example"],
        "addresses": ["203.0.113.7"],
        "cloaking": ["dns z.example"],
        "noise": {"favicon": "1"},
    }


@pytest.mark.parametrize(("layer", "field"), [("brands", "brand"), ("organisations", "operator")])
def test_who_answers_for_a_host_is_an_organisation_or_a_brand_with_its_source(layer: Any, field: str) -> None:
    operator = Operator(
        layer=layer,
        name="Tracker",
        domain="t.example",
        organisation="tracker",
        roles=["cdn", "ads"],
        customers=False,
        source="list",
        as_of="2026-01-01",
        status="secondary",
    )
    found = row(host("a.t.example", 1), host("b.t.example", 3, operator=operator))
    assert found[field] == {"brand": "Tracker", "operator": "tracker"}[field]
    assert {"brand", "operator"} & found.keys() == {field}
    assert (found["operator_source"], found["operator_as_of"], found["serves"]) == (
        "list",
        "2026-01-01",
        ["ads", "cdn"],
    )

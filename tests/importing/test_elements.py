"""What every import of elements does: ids, words, what people say of them, what is told of the rest, and its source."""

from __future__ import annotations

import json
from typing import Any

import pytest

from auditor.errors import NothingToCheck, UsageRefused
from tests.importing.reading import Tree, read, told
from tests.importing.test_small_models import bill, service


def of(*services: Tree, asked: Tree | None = None, **more: Any) -> Tree:
    return read("cyclonedx", bill(*services, **more), **(asked or {}))


def named(name: str, **more: Any) -> Tree:
    return service("a", name=name, **more)


@pytest.mark.parametrize(
    ("name", "title", "why"),
    [
        ("Mailer", "Mailer", None),
        ("  Mailer \n two ", "Mailer two", None),
        ("Mai\u200bler", "Mailer", ("hidden-signs", "U+200B")),
        ("x" * 300, "x" * 300, None),
        ("x" * 301, "x" * 300, ("cut", "x" * 300)),
    ],
)
def test_a_name_is_in_one_line_without_hidden_signs_and_no_longer_than_may_be(
    name: str, title: str, why: Any
) -> None:
    tree = of(named(name))
    assert tree["hosts"]["m-a"]["title"] == title
    assert [each[1:] for each in told(tree, "not_understood")] == ([why] if why else [])


@pytest.mark.parametrize(
    ("text", "operator", "entry"),
    [
        ("Skypost Ltd", "m-skypost-ltd", {"name": "Skypost Ltd"}),
        ("Hoster SAS", "hoster", None),
        ("Skypost", "m-skypost", {"title": "Skypost", "name": "unknown"}),
        ("n/a", "unknown", None),
        ("", "unknown", None),
    ],
)
def test_a_company_is_one_of_the_case_one_with_a_legal_form_or_a_brand(
    text: str, operator: str, entry: Tree | None
) -> None:
    tree = of(service("a", provider={"name": text}))
    assert tree["hosts"]["m-a"]["operator"] == operator
    made = tree.get("organisations", {}).get(operator, {})
    assert {key: made.get(key) for key in entry or {}} == (entry or {})
    asked = [
        each["fact"] for each in tree["imports"]["m"].get("to_ask", []) if each["why"] == "which-company"
    ]
    assert asked == ([f"organisations.{operator}.name"] if text == "Skypost" else [])


def test_a_company_that_several_elements_name_is_one() -> None:
    tree = of(service("a", provider={"name": "Skypost Ltd"}), service("b", provider={"name": "Skypost Ltd"}))
    assert set(tree["organisations"]) == {"m-skypost-ltd"}


def test_elements_of_one_id_are_told_apart() -> None:
    tree = of(service("a-b"), service("a b"))
    assert len(tree["hosts"]) == 2
    assert [what for _, what, _ in told(tree, "not_understood")] == ["same-id"]


@pytest.mark.parametrize("key", ["a", "Mailer"])
def test_an_element_that_is_left_out_by_hand_is_told_with_the_reason(key: str) -> None:
    tree = of(named("Mailer"), service("b"), asked={"leave_out": {key: "gone since May"}})
    assert set(tree["hosts"]) == {"m-b"}
    assert ("by-hand", f"{key}: gone since May") in [each[1:] for each in told(tree, "left_out")]


@pytest.mark.parametrize("key", ["a", "Mailer"])
def test_an_element_that_is_said_to_be_one_of_the_case_is_that(key: str) -> None:
    own = {"hosts": {"cellar": {"title": "Cellar"}}}
    tree = of(named("Mailer"), service("b"), asked={"same": {key: "cellar"}, "own": own})
    assert set(tree["hosts"]) == {"m-b"}


def test_an_element_keeps_the_id_that_it_had() -> None:
    tree = of(named("Mailer"), asked={"same": {"Mailer": "m-before"}})
    assert set(tree["hosts"]) == {"m-before"}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"same": {"a": "nowhere"}}, "nowhere"),
        ({"same": {"zzz": "hoster"}}, "zzz"),
        ({"leave_out": {"zzz": "gone"}}, "zzz"),
        ({"people": {"zzz": "member"}}, "zzz"),
        ({"data": {"zzz": ["contact"]}}, "zzz"),
    ],
)
def test_what_people_say_of_nothing_in_the_source_is_refused(asked: Tree, words: str) -> None:
    with pytest.raises(UsageRefused, match=words):
        of(named("Mailer"), asked=asked)


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ({}, "personal"),
        ({"data": {"Card": ["health", "contact"]}}, ["health", "contact"]),
        ({"data": {"Card": "health"}}, "health"),
        ({"data": {"PII": "health"}}, "health"),
        ({"data": {"Card": "not-personal"}}, None),
    ],
)
def test_what_people_say_of_data_goes_before_what_the_source_says(said: Tree, kinds: Any) -> None:
    tree = of(service("a", {"name": "Card", "classification": "PII", "flow": "inbound"}), asked=said)
    found = [each["is"] for each in tree.get("data", {}).values()]
    assert found == ([] if kinds is None else [kinds])


def test_what_has_no_activity_of_its_own_is_of_the_one_that_is_said_else_of_a_stub() -> None:
    data = {"name": "Card", "classification": "PII", "flow": "inbound"}
    (flow,) = of(service("a", data), asked={"for_": "booking"})["flows"].values()
    assert flow["for"] == "booking"
    tree = of(service("a", data))
    (flow,) = tree["flows"].values()
    assert flow["for"] == "imported-m"
    stub = tree["activities"]["imported-m"]
    assert (stub["controller"], stub["processors"], stub["recipients"]) == (
        "unknown",
        ["unknown"],
        ["unknown"],
    )
    assert {"what": "for", "words": ["imported-m"]} in tree["imports"]["m"]["to_say"]


def test_a_source_is_called_and_dated_as_it_says_and_is_by_whom_people_say() -> None:
    about = {"component": {"name": "Shop"}, "timestamp": "2025-11-20T09:00:00Z"}
    source = of(service("a"), metadata=about, serialNumber="urn:uuid:1-2")["sources"]["m"]
    assert (source["title"], source["date"], source["kind"], source["id"]) == (
        "Shop",
        "2025-11-20",
        "bill-of-materials",
        "urn:uuid:1-2",
    )
    assert "author" not in source
    assert len(source["sha256"]) == 64
    bare = of(service("a"), metadata={"timestamp": "2025-02-31T09:00:00Z"}, asked={"by": "hoster"})[
        "sources"
    ]["m"]
    assert (bare["title"], bare["id"], bare["author"]) == ("m.json", "cyclonedx", "Hoster SAS")
    assert "date" not in bare


def test_a_source_of_which_nothing_comes_is_refused_as_empty() -> None:
    with pytest.raises(NothingToCheck):
        of()
    with pytest.raises(NothingToCheck):
        of(service("a"), asked={"leave_out": {"a": "gone"}})


def test_an_import_counts_its_elements_and_names_its_file() -> None:
    record = of(service("a", provider={"name": "Skypost Ltd"}), service("b"))["imports"]["m"]
    assert (record["kind"], record["format"], record["file"], record["elements"]) == (
        "bill-of-materials",
        "cyclonedx",
        "m.json",
        "3",
    )


def test_of_many_keys_without_use_forty_are_named_and_the_rest_counted() -> None:
    document = {"handle": "org.app", "version_name": "1", **{f"k{number}": "x" for number in range(3)}}
    report = {"application": document, "trackers": [{"id": 1, "name": "Tracker Ltd"}], "apk": {"a": "b"}}
    tree = read("exodus", report)
    assert [at for at, what, _ in told(tree, "not_understood") if what == "no-such-key"] == [
        f"/application/k{number}" for number in range(3)
    ]
    many = bill(service("a", properties=[{"name": f"n{number}", "value": "x"} for number in range(50)]))
    (beside,) = [
        words for _, what, words in told(read("cyclonedx", many), "left_out") if what == "not-of-the-case"
    ]
    assert beside.count("(") <= 41


@pytest.mark.parametrize(
    ("report", "is_one"),
    [
        ({"application": {"handle": "org.app"}, "trackers": []}, True),
        ({"application": {"handle": "org.app"}, "trackers": {}}, False),
        ({"application": {}, "trackers": []}, False),
        ({"application": [], "trackers": []}, False),
        ({"trackers": []}, False),
    ],
)
def test_a_report_on_an_application_names_it_and_lists_trackers(report: Tree, *, is_one: bool) -> None:
    from auditor.loading.importing.format import Document
    from auditor.loading.importing.formats.exodus import recognises

    assert bool(recognises(Document(name="r.json", data=json.dumps(report).encode()))) is is_one


def test_trackers_whose_code_is_in_an_application_are_brands_that_nothing_goes_to() -> None:
    report = {
        "application": {"handle": "org.app", "version_name": "1.2", "permissions": ["a", "b"]},
        "trackers": [{"id": 1, "name": "Tracker Ltd"}, {"id": 2, "name": "Ads"}, {"id": 3, "name": ""}],
    }
    tree = read("exodus", report)
    assert set(tree["organisations"]) == {"m-tracker-ltd", "m-ads"}
    assert all("1.2" in each["note"]["en"] for each in tree["organisations"].values())
    assert not tree.get("flows")
    assert {"what": "called-when", "words": ["Tracker Ltd", "Ads"]} in tree["imports"]["m"]["to_say"]
    assert tree["sources"]["m"]["title"] == "org.app 1.2"
    assert [words for _, what, words in told(tree, "left_out") if what == "not-of-the-case"].count(
        "permissions"
    ) == 1

"""At the edges: the first and last days of the schemes, owners in a circle, lists of values of which one may be over."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.graph.certificates import V1_LAST, V2_FIRST
from auditor.graph.on_the_day import _together
from auditor.model.scalars import Value
from tests.graph.test_certificates import certified, hds
from tests.graph.test_control import control, link


@pytest.mark.parametrize(
    ("as_of", "since", "versions"),
    [
        (V1_LAST, V1_LAST, ("1", "2")),
        ("2026-05-17", "2026-05-17", ("2",)),
        ("2024-11-20", "2024-11-15", ("1",)),
        ("2024-11-20", V2_FIRST, ("1", "2")),
        ("2024-11-15", "2024-11-15", ("1",)),
        ("2027-01-01", "2026-05", ("2",)),
    ],
)
def test_the_versions_that_a_certificate_may_be_of(as_of: str, since: str, versions: tuple[str, ...]) -> None:
    found = certified(as_of, [hds(since=since)]).hds_versions("store")
    assert (*found.sure, *found.maybe) == versions


@pytest.mark.parametrize(
    ("since", "missing"),
    [("2026", ["version", "since"]), ("2026-06", []), ("2026-05", ["version"]), ("2025", ["version"])],
)
def test_a_year_that_may_be_before_the_second_version_leaves_the_version_open(
    since: str, missing: list[str]
) -> None:
    found = certified("2026-09-01", [hds(since=since)]).health_hosting("store")
    assert [route.rpartition(".")[2] for route in found.missing if ".hds." in route] == missing


def test_nobody_stands_above_itself_where_owners_hold_each_other() -> None:
    made = control([link("a", "b", "60"), link("b", "a", "30"), link("c", "a", "20")])
    assert made._holders("a") == {"b", "c"}
    assert made._holders("b") == {"a", "c"}
    assert made.controllers("a") == []


def value(of: Any, **more: Any) -> Value[Any]:
    return Value(value=of, **more)


def test_values_together_are_one_list_known_as_the_weakest() -> None:
    held = _together(
        [value("contact", known="documented", source="file"), value(["health"], known="declared")]
    )
    assert (held.value, held.known, held.source, held.until) == (
        ["contact", "health"],
        "declared",
        "file",
        "",
    )


def test_values_together_may_be_over_where_one_of_them_may() -> None:
    assert _together([value("contact"), value("unknown", until="unknown")]).until == "unknown"


def test_none_beside_another_value_says_nothing() -> None:
    assert _together([value("none"), value("health")]).value == "health"
    assert _together([value("none"), value("none")]).value == "none"


def test_a_chain_of_joint_holders_is_followed_to_whoever_controls_them() -> None:
    joint = [link("a", "b", "60"), link("a", "c", "60"), link("b", "d", "30"), link("c", "d", "30")]
    assert control(joint, a={"country": "FR", "parent": "none"}).gap("d") == ""
    assert control(joint).gap("d") == "a"


def test_a_chain_of_owners_ends_where_it_leaves_the_eea() -> None:
    assert control([link("us", "b", "60")], us={"country": "US"}).gap("b") == ""
    assert control([link("fr", "b", "60")], fr={"country": "FR"}).gap("b") == "fr"
    assert control([link("somewhere", "b", "60")], somewhere={"country": "unknown"}).gap("b") == "somewhere"


def test_an_owner_that_is_nobody_s_leaves_no_gap() -> None:
    closed = {"country": "FR", "parent": "none"}
    assert control([link("fr", "b", "60")], fr=closed).gap("b") == ""
    assert control([link("fr", "b", "40")], b=closed).gap("b") == ""
    assert control([link("fr", "b", "40")]).gap("b") == "b"

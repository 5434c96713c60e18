"""What of the knowledge base comes with a case: whom it mentions, who owns them, what keepers hold abroad, and how it is known."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from auditor.loading.case.enrich import merge_over
from auditor.model.case.organisations import Organisation
from auditor.model.case.ownership import Ownership
from auditor.model.law import Knowledge

FACTS: dict[str, dict[str, Any]] = {
    "keeper": {"country": "FR", "status": "verified", "source": "deed", "is": ["cloud"], "unchecked": ["is"]},
    "daughter": {"country": "US", "parent": "keeper"},
    "branch": {"country": "US", "branch_of": "keeper"},
    "french-daughter": {"country": "FR", "parent": "keeper"},
    "licensee": {"country": "US"},
    "owner": {"country": "DE", "status": "secondary", "source": "press"},
    "heir": {"country": "FR"},
    "ended": {"country": "FR", "ends": "2020-01-01", "succeeded_by": "heir"},
    "moved": {"country": [{"value": "FR", "until": "2020-01-01"}, {"value": "US", "since": "2020-01-01"}]},
    "certified": {"country": "FR", "certified": [{"is": "hds", "since": "2020-01-01"}]},
}
LINKS: list[dict[str, Any]] = [
    {"owner": "owner", "of": "keeper", "votes": "100", "status": "secondary", "source": "press"},
    {"owner": "keeper", "of": "licensee", "kind": "licence"},
    {"owner": "keeper", "of": "moved", "votes": "60"},
]
HEAD = {"source": "none", "status": "unverified", "as_of": "2024"}


def base() -> Knowledge:
    organisations = {name: msgspec.convert({**HEAD, **facts}, Organisation) for name, facts in FACTS.items()}
    ownership = {f"{x['owner']}>{x['of']}": msgspec.convert({**HEAD, **x}, Ownership) for x in LINKS}
    return Knowledge(
        organisations=organisations, ownership=ownership, eea={"FR": "1994-01-01", "DE": "1994-01-01"}
    )


@pytest.mark.parametrize(
    ("tree", "brought"),
    [
        ({"activities": {"a": {"recipients": ["licensee"]}}}, {"licensee", "keeper", "owner"}),
        ({"hosts": {"h": {"operator": "keeper"}}}, {"keeper", "owner", "daughter", "branch", "moved"}),
        (
            {"hosts": {"h": {"operator": [{"value": "keeper"}]}}},
            {"keeper", "owner", "daughter", "branch", "moved"},
        ),
        ({"organisations": {"own": {"parent": [{"value": "heir"}]}}}, {"own", "heir"}),
        ({"activities": {"a": {"recipients": ["daughter"]}}}, {"daughter", "keeper", "owner"}),
        ({"activities": {"a": {"recipients": ["branch"]}}}, {"branch", "keeper", "owner"}),
        ({"activities": {"a": {"recipients": ["ended"]}}}, {"ended", "heir"}),
        ({"scenarios": {"s": {"set": {"hosts.h.operator": "heir"}}}}, {"heir"}),
        ({"sources": {"heir": {}}}, set()),
        ({"captures": {"c": {"recipients": [{"to": "heir"}]}}}, set()),
        ({"answers": {"f": {"to": "heir"}}}, set()),
        ({}, set()),
    ],
)
def test_these_come_with_the_case(tree: dict[str, Any], brought: set[str]) -> None:
    merged, _ = merge_over(tree, base())
    assert set(merged["organisations"]) == brought


def test_what_comes_is_known_as_well_as_its_status_and_less_where_a_field_is_unchecked() -> None:
    merged, changed = merge_over({"activities": {"a": {"recipients": ["keeper"]}}}, base())
    keeper, owner = merged["organisations"]["keeper"], merged["organisations"]["owner"]
    assert keeper["country"] == {"value": "FR", "known": "documented", "source": "knowledge:deed"}
    assert keeper["is"]["known"] != "documented"
    assert (keeper["known"], keeper["source"], keeper["status"]) == (
        "documented",
        "knowledge:deed",
        "verified",
    )
    assert owner["country"]["known"] != "documented"
    assert owner["source"] == "knowledge:press"
    assert merged["ownership"]["owner>keeper"]["votes"]
    assert changed == ()


def test_what_the_case_says_stands_and_is_told_where_it_differs() -> None:
    own = {
        "organisations": {"keeper": {"country": "US", "is": ["cloud"]}},
        "activities": {"a": {"recipients": ["keeper"]}},
    }
    merged, changed = merge_over(own, base())
    assert merged["organisations"]["keeper"]["country"] == "US"
    assert [(line.route, line.knowledge, line.case) for line in changed] == [
        ("organisations.keeper.country", "FR", "US")
    ]


def test_a_link_that_the_case_states_itself_is_kept_as_the_case_states_it() -> None:
    own = {
        "ownership": {"mine": {"owner": "owner", "of": "keeper", "votes": "10"}},
        "activities": {"a": {"recipients": ["keeper"]}},
    }
    merged, changed = merge_over(own, base())
    assert set(merged["ownership"]) == {"mine"}
    assert merged["ownership"]["mine"]["votes"] == "10"
    assert [line.route for line in changed] == ["ownership.mine"]


def test_a_certificate_and_each_country_of_a_list_come_with_how_they_are_known() -> None:
    merged, _ = merge_over({"activities": {"a": {"recipients": ["certified", "moved"]}}}, base())
    (held,) = merged["organisations"]["certified"]["certified"]
    assert (held["is"], held["since"]) == ("hds", "2020-01-01")
    assert [row["value"] for row in merged["organisations"]["moved"]["country"]] == ["FR", "US"]
    assert {row["source"] for row in merged["organisations"]["moved"]["country"]} == {"knowledge:none"}

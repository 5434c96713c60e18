"""How the law of a State reaches an organisation, through whom, and by which facts."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.graph.reach import Reaches
from auditor.model.law import Knowledge
from tests.graph.test_roles import derived, hosted

Tree = dict[str, Any]


def reaches(knowledge: Knowledge, operator: Tree, **more: Any) -> Reaches:
    """What reaches `d`, which operates a host."""
    return derived(hosted(operator, **more), knowledge).reaches


OWNER: Tree = {"owner": {"country": "US", "parent": "none", "is": "cloud"}}


@pytest.mark.parametrize(
    ("operator", "states"),
    [
        ({"country": "US"}, ["US"]),
        ({"country": "FR"}, []),
        ({"country": "unknown"}, []),
        ({"country": "FR", "presence": ["US", "IE", "unknown"]}, ["US"]),
        ({"country": "FR", "presence": "none"}, []),
        ({"country": "FR", "access_from": ["FR", "IN"]}, ["IN"]),
        ({"country": "FR", "access_from": "none"}, []),
        ({"country": "FR", "run_from": "US"}, ["US"]),
        ({"country": "FR", "run_from": "unknown"}, []),
        ({"country": "FR", "parent": "owner"}, ["US"]),
    ],
)
def test_the_states_whose_law_may_reach_an_organisation(
    knowledge: Knowledge, operator: Tree, states: list[str]
) -> None:
    assert reaches(knowledge, operator, organisations=OWNER).states("d") == states


@pytest.mark.parametrize("votes", ["60", {"max": "60"}])
def test_a_state_reaches_by_an_owner_that_controls_and_by_one_that_may(
    knowledge: Knowledge, votes: Any
) -> None:
    link = [{"owner": "owner", "of": "d", "votes": votes}]
    found = reaches(knowledge, {"country": "FR"}, organisations=OWNER, ownership=link)
    assert found.states("d") == ["US"]
    assert found.of("US", "d").through == "owner"


def test_who_runs_an_organisation_from_a_state_is_through_whom_that_state_may_reach_it(
    knowledge: Knowledge,
) -> None:
    reach = reaches(knowledge, {"country": "FR", "run_from": "US"}).of("US", "d")
    assert (reach.certain, reach.possible, reach.through) == ("none", "direct", "d")
    assert reach.missing == ("organisations.d.presence",)


def test_an_owner_that_controls_is_named_before_one_who_is_only_run_from_the_state(
    knowledge: Knowledge,
) -> None:
    operator = {"country": "FR", "parent": "owner", "run_from": "US"}
    reach = reaches(knowledge, operator, organisations=OWNER).of("US", "d")
    assert (reach.certain, reach.through) == ("control", "owner")


def test_the_country_shows_a_reach_only_where_it_is_known(knowledge: Knowledge) -> None:
    there = reaches(knowledge, {"country": "FR", "presence": "US"}).of("US", "d")
    assert there.certain == there.possible == "presence"
    assert there.proof == ("organisations.d.presence", "organisations.d.country")
    unsaid = reaches(knowledge, {"country": "unknown", "presence": "US"}).of("US", "d")
    assert (unsaid.certain, unsaid.possible) == ("presence", "direct")
    assert unsaid.proof == ("organisations.d.presence",)
    assert "organisations.d.country" in unsaid.missing


def test_an_establishment_in_hands_of_the_organisation_is_shown_by_who_holds_it_and_by_its_country(
    knowledge: Knowledge,
) -> None:
    below = {"d-us": {"country": "US", "parent": "d", "is": "cloud"}}
    reach = reaches(knowledge, {"country": "FR"}, organisations=below).of("US", "d")
    assert reach.certain == "presence"
    assert {"organisations.d-us.parent", "organisations.d-us.country"} <= set(reach.proof)


@pytest.mark.parametrize(("votes", "certain"), [("60", "presence"), ({"max": "60"}, "none")])
def test_an_organisation_that_may_be_controlled_may_be_an_establishment(
    knowledge: Knowledge, votes: Any, certain: str
) -> None:
    below = {"d-us": {"country": "US", "parent": "none", "is": "cloud"}}
    link = [{"owner": "d", "of": "d-us", "votes": votes}]
    reach = reaches(knowledge, {"country": "FR"}, organisations=below, ownership=link).of("US", "d")
    assert (reach.certain, reach.possible) == (certain, "presence")
    assert bool(reach.missing) is (certain == "none")


def test_what_would_tell_of_an_establishment_is_the_link_in_doubt_and_none_that_is_shown(
    knowledge: Knowledge,
) -> None:
    below = {name: {"country": "FR", "parent": "none", "is": "cloud"} for name in ("middle", "d-us")}
    below["d-us"]["country"] = "US"
    links = [
        {"owner": "d", "of": "middle", "votes": "60"},
        {"owner": "middle", "of": "d-us", "votes": {"max": "60"}},
    ]
    reach = reaches(knowledge, {"country": "FR"}, organisations=below, ownership=links).of("US", "d")
    assert (reach.certain, reach.possible) == ("none", "presence")
    assert "ownership.middle>d-us" in reach.missing
    assert "ownership.d>middle" not in reach.missing


def test_an_establishment_that_is_only_assumed_is_possible(knowledge: Knowledge) -> None:
    assumed = {"value": "US", "known": "assumed"}
    for field in ("presence", "access_from"):
        reach = reaches(knowledge, {"country": "FR", field: assumed}).of("US", "d")
        assert (reach.certain, reach.possible) == ("none", "presence")
        assert f"organisations.d.{field}" in reach.missing

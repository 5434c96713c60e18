"""The facts that a verdict asked for are kept, as many as are asked for in one go and no more."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.loading.case.load import case_of
from auditor.model import materials as module
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Nowhere, fact_of

TREE: dict[str, Any] = {
    "known": "declared",
    "people": {"p": {}},
    "activities": {"x": {"people": "p", "data": ["contact"]}},
    "hosts": {
        f"h{n}": {"at_rest": {"value": "encrypted", "known": "observed"}, "domains": []} for n in range(30)
    },
}
ROUTES = [f"hosts.h{n}{field}" for n in range(30) for field in ("", ".at_rest", ".operator", ".domains")]


@pytest.fixture
def materials() -> Materials:
    case, _ = case_of(TREE, Knowledge())
    return Materials(case, Knowledge(), (), "2024-01-01", Nowhere())


def test_facts_are_the_same_however_few_are_kept(
    materials: Materials, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_FACTS", 7)
    for route in (*ROUTES, *reversed(ROUTES)):
        assert materials.fact(route) == fact_of(materials.case, route)
        assert len(materials._facts) <= 7


def test_a_fact_that_is_asked_again_is_not_worked_out_again(materials: Materials) -> None:
    assert all(materials.fact(route) is materials.fact(route) for route in ROUTES)


def test_how_a_fact_is_known_is_told_as_the_fact_tells_it_without_keeping_it(materials: Materials) -> None:
    told = {route: materials.known(route) for route in ROUTES}
    assert materials._facts == {}
    assert told == {route: materials.fact(route).known for route in ROUTES}
    assert set(told.values()) == {"declared", "observed"}
    assert told == {route: materials.known(route) for route in ROUTES}


@pytest.mark.parametrize("few", [0, 25], ids=["many", "few"])
@pytest.mark.parametrize("field", ["at_rest", "operator", "domains", "title"])
def test_of_many_facts_of_a_field_those_are_told_at_which_something_is_written(
    field: str, few: int, materials: Materials
) -> None:
    """Whether so many are asked for that the whole field is looked at first, or few."""
    routes = [f"hosts.h{n}.{field}" for n in range(few, 30)]
    told = materials.written(f"hosts.{field}", routes)
    assert set(told) == {route for route in routes if not materials.says_nothing(route)}
    assert {route for route in routes if materials.fact(route).stated} <= set(told)


def test_facts_of_which_one_look_does_not_tell_are_all_taken_as_written(materials: Materials) -> None:
    routes = ["ownership.a>b.votes", "ownership.a>b"]
    assert materials.written("ownership.votes", routes) == routes
    assert materials.written("hosts.at_rest", ["hosts.h1.at_rest.versions", "hosts.none.at_rest"]) != []

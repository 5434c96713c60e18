"""Who takes part, as what?, told for many activities or hops at once: the same as told one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.model.evidence import distinct
from auditor.model.law import Knowledge
from auditor.model.vocabulary import UNKNOWN
from tests.conftest import CASES, materials
from tests.graph.test_roles import LISTED, PAIRS, case, derived, plain_knowledge

__all__ = ["plain_knowledge"]


@pytest.fixture(scope="module", params=CASES, ids=lambda folder: folder.name)
def made(request: pytest.FixtureRequest) -> Derived:
    folder: Path = request.param
    return derive(build(materials([folder])))


def parties(made: Derived) -> list[str]:
    return [*made.estate.case.organisations, UNKNOWN]


def differing_roles(made: Derived) -> list[str]:
    """Those whose roles in all activities are not those that they have in each."""
    activities = [*made.estate.sheets]
    role = made.roles.role
    return [
        who
        for who in parties(made)
        if made.roles.roles_in(who, activities) != {role(who, activity).settled for activity in activities}
    ]


def test_roles_in_several_activities_are_those_in_each(made: Derived) -> None:
    assert differing_roles(made) == []


def test_who_takes_part_in_an_activity_is_one_of_its_members(made: Derived) -> None:
    estate, roles = made.estate, made.roles
    members = {name: set(map(estate.head, roles.members(name))) for name in estate.sheets}
    for who in parties(made):
        assert roles.taking_part(who) == {name for name, heads in members.items() if who in heads}


def test_who_may_process_is_a_member_who_is_no_controller_and_no_third_party(made: Derived) -> None:
    for activity in made.estate.sheets:
        role = made.roles.role
        expected = [
            who
            for who in made.roles.members(activity)
            if role(who, activity).settled in ("processor", "") and made.estate.head(who) == who
        ]
        found = [
            who
            for who in made.roles.may_process(activity)
            if role(who, activity).settled in ("processor", "") and made.estate.head(who) == who
        ]
        assert found == expected


def test_who_reads_all_that_a_hop_brings_reads_it_by_the_same_facts(made: Derived) -> None:
    room = made.readability
    for sheet in made.estate.sheets.values():
        for hop in sheet.hops:
            for who in distinct(reading.who for reading in room.readings if reading.at == hop.b):
                present = room.reading_all(who, hop)
                if present is not None:
                    (reading,) = room.at(who, sheet.id, hop.b)
                    assert hop.mask & ~reading.sure == 0
                    assert reading.proof == present.facts


@settings(max_examples=150)
@given(PAIRS, LISTED)
def test_roles_in_several_activities_follow_lists_and_contracts(
    plain_knowledge: Knowledge,
    agreements: list[tuple[str, str]],
    processors: str | list[str],
) -> None:
    for activity in ({}, {"processors": processors}):
        tree = case(agreements, activity)
        tree["activities"]["rest"] = {"people": "people", "data": "contact", "controller": "d"}
        assert differing_roles(derived(tree, plain_knowledge)) == []

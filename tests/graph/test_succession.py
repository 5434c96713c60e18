"""An organisation that has ended is read through its successor, and the proof says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import Refused
from auditor.graph.succession import succeeded, successors
from auditor.loading.case.load import case_of
from auditor.model.law import Knowledge
from auditor.model.result.document import Result

Tree = dict[str, Any]


def tree() -> Tree:
    return {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "heirs", "as_of": "2024-06-01", "policies": ["transfers", "sovereignty"]},
        "people": {"person": {}},
        "organisations": {
            "shop": {"country": "FR", "parent": "none"},
            "old": {
                "country": "FR",
                "parent": "none",
                "is": "cloud",
                "ends": "2024-03",
                "succeeded_by": "middle",
            },
            "middle": {"country": "FR", "parent": "none", "ends": "2024-05-01", "succeeded_by": "new"},
            "new": {"country": "US", "parent": "none", "is": "cloud"},
        },
        "activities": {
            "sales": {"people": "person", "data": "contact", "controller": "shop", "processors": "old"}
        },
        "hosts": {
            "app": {"operator": "shop", "location": "FR"},
            "store": {"operator": "old", "keeps": "contact", "at_rest": "encrypted", "keys": "old"},
        },
        "flows": {
            "copy": {
                "for": "sales",
                "from": "app",
                "to": "store",
                "content": "none",
                "tool": "none",
                "derogation": "none",
            },
            "mail": {
                "for": "sales",
                "from": "app",
                "to": "old",
                "content": "none",
                "tool": "none",
                "derogation": "none",
            },
        },
        "agreements": [{"between": ["shop", "old"], "is": "processing"}],
    }


def found(result: Result, rule: str) -> list[Any]:
    return [f for f in result.findings if f.rule == rule and f.outcome == "established"]


def test_before_the_end_nothing_is_replaced(judge: Callable[..., Result]) -> None:
    result = judge(tree(), "2024-02-01")
    assert not [f for f in result.findings if f.rule in ("CTL-002", "XFR-002") and f.outcome == "established"]
    assert not [line for line in result.assumptions if "successor" in line.en]


def test_after_it_the_last_successor_stands(judge: Callable[..., Result]) -> None:
    case = tree()
    case["organisations"]["new"]["dpf"] = "false"
    result = judge(case)
    (exposure,) = found(result, "CTL-002")
    assert "new" in exposure.culprit.split("+")
    assert "organisations.old.succeeded_by" in {fact.fact for fact in exposure.proof}
    (transfer,) = found(result, "XFR-002")
    assert set(transfer.subjects) == {"copy:new", "mail:new"}
    steps = {fact.fact: fact.value for fact in transfer.proof}
    assert steps["organisations.old.succeeded_by"] == "middle"
    assert steps["organisations.middle.succeeded_by"] == "new"
    assert "old ended (March 2024); new, its successor, is read in its place." in {
        line.en for line in result.assumptions
    }


@pytest.mark.parametrize(
    ("day", "heirs"),
    [("2024-03-15", {}), ("2024-04-01", {"old": "middle"}), ("2024-06-01", {"old": "new", "middle": "new"})],
)
def test_successors_are_followed(knowledge: Knowledge, day: str, heirs: dict[str, str]) -> None:
    case, _ = case_of({k: v for k, v in tree().items() if k not in ("auditor", "known")}, knowledge)
    assert successors(case, day) == heirs
    changed, used = succeeded(case, day)
    assert used == {name: heirs[name] for name in heirs if name == "old"}
    assert (changed is case) == (not heirs)


def test_a_circle_of_successors_ends(judge: Callable[..., Result]) -> None:
    case = tree()
    case["organisations"]["new"] |= {"ends": "2024-05-15", "succeeded_by": "old"}
    assert judge(case).exposures


def followed(next_one: dict[str, str]) -> dict[str, str]:
    """Who stands for each, found by following each by itself until there is nobody further, or somebody met before."""
    found = {}
    for name in next_one:
        last, seen = name, {name}
        while last in next_one and next_one[last] not in seen:
            last = next_one[last]
            seen.add(last)
        if last != name:
            found[name] = last
    return found


NAMES = [f"o{number}" for number in range(8)]


@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES)))
def test_lines_and_rounds_of_successors_are_followed_to_their_end(next_one: dict[str, str]) -> None:
    organisations: Tree = {name: {"country": "FR"} for name in NAMES}
    for name, heir in next_one.items():
        organisations[name] |= {"ends": "2020-01-01", "succeeded_by": heir}
    try:
        case, _ = case_of({"organisations": organisations}, Knowledge(countries={"FR": "France"}))
    except Refused:
        return
    assert successors(case, "2024-01-01") == followed(dict(sorted(next_one.items())))

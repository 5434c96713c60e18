"""Standard clauses are read as those of the decision they are of, and end when it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.graph.standard_clauses import NEW, OLD, SETS, clauses_of, standing
from auditor.model.case.agreements import Agreement
from auditor.model.result.document import Result


def scc(since: str = "", **more: Any) -> Agreement:
    return Agreement(between=["a", "b"], is_="scc", since=since, **more)


@pytest.mark.parametrize(
    ("since", "day", "sets"),
    [
        ("2018-03-01", "2020-01-01", OLD),
        ("2018-03-01", "2022-12-27", SETS),
        ("2018-03-01", "2024-01-01", SETS),
        ("2021-08-01", "2024-01-01", SETS),
        ("2021-09-28", "2024-01-01", (NEW,)),
        ("", "2021-06-26", OLD),
        ("", "2022-01-01", SETS),
        ("", "2022-12-28", (NEW,)),
    ],
)
def test_dates_tell_the_set_as_far_as_they_go(since: str, day: str, sets: tuple[str, ...]) -> None:
    found = clauses_of("x", scc(since), day)
    assert found.options == sets
    assert found.missing == (("agreements.x.clauses",) if len(sets) > 1 else ())
    assert found.proof == ("agreements.x",)


@pytest.mark.parametrize("old", OLD)
def test_an_old_set_is_a_tool_until_its_last_day(old: Any) -> None:
    signed = scc("2018-03-01", clauses=old)
    assert standing("x", signed, "2022-12-27").settled == "scc"
    assert standing("x", signed, "2022-12-28").settled == "none"
    assert standing("x", scc("2018-03-01"), "2022-12-28").options == ("scc", "none")
    assert standing("x", scc("2018-03-01", clauses=NEW), "2022-12-28").settled == "scc"


def sent(as_of: str, stated: str = "", **agreement: Any) -> dict[str, Any]:
    tool = {"tool": stated} if stated else {}
    return {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "x", "as_of": as_of, "about": "shop"},
        "people": {"customer": {"country": "FR"}},
        "organisations": {
            "shop": {"country": "FR", "parent": "none"},
            "desk": {"country": "IN", "parent": "none"},
        },
        "activities": {
            "orders": {"people": "customer", "data": "contact", "controller": "shop", "processors": "desk"}
        },
        "hosts": {"app": {"operator": "shop", "location": "FR", "runs_on": "none"}},
        "flows": {"out": {"for": "orders", "from": "app", "to": "desk", "derogation": "none", **tool}},
        "agreements": [{"between": ["shop", "desk"], "is": "scc", "assessment": "none", **agreement}],
    }


def cited(result: Result, rule: str) -> set[str]:
    return {law.ref for f in result.findings if f.rule == rule for law in f.law if law.ref.startswith("scc")}


def test_clauses_are_cited_by_the_decision_they_are_of(judge: Callable[..., Result]) -> None:
    assert cited(judge(sent("2022-01-01", since="2018-03-01", clauses="2010/87")), "XFR-005") == {
        "scc-2010-87"
    }
    assert cited(judge(sent("2022-01-01", since="2018-03-01")), "XFR-005") == set()
    assert cited(judge(sent("2024-01-01", since="2023-01-01")), "XFR-005") == {"scc-2021-914.14"}


@pytest.mark.parametrize("stated", ["", "scc"])
def test_clauses_of_2018_are_asked_about_after_their_end(stated: str, judge: Callable[..., Result]) -> None:
    result = judge(sent("2024-01-01", stated, since="2018-03-01"))
    transfer = {f.rule: f for f in result.findings if f.rule in ("XFR-001", "XFR-005")}
    assert {f.outcome for f in transfer.values()} == {"cannot-be-shown"}
    assert all(f.live for f in transfer.values())
    assert any(route.endswith(".clauses") for route in transfer["XFR-001"].missing)

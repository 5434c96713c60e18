"""Periods of retention by category: what an entry states of each counts, and only what it leaves open is asked for."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.importing.conftest import Desk

CASE = """auditor: 1
case: {id: c, as_of: 2024-01-01, about: firm}
known: declared
organisations: {firm: {name: Firm SA, country: FR}}
people: {staff: {}}
activities:
  pay: {people: staff, data: [identity, health], controller: firm, purpose: pay, recorded: true, retentions: {%s}}
"""


def result(desk: Desk, retentions: str) -> Any:
    desk.hand("case.yaml", CASE % retentions)
    return json.loads(desk.run("check", "case", "--format", "json").stdout)


def periods(found: Any) -> list[str]:
    return [
        fact["fact"] for each in found["questions"] for fact in each["facts"] if "retention" in fact["fact"]
    ]


def test_periods_of_every_category_leave_nothing_to_ask(desk: Desk) -> None:
    assert periods(result(desk, "identity: {active: 5 years}, health: {archive: 2 years}")) == []


def test_the_category_that_is_left_open_is_asked_for_by_name(desk: Desk) -> None:
    found = result(desk, "identity: {active: 5 years}, health: {active: unknown}")
    assert periods(found) == ["activities.pay.retentions.health.active"]
    asked = next(each for each in found["questions"] if "retentions" in each["facts"][0]["fact"])
    assert "health data" in json.dumps(asked)
    assert "données de santé" in json.dumps(asked, ensure_ascii=False)


@pytest.mark.parametrize(("retentions", "lacking"), [("identity: {active: 5 years}", False), ("", True)])
def test_an_entry_with_periods_by_category_does_not_leave_retention_out(
    desk: Desk, retentions: str, lacking: bool
) -> None:
    found = result(desk, retentions)
    said = [each["message"]["fr"] for each in found["findings"] if each["rule"] == "TRP-002"]
    assert any("délais d'effacement" in each for each in said) is lacking

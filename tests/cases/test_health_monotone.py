"""Rules on health data are monotone: a worse fact, or a later day, never takes a finding away."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from itertools import pairwise
from typing import Any

import pytest

from auditor.model.result.document import Result
from tests.conftest import ROOT, tree_of

DAY = "2026-09-26"
WORSE: list[tuple[str, Any]] = [
    ("hosts.images.location", ["CH", "US"]),
    ("hosts.french-site.location", ["FR", "CH"]),
    ("hosts.images.transparency", "none"),
    ("hosts.records.hosting", ["1", "2", "3", "5"]),
    ("hosts.french-site.hosting", ["1", "2", "3", "4", "5", "6"]),
    ("organisations.host-k.certified", "none"),
    ("organisations.host-l.certified", "none"),
    ("activities.care.dpia", "incomplete"),
    ("activities.care.special_basis", "none"),
    ("flows.filing.paid", "true"),
]


def established(result: Result) -> set[tuple[str, str]]:
    return {(f.rule, f.culprit) for f in result.findings if f.outcome == "established"}


@pytest.mark.parametrize(("route", "value"), WORSE, ids=str)
def test_a_worse_fact_keeps_every_finding(judge: Callable[..., Result], route: str, value: Any) -> None:
    tree = tree_of(ROOT / "flows" / "hds-two-dates")
    before = established(judge(tree, DAY))
    section, name, field = route.split(".")
    worse = deepcopy(tree)
    worse[section][name][field] = value
    assert before <= established(judge(worse, DAY))


def test_a_later_day_keeps_every_finding(judge: Callable[..., Result]) -> None:
    tree = tree_of(ROOT / "flows" / "hds-two-dates")
    days = ["2026-05-16", "2026-05-17", "2026-09-25", "2026-09-26", "2027-01-10", "2029-04-01"]
    found = [established(judge(tree, day)) for day in days]
    assert all(earlier <= later for earlier, later in pairwise(found))
    assert len(found[0]) < len(found[1]) < len(found[3]) < len(found[5])

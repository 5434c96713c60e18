"""What starts at a place never hides what passes there: TRN-003 is monotone."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from auditor.api.assess import judged
from auditor.api.read import all_policies, knowledge_base
from auditor.loading.case.load import case_of
from auditor.model.materials import Materials, Nowhere

Tree = dict[str, Any]
KNOWLEDGE = knowledge_base()
(GDPR,) = [policy for policy in all_policies() if policy.policy == "gdpr"]
PASSING: Tree = {
    "case": {"id": "relay", "as_of": "2024-01-01"},
    "people": {"patient": {}},
    "organisations": {"clinic": {"country": "FR"}, "relay": {"country": "FR"}},
    "activities": {
        "booking": {
            "people": "patient",
            "data": ["contact", "health"],
            "controller": "clinic",
            "processors": "none",
            "recipients": "none",
        }
    },
    "hosts": {"edge": {"operator": "relay"}, "page": {"operator": "clinic"}},
    "flows": {
        "book": {
            "for": "booking",
            "data": "contact",
            "from": "patient",
            "through": "edge",
            "to": "page",
            "content": "none",
        },
    },
    "notices": {"page": {"by": "clinic", "for": "booking", "recipients": "none"}},
}
#: Flows that make matters worse, or add to them.
MORE: dict[str, Tree] = {
    "health-starts-there": {"from": "edge", "to": "page", "data": "health", "content": "none"},
    "the-same-starts-elsewhere": {"from": "clinic", "to": "edge", "data": "contact", "content": "none"},
    "health-ends-there": {"from": "patient", "to": "edge", "data": "health", "content": "none"},
    "health-may-arrive": {"from": "patient", "to": "edge", "data": "health", "content": "unknown"},
    "an-open-end": {"from": "edge", "to": "unknown", "data": "health", "content": "none"},
}


def readings(tree: Tree) -> list[tuple[bool | None, str]]:
    case, _ = case_of(tree, KNOWLEDGE)
    made = Materials(case, KNOWLEDGE, (GDPR,), "2024-01-01", Nowhere())
    return [
        (match.established or None, match.grave.ceiling)
        for match in judged(made)[1].matches
        if match.rule.id == "TRN-003" and "relay@" in match.id
    ]


def with_flows(*more: str) -> Tree:
    tree = copy.deepcopy(PASSING)
    tree["flows"] |= {name: {"for": "booking", **MORE[name]} for name in more}
    return tree


def test_the_relay_reads_what_passes() -> None:
    assert readings(PASSING) == [(True, "medium")]


@pytest.mark.parametrize("more", [[name] for name in MORE] + [list(MORE)], ids="+".join)
def test_more_data_at_the_place_never_hides_what_passes(more: list[str]) -> None:
    found = readings(with_flows(*more))
    assert (True, "medium") in found or (True, "high") in found


def test_what_only_starts_or_only_ends_there_does_not_pass() -> None:
    for name in ("health-starts-there", "health-ends-there"):
        tree = with_flows(name)
        del tree["flows"]["book"]
        assert readings(tree) == []


def test_what_passes_is_the_worst_of_it() -> None:
    tree = with_flows("health-starts-there", "health-ends-there")
    assert readings(tree) == [(True, "high")]


def test_what_may_pass_is_asked() -> None:
    tree = with_flows("health-may-arrive", "health-starts-there")
    del tree["flows"]["book"]
    assert [truth for truth, _ in readings(tree)] == [None]

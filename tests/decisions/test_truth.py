"""The audit of twenty published decisions agrees with them."""

from __future__ import annotations

import pytest

from auditor.api.read import all_policies
from auditor.judging.open_points import open_facts
from auditor.model.vocabulary import SEVERITY_ORDER
from tests.conftest import tree_of
from tests.decisions.flips import Flip, changed, flips, judged, told
from tests.decisions.score import DECISIONS, Line, answers, audit, score, table, truth

LINES = score()
FLIPS = list(flips())


def test_every_decision_is_a_case_and_scored() -> None:
    folders = {path.name for path in DECISIONS.iterdir() if path.is_dir()}
    assert folders == set(truth())
    assert len(folders) == 20
    rules = {rule.id for policy in all_policies() for rule in policy.rules}
    assert {line.rule for line in LINES} <= rules


def test_nothing_is_held_against_anybody_that_the_decision_did_not() -> None:
    assert [line for line in LINES if line.wanted.startswith("not") and not line.agrees] == []


def test_every_decision_agrees_in_full() -> None:
    assert [line for line in LINES if not line.agrees] == []


def test_every_exposure_has_a_floor_and_a_ceiling() -> None:
    for expected in truth().values():
        for wanted in expected["must"]:
            if wanted["rule"] in ("CTL-001", "CTL-002"):
                (low, floor), (high, ceiling) = wanted["floor"], wanted["ceiling"]
                assert low <= high
                assert SEVERITY_ORDER.index(floor) <= SEVERITY_ORDER.index(ceiling)


def test_every_decision_turns_with_each_of_two_facts() -> None:
    assert all(len(expected["flips"]) == 2 for expected in truth().values())
    assert len(FLIPS) == 40
    assert [flip for flip in FLIPS if not flip.agrees] == []


def test_a_flip_that_does_not_turn_is_told() -> None:
    still = [Flip(x.case, x.name, x.wanted, not x.follows, x.held_before, x.found) for x in FLIPS]
    assert sum(line.startswith("does not turn") for line in told(still)) == len(FLIPS)


def test_a_flip_changes_only_what_is_there() -> None:
    with pytest.raises(KeyError):
        changed({"flows": {"sending": {}}}, {"flows.sent.keys": "somebody"})


def test_a_disagreement_is_seen() -> None:
    turned = [Line(x.case, x.as_of, x.rule, x.wanted, not x.agrees, x.found) for x in LINES]
    assert sum("disagrees" in line for line in table(turned)) == sum(line.agrees for line in LINES)
    assert not any(answers(f, "contradicted") for f in ())


@pytest.mark.parametrize("case", ["01-ce-450163-doctolib-aws", "39-press-doctolib-2021-2022"])
def test_no_control_is_asked_of_a_minority_investor(case: str) -> None:
    result = audit(case, "")
    hanging = {
        rule
        for point in open_facts(result.questions, dormant=True)
        if "general-atlantic" in point.fact
        for rule in point.rules
    }
    assert hanging <= {"CTL-005"}


@pytest.mark.parametrize(
    ("as_of", "scale", "found"),
    [
        ("2022-03-30", "unknown", ("medium", "high")),
        ("2022-03-30", "small", ("medium", "medium")),
        ("2022-03-30", "large", ("high", "high")),
        ("2022-02-04", "unknown", ("low", "medium")),
    ],
)
def test_a_scale_nobody_states_raises_the_ceiling_alone(
    as_of: str, scale: str, found: tuple[str, str]
) -> None:
    """The exposure of the Bindl case: at level 3, of data outside article 9, by a link documented since February 2022."""
    tree = tree_of(DECISIONS / "07-gc-t-354-22-bindl")
    for activity in tree["activities"].values():
        activity["scale"] = scale
    (exposure,) = [f for f in judged(tree, as_of).findings if f.rule == "CTL-001"]
    assert (exposure.severity, exposure.severity_if_open) == found

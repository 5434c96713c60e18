"""Two states are compared without words for what is the same in both, and come out as they do with words for everything."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from auditor.api import assess as judging
from auditor.api import what_if
from auditor.api.assess import assess, judged
from auditor.api.report import report
from auditor.api.what_if import telling, what_ifs
from auditor.judging import weighed as weighing
from auditor.judging.comparison import Compared, Written, compared, says
from auditor.judging.open_points import open_facts
from auditor.judging.weighed import Weighed
from auditor.model.comparison import Cause, Comparison, Difference, Side
from auditor.model.materials import Materials
from auditor.model.result.findings import Finding
from auditor.model.result.shown import Shown
from tests.conftest import CASES, REFERENCE, materials
from tests.judging.states import made_of
from tests.reference.test_any_case import CASES as ANY_CASE

ALONE = Cause(["facts"], "alone")
SIDES = (Side("base", "", "", "", ""), Side("head", "", "", "", ""))
SUPPOSING = [folder for folder in CASES if materials([folder]).scenarios]


def weighed(made: Materials) -> Weighed:
    return Weighed(*judged(made))


def difference(base: Compared, head: Compared) -> Difference:
    return compared(
        base,
        head,
        SIDES,
        parts=["facts"],
        files=[],
        loosened=[],
        explain=lambda before, after: ALONE,
        fail_on="low",
        min_confidence="assumed",
    )


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_what_is_told_one_by_one_is_what_a_check_tells(folder: Path) -> None:
    made = materials([folder])
    state, result = weighed(made), assess(made)
    assert list(map(says, state.findings)) == list(map(says, result.findings))
    assert list(map(state.told, state.findings)) == result.findings
    facts, told = (list(open_facts(part.questions, dormant=True)) for part in (state, result))
    assert list(map(state.asked, facts)) == told


def test_what_is_not_told_has_no_words_and_no_proof() -> None:
    points = [f for f in weighed(materials([REFERENCE])).findings if f.outcome == "cannot-be-shown"]
    assert points
    assert not any(f.message.en or f.message.fr or f.proof or f.law for f in points)


def test_open_points_are_told_where_an_exception_may_hold_for_them(tmp_path: Path) -> None:
    entry = {
        "rule": "CLM-004",
        "scope": {"host": "aws"},
        "reason": "Accepted until the answer of the host is there",
        "approved_by": "The officer",
        "approved_on": "2019-10-01",
        "expires": "2020-03-01",
    }
    file = tmp_path / "exceptions.yaml"
    file.write_text(json.dumps({"auditor": "1", "exceptions": [entry]}), encoding="utf-8")
    made = materials([REFERENCE], exceptions=file, today="2019-11-01")
    whole, counted = assess(made), assess(made, shown=Shown("none"))
    assert [line.state for line in whole.exceptions] == ["unmatched"]
    assert counted == whole
    assert weighed(made).findings == whole.findings


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_difference_is_the_same_with_words_for_everything(folder: Path) -> None:
    base, head = materials([folder], as_of="2020-06-01"), materials([folder])
    most = difference(Written(assess(base)), Written(assess(head)))
    assert difference(weighed(base), weighed(head)) == most


@pytest.mark.slow
@settings(max_examples=60)
@given(ANY_CASE, ANY_CASE)
def test_any_two_states_differ_alike_with_words_for_everything(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    base, head = made_of(before), made_of(after)
    least = difference(weighed(base), weighed(head))
    most = difference(Written(assess(base)), Written(assess(head)))
    assert msgspec.json.encode(least) == msgspec.json.encode(most)


def test_nothing_is_put_into_words_that_is_the_same_in_both(monkeypatch: pytest.MonkeyPatch) -> None:
    told: Counter[str] = Counter()
    words = weighing.finding

    def counting(*given: Any) -> Finding:
        made = words(*given)
        told[made.outcome] += 1
        return made

    monkeypatch.setattr(weighing, "finding", counting)
    made = materials([REFERENCE])
    assert difference(weighed(made), weighed(made)).findings == []
    assert told["established"]
    assert told["cannot-be-shown"] == 0


@pytest.mark.parametrize("folder", SUPPOSING, ids=lambda folder: folder.name)
def test_scenarios_are_told_alike_while_a_case_is_judged_and_one_by_one(folder: Path) -> None:
    made = materials([folder])
    found: list[Comparison] = []
    result = assess(made, supposing=telling(found))
    assert result == assess(made)
    assert found == what_ifs(made) == [what_if.what_if(made, name) for name in sorted(made.scenarios)]


def test_a_report_judges_a_case_and_each_of_its_scenarios_once(monkeypatch: pytest.MonkeyPatch) -> None:
    times: Counter[str] = Counter()
    evaluate = judging.evaluate

    def counting(derived: Any, rules: Any, *given: Any, **asked: Any) -> Any:
        if given != ({"scenario"},):
            times[derived.estate.materials.hypothesis] += 1
        return evaluate(derived, rules, *given, **asked)

    monkeypatch.setattr(judging, "evaluate", counting)
    made = materials([REFERENCE])
    shown = report(made)
    assert [comparison.scenario for comparison in shown.scenarios] == sorted(made.scenarios)
    assert times == dict.fromkeys(("", *made.scenarios), 1)

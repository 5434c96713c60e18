"""How far a case could be judged, what fails where little is, and results of the form before."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from auditor.api.assess import judged
from auditor.judging.baseline_status import Before, OpenBefore
from auditor.judging.gate import Threshold
from auditor.judging.judged import judged_by_rule, judged_in_all, share_decided
from auditor.judging.verdict import verdict
from auditor.loading.earlier_results import result_in
from auditor.loading.files.json_text import NotRead
from auditor.model.result.document import Result
from tests.judging.test_findings import sent
from tests.own_rules import Tree, held, result, rule

ASKED = rule(when={"step": "booking"}, forbid={"content": "none"}, severity="high")
DORMANT = rule(2, forbid={"refusal": "free"})


def flows(*contents: str | None) -> Tree:
    return sent(*({"step": "booking", **({} if c is None else {"content": c})} for c in contents))


def test_each_rule_counts_what_it_looked_at_what_it_decided_and_what_is_open() -> None:
    _, evaluation = judged(held(flows("none", "encrypted", None), ASKED, DORMANT))
    assert [
        (line.rule[-3:], line.applicable, line.decided, line.live, line.dormant)
        for line in judged_by_rule(evaluation)
    ] == [("001", 3, 2, 1, 0), ("002", 3, 0, 0, 3)]
    in_all = judged_in_all(evaluation)
    assert (in_all.applicable, in_all.decided, in_all.live, in_all.dormant, in_all.waits_for) == (
        6,
        2,
        1,
        3,
        1,
    )


def test_a_rule_that_applies_to_nothing_has_no_line_and_nothing_to_decide_is_all_decided() -> None:
    _, evaluation = judged(held(flows("none"), rule(when={"step": "search"}, forbid={"content": "none"})))
    assert judged_by_rule(evaluation) == []
    assert share_decided(evaluation, None) == 100


@pytest.mark.parametrize(
    ("contents", "share"),
    [(("none",), 100), ((None,), 0), (("none", None), 50), (("none", "none", None), 66)],
)
def test_the_share_decided_is_rounded_down(contents: tuple[str | None, ...], share: int) -> None:
    assert share_decided(judged(held(flows(*contents), ASKED))[1], None) == share


def gate(tree: Tree, *rules: Tree, **asked: Any) -> Any:
    derived, evaluation = judged(held(tree, *rules))
    return verdict(derived, evaluation, Threshold(**asked)).summary.gate


@pytest.mark.parametrize(
    ("bar", "content", "fails"),
    [
        ("never", None, False),
        ("high", None, True),
        ("critical", None, False),
        ("critical", "not-produced", True),
        ("high", "unknown", True),
        ("high", "encrypted", False),
    ],
)
def test_a_live_open_point_fails_where_asked_and_one_step_sooner_where_it_was_not_produced(
    bar: str, content: str | None, fails: bool
) -> None:
    found = gate(flows(content), ASKED, fail_on_open=bar)
    assert (found.open_failing, found.passed) == (int(fails), not fails)


def test_a_dormant_open_point_fails_nothing() -> None:
    assert gate(sent({}), DORMANT, fail_on_open="info").passed


@pytest.mark.parametrize(("percent", "passes"), [(0, True), (50, True), (51, False), (100, False)])
def test_too_little_decided_fails_where_asked(percent: int, passes: bool) -> None:
    found = gate(flows("encrypted", None), ASKED, min_decided=percent)
    assert (found.decided, found.passed) == (50, passes)


def test_what_was_open_before_does_not_fail() -> None:
    tree = flows(None)
    (point,) = result(tree, ASKED).findings
    before = Before(against="main", findings={}, open={point.fingerprint: OpenBefore.of(point)})
    assert gate(tree, ASKED, fail_on_open="high", before=before).passed
    other = Before(against="main", findings={}, open={})
    assert not gate(tree, ASKED, fail_on_open="high", before=other).passed


def test_the_questions_come_by_what_hangs_on_them_live_ones_first() -> None:
    rules = (
        rule(1, when={"step": "booking"}, forbid={"content": "none"}, severity="low"),
        rule(2, when={"step": "booking"}, forbid={"refusal": "free"}, severity="high"),
        rule(3, forbid={"network": "public"}, severity="critical"),
    )
    made = result(flows(None), *rules)
    asked = [(question.field, question.live) for question in made.questions if question.rules]
    assert asked == [("flows.refusal", True), ("flows.content", True), ("flows.network", False)]


def old_form(made: Result) -> bytes:
    """A result as it was written before: the ceiling called severity, the floor beside it, and questions one by one."""
    tree = msgspec.to_builtins(made)
    head = {
        "schema": "auditor.result/1",
        **{k: v for k, v in tree.items() if k not in ("schema", "no_longer_shown")},
    }
    head["findings"] = [
        {
            **{k: v for k, v in f.items() if k not in ("severity_if_open", "live", "withheld")},
            "severity": f["severity_if_open"],
            "severity_if_shown": f["severity"]
            if f["severity"] not in ("none", f["severity_if_open"])
            else None,
        }
        for f in head["findings"]
    ]
    head["questions"] = [
        {
            "fact": fact["fact"],
            "question": fact["question"],
            "to": fact["to"],
            "rules": fact["rules"],
            "severity_if_shown": fact["severity_if_open"],
            "asked": [],
            "written": True,
        }
        for question in tree["questions"]
        for fact in question["facts"]
    ]
    head["unstated"] = []
    head["summary"] = {k: v for k, v in head["summary"].items() if k != "judged"} | {"unstated": 0}
    return msgspec.json.encode(head)


def test_a_result_of_the_form_before_reads_as_one_of_today() -> None:
    ladder = {"high": {"refusal": "free"}, "low": "else"}
    made = result(flows("none", None), rule(forbid={"content": "none"}, severity=ladder))
    read = result_in(old_form(made))
    assert read.schema == "auditor.result/2"
    assert [(f.outcome, f.severity, f.severity_if_open) for f in read.findings] == [
        ("established", "low", "high"),
        ("cannot-be-shown", "none", "high"),
    ]
    assert {question.field for question in read.questions} == {
        fact.fact for question in made.questions for fact in question.facts
    }
    assert read.summary.judged.applicable == 0
    assert result_in(msgspec.json.encode(made)) == made


@pytest.mark.parametrize("data", [b"{}", b'{"schema": "auditor.result/3"}', b'{"other": "auditor.result/1"}'])
def test_what_is_no_result_is_refused(data: bytes) -> None:
    with pytest.raises((NotRead, msgspec.DecodeError)):
        result_in(data)


@pytest.mark.parametrize(
    ("stated", "source", "known"),
    [
        ({"signed": {"value": "true", "known": "alleged", "source": "reply"}}, "reply", "alleged"),
        ({"signed": {"value": "true", "source": "reply"}, "source": "paper"}, "paper", "documented"),
    ],
)
def test_an_agreement_stands_on_its_source_else_on_that_of_its_signature(
    stated: dict[str, Any], source: str, known: str
) -> None:
    tree = flows("none")
    ends = sorted(tree["organisations"])[:1]
    tree["organisations"]["vendor"] = {"country": "FR"}
    tree["sources"] = {"reply": {"title": "A reply"}, "paper": {"title": "A paper"}}
    tree["agreements"] = [{"between": [*ends, "vendor"], "is": "processing", **stated}]
    [line] = result(tree, ASKED).agreements
    assert (line.source, line.known) == (source, known)

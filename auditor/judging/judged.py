"""How far a case could be judged: what coverage is to code."""

from __future__ import annotations

from auditor.judging.baseline_status import Before
from auditor.model.result.gate import JudgedCount, RuleJudged
from auditor.rules.matches import Evaluation

PERCENT = 100


def judged_by_rule(evaluation: Evaluation) -> list[RuleJudged]:
    """Give each rule that applied to anything, with the subjects it applied to, those decided and those open."""
    return [
        RuleJudged(
            rule=rule,
            applicable=found.applicable,
            decided=found.decided,
            live=found.live,
            dormant=found.applicable - found.decided - found.live,
        )
        for rule, found in sorted(evaluation.judged.items())
        if found.applicable
    ]


def judged_in_all(evaluation: Evaluation) -> JudgedCount:
    """Give the same over all rules, with how many facts the live open points wait for."""
    lines = judged_by_rule(evaluation)
    return JudgedCount(
        applicable=sum(line.applicable for line in lines),
        decided=sum(line.decided for line in lines),
        live=sum(line.live for line in lines),
        dormant=sum(line.dormant for line in lines),
        waits_for=sum(waiting.undecided for waiting in evaluation.tally.facts.values()),
    )


def share_decided(evaluation: Evaluation, before: Before | None) -> int:
    """Give the share of subjects decided, in whole percent rounded down; only of those new since `before` where it lists them."""
    if before is None or before.applied is None:
        counted = judged_in_all(evaluation)
        return _share(counted.decided, counted.applicable)
    new = evaluation.applied - before.applied
    waiting = {(m.rule.id, m.id) for m in evaluation.matches if m.truth.value is None}
    return _share(len(new - waiting), len(new))


def _share(decided: int, applicable: int) -> int:
    return PERCENT if not applicable else decided * PERCENT // applicable

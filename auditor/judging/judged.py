"""How far a case could be judged: what coverage is to code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditor.judging.baseline_status import Before
from auditor.model.policy import Policy, Rule
from auditor.model.result.gate import JudgedCount, RuleJudged
from auditor.model.result.tables import RuleLine
from auditor.rules.matches import Evaluation
from auditor.rules.tally import Judged
from auditor.text.grammar import bilingual

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
        waits_for=sum(len(facts) for waiting, facts in evaluation.tally.facts.items() if waiting.undecided),
    )


def share_decided(evaluation: Evaluation, before: Before | None) -> int:
    """Give the share of subjects decided, in whole percent rounded down; only of those new since `before` where it lists them."""
    if before is None or before.applied is None:
        counted = judged_in_all(evaluation)
        return _share(counted.decided, counted.applicable)
    new = evaluation.applied - before.applied
    waiting = {(m.rule.id, m.id) for m in evaluation.matches if not m.established}
    return _share(len(new - waiting), len(new))


def _share(decided: int, applicable: int) -> int:
    return PERCENT if not applicable else decided * PERCENT // applicable


def rule_lines(policies: Sequence[Policy], judged: Mapping[str, Judged]) -> list[RuleLine]:
    """Return the rules that met something, each with what it met."""
    found = [
        _rule_line(policy, rule, judged[rule.id])
        for policy in policies
        for rule in policy.rules
        if judged[rule.id].broken or judged[rule.id].open
    ]
    return sorted(found, key=lambda line: (line.id, line.policy))


def _rule_line(policy: Policy, rule: Rule, met: Judged) -> RuleLine:
    supposed = rule.kind == "what-if"
    return RuleLine(
        id=rule.id,
        policy=policy.policy,
        title=bilingual(rule.title),
        established=0 if supposed else met.broken,
        cannot_be_shown=0 if supposed else met.open,
        hypothetical=met.broken + met.open if supposed else 0,
    )

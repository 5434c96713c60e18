"""Explaining: a rule in full, or the proof of a finding told step by step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditor.api.read import all_policies, knowledge_base
from auditor.errors import UsageRefused
from auditor.judging.proof import cite
from auditor.loading.shape import nearest
from auditor.model.result import Result
from auditor.render.explanation import render_finding, render_rule
from auditor.rules.sentence import sentence


def rule(rule_id: str, lang: str, own: Sequence[Path] = ()) -> bytes:
    """Explain the rule: its sentence, why, law, remedy, when it may be mistaken, its examples. Raises UsageRefused."""
    packs = all_policies(own)
    found = {r.id: (r, policy) for policy in packs for r in policy.rules}
    if rule_id not in found:
        raise UsageRefused(f"no such rule: {rule_id}", nearest(rule_id, found) or "auditor rules lists them")
    chosen, policy = found[rule_id]
    law = [cite(knowledge_base(), reference) for reference in chosen.law]
    return render_rule(chosen, policy, sentence(chosen), law, lang)


def finding(result: Result, fingerprint: str, lang: str) -> bytes:
    """Tell the proof of the finding whose fingerprint begins so. Raises UsageRefused."""
    wanted = fingerprint.removeprefix("F-")
    found = [f for f in result.findings if f.fingerprint.startswith(wanted)] if wanted else []
    if len(found) != 1:
        what = "no such finding" if not found else "several findings begin so"
        raise UsageRefused(f"{what}: {fingerprint}", "auditor check shows the id of each finding")
    return render_finding(result, found[0], lang)

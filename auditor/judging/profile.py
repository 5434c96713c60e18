"""A result as one kind of reader sees it: nothing is judged anew, and what is left out is counted."""

from __future__ import annotations

from msgspec.structs import replace

from auditor.model.profile import PROFILES, ProfileName
from auditor.model.result.document import CountedResult, Result, View
from auditor.model.result.findings import PointsCounted


def viewed(result: Result, profile: ProfileName) -> Result:
    """Give the result with what this profile shows, and how much it does not; counts and gate are those of the whole."""
    chosen = PROFILES[profile]
    findings = [f for f in result.findings if not chosen.gating or (f.gate and f.outcome == "established")]
    questions = result.questions if "questions" in chosen.sections else []
    claims = result.claims if "claims" in chosen.sections else []
    made = replace(result, findings=findings, questions=questions, claims=claims)
    if chosen.gating and isinstance(made, CountedResult):
        made = replace(made, counted=PointsCounted())
    view = View(
        profile=profile,
        sections=list(chosen.sections),
        findings=_findings(result) - _findings(made),
        questions=len(result.questions) - len(questions),
        claims=len(result.claims) - len(claims),
    )
    return replace(made, view=view)


def _findings(result: Result) -> int:
    return len(result.findings) + result.counted.count

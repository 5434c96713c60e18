"""A result as one kind of reader sees it: nothing is judged anew, and what is left out is counted."""

from __future__ import annotations

from msgspec.structs import replace

from auditor.model.profile import PROFILES, ProfileName
from auditor.model.result.document import Result, View


def viewed(result: Result, profile: ProfileName) -> Result:
    """Give the result with what this profile shows, and how much it does not; counts and gate are those of the whole."""
    chosen = PROFILES[profile]
    findings = [f for f in result.findings if not chosen.gating or (f.gate and f.outcome == "established")]
    questions = result.questions if "questions" in chosen.sections else []
    claims = result.claims if "claims" in chosen.sections else []
    view = View(
        profile=profile,
        sections=list(chosen.sections),
        findings=len(result.findings) - len(findings),
        questions=len(result.questions) - len(questions),
        claims=len(result.claims) - len(claims),
    )
    return replace(result, findings=findings, questions=questions, claims=claims, view=view)

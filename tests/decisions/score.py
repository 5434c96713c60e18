"""How far the audit of published decisions agrees with what was decided.

Each case under flows/decisions tells a decision as facts; truth.yaml beside them holds the outcomes that must and must not
appear. What the authority did not judge is not scored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from auditor.api.assess import assess
from auditor.loading.files.document import read
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from tests.conftest import materials

ROOT = Path(__file__).resolve().parents[2]
DECISIONS = ROOT / "flows" / "decisions"
TRUTH = DECISIONS / "truth.yaml"
#: The level from which on an exposure is more than residual.
EXPOSED = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One expectation on one case and date, and whether the audit agrees."""

    case: str
    as_of: str
    rule: str
    wanted: str
    agrees: bool
    found: str


def truth() -> dict[str, dict[str, Any]]:
    """Give the expectations, by case."""
    found: dict[str, dict[str, Any]] = read(TRUTH.name, TRUTH.read_bytes()).value
    return found


@cache
def audit(case: str, as_of: str) -> Result:
    """Give the result of the case as of a date."""
    return assess(materials([DECISIONS / case], as_of=as_of))


def words(finding: Finding) -> set[str]:
    """Give what a finding is about: its culprit, its subjects, its path and the entities its proof names."""
    ids = {
        part
        for name in (finding.culprit, *finding.subjects)
        for part in name.replace("+", ":").replace(">", ":").split(":")
    }
    path = {end for hop in finding.path for end in (hop.flow, hop.from_, hop.to)}
    proof = {step for fact in finding.proof for step in fact.fact.split(".")[1:2]}
    return {finding.culprit, *ids, *path, *proof}


def culprits(finding: Finding) -> set[str]:
    """Give whom or what a finding is put to."""
    return {finding.culprit, *finding.culprit.replace("+", ":").split(":"), *finding.subjects}


def answers(finding: Finding, outcome: str) -> bool:
    """Tell whether a finding has the outcome an expectation names."""
    level = finding.level
    shown = finding.outcome == "established"
    if outcome == "exposure":
        return shown and level is not None and level.min >= EXPOSED
    if outcome == "residual":
        return shown and level is not None and level.min == level.max == 1
    if outcome == "cannot-be-shown":
        open_level = shown and level is not None and level.min < EXPOSED <= level.max
        return open_level or finding.outcome == "cannot-be-shown"
    if outcome == "information":
        return shown and finding.severity == "info"
    if outcome == "contradicted":
        return shown and finding.kind == "contradiction" and finding.severity == "high"
    return finding.outcome == outcome


def spans(finding: Finding, wanted: dict[str, Any]) -> bool:
    """Tell whether a finding has the floor and the ceiling an expectation names, each a level and a severity."""
    if "floor" not in wanted:
        return True
    level = finding.level
    return level is not None and (wanted["floor"], wanted["ceiling"]) == (
        [f"E{level.min}", finding.severity],
        [f"E{level.max}", finding.severity_if_open],
    )


def concerned(result: Result, wanted: dict[str, Any]) -> list[Finding]:
    """Give the findings of a result by the rule, for the culprit and the subject, that an expectation names."""
    found = [f for f in result.findings if f.rule == wanted["rule"]]
    if "culprit" in wanted:
        found = [f for f in found if wanted["culprit"] in culprits(f)]
    if "subject" in wanted:
        found = [f for f in found if wanted["subject"] in words(f)]
    return found


def _must(case: str, wanted: dict[str, Any]) -> Line:
    rule, as_of, outcome = wanted["rule"], wanted["as_of"], wanted["outcome"]
    found = concerned(audit(case, as_of), wanted)
    agrees = not found if outcome == "none" else any(answers(f, outcome) and spans(f, wanted) for f in found)
    who = wanted.get("subject") or wanted.get("culprit", "")
    return Line(case, as_of, rule, f"{outcome} {who}".strip(), agrees, seen(found))


def _must_not(case: str, wanted: str, dates: list[str]) -> Iterator[Line]:
    head, _, date = wanted.partition("@")
    rule, _, who = head.partition(":")
    for as_of in [date] if date else dates:
        found = [f for f in audit(case, as_of).findings if f.rule == rule and f.outcome != "cannot-be-shown"]
        if who.startswith("culprit="):
            found = [f for f in found if who.removeprefix("culprit=") in culprits(f)]
        elif who:
            found = [f for f in found if who in words(f)]
        yield Line(case, as_of, rule, f"not {who}".strip(), not found, seen(found))


def seen(found: list[Finding]) -> str:
    """Give what was found in a line."""
    return "; ".join(_line(f) for f in found) or "silent"


def _line(finding: Finding) -> str:
    level = "" if finding.level is None else f"E{finding.level.min}-E{finding.level.max}"
    severity = f"{finding.severity}, up to {finding.severity_if_open}"
    return f"{finding.outcome} {severity} {finding.culprit} {level}".strip()


def score() -> list[Line]:
    """Give every expectation of every case, agreed or not."""
    lines: list[Line] = []
    for case, expected in truth().items():
        dates = list(dict.fromkeys(wanted["as_of"] for wanted in expected["must"]))
        lines.extend(_must(case, wanted) for wanted in expected["must"])
        for wanted in expected["must_not"]:
            lines.extend(_must_not(case, wanted, dates))
    return lines


def table(lines: list[Line]) -> Iterator[str]:
    """Give the score as text: what disagrees, then per rule, then the cases that agree in full."""
    for line in lines:
        if not line.agrees:
            yield f"disagrees: {line.case} on {line.as_of}: {line.rule} should be {line.wanted}; found: {line.found}"
    right, all_of = Counter(x.rule for x in lines if x.agrees), Counter(x.rule for x in lines)
    yield "rule      agreed"
    yield from (f"{rule}   {right[rule]:3} of {all_of[rule]:3}" for rule in sorted(all_of))
    wrong = {line.case for line in lines if not line.agrees}
    cases = {line.case for line in lines}
    yield f"decisions that agree in full: {len(cases - wrong)} of {len(cases)}"

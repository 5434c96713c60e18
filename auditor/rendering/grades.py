"""How grave a finding is, in words: its floor, and the ceiling with the questions that decide between the two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.rendering.words import Say
from auditor.text import gate as gate_texts


def question_numbers(result: Result) -> dict[str, int]:
    """Give the number of the live question that asks for each missing fact, by the address of the fact."""
    return {
        fact.fact: number
        for number, question in enumerate((q for q in result.questions if q.live), 1)
        for fact in question.facts
    }


def numbers_of(routes: Iterable[str], numbers: Mapping[str, int]) -> list[int]:
    """Give the numbers of the questions that ask for the facts at `routes`, in order."""
    return sorted({numbers[route] for route in routes if route in numbers})


def state(finding: Finding, say: Say) -> str:
    """Give how a finding stands, in words: how grave it is, or that it is an open point or a hypothesis, and up to what."""
    grave = graded(finding, {}, say)
    return grave if finding.outcome == "established" else f"{say.word(finding.outcome)}, {grave}"


def graded(finding: Finding, numbers: Mapping[str, int], say: Say) -> str:
    """Give the severity of a finding: `for information`, `for information, up to high (Q2, Q3)`, or `up to high (Q1)` for an open point."""
    floor = "" if finding.severity == "none" else say.word(finding.severity)
    if finding.severity == finding.severity_if_open:
        return floor
    asked = numbers_of(finding.missing, numbers)
    decides = f" ({', '.join(f'Q{number}' for number in asked)})" if asked else ""
    ceiling = say(gate_texts.UP_TO, severity=say.word(finding.severity_if_open))
    return f"{floor}, {ceiling}{decides}" if floor else f"{ceiling}{decides}"

"""What to do, in order: from what is established and what is open, each action once with all that it is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.model.vocabulary import gravity
from auditor.rendering.grades import question_numbers
from auditor.rendering.telling.letters import Lettered
from auditor.rendering.words import Say, pick

#: `first`: a critical or high point depends on it; `next`: a lower one; `then`: it lowers a risk still to come.
Urgency = Literal["first", "next", "then"]
ORDER: Final[tuple[Urgency, ...]] = ("first", "next", "then")


class ToDo(Struct, frozen=True):
    """One action: when, what, who can do it, the evidence that settles it, and the letters and questions it is for.

    `findings` are the fingerprints of all that it is for.
    """

    when: Urgency
    what: str
    who: str
    evidence: str
    letters: tuple[str, ...]
    questions: tuple[int, ...]
    findings: tuple[str, ...]


def actions(result: Result, found: list[Lettered], say: Say) -> list[ToDo]:
    """Give the actions, the most urgent first; those of one rule with the same words are one."""
    numbers = question_numbers(result)
    letter_of = {f.fingerprint: group.letter for group in found for f in group.findings}
    merged: dict[tuple[str, str], ToDo] = {}
    for finding in _in_order(result, found):
        if finding.action is None or finding.accepted is not None:
            continue
        made = _to_do(finding, letter_of, numbers, say)
        earlier = merged.get((made.what, made.who))
        merged[made.what, made.who] = made if earlier is None else _joined(earlier, made)
    return sorted(merged.values(), key=lambda action: ORDER.index(action.when))


def _in_order(result: Result, found: list[Lettered]) -> list[Finding]:
    open_points = [f for f in result.findings if f.outcome == "cannot-be-shown" and f.live]
    open_points.sort(key=lambda f: (-gravity(f.severity_if_open), f.rule, f.culprit))
    return [*(f for group in found for f in group.findings), *open_points]


def _to_do(finding: Finding, letter_of: Mapping[str, str], numbers: Mapping[str, int], say: Say) -> ToDo:
    assert finding.action is not None  # noqa: S101  those without an action were left out
    letter = letter_of.get(finding.fingerprint)
    return ToDo(
        when=_urgency(finding),
        what=pick(finding.action.what, say.lang),
        who=pick(finding.action.who, say.lang),
        evidence=pick(finding.action.evidence, say.lang),
        letters=(letter,) if letter else (),
        questions=tuple(sorted({numbers[route] for route in finding.missing if route in numbers})),
        findings=(finding.fingerprint,),
    )


def _urgency(finding: Finding) -> Urgency:
    grave = gravity(finding.severity_if_open)
    if grave >= gravity("high"):
        return "first"
    return "next" if grave > gravity("info") else "then"


def _joined(one: ToDo, other: ToDo) -> ToDo:
    return ToDo(
        when=min(one.when, other.when, key=ORDER.index),
        what=one.what,
        who=one.who,
        evidence=one.evidence,
        letters=tuple(dict.fromkeys((*one.letters, *other.letters))),
        questions=tuple(sorted({*one.questions, *other.questions})),
        findings=(*one.findings, *other.findings),
    )

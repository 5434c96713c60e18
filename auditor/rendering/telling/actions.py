"""What to do, in order: from what is established and what is open, each action once with all that it is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding, ToDoCounted
from auditor.model.result.telling_order import open_points
from auditor.model.vocabulary import Severity, gravity
from auditor.rendering.grades import numbers_of, question_numbers
from auditor.rendering.telling.letters import Lettered
from auditor.rendering.words import Say, pick
from auditor.text import telling as texts
from auditor.text.grammar import enumerated

#: `first`: a critical or high point depends on it; `next`: a lower one; `then`: it lowers a risk still to come.
Urgency = Literal["first", "next", "then"]
ORDER: Final[tuple[Urgency, ...]] = ("first", "next", "then")
#: How many of those who can do it are named.
NAMED: Final = 3


class ToDo(Struct, frozen=True):
    """One action: when, what, who can do it, the evidence that settles it, and the letters and questions it is for.

    `rule` is that of the first finding it is for, `findings` are the fingerprints of all; `alike` counts further actions of the same
    rule that it stands for.
    """

    rule: str
    when: Urgency
    what: str
    who: str
    evidence: str
    letters: tuple[str, ...]
    questions: tuple[int, ...]
    findings: tuple[str, ...]
    alike: int = 0


def actions(result: Result, found: list[Lettered], say: Say) -> list[ToDo]:
    """Give the actions, the most urgent first; those of one rule with the same words are one."""
    numbers = question_numbers(result)
    letter_of = {f.fingerprint: group.letter for group in found for f in group.findings}
    alike: dict[tuple[str, str], list[ToDo]] = {}
    for finding in _in_order(result, found):
        if isinstance(finding, ToDoCounted):
            made = _wordless(finding)
        elif finding.action is None or finding.accepted is not None:
            continue
        else:
            made = _to_do(finding, letter_of, numbers, say)
        alike.setdefault((made.what, made.who), []).append(made)
    return sorted(map(_joined, alike.values()), key=lambda action: ORDER.index(action.when))


def by_rule(todo: Sequence[ToDo], say: Say) -> list[ToDo]:
    """Give one action for each rule, which stands for the others of the rule and names all who can do them."""
    groups: dict[str, list[ToDo]] = {}
    for action in todo:
        groups.setdefault(action.rule, []).append(action)
    return [_of_one_rule(group, say) for group in groups.values()]


def _of_one_rule(group: Sequence[ToDo], say: Say) -> ToDo:
    who = list(dict.fromkeys(action.who for action in group if action.who))
    more = len(who) - NAMED
    named = (
        enumerated(who, say(texts.AND))
        if more <= 0
        else say(texts.WHO_ELSE, who=", ".join(who[:NAMED]), count=more)
    )
    return replace(
        _joined(group), when=group[0].when, who=named, alike=len({action.what for action in group}) - 1
    )


def _in_order(result: Result, found: list[Lettered]) -> list[Finding | ToDoCounted]:
    """Give what is established by letter, then the open points by the number of the first question that they wait for."""
    numbers = question_numbers(result)
    of_fields = {
        asked.field: number for number, asked in enumerate((q for q in result.questions if q.live), 1)
    }

    def weight(point: Finding | ToDoCounted) -> tuple[int, int, str, str]:
        if isinstance(point, ToDoCounted):
            asked, culprit = numbers_of(point.fields, of_fields), ""
        else:
            asked, culprit = numbers_of(point.missing, numbers), point.culprit
        return min(asked, default=len(numbers) + 1), -gravity(point.severity_if_open), point.rule, culprit

    points: list[Finding | ToDoCounted] = [*open_points(result.findings), *result.counted.to_do]
    points.sort(key=weight)
    return [*(f for group in found for f in group.findings), *points]


def _to_do(finding: Finding, letter_of: Mapping[str, str], numbers: Mapping[str, int], say: Say) -> ToDo:
    assert finding.action is not None  # noqa: S101  those without an action were left out
    letter = letter_of.get(finding.fingerprint)
    return ToDo(
        rule=finding.rule,
        when=_urgency(finding.severity_if_open),
        what=pick(finding.action.what, say.lang),
        who=pick(finding.action.who, say.lang),
        evidence=pick(finding.action.evidence, say.lang),
        letters=(letter,) if letter else (),
        questions=tuple(numbers_of(finding.missing, numbers)),
        findings=(finding.fingerprint,),
    )


def _wordless(counted: ToDoCounted) -> ToDo:
    """Give what could be done about open points that are only counted: how urgent it is."""
    return ToDo(
        rule=counted.rule,
        when=_urgency(counted.severity_if_open),
        what="",
        who="",
        evidence="",
        letters=(),
        questions=(),
        findings=(),
    )


def _urgency(severity: Severity) -> Urgency:
    grave = gravity(severity)
    if grave >= gravity("high"):
        return "first"
    return "next" if grave > gravity("info") else "then"


def _joined(group: Sequence[ToDo]) -> ToDo:
    """Give one action for several: as urgent as the most urgent of them, for all that they are for."""
    if len(group) == 1:
        return group[0]
    return replace(
        group[0],
        when=min((action.when for action in group), key=ORDER.index),
        letters=tuple(dict.fromkeys(letter for action in group for letter in action.letters)),
        questions=tuple(sorted({number for action in group for number in action.questions})),
        findings=tuple(found for action in group for found in action.findings),
    )

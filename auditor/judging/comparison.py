"""Two results held against each other: what is new, fixed, changed or no longer shown, and which part made it so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from auditor.judging.baseline_status import known, standing
from auditor.judging.gate import failing
from auditor.judging.open_points import open_facts
from auditor.model.bilingual import Bilingual
from auditor.model.comparison import (
    Cause,
    Change,
    Difference,
    DifferenceGate,
    Differing,
    FileChange,
    Part,
    Side,
    Status,
)
from auditor.model.materials import Input
from auditor.model.result.document import InputFile, Result
from auditor.model.result.findings import Finding, OpenFact, OpenQuestion
from auditor.model.result.gate import PolicyChange
from auditor.model.vocabulary import Known

Says = tuple[object, ...] | None
ById = Mapping[str, Finding]
#: The findings when only these parts are taken from the head; None where that cannot be assessed.
Swapped = Callable[[frozenset[Part]], ById | None]
Explain = Callable[[Finding | None, Finding | None], Cause]


class Compared(Protocol):
    """A state of a case as another is compared with it; what differs is put into words by `told` and `asked`."""

    @property
    def findings(self) -> Sequence[Finding]:
        """The findings and open points, in order."""

    @property
    def questions(self) -> Sequence[OpenQuestion]:
        """The questions, in order, with the facts that they ask for."""

    def told(self, found: Finding) -> Finding:
        """Give one of the findings in words."""

    def asked(self, fact: OpenFact) -> OpenFact:
        """Give one of the facts in words."""


class Written:
    """A state as a result in a file has it, all of it in words."""

    def __init__(self, result: Result) -> None:
        self.findings = result.findings
        self.questions = result.questions

    def told(self, found: Finding) -> Finding:
        """Give the finding as it is."""
        return found

    def asked(self, fact: OpenFact) -> OpenFact:
        """Give the fact as it is."""
        return fact


def compared(
    base: Compared,
    head: Compared,
    sides: tuple[Side, Side],
    *,
    parts: Sequence[Part],
    files: list[FileChange],
    loosened: Sequence[PolicyChange] | None,
    explain: Explain,
    fail_on: str,
    min_confidence: Known,
) -> Difference:
    """Give the difference, each finding explained by `explain`; what fails is new or worse since the base, and gates.

    `loosened` is None where the rules are not there to be compared.
    """
    findings = differing(base, head=head, explain=explain, fail_on=fail_on, min_confidence=min_confidence)
    count = sum(finding.fails for finding in findings)
    fails = fail_on != "never" and (count or loosened)
    return Difference(
        schema="auditor.diff/1",
        base=sides[0],
        head=sides[1],
        parts=list(parts),
        files=files,
        findings=findings,
        unchanged=len({f.fingerprint for f in base.findings} & {f.fingerprint for f in head.findings})
        - sum(f.before is not None and f.after is not None for f in findings),
        loosened=list(loosened or ()),
        questions_opened=list(map(head.asked, questions_only(head.questions, base.questions))),
        questions_settled=list(map(base.asked, questions_only(base.questions, head.questions))),
        gate=DifferenceGate(
            fail_on=fail_on,
            min_confidence=min_confidence,
            failing=count,
            loosened=len(loosened or ()),
            passed=not fails,
            rules_compared=loosened is not None,
        ),
    )


def differing(
    base: Compared, head: Compared, explain: Explain, fail_on: str, min_confidence: Known
) -> list[Differing]:
    """Give the findings that are not the same on both sides: first new ones, then changed, no longer shown and fixed."""
    old, new = by_fingerprint(base.findings), by_fingerprint(head.findings)
    at_stake = {f.fingerprint for f in failing(head.findings, fail_on, min_confidence)}
    before = known("", failing(base.findings, fail_on, min_confidence))
    asking = {
        fact.fact: (state, fact)
        for state in (base, head)
        for fact in open_facts(state.questions, dormant=True)
    }
    found = []
    for name in dict.fromkeys([*new, *old]):
        first, second = old.get(name), new.get(name)
        if says(first) == says(second) or _only_open(first, second):
            continue
        fails = second is not None and name in at_stake and standing(second, before) != "known"
        status = _status(first, second, head)
        first = None if first is None else base.told(first)
        second = None if second is None else head.told(second)
        found.append(
            Differing(
                status=status,
                before=first,
                after=second,
                cause=explain(first, second),
                fails=fails,
                **_waits(first, second, asking),
            )
        )
    return sorted(found, key=lambda f: ("new", "changed", "unshown", "fixed").index(f.status))


def _waits(
    first: Finding | None, second: Finding | None, asking: Mapping[str, tuple[Compared, OpenFact]]
) -> dict[str, list[Bilingual]]:
    """Give the questions that a finding which stays waits for now, and those that it no longer waits for."""
    if first is None or second is None:
        return {}
    waited, waits = ([route for route in finding.missing if route in asking] for finding in (first, second))

    def question(route: str) -> Bilingual:
        state, fact = asking[route]
        return state.asked(fact).question

    return {
        "asked": [question(route) for route in waits if route not in waited],
        "asked_no_more": [question(route) for route in waited if route not in waits],
    }


def _only_open(first: Finding | None, second: Finding | None) -> bool:
    """Tell whether an open point came or went: that is told as a question that opened or closed."""
    alone = second if first is None else first if second is None else None
    return alone is not None and alone.outcome == "cannot-be-shown"


def says(finding: Finding | None) -> Says:
    """Give what a finding says, without its words and places: two that say the same are unchanged."""
    if finding is None:
        return None
    return (
        *(
            finding.outcome,
            finding.severity,
            finding.severity_if_open,
            finding.level,
            finding.confidence,
            finding.gate,
        ),
        *(tuple(finding.missing), tuple(finding.subjects), finding.accepted, finding.was_accepted),
    )


def cause(fingerprint: str, head: Says, parts: Sequence[Part], swapped: Swapped) -> Cause:
    """Tell which parts make `fingerprint` say what it says at the head: one alone, each of several, or only together."""
    if len(parts) == 1:
        return Cause(list(parts), "alone")
    alone = [part for part in parts if _of(swapped(frozenset({part})), fingerprint) == (True, head)]
    if alone:
        return Cause(alone, "alone" if len(alone) == 1 else "each")
    needed = [part for part in parts if _of(swapped(frozenset(parts) - {part}), fingerprint) != (True, head)]
    return Cause(needed or list(parts), "together")


def _of(findings: ById | None, fingerprint: str) -> tuple[bool, Says]:
    return findings is not None, says(None if findings is None else findings.get(fingerprint))


def untold(base: Result, head: Result) -> list[Part]:
    """Give the parts that two results show to differ, without the sources: hashes of inputs, versions, dates."""
    kinds: dict[Part, set[str]] = {"facts": set(), "policies": set(), "knowledge": set(), "exceptions": set()}
    for line in file_changes(base.inputs, head.inputs):
        kinds[_part_of(line.path)].add(line.path)
    found: list[Part] = [part for part, paths in kinds.items() if paths]
    if base.as_of != head.as_of or base.today != head.today:
        found.append("date")
    if base.tool.version != head.tool.version:
        found.append("program")
    if base.tool.policies != head.tool.policies and "policies" not in found:
        found.append("policies")
    return found


def _part_of(path: str) -> Part:
    if path.rpartition("/")[2] == "exceptions.yaml":
        return "exceptions"
    if path.startswith("policies/"):
        return "policies"
    return "knowledge" if path.startswith("knowledge/") else "facts"


def _status(first: Finding | None, second: Finding | None, head: Compared) -> Status:
    if first is None:
        return "new"
    if first.outcome == "established" and (second is None or second.outcome == "cannot-be-shown"):
        return "unshown" if second is not None or _asked(first, head) else "fixed"
    return "fixed" if second is None else "changed"


def _asked(finding: Finding, head: Compared) -> bool:
    """Tell whether a fact that the finding rested on is now missing, with its rule hanging on it."""
    rested = {fact.fact for fact in finding.proof}
    missing = {fact.fact for fact in open_facts(head.questions, dormant=True) if finding.rule in fact.rules}
    return not rested.isdisjoint(missing)


def by_fingerprint(findings: Iterable[Finding]) -> ById:
    """Give findings by their fingerprint, in order."""
    return {finding.fingerprint: finding for finding in findings}


def kept(old: ById, new: ById, says: Callable[[Finding], object]) -> tuple[list[Change], int]:
    """Give the findings on both sides that do not say the same, in the order of `new`, and how many do."""
    both = [name for name in new if name in old]
    changed = [Change(old[name], new[name]) for name in both if says(old[name]) != says(new[name])]
    return changed, len(both) - len(changed)


def only(these: ById, others: ById) -> list[Finding]:
    """Give the findings on one side that the other does not have."""
    return [finding for name, finding in these.items() if name not in others]


def questions_only(these: Sequence[OpenQuestion], others: Sequence[OpenQuestion]) -> list[OpenFact]:
    """Give the facts that live questions ask for on one side and that the other does not ask for."""
    facts = {fact.fact for fact in open_facts(others)}
    return [fact for fact in open_facts(these) if fact.fact not in facts]


def file_changes(before: Iterable[Input | InputFile], after: Iterable[Input | InputFile]) -> list[FileChange]:
    """Give the files that only one of two states was read from, and those of other bytes."""
    old, new = {f.path: f.sha256 for f in before}, {f.path: f.sha256 for f in after}
    lines = [FileChange(path, "removed") for path in old if path not in new]
    lines += [
        FileChange(path, "changed" if path in old else "added") for path in new if old.get(path) != new[path]
    ]
    return sorted(lines, key=lambda line: line.path)

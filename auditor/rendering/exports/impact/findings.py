"""Which findings bear on an activity, and on which question of its impact assessment."""

from __future__ import annotations

import re
from typing import Final

from auditor.model.result.findings import Finding

#: What joins ids in the name of a subject (`doctolib@platform:booking`, `amazon>aws`).
_JOINS: Final = re.compile(r"[@:>+ ]")
#: The question that a finding bears on, by the kind of its subject.
BY_SUBJECT: Final = {
    "hop": 122,
    "host": 122,
    "dataset": 122,
    "copy": 215,
    "reading": 122,
    "exposure": 227,
    "transfer": 227,
    "recipient": 221,
    "processor": 226,
    "joint": 112,
    "notice": 221,
    "organisation": 112,
    "claim": 221,
}
#: And by the field of a premise, of those about an activity.
BY_FIELD: Final = (
    ("consent", 222),
    ("legal_basis", 212),
    ("special_basis", 212),
    ("retention", 215),
    ("retentions", 215),
)
OTHERWISE: Final = 111


def touches(finding: Finding, scope: set[str], activity: str) -> bool:
    """Tell whether a finding is about an activity, or about a place, a flow or a party of it and no other activity."""
    ids = [set(_JOINS.split(subject)) for subject in (finding.subject.id, *finding.subjects)]
    if any(activity in each for each in ids):
        return True
    flows = {step.flow for step in finding.path}
    return bool(flows & scope) if flows else any(each & scope for each in ids)


def question_of(finding: Finding) -> int:
    """Give the question of the software on which a finding bears."""
    fields = {fact.fact.split(".")[2] for fact in finding.proof if fact.fact.count(".") >= 2}
    if finding.subject.kind == "activity":
        return next((number for field, number in BY_FIELD if field in fields), OTHERWISE)
    return BY_SUBJECT.get(finding.subject.kind, OTHERWISE)

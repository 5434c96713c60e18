"""The page on duties lists every key that changed, and the keys lead to fields that exist."""

from __future__ import annotations

from pathlib import Path

from auditor.api.read import all_policies
from auditor.rules.subjects import SUBJECTS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "duties.md"


def several(group: str | list[str]) -> list[str]:
    return [group] if isinstance(group, str) else group


def test_the_page_lists_the_former_keys_of_the_packs() -> None:
    rows = sorted(
        (
            key.rule or rule.id,
            rule.for_,
            " + ".join(several(key.group)) or "id",
            rule.id,
            rule.culprit,
            " + ".join(name for name in (rule.culprit, *several(rule.group)) if name),
        )
        for policy in all_policies()
        for rule in policy.rules
        for key in rule.formerly
    )
    table = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    assert [tuple(line.strip("| ").split(" | ")) for line in table[-len(rows) :]] == rows


def test_a_rule_that_names_its_culprit_names_a_party() -> None:
    for policy in all_policies():
        for rule in policy.rules:
            if rule.culprit:
                assert SUBJECTS[rule.for_].fields[rule.culprit].kind == "party"

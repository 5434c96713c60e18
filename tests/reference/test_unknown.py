"""Replacing any single fact by `unknown` never turns a finding into silence, by the measure of deletions."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from auditor.errors import Refused
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from tests.conftest import REFERENCE, ROOT, tree_of
from tests.reference.test_deletion import address, visible

pytestmark = pytest.mark.slow

ASIDE = {
    "known",
    "source",
    "also",
    "note",
    "title",
    "kind",
    "quote",
    "text",
    "says",
    "settles",
    "for",
    "by",
    "between",
    "owner",
    "of",
    "is_",
}
SECTIONS = ("organisations", "ownership", "activities", "hosts", "flows", "notices", "questions")


def facts(tree: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    for section in SECTIONS:
        entries = tree.get(section, {})
        for key in range(len(entries)) if isinstance(entries, list) else sorted(entries):
            for field, value in entries[key].items():
                if field in ASIDE:
                    continue
                if field == "consent":
                    yield from ((section, key, field, part) for part in value if part not in ASIDE)
                else:
                    yield (section, key, field)


def with_unknown(tree: dict[str, Any], route: tuple[Any, ...]) -> dict[str, Any]:
    changed = copy.deepcopy(tree)
    node = changed
    for step in route[:-1]:
        node = node[step]
    node[route[-1]] = "unknown"
    return changed


def reversed_order(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: reversed_order(node[key]) for key in reversed(list(node))}
    return node


def test_the_order_of_what_is_written_does_not_matter(judge: Callable[..., Result]) -> None:
    tree = tree_of(REFERENCE)
    turned = reversed_order(tree)
    turned["ownership"], turned["agreements"] = tree["ownership"][::-1], tree["agreements"][::-1]
    first, second = judge(tree), judge(turned)
    assert [without_places(f) for f in first.findings] == [without_places(f) for f in second.findings]
    assert without_places(first.questions) == without_places(second.questions)
    for table in (
        "claims",
        "exposures",
        "control",
        "recipients",
        "flows",
        "not_analysed",
        "assumptions",
        "names",
    ):
        assert without_places(getattr(first, table)) == without_places(getattr(second, table)), table


def without_places(node: Any) -> Any:
    if isinstance(node, list):
        return [without_places(item) for item in node]
    if isinstance(node, msgspec.Struct):
        return {
            name: without_places(getattr(node, name)) for name in node.__struct_fields__ if name != "place"
        }
    return node


def silenced(
    judge: Callable[..., Result], tree: dict[str, Any], day: str = ""
) -> tuple[int, list[tuple[str, Finding]]]:
    """Give how many facts were replaced by `unknown`, one at a time, and the findings each of them silenced."""
    before = judge(tree, day)
    tried, silent = 0, []
    for route in facts(tree):
        try:
            after = judge(with_unknown(tree, route), day)
        except Refused:
            continue
        tried += 1
        stated = address(tree, route)
        silent += [(stated, f) for f in before.findings if not visible(f, before, after, route, stated)]
    return tried, silent


@pytest.mark.parametrize(
    ("case", "least"), [("doctolib-2019", 60), ("hds-two-dates", 40), ("doctolib-2021", 30)]
)
def test_unknown_never_silences(judge: Callable[..., Result], case: str, least: int) -> None:
    tried, silent = silenced(judge, tree_of(ROOT / "flows" / case))
    assert [(stated, finding.rule, finding.culprit) for stated, finding in silent] == []
    assert tried > least

"""What is told of many subjects or facts at once is what is told of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.judging.worded import Worded
from auditor.rules.addressees import Addressees
from auditor.rules.duty import Bearers
from auditor.rules.own_facts import OwnFacts, standing_alike
from auditor.rules.readers import Readers
from auditor.rules.rule_sets import Rules
from auditor.rules.subject_table import Stated, SubjectTable
from auditor.rules.subjects import SUBJECTS
from tests.conftest import CASES, materials


@pytest.fixture(scope="module", params=CASES, ids=lambda folder: folder.name)
def derived(request: Any) -> Derived:
    return derive(build(materials([request.param])))


def told_by(derived: Derived) -> Iterator[tuple[SubjectTable, str, tuple[str, ...]]]:
    """Each field that tells who bears a duty of a rule, with those by which the rule groups, and the subjects of its kind."""
    rules = Rules(derived.estate)
    for kind in rules.about(SUBJECTS.keys() - {"scenario"}):
        subjects = list(SUBJECTS[kind].each(derived))
        table = SubjectTable(derived, Readers(SUBJECTS[kind], derived), Stated(derived), subjects)
        for compiled in rules.held(kind).compiled:
            yield table, compiled.rule.culprit, compiled.group


def test_keys_are_those_of_who_bears_the_duty(derived: Derived) -> None:
    bearers = Bearers(derived)
    for table, culprit, group in told_by(derived):
        borne = Bearers(derived).of_each(table, culprit, group)
        keys = bearers.keys_of_each(table, culprit, group)
        each = zip(table.ids, borne, strict=True)
        assert [*keys.each] == [put.key or id_ for id_, put_to in each for put in put_to]
        assert [*keys.rows] == [row for row, put_to in enumerate(borne) for _ in put_to]
        assert [*keys.subjects] == [row for row, put_to in enumerate(borne) if put_to]


@pytest.mark.parametrize(
    ("section", "path"),
    [("flows", "paid"), ("flows", "content"), ("hosts", "keys"), ("agreements", "signed"), ("data", "is")],
)
def test_whom_to_ask_and_about_what_is_told_of_each_fact(derived: Derived, section: str, path: str) -> None:
    facts = OwnFacts([f"{section}.{name}" for name in getattr(derived.estate.case, section)], path)
    whom, worded = Addressees(derived.estate.case), Worded.of(derived)
    if facts:
        entries = facts.looked_up(derived.estate.case)
        assert whom.of_each(facts, entries) == [whom.of(fact) for fact in facts]
        assert worded.names_of(entries) == {worded.name_of(fact) for fact in facts}
        assert len(worded.names_of(entries)) == len({worded.entry(fact) for fact in facts})


def test_facts_at_one_place_of_entries_of_a_section_are_told_as_that() -> None:
    facts = ["hosts.a.keys", "hosts.b.keys"]
    alike = standing_alike(facts)
    assert isinstance(alike, OwnFacts)
    assert [*alike] == facts
    assert standing_alike(alike) is alike
    for others in (
        [],
        ["hosts.a.keys", "hosts.b.location"],
        ["hosts.a.keys", "flows.b.keys"],
        ["case.about"],
    ):
        assert standing_alike(others) is others

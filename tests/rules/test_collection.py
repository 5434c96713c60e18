"""Tests about the collection itself: every rule tested, translated, sourced, and right in its own examples."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from msgspec.structs import replace

from auditor.api.examples import outcome_of
from auditor.api.read import all_policies, knowledge_base
from auditor.loading.files.folder import shipped
from auditor.loading.policy_files import load_policies, without_tests
from auditor.model.case.activities import Activity
from auditor.model.case.document import CaseFile
from auditor.model.case.flows import Flow, Transport
from auditor.model.case.hosts import Host
from auditor.model.policy import Example, Policy, Rule, SubjectName
from auditor.model.scalars import Words
from auditor.rules.language.read_back import sentence
from auditor.rules.language.validate import problems
from auditor.rules.subjects import SUBJECTS
from auditor.text.fields.subjects.table import words
from auditor.text.fields.table import questions
from auditor.text.grammar import bilingual
from tests.conftest import ROOT

POLICIES = all_policies()
RULES = [(rule, policy) for policy in POLICIES for rule in policy.rules]
EXAMPLES = [(policy, example) for policy in POLICIES for example in policy.tests]
#: Rules that have no third answer: a scenario either makes findings appear or not, somebody either said a thing or not.
NO_UNKNOWN = {"WIF-001", "WIF-002", "CLM-010"}
#: Rules that only ever ask.
ONLY_ASKS = {"CTL-004"}


def test_the_reference_lists_every_rule_once_and_no_other() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    shown = re.findall(r"^### ([A-Z]+-\d+)$", page, re.MULTILINE)
    assert sorted(shown) == sorted(rule.id for rule, _ in RULES), "run make docs"
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize(("rule", "policy"), RULES, ids=lambda x: getattr(x, "id", ""))
def test_each_rule_is_bilingual_and_sourced(rule: Rule, policy: Policy) -> None:
    for text in (rule.title, rule.message, rule.why, rule.remedy, rule.mistaken_when):
        assert isinstance(text, Words)
        assert text.fr
        assert text.en
        assert text.fr != text.en
    law = knowledge_base().law
    assert rule.law
    assert all(reference.partition(".")[0] in law for reference in (*rule.law, *rule.law_when))
    assert policy.rules


@pytest.mark.parametrize(("rule", "policy"), RULES, ids=lambda x: getattr(x, "id", ""))
def test_what_would_make_a_finding_wrong_goes_on_after_if(rule: Rule, policy: Policy) -> None:
    """It stands after "would be wrong if" and "tomberait si", which no `il` follows in French."""
    said = bilingual(rule.mistaken_when)
    for text in (said.fr, said.en):
        first = text.split()[0]
        assert first == first.lower() or first.isupper(), text
    assert not re.match(r"ils?\b", said.fr), said.fr
    assert policy.rules


@pytest.mark.parametrize(("rule", "policy"), RULES, ids=lambda x: getattr(x, "id", ""))
def test_each_rule_has_a_violation_an_ok_and_an_unknown(rule: Rule, policy: Policy) -> None:
    assert rule.id in ONLY_ASKS or any(rule.id in example.expect for example in policy.tests)
    assert any(rule.id in example.silent for example in policy.tests)
    assert rule.id in NO_UNKNOWN or any(rule.id in example.unknown for example in policy.tests)


def example_id(part: object) -> str:
    return bilingual(part.name).en.replace(" ", "-") if isinstance(part, Example) else ""


@pytest.mark.parametrize(("policy", "example"), EXAMPLES, ids=example_id)
def test_each_example(policy: Policy, example: Example) -> None:
    assert isinstance(example.name, Words)
    assert outcome_of(policy, example, knowledge_base()) == []


def test_an_example_that_expects_otherwise_fails() -> None:
    policy, example = EXAMPLES[0]
    turned = Example(name=example.name, given=example.given, silent=list(example.expect))
    assert outcome_of(policy, turned, knowledge_base())


def test_only_facts_a_repository_owns_may_gate() -> None:
    gating = [rule for rule, _ in RULES if rule.gate != "false"]
    assert gating
    assert [rule.id for rule in gating if rule.about == "ownership"] == []
    assert [rule.id for rule in gating if rule.kind in ("exposure", "fact", "question", "what-if")] == []


@pytest.mark.parametrize("policy", POLICIES, ids=lambda p: p.policy)
def test_packs_pass_their_own_check(policy: Policy) -> None:
    assert problems(policy, knowledge_base()) == []


def test_packs_have_the_same_rules_without_their_tests() -> None:
    knowledge = knowledge_base()
    cut = load_policies([without_tests(file) for file in shipped("policies")], knowledge, problems)
    assert [(policy.policy, policy.lists, policy.rules) for policy in cut] == [
        (policy.policy, policy.lists, policy.rules)
        for policy in load_policies(shipped("policies"), knowledge, problems)
    ]
    assert not any(policy.tests for policy in cut)


def test_every_subject_rules_may_name_exists_and_reads_in_both_languages() -> None:
    assert set(SUBJECTS) == set(get_args(SubjectName))
    for subject in SUBJECTS.values():
        for name in subject.fields:
            assert words(subject.name, name).doc.fr, (subject.name, name)
            assert words(subject.name, name).doc.en, (subject.name, name)


def test_every_question_is_bilingual() -> None:
    for kind, text in questions().items():
        assert text.fr.rstrip().endswith("?"), kind
        assert text.en.rstrip().endswith("?"), kind


@pytest.mark.parametrize(("rule", "policy"), RULES, ids=lambda x: getattr(x, "id", ""))
def test_each_rule_has_its_section_of_the_reference(rule: Rule, policy: Policy) -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert page.count(f"\n### {rule.id}\n") == 1
    section = page.partition(f"\n### {rule.id}\n")[2].partition("\n### ")[0]
    said = sentence(rule, policy.lists)
    assert said.en in section
    assert said.fr in section
    assert "- Law:" in section
    assert "- Examples, from its tests:" in section
    assert rule.id in NO_UNKNOWN or "- Asks, where a fact is missing:" in section


def test_each_section_and_word_of_a_case_has_its_place_in_the_vocabulary() -> None:
    page = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    of_a_file = {"auditor", "known", "source", "confidential", "imported"}
    intro = page.partition("\n## ")[0]
    assert all(f"`{word}` (" in intro or f"`{word}` and" in intro for word in of_a_file)
    for section in set(CaseFile.__struct_fields__) - of_a_file:
        assert page.count(f"\n## {section}\n") == 1, section
    for name in (
        *Flow.__struct_encode_fields__,
        *Host.__struct_encode_fields__,
        *Activity.__struct_encode_fields__,
    ):
        assert f"\n| `{name}` |" in page, name
    for word in get_args(Transport):
        assert f"`{word}`" in page, word
    assert all(text.en in page for kind, text in questions().items() if kind.startswith(("hosts.", "flows.")))


def test_a_rung_that_is_never_reached_is_a_problem() -> None:
    policy = next(p for p in POLICIES if p.policy == "gdpr")
    rule = next(r for r in policy.rules if r.id == "TRN-001")
    turned = replace(rule, severity={"high": "else", "low": {"network": "private"}})
    found = problems(replace(policy, rules=[turned], tests=[]), knowledge_base())
    assert [(wrong.route[-2:], "never reached" in wrong.message.en) for wrong in found] == [
        (("severity", "low"), True)
    ]

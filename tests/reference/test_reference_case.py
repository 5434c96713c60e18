"""What the audit of the reference case must say, point by point."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.api.assess import assess
from auditor.api.what_if import what_if
from auditor.judging.open_points import open_facts
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from tests.conftest import REFERENCE, materials, tree_of


def of(result: Result, rule: str, outcome: str = "") -> list[Finding]:
    return [f for f in result.findings if f.rule == rule and outcome in ("", f.outcome)]


def test_the_claim_of_no_access_is_contradicted_through_the_rating_mails(reference: Result) -> None:
    (finding,) = of(reference, "CLM-001", "established")
    assert finding.kind == "contradiction"
    assert finding.severity == "high"
    assert finding.confidence == "observed"
    assert finding.gate
    assert [hop.flow for hop in finding.path] == ["rating-request"]
    proof = [fact.fact for fact in finding.proof]
    assert len(proof) == len(set(proof))
    assert {"notices.privacy.data", "flows.rating-answer.content", "flows.booking.content"} <= set(proof)
    (claim,) = [c for c in reference.claims if c.id == "nothing-accessible"]
    assert claim.verdict == "contradicted"
    verdicts = [part.verdict for part in claim.parts]
    assert verdicts[0] == "contradicted"
    assert "inconsistent" in verdicts
    inferred = [p for p in claim.parts if "article, F9" in p.message.en]
    assert inferred
    assert all(p.verdict == "unproven" and "could not check" in p.message.en for p in inferred)


def test_what_is_said_to_be_for_the_practitioner_alone_also_goes_to_the_platform(reference: Result) -> None:
    (finding,) = of(reference, "CLM-007", "established")
    assert (finding.culprit, finding.severity, finding.confidence) == (
        "ratings-for-the-practitioner",
        "medium",
        "observed",
    )
    assert "Doctolib also receives rating of the consultation at the platform." in finding.message.en
    assert [hop.flow for hop in finding.path] == ["rating-answer"]


def test_reading_in_clear_is_a_fact_not_an_accusation(reference: Result) -> None:
    """Information where the reader is declared; for ratings nobody shows that, and health data may be read in a call."""
    (finding,) = of(reference, "TRN-003", "established")
    assert finding.subjects == ["doctolib@platform:booking", "doctolib@platform:rating"]
    assert (finding.kind, finding.severity, finding.severity_if_open, finding.gate) == (
        "fact",
        "info",
        "high",
        False,
    )
    assert {"activities.rating.notice", "activities.rating.recipients"} <= set(finding.missing)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("encrypted-in-the-database", "unproven"),
        ("encrypted-in-transit", "unproven"),
        ("ratings-for-the-practitioner", "contradicted"),
        ("owns-nothing", "not-checkable"),
        ("secure-room", "not-checkable"),
        ("french-and-will-stay", "unproven"),
    ],
)
def test_the_other_claims(reference: Result, claim: str, verdict: str) -> None:
    assert {c.id: c.verdict for c in reference.claims}[claim] == verdict


def test_exposure_of_the_amazon_host_and_of_no_other(reference: Result) -> None:
    (finding,) = of(reference, "CTL-001")
    assert finding.outcome == "established"
    assert finding.culprit.split("+")[0] == "aws"
    assert finding.level is not None
    assert (finding.level.min, finding.level.max) == (1, 3)
    assert set(finding.missing) == {"hosts.aws.keys", "flows.storage.content", "hosts.platform.runs_on"}
    assert not finding.gate
    asked = {q.fact for q in open_facts(reference.questions)}
    assert set(finding.missing) <= asked
    assert "not a transfer" in finding.message.en
    assert any(fact.fact == "instruments.US-SCA-2713" for fact in finding.proof)


def test_owners_of_the_french_hosts_are_a_question(reference: Result) -> None:
    assert {f.culprit for f in of(reference, "CTL-004", "cannot-be-shown")} == {"pictime", "az-network"}
    assert not of(reference, "CTL-004", "established")


def test_certificates_of_the_three_hosts_are_a_question(reference: Result) -> None:
    findings = of(reference, "SPC-002")
    assert {f.culprit for f in findings} == {"aws", "azn", "coreye"}
    assert {f.outcome for f in findings} == {"cannot-be-shown"}
    assert all(f"hosts.{f.culprit}.certified" in f.missing for f in findings)
    asked = {q.fact: q.rules for q in open_facts(reference.questions, dormant=True)}
    assert asked["activities.booking.care"] == ["SPC-002"]


def test_split_hosting_is_a_fact(reference: Result) -> None:
    (finding,) = of(reference, "PRC-003")
    assert (finding.kind, finding.outcome) == ("fact", "established")


@pytest.mark.parametrize("rule", ["TPS-001", "TPS-004", "CON-001", "CON-003"])
def test_what_cannot_be_shown_is_asked(reference: Result, rule: str) -> None:
    findings = of(reference, rule)
    assert findings
    assert {f.outcome for f in findings} == {"cannot-be-shown"}


def test_recipients_behind_the_icons_are_declared_and_show_their_reach(reference: Result) -> None:
    lines = {r.recipient: r for r in reference.recipients if r.activity == "sharing"}
    assert {r.declared for r in lines.values()} == {"yes"}
    assert lines["meta-ie"].reach["US"] == ["control"]
    assert not [e for e in reference.exposures if e.custodian in lines]


def test_the_ratings_kept_by_the_platform_are_a_question(reference: Result) -> None:
    found = [f for f in of(reference, "ROL-002") if f.culprit == "doctolib"]
    assert [f.outcome for f in found] == ["cannot-be-shown"]
    (asked,) = [
        q for q in open_facts(reference.questions, dormant=True) if q.fact == "activities.rating.own_use"
    ]
    assert asked.rules == ["ROL-002"]
    assert not of(reference, "PRC-001", "established")


def test_the_claim_and_the_reading_on_its_path_are_told_once(reference: Result) -> None:
    (claim,), (reading,) = of(reference, "CLM-001", "established"), of(reference, "TRN-003", "established")
    assert reading.joined == claim.fingerprint
    assert [(r.rule, r.fingerprint) for r in claim.also] == [("TRN-003", reading.fingerprint)]
    counted = [f for f in reference.findings if f.outcome == "established" and not f.joined]
    assert sum(reference.summary.established.values()) == len(counted)


def test_five_questions_of_the_press(reference: Result) -> None:
    findings = of(reference, "TRP-001", "established")
    assert len(findings) == 5
    assert {(f.kind, f.severity) for f in findings} == {("question", "info")}
    settled = {q.fact: [a.id for a in q.asked] for q in open_facts(reference.questions)}
    assert settled["hosts.aws.keys"] == ["q1-encryption"]
    assert settled["hosts.platform.runs_on"] == ["q2-operations"]


def test_a_minority_investor_is_no_control(reference: Result) -> None:
    assert not [e for e in reference.exposures if e.custodian == "doctolib"]
    found = [f for f in of(reference, "CTL-005", "cannot-be-shown") if f.culprit == "doctolib"]
    assert len(found) == 1
    assert "ownership.general-atlantic>doctolib.votes" in found[0].missing


def test_no_transfer_finding_and_few_lines(reference: Result) -> None:
    transfers = [f for f in reference.findings if f.kind == "transfer"]
    assert {f.outcome for f in transfers} <= {"cannot-be-shown"}
    assert len([f for f in reference.findings if f.outcome == "established"]) <= 12
    assert sum(question.live for question in reference.questions) <= 32


def test_the_gate(reference: Result) -> None:
    assert not reference.summary.gate.passed
    assert assess(materials([REFERENCE]), fail_on="never").summary.gate.passed


def test_every_fact_of_the_article_is_used() -> None:
    cited = re.findall(r"reflets-2019#(F[0-9]+)", json.dumps(tree_of(REFERENCE)))
    assert {f"F{n}" for n in range(1, 16)} == set(cited)


def test_what_if_the_investor_takes_control() -> None:
    comparison = what_if(materials([REFERENCE]), "general-atlantic-takes-51-percent")
    appearing = {(f.rule, f.culprit.split("+")[0], f.outcome) for f in comparison.appears}
    assert appearing == {
        ("CLM-009", "french-and-will-stay", "hypothetical"),
        *(("CTL-001", host, "hypothetical") for host in ("platform", "coreye", "azn", "aws")),
        *(("XFR-009", controller, "cannot-be-shown") for controller in ("practices", "unknown")),
        ("XFR-010", "doctolib", "cannot-be-shown"),
    }
    assert not comparison.disappears
    assert {c.after.rule for c in comparison.changed} <= {"CTL-005", "KEY-002", "KEY-003", "PRC-003"}


def test_a_hypothesis_counts_as_its_comparison_does(reference: Result) -> None:
    comparison = what_if(materials([REFERENCE]), "general-atlantic-takes-51-percent")
    (finding,) = of(reference, "WIF-001")
    appearing = [f for f in comparison.appears if f.outcome != "cannot-be-shown"]
    assert (len(appearing), len(comparison.changed)) == (5, 3)
    assert "5 findings would appear: “Control from one country claimed" in finding.message.en
    assert "3 autres changeraient : « Actionnariat extra-européen" in finding.message.fr
    assert "3 more would change: “Non-EU ownership" in finding.message.en


def amended(changes: dict[str, Any]) -> dict[str, Any]:
    tree = tree_of(REFERENCE)
    for route, value in changes.items():
        section, name, field = route.split(".")
        tree[section].setdefault(name, {})[field] = value
    return tree


KEEPER = {
    "country": "FR",
    "parent": "none",
    "is": "encryption",
    "known": "documented",
    "source": "reflets-2019",
}
SEALED = {
    "hosts.aws.keys": {"value": "keeper", "known": "documented", "source": "reflets-2019"},
    "flows.storage.content": {"value": "encrypted", "known": "documented", "source": "reflets-2019"},
    "flows.storage.keys": {"value": "keeper", "known": "documented", "source": "reflets-2019"},
    "hosts.platform.runs_on": {"value": "none", "known": "documented", "source": "reflets-2019"},
}


def level_at_aws(result: Result) -> tuple[int, int]:
    (finding,) = [f for f in result.findings if f.rule == "CTL-001" and f.culprit.startswith("aws+aws-emea")]
    assert finding.level is not None
    return finding.level.min, finding.level.max


def test_a_key_out_of_reach_and_no_clear_processing_leave_a_residual(judge: Callable[..., Result]) -> None:
    tree = amended(SEALED)
    tree["organisations"]["keeper"] = KEEPER
    result = judge(tree)
    assert level_at_aws(result) == (1, 1)
    (finding,) = [f for f in result.findings if f.rule == "CTL-001"]
    assert "provided that the key" in finding.message.en


@pytest.mark.parametrize("route", sorted(set(SEALED) - {"flows.storage.keys"}))
def test_each_condition_of_the_residual_must_be_documented(judge: Callable[..., Result], route: str) -> None:
    tree = amended({**SEALED, route: {**SEALED[route], "known": "declared"}})
    tree["organisations"]["keeper"] = KEEPER
    assert level_at_aws(judge(tree)) == (1, 3)


def test_a_key_keeper_whose_owners_are_unknown_is_no_keeper_out_of_reach(
    judge: Callable[..., Result],
) -> None:
    tree = amended(SEALED)
    tree["organisations"]["keeper"] = {**KEEPER, "parent": "unknown"}
    assert level_at_aws(judge(tree)) == (1, 3)


def test_a_key_with_the_provider_gives_e3(judge: Callable[..., Result]) -> None:
    held = {"value": "aws-emea", "known": "documented", "source": "reflets-2019"}
    assert level_at_aws(judge(amended({"hosts.aws.keys": held}))) == (3, 3)


def test_before_the_cloud_act_other_instruments_remain() -> None:
    result = assess(materials([REFERENCE], as_of="2018-01-01"))
    instruments = {e.instrument for e in result.exposures if e.host == "aws"}
    assert instruments == {"US-FISA-702"}
    (finding,) = of(result, "CTL-001")
    assert not [fact for fact in finding.proof if fact.fact == "instruments.US-SCA-2713"]


def test_without_the_link_to_amazon_there_is_a_question(
    judge: Callable[..., Result], reference_tree: dict[str, Any]
) -> None:
    tree = reference_tree
    tree["scenarios"] = {"gone": {"remove": ["ownership.amazon>aws-emea"]}}
    tree["ownership"].append(
        {
            "owner": "amazon",
            "of": "aws-emea",
            "votes": "unknown",
            "known": "documented",
            "source": "reflets-2019",
        }
    )
    result = judge(tree)
    assert "gone" in tree["scenarios"]
    assert "aws-emea" in {f.culprit for f in of(result, "CTL-004", "cannot-be-shown")}
    assert any(q.fact == "ownership.amazon>aws-emea.votes" for q in open_facts(result.questions))
    removed = [s for s in result.findings if s.rule == "CTL-001" and s.outcome == "established"]
    assert not removed


def test_the_link_removed_asks_who_owns_the_host(judge: Callable[..., Result], tmp_path: Path) -> None:
    shutil.copytree(REFERENCE, tmp_path / "case")
    with (tmp_path / "case" / "scenarios.yaml").open("a", encoding="utf-8") as file:
        file.write("  no-link: {remove: [ownership.amazon>aws-emea]}\n")
    comparison = what_if(materials([tmp_path / "case"]), "no-link")
    assert {(f.rule, f.culprit) for f in comparison.appears} >= {("CTL-004", "aws-emea")}
    assert "organisations.aws-emea.parent" in {q.fact for q in comparison.questions_opened}


def test_a_case_may_add_a_rule_to_the_gate(judge: Callable[..., Result]) -> None:
    tree = tree_of(REFERENCE)
    tree["case"]["gate"] = ["PRC-003"]
    (finding,) = [f for f in judge(tree).findings if f.rule == "PRC-003"]
    assert finding.gate


def test_a_claim_is_not_contradicted_by_what_only_others_say(judge: Callable[..., Result]) -> None:
    """The link from Google to its European cloud company is known at second hand: enough to ask, not to contradict."""
    tree = json.loads(json.dumps(tree_of(REFERENCE)).replace("aws-emea", "google-cloud-emea"))
    tree["claims"]["out-of-reach"] = {
        "by": "doctolib",
        "quote": "out of reach",
        "says": {"not-exposed-to": {"country": "US"}},
    }
    result = judge(tree)
    (claim,) = [c for c in result.claims if c.id == "out-of-reach"]
    assert claim.verdict == "unproven"
    assert "ownership.google-llc>google-cloud-emea" in claim.missing
    assert {f.outcome for f in of(result, "CLM-002")} == {"cannot-be-shown"}


def test_every_line_on_fisa_702_prints_its_status_and_the_date_of_it(reference: Result) -> None:
    lines = [law for f in reference.findings for law in f.law if law.ref == "US-FISA-702"]
    assert lines
    for law in lines:
        assert law.note is not None
        assert "2026-06-12" in law.note.en or "12 June 2026" in law.note.en
        assert "15 septembre 2026" in law.note.fr


def test_a_platform_shown_to_run_elsewhere_settles_the_machine(judge: Callable[..., Result]) -> None:
    elsewhere = {"value": "coreye", "known": "documented", "source": "reflets-2019"}
    tree = amended({**SEALED, "hosts.platform.runs_on": elsewhere})
    tree["organisations"]["keeper"] = KEEPER
    assert level_at_aws(judge(tree)) == (1, 1)

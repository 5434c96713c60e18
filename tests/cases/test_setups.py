"""The vendor set-ups under flows/setups: short, fictitious where they state facts, and right on what each change brings."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.api.assess import assess
from auditor.api.what_if import what_ifs
from auditor.model.comparison import Comparison
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from tests.conftest import ROOT, materials

SETUPS = sorted(path.parent for path in (ROOT / "flows" / "setups").rglob("case.yaml"))
#: What a scenario takes away, brings, and moves, of what is established: rules, and a level before and after.
CHANGES: dict[tuple[str, str], tuple[set[str], set[str], dict[str, tuple[int, int]]]] = {
    ("clinic-microsoft-365", "key-outside"): ({"KEY-002"}, set(), {}),
    ("clinic-microsoft-365", "sealed-before"): ({"KEY-002", "TRN-003"}, set(), {"CTL-001": (1, 1)}),
    ("clinic-microsoft-365", "support-from-europe"): (
        {"CLM-006", "TPS-002", "TRN-003", "TRP-003", "XFR-004"},
        set(),
        {},
    ),
    ("school-google-workspace", "key-outside"): ({"KEY-002"}, set(), {"CTL-001": (1, 1)}),
    ("school-google-workspace", "kept-and-closed"): (set(), set(), {}),
    ("school-google-workspace", "french-host"): ({"CTL-001", "CTL-005"}, set(), {}),
    ("shop-tags-mailing", "consent-first"): ({"CON-002", "TPS-001"}, set(), {}),
    ("shop-tags-mailing", "french-mailing"): ({"CTL-002", "CTL-005", "PRC-003", "TRP-003"}, set(), {}),
    ("saas-us-monitoring", "anonymous-logs"): (
        {"CLM-005", "CTL-002", "CTL-005", "KEY-002", "PRC-003"},
        set(),
        {},
    ),
    ("saas-us-monitoring", "own-monitoring"): (
        {"CLM-005", "CTL-002", "CTL-005", "KEY-002", "PRC-003"},
        set(),
        {},
    ),
    ("saas-us-monitoring", "attested-isolation"): ({"TRN-003"}, set(), {}),
    ("hds-host-us-front", "another-front"): ({"CLM-002", "CTL-002"}, set(), {}),
    ("hds-host-us-front", "passed-through"): ({"CLM-002", "CTL-002", "TRN-003"}, set(), {}),
    ("hds-host-us-front", "key-outside"): (set(), set(), {}),
    ("hds-host-us-front", "attested-isolation"): (set(), set(), {}),
    ("hospital-booking", "key-outside"): ({"KEY-002", "KEY-004"}, set(), {}),
    ("hospital-booking", "attested-isolation"): (set(), set(), {}),
    ("hospital-booking", "both"): ({"CLM-001", "KEY-002", "KEY-004"}, set(), {"CTL-001": (1, 3)}),
    ("hospital-booking", "owners-shown"): (set(), set(), {}),
    ("hr-cloud", "for-staff"): (set(), set(), {}),
    ("hr-cloud", "not-for-staff"): (set(), {"XFR-002", "XFR-012"}, {}),
    ("hr-cloud", "us-machine"): (set(), {"CTL-001", "CTL-005"}, {}),
    ("ai-interface", "trained-on"): (set(), {"ROL-002"}, {}),
    ("ai-interface", "read-by-people"): (set(), {"ROL-006"}, {}),
    ("ai-interface", "closed-by-contract"): (set(), set(), {}),
    ("ai-interface", "own-machine"): ({"CTL-001", "CTL-005", "KEY-002"}, set(), {}),
    ("mailing-fr-or-us", "no-ground"): (set(), {"XFR-002"}, {}),
    ("mailing-fr-or-us", "listed"): (set(), set(), {}),
    ("mailing-fr-or-us", "french-owners-shown"): (set(), set(), {}),
    ("video-consultation", "one-to-one"): ({"CLM-001", "CTL-002", "TRN-003"}, set(), {}),
    ("video-consultation", "european-server"): ({"CTL-002"}, set(), {}),
    ("video-consultation", "own-server-isolated"): ({"CTL-002", "TRN-003"}, set(), {}),
}


def setup(name: str) -> Path:
    return ROOT / "flows" / "setups" / name


@cache
def judged(name: str) -> Result:
    return assess(materials([setup(name)]))


@cache
def compared(name: str) -> dict[str, Comparison]:
    return {comparison.scenario: comparison for comparison in what_ifs(materials([setup(name)]))}


def of(result: Result, rule: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule == rule]


def is_open(finding: Finding) -> bool:
    return finding.outcome == "cannot-be-shown"


def test_every_set_up_of_the_gallery_is_there() -> None:
    assert {path.name for path in SETUPS} == {name for name, _ in CHANGES}
    assert len(SETUPS) == 10
    there = {(path.name, scenario) for path in SETUPS for scenario in compared(path.name)}
    assert there == set(CHANGES)


@pytest.mark.parametrize("folder", SETUPS, ids=lambda path: path.name)
def test_a_set_up_is_short(folder: Path) -> None:
    assert sum(len(path.read_text("utf-8").splitlines()) for path in folder.glob("*.yaml")) < 60


@pytest.mark.parametrize("folder", SETUPS, ids=lambda path: path.name)
def test_what_a_set_up_states_is_dated_and_said_to_be_fictitious(folder: Path) -> None:
    tree = yaml.safe_load((folder / "case.yaml").read_text("utf-8"))
    assert tree["source"] in tree["sources"]
    for source in tree["sources"].values():
        assert "fictif" in source["title"]["fr"] or "fictive" in source["title"]["fr"]
        assert "fictitious" in source["title"]["en"]
        assert str(source["date"]).startswith("2026-11")
    assert re.search(r"fictifs?\b", tree["case"]["note"]["fr"])
    assert "fictitious" in tree["case"]["note"]["en"]
    assert str(tree["case"]["as_of"]).startswith("2026-11")


@pytest.mark.parametrize("folder", SETUPS, ids=lambda path: path.name)
def test_vendors_come_from_the_knowledge_base_and_say_nothing_in_the_case(folder: Path) -> None:
    tree: dict[str, Any] = yaml.safe_load((folder / "case.yaml").read_text("utf-8"))
    known = materials([folder]).knowledge.organisations
    between = {party for agreement in tree["agreements"] for party in agreement["between"]}
    assert between & set(known), "no vendor of the knowledge base takes part"
    assert not set(tree["organisations"]) & set(known)
    assert not {claim["by"] for claim in tree.get("claims", {}).values()} & set(known)


@pytest.mark.parametrize(("name", "scenario"), CHANGES)
def test_what_a_change_brings(name: str, scenario: str) -> None:
    comparison = compared(name)[scenario]
    gone, new, moved = CHANGES[name, scenario]
    lost = {f.rule for f in comparison.disappears if not is_open(f)}
    lost |= {c.before.rule for c in comparison.changed if not is_open(c.before) and is_open(c.after)}
    brought = {f.rule for f in comparison.appears if not is_open(f)}
    brought |= {c.after.rule for c in comparison.changed if is_open(c.before) and not is_open(c.after)}
    assert lost == gone
    assert brought == new
    for rule, level in moved.items():
        (change,) = [c for c in comparison.changed if c.after.rule == rule]
        assert change.after.level is not None
        assert (change.after.level.min, change.after.level.max) == level


def test_a_front_that_ends_tls_has_custody_while_data_passes() -> None:
    result = judged("hds-host-us-front")
    (found,) = of(result, "CTL-002")
    assert (found.outcome, found.level and found.level.min, found.subjects) == (
        "established",
        4,
        ["front:cloudflare:US"],
    )
    assert {line.as_ for line in result.exposures if line.custodian == "cloudflare"} == {"transit"}
    assert not of(result, "CTL-001")
    assert [f.outcome for f in of(result, "KEY-002")] == []


@pytest.mark.parametrize(
    ("name", "firm"),
    [("mailing-fr-or-us", "brevo"), ("hr-cloud", "payfit"), ("hds-host-us-front", "scalingo")],
)
def test_a_french_firm_with_unknown_owner_is_a_question(name: str, firm: str) -> None:
    result = judged(name)
    (asked,) = [f for f in of(result, "CTL-004") if f.culprit == firm]
    assert asked.outcome == "cannot-be-shown"
    assert asked.live
    assert any(fact.fact == f"organisations.{firm}.parent" for q in result.questions for fact in q.facts)
    reached = [line for line in result.exposures if line.custodian == firm]
    assert reached
    assert {line.level.min for line in reached} == {0}


def test_who_may_be_reached_with_a_key_in_hand_is_named() -> None:
    (asked,) = of(judged("hospital-booking"), "KEY-003")
    assert is_open(asked)
    assert "Platform P, which can decrypt" in asked.message.en
    assert "Platform P, qui peut déchiffrer" in asked.message.fr


def test_attested_isolation_neither_accuses_nor_passes() -> None:
    """With the key outside as well, what is shown is residual, and the attestation is still asked for."""
    both = compared("hospital-booking")["both"]
    (exposure,) = [c.after for c in both.changed if c.after.rule == "CTL-001"]
    assert (exposure.severity, exposure.severity_if_open) == ("info", "high")
    assert "hosts.platform.isolation" in exposure.missing
    (claim,) = [c.after for c in both.changed if c.after.rule == "CLM-001"]
    assert is_open(claim)


def test_an_ai_service_is_asked_about_training_erasure_and_people_who_read() -> None:
    live = {q.field for q in judged("ai-interface").questions if q.live}
    assert {"activities.own_use", "hosts.erased", "agreements.human_review"} <= live
    assert not [
        f for f in judged("ai-interface").findings if f.rule in ("ROL-002", "ROL-006") and not is_open(f)
    ]


def test_exposure_alone_is_no_transfer() -> None:
    for name in ("ai-interface", "school-google-workspace", "hospital-booking"):
        result = judged(name)
        assert [f.outcome for f in of(result, "CTL-001")] == ["established"]
        assert [line for line in result.transfers if line.certain] == []
        assert not [f for f in result.findings if f.rule.startswith("XFR-") and f.outcome == "established"]


def test_a_question_is_not_said_to_be_the_same_for_its_own_subject() -> None:
    for folder in SETUPS:
        for question in judged(folder.name).questions:
            first, *others = question.facts
            same = question.question.en.removeprefix(first.question.en)
            alike = [f.subject for f in others if f.live == first.live and f.subject != first.subject]
            assert bool(same.strip()) == bool(alike)

"""What the cases on health data must say beyond the list of their findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.api.assess import assess
from auditor.api.what_if import what_if
from auditor.cli.app import call
from auditor.judging.open_points import open_facts
from auditor.model.materials import several
from auditor.model.result.document import Result
from tests.conftest import ROOT, materials

ORDER_2021 = ROOT / "flows" / "doctolib-2021"
OWN_2025 = ROOT / "flows" / "doctolib-2025"
PASSING = ROOT / "flows" / "hospital-eu-only"
DATES = ROOT / "flows" / "hds-two-dates"


def judged(folder: Path, as_of: str = "") -> Result:
    return assess(materials([folder], as_of=as_of))


def levels(result: Result) -> tuple[int, int]:
    (finding,) = [f for f in result.findings if f.rule == "CTL-001" and f.culprit == "aws+aws-emea"]
    assert finding.level is not None
    return finding.level.min, finding.level.max


def test_the_order_leaves_an_interval_and_two_conditions() -> None:
    result = judged(ORDER_2021)
    assert levels(result) == (1, 3)
    (finding,) = [f for f in result.findings if f.rule == "CTL-001" and f.culprit == "aws+aws-emea"]
    assert set(finding.missing) == {"organisations.key-custodian.parent", "hosts.platform.runs_on"}
    assert not [f for f in result.findings if f.kind == "transfer"]


@pytest.mark.parametrize(
    ("scenario", "level"),
    [
        ("both-conditions-documented", (1, 1)),
        ("custodian-independent", (1, 3)),
        ("platform-runs-at-aws", (3, 3)),
        ("provider-holds-key", (3, 3)),
    ],
)
def test_what_the_two_conditions_and_a_key_with_the_host_change(
    scenario: str, level: tuple[int, int]
) -> None:
    changed = {c.after.culprit: c.after for c in what_if(materials([ORDER_2021]), scenario).changed}
    found = changed["aws+aws-emea"].level
    assert found is not None
    assert (found.min, found.max) == level


def test_the_order_is_cited_with_its_limits() -> None:
    note = judged(ORDER_2021).case.note
    assert "did not find the protection manifestly insufficient, on these facts, on 12 March 2021" in note.en
    assert (
        "n'a pas jugé la protection manifestement insuffisante, au vu de ces faits, le 12 mars 2021"
        in note.fr
    )


def test_passing_is_possible() -> None:
    result = judged(PASSING)
    assert (result.findings, result.questions, result.assumptions) == ([], [], [])
    assert call(["check", str(PASSING)]) == 0


def test_storage_outside_the_eea_gates_from_the_day_of_the_decree() -> None:
    assert judged(DATES, "2026-09-25").summary.gate.passed
    after = judged(DATES, "2026-09-26")
    assert {f.rule for f in after.findings if f.gate} == {"SPC-006"}
    assert not after.summary.gate.passed


def test_a_certificate_dated_by_a_year_or_a_month_leaves_a_question() -> None:
    result = judged(DATES, "2026-05")
    assert "case.as_of" in {fact.fact for fact in open_facts(result.questions)}


def test_two_documents_that_differ_are_an_open_point_with_both() -> None:
    result = judged(OWN_2025)
    (point,) = [q for q in open_facts(result.questions) if q.fact == "hosts.aws.keys"]
    assert [version.value for version in point.versions] == ["atos-fr", "devoteam-g-cloud"]
    assert [version.source for version in point.versions] == [
        "doctolib-privacy-2025#G1",
        "doctolib-imprint#G2",
    ]
    places = [version.place for version in point.versions]
    assert all(place is not None and place.file == "doctolib-2025/case.yaml" for place in places)
    for version in point.versions:
        assert version.quote.fr in point.question.fr
        assert version.source.partition("#")[2] in point.question.en
    assert levels(result) == (1, 3)


def test_control_of_webhelp_is_possible_and_gates_nothing() -> None:
    """No rule hangs on who controls a recipient, so that nobody is asked; the table says that it is not certain."""
    result = judged(OWN_2025)
    (line,) = [line for line in result.control if line.organisation == "webhelp"]
    assert [(controller.id, controller.certain) for controller in line.controllers] == [("concentrix", False)]
    assert not [f for f in result.findings if "webhelp" in f.culprit or f.gate]


def test_every_processor_of_the_list_has_its_chain_of_control() -> None:
    result = judged(OWN_2025)
    shown = {line.organisation: line for line in result.control}
    listed = set(several(materials([OWN_2025]).case.activities["service"].processors))
    assert len(listed) == 27
    assert listed <= set(shown)
    assert [c.id for c in shown["salesforce-fr"].controllers] == ["salesforce"]
    assert [(c.id, c.certain) for c in shown["webhelp"].controllers] == [("concentrix", False)]

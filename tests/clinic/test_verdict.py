"""The undeclared recipients of the captured pages and only they, what differs between states, and that a complete notice ends it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.api import capture
from auditor.api.assess import assess
from auditor.api.capture_verify import files_of, source_pointer, verify
from auditor.model.result.document import Result
from auditor.rendering.markup import escaped
from tests.clinic.__main__ import CAPTURES, CASE, imported
from tests.clinic.visit import STATES, TYPED
from tests.conftest import ROOT, materials
from tests.running import run_here

TRUTH: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "clinic" / "truth.yaml").read_text("utf-8"))
UNDECLARED = {one["who"] for one in TRUTH["domains"].values() if one["class"] == "undeclared"}
DECLARED = "[open-plan, audimeter, texts, cloud-delivery]"


@pytest.fixture(scope="module")
def result() -> Result:
    return assess(materials([CASE]))


def with_notice(folder: Path, recipients: list[str]) -> Result:
    """Judge a copy of the case whose notice names these recipients."""
    case = folder / "case"
    shutil.copytree(CASE, case)
    text = (case / "case.yaml").read_text("utf-8")
    assert text.count(f"recipients: {DECLARED}") == 1
    written = text.replace(f"recipients: {DECLARED}", f"recipients: [{', '.join(recipients)}]")
    (case / "case.yaml").write_text(written, "utf-8")
    return assess(materials([case]))


def established(result: Result, rule: str) -> set[str]:
    """Give what the established findings of a rule are about: organisations, or flows."""
    return {
        name.partition(":")[0]
        for finding in result.findings
        if (finding.rule, finding.outcome) == (rule, "established")
        for name in finding.subjects
    }


def test_the_undeclared_recipients_and_only_they(result: Result) -> None:
    assert established(result, "TPS-002") == UNDECLARED


def test_each_recipient_stands_against_the_notice_as_the_pages_were_written(result: Result) -> None:
    assert result.captures is not None
    found = {(each.domain, each.state): each for each in result.captures.received}
    expected = {
        (name, state): one["class"] for name, one in TRUTH["domains"].items() for state in one["entries"]
    }
    assert {key: each.standing for key, each in found.items()} == expected
    for (name, state), each in found.items():
        entries = TRUTH["domains"][name]["entries"][state]
        assert (each.first, each.requests) == (entries[0], len(entries))


def test_what_is_declared_and_was_not_seen_stays_open_while_a_host_is_unattributed(result: Result) -> None:
    """The host that nobody is known to run may be that of a declared recipient."""
    found = [f for f in result.findings if f.rule == "TPS-003" and f.live]
    assert {name.partition(":")[0] for f in found for name in f.subjects} == set(TRUTH["not_seen"])
    assert {f.outcome for f in found} == {"cannot-be-shown"}
    assert "hosts.zq4x-example.operator" in found[0].missing


def test_every_pointer_opens(result: Result) -> None:
    assert result.captures is not None
    found = verify(CASE)
    assert found.holds
    assert [each.broken for each in found.captures] == [[]] * len(STATES)
    files = files_of(CASE, [])
    for each in result.captures.received:
        pointer = source_pointer(CASE, each.pointer)
        told = capture.quote(pointer, files, "en", value=True).decode()
        assert each.domain in told


def test_a_complete_notice_ends_it(tmp_path: Path) -> None:
    everyone = sorted({one["who"] for one in TRUTH["domains"].values()} - {"none", "ad-block"})
    assert established(with_notice(tmp_path, [*everyone, "texts"]), "TPS-002") == set()


@pytest.mark.parametrize("named", sorted(UNDECLARED))
def test_a_notice_that_names_one_more_ends_it_for_that_one(tmp_path: Path, named: str) -> None:
    told = with_notice(tmp_path, [*DECLARED.strip("[]").split(", "), named])
    assert established(told, "TPS-002") == UNDECLARED - {named}


def test_the_refusal_that_still_sends_is_told(result: Result) -> None:
    (refused,) = [
        finding
        for finding in result.findings
        if finding.rule == "CON-002" and "refused-regie-nova-example" in finding.subjects
    ]
    assert (refused.severity, refused.outcome) == ("high", "established")
    assert "although the person refused" in refused.message.en
    assert "alors que la personne a refusé" in refused.message.fr
    assert {name for name in established(result, "CON-002") if not name.endswith("-kinds")} == {
        "before-choice-partage-social-example",
        "refused-regie-nova-example",
    }


def test_what_differs_between_states_is_told(result: Result) -> None:
    assert result.captures is not None
    who = {one["who"]: one["entries"] for one in TRUTH["domains"].values()}
    for each in result.captures.states:
        seen = {state for state, told in each.states.items() if told.seen}
        assert seen == set(who.get(each.recipient, TRUTH["domains"]["zq4x.example"]["entries"])), (
            each.recipient
        )


def test_what_was_only_attempted_accuses_nobody(result: Result) -> None:
    told = [f.rule for f in result.findings if f.outcome == "established" and "bloc-pub" in str(f.subjects)]
    assert told == []


def test_the_form_in_clear_is_told(result: Result) -> None:
    assert "callback" in established(result, "TRN-001")


@pytest.mark.parametrize("state", STATES)
def test_the_committed_facts_are_what_the_capture_gives(state: str, tmp_path: Path) -> None:
    case = tmp_path / "clinic-captures"
    shutil.copytree(CASE, case, ignore=shutil.ignore_patterns(f"{state}.yaml"))
    (plan,) = imported(state, case)
    assert plan.path.endswith(f"captures/{state}.yaml")
    assert plan.data == (CAPTURES / f"{state}.yaml").read_bytes()


def test_words_on_health_that_left_for_undeclared_third_parties_are_told_and_not_quoted(
    result: Result,
) -> None:
    found = [finding for finding in result.findings if finding.rule == "TPS-007"]
    assert {(each.outcome, each.severity, each.confidence) for each in found} == {
        ("established", "high", "inferred")
    }
    assert {name.partition(":")[0] for each in found for name in each.subjects} == {
        "social-share", "nova-ads", "replay",
    }  # fmt: skip
    told = "".join(f"{each.message.fr}{each.message.en}" for each in found)
    assert "données de santé" in told
    assert "health data" in told
    assert not any(value in told for value in (*TYPED.values(), "cardiologie"))


def test_a_notice_that_names_them_leaves_the_condition_to_the_activity(tmp_path: Path) -> None:
    everyone = sorted({one["who"] for one in TRUTH["domains"].values()} - {"none", "ad-block"})
    told = with_notice(tmp_path, [*everyone, "texts"])
    assert established(told, "TPS-007") == set()


@pytest.mark.parametrize(
    ("lang", "head", "row"),
    [
        ("en", "Recipients by state of consent", ["Partage Social", "4 requests", "not seen", "4 requests", "observed, not declared"]),
        ("fr", "Destinataires selon l'état du consentement", ["Partage Social", "4 requêtes", "non vu", "4 requêtes", "observé, non déclaré"]),
    ],
)  # fmt: skip
def test_text_and_markdown_tell_who_was_called_in_which_state(
    lang: str, head: str, row: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    text = run_here(capfd, "check", str(CASE), "--lang", lang).stdout
    table = text.partition(head)[2].partition("\n\n")[0]
    assert re.search(r" {2,}".join(row) + "$", table, re.MULTILINE)
    assert len(table.splitlines()) <= 16
    assert max(map(len, table.splitlines())) <= 100
    markdown = run_here(capfd, "check", str(CASE), "--lang", lang, "--format", "markdown").stdout
    assert f"**{escaped(head)}**" in markdown
    assert f"| {' | '.join(map(escaped, row))} |" in markdown

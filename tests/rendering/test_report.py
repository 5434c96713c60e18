"""Reports: what they hold beside the result, several cases at once, and cases of any size."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from auditor.api.report import changes, page, report
from auditor.errors import UsageRefused
from auditor.model.report import Report
from auditor.model.result.document import Result
from auditor.rendering.annex import impact_answers, register, transfer_starters
from tests.conftest import REFERENCE, ROOT, materials
from tests.rendering.conftest import large_tree
from tests.running import run_here

Run = Callable[..., int]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: run_here(capfd, *arguments).returncode


def test_the_hash_on_the_page_is_that_of_the_json_of_a_check(tmp_path: Path, run: Run) -> None:
    assert (
        run(
            "check",
            str(REFERENCE),
            "--format",
            "json",
            "--as-of",
            "2019-11-01",
            "--output",
            str(tmp_path / "result.json"),
        )
        == 1
    )
    assert run("report", str(REFERENCE), "--out", str(tmp_path)) == 0
    digest = sha256((tmp_path / "result.json").read_bytes()).hexdigest()
    for lang in ("fr", "en"):
        assert digest in (tmp_path / f"report.{lang}.html").read_text(encoding="utf-8")


def test_several_cases_have_a_report_each_and_an_index_that_leads_to_them(tmp_path: Path, run: Run) -> None:
    cases = ["flows/opt-out-box", "flows/doctolib-2019", "flows/small-firm-register"]
    assert run("report", *(str(ROOT / case) for case in cases), "--out", str(tmp_path)) == 0
    index = (tmp_path / "index.fr.html").read_text(encoding="utf-8")
    linked = re.findall(r'href="([^"#]+)/report\.fr\.html"', index)
    assert sorted(linked) == sorted(Path(case).name for case in cases)
    assert all(
        (tmp_path / name / f"report.{lang}.html").is_file() for name in linked for lang in ("fr", "en")
    )


def test_two_cases_with_one_id_are_refused(tmp_path: Path, run: Run) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "case.yaml").write_bytes(
            (ROOT / "flows" / "opt-out-box" / "case.yaml").read_bytes()
        )
    assert run("report", str(tmp_path / "a"), str(tmp_path / "b"), "--out", str(tmp_path / "out")) == 2
    assert not (tmp_path / "out").exists()


def test_changes_since_an_earlier_result_are_told_by_fingerprint(reference: Result) -> None:
    earlier = replace(
        reference, findings=[replace(reference.findings[0], severity="low"), *reference.findings[2:]]
    )
    since = changes(earlier, reference)
    assert [finding.fingerprint for finding in since.new] == [reference.findings[1].fingerprint]
    assert [change.after.severity for change in since.changed] == [reference.findings[0].severity]
    assert since.gone == []
    assert since.unchanged == len(reference.findings) - 2
    shown = page(Report(reference, since=since), "en").decode()
    assert "New since the earlier result." in shown
    assert "Changed since the earlier result." in shown
    assert "new 1, gone 0, changed 1" in shown


def test_since_wants_a_result(tmp_path: Path) -> None:
    (tmp_path / "none.json").write_text("{}")
    with pytest.raises(UsageRefused):
        report(materials([REFERENCE]), tmp_path / "none.json")
    with pytest.raises(UsageRefused):
        report(materials([REFERENCE]), tmp_path / "absent.json")


def test_scenarios_are_told_shortly_and_labelled() -> None:
    made = report(materials([REFERENCE]))
    assert [one.scenario for one in made.scenarios] == [
        "general-atlantic-takes-51-percent",
        "keys-out-of-reach",
    ]
    shown = page(made, "en").decode()
    (box,) = re.findall(r'<div class="hyp" id="what-if">.*?</div>', shown, re.DOTALL)
    assert "nothing of this has happened" in box
    assert all(f"If: {one.title.en.replace('&', '&amp;')}" in box for one in made.scenarios)
    for told, one in zip(box.split("<h4>")[1:], made.scenarios, strict=True):
        assert told.count("<li>") <= 6
        if one.appears:
            assert f"{len(one.appears)} findings would appear: " in told
        if one.disappears:
            assert f"{len(one.disappears)} findings would go away: " in told
    hypothetical = [f for f in made.result.findings if f.outcome == "hypothetical"]
    assert hypothetical
    assert all(f'id="F-{finding.fingerprint}"' in box for finding in hypothetical)


def test_the_annex_fills_nothing_in_and_keeps_exposure_from_transfer(reference: Result) -> None:
    (booking,) = [sheet for sheet in register(reference, "en") if sheet.id == "booking"]
    rows = {row.label: row.entries for row in booking.rows}
    assert rows["Purpose"] == ()
    assert rows["Controller"] == ()
    assert all(entry.startswith("not known: ") for entry in rows["Recipients in third countries"])
    assert any(
        "Amazon" in entry
        for entry in rows["Recipients within reach of a third country's law (not a transfer)"]
    )
    assert [sheet.id for sheet in impact_answers(reference, "fr")] == ["121", "122", "123", "226", "227"]
    (twitter,) = transfer_starters(reference, "en")
    assert twitter.title == "Doctolib SAS → Twitter, Inc. (possible)"


def test_a_thousand_findings_are_rendered_within_a_second(reference: Result) -> None:
    one = reference.findings[0]
    many = [replace(one, fingerprint=f"{number:016x}") for number in range(1000)]
    page(Report(reference), "fr")
    start = time.process_time()
    page(Report(replace(reference, findings=many)), "fr")
    assert time.process_time() - start < 1


def test_a_register_alone_is_drawn_and_listed(judge: Callable[..., Result]) -> None:
    tree: dict[str, Any] = large_tree(0, 0)
    tree["activities"]["use"]["processors"] = ["o0"]
    tree["organisations"]["p"] = {"title": "Processor", "country": "DE", "parent": "none"}
    tree["activities"]["use"]["processors"] = ["p"]
    result = judge(tree)
    assert [(flow.from_, flow.to, flow.known) for flow in result.flows] == [
        ("user", ["o0"], "inferred"),
        ("o0", ["p"], "inferred"),
    ]
    shown = page(Report(result), "en").decode()
    assert len(re.findall(r'<tr role="row" id="flow-', shown)) == 2
    assert "Processor" in shown


def test_a_result_written_before_reads_back(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "result.json"
    assert run("check", str(REFERENCE), "--format", "json", "--output", str(file)) == 1
    old = json.loads(file.read_text(encoding="utf-8"))
    for key in ("places", "activities", "agreements", "asked", "rules"):
        del old[key]
    file.write_text(json.dumps(old))
    made = report(materials([REFERENCE]), file)
    assert made.since is not None
    assert made.since.new == made.since.gone == made.since.changed == []


def test_the_hash_of_a_manifest_is_told_where_one_is_given(reference: Result) -> None:
    assert "SHA-256 of the manifest" not in page(Report(reference), "en").decode()
    assert "c0ffee" in page(Report(reference, manifest="c0ffee"), "en").decode()


def test_a_page_can_be_made_of_any_case(judge: Callable[..., Result]) -> None:
    tree: dict[str, Any] = large_tree(3, 4)
    tree["hosts"]["h0"]["operator"] = "unknown"
    tree["flows"]["f1"] |= {
        "from": "unknown",
        "through": ["h0", "h1"],
        "to": ["h2", "unknown"],
        "content": "end-to-end",
    }
    tree["organisations"]["o1"]["country"] = "unknown"
    shown = page(Report(judge(tree)), "en").decode()
    assert "keeper not known" in shown
    tree = {
        "auditor": "1",
        "case": tree["case"] | {"about": ""},
        "claims": {"c": {"by": "o0", "quote": "so", "says": "nothing-checkable"}},
    }
    tree["organisations"] = {"o0": {"country": "FR"}}
    assert "Nothing is established by the rules applied." in page(Report(judge(tree)), "en").decode()

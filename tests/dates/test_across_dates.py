"""One case on several dates in one run: a table with a column for each date."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from auditor.api.across_dates import judge_across
from auditor.api.gate import judge as judge_alone
from auditor.api.request import Request
from auditor.api.what_if import telling, what_ifs
from auditor.judging import findings
from auditor.judging.across_dates import across_dates
from auditor.judging.findings import finding
from auditor.judging.grouped import Grouped
from auditor.judging.worded import Worded
from auditor.loading.files.document import read
from auditor.model.across_dates import AcrossDates
from auditor.model.case.expected import Expected
from auditor.model.comparison import Comparison
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.model.result.shown import NOT_MADE
from auditor.rendering.across_dates import FORMS, WITH_SENTENCES, render_across
from auditor.text.days import in_words
from tests.conftest import REFERENCE, ROOT
from tests.running import run_here

THREE = ("2020-06-01", "2021-06-01", "2023-09-01")


def table(name: str, *days: str) -> AcrossDates:
    return judge_across(Request(paths=(ROOT / "flows" / name,), as_of=days)).table


def standings(found: AcrossDates) -> dict[str, list[str]]:
    return {row.rule: [cell.standing for cell in row.cells] for row in found.rows}


def test_a_sending_on_three_dates() -> None:
    found = standings(table("transfer-three-dates", *THREE))
    assert found["XFR-001"] == ["nothing", "established", "nothing"]
    assert found["XFR-003"] == ["nothing", "established", "nothing"]
    assert found["XFR-002"] == ["nothing", "nothing", "established"]


def test_hosting_before_and_after_the_new_version_of_the_standard() -> None:
    found = table("hds-two-dates", "2026-05-15", "2026-09-26")
    changed = [row for row in found.rows if row.changes]
    assert changed
    assert all(
        row.cells[1].standing == "established" for row in changed if row.cells[0].standing == "nothing"
    )


@pytest.mark.parametrize("name", ["transfer-three-dates", "hds-two-dates", "decisions/18-nl-ap-uber-2024"])
def test_each_column_is_what_the_date_comes_to_alone(name: str) -> None:
    days = ("2020-06-01", "2022-02", "2024")
    found = table(name, *days)
    for number, day in enumerate(days):
        alone = judge_alone(Request(paths=(ROOT / "flows" / name,), as_of=(day,))).result
        column = [
            (row.rule, row.culprit, cell.standing, cell.severity, cell.message.en)
            for row in found.rows
            if (cell := row.cells[number]).severity
        ]
        assert sorted(column) == sorted(
            (
                f.rule,
                f.culprit,
                f.outcome,
                f.severity_if_open if f.severity == "none" else f.severity,
                f.message.en,
            )
            for f in alone.findings
            if f.outcome != "cannot-be-shown" or f.live
        )
        assert found.dates[number].gate == alone.summary.gate
        assert found.dates[number].not_looked_at == alone.not_looked_at


def test_of_open_points_only_those_are_told_that_the_table_tells() -> None:
    asked = Request(paths=(REFERENCE,), as_of=("2019-06-01", "2019-11-01"))
    last = judge_across(asked).last.result
    points = [f for f in last.findings if f.outcome == "cannot-be-shown"]
    assert points
    assert all(f.live and f.message.en for f in points)
    assert any(f.proof is NOT_MADE for f in points)
    assert (last.counted.live, last.counted.dormant > 0) == ({}, True)


@pytest.mark.parametrize("name", ["transfer-three-dates", "doctolib-2019", "decisions/18-nl-ap-uber-2024"])
def test_without_sentences_a_table_is_the_same_but_for_them(name: str) -> None:
    asked = Request(paths=(ROOT / "flows" / name,), as_of=("2019-06-01", "2019-11-01", "2023"))
    whole, bare = judge_across(asked).table, judge_across(asked, sentences=False).table
    assert bare == replace(
        whole,
        rows=[
            replace(row, cells=[replace(cell, message=NOT_MADE) for cell in row.cells]) for row in whole.rows
        ],
    )
    for form in set(FORMS) - set(WITH_SENTENCES):
        for lang in ("fr", "en"):
            assert render_across(bare, form, lang) == render_across(whole, form, lang)
    for form in WITH_SENTENCES:
        with pytest.raises(TypeError, match="NotMade"):
            render_across(bare, form, "en")


@pytest.mark.parametrize(("form", "in_words"), [("text", False), ("markdown", False), ("json", True)])
def test_open_points_are_put_into_words_for_a_format_that_has_sentences(
    form: str, in_words: bool, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    told = []

    def counted(worded: Worded, group: Grouped, *, in_full: bool) -> Finding:
        told.append(group.outcome)
        return finding(worded, group, in_full=in_full)

    monkeypatch.setattr(findings, "finding", counted)
    run_here(
        capfd, "check", str(REFERENCE), "--as-of", "2019-06-01", "--as-of", "2019-11-01", "--format", form
    )
    assert "established" in told
    assert ("cannot-be-shown" in told) == in_words


def test_the_last_date_is_told_whole_where_its_scenarios_are() -> None:
    found: list[Comparison] = []
    last = judge_across(
        Request(paths=(REFERENCE,), as_of=("2019-06-01", "2019-11-01")), supposing=telling(found)
    ).last
    assert last.result == judge_alone(Request(paths=(REFERENCE,), as_of=("2019-11-01",))).result
    assert found == what_ifs(last.materials)


def test_findings_of_one_rule_about_the_same_have_rows_of_their_own(judge: Callable[..., Result]) -> None:
    consent = {"by": "reader", "how": "opt-in", "refusal": "free"}
    shared = {
        "people": "reader",
        "data": "contact",
        "controller": "shop",
        "legal_basis": "consent",
        "necessary": "false",
    }
    later = [{"value": "false", "until": "2021"}, {"value": "true", "since": "2021"}]
    case = {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "shop", "as_of": "2022-01-01", "policies": ["gdpr"]},
        "people": {"reader": {"country": "BE"}},
        "organisations": {"shop": {"name": "Shop", "country": "BE"}},
        "activities": {
            "mail": {**shared, "title": "Mail", "consent": {**consent, "bundled": "true"}},
            "post": {**shared, "title": "Post", "consent": {**consent, "bundled": later}},
        },
    }
    found = across_dates([judge(case, day) for day in ("2020-06-01", "2022-06-01")])
    rows = {row.name.en: [cell.standing for cell in row.cells] for row in found.rows if row.rule == "CON-003"}
    assert rows == {
        "Shop + Mail": ["established", "established"],
        "Shop + Post": ["nothing", "established"],
    }


def test_what_changes_comes_first_and_the_rest_is_counted() -> None:
    found = table("hds-two-dates", "2026-05-15", "2026-09-26")
    changes = [row.changes for row in found.rows]
    assert changes == sorted(changes, reverse=True)
    text = render_across(found, "text", "en").decode()
    assert f"Does not change: {changes.count(False)}." in text


def dated() -> list[str]:
    """Give the cases that state what they must say on more than one date."""
    files = [file for file in (ROOT / "flows").rglob("expected.yaml") if len(expected(file)) > 1]
    return sorted(file.parent.relative_to(ROOT / "flows").as_posix() for file in files)


def expected(file: Path) -> list[Expected]:
    read_file = read(file.name, file.read_bytes()).value
    return [msgspec.convert(item, Expected) for item in read_file.get("expected", [])]


@pytest.mark.parametrize("name", dated())
def test_a_case_says_in_one_run_what_it_must_say_on_each_date(name: str) -> None:
    wanted = expected(ROOT / "flows" / name / "expected.yaml")
    found = table(name, *(on.as_of for on in wanted))
    for number, on in enumerate(wanted):
        told = {row.rule for row in found.rows if row.cells[number].standing == "established"}
        assert set(on.expect) <= told
        assert told.isdisjoint(on.silent)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("decisions/04-be-rvs-251378-viavan-aws", ("2021-07-01", "2021-08-19")),
        ("decisions/12-es-aepd-rae-vs-edreams", ("2020-11-01", "2022-12-15")),
        ("decisions/18-nl-ap-uber-2024", ("2021-07-01", "2022-06-01")),
        ("decisions/39-press-doctolib-2021-2022", ("2021-06-01", "2022-05-20")),
    ],
)
def test_decisions_show_what_ended_between_their_dates(name: str, days: tuple[str, str]) -> None:
    found = table(name, *days)
    then, now = ({i for n in date.not_looked_at if n.why == "ended" for i in n.ids} for date in found.dates)
    assert now - then
    assert any(row.changes for row in found.rows)


def test_a_date_asked_twice_is_judged_once() -> None:
    assert [date.as_of for date in table("transfer-three-dates", *THREE[:2], THREE[0]).dates] == list(
        THREE[:2]
    )


CASE = str(ROOT / "flows" / "transfer-three-dates")
DATES = [part for day in THREE for part in ("--as-of", day)]


def test_the_command_fails_where_one_date_does(capfd: pytest.CaptureFixture[str]) -> None:
    shown = run_here(capfd, "check", CASE, *DATES, "--format", "json")
    assert shown.returncode == 1
    written = json.loads(shown.stdout)
    assert written["schema"] == "auditor.dates/1"
    assert [date["as_of"] for date in written["dates"]] == list(THREE)
    assert written["passed"] is False
    assert run_here(capfd, "check", CASE, "--as-of", THREE[0], "--as-of", "2020-05-01").returncode == 0


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "one date is enough to fail"), ("fr", "il suffit d'une date")]
)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_it_says_which_date_fails(
    capfd: pytest.CaptureFixture[str], lang: str, words: str, form: str
) -> None:
    shown = run_here(capfd, "check", CASE, *DATES, "--format", form, "--lang", lang)
    out = shown.stdout.replace("’", "'").replace("\\", "")
    assert words in out
    assert THREE[1] in out


def test_a_format_of_one_date_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    shown = run_here(capfd, "check", CASE, *DATES, "--format", "sarif")
    assert shown.returncode == 2
    assert "one date" in shown.stderr


def test_the_page_has_the_table(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run_here(capfd, "report", CASE, *DATES, "--out", str(tmp_path), "--lang", "en")
    page = (tmp_path / "report.en.html").read_text(encoding="utf-8")
    assert all(f'<th scope="col">{in_words(day).en}</th>' in page for day in THREE)
    assert "What changes from date to date" in page

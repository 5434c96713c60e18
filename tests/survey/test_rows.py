"""What the row of a case or capture tells, and that no case ends a survey."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditor.api import gate
from auditor.api.capture_import import How, planned, put_in
from auditor.api.request import Request
from auditor.api.surveying import one
from auditor.errors import UsageRefused
from auditor.loading.survey_files import rows
from auditor.model.survey import SurveyRow
from tests.conftest import ROOT
from tests.survey.making import Here, case, files, har, put


def surveyed(here: Here, folder: Path, out: Path, **further: object) -> dict[str, SurveyRow]:
    here.survey(folder, out=out, **further)
    return {row.case: row for row in rows(out / "survey.jsonl")}


def test_a_case_has_the_verdict_of_a_check(here: Here, tmp_path: Path) -> None:
    folder = put(tmp_path / "s", shop__case_yaml=case(transport="none"))
    row = surveyed(here, folder, tmp_path / "out")["s/shop"]
    result = gate.judge(Request(paths=(folder / "shop",))).result
    assert (row.state, row.id, row.as_of) == ("judged", "shop", "2026-01-01")
    assert row.passed == result.summary.gate.passed
    assert {name: count for name, count in row.established.items() if count} == {
        name: count for name, count in result.summary.established.items() if count
    }
    assert row.severity != "none"
    assert row.rules == sorted({f.rule for f in result.findings if f.outcome == "established"})


def test_a_capture_has_the_verdict_of_a_check_of_the_case_it_is_imported_into(
    here: Here, tmp_path: Path
) -> None:
    capture = har("www.clinic.example", "www.google-analytics.com", "t.nobody.example")
    notice = (
        "auditor: 1\nnotices: {privacy: {by: unknown, for: visits-clinic-example, recipients: [google-ie]}}\n"
    )
    folder = put(tmp_path / "s", site_har=capture, site_yaml=notice)
    row = surveyed(here, folder, tmp_path / "out", state="before-choice")["s/site.har"]

    head = "auditor: 1\ncase: {id: site, as_of: 2026-03-01, title: clinic.example}\n"
    into = put(tmp_path / "site", case_yaml=head, notice_yaml=notice)
    put_in(planned([folder / "site.har"], into, How(state="before-choice")), into)
    judged = gate.judge(Request(paths=(into,)))
    item = one.Item("s/site.har", "capture", folder / "site.har")
    assert row == one.row_of(item, judged.result, judged.materials.knowledge)
    assert [each.key for each in row.recipients] == ["case:nobody.example", "knowledge:google-ie"]


def test_recipients_have_who_controls_them_and_where_and_what_nobody_says_stays_open(
    here: Here, tmp_path: Path
) -> None:
    folder = put(tmp_path / "s", a_har=har("a.example", "connect.facebook.net", "t.nobody.example"))
    unattributed, meta = surveyed(here, folder, tmp_path / "out")["s/a.har"].recipients
    assert (meta.key, [each.key for each in meta.parents]) == ("knowledge:meta-ie", ["knowledge:meta"])
    assert (meta.countries, meta.perhaps) == (["US"], [])
    assert (unattributed.countries, unattributed.perhaps, unattributed.parents) == ([], ["unknown"], [])


def test_an_organisation_of_a_case_has_no_id_that_other_cases_could_mean_something_else_by(
    here: Here, tmp_path: Path
) -> None:
    text = case().replace("controller: firm", "controller: firm, recipients: partner")
    folder = put(
        tmp_path / "s",
        shop__case_yaml=text.replace(
            "organisations: {", "organisations: {partner: {name: Meta Platforms, country: FR, parent: none}, "
        ),
    )
    (row,) = surveyed(here, folder, tmp_path / "out").values()
    assert [each.key for each in row.recipients] == ["case:Meta Platforms"]


@pytest.mark.parametrize(
    ("name", "content", "state", "reason"),
    [
        ("bad__case_yaml", case(transport="[1"), "refused", "bad/case.yaml:"),
        ("bad__case_yaml", case(transport="pigeon"), "refused", "pigeon"),
        ("bad__case_yaml", "auditor: 1\ncase: {id: x, as_of: 2026-01-01}\n", "nothing", "x"),
        ("bad__case_yaml", "# nothing\n", "nothing", "nothing to check in s/bad"),
        ("bad_har", "{", "refused", "JSON"),
        ("bad_har", "", "refused", "empty"),
        ("bad_har", har("a.example", day=""), "refused", "--as-of"),
    ],
)
def test_what_cannot_be_judged_is_a_row_with_its_reason(
    name: str, content: str, state: str, reason: str, here: Here, tmp_path: Path
) -> None:
    folder = put(tmp_path / "s", good__case_yaml=case(), **{name: content})
    found = surveyed(here, folder, tmp_path / "out")
    bad = next(row for name, row in found.items() if name != "s/good")
    assert found["s/good"].state == "judged"
    assert bad.state == state
    assert bad.reason is not None
    assert reason in bad.reason.en
    assert bad.reason.fr
    assert not bad.passed


def test_nothing_tells_where_the_files_lie(here: Here, tmp_path: Path) -> None:
    folder = put(
        tmp_path / "s",
        bad_har="{",
        a__case_yaml=case(transport="pigeon"),
        b__case_yaml="#\n",
        c__case_yaml=case(),
        d_har=har("a.example", "connect.facebook.net"),
    )
    (folder / "e.yaml").symlink_to(tmp_path)
    here.survey(folder, folder.parent / "none", out=tmp_path / "out", parquet=True)
    for name, content in files(tmp_path / "out").items():
        assert str(tmp_path).encode() not in content, name


def test_an_error_of_the_program_is_a_row_too_and_is_judged_again(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path / "s", a__case_yaml=case(), b__case_yaml=case("other"))
    judge = one.judged_on

    def broken(request: Request, *rest: object, **more: object) -> object:
        if request.paths[0].name == "a":
            raise RecursionError("deep")
        return judge(request, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(one, "judged_on", broken)
    found = surveyed(here, folder, tmp_path / "out")
    assert [(row.case, row.state) for row in found.values()] == [("s/a", "failed"), ("s/b", "judged")]
    assert found["s/a"].reason is not None
    assert "RecursionError" in found["s/a"].reason.en
    monkeypatch.setattr(one, "judged_on", judge)
    assert surveyed(here, folder, tmp_path / "out")["s/a"].state == "judged"
    assert here.judged == ["s/a"]


def test_a_date_asked_for_dates_captures_that_have_none(here: Here, tmp_path: Path) -> None:
    folder = put(tmp_path / "s", a_har=har("a.example", day=""))
    row = surveyed(here, folder, tmp_path / "out", as_of=("2025-06-01",))["s/a.har"]
    assert (row.state, row.as_of) == ("judged", "2025-06-01")


def test_exceptions_beside_a_case_hold_as_in_a_check(here: Here, tmp_path: Path) -> None:
    folder = put(tmp_path / "s", shop__case_yaml=case(transport="none"))
    judged = gate.judge(Request(paths=(folder / "shop",))).result
    assert not surveyed(here, folder, tmp_path / "out", today="2026-06-01")["s/shop"].passed
    entries = "".join(
        f"  - {{finding: F-{f.fingerprint}, approved_by: DPO, approved_on: 2026-01-02, expires: 2026-12-01, "
        "reason: the tunnel is dug in June}\n"
        for f in judged.findings
        if f.outcome == "established"
    )
    put(folder / "shop", exceptions_yaml=f"auditor: 1\nexceptions:\n{entries}")
    assert surveyed(here, folder, tmp_path / "out", today="2026-06-01")["s/shop"].passed
    assert not surveyed(here, folder, tmp_path / "out", today="2027-06-01")["s/shop"].passed


def test_published_cases_have_a_story_in_both_languages(here: Here, tmp_path: Path) -> None:
    row = surveyed(here, ROOT / "flows" / "plaintext-hop", tmp_path / "out")["plaintext-hop"]
    assert row.story.en
    assert row.story.fr
    assert row.story.fr != row.story.en


def pages(*sites: str) -> str:
    """A capture of pages of sites one after the other."""
    made = json.loads(har("shop.example", "a.tracker.example"))
    made["log"]["pages"] = [
        {**made["log"]["pages"][0], "id": f"page_{number}", "title": f"https://{site}/"}
        for number, site in enumerate(sites, 1)
    ]
    return json.dumps(made)


def test_a_capture_of_several_sites_is_a_row_with_its_reason_and_one_with_a_banner_of_another_is_judged(
    here: Here, tmp_path: Path
) -> None:
    two, banner = pages("shop.example", "other.example"), pages("shop.example", "cmp.example", "shop.example")
    found = surveyed(here, put(tmp_path / "s", two_har=two, banner_har=banner), tmp_path / "out")
    assert found["s/banner.har"].state == "judged"
    assert found["s/two.har"].state == "refused"
    assert "several sites" in str(found["s/two.har"].reason)
    assert "--site shop.example" not in str(found["s/two.har"].reason)


def test_a_site_that_is_given_tells_which_visit_of_a_capture_is_meant(here: Here, tmp_path: Path) -> None:
    two, one_site = pages("shop.example", "other.example"), har("third.example", "t.tracker.example")
    folder = put(tmp_path / "s", two_har=two, one_har=one_site)
    out = tmp_path / "out"
    for given, title in (
        ("www.other.example", "other.example"),
        ("none.example,shop.example", "shop.example"),
    ):
        found = surveyed(here, folder, out, sites=(given,))
        assert {name: (row.state, row.title.en) for name, row in found.items()} == {
            "s/one.har": ("judged", "third.example"),
            "s/two.har": ("judged", title),
        }
    for given in (("none.example",), ("shop.example", "other.example")):
        assert surveyed(here, folder, out, sites=given)["s/two.har"].state == "refused"


def test_what_is_no_site_is_refused_before_anything_is_written(here: Here, tmp_path: Path) -> None:
    with pytest.raises(UsageRefused, match="a b"):
        here.survey(put(tmp_path / "s", one_har=har("a.example")), out=tmp_path / "out", sites=("a b",))
    assert not (tmp_path / "out").exists()

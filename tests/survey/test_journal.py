"""What is kept of a survey while it runs, and what is done again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.api.surveying import survey as surveying
from auditor.api.surveying.journal import JOURNAL
from auditor.errors import Refused, UsageRefused
from auditor.loading import survey_files
from auditor.loading.survey_files import entry_of, in_order, line_of, rows
from auditor.model.survey import SurveyEntry, SurveyRow
from tests.survey.making import Here, case, files, har, put


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(
        tmp_path / "s",
        a__case_yaml=case("a"),
        b_har=har("b.example", "connect.facebook.net"),
        c__case_yaml=case("c", transport="none"),
        d_har="{",
    )


EVERY = ["s/a", "s/b.har", "s/c", "s/d.har"]


def test_a_finished_case_is_not_judged_again(here: Here, folder: Path, tmp_path: Path) -> None:
    here.survey(folder, out=tmp_path / "out")
    assert here.judged == EVERY
    first = files(tmp_path / "out")
    assert JOURNAL not in first
    here.survey(folder, out=tmp_path / "out")
    assert here.judged == []
    assert files(tmp_path / "out") == first


def test_what_changed_is_judged_again_and_nothing_else(here: Here, folder: Path, tmp_path: Path) -> None:
    here.survey(folder, out=tmp_path / "out")
    put(folder, c__case_yaml=case("c"), e__case_yaml=case("e"))
    (folder / "a" / "case.yaml").rename(folder / "a" / "renamed.yaml")
    here.survey(folder, out=tmp_path / "out")
    assert here.judged == ["s/a", "s/c", "s/e"]
    put(
        folder,
        b_yaml="auditor: 1\nnotices: {p: {by: unknown, for: visits-b-example, recipients: [meta-ie]}}\n",
    )
    here.survey(folder, out=tmp_path / "out")
    assert here.judged == ["s/b.har"]


def test_what_is_no_longer_there_leaves_the_survey(here: Here, folder: Path, tmp_path: Path) -> None:
    here.survey(folder, out=tmp_path / "out")
    (folder / "b.har").unlink()
    assert here.survey(folder, out=tmp_path / "out").totals.cases == 3
    assert [row.case for row in rows(tmp_path / "out" / "survey.jsonl")] == ["s/a", "s/c", "s/d.har"]


@pytest.mark.parametrize(
    "change",
    ["policies", "knowledge", "as_of", "rules", "state", "fail_on", "today"],
)
def test_all_is_judged_again_where_it_is_asked_otherwise(
    change: str, here: Here, folder: Path, tmp_path: Path
) -> None:
    here.survey(folder, out=tmp_path / "out")
    pack = put(
        tmp_path,
        pack_yaml="auditor: 1\npolicy: own\ntitle: Own\nrules:\n  - {id: own/TST-001, title: One, kind: gap, about: flow, for: host, message: M, law: [gdpr.32.1.a], "
        "forbid: {at_rest: none}, severity: low, why: W, remedy: R, mistaken_when: M}\n",
        known_yaml="auditor: 1\nas_of: 2026-01-01\n",
    )
    further = {
        "policies": {"policies": (pack / "pack.yaml",)},
        "knowledge": {"knowledge": (pack / "known.yaml",)},
        "as_of": {"as_of": ("2025-01-01",)},
        "rules": {"rules": ("TRN-001",)},
        "state": {"state": "refused"},
        "fail_on": {"fail_on": "low"},
        "today": {"today": "2026-02-02"},
    }[change]
    here.survey(folder, out=tmp_path / "out", **further)
    assert here.judged == EVERY


def test_another_language_judges_nothing_again(here: Here, folder: Path, tmp_path: Path) -> None:
    here.survey(folder, out=tmp_path / "out")
    english = files(tmp_path / "out")
    here.survey(folder, out=tmp_path / "out", lang="fr")
    assert here.judged == []
    french = files(tmp_path / "out")
    assert french["survey.jsonl"] == english["survey.jsonl"]
    assert french["survey.csv"] != english["survey.csv"]


def test_another_program_judges_all_again(
    here: Here, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from auditor.api.surveying import one

    here.survey(folder, out=tmp_path / "out")
    monkeypatch.setattr(one, "program_digest", lambda: "other")
    monkeypatch.setattr(surveying, "program_digest", lambda: "other")
    here.survey(folder, out=tmp_path / "out")
    assert here.judged == EVERY


def test_a_worker_with_another_program_ends_the_survey(
    here: Here, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surveying, "program_digest", lambda: "other")
    with pytest.raises(UsageRefused, match="another program"):
        here.survey(folder, out=tmp_path / "out")


class Stopped(Exception):
    pass


@pytest.mark.parametrize("after", range(5))
def test_a_survey_that_was_stopped_goes_on_and_ends_with_the_same_files(
    after: int, here: Here, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.survey(folder, out=tmp_path / "whole")
    whole = files(tmp_path / "whole")
    add = surveying.Journal.add
    written = 0

    def stopping(journal: surveying.Journal, done: object) -> None:
        nonlocal written
        if written == after:
            raise Stopped
        written += 1
        add(journal, done)  # type: ignore[arg-type]

    monkeypatch.setattr(surveying.Journal, "add", stopping)
    if after < len(EVERY):
        with pytest.raises(Stopped):
            here.survey(folder, out=tmp_path / "out")
        assert set(files(tmp_path / "out")) == {JOURNAL}
    monkeypatch.setattr(surveying.Journal, "add", add)
    here.survey(folder, out=tmp_path / "out")
    assert here.judged == EVERY[min(after, len(EVERY)) if after < len(EVERY) else 0 :]
    assert files(tmp_path / "out") == whole


@pytest.mark.parametrize("cut", [1, 40, 400])
def test_a_line_that_was_torn_is_done_again(cut: int, here: Here, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    here.survey(folder, out=out)
    whole = files(out)
    (out / JOURNAL).write_bytes(whole["survey.jsonl"][:-cut])
    (out / "survey.jsonl").unlink()
    here.survey(folder, out=out)
    assert here.judged in (["s/d.har"], ["s/c", "s/d.har"])
    assert files(out) == whole


def test_a_survey_that_failed_leaves_no_old_table_that_would_pass_for_its_result(
    here: Here, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.survey(folder, out=tmp_path / "out")

    def broken(*_: object) -> Iterator[object]:
        raise Stopped

    monkeypatch.setattr(surveying, "_answers", broken)
    with pytest.raises(Stopped):
        here.survey(folder, out=tmp_path / "out")
    assert set(files(tmp_path / "out")) == {JOURNAL}


def test_what_is_wrong_with_the_request_is_said_before_an_earlier_survey_is_touched(
    here: Here, folder: Path, tmp_path: Path
) -> None:
    here.survey(folder, out=tmp_path / "out")
    before = files(tmp_path / "out")
    bad = put(tmp_path, pack_yaml="auditor: 1\npolicy: [\n")
    for further in (
        {"policies": (bad / "pack.yaml",)},
        {"as_of": ("2025-01-01", "2026-01-01")},
        {"as_of": ("soon",)},
        {"earlier": tmp_path / "out"},
        {"earlier": tmp_path / "none"},
        {"cluster": "gopher://x"},
    ):
        with pytest.raises((UsageRefused, Refused)):
            here.survey(folder, out=tmp_path / "out", **further)
        assert files(tmp_path / "out") == before


def entry(case: str, digest: str = "") -> SurveyEntry:
    return SurveyEntry(digest, SurveyRow(case=case, kind="case", state="nothing"))


NAMES = st.text(st.sampled_from("ab/é-"), min_size=1, max_size=4)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=30), st.integers(1, 7))
def test_lines_come_in_order_each_item_once_as_it_was_written_last(
    written: list[tuple[str, str]], run: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(survey_files, "RUN", run)
        patch.setattr(survey_files, "MOST_RUNS", 3)
        found = list(in_order(line_of(entry(name, digest)) for name, digest in written))
    last = dict(written)
    assert [each.row.case for each in found] == sorted(last, key=lambda name: name.split("/"))
    assert {each.row.case: each.digest for each in found} == last


@given(st.binary(max_size=80))
def test_no_bytes_in_a_journal_break_it(line: bytes) -> None:
    assert entry_of(line) is None or msgspec.json.decode(line)
    assert list(in_order([line, line_of(entry("a"))]))[-1].row.case == "a"


@pytest.mark.parametrize("line", [b"{}\n", b"\xff\n", b"[" * 5000 + b"\n"])
def test_an_earlier_survey_with_a_line_that_is_none_is_refused(line: bytes, tmp_path: Path) -> None:
    file = tmp_path / "survey.jsonl"
    file.write_bytes(line_of(entry("a")) + line)
    with pytest.raises(UsageRefused, match="line 2"):
        list(rows(file))


def test_an_earlier_survey_out_of_order_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "survey.jsonl"
    file.write_bytes(line_of(entry("b")) + line_of(entry("a")))
    with pytest.raises(UsageRefused, match="line 2"):
        list(rows(file))

"""Surveys in processes: the same files however many there are, and whatever ends one of them, or the one that asks."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from auditor.api.request import Request
from auditor.api.surveying import processes
from auditor.api.surveying.journal import JOURNAL
from auditor.api.surveying.one import Answer, Done, Task, Work
from auditor.api.surveying.processes import Lot
from auditor.api.surveying.survey import survey
from auditor.loading.files.many_cases import Item
from auditor.loading.survey_files import rows
from tests.conftest import ROOT
from tests.survey.making import Here, asked, case, files, har, put
from tests.survey.work import work

pytestmark = pytest.mark.slow


def many(folder: Path, count: int = 12) -> Path:
    for number in range(count):
        called = ["connect.facebook.net", "js.stripe.com", f"t.tracker{number}.example"][: 1 + number % 3]
        put(folder, **{f"site-{number:03}_har": har(f"site-{number}.example", *called)})
    return put(folder, bad_har="{", shop__case_yaml=case())


def test_one_process_two_and_none_give_the_same_files(here: Here, tmp_path: Path) -> None:
    folder = many(tmp_path / "s")
    here.survey(folder, out=tmp_path / "here", parquet=True)
    expected = files(tmp_path / "here")
    for workers in (1, 2):
        out = tmp_path / f"out-{workers}"
        done = auditor("survey", folder, "--out", out, "--workers", workers, "--parquet")
        assert (done.returncode, done.stdout) == (2, f"{out}/index.html\n"), done.stderr
        assert "not judged: 1; " in done.stderr
        assert files(out) == expected


def test_a_process_that_is_killed_changes_nothing(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = many(tmp_path / "s")
    put(folder, once__case_yaml=case("once"))
    here.survey(folder, out=tmp_path / "here")
    monkeypatch.undo()
    monkeypatch.setattr(processes, "work_through", work)
    survey(asked(folder, out=tmp_path / "out", workers=2), lambda _: None)
    assert (folder / "was-killed").exists()
    assert files(tmp_path / "out") == files(tmp_path / "here")


def test_a_case_that_ends_its_process_is_a_row_and_the_others_are_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path / "s", a__case_yaml=case(), kills__case_yaml=case("b"), z__case_yaml=case("z"))
    monkeypatch.setattr(processes, "work_through", work)
    survey(asked(folder, out=tmp_path / "out", workers=2), lambda _: None)
    found = {row.case: row for row in rows(tmp_path / "out" / "survey.jsonl")}
    assert {name: row.state for name, row in found.items()} == {
        "s/a": "judged",
        "s/kills": "failed",
        "s/z": "judged",
    }
    assert "memory" in str(found["s/kills"].reason)
    monkeypatch.undo()
    survey(asked(folder, out=tmp_path / "out", workers=1), lambda _: None)
    assert {row.state for row in rows(tmp_path / "out" / "survey.jsonl")} == {"judged"}


def test_a_lot_is_done_again_as_a_lot_and_task_by_task_only_where_it_ends_its_process_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[list[str]] = []

    def alone(asked: Work, lot: Lot) -> Answer | None:
        names = [task.item.name for task in lot]
        tried.append(names)
        done = tuple(Done(name, None) for name in names)
        return None if "kills" in names else Answer(asked.program, done)

    monkeypatch.setattr(processes, "_alone", alone)
    asked_for = Work(request=Request(), state="unknown", program="this", seconds=60)
    lots = [
        tuple(Task(Item(name, "case", Path(name))) for name in names)
        for names in (["a", "b"], ["c", "kills"])
    ]
    answers = [answer for lot in lots for answer in processes._again(asked_for, lot)]
    assert tried == [["a", "b"], ["c", "kills"], ["c"], ["kills"], ["kills"]]
    assert [[done.name for done in answer.done] for answer in answers] == [["a", "b"], ["c"], ["kills"]]
    (last,) = answers[-1].done
    assert last.entry is not None
    assert last.entry.row.state == "failed"


def test_the_one_that_asks_is_killed_its_processes_end_and_the_same_command_finishes(
    here: Here, tmp_path: Path
) -> None:
    folder = many(tmp_path / "s", 150)
    here.survey(folder, out=tmp_path / "here")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "auditor", "survey", str(folder), "--out", str(out), "--workers", "2"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True) as asking:
        until(lambda: (out / JOURNAL).exists() and (out / JOURNAL).stat().st_size > 0)
        asking.send_signal(signal.SIGKILL)
        asking.wait()
        until(lambda: not group(asking.pid))
    assert set(files(out)) == {JOURNAL}
    kept = (out / JOURNAL).read_bytes().count(b"\n")
    assert 0 < kept < 152
    done = auditor("survey", folder, "--out", out, "--workers", "2")
    assert done.returncode == 2, done.stderr
    assert files(out) == files(tmp_path / "here")


def auditor(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "auditor", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def until(true: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.05)


def group(leader: int) -> list[str]:
    """The processes of a group that still run."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                state, _, grouped = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
            except OSError:
                continue
            if int(grouped) == leader and state != "Z":
                found.append(folder.name)
    return found

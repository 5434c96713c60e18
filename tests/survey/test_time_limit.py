"""A case that takes too long is a row that says so, and the others are judged."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest

from auditor.api.surveying import cluster, one, processes, time_limit
from auditor.api.surveying.survey import SECONDS, survey
from auditor.api.surveying.time_limit import OutOfTime, within
from auditor.cli.arguments import app
from auditor.loading.survey_files import rows
from auditor.model.survey import SurveyRow
from tests.conftest import ROOT
from tests.survey.making import Here, asked, case, files, har, put
from tests.survey.work import spinning, work

WORDS = {
    "en": "took more than the 1 s of processor time that --case-seconds grants a case",
    "fr": "a pris plus que les 1 s de processeur que --case-seconds accorde à un dossier",
}


def spin() -> None:
    end = monotonic() + 60
    while monotonic() < end:
        pass


def test_work_over_its_time_ends_in_whatever_thread_it_runs() -> None:
    with pytest.raises(OutOfTime):
        within(0, spin)
    with ThreadPoolExecutor(1) as pool, pytest.raises(OutOfTime):
        pool.submit(within, 0, spin).result()


def test_work_within_its_time_gives_what_it_gives_and_no_process_is_ended_afterwards() -> None:
    assert within(60, lambda: signal.getitimer(signal.ITIMER_PROF)[0]) > 60
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_an_error_of_the_work_is_its_own() -> None:
    with pytest.raises(ZeroDivisionError):
        within(60, lambda: 1 // 0)


def test_work_that_loses_the_word_hears_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "AGAIN", 0.2)
    lost: list[str] = []

    def deaf() -> None:
        for _ in "abc":
            try:
                spin()
            except OutOfTime:
                lost.append("word")

    within(1, deaf)
    assert lost == ["word"] * 3


def test_nothing_is_told_once_the_work_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work that ends about when its time does is out of time or not, and what comes after it never is."""
    monkeypatch.setattr(time_limit, "PAUSE", 0.0)
    for turn in range(300):
        with suppress(OutOfTime):
            within(0, lambda turn=turn: sum(range(turn)))
        assert sum(range(1000)) == 499_500


def test_a_long_step_in_compiled_code_ends_its_process() -> None:
    program = (
        "from auditor.api.surveying import time_limit\n"
        "time_limit.GRACE = 1\n"
        "time_limit.within(1, lambda: sum(range(10**11)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGPROF


def found(out: Path) -> dict[str, SurveyRow]:
    return {row.case: row for row in rows(out / "survey.jsonl")}


def test_a_case_out_of_time_is_a_row_and_is_judged_again_only_with_another_limit(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path / "s", a__case_yaml=case(), spins__case_yaml=case("b"), z_har=har("z.example"))
    monkeypatch.setattr(one, "_judged", spinning(one._judged))
    out = tmp_path / "out"
    here.survey(folder, out=out, seconds=1)
    late = found(out)["s/spins"]
    assert {name: row.state for name, row in found(out).items()} == {
        "s/a": "judged",
        "s/spins": "failed",
        "s/z.har": "judged",
    }
    assert late.reason is not None
    assert {"en": late.reason.en, "fr": late.reason.fr} == WORDS
    before = files(out)
    here.survey(folder, out=out, seconds=1)
    assert here.judged == []
    assert files(out) == before
    monkeypatch.undo()
    here = Here(monkeypatch)
    here.survey(folder, out=out, seconds=2)
    assert here.judged == ["s/spins"]
    assert found(out)["s/spins"].state == "judged"


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("way", [{"workers": 2}, {"cluster": "local:2"}])
def test_processes_and_a_cluster_write_the_same_of_a_case_out_of_time(
    way: dict[str, object], here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path / "s", a__case_yaml=case(), spins__case_yaml=case("b"), z_har=har("z.example"))
    monkeypatch.setattr(one, "_judged", spinning(one._judged))
    here.survey(folder, out=tmp_path / "here", seconds=1)
    monkeypatch.undo()
    for module in (processes, cluster):
        monkeypatch.setattr(module, "work_through", work)
    survey(asked(folder, out=tmp_path / "out", seconds=1, **way), lambda _: None)
    assert found(tmp_path / "out")["s/spins"].state == "failed"
    assert files(tmp_path / "out") == files(tmp_path / "here")


def test_the_limit_of_the_command_is_that_of_the_function() -> None:
    (option,) = (each for each in app(["survey"]).commands["survey"].params if each.name == "case_seconds")
    assert option.default == SECONDS


def test_a_process_that_judged_in_time_can_be_watched_by_a_profiler() -> None:
    """An interpreter that is told to look for an exception that is none does so for ever, and a profiler never gets on."""
    code = (
        "import sys; from auditor.api.surveying.time_limit import within; within(60, lambda: None);"
        "sys.setprofile(lambda *_: None); (lambda: None)()"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60, check=True)

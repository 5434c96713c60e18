"""`auditor survey` as a command: exit codes, what it says, how long it says that it will take."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from auditor.cli import progress
from tests.running import run_here
from tests.survey.making import Here, case, har, put


@pytest.mark.parametrize(
    ("files", "options", "code"),
    [
        ({"a__case_yaml": case()}, (), 0),
        ({"a__case_yaml": case(transport="none")}, (), 1),
        ({"a__case_yaml": case(transport="none")}, ("--fail-on", "never"), 0),
        ({"a__case_yaml": case(transport="none"), "b_har": "{"}, (), 1),
        ({"a__case_yaml": case(), "b_har": "{"}, (), 2),
        ({"a__case_yaml": case(), "b_har": "{"}, ("--fail-on", "never"), 2),
        ({"b_har": "{"}, (), 2),
        ({"readme_txt": "x"}, (), 2),
    ],
)
def test_it_fails_closed(
    files: dict[str, str],
    options: tuple[str, ...],
    code: int,
    here: Here,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    folder = put(tmp_path / "s", **files)
    done = run_here(capfd, "survey", str(folder), "--out", str(tmp_path / "out"), *options)
    assert done.returncode == code, done.stderr


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ["cases and captures: 2; judged: 1; gate not passed: 1", "not judged: 1; "]),
        (
            "fr",
            [
                "captures\u00a0: 2\u202f; jugés\u00a0: 1\u202f; contrôle non passé\u00a0: 1",
                "non jugés\u00a0: 1",
            ],
        ),
    ],
)
def test_it_says_how_it_went(
    lang: str, said: list[str], here: Here, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = put(tmp_path / "s", a__case_yaml=case(transport="none"), b_har="{")
    done = run_here(capfd, "survey", str(folder), "--out", str(tmp_path / "out"), "--lang", lang)
    assert done.stdout == f"{tmp_path}/out/index.html\n"
    assert all(text in done.stderr for text in said)
    assert "s/b.har" in done.stderr
    quiet = run_here(capfd, "survey", str(folder), "--out", str(tmp_path / "out"), "--quiet")
    assert (quiet.stdout, quiet.stderr.count("\n"), "s/b.har: " in quiet.stderr) == ("", 2, True)


@pytest.mark.parametrize(
    "options",
    [
        ("--workers", "0"),
        ("--as-of", "2025-01-01", "--as-of", "2026-01-01"),
        ("--as-of", "soon"),
        ("--since", "nowhere"),
        ("--cluster", "nonsense"),
        ("--rule", "NON-000"),
        ("--policy", "nowhere.yaml"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused(
    options: tuple[str, ...], here: Here, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = put(tmp_path / "s", a__case_yaml=case())
    done = run_here(capfd, "survey", str(folder), "--out", str(tmp_path / "out"), *options)
    assert done.returncode == 2
    assert done.stderr
    assert not (tmp_path / "out" / "survey.csv").exists()


def test_a_link_in_the_way_is_not_written_through(
    here: Here, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = put(tmp_path / "s", a__case_yaml=case())
    out = tmp_path / "repository" / "out"
    out.mkdir(parents=True)
    (tmp_path / "repository" / ".git").mkdir()
    (out / "survey.csv").symlink_to(tmp_path / "elsewhere")
    done = run_here(capfd, "survey", str(folder), "--out", str(out))
    assert done.returncode == 2
    assert not (tmp_path / "elsewhere").exists()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_it_tells_how_long_the_others_will_take(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.5, 10.0, 4000.0])
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    monkeypatch.setattr(progress, "spoken", lambda: "en")
    with progress.counting() as told:
        told(1, 1000)
        told(100, 1000)
        told(500, 1000)
    assert "100 of 1000, about 1 min 30 s left" in terminal.getvalue()
    assert "500 of 1000, about 1 h 06 min left" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")
    assert "\r1 of" not in terminal.getvalue()


def test_elsewhere_it_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    with progress.counting() as told:
        told(1, 2)
    assert written.getvalue() == ""


def test_settings_beside_the_first_path_hold(
    here: Here, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = put(
        tmp_path / "s", auditor_yaml="auditor: 1\nfail-on: never\n", a__case_yaml=case(transport="none")
    )
    put(folder, b_har=har("b.example"))
    assert run_here(capfd, "survey", str(folder), "--out", str(tmp_path / "out")).returncode == 0

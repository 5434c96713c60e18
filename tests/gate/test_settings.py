"""Settings: a flag before the environment before the file; a typo is an error; nothing leads out of the repository."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

Auditor = Callable[..., Any]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    shutil.copytree(ROOT / "flows" / "plaintext-hop", root / "flows" / "case")
    (root / ".git").mkdir()
    return root


def settle(folder: Path, text: str, name: str = "auditor.yaml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_flag_before_environment_before_file(repository: Path, auditor: Auditor) -> None:
    check = ("check", "flows/case")
    assert auditor(*check, cwd=repository).returncode == 1
    settle(repository, "auditor: 1\nfail-on: never\nlang: fr\n")
    silent = auditor(*check, cwd=repository)
    assert (silent.returncode, "aucun point ne le fait échouer" in silent.stdout) == (0, True)
    assert auditor(*check, cwd=repository, AUDITOR_FAIL_ON="high").returncode == 1
    assert auditor(*check, "--fail-on", "never", cwd=repository, AUDITOR_FAIL_ON="high").returncode == 0
    assert auditor(*check, "--fail-on", "low", cwd=repository).returncode == 1
    assert auditor(*check, "--no-config", cwd=repository).returncode == 1
    assert auditor(*check, cwd=repository, AUDITOR_NO_CONFIG="1").returncode == 1
    assert "no finding fails it" in auditor(*check, "--lang", "en", cwd=repository).stdout


@pytest.mark.parametrize("name", ["auditor.yaml", "pyproject.toml"])
@pytest.mark.parametrize("where", [".", "flows", "flows/case"])
def test_the_nearest_file_is_used_and_named(
    repository: Path, auditor: Auditor, where: str, name: str
) -> None:
    text = (
        '[tool.other]\nx = 1\n[tool.auditor]\nfail-on = "never"\n'
        if name.endswith("toml")
        else "fail-on: never\n"
    )
    settle(repository / where, text, name)
    done = auditor("check", "flows/case", "-v", cwd=repository)
    said = done.stderr.splitlines()
    assert (done.returncode, said[0]) == (0, f"auditor: settings: {Path(where, name).as_posix()}")
    assert "auditor: read: case/case.yaml" in said
    assert said[-1] == "auditor: packs: gdpr, gdpr-consent, gdpr-data"
    inside = auditor("check", ".", cwd=repository / "flows" / "case")
    assert (inside.returncode, inside.stderr) == (0, "")


def test_nothing_above_the_repository_is_read(repository: Path, auditor: Auditor) -> None:
    settle(repository.parent, "fail-on: never\n")
    done = auditor("check", "flows/case", "-v", cwd=repository)
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, "auditor: no settings found")
    chosen = auditor("check", "flows/case", "-v", "--config", "../auditor.yaml", cwd=repository)
    assert (chosen.returncode, chosen.stderr.splitlines()[0]) == (0, "auditor: settings: ../auditor.yaml")
    assert auditor("check", "flows/case", cwd=repository, AUDITOR_CONFIG="../auditor.yaml").returncode == 0


def test_without_a_repository_only_beside_and_just_above(tmp_path: Path, auditor: Auditor) -> None:
    shutil.copytree(ROOT / "flows" / "plaintext-hop", tmp_path / "a" / "b" / "case")
    settle(tmp_path / "a", "fail-on: never\n")
    assert auditor("check", "a/b/case", cwd=tmp_path).returncode == 1
    settle(tmp_path / "a" / "b", "fail-on: never\n")
    assert auditor("check", "a/b/case", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("auditor: 1\nfail-onn: high\n", "auditor.yaml", "auditor.yaml:2:1: error: unknown key: fail-onn"),
        ("fail-onn: high\n", "auditor.yaml", "did you mean fail-on?"),
        ("fail_on: high\n", "auditor.yaml", "did you mean fail-on?"),
        ("fail-on: hihg\n", "auditor.yaml", "did you mean high?"),
        ("policies: own.yaml\n", "auditor.yaml", "a list was expected"),
        ("run: rm\n", "auditor.yaml", "unknown key: run"),
        ("a: [\n", "auditor.yaml", "this is not YAML"),
        ("- a\n", "auditor.yaml", "a mapping was expected"),
        ("auditor: 2\n", "auditor.yaml", "not one of the words allowed here: 2"),
        ("baseline: /etc/passwd\n", "auditor.yaml", "leads out of the repository"),
        ("exceptions: ../secret.yaml\n", "auditor.yaml", "leads out of the repository"),
        ("policies: [.git/own.yaml]\n", "auditor.yaml", "leads out of the repository"),
        ("output: [json:x.json]\n", "auditor.yaml", "auditor.yaml:1:1: error: unknown key: output"),
        ("output: [json:x.json]\n", "auditor.yaml", "named on the command line: --output FORMAT:FILE"),
        (
            '[tool.auditor]\noutput = ["x"]\n',
            "pyproject.toml",
            "named on the command line: --output FORMAT:FILE",
        ),
        (
            '[tool.auditor]\nlang = "fr"\nfail-onn = "high"\n',
            "pyproject.toml",
            "pyproject.toml:3:1: error: unknown key: fail-onn",
        ),
        ("[tool.auditor]\nfail-on = true\n", "pyproject.toml", "pyproject.toml:2:1: error:"),
        ("[tool.auditor]\nfail-on = \n", "pyproject.toml", "this is not TOML"),
        ("policies: [none.yaml]\n", "auditor.yaml", "no such file or folder"),
        ("format: pdf\n", "auditor.yaml", "pdf"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(
    repository: Path, auditor: Auditor, text: str, name: str, said: str
) -> None:
    settle(repository, text, name)
    done = auditor("check", "flows/case", cwd=repository)
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("output", ["json:b:../../../written", "json:case.yaml", "written"])
def test_settings_write_nothing(repository: Path, auditor: Auditor, output: str) -> None:
    settle(repository / "flows" / "case", f"output: ['{output}']\n")
    before = {path: path.read_bytes() for path in repository.parent.rglob("*") if path.is_file()}
    done = auditor("check", "flows/case", cwd=repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert {path: path.read_bytes() for path in repository.parent.rglob("*") if path.is_file()} == before


def test_a_link_out_of_the_repository_is_refused(repository: Path, auditor: Auditor) -> None:
    (repository.parent / "secret.yaml").write_text("password: 1\n", encoding="utf-8")
    (repository / "own.yaml").symlink_to(repository.parent / "secret.yaml")
    settle(repository, "policies: [own.yaml]\n")
    done = auditor("check", "flows/case", cwd=repository)
    assert (done.returncode, "password" in done.stderr) == (2, False)


def test_paths_are_relative_to_the_file(repository: Path, auditor: Auditor) -> None:
    settle(repository, "baseline: known/baseline.yaml\nexceptions: known/exceptions.yaml\n")
    (repository / "known").mkdir()
    settle(repository / "known", "auditor: 1\nexceptions: []\n", "exceptions.yaml")
    for folder, case in (
        (repository, "flows/case"),
        (repository / "flows" / "case", "."),
        (repository.parent, "repository/flows/case"),
    ):
        made = auditor("baseline", case, cwd=folder)
        assert made.returncode == 0, made.stderr
        assert (repository / "known" / "baseline.yaml").exists()
        assert auditor("check", case, cwd=folder).returncode == 0


def test_files_beside_a_case_are_not_part_of_it(repository: Path, auditor: Auditor) -> None:
    folder = repository / "flows" / "case"
    settle(folder, "auditor: 1\nfail-on: never\n")
    settle(folder, "auditor: 1\nexceptions: []\n", "exceptions.yaml")
    done = auditor("check", "flows/case", cwd=repository)
    assert done.returncode == 0, done.stderr
    files = sorted(str(path.relative_to(repository)) for path in folder.glob("*.yaml"))
    assert auditor("check", *files, cwd=repository).returncode == 0
    assert auditor("check", "flows/case/auditor.yaml", cwd=repository).returncode == 3
    (folder / "deeper").mkdir()
    settle(folder / "deeper", "auditor: 1\nfail-on: never\n")
    deeper = auditor("check", "flows/case", cwd=repository)
    assert deeper.returncode == 2
    assert "deeper/auditor.yaml:2:1" in deeper.stderr


def test_settings_of_one_command_do_not_disturb_others(repository: Path, auditor: Auditor) -> None:
    settle(repository, "format: json\nlang: fr\nmin-confidence: documented\nprofile: gate\n")
    assert auditor("ask", "flows/case", cwd=repository).returncode == 0
    assert auditor("rules", cwd=repository).stdout.startswith("TRN-001") is False
    report = auditor("report", "flows/case", cwd=repository)
    assert (report.returncode, sorted(p.name for p in (repository / "report").iterdir())) == (
        0,
        ["report.en.html", "report.fr.html"],
    )
    assert auditor("check", "flows/case", cwd=repository).stdout.startswith("{")

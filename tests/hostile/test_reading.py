"""What somebody may have meant to be read is read, or there is no verdict; what is left out is told."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]
PART = "auditor: 1\nhosts: {}\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "flows" / "plaintext-hop", tmp_path / "x")
    return tmp_path / "x"


def put(file: Path, text: str = PART) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    ["flows.YAML", "flows.Yml", "flows.yaml ", "deep/flows.yAml", ".sub/f.YAML", ".f.yaml", ".sub/f.yaml"],
)
def test_a_part_of_the_case_that_is_not_read_leaves_no_verdict(auditor: Run, case: Path, name: str) -> None:
    put(case / name)
    done = auditor("check", "x", "--fail-on", "never")
    assert (done.returncode, f"x/{name.strip()}" in done.stderr, "is not read" in done.stderr) == (
        2,
        True,
        True,
    )


@pytest.mark.parametrize(
    "name",
    [
        "flows.yaml.txt",
        "flows.yaml.disabled",
        "flows.yam",
        "flows-yaml",
        "flows.yaml.bak",
        "sub/flows.yml~",
        ".f.yml.off",
    ],
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_part_of_the_case_under_another_ending_leaves_no_verdict(
    auditor: Run, case: Path, name: str, lang: str
) -> None:
    put(case / name)
    done = auditor("check", "x", "--fail-on", "never", "--lang", lang)
    said = {"fr": "il commence comme une partie d'un dossier", "en": "it begins as a part of a case does"}
    assert (done.returncode, f"x/{name}" in done.stderr, said[lang] in done.stderr) == (2, True, True)


@pytest.mark.parametrize(
    "before",
    [
        "# " + "x" * 2**20 + "\n",
        "#\n" * 400_000,
        "\r\n" * 400_000,
        "\ufeff# x\n" * 100_000,
        "%A b\n" * 100_000 + "---\n",
    ],
    ids=["one line", "comments", "empty lines", "marks", "directives"],
)
def test_a_part_of_the_case_under_another_ending_is_seen_below_any_comment(
    auditor: Run, case: Path, before: str
) -> None:
    put(case / "flows.yaml.txt", before + PART)
    done = auditor("check", "x", "--fail-on", "never")
    assert (done.returncode, "x/flows.yaml.txt" in done.stderr) == (2, True)
    put(case / "flows.yaml.txt", before + "name: x\n" * 20_000 + PART)
    assert auditor("check", "x", "--fail-on", "never").returncode == 0


@pytest.mark.parametrize("name", ["case.yaml~", "case.yaml.bak", "case.yaml.orig"])
def test_the_copy_that_an_editor_kept_of_a_file_that_is_read_is_told(
    auditor: Run, case: Path, name: str
) -> None:
    put(case / name)
    done = auditor("check", "x", "--fail-on", "never")
    assert done.returncode == 0
    assert f"auditor: not read, hidden, kept by an editor or behind a link: x/{name}" in done.stderr


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("how-to-yaml.txt", "A case begins with its version (auditor: 1).\n"),
        ("notes.txt", PART),
        ("README.md", PART),
        ("big.yaml.log", "x" * 70_000 + "\n" + PART),
    ],
)
def test_what_does_not_look_like_a_part_of_the_case_is_left_alone(
    auditor: Run, case: Path, name: str, text: str
) -> None:
    put(case / name, text)
    done = auditor("check", "x", "--fail-on", "never")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "head", ['auditor: "1"', "'auditor' : 1", "{auditor: 1}", "\ufeffauditor: 1", "# a\nauditor: 1"]
)
def test_a_part_of_a_case_is_known_by_its_head_however_it_is_written(
    auditor: Run, case: Path, head: str
) -> None:
    put(case / ".hidden.yaml", head)
    assert auditor("check", "x", "--fail-on", "never").returncode == 2


def test_what_is_hidden_and_no_part_of_the_case_is_told(auditor: Run, case: Path) -> None:
    put(case / ".github" / "workflow.yml", "jobs:\n  auditor: 1\n")
    put(case / ".pre-commit-config.yaml", "repos: []\n")
    put(case / ".git" / "kept.yaml")
    done = auditor("check", "x", "--fail-on", "never")
    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if "not read" in line] == [
        "auditor: not read, hidden, kept by an editor or behind a link: x/.github/workflow.yml",
        "auditor: not read, hidden, kept by an editor or behind a link: x/.pre-commit-config.yaml",
    ]
    quiet = auditor("check", "x", "--fail-on", "never", "--quiet")
    assert (quiet.returncode, quiet.stderr) == (0, "")


def test_of_many_files_that_are_not_read_twenty_are_named(auditor: Run, case: Path) -> None:
    for number in range(23):
        put(case / ".venv" / f"{number}.yaml", "x: y\n")
    told = auditor("check", "x", "--fail-on", "never", "--lang", "fr").stderr.splitlines()
    assert (len(told), told[-1]) == (21, "auditor: non lus\u00a0: 3 de plus")


def test_a_folder_behind_a_link_is_told(auditor: Run, case: Path, tmp_path: Path) -> None:
    put(tmp_path / "other" / "part.yaml")
    (case / "linked").symlink_to(tmp_path / "other")
    done = auditor("check", "x", "--fail-on", "never")
    assert (done.returncode, "x/linked" in done.stderr) == (0, True)


@pytest.mark.parametrize("kind", ["pipe", "socket", "nowhere", "itself", "out of the folder"])
def test_what_is_called_as_a_file_of_the_case_and_is_none_leaves_no_verdict(
    auditor: Run, case: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = case / "part.yaml"
    if kind == "pipe":
        os.mkfifo(name)
    elif kind == "socket":
        monkeypatch.chdir(case)
        listening = socket.socket(socket.AF_UNIX)
        listening.bind("part.yaml")
        listening.close()
    else:
        put(tmp_path / "elsewhere.yaml")
        name.symlink_to({"nowhere": case / "no", "itself": name}.get(kind, tmp_path / "elsewhere.yaml"))
    done = auditor("check", "x", "--fail-on", "never")
    assert (done.returncode, "x/part.yaml: error: " in done.stderr) == (2, True)


def test_a_folder_that_may_not_be_read_leaves_no_verdict(
    auditor: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (case / "secret").mkdir()
    looked = os.scandir

    def barred(path: str) -> object:
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied", str(path))
        return looked(path)

    monkeypatch.setattr(os, "scandir", barred)
    done = auditor("check", "x", "--fail-on", "never")
    assert (done.returncode, "x/secret: error: Permission denied" in done.stderr) == (2, True)


@pytest.mark.parametrize("special", ["pipe", "/dev/zero", "/dev/tty"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "{}"),
        ("check", "x", "--exceptions", "{}"),
        ("check", "x", "--baseline", "{}"),
        ("check", "x", "--policy", "{}"),
        ("check", "x", "--knowledge", "{}"),
        ("check", "x", "--config", "{}"),
        ("report", "x", "--earlier", "{}"),
        ("baseline", "x", "--baseline", "{}"),
        ("bundle", "verify", "{}"),
        ("bundle", "verify", "x", "--withheld", "{}"),
        ("diff", "{}", "{}"),
        ("test", "{}"),
        ("knowledge", "check", "{}"),
    ],
    ids=" ".join,
)
def test_a_pipe_or_a_device_is_refused_before_it_is_opened(
    auditor: Run, case: Path, tmp_path: Path, special: str, arguments: tuple[str, ...]
) -> None:
    if special == "pipe":
        os.mkfifo(tmp_path / "pipe")
    done = auditor(*(word.format(special) for word in arguments))
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("text", ["# nothing yet\n", "\n  # a\n\n#b", "", " \n", "\ufeff# a\n"])
def test_a_case_of_comments_only_is_nothing_to_check(auditor: Run, tmp_path: Path, text: str) -> None:
    put(tmp_path / "x" / "case.yaml", text)
    assert auditor("check", "x").returncode == 3


@pytest.mark.parametrize(
    "text", ["---\n", "---\n...\n", "null\n", "~\n", "[]\n", "{}\n", "x\n", "- a\n", "%YAML 1.1\n---\n"]
)
def test_a_case_of_something_else_than_facts_is_refused(auditor: Run, tmp_path: Path, text: str) -> None:
    put(tmp_path / "x" / "case.yaml", text)
    assert auditor("check", "x").returncode == 2


def test_a_file_of_comments_only_beside_others_is_no_harm(auditor: Run, case: Path) -> None:
    put(case / "later.yaml", "# nothing yet\n")
    assert auditor("check", "x", "--fail-on", "never").returncode in (0, 2)


@pytest.mark.parametrize("option", ["--policy", "--knowledge", "--baseline", "--config"])
def test_nothing_but_comments_is_no_pack_knowledge_baseline_nor_settings(
    auditor: Run, case: Path, tmp_path: Path, option: str
) -> None:
    put(tmp_path / "empty.yaml", "# nothing yet\n")
    done = auditor("check", "x", "--fail-on", "never", option, "empty.yaml")
    assert done.returncode in (2, 3), done.stderr

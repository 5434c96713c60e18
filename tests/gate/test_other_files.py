"""Exceptions, baselines, settings, packs and knowledge in the folder of a case: told as what they are, and never written there."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from auditor.api.writing import no_part
from auditor.errors import UsageRefused
from tests.conftest import ROOT
from tests.hostile.kills import APPROVED, FINDING
from tests.running import run_here

Run = Callable[..., subprocess.CompletedProcess[str]]
EXCEPTION = (
    "- {rule: TRN-001, scope: {flow: results}, reason: accepted by everybody here, approved_by: DPO, "
    "approved_on: 2026-11-01, expires: 2027-01-01}"
)
#: What each kind of file may be, what is said of it in English and in French, and where it belongs.
KINDS = {
    "exceptions": (
        "exceptions: []",
        "this file holds exceptions",
        "contient des exceptions",
        "exceptions.yaml",
    ),
    "one exception": (
        f"exceptions:\n{EXCEPTION}",
        "holds exceptions",
        "contient des exceptions",
        "--exceptions",
    ),
    "baseline": ("case: plaintext-hop\nbaseline: []", "is a baseline", "état de référence", "baseline.yaml"),
    "settings": ("fail-on: never", "holds settings", "contient des réglages", "auditor.yaml"),
    "settings of files": ("exceptions: e.yaml", "holds settings", "contient des réglages", "--config"),
    "pack": ("policy: own\nrules: []", "is a pack of rules", "paquet de règles", "--policy"),
    "pack without a name": ("rules: []", "is a pack of rules", "paquet de règles", "--policy"),
    "knowledge": (
        "knowledge: own\nas_of: 2026-01-01\norganisations: {}",
        "adds to the knowledge base",
        "base de connaissances",
        "--knowledge",
    ),
}


@pytest.fixture
def auditor(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    shutil.copytree(ROOT / "flows" / "plaintext-hop", tmp_path / "x")
    return partial(run_here, capfd, cwd=tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_another_kind_is_told_as_what_it_is_with_where_it_belongs(
    auditor: Run, tmp_path: Path, kind: str
) -> None:
    text, english, french, belongs = KINDS[kind]
    (tmp_path / "x" / "more.yaml").write_text(f"auditor: 1\n{text}\n", encoding="utf-8")
    for lang, said in (("en", english), ("fr", french)):
        done = auditor("check", "x", "--lang", lang)
        assert (done.returncode, said in done.stderr, belongs in done.stderr) == (2, True, True), done.stderr
        assert done.stderr.count("more.yaml:") == 1, "nothing else is said of it"
        assert re.search(r"more.yaml:[23]:1: ", done.stderr)


@pytest.mark.parametrize("kind", KINDS)
def test_a_part_of_a_case_with_a_key_too_many_is_told_as_a_part(
    auditor: Run, tmp_path: Path, kind: str
) -> None:
    text, english, *_ = KINDS[kind]
    if kind == "knowledge":
        text = "knowledge: [own]"
    part = f"auditor: 1\nhosts: {{}}\n{text}\n"
    (tmp_path / "x" / "more.yaml").write_text(part, encoding="utf-8")
    done = auditor("check", "x")
    assert (done.returncode, english in done.stderr) == (2, False)
    assert "more.yaml:" in done.stderr


WRITING = {
    "accept": ("accept", FINDING, "x", *APPROVED),
    "baseline": ("baseline", "x", "--accept-new"),
}
NAMES = ("x/exc.yaml", "x/more/exc.yml", "./x/../x/exc.YAML", "x/.exc.yaml", "x/auditor.yaml", "x/case.yaml")


@pytest.mark.parametrize("command", WRITING)
@pytest.mark.parametrize("name", [*NAMES, "x/more/exceptions.yaml", "x/more/baseline.yaml"])
def test_nothing_is_written_that_would_be_read_as_a_part_of_the_case(
    auditor: Run, tmp_path: Path, command: str, name: str
) -> None:
    before = {path: path.read_bytes() for path in (tmp_path / "x").rglob("*") if path.is_file()}
    own = {"accept": "x/exceptions.yaml", "baseline": "x/baseline.yaml"}[command]
    for lang, said in (
        ("en", "would be read as a part of the case"),
        ("fr", "serait lu comme une partie du dossier"),
    ):
        done = auditor(*WRITING[command], "-o", name, "--lang", lang)
        assert (done.returncode, said in done.stderr, own in done.stderr) == (2, True, True), done.stderr
    assert {path: path.read_bytes() for path in (tmp_path / "x").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("command", WRITING)
@pytest.mark.parametrize("name", ["", "own", "elsewhere.yaml", "x/notes.txt", "y/exc.yaml"])
def test_what_is_written_elsewhere_or_under_its_own_name_leaves_the_case_whole(
    auditor: Run, tmp_path: Path, command: str, name: str
) -> None:
    own = {"accept": "x/exceptions.yaml", "baseline": "x/baseline.yaml"}[command]
    chosen = () if not name else ("-o", own if name == "own" else name)
    assert auditor(*WRITING[command], *chosen).returncode == 0
    done = auditor("check", "x", "--today", "2026-12-01", "--fail-on", "never")
    assert (done.returncode, "error" in done.stderr) == (0, False), done.stderr


def test_a_link_to_the_folder_of_the_case_leads_there(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "x")
    with pytest.raises(UsageRefused):
        no_part(tmp_path / "link" / "e.yaml", tmp_path / "x", "exceptions.yaml")
    assert no_part(tmp_path / "link" / "exceptions.yaml", tmp_path / "x", "exceptions.yaml")
    (tmp_path / "x" / "case.yaml").touch()
    assert no_part(tmp_path / "x" / "e.yaml", tmp_path / "x" / "case.yaml", "exceptions.yaml")

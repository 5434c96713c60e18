"""Nothing of a value is in anything that is made of an imported capture, save where one value is asked for."""

from __future__ import annotations

import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest  # noqa: TC002

from tests.captures.imports import Desk
from tests.captures.test_no_value import BARE, SECRET, leaked, planted


def read(folder: Path) -> list[str]:
    """Every file below a folder as text, and every member of an archive as it lies in it."""
    return [
        file.read_bytes().decode("utf-8", "replace") for file in sorted(folder.rglob("*")) if file.is_file()
    ]


def test_no_output_of_a_case_with_captures_tells_a_value(desk: Desk) -> None:
    (desk.folder / "planted.har").write_text(json.dumps(planted()), encoding="utf-8")
    done = desk.imported("planted.har", "--state", "before-choice")
    told = [done.stdout, done.stderr, *read(desk.case)]
    for arguments in (
        ("capture", "import", "planted.har", "--into", "case", "--lang", "fr"),
        ("capture", "verify", "case", "planted.har"),
        (
            "capture",
            "verify",
            "case",
            "planted.har",
            "--open",
            "capture-planted#/log/entries/0/request/queryString/0",
        ),
        *(("check", "case", "--format", form) for form in ("text", "json", "sarif", "markdown", "junit")),
        ("check", "case", "--lang", "fr"),
        ("ask", "case"),
        ("export", "recipients", "case"),
        ("export", "register", "case"),
        ("graph", "case"),
        ("report", "case", "--out", "pages"),
    ):
        done = desk.run(*arguments)
        assert done.returncode in (0, 1), (arguments, done.stderr)
        told += [done.stdout, done.stderr]
    told += read(desk.folder / "pages")
    assert sum("tracker.example" in text for text in told) > 8
    assert leaked(*told) == []


def test_one_value_is_told_where_it_is_asked_for(desk: Desk) -> None:
    (desk.folder / "planted.har").write_text(json.dumps(planted()), encoding="utf-8")
    desk.imported("planted.har")
    at = "capture-planted#/log/entries/0/request/queryString/0"
    assert SECRET in desk.run("capture", "verify", "case", "planted.har", "--quote", at).stdout
    assert BARE not in desk.run("capture", "verify", "case", "planted.har", "--quote", at).stdout


def test_a_bundle_holds_no_value(desk: Desk) -> None:
    (desk.folder / "planted.har").write_text(json.dumps(planted()), encoding="utf-8")
    desk.imported("planted.har")
    for public in ([], ["--public"]):
        done = desk.run("bundle", "create", "case", "--out", "case.zip", *public)
        assert done.returncode == 0, done.stderr
        with zipfile.ZipFile(desk.folder / "case.zip") as archive:
            members = [archive.read(name).decode() for name in archive.namelist()]
        assert any("tracker.example" in member for member in members)
        assert leaked(*members) == []


def test_a_bundle_has_the_capture_only_where_it_is_put_in_and_not_for_the_public(desk: Desk) -> None:
    (desk.folder / "planted.har").write_text(json.dumps(planted()), encoding="utf-8")
    desk.imported("planted.har")
    for public, held in (([], True), (["--public"], False)):
        done = desk.run("bundle", "create", "case", "--capture", "planted.har", "--out", "case.zip", *public)
        assert done.returncode == 0, done.stderr
        with zipfile.ZipFile(desk.folder / "case.zip") as archive:
            members = {name: archive.read(name).decode() for name in archive.namelist()}
        assert any(name.endswith("captures/planted.har") for name in members) is held
        assert bool(leaked(*members.values())) is held
        assert sha256((desk.folder / "planted.har").read_bytes()).hexdigest() in "".join(members.values())
        assert desk.run("bundle", "verify", "case.zip").returncode == 0
    (desk.folder / "other.har").write_text("{}", encoding="utf-8")
    refused = desk.run("bundle", "create", "case", "--capture", "other.har", "--out", "x.zip")
    assert refused.returncode == 2
    assert not (desk.folder / "x.zip").exists()


def test_a_capture_larger_than_a_bundle_holds_is_called_too_large(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = desk.capture()
    desk.imported(file.name)
    size = file.stat().st_size
    asked = ("bundle", "create", "case", "--capture", file.name, "--out", "x.zip")
    monkeypatch.setattr("auditor.api.bundle.MOST_CAPTURE", size - 1)
    refused = desk.run(*asked)
    assert refused.returncode == 2
    assert "visit.har" in refused.stderr
    assert "the file is larger than" in refused.stderr
    assert not (desk.folder / "x.zip").exists()
    monkeypatch.setattr("auditor.api.bundle.MOST_CAPTURE", size)
    assert desk.run(*asked).returncode == 0

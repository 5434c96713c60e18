"""What is read of a folder, and what is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditor.errors import NothingToCheck, Refused
from auditor.loading.files.folder import inputs, shipped, yaml_files


def test_only_yaml_below_the_folder_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.yaml", "a.yml", "b/c.yaml", "note.txt", ".hidden.yaml"):
        (tmp_path / name).write_text("x: y\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.yaml").write_text("x: y\n", encoding="utf-8")
    names = [path for path, _ in yaml_files([tmp_path])]
    assert names == [f"{tmp_path.name}/{name}" for name in ("a.yml", "b/c.yaml", "z.yaml")]


def test_links_within_the_folder_are_read(tmp_path: Path) -> None:
    (tmp_path / "in.yaml").write_text("x: y\n", encoding="utf-8")
    (tmp_path / "same.yaml").symlink_to(tmp_path / "in.yaml")
    assert [path for path, _ in yaml_files([tmp_path])] == [
        f"{tmp_path.name}/{name}" for name in ("in.yaml", "same.yaml")
    ]


@pytest.mark.parametrize("there", [True, False])
def test_a_link_out_of_the_repository_is_refused_wherever_it_lies(tmp_path: Path, there: bool) -> None:
    outside = tmp_path / "outside.yaml"
    if there:
        outside.write_text("secret: yes\n", encoding="utf-8")
    case = tmp_path / "repository" / "case"
    (case / "deeper").mkdir(parents=True)
    (case.parent / ".git").mkdir()
    (case / "in.yaml").write_text("x: y\n", encoding="utf-8")
    (case / "deeper" / "out.yaml").symlink_to(outside)
    with pytest.raises(Refused) as refused:
        yaml_files([case])
    assert [problem.path for problem in refused.value.problems] == ["case/deeper/out.yaml"]
    with pytest.raises(Refused):
        yaml_files([case / "deeper" / "out.yaml"])


def test_missing_and_empty(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        yaml_files([tmp_path / "no"])
    with pytest.raises(NothingToCheck):
        yaml_files([tmp_path])


def test_what_is_shipped_has_paths_that_never_change() -> None:
    assert [path for path, _ in shipped("policies")] == sorted(
        f"policies/{name}.yaml"
        for name in (
            "claims",
            "cloud",
            "gdpr",
            "gdpr-consent",
            "gdpr-data",
            "health-de",
            "health-fr",
            "roles",
            "sovereignty",
            "third-parties",
            "transfers",
        )
    )
    assert all(path.startswith("knowledge/") for path, _ in shipped("knowledge"))
    assert len(inputs(shipped("policies"))[0].sha256) == 64


@pytest.mark.parametrize("name", [b"case-\xff.yaml", b"\xe9t\xe9/case.yaml", b"half-\xed\xa0\x80.yml"])
def test_a_name_that_is_not_text_is_refused_readably(tmp_path: Path, name: bytes) -> None:
    file = tmp_path / os.fsdecode(name)
    file.parent.mkdir(exist_ok=True)
    file.write_text("x: y\n", encoding="utf-8")
    (tmp_path / "\u00e9t\u00e9.yaml").write_text("x: y\n", encoding="utf-8")
    with pytest.raises(Refused, match="is not UTF-8") as refused:
        yaml_files([tmp_path])
    (problem,) = refused.value.problems
    assert problem.path == f"{tmp_path.name}/{name.decode('utf-8', 'backslashreplace')}"

"""What stands beside or above a case: found up to the git root, and no link followed out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import Refused
from auditor.loading.files.repository import EXCEPTIONS, find_settings, folders, git_root, nearest_file


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "repository" / "flows" / "case"
    folder.mkdir(parents=True)
    (tmp_path / "repository" / ".git").mkdir()
    return folder


def test_folders_up_to_the_root_of_the_repository(case: Path) -> None:
    root = case.parent.parent
    (case / "case.yaml").touch()
    assert list(folders(case)) == list(folders(case / "case.yaml")) == [case, case.parent, root]
    assert git_root(case) == root
    (root / ".git").rmdir()
    assert list(folders(case)) == [case, case.parent]


def test_the_nearest_wins(case: Path) -> None:
    assert nearest_file(case, EXCEPTIONS) is None
    for folder in (case.parent.parent, case.parent, case):
        (folder / EXCEPTIONS).touch()
        assert nearest_file(case, EXCEPTIONS) == folder / EXCEPTIONS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[tool.auditor]\n", True),
        ('[ tool . "auditor" ]\n', True),
        ("tool.auditor.lang = 'fr'\n", True),
        ("tool.auditor = {lang = 'fr'}\n", True),
        ("[project.scripts]\nauditor = 'x'\n", False),
        ("[tool.auditors]\n", False),
        ("# [tool.auditor]\n", False),
    ],
)
def test_a_table_in_pyproject(case: Path, text: str, found: bool) -> None:
    (case / "pyproject.toml").write_text(text, encoding="utf-8")
    assert (find_settings(case) is not None) is found


@pytest.mark.parametrize("name", ["exceptions.yaml", "auditor.yaml", "pyproject.toml"])
def test_no_link_leads_out(case: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.write_text("[tool.auditor]\nsecret = 1\n", encoding="utf-8")
    (case / name).symlink_to(outside)
    with pytest.raises(Refused, match="leads out of the repository"):
        nearest_file(case, EXCEPTIONS) if name == EXCEPTIONS else find_settings(case)
    (case / name).unlink()
    inside = case.parent / "shared"
    inside.write_text("[tool.auditor]\n", encoding="utf-8")
    (case / name).symlink_to(inside)
    assert (nearest_file(case, EXCEPTIONS) if name == EXCEPTIONS else find_settings(case)) == case / name

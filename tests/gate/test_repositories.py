"""Whose branches a gate compares with: those of the repository it runs in, never those of what a change brought in."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.gate.test_history import POLICY, commit, git

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]
DAY = ("--no-config", "--fail-on", "high", "--today", "2026-11-24", "--format", "concise")
GATE = ("check", "flows/x", *DAY, "--since", "main", "--exceptions-from", "main")
FILE = ("-c", "protocol.file.allow=always")


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    """A repository whose main protects the hop, on a branch that does not."""
    root = tmp_path / "repository"
    shutil.copytree(ROOT / "flows" / "plaintext-hop", root / "flows" / "x")
    case = root / "flows" / "x" / "case.yaml"
    bad = case.read_text(encoding="utf-8")
    assert bad.count("transport: none") == 1
    case.write_text(bad.replace("transport: none", "transport: tls-1.3"), encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    commit(root, "protected")
    git(root, "checkout", "-q", "-b", "change")
    case.write_text(bad, encoding="utf-8")
    commit(root, "bare")
    return root


def swallowed(root: Path, where: str) -> None:
    """Replace a folder of the repository by a submodule whose own main has the very same, finding included."""
    other = root.parent / f"other-{where.replace('/', '-')}"
    shutil.copytree(root / where, other)
    git(other, "init", "-q", "-b", "main")
    commit(other, "elsewhere")
    git(root, "rm", "-rq", where)
    git(root, *FILE, "submodule", "--quiet", "add", str(other), where)
    commit(root, "swallowed")


def test_a_change_that_loses_protection_fails(auditor: Run, protected: Path) -> None:
    assert auditor(*GATE, cwd=protected).returncode == 1


@pytest.mark.parametrize("where", ["flows/x", "flows"])
def test_a_submodule_does_not_say_what_was_known(auditor: Run, protected: Path, where: str) -> None:
    swallowed(protected, where)
    for cwd, case in (
        (protected, "flows/x"),
        (protected.parent, "repository/flows/x"),
        (protected / "flows/x", "."),
    ):
        for option in ("--since", "--exceptions-from"):
            done = auditor("check", case, *DAY, option, "main", cwd=cwd)
            assert (done.returncode, done.stdout) == (2, ""), (cwd, option)
            assert "another repository" in done.stderr or "submodule" in done.stderr


def test_a_link_to_a_submodule_does_not_either(auditor: Run, protected: Path) -> None:
    shutil.copytree(protected / "flows", protected / "vendor")
    swallowed(protected, "flows/x")
    (protected / "linked").symlink_to("flows/x")
    (protected / "around").symlink_to("flows")
    commit(protected, "linked")
    for case in ("linked", "around/x"):
        for cwd in (protected, protected.parent):
            path = os.path.relpath(protected / case, cwd)
            assert auditor("check", path, *DAY, "--since", "main", cwd=cwd).returncode == 2


def test_a_case_reached_through_a_link_is_refused(auditor: Run, protected: Path) -> None:
    (protected / "short").symlink_to("flows/x")
    for option, said in (("--since", "short: error: a link"), ("--exceptions-from", "leads through a link")):
        done = auditor("check", "short", *DAY, option, "main", cwd=protected)
        assert (done.returncode, done.stdout, said in done.stderr) == (2, "", True), done.stderr


def test_work_trees_of_one_repository_go_on_working(auditor: Run, protected: Path) -> None:
    git(protected, "worktree", "add", "-q", "inside", "protected")
    git(protected, "worktree", "add", "-q", "../beside", "bare")
    assert auditor(*GATE, cwd=protected / "inside").returncode == 0
    assert auditor(*GATE, cwd=protected.parent / "beside").returncode == 1
    away = ("check", "../beside/flows/x", *DAY, "--since", "main")
    assert auditor(*away, cwd=protected).returncode == 1
    assert (
        auditor("check", "repository/flows/x", *DAY, "--since", "main", cwd=protected.parent).returncode == 1
    )


def test_a_clone_of_another_repository_is_not_taken_for_this_one(
    auditor: Run, protected: Path, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "-q", str(protected), "clone")
    done = auditor("check", "../clone/flows/x", *DAY, "--since", "HEAD", cwd=protected)
    assert (done.returncode, "another repository" in done.stderr) == (2, True)


def loosened(folder: Path) -> None:
    (folder / "own.yaml").write_text(POLICY.replace("severity: high", "severity: low"), encoding="utf-8")


@pytest.fixture
def ruled(protected: Path) -> Path:
    """The same with packs of its own; beside the repository, in another one, the same packs loosened."""
    git(protected, "checkout", "-q", "main")
    (protected / "policies").mkdir()
    (protected / "policies" / "own.yaml").write_text(POLICY, encoding="utf-8")
    commit(protected, "ruled")
    git(protected, "checkout", "-q", "-b", "loosening")
    outside = protected.parent / "outside"
    outside.mkdir()
    loosened(outside)
    git(outside, "init", "-q")
    return protected


def test_packs_that_a_change_loosens_fail(auditor: Run, ruled: Path) -> None:
    loosened(ruled / "policies")
    assert auditor(*GATE, "--policy", "policies", cwd=ruled).returncode == 1


@pytest.mark.parametrize("option", ["--policy", "--knowledge"])
@pytest.mark.parametrize("name", ["policies", "policies/own.yaml", "above/policies"])
def test_packs_that_a_link_takes_out_of_the_repository_are_refused(
    auditor: Run, ruled: Path, name: str, option: str
) -> None:
    replaced = ruled / name.removesuffix("/policies")
    if name == "policies":
        shutil.rmtree(replaced)
    replaced.unlink(missing_ok=True)
    replaced.symlink_to(
        {"policies/own.yaml": "../../outside/own.yaml", "above/policies": ".."}.get(name, "../outside")
    )
    (ruled.parent / "policies").symlink_to("outside")
    for gate in (GATE, ("check", "flows/x", *DAY)):
        done = auditor(*gate, option, name, cwd=ruled)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{name}: error: a link that leads out of the repository" in done.stderr


def test_packs_outside_the_repository_may_be_links(auditor: Run, ruled: Path) -> None:
    (ruled.parent / "linked").symlink_to("outside")
    assert auditor(*GATE, "--policy", "../linked", cwd=ruled).returncode == 0


def test_packs_named_through_another_name_of_the_repository_are_not_read_as_they_stand(
    auditor: Run, ruled: Path
) -> None:
    loosened(ruled / "policies")
    (ruled.parent / "alias").symlink_to("repository")
    done = auditor("check", "../alias/flows/x", *DAY, "--since", "main", "--policy", "policies", cwd=ruled)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("flows/x/same.yaml", "case.yaml"),
        ("flows/x/out.yaml", "/etc/hostname"),
        ("flows/x/deep/gone.yml", "nowhere"),
        ("flows/x/folder.yaml", "."),
        ("policies/more.yaml", "own.yaml"),
    ],
)
def test_a_link_that_no_revision_would_follow_is_refused_before_it_is_merged(
    auditor: Run, ruled: Path, link: str, target: str
) -> None:
    (ruled / link).parent.mkdir(exist_ok=True)
    (ruled / link).symlink_to(target)
    done = auditor(*GATE, "--policy", "policies", cwd=ruled)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{link}: error: a link; what is compared with a revision has none" in done.stderr
    commit(ruled, "linked")
    (ruled / link).unlink()
    after = auditor("check", "flows/x", *DAY, "--policy", "policies", "--since", "linked", cwd=ruled)
    assert (after.returncode, "links are not followed" in after.stderr) == (2, True)


def test_links_that_are_no_part_of_a_case_disturb_nothing(auditor: Run, protected: Path) -> None:
    git(protected, "checkout", "-q", "protected")
    for name in ("note.txt", ".hidden.yaml", "auditor.yaml", "folder"):
        (protected / "flows" / "x" / name).symlink_to("/etc")
    assert auditor(*GATE, cwd=protected).returncode == 0


def known(auditor: Run, root: Path, case: str = "flows/x") -> None:
    done = auditor("baseline", case, "--accept-new", "--no-config", cwd=root)
    assert done.returncode == 0, done.stderr


def test_a_change_cannot_take_itself_into_the_baseline(auditor: Run, protected: Path) -> None:
    check = ("check", "flows/x", *DAY)
    git(protected, "checkout", "-q", "main")
    known(auditor, protected)
    commit(protected, "adopted")
    git(protected, "checkout", "-q", "-b", "worse")
    shutil.copy(ROOT / "flows" / "plaintext-hop" / "case.yaml", protected / "flows" / "x" / "case.yaml")
    known(auditor, protected)
    commit(protected, "taken-in")
    own = ("--baseline", "flows/x/baseline.yaml")
    assert auditor(*check, *own, cwd=protected).returncode == 0
    for options in (("--baseline-from", "main"), (*own, "--baseline-from", "main")):
        assert auditor(*check, *options, cwd=protected).returncode == 1
        done = auditor(*check[:-1], "text", *options, cwd=protected)
        assert "main:x/baseline.yaml" in done.stdout
    assert auditor(*check, "--baseline-from", "taken-in", cwd=protected).returncode == 0
    (protected / "flows" / "x" / "baseline.yaml").unlink()
    assert auditor(*check, "--baseline-from", "taken-in", cwd=protected).returncode == 0


def test_a_baseline_that_a_revision_does_not_have_or_not_soundly_is_refused(
    auditor: Run, protected: Path
) -> None:
    check = ("check", "flows/x", *DAY, "--baseline-from")
    gone = auditor(*check, "main", cwd=protected)
    assert (gone.returncode, gone.stdout) == (2, "")
    assert "no baseline in main: flows/x/baseline.yaml" in gone.stderr
    (protected / "flows" / "x" / "baseline.yaml").write_text(
        "auditor: 1\ncase: plaintext-hop\nbase: []\n", encoding="utf-8"
    )
    commit(protected, "broken")
    broken = auditor(*check, "broken", cwd=protected)
    assert (broken.returncode, "broken:x/baseline.yaml:3:1: error: unknown key: base" in broken.stderr) == (
        2,
        True,
    )


def test_a_change_that_is_compared_with_itself_is_told(auditor: Run, protected: Path) -> None:
    known(auditor, protected)
    commit(protected, "adopted")
    check = ("check", "flows/x", *DAY)
    for option, said in (
        ("since", "nothing can be new"),
        ("exceptions-from", "a change may exempt itself"),
        ("baseline-from", "a change may take itself in"),
    ):
        line = f"auditor: --{option} adopted is what is checked out: {said}\n"
        assert auditor(*check, f"--{option}", "adopted", cwd=protected).stderr == line
    assert auditor(*check, "--since", "bare", cwd=protected).stderr == ""
    case = protected / "flows" / "x" / "case.yaml"
    case.write_text(f"{case.read_text(encoding='utf-8')}\n", encoding="utf-8")
    assert auditor(*check, "--since", "HEAD", cwd=protected).stderr == ""


def test_a_name_that_is_not_text_is_refused_in_a_revision_too(auditor: Run, protected: Path) -> None:
    odd = protected / "flows" / "x" / os.fsdecode(b"odd-\xff.yaml")
    odd.write_text("auditor: 1\n", encoding="utf-8")
    there = auditor("check", "flows/x", *DAY, cwd=protected)
    assert (there.returncode, there.stdout) == (2, "")
    assert "flows/x/odd-\\xff.yaml: error: the name of this file is not UTF-8" in there.stderr
    commit(protected, "odd")
    odd.unlink()
    earlier = auditor("check", "flows/x", *DAY, "--since", "odd", cwd=protected)
    assert (earlier.returncode, "odd-\\xff.yaml: error: the name of this file" in earlier.stderr) == (2, True)


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("name", ["baseline.yaml", "exceptions.yaml"])
def test_nothing_is_written_through_a_link_out_of_the_repository(
    auditor: Run, protected: Path, name: str, there: bool
) -> None:
    outside = protected.parent / "written.yaml"
    if there:
        outside.write_text("auditor: 1\ncase: plaintext-hop\nbaseline: []\n", encoding="utf-8")
    before = outside.read_bytes() if there else None
    (protected / "flows" / "x" / name).symlink_to(outside)
    write = {
        "baseline.yaml": ("baseline", "flows/x", "--accept-new"),
        "exceptions.yaml": (
            *(
                "accept",
                "F-83eca787569355c9",
                "flows/x",
                "--until",
                "2027-04-01",
                "--on",
                "2026-11-24",
                "--by",
                "DPO",
            ),
            *("--reason", "The laboratory moves to TLS in March"),
        ),
    }[name]
    done = auditor(*write, "--no-config", cwd=protected)
    assert (done.returncode, "leads out of the repository" in done.stderr) == (2, True), done.stderr
    assert (outside.read_bytes() if outside.exists() else None) == before

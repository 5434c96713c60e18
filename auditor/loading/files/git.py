"""Asking git for objects, running nothing of a repository's own; and whose repository it is that holds a case.

What a repository could configure to run a program or to reach a network is switched off.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

from auditor.errors import UsageRefused
from auditor.loading.files.repository import git_root
from auditor.model.bilingual import Bilingual
from auditor.text.problems import files as words

HARDENED: Final = (
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.sshCommand=false"),
    *("-c", "protocol.allow=never"),
    *("-c", "credential.helper="),
)
KEPT: Final = ("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "XDG_CONFIG_HOME", "TMPDIR", "TEMP")
FORCED: Final = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "LC_ALL": "C",
}
SECONDS: Final = 120
#: How git marks a link and a submodule among the entries of a folder.
LINK: Final = "120000"
SUBMODULE: Final = "160000"
#: What git says in a repository without a commit.
NO_COMMIT: Final = b"Not a valid object name HEAD"


def git(root: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Give what git answers in `root`. Raises UsageRefused where it is not there or does not answer."""
    program = shutil.which("git")
    if program is None:
        raise UsageRefused(words.NO_GIT(), words.INSTALL_GIT())
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    try:
        return subprocess.run(  # noqa: S603  fixed arguments, no shell, the name of the revision checked
            [program, "-C", str(root), *HARDENED, *arguments],
            input=given,
            capture_output=True,
            check=False,
            timeout=SECONDS,
            env={**kept, **FORCED},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageRefused(words.GIT_SILENT(), words.GIT_SAYS(words=type(error).__name__)) from None


def hint(said: bytes) -> Bilingual:
    """Give the first line of what git said, else what most often is the matter."""
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return words.GIT_SAYS(words=lines[0]) if lines else words.SHALLOW()


def own_root(near: Path) -> Path:
    """Return the root of the repository around `near`; if the current folder is in a repository, both must be the same one.

    A submodule is written by others: what is called main there is not the branch that a change goes to. Raises UsageRefused.
    """
    root = git_root(near)
    if root is None:
        raise UsageRefused(words.IN_NO_REPOSITORY(path=near.as_posix()), words.LOOKED_FOR_THERE())
    here = git_root(Path())
    if here is not None and not _same(here, root):
        raise UsageRefused(words.OTHER_REPOSITORY(path=near.as_posix()), words.OF_ONE_REPOSITORY())
    if _taken_in(root) or _taken_in(root.resolve()):
        raise UsageRefused(words.IN_SUBMODULE(path=near.as_posix()), words.CLONE_OF_ITS_OWN())
    full = Path(os.path.abspath(near))  # noqa: PTH100  what git knows is the name, not what a link leads to
    if full.resolve() != root.resolve() / full.relative_to(root):
        raise UsageRefused(words.THROUGH_LINK(path=near.as_posix()), words.NAME_THAT())
    return root


def submodules(root: Path, path: str) -> list[str]:
    """Give the submodules of the working tree at or below `path`, which is from the root. Raises UsageRefused."""
    listed = git(root, "ls-files", "--stage", "-z", "--", *([] if path == "." else [path]))
    if listed.returncode:
        raise UsageRefused(words.SUBMODULE_UNCLEAR(name=path), hint(listed.stderr))
    entries = (line.partition(b"\t") for line in listed.stdout.split(b"\0"))
    return sorted(os.fsdecode(name) for head, _, name in entries if head.startswith(SUBMODULE.encode()))


def _same(one: Path, other: Path) -> bool:
    """Tell whether two folders are of one repository: the same, or two work trees of it."""
    return one.resolve() == other.resolve() or _kept_in(one) == _kept_in(other) is not None


def _kept_in(root: Path) -> Path | None:
    found = git(root, "rev-parse", "--git-common-dir")
    return None if found.returncode else (root / os.fsdecode(found.stdout.rstrip(b"\n"))).resolve()


def _taken_in(root: Path) -> bool:
    """Tell whether a repository around `root` has it as a submodule, or as a link, or is itself one of another."""
    outer = git_root(root.parent)
    if outer is None:
        return False
    listed = git(outer, "ls-tree", "-z", "--full-tree", "HEAD", "--", root.relative_to(outer).as_posix())
    if listed.returncode and NO_COMMIT not in listed.stderr:
        raise UsageRefused(words.SUBMODULE_UNCLEAR(name=root.name), hint(listed.stderr))
    return listed.stdout[:6].decode("ascii", "replace") in (LINK, SUBMODULE) or _taken_in(outer)

"""The YAML files of a case as they were in a revision of a git repository; git is asked for objects, and runs nothing of theirs.

Only `rev-parse`, `ls-tree` and `cat-file` are used: none checks anything out, runs a hook or a filter, or reads the index.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from auditor.errors import NothingToCheck, Problem, Refused, UsageRefused
from auditor.loading.files.document import MAX_BYTES
from auditor.loading.files.folder import SUFFIXES, File, beside, is_text, misnamed
from auditor.loading.files.git import LINK, git, hint, own_root

#: What a name of a revision may look like; whatever begins with a dash would be an option.
REVISION: Final = re.compile(r"^[A-Za-z0-9_@][A-Za-z0-9_@{}./^~+-]*$")
BLOB: Final = "blob"


class Revision(Struct, frozen=True):
    """A commit of a repository: `name` as it was asked for, `commit` its full hash."""

    root: Path
    name: str
    commit: str

    def yaml_files(self, paths: Sequence[Path], aside: Collection[str] = ()) -> list[File]:
        """Give the YAML files named, or below a folder named, cited as those of the working tree are.

        Raises Refused for a path that this revision does not have, NothingToCheck where nothing is in them.
        """
        found: dict[str, bytes] = {}
        problems: list[Problem] = []
        for path in paths:
            given = self._inside(path)
            entries = _entries(self, given)
            if not entries:
                problems.append(Problem(path.as_posix(), 0, 0, f"no such file or folder in {self.name}"))
                continue
            alone = [name for _, _, name in entries] == [given]
            base = (self.root / given).parent.parent if alone else (self.root / given).parent
            chosen = [entry for entry in entries if alone or _wanted(entry[2], given)]
            chosen = [entry for entry in chosen if not _aside(entry[2], given, aside, alone=alone)]
            problems += [
                Problem(name, 0, 0, f"a link; in a revision ({self.name}) links are not followed")
                for mode, _, name in chosen
                if mode == LINK
            ]
            problems += [misnamed(name) for _, _, name in chosen if not is_text(name)]
            blobs = [
                (hashed, (self.root / name).relative_to(base).as_posix())
                for mode, hashed, name in chosen
                if mode != LINK
            ]
            found.update(
                zip(
                    [cited for _, cited in blobs],
                    _contents(self, [hashed for hashed, _ in blobs]),
                    strict=True,
                )
            )
        if problems:
            raise Refused(problems)
        if not any(data.strip() for data in found.values()):
            raise NothingToCheck(", ".join(f"{self.name}:{path.as_posix()}" for path in paths))
        return sorted(found.items())

    def nearest_file(self, path: Path, name: str) -> list[File]:
        """Give the file called `name` beside or above a case, as it was in this revision; none where there was none."""
        given = self._inside(path)
        folder = self.root / given
        if [found for _, _, found in _entries(self, given)] == [given]:
            folder = folder.parent
        inside = [place for place in (folder, *folder.parents) if place.is_relative_to(self.root)]
        return next((found for place in inside if (found := self.one_file(place / name, path))), [])

    def one_file(self, file: Path, case: Path) -> list[File]:
        """Give a file as it was in this revision, cited from where the files of `case` are; none where there was none."""
        entries = _entries(self, self._inside(file))
        if len(entries) != 1 or entries[0][0] == LINK:
            return []
        return [(beside(file, case), _contents(self, [entries[0][1]])[0])]

    def has(self, path: Path) -> bool:
        """Tell whether this revision has something at `path`."""
        return bool(_entries(self, self._inside(path)))

    def _inside(self, path: Path) -> str:
        full = Path(os.path.abspath(path))  # noqa: PTH100
        if not full.is_relative_to(self.root):
            raise UsageRefused(
                f"{path.as_posix()} is not in the repository", "a revision holds what is below its root"
            )
        return full.relative_to(self.root).as_posix()


def revision(name: str, near: Path) -> Revision:
    """Give the commit that `name` names in the repository around `near`. Raises UsageRefused."""
    root = own_root(near)
    if not REVISION.match(name) or ".." in name:
        raise UsageRefused(
            f"not the name of a revision: {name}", "a branch, a tag or a commit, as in main or HEAD~1"
        )
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    commit = found.stdout.decode().strip()
    if found.returncode or not re.fullmatch(r"[0-9a-f]{40,64}", commit):
        raise UsageRefused(f"no such revision: {name}", hint(found.stderr))
    return Revision(root, name, commit)


def _wanted(name: str, given: str) -> bool:
    below = name if given == "." else name[len(given) + 1 :]
    return name.endswith(SUFFIXES) and not any(part.startswith(".") for part in below.split("/"))


def _aside(name: str, given: str, aside: Collection[str], *, alone: bool) -> bool:
    return name.rpartition("/")[2] in aside and (alone or (name.rpartition("/")[0] or ".") == given)


def _entries(rev: Revision, path: str) -> list[tuple[str, str, str]]:
    """Give the files at or below `path` as (mode, hash, name from the root); submodules are left out."""
    where = [] if path == "." else [path]
    listed = git(rev.root, "ls-tree", "-r", "-l", "-z", "--full-tree", rev.commit, "--", *where)
    if listed.returncode:
        raise UsageRefused(f"git cannot list {rev.name}", hint(listed.stderr))
    found = []
    for line in listed.stdout.split(b"\0"):
        head, _, name = line.partition(b"\t")
        parts = head.decode("ascii").split()
        if len(parts) == 4 and parts[1] == BLOB:
            if int(parts[3]) > MAX_BYTES and os.fsdecode(name).endswith(SUFFIXES):
                message = f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB in {rev.name}"
                raise Refused([Problem(os.fsdecode(name), 0, 0, message)])
            found.append((parts[0], parts[2], os.fsdecode(name)))
    return sorted(found, key=lambda entry: entry[2])


def _contents(rev: Revision, hashes: Sequence[str]) -> list[bytes]:
    """Give the bytes of each object."""
    if not hashes:
        return []
    asked = "".join(f"{hashed}\n" for hashed in hashes).encode()
    done = git(rev.root, "cat-file", "--batch", given=asked)
    found, at = [], 0
    for hashed in hashes:
        end = done.stdout.find(b"\n", at)
        head = done.stdout[at:end].split()
        if done.returncode or end < 0 or len(head) != 3 or head[1] != BLOB.encode():
            raise UsageRefused(f"git cannot read {hashed} of {rev.name}", hint(done.stderr))
        size = int(head[2])
        found.append(done.stdout[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return found

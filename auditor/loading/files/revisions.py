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

from auditor.errors import NothingToCheck, Problem, Refused, UsageRefused, at_file
from auditor.loading.files.document import MAX_BYTES
from auditor.loading.files.folder import SUFFIXES, File, beside, is_text, misnamed
from auditor.loading.files.git import LINK, git, hint, own_root
from auditor.text.cleaned import cleaned
from auditor.text.grammar import both
from auditor.text.problems import files as words
from auditor.text.problems.yaml import TOO_LARGE_IN

#: What a name of a revision may look like; whatever begins with a dash would be an option.
REVISION: Final = re.compile(r"^[A-Za-z0-9_@][A-Za-z0-9_@{}./^~+-]*\Z")
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
                problems.append(at_file(path.as_posix(), words.NOT_THERE_IN(revision=self.name)))
                continue
            alone = [name for _, _, name in entries] == [given]
            base = (self.root / given).parent.parent if alone else (self.root / given).parent
            chosen = [entry for entry in entries if alone or _wanted(entry[2], given)]
            chosen = [entry for entry in chosen if not _aside(entry[2], given, aside, alone=alone)]
            problems += [
                at_file(name, words.LINK_IN_REVISION(revision=self.name))
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
            raise NothingToCheck(both(cleaned(", ".join(f"{self.name}:{path.as_posix()}" for path in paths))))
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
            raise UsageRefused(words.NOT_IN_REPOSITORY(path=path.as_posix()), words.BELOW_ROOT())
        return full.relative_to(self.root).as_posix()


def revision(name: str, near: Path) -> Revision:
    """Give the commit that `name` names in the repository around `near`. Raises UsageRefused."""
    root = own_root(near)
    if not REVISION.match(name) or ".." in name:
        raise UsageRefused(words.NOT_A_REVISION(name=name), words.REVISION_HINT())
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    commit = found.stdout.decode().strip()
    if found.returncode or not re.fullmatch(r"[0-9a-f]{40,64}", commit):
        raise UsageRefused(words.NO_REVISION(name=name), hint(found.stderr))
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
        raise UsageRefused(words.GIT_CANNOT_LIST(revision=rev.name), hint(listed.stderr))
    found = []
    for line in listed.stdout.split(b"\0"):
        head, _, name = line.partition(b"\t")
        parts = head.decode("ascii").split()
        if len(parts) == 4 and parts[1] == BLOB:
            if int(parts[3]) > MAX_BYTES and os.fsdecode(name).endswith(SUFFIXES):
                message = TOO_LARGE_IN(limit=MAX_BYTES // 1024 // 1024, revision=rev.name)
                raise Refused([at_file(os.fsdecode(name), message)])
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
            raise UsageRefused(words.GIT_CANNOT_READ(object=hashed, revision=rev.name), hint(done.stderr))
        size = int(head[2])
        found.append(done.stdout[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return found

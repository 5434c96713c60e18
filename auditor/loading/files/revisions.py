"""The YAML files of a case as they were in a revision of a git repository; git only hands out objects and runs no code of the repository.

Only `rev-parse`, `ls-tree` and `cat-file` are used: none checks anything out, runs a hook or a filter, or reads the index.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from auditor.errors import NothingToCheck, Problem, Refused, UsageRefused, at_file
from auditor.loading.files.folder import File, beside, is_empty, is_text, misnamed
from auditor.loading.files.git import LINK, SUBMODULE, git, hint, own_root
from auditor.loading.files.overlooked import HEAD, NEARLY, SUFFIXES, begins_as_case, copied, misspelt
from auditor.loading.files.regular import MAX_BYTES
from auditor.text.cleaned import cleaned
from auditor.text.grammar import both
from auditor.text.problems import files as words
from auditor.text.problems.yaml import TOO_LARGE_IN

#: What a name of a revision may look like; whatever begins with a dash would be an option.
REVISION: Final = re.compile(r"^[A-Za-z0-9_@][A-Za-z0-9_@{}./^~+-]*\Z")
#: Names that nobody can take, as git looks for them outside of branches and tags.
CERTAIN: Final = frozenset({"HEAD", "@", ""})
FULL_ID: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
#: What git reads as the beginning of an id, alone or at the end of what `git describe` gives.
ABBREVIATED: Final = re.compile(r"^[0-9a-f]{4,}\Z|-g[0-9a-f]{4,}\Z", re.IGNORECASE)
KINDS: Final = ("tags", "heads", "remotes")
USUAL_REMOTE: Final = "origin"
BLOB: Final = "blob"
#: Mode, hash and name from the root.
Entry = tuple[str, str, str]


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
            listed = _listed(self, given)
            entries = [entry for entry in listed if entry[0] != SUBMODULE]
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
            problems += [
                at_file(name, words.SUBMODULE_INSIDE(), words.BRING_IT_IN())
                for mode, _, name in listed
                if mode == SUBMODULE
            ]
            problems += [misnamed(name) for _, _, name in chosen if not is_text(name)]
            problems += [] if alone else list(self._overlooked(entries, given))
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
        if all(map(is_empty, found.values())):
            raise NothingToCheck(both(cleaned(", ".join(f"{self.name}:{path.as_posix()}" for path in paths))))
        return sorted(found.items())

    def _overlooked(self, entries: Sequence[Entry], given: str) -> Iterator[Problem]:
        """Give what lies below `given` and would be taken for a part of the case, but is not read."""
        yield from (
            at_file(name, words.MISSPELT(), words.RENAME_SUFFIX()) for _, _, name in entries if misspelt(name)
        )
        names = {name for _, _, name in entries}
        unread = [
            entry
            for entry in entries
            if not _wanted(entry[2], given)
            and (entry[2].endswith(SUFFIXES) or _otherwise_named(entry[2], names))
        ]
        contents = _contents(self, [hashed for _, hashed, _ in unread])
        for (_, _, name), data in zip(unread, contents, strict=True):
            if name.endswith(SUFFIXES) and re.search(HEAD, data):
                yield at_file(name, words.HIDDEN(), words.HIDDEN_HINT())
            elif begins_as_case(data):
                yield at_file(name, words.OTHERWISE_NAMED(), words.RENAME_OR_MOVE())

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
    _refuse_doubtful(root, name)
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    commit = found.stdout.decode().strip()
    if found.returncode or not re.fullmatch(r"[0-9a-f]{40,64}", commit):
        raise UsageRefused(words.NO_REVISION(name=name), hint(found.stderr))
    return Revision(root, name, commit)


def _refuse_doubtful(root: Path, name: str) -> None:
    """Raise UsageRefused for a name that git may take for another: whoever may push a tag or a branch would choose the base.

    gitrevisions(7) lists where git looks for a name, in which order; the first that is there wins, the others are not told.
    """
    word = re.split(r"[~^]|@\{", name)[0]
    if word in CERTAIN or FULL_ID.fullmatch(word):
        return
    remote = word.partition("/")[0]
    places = (f"refs/{word}", *(f"refs/{kind}/{word}" for kind in KINDS), f"refs/remotes/{word}/HEAD")
    listed = git(root, "for-each-ref", "--format=%(refname)", *places, word, f"refs/remotes/{remote}")
    there = listed.stdout.decode("utf-8", "replace").splitlines()
    named = [place for place in (*places, word) if place in there]
    of_remote = "/" in word and (
        remote == USUAL_REMOTE or any(ref.startswith(f"refs/remotes/{remote}/") for ref in there)
    )
    if len(named) > 1:
        raise UsageRefused(words.SEVERAL_REVISIONS(name=name, places=", ".join(named)), words.BY_FULL_ID())
    if named and of_remote and not named[0].startswith("refs/remotes/"):
        raise UsageRefused(words.LOOKS_REMOTE(name=name, place=named[0]), words.BY_FULL_ID())
    if named and ABBREVIATED.search(word):
        raise UsageRefused(words.LOOKS_LIKE_ID(name=name, place=named[0]), words.BY_FULL_ID())


def _otherwise_named(name: str, names: Collection[str]) -> bool:
    return re.search(NEARLY, name.rpartition("/")[2]) is not None and not copied(name, names)


def _wanted(name: str, given: str) -> bool:
    below = name if given == "." else name[len(given) + 1 :]
    return name.endswith(SUFFIXES) and not any(part.startswith(".") for part in below.split("/"))


def _aside(name: str, given: str, aside: Collection[str], *, alone: bool) -> bool:
    return name.rpartition("/")[2] in aside and (alone or (name.rpartition("/")[0] or ".") == given)


def _entries(rev: Revision, path: str) -> list[Entry]:
    """Give the files at or below `path`."""
    return [entry for entry in _listed(rev, path) if entry[0] != SUBMODULE]


def _listed(rev: Revision, path: str) -> list[Entry]:
    """Give the files and submodules at or below `path` as (mode, hash, name from the root)."""
    where = [] if path == "." else [path]
    listed = git(rev.root, "ls-tree", "-r", "-l", "-z", "--full-tree", rev.commit, "--", *where)
    if listed.returncode:
        raise UsageRefused(words.GIT_CANNOT_LIST(revision=rev.name), hint(listed.stderr))
    found = []
    for line in listed.stdout.split(b"\0"):
        head, _, name = line.partition(b"\t")
        parts = head.decode("ascii").split()
        if len(parts) == 4 and (parts[1] == BLOB or parts[0] == SUBMODULE):
            called, large = os.fsdecode(name), parts[1] == BLOB and int(parts[3]) > MAX_BYTES
            if large and called.endswith(SUFFIXES):
                message = TOO_LARGE_IN(limit=MAX_BYTES // 1024 // 1024, revision=rev.name)
                raise Refused([at_file(called, message)])
            if not (large and re.search(NEARLY, called)):
                found.append((parts[0], parts[2], called))
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

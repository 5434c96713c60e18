"""The files of a case and of what it is held against, from the working tree or from a revision of its repository."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from auditor.api.read import Sources
from auditor.errors import Problem, Refused, UsageRefused, at_file
from auditor.loading.files.folder import File, links, one_file, yaml_files
from auditor.loading.files.repository import ASIDE, EXCEPTIONS, git_root, leads_out, nearest_file
from auditor.model.dates import is_day
from auditor.model.scalars import DAY_PATTERN
from auditor.text.problems import usage as words
from auditor.text.problems.files import LEADS_OUT, LINK_COMPARED

if TYPE_CHECKING:
    from auditor.loading.files.revisions import Revision


class Asked(Struct, frozen=True):
    """What a request names besides the case: own packs, own knowledge, and where exceptions are read.

    Exceptions are in the file named, else in the nearest exceptions.yaml beside or above the case; `exceptions_from` reads
    them as they were in a revision, so that a change cannot exempt itself.
    """

    policies: Sequence[Path] = ()
    knowledge: Sequence[Path] = ()
    exceptions: Path | None = None
    exempting: bool = True
    exceptions_from: str = ""


def from_folder(paths: Sequence[Path], asked: Asked) -> Sources:
    """Give the sources of the case at `paths` as they stand on disk. Raises Refused, NothingToCheck, UsageRefused.

    Own packs and knowledge that the repository holds by name but links to elsewhere are refused: no revision keeps them.
    """
    out = [path for path in (*asked.policies, *asked.knowledge) if leads_out(path)]
    if out:
        raise Refused([at_file(path.as_posix(), LEADS_OUT()) for path in out])
    return Sources(
        case=yaml_files(paths, ASIDE),
        policies=yaml_files(asked.policies) if asked.policies else [],
        knowledge=[yaml_files([path]) for path in asked.knowledge],
        exceptions=_exceptions(paths[0], asked),
        earlier=bool(asked.exceptions_from),
    )


def from_revision(revision: Revision, paths: Sequence[Path], asked: Asked) -> Sources:
    """Give the sources of the case at `paths` as they were in a revision; own packs that it did not have yet are left out.

    Packs and knowledge outside the repository are read where they are. Raises as `from_folder`, its problems citing the revision.
    """
    try:
        return Sources(
            case=revision.yaml_files(paths, ASIDE),
            policies=theirs(revision, asked.policies),
            knowledge=[files for path in asked.knowledge if (files := theirs(revision, [path]))],
            exceptions=_exceptions(paths[0], asked, revision),
            earlier=True,
        )
    except Refused as refused:
        raise Refused([within(problem, revision.name) for problem in refused.problems]) from None


def within(problem: Problem, name: str) -> Problem:
    """Give a problem with its path cited as in the revision `name`."""
    cited = (
        f"{name}:{problem.path}" if problem.path and not problem.path.startswith(f"{name}:") else problem.path
    )
    return replace(problem, path=cited)


def without_links(paths: Sequence[Path], asked: Asked) -> None:
    """Look for links among what is to be compared with a revision, which follows none. Raises Refused with each."""
    root = git_root(paths[0])
    problems: list[Problem] = []
    for path in (*paths, *asked.policies, *asked.knowledge):
        full = Path(os.path.abspath(path))  # noqa: PTH100  what git knows is the name, not what a link leads to
        if root is None or not full.is_relative_to(root):
            continue
        through = full.resolve() != root.resolve() / full.relative_to(root)
        message = LEADS_OUT() if leads_out(path) else LINK_COMPARED()
        problems += [
            at_file(link, message) for link in ([path.as_posix()] if through else links(path, ASIDE))
        ]
    if problems:
        raise Refused(problems)


def theirs(revision: Revision, paths: Sequence[Path]) -> list[File]:
    """Give what a revision has of packs or knowledge; what the repository holds is told by its name, not by where it leads."""
    root = revision.root
    inside = [
        path
        for path in paths
        if Path(os.path.abspath(path)).is_relative_to(root)  # noqa: PTH100
        or path.resolve().is_relative_to(root.resolve())
    ]
    outside = [path for path in paths if path not in inside]
    there = [path for path in inside if revision.has(path)]
    return [*(revision.yaml_files(there) if there else []), *(yaml_files(outside) if outside else [])]


def _exceptions(path: Path, asked: Asked, revision: Revision | None = None) -> list[File]:
    if not asked.exempting:
        return []
    if asked.exceptions_from:
        from auditor.loading.files.revisions import revision as found

        revision = found(asked.exceptions_from, path)
    if revision is not None:
        return (
            revision.nearest_file(path, EXCEPTIONS)
            if asked.exceptions is None
            else revision.one_file(asked.exceptions, path)
        )
    nearest = asked.exceptions or nearest_file(path, EXCEPTIONS)
    return [one_file(nearest, path)] if nearest is not None else []


def day(today: str, epoch: str = "") -> str:
    """Give the day that is written, else the one that seconds since 1970 fall on (UTC), else none. Raises UsageRefused."""
    if today:
        if not re.match(DAY_PATTERN, today) or not is_day(today):
            raise UsageRefused(words.NOT_A_DAY(text=today), words.DAY_HINT())
        return today
    if not epoch:
        return ""
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise UsageRefused(words.EPOCH(text=epoch)) from None

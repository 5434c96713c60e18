"""The files of a case and of what it is held against, from the working tree or from a revision of its repository."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from auditor.api.request import Request
from auditor.errors import Problem, Refused, UsageRefused, at_file
from auditor.loading.files.folder import File, links, one_file, yaml_files
from auditor.loading.files.repository import (
    ASIDE,
    EXCEPTIONS,
    git_root,
    leads_out,
    nearest_file,
)
from auditor.model.dates import is_day
from auditor.model.scalars import DAY_PATTERN
from auditor.text import problems as words

if TYPE_CHECKING:
    from auditor.loading.files.revisions import Revision


class Sources(Struct, frozen=True):
    """The files that a verdict depends on, besides shipped ones, as read from a folder or from a git revision.

    Each list of `knowledge` is a layer that goes before those under it. `earlier` tells that exceptions come from another revision than the packs of rules: they may name rules that are gone.
    """

    case: list[File]
    policies: list[File] = []
    knowledge: list[list[File]] = []
    exceptions: list[File] = []
    earlier: bool = False


def from_folder(request: Request) -> Sources:
    """Give the sources of a request as they stand on disk. Raises Refused, NothingToCheck, UsageRefused.

    Whatever the repository holds by name but links to elsewhere is refused, all of it at once: no revision keeps it, and what
    is wrong in it would be shown.
    """
    named = (*request.paths, *request.policies, *request.knowledge, request.exceptions, request.baseline)
    out = [path for path in named if path is not None and leads_out(path)]
    if out:
        raise Refused([at_file(path.as_posix(), words.files.LEADS_OUT()) for path in out])
    return around(yaml_files(request.paths, ASIDE), request)


def around(case: list[File], request: Request) -> Sources:
    """Give the files of a case with what a request holds them against as it stands on disk. Raises Refused, NothingToCheck."""
    return Sources(
        case=case,
        policies=yaml_files(request.policies) if request.policies else [],
        knowledge=[yaml_files([path]) for path in request.knowledge],
        exceptions=_exceptions(request),
        earlier=bool(request.exceptions_from),
    )


def from_revision(revision: Revision, request: Request) -> Sources:
    """Give the sources of a request as they were in a revision; own packs that it did not have yet are left out.

    Packs and knowledge outside the repository are read where they are. Raises as `from_folder`, its problems citing the revision.
    """
    try:
        return Sources(
            case=revision.yaml_files(request.paths, ASIDE),
            policies=theirs(revision, request.policies),
            knowledge=[files for path in request.knowledge if (files := theirs(revision, [path]))],
            exceptions=_exceptions(request, revision),
            earlier=True,
        )
    except Refused as refused:
        raise Refused([within(problem, revision.name) for problem in refused.problems]) from None


def within(problem: Problem, name: str) -> Problem:
    """Give a problem with its path cited as in the revision `name`."""
    cited = (
        f"{name}:{problem.path}" if problem.path and not problem.path.startswith(f"{name}:") else problem.path
    )
    return problem._replace(path=cited)


def without_links(request: Request) -> None:
    """Look for links and submodules among what is to be compared with a revision, which follows none. Raises Refused with each."""
    from auditor.loading.files.git import submodules

    root = git_root(request.paths[0])
    problems: list[Problem] = []
    for path in (*request.paths, *request.policies, *request.knowledge):
        full = Path(os.path.abspath(path))  # noqa: PTH100  what git knows is the name, not what a link leads to
        if root is None or not full.is_relative_to(root):
            continue
        through = full.resolve() != root.resolve() / full.relative_to(root)
        message = words.files.LEADS_OUT() if leads_out(path) else words.files.LINK_COMPARED()
        problems += [
            at_file(link, message) for link in ([path.as_posix()] if through else links(path, ASIDE))
        ]
        problems += [
            at_file(name, words.files.SUBMODULE_INSIDE(), words.files.BRING_IT_IN())
            for name in submodules(root, full.relative_to(root).as_posix())
        ]
    if problems:
        raise Refused(problems)


def theirs(revision: Revision, paths: Sequence[Path]) -> list[File]:
    """Return the packs or knowledge files of a revision, found by their path in the repository; links are not followed."""
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


def _exceptions(request: Request, revision: Revision | None = None) -> list[File]:
    case, file = request.paths[0], request.exceptions
    if request.no_exceptions:
        return []
    if request.exceptions_from:
        from auditor.loading.files.revisions import revision as found

        revision = found(request.exceptions_from, case)
    if revision is not None:
        return revision.nearest_file(case, EXCEPTIONS) if file is None else revision.one_file(file, case)
    nearest = file or nearest_file(case, EXCEPTIONS)
    return [one_file(nearest, case)] if nearest is not None else []


def day(today: str, epoch: str = "") -> str:
    """Give the day that is written, else the one that seconds since 1970 fall on (UTC), else none. Raises UsageRefused."""
    if today:
        if not re.match(DAY_PATTERN, today) or not is_day(today):
            raise UsageRefused(words.usage.NOT_A_DAY(text=today), words.usage.DAY_HINT())
        return today
    if not epoch:
        return ""
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise UsageRefused(words.usage.EPOCH(text=epoch)) from None

"""A check as a gate: a case held against its policies, its exceptions, and what was known before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct, structs

from auditor.api.assess import assess
from auditor.api.read import made
from auditor.api.request import Request
from auditor.api.sources import Asked, from_folder, from_revision, within, without_links
from auditor.errors import NothingToCheck, Refused, UsageRefused
from auditor.judging.baseline_status import Before, Earlier
from auditor.loading.files.folder import File, beside, one_file
from auditor.model.materials import Materials
from auditor.model.result import Result


class Known(Struct, frozen=True):
    """Where to read what was known before: a baseline file, there or as it was in a revision; or a revision, which comes first."""

    baseline: Path | None = None
    since: str = ""
    baseline_from: str = ""


def held(paths: Sequence[Path], asked: Asked, request: Request) -> Materials:
    """Give the materials of a case with the exceptions to it. Raises as `api.read.made`."""
    return made(from_folder(paths, asked), request)


def gated(paths: Sequence[Path], asked: Asked, request: Request, before: Known) -> Result:
    """Give the result of a check. Raises as `api.read.made`, and UsageRefused for a baseline of another case."""
    if before.since:
        without_links(paths, asked)
    materials = held(paths, asked, request)
    return assess(
        materials,
        fail_on=request.fail_on,
        min_confidence=request.min_confidence,
        before=_before(before, paths, asked, materials, request),
    )


def _before(
    before: Known, paths: Sequence[Path], asked: Asked, materials: Materials, request: Request
) -> Before | None:
    if before.since:
        from auditor.api.diff import since

        return since(before.since, paths, asked, materials, request)
    if before.baseline_from:
        return _as_it_was(before, paths[0], materials)
    if before.baseline is None:
        return None
    return _of_baseline(
        one_file(before.baseline), before.baseline, beside(before.baseline, paths[0]), materials
    )


def _as_it_was(before: Known, case: Path, materials: Materials) -> Before:
    from auditor.api.baseline import where
    from auditor.loading.files.revisions import revision

    path = before.baseline or where(case)
    found = revision(before.baseline_from, case).one_file(path, case)
    if not found:
        raise UsageRefused(
            f"no baseline in {before.baseline_from}: {path.as_posix()}",
            "a first baseline is there once it is merged",
        )
    cited, data = found[0]
    try:
        return _of_baseline((cited, data), path, f"{before.baseline_from}:{cited}", materials)
    except Refused as refused:
        raise Refused([within(problem, before.baseline_from) for problem in refused.problems]) from None


def _of_baseline(file: File, path: Path, cited: str, materials: Materials) -> Before:
    from auditor.loading.baseline_files import load_baseline

    baseline = load_baseline(*file)
    if baseline.case != materials.case.case.id:
        raise UsageRefused(
            f"{path.as_posix()} is the baseline of {baseline.case}, not of {materials.case.case.id}"
        )
    chosen = [
        entry for entry in baseline.baseline if not materials.selected or entry.rule in materials.selected
    ]
    return Before(
        against=cited,
        findings={
            e.finding.removeprefix("F-"): Earlier(
                severity=e.severity, confidence=e.confidence, subjects=frozenset(e.subjects)
            )
            for e in chosen
        },
    )


#: What is no safeguard where a revision is the very state that is checked.
MOOT: Final = {
    "since": "nothing can be new",
    "exceptions-from": "a change may exempt itself",
    "baseline-from": "a change may take itself in",
}


def moot(paths: Sequence[Path], asked: Asked, before: Known) -> list[str]:
    """Give a line for each revision that is what is checked out, with the case, packs and knowledge as they are there."""
    named = {
        "since": before.since,
        "exceptions-from": asked.exceptions_from,
        "baseline-from": before.baseline_from,
    }
    return [
        f"--{option} {name} is what is checked out: {MOOT[option]}"
        for option, name in named.items()
        if name and _checked_out(name, paths, asked)
    ]


def _checked_out(name: str, paths: Sequence[Path], asked: Asked) -> bool:
    from auditor.loading.files.revisions import revision

    earlier = revision(name, paths[0])
    if earlier.commit != revision("HEAD", paths[0]).commit:
        return False
    bare = structs.replace(asked, exempting=False)
    try:
        now, then = from_folder(paths, bare), from_revision(earlier, paths, bare)
    except (Refused, NothingToCheck):
        return False
    return (now.case, now.policies, now.knowledge) == (then.case, then.policies, then.knowledge)

"""A check as a gate: a case held against its policies, its exceptions, and what was known before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from auditor.api.assess import assess
from auditor.api.read import made
from auditor.api.request import Request
from auditor.api.sources import Asked, from_folder
from auditor.errors import UsageRefused
from auditor.judging.standing import Before, Earlier
from auditor.loading.folder import beside, one_file
from auditor.model.materials import Materials
from auditor.model.result import Result


class Known(Struct, frozen=True):
    """Where to read what was known before: a baseline file, or a revision, which comes first."""

    baseline: Path | None = None
    since: str = ""


def held(paths: Sequence[Path], asked: Asked, request: Request) -> Materials:
    """Give the materials of a case with the exceptions to it. Raises as `api.read.made`."""
    return made(
        from_folder(paths, asked),
        as_of=request.as_of,
        select=request.select,
        knowledge_date=request.knowledge_date,
        today=request.today,
    )


def gated(paths: Sequence[Path], asked: Asked, request: Request, before: Known) -> Result:
    """Give the result of a check. Raises as `api.read.made`, and UsageRefused for a baseline of another case."""
    materials = held(paths, asked, request)
    return assess(
        materials,
        fail_on=request.fail_on,
        min_confidence=request.min_confidence,
        before=_before(before, paths, asked, materials, request),
    )


def _before(before: Known, paths: Sequence[Path], asked: Asked, materials: Materials, request: Request) -> Before | None:
    if before.since:
        from auditor.api.diff import since

        return since(before.since, paths, asked, materials, request)
    return None if before.baseline is None else _of_baseline(before.baseline, paths[0], materials)


def _of_baseline(path: Path, case: Path, materials: Materials) -> Before:
    from auditor.loading.baseline_files import load_baseline

    baseline = load_baseline(*one_file(path))
    if baseline.case != materials.case.case.id:
        raise UsageRefused(f"{path.as_posix()} is the baseline of {baseline.case}, not of {materials.case.case.id}")
    chosen = [entry for entry in baseline.baseline if not materials.selected or entry.rule in materials.selected]
    return Before(
        beside(path, case),
        {e.finding.removeprefix("F-"): Earlier(e.severity, e.confidence, frozenset(e.subjects)) for e in chosen},
    )

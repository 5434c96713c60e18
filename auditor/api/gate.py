"""A check as a gate: a case held against its policies, its exceptions, and what was known before."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, structs

from auditor.api.assess import Supposing, assess
from auditor.api.read import read
from auditor.api.request import Request
from auditor.api.sources import from_folder, from_revision, within, without_links
from auditor.errors import NothingToCheck, Refused, UsageRefused
from auditor.judging.baseline_status import Before, Earlier
from auditor.loading.files.folder import File, beside, one_file
from auditor.model.bilingual import Bilingual
from auditor.model.materials import Materials
from auditor.model.result.document import Result
from auditor.model.result.shown import WHOLE, Shown
from auditor.text import problems as words
from auditor.text.command_line import MOOT


class Judged(Struct, frozen=True):
    """A case that was read, and what it comes to."""

    materials: Materials
    result: Result


def judge(request: Request, *, shown: Shown = WHOLE, supposing: Supposing | None = None) -> Judged:
    """Give what the case of a request comes to, held against its policies, its exceptions and what was known before.

    `shown` and `supposing` are as in `api.assess.assess`. Raises as `api.read.read`, and UsageRefused for a
    baseline of another case.
    """
    if request.since:
        without_links(request)
    return judged_on(request, read(request), shown=shown, supposing=supposing)


def judged_on(
    request: Request,
    materials: Materials,
    *,
    shown: Shown = WHOLE,
    supposing: Supposing | None = None,
) -> Judged:
    """Give what the materials of a request come to, held against what was known before."""
    result = assess(
        materials,
        fail_on=request.fail_on,
        min_confidence=request.min_confidence,
        fail_on_open=request.fail_on_open,
        min_decided=request.min_decided,
        before=_before(request, materials),
        shown=shown,
        supposing=supposing,
    )
    return Judged(materials, result)


def _before(request: Request, materials: Materials) -> Before | None:
    if request.since:
        from auditor.api.diff import since

        return since(request, materials)
    if request.baseline_from:
        return _as_it_was(request, materials)
    file = request.baseline
    if file is None:
        return None
    return _of_baseline(one_file(file), file, beside(file, request.paths[0]), materials)


def _as_it_was(request: Request, materials: Materials) -> Before:
    from auditor.api.baseline import where
    from auditor.loading.files.revisions import revision

    case, name = request.paths[0], request.baseline_from
    path = request.baseline or where(case)
    found = revision(name, case).one_file(path, case)
    if not found:
        raise UsageRefused(
            words.usage.NO_BASELINE(revision=name, path=path.as_posix()), words.usage.BASELINE_MERGED()
        )
    cited, data = found[0]
    try:
        return _of_baseline((cited, data), path, f"{name}:{cited}", materials)
    except Refused as refused:
        raise Refused([within(problem, name) for problem in refused.problems]) from None


def _of_baseline(file: File, path: Path, cited: str, materials: Materials) -> Before:
    from auditor.loading.baseline_files import load_baseline

    baseline = load_baseline(*file)
    if baseline.case != materials.case.case.id:
        raise UsageRefused(
            words.usage.BASELINE_OF(path=path.as_posix(), other=baseline.case, case=materials.case.case.id)
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


def moot(request: Request) -> list[Bilingual]:
    """Give a line for each revision that is what is checked out, with the case, packs and knowledge as they are there."""
    named = {
        "since": request.since,
        "exceptions_from": request.exceptions_from,
        "baseline_from": request.baseline_from,
    }
    return [MOOT[option](name=name) for option, name in named.items() if name and _checked_out(name, request)]


def _checked_out(name: str, request: Request) -> bool:
    from auditor.loading.files.revisions import revision

    earlier = revision(name, request.paths[0])
    if earlier.commit != revision("HEAD", request.paths[0]).commit:
        return False
    bare = structs.replace(request, no_exceptions=True)
    try:
        now, then = from_folder(bare), from_revision(earlier, bare)
    except (Refused, NothingToCheck):
        return False
    return (now.case, now.policies, now.knowledge) == (then.case, then.policies, then.knowledge)

"""A report of a case: its result, what its scenarios would change, and what changed since an earlier result."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from auditor.api.assess import assess
from auditor.api.what_if import telling, what_ifs
from auditor.judging.comparison import by_fingerprint, kept, only
from auditor.judging.profile import viewed
from auditor.loading.files.folder import shipped
from auditor.loading.result_files import load_result
from auditor.model.comparison import Comparison, Since
from auditor.model.materials import Materials
from auditor.model.profile import ProfileName
from auditor.model.report import Report
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.rendering.html import page as pages
from auditor.rendering.html.index import index
from auditor.rendering.whole_result import whole


def report(
    materials: Materials,
    earlier: Path | None = None,
    *,
    result: Result | None = None,
    scenarios: list[Comparison] | None = None,
) -> Report:
    """Give the report of a case, and what changed since the result in the file `earlier`.

    `result` is what the case comes to, and `scenarios` what each of its scenarios would change, found here unless they were
    found before, with a threshold or a baseline. Raises UsageRefused where `earlier` is no result.
    """
    if result is None:
        scenarios = []
        result = assess(materials, supposing=telling(scenarios))
    return Report(
        result=result,
        digest=sha256(whole(result)).hexdigest(),
        scenarios=what_ifs(materials) if scenarios is None else scenarios,
        since=None if earlier is None else changes(load_result(earlier), result),
        packs_left_out=[name for name in _shipped_packs() if name not in result.tool.policies],
    )


def page(made: Report, lang: str, profile: ProfileName = "dpo") -> bytes:
    """Give `made` as one page in `lang`, as `profile` wants it."""
    seen = made if profile == "dpo" else replace(made, result=viewed(made.result, profile))
    return pages.page(seen, lang)


def overview(made: Sequence[tuple[str, Report]], lang: str) -> dict[str, bytes]:
    """Give the pages that list several reports, each with the folder it lies in, by file name: one, or more for many cases."""
    return index(made, lang)


def changes(before: Result, after: Result) -> Since:
    """Give what is new, gone or changed in `after`."""
    old, new = by_fingerprint(before.findings), by_fingerprint(after.findings)
    changed, unchanged = kept(old, new, _state)
    return Since(
        as_of=before.as_of,
        version=before.tool.version,
        new=only(new, old),
        gone=only(old, new),
        changed=changed,
        unchanged=unchanged,
    )


def _state(finding: Finding) -> tuple[object, ...]:
    return (finding.outcome, finding.severity, finding.severity_if_open, finding.level)


def _shipped_packs() -> list[str]:
    return sorted(Path(path).stem for path, _ in shipped("policies"))

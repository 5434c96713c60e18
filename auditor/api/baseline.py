"""Writing a baseline: what an estate has now, which from then on fails only where it gets worse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from auditor.api.writing import no_part
from auditor.errors import UsageRefused
from auditor.loading.baseline_files import load_baseline, written
from auditor.loading.files.folder import one_file
from auditor.loading.files.repository import BASELINE, own
from auditor.model.baseline import BaselineEntry, BaselineFile
from auditor.model.result.document import Result
from auditor.model.vocabulary import Severity
from auditor.rendering.words import speaker
from auditor.text.problems import usage as words


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A baseline as it would be written, and how it differs from what was there: entries added or worse, and removed."""

    data: bytes
    added: list[BaselineEntry]
    removed: list[BaselineEntry]
    first: bool


def where(case: Path, chosen: Path | None = None) -> Path:
    """Give the file that was chosen, else where the baseline of a case stands: in its folder, or beside its file.

    Raises Refused for a link that leads out of the repository, UsageRefused where the file chosen would be a part of the case.
    """
    if chosen is not None:
        return no_part(chosen, case, BASELINE)
    return own((case if case.is_dir() else case.parent) / BASELINE)


def rewritten(result: Result, path: Path) -> Rewritten:
    """Give the baseline of a result, compared with the one at `path`. Raises Refused if that one is broken.

    What is accepted for a time must not slip into a baseline, which has no end: where that cannot be told, UsageRefused.
    """
    if any(line.state == "undated" for line in result.exceptions):
        raise UsageRefused(words.UNDATED(), words.GIVE_TODAY())
    old = load_baseline(*one_file(path)) if path.exists() else None
    if old is not None and old.case != result.case.id:
        raise UsageRefused(words.BASELINE_OF(path=path.as_posix(), other=old.case, case=result.case.id))
    now = [
        BaselineEntry(
            finding=f"F-{f.fingerprint}",
            rule=f.rule,
            severity=cast("Severity", f.severity),
            confidence=f.confidence,
            subjects=sorted(f.subjects),
        )
        for f in result.findings
        if f.outcome == "established" and f.accepted is None
    ]
    before = {} if old is None else {entry.finding: entry for entry in old.baseline}
    added = [entry for entry in now if before.get(entry.finding) != entry]
    removed = [entry for entry in before.values() if entry.finding not in {e.finding for e in now}]
    return Rewritten(written(BaselineFile("1", result.case.id, now)), added, removed, first=old is None)


def lines(change: Rewritten, lang: str) -> Sequence[str]:
    """Give the change entry by entry in `lang`, then in numbers."""
    say = speaker(lang)
    found = [
        f"{sign} {e.finding} {e.rule} ({say.word(e.severity)}) {', '.join(e.subjects)}"
        for sign, entries in (("+", change.added), ("-", change.removed))
        for e in entries
    ]
    return [*found, f"+{len(change.added)}/-{len(change.removed)}"]

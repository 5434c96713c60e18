"""A baseline from its file, and as the file it is written to."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import to_builtins

from auditor.errors import Refused, Wrong
from auditor.loading.files.convert import convert
from auditor.loading.files.document import read
from auditor.loading.files.yaml_line import emitted
from auditor.model.baseline import BaselineEntry, BaselineFile
from auditor.text.problems.gate import IN_BASELINE_ALREADY

HEAD = (
    "# Findings known when this was written; written by auditor baseline, sorted, to be reviewed as a diff.\n"
)


def load_baseline(path: str, data: bytes) -> BaselineFile:
    """Give the baseline in a file. Raises Refused with every problem."""
    document = read(path, data)
    problems = list(document.problems)
    typed: BaselineFile | None = None
    if not problems:
        typed, wrong = convert(document.value, BaselineFile)
        wrong += [] if typed is None else list(_repeated(typed.baseline))
        problems += [document.place(each) for each in wrong]
    if problems or typed is None:
        raise Refused(problems)
    return typed


def _repeated(entries: list[BaselineEntry]) -> Iterator[Wrong]:
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        if entry.finding in seen:
            route = ("baseline", number, "finding")
            yield Wrong(route, IN_BASELINE_ALREADY(finding=entry.finding))
        seen.add(entry.finding)


def written(baseline: BaselineFile) -> bytes:
    """Give a baseline as its file: sorted, one line for each finding."""
    entries = [
        emitted(to_builtins(entry)) for entry in sorted(baseline.baseline, key=lambda e: (e.rule, e.finding))
    ]
    lines = [f"  - {entry}" for entry in entries]
    body = "\n".join(
        ["auditor: 1", f"case: {baseline.case}", "baseline:" if lines else "baseline: []", *lines]
    )
    return f"{HEAD}{body}\n".encode()

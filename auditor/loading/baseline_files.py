"""A baseline from its file, and as the file it is written to."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import to_builtins

from auditor.errors import Refused
from auditor.loading.files.convert import Wrong, convert
from auditor.loading.files.document import read
from auditor.loading.files.yaml_line import emitted
from auditor.model.baseline import BaselineEntry, BaselineFile

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
        problems += [
            document.problem(route, text, hint, key=text.startswith("unknown key"))
            for route, text, hint in wrong
        ]
    if problems or typed is None:
        raise Refused(problems)
    return typed


def _repeated(entries: list[BaselineEntry]) -> Iterator[Wrong]:
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        if entry.finding in seen:
            yield ("baseline", number, "finding"), f"{entry.finding} is in the baseline already", ""
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

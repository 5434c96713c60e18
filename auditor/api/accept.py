"""Accepting a finding: one entry more in a file of exceptions, whose comments and order stay."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import dropwhile, islice
from pathlib import Path
from textwrap import indent
from typing import Final

from msgspec import UNSET

from auditor.api.assess import assess
from auditor.api.writing import no_part
from auditor.errors import Refused, UsageRefused, at_file
from auditor.judging.finding_scope import rests_on
from auditor.loading.exception_files import load_exceptions
from auditor.loading.files.folder import one_file
from auditor.loading.files.repository import EXCEPTIONS, nearest_file, own
from auditor.loading.files.yaml_line import emitted
from auditor.model.case.document import Case
from auditor.model.materials import Materials
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.model.result.shown import TOLD
from auditor.text.problems import usage as words

HEAD: Final = "auditor: 1\nexceptions:\n"


@dataclass(frozen=True, slots=True)
class Approval:
    """Who accepts, why, when and until when."""

    reason: str
    by: str
    on: str
    until: str


def where(case: Path, chosen: Path | None = None) -> Path:
    """Give the file that was chosen, else the one `check` would read exceptions from, else one in the folder of the case.

    Raises Refused for a link that leads out of the repository, UsageRefused where the file chosen would be a part of the case.
    """
    if chosen is not None:
        return no_part(chosen, case, EXCEPTIONS)
    found = nearest_file(case, EXCEPTIONS)
    return (
        own((case if case.is_dir() else case.parent) / EXCEPTIONS)
        if found is None
        else Path(os.path.relpath(found))
    )


def accepting(materials: Materials, fingerprint: str, approval: Approval, path: Path) -> bytes:
    """Give the file with the exception added, of a finding of the case as it is.

    Raises UsageRefused where the finding is not there or is excepted already, Refused where what results is no valid file.
    """
    result = assess(materials, shown=TOLD)
    finding = _found(result, fingerprint)
    name, old = one_file(path) if path.exists() else (path.name, b"")
    there = load_exceptions([(name, old)], None) if old.strip() else ()
    name_of = f"F-{finding.fingerprint}"
    if any(p.entry.finding == name_of and p.entry.case in (UNSET, result.case.id) for p in there):
        raise UsageRefused(words.EXCEPTED_ALREADY(finding=name_of, path=path.as_posix()), words.EDIT_ENTRY())
    text = _opened(old, empty=not there)
    entry = _entry(finding, materials.case, approval)
    _refuse_wrong(name, entry)
    data = (text + indent(entry, _margin(text))).encode()
    try:
        entries = load_exceptions([(name, data)], None)
    except Refused:
        entries = ()
    if [placed.entry for placed in entries[:-1]] != [placed.entry for placed in there] or not entries:
        raise UsageRefused(words.NO_END(path=path.as_posix()), words.BY_HAND())
    return data


def _refuse_wrong(name: str, entry: str) -> None:
    """Raise Refused for an entry that would be wrong in any file; it stands in none yet."""
    try:
        load_exceptions([(name, (HEAD + indent(entry, "  ")).encode())], None)
    except Refused as refused:
        raise Refused([at_file("", problem.message, problem.hint) for problem in refused.problems]) from None


def _found(result: Result, fingerprint: str) -> Finding:
    wanted = fingerprint.removeprefix("F-")
    found = [f for f in result.findings if f.is_named(wanted)]
    if len(found) != 1:
        what = words.SEVERAL_FINDINGS if found else words.NO_FINDING
        raise UsageRefused(what(finding=fingerprint), words.CHECK_SHOWS_IDS())
    if found[0].outcome != "established":
        raise UsageRefused(words.NOT_ESTABLISHED(finding=fingerprint), words.ANSWER_INSTEAD())
    return found[0]


def _margin(text: str) -> str:
    """Give the margin of the entries that are there, so that one more stands in line with them."""
    below = dropwhile(lambda line: not line.startswith("exceptions:"), text.splitlines())
    first = next((line for line in islice(below, 1, None) if line.strip() and line.lstrip()[0] != "#"), "")
    bare = first.lstrip(" ")
    return first[: len(first) - len(bare)] if bare.startswith("- ") else "  "


def _opened(old: bytes, *, empty: bool) -> str:
    """Give the text to add to: what is there, or a new head; an empty list is opened."""
    text = old.decode()
    if not text.strip():
        return HEAD
    if empty:
        text = text.replace("exceptions: []", "exceptions:")
        text = text if "\nexceptions:" in f"\n{text}" else f"{text.rstrip()}\nexceptions:\n"
    return text if text.endswith("\n") else f"{text}\n"


def _entry(finding: Finding, case: Case, approval: Approval) -> str:
    rests = rests_on(finding, case)
    covers = emitted({"severity": finding.severity, "subjects": sorted(finding.subjects), "rests_on": rests})
    return (
        f"# {' '.join(f'{finding.rule}, {finding.culprit}: {finding.title.en}'.split())}\n"
        f"- finding: F-{finding.fingerprint}\n"
        f"  case: {case.case.id}\n"
        f"  reason: {emitted(approval.reason)}\n"
        f"  approved_by: {emitted(approval.by)}\n"
        f"  approved_on: {emitted(approval.on)}\n"
        f"  expires: {emitted(approval.until)}\n"
        f"  covers: {covers}\n"
    )

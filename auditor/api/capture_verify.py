"""Whether the captures of a case are what it says, and its pointers lead where they should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from auditor.api.read import assembled
from auditor.api.request import Request
from auditor.api.sources import from_folder
from auditor.errors import Refused, UsageRefused, at_file
from auditor.loading.captures.pointer import all_lead
from auditor.loading.files.regular import hashed
from auditor.loading.files.repository import leads_out
from auditor.model.captures_verified import CapturesVerified, CaptureVerified
from auditor.model.case.captures import CaptureRecord
from auditor.model.case.document import Case
from auditor.rendering.captures.verified import render_verified
from auditor.text.problems import imported as words
from auditor.text.problems.files import LEADS_OUT, NOT_THERE

#: How names end that are no captures of a case: its own files, and what was made of it.
NOT_CAPTURES: Final = frozenset({".yaml", ".yml", ".html", ".md"})
MOST_FILES: Final = 2000


def verify(case: Path, captures: Sequence[Path] = ()) -> CapturesVerified:
    """Tell of each capture of `case` whether its files are there with their SHA-256, and which pointers lead nowhere.

    The files are looked for in the case and in `captures`. Raises Refused where the case is, an edited import among its reasons, and
    UsageRefused where it has no captures.
    """
    files = {hashed(file): file for file in _files([case, *captures])}
    read = assembled(from_folder(Request(paths=(case,)))).case
    if not read.captures:
        raise UsageRefused(words.NO_CAPTURES())
    return CapturesVerified([_verified(name, read, files) for name in sorted(read.captures)])


def told(found: CapturesVerified, lang: str) -> bytes:
    """Say what was found."""
    return render_verified(found, lang)


def source_pointer(case: Path, pointer: str) -> str:
    """Give a pointer with its SHA-256 where it is written as a source of the case (`capture-before#/log/entries/17`)."""
    if pointer.startswith("sha256:"):
        return pointer
    source, mark, rest = pointer.partition("#")
    sources = assembled(from_folder(Request(paths=(case,)))).case.sources
    if not mark or source not in sources or not sources[source].sha256:
        raise UsageRefused(words.NO_SUCH_POINTER(pointer=pointer))
    return f"sha256:{sources[source].sha256}#{rest}"


def files_of(case: Path, captures: Sequence[Path]) -> list[Path]:
    """Give the files in which a pointer may lead."""
    return list(_files([case, *captures]))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if leads_out(path):
            raise Refused([at_file(path.as_posix(), LEADS_OUT())])
        if not path.exists():
            raise Refused([at_file(path.as_posix(), NOT_THERE())])
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in found[:MOST_FILES]:
            if (
                file.is_file()
                and not file.is_symlink()
                and not leads_out(file)
                and (file == path or file.suffix not in NOT_CAPTURES)
            ):
                yield file


def _verified(name: str, case: Case, files: Mapping[str, Path]) -> CaptureVerified:
    record = case.captures[name]
    missing = [sha for sha in record.sha256 if sha not in files]
    wanted: dict[str, list[str]] = {}
    for pointer in sorted(set(_pointers(record, case))):
        source, _, rest = pointer.partition("#")
        sha = case.sources[source].sha256 if source in case.sources else ""
        wanted.setdefault(sha, []).append(rest)
    broken: list[str] = []
    for sha, pointers in sorted(wanted.items()):
        if sha not in record.sha256:
            broken += pointers
        elif sha in files:
            try:
                broken += all_lead(files[sha], pointers)
            except Refused:
                broken += pointers
    return CaptureVerified(
        name=name,
        sha256=record.sha256,
        missing=missing,
        pointers=sum(map(len, wanted.values())),
        broken=broken,
    )


def _pointers(record: CaptureRecord, case: Case) -> Iterator[str]:
    """Give all that points into a capture: its rows, what they infer, and the flows that cite it."""
    for row in record.recipients:
        yield row.at
        yield from (kind.at for kind in row.kinds)
    for flow in case.flows.values():
        source, mark, _ = flow.source.partition("#")
        if mark and source in case.sources and case.sources[source].sha256 in record.sha256:
            yield flow.source

"""One door for documents and captures: which of the two is given, and captures taken as `auditor capture import` takes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from auditor.api import capture_import
from auditor.api.import_formats import AUTO, CAPTURE, NotRecognised, recognised
from auditor.api.importing import How, given
from auditor.errors import Refused, UsageRefused
from auditor.loading.captures.recognised import reads_as_capture, surely_a_capture
from auditor.model.case.captures import ConsentState
from auditor.text.problems import importing as words


class Visit(Struct, frozen=True):
    """What is said of a capture alone: the state of consent in which it was made, and a file of aliases of names."""

    state: ConsentState = "unknown"
    dns: Path | None = None


def are_captures(paths: Sequence[Path], form: str) -> bool:
    """Tell whether what is given are captures: as they begin, else as they read where they are no document of a known format.

    Raises UsageRefused where only some are.
    """
    if form != AUTO:
        return form == CAPTURE
    found = [_is_capture(path) for path in paths]
    if any(found) and not all(found):
        path = paths[found.index(True)]
        raise UsageRefused(words.APART(path=path.as_posix()), words.ONE_BY_ONE())
    return all(found)


def _is_capture(path: Path) -> bool:
    if surely_a_capture(path):
        return True
    try:
        recognised(given(path), AUTO)
    except NotRecognised:
        return reads_as_capture(path)
    except Refused:
        return False  # the import tells what is wrong, with the errors of the other documents
    return False


def captures_in(
    paths: Sequence[Path], into: Path, how: How, visit: Visit, *, shown: tuple[str, str], write: bool
) -> bytes:
    """Say what importing captures would write, and write it where asked; `shown` are the form and the language.

    Raises as `capture_import.planned` does, and UsageRefused for options that no capture has.
    """
    for option, stated in (
        ("--as", how.name),
        ("--role", how.keeper),
        ("--encoding", how.encoding),
        ("--sheet", how.sheets),
        ("--by", how.by),
        ("--location-means", how.location_means),
    ):
        if stated:
            raise UsageRefused(words.NOT_OF_A_CAPTURE(option=option))
    people = next(iter(how.people.values()), "")
    sites = [how.site] if how.site else []
    asked = capture_import.How(
        sites=sites,
        state=visit.state,
        activity=how.activity,
        people=people,
        dns=visit.dns,
        as_of=how.as_of,
    )
    plans = capture_import.planned(paths, into, asked)
    if write:
        capture_import.put_in(plans, into)
    return capture_import.told(plans, *shown, written=write)

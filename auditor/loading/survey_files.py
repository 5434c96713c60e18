"""The lines that a survey keeps, one of each case or capture: read back, and put in order with little held in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final, NamedTuple

import msgspec
from msgspec import Struct

from auditor.errors import Refused, UsageRefused, at_file
from auditor.loading.files.many_cases import order
from auditor.loading.files.regular import refuse_special
from auditor.loading.files.repository import leads_out
from auditor.model.survey import SurveyEntry, SurveyRow
from auditor.text.problems.files import CANNOT_READ, LEADS_OUT
from auditor.text.problems.survey import BROKEN_LINE, FINISH_IT, NO_SURVEY
from auditor.text.problems.system import system_says

#: The file of a finished survey, a line for each item in order of name.
FINISHED: Final = "survey.jsonl"
#: How many lines are put in order at a time.
RUN: Final = 2_000
#: How many runs wait in files of their own before they are made one.
MOST_RUNS: Final = 64
_DECODER: Final = msgspec.json.Decoder(SurveyEntry)
_ENCODER: Final = msgspec.json.Encoder()


class _Case(Struct, frozen=True):
    case: str


class _Named(Struct, frozen=True):
    row: _Case


_NAMED: Final = msgspec.json.Decoder(_Named)


class _Placed(NamedTuple):
    """A line by the place of its item, the later of two of one item after the earlier."""

    place: tuple[str, ...]
    number: int
    line: bytes


def line_of(entry: SurveyEntry) -> bytes:
    """Give the line that keeps an entry."""
    return _ENCODER.encode(entry) + b"\n"


def finished(folder: Path) -> Path:
    """Give the file of the finished survey in `folder`. Raises UsageRefused where there is none, Refused for a link out."""
    file = folder / FINISHED
    if leads_out(file):
        raise Refused([at_file(file.as_posix(), LEADS_OUT())])
    if not file.is_file():
        raise UsageRefused(NO_SURVEY(path=folder.as_posix()), FINISH_IT())
    return file


def rows(file: Path) -> Iterator[SurveyRow]:
    """Yield the rows of a finished survey. Raises UsageRefused for a line that is none, or not in its place."""
    before: tuple[str, ...] = ()
    for number, line in enumerate(lines(file), 1):
        try:
            row = _DECODER.decode(line).row
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            raise UsageRefused(BROKEN_LINE(path=file.as_posix(), line=number)) from None
        if order(row.case) <= before:
            raise UsageRefused(BROKEN_LINE(path=file.as_posix(), line=number))
        before = order(row.case)
        yield row


def lines(file: Path) -> Iterator[bytes]:
    """Yield the lines of a file, none where there is no such file. Raises UsageRefused where it cannot be read."""
    try:
        refuse_special(file)
        with file.open("rb") as stream:
            yield from stream
    except FileNotFoundError:
        return
    except OSError as error:
        raise UsageRefused(CANNOT_READ(path=file.as_posix(), why=system_says(error))) from None


def entry_of(line: bytes) -> SurveyEntry | None:
    """Give the entry that a line keeps; None for one that was torn as it was written."""
    try:
        return _DECODER.decode(line) if line.endswith(b"\n") else None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def in_order(found: Iterable[bytes]) -> Iterator[SurveyEntry]:
    """Yield the last entry of each item, in order of name; lines that keep none are left out.

    A few thousand lines are held at a time, the others wait in a few files that have no name.
    """
    placed = (each for number, line in enumerate(found) if (each := _placed(number, line)) is not None)
    runs: list[IO[bytes]] = []
    try:
        while run := sorted(islice(placed, RUN)):
            runs.append(_kept(run))
            if len(runs) == MOST_RUNS:
                runs.append(_kept(_merged(runs)))
                for done in runs[:-1]:
                    done.close()
                del runs[:-1]
        for last in _merged(runs):
            yield _DECODER.decode(last.line)
    finally:
        for left in runs:
            left.close()


def _placed(number: int, line: bytes) -> _Placed | None:
    entry = entry_of(line)
    return None if entry is None else _Placed(order(entry.row.case), number, line)


def _merged(runs: Iterable[IO[bytes]]) -> Iterator[_Placed]:
    """Yield the last line of each item in all runs."""
    last: _Placed | None = None
    for each in merge(*map(_again, runs)):
        if last is not None and each.place != last.place:
            yield last
        last = each
    if last is not None:
        yield last


def _kept(run: Iterable[_Placed]) -> IO[bytes]:
    """Give a file with a run, to be read from its beginning."""
    stream: IO[bytes] = TemporaryFile()  # noqa: SIM115  closed by whoever asked for it
    for each in run:
        stream.write(f"{each.number} ".encode() + each.line)
    stream.seek(0)
    return stream


def _again(stream: IO[bytes]) -> Iterator[_Placed]:
    for text in stream:
        number, _, line = text.partition(b" ")
        yield _Placed(order(_NAMED.decode(line).row.case), int(number), line)

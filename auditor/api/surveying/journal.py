"""What a survey has come to so far, kept in its folder: a line for each item as it is finished, so that nothing is done twice.

While a survey runs there is a journal and no result; when it ends, the result replaces the journal. Whatever ends the program
in between, the same command goes on from there.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final, Self

from auditor.api.surveying.one import Done, Task
from auditor.api.writing import remove, writable, write
from auditor.errors import NotWritten
from auditor.loading.files.many_cases import Item, order
from auditor.loading.survey_files import FINISHED, in_order, line_of, lines
from auditor.model.survey import SurveyEntry
from auditor.text.problems.files import CANNOT_WRITE
from auditor.text.problems.system import system_says

JOURNAL: Final = "survey.journal"


class Items:
    """The items of a survey in order of name, kept in a file that has no name, so that none is held."""

    def __init__(self, found: Iterable[Item]) -> None:
        self._stream: IO[bytes] = TemporaryFile()  # noqa: SIM115  closed at the end of the block that uses it
        self.count = 0
        try:
            for item in found:
                pickle.dump(item, self._stream)
                self.count += 1
        except BaseException:
            self._stream.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def __iter__(self) -> Iterator[Item]:
        """Give the items from the first one on."""
        self._stream.seek(0)
        for _ in range(self.count):
            yield pickle.load(self._stream)  # noqa: S301  written here


class Journal:
    """The journal in the folder of a survey."""

    def __init__(self, folder: Path, results: Iterable[str]) -> None:
        """Take up what an earlier run left, and take away the files of `results`, which are no longer those of what is there.

        Raises UsageRefused where the folder cannot be written to.
        """
        self.file = writable(folder / JOURNAL)
        self.finished = writable(folder / FINISHED)
        kept = in_order(chain(lines(self.finished), lines(self.file)))
        write(self.file, map(line_of, kept))
        self._before = self.file.stat().st_size
        for name in (FINISHED, *results):
            remove(folder / name)

    def tasks(self, items: Iterable[Item]) -> Iterator[Task]:
        """Yield each item with the digest of what it came to before."""
        for item, entry in _matched(items, self._earlier()):
            yield Task(item, "" if entry is None else entry.digest)

    def add(self, done: Iterable[Done]) -> None:
        """Keep what was done. Raises NotWritten."""
        data = b"".join(line_of(each.entry) for each in done if each.entry is not None)
        try:
            with self.file.open("ab") as stream:
                stream.write(data)
        except OSError as error:
            raise NotWritten(CANNOT_WRITE(path=self.file.as_posix(), why=system_says(error))) from None

    def finish(self, items: Iterable[Item]) -> Path:
        """Write the finished survey, a line for each of `items`, and give its file. Raises NotWritten."""
        found = _matched(items, in_order(lines(self.file)))
        write(self.finished, (line_of(entry) for _, entry in found if entry is not None))
        return self.finished

    def close(self) -> None:
        """Take the journal away: the survey is finished."""
        remove(self.file)

    def _earlier(self) -> Iterator[SurveyEntry]:
        """Yield what stood in the journal at the beginning, in order as it was written then."""
        return in_order(_up_to(self._before, lines(self.file)))


def _up_to(size: int, found: Iterable[bytes]) -> Iterator[bytes]:
    read = 0
    for line in found:
        read += len(line)
        if read > size:
            return
        yield line


def _matched(
    items: Iterable[Item], entries: Iterator[SurveyEntry]
) -> Iterator[tuple[Item, SurveyEntry | None]]:
    """Yield each item with its entry; both come in order of name, and entries of no item are passed over."""
    entry = next(entries, None)
    for item in items:
        place = order(item.name)
        while entry is not None and order(entry.row.case) < place:
            entry = next(entries, None)
        yield item, entry if entry is not None and entry.row.case == item.name else None

"""What a file of `rendering/exports/papers` declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from auditor.rendering.exports.book import Book
from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.spreadsheet import Spreadsheet, as_book, as_csv

#: Gives one file, or several by their name.
Writer = Callable[[Dossier, How], bytes | dict[str, bytes]]


class Paper(Struct, frozen=True, kw_only=True):
    """A paper made from a case: its writers by the name of the format, the default format first.

    `takes` are the options that mean something to it, besides those of every paper.
    """

    writers: Mapping[str, Writer]
    takes: frozenset[str] = frozenset()


def as_file(book: Book, form: str) -> bytes:
    """Give a workbook as XLSX or as ODS."""
    if form == "ods":
        from auditor.rendering.exports.ods import as_ods

        return as_ods(book)
    from auditor.rendering.exports.xlsx import as_xlsx

    return as_xlsx(book)


def writer_of(book: Callable[[Dossier, How], Book], form: str) -> Writer:
    """Return what writes a workbook in a format."""

    def write(dossier: Dossier, how: How) -> bytes:
        return as_file(book(dossier, how), form)

    return write


def csv_of(sheet: Callable[[Dossier, How], Spreadsheet]) -> Writer:
    """Return what writes a sheet as CSV."""

    def write(dossier: Dossier, how: How) -> bytes:
        return as_csv(sheet(dossier, how), how.lang)

    return write


def writers_of(sheet: Callable[[Dossier, How], Spreadsheet]) -> Mapping[str, Writer]:
    """Return what writes a sheet as CSV and as a workbook."""

    def book(dossier: Dossier, how: How) -> Book:
        return as_book([sheet(dossier, how)])

    return {"csv": csv_of(sheet), "xlsx": writer_of(book, "xlsx"), "ods": writer_of(book, "ods")}

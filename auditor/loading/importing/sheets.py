"""Spreadsheets as cells by their place: workbooks by the library, behind the guard, and separated text by our own count."""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from typing import Any, Final, Literal

from msgspec import Struct, field

from auditor.errors import Refused, at_file
from auditor.loading.importing.format import Document
from auditor.loading.importing.guard import OLE, ZIP, Refusal, column, look
from auditor.loading.importing.nodes import visible
from auditor.text.problems import importing as words

Kind = Literal["text", "number", "date", "bool"]
At = tuple[int, int]
#: The longest text of a cell; what is longer is cut, and told.
LONGEST: Final = 10_000
DELIMITERS: Final = (";", ",", "\t", "|")
#: How many rows tell the separator.
LOOKED_AT: Final = 50
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Letters of the name of a sheet, which is written with each of its cells: office suites take no longer one.
LONGEST_NAME: Final = 255
#: Characters that cannot be seen and turn what is read around, and those that control a terminal.
UNSEEN: Final = frozenset(
    map(
        chr,
        (
            *(code for code in range(0x20) if chr(code) not in "\n\t"),
            *range(0x7F, 0xA0),
            *(0x061C, 0x2028, 0x2029, 0xFEFF),
            *range(0x200B, 0x2010),
            *range(0x202A, 0x202F),
            *range(0x2060, 0x206A),
        ),
    )
)


class Cell(Struct, frozen=True):
    """A filled cell: its text, and as what the file keeps it. `unsound` tells that characters were taken out or it was cut."""

    text: str
    kind: Kind = "text"
    unsound: bool = False


class Sheet(Struct, kw_only=True):
    """A sheet: its name (empty in a text), its filled cells by row and column from 0, and what its file tells besides.

    `hidden_rows` are those that a page hides, `struck` the texts that are struck through, by their cell, `heading`
    is what stands above a table on a page.
    """

    name: str
    cells: dict[At, Cell]
    hidden: bool = False
    merged: list[tuple[At, At]] = field(default_factory=list)
    formulas: frozenset[str] = frozenset()
    hidden_rows: set[int] = field(default_factory=set)
    struck: dict[At, str] = field(default_factory=dict)
    heading: str = ""

    def at(self, place: At) -> str:
        """Give the place of a cell as spreadsheets write it: `Fiche 3!B12`."""
        return f"{self.prefix}{letters(place[1])}{place[0] + 1}"

    @property
    def prefix(self) -> str:
        """What stands before the letters of a place: the name of the sheet, quoted where it holds `!`, quotes or `#`."""
        if not self.name:
            return ""
        odd = any(sign in self.name for sign in "!'\"#")
        return "'{}'!".format(self.name.replace("'", "''")) if odd else f"{self.name}!"

    def text(self, row: int, col: int) -> str:
        """Give the text of a cell, empty where there is none."""
        found = self.cells.get((row, col))
        return found.text if found is not None else ""

    def rows(self) -> Iterator[int]:
        """Give the numbers of the rows that have a filled cell, in order."""
        yield from sorted({row for row, _ in self.cells})

    def row(self, number: int) -> list[int]:
        """Give the columns of the filled cells of a row, in order."""
        return self._columns().get(number, [])

    def _columns(self) -> dict[int, list[int]]:
        if not self._by_row:
            for row, col in sorted(self.cells):
                self._by_row.setdefault(row, []).append(col)
        return self._by_row

    _by_row: dict[int, list[int]] = field(default_factory=dict)


class Book(Struct, frozen=True, kw_only=True):
    """A document as sheets; of a text, the encoding and the separator it was read with, and whether the encoding was guessed.

    `calculates` tells that some cell is a formula of which the place is not known, `macros` that the workbook holds programs.
    """

    sheets: list[Sheet]
    encoding: str = ""
    delimiter: str = ""
    guessed: bool = False
    comments: bool = False
    calculates: bool = False
    macros: bool = False


def letters(col: int) -> str:
    """Give the letters of a column, from 0."""
    name = ""
    while col >= 0:
        name, col = chr(65 + col % 26) + name, col // 26 - 1
    return name


def book(document: Document) -> Book:
    """Give a workbook or a separated text as sheets. Raises Refused where it is broken, hostile or in no readable encoding."""
    try:
        if document.data.startswith((ZIP, OLE)):
            return _workbook(document.data)
        return _separated(document)
    except Refusal as refusal:
        raise Refused([at_file(document.name, refusal.message, refusal.hint)]) from None


def guessed_text(document: Document) -> tuple[str, bool]:
    """Give a document as text, and whether its encoding was guessed. Raises Refused where it is in no readable encoding."""
    try:
        text, _, guessed = _decoded(document)
    except Refusal as refusal:
        raise Refused([at_file(document.name, refusal.message, refusal.hint)]) from None
    return text.removeprefix("\ufeff"), guessed


def _workbook(data: bytes) -> Book:
    looked = look(data)
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    sheets = []
    try:
        opened = CalamineWorkbook.from_filelike(BytesIO(data))
        for number, meta in enumerate(opened.sheets_metadata):
            if meta.typ != SheetTypeEnum.WorkSheet:
                continue  # a chart or a macro
            if len(meta.name) > LONGEST_NAME:
                raise Refusal(words.BROKEN_WORKBOOK())
            page = opened.get_sheet_by_name(meta.name)
            merged = [(start, end) for start, end in page.merged_cell_ranges or []]
            sheets.append(
                Sheet(
                    name=visible(meta.name),
                    cells=_cells(page.to_python(skip_empty_area=False)),
                    hidden=meta.visible != SheetVisibleEnum.Visible,
                    merged=merged,
                    formulas=looked.formulas.get(number, frozenset()),
                )
            )
    except (CalamineError, ValueError, OverflowError) as error:
        raise Refusal(words.BROKEN_WORKBOOK()) from error
    return Book(sheets=sheets, comments=looked.comments, calculates=looked.calculates, macros=looked.macros)


def _cells(rows: list[list[Any]]) -> dict[At, Cell]:
    found = {}
    for number, row in enumerate(rows):
        for col, value in enumerate(row):
            cell = _cell(value)
            if cell.text:
                found[number, col] = cell
    return found


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return Cell("true" if value else "false", "bool")
    if isinstance(value, datetime):
        whole = value.time() == time(0)
        return Cell(value.date().isoformat() if whole else value.isoformat(sep=" "), "date")
    if isinstance(value, date):
        return Cell(value.isoformat(), "date")
    if isinstance(value, float | int):
        whole = isinstance(value, int) or value.is_integer()
        return Cell(str(int(value)) if whole else repr(value), "number")
    if isinstance(value, time | timedelta):
        return Cell(str(value))
    return text_cell(str(value))


def text_cell(text: str) -> Cell:
    """Give a text without what cannot be seen, and no longer than it may be."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").strip()
    seen = (
        lines if UNSEEN.isdisjoint(lines) else "".join(sign for sign in lines if sign not in UNSEEN).strip()
    )
    return Cell(seen[:LONGEST], "text", seen != lines or len(seen) > LONGEST)


def _separated(document: Document) -> Book:
    text, encoding, guessed = _decoded(document)
    lines = text.splitlines()
    stated = lines[0][4:5] if lines and lines[0].lower().startswith("sep=") else ""
    if stated:
        text = text[text.index("\n") + 1 :] if "\n" in text else ""
    delimiter = stated or _delimiter(text)
    cells = {}
    for number, row in enumerate(_rows(text, delimiter), 1 if stated else 0):
        for col, value in enumerate(row):
            cell = text_cell(value)
            if cell.text:
                cells[number, col] = cell
    return Book(sheets=[Sheet(name="", cells=cells)], encoding=encoding, delimiter=delimiter, guessed=guessed)


def _decoded(document: Document) -> tuple[str, str, bool]:
    """Give the text, its encoding and whether that was guessed: a mark settles it, then UTF-8, else Windows-1252."""
    data = document.data
    marked = next((encoding for mark, encoding in MARKS if data.startswith(mark)), "")
    if document.encoding:
        try:
            return data.decode(document.encoding).removeprefix("\ufeff"), document.encoding, False
        except LookupError:
            raise Refusal(words.NO_ENCODING(encoding=document.encoding)) from None
        except UnicodeError:
            raise Refusal(words.NO_TEXT(encoding=document.encoding), words.SAY_ENCODING()) from None
    if b"\x00" in data and marked != "utf-16":
        raise Refusal(words.NO_TEXT(encoding="UTF-8"), words.SAY_ENCODING())
    for encoding, guessed in ((marked or "utf-8", False), ("cp1252", True)):
        try:
            return data.decode(encoding), encoding, guessed
        except UnicodeError:
            if marked:
                break
    raise Refusal(words.NO_TEXT(encoding=marked or "Windows-1252"), words.SAY_ENCODING())


def _delimiter(text: str) -> str:
    """Give the separator that parts the most cells of first rows of the same width."""
    best, most = DELIMITERS[0], 0
    for delimiter in DELIMITERS:
        rows = _rows(text, delimiter)
        widths = Counter(len(row) for row, _ in zip(rows, range(LOOKED_AT), strict=False) if any(row))
        parted = max((times * (width - 1) for width, times in widths.items()), default=0)
        if parted > most:
            best, most = delimiter, parted
    return best


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise Refusal(words.BROKEN_WORKBOOK()) from error


def place_of(reference: str) -> At:
    """Give row and column, from 0, of a place without its sheet (`B12`)."""
    name = reference.rstrip("0123456789")
    return int(reference[len(name) :]) - 1, column(name) - 1

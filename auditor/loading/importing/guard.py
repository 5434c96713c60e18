"""Workbooks looked at before anything opens them: how large they are once unpacked, how far their cells reach, what they hide.

A library that lays a sheet out as a rectangle can be made to ask for more memory than there is by one cell in a far corner.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

from auditor.loading.files.regular import MAX_BYTES
from auditor.model.bilingual import Bilingual
from auditor.text.problems import importing as words

#: What begins a zip archive, and an old or encrypted workbook.
ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0"
MOST_ENTRIES: Final = 2_000
MOST_RATIO: Final = 200
#: How small an archive may be whatever its ratio.
SMALL: Final = 1024 * 1024
MOST_CELLS: Final = 2_000_000
#: Letters and digits of the farthest cell there is.
_AT: Final = re.compile(r"([A-Z]{0,3})([0-9]{1,7})\Z")
_PLACE: Final = re.compile(rb"<[^<]*?\sr\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
#: Cells and rows that hold nothing but a style, as office suites write them to the end of a sheet; strictly, so that no other is one.
_STYLED: Final = re.compile(rb"<(?:\w+:)?(?:c|row)(?:\s+[\w:]+=\"[^\"<>]*\")*\s*/>")
_EMPTY_ROW: Final = re.compile(rb"<((?:\w+:)?row)(?:\s+[\w:]+=\"[^\"<>]*\")*\s*>\s*</\1\s*>")
_BEFORE_FORMULA: Final = re.compile(rb"<c\s([^<>]*)>\s*<f[\s>/]")
_AT_CELL: Final = re.compile(rb"\br\s*=\s*[\"']([A-Z]{1,3}[0-9]{1,7})[\"']")
#: Tags, and what stands between them that is no text; what is not closed goes on to the end, so that nothing is read twice.
_TAG: Final = re.compile(
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    rb"|<(/?)(?:[\w.-]*:)?([\w.-]*)((?:[^\"'>]++|\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z))*+)(?:>|\Z)",
    re.DOTALL,
)
_CALCULATES: Final = re.compile(rb"\bformula\s*=")
_REPEATED: Final = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"']([0-9]+)[\"']")
_ODS_CELLS: Final = (b"table-cell", b"covered-table-cell")


class Refusal(Exception):
    """A workbook that is not opened, and why."""

    def __init__(self, message: Bilingual, hint: Bilingual | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


class Looked(Struct, frozen=True, kw_only=True):
    """What an archive is (`xlsx`, `ods`), the cells that hold formulas by the number of their sheet, whether it has comments.

    `calculates` tells that some cell of an `ods` is a formula, `macros` that programs are in the archive.
    """

    kind: str
    formulas: dict[int, frozenset[str]] = {}
    comments: bool = False
    calculates: bool = False
    macros: bool = False


def look(data: bytes) -> Looked:
    """Look at a workbook without opening it. Raises Refusal."""
    if data.startswith(OLE):
        raise Refusal(words.OLD_WORKBOOK(), words.SAVE_AS())
    try:
        with ZipFile(BytesIO(data)) as archive:
            _measure(archive)
            return _looked(archive)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Refusal(words.BROKEN_WORKBOOK()) from error


def _measure(archive: ZipFile) -> None:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if (
        len(entries) > MOST_ENTRIES
        or total > MAX_BYTES
        or (total > SMALL and total > MOST_RATIO * max(packed, 1))
    ):
        raise Refusal(words.SWOLLEN_WORKBOOK())
    if len({entry.filename for entry in entries}) < len(entries):
        raise Refusal(words.BROKEN_WORKBOOK())
    for entry in entries:  # a size that lies fails its checksum here
        with archive.open(entry) as stream:
            while stream.read(SMALL):
                pass


def _looked(archive: ZipFile) -> Looked:
    names = archive.namelist()
    if "content.xml" in names:
        xml = archive.read("content.xml")
        return Looked(
            kind="ods",
            comments=b"<office:annotation" in xml,
            calculates=_ods(xml),
            macros=any(
                name.startswith(("Basic/", "Scripts/")) and name.endswith((".xml", ".py")) for name in names
            ),
        )
    if "xl/workbook.xml" not in names:
        raise Refusal(words.NO_WORKBOOK(), words.SAVE_AS())
    formulas = {}
    for number, name in enumerate(_sheets(archive, names)):
        xml = _plain(archive.read(name))
        _reach(xml)
        formulas[number] = frozenset(_formulas(xml))
    return Looked(
        kind="xlsx",
        formulas=formulas,
        comments=any("comments" in name for name in names),
        macros=any(name.lower().endswith("vbaproject.bin") for name in names),
    )


def _formulas(xml: bytes) -> Iterator[str]:
    for cell in _BEFORE_FORMULA.finditer(xml):
        at = _AT_CELL.search(cell[1])
        if at is not None:
            yield at[1].decode()


def _plain(xml: bytes) -> bytes:
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in xml or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Refusal(words.BROKEN_WORKBOOK())
    return xml


def _sheets(archive: ZipFile, names: list[str]) -> list[str]:
    """Give the files of the sheets in the order of the workbook, then those that it does not name."""
    book = _plain(archive.read("xl/workbook.xml"))
    links = archive.read("xl/_rels/workbook.xml.rels") if "xl/_rels/workbook.xml.rels" in names else b""
    targets: dict[bytes, str] = {}
    for tag in re.findall(rb"<Relationship\s[^<>]*>", links):
        found = dict(re.findall(rb"\b(Id|Target)\s*=\s*[\"']([^\"']*)[\"']", tag))
        target = found.get(b"Target", b"").decode("utf-8", "replace")
        targets[found.get(b"Id", b"")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    ordered = [
        targets.get(each, "") for each in re.findall(rb"<sheet\s[^<>]*?\br:id\s*=\s*[\"']([^\"']*)", book)
    ]
    every = [
        name for name in names if name.lower().startswith("xl/worksheets/") and name.lower().endswith(".xml")
    ]
    there = set(names)
    known = [name for name in ordered if name in there]
    if len(set(known)) < len(known):
        raise Refusal(words.BROKEN_WORKBOOK())
    return [*known, *(name for name in every if name not in known)]


def _reach(xml: bytes) -> None:
    """Refuse a sheet whose rows and columns make too large a rectangle, and places that are none."""
    rows = columns = 0
    filled = _EMPTY_ROW.sub(b"", _STYLED.sub(b"", xml))
    for double, single in _PLACE.findall(filled):
        found = _AT.match((double or single).decode("latin-1"))
        if found is None:
            raise Refusal(words.BROKEN_WORKBOOK())
        rows = max(rows, int(found[2]))
        columns = max(columns, column(found[1]))
    if rows * max(columns, 1) > MOST_CELLS or filled.count(b"<c") > MOST_CELLS:
        raise Refusal(words.FAR_CELL())


def column(letters: str) -> int:
    """Give the number of a column, from 1; 0 for none."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _ods(xml: bytes) -> bool:
    """Tell whether a cell of a sheet is a formula. Raises Refusal for one whose cells make too large a rectangle."""
    sheet = _Rectangle()
    calculates = opened = False
    for tag in _TAG.finditer(_plain(xml)):
        ends, name, said = tag[1], tag[2], tag[3] or b""
        if opened and not ends and name not in (*_ODS_CELLS, b"table-row"):
            sheet.fill()
        opened = False
        if ends or name is None:
            continue
        if name == b"table":
            sheet = _Rectangle()
        elif name == b"table-row":
            sheet.row(_repeats(said))
        elif name in _ODS_CELLS:
            sheet.cell(_repeats(said))
            calculates = calculates or _CALCULATES.search(said) is not None
            if b"value" in said:
                sheet.fill()
            opened = not said.endswith(b"/")
    return calculates


class _Rectangle:
    """How far the rows of a sheet reach down, and their filled cells to the right."""

    def __init__(self) -> None:
        self.rows = self.last = self.width = self.at = 0

    def row(self, repeated: int) -> None:
        """Begin a row, or as many."""
        self.rows += repeated
        self.at = 0

    def cell(self, repeated: int) -> None:
        """Take the next cell, or as many."""
        self.at += repeated

    def fill(self) -> None:
        """Take it that the cell holds something. Raises Refusal."""
        self.last, self.width = self.rows, max(self.width, self.at)
        if self.last * self.width > MOST_CELLS:
            raise Refusal(words.FAR_CELL())


def _repeats(tag: bytes) -> int:
    found = _REPEATED.search(tag)
    return int(found[1]) if found is not None else 1

"""Tables of a page in HTML as a reader sees them: spans carried out, what is hidden or struck through known as such."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from auditor.loading.importing.guard import Refusal
from auditor.loading.importing.lists.markup import Piece, Seen, pieces
from auditor.loading.importing.lists.table import MOST_CELLS, Cell, Row, Table, Tables
from auditor.loading.importing.sheets import text_cell
from auditor.text.problems import importing as words

#: How far a cell may span, as HTML has it for columns.
MOST_SPANNED: Final = 1_000
#: Elements that begin a line of their own in a cell.
LINES: Final = frozenset({"br", "p", "/p", "div", "/div", "ul", "/ul", "ol", "/ol", "li", "hr"})
#: Stands between items of a list until a cell is whole; no text holds it, as it is a control character.
PARTED: Final = "\x1e"


_HEADING: Final = re.compile(r"/?h[1-6]")


class _Part(Struct):
    """A cell as it is read."""

    columns: int = 1
    rows: int = 1
    shown: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    unshown: list[str] = field(default_factory=list)


class _Open(Struct):
    """A table as it is read: its rows so far, the row and the cell that are open, what spans into rows to come."""

    table: Table
    count: int = 0
    hidden: bool = False
    row: list[_Part] | None = None
    cell: _Part | None = None
    below: dict[int, tuple[Cell, int]] = field(default_factory=dict)


def html_tables(text: str) -> Tables:
    """Give the tables of a page, numbered in the order in which they begin, those within others included.

    Raises Refusal where spans make more cells than may be.
    """
    reading = _Reading()
    for piece in pieces(text):
        reading.take(piece)
    reading.end()
    return reading.found


class _Reading:
    def __init__(self) -> None:
        self.found = Tables()
        self._seen = Seen()
        self._open: list[_Open] = []
        self._line: list[str] = []
        self._in_title = False
        self._heading = ""
        self._count = 0

    def take(self, piece: Piece) -> None:
        """Take the next tag or text."""
        name = piece.name
        if name == "title#" and not self.found.title:
            self.found.title = " ".join(piece.text.split())
        self._seen.take(piece)
        if not name:
            self._text(piece.text)
        elif name == "table":
            at = f"table={len(self.found.tables) + 1}"
            self.found.tables.append(Table(at=at, heading=self._heading))
            self._heading = ""
            self._open.append(_Open(table=self.found.tables[-1]))
        elif self._open:
            self._within(piece)
        elif name in LINES or _HEADING.fullmatch(name):
            line = self._end_line()
            if name.startswith("/h") and _HEADING.fullmatch(name):
                self._heading = line if name != "/h1" else ""

    def end(self) -> None:
        """Close what is still open."""
        while self._open:
            self._close()
        self._end_line()

    def _within(self, piece: Piece) -> None:
        name, table = piece.name, self._open[-1]
        if name == "/table":
            self._close()
        elif name == "tr":
            self._end_row(table)
            table.row, table.hidden = [], self._seen.hidden > 0
        elif name in ("td", "th"):
            if table.row is None:
                table.row, table.hidden = [], self._seen.hidden > 0
            table.cell = _Part(columns=_span(piece, "colspan"), rows=_span(piece, "rowspan"))
            table.row.append(table.cell)
        elif name in ("/td", "/th"):
            table.cell = None
        elif name == "/tr":
            self._end_row(table)
        elif name in LINES and table.cell is not None:
            for written in (table.cell.shown, table.cell.struck):
                add_line(name, written)

    def _text(self, text: str) -> None:
        if not self._open:
            if not self._seen.hidden:
                self._line.append(text)
            return
        cell = self._open[-1].cell
        if cell is None:
            return
        if self._seen.hidden:
            cell.unshown.append(text)
        else:
            add_text(text.replace("\n", " "), cell.shown, cell.struck, struck_out=self._seen.struck > 0)

    def _end_line(self) -> str:
        line = " ".join("".join(self._line).split())
        if line:
            self.found.lines.append(line)
        self._line = []
        return line

    def _close(self) -> None:
        table = self._open.pop()
        self._end_row(table)

    def _end_row(self, table: _Open) -> None:
        """Lay out the cells of a row beside those that span into it."""
        if table.row is None:
            return
        table.count += 1
        cells: list[Cell] = []
        for part in table.row:
            _spanned(table, cells)
            cell = cell_of(part.unshown) if table.hidden else cell_of(part.shown, part.struck)
            right, down = replace(cell, spans="right"), replace(cell, spans="down")
            for number in range(part.columns):
                if part.rows > 1:
                    table.below[len(cells)] = (down, part.rows - 1)
                cells.append(right if number else cell)
        _spanned(table, cells)
        self._count += len(cells)
        if self._count > MOST_CELLS:
            raise Refusal(words.TOO_MANY_CELLS(count=MOST_CELLS))
        if any(cell.text or cell.struck for cell in cells):
            at = f"{table.table.at}/row={table.count}"
            table.table.rows.append(Row(at, cells, table.hidden))
        table.row = table.cell = None


def add_text(text: str, shown: list[str], struck: list[str], *, struck_out: bool) -> None:
    """Add a text to what stands in a cell or to what is struck through in it; it parts the words of the other."""
    written, other = (struck, shown) if struck_out else (shown, struck)
    if written or text.strip():
        written.append(text)
    if other:
        other.append(" ")


def add_line(name: str, written: list[str]) -> None:
    """Add what begins a line of a cell: an item of a list, but the first, is parted from the one before."""
    if written:
        written.append(PARTED if name == "li" else "\n")


def _in_lines(shown: Sequence[str]) -> str:
    """Give the texts of a cell as lines without empty ones, a semicolon after an item of a list that another follows."""
    lines = "".join(shown).replace(PARTED, f"{PARTED}\n").split("\n")
    told = [(" ".join(line.rstrip(PARTED).split()), line.endswith(PARTED)) for line in lines]
    told = [(line, parted) for line, parted in told if line]
    ended = [f"{line};" if parted else line for line, parted in told[:-1]]
    return "\n".join([*ended, *(line for line, _ in told[-1:])])


def _spanned(table: _Open, cells: list[Cell]) -> None:
    """Add the cells of rows above that span into the next places of a row."""
    while len(cells) in table.below:
        at = len(cells)
        cell, left = table.below.pop(at)
        cells.append(cell)
        if left > 1:
            table.below[at] = (cell, left - 1)


def cell_of(shown: Sequence[str], struck: Sequence[str] = ()) -> Cell:
    """Give a cell of the texts that stand in it and those that are struck through."""
    stands, out = text_cell(_in_lines(shown)), text_cell(_in_lines(struck))
    return Cell(stands.text, struck=out.text, unsound=stands.unsound or out.unsound)


def _span(piece: Piece, name: str) -> int:
    stated = piece.attribute(name).strip()
    return min(max(int(stated[:5]), 1), MOST_SPANNED) if stated.isascii() and stated.isdecimal() else 1

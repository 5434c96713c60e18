"""Tables of a text in Markdown; the HTML that such cells hold is read as HTML."""

from __future__ import annotations

import re
from typing import Final

from auditor.loading.importing.lists.html_tables import LINES, add_line, add_text, cell_of
from auditor.loading.importing.lists.markup import Seen, pieces
from auditor.loading.importing.lists.table import Cell, Row, Table, Tables

_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)")
_HEAD: Final = re.compile(r" {0,3}(#{1,6})\s+")
_RULE: Final = re.compile(r"[|\s:-]+")
_BAR: Final = re.compile(r"(?<!\\)\|")
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)")
_EMPHASIS: Final = re.compile(r"\*{1,3}|`+|(?<!\w)_{1,3}|_{1,3}(?!\w)")
_STRUCK: Final = re.compile(r"~~(.+?)~~|\A~([^~]+)~\Z", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


def markdown_tables(text: str) -> Tables:
    """Give the tables of a text: lines that follow each other and begin with a bar; the rule below the heads is no row."""
    found = Tables()
    table: Table | None = None
    count = 0
    fenced = False
    heading = ""
    for line in text.splitlines():
        if _FENCE.match(line):
            fenced = not fenced
        bare = line.strip()
        if fenced or not bare.startswith("|"):
            table = None
            if not fenced:
                heading = _beside(found, line, heading)
            continue
        if table is None:
            table, count = Table(at=f"table={len(found.tables) + 1}", heading=heading), 0
            found.tables.append(table)
            heading = ""
        if _RULE.fullmatch(bare):
            continue
        count += 1
        cells = [_cell(each) for each in _BAR.split(bare[1:].removesuffix("|"))]
        if any(cell.text or cell.struck for cell in cells):
            table.rows.append(Row(f"{table.at}/row={count}", cells))
    return found


def _beside(found: Tables, line: str, heading: str) -> str:
    """Take a line beside tables, and give the heading that holds after it."""
    head = _HEAD.match(line)
    text = line[head.end() :].rstrip().rstrip("#") if head else line
    shown = " ".join(_plain(text).split())
    if head and not found.title:
        found.title = shown
    elif shown:
        found.lines.append(shown)
    if head is None:
        return heading
    return shown if len(head[1]) > 1 else ""


def _cell(text: str) -> Cell:
    seen = Seen()
    shown: list[str] = []
    struck: list[str] = []
    for piece in pieces(_STRUCK.sub(_deleted, text.strip())):
        seen.take(piece)
        if piece.name in LINES:
            for written in (shown, struck):
                add_line(piece.name, written)
        elif not piece.name and not seen.hidden:
            add_text(_plain(piece.text), shown, struck, struck_out=seen.struck > 0)
    return cell_of(shown, struck)


def _deleted(found: re.Match[str]) -> str:
    return f"<del>{found[1] or found[2]}</del>"


def _plain(text: str) -> str:
    """Give a text without the signs of Markdown."""
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub("", _LINK.sub(r"\1", text)))

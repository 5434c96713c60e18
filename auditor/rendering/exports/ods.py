"""A workbook as ODS (OpenDocument 1.3): every cell is text, none a formula, and the same bytes each time."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

from auditor.rendering.exports.book import Book, Choice, Days, Page, fitted
from auditor.rendering.exports.xlsx import FIRST_YEAR, LAST_YEAR, LISTS, letters, widths

MIME: Final = "application/vnd.oasis.opendocument.spreadsheet"
OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns"
SPACES: Final = {
    **{name: f"{OASIS}:{name}:1.0" for name in ("office", "table", "text", "style", "manifest")},
    "fo": f"{OASIS}:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
FORMULA: Final = f"{OASIS}:of:1.2"
#: The day that every entry of the archive bears.
DAY: Final = (1980, 1, 1, 0, 0, 0)
DECLARED: Final = b'<?xml version="1.0" encoding="UTF-8"?>\n'
#: How wide a character is, in centimetres.
WIDE: Final = 0.2
#: The style of a page that nobody sees.
HIDDEN: Final = "hidden"


def as_ods(book: Book) -> bytes:
    """Give a workbook as ODS."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        _put(packed, "mimetype", MIME.encode(), zipfile.ZIP_STORED)
        _put(packed, "META-INF/manifest.xml", _manifest())
        _put(packed, "content.xml", _content(book))
    return buffer.getvalue()


def _put(packed: zipfile.ZipFile, name: str, data: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, DAY)
    entry.compress_type = how
    packed.writestr(entry, data)


def _name(prefixed: str) -> str:
    prefix, _, name = prefixed.partition(":")
    return f"{{{SPACES[prefix]}}}{name}"


def _element(above: ET.Element | None, name: str, **attributes: str) -> ET.Element:
    """Give an element below another; `table__name` is the attribute `table:name`."""
    said = {_name(key.replace("__", ":").replace("_", "-")): value for key, value in attributes.items()}
    return ET.Element(_name(name), said) if above is None else ET.SubElement(above, _name(name), said)


def _written(root: ET.Element) -> bytes:
    for prefix, uri in SPACES.items():
        ET.register_namespace(prefix, uri)
    return DECLARED + ET.tostring(root, encoding="unicode").encode()


def _manifest() -> bytes:
    root = _element(None, "manifest:manifest", manifest__version="1.3")
    for path, kind in (("/", MIME), ("content.xml", "text/xml")):
        _element(root, "manifest:file-entry", manifest__full_path=path, manifest__media_type=kind)
    return _written(root)


def _content(book: Book) -> bytes:
    root = _element(None, "office:document-content", office__version="1.3")
    root.set("xmlns:of", FORMULA)  # conditions name it in their text alone
    styles = _element(root, "office:automatic-styles")
    _style(styles, "head", bold=True)
    _style(styles, "text", bold=False)
    hidden = _element(styles, "style:style", style__name=HIDDEN, style__family="table")
    _element(hidden, "style:table-properties", table__display="false")
    sheets = _element(_element(root, "office:body"), "office:spreadsheet")
    checks = _Checks(_element(sheets, "table:content-validations"))
    known: dict[int, str] = {}
    for page in book.pages:
        _page(
            page, _element(sheets, "table:table", table__name=page.title), styles, known=known, checks=checks
        )
    if checks.lists:
        _lists(sheets, checks.lists)
    if not len(checks.element):
        sheets.remove(checks.element)
    return _written(root)


class _Checks:
    """What people may choose in a cell, each list and each check of days once; the words stand on a page that is hidden."""

    def __init__(self, element: ET.Element) -> None:
        self.element = element
        self.lists: dict[tuple[str, ...], str] = {}
        self._days: dict[str, str] = {}

    def of(self, page: Page, row: int, column: int) -> dict[str, str]:
        """Give how a cell of a page is checked, as its attribute; nothing where it is not."""
        for choice in page.choices:
            if choice.column == column and choice.first <= row <= choice.last:
                return {"table__content_validation_name": self._list(choice.words)}
        for days in page.days:
            if days.column == column and days.first <= row <= days.last:
                return {"table__content_validation_name": self._day(days.message)}
        return {}

    def _list(self, words: tuple[str, ...]) -> str:
        if words not in self.lists:
            name = self.lists[words] = f"list{len(self.lists) + 1}"
            letter = letters(len(self.lists) - 1)
            cells = f"[${LISTS}.${letter}$1:.${letter}${len(words)}]"
            self._check(name, f"of:cell-content-is-in-list({cells})")
        return self.lists[words]

    def _day(self, message: str) -> str:
        if message not in self._days:
            name = self._days[message] = f"days{len(self._days) + 1}"
            first, last = (_serial(day) for day in (date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)))
            between = f"cell-content-is-between({first},{last})"
            told = self._check(name, f"of:cell-content-is-date() and {between}")
            _element(told, "text:p").text = message
        return self._days[message]

    def _check(self, name: str, condition: str) -> ET.Element:
        check = _element(
            self.element,
            "table:content-validation",
            table__name=name,
            table__condition=condition,
            table__allow_empty_cell="true",
            table__display_list="unsorted",
        )
        return _element(check, "table:error-message", table__display="true", table__message_type="warning")


def _serial(day: date) -> int:
    """Give a day as spreadsheets count it."""
    return (day - date(1899, 12, 30)).days


def _lists(sheets: ET.Element, lists: Mapping[tuple[str, ...], str]) -> None:
    """Add the hidden page that holds the words to choose from, a list a column."""
    table = _element(sheets, "table:table", table__name=LISTS, table__style_name=HIDDEN)
    for number in range(max(map(len, lists))):
        row = _element(table, "table:table-row")
        for words in lists:
            _cell(row, words[number] if number < len(words) else "", "", bold=False, check={})


def _style(styles: ET.Element, name: str, *, bold: bool) -> None:
    style = _element(styles, "style:style", style__name=name, style__family="table-cell")
    _element(style, "style:table-cell-properties", fo__wrap_option="wrap", style__vertical_align="top")
    if bold:
        _element(style, "style:text-properties", fo__font_weight="bold")


def _page(
    page: Page, table: ET.Element, styles: ET.Element, *, known: dict[int, str], checks: _Checks
) -> None:
    for width in page.widths or widths(page):
        if width not in known:
            known[width] = f"w{width}"
            style = _element(styles, "style:style", style__name=f"w{width}", style__family="table-column")
            _element(style, "style:table-column-properties", style__column_width=f"{width * WIDE:.2f}cm")
        _element(table, "table:table-column", table__style_name=known[width])
    asked: list[Choice | Days] = [*page.choices, *page.days]
    checked = 1 + max((each.column for each in asked), default=-1)
    for number, cells in enumerate(page.rows or [[""]]):
        row = _element(table, "table:table-row")
        listed = any(each.first <= number <= each.last for each in asked)
        wide = [*cells, *[""] * (checked - len(cells))] if listed else cells
        for column, text in enumerate(wide or [""]):
            link, check = page.links.get((number, column), ""), checks.of(page, number, column)
            _cell(row, fitted(text), link, bold=number in page.heads, check=check)


def _cell(row: ET.Element, text: str, link: str, *, bold: bool, check: Mapping[str, str]) -> None:
    style = "head" if bold else "text"
    if not text:
        _element(row, "table:table-cell", table__style_name=style, **check)
        return
    cell = _element(row, "table:table-cell", table__style_name=style, office__value_type="string", **check)
    for line in text.split("\n"):
        paragraph = _element(cell, "text:p")
        if link:
            quoted = link.replace("'", "''")
            paragraph = _element(paragraph, "text:a", xlink__type="simple", xlink__href=f"#'{quoted}'.A1")
        paragraph.text = line

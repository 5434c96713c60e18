"""A workbook as ODS (OpenDocument 1.3): every cell is text, none a formula, and the same bytes each time."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

from auditor.rendering.exports.book import Book, Page, fitted
from auditor.rendering.exports.xlsx import widths

MIME: Final = "application/vnd.oasis.opendocument.spreadsheet"
OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns"
SPACES: Final = {
    **{name: f"{OASIS}:{name}:1.0" for name in ("office", "table", "text", "style", "manifest")},
    "fo": f"{OASIS}:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
#: The day that every entry of the archive bears.
DAY: Final = (1980, 1, 1, 0, 0, 0)
DECLARED: Final = b'<?xml version="1.0" encoding="UTF-8"?>\n'
#: How wide a character is, in centimetres.
WIDE: Final = 0.2


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
    styles = _element(root, "office:automatic-styles")
    _style(styles, "head", bold=True)
    _style(styles, "text", bold=False)
    sheets = _element(_element(root, "office:body"), "office:spreadsheet")
    known: dict[int, str] = {}
    for page in book.pages:
        _page(page, _element(sheets, "table:table", table__name=page.title), styles, known)
    return _written(root)


def _style(styles: ET.Element, name: str, *, bold: bool) -> None:
    style = _element(styles, "style:style", style__name=name, style__family="table-cell")
    _element(style, "style:table-cell-properties", fo__wrap_option="wrap", style__vertical_align="top")
    if bold:
        _element(style, "style:text-properties", fo__font_weight="bold")


def _page(page: Page, table: ET.Element, styles: ET.Element, known: dict[int, str]) -> None:
    for width in page.widths or widths(page):
        if width not in known:
            known[width] = f"w{width}"
            style = _element(styles, "style:style", style__name=f"w{width}", style__family="table-column")
            _element(style, "style:table-column-properties", style__column_width=f"{width * WIDE:.2f}cm")
        _element(table, "table:table-column", table__style_name=known[width])
    for number, cells in enumerate(page.rows or [[""]]):
        row = _element(table, "table:table-row")
        for column, text in enumerate(cells or [""]):
            _cell(row, fitted(text), page.links.get((number, column), ""), bold=number in page.heads)


def _cell(row: ET.Element, text: str, link: str, *, bold: bool) -> None:
    style = "head" if bold else "text"
    if not text:
        _element(row, "table:table-cell", table__style_name=style)
        return
    cell = _element(row, "table:table-cell", table__style_name=style, office__value_type="string")
    for line in text.split("\n"):
        paragraph = _element(cell, "text:p")
        if link:
            quoted = link.replace("'", "''")
            paragraph = _element(paragraph, "text:a", xlink__type="simple", xlink__href=f"#'{quoted}'.A1")
        paragraph.text = line

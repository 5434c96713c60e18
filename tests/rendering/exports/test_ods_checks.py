"""An OpenDocument workbook offers what an XLSX one does: lists to choose from, and days where days are due."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from auditor.rendering.exports.book import Book, Choice, Days, Page
from auditor.rendering.exports.dossier import Dossier
from auditor.rendering.exports.ods import OASIS, as_ods
from auditor.rendering.exports.xlsx import as_xlsx
from tests.rendering.exports.papers import written

TABLE = f"{{{OASIS}:table:1.0}}"
WORDS = ("=1+1", "à faire", "it's <done>", "fait")
PAGE = Page(
    "P",
    [["A", "B", "C"], ["x"], ["y", "", "2027-01-31"]],
    heads=frozenset([0]),
    choices=(Choice(1, 2, 1, WORDS), Choice(1, 1, 0, WORDS)),
    days=(Days(1, 2, 2, "a day, please"),),
)


def content(data: bytes) -> ET.Element:
    return ET.fromstring(zipfile.ZipFile(BytesIO(data)).read("content.xml"))  # noqa: S314  our own


def offered(data: bytes) -> dict[tuple[str, int, int], tuple[str, ...]]:
    """The words that each cell of an ODS workbook offers."""
    root = content(data)
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    words = book.get_sheet_by_name("_").to_python()
    lists = {}
    for check in root.iter(f"{TABLE}content-validation"):
        found = re.fullmatch(
            r"of:cell-content-is-in-list\(\[\$_\.\$([A-Z]+)\$1:\.\$\1\$([0-9]+)\]\)",
            check.get(f"{TABLE}condition", ""),
        )
        if found:
            column = openpyxl.utils.column_index_from_string(found[1]) - 1
            lists[check.get(f"{TABLE}name")] = tuple(str(row[column]) for row in words[: int(found[2])])
    return {
        (str(table.get(f"{TABLE}name")), number, column): lists[name]
        for table in root.iter(f"{TABLE}table")
        for number, row in enumerate(table.iter(f"{TABLE}table-row"))
        for column, cell in enumerate(row.iter(f"{TABLE}table-cell"))
        if (name := cell.get(f"{TABLE}content-validation-name")) in lists
    }


def listed(data: bytes) -> dict[tuple[str, int, int], tuple[str, ...]]:
    """The same of an XLSX workbook."""
    book = openpyxl.load_workbook(BytesIO(data))
    found = {}
    for sheet in book:
        for check in sheet.data_validations.dataValidation:
            if check.type == "list":
                place = check.formula1.lstrip("=").partition("!")[2]
                cells = book["_"][place]
                words = tuple(
                    str(row[0].value) for row in (cells if isinstance(cells, tuple) else ((cells,),))
                )
                for area in check.sqref.ranges:
                    for row in range(area.min_row, area.max_row + 1):
                        for column in range(area.min_col, area.max_col + 1):
                            found[sheet.title, row - 1, column - 1] = words
    return found


def test_each_cell_offers_the_same_words_in_both_kinds_of_workbook() -> None:
    book = Book([PAGE])
    assert offered(as_ods(book)) == listed(as_xlsx(book)) != {}
    assert offered(as_ods(book))["P", 2, 1] == WORDS


def test_days_are_checked_and_no_cell_is_a_formula() -> None:
    text = zipfile.ZipFile(BytesIO(as_ods(Book([PAGE])))).read("content.xml").decode()
    assert "of:cell-content-is-date() and cell-content-is-between(36526,109574)" in text
    assert "a day, please" in text
    assert "table:formula" not in text
    assert 'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"' in text


def test_the_words_stand_on_a_page_that_is_hidden_and_a_book_without_lists_has_none() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(as_ods(Book([PAGE]))))
    assert {each.name: str(each.visible) for each in book.sheets_metadata}["_"].endswith("Hidden")
    plain = Book([Page("P", [["A"], ["x"]])])
    assert CalamineWorkbook.from_filelike(BytesIO(as_ods(plain))).sheet_names == ["P"]
    assert "content-validations" not in zipfile.ZipFile(BytesIO(as_ods(plain))).read("content.xml").decode()


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("paper", ["register", "actions"])
def test_papers_offer_the_same_in_both_kinds_of_workbook(reference: Dossier, paper: str, lang: str) -> None:
    made = {form: written(reference, paper, form, lang) for form in ("ods", "xlsx")}
    assert all(isinstance(data, bytes) for data in made.values())
    filled = {place for place in listed(made["xlsx"]) if place in offered(made["ods"])}
    assert filled == set(offered(made["ods"])) != set()
    assert {place: offered(made["ods"])[place] for place in filled} == {
        place: listed(made["xlsx"])[place] for place in filled
    }

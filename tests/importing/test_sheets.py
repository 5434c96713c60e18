"""Workbooks and separated text as cells: encodings, separators, what a cell shows, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from auditor.errors import Refused
from auditor.loading.importing.format import Document
from auditor.loading.importing.sheets import LONGEST, Book, book, column, letters, place_of, text_cell
from auditor.loading.importing.values import is_json, looks_like_text, text_of, value_of
from tests.importing.making import workbook


def of(data: bytes, encoding: str = "", name: str = "x.csv") -> Book:
    return book(Document(name=name, data=data, encoding=encoding))


def cells(data: bytes, encoding: str = "") -> list[tuple[int, int, str]]:
    (sheet,) = of(data, encoding).sheets
    return [(row, col, cell.text) for (row, col), cell in sorted(sheet.cells.items())]


@pytest.mark.parametrize(
    ("data", "encoding", "text", "said", "guessed"),
    [
        ("é;b\n".encode(), "", "é", "utf-8", False),
        ("é;b\n".encode("utf-8-sig"), "", "é", "utf-8-sig", False),
        ("é;b\n".encode("utf-16"), "", "é", "utf-16", False),
        ("é;b\n".encode("cp1252"), "", "é", "cp1252", True),
        ("é;b\n".encode("cp1252"), "latin-1", "é", "latin-1", False),
        ("é;b\n".encode("cp850"), "cp850", "é", "cp850", False),
    ],
)
def test_a_text_is_in_the_encoding_that_its_mark_or_somebody_says_else_in_one_that_fits(
    data: bytes, encoding: str, text: str, said: str, *, guessed: bool
) -> None:
    opened = of(data, encoding)
    assert opened.sheets[0].text(0, 0) == text
    assert (opened.encoding, opened.guessed) == (said, guessed)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"a;b\n", "no-such-encoding"),
        (b"\xff;b\n", "utf-8"),
        (b"a\x00;b\n", ""),
        (b"\x81;b\n", ""),
        (b"\xef\xbb\xbf\xff;b\n", ""),
        (b"\xff\xfea", ""),
    ],
)
def test_a_text_in_no_encoding_that_can_be_read_is_refused(data: bytes, encoding: str) -> None:
    with pytest.raises(Refused):
        of(data, encoding)


@pytest.mark.parametrize(
    ("text", "delimiter", "found"),
    [
        ("a;b\nc;d\n", ";", [(0, 0, "a"), (0, 1, "b"), (1, 0, "c"), (1, 1, "d")]),
        ("a,b\nc,d\n", ",", [(0, 0, "a"), (0, 1, "b"), (1, 0, "c"), (1, 1, "d")]),
        ("a\tb\nc\td\n", "\t", [(0, 0, "a"), (0, 1, "b"), (1, 0, "c"), (1, 1, "d")]),
        ("a;b,x\nc;d,y,z\n", ";", [(0, 0, "a"), (0, 1, "b,x"), (1, 0, "c"), (1, 1, "d,y,z")]),
        ('"a;1";b\n"c";d\n', ";", [(0, 0, "a;1"), (0, 1, "b"), (1, 0, "c"), (1, 1, "d")]),
        ("a;;c\n", ";", [(0, 0, "a"), (0, 2, "c")]),
        ("a\n", ";", [(0, 0, "a")]),
        ("sep=,\na;x,b\n", ",", [(1, 0, "a;x"), (1, 1, "b")]),
        ("sep=|\n", "|", []),
        ("sep=\na;b\n", ";", [(0, 0, "sep="), (1, 0, "a"), (1, 1, "b")]),
        ("", ";", []),
    ],
)
def test_cells_are_parted_by_what_the_text_states_or_by_what_parts_most_of_them(
    text: str, delimiter: str, found: list[tuple[int, int, str]]
) -> None:
    assert of(text.encode()).delimiter == delimiter
    assert cells(text.encode()) == found


@pytest.mark.parametrize(
    ("text", "shown", "unsound"),
    [
        ("a", "a", False),
        (" a ", "a", False),
        ("a\r\nb\rc", "a\nb\nc", False),
        ("a\u2028b", "a\nb", False),
        ("a\u200bb", "ab", True),
        ("\u202ea", "a", True),
        ("x" * LONGEST, "x" * LONGEST, False),
        ("x" * (LONGEST + 1), "x" * LONGEST, True),
        ("", "", False),
    ],
)
def test_a_text_is_shown_without_what_cannot_be_seen_and_no_longer_than_may_be(
    text: str, shown: str, *, unsound: bool
) -> None:
    cell = text_cell(text)
    assert (cell.text, cell.kind, cell.unsound) == (shown, "text", unsound)


def test_a_cell_of_a_workbook_has_its_kind() -> None:
    rows = [["a", 7, dt.date(2024, 3, 15)]]
    (sheet,) = of(workbook({"R": rows}), name="x.xlsx").sheets
    assert [(sheet.cells[0, col].text, sheet.cells[0, col].kind) for col in range(3)] == [
        ("a", "text"),
        ("7", "number"),
        ("2024-03-15", "date"),
    ]


def test_sheets_are_hidden_and_cells_merged_as_the_workbook_says() -> None:
    opened = of(workbook({"A": [["x"]], "B": [["y"]]}, hidden=["B"], merged={"A": "A2:B3"}), name="x.xlsx")
    assert [(sheet.name, sheet.hidden) for sheet in opened.sheets] == [("A", False), ("B", True)]
    assert [list(sheet.merged) for sheet in opened.sheets] == [[((1, 0), (2, 1))], []]


@pytest.mark.parametrize(
    ("name", "place"), [("A1", (0, 0)), ("B12", (11, 1)), ("AA3", (2, 26)), ("ZZ1", (0, 701))]
)
def test_a_place_is_a_row_and_a_column(name: str, place: tuple[int, int]) -> None:
    assert place_of(name) == place
    assert f"{letters(place[1])}{place[0] + 1}" == name
    assert column(letters(place[1])) - 1 == place[1]


@pytest.mark.parametrize("data", [b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1broken"])
def test_a_broken_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        of(data, name="x.xlsx")


# values


def document(data: bytes | str, encoding: str = "") -> Document:
    return Document(name="m.json", data=data.encode() if isinstance(data, str) else data, encoding=encoding)


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("é".encode(), "", "é"),
        ("é".encode("latin-1"), "latin-1", "é"),
        ("é".encode("utf-16"), "", "é"),
    ],
)
def test_a_document_is_a_text_in_the_encoding_of_its_mark_or_that_somebody_states(
    data: bytes, encoding: str, text: str
) -> None:
    assert text_of(document(data, encoding)).removeprefix("\ufeff") == text


@pytest.mark.parametrize(
    ("data", "encoding"), [("é".encode("latin-1"), ""), (b"a", "no-such-encoding"), (b"\xff", "utf-8")]
)
def test_a_document_that_is_no_text_is_refused_and_looks_like_none(data: bytes, encoding: str) -> None:
    with pytest.raises(Refused):
        text_of(document(data, encoding))
    assert looks_like_text(document(data, encoding)) == ""


def test_a_workbook_looks_like_no_text() -> None:
    assert (
        looks_like_text(document(b"PK\x03\x04"))
        == looks_like_text(document(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        == ""
    )
    assert looks_like_text(document("a")) == "a"


@pytest.mark.parametrize(
    ("text", "json"),
    [("{}", True), (" \n[1]", True), ("\ufeff{", True), ("a: b", False), ("", False), ('"a"', False)],
)
def test_json_begins_with_a_bracket(text: str, *, json: bool) -> None:
    assert is_json(text) is json


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1, "b": [true, null, 1.50]}', {"a": "1", "b": [True, None, "1.50"]}),
        ("a: 1\nb: [true, ~, 1.50]\n", {"a": "1", "b": [True, None, "1.50"]}),
        ("a: 0123\nb: 2024-01-01\nc: yes\n", {"a": "0123", "b": "2024-01-01", "c": "yes"}),
        ("- a\n- b\n", ["a", "b"]),
    ],
)
def test_numbers_and_days_stay_as_they_are_written(text: str, value: object) -> None:
    assert value_of(document(text)) == value


@pytest.mark.parametrize(
    ("text", "line", "column_"),
    [
        ('{"a": 1,\n "b" 2}', 2, 6),
        ("a: b\nc: [\n", 3, 1),
        ("a: b\n---\nc: d\n", 2, 1),
        ("? [a]\n: b\n", 1, 3),
    ],
)
def test_what_is_broken_is_refused_at_its_place(text: str, line: int, column_: int) -> None:
    with pytest.raises(Refused) as refused:
        value_of(document(text))
    (problem,) = refused.value.problems
    assert (problem.line, problem.column) == (line, column_)


@pytest.mark.parametrize(
    "text", ["a: *gone\n", "a: !!python/object:x {}\n", "a: 1\na: 2\n", '{"a": 1, "a": 2}']
)
def test_what_would_mean_two_things_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        value_of(document(text))

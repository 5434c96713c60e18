"""Workbooks are looked at before they are opened: what is hostile, swollen or no workbook is refused."""

from __future__ import annotations

import io
import zipfile
from contextlib import nullcontext

import pytest

from auditor.loading.importing import guard
from auditor.loading.importing.guard import Refusal, column, look
from tests.importing.making import archive, changed, ods, open_document, workbook


def refused(data: bytes) -> bool:
    try:
        look(data)
    except Refusal:
        return True
    return False


def of_rows(*rows: str) -> bytes:
    return ods('<table:table table:name="R">' + "".join(rows) + "</table:table>")


def row(cells: str, times: int = 1) -> str:
    repeated = f' table:number-rows-repeated="{times}"' if times > 1 else ""
    return f"<table:table-row{repeated}>{cells}</table:table-row>"


def cell(times: int = 1, content: str = "<text:p>x</text:p>", typed: bool = True) -> str:
    repeated = f' table:number-columns-repeated="{times}"' if times > 1 else ""
    kind = ' office:value-type="string"' if typed else ""
    return f"<table:table-cell{kind}{repeated}>{content}</table:table-cell>"


def test_a_workbook_is_told_by_what_it_holds() -> None:
    found = look(workbook({"R": [["a", ("=1+1", 2)]]}))
    assert (found.kind, found.comments, found.calculates, found.macros) == ("xlsx", False, False, False)
    assert found.formulas == {0: frozenset({"B1"})}
    found = look(open_document({"R": [["a"]]}))
    assert (found.kind, found.comments, found.calculates, found.macros) == ("ods", False, False, False)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old",
        archive({"x.txt": "x"}),
        workbook({"R": [["a"]]})[:-20],
    ],
)
def test_what_is_no_workbook_of_today_is_refused(data: bytes) -> None:
    assert refused(data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<worksheet ", "<!DOCTYPE x><worksheet "),
        ("<worksheet ", "<!ENTITY x><worksheet "),
        ("<worksheet ", "\x00<worksheet "),
        ('r="A1"', 'r="?1"'),
    ],
)
def test_a_sheet_that_is_no_plain_one_is_refused(old: str, new: str) -> None:
    data = workbook({"R": [["a"]]})
    assert not refused(data)
    assert refused(changed(data, "xl/worksheets/sheet1.xml", old, new))


@pytest.mark.parametrize(("place", "far"), [("A10", False), ("ZZ1048576", True)])
def test_a_cell_far_away_makes_too_large_a_sheet(place: str, far: bool) -> None:
    data = changed(workbook({"R": [["a"]]}), "xl/worksheets/sheet1.xml", 'r="A1"', f'r="{place}"')
    assert refused(data) is far


@pytest.mark.parametrize(("limit", "swollen"), [(3, False), (2, True)])
def test_an_archive_of_more_files_than_may_be_is_refused(
    limit: int, swollen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "MOST_ENTRIES", limit)
    assert refused(open_document({"R": [["a"]]})) is swollen


def test_an_archive_of_more_bytes_than_may_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"content.xml": "x" * 100}
    for limit, swollen in ((100, False), (99, True)):
        monkeypatch.setattr(guard, "MAX_BYTES", limit)
        with pytest.raises(Refusal) if swollen else nullcontext():
            look(archive(files))


def test_an_archive_that_swells_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = archive({"content.xml": "x" * 10_000})
    assert not refused(data)
    monkeypatch.setattr(guard, "SMALL", 9_999)
    monkeypatch.setattr(guard, "MOST_RATIO", 2)
    assert refused(data)
    monkeypatch.setattr(guard, "SMALL", 10_000)
    assert not refused(data)
    monkeypatch.setattr(guard, "SMALL", 9_999)
    monkeypatch.setattr(guard, "MOST_RATIO", 10_000)
    assert not refused(data)


@pytest.mark.parametrize(
    ("rows", "limit", "far"),
    [
        ([row(cell())], 1, False),
        ([row(cell() * 2)], 2, False),
        ([row(cell() * 2)], 1, True),
        ([row(cell()), row(cell())], 2, False),
        ([row(cell()), row(cell())], 1, True),
        ([row(cell(3))], 3, False),
        ([row(cell(3))], 2, True),
        ([row(cell(), 4)], 4, False),
        ([row(cell(), 4)], 3, True),
        ([row(cell() + cell(50, "", typed=False))], 1, False),
        ([row(cell()), row(cell(1, "", typed=False), 50)], 1, False),
        ([row(cell(2, "", typed=False) + cell())], 3, False),
        ([row(cell(2, "", typed=False) + cell())], 2, True),
        ([row(cell(1, "", typed=False), 3), row(cell())], 4, False),
        ([row(cell(1, "", typed=False), 3), row(cell())], 3, True),
    ],
)
def test_a_sheet_is_as_large_as_its_last_filled_row_and_its_widest(
    rows: list[str], limit: int, far: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "MOST_CELLS", limit)
    assert refused(of_rows(*rows)) is far


@pytest.mark.parametrize(
    ("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("AZ", 52), ("XFD", 16384), ("", 0)]
)
def test_a_column_has_a_number(letters: str, number: int) -> None:
    assert column(letters) == number


def test_notes_and_programs_of_a_workbook_are_told() -> None:
    files = {"content.xml": "<office:annotation>x</office:annotation>"}
    assert look(archive(files)).comments
    assert look(archive({**files, "Basic/Standard/a.xml": "x"})).macros
    assert not look(archive({**files, "Basic/a.txt": "x", "other/a.xml": "x"})).macros
    bare = workbook({"R": [["a"]]})
    with zipfile.ZipFile(io.BytesIO(bare)) as packed:
        parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    assert look(archive({**parts, "xl/comments1.xml": "x"})).comments
    assert look(archive({**parts, "xl/vbaProject.bin": "x"})).macros
    assert look(archive({**parts, "xl/VBAPROJECT.BIN": "x"})).macros


def test_formulas_are_those_of_each_sheet_in_the_order_of_the_workbook() -> None:
    found = look(workbook({"A": [["x"]], "B": [[("=1", 1)], [("=2", 2)]], "C": [["y", ("=3", 3)]]}))
    assert found.formulas == {0: frozenset(), 1: frozenset({"A1", "A2"}), 2: frozenset({"B1"})}

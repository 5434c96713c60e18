"""Workbooks and texts made to harm: refused or told, within a second, and nothing of them is ever followed."""

from __future__ import annotations

import time

import pytest

from auditor.loading.importing.guard import MOST_ENTRIES, Refusal, look
from tests.hostile.measure import MEGABYTES, measured
from tests.importing.conftest import Desk
from tests.importing.making import HEAD, PAYROLL, archive, changed, ods, open_document, text, workbook

SHEET = "xl/worksheets/sheet1.xml"
GOOD = workbook({"R": [HEAD, PAYROLL]})
CELL = '<table:table-cell office:value-type="string" table:number-columns-repeated="%d"><text:p>x</text:p></table:table-cell>'
BOMB = '<!DOCTYPE a [<!ENTITY b "%s"><!ENTITY c "&b;&b;&b;&b;">]>' % ("x" * 1000)
HOSTILE = {
    "a-cell-in-the-far-corner": changed(GOOD, SHEET, 'r="A1"', 'r="XFD1048576"'),
    "a-far-cell-that-seems-empty": changed(GOOD, SHEET, "</sheetData>", '<row r="1048576"><c r="XFD1048576" x="/>"><v>1</v></c></row></sheetData>'),
    "a-far-row-without-places": changed(GOOD, SHEET, "</sheetData>", '<row r="1048576"><c><v>1</v></c></row></sheetData>'),
    "a-place-that-is-none": changed(GOOD, SHEET, 'r="A1"', 'r="&#88;FD1048576"'),
    "rows-repeated-without-end": ods(f'<table:table table:name="R"><table:table-row table:number-rows-repeated="1048576">{CELL % 100}</table:table-row></table:table>'),
    "cells-repeated-without-end": ods(f'<table:table table:name="R"><table:table-row>{CELL % 999999999}</table:table-row></table:table>'),
    "an-entity-that-grows": ods("<table:table/>", BOMB),
    "an-entity-in-a-sheet": changed(GOOD, SHEET, "<worksheet", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><worksheet"),
    "a-text-of-zeroes": archive({"xl/workbook.xml": "<workbook/>", "xl/sharedStrings.xml": b"0" * 60_000_000}),
    "too-many-entries": archive({f"xl/{number}": "" for number in range(MOST_ENTRIES + 1)}),
    "no-workbook": archive({"word/document.xml": "<w/>"}),
    "cut-short": GOOD[: len(GOOD) // 2],
    "an-old-or-encrypted-workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "markup-called-a-workbook": b"<html><table><tr><td>Finalit\xc3\xa9</td></tr></table></html>",
    "json": b'{"purpose": 1, "legal basis": 2, "data": 3, "recipients": 4}',
    "nothing": b"",
    "bytes": bytes(range(256)) * 40,
    "no-label": text([["a", "b", "c", "d"], ["1", "2", "3", "4"]]),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_it_is_refused_at_once_and_nothing_is_written(desk: Desk, name: str, ending: str) -> None:
    desk.put(f"register.{ending}", HOSTILE[name])
    began = time.monotonic()
    done = desk.imported(f"register.{ending}", code=2)
    assert time.monotonic() - began < 3
    assert "Traceback" not in done.stderr
    assert "passwd" not in done.stderr
    assert not desk.case.exists()


def test_what_is_refused_takes_no_memory(desk: Desk) -> None:
    desk.put("register.xlsx", HOSTILE["a-cell-in-the-far-corner"])
    taken = measured(desk.folder, "import", "register.xlsx", "--into", "case")
    assert taken.code == 2, taken.said
    assert taken.megabytes < MEGABYTES


def test_a_sheet_of_empty_rows_to_the_end_is_as_office_suites_write_it(desk: Desk) -> None:
    end = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    made = open_document({"R": [HEAD, PAYROLL]})
    desk.put("register.ods", changed(made, "content.xml", "</table:table>", f"{end}</table:table>"))
    assert int(desk.record("register.ods")["cells"]) == len(HEAD) + len(PAYROLL)


def test_cells_to_the_end_that_hold_a_style_alone_are_nothing(desk: Desk) -> None:
    far = '<row r="1048576" s="1"><c r="XFD1048576" s="1"/></row><row r="1048575" s="1"/></sheetData>'
    desk.put("register.xlsx", changed(GOOD, SHEET, "</sheetData>", far))
    assert int(desk.record("register.xlsx")["cells"]) == len(HEAD) + len(PAYROLL)


def test_a_format_that_the_content_contradicts_is_refused(desk: Desk) -> None:
    desk.put("list.csv", HOSTILE["no-label"])
    assert (
        "not that of a record" in desk.run("import", "register", "list.csv", "--into", "case", code=2).stderr
    )
    desk.put("register.csv", text([HEAD, PAYROLL]))
    desk.run("import", "register", "register.csv", "--into", "case", code=0)


def test_a_record_without_activities_leaves_as_nothing_to_check(desk: Desk) -> None:
    desk.put("register.csv", text([HEAD]))
    assert "without any activity" in desk.run("import", "register.csv", "--into", "case", code=3).stderr


def test_controls_and_signs_that_turn_what_is_read_are_taken_out_and_told(desk: Desk) -> None:
    desk.put("register.csv", text([HEAD, ["Pa\u202eie\u202c", "\x1b[31mPayer", *PAYROLL[2:]]]))
    desk.imported("register.csv")
    tree = desk.facts()
    assert list(tree["activities"]) == ["paie"]
    assert tree["activities"]["paie"]["purpose"]["value"] == "[31mPayer"
    assert [each["what"] for each in tree["imports"]["register"]["left"]].count("cut") == 2


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "@faire",
        "No",
        "1e3",
        "01000",
        "*a",
        "&a b",
        "a: b # c",
        "- x",
        "{a: b}",
        "!!python/object:os.system x",
        "../../etc/passwd",
        "2021",
    ],
)
def test_words_stay_words(desk: Desk, words: str) -> None:
    desk.put("register.csv", text([[*HEAD, "Service"], [*PAYROLL, words]], encoding="utf-8-sig"))
    desk.imported("register.csv")
    tree = desk.facts()
    said = tree["activities"]["paie"].get("service", {})
    asked = {each["words"] for each in tree["imports"]["register"].get("to_ask", [])}
    left = {each.get("words") for each in tree["imports"]["register"].get("left", [])}
    assert said.get("value") == words or words in asked | left


def test_a_cell_of_a_million_letters_is_cut_and_told(desk: Desk) -> None:
    desk.put("register.csv", text([HEAD, [PAYROLL[0], "x" * 1_000_000, *PAYROLL[2:]]]))
    desk.imported("register.csv")
    tree = desk.facts()
    assert len(tree["activities"]["paie"]["purpose"]["value"]) == 10_000
    assert [each["what"] for each in tree["imports"]["register"]["left"]] == ["cut"]


def test_a_record_of_three_hundred_activities_is_read_as_quickly_as_it_grows(desk: Desk) -> None:
    def seconds(count: int) -> float:
        rows = [
            [f"Activité {number}", f"But {number}", *PAYROLL[2:7], f"Firme {number} SAS", "USA"]
            for number in range(count)
        ]
        desk.put(f"r{count}.csv", text([HEAD, *rows]))
        began = time.process_time()
        desk.run("import", f"r{count}.csv", "--into", "case", "--write", code=0)
        return time.process_time() - began

    seconds(10)
    small, large = seconds(300), seconds(1_200)
    assert large < 12 * small
    assert len(desk.facts("r300")["activities"]) == 300


def test_more_activities_than_a_record_may_have_are_refused(desk: Desk) -> None:
    desk.put("register.csv", text([HEAD, *([[f"A{number}", *PAYROLL[1:]] for number in range(5_001)])]))
    assert "5000" in desk.imported("register.csv", code=2).stderr


def test_the_guard_tells_what_it_refuses() -> None:
    with pytest.raises(Refusal):
        look(HOSTILE["rows-repeated-without-end"])
    assert look(GOOD).kind == "xlsx"

"""The action plan: every action once, the gravest first; what people wrote is carried over, and changes no verdict."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

from auditor.api.export import earlier, export
from auditor.errors import Refused, UsageRefused
from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.plan import OPEN_COLUMNS
from auditor.text.papers import actions as texts
from tests.rendering.conftest import hostile_tree
from tests.rendering.exports.papers import pages, rows, written

FORMULAS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\uff1d1")
LANGS = ("fr", "en")
Filled = Callable[..., Any]


def plan(dossier: Dossier, lang: str = "en", **how: Any) -> list[dict[str, str]]:
    return rows(dossier, lang, "actions", **how)


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """Write a plan, let people fill in columns of rows by their key, and read it as the command does."""

    def fill(dossier: Dossier, lang: str, **said: dict[str, str]) -> Any:
        file = tmp_path / "plan.xlsx"
        file.write_bytes(written(dossier, "actions", "xlsx", lang))
        book = openpyxl.load_workbook(file)
        page = book.worksheets[0]
        heads = {cell.value: cell.column for cell in page[1]}
        for row in page.iter_rows(min_row=2):
            for head, text in said.get(str(row[0].value), {}).items():
                page.cell(row[0].row, heads[head], text)
        book.save(file)
        return earlier(file)

    return fill


def findings(dossier: Dossier) -> list[str]:
    return [
        f"F-{f.fingerprint}"
        for f in dossier.result.findings
        if (f.outcome == "established" or (f.outcome == "cannot-be-shown" and f.live)) and not f.joined
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_every_finding_question_and_undeclared_field_is_in_the_plan_once(
    reference: Dossier, lang: str
) -> None:
    keys = [row["Clé" if lang == "fr" else "Key"] for row in plan(reference, lang)]
    assert len(keys) == len(set(keys))
    assert set(findings(reference)) <= set(keys)
    asked = {f.fact for q in reference.result.questions if q.live for f in q.facts if f.live}
    assert asked <= set(keys)
    assert any(key.endswith(".legal_basis") for key in keys)


def test_the_gravest_comes_first(reference: Dossier) -> None:
    order = [row["Severity"] for row in plan(reference)]
    words = ["critical", "high", "medium", "low", "for information", ""]
    assert order == sorted(order, key=words.index)


@pytest.mark.parametrize("lang", LANGS)
def test_what_people_fill_in_is_empty_and_unlocked_and_the_rest_is_locked(
    reference: Dossier, lang: str
) -> None:
    page = openpyxl.load_workbook(BytesIO(written(reference, "actions", "xlsx", lang))).worksheets[0]
    assert page.protection.sheet
    for cell in page[2]:
        assert cell.protection.locked is (cell.column - 1 not in OPEN_COLUMNS)
    assert not any(page.cell(row, column + 1).value for row in (2, 3) for column in OPEN_COLUMNS)
    assert page.data_validations.dataValidation


@pytest.mark.parametrize(("lang", "then"), [("fr", "en"), ("en", "fr"), ("fr", "fr")])
def test_what_people_wrote_is_carried_over_whatever_the_language(
    reference: Dossier, filled: Filled, lang: str, then: str
) -> None:
    first, second = findings(reference)[:2]
    owner, due = (texts.OWNER.fr, texts.DUE.fr) if lang == "fr" else (texts.OWNER.en, texts.DUE.en)
    before = filled(reference, lang, **{first: {owner: "Ana", due: "2027-01-31"}})
    found = json.loads(export(reference, "actions", "json", How(lang=then, earlier=before)))  # type: ignore[arg-type]
    told = {row["key"]: row for row in found["actions"]}
    assert told[first]["owner"] == "Ana"
    assert told[first]["due"] == "2027-01-31"
    assert told[second]["owner"] == ""
    assert not [row for row in found["actions"] if row["gap"]]
    assert found["closed"] == []


def test_done_or_accepted_in_the_plan_is_looked_at_first_while_the_case_says_otherwise(
    reference: Dossier, filled: Filled
) -> None:
    done, accepted = findings(reference)[-2:]
    question = next(f.fact for q in reference.result.questions if q.live for f in q.facts if f.live)
    state = texts.STATE.en
    before = filled(
        reference, "en", **{done: {state: "done"}, accepted: {state: "accepted"}, question: {state: "done"}}
    )
    top = plan(reference, earlier=before)[:3]
    assert {row["Key"]: row["To look at"] for row in top} == {
        done: "done, but the finding remains",
        accepted: "accepted here, but not in the case (auditor accept)",
        question: "done, but the question remains",
    }


def test_what_is_gone_is_kept_with_what_it_said_and_what_is_new_is_marked(
    reference: Dossier, filled: Filled
) -> None:
    gone, stays = findings(reference)[:2]
    before = filled(reference, "en", **{gone: {texts.COMMENT.en: "see the letter"}})
    left = [f for f in reference.result.findings if f"F-{f.fingerprint}" != gone]
    without = replace(reference, result=replace(reference.result, findings=left, as_of="2030-01-01"))
    book = pages(written(without, "actions", "xlsx", "en", earlier=before))
    (closed,) = [row for row in book["Closed"] if row[0] == gone]
    assert "see the letter" in closed
    assert closed[-1] == "2030-01-01"
    assert gone not in [row[0] for row in book["Action plan"]]
    again = {title: [[str(cell) for cell in row] for row in page] for title, page in book.items()}
    back = {row["Key"]: row for row in plan(reference, earlier=again)}
    assert back[gone]["To look at"] == "new"
    assert back[stays]["To look at"] == ""
    kept = pages(written(without, "actions", "xlsx", "fr", earlier=again))["Disparus"]
    assert [row[0] for row in kept].count(gone) == 1


def test_a_finding_is_found_by_the_fingerprint_it_had_before(reference: Dossier, filled: Filled) -> None:
    old = findings(reference)[0]
    before = filled(reference, "en", **{old: {texts.OWNER.en: "Ana"}})
    renamed = [
        replace(f, fingerprint="0" * 16, formerly=[f.fingerprint]) if f"F-{f.fingerprint}" == old else f
        for f in reference.result.findings
    ]
    now = replace(reference, result=replace(reference.result, findings=renamed))
    assert {row["Key"]: row["Owner"] for row in plan(now, earlier=before)}[f"F-{'0' * 16}"] == "Ana"


@pytest.mark.parametrize("due", ["2026-01-01", "01/01/2026"])
def test_overdue_is_told_only_where_somebody_says_which_day_it_is(
    reference: Dossier, filled: Filled, due: str
) -> None:
    first = findings(reference)[0]
    before = filled(reference, "en", **{first: {texts.DUE.en: due}})
    assert not any(row["To look at"] for row in plan(reference, earlier=before))
    told = {row["Key"]: row["To look at"] for row in plan(reference, earlier=before, today="2026-01-02")}
    assert told[first] == "past its due date"
    assert not any(row["To look at"] for row in plan(reference, earlier=before, today="2026-01-01"))


@pytest.mark.parametrize("lang", LANGS)
def test_no_name_becomes_a_formula(judge: Callable[..., Dossier], lang: str) -> None:
    tree: dict[str, Any] = hostile_tree()
    for text, organisation in zip(FORMULAS, list(tree["organisations"]), strict=False):
        tree["organisations"][organisation]["title"] = text
    made = judge(tree)
    cells = [cell for row in plan(made, lang) for cell in row.values()]
    assert cells
    assert not [
        cell
        for cell in cells
        if cell.lstrip("\"' ").startswith(("=", "+", "@", "\uff1d")) and not cell.startswith("'")
    ]
    book = zipfile.ZipFile(BytesIO(written(made, "actions", "xlsx", lang)))
    assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    assert written(made, "actions", "xlsx", lang) == written(made, "actions", "xlsx", lang)


@pytest.mark.parametrize("data", [b"PK\x03\x04 no workbook", b"\x00\x01"], ids=["archive", "binary"])
def test_an_earlier_plan_that_cannot_be_read_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(data)
    with pytest.raises(Refused):
        earlier(file)


@pytest.mark.parametrize("data", [b"", b"a;b\n1;2\n"], ids=["empty", "another-table"])
def test_what_is_no_plan_is_refused_rather_than_losing_what_people_wrote(
    reference: Dossier, tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "plan.csv"
    file.write_bytes(data)
    with pytest.raises(UsageRefused, match="no action plan"):
        plan(reference, earlier=earlier(file))


def test_columns_that_people_moved_are_found_by_their_heads(reference: Dossier) -> None:
    first = findings(reference)[0]
    moved = {"Mine": [["My title"], ["Owner", "Extra", "Key"], ["Ana", "x", first], ["Nobody"]]}
    assert {row["Key"]: row["Owner"] for row in plan(reference, earlier=moved)}[first] == "Ana"


def test_a_plan_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        earlier(tmp_path / "nowhere.xlsx")

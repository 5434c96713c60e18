"""The record and letters as documents: all that the workbook or the letter says, to be signed or answered, the same bytes each time."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from auditor.api import sent
from auditor.rendering.exports.dossier import Dossier
from tests.answers.forms import CLINIC, clinic, sent_to
from tests.answers.test_commands import run
from tests.answers.test_review import HELD, held_form
from tests.rendering.exports.papers import pages, written
from tests.rendering.exports.test_stated import LIBRARY

Judge = Callable[..., Dossier]
LANGS = ("fr", "en")


def read(data: bytes) -> tuple[list[str], list[list[list[str]]]]:
    made = docx.Document(BytesIO(data))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in made.tables]
    return [paragraph.text for paragraph in made.paragraphs], tables


@pytest.mark.parametrize("lang", LANGS)
def test_the_record_as_a_document_says_what_its_workbook_says_and_has_room_to_sign(
    reference: Dossier, lang: str
) -> None:
    data = written(reference, "register", "docx", lang)
    assert data == written(reference, "register", "docx", lang)
    said, tables = read(data)
    cells = {cell for table in tables for row in table for cell in row}
    book = list(pages(written(reference, "register", "xlsx", lang)).items())
    beside = {"Une ligne par traitement", "Sources des faits", "Autres mentions", "_"}
    beside |= {"One row per activity", "Sources of facts", "Other words"}
    lost = [
        (title, cell)
        for title, rows in book
        if title not in beside
        for row in rows
        for cell in row
        if cell and str(cell) not in cells
    ]
    assert lost == []
    last = [row[0] for row in tables[-1]]
    assert last == (
        ["Nom et fonction", "Date", "Signature"]
        if lang == "fr"
        else ["Name and function", "Date", "Signature"]
    )
    assert said[0]


def test_the_name_of_an_activity_is_whole_and_hostile_words_stay_words(judge: Judge) -> None:
    tree = deepcopy(LIBRARY)
    long = "Loans of very long books & <w:t>tables</w:t> =1+1 \u202e " + "x" * 60
    tree["activities"]["loans"].update(title=long, ref="L-1")
    said, _tables = read(written(judge(tree), "register", "docx", "en"))
    assert any(
        line.startswith("L-1 Loans of very long books & <w:t>") and line.endswith("x" * 60) for line in said
    )
    assert not [line for line in said if "\u202e" in line]


def test_tables_never_run_into_each_other(judge: Judge) -> None:
    made = docx.Document(BytesIO(written(judge(LIBRARY), "register", "docx", "en")))
    kinds = [child.tag.rpartition("}")[2] for child in made.element.body]
    assert ("tbl", "tbl") not in set(itertools.pairwise(kinds))


@pytest.mark.parametrize("lang", LANGS)
def test_a_letter_as_a_document_asks_every_question_with_room_for_each_answer(
    tmp_path: Path, lang: str
) -> None:
    form = sent_to(clinic(tmp_path), "cloud")
    data = sent.document(form, lang, "dpo")
    assert data == sent.document(form, lang, "dpo")
    said, tables = read(data)
    asked: list[Any] = [(str(each.number), getattr(each.question, lang)) for each in form.questions]
    rows = [(row[0], row[1].replace("\u202f", " ").replace("\u00a0", " ")) for row in tables[0][1:]]
    assert rows == asked
    assert all(row[3] == "" for row in tables[0][1:])
    assert form.id in said[0]


def test_a_letter_shows_what_is_held_apart(tmp_path: Path) -> None:
    form = held_form(clinic(tmp_path, HELD), "cloud")
    said, tables = read(sent.document(form, "en", "dpo"))
    assert len(tables) == 2
    assert any("We also hold" in line for line in said)
    assert {row[0] for row in tables[1][1:]} == {str(each.number) for each in form.questions if each.held}


def test_documents_are_written_by_the_command(tmp_path: Path) -> None:
    clinic(tmp_path, CLINIC)
    assert run(tmp_path, "ask", "clinic", "--as", "docx", "--all", "--out", "letters").returncode == 0
    assert {file.suffix for file in (tmp_path / "letters").iterdir()} == {".docx"}
    assert (
        run(tmp_path, "export", "register", "clinic", "--format", "docx", "--out", "r.docx").returncode == 0
    )
    assert (tmp_path / "r.docx").read_bytes().startswith(b"PK")

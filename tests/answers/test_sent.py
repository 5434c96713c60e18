"""What is sent: to each addressee its own questions and nothing else, in words that accuse nobody, the same bytes each time."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
import yaml

from auditor.api import gate, sent
from auditor.api.form_lists import option_label
from auditor.api.forms import Sending, forms
from auditor.api.request import Request
from auditor.errors import UsageRefused
from auditor.model.answerable import answerable
from auditor.text import forms as texts
from auditor.text.vocabulary import VALUES
from tests.answers.forms import CLINIC, NUMBER, clinic, facts, sent_to, workbook
from tests.conftest import CASES

KINDS = sorted(sent.KINDS)
#: What nobody who is asked may read: rule ids, how grave it could be, other vendors.
SECRET = re.compile(r"\b[A-Z]{3}-\d{2,}\b|critical|Courrier Secret|mailer")


def content(form_bytes: bytes, kind: str) -> str:
    if kind == "docx":
        made = docx.Document(BytesIO(form_bytes))
        cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
        return "\n".join([*cells, *(each.text for each in made.paragraphs)])
    if kind != "xlsx":
        return form_bytes.decode()
    book = openpyxl.load_workbook(BytesIO(form_bytes))
    return "\n".join(
        str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_vendor_sees_its_own_questions_and_nothing_of_others(tmp_path: Path, kind: str) -> None:
    form = sent_to(clinic(tmp_path), "cloud")
    found = content(sent.KINDS[kind][1](form, "en", "dpo"), kind)
    assert "the server" in found
    assert SECRET.search(found) is None
    assert "booking of appointments" not in found


def test_whom_the_case_is_about_may_choose_among_all_it_knows(tmp_path: Path) -> None:
    form = sent_to(clinic(tmp_path), "clinic")
    listed = {option.word for options in form.lists.values() for option in options}
    assert {"cloud", "mailer", "clinic"} <= listed


def test_a_vendor_does_not_learn_from_whom_something_was_heard(tmp_path: Path) -> None:
    said = """{value: unknown, versions: [
      {value: plain, source: file, quote: as Jane says}, {value: encrypted, source: file}]}"""
    case = clinic(tmp_path, CLINIC.replace("at_rest: unknown", f"at_rest: {said}"))
    form = sent_to(case, "cloud")
    [asked] = [each for each in form.questions if each.route == "hosts.server.at_rest"]
    assert [each.en for each in asked.read] == ["one source: plain", "one source: encrypted"]
    assert "Jane" not in content(workbook(form), "xlsx")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_same_case_gives_the_same_bytes(tmp_path: Path, kind: str, lang: str) -> None:
    form = sent_to(clinic(tmp_path), "cloud")
    writer = sent.KINDS[kind][1]
    assert writer(form, lang, "dpo") == writer(sent_to(clinic(tmp_path), "cloud"), lang, "dpo")


def test_the_workbook_opens_on_what_to_read_and_hides_what_is_for_us(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(workbook(sent_to(clinic(tmp_path), "cloud"), "fr")))
    assert book.active.title == "À lire"
    assert {
        sheet.title: sheet.sheet_state for sheet in book.worksheets if sheet.sheet_state != "visible"
    } == {
        "_listes": "veryHidden",
        "_formulaire": "veryHidden",
    }
    assert all(len(sheet.title) <= 31 for sheet in book.worksheets)


def test_only_cells_for_answers_are_unlocked_and_lists_are_ranges(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(workbook(sent_to(clinic(tmp_path), "cloud"))))
    sheet = book["Hosting"]
    assert sheet.protection.sheet
    assert sheet.column_dimensions["A"].hidden
    assert sheet.freeze_panes
    locked = {cell.column_letter: cell.protection.locked for cell in sheet[2]}
    assert all(locked[column] for column in "ABCDEF")
    assert not any(locked[column] for column in "GLMNO")
    lists = [each.formula1 for each in sheet.data_validations.dataValidation if each.type == "list"]
    assert lists
    assert all(re.fullmatch(r"_listes!\$[A-Z]+\$1:\$[A-Z]+\$\d+", each) for each in lists)


def test_every_closed_word_that_can_be_chosen_has_a_name(tmp_path: Path) -> None:
    nameless = set()
    for case in CASES:
        judged = gate.judge(Request(paths=(case,)))
        for asked in judged.result.questions:
            for fact in asked.facts:
                field = fact.fact.rpartition(".")[2]
                for word in answerable(judged.materials.case, fact.fact).words:
                    known = (
                        word in VALUES
                        or word in texts.OPTIONS
                        or word in texts.OPTIONS_OF_FIELD.get(field, {})
                    )
                    if not known and option_label(word, field).en == word:
                        nameless.add((field, word))
    assert nameless == set()


def test_no_two_words_of_a_list_read_alike(tmp_path: Path) -> None:
    text = CLINIC.replace("mailer: {name: Courrier Secret SAS", "nuage-2: {name: Nuage SARL")
    form = sent_to(clinic(tmp_path, text), "clinic")
    for options in form.lists.values():
        for lang in ("fr", "en"):
            labels = [getattr(option.label, lang).casefold() for option in options]
            assert len(set(labels)) == len(labels)


def test_an_addressee_of_whom_nothing_is_asked_is_refused(tmp_path: Path) -> None:
    judged = gate.judge(Request(paths=(clinic(tmp_path),)))
    with pytest.raises(UsageRefused):
        forms(judged, Sending(to=("nobody",)))
    with pytest.raises(UsageRefused):
        forms(judged, Sending(number="../x"))


def test_having_asked_is_recorded_and_answered_later(tmp_path: Path) -> None:
    from tests.answers.forms import filled, read

    case = clinic(tmp_path)
    judged = gate.judge(Request(paths=(case,)))
    made = forms(judged, Sending(number=NUMBER, on="2026-03-01", dormant=True))
    [file, *_] = [each for each in sent.record(made, judged.materials.case, case) if "cloud" in each.name]
    recorded = yaml.safe_load(file.read_text())["questions"]
    assert all(each["answered"] == "false" and each["to"] == "cloud" for each in recorded.values())
    after = gate.judge(Request(paths=(case,))).result
    [fact] = [
        each for asked in after.questions for each in asked.facts if each.fact == "hosts.server.at_rest"
    ]
    assert [(each.asked, each.answered) for each in fact.asked] == [("2026-03-01", "false")]
    form = next(each for each in made if each.to == "cloud")
    read(case, filled(workbook(form), {"hosts.server.at_rest": {"state": "not known to us"}}))
    [number] = [each.number for each in form.questions if each.route == "hosts.server.at_rest"]
    questions = facts(case).case.questions
    assert questions[f"{form.id}-{number}"].answered.value == "true"
    assert questions[f"{form.id}-{number}"].asked == "2026-03-01"
    assert (
        sum(each.answered == "false" for name, each in questions.items() if name.startswith(f"{form.id}-"))
        == len(form.questions) - 1
    )


def test_a_skeleton_is_not_written_into_the_case(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    with pytest.raises(UsageRefused):
        sent.put(
            [sent_to(case, "cloud")], "reply-skeleton", "en", profile="dpo", into=case / "forms", cases=[case]
        )


def test_the_published_schema_takes_what_the_page_saves_and_the_skeleton_and_nothing_else(
    tmp_path: Path,
) -> None:
    import json

    from jsonschema import Draft202012Validator

    from auditor.api.schema import schema
    from tests.answers.test_hostile import answer, page_file

    form = sent_to(clinic(tmp_path), "cloud")
    check = Draft202012Validator(json.loads(schema("answers")))
    said = [answer(form, "hosts.server.at_rest", values=["encrypted"])]
    assert list(check.iter_errors(json.loads(page_file(form, said)))) == []
    assert list(check.iter_errors(yaml.safe_load(sent.skeleton(form, "fr", "dpo")))) == []
    assert list(check.iter_errors(json.loads(page_file(form, said, extra=1)))) != []

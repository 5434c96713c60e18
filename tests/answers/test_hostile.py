"""Files that came back from strangers: nothing in them runs, nothing is guessed, nothing goes where it is not asked for."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from auditor.api import sent
from auditor.errors import AuditorError, Refused, UsageRefused
from auditor.loading.importing.format import Document
from auditor.loading.replies.read import reply_in
from auditor.model.forms import ANSWERS, NUMBER, Form
from tests.answers.forms import CLINIC, clinic, facts, filled, read, sent_to, told, workbook

HOSTILE = (
    '=HYPERLINK("http://example.com","x")',
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    '=DDE("cmd";"/C calc";"x")',
    "\ttab",
    "＝1+1",
    "a: b\nsources: {x: {title: y}}\n- &a *a !!python/object:os.system",
    "<script>alert(1)</script>",
    "${{ github.token }} ::warning::x",
    "'; DROP TABLE",
    "\u202eevil\u200b\u2066",
    "null",
    "~",
    "#!/bin/sh",
)


def page_file(form: Form, answers: list[dict[str, Any]], /, **changed: Any) -> bytes:
    """The file that the page saves."""
    made = {
        "format": ANSWERS,
        "form": form.id,
        "case": form.case,
        "sha256": form.digest,
        "to": form.to,
        "questions": len(form.questions),
        "by": {"name": "", "function": "", "organisation": "", "on": "", "printed": "", "consent": ""},
        "answers": answers,
        "papers": [],
        **changed,
    }
    return json.dumps(made).encode()


def answer(form: Form, route: str, **said: Any) -> dict[str, Any]:
    asked = next(each for each in form.questions if each.route == route)
    return {"route": route, "number": asked.number, "digest": asked.digest, "values": [], **said}


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_back_as_words(tmp_path: Path, words: str) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "clinic")
    read(case, page_file(form, [answer(form, "activities.care.retention", values=[words], other=words)]))
    fact = facts(case).fact("activities.care.retention")
    seen = "".join(c for c in words.strip() if c not in "\u202e\u200b\u2066")
    assert fact.value == seen
    assert facts(case).case.activities["care"].retention.quote == seen


@pytest.mark.parametrize("words", [words for words in HOSTILE[:7] if words.isprintable()])
def test_a_workbook_of_hostile_names_holds_no_formula(tmp_path: Path, words: str) -> None:
    text = CLINIC.replace("{fr: le serveur, en: the server}", json.dumps(words))
    form = sent_to(clinic(tmp_path, text), "cloud")
    data = workbook(form)
    with ZipFile(BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if b"<f>" in archive.read(name)]
        assert not [
            name for name in archive.namelist() if "external" in name.lower() or "hyperlink" in name.lower()
        ]
    subjects = {row[2].value for row in openpyxl.load_workbook(BytesIO(data))["Hosting"].iter_rows(min_row=2)}
    assert words.strip() in {str(each).strip() for each in subjects}


def test_a_form_about_hostile_names_comes_back_all_the_same(tmp_path: Path) -> None:
    case = clinic(tmp_path, CLINIC.replace("{fr: le serveur, en: the server}", '"=1+1 <b>&amp;\'\\""'))
    form = sent_to(case, "cloud")
    reply = read(case, filled(workbook(form), {"hosts.server.at_rest": {"values": ["encrypted"]}}))
    assert reply.counts["answered"] == 1


def test_a_formula_is_read_as_what_it_shows_and_told(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "clinic")
    asked = next(each for each in form.questions if each.route == "activities.care.retention")
    register = [each for table in form.tables if table.theme == "register" for each in table.questions]
    data = filled(workbook(form), {asked.route: {"other": "see there"}})
    file = tmp_path / "formula.xlsx"
    file.write_bytes(data)
    book = openpyxl.load_workbook(file)
    place = f"G{register.index(asked) + 2}"
    book["Record"][place] = '=CONCATENATE("5"," years")'
    book.save(file)
    reply = read(case, shown(file.read_bytes(), b"5 years"))
    assert [(each.what, each.at, each.words) for each in reply.told] == [
        ("formula", f"Record!{place}", "5 years")
    ]
    assert facts(case).fact(asked.route).value == "5 years"


def shown(data: bytes, result: bytes) -> bytes:
    """A workbook whose one formula has been calculated, as the program that saved it does."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            xml = re.sub(
                rb"(<c [^>]*)>(<f>.*?</f>)<v ?/?>(</v>)?",
                rb'\1 t="str">\2<v>' + result + b"</v>",
                old.read(name),
            )
            new.writestr(name, xml)
    return out.getvalue()


def test_a_workbook_with_macros_is_refused(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    out = BytesIO(workbook(sent_to(case, "cloud")))
    with ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    with pytest.raises(Refused):
        read(case, out.getvalue())


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    out = BytesIO(workbook(sent_to(case, "cloud")))
    with ZipFile(out, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/x.bin", b"\0" * 50_000_000)
    with pytest.raises(Refused):
        read(case, out.getvalue())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"{}",
        b"[" * 100_000,
        b"{" * 100_000,
        b"PK\x03\x04broken",
        b"\xd0\xcf\x11\xe0old",
        b"%PDF-1.7",
        b'{"format": "auditor.answers/1"}',
        b"\xff\xfe\x00",
        b"form: &a [*a]",
    ],
)
def test_what_is_no_form_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(AuditorError):
        read(clinic(tmp_path), data)


@pytest.mark.parametrize(
    "changed",
    [
        {"extra": 1},
        {"form": "../../etc/passwd"},
        {"form": "form-x/../y"},
        {"form": "F-0123456789abcdef"},
        {"form": "other"},
        {"questions": -1e99},
        {"answers": [{"route": "x", "number": 1, "run": "y"}]},
        {"papers": [{"number": "1", "title": "x", "path": "/etc/passwd"}]},
        {"sha256": 5},
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, changed: dict[str, Any]) -> None:
    case = clinic(tmp_path)
    with pytest.raises((Refused, UsageRefused)):
        read(case, page_file(sent_to(case, "cloud"), [], **changed))
    assert [file.name for file in case.iterdir()] == ["case.yaml"]


@pytest.mark.parametrize(
    "route",
    [
        "activities.care.retention",
        "case.about",
        "case.as_of",
        "sources.file.title",
        "organisations.clinic.country",
        "organisations.clinic.note",
        "hosts.server",
        "hosts.server.operator.value",
        "hosts.server.__class__",
        "hosts..keys",
        "agreements.clinic>nobody.signed",
        "answers.x.facts",
        "imports.x.facts",
        "knowledge.x",
        "",
        "...",
        "hosts.server." + "x" * 5_000,
    ],
)
def test_a_forged_route_states_nothing(tmp_path: Path, route: str) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    forged = [{"route": route, "number": 1, "digest": "0" * 12, "values": ["FR"]}]
    before = facts(case).case
    reply = read(case, page_file(form, forged))
    assert reply.facts == []
    assert not reply.counts.get("answered")
    after = facts(case).case
    assert (after.hosts, after.activities, after.organisations) == (
        before.hosts,
        before.activities,
        before.organisations,
    )


def test_who_was_not_asked_cannot_answer(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    theirs, ours = sent_to(case, "clinic"), sent_to(case, "cloud")
    forged = [answer(theirs, "activities.care.retention", values=["5 years"])]
    reply = read(case, page_file(ours, forged))
    assert (reply.facts, told(reply)) == ([], {"not-asked-of-them"})


def test_a_huge_text_is_cut_and_told(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "clinic")
    reply = read(case, page_file(form, [answer(form, "activities.care.retention", other="x" * 1_000_000)]))
    assert "cut" in told(reply)
    assert len(facts(case).case.activities["care"].retention.quote) == 10_000


def test_a_huge_text_of_a_workbook_is_cut_and_told(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    data = filled(workbook(sent_to(case, "clinic")), {"activities.care.retention": {"other": "x" * 12_000}})
    assert "cut" in told(read(case, data))
    assert len(facts(case).case.activities["care"].retention.quote) == 10_000


def test_too_many_answers_are_refused(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "clinic")
    with pytest.raises(Refused):
        read(case, page_file(form, [answer(form, "activities.care.retention", values=["x"])] * 2_001))


def test_an_answer_with_which_the_case_makes_no_sense_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    said = [
        answer(form, "hosts.server.runs_on", values=["server"]),
        answer(form, "hosts.server.at_rest", values=["encrypted"]),
    ]
    reply = read(case, page_file(form, said))
    assert told(reply) == {"senseless"}
    assert reply.counts == {"not-taken": 1, "answered": 1, "empty": len(form.questions) - 2}
    assert facts(case).fact("hosts.server.runs_on").unsettled


def test_papers_name_no_file_that_is_opened(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    papers = [{"number": "1", "title": "/etc/passwd", "date": "9999-99-99", "pages": "-1"}]
    read(
        case,
        page_file(
            form, [answer(form, "hosts.server.at_rest", values=["encrypted"], paper="1")], papers=papers
        ),
    )
    paper = facts(case).case.sources[f"{form.id}-paper-1"]
    assert (paper.title, paper.date, paper.url, paper.note) == ("/etc/passwd", "", "", "9999-99-99 · -1")


@given(text=st.text(max_size=60), state=st.text(max_size=20))
def test_whatever_is_written_in_a_reply_it_is_read_or_refused_and_never_crashes(
    text: str, state: str
) -> None:
    written = {
        "format": ANSWERS,
        "form": "form-1-x",
        "case": "c",
        "sha256": "",
        "questions": 1,
        "answers": [
            {"route": text, "number": 1, "says": [text, state], "state": state, "paper": text, "page": state}
        ],
    }
    data = yaml.safe_dump(written, allow_unicode=True).encode("utf-8", "replace")
    try:
        reply_in(Document(name="reply.yaml", data=data))
    except Refused:
        return


def test_a_skeleton_filled_in_by_hand_comes_back_as_facts(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    skeleton = sent.skeleton(form, "fr", "dpo").decode()
    assert yaml.safe_load(skeleton)["answers"][0]["says"] == ""
    tree = yaml.safe_load(skeleton)
    for each in tree["answers"]:
        if each["route"] == "hosts.server.location":
            each["says"] = ["Allemagne", "Suisse"]
        if each["route"] == "hosts.server.keys":
            each["state"] = "refused"
    reply = read(case, yaml.safe_dump(tree, allow_unicode=True).encode(), name="reply.yaml")
    assert reply.counts == {"answered": 1, "refused": 1, "empty": len(form.questions) - 2}
    assert facts(case).fact("hosts.server.location").value == ["DE", "CH"]
    assert facts(case).fact("hosts.server.keys").value == "not-produced"


def test_an_untouched_skeleton_states_nothing(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    assert read(case, sent.skeleton(form, "en", "dpo"), name="reply.yaml").counts == {
        "empty": len(form.questions)
    }


@pytest.mark.parametrize("number", ["9" * 5_000, "\u0663", "--5", "\u00b2"])
def test_a_question_of_a_workbook_whose_number_is_none_is_told_as_altered(
    tmp_path: Path, number: str
) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "clinic")
    said = {"activities.care.retention": {"values": ["3 years"]}}
    book = openpyxl.load_workbook(BytesIO(filled(workbook(form), said)))
    for sheet in book.worksheets:
        for row in range(2, sheet.max_row + 1):
            if sheet["A1"].value == "route" and sheet.cell(row, NUMBER + 1).value is not None:
                sheet.cell(row, NUMBER + 1).value = number
    out = BytesIO()
    book.save(out)
    reply = read(case, out.getvalue())
    assert "altered" in told(reply)
    assert [each.answer for each in reply.answers if each.became == "not-taken"] == ["3 years"]


def test_the_name_of_a_sheet_is_kept_with_what_cannot_be_seen_in_it_written_out(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    said = {"activities.care.retention": {"values": ["3 years"]}}
    book = openpyxl.load_workbook(BytesIO(filled(workbook(sent_to(case, "clinic")), said)))
    book["Record"].title = "Rec\u202eord"
    out = BytesIO()
    book.save(out)
    read(case, out.getvalue())
    fact = facts(case).fact("activities.care.retention")
    assert (fact.value, "#Rec%E2%80%AEord!" in fact.source) == ("3 years", True)


def test_a_paper_numbered_in_the_digits_of_another_alphabet_is_the_paper_of_that_number(
    tmp_path: Path,
) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "clinic")
    route = "activities.care.retention"
    said = [answer(form, route, values=["3 years"], paper="\u0663")]
    read(case, page_file(form, said, papers=[{"number": "\u0663", "title": "Rules"}]))
    assert f"{form.id}-paper-3" in facts(case).case.activities["care"].retention.also
    assert facts(case).case.sources[f"{form.id}-paper-3"].title == "Rules"


@pytest.mark.parametrize("number", ["9" * 5_000, "--5", "-5"])
def test_a_paper_whose_number_is_none_leaves_the_answer_as_it_is(tmp_path: Path, number: str) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "clinic")
    route = "activities.care.retention"
    said = [answer(form, route, values=["3 years"], paper=number)]
    read(case, page_file(form, said, papers=[{"number": number, "title": "Rules"}]))
    assert facts(case).fact(route).value == "3 years"

"""From a question to a fact and back: what is answered is stated with the reply as its source, what is not stays open."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from auditor.api import gate
from auditor.api.answers import attached
from auditor.api.forms import Sending, forms
from auditor.api.request import Request
from auditor.errors import Refused, UsageRefused
from auditor.model.answerable import answerable, words_in
from auditor.model.forms import Form, FormQuestion
from tests.answers.forms import NUMBER, clinic, facts, filled, read, sent_to, told, workbook
from tests.conftest import REFERENCE


def first_of(form: Form, asked: FormQuestion) -> dict[str, Any]:
    """An answer that fits the question: the first word of its list that is not the subject itself, else a text."""
    if asked.in_words:
        return {"other": "see the contract"}
    if asked.listed:
        own = asked.route.split(".")[1]
        return {"values": [next(each.label.en for each in form.lists[asked.listed] if each.word != own)]}
    return {"values": ["18" if asked.route.endswith(".age") else "5 years"]}


def expected(form: Form, asked: FormQuestion) -> str:
    if not asked.listed:
        return "18" if asked.route.endswith(".age") else "5 years"
    own = asked.route.split(".")[1]
    return next(each.word for each in form.lists[asked.listed] if each.word != own)


def test_every_kind_of_question_of_the_reference_case_comes_back_as_exactly_its_fact(tmp_path: Path) -> None:
    case = tmp_path / REFERENCE.name
    shutil.copytree(REFERENCE, case)
    before = gate.judge(Request(paths=(case,)))
    sent = forms(before, Sending(number=NUMBER, dormant=True))
    assert sum(len(form.questions) for form in sent) == sum(
        len(each.facts) for each in before.result.questions
    )
    for form in sent:
        answers = {each.route: first_of(form, each) for each in form.questions}
        reply = read(case, filled(workbook(form), answers), name=f"{form.id}.xlsx")
        assert reply.is_whole, reply.told
        assert sum(reply.counts.values()) == len(form.questions)
    after = gate.judge(Request(paths=(case,)))
    stated = 0
    for form in sent:
        for asked in form.questions:
            fact = after.materials.fact(asked.route)
            if asked.in_words or asked.votes:
                continue
            stated += 1
            assert expected(form, asked) in words_in(fact.value), asked.route
            assert fact.source.partition("#")[0] == form.id or isinstance(fact.value, list), asked.route
    assert stated > 200
    still = {fact.fact for asked in after.result.questions for fact in asked.facts}
    settled = {each.route for form in sent for each in form.questions if not each.in_words and not each.votes}
    assert len(still & settled) < len(settled) // 20, (
        "an answer may itself raise a question on the same fact, rarely"
    )


def test_a_check_afterwards_shows_fewer_open_points_each_answer_with_the_reply_as_its_source(
    tmp_path: Path,
) -> None:
    case = clinic(tmp_path)
    before = gate.judge(Request(paths=(case,))).result
    form = sent_to(case, "cloud")
    said = {"hosts.server.at_rest": {"values": ["encrypted"]}, "hosts.server.kept_for": {"values": ["5 ans"]}}
    reply = read(case, filled(workbook(form), said))
    assert (reply.counts["answered"], reply.counts["empty"]) == (2, len(form.questions) - 2)
    after = gate.judge(Request(paths=(case,))).result
    still = {fact.fact for asked in after.questions for fact in asked.facts}
    assert still.isdisjoint(said)
    assert sum(len(asked.facts) for asked in after.questions) < sum(
        len(asked.facts) for asked in before.questions
    )
    fact = facts(case).fact("hosts.server.kept_for")
    assert (fact.value, fact.known) == ("5 ans", "declared")
    assert fact.source.startswith("form-2026-03-cloud#Hosting!G")


def test_a_form_returned_untouched_states_nothing(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    before = gate.judge(Request(paths=(case,))).result.questions
    form = sent_to(case, "clinic")
    reply = read(case, filled(workbook(form), {}))
    assert reply.counts == {"empty": len(form.questions)}
    assert gate.judge(Request(paths=(case,))).result.questions == before


def test_a_suggestion_that_is_left_alone_is_no_answer(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    record = """\
imports:
  register:
    kind: register
    format: row-per-activity
    file: register.csv
    sha256: "%s"
    to_ask:
    - {fact: activities.care.retention, at: "file#B2", why: no-period, words: as long as needed, suggest: 5 years}
"""
    (case / "more.yaml").write_text("auditor: 1\n" + record % ("0" * 64), encoding="utf-8")
    form = sent_to(case, "clinic")
    asked = next(each for each in form.questions if each.route == "activities.care.retention")
    assert [each.en for each in asked.suggested] == ["5 years"]
    assert "as long as needed" in asked.read[0].en
    reply = read(case, filled(workbook(form), {}))
    assert reply.counts == {"empty": len(form.questions)}
    assert facts(case).fact("activities.care.retention").unsettled


def test_a_list_keeps_what_was_known_and_is_closed_or_stays_open_as_they_say(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "clinic")
    more = {"activities.care.processors": {"values": ["Courrier Secret SAS"], "state": "answered in part"}}
    assert read(case, filled(workbook(form), more)).counts["partly"] == 1
    assert set(words_in(facts(case).fact("activities.care.processors").value)) == {
        "cloud",
        "mailer",
        "unknown",
    }
    (case / "answers-form-2026-03-clinic.yaml").unlink()
    (case / "answers-form-2026-03-clinic-by.yaml").unlink()
    all_of_them = {"activities.care.processors": {"values": ["Nuage SARL; Courrier Secret SAS"]}}
    assert read(case, filled(workbook(form), all_of_them)).counts["answered"] == 1
    value = facts(case).fact("activities.care.processors").value
    assert set(words_in(value)) == {"cloud", "mailer"}


def test_none_is_an_answer_and_an_empty_cell_is_not(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "clinic")
    read(case, filled(workbook(form, "fr"), {"activities.care.own_use": {"values": ["— aucun"]}}))
    assert facts(case).fact("activities.care.own_use").value == "none"
    assert facts(case).fact("activities.care.recipients").unsettled


def test_an_organisation_that_the_case_does_not_know_is_new_to_it_and_asked_about(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "clinic")
    reply = read(case, filled(workbook(form), {"activities.care.own_use": {"values": ["Données & Fils SA"]}}))
    assert "newcomer" in told(reply)
    read_back = facts(case)
    [name] = words_in(read_back.fact("activities.care.own_use").value)
    assert read_back.fact(f"organisations.{name}.name").value == "Données & Fils SA"
    assert read_back.case.organisations[name].kind == "unknown"


@pytest.mark.parametrize(
    ("state", "value"),
    [
        ("document not handed over", "not-produced"),
        ("would rather not answer", "not-produced"),
        ("not known to us", "unknown"),
        ("does not apply (say why)", "unknown"),
    ],
)
def test_a_refusal_and_not_knowing_settle_nothing_and_are_noted_as_an_answer(
    tmp_path: Path, state: str, value: str
) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    read(case, filled(workbook(form), {"hosts.server.location": {"state": state, "other": "trade secret"}}))
    fact = facts(case).fact("hosts.server.location")
    assert fact.value == value
    asked = next(each for each in form.questions if each.route == "hosts.server.location")
    question = facts(case).case.questions[f"{form.id}-{asked.number}"]
    assert question.answered.value == "true"
    [host] = [facts(case).case.hosts["server"]]
    assert host.location.quote == "trade secret"


def test_words_alone_are_kept_for_a_person_and_state_nothing(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    reply = read(
        case, filled(workbook(form), {"hosts.server.location": {"other": "In our two data centres."}})
    )
    assert reply.counts["in-words"] == 1
    read_back = facts(case)
    assert read_back.fact("hosts.server.location").value == "unknown"
    assert read_back.case.hosts["server"].location.quote == "In our two data centres."
    assert [each.words for each in read_back.case.answers[form.id].to_settle] == ["In our two data centres."]


def test_a_question_without_a_field_is_answered_in_words(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "clinic")
    assert answerable(facts(case).case, "activities.care.notice").in_words
    read(case, filled(workbook(form), {"activities.care.notice": {"other": "The poster in the hall."}}))
    [kept] = facts(case).case.answers[form.id].to_settle
    assert (kept.label, kept.words) == ("activities.care.notice", "The poster in the hall.")


def test_a_paper_is_named_as_a_further_source_with_its_page(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    said = {"hosts.server.at_rest": {"values": ["encrypted"], "paper": 1, "page": "p. 3"}}
    papers = {"Papers": {"B2": "Security annex", "C2": "2025-11-02", "D2": "12"}}
    read(case, filled(workbook(form), said, papers))
    read_back = facts(case)
    assert read_back.case.hosts["server"].at_rest.also == [f"{form.id}-paper-1#p. 3"]
    paper = read_back.case.sources[f"{form.id}-paper-1"]
    assert (paper.title, paper.date, paper.note) == ("Security annex", "2025-11-02", "12")


def test_a_paper_that_came_along_documents_the_answer(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    annex = tmp_path / "annex.pdf"
    annex.write_bytes(b"annex")
    said = {
        "hosts.server.at_rest": {"values": ["encrypted"], "paper": 1, "page": "3"},
        "hosts.server.kept_for": {"values": ["5 years"]},
    }
    data = filled(workbook(form), said, {"Papers": {"B2": "Security annex"}})
    read(case, data, attached=attached([f"1={annex}"]))
    read_back = facts(case)
    fact = read_back.fact("hosts.server.at_rest")
    assert (fact.known, fact.source) == ("documented", f"{form.id}-paper-1#p. 3")
    assert read_back.case.hosts["server"].at_rest.also[0].startswith(f"{form.id}#Hosting!")
    assert read_back.case.sources[f"{form.id}-paper-1"].sha256 == sha256(b"annex").hexdigest()
    assert read_back.fact("hosts.server.kept_for").known == "declared"


@pytest.mark.parametrize("paper", ["2={annex}", "x={annex}", "1=", "1", "1=nothing.pdf"])
def test_a_paper_that_the_form_does_not_name_is_refused(tmp_path: Path, paper: str) -> None:
    case = clinic(tmp_path)
    annex = tmp_path / "annex.pdf"
    annex.write_bytes(b"annex")
    data = filled(workbook(sent_to(case, "cloud")), {}, {"Papers": {"B2": "Security annex"}})
    with pytest.raises((UsageRefused, Refused)):
        read(case, data, attached=attached([paper.format(annex=annex)]))


def test_who_speaks_of_somebody_else_alleges(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    content = (case / "case.yaml").read_text().replace("operator: cloud", "operator: unknown")
    (case / "case.yaml").write_text(content)
    form = sent_to(case, "clinic")
    read(case, filled(workbook(form), {"hosts.server.at_rest": {"values": ["encrypted"]}}))
    assert facts(case).fact("hosts.server.at_rest").known == "alleged"


def test_an_agreement_that_nobody_listed_is_not_taken_for_signed_by_an_answer_on_it(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "clinic")
    read(case, filled(workbook(form), {"agreements.clinic>cloud.exit_clause": {"values": ["yes"]}}))
    read_back = facts(case)
    assert read_back.fact("agreements.clinic>cloud.exit_clause").value == "true"
    assert read_back.fact("agreements.clinic>cloud.signed").unsettled
    assert read_back.fact("agreements.clinic>cloud.complete").unsettled


def test_rows_may_be_sorted_and_deleted(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    said = {
        "hosts.server.at_rest": {"values": ["encrypted"]},
        "hosts.server.kept_for": {"values": ["5 years"]},
    }
    file = tmp_path / "sorted.xlsx"
    file.write_bytes(filled(workbook(form), said))
    book = openpyxl.load_workbook(file)
    sheet = book["Hosting"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for at, row in enumerate(sorted(rows[1:], key=lambda row: str(row[3]), reverse=True), 2):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
    sheet.delete_rows(len(rows) + 1)
    book.save(file)
    kept = {row[0] for row in rows[1:]}
    reply = read(case, file.read_bytes())
    assert reply.is_whole
    for route in kept & said.keys():
        assert not facts(case).fact(route).unsettled


def test_a_french_form_is_read_in_an_english_session_and_the_other_way_round(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    read(case, filled(workbook(form, "fr"), {"hosts.server.location": {"values": ["Allemagne", "Suisse"]}}))
    assert words_in(facts(case).fact("hosts.server.location").value) == ["DE", "CH"]


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    data = filled(workbook(form), {"hosts.server.at_rest": {"values": ["encrypted"]}})
    read(case, data)
    before = {file.name: file.read_bytes() for file in case.iterdir()}
    again = read(case, data)
    assert all(file.unchanged for file in again.files)
    assert {file.name: file.read_bytes() for file in case.iterdir()} == before

"""What is not simply taken: altered, stale, contradictory, another case's, a second reply; each is told, none is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from auditor.api import gate
from auditor.api.request import Request
from auditor.errors import Refused, UsageRefused
from tests.answers.forms import CLINIC, clinic, facts, filled, read, sent_to, told, workbook

AT_REST = "hosts.server.at_rest"
ENCRYPTED = {AT_REST: {"values": ["encrypted"]}}
PLAIN = {AT_REST: {"values": ["plain"]}}


def altered(data: bytes, place: str, value: Any, tmp_path: Path) -> bytes:
    file = tmp_path / "altered.xlsx"
    file.write_bytes(data)
    book = openpyxl.load_workbook(file)
    book["Hosting"][place] = value
    book.save(file)
    return file.read_bytes()


def row_of(form: Any, route: str) -> int:
    hosting = [each for table in form.tables if table.theme == "hosting" for each in table.questions]
    return [each.route for each in hosting].index(route) + 2


@pytest.mark.parametrize("column", ["B", "C", "D"])
def test_a_question_that_was_altered_is_not_taken_and_told(tmp_path: Path, column: str) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    place = f"{column}{row_of(form, AT_REST)}"
    reply = read(case, altered(filled(workbook(form), ENCRYPTED), place, "9999", tmp_path))
    assert (reply.counts["not-taken"], told(reply)) == (1, {"altered"})
    assert facts(case).fact(AT_REST).unsettled


@pytest.mark.parametrize(
    "route", ["hosts.server.operator", "activities.care.retention", "case.about", "x", "hosts.gone.keys"]
)
def test_a_fact_that_the_form_does_not_ask_for_cannot_be_slipped_in(tmp_path: Path, route: str) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    place = f"A{row_of(form, AT_REST)}"
    reply = read(case, altered(filled(workbook(form), ENCRYPTED), place, route, tmp_path))
    assert reply.facts == []
    assert "not-of-the-form" in told(reply)


def test_the_same_question_twice_is_not_taken(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    other = next(
        each.route
        for table in form.tables
        for each in table.questions
        if table.theme == "hosting" and each.route != AT_REST
    )
    data = filled(workbook(form), {**ENCRYPTED, other: {"other": "x"}})
    reply = read(case, altered(data, f"A{row_of(form, other)}", AT_REST, tmp_path))
    assert reply.facts == []
    assert told(reply) == {"twice"}


def test_a_list_of_questions_that_was_changed_refuses_the_form(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    file = tmp_path / "list.xlsx"
    file.write_bytes(workbook(form))
    book = openpyxl.load_workbook(file)
    sheet = book["_formulaire"]
    sheet.cell(10, 2).value = "activities.care.retention"
    book.save(file)
    with pytest.raises(Refused, match="altered"):
        read(case, file.read_bytes())


def test_an_added_row_is_told(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    data = altered(workbook(form), "G60", "one more thing", tmp_path)
    assert told(read(case, data)) == {"added"}


def settled(value: str) -> str:
    return CLINIC.replace("at_rest: unknown", f"at_rest: {value}")


def test_what_changed_since_is_stale_and_stands_beside_only_if_wanted(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    data = filled(workbook(form), PLAIN)
    clinic(tmp_path, settled("encrypted"))
    reply = read(case, data, write=False)
    assert (reply.counts["stale"], reply.facts, reply.is_whole) == (1, [], False)
    read(case, data, take_stale=True)
    host = facts(case).case.hosts["server"]
    assert host.at_rest.value == "unknown"
    assert [(each.value, each.source.partition("#")[0]) for each in host.at_rest.versions] == [
        ("encrypted", "file"),
        ("plain", form.id),
    ]


def test_the_case_may_have_moved_on_elsewhere(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    clinic(tmp_path, CLINIC.replace("retention: unknown", "retention: 2 years"))
    assert read(case, filled(workbook(form), ENCRYPTED)).counts["answered"] == 1


def test_what_somebody_settled_alike_since_is_known_by_both(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    clinic(tmp_path, CLINIC.replace("at_rest: unknown", "at_rest: {value: encrypted, known: documented}"))
    assert read(case, filled(workbook(form), ENCRYPTED)).counts["same"] == 1
    host = facts(case).case.hosts["server"]
    assert [each.partition("#")[0] for each in host.at_rest.also] == [form.id]


def test_a_subject_that_is_gone_is_told_as_stale(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    clinic(tmp_path, CLINIC.replace("server", "machine"))
    reply = read(case, filled(workbook(form), ENCRYPTED))
    assert (reply.counts["stale"], told(reply)) == (1, {"gone"})


def test_two_replies_that_contradict_each_other_are_versions_and_the_finding_is_a_question_again(
    tmp_path: Path,
) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    data = workbook(form)
    read(case, filled(data, PLAIN))
    found = {
        each.rule
        for each in gate.judge(Request(paths=(case,))).result.findings
        if each.outcome == "established"
    }
    reply = read(case, filled(data, ENCRYPTED), name="other.xlsx", supersedes=form.id)
    assert reply.counts["contradictory"] == 1
    result = gate.judge(Request(paths=(case,))).result
    host = facts(case).case.hosts["server"]
    assert [each.value for each in host.at_rest.versions] == ["encrypted", "plain"]
    [open_fact] = [fact for asked in result.questions for fact in asked.facts if fact.fact == AT_REST]
    assert len(open_fact.versions) == 2
    assert found >= {each.rule for each in result.findings if each.outcome == "established"}


def test_a_second_reply_must_say_that_it_corrects_the_first(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    data = workbook(sent_to(case, "cloud"))
    read(case, filled(data, PLAIN))
    with pytest.raises(UsageRefused):
        read(case, filled(data, ENCRYPTED), name="other.xlsx")


def test_the_author_settles_by_stating_the_value_with_the_reply_named(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    data = filled(workbook(form), PLAIN)
    clinic(tmp_path, settled("encrypted"))
    read(case, data, take_stale=True)
    assert facts(case).fact(AT_REST).value == "unknown"
    clinic(tmp_path, settled(f"{{value: encrypted, also: [{form.id}]}}"))
    assert facts(case).fact(AT_REST).value == "encrypted"
    clinic(tmp_path, settled("none"))
    assert facts(case).fact(AT_REST).value == "none"


def test_what_people_write_later_goes_before_an_answer_and_that_is_visible(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    read(case, filled(workbook(form), PLAIN))
    clinic(tmp_path, settled("encrypted"))
    read_back = facts(case)
    assert read_back.fact(AT_REST).value == "encrypted"
    assert [(each.route, each.by) for each in read_back.overrides] == [(AT_REST, "answer")]


@pytest.mark.parametrize(
    ("said", "old", "new"),
    [
        (PLAIN, "server", "machine"),
        ({"organisations.cloud.access_from": {"values": ["Switzerland"]}}, "cloud", "sky"),
    ],
)
def test_an_answer_on_what_the_case_no_longer_has_is_an_error_with_its_place(
    tmp_path: Path, said: dict[str, Any], old: str, new: str
) -> None:
    case = clinic(tmp_path)
    read(case, filled(workbook(sent_to(case, "cloud")), said))
    clinic(tmp_path, CLINIC.replace(old, new))
    with pytest.raises(Refused) as refused:
        facts(case)
    assert any(each.line and "answers-form" in each.path for each in refused.value.problems)


def test_the_form_of_another_case_is_refused(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    data = filled(workbook(sent_to(case, "cloud")), ENCRYPTED)
    clinic(tmp_path, CLINIC.replace("id: clinic", "id: hospital"))
    with pytest.raises(Refused):
        read(case, data)


def test_a_file_that_no_reply_made_is_not_written_over(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    data = filled(workbook(sent_to(case, "cloud")), ENCRYPTED)
    mine = case / "answers-form-2026-03-cloud.yaml"
    mine.write_text("auditor: 1\nsources: {mine: {title: Mine}}\n")
    with pytest.raises(UsageRefused):
        read(case, data)
    assert "Mine" in mine.read_text()


def test_a_file_that_was_edited_by_hand_refuses_the_case(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    read(case, filled(workbook(sent_to(case, "cloud")), ENCRYPTED))
    made = case / "answers-form-2026-03-cloud.yaml"
    made.write_text(made.read_text().replace("encrypted", "plain"))
    with pytest.raises(Refused):
        facts(case)


@pytest.mark.parametrize(
    ("named", "other"),
    [
        ({"B1": "Jane Doe"}, False),
        ({"B1": "Jane Doe", "B2": "DPO"}, False),
        ({"B1": "Jane"}, True),
        ({"B1": "Doe, John"}, True),
    ],
)
def test_a_form_names_somebody_else_where_the_name_differs_and_not_for_want_of_a_function(
    tmp_path: Path, named: dict[str, str], other: bool
) -> None:
    case = clinic(tmp_path)
    reply = read(case, filled(workbook(sent_to(case, "cloud")), ENCRYPTED, {"Your reply": named}))
    assert ("other-author" in told(reply)) is other


def test_who_replies_stands_in_a_confidential_file_alone(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    data = filled(
        workbook(sent_to(case, "cloud")), ENCRYPTED, {"Your reply": {"B1": "Max Muster", "B2": "CISO"}}
    )
    reply = read(case, data)
    assert "other-author" in told(reply)
    public, secret = (case / f"answers-form-2026-03-cloud{end}.yaml" for end in ("", "-by"))
    assert "confidential: 'true'" in secret.read_text() or 'confidential: "true"' in secret.read_text()
    assert "Jane" in secret.read_text()
    assert "Max Muster, CISO" in secret.read_text()
    assert "Jane" not in public.read_text()
    assert "Max" not in public.read_text()
    assert facts(case).case.answers["form-2026-03-cloud"].by == "Jane Doe, DPO"


def test_a_text_is_printed_only_with_consent(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    data = workbook(sent_to(case, "cloud"))
    read(case, filled(data, {}, {"Your reply": {"B5": "We disagree.", "B6": "no"}}), write=True)
    assert facts(case).case.replies == {}
    read(
        case,
        filled(data, {}, {"Your reply": {"B5": "We disagree.", "B6": "yes"}}),
        supersedes="form-2026-03-cloud",
    )
    [printed] = facts(case).case.replies.values()
    assert (printed.by, printed.text) == ("cloud", "We disagree.")

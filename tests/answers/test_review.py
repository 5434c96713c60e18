"""What is looked at before it is taken, what is told where the question stands, and which forms are late."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.api import answers, gate
from auditor.api.forms import Sending, forms
from auditor.api.request import Request
from auditor.api.sent import record
from tests.answers.forms import CLINIC, NUMBER, clinic, facts, filled, read, sent_to, workbook
from tests.answers.test_commands import BY, run

SAID = {
    "hosts.server.at_rest": {"values": ["encrypted"]},
    "hosts.server.keys": {"other": "Somebody <b>here</b> has them"},
    "hosts.server.location": {"values": ["Atlantis"]},
    "hosts.server.kept_for": {"state": "would rather not answer"},
}


def back(folder: Path, said: dict[str, Any] = SAID) -> Path:
    case = clinic(folder)
    (folder / "back.xlsx").write_bytes(filled(workbook(sent_to(case, "cloud")), said))
    return case


def test_a_review_shows_what_each_answer_would_become_and_writes_nothing(tmp_path: Path) -> None:
    case = back(tmp_path)
    done = run(tmp_path, "answers", "back.xlsx", "--case", "clinic", "--review", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    [form] = json.loads(done.stdout)
    became = {each["route"]: (each["became"], each["value"], each["kept"]) for each in form["answers"]}
    assert became == {
        "hosts.server.at_rest": ("answered", "encrypted", ""),
        "hosts.server.keys": ("in-words", "unknown", "Somebody <b>here</b> has them"),
        "hosts.server.location": ("in-words", "unknown", "Atlantis"),
        "hosts.server.kept_for": ("refused", "not-produced", ""),
    }
    assert [file.name for file in case.iterdir()] == ["case.yaml"]


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("en", ("What becomes of it", "words kept: “Atlantis”", "Left empty: 10.", "encrypted (declared)")),
        ("fr", ("Devenir", "mots gardés : « Atlantis »", "Laissées vides : 10.", "chiffré (déclaré)")),
    ],
)
def test_a_review_is_a_table_in_both_languages(tmp_path: Path, lang: str, shown: tuple[str, ...]) -> None:
    back(tmp_path)
    told = run(tmp_path, "answers", "back.xlsx", "--case", "clinic", "--review", "--lang", lang).stdout
    told = told.replace("\u00a0", " ").replace("\u202f", " ")
    assert [each for each in shown if each not in told] == []
    rows = [line for line in told.splitlines() if " | " in line]
    assert len(rows) == 1 + len(SAID)


def test_a_review_tells_what_contradicts_what_is_stale_and_what_makes_no_sense(tmp_path: Path) -> None:
    case = back(
        tmp_path,
        {"hosts.server.at_rest": {"values": ["encrypted"]}, "hosts.server.keys": {"values": ["nobody"]}},
    )
    stated = CLINIC.replace("at_rest: unknown", "at_rest: plain")
    (case / "case.yaml").write_text(stated, encoding="utf-8")
    done = run(tmp_path, "answers", "back.xlsx", "--case", "clinic", "--review", "--format", "json")
    [form] = json.loads(done.stdout)
    stale = next(each for each in form["answers"] if each["route"] == "hosts.server.at_rest")
    assert (stale["became"], stale["held"], stale["value"]) == ("stale", "plain", "")
    done = run(
        tmp_path, "answers", "back.xlsx", "--case", "clinic", "--review", "--take-stale", "--format", "json"
    )
    [form] = json.loads(done.stdout)
    both = next(each for each in form["answers"] if each["route"] == "hosts.server.at_rest")
    assert (both["became"], both["held"], both["value"]) == ("contradictory", "plain", "encrypted")


def test_a_review_of_a_case_lists_answers_in_words_until_they_are_settled(tmp_path: Path) -> None:
    case = back(tmp_path)
    assert "No answer in words" in run(tmp_path, "answers", "--review", "clinic").stdout
    assert run(tmp_path, "answers", "back.xlsx", "--case", "clinic", *BY).returncode == 0
    told = json.loads(run(tmp_path, "answers", "--review", "clinic", "--format", "json").stdout)
    assert [(each["route"], each["words"], each["by"], each["on"]) for each in told] == [
        ("hosts.server.location", "Atlantis", "cloud", "2026-03-09"),
        ("hosts.server.keys", "Somebody <b>here</b> has them", "cloud", "2026-03-09"),
    ]
    settled = CLINIC.replace("location: unknown", "location: {value: FR, source: form-2026-03-cloud}")
    (case / "case.yaml").write_text(settled, encoding="utf-8")
    told = json.loads(run(tmp_path, "answers", "--review", "clinic", "--format", "json").stdout)
    assert [each["route"] for each in told] == ["hosts.server.keys"]


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("en", "answered in words: “Somebody <b>here</b> has them”, by Nuage, on 9 March 2026"),
        ("fr", "répondu en toutes lettres : « Somebody <b>here</b> has them », par Nuage, le 9 mars 2026"),
    ],
)
def test_answers_in_words_stand_where_the_question_stands(tmp_path: Path, lang: str, shown: str) -> None:
    back(tmp_path)
    assert run(tmp_path, "answers", "back.xlsx", "--case", "clinic", *BY).returncode == 0
    for command in (("ask", "clinic", "--all"), ("check", "clinic", "--fail-on", "never")):
        told = " ".join(run(tmp_path, *command, "--lang", lang).stdout.replace("\u00a0", " ").split())
        assert shown in told.replace("\u202f", " "), command
    assert run(tmp_path, "report", "clinic", "--out", "page", "--lang", lang).returncode == 0
    [page] = (tmp_path / "page").glob("*.html")
    text = page.read_text(encoding="utf-8")
    assert "Somebody &lt;b&gt;here&lt;/b&gt; has them" in text
    assert "Somebody <b>" not in text
    result = json.loads(run(tmp_path, "check", "clinic", "--format", "json", "--fail-on", "never").stdout)
    said = [each for asked in result["questions"] for fact in asked["facts"] for each in fact["said"]]
    assert {(each["words"], each["by"], each["on"]) for each in said} >= {("Atlantis", "cloud", "2026-03-09")}
    assert "Jane Doe" not in text


def test_a_corrected_reply_takes_the_place_of_the_words_before(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    form = sent_to(case, "cloud")
    read(case, filled(workbook(form), {"hosts.server.keys": {"other": "Not sure"}}))
    again = filled(workbook(form), {"hosts.server.keys": {"other": "The clinic alone"}})
    read(case, again, name="again.xlsx", supersedes=form.id)
    result = gate.judge(Request(paths=(case,))).result
    said = {each.words for asked in result.questions for fact in asked.facts for each in fact.said}
    assert said == {"The clinic alone"}


@pytest.mark.parametrize(
    ("before", "late", "told"),
    [("2025-12-31", True, "LATE: due on"), ("2026-01-01", False, "due on"), ("", False, "")],
)
def test_a_form_is_late_where_its_day_is_past_on_the_date_of_the_case(
    tmp_path: Path, before: str, late: bool, told: str
) -> None:
    case = clinic(tmp_path)
    judged = gate.judge(Request(paths=(case,)))
    record(forms(judged, Sending(number=NUMBER, on="2025-12-01", before=before)), facts(case).case, case)
    status = json.loads(answers.status(case, "json", "en"))
    assert {(each["due"], each["late"]) for each in status} == {(before, late)}
    shown = answers.status(case, "text", "en").decode()
    assert told in shown
    assert ("LATE" in shown) is late


def test_a_form_that_is_answered_whole_is_not_late(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    judged = gate.judge(Request(paths=(case,)))
    made = forms(judged, Sending(number=NUMBER, on="2025-12-01", before="2025-12-31"))
    record(made, facts(case).case, case)
    form = next(each for each in made if each.to == "cloud")
    said = {each.route: {"state": "not known to us"} for each in form.questions}
    read(case, filled(workbook(form), said))
    [status] = [each for each in json.loads(answers.status(case, "json", "en")) if each["to"] == "cloud"]
    assert (status["unanswered"], status["late"]) == (0, False)


def test_a_cell_is_told_once_however_many_ways_lead_to_it(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    reply = read(
        case, filled(workbook(sent_to(case, "cloud")), {"hosts.server.location": {"values": ["Atlantis"]}})
    )
    assert [(each.what, each.at, each.words) for each in reply.told] == [
        ("not-read", "Hosting!G7", "Atlantis")
    ]


def held_form(case: Path, to: str) -> Any:
    judged = gate.judge(Request(paths=(case,)))
    made = forms(judged, Sending(number=NUMBER, dormant=True, held=True))
    return next(each for each in made if each.to == to)


HELD = CLINIC.replace(
    "at_rest: unknown", "at_rest: unknown\n  store: {operator: cloud, at_rest: plain, keeps: health}"
)


def test_what_is_held_of_the_same_kinds_is_shown_to_be_corrected(tmp_path: Path) -> None:
    case = clinic(tmp_path, HELD)
    form = held_form(case, "cloud")
    held = {each.route: each.read[0].en for each in form.questions if each.held}
    assert held["hosts.store.at_rest"] == "we hold: in clear"
    assert set(held).isdisjoint(each.route for each in form.asked_for)
    assert [each.number for each in form.questions] == list(range(1, len(form.questions) + 1))
    assert not [each for each in sent_to(case, "cloud").questions if each.held]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_correction_stands_beside_what_was_held_and_an_untouched_row_says_nothing(
    tmp_path: Path, lang: str
) -> None:
    case = clinic(tmp_path, HELD)
    form = held_form(case, "cloud")
    untouched = read(case, workbook(form, lang), name="untouched.xlsx", write=False)
    assert untouched.counts == {"empty": len(form.asked_for)}
    said = {"hosts.store.at_rest": {"correct": "chiffré" if lang == "fr" else "encrypted"}}
    reply = read(case, filled(workbook(form, lang), said))
    assert reply.counts == {"contradictory": 1, "empty": len(form.asked_for)}
    fact = facts(case).fact("hosts.store.at_rest")
    assert (fact.value, [version.value for version in fact.versions]) == ("unknown", ["plain", "encrypted"])
    assert not [name for name in facts(case).case.questions if name.startswith(form.id)]


def test_nobody_is_shown_what_is_held_of_others(tmp_path: Path) -> None:
    case = clinic(
        tmp_path,
        HELD.replace("  store:", "  other: {operator: mailer, at_rest: plain, keeps: health}\n  store:"),
    )
    held = {each.route for each in held_form(case, "cloud").questions if each.held}
    assert {route.split(".")[1] for route in held if route.startswith("hosts.")} <= {"server", "store"}
    assert not {route for route in held if route.startswith(("organisations.mailer", "activities."))}


def test_what_is_held_is_neither_asked_nor_late(tmp_path: Path) -> None:
    case = clinic(tmp_path, HELD)
    form = held_form(case, "cloud")
    record([form], facts(case).case, case)
    [status] = json.loads(answers.status(case, "json", "en"))
    assert status["questions"] == len(form.asked_for)


@pytest.mark.parametrize(
    ("kind", "told"),
    [("text", "We also hold what follows"), ("html", "data-held"), ("reply-skeleton", "held: 'true'")],
)
def test_each_kind_of_form_shows_what_is_held(tmp_path: Path, kind: str, told: str) -> None:
    clinic(tmp_path, HELD)
    done = run(tmp_path, "ask", "clinic", "--as", kind, "--all", "--held", "--out", "forms")
    assert (done.returncode, done.stderr) == (0, "")
    assert any(told in file.read_text(encoding="utf-8") for file in (tmp_path / "forms").iterdir())
    assert run(tmp_path, "ask", "clinic", "--held").returncode == 2


def test_a_form_from_before_there_was_a_column_to_correct_is_read(tmp_path: Path) -> None:
    import openpyxl

    case = clinic(tmp_path)
    file = tmp_path / "old.xlsx"
    file.write_bytes(
        filled(workbook(sent_to(case, "cloud")), {"hosts.server.at_rest": {"values": ["encrypted"]}})
    )
    book = openpyxl.load_workbook(file)
    for sheet in book:
        if sheet["A1"].value == "route":
            sheet.delete_cols(17)
    book.save(file)
    assert read(case, file.read_bytes()).counts["answered"] == 1

"""What to do first, whom to ask and the numbers of questions agree, in the text, on the page and in the comment."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from auditor.api.ask import asking
from auditor.api.assess import assess
from auditor.api.gate import Judged
from auditor.api.publish import publish, questions
from auditor.api.report import page
from auditor.model.report import Report
from auditor.model.result.document import Result
from auditor.rendering.telling.actions import actions, by_rule
from auditor.rendering.telling.letters import lettered
from auditor.rendering.telling.short import first_question, first_step, ranked, short
from auditor.rendering.words import speaker
from auditor.text import telling as texts
from tests.conftest import CASES, materials

pytestmark = pytest.mark.slow

EVERY = pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)


def judged(case: Path) -> Result:
    return assess(materials([case]))


@EVERY
def test_open_points_are_told_in_the_order_of_the_questions_that_they_wait_for(case: Path) -> None:
    result = judged(case)
    todo = actions(result, lettered(result), speaker("en"))
    for when in ("first", "next", "then"):
        waiting = [
            min(one.questions) for one in todo if one.when == when and not one.letters and one.questions
        ]
        assert waiting == sorted(waiting)


@EVERY
def test_whoever_is_asked_the_first_question_is_asked_first(case: Path) -> None:
    result = judged(case)
    live = [question for question in result.questions if question.live]
    if not live:
        assert ranked(result) == []
        return
    asked = [fact.to for question in live for fact in question.facts if fact.live and fact.to]
    assert [who for who, _ in ranked(result)] == list(dict.fromkeys(asked))


@EVERY
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_text_page_and_comment_say_the_same_thing_first(case: Path, lang: str) -> None:
    result, say = judged(case), speaker(lang)
    found = lettered(result)
    told = short(result, found, by_rule(actions(result, found, say), say), say)
    question, who = first_question(result, say)
    if told.first and not told.asks_first:
        what = say(texts.DO_FIRST, what=told.first[0].what, who=told.first[0].who)
    elif question:
        what = say(texts.ASK_FIRST, who=who, questions="Q1")
    else:
        what = say(texts.NOTHING_TO_DO)
    line = say(texts.FIRST, what=what)
    assert line in publish(result, "text", lang).decode().replace("\n", " ")
    assert line in publish(result, "markdown", lang).decode().replace("\\", "")
    shown = unescape(page(Report(result), lang).decode())
    assert all(part in shown for part in (told.question, *(one.what for one in told.first)))
    assert bool(told.question) == bool(question)


def test_what_is_only_open_is_asked_not_done() -> None:
    (case,) = (case for case in CASES if case.name == "hr-cloud")
    result, say = judged(case), speaker("en")
    assert first_step(result, lettered(result), say) == "First: ask SurveyMonkey Q1"
    todo = by_rule(actions(result, lettered(result), say), say)
    assert todo
    assert not short(result, lettered(result), todo, say).first


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_letter_asks_each_question_once(lang: str) -> None:
    (case,) = (case for case in CASES if case.name == "clinic-microsoft-365")
    read = materials([case])
    text = questions(asking(Judged(read, assess(read)), tried=1), "text", lang, "dpo").decode()
    for letter in text.split("\n### ")[1:]:
        asked = [
            line.partition(". ")[2] for line in letter.splitlines() if line.partition(". ")[0].isdecimal()
        ]
        assert asked
        assert len(asked) == len(set(asked))
    for question in text.partition("\n### ")[0].split("\n## ")[1:]:
        subjects = [line for line in question.splitlines() if line.startswith("  - ")]
        assert len(subjects) == len(set(subjects))

"""The page of many cases: by the reader's question, a line each with its story and how much is known, no ranking."""

from __future__ import annotations

import re
from html import unescape

import pytest
from msgspec.structs import replace

from auditor.api.report import overview, report
from auditor.model.report import Report
from auditor.rendering.html.view.cases import GROUPS, cases
from tests.conftest import ROOT, materials

NAMES = (
    "doctolib-2019",
    "eu-host-us-parent",
    "hospital-eu-only",
    "opt-out-box",
    "small-firm-register",
    "transfer-three-dates",
)


@pytest.fixture(scope="module")
def made() -> list[tuple[str, Report]]:
    return [(name, report(materials([ROOT / "flows" / name]))) for name in NAMES]


def many(made: list[tuple[str, Report]], count: int) -> list[tuple[str, Report]]:
    return [(f"case-{number:02}", made[number % len(made)][1]) for number in range(count)]


def lines(page: bytes) -> list[str]:
    return re.findall(r"<li data-groups.*?</li>", page.decode(), re.DOTALL)


def test_each_case_stands_once_under_the_first_question_that_it_answers(
    made: list[tuple[str, Report]],
) -> None:
    shown = cases(made, "en")
    found = {case.folder: group for group, members in shown.groups for case in members}
    assert found == {
        "doctolib-2019": "claims",
        "eu-host-us-parent": "reach",
        "transfer-three-dates": "transfers",
        "opt-out-box": "other",
        "hospital-eu-only": "nothing",
        "small-firm-register": "nothing",
    }
    assert [group for group, _ in shown.groups] == list(GROUPS)
    (doctolib,) = [case for _, members in shown.groups for case in members if case.folder == "doctolib-2019"]
    assert "reach" in doctolib.also


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_line_tells_the_story_the_day_and_how_much_is_known(
    made: list[tuple[str, Report]], lang: str
) -> None:
    (page,) = overview(made, lang).values()
    assert len(lines(page)) == len(made)
    for line in lines(page):
        (folder,) = re.findall(rf'href="([^"]+)/report\.{lang}\.html"', line)
        result = dict(made)[folder].result
        established = sum(result.summary.established.values())
        points = sum(f.outcome == "cannot-be-shown" and f.live and not f.joined for f in result.findings)
        numbers = re.findall(
            r"\d+", re.sub(r".*</span>(?=\d)", "", line.partition('class="story"')[2].partition("</p>")[2])
        )
        assert numbers[:2] == [str(established), str(points)]
        bar = line.count('<i class="on">') if 'class="bar"' in line else None
        assert bar == (established * 10 // (established + points) if established + points else None)


def test_the_sentence_at_the_top_counts_what_is_there(made: list[tuple[str, Report]]) -> None:
    said = cases(made, "en").said
    assert said.startswith("6 cases: ")
    assert "in 1, what the party says is contradicted" in said
    assert "in 2, nothing is established" in said
    assert cases(made[:1], "en").said.startswith("1 case: ")


def test_no_order_by_score_and_no_verdict(made: list[tuple[str, Report]]) -> None:
    (page,) = overview(made, "en").values()
    assert overview(list(reversed(made)), "en") == {"index.en.html": page}
    assert "This is no ranking" in page.decode()
    assert not re.search(r"FAILS|passed|critical \d", page.decode())


def test_a_case_compared_with_an_earlier_result_says_what_is_new(made: list[tuple[str, Report]]) -> None:
    from auditor.api.report import changes

    result = made[0][1].result
    since = changes(replace(result, findings=result.findings[2:]), result)
    (page,) = overview([("doctolib-2019", Report(result, since=since))], "en").values()
    assert f"{len(since.new)} new since 1 November 2019" in page.decode()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_beyond_thirty_cases_each_group_has_its_page(made: list[tuple[str, Report]], lang: str) -> None:
    assert list(overview(many(made, 30), lang)) == [f"index.{lang}.html"]
    pages = overview(many(made, 31), lang)
    first = pages.pop(f"index.{lang}.html").decode()
    assert lines(first.encode()) == []
    linked = set(re.findall(r'href="(index\.\w+\.\w+\.html)"', first))
    assert linked == set(pages)
    assert sum(len(lines(page)) for page in pages.values()) == 31
    for name, page in pages.items():
        assert f'href="index.{lang}.html"' in page.decode()
        other = name.replace(f".{lang}.", f".{'en' if lang == 'fr' else 'fr'}.")
        assert f'href="{other}"' in page.decode()


def test_only_groups_with_a_case_have_a_page(made: list[tuple[str, Report]]) -> None:
    alike = [(f"case-{number:02}", made[0][1]) for number in range(31)]
    assert set(overview(alike, "en")) == {"index.en.html", "index.claims.en.html"}


def test_hostile_titles_are_text(made: list[tuple[str, Report]]) -> None:
    result = made[0][1].result
    from auditor.model.bilingual import Bilingual

    bad = "<img src=x onerror=alert(1)>\u202e"
    case = replace(result.case, title=Bilingual(bad, bad))
    (page,) = overview([('"><script>', Report(replace(result, case=case)))], "en").values()
    assert b"<img" not in page
    assert page.count(b"<script") == 1
    assert "\u202e" not in page.decode()
    assert "<img src=x onerror=alert(1)>" in unescape(page.decode())

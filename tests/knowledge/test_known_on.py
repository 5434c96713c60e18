"""The knowledge of a day: what was recorded later is not known, and the result says so."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.api.assess import assess
from auditor.api.publish import publish
from auditor.api.read import knowledge_base
from auditor.errors import UsageRefused
from auditor.loading.knowledge.as_of import known_on, later
from tests.conftest import REFERENCE, ROOT, materials

BASE = knowledge_base()
DAYS = st.dates(date(2000, 1, 1), date(2026, 12, 31)).map(date.isoformat)


def test_links_and_certificates_recorded_later_are_left_out() -> None:
    then = known_on(BASE, "2021-03-11")
    assert "amazon>aws-emea" not in then.ownership
    assert "amazon>aws-emea" in known_on(BASE, "2021-03-12").ownership
    assert not isinstance(then.organisations["aws-emea"].certified, list)
    assert isinstance(known_on(BASE, "2025-08-13").organisations["aws-emea"].certified, list)


def test_organisations_recorded_later_count_as_assumed() -> None:
    then = known_on(BASE, "2021-01-01").organisations
    assert then["aws-emea"].status == "unverified"
    assert then["microsoft"].status == "verified"


def test_what_was_not_yet_so_is_not_known() -> None:
    then = known_on(BASE, "2020-07-15")
    assert then.adequacy["us-privacy-shield"].invalid == ""
    assert known_on(BASE, "2020-07-16").adequacy["us-privacy-shield"].invalid == "2020-07-16"
    assert "us-dpf" not in then.adequacy
    assert "c-311-18" not in then.law
    assert "press-doctolib-2022" not in then.law
    assert "secnumcloud" in then.law
    assert then.organisations["twitter-inc"].ends == ""
    assert [s.status for s in known_on(BASE, "2025-02-01").law["t-354-22"].history] == ["pending"]
    assert known_on(BASE, "2026-01-01").instruments["US-FISA-702"].until == ""
    assert known_on(BASE, "2025-10-30").adequacy["us-dpf"].watch == []


@given(DAYS, DAYS)
@settings(max_examples=25)
def test_a_later_day_only_ever_adds(one: str, other: str) -> None:
    first, second = sorted((one, other))
    before, after = known_on(BASE, first), known_on(BASE, second)
    for section in ("ownership", "adequacy", "law", "instruments"):
        assert getattr(before, section).keys() <= getattr(after, section).keys()
    assert all(not later(link.as_of or link.since, first) for link in before.ownership.values())


def test_the_whole_base_is_known_on_its_own_day() -> None:
    then = known_on(BASE, BASE.as_of)
    for section in ("ownership", "adequacy", "law", "instruments", "organisations"):
        assert getattr(then, section) == getattr(BASE, section)


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "Knowledge up to 1 November 2019"), ("fr", "Connaissances arrêtées au 1er novembre 2019")],
)
def test_the_result_says_up_to_when_it_knew(lang: str, words: str) -> None:
    result = assess(materials([REFERENCE], knowledge_date="2019-11-01"))
    assert result.tool.knowledge_date == "2019-11-01"
    assert result.tool.knowledge_as_of == "2019-11-01"
    assert any(
        words in (said.en, said.fr) or words in said.en or words in said.fr for said in result.assumptions
    )
    assert words in publish(result, "text", lang).decode()
    assert words in publish(result, "html", lang).decode()
    assert not [f for f in result.findings if f.rule == "CTL-001" and f.outcome == "established"]
    assert [f.rule for f in result.findings if not f.law] == []


def test_without_a_day_everything_is_known() -> None:
    result = assess(materials([REFERENCE]))
    assert result.tool.knowledge_date == ""
    assert result.tool.knowledge_as_of == BASE.as_of


@pytest.mark.parametrize("wrong", ["2019-13", "tomorrow", "unknown", "2019-02-30"])
def test_a_day_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(UsageRefused):
        materials([REFERENCE], knowledge_date=wrong)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "flows/doctolib-2019", "--fail-on", "never", "--format", "json"],
        ["ask", "flows/doctolib-2019"],
        ["what-if", "flows/doctolib-2019", "keys-out-of-reach"],
    ],
)
def test_every_command_that_reads_a_case_takes_the_day(arguments: list[str]) -> None:
    def run(*more: str) -> bytes:
        done = subprocess.run(
            [sys.executable, "-m", "auditor", *arguments, *more], cwd=ROOT, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert run("--knowledge-date", "2019-11-01") != run()

"""A citation says where a decision stood on the day of the facts, and where it stands since."""

from __future__ import annotations

from typing import get_args

import pytest

from auditor.api.read import knowledge_base
from auditor.judging.citation_dates import timed
from auditor.judging.proof import cite
from auditor.model.law import DecisionStatus, LegalText, Step
from auditor.model.result.document import Result
from auditor.text.vocabulary import DECISIONS

LAW = knowledge_base().law
NOW = "2026-11-23"


@pytest.mark.parametrize(
    ("name", "as_of", "known_by", "said"),
    [
        (
            "t-354-22",
            "2022-03-30",
            NOW,
            "Text of 8 January 2025, later than the facts; cited as a benchmark. Since 28 April 2025: under appeal",
        ),
        (
            "t-354-22",
            "2025-02-01",
            NOW,
            "On 1 February 2025: not final (open to appeal). Since 28 April 2025: under appeal",
        ),
        ("t-354-22", "2025-02-01", "2025-03-01", "On 1 February 2025: not final (open to appeal)."),
        ("t-354-22", "2025-06-01", NOW, "On 1 June 2025: under appeal"),
        (
            "vk-1-vk-23-22",
            "2022-07-20",
            NOW,
            "On 20 July 2022: not final (open to review). Since 7 September 2022: annulled",
        ),
        ("dsb-d155-027", "2023-09-01", NOW, "On 1 September 2023: upheld (BVwG, W245 2252208-1)."),
        ("ce-450163", "2021-06-01", NOW, "On 1 June 2021: interim."),
        (
            "c-40-17",
            "2019-01-01",
            NOW,
            "Text of 29 July 2019, later than the facts; cited as a benchmark. Status: final.",
        ),
        ("lg-3-o-17493-20", "2023-01-01", NOW, "On 1 January 2023: final (to be checked)."),
        ("cnil-med-2020-015", "2021", NOW, "In 2021: closed (to be checked)."),
        ("dir-95-46", "2024", NOW, "No longer in force since 25 May 2018."),
    ],
)
def test_where_a_text_stands(name: str, as_of: str, known_by: str, said: str) -> None:
    note = timed(LAW[name], as_of, known_by)
    assert note is not None
    assert note.en.startswith(said)
    assert note.fr


def test_a_law_in_force_needs_no_words() -> None:
    assert timed(LAW["gdpr"], "2024-01-01", NOW) is None


def test_every_standing_has_words_in_both_languages() -> None:
    assert set(DECISIONS) == set(get_args(DecisionStatus))
    for status in get_args(DecisionStatus):
        text = LegalText(
            short="x", title="x", official="https://x", since="2020", history=[Step(status, "2020")]
        )
        note = timed(text, "2021", NOW)
        assert note is not None
        assert note.fr != note.en


def test_a_text_cited_without_facts_says_where_it_stands_now() -> None:
    note = cite(knowledge_base(), "t-553-23").note
    assert note is not None
    assert note.en.startswith("Since 31 October 2025: under appeal (C-703/25 P")


def test_citations_of_findings_carry_the_standing(reference: Result) -> None:
    notes = {
        law.ref: law.note.en for finding in reference.findings for law in finding.law if law.note is not None
    }
    assert (
        notes["ce-emc2"]
        == "Text of 19 November 2024, later than the facts; cited as a benchmark. Status: final."
    )

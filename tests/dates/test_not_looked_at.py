"""What lies outside the date of a case is said first, in every format and both languages, with a date on which it runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.api.assess import assess
from auditor.api.library import render
from auditor.api.read import all_policies
from auditor.model.result.document import Result
from auditor.text import dates as texts
from tests.conftest import ROOT, materials
from tests.own_rules import result, rule

FORMATS = ("text", "markdown", "sarif", "junit", "html", "json", "concise", "github", "gitlab")


def over(**dates: str) -> Result:
    """Judge a case whose three flows all have these dates."""
    flow = {"for": "post", "from": "sender", "to": "sorter", "data": "contact", **dates}
    case = {
        "case": {"as_of": "2024-06-15"},
        "people": {"sender": {}},
        "organisations": {"sorter": {"country": "FR"}},
        "activities": {"post": {"people": "sender", "data": "contact", "controller": "sorter"}},
        "flows": {"letters": flow, "parcels": flow, "stamps": flow},
    }
    return result(case, rule())


@pytest.mark.parametrize(
    ("dates", "why", "tried"),
    [
        ({"until": "2023-09"}, "ended", "2023-08"),
        ({"until": "2023-01"}, "ended", "2022-12"),
        ({"until": "2020"}, "ended", "2019"),
        ({"until": "2024-03-01"}, "ended", "2024-02-29"),
        ({"since": "2023-09", "until": "2023-09"}, "ended", "2023-09"),
        ({"since": "2025-02"}, "not-begun", "2025-02"),
        ({"since": "2025", "until": "2026"}, "not-begun", "2025"),
    ],
)
def test_a_date_is_offered_on_which_they_run(dates: dict[str, str], why: str, tried: str) -> None:
    (line,) = over(**dates).not_looked_at
    assert (line.kind, line.why, line.count, line.try_as_of) == ("flow", why, 3, tried)
    assert (line.first, line.last) == (dates.get("since", ""), dates.get("until", ""))
    assert f"--as-of {tried}" in line.message.en
    assert f"--as-of {tried}" in line.message.fr


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("form", FORMATS)
def test_no_format_passes_over_a_case_in_which_everything_ended(form: str, lang: str) -> None:
    found = over(until="2021-05")
    assert found.summary.gate.passed
    shown = render(found, form, lang).decode().replace("\\", "")
    assert "2021-04" in " ".join(shown.split())
    assert ("Aucun flux du dossier" if lang == "fr" else "No flow of the case runs") in " ".join(
        shown.split()
    ).replace("&#39;", "'")


def test_it_is_among_the_first_lines_of_the_text() -> None:
    assert b"Not looked at: 3 flows" in b"\n".join(
        render(over(until="2021-05"), "text", "en").splitlines()[:4]
    )


def test_nothing_is_said_where_everything_runs() -> None:
    assert over().not_looked_at == []
    assert over(until="unknown").not_looked_at == []


def test_links_of_the_knowledge_base_are_not_the_case_s(judge: Callable[..., Result]) -> None:
    case: dict[str, Any] = {
        "auditor": "1",
        "case": {"id": "k", "as_of": "1999-01-01"},
        "hosts": {"store": {"operator": "google-ie", "keeps": "contact"}},
    }
    assert judge(case).not_looked_at == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_packs_that_were_not_run_are_named(lang: str) -> None:
    read = materials([ROOT / "flows" / "transfer-three-dates"])
    line = assess(read).not_looked_at[-1]
    assert (line.kind, line.why) == ("pack", "not-run")
    ran = {policy.policy for policy in read.policies}
    assert ran.isdisjoint(line.ids)
    assert ran | set(line.ids) == {policy.policy for policy in all_policies()}
    assert getattr(texts.TOPICS["transfers"], lang) in getattr(line.message, lang)
    assert str(len(line.ids)) in getattr(line.message, lang)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_packs_are_told_by_their_topics_the_fewer_of_those_run_and_those_left_out(lang: str) -> None:
    line = assess(materials([ROOT / "flows" / "hospital-eu-only"])).not_looked_at[-1]
    said = getattr(line.message, lang)
    assert all(getattr(texts.TOPICS[name], lang) in said for name in line.ids)
    assert set(texts.TOPICS) == {policy.policy for policy in all_policies()}

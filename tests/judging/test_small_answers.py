"""Small answers that judging is made of: what is weakest, what comes first, what could yet reach the bar, what touches a finding."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from msgspec.structs import replace

from auditor.judging.assumptions import held_on
from auditor.judging.citation_dates import timed
from auditor.judging.fact_changes import FactChanges
from auditor.judging.findings import order
from auditor.judging.gate import undecided
from auditor.judging.not_looked_at import _before
from auditor.judging.proof import citations, weakest
from auditor.loading.case.load import load_case
from auditor.model.case.document import Case
from auditor.model.law import LegalText
from auditor.model.materials import Materials
from auditor.model.result.findings import Finding, PointsCounted
from auditor.model.vocabulary import gravity
from tests.own_rules import KNOWLEDGE, found, rule
from tests.rules.rich_case import RICH, changed


@cache
def one() -> Finding:
    tree = {
        name: part
        for name, part in RICH.items()
        if name not in ("auditor", "known", "source", "sources", "case")
    }
    return found(
        {**tree, "case": {"as_of": "2024-06-01"}},
        rule(forbid={"content": "none"}, when={"carries": "health"}),
    )[0]


def test_no_fact_at_all_is_known_as_an_assumption() -> None:
    assert weakest([]) == "assumed"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"outcome": "established"}, {"outcome": "cannot-be-shown", "live": True}),
        ({"outcome": "cannot-be-shown", "live": True}, {"outcome": "cannot-be-shown", "live": False}),
        ({"severity_if_open": "critical"}, {"severity_if_open": "high"}),
        ({"severity": "high", "severity_if_open": "high"}, {"severity": "low", "severity_if_open": "high"}),
        ({"rule": "A-001"}, {"rule": "B-001"}),
        ({"culprit": "a"}, {"culprit": "b"}),
        ({"live": False, "culprit": "a"}, {"live": True, "culprit": "b"}),
        ({"live": True, "culprit": "a"}, {"live": False, "culprit": "b"}),
    ],
)
def test_of_two_findings_this_one_comes_first(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert order(replace(one(), **first)) < order(replace(one(), **second))


@pytest.mark.parametrize(
    ("parts", "counts"),
    [
        ({"severity": "low", "severity_if_open": "high"}, True),
        ({"severity": "low", "severity_if_open": "critical"}, True),
        ({"severity": "low", "severity_if_open": "medium"}, False),
        ({"severity": "high", "severity_if_open": "critical"}, False),
        ({"severity": "low", "severity_if_open": "high", "gate": False}, False),
        ({"severity": "none", "severity_if_open": "high", "outcome": "cannot-be-shown", "live": True}, True),
        (
            {"severity": "none", "severity_if_open": "high", "outcome": "cannot-be-shown", "live": False},
            False,
        ),
        ({"severity": "low", "severity_if_open": "high", "outcome": "hypothetical"}, False),
    ],
)
def test_what_could_yet_reach_the_bar_is_undecided(parts: dict[str, Any], *, counts: bool) -> None:
    assert undecided([replace(one(), **parts)], PointsCounted(), gravity("high")) == counts


def test_open_points_that_are_only_counted_are_undecided_where_they_may_fail_and_reach_the_bar() -> None:
    points = PointsCounted(
        live={"critical": 5, "high": 2, "low": 9}, gating={"critical": 4, "high": 1, "low": 8}, dormant=7
    )
    assert undecided([], points, gravity("high")) == 5
    assert undecided([], points, gravity("low")) == 13
    assert points.count == 23


def case(*changes: tuple[str, Any]) -> Case:
    return load_case([("case.yaml", json.dumps(changed(*changes)).encode())], KNOWLEDGE).case


@pytest.mark.parametrize(
    ("change", "touches"),
    [
        (("flows.booking.content", "encrypted"), ["flows.booking.content"]),
        (("flows.booking.transport", "none"), ["flows.booking.transport"]),
        (("flows.help.content", "encrypted"), []),
        (("hosts.app.location", "IE"), []),
        (("case.as_of", "2024-07-01"), []),
    ],
)
def test_a_change_of_what_a_finding_rests_on_or_of_its_path_touches_it(
    change: tuple[str, Any], touches: list[str]
) -> None:
    changes = FactChanges(case(), case(change))
    assert [change.fact for change in changes.touching([one()])] == touches


@pytest.mark.parametrize(
    ("route", "found_at"),
    [
        ("hosts.app", ["hosts.app.keys"]),
        ("hosts.app.keys", ["hosts.app.keys"]),
        ("hosts.app.keys.more", ["hosts.app.keys"]),
        ("hosts.archive", []),
    ],
)
def test_a_change_is_found_at_its_address_below_it_and_around_it(route: str, found_at: list[str]) -> None:
    changes = FactChanges(case(), case(("hosts.app.keys", "cloud")))
    assert list(dict.fromkeys(change.fact for change in changes.at([route]))) == found_at
    (told,) = changes.all
    assert (told.before, told.after) == ("soft", "cloud")


def text(**parts: Any) -> LegalText:
    return replace(
        KNOWLEDGE.law["gdpr"], **{"since": "", "until": "", "history": [], "seen": "", "after": "", **parts}
    )


@pytest.mark.parametrize(
    ("parts", "as_of", "said"),
    [
        ({"since": "2024-06-01"}, "2024-06-01", ""),
        ({"since": "2024-06-02"}, "2024-06-01", "later"),
        ({"since": "2024"}, "2024-06-01", ""),
        ({"until": "2024-06-01"}, "2024-06-01", ""),
        ({"until": "2024-05-31"}, "2024-06-01", "no longer"),
        ({"until": "2024"}, "2024-06-01", ""),
        ({"until": "2024-05-31", "after": "unknown"}, "2024-06-01", "lapsed"),
        ({"since": "2024-06-02"}, "", ""),
    ],
)
def test_a_text_later_than_the_facts_or_no_longer_in_force_says_so(
    parts: dict[str, str], as_of: str, said: str
) -> None:
    found = timed(text(**parts), as_of, "")
    assert (said in found.en.lower()) if said else found is None


@pytest.mark.parametrize(
    ("reference", "as_of", "year"),
    [
        ("csp.R1111-9-1", "2025-08-01", "2026"),
        ("csp.R1111-9-1", "2026-09-26", ""),
        ("gdpr.32", "2025-08-01", ""),
        ("hds.31", "2022-01-01", "2024"),
    ],
)
def test_a_citation_has_the_year_of_its_own_article_where_that_is_later_than_the_facts(
    reference: str, as_of: str, year: str
) -> None:
    loaded = load_case([("case.yaml", json.dumps(RICH).encode())], KNOWLEDGE)
    (citation,) = citations(Materials(loaded.case, KNOWLEDGE, (), as_of, loaded.places), [reference], [])
    assert citation.later == year
    said = "" if citation.note is None else citation.note.en
    assert ("later than the facts" in said) == bool(year)


@pytest.mark.parametrize(
    ("as_of", "told"), [("2024-06-01", False), ("2024-06-02", True), ("2024-06", False), ("2025", True)]
)
def test_facts_asked_at_a_later_date_are_assumed_to_hold_still(as_of: str, *, told: bool) -> None:
    loaded = load_case([("case.yaml", json.dumps(RICH).encode())], KNOWLEDGE)
    found = held_on(Materials(loaded.case, KNOWLEDGE, (), as_of, loaded.places))
    assert (found is not None) == told


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2024", "2023"),
        ("2024-01", "2023-12"),
        ("2024-03", "2024-02"),
        ("2024-03-01", "2024-02-29"),
        ("2024-01-01", "2023-12-31"),
        ("0001", ""),
        ("", ""),
    ],
)
def test_the_year_month_or_day_before(day: str, before: str) -> None:
    assert _before(day) == before

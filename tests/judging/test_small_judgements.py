"""Small steps of judging, each by itself: what is said of a share, of a day, of a list, and of a finding that changed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from msgspec import UNSET

from auditor.judging import (
    as_one_counts,
    beginnings,
    citation_dates,
    comparison,
    exceptions,
    judged,
    look_alikes,
    premises,
    proof,
    weakened_facts,
)
from auditor.model.case.ownership import Ownership
from auditor.model.scalars import Share, Value
from auditor.rules.tally import Judged


def some(**fields: Any) -> Any:
    """Something with these fields, as far as a step looks at it."""
    return SimpleNamespace(**fields)


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"votes": Share(min="10")}, "10 – 100 %"),
        ({"votes": Share(max="60")}, "0 – 60 %"),
        ({"votes": Share(min="10", max="60")}, "10 – 60 %"),
        ({"votes": Share(value="30")}, "30"),
        ({"votes": "30", "shares": "90"}, "30"),
        ({"shares": "90"}, "90"),
        ({"kind": "licence"}, "licence"),
        ({"kind": "licence", "shares": "unknown"}, "licence"),
    ],
)
def test_a_share_is_told_by_its_bounds(stated: dict[str, Any], said: str) -> None:
    assert premises._share(Ownership(owner="a", of="b", **stated)) == said


@pytest.mark.parametrize(
    ("value", "open_"),
    [
        ("FR", False),
        ("unknown", True),
        ("not-produced", True),
        (["FR", "unknown"], True),
        (["FR"], False),
        ([], False),
        (Value("unknown"), True),
        (3, False),
    ],
)
def test_a_value_is_unsettled_where_it_or_an_item_of_it_is_unknown(value: Any, *, open_: bool) -> None:
    assert proof.unsettled(value) is open_


def test_the_words_of_a_value_are_itself_or_its_items() -> None:
    assert premises._words_of("FR") == ["FR"]
    assert premises._words_of(["FR", 3, "DE"]) == ["FR", "DE"]


@pytest.mark.parametrize(
    ("kind", "counts"),
    [("gap", (2, 3, 0)), ("what-if", (0, 0, 5))],
)
def test_what_a_rule_met_is_established_or_open_and_of_a_what_if_supposed(
    kind: str, counts: tuple[int, int, int]
) -> None:
    line = judged._rule_line(some(policy="own"), some(id="a", kind=kind, title="A"), Judged(broken=2, open=3))
    assert (line.established, line.cannot_be_shown, line.hypothetical) == counts


def test_a_finding_rests_on_the_entries_of_its_facts_of_its_subjects_and_of_its_path() -> None:
    finding = some(
        proof=[some(fact="hosts.store.keeps"), some(fact="organisations.cloud.certified.hds.scope")],
        about="host",
        subject=some(id="store"),
        subjects=["app"],
        path=[some(flow="upload")],
    )
    assert beginnings._entries(finding) == {
        "hosts.store",
        "organisations.cloud",
        "hosts.app",
        "flows.upload",
    }


def test_what_cannot_be_judged_says_nothing() -> None:
    judged, said = comparison._of({}, "x")
    assert judged is True
    assert comparison._of(None, "x") == (False, said)


def test_the_beginning_of_the_first_word_is_a_piece_that_names_share() -> None:
    first, second = look_alikes._pieces(("hosting", "france")), look_alikes._pieces(("hostings", "france"))
    assert first[:2] == ["hosting", "france"]
    assert first[2] == second[2], "both begin alike"
    assert "hosting"[: look_alikes.TELLING] not in first, "a beginning is no whole word"


@pytest.mark.parametrize(
    ("then", "now", "later"),
    [
        ("2024-01-01", "2024-01-02", True),
        ("2024-01-01", "2024-01-01", False),
        ("2024-02-01", "2024-01-01", False),
        ("2024-01-31", "2024-01", False),
        ("2024-01-01", "2024-01", True),
        ("2024-01", "2024-01-31", True),
    ],
)
def test_a_case_moved_on_where_it_may_be_of_a_later_day(then: str, now: str, *, later: bool) -> None:
    lines: dict[str, Any] = {}
    told: list[Any] = [(some(fingerprint="ab"), None)]
    weakened_facts._moved_on(lines, told, some(as_of=then), some(as_of=now))
    assert list(lines) == (["case.as_of"] if later else [])
    if later:
        assert lines["case.as_of"].findings == {"F-ab"}


def exception(**covers: Any) -> Any:
    return some(covers=some(**{"severity": UNSET, "subjects": [], "rests_on": "", **covers}))


@pytest.mark.parametrize(
    ("covers", "severity", "subjects", "outgrown"),
    [
        ({"subjects": ["a", "b"]}, "high", ["a"], False),
        ({"subjects": ["a", "b"]}, "high", ["a", "b"], False),
        ({"subjects": ["a"]}, "high", ["a", "b"], True),
        ({"severity": "medium"}, "high", ["a"], True),
        ({"severity": "high"}, "high", ["a"], False),
        ({}, "high", ["a"], False),
    ],
)
def test_a_finding_outgrows_an_exception_by_its_gravity_or_by_what_it_is_about(
    covers: dict[str, Any], severity: str, subjects: list[str], *, outgrown: bool
) -> None:
    finding: Any = some(severity=severity, subjects=subjects)
    case: Any = None
    assert exceptions._outgrown(exception(**covers), finding, case) is outgrown


def test_a_finding_is_told_to_have_been_looked_at_where_a_text_is_open() -> None:
    cited = some(since="", until="")
    text: Any = some(
        at=lambda article: cited,
        after="",
        seen="2024-05-01",
        open=True,
        history=[],
        unchecked=[],
        status="verified",
        since="",
    )
    said = citation_dates.timed(text, "2024-01-01", "2024-06-01")
    assert said is not None
    assert "2024" in said.en
    text.open = False
    assert citation_dates.timed(text, "2024-01-01", "2024-06-01") is None


def test_addresses_are_in_the_order_in_which_people_count() -> None:
    routes = ["activities.a-10.data", "activities.a-2.data", "activities.a-02.data", "activities.a-1.data"]
    assert sorted(routes, key=as_one_counts.counting) == routes[::-1]
    endless = [f"activities.a-1{'0' * 6_000}", f"activities.a-{'9' * 6_000}"]
    assert sorted(endless, key=as_one_counts.counting) == endless[::-1]

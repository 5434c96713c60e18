"""What is pending is listed with the day on which it was looked at, and said where a finding rests on what it may change."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from auditor.api.read import knowledge_base
from auditor.api.watching import watch
from auditor.judging.proof import cite
from auditor.model.result.document import Result

BASE = knowledge_base()


def watched(day: str = "") -> dict[str, Any]:
    return {item["id"]: item for item in json.loads(watch(day=day, own=(), form="json", lang="en"))}


@pytest.mark.parametrize(
    ("name", "since", "seen", "mark"),
    [
        ("c-703-25", "2025-10-31", "2026-09-27", "verified"),
        ("com-2025-837", "2025-11-19", "2026-06-18", "secondary"),
        ("com-2026-502", "2026-06-03", "2026-11-23", "secondary"),
        ("eucs", "2020-12", "2026-11-23", "secondary"),
        ("uk-duaa", "2025-06-19", "2026-11-23", "unverified"),
        ("dpc-tiktok-2025", "2025-04-30", "2026-11-23", "secondary"),
        ("dpc-tiktok-inquiry-2025", "2025-07-10", "2026-11-23", "verified"),
    ],
)
def test_what_is_pending_is_listed_with_the_day_it_was_looked_at(
    name: str, since: str, seen: str, mark: str
) -> None:
    found = watched()[name]
    assert (found["since"], found["seen"], found["mark"]) == (since, seen, mark)


def test_what_is_closed_is_no_longer_watched() -> None:
    assert "edps-m365" not in watched()
    assert "edps-m365" in watched("2025-01-01")
    closed = BASE.law["edps-m365"].history[-1]
    assert (closed.status, closed.since) == ("closed", "2025-07-11")


def test_what_was_not_begun_is_not_watched() -> None:
    assert "com-2026-502" not in watched("2026-01-01")


def test_both_languages_tell_where_it_stands() -> None:
    french = watch(day="", own=(), form="text", lang="fr").decode()
    english = watch(day="", own=(), form="text", lang="en").decode()
    assert "état vu le 2026-09-27" in french
    assert "looked at on 2026-09-27" in english
    assert french.count("\n") == english.count("\n")


def test_a_proposal_changes_no_citation_of_the_law_in_force() -> None:
    assert all(not BASE.law[name].bears_on for name in ("com-2025-837", "com-2026-502", "eucs"))
    assert cite(BASE, "gdpr.32").note is None


def onward(as_of: str) -> dict[str, Any]:
    """Data passed on without a contract by a participant in the framework whose decision is under appeal."""
    return {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "x", "as_of": as_of, "about": "shop"},
        "people": {"customer": {"country": "FR"}},
        "organisations": {
            "shop": {"country": "FR", "parent": "none"},
            "crm-inc": {"country": "US", "parent": "none", "dpf": True, "dpf_covers": "non-hr", "is": "crm"},
            "desk-in": {"country": "IN", "parent": "none"},
        },
        "activities": {
            "orders": {
                "people": "customer",
                "data": "contact",
                "controller": "shop",
                "processors": ["crm-inc", "desk-in"],
            }
        },
        "hosts": {
            "app": {"operator": "shop", "location": "FR", "runs_on": "none"},
            "crm": {"operator": "crm-inc", "location": "US", "runs_on": "none"},
        },
        "flows": {
            "out": {"for": "orders", "from": "app", "to": "crm", "content": "none"},
            "on": {
                "for": "orders",
                "from": "crm",
                "to": "desk-in",
                "content": "none",
                "tool": "none",
                "derogation": "none",
            },
        },
        "agreements": [{"between": ["crm-inc", "desk-in"], "is": "processing", "signed": False}],
    }


def test_a_finding_on_a_contested_decision_says_so_in_both_languages(judge: Callable[..., Result]) -> None:
    (finding,) = [f for f in judge(onward("2026-11-26")).findings if f.rule == "XFR-007"]
    assert finding.outcome == "established"
    (note,) = [law.note for law in finding.law if law.ref == "dpf"]
    assert note is not None
    assert note.en == (
        "Contested or under review: CJEU, C-703/25 P (Latombe) (not final, state looked at on 27 September 2026) may bear on it."
    )
    assert note.fr.startswith(
        "Contesté ou à l'étude : CJUE, C-703/25 P (Latombe) (non définitif, état vu le 27 septembre 2026)"
    )

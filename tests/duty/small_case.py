"""Small cases on whose duty it is, and what is said of them."""

from __future__ import annotations

from typing import Any

from auditor.model.result.document import Result

Tree = dict[str, Any]


def case(
    organisations: dict[str, Any],
    activities: dict[str, Any],
    *,
    people: dict[str, Any] | None = None,
    head: dict[str, Any] | None = None,
    **sections: Any,
) -> Tree:
    """Give a documented case of 2025 with these sections."""
    return {
        "auditor": "1",
        "known": "documented",
        "source": "file",
        "sources": {"file": {"kind": "own-document", "title": "File", "date": "2025-02-01"}},
        "case": {"id": "small", "as_of": "2025-03-01", **(head or {})},
        "people": people or {"client": {}},
        "organisations": organisations,
        "activities": activities,
        **sections,
    }


def put_to(result: Result, rule: str) -> list[str]:
    """Give to whom the established findings of a rule are put, one for each, in order."""
    return sorted(f.culprit for f in result.findings if f.rule == rule and f.outcome == "established")


def asked(result: Result, rule: str) -> dict[str, list[str]]:
    """Give the facts that the open points of a rule wait for, by culprit and subject."""
    return {
        f"{f.culprit} {f.subject.id}": f.missing
        for f in result.findings
        if f.rule == rule and f.outcome == "cannot-be-shown"
    }

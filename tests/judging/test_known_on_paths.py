"""How a step of a path is known: as weakly as the weakest of what is shown of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.model.result.document import Result
from auditor.model.result.findings import PathStep
from auditor.model.result.tables import FlowLine


def said(value: str, known: str) -> dict[str, str]:
    return {"value": value, "known": known}


def judged(judge: Callable[..., Result], operator: Any = "lab", **flow: Any) -> tuple[PathStep, FlowLine]:
    result = judge(
        {
            "auditor": "1",
            "case": {"id": "known", "as_of": "2024-01-01", "policies": ["gdpr"]},
            "known": "documented",
            "people": {"patient": {}},
            "organisations": {"clinic": {"country": "FR"}, "lab": {"country": "FR"}},
            "activities": {
                "analysis": {
                    "people": "patient",
                    "data": "contact",
                    "controller": "clinic",
                    "processors": "lab",
                }
            },
            "hosts": {"desk": {"operator": "clinic"}, "store": {"operator": operator}},
            "flows": {
                "results": {"for": "analysis", "from": "desk", "to": "store", "transport": "none", **flow}
            },
        }
    )
    (line,) = result.flows
    return next(
        step for finding in result.findings if finding.rule == "TRN-001" for step in finding.path
    ), line


@pytest.mark.parametrize(
    ("flow", "step", "line"),
    [
        ({"content": "none"}, "documented", "documented"),
        ({"content": said("none", "inferred")}, "inferred", "inferred"),
        ({"content": "none", "transport": said("none", "assumed")}, "assumed", "assumed"),
        ({"content": "none", "keys": said("lab", "declared")}, "documented", "declared"),
        ({"known": "declared", "content": said("none", "documented")}, "declared", "declared"),
        ({"content": "unknown"}, "documented", "documented"),
    ],
)
def test_the_weakest_of_what_is_shown(
    judge: Callable[..., Result], flow: dict[str, Any], step: str, line: str
) -> None:
    hop, shown = judged(judge, **flow)
    assert (hop.known, shown.known) == (step, line)


def test_who_operates_a_place_counts_only_where_somebody_is_said_to_read_there(
    judge: Callable[..., Result],
) -> None:
    operator = said("lab", "alleged")
    for content, reads, known in (("unknown", "possible", "documented"), ("none", "yes", "alleged")):
        hop, _ = judged(judge, operator=operator, content=content)
        assert (hop.reads, hop.known) == (reads, known)

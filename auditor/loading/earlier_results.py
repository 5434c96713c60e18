"""Results of earlier forms, brought to the form of today: `auditor.result/1` read as `/2`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import msgspec

from auditor.model.result import Result

OLD: Final = "auditor.result/1"


def decoded(data: bytes) -> Result:
    """Give the result in `data`, of this form or of the one before. Raises msgspec.DecodeError where it is neither.

    A severity of `/1` was the ceiling, with the floor beside it where a fact decided; an open point named what hung on it.
    How far rules could judge was not counted then: an old result says that nothing was applicable.
    """
    if OLD.encode() not in data[:200]:
        return msgspec.json.decode(data, type=Result)
    return msgspec.convert(_renewed(msgspec.json.decode(data)), type=Result)


def _renewed(old: Any) -> Any:
    """Give the plain tree of an old result in the form of today."""
    if not isinstance(old, dict) or old.get("schema") != OLD:
        raise msgspec.DecodeError("the schema is not named where it stands in a result")
    summary = {key: value for key, value in old.get("summary", {}).items() if key != "unstated"}
    nothing = {"applicable": 0, "decided": 0, "live": 0, "dormant": 0, "waits_for": 0}
    return {
        **{key: value for key, value in old.items() if key != "unstated"},
        "schema": "auditor.result/2",
        "summary": {**summary, "judged": nothing},
        "findings": [_finding(finding) for finding in old.get("findings", [])],
        "questions": list(_questions(old)),
    }


def _finding(old: dict[str, Any]) -> dict[str, Any]:
    finding = {key: value for key, value in old.items() if key != "severity_if_shown"}
    ceiling, floor = old.get("severity"), old.get("severity_if_shown")
    if old.get("outcome") == "cannot-be-shown":
        return {**finding, "severity": "none", "severity_if_open": floor or ceiling, "live": True}
    return {**finding, "severity": floor or ceiling, "severity_if_open": ceiling}


def _questions(old: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """Give a question for each open point, and for each field that was counted."""
    for point in old.get("questions", []):
        yield _question(point["fact"], point, [point["fact"]], live=True)
    for line in old.get("unstated", []):
        yield _question(line["field"], line, line["facts"], live=False)


def _question(field: str, old: dict[str, Any], routes: list[str], *, live: bool) -> dict[str, Any]:
    said = {"question": old["question"], "rules": old["rules"], "severity_if_open": old["severity_if_shown"]}
    told = {key: old[key] for key in ("place", "versions") if key in old}
    facts = [
        {
            "fact": route,
            "subject": {"fr": route, "en": route},
            "to": old.get("to", ""),
            "live": live,
            "points": len(old["rules"]),
            "asked": old.get("asked", []),
            **said,
            **told,
        }
        for route in routes
    ]
    return {**said, "field": field, "live": live, "distance": 1, "points": len(facts), "facts": facts}

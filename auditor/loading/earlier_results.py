"""Results of earlier forms, brought to the form of today: `auditor.result/1` read as `/2`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import msgspec

from auditor.loading.files.json_text import NotRead, decoded
from auditor.model.result.document import Result
from auditor.text.problems.hints import READER_SAYS

OLD: Final = "auditor.result/1"
#: In how many bytes from the start the schema of a result is named.
HEAD: Final = 200


def result_in(data: bytes) -> Result:
    """Give the result in `data`, of this form or of the one before. Raises NotRead where it is neither.

    A severity of `/1` was the ceiling, with the floor beside it where a fact decided; an open point named what hung on it.
    How far rules could judge was not counted then: an old result says that nothing was applicable.
    """
    if OLD.encode() not in data[:HEAD]:
        return decoded(data, Result)
    try:
        return msgspec.convert(_renewed(decoded(data, dict[str, Any])), type=Result)
    except (msgspec.ValidationError, KeyError, TypeError, AttributeError) as error:
        raise NotRead(READER_SAYS(words=str(error))) from None


def _renewed(old: dict[str, Any]) -> Any:
    """Give the plain tree of an old result in the form of today."""
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

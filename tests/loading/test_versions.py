"""Sources that differ on a fact: how they are written, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from auditor.errors import Refused
from auditor.loading.case.load import load_case
from auditor.model.law import Knowledge
from auditor.model.materials import fact_of, versions
from auditor.model.result.document import Result

FIRST = {"value": "keeper", "source": "one", "quote": "kept by the keeper"}
SECOND = {"value": "other", "source": "two", "quote": "kept by the other"}


def tree(keys: Any) -> dict[str, Any]:
    return {
        "auditor": "1",
        "known": "declared",
        "source": "one",
        "case": {"id": "any", "as_of": "2024-01-01", "policies": ["sovereignty"]},
        "sources": {"one": {}, "two": {}},
        "people": {"patient": {}},
        "organisations": {
            "host-ie": {"country": "IE", "parent": "host-us", "is": "cloud"},
            "host-us": {"country": "US", "parent": "none", "is": "cloud"},
            "keeper": {"country": "FR", "parent": "none"},
            "other": {"country": "FR", "parent": "none"},
        },
        "activities": {
            "care": {"people": "patient", "data": "health", "controller": "keeper", "processors": "host-ie"}
        },
        "hosts": {"store": {"operator": "host-ie", "keeps": "health", "at_rest": "encrypted", "keys": keys}},
        "flows": {
            "save": {
                "for": "care",
                "from": "patient",
                "to": "store",
                "content": "encrypted",
                "keys": "keeper",
            }
        },
    }


def test_versions_are_kept_with_their_sources() -> None:
    written = json.dumps(tree({"value": "unknown", "versions": [FIRST, SECOND]})).encode()
    case = load_case([("case.yaml", written)], Knowledge(countries={"FR": "", "IE": "", "US": ""})).case
    assert versions(case.hosts["store"].keys) == ("keeper", "other")
    fact = fact_of(case, "hosts.store.keys")
    assert fact.unsettled
    assert [version.source for version in fact.versions] == ["one", "two"]


def test_a_version_is_possible_and_never_shown(judge: Callable[..., Result]) -> None:
    levels = {}
    for name, second in (("apart", SECOND), ("with the host", {**SECOND, "value": "host-ie"})):
        (finding,) = [
            f
            for f in judge(tree({"value": "unknown", "versions": [FIRST, second]})).findings
            if f.rule == "CTL-001" and f.culprit == "store+host-ie"
        ]
        assert finding.level is not None
        levels[name] = (finding.level.min, finding.level.max)
        assert "hosts.store.keys" in finding.missing
    assert levels == {"apart": (1, 3), "with the host": (1, 3)}


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"value": "keeper", "versions": [FIRST, SECOND]}, "leave the value unknown"),
        ({"value": "unknown", "versions": [FIRST]}, "at least two"),
        ({"value": "unknown", "versions": [FIRST, FIRST]}, "at least two"),
        (
            {"value": "unknown", "versions": [FIRST, {**SECOND, "value": "nobody"}]},
            "no such organisation: nobody",
        ),
        ({"value": "unknown", "versions": [FIRST, {**SECOND, "source": "three"}]}, "no such source: three"),
        ({"value": "unknown", "versions": [FIRST, {"source": "two"}]}, "the key value is missing"),
    ],
)
def test_what_is_no_difference_is_refused(judge: Callable[..., Result], keys: Any, message: str) -> None:
    with pytest.raises(Refused) as refused:
        judge(tree(keys))
    assert any(message in problem.message.en for problem in refused.value.problems)

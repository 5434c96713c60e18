"""What a case brings in of the knowledge base: owners upwards, and establishments abroad of those that keep data."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from auditor.loading.case.enrich import merge_over
from auditor.model.case.organisations import Organisation
from auditor.model.case.ownership import Ownership
from auditor.model.law import Knowledge

KNOWN = {"source": "none", "status": "unverified", "as_of": "2024"}
NAMES = {
    "keeper": "FR",
    "middle": "FR",
    "below-us": "US",
    "below-fr": "FR",
    "stake-us": "US",
    "owner": "FR",
    "sister-us": "US",
}
LINKS = [
    {"owner": "owner", "of": "keeper", "votes": "100"},
    {"owner": "owner", "of": "sister-us", "votes": "100"},
    {"owner": "keeper", "of": "middle", "votes": "100"},
    {"owner": "middle", "of": "below-us", "votes": "100"},
    {"owner": "keeper", "of": "below-fr", "votes": "100"},
    {"owner": "keeper", "of": "stake-us", "votes": "minority"},
]


@pytest.fixture
def knowledge() -> Knowledge:
    organisations = {
        name: msgspec.convert({"country": country, **KNOWN}, Organisation) for name, country in NAMES.items()
    }
    ownership = {f"{x['owner']}>{x['of']}": msgspec.convert({**x, **KNOWN}, Ownership) for x in LINKS}
    return Knowledge(organisations=organisations, ownership=ownership, eea={"FR": "1994-01-01"})


@pytest.mark.parametrize(
    ("tree", "brought"),
    [
        ({"hosts": {"store": {"operator": "keeper"}}}, {"keeper", "owner", "middle", "below-us"}),
        ({"hosts": {"store": {"operator": {"value": "keeper"}}}}, {"keeper", "owner", "middle", "below-us"}),
        (
            {"agreements": {"a>keeper": {"between": ["a", "keeper"]}}},
            {"keeper", "owner", "middle", "below-us"},
        ),
        ({"activities": {"work": {"recipients": ["keeper"]}}}, {"keeper", "owner"}),
    ],
)
def test_establishments_of_those_that_keep_data(
    knowledge: Knowledge, tree: dict[str, Any], brought: set[str]
) -> None:
    merged, _ = merge_over(tree, knowledge)
    assert set(merged["organisations"]) == brought

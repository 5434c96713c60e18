"""References from facts given per recipient, and ages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from auditor.errors import Refused
from auditor.loading.case.load import load_case
from auditor.model.law import Knowledge


def case(**activity: Any) -> bytes:
    tree = {
        "auditor": "1",
        "case": {"id": "a", "as_of": "2024", "about": "shop"},
        "people": {"customer": {}},
        "organisations": {"shop": {"country": "FR"}},
        "activities": {"orders": {"people": "customer", "data": "contact", **activity}},
    }
    return json.dumps(tree).encode()


@pytest.mark.parametrize(
    ("activity", "message"),
    [
        ({"needs": {"shoo": "contact"}}, "no such organisation or word for what an organisation is: shoo"),
        ({"needs": {"shop": "contacts"}}, "no such category of data: contacts"),
        ({"needs": {"shop": {"value": ["contact", "helth"]}}}, "no such category of data: helth"),
        ({"needs": {"shop": {"value": "contact", "source": "nowhere"}}}, "no such source: nowhere"),
        ({"consent": {"age": "young"}}, "not an age: young"),
        ({"consent": {"age": "150"}}, "not an age: 150"),
    ],
)
def test_what_leads_nowhere(knowledge: Knowledge, activity: dict[str, Any], message: str) -> None:
    with pytest.raises(Refused) as refused:
        load_case([("case.yaml", case(**activity))], knowledge)
    assert [p.message.en for p in refused.value.problems] == [message]


@pytest.mark.parametrize(
    "activity",
    [
        {"needs": {"shop": "contact", "sms": ["contact", "unknown"]}},
        {"consent": {"age": "13"}},
        {"consent": {"age": "unknown"}},
    ],
)
def test_what_leads_somewhere(knowledge: Knowledge, activity: dict[str, Any]) -> None:
    assert load_case([("case.yaml", case(**activity))], knowledge)

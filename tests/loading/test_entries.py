"""In which entries one case differs from another: those are read again for a scenario, the others are not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from auditor.errors import Refused
from auditor.loading.case.entries import Sections, entries_unlike, every_entry, way_to
from auditor.loading.case.load import LoadedCase, load_case
from auditor.model.law import Knowledge

CASE: dict[str, Any] = {
    "auditor": "1",
    "known": "documented",
    "case": {"id": "small", "title": "Small", "as_of": "2024-01-01", "about": "shop"},
    "people": {"buyer": {}},
    "organisations": {
        "shop": {"name": "Shop", "country": "FR"},
        "mail": {"name": "Mail", "country": "FR"},
        "spare": {"name": "Spare", "country": "FR"},
    },
    "hosts": {"web": {"operator": "shop"}, "post": {"operator": "mail"}},
}


def loaded(knowledge: Knowledge, scenario: dict[str, Any]) -> LoadedCase:
    given = {**CASE, "scenarios": {"s": {"title": "S", **scenario}}}
    return load_case([("case.yaml", json.dumps(given).encode())], knowledge)


def ways(sections: Sections) -> list[tuple[str, ...]]:
    return [way_to(section, name) for section, entries in sections.items() for name in entries]


def unlike(case: LoadedCase) -> list[tuple[str, ...]]:
    return ways(entries_unlike(case.scenarios["s"], case.case))


def test_only_what_a_scenario_changes_is_read_again(knowledge: Knowledge) -> None:
    made = loaded(knowledge, {"set": {"hosts.web.operator": "mail"}})
    assert unlike(made) == [("case",), ("hosts", "web")]


def test_what_a_scenario_leaves_alone_is_kept_once(knowledge: Knowledge) -> None:
    made = loaded(knowledge, {"set": {"hosts.web.operator": "mail"}})
    assert made.scenarios["s"].hosts["post"] is made.case.hosts["post"]
    assert made.scenarios["s"].organisations["shop"] is made.case.organisations["shop"]
    assert made.scenarios["s"].hosts["web"] != made.case.hosts["web"]


def test_what_a_scenario_adds_is_read(knowledge: Knowledge) -> None:
    made = loaded(knowledge, {"add": {"hosts": {"new": {"operator": "mail"}}}})
    assert ("hosts", "new") in unlike(made)


def test_everything_is_read_again_where_a_scenario_takes_an_entry_away(knowledge: Knowledge) -> None:
    made = loaded(knowledge, {"remove": ["organisations.spare"]})
    assert unlike(made) == ways(every_entry(made.scenarios["s"]))


def test_an_entry_left_alone_that_refers_to_what_is_taken_away_is_told(knowledge: Knowledge) -> None:
    with pytest.raises(Refused) as refused:
        loaded(knowledge, {"remove": ["organisations.mail"]})
    assert "hosts.post.operator" in str(refused.value)


def test_a_date_that_is_none_is_told_where_a_scenario_sets_it(knowledge: Knowledge) -> None:
    with pytest.raises(Refused) as refused:
        loaded(knowledge, {"set": {"organisations.spare.ends": "2024-02-31"}})
    assert "2024-02-31" in str(refused.value)

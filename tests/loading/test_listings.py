"""What the knowledge base holds of participation in the Data Privacy Framework becomes dated facts of an organisation."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from auditor.loading.case.enrich import merge_over
from auditor.loading.case.listings import listings
from auditor.model.case.organisations import Organisation
from auditor.model.law import Knowledge
from auditor.model.participation import Participation

OWN = {
    "state": "active",
    "basis": "own-statement",
    "since": "2023-08-11",
    "source": "notice",
    "as_of": "2026-05-18",
    "status": "verified",
}
FRAME = {
    "since": "2023-08-11",
    "until": "2026-05-19",
    "known": "declared",
    "source": "notice",
    "as_of": "2026-05-18",
}


def periods(*rows: dict[str, Any]) -> list[Participation]:
    return [msgspec.convert(row, Participation) for row in rows]


def test_an_own_statement_holds_from_its_first_to_its_newest_text() -> None:
    assert listings(periods(OWN)) == {"dpf": [{"value": "true", **FRAME}]}


@pytest.mark.parametrize(
    "change",
    [
        {"status": "secondary"},
        {"status": "unverified"},
        {"scope": ["uk", "swiss"]},
        {"since": "2026", "as_of": "2026"},
    ],
)
def test_what_settles_no_day_is_no_fact(change: dict[str, Any]) -> None:
    assert listings(periods({**OWN, **change})) == {}


def test_what_the_list_itself_shows_is_documented() -> None:
    (row,) = listings(
        periods({**OWN, "state": "inactive", "basis": "list", "until": "2023-11-02", "since": "2023-11-02"})
    )["dpf"]
    assert (row["value"], row["known"]) == ("false", "documented")
    assert (row["since"], row["until"]) == ("2023-11-02", "2023-11-03")


def test_limits_of_an_entry_are_what_it_covers() -> None:
    found = listings(periods({**OWN, "covers": ["non-hr"], "only": "the DV+ platform"}))
    assert found["dpf_covers"] == [{"value": ["non-hr", "designated-services"], **FRAME}]


def test_a_case_goes_before_the_base_and_the_base_names_its_source() -> None:
    entry = {"country": "US", "source": "filing", "as_of": "2025", "status": "verified"}
    knowledge = Knowledge(
        organisations={"mail-inc": msgspec.convert(entry, Organisation)}, dpf={"mail-inc": periods(OWN)}
    )
    brought, _ = merge_over({"hosts": {"app": {"operator": "mail-inc"}}}, knowledge)
    (row,) = brought["organisations"]["mail-inc"]["dpf"]
    assert (row["known"], row["source"]) == ("declared", "knowledge:notice")
    own, changed = merge_over({"organisations": {"mail-inc": {"dpf": "false"}}}, knowledge)
    assert own["organisations"]["mail-inc"]["dpf"] == "false"
    assert [(x.route, x.knowledge, x.case) for x in changed] == [
        ("organisations.mail-inc.dpf", "true", "false")
    ]

"""What a transfer rests on, and by which facts: what shows the answer, and what would tell where nobody knows."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.graph.transfer_grounds import TransferGrounds
from auditor.graph.transfers import Transfer
from auditor.model.evidence import Choice
from auditor.model.law import Knowledge
from tests.graph.test_transfers import derived

Tree = dict[str, Any]


def grounds(
    knowledge: Knowledge, *, importer: str = "far", as_of: str = "", flow: Tree | None = None, **more: Tree
) -> tuple[TransferGrounds, Transfer]:
    """The grounds of the one transfer of one flow."""
    given = {"for": "sales", "from": "app", "to": importer, "content": "none", **(flow or {})}
    made = derived(knowledge, {**more, "flows": {"f": given}}, as_of)
    (transfer,) = made.transfers.all
    return made.grounds, transfer


def asked(knowledge: Knowledge, what: str, **more: Any) -> Choice:
    """What is answered of the one transfer of one flow."""
    found, transfer = grounds(knowledge, **more)
    answer = getattr(found, what)(transfer)
    return answer[0] if isinstance(answer, tuple) else answer


NOWHERE: Tree = {"organisations": {"far": {"country": "unknown"}}}


def test_where_the_country_is_unknown_the_decision_and_what_follows_ask_for_it(knowledge: Knowledge) -> None:
    for what in ("decision", "listed", "in_scope", "problematic_law"):
        found = asked(knowledge, what, **NOWHERE)
        assert not found.settled
        assert "organisations.far.country" in found.missing, what


def test_a_transfer_said_to_rest_on_a_decision_that_fell_rests_on_the_last_that_fell(
    knowledge: Knowledge,
) -> None:
    found, transfer = grounds(knowledge, flow={"tool": "adequacy"}, as_of="2021-01-01")
    decision, name = found.decision(transfer)
    assert (decision.settled, name) == ("void", "us-privacy-shield")
    assert decision.proof == ("flows.f.tool", "adequacy.us-privacy-shield")


@pytest.mark.parametrize(
    ("data", "covers", "covered"),
    [
        ("contact", "hr", "false"),
        ("contact", "non-hr", "true"),
        ("employment", "non-hr", "false"),
        ("employment", "hr", "true"),
        (["contact", "employment"], ["hr", "non-hr"], "true"),
        (["contact", "employment"], "hr", "false"),
    ],
)
def test_an_entry_covers_the_kind_of_data_that_it_names(
    knowledge: Knowledge, data: Any, covers: Any, covered: str
) -> None:
    found = asked(
        knowledge,
        "covered",
        activities={"sales": {"data": data}},
        organisations={"far": {"dpf": "true", "dpf_covers": covers}},
    )
    assert found.settled == covered
    assert found.proof == ("organisations.far.dpf_covers",)


def test_an_entry_limited_to_services_that_names_data_of_employees_may_not_cover_them(
    knowledge: Knowledge,
) -> None:
    far = {"dpf": "true", "dpf_covers": ["unknown", "hr"]}
    staff: Tree = {"activities": {"sales": {"data": "employment"}}, "organisations": {"far": far}}
    assert asked(knowledge, "covered", **staff).settled == "true"
    far["dpf_covers"] = "unknown"
    assert not asked(knowledge, "covered", **staff).settled


def test_an_importer_off_the_list_is_shown_to_be_so_by_its_own_fact(knowledge: Knowledge) -> None:
    found = asked(knowledge, "listing_read", organisations={"far": {"dpf": "false"}})
    assert found.settled == "none"
    assert "organisations.far.dpf" in found.proof


PASSED_ON: Tree = {"crm": {"operator": "far"}}


def onward(knowledge: Knowledge, far: Tree, first: Tree) -> Choice:
    """What the transfer that is passed on from `far` to `farther` rests on."""
    flows = {
        "a": {"for": "sales", "from": "app", "to": "crm", "content": "none", **first},
        "b": {"for": "sales", "from": "crm", "to": "farther", "content": "none"},
    }
    changes = {"organisations": {"far": far}, "hosts": PASSED_ON, "flows": flows}
    made = derived(knowledge, changes)
    (passed,) = (t for t in made.transfers.all if t.importer == "farther")
    return made.grounds.rests_on(passed)


@pytest.mark.parametrize(
    ("far", "first", "rests"),
    [
        ({"dpf": "true", "dpf_covers": "non-hr"}, {}, ("framework",)),
        ({"dpf": "unknown"}, {"tool": "scc"}, ("tool",)),
        ({"dpf": "unknown"}, {"tool": "none"}, ("framework", "other")),
        ({"dpf": "false"}, {"tool": "bcr"}, ("tool",)),
        ({"dpf": "false"}, {"tool": "none"}, ("other",)),
        ({"dpf": "false"}, {}, ("other", "tool")),
        ({"country": "IN"}, {"tool": "scc"}, ("tool",)),
        ({"country": "JP", "in_scope": "true"}, {"tool": "none"}, ("other",)),
    ],
)
def test_what_is_passed_on_rests_on_what_it_was_received_by(
    knowledge: Knowledge, far: Tree, first: Tree, rests: tuple[str, ...]
) -> None:
    assert tuple(sorted(onward(knowledge, far, first).options)) == rests


@pytest.mark.parametrize(
    ("agreement", "bound"),
    [
        ({}, "true"),
        ({"since": "2024-02-01"}, ""),
        ({"until": "2023-12-31"}, ""),
        ({"since": "2023-01-01", "until": "2024-01-02"}, "true"),
        ({"signed": "false"}, "false"),
        ({"signed": "false", "until": "2023-12-31"}, ""),
    ],
)
def test_a_contract_binds_whom_data_is_passed_on_to_while_it_lasts(
    knowledge: Knowledge, agreement: Tree, bound: str
) -> None:
    tree = {"agreements": {"shop>far": {"between": ["shop", "far"], "is": "processing", **agreement}}}
    found = asked(knowledge, "passed_on_by_contract", **tree)
    assert found.settled == bound


def test_an_importer_that_no_notice_names_is_asked_for_where_a_list_is_open(knowledge: Knowledge) -> None:
    changes: Tree = {
        "activities": {"sales": {"processors": "unknown", "recipients": "none"}},
        "notices": {"told": {"by": "shop", "for": "sales", "recipients": "none", "transfers": "unknown"}},
    }
    found = asked(knowledge, "declared", **changes)
    assert not found.settled
    assert found.missing == ("activities.sales.processors", "notices.told.transfers")


def test_what_no_agreement_states_is_asked_of_the_two_who_would_sign_it(knowledge: Knowledge) -> None:
    found = asked(knowledge, "measures")
    assert (found.anything, found.missing) == (True, ("agreements.shop>far.measures",))
    signed = {"agreements": {"shop>far": {"between": ["shop", "far"], "is": "scc"}}}
    found = asked(knowledge, "measures", **signed)
    assert (found.anything, found.missing) == (True, ("agreements.shop>far.measures",))

"""Flows of an import that people complete by hand: each fact keeps its own source, and what is missing is told where the flow stands."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import Refused
from auditor.loading.case.imported import digest
from auditor.loading.case.load import LoadedCase, load_case
from auditor.loading.files.document import Document, read
from auditor.loading.schema import schema
from auditor.model.law import Knowledge
from auditor.model.materials import Fact, fact_of, plain

HEAD = "auditor: 1\ncase: {id: one, as_of: 2024-01-01}\nsources: {note: {}, plan: {}}\n"
WORLD = (
    "people: {client: {}}\nhosts: {shop: {}, store: {}}\n"
    "activities: {sale: {people: client, data: contact, controller: unknown}}\n"
)
FLOW = {
    "for": "sale",
    "from": "client",
    "to": "shop",
    "data": "contact",
    "transport": "tls",
    "source": "plan#L7",
}


def imported(flow: dict[str, Any], known: str = "declared", name: str = "send") -> str:
    """Give a file as an import writes it, with one flow."""
    body = yaml.safe_dump({"known": known, "source": "plan", "flows": {name: flow}}, sort_keys=False)
    text = f"auditor: 1\nimported: {'0' * 64}\n{body}"
    return text.replace("0" * 64, digest(text))


def load(knowledge: Knowledge, hand: str, flow: dict[str, Any] = FLOW, known: str = "declared") -> LoadedCase:
    files = {
        "case.yaml": HEAD + WORLD,
        "hand.yaml": f"auditor: 1\n{hand}",
        "made.yaml": imported(flow, known),
    }
    return load_case([(name, text.encode()) for name, text in files.items()], knowledge)


def stated(loaded: LoadedCase, field: str) -> tuple[Any, str, str]:
    fact: Fact = fact_of(loaded.case, f"flows.send.{field}")
    return fact.value, fact.known, fact.source


def refused(knowledge: Knowledge, hand: str, flow: dict[str, Any] = FLOW) -> list[str]:
    with pytest.raises(Refused) as caught:
        load(knowledge, hand, flow)
    return [f"{p.path}:{p.line}:{p.column} {p.message.en}" for p in caught.value.problems]


def test_a_fact_by_hand_is_added_to_the_imported_flow_and_each_has_its_own_source(
    knowledge: Knowledge,
) -> None:
    loaded = load(knowledge, "known: documented\nsource: note\nflows: {send: {content: none}}\n")
    assert stated(loaded, "content") == ("none", "documented", "note")
    assert stated(loaded, "transport") == ("tls", "declared", "plan#L7")
    assert stated(loaded, "data")[1:] == ("declared", "plan#L7")
    assert fact_of(loaded.case, "flows.send").source == "plan#L7"
    assert loaded.overrides == ()


def test_a_fact_by_hand_goes_before_the_imported_one_and_both_are_listed(knowledge: Knowledge) -> None:
    loaded = load(knowledge, "known: documented\nsource: note\nflows: {send: {transport: none}}\n")
    assert stated(loaded, "transport") == ("none", "documented", "note")
    (line,) = loaded.overrides
    assert (line.route, line.knowledge, line.case, line.by) == (
        "flows.send.transport",
        "tls",
        "none",
        "import",
    )


def test_a_fact_by_hand_without_a_source_does_not_borrow_that_of_the_import(knowledge: Knowledge) -> None:
    loaded = load(knowledge, "known: documented\nflows: {send: {content: none}}\n")
    assert stated(loaded, "content") == ("none", "documented", "")
    loaded = load(knowledge, "flows: {send: {content: none}}\n")
    assert stated(loaded, "content") == ("none", "assumed", "")
    assert stated(loaded, "transport") == ("tls", "declared", "plan#L7")


def test_a_value_with_its_own_word_keeps_it(knowledge: Knowledge) -> None:
    hand = (
        "known: documented\nsource: note\nflows: {send: {keys: {value: [ovh], known: alleged}, to: store}}\n"
    )
    loaded = load(knowledge, hand)
    assert stated(loaded, "keys") == (["ovh"], "alleged", "note")
    assert stated(loaded, "to") == ("store", "documented", "note")


def test_what_has_no_word_of_its_own_is_never_surer_than_the_weaker_of_both(knowledge: Knowledge) -> None:
    hand = "known: documented\nsource: note\nflows: {send: {data: health}}\n"
    loaded = load(knowledge, hand, known="alleged")
    assert stated(loaded, "data") == ("health", "alleged", "note")
    assert stated(loaded, "transport") == ("tls", "alleged", "plan#L7")
    assert [line.route for line in loaded.overrides] == ["flows.send.data"]


def test_a_flow_that_is_written_whole_stands_instead_of_the_imported_one(knowledge: Knowledge) -> None:
    hand = "known: documented\nsource: note\nflows: {send: {for: sale, from: client, to: store}}\n"
    loaded = load(knowledge, hand)
    assert stated(loaded, "to") == ("store", "documented", "note")
    assert stated(loaded, "transport")[0] == "unknown"
    assert [(line.route, line.by) for line in loaded.overrides] == [("flows.send", "import")]


def test_a_captured_flow_that_is_completed_stays_observed(knowledge: Knowledge) -> None:
    loaded = load(
        knowledge, "known: declared\nsource: note\nflows: {send: {exempt: none}}\n", known="observed"
    )
    assert fact_of(loaded.case, "flows.send").known == "observed"
    assert stated(loaded, "exempt") == ("none", "declared", "note")


@pytest.mark.parametrize(
    ("hand", "flow", "told"),
    [
        ("flows: {other: {content: none}}", FLOW, ["for", "from", "to"]),
        ("flows: {send: {content: none}}", {"for": "sale", "from": "client"}, ["to"]),
    ],
)
def test_what_neither_states_is_told_missing_where_the_flow_stands(
    knowledge: Knowledge, hand: str, flow: dict[str, Any], told: list[str]
) -> None:
    lines = [line for line in refused(knowledge, hand, flow) if line.startswith("hand.yaml")]
    column = 2 + hand.index("{content")
    assert lines == [f"hand.yaml:2:{column - 1} the key {key} is missing" for key in told]


def test_what_is_wrong_in_a_part_is_told_at_its_place(knowledge: Knowledge) -> None:
    lines = refused(knowledge, "flows: {send: {content: clear, trnsport: none}}")
    assert all(line.startswith("hand.yaml:2:") for line in lines)
    assert len(lines) == 2
    (line,) = refused(knowledge, "flows: {send: {keys: nobody-at-all}}")
    assert line.startswith("hand.yaml:2:")


def test_a_reference_of_the_import_that_leads_nowhere_is_told_in_the_import(knowledge: Knowledge) -> None:
    (line,) = refused(knowledge, "flows: {send: {content: none}}", {**FLOW, "to": "nowhere"})
    assert line.startswith("made.yaml")


def test_editors_take_a_flow_in_part() -> None:
    validator = jsonschema.Draft202012Validator(schema("case"))
    assert not list(validator.iter_errors({"auditor": "1", "flows": {"send": {"content": "none"}}}))
    assert list(validator.iter_errors({"auditor": "1", "flows": {"send": {"content": "clear"}}}))


@given(
    st.dictionaries(
        st.sampled_from(["transport", "content", "network", "loads"]),
        st.sampled_from(["none", "unknown"]),
    )
)
def test_whatever_is_written_wins_and_the_rest_stays(knowledge: Knowledge, part: dict[str, str]) -> None:
    part = {field: "unknown" if field in ("network", "loads") else word for field, word in part.items()}
    loaded = load(
        knowledge, f"known: documented\nsource: note\n{yaml.safe_dump({'flows': {'send': part}})}", FLOW
    )
    flow = loaded.case.flows["send"]
    for field, word in {"transport": "tls", **part}.items():
        assert plain(getattr(flow, field)) == word
    assert (plain(flow.from_), plain(flow.to), flow.for_) == ("client", "shop", "sale")


def test_what_an_import_says_of_a_host_or_an_activity_never_passes_for_as_sure_as_people_are(
    knowledge: Knowledge,
) -> None:
    made = yaml.safe_dump(
        {
            "known": "declared",
            "source": "plan",
            "hosts": {
                "shop": {
                    "title": "Shop",
                    "at_rest": "encrypted",
                    "location": ["FR", "IE"],
                    "source": "plan#L2",
                }
            },
            "activities": {
                "sale": {"retention": "5 years", "title": "Sale", "data": "contact", "source": "plan#L3"}
            },
        },
        sort_keys=False,
    )
    text = f"auditor: 1\nimported: {digest(f'imported: x{chr(10)}{made}')}\n{made}"
    hand = (
        HEAD
        + "known: documented\nsource: note\nhosts: {shop: {keys: ovh}}\nactivities: {sale: {scale: small}}\n"
    )
    files = {"case.yaml": hand, "made.yaml": text}
    case = load_case([(name, each.encode()) for name, each in files.items()], knowledge).case
    found = {
        route: (fact.known, fact.source)
        for route in ("hosts.shop.at_rest", "hosts.shop.location", "activities.sale.retention")
        for fact in (fact_of(case, route),)
    }
    assert found == {
        "hosts.shop.at_rest": ("declared", "plan#L2"),
        "hosts.shop.location": ("declared", "plan#L2"),
        "activities.sale.retention": ("declared", "plan#L3"),
    }
    assert (fact_of(case, "hosts.shop.keys").known, fact_of(case, "hosts.shop.keys").source) == (
        "documented",
        "note",
    )
    assert case.activities["sale"].title == "Sale"


def test_what_stands_below_an_entry_that_an_import_completes_is_shown_where_people_wrote_it(
    knowledge: Knowledge,
) -> None:
    hosts = "hosts:\n  shop: {title: Shop}\n  store: {title: Store}\n"
    people = WORLD.replace("hosts: {shop: {}, store: {}}\n", "")
    own = f"{HEAD}{people}{hosts}flows:\n  keep: {{for: sale, from: shop, to: store}}\n"
    made = imported(FLOW)
    body = f"{made.partition(digest(made))[2].strip()}\nhosts: {{shop: {{location: FR, at_rest: encrypted, operator: unknown}}}}\n"
    text = f"auditor: 1\nimported: {'0' * 64}\n{body}"
    files = [("own.yaml", own), ("made.yaml", text.replace("0" * 64, digest(text)))]
    places = load_case([(name, each.encode()) for name, each in files], knowledge).places
    lines = own.splitlines()
    for route in ("hosts.store.title", "flows.keep", "flows.keep.to"):
        spot = places.find(route)
        assert spot is not None
        assert (spot.file, spot.text) == ("own.yaml", lines[spot.line - 1])
        assert spot.text[spot.column - 1 :].startswith(route.split(".")[-1])
    completed = places.find("hosts.shop.location")
    assert completed is not None
    assert completed.file == "made.yaml"


def test_once_a_case_is_loaded_no_plain_value_of_its_files_is_kept(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: list[Document] = []

    def kept(path: str, data: bytes) -> Document:
        files.append(read(path, data))
        return files[-1]

    monkeypatch.setattr("auditor.loading.case.load.read", kept)
    loaded = load(knowledge, "flows: {send: {to: store}}\n")
    assert [document.value for document in files] == [None, None, None]
    spot = loaded.places.find("flows.send.to")
    assert spot is not None
    assert (spot.file, spot.line, spot.column) == ("hand.yaml", 2, 16)

"""Models of the library of threat models: actors, data sets, stores and flows, and what is told of the rest."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importing.reading import Tree, flows, read, told
from tests.importing.test_small_models import library


def model(**sections: Any) -> Tree:
    return read("tm-bom", library(**sections))


def left(tree: Tree) -> list[tuple[str, str]]:
    return [(what, words) for field in ("left_out", "not_understood") for _, what, words in told(tree, field)]


def end(kind: str, name: str) -> Tree:
    return {"type": f"threat-model/{kind}", "object": name}


@pytest.mark.parametrize(
    ("kind", "section"),
    [
        ("system", "hosts"),
        ("administrator", "organisations"),
        ("engineer", "organisations"),
        ("third_party", "organisations"),
    ],
)
def test_an_actor_is_a_system_or_somebody(kind: str, section: str) -> None:
    tree = model(actors=[{"symbolic_name": "them", "title": "Them", "type": kind}])
    assert "m-them" in tree[section]


@pytest.mark.parametrize("kind", ["user", "power_user"])
def test_an_actor_that_is_a_user_is_people(kind: str) -> None:
    tree = model(actors=[{"symbolic_name": "them", "title": "Them", "type": kind}])
    assert "m-them" in tree["people"]
    assert "no-such-word" not in [what for what, _ in left(tree)]


def test_an_actor_of_a_word_that_the_format_does_not_have_is_told() -> None:
    tree = model(actors=[{"symbolic_name": "them", "title": "Them", "type": "robot"}])
    assert ("no-such-word", "type robot") in left(tree)


@pytest.mark.parametrize(
    ("word", "kind"), [("pii", "personal"), ("phi", "health"), ("fin", "financial"), ("pci", "financial")]
)
def test_sensitive_data_is_of_the_kind_that_its_word_names(word: str, kind: str) -> None:
    tree = model(data_sets=[{"symbolic_name": "set", "title": "Set", "data_sensitivity": [word]}])
    assert [each["is"] for each in tree["data"].values()] == [kind]
    assert "says-nothing" not in [what for what, _ in left(tree)]


@pytest.mark.parametrize(
    ("encrypted", "at_rest"),
    [
        (["true"], "encrypted"),
        (["false"], "plain"),
        (["true", "true"], "encrypted"),
        (["true", "false"], "unknown"),
        ([None], "unknown"),
    ],
)
def test_a_store_is_encrypted_as_all_that_is_placed_there_is(encrypted: list[Any], at_rest: str) -> None:
    sets = [
        {
            "symbolic_name": f"set{number}",
            "title": f"Set {number}",
            "data_sensitivity": ["pii"],
            "placements": [{"data_store": "db", **({"encrypted": value == "true"} if value else {})}],
        }
        for number, value in enumerate(encrypted)
    ]
    tree = model(data_sets=sets, data_stores=[{"symbolic_name": "db", "title": "DB"}])
    stated = tree["hosts"]["m-db"]["at_rest"]
    assert (stated["value"] if isinstance(stated, dict) else stated) == at_rest
    keeps = tree["hosts"]["m-db"]["keeps"]
    assert len([keeps] if isinstance(keeps, str) else keeps) == len(encrypted)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"vendor": "V", "product": "P"}, "V (P)"),
        ({"vendor": "V"}, "V"),
        ({"product": "P"}, "P"),
        ({}, None),
    ],
)
def test_who_made_a_store_is_noted_and_operates_nothing(fields: Tree, words: str | None) -> None:
    operator = model(data_stores=[{"symbolic_name": "db", "title": "DB", **fields}])["hosts"]["m-db"][
        "operator"
    ]
    if words is None:
        assert operator == "unknown"
    else:
        assert operator["value"] == "unknown"
        assert all(words in said for said in operator["note"].values())


@pytest.mark.parametrize(
    ("encrypted", "transport"), [(True, "tls"), (False, "none"), (None, None), ("perhaps", None)]
)
def test_a_flow_is_protected_as_it_says(encrypted: Any, transport: str | None) -> None:
    flow = {
        "symbolic_name": "f",
        "title": "F",
        "source": end("component", "sender"),
        "destination": end("data_store", "db"),
    }
    stated = {} if encrypted is None else {"encrypted": encrypted}
    tree = model(data_flows=[{**flow, **stated}], data_stores=[{"symbolic_name": "db", "title": "DB"}])
    (made,) = tree["flows"].values()
    assert made.get("transport") == transport
    assert flows(tree) == [("sender", "db", "unknown")]
    assert (("no-such-word", "encrypted perhaps") in left(tree)) is (encrypted == "perhaps")


@pytest.mark.parametrize(("sensitive", "asked"), [(True, 1), (False, 0)])
def test_a_flow_of_sensitive_data_is_asked_whether_it_is_personal(sensitive: bool, asked: int) -> None:
    flow = {
        "symbolic_name": "f",
        "title": "F",
        "source": end("component", "sender"),
        "destination": end("component", "sender2"),
    }
    parts = [{"symbolic_name": name, "title": name} for name in ("sender", "sender2")]
    tree = model(data_flows=[{**flow, "has_sensitive_data": sensitive}], components=parts)
    found = [each for each in tree["imports"]["m"].get("to_ask", []) if each["why"] == "is-it-personal"]
    assert [each["fact"] for each in found] == ["flows.m-f.data"] * asked


@pytest.mark.parametrize(
    ("validity", "why", "words"),
    [
        ("confirmed", "prose", "All is well."),
        ("unconfirmed", "unconfirmed", "All is well. (unconfirmed)"),
        ("rejected", "unconfirmed", "All is well. (rejected)"),
    ],
)
def test_what_a_model_assumes_is_told_with_how_sure_it_is(validity: str, why: str, words: str) -> None:
    tree = model(assumptions=[{"description": "All is well.", "validity": validity}])
    assert (why, words) in left(tree)


def test_how_a_risk_is_treated_is_a_decision() -> None:
    risks = [
        {"title": "Leak", "treatment": "accept"},
        {"symbolic_name": "loss", "status": "open"},
        {"title": "Bare"},
    ]
    tree = model(risks=risks)
    assert [each["words"] for each in tree["imports"]["m"]["decisions"]] == [
        "Leak · accept",
        "loss · open",
        "Bare",
    ]


@pytest.mark.parametrize("word", ["ip", "cred", "biz", "gov", "op"])
def test_sensitive_data_that_is_of_no_kind_of_persons_is_told(word: str) -> None:
    tree = model(data_sets=[{"symbolic_name": "set", "title": "Set", "data_sensitivity": [word]}])
    assert ("says-nothing", f"Set: {word}") in left(tree)
    assert ("no-such-word", f"data_sensitivity {word}") not in left(tree)


def test_what_a_model_describes_and_where_it_draws_lines_is_told() -> None:
    tree = model(description="A model.", trust_zones=[{"title": "Inside", "x": 1}])
    assert ("prose", "A model.") in left(tree)
    assert ("title-is-no-place", "Inside") in left(tree)


OF_THE_MODEL = [
    "version",
    "trust_boundaries",
    "threat_personas",
    "threats",
    "controls",
    "diagrams",
    "repo_link",
    "frozen",
    "release_docs_link",
    "references",
    "created_at",
    "updated_at",
    "authors",
    "attributes",
    "license",
]
OF_AN_ELEMENT = [
    "description",
    "trust_zone",
    "attributes",
    "type",
    "vendor",
    "product",
    "repo_link",
    "parent_component",
    "permissions",
    "record_count",
    "access_control_methods",
    "platform",
    "language",
]


@pytest.mark.parametrize("key", [*OF_THE_MODEL, "zzz"])
def test_a_key_of_a_model_is_known_or_told(key: str) -> None:
    tree = model(**{key: "words"})
    assert [at for at, what, _ in told(tree, "not_understood") if what == "no-such-key"] == (
        ["/zzz"] if key == "zzz" else []
    )


@pytest.mark.parametrize("key", [*OF_AN_ELEMENT, "zzz"])
def test_a_key_of_an_element_is_known_or_told(key: str) -> None:
    tree = model(components=[{"symbolic_name": "c", "title": "C", key: "words"}])
    assert [at for at, what, _ in told(tree, "not_understood") if what == "no-such-key"] == (
        ["/components/0/zzz"] if key == "zzz" else []
    )

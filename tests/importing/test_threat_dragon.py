"""Drawings of Threat Dragon: what each cell is, how flows are protected, what is asked, decided and only told."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.errors import Refused
from tests.importing import models
from tests.importing.reading import Tree, flows, read, told
from tests.importing.test_small_models import drawing


def of(*cells: Tree, **asked: Any) -> Tree:
    return read("threat-dragon", drawing(*cells), **asked)


def left(tree: Tree) -> list[tuple[str, str]]:
    return [(what, words) for field in ("left_out", "not_understood") for _, what, words in told(tree, field)]


def two(**flow: Any) -> Tree:
    """A drawing of one flow from a process to a store."""
    ends = {"source": models.to(1), "target": models.to(2)}
    return of(
        models.cell(1, "Process", "Desk"),
        models.cell(2, "Store", "Files"),
        models.cell(3, "Flow", "write", **{**ends, **flow}),
    )


@pytest.mark.parametrize(
    ("kind", "section"), [("Process", "hosts"), ("Store", "hosts"), ("Actor", "organisations")]
)
def test_a_thing_is_what_its_type_says(kind: str, section: str) -> None:
    assert "m-it" in of(models.cell(1, kind, "It"))[section]


@pytest.mark.parametrize("kind", ["Boundary", "BoundaryBox"])
def test_a_line_is_no_place(kind: str) -> None:
    tree = of(models.cell(1, "Process", "Desk"), models.cell(2, kind, "Inside"), models.cell(3, kind, ""))
    assert [words for what, words in left(tree) if what == "title-is-no-place"] == ["Inside"]


def test_words_in_a_drawing_are_told() -> None:
    tree = of(models.cell(1, "Process", "Desk"), models.cell(2, "Text", "Read this"))
    assert ("prose", "Read this") in left(tree)


@pytest.mark.parametrize(
    ("shape", "why"),
    [
        ("trust-boundary-box", ("title-is-no-place", "It")),
        ("trust-boundary-curve", ("title-is-no-place", "It")),
        ("trust-broundary-curve", ("title-is-no-place", "It")),
        ("td-text-block", ("prose", "It")),
        ("star", ("no-such-word", "shape star")),
    ],
)
def test_a_cell_without_a_type_is_what_its_shape_says(shape: str, why: tuple[str, str]) -> None:
    cell = {"id": "00000002", "shape": shape, "data": {"name": "It"}}
    assert why in left(of(models.cell(1, "Process", "Desk"), cell))


@pytest.mark.parametrize(
    ("shape", "section"), [("process", "hosts"), ("store", "hosts"), ("actor", "organisations")]
)
def test_a_cell_without_a_type_is_the_thing_of_its_shape(shape: str, section: str) -> None:
    tree = of({"id": "00000002", "shape": shape, "data": {"name": "It"}})
    assert "m-it" in tree[section]
    assert "no-such-word" not in [what for what, _ in left(tree)]


@pytest.mark.parametrize(
    ("flow", "transport", "why"),
    [
        ({}, None, None),
        ({"isEncrypted": True}, "tls", None),
        ({"isEncrypted": False}, None, None),
        ({"protocol": "HTTPS"}, "tls", ("believed", "protocol HTTPS (isEncrypted false)")),
        ({"protocol": "HTTPS", "isEncrypted": True}, "tls", None),
        (
            {"protocol": "HTTPS", "isEncrypted": False},
            "tls",
            ("believed", "protocol HTTPS (isEncrypted false)"),
        ),
        ({"protocol": "HTTP"}, "none", None),
        ({"protocol": "HTTP", "isEncrypted": False}, "none", None),
        (
            {"protocol": "HTTP", "isEncrypted": True},
            "unknown",
            ("no-such-word", "protocol HTTP, isEncrypted true"),
        ),
        ({"protocol": "Pigeon"}, "unknown", ("no-such-word", "protocol Pigeon")),
        ({"protocol": "Pigeon", "isEncrypted": True}, "tls", ("no-such-word", "protocol Pigeon")),
        ({"protocol": "SSH", "isEncrypted": True}, "vpn", None),
    ],
)
def test_a_flow_is_protected_as_its_protocol_says_before_its_mark(
    flow: Tree, transport: str | None, why: Any
) -> None:
    tree = two(**flow)
    (made,) = tree["flows"].values()
    stated = made.get("transport")
    assert (stated["value"] if isinstance(stated, dict) else stated) == transport
    assert [each for each in left(tree) if each[0] in ("believed", "no-such-word")] == ([why] if why else [])


@pytest.mark.parametrize(("public", "network"), [(True, "public"), (False, None)])
def test_a_flow_over_a_public_network_says_so(public: bool, network: str | None) -> None:
    (made,) = two(isPublicNetwork=public)["flows"].values()
    assert made.get("network") == network


@pytest.mark.parametrize(
    ("both", "ends"), [(True, [("desk", "files"), ("files", "desk")]), (False, [("desk", "files")])]
)
def test_a_flow_both_ways_comes_back(both: bool, ends: list[tuple[str, str]]) -> None:
    assert [(start, end) for start, end, _ in flows(two(isBidirectional=both))] == ends


def test_an_end_that_hangs_in_the_air_is_unknown_and_told() -> None:
    tree = two(target={"x": 1, "y": 2})
    assert flows(tree) == [("desk", "unknown", "unknown")]
    assert ("no-such-element", "x, y") in left(tree)
    tree = two(target={"cell": "gone"})
    assert ("no-such-element", "gone") in left(tree)


ASKED = {
    "storesCredentials": "credentials-or-personal",
    "handlesCardPayment": "is-it-processed",
    "handlesGoodsOrServices": "is-it-processed",
    "storesInventory": "is-it-processed",
    "isALog": "is-it-processed",
}


@pytest.mark.parametrize("key", ASKED)
def test_a_place_that_is_said_to_hold_something_is_asked_what_it_keeps(key: str) -> None:
    tree = of(models.cell(1, "Store", "Files", **{key: True}))
    assert tree["imports"]["m"]["to_ask"] == [
        {
            "fact": "hosts.m-files.keeps",
            "at": f"m#/detail/diagrams/0/cells/0/data/{key}",
            "why": ASKED[key],
            "words": f"Files: {key}",
        }
    ]
    assert "to_ask" not in of(models.cell(1, "Store", "Files", **{key: False}))["imports"]["m"]
    actor = of(models.cell(1, "Actor", "Clerk", **{key: True}))
    assert ("says-nothing", f"Clerk: {key}") in left(actor)


@pytest.mark.parametrize(("encrypted", "at_rest"), [(True, "encrypted"), (False, None)])
def test_a_store_that_is_marked_is_encrypted(encrypted: bool, at_rest: str | None) -> None:
    host = of(models.cell(1, "Store", "Files", isEncrypted=encrypted))["hosts"]["m-files"]
    assert (host.get("at_rest"), host["keeps"], host["operator"]) == (at_rest, "unknown", "unknown")


def test_what_authors_decided_and_wrote_is_told() -> None:
    threats = [
        {"title": "Leak", "status": "Mitigated"},
        {"title": "Loss", "status": "Open"},
        {"title": "Theft", "status": ""},
        {"title": "Fire", "status": "NA"},
    ]
    tree = of(
        models.cell(
            1,
            "Process",
            "Desk",
            outOfScope=True,
            reasonOutOfScope="Not ours.",
            threats=threats,
            description="A desk.",
        ),
        models.cell(2, "Process", "Bench", outOfScope=True),
    )
    assert [each["words"] for each in tree["imports"]["m"]["decisions"]] == [
        "Desk: outOfScope: Not ours.",
        "Desk: Leak · Mitigated",
        "Desk: Fire · NA",
        "Bench: outOfScope",
    ]
    assert ("prose", "A desk.") in left(tree)


def test_things_of_one_name_have_ids_of_their_own() -> None:
    tree = of(
        models.cell(1, "Process", "Desk"), models.cell(2, "Process", "Desk"), models.cell(3, "Process", "")
    )
    assert len(tree["hosts"]) == 3
    assert "m-desk" not in tree["hosts"]


def test_a_drawing_of_the_first_version_is_refused() -> None:
    whole = drawing(models.cell(1, "Process", "Desk"))
    whole["detail"]["diagrams"][0]["diagramJson"] = {}
    with pytest.raises(Refused):
        read("threat-dragon", whole)


def test_what_a_drawing_is_about_is_told() -> None:
    tree = read("threat-dragon", drawing(models.cell(1, "Process", "Desk"), description="The desk."))
    assert ("prose", "The desk.") in left(tree)
    assert tree["sources"]["m"]["title"] == "Desk"


OF_DATA = [
    "outOfScope",
    "reasonOutOfScope",
    "threatFrequency",
    "hasOpenThreats",
    "isTrustBoundary",
    "providesAuthentication",
    "isSigned",
    "isWebApplication",
    "privilegeLevel",
    "threats",
    "isEncrypted",
    "isBidirectional",
    "isPublicNetwork",
    "protocol",
]


@pytest.mark.parametrize("key", [*OF_DATA, "zzz"])
def test_a_key_of_a_thing_is_known_or_told(key: str) -> None:
    tree = of(models.cell(1, "Actor", "Clerk", **{key: "words"}))
    found = [at.rpartition("/")[2] for at, what, _ in told(tree, "not_understood") if what == "no-such-key"]
    assert found == (["zzz"] if key == "zzz" else [])


@pytest.mark.parametrize("key", ["owner", "id", "contributors", "diagramTop", "reviewer", "threatTop", "zzz"])
def test_a_key_of_the_summary_is_known_or_told(key: str) -> None:
    tree = read("threat-dragon", drawing(models.cell(1, "Process", "Desk"), **{key: "words"}))
    found = [at for at, what, _ in told(tree, "not_understood") if what == "no-such-key"]
    assert found == (["/summary/zzz"] if key == "zzz" else [])

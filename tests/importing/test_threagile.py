"""Models of Threagile by the words of the format: how links are protected, what stores do, which keys tell a case nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importing.reading import Tree, read, told
from tests.importing.test_small_models import asset, link, threagile

#: The protocols of the format that have an encrypted counterpart, and those that are encrypted.
CLEAR = [
    "http",
    "ws",
    "reverse-proxy-web-protocol",
    "jdbc",
    "odbc",
    "sql-access-protocol",
    "nosql-access-protocol",
    "binary",
    "text",
    "smtp",
    "pop3",
    "imap",
    "ftp",
    "ldap",
    "smb",
    "iiop",
    "jrmp",
]
ENCRYPTED = [
    "https",
    "wss",
    "reverse-proxy-web-protocol-encrypted",
    "jdbc-encrypted",
    "odbc-encrypted",
    "sql-access-protocol-encrypted",
    "nosql-access-protocol-encrypted",
    "binary-encrypted",
    "text-encrypted",
    "smtp-encrypted",
    "pop3-encrypted",
    "imap-encrypted",
    "ftps",
    "ldaps",
    "smb-encrypted",
    "iiop-encrypted",
    "jrmp-encrypted",
]
TUNNELS = ["ssh", "ssh-tunnel", "sftp", "scp"]
SILENT = ["mqtt", "jms", "nfs", "nrpe", "xmpp", "unknown-protocol"]
INSIDE = ["in-process-library-call", "inter-process-communication", "local-file-access", "container-spawning"]


def protected(protocol: str, **more: Any) -> tuple[Any, Any, list[str]]:
    tree = read("threagile", link(protocol=protocol, data_assets_sent=["card"], **more))
    (flow,) = tree["flows"].values()
    way = flow.get("transport")
    left = [said for _, what, said in told(tree, "not_understood") if what == "no-such-word"]
    return way["value"] if isinstance(way, dict) else way, flow.get("network"), left


@pytest.mark.parametrize("protocol", CLEAR)
def test_a_protocol_with_an_encrypted_counterpart_is_clear_save_inside_a_tunnel(protocol: str) -> None:
    assert protected(protocol) == ("none", None, [])
    assert protected(protocol, vpn=True) == ("vpn", None, [])


@pytest.mark.parametrize("protocol", ENCRYPTED)
def test_an_encrypted_protocol_is_encrypted_also_inside_a_tunnel(protocol: str) -> None:
    assert protected(protocol) == protected(protocol, vpn=True) == ("tls", None, [])


@pytest.mark.parametrize("protocol", TUNNELS)
def test_a_shell_is_a_tunnel(protocol: str) -> None:
    assert protected(protocol) == ("vpn", None, [])


@pytest.mark.parametrize("protocol", SILENT)
def test_a_protocol_without_a_counterpart_says_nothing_of_encryption(protocol: str) -> None:
    assert protected(protocol) == ("unknown", None, [])
    assert protected(protocol, vpn=True) == ("vpn", None, [])


@pytest.mark.parametrize("protocol", INSIDE)
def test_what_stays_on_a_machine_has_no_way_to_protect(protocol: str) -> None:
    assert protected(protocol) == (None, "same-machine", [])


def test_a_protocol_that_the_format_does_not_have_is_told() -> None:
    assert protected("pigeon") == ("unknown", None, ["protocol pigeon"])


@pytest.mark.parametrize(
    "encryption",
    [
        "transparent",
        "data-with-symmetric-shared-key",
        "data-with-asymmetric-shared-key",
        "data-with-end-user-individual-key",
        "data-with-enduser-individual-key",
    ],
)
def test_every_word_of_encryption_leaves_the_keys_unknown(encryption: str) -> None:
    store = asset(id="s", encryption=encryption, data_assets_stored=["card"])
    tree = read("threagile", threagile(data_assets={"Card": {"id": "card"}}, technical_assets={"S": store}))
    host = tree["hosts"]["m-s"]
    at_rest, keys = host["at_rest"], host["keys"]
    assert (at_rest["value"] if isinstance(at_rest, dict) else at_rest) == "encrypted"
    assert isinstance(at_rest, dict) is (encryption == "transparent")
    assert (keys["value"] if isinstance(keys, dict) else keys) == "unknown"
    assert told(tree, "not_understood") == []


#: Keys of the schema of Threagile that say nothing of persons, by where they stand.
OF_THE_MODEL = [
    "contributors",
    "management_summary_comment",
    "business_criticality",
    "business_overview",
    "technical_overview",
    "application_description",
    "abuse_cases",
    "security_requirements",
    "tags_available",
    "individual_risk_categories",
    "custom_risk_categories",
    "diagram_tweak_nodesep",
    "diagram_tweak_ranksep",
    "diagram_tweak_edge_layout",
    "diagram_tweak_suppress_edge_labels",
    "diagram_tweak_layout_left_to_right",
    "diagram_tweak_invisible_connections_between_assets",
    "diagram_tweak_same_rank_assets",
]
OF_DATA = [
    "description",
    "usage",
    "tags",
    "origin",
    "owner",
    "quantity",
    "confidentiality",
    "integrity",
    "availability",
    "justification_cia_rating",
]
OF_AN_ASSET = [
    "description",
    "usage",
    "size",
    "technology",
    "technologies",
    "tags",
    "internet",
    "machine",
    "owner",
    "encryption",
    "confidentiality",
    "integrity",
    "availability",
    "justification_cia_rating",
    "multi_tenant",
    "redundant",
    "custom_developed_parts",
    "data_assets_processed",
    "data_formats_accepted",
    "diagram_tweak_order",
    "justification_out_of_scope",
    "used_as_client_by_human",
]
OF_A_LINK = [
    "description",
    "authentication",
    "authorization",
    "tags",
    "ip_filtered",
    "readonly",
    "usage",
    "diagram_tweak_weight",
    "diagram_tweak_constraint",
]


def unknown(tree: Tree) -> list[str]:
    return [at for at, what, _ in told(tree, "not_understood") if what == "no-such-key"]


@pytest.mark.parametrize("key", [*OF_THE_MODEL, "zzz"])
def test_a_key_of_a_model_is_known_or_told(key: str) -> None:
    tree = read("threagile", threagile(technical_assets={"A": asset(id="a")}, **{key: "words"}))
    assert unknown(tree) == (["/zzz"] if key == "zzz" else [])


@pytest.mark.parametrize("key", [*OF_DATA, "zzz"])
def test_a_key_of_data_is_known_or_told(key: str) -> None:
    made = threagile(data_assets={"D": {"id": "d", key: "words"}}, technical_assets={"A": asset(id="a")})
    assert unknown(read("threagile", made)) == (["/data_assets/D/zzz"] if key == "zzz" else [])


@pytest.mark.parametrize("key", [*OF_AN_ASSET, "zzz"])
def test_a_key_of_an_asset_is_known_or_told(key: str) -> None:
    made = threagile(technical_assets={"A": {"id": "a", "type": "process", key: "words"}})
    assert unknown(read("threagile", made)) == (["/technical_assets/A/zzz"] if key == "zzz" else [])


@pytest.mark.parametrize("key", [*OF_A_LINK, "zzz"])
def test_a_key_of_a_link_is_known_or_told(key: str) -> None:
    tree = read("threagile", link(protocol="https", data_assets_sent=["card"], **{key: "words"}))
    assert [at.rpartition("/")[2] for at in unknown(tree)] == (["zzz"] if key == "zzz" else [])


@pytest.mark.parametrize(
    ("kind", "size", "known", "left"),
    [
        ("process", "application", "application", []),
        ("process", "service", None, []),
        ("process", "system", None, []),
        ("process", "component", None, []),
        ("datastore", "application", None, []),
        ("external-entity", "application", None, []),
        ("robot", "application", None, ["type robot"]),
        ("process", "huge", None, ["size huge"]),
    ],
)
def test_a_process_of_the_size_of_an_application_is_one(
    kind: str, size: str, known: str | None, left: list[str]
) -> None:
    tree = read("threagile", threagile(technical_assets={"A": {"id": "a", "type": kind, "size": size}}))
    assert tree["hosts"]["m-a"].get("kind") == known
    assert [said for _, what, said in told(tree, "not_understood") if what == "no-such-word"] == left


@pytest.mark.parametrize("kind", ["network-cloud-provider", "network-dedicated-hoster"])
def test_an_asset_inside_a_provider_is_asked_whose_machines_it_runs_on(kind: str) -> None:
    boundary = {"B": {"id": "b", "type": kind, "technical_assets_inside": ["a"]}}
    tree = read("threagile", threagile(technical_assets={"A": asset(id="a")}, trust_boundaries=boundary))
    assert [(each["fact"], each["why"]) for each in tree["imports"]["m"]["to_ask"]] == [
        ("hosts.m-a.runs_on", "whose-machines")
    ]
    inside = {"B": {**boundary["B"], "type": "network-on-prem"}}
    tree = read("threagile", threagile(technical_assets={"A": asset(id="a")}, trust_boundaries=inside))
    assert "to_ask" not in tree["imports"]["m"]


@pytest.mark.parametrize(
    ("owner", "operator", "why"),
    [
        ("Skypost Ltd", "m-skypost-ltd", None),
        ("Hoster SAS", "hoster", None),
        ("the cellar team", "unknown", "no-company"),
        ("", "unknown", None),
    ],
)
def test_an_asset_is_operated_by_the_company_that_owns_it(owner: str, operator: str, why: str | None) -> None:
    tree = read("threagile", threagile(technical_assets={"A": asset(id="a", owner=owner)}))
    assert tree["hosts"]["m-a"]["operator"] == operator
    assert [what for _, what, _ in told(tree, "not_understood") if what == "no-company"] == (
        [why] if why else []
    )


def test_people_who_use_a_client_are_people_and_a_company_that_owns_them_is_told() -> None:
    entity = {"type": "external-entity", "used_as_client_by_human": True, "id": "u", "owner": "Skypost Ltd"}
    tree = read("threagile", threagile(technical_assets={"Users": entity, "A": asset(id="a")}))
    assert "m-u" in tree["people"]
    assert ("prose", "Users: Skypost Ltd") in [each[1:] for each in told(tree, "not_understood")]
    tree = read(
        "threagile", threagile(technical_assets={"Users": {**entity, "owner": "them"}, "A": asset(id="a")})
    )
    assert "prose" not in [what for _, what, _ in told(tree, "not_understood")]


@pytest.mark.parametrize(
    ("status", "decided"), [("accepted", True), ("mitigated", True), ("unchecked", False)]
)
def test_a_risk_that_somebody_decided_on_is_told_as_decided(status: str, *, decided: bool) -> None:
    risk = {
        "leak@a": {
            "status": status,
            "justification": "Because.",
            "ticket": "X",
            "date": "2026-01-01",
            "checked_by": "Z",
        }
    }
    tree = read("threagile", threagile(technical_assets={"A": asset(id="a")}, risk_tracking=risk))
    found = [each["words"] for each in tree["imports"]["m"].get("decisions", [])]
    assert found == ([f"leak@a · {status} · Because."] if decided else [])


def test_what_is_out_of_scope_is_a_decision_with_its_reason() -> None:
    one = asset(id="a", out_of_scope=True, justification_out_of_scope="Not ours.")
    tree = read("threagile", threagile(technical_assets={"A": one, "B": asset(id="b")}))
    assert [each["words"] for each in tree["imports"]["m"]["decisions"]] == ["A: out_of_scope: Not ours."]


def test_a_link_that_carries_nothing_is_told() -> None:
    tree = read("threagile", link(protocol="https"))
    assert "flows" not in tree or tree["flows"] == {}
    assert ("carries-nothing", "Ask") in [
        each[1:] for field in ("left_out", "not_understood") for each in told(tree, field)
    ]

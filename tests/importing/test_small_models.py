"""Small models of engineers, one step at a time: which fact each word becomes, which word becomes none, and what is told of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.errors import Refused
from tests.importing import models
from tests.importing.reading import Tree, flows, read, told

# CycloneDX


def service(ref: str, *data: Tree, **fields: Any) -> Tree:
    return {"bom-ref": ref, "name": ref, **fields, **({"data": list(data)} if data else {})}


def bill(*services: Tree, uses: dict[str, list[str]] | None = None, **more: Any) -> Tree:
    listed = [{"ref": ref, "dependsOn": on} for ref, on in (uses or {}).items()]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "services": list(services),
        "dependencies": listed,
        **more,
    }


ENDS: Tree = {"source": ["a"], "destination": ["c"]}


@pytest.mark.parametrize(
    ("direction", "ends", "expected"),
    [
        ("inbound", {}, [("user", "b")]),
        ("inbound", {"source": ["a"]}, [("a", "b")]),
        ("outbound", {}, [("b", "user")]),
        ("outbound", {"destination": ["c"]}, [("b", "c")]),
        ("bi-directional", {}, [("b", "user"), ("user", "b")]),
        ("bi-directional", {"source": ["a"]}, [("a", "b"), ("b", "a")]),
        ("bi-directional", {"destination": ["c"]}, [("b", "c")]),
        ("bi-directional", ENDS, [("a", "b"), ("b", "c")]),
    ],
)
def test_data_of_a_service_go_where_its_direction_and_its_ends_say(
    direction: str, ends: Tree, expected: list[tuple[str, str]]
) -> None:
    carried = {"flow": direction, "classification": "phi", "name": "notes", **ends}
    tree = read(
        "cyclonedx",
        bill(
            service("a"), service("b", carried), service("c"), service("user"), uses={"user": ["b"], "b": []}
        ),
    )
    assert flows(tree) == [(start, end, "m-notes") for start, end in expected]
    assert tree["data"]["m-notes"]["is"] == "health"


def test_a_service_of_which_nobody_says_who_uses_it_gets_data_from_an_unknown_end() -> None:
    carried = {"flow": "inbound", "classification": "pii", "name": "names"}
    assert flows(read("cyclonedx", bill(service("b", carried)))) == [("unknown", "b", "m-names")]


def test_what_a_bill_says_beside_its_services_is_known_and_tells_nothing() -> None:
    beside = {
        "$schema": "https://example.org/bom.json",
        "serialNumber": "urn:uuid:1",
        "version": 3,
        "metadata": {"timestamp": "2025-07-08T09:00:00Z", "tools": [{"name": "made by"}], "authors": ["A"]},
        "components": [{"type": "library", "name": "left-pad"}],
        "compositions": [{"aggregate": "complete"}],
        "externalReferences": [{"url": "https://example.org"}],
        "properties": [{"name": "a", "value": "b"}],
    }
    tree = read("cyclonedx", bill(service("b"), **beside))
    assert told(tree, "not_understood") == []
    assert tree["sources"]["m"]["date"] == "2025-07-08"
    assert tree["sources"]["m"]["id"] == "urn:uuid:1"


@pytest.mark.parametrize(
    ("endpoints", "transport", "domains"),
    [
        (["https://a.example/x"], "tls", ["a.example"]),
        (["wss://a.example", "https://b.example"], "tls", ["a.example", "b.example"]),
        (["http://a.example"], "none", ["a.example"]),
        (["http://a.example", "https://a.example"], "unknown", ["a.example"]),
        (["ftp://a.example"], "unknown", ["a.example"]),
        (["https://localhost:8080"], "tls", None),
        (["somewhere"], None, None),
        ([], None, None),
    ],
)
def test_how_a_service_is_reached_protects_what_comes_in(
    endpoints: list[str], transport: str | None, domains: list[str] | None
) -> None:
    carried = {"flow": "inbound", "classification": "pii", "name": "names"}
    tree = read("cyclonedx", bill(service("b", carried, endpoints=endpoints)))
    (flow,) = tree["flows"].values()
    stated = flow.get("transport")
    assert (stated["value"] if isinstance(stated, dict) else stated) == transport
    assert tree["hosts"]["m-b"].get("domains") == domains


def test_what_a_bill_is_of_is_a_place_where_it_is_said_to_use_a_service() -> None:
    of = {"metadata": {"component": {"bom-ref": "app", "type": "application", "name": "App"}}}
    used = read("cyclonedx", bill(service("b"), uses={"app": ["b"]}, **of))
    assert used["hosts"]["m-app"] == {
        "title": "App",
        "kind": "application",
        "operator": "unknown",
        "source": "m#/metadata/component",
    }
    assert "m-app" not in read("cyclonedx", bill(service("b"), uses={"b": []}, **of))["hosts"]


# Threat Dragon


def drawing(*cells: Tree, **summary: Any) -> Tree:
    diagrams = [{"id": 0, "title": "Main", "thumbnail": "x.jpg", "cells": list(cells)}]
    detail = {"diagrams": diagrams, "diagramTop": 1, "threatTop": 2, "reviewer": "R", "contributors": []}
    return {"version": "2.5.0", "summary": {"title": "Desk", **summary}, "detail": detail}


def test_what_the_editor_keeps_of_a_drawing_is_known_and_tells_nothing() -> None:
    store = models.cell(1, "Store", "Files", isALog=False, isSigned=True, privilegeLevel="low")
    tree = read("threat-dragon", drawing(store, id=7, owner="IT"))
    assert told(tree, "not_understood") == []
    assert tree["hosts"]["m-files"] == {
        "title": "Files",
        "operator": "unknown",
        "keeps": "unknown",
        "source": "m#/detail/diagrams/0/cells/0",
    }


def test_a_store_of_credentials_is_asked_for_what_it_keeps() -> None:
    store = models.cell(1, "Store", "Files", storesCredentials=True, isEncrypted=True)
    record = read("threat-dragon", drawing(store))["imports"]["m"]
    assert record["to_ask"] == [
        {
            "fact": "hosts.m-files.keeps",
            "at": "m#/detail/diagrams/0/cells/0/data/storesCredentials",
            "why": "credentials-or-personal",
            "words": "Files: storesCredentials",
        }
    ]


def test_a_threat_counts_as_decided_on_where_its_status_is_not_open() -> None:
    threats = [
        {"title": "Read by others", "status": "Open"},
        {"title": "Lost", "status": "Mitigated"},
        {"title": "Copied", "status": ""},
    ]
    record = read("threat-dragon", drawing(models.cell(1, "Store", "Files", threats=threats)))["imports"]["m"]
    assert [each["words"] for each in record["decisions"]] == ["Files: Lost · Mitigated"]


@pytest.mark.parametrize(
    ("kind", "shape", "unknown"),
    [
        ("tm.Store", "store", []),
        ("tm.Store", "drum", []),
        ("", "store", []),
        ("tm.Drum", "store", ["type tm.Drum"]),
        ("", "drum", ["shape drum"]),
    ],
)
def test_what_says_the_kind_of_a_thing_is_read_and_told_only_where_it_is_no_kind(
    kind: str, shape: str, unknown: list[str]
) -> None:
    thing = {**models.cell(2, "Store", "Files", type=kind), "shape": shape}
    tree = read("threat-dragon", drawing(models.cell(1, "Process", "Desk"), thing))
    assert ("m-files" in tree["hosts"]) == (unknown != ["shape drum"])
    assert [said for _, what, said in told(tree, "not_understood") if what != "prose"] == unknown


def test_a_thing_is_called_by_its_name_though_a_boundary_has_the_same() -> None:
    cells = [models.cell(1, "BoundaryBox", "Desk"), models.cell(2, "Process", "Desk")]
    assert set(read("threat-dragon", drawing(*cells))["hosts"]) == {"m-desk"}
    twice = [models.cell(1, "Process", "Desk"), models.cell(2, "Process", "Desk")]
    assert set(read("threat-dragon", drawing(*twice))["hosts"]) == {"m-00000001", "m-00000002"}


def test_an_actor_is_somebody_of_whom_people_say_whether_they_are_people() -> None:
    tree = read("threat-dragon", {**drawing(models.cell(1, "Actor", "Clerk")), "zzz": "new"})
    assert set(tree["organisations"]) == {"m-clerk"}
    said = tree["imports"]["m"]["to_say"]
    assert [(each["what"], each["words"]) for each in said] == [("people", ["Clerk"])]
    assert told(tree, "not_understood") == [("/zzz", "no-such-key", "new")]


@pytest.mark.parametrize(
    ("stated", "transport", "said"),
    [
        ({"protocol": "HTTPS", "isEncrypted": True}, "tls", []),
        ({"protocol": "HTTPS", "isEncrypted": False}, "tls", ["protocol HTTPS (isEncrypted false)"]),
        ({"protocol": "HTTP", "isEncrypted": False}, "none", []),
        ({"protocol": "HTTP", "isEncrypted": True}, "unknown", ["protocol HTTP, isEncrypted true"]),
        ({"protocol": "Pigeon", "isEncrypted": True}, "tls", ["protocol Pigeon"]),
        ({"protocol": "Pigeon", "isEncrypted": False}, "unknown", ["protocol Pigeon"]),
        ({"protocol": "", "isEncrypted": False}, None, []),
    ],
)
def test_a_drawn_flow_is_protected_as_its_protocol_and_its_mark_say(
    stated: Tree, transport: str | None, said: list[str]
) -> None:
    ends = {"source": models.to(1), "target": models.to(1)}
    cells = [models.cell(1, "Process", "Desk"), models.cell(2, "Flow", "ask", **ends, **stated)]
    tree = read("threat-dragon", drawing(*cells))
    value = tree["flows"]["m-ask"].get("transport")
    assert (value["value"] if isinstance(value, dict) else value) == transport
    assert [words for _, _, words in told(tree, "not_understood")] == said


# OWASP threat model library


def library(**sections: Any) -> Tree:
    return {
        "$schema": "https://example.org/threat-model.schema.json",
        "scope": {"title": "Reminders"},
        "components": [{"symbolic_name": "sender", "title": "Sender"}],
        "data_stores": [],
        "data_flows": [],
        **sections,
    }


@pytest.mark.parametrize(
    ("kind", "section"),
    [("system", "hosts"), ("user", "people"), ("third_party", "organisations"), ("other", "organisations")],
)
def test_an_actor_is_a_place_people_or_somebody_by_its_type(kind: str, section: str) -> None:
    tree = read("tm-bom", library(actors=[{"symbolic_name": "it", "title": "It", "type": kind}]))
    assert [name for name in ("hosts", "people", "organisations") if "m-it" in tree.get(name, {})] == [
        section
    ]
    asked = {each["what"]: each.get("words") for each in tree["imports"]["m"].get("to_say", [])}
    assert asked.get("people") == (["It"] if kind in ("user", "other") else None)


@pytest.mark.parametrize(
    ("placed", "at_rest"),
    [
        ([True], "encrypted"),
        ([False], "plain"),
        ([True, True], "encrypted"),
        ([True, False], "unknown"),
        ([True, None], "unknown"),
    ],
)
def test_a_store_is_encrypted_where_all_that_is_placed_in_it_is(placed: list[bool], at_rest: str) -> None:
    sets = [
        {
            "symbolic_name": f"set-{number}",
            "title": f"Set {number}",
            "data_sensitivity": ["pii"],
            "placements": [
                {"data_store": "queue", **({} if encrypted is None else {"encrypted": encrypted})}
            ],
        }
        for number, encrypted in enumerate(placed)
    ]
    store = {"symbolic_name": "queue", "title": "Queue"}
    host = read("tm-bom", library(data_sets=sets, data_stores=[store]))["hosts"]["m-queue"]
    stated = host["at_rest"]
    assert (stated["value"] if isinstance(stated, dict) else stated) == at_rest
    kept = [f"m-set-{number}" for number in range(len(placed))]
    assert host["keeps"] == (kept[0] if len(kept) == 1 else kept)


@pytest.mark.parametrize(
    ("vendor", "product", "named"),
    [("Wolke", "Q", "Wolke (Q)"), ("Wolke", "", "Wolke"), ("", "Q", "Q"), ("", "", "")],
)
def test_who_sells_a_store_is_noted_and_operates_nothing(vendor: str, product: str, named: str) -> None:
    store = {"symbolic_name": "queue", "title": "Queue", "vendor": vendor, "product": product}
    operator = read("tm-bom", library(data_stores=[store]))["hosts"]["m-queue"]["operator"]
    if not named:
        assert operator == "unknown"
        return
    assert operator["value"] == "unknown"
    assert all(named in said for said in operator["note"].values())


# pytm


def test_every_default_of_a_program_written_model_is_known_and_tells_nothing() -> None:
    asset = {
        "__class__": "Server",
        "name": "Web",
        "OS": "",
        "port": -1,
        "controls": {"isHardened": False},
        "findings": [],
        "maxClassification": "Classification.UNKNOWN",
    }
    model = {
        **models.PYTM,
        "assets": [asset],
        "flows": [],
        "findings": [{"id": "X"}],
        "threatsFile": "t.json",
    }
    flow = {
        "name": "Write",
        "source": "User",
        "sink": "Web",
        "data": ["Note"],
        "isResponse": False,
        "order": -1,
    }
    tree = read("pytm", {**model, "flows": [flow]})
    assert told(tree, "not_understood") == []
    beside = "inScope: true (1), port (1), controls (1), maxClassification (1), isResponse (1)"
    assert told(tree, "left_out") == [
        ("", "not-of-the-case", f"{beside}, order (1), id (1), threatsFile (1)"),
        ("/boundaries/0", "title-is-no-place", "LAN"),
        ("/data/1/name", "never-carried", "Log"),
    ]


@pytest.mark.parametrize(
    ("flow", "transport"),
    [
        ({"tlsVersion": "TLSVersion.TLSv12"}, "tls-1.2"),
        ({"tlsVersion": "TLSv13"}, "tls-1.3"),
        ({"tlsVersion": "TLSVersion.NONE", "usesVPN": True}, "vpn"),
        ({"controls": {"usesVPN": True}}, "vpn"),
        ({"protocol": "HTTPS", "usesVPN": True}, "tls"),
        ({"protocol": "HTTP"}, "none"),
        ({"protocol": "Pigeon"}, "unknown"),
        ({"protocol": ""}, None),
    ],
)
def test_how_a_flow_is_protected_is_what_its_author_stated(flow: Tree, transport: str | None) -> None:
    written = {"name": "Write", "source": "User", "sink": "Web", "data": ["Note"], **flow}
    (made,) = read("pytm", {**models.PYTM, "flows": [written]})["flows"].values()
    stated = made.get("transport")
    assert (stated["value"] if isinstance(stated, dict) else stated) == transport


@pytest.mark.parametrize("key", ["storesPII", "storesSensitiveData"])
def test_a_store_that_is_marked_is_asked_for_what_it_keeps(key: str) -> None:
    asset = {"__class__": "Datastore", "name": "Rows", key: True, "isEncryptedAtRest": True}
    tree = read("pytm", {**models.PYTM, "assets": [asset], "flows": [{"source": "User", "sink": "Rows"}]})
    assert tree["hosts"]["m-rows"]["at_rest"] == "encrypted"
    (asked,) = tree["imports"]["m"]["to_ask"]
    assert asked == {
        "fact": "hosts.m-rows.keeps",
        "at": f"m#/assets/0/{key}",
        "why": "is-it-processed",
        "words": f"Rows: {key}",
    }


# Threagile


def asset(**fields: Any) -> Tree:
    return {"type": "process", "size": "service", **fields}


def threagile(**sections: Any) -> Tree:
    return {"threagile_version": "1.0.0", "title": "T", "technical_assets": {}, **sections}


def test_an_asset_runs_on_the_runtime_that_holds_it_and_on_which_of_two_is_open() -> None:
    runtimes = {
        "Rack": {"id": "rack", "technical_assets_running": ["one", "two"]},
        "Cage": {"id": "cage", "technical_assets_running": ["two"]},
    }
    assets = {name.title(): asset(id=name) for name in ("one", "two", "three")}
    hosts = read("threagile", threagile(technical_assets=assets, shared_runtimes=runtimes))["hosts"]
    assert hosts["m-one"]["runs_on"] == "m-rack"
    assert hosts["m-two"]["runs_on"]["value"] == "unknown"
    assert all("m-rack, m-cage" in said for said in hosts["m-two"]["runs_on"]["note"].values())
    assert "runs_on" not in hosts["m-three"]


def test_the_parts_of_a_model_without_a_folder_are_outside_of_it() -> None:
    with pytest.raises(Refused, match="not in the folder"):
        read("threagile", threagile(includes=["parts.yaml"], technical_assets={"A": asset(id="a")}))


def test_an_asset_is_asked_whose_machines_it_runs_on_inside_a_provider_and_what_it_nests() -> None:
    boundaries = {
        "Outer": {
            "id": "outer",
            "type": "network-cloud-provider",
            "trust_boundaries_nested": ["inner", "no"],
        },
        "Inner": {"id": "inner", "type": "network-on-prem", "technical_assets_inside": ["one"]},
        "Other": {"id": "other", "type": "network-on-prem", "technical_assets_inside": ["two"]},
    }
    assets = {name.title(): asset(id=name) for name in ("one", "two")}
    tree = read("threagile", threagile(technical_assets=assets, trust_boundaries=boundaries))
    assert [(each["fact"], each["words"]) for each in tree["imports"]["m"]["to_ask"]] == [
        ("hosts.m-one.runs_on", "Outer")
    ]
    assert ("/trust_boundaries/Outer/trust_boundaries_nested/1", "no-such-element", "no") in told(
        tree, "not_understood"
    )


# Fides


def manifest(*systems: Tree, **sections: Any) -> Tree:
    return {"system": [{"fides_key": "site", "name": "Site", **each} for each in systems], **sections}


def declared(*categories: str, **fields: Any) -> Tree:
    use = {"name": "Use", "data_use": "essential", "data_subjects": ["member"], **fields}
    return {"privacy_declarations": [{**use, "data_categories": list(categories)}]}


@pytest.mark.parametrize(
    ("key", "told_as", "placed"),
    [
        ("user", None, ["personal"]),
        ("user.contact.email", None, ["contact"]),
        ("user.contact.of_a_kind", None, ["contact"]),
        ("user.contct", "user.contct: user.contact", ["personal"]),
        ("zzz", "zzz", None),
    ],
)
def test_a_category_is_placed_by_the_longest_beginning_that_the_taxonomy_has(
    key: str, told_as: str | None, placed: list[str] | None
) -> None:
    tree = read("fides", manifest(declared(key)))
    near = [said for _, what, said in told(tree, "not_understood") if what == "nearest"]
    assert near == ([told_as] if told_as else [])
    listed = tree.get("data", {}).values()
    found = [each["is"] for each in listed]
    assert found == ([] if placed is None else [placed[0] if len(placed) == 1 else placed])
    assert [("note" in each) for each in listed] == [bool(told_as)] * len(found)
    if placed is None:
        assert tree["activities"]["m-site-use"]["data"] == "unknown"


@pytest.mark.parametrize(
    ("said", "controller", "processors"),
    [
        ({"responsibility": ["Controller"]}, "m-skypost-ltd", ["unknown"]),
        ({"responsibility": ["Processor"]}, "unknown", ["m-skypost-ltd", "unknown"]),
        ({"responsibility": ["Sub-Processor"]}, "unknown", ["m-skypost-ltd", "unknown"]),
        ({"responsibility": ["Controller", "Processor"]}, "unknown", ["unknown"]),
        ({"data_responsibility_title": "Controller"}, "m-skypost-ltd", ["unknown"]),
        ({}, "unknown", ["unknown"]),
    ],
)
def test_who_operates_a_system_has_the_one_role_that_is_stated(
    said: Tree, controller: str, processors: list[str]
) -> None:
    tree = read("fides", manifest({**declared("user"), **said, "legal_name": "Skypost Ltd"}))
    activity = tree["activities"]["m-site-use"]
    assert (activity["controller"], activity["processors"]) == (controller, processors)


def test_a_data_set_keeps_what_its_fields_hold_to_any_depth_and_is_open_where_one_says_nothing() -> None:
    fields = [
        {"name": "mail", "data_categories": ["user.contact.email"]},
        {"name": "home", "fields": [{"name": "id", "data_categories": ["system.operations"]}]},
        {"name": "notes"},
    ]
    dataset = {"fides_key": "db", "name": "Rows", "collections": [{"name": "members", "fields": fields}]}
    tree = read("fides", manifest(declared("user"), dataset=[dataset]))
    assert tree["hosts"]["m-db"]["keeps"] == ["m-user-contact-email", "unknown"]
    left = {what: said for _, what, said in told(tree, "left_out")}
    assert left["not-personal-by-label"] == "system.operations (1)"
    assert [said for _, what, said in told(tree, "not_understood") if what == "no-category"] == ["notes"]


# words that the formats know and a case has none for


def known(form: str) -> Tree:
    """A document that holds every key which its format defines and which says nothing of a case."""
    if form == "cyclonedx":
        beside = (
            "group",
            "version",
            "description",
            "authenticated",
            "x-trust-boundary",
            "trustZone",
            "licenses",
        )
        beside += (
            "externalReferences",
            "releaseNotes",
            "properties",
            "tags",
            "signature",
            "patentAssertions",
        )
        return bill(service("b", **dict.fromkeys(beside, "x")))
    if form == "threagile":
        of_data = (
            "description",
            "usage",
            "tags",
            "origin",
            "owner",
            "quantity",
            "confidentiality",
            "integrity",
        )
        of_data += ("availability", "justification_cia_rating")
        of_asset = ("description", "usage", "technology", "technologies", "tags", "internet", "machine")
        of_asset += (
            "confidentiality",
            "integrity",
            "availability",
            "justification_cia_rating",
            "multi_tenant",
        )
        of_asset += ("redundant", "custom_developed_parts", "data_assets_processed", "data_formats_accepted")
        of_asset += ("diagram_tweak_order", "justification_out_of_scope", "used_as_client_by_human", "size")
        return threagile(
            author={"name": "A", "homepage": "https://a.example"},
            data_assets={"D": {"id": "d", **dict.fromkeys(of_data, "x")}},
            technical_assets={"A": {"id": "a", "type": "process", **dict.fromkeys(of_asset, "x")}},
            shared_runtimes={"R": {"id": "r", "description": "x", "tags": ["x"]}},
            trust_boundaries={"B": {"id": "b", "description": "x", "tags": ["x"], "type": "network-on-prem"}},
            abuse_cases={"Steal": "x"},
            tags_available=["x"],
            business_criticality="important",
        )
    if form == "threat-dragon":
        beside = (
            "reasonOutOfScope",
            "threatFrequency",
            "hasOpenThreats",
            "isTrustBoundary",
            "isALog",
            "isSigned",
        )
        beside += ("providesAuthentication", "storesInventory", "isWebApplication", "handlesCardPayment")
        beside += ("handlesGoodsOrServices", "privilegeLevel", "threats", "storesCredentials", "isEncrypted")
        beside += ("isBidirectional", "isPublicNetwork", "protocol", "outOfScope")
        return drawing(models.cell(1, "Process", "Desk", **dict.fromkeys(beside, "x")))
    if form == "tm-bom":
        beside = ("description", "trust_zone", "attributes", "type", "vendor", "product", "repo_link")
        beside += ("parent_component", "permissions", "record_count", "access_control_methods")
        beside += ("platform", "language")
        of_model = ("version", "trust_boundaries", "threat_personas", "threats", "controls", "diagrams")
        of_model += (
            "repo_link",
            "references",
            "created_at",
            "updated_at",
            "authors",
            "attributes",
            "license",
        )
        element = {"symbolic_name": "c", "title": "C", **dict.fromkeys(beside, "x")}
        flow = {"symbolic_name": "f", "title": "F", "has_sensitive_data": False, "encrypted": True}
        return library(components=[element], data_flows=[flow], **dict.fromkeys(of_model, "x"))
    if form == "fides":
        of_system = ("organization_fides_key", "tags", "meta", "fidesctl_meta", "privacy_policy", "hidden")
        of_system += (
            "administrating_department",
            "dataset_references",
            "processes_personal_data",
            "data_stewards",
        )
        of_system += ("legal_address", "legal_basis_for_transfers", "responsibility", "vendor_id")
        of_system += ("previous_vendor_id", "created_at", "system_type")
        of_use = ("fides_key", "id", "egress", "ingress", "dataset_references", "cookies", "features")
        of_use += ("shared_categories", "third_parties", "processes_special_category_data", "data_qualifier")
        of_set = ("organization_fides_key", "description", "tags", "meta", "fides_meta", "fidesctl_meta")
        of_set += ("data_qualifier", "retention", "namespace", "after")
        of_firm = ("name", "description", "organization_parent_key", "tags", "fidesctl_meta", "meta")
        of_firm += ("security_policy",)
        return manifest(
            {**dict.fromkeys(of_system, "x"), **declared("user", **dict.fromkeys(of_use, "x"))},
            dataset=[{"fides_key": "db", "name": "DB", **dict.fromkeys(of_set, "x")}],
            organization=[{"fides_key": "org", **dict.fromkeys(of_firm, "x")}],
            data_category=[{"a": "b"}],
            data_use=[{"a": "b"}],
            data_subject=[{"a": "b"}],
        )
    beside = ("description", "type", "tags", "representations", "parent", "attributes", "threats", "risk")
    element = {"id": "c", "name": "C", "properties": {"a": "b"}, **dict.fromkeys(beside, "x")}
    return {
        "otmVersion": "0.2.0",
        "project": {"name": "P", "id": "p"},
        "representations": ["x"],
        "threats": ["x"],
        "mitigations": ["x"],
        "components": [element],
    }


@pytest.mark.parametrize("form", ["cyclonedx", "threagile", "threat-dragon", "tm-bom", "fides", "otm"])
def test_a_key_of_the_format_that_a_case_has_no_word_for_is_not_told_as_unknown(form: str) -> None:
    tree = read(form, known(form))
    assert [place for place, what, _ in told(tree, "not_understood") if what == "no-such-key"] == []


# the same, further


def test_a_bill_that_holds_services_and_models_is_read_for_its_services() -> None:
    both = bill(service("b"), components=[{"type": "threat-model", "bom-ref": "one", "name": "One"}])
    assert set(read("cyclonedx", both)["hosts"]) == {"m-b"}


def test_a_service_without_a_reference_is_called_by_its_name() -> None:
    assert set(read("cyclonedx", bill({"name": "Mailer"}))["hosts"]) == {"m-mailer"}


@pytest.mark.parametrize(
    ("country", "presence", "left"),
    [("gb", ["GB", "unknown"], []), ("ZZ", None, ["ZZ"]), ("", None, [])],
)
def test_the_country_of_a_provider_is_where_it_is_present(
    country: str, presence: list[str] | None, left: list[str]
) -> None:
    provider = {"name": "Skypost Ltd", "address": {"country": country}}
    tree = read("cyclonedx", bill(service("b", provider=provider)))
    assert tree["organisations"]["m-skypost-ltd"].get("presence") == presence
    assert tree["hosts"]["m-b"]["operator"] == "m-skypost-ltd"
    assert [said for _, what, said in told(tree, "not_understood") if what == "no-such-word"] == left


def test_the_country_of_a_provider_that_the_case_describes_is_told_beside() -> None:
    provider = {"name": "Hoster SAS", "address": {"country": "DE"}}
    tree = read("cyclonedx", bill(service("b", provider=provider)))
    assert "organisations" not in tree
    assert tree["imports"]["m"]["beside"] == [
        {
            "fact": "organisations.hoster.presence",
            "at": "m#/services/0/provider/address/country",
            "words": "DE",
        }
    ]


LINKED = {"Phone": {"id": "phone", "type": "process"}, "Site": {"id": "site", "type": "process"}}


def link(**fields: Any) -> Tree:
    phone = {**LINKED["Phone"], "communication_links": {"Ask": {"target": "site", **fields}}}
    return threagile(
        data_assets={"Card": {"id": "card"}, "Note": {"id": "note"}},
        technical_assets={**LINKED, "Phone": phone},
    )


@pytest.mark.parametrize(
    ("protocol", "vpn", "transport"),
    [
        ("https", False, "tls"),
        ("binary-encrypted", False, "tls"),
        ("jrmp-encrypted", True, "tls"),
        ("ssh-tunnel", False, "vpn"),
        ("binary", False, "none"),
        ("ldap", True, "vpn"),
        ("nrpe", False, "unknown"),
        ("unknown-protocol", False, "unknown"),
        ("", False, "unknown"),
    ],
)
def test_a_protocol_says_that_a_link_is_clear_only_where_the_format_has_an_encrypted_one(
    protocol: str, vpn: bool, transport: str
) -> None:
    tree = read("threagile", link(protocol=protocol, vpn=vpn, data_assets_sent=["card"]))
    (flow,) = tree["flows"].values()
    stated = flow["transport"]
    assert (stated["value"] if isinstance(stated, dict) else stated) == transport
    assert not [said for _, what, said in told(tree, "not_understood") if what == "no-such-word"]


def test_what_a_link_receives_is_a_reply_and_told_as_one() -> None:
    tree = read(
        "threagile",
        link(protocol="https", data_assets_sent=["card"], data_assets_received=["card", "note"]),
        data={"card": "contact", "note": "not-personal"},
    )
    assert flows(tree) == [("phone", "site", "m-card"), ("site", "phone", "m-card")]
    assert ("/technical_assets/Phone/communication_links/Ask/data_assets_received/1", "not-personal") in [
        each[:2] for each in told(tree, "left_out")
    ]
    assert "Ask (reply): Note" in [said for _, _, said in told(tree, "left_out")]


@pytest.mark.parametrize(
    ("encryption", "at_rest", "keys"),
    [
        ("none", "plain", None),
        ("transparent", "encrypted", "unknown"),
        ("data-with-symmetric-shared-key", "encrypted", "unknown"),
        ("data-with-end-user-individual-key", "encrypted", "unknown"),
        ("data-with-enduser-individual-key", "encrypted", "unknown"),
        ("", None, None),
        ("rot13", None, None),
    ],
)
def test_what_is_stored_is_encrypted_as_the_asset_says(
    encryption: str, at_rest: str | None, keys: str | None
) -> None:
    store = asset(id="s", encryption=encryption, data_assets_stored=["card"])
    tree = read("threagile", threagile(data_assets={"Card": {"id": "card"}}, technical_assets={"S": store}))
    host = tree["hosts"]["m-s"]
    values = [host.get(field) for field in ("at_rest", "keys")]
    assert [each["value"] if isinstance(each, dict) else each for each in values] == [at_rest, keys]
    assert isinstance(host.get("keys"), dict) == ("user" in encryption), "whose key it is is noted"
    left = [said for _, what, said in told(tree, "not_understood") if what == "no-such-word"]
    assert left == (["encryption rot13"] if encryption == "rot13" else [])


def test_questions_of_a_model_are_open_until_it_answers_them() -> None:
    asked = {"Who keeps the keys?": "", "Ours?": "Yes."}
    tree = read("threagile", threagile(technical_assets={"A": asset(id="a")}, questions=asked))
    record = tree["imports"]["m"]
    assert [each["words"] for each in record["leaves_open"]] == ["Who keeps the keys?"]
    assert [said for _, what, said in told(tree, "not_understood") if what == "prose"] == ["Ours? Yes."]


def test_parts_may_include_parts_eight_deep_and_no_deeper(tmp_path: Path) -> None:
    for number in range(1, 10):
        part: Tree = {
            "includes": [f"{number + 1}.yaml"],
            "technical_assets": {f"A{number}": {"id": f"a{number}"}},
        }
        (tmp_path / f"{number}.yaml").write_text(yaml.safe_dump(part), encoding="utf-8")
    (tmp_path / "8.yaml").write_text("technical_assets: {A8: {id: a8}}\n", encoding="utf-8")
    whole = threagile(includes=["1.yaml"], technical_assets={"A": asset(id="a")})
    tree = read("threagile", whole, folder=tmp_path)
    assert set(tree["hosts"]) == {"m-a", *(f"m-a{number}" for number in range(1, 9))}
    assert tree["hosts"]["m-a8"]["source"] == "m-8#/technical_assets/A8"
    (tmp_path / "8.yaml").write_text("includes: [9.yaml]\n", encoding="utf-8")
    (tmp_path / "9.yaml").write_text("technical_assets: {A9: {id: a9}}\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"9\.yaml"):
        read("threagile", whole, folder=tmp_path)


def test_an_actor_that_is_said_to_be_people_sends_as_they_do_and_what_is_sent_comes_back() -> None:
    cells = [
        models.cell(1, "Actor", "Clerk"),
        models.cell(2, "Process", "Desk"),
        models.cell(
            3, "Flow", "ask", source=models.to(1), target=models.to(2), isEncrypted=True, isBidirectional=True
        ),
        models.cell(4, "Flow", "tell", source=models.to(2), target=models.to(1), isEncrypted=False),
    ]
    tree = read("threat-dragon", drawing(*cells), people={"Clerk": "member"})
    assert flows(tree) == [
        ("desk", "member", "unknown"),
        ("desk", "member", "unknown"),
        ("member", "desk", "unknown"),
    ]
    assert {name: flow.get("transport") for name, flow in tree["flows"].items()} == {
        "m-ask": "tls",
        "m-ask-back": "tls",
        "m-tell": None,
    }


def test_what_a_library_assumes_and_treats_is_told_and_no_fact() -> None:
    opinions = {
        "assumptions": [
            {"description": "Deleted after a week", "validity": "unconfirmed"},
            {"description": "Kept in France", "validity": "confirmed"},
        ],
        "risks": [{"title": "Loss", "treatment": "accept"}, {"symbolic_name": "leak", "status": "open"}],
    }
    tree = read("tm-bom", library(**opinions))
    assert ("/assumptions/0", "unconfirmed", "Deleted after a week (unconfirmed)") in told(tree, "left_out")
    assert ("/assumptions/1", "prose", "Kept in France") in told(tree, "not_understood")
    assert [each["words"] for each in tree["imports"]["m"]["decisions"]] == ["Loss · accept", "leak · open"]


BASES = {
    "Consent": "consent",
    "Contract": "contract",
    "Legal obligations": "legal-obligation",
    "Vital interests": "vital-interest",
    "Public interest": "public-task",
    "Legitimate interests": "legitimate-interest",
}


@pytest.mark.parametrize(("said", "basis"), [*BASES.items(), ("Because", None)])
def test_a_basis_in_law_is_one_of_those_of_the_regulation(said: str, basis: str | None) -> None:
    tree = read("fides", manifest(declared("user", legal_basis_for_processing=said)))
    assert tree["activities"]["m-site-use"].get("legal_basis") == basis
    left = [words for _, what, words in told(tree, "not_understood") if what == "no-such-word"]
    assert left == ([] if basis else ["Because"])


def test_what_systems_exchange_is_a_flow_of_the_uses_that_name_it() -> None:
    site = {
        "system_type": "Application",
        "egress": [{"fides_key": "texts", "type": "system", "data_categories": ["user.contact"]}],
        "ingress": [{"fides_key": "member", "type": "user", "data_categories": ["user"]}],
        **declared("user", egress=["texts"]),
    }
    texts = {
        "fides_key": "texts",
        "name": "Texts",
        "ingress": [{"fides_key": "site", "data_categories": ["user.name"]}],
    }
    tree = read("fides", manifest(site, texts))
    assert {
        name: (flow["from"], flow["to"], flow["data"], flow["for"]) for name, flow in tree["flows"].items()
    } == {
        "m-site-texts": ("m-site", "m-texts", ["m-user-contact", "m-user-name"], "m-site-use"),
        "m-member-site": ("member", "m-site", "m-user", "imported-m"),
    }
    same = [(place, said) for place, what, said in told(tree, "left_out") if what == "same-flow"]
    assert same == [("/system/1/ingress/0", "/system/0/egress/0")]
    assert tree["hosts"]["m-site"]["kind"] == "application"
    assert "kind" not in tree["hosts"]["m-texts"]
    assert all("m.json" in said for said in tree["activities"]["imported-m"]["title"].values())


@pytest.mark.parametrize(
    ("shared", "note"),
    [
        ({"data_shared_with_third_parties": True, "third_parties": "operators"}, "operators"),
        ({"data_shared_with_third_parties": False, "third_parties": "operators"}, ""),
        ({}, ""),
    ],
)
def test_who_gets_data_of_a_use_is_noted_and_stays_unknown(shared: Tree, note: str) -> None:
    tree = read("fides", manifest(declared("user", **shared)))
    recipients = tree["activities"]["m-site-use"]["recipients"]
    if not note:
        assert recipients == ["unknown"]
    else:
        assert recipients["value"] == "unknown"
        assert all(note in said for said in recipients["note"].values())


def test_what_people_wrote_of_a_system_is_quoted_and_no_fact() -> None:
    tree = read(
        "fides", manifest({"description": "Sends positions.", **declared("user", description="Weather.")})
    )
    assert [said for _, what, said in told(tree, "not_understood") if what == "prose"] == [
        "Sends positions.",
        "Weather.",
    ]


def test_a_tag_that_names_a_protocol_is_told_for_a_flow_of_an_open_model() -> None:
    ends = {"source": "a", "destination": "b"}
    flow = {"id": "f", "name": "F", **ends, "tags": ["https", "fast"], "attributes": {"way": "HTTP"}}
    components = [{"id": "a", "name": "A"}, {"id": "b", "name": "B", "tags": ["https"]}]
    model = {"otmVersion": "0.2.0", "project": {"name": "P"}, "components": components, "dataflows": [flow]}
    tree = read("otm", model)
    assert flows(tree) == [("a", "b", "unknown")]
    assert told(tree, "not_understood") == [
        ("/dataflows/0/tags/0", "no-such-word", "https"),
        ("/dataflows/0/attributes/way", "no-such-word", "HTTP"),
    ]


# what all have in common


def test_a_source_is_by_its_author_else_by_whom_people_name() -> None:
    whole = {"technical_assets": {"A": asset(id="a")}}
    by = read("threagile", threagile(**whole, author={"name": "Ada"}), by="hoster")["sources"]["m"]
    assert by["author"] == "Ada"
    assert read("threagile", threagile(**whole), by="hoster")["sources"]["m"]["author"] == "Hoster SAS"
    assert "author" not in read("threagile", threagile(**whole))["sources"]["m"]


def test_what_is_said_to_be_the_same_is_what_the_case_describes_and_another_end_is_unknown() -> None:
    own = {"hosts": {"vault": {"title": "Vault", "operator": "hoster"}}}
    there = read("threagile", link(target="site", data_assets_sent=["card"]), own=own, same={"site": "vault"})
    assert flows(there) == [("phone", "vault", "unknown")]
    assert set(there["hosts"]) == {"m-phone"}
    elsewhere = read(
        "threagile", link(target="attic", data_assets_sent=["card"]), own=own, same={"attic": "vault"}
    )
    assert flows(elsewhere) == [("phone", "vault", "unknown")]
    nowhere = read("threagile", link(target="attic", data_assets_sent=["card"]))
    assert flows(nowhere) == [("phone", "unknown", "unknown")]
    assert [said for _, what, said in told(nowhere, "not_understood")] == ["attic"]


def test_an_activity_that_nobody_names_has_the_title_of_its_source() -> None:
    tree = read("threagile", link(protocol="https", data_assets_sent=["card"]))
    assert tree["activities"]["imported-m"]["title"] == "T"
    assert tree["activities"]["imported-m"]["controller"] == "unknown"
    named = read("threagile", link(protocol="https", data_assets_sent=["card"]), for_="booking")
    assert "activities" not in named
    assert named["flows"]["m-phone-ask"]["for"] == "booking"


def test_signs_that_cannot_be_seen_are_taken_out_and_told_by_their_numbers() -> None:
    tree = read(
        "threagile", threagile(technical_assets={"St\u202eore": asset(id="a", owner="Ho\u200bster SAS")})
    )
    assert tree["hosts"]["m-a"]["title"] == "Store"
    assert tree["hosts"]["m-a"]["operator"] == "hoster"
    hidden = [(place, said) for place, what, said in told(tree, "not_understood") if what == "hidden-signs"]
    assert ("/technical_assets/St%E2%80%AEore", "U+202E") in hidden
    assert ("/technical_assets/St%E2%80%AEore/owner", "U+200B") in hidden


def test_words_that_are_told_are_in_one_line_without_signs_that_cannot_be_seen() -> None:
    tree = read(
        "threagile", threagile(technical_assets={"A": asset(id="a")}, questions={"Who\u202e\nkeeps it?": ""})
    )
    assert [each["words"] for each in tree["imports"]["m"]["leaves_open"]] == ["Who keeps it?"]


def test_unknown_keys_are_told_inside_lists_too_and_empty_ones_are_not() -> None:
    components = [
        {"symbolic_name": "a", "title": "A", "zzz": "1"},
        {"symbolic_name": "b", "title": "B", "yyy": []},
    ]
    tree = read("tm-bom", library(components=components))
    assert told(tree, "not_understood") == [("/components/0/zzz", "no-such-key", "1")]


def test_a_list_of_one_text_is_that_text_and_one_of_two_is_none() -> None:
    owners = {"A": asset(id="a", owner=["Hoster SAS"]), "B": asset(id="b", owner=["Hoster SAS", "Club"])}
    hosts = read("threagile", threagile(technical_assets=owners))["hosts"]
    assert (hosts["m-a"]["operator"], hosts["m-b"]["operator"]) == ("hoster", "unknown")


def test_hidden_signs_are_told_in_the_order_of_their_numbers_each_once() -> None:
    signs = "\u2066\u202e\u200b\u2069\u200f\u2060\u202a\u200b\u2028"
    tree = read("threagile", threagile(technical_assets={f"St{signs}ore": asset(id="a")}))
    hidden = {said for _, what, said in told(tree, "not_understood") if what == "hidden-signs"}
    assert hidden == {"U+200B, U+200F, U+2028, U+202A, U+202E, U+2060, U+2066, U+2069"}


def test_an_actor_of_a_bill_of_threats_is_somebody_or_people_as_is_said() -> None:
    parts = [models.part("u", "actor", "User"), models.part("s", "server", "Server")]
    whole = {
        **models.COMPONENTS,
        "components": [{"type": "threat-model", "bom-ref": "one", "components": parts}],
    }
    tree = read("tm-bom", whole)
    assert {name: each["title"] for name, each in tree["organisations"].items()} == {"m-u": "User"}
    assert [(each["what"], each["words"]) for each in tree["imports"]["m"]["to_say"]] == [
        ("people", ["User"])
    ]
    assert "organisations" not in read("tm-bom", whole, people={"User": "member"})


def test_an_organisation_of_the_case_that_is_no_entry_is_passed_over() -> None:
    own = {"organisations": {"club": {"name": "Club du Phare SAS", "country": "FR"}, "odd": "text"}}
    tree = read(
        "threagile", threagile(technical_assets={"A": asset(id="a", owner="Club du Phare SAS")}), own=own
    )
    assert tree["hosts"]["m-a"]["operator"] == "club"

"""Bills of CycloneDX: what services are, which way data goes, how what comes in is protected, and which keys tell a case nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importing.reading import Tree, flows, read, told
from tests.importing.test_small_models import bill, service


def item(
    flow: str, *, source: list[str] | None = None, destination: list[str] | None = None, **more: Any
) -> Tree:
    """Data of a service that goes one way or both."""
    ends = {name: listed for name, listed in (("source", source), ("destination", destination)) if listed}
    return {"classification": "PII", "flow": flow, **ends, **more}


def left(tree: Tree) -> list[tuple[str, str]]:
    return [(what, words) for field in ("left_out", "not_understood") for _, what, words in told(tree, field)]


def sent(*services: Tree, **more: Any) -> list[tuple[str, str]]:
    return [(start, end) for start, end, _ in flows(read("cyclonedx", bill(*services, **more)))]


USED = {"uses": {"b": ["a"]}}
OTHER = service("b")


@pytest.mark.parametrize(
    ("data", "more", "ends"),
    [
        (item("inbound"), {}, [("unknown", "a")]),
        (item("outbound"), {}, [("a", "unknown")]),
        (item("bi-directional"), {}, [("a", "unknown"), ("unknown", "a")]),
        (item("inbound"), USED, [("b", "a")]),
        (item("outbound"), USED, [("a", "b")]),
        (item("bi-directional"), USED, [("a", "b"), ("b", "a")]),
        (item("inbound", source=["b"]), {}, [("b", "a")]),
        (item("inbound", destination=["b"]), {}, [("unknown", "a")]),
        (item("outbound", destination=["b"]), {}, [("a", "b")]),
        (item("outbound", source=["b"]), {}, [("a", "unknown")]),
        (item("bi-directional", source=["b"]), {}, [("a", "b"), ("b", "a")]),
        (item("bi-directional", destination=["b"]), {}, [("a", "b")]),
        (item("bi-directional", source=["b"], destination=["b"]), {}, [("a", "b"), ("b", "a")]),
        (item("unknown"), {}, []),
        (item("sideways"), {}, []),
    ],
)
def test_data_goes_the_way_that_its_item_says_between_the_ends_that_it_names(
    data: Tree, more: Tree, ends: list[tuple[str, str]]
) -> None:
    assert sent(service("a", data), OTHER, **more) == ends


@pytest.mark.parametrize("flow", ["unknown", "sideways"])
def test_data_of_which_no_way_is_said_is_told(flow: str) -> None:
    tree = read("cyclonedx", bill(service("a", item(flow, name="Card"))))
    assert ("says-nothing", f"Card: flow {flow}") in left(tree)


@pytest.mark.parametrize(
    ("endpoints", "transport", "domains"),
    [
        (["https://a.example/x"], "tls", ["a.example"]),
        (["HTTPS://A.example"], "tls", ["a.example"]),
        (["wss://a.example"], "tls", ["a.example"]),
        (["http://a.example"], "none", ["a.example"]),
        (["ws://a.example"], "none", ["a.example"]),
        (["https://a.example", "http://b.example"], "unknown", ["a.example", "b.example"]),
        (["https://a.example", "wss://a.example"], "tls", ["a.example"]),
        (["amqp://a.example"], "unknown", ["a.example"]),
        (["https://localhost"], "tls", []),
        (["https://203.0.113.7:8443/x"], "tls", ["203.0.113.7"]),
        (["words"], None, []),
        (["https://"], None, []),
        (["https://[broken"], None, []),
        ([], None, []),
    ],
)
def test_how_a_service_is_reached_says_its_domains_and_how_what_comes_in_is_protected(
    endpoints: list[str], transport: str | None, domains: list[str]
) -> None:
    tree = read("cyclonedx", bill(service("a", item("inbound"), endpoints=endpoints)))
    (flow,) = tree["flows"].values()
    stated = flow.get("transport")
    assert (stated["value"] if isinstance(stated, dict) else stated) == transport
    found = tree["hosts"]["m-a"].get("domains", [])
    assert ([found] if isinstance(found, str) else found) == domains
    bad = [each for each in endpoints if each in ("words", "https://", "https://[broken")]
    assert left(tree).count(("no-such-word", "endpoint")) == len(bad)


@pytest.mark.parametrize(
    ("classification", "kinds", "why"),
    [
        ("PII", "personal", None),
        ("pii", "personal", None),
        ("public", None, "says-nothing"),
        ("secret", None, "no-such-word"),
    ],
)
def test_a_classification_places_data_or_is_told(
    classification: str, kinds: str | None, why: str | None
) -> None:
    tree = read(
        "cyclonedx", bill(service("a", {"classification": classification, "flow": "inbound", "name": "Card"}))
    )
    assert [each["is"] for each in tree.get("data", {}).values()] == ([kinds] if kinds else [])
    assert {what for what, _ in left(tree)} & {"says-nothing", "no-such-word"} == ({why} if why else set())
    assert bool(tree.get("flows")) is (classification != "public")


@pytest.mark.parametrize(
    ("ref", "end", "why"),
    [
        ("b", "b", None),
        ("urn:cdx:1-2/1#b", "b", None),
        ("urn:cdx:1-2#b", "b", None),
        ("urn:cdx:9-9/1#b", "unknown", ("out-of-reach", "urn:cdx:9-9/1#b")),
        ("https://x.example/y?token=1", "unknown", ("no-such-element", "https://x.example/y")),
    ],
)
def test_an_end_is_a_service_of_this_bill_or_unknown_and_told(ref: str, end: str, why: Any) -> None:
    made = bill(service("a", item("outbound", destination=[ref])), OTHER, serialNumber="urn:uuid:1-2")
    tree = read("cyclonedx", made)
    assert [to for _, to, _ in flows(tree)] == [end]
    assert [each for each in left(tree) if each[0] in ("out-of-reach", "no-such-element")] == (
        [why] if why else []
    )


def test_who_owns_data_inside_a_firm_is_noted_and_controls_nothing() -> None:
    owners = {
        "owners": [
            {"organization": {"name": "Legal"}},
            {"organization": {"name": "Sales"}},
            {"contact": {"name": "A"}},
        ]
    }
    tree = read(
        "cyclonedx",
        bill(service("a", item("inbound", governance=owners), item("outbound", governance=owners))),
    )
    controller = tree["activities"]["imported-m"]["controller"]
    assert controller["value"] == "unknown"
    assert all("Legal, Sales" in said for said in controller["note"].values())


def test_uses_with_which_no_data_goes_are_told_and_what_a_service_is_built_of_is_not() -> None:
    made = bill(
        service("a", item("outbound", destination=["b"])), OTHER, service("c"),
        uses={"a": ["b", "c", "lib", "deep"]},
        components=[{"bom-ref": "lib", "name": "lib", "type": "library", "components": [{"bom-ref": "deep", "name": "deep"}]}],
    )  # fmt: skip
    told_as = [words for what, words in left(read("cyclonedx", made)) if what == "no-direction"]
    assert told_as == ["a → c"]


def test_services_within_services_are_services_and_no_flows() -> None:
    tree = read("cyclonedx", bill(service("a", services=[service("b", services=[service("c")])])))
    assert set(tree["hosts"]) == {"m-a", "m-b", "m-c"}
    assert not tree.get("flows")
    assert all(host["kind"] == "application" for host in tree["hosts"].values())


def test_a_person_to_contact_is_left_out_as_a_person() -> None:
    provider = {"name": "Skypost Ltd", "contact": [{"name": "Zoé"}]}
    tree = read("cyclonedx", bill(service("a", provider=provider)))
    assert ("persons", "contact") in left(tree)
    assert tree["hosts"]["m-a"]["operator"] == "m-skypost-ltd"


OF_A_SERVICE = [
    "group",
    "version",
    "description",
    "authenticated",
    "x-trust-boundary",
    "trustZone",
    "licenses",
    "externalReferences",
    "releaseNotes",
    "properties",
    "tags",
    "signature",
    "patentAssertions",
]
OF_A_BILL = [
    "version",
    "components",
    "externalReferences",
    "compositions",
    "vulnerabilities",
    "annotations",
    "formulation",
    "declarations",
    "definitions",
    "properties",
    "signature",
    "$schema",
    "citations",
]


@pytest.mark.parametrize("key", [*OF_A_SERVICE, "zzz"])
def test_a_key_of_a_service_is_known_or_told(key: str) -> None:
    tree = read("cyclonedx", bill(service("a", **{key: "words"})))
    assert [at for at, what, _ in told(tree, "not_understood") if what == "no-such-key"] == (
        ["/services/0/zzz"] if key == "zzz" else []
    )


@pytest.mark.parametrize("key", [*OF_A_BILL, "zzz"])
def test_a_key_of_a_bill_is_known_or_told(key: str) -> None:
    tree = read("cyclonedx", bill(service("a"), **{key: "words"}))
    assert [at for at, what, _ in told(tree, "not_understood") if what == "no-such-key"] == (
        ["/zzz"] if key == "zzz" else []
    )


@pytest.mark.parametrize(
    ("countries", "presence"),
    [
        (["DE"], ["DE", "unknown"]),
        (["DE", "US"], ["DE", "US", "unknown"]),
        (["US", "DE", "US"], ["US", "DE", "unknown"]),
        (["DE", "de"], ["DE", "unknown"]),
        (["", "US"], ["US", "unknown"]),
        (["DE", "XX"], ["DE", "unknown"]),
        (["XX", ""], None),
    ],
)
def test_a_provider_is_present_in_each_country_of_its_addresses(
    countries: list[str], presence: list[str] | None
) -> None:
    services = [
        service(f"s{number}", provider={"name": "Skypost Ltd", "address": {"country": country}})
        for number, country in enumerate(countries)
    ]
    tree = read("cyclonedx", bill(*services))
    assert tree["organisations"]["m-skypost-ltd"].get("presence") == presence
    assert {host["operator"] for host in tree["hosts"].values()} == {"m-skypost-ltd"}
    unknown = [words for what, words in left(tree) if what == "no-such-word"]
    assert unknown == [country for country in countries if country == "XX"]


def test_each_country_of_a_provider_that_the_case_describes_is_told_beside() -> None:
    services = [
        service(f"s{number}", provider={"name": "Hoster SAS", "address": {"country": country}})
        for number, country in enumerate(("DE", "US"))
    ]
    beside = read("cyclonedx", bill(*services))["imports"]["m"]["beside"]
    assert [(each["fact"], each["words"]) for each in beside] == [
        ("organisations.hoster.presence", "DE"),
        ("organisations.hoster.presence", "US"),
    ]

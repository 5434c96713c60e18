"""Manifests of Fides and what all models share: data words, ends, flows, and what is told of the rest."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.errors import Refused
from tests.importing.reading import Tree, flows, read, told
from tests.importing.test_small_models import declared, manifest

CLUB: Tree = {
    "organisations": {"skypost": {"name": "Skypost Ltd", "country": "IN"}},
    "data": {"words": {"title": "Words", "is": "contact"}},
    "hosts": {"cellar": {"title": "Cellar"}},
}


def of(*systems: Tree, sections: Tree | None = None, **asked: Any) -> Tree:
    return read("fides", manifest(*systems, **(sections or {})), **asked)


def left(tree: Tree) -> list[tuple[str, str]]:
    return [(what, words) for field in ("left_out", "not_understood") for _, what, words in told(tree, field)]


@pytest.mark.parametrize(
    ("keys", "data", "aside"),
    [
        (["system"], "unknown", ["system"]),
        (["system.operations", "system.operations", "user"], "m-user", ["system.operations (2)"]),
        (["systems", "user"], ["m-systems", "m-user"], []),
        (["user", "user"], "m-user", []),
    ],
)
def test_keys_of_a_system_are_not_of_persons_by_their_label_and_counted(
    keys: list[str], data: Any, aside: list[str]
) -> None:
    tree = of(declared(*keys))
    found = tree["activities"]["m-site-use"]["data"]
    assert found == data or (keys[0] == "systems" and "m-user" in found)
    assert [words for what, words in left(tree) if what == "not-personal-by-label"] == aside


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"uses_cookies": True}, ["cookies"]),
        ({"vendor_id": "gvl.42"}, ["gvl.42"]),
        ({"uses_cookies": True, "vendor_id": "gvl.42"}, ["cookies", "gvl.42"]),
        ({"uses_cookies": False}, []),
    ],
)
def test_what_a_system_says_of_cookies_and_of_its_vendor_is_noted(fields: Tree, words: list[str]) -> None:
    host = of({**fields, **declared("user")})["hosts"]["m-site"]
    said = host.get("note", {}).get("en", "")
    assert all(word in said for word in words)
    assert ("note" in host) is bool(words)


@pytest.mark.parametrize(
    ("fields", "transfers", "told_as"),
    [
        ({"third_country_transfers": ["USA"]}, "US", []),
        ({"third_country_transfers": ["USA", "IND", "USA"]}, ["US", "IN"], []),
        ({"third_country_transfers": ["US"]}, "US", []),
        ({"third_country_transfers": ["XYZ"]}, "unknown", ["XYZ"]),
        ({"third_country_transfers": ["USA", "XYZ"]}, ["US", "unknown"], ["XYZ"]),
        ({"does_international_transfers": True, "legal_basis_for_transfers": ["SCC"]}, "noted SCC", []),
        ({"does_international_transfers": True}, "noted ", []),
        ({"does_international_transfers": False}, None, []),
        ({}, None, []),
    ],
)
def test_where_a_system_sends_data_is_countries_or_unknown_with_what_it_says(
    fields: Tree, transfers: Any, told_as: list[str]
) -> None:
    tree = of({**fields, **declared("user")})
    found = tree["activities"]["m-site-use"].get("transfers")
    if isinstance(transfers, str) and transfers.startswith("noted"):
        assert found["value"] == "unknown"
        assert transfers.removeprefix("noted ") in found["note"]["en"]
    else:
        listed = [found] if isinstance(found, str) else found
        assert listed == ([transfers] if isinstance(transfers, str) else transfers)
    assert [words for what, words in left(tree) if what == "no-such-word"] == told_as


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"responsibility": ["Controller"]}, [("no-company", "responsibility: Controller")]),
        ({"responsibility": ["Controller", "Processor"], "legal_name": "Skypost Ltd"}, [("no-company", "responsibility: Controller, Processor")]),
        ({"data_responsibility_title": "Processor"}, [("no-company", "responsibility: Processor")]),
        ({"data_responsibility_title": "Processor", "legal_name": "Skypost Ltd"}, [("older-word", "responsibility: Processor")]),
        ({"responsibility": ["Controller"], "legal_name": "Skypost Ltd"}, []),
        ({"legal_name": "Skypost Ltd"}, []),
    ],
)  # fmt: skip
def test_a_role_of_nobody_or_of_several_kinds_is_told(fields: Tree, why: list[tuple[str, str]]) -> None:
    tree = of({**fields, **declared("user")})
    assert [each for each in left(tree) if each[0] in ("no-company", "older-word")] == why
    stated = [each for each in fields if each != "legal_name"]
    at = [
        at
        for field in ("left_out", "not_understood")
        for at, what, _ in told(tree, field)
        if what in dict(why)
    ]
    assert [each.rpartition("/")[2] for each in at] == (stated if why else [])


def test_the_address_of_a_company_is_a_note_where_the_import_writes_it_and_told_where_it_does_not() -> None:
    system = {"legal_name": "Skypost Ltd", "legal_address": "1 Quay", **declared("user")}
    tree = of(system)
    assert "1 Quay" in tree["organisations"]["m-skypost-ltd"]["note"]["en"]
    assert ("prose", "1 Quay") not in left(tree)
    tree = of(system, own={"organisations": CLUB["organisations"]})
    assert tree["hosts"]["m-site"]["operator"] == "skypost"
    assert ("prose", "1 Quay") in left(tree)


@pytest.mark.parametrize(
    ("fields", "told_as"),
    [
        ({"is_required": True, "progress": "Started"}, ["data_protection_impact_assessment: Site: Started"]),
        ({"is_required": True}, ["data_protection_impact_assessment: Site"]),
        ({"is_required": False, "progress": "Started"}, []),
    ],
)
def test_an_assessment_that_is_required_is_told(fields: Tree, told_as: list[str]) -> None:
    found = left(of({"data_protection_impact_assessment": fields, **declared("user")}))
    assert [words for what, words in found if what == "prose"] == told_as


def test_data_sets_that_a_system_draws_on_are_told_as_they_say_no_way() -> None:
    dataset = {"fides_key": "db", "name": "Rows", "data_categories": ["user.contact"]}
    system = {"dataset_references": ["db", "gone"], **declared("user", dataset_references=["db"])}
    found = left(of(system, sections={"dataset": [dataset]}))
    assert found.count(("no-direction", "site → db")) == 2
    assert ("no-such-element", "gone") in found
    sent = {"egress": [{"fides_key": "db", "type": "dataset"}], **system}
    tree = of(sent, sections={"dataset": [dataset]})
    assert ("no-direction", "site → db") not in left(tree)
    assert flows(tree) == [("site", "db", "unknown")]


def test_people_are_those_of_the_case_with_that_id_or_those_that_somebody_names() -> None:
    tree = of(declared("user", data_subjects=["member"]))
    assert tree["activities"]["m-site-use"]["people"] == "member"
    tree = of(declared("user", data_subjects=["guest", "member"]))
    assert tree["activities"]["m-site-use"]["people"] == ["m-guest", "member"]
    tree = of(declared("user", data_subjects=["guest"]), people={"guest": "member"})
    assert tree["activities"]["m-site-use"]["people"] == "member"


def test_a_use_that_is_left_out_becomes_no_activity() -> None:
    tree = of(
        declared("user"),
        {"fides_key": "b", "name": "B", **declared("user", name="Kept")},
        leave_out={"Use": "gone"},
    )
    assert set(tree["activities"]) == {"m-b-kept"}


@pytest.mark.parametrize(
    ("special", "basis"),
    [("Explicit consent", "explicit-consent"), ("Because", None)],
)
def test_a_condition_of_sensitive_data_is_one_of_the_article(special: str, basis: str | None) -> None:
    tree = of(declared("user", special_category_legal_basis=special))
    assert tree["activities"]["m-site-use"].get("special_basis") == basis
    assert (("no-such-word", special) in left(tree)) is (basis is None)


def test_how_long_and_for_what_is_taken_as_written() -> None:
    activity = of(declared("user", retention_period="30 days", data_use="essential.service"))["activities"][
        "m-site-use"
    ]
    assert (activity["retention"], activity["purpose"]) == ("30 days", "essential.service")


# data words and ends of any model


@pytest.mark.parametrize(
    ("asked", "data", "why"),
    [
        ({}, "m-user-contact", None),
        ({"data": {"user.contact": ["health"]}}, "m-user-contact", None),
        ({"data": {"user.contact": []}}, "unknown", "not-personal"),
        ({"leave_out": {"user.contact": "gone"}}, "unknown", "not-personal"),
        ({"same": {"user.contact": "words"}}, "words", None),
    ],
)
def test_a_data_word_is_of_the_source_or_what_people_say_of_it(
    asked: Tree, data: str, why: str | None
) -> None:
    tree = of(declared("user.contact"), own={"data": CLUB["data"]}, **asked)
    assert tree["activities"]["m-site-use"]["data"] == data
    assert {what for what, _ in left(tree)} & {"not-personal"} == ({why} if why else set())


def test_a_system_that_is_described_twice_is_refused() -> None:
    twice = [{"fides_key": "texts", "name": "Texts"}, {"fides_key": "texts", "name": "More texts"}]
    with pytest.raises(Refused, match=r"system\.texts is described twice"):
        of(declared("user"), *twice)


def test_an_end_that_is_nowhere_is_unknown_and_one_that_is_said_to_be_of_the_case_is_that() -> None:
    system = {
        "egress": [{"fides_key": "db", "type": "dataset", "data_categories": ["user"]}],
        **declared("user"),
    }
    tree = of(system)
    assert flows(tree) == [("site", "unknown", "m-user")]
    assert ("no-such-element", "db") in left(tree)
    tree = of(system, same={"db": "cellar"}, own={"hosts": CLUB["hosts"]})
    assert flows(tree) == [("site", "cellar", "m-user")]
    assert ("no-such-element", "db") not in left(tree)


def test_a_flow_of_data_that_is_not_personal_is_told_and_none() -> None:
    system = {
        "egress": [{"fides_key": "texts", "type": "system", "data_categories": ["system.operations"]}],
        **declared("user"),
    }
    tree = of(system, {"fides_key": "texts", "name": "Texts"})
    assert "flows" not in tree or tree["flows"] == {}
    assert "not-personal" in [what for what, _ in left(tree)]


def test_a_place_that_is_left_out_takes_its_flows_with_it() -> None:
    system = {"egress": [{"fides_key": "texts", "type": "system"}], **declared("user")}
    tree = of(system, {"fides_key": "texts", "name": "Texts"}, leave_out={"Texts": "gone"})
    assert set(tree["hosts"]) == {"m-site"}
    assert "flows" not in tree or tree["flows"] == {}


def test_what_the_case_describes_is_kept_and_what_the_source_says_otherwise_stands_beside() -> None:
    own = {"hosts": {"cellar": {"title": "Cellar", "operator": "club"}}}
    system = {"legal_name": "Skypost Ltd", **declared("user")}
    tree = of(system, same={"Site": "cellar"}, own=own)
    assert "m-site" not in tree.get("hosts", {})
    beside = tree["imports"]["m"].get("beside", [])
    assert [each["fact"] for each in beside] == ["hosts.cellar.operator"]


# words of the format

#: What each key of the taxonomy of Fides stands for, by GDPR arts 9 and 10 where it is of those.
TAXONOMY = {
    "user": "personal",
    "user.account": "personal",
    "user.authorization": "personal",
    "user.authorization.biometric": "biometric",
    "user.behavior": "personal",
    "user.biometric": "biometric",
    "user.biometric.health": ["biometric", "health"],
    "user.childrens": "personal",
    "user.contact": "contact",
    "user.content": "personal",
    "user.content.self_image": "image",
    "user.criminal_history": "criminal",
    "user.demographic": "personal",
    "user.demographic.political_opinion": "political-opinion",
    "user.demographic.race_ethnicity": "ethnic-origin",
    "user.demographic.religious_belief": "religious-belief",
    "user.demographic.sexual_orientation": "sex-life",
    "user.device": "device",
    "user.financial": "financial",
    "user.government_id": "national-id",
    "user.health_and_medical": "health",
    "user.health_and_medical.genetic": "genetic",
    "user.job_title": "employment",
    "user.location": "location",
    "user.name": "identity",
    "user.payment": "financial",
    "user.privacy_preferences": "personal",
    "user.sensor": "personal",
    "user.social": "personal",
    "user.telemetry": "device",
    "user.unique_id": "personal",
    "user.user_sensor": "personal",
    "user.workplace": "employment",
}


@pytest.mark.parametrize("below", ["", ".of_a_kind"])
def test_each_key_of_the_taxonomy_stands_for_its_kind_of_data_and_so_does_what_is_below(below: str) -> None:
    kinds = {key: kind for key, kind in TAXONOMY.items() if key != "user" or not below}
    tree = of(declared(*(f"{key}{below}" for key in kinds)))
    assert {each["title"].removesuffix(below): each["is"] for each in tree["data"].values()} == kinds
    assert "nearest" not in [what for what, _ in left(tree)]


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        ("Explicit consent", "explicit-consent"),
        ("Employment, social security and social protection", "employment"),
        ("Vital interests", "vital-interest"),
        ("Not-for-profit bodies", "non-profit"),
        ("Made public by the data subject", "made-public"),
        ("Legal claims or judicial acts", "legal-claims"),
        ("Reasons of substantial public interest (with a basis in law)", "substantial-public-interest"),
        ("Health or social care (with a basis in law)", "health-care"),
        ("Public health (with a basis in law)", "public-health"),
        ("Archiving, research and statistics (with a basis in law)", "research"),
    ],
)
def test_each_condition_of_the_format_is_one_of_article_9(said: str, condition: str) -> None:
    tree = of(declared("user", special_category_legal_basis=said))
    assert tree["activities"]["m-site-use"]["special_basis"] == condition
    assert "no-such-word" not in [what for what, _ in left(tree)]


@pytest.mark.parametrize(
    ("key", "default", "other"),
    [
        ("exempt_from_privacy_regulations", False, True),
        ("uses_profiling", False, True),
        ("requires_data_protection_assessments", False, True),
        ("cookie_refresh", False, True),
        ("uses_non_cookie_access", False, True),
    ],
)
def test_what_an_export_writes_where_nobody_said_anything_is_counted_and_what_somebody_said_is_not(
    key: str, default: Any, other: Any
) -> None:
    plain, said, silent = (
        of({**fields, **declared("user")})["imports"]["m"].get("left_out", [])
        for fields in ({key: default}, {key: other}, {})
    )
    assert len(plain) >= len(silent)
    assert [each["words"] for each in plain] != [each["words"] for each in silent]
    assert [each["words"] for each in said] == [each["words"] for each in silent]


OF_A_SYSTEM = [
    "organization_fides_key",
    "tags",
    "meta",
    "fidesctl_meta",
    "system_type",
    "privacy_policy",
    "data_stewards",
    "hidden",
    "legal_basis_for_transfers",
    "vendor_id",
    "previous_vendor_id",
    "created_at",
]
OF_A_USE = [
    "fides_key",
    "id",
    "cookies",
    "features",
    "shared_categories",
    "third_parties",
    "processes_special_category_data",
    "data_qualifier",
]
OF_A_SET = [
    "organization_fides_key",
    "description",
    "tags",
    "meta",
    "fides_meta",
    "fidesctl_meta",
    "data_qualifier",
    "retention",
    "namespace",
    "after",
]


def unknown(tree: Tree) -> list[str]:
    return [at.rpartition("/")[2] for at, what, _ in told(tree, "not_understood") if what == "no-such-key"]


@pytest.mark.parametrize("key", [*OF_A_SYSTEM, "zzz"])
def test_a_key_of_a_system_is_known_or_told(key: str) -> None:
    assert unknown(of({key: "words", **declared("user")})) == (["zzz"] if key == "zzz" else [])


@pytest.mark.parametrize("key", [*OF_A_USE, "zzz"])
def test_a_key_of_a_use_is_known_or_told(key: str) -> None:
    assert unknown(of(declared("user", **{key: "words"}))) == (["zzz"] if key == "zzz" else [])


@pytest.mark.parametrize("key", [*OF_A_SET, "zzz"])
def test_a_key_of_a_data_set_is_known_or_told(key: str) -> None:
    dataset = {"fides_key": "db", "name": "Rows", "data_categories": ["user"], key: "words"}
    tree = of(declared("user"), sections={"dataset": [dataset]})
    assert unknown(tree) == (["zzz"] if key == "zzz" else [])

"""Models of engineers into a case: what becomes a fact, what is asked, and what nobody stated and so is nothing."""

from __future__ import annotations

import copy
import json
import textwrap
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.api.import_formats import FORMATS
from auditor.api.read import knowledge_base
from auditor.errors import AuditorError
from auditor.loading.case.load import load_case
from auditor.loading.importing.format import Asked, Document
from auditor.loading.importing.written import imported_file
from auditor.model.imports import SaidOfSource
from tests.importing import models
from tests.importing.conftest import Desk
from tests.importing.test_values import resolved

FILES: dict[str, tuple[str, str]] = {
    "threagile": ("model.yaml", models.THREAGILE),
    "fides": ("model.yaml", models.FIDES),
    "threat-dragon": ("model.json", json.dumps(models.DRAGON)),
    "tm-bom": ("model.json", json.dumps(models.LIBRARY)),
    "components": ("model.json", json.dumps(models.COMPONENTS)),
    "cyclonedx": ("model.json", json.dumps(models.BILL)),
    "otm": ("model.json", json.dumps(models.OTM)),
    "pytm": ("model.json", json.dumps(models.PYTM)),
}


def put(desk: Desk, form: str, text: str = "") -> str:
    name, own = FILES[form]
    desk.hand("case.yaml", models.CASE)
    return desk.put(name, (text or own).encode())


def written(desk: Desk, form: str, *options: str, text: str = "") -> Any:
    desk.imported(put(desk, form, text), *options)
    return desk.facts("model")


def plain(value: Any) -> Any:
    return plain(value["value"]) if isinstance(value, dict) and "value" in value else value


def of(tree: Any, section: str, field: str) -> dict[str, Any]:
    part = tree.get(section, {})
    return {
        name.removeprefix("model-"): plain(entry[field]) for name, entry in part.items() if field in entry
    }


def aside(tree: Any, field: str) -> list[tuple[str, str]]:
    return [(each["what"], each.get("words", "")) for each in tree["imports"]["model"].get(field, [])]


def facts_asked(desk: Desk) -> set[str]:
    result = json.loads(desk.run("check", "case", "--format", "json").stdout)
    return {fact["fact"] for question in result["questions"] for fact in question["facts"]}


# all formats


@pytest.mark.parametrize("form", FILES)
def test_it_is_recognised_by_its_content_and_gives_the_same_bytes_again(desk: Desk, form: str) -> None:
    tree = written(desk, form)
    before = desk.files()
    assert tree["imports"]["model"]["format"] == form.replace("components", "tm-bom")
    assert tree["known"] == "declared"
    assert "unchanged" in desk.imported(FILES[form][0]).stdout
    assert desk.files() == before
    desk.run("ask", "case", code=0)


@pytest.mark.parametrize("form", FILES)
def test_every_place_leads_into_the_source(desk: Desk, form: str) -> None:
    tree = written(desk, form)
    source = yaml.safe_load(FILES[form][1])
    places = [
        entry["source"]
        for section in ("organisations", "activities", "hosts", "flows")
        for entry in tree.get(section, {}).values()
        if "source" in entry
    ]
    record = tree["imports"]["model"]
    places += [
        each["at"]
        for field in ("left_out", "not_understood", "to_ask", "leaves_open", "decisions")
        for each in record.get(field, [])
        if "#" in each["at"]
    ]
    assert places
    for place in places:
        assert resolved(source, place.partition("#")[2]) is not None


@pytest.mark.parametrize("form", [form for form in FILES if FILES[form][0].endswith(".json")])
def test_any_order_of_keys_gives_the_same_facts(desk: Desk, form: str) -> None:
    first = written(desk, form)
    turned = json.dumps(json.loads(FILES[form][1], object_pairs_hook=lambda pairs: dict(reversed(pairs))))
    second = written(desk, form, text=turned)
    for tree in (first, second):
        for digest in (tree["sources"]["model"], tree["imports"]["model"]):
            digest.pop("sha256")
    assert {name: part for name, part in first.items() if name not in ("imported", "imports")} == {
        name: part for name, part in second.items() if name not in ("imported", "imports")
    }
    assert aside(first, "left_out").sort() == aside(second, "left_out").sort()


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_summary_is_told_in_either_language(desk: Desk, form: str, lang: str) -> None:
    shown = desk.run("import", put(desk, form), "--into", "case", "--lang", lang, code=0).stdout
    parts = {
        "fr": ("Lu", "Laissé de côté", "Non compris", "À demander"),
        "en": ("Read", "Left out", "Not understood", "To ask"),
    }
    assert [shown.index(word) for word in parts[lang]] == sorted(shown.index(word) for word in parts[lang])
    assert not any(word in shown for word in parts["en" if lang == "fr" else "fr"])


@pytest.mark.parametrize("form", FILES)
def test_nothing_is_said_of_persons_but_as_a_group(desk: Desk, form: str) -> None:
    written(desk, form)
    kept = desk.files()["imports/model.yaml"].decode()
    assert "Ada" not in kept
    assert "@" not in kept.replace("@site>", "")


@pytest.mark.parametrize("form", FILES)
def test_a_key_that_nobody_knows_is_told_with_its_place(desk: Desk, form: str) -> None:
    value = yaml.safe_load(FILES[form][1])
    value["zzz_new"] = {"a": "b"}
    text = json.dumps(value, default=str)
    tree = written(desk, form, text=text)
    if form != "pytm":
        told = {"at": "model#/zzz_new", "what": "no-such-key", "words": "(1)"}
        assert told in tree["imports"]["model"]["not_understood"]


@pytest.mark.parametrize("form", ["threagile", "threat-dragon", "cyclonedx", "otm", "tm-bom"])
def test_what_imports_yaml_says_of_nothing_in_the_source_is_an_error(desk: Desk, form: str) -> None:
    put(desk, form)
    for key in (
        "data: {zzz: contact}",
        "people: {zzz: member}",
        "same: {zzz: hoster}",
        "leave_out: {zzz: gone}",
    ):
        desk.hand("imports.yaml", f"imports: {{model: {{file: ../{FILES[form][0]}, {key}}}}}\n")
        assert '"zzz"' in desk.imported(FILES[form][0], code=2).stderr


@pytest.mark.slow
@pytest.mark.parametrize("form", ["threagile", "threat-dragon"])
def test_a_single_element_taken_away_never_shows_more_and_settles_nothing_else(desk: Desk, form: str) -> None:
    """What is no longer there may be unknown, never a finding that was not there, nor the answer to another's question."""

    def shown(text: str) -> tuple[set[str], dict[tuple[str, str], Any]]:
        tree = written(desk, form, text=text)
        result = json.loads(desk.run("check", "case", "--format", "json").stdout)
        entries = {
            (entry["source"], name): {field: plain(value) for field, value in entry.items()}
            for section in ("hosts", "flows", "organisations")
            for name, entry in tree.get(section, {}).items()
        }
        return {each["id"] for each in result["findings"] if each["outcome"] == "established"}, entries

    whole = yaml.safe_load(FILES[form][1])
    if form == "threagile":
        links = [
            ("technical_assets", key, "communication_links", link)
            for key, asset in whole["technical_assets"].items()
            for link in asset.get("communication_links") or {}
        ]
        ways = [("technical_assets", "Cache"), ("technical_assets", "Site"), ("data_assets", "Score"), *links]
        desk.hand("imports.yaml", models.SAID)
    else:
        ways = [("detail", "diagrams", 0, "cells", number) for number in range(9)]
    first, before = shown(json.dumps(whole, default=str))
    for way in ways:
        changed = copy.deepcopy(whole)
        holder = changed
        for step in way[:-1]:
            holder = holder[step]
        del holder[way[-1]]
        if way == ("data_assets", "Score"):
            desk.hand("imports.yaml", models.SAID.replace(", Score-Table: personal", ""))
        now, after = shown(json.dumps(changed, default=str))
        assert now <= first, way
        for place in before.keys() & after.keys():
            stated = {field for field, value in before[place].items() if value != "unknown"}
            assert {field for field, value in after[place].items() if value != "unknown"} <= stated, (
                way,
                place,
            )
        if form == "threagile":
            desk.hand("imports.yaml", models.SAID)


ODD: Any = [
    None,
    "",
    [],
    {},
    "x",
    True,
    7,
    ["x"],
    {"a": "b"},
    [[["q"]]],
    [{}],
    "unknown",
    "none",
    "é\u202e",
    "a" * 400,
    "=1",
]


def places_of(value: Any, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [*([way] if way else []), *(each for key, item in below for each in places_of(item, (*way, key)))]


def holds(holder: Any, step: str | int) -> bool:
    """Whether a value still has a place, after others were put in the way."""
    if isinstance(holder, list):
        return isinstance(step, int) and step < len(holder)
    return isinstance(holder, dict) and step in holder


@pytest.mark.parametrize("form", FILES)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_any_value_in_any_place_is_read_or_refused_and_what_is_read_is_a_case(
    form: str, data: st.DataObject
) -> None:
    source = json.loads(json.dumps(yaml.safe_load(FILES[form][1]), default=str))
    for way in data.draw(st.lists(st.sampled_from(places_of(source)), min_size=1, max_size=3)):
        holder = source
        for step in way[:-1]:
            holder = holder[step] if holds(holder, step) else None
        if holds(holder, way[-1]):
            holder[way[-1]] = copy.deepcopy(data.draw(st.sampled_from(ODD)))
    document = Document(name="m.json", data=json.dumps(source).encode())
    asked = Asked(
        name="m",
        keeper="",
        said=SaidOfSource(),
        own=yaml.safe_load(models.CASE),
        others={},
        earlier={},
        knowledge=knowledge_base(),
    )
    format_ = FORMATS.load(form.replace("components", "tm-bom"))
    try:
        made = format_.read(document, asked) if format_.recognises(document) else None
    except AuditorError:
        return
    if made is not None:
        files = [
            ("c/case.yaml", models.CASE.encode()),
            ("c/imports/m.yaml", imported_file(made.tree, "m", "x", "declared")),
        ]
        load_case(files, knowledge_base())


def test_two_models_that_name_one_company_have_one(desk: Desk) -> None:
    written(desk, "threagile")
    desk.put("other.yaml", models.THREAGILE.encode())
    desk.imported("other.yaml")
    assert set(desk.facts("other")["organisations"]) == {"model-grosse-wolke-gmbh"}
    assert desk.facts("other")["hosts"]["other-store"]["operator"] == "model-grosse-wolke-gmbh"
    before = desk.files()
    desk.imported("model.yaml")
    assert desk.files() == before


# Threagile


def test_links_become_flows_by_what_they_carry_and_how(desk: Desk) -> None:
    tree = written(desk, "threagile")
    assert of(tree, "flows", "transport") == {
        "phone-reserve": "tls",
        "phone-reserve-back": "tls",
        "site-keep": "none",
        "site-keep-by-tunnel": "vpn",
        "site-tell": "unknown",
        "site-log-in": "vpn",
        "site-guess": "unknown",
    }
    assert of(tree, "flows", "network") == {"site-call": "same-machine"}
    assert ("carries-nothing", "Ping") in aside(tree, "left_out")
    assert ("no-such-word", "protocol quic") in aside(tree, "not_understood")
    assert tree["flows"]["model-site-guess"]["to"] == "unknown"


def test_no_data_word_is_personal_before_somebody_says_so(desk: Desk) -> None:
    tree = written(desk, "threagile")
    assert set(of(tree, "flows", "data").values()) == {"unknown"}
    assert "data" not in tree
    said = {each["what"]: each["words"] for each in tree["imports"]["model"]["to_say"]}
    assert set(said["data"]) == {"member-file", "Score-Table", "build"}
    assert said["people"] == ["Member Phone"]
    assert said["for"] == ["imported-model"]


def test_what_people_say_places_words_people_and_activity(desk: Desk) -> None:
    put(desk, "threagile")
    desk.hand("imports.yaml", models.SAID)
    tree = written(desk, "threagile")
    assert tree["data"] == {
        "model-member-file": {"title": "Member File", "is": "contact"},
        "model-score-table": {"title": "Score", "is": "personal"},
    }
    assert "people" not in tree
    assert "activities" not in tree
    assert tree["flows"]["model-phone-reserve"]["from"] == "member"
    assert tree["flows"]["model-phone-reserve-back"]["data"] == "model-member-file"
    assert ("not-personal", "Reserve (reply): Build") in aside(tree, "left_out")
    assert not {each["what"] for each in tree["imports"]["model"].get("to_say", [])} & {
        "data",
        "people",
        "for",
    }


def test_owners_are_companies_by_their_exact_name_alone(desk: Desk) -> None:
    tree = written(desk, "threagile")
    assert of(tree, "hosts", "operator") == {
        "rack": "unknown",
        "site": "hoster",
        "store": "model-grosse-wolke-gmbh",
        "bus": "unknown",
        "cache": "unknown",
        "cache-2": "unknown",
    }
    assert tree["organisations"] == {
        "model-grosse-wolke-gmbh": {
            "name": "Grosse Wolke GmbH",
            "country": "unknown",
            "source": "model#/technical_assets/Store/owner",
        }
    }
    assert ("no-company", "azure and us share responsibility") in aside(tree, "not_understood")


def test_whoever_writes_that_nobody_is_known_names_nobody(desk: Desk) -> None:
    tree = written(desk, "threagile", text=models.THREAGILE.replace("Grosse Wolke GmbH", "N/A"))
    assert tree["hosts"]["model-store"]["operator"] == "unknown"
    assert ("no-company", "N/A") not in aside(tree, "not_understood")


def test_encryption_is_of_what_is_stored_and_empty_is_unknown(desk: Desk) -> None:
    tree = written(desk, "threagile")
    assert of(tree, "hosts", "at_rest") == {"store": "encrypted", "bus": "encrypted", "cache": "plain"}
    assert of(tree, "hosts", "keys") == {"store": "unknown", "bus": "unknown"}
    assert of(tree, "hosts", "keeps") == {"store": "unknown", "bus": "unknown", "cache": "unknown"}
    assert "hosts.model-site.keeps" in facts_asked(desk)


def test_opinions_questions_and_titles_of_zones_are_told_and_no_facts(desk: Desk) -> None:
    record = written(desk, "threagile")["imports"]["model"]
    assert [each["words"] for each in record["leaves_open"]] == ["Who keeps the keys?"]
    assert [each["words"] for each in record["decisions"]] == [
        "Member Phone: out_of_scope",
        "unencrypted@site>keep · accepted · one room",
    ]
    assert {
        "at": "model#/trust_boundaries/Cloud in Nice",
        "what": "title-is-no-place",
        "words": "Cloud in Nice",
    } in record["left_out"]
    assert record["to_ask"][0]["fact"] == "hosts.model-site.runs_on"
    assert not any("location" in host for host in desk.facts("model")["hosts"].values())


def test_an_element_that_the_case_describes_is_referred_to_and_compared(desk: Desk) -> None:
    desk.hand("own.yaml", "auditor: 1\nknown: documented\nhosts: {vault: {title: Vault, operator: hoster}}\n")
    desk.hand(
        "imports.yaml",
        "imports: {model: {file: ../model.yaml, same: {store: vault, Bus: model-old-bus}, leave_out: {cache: gone}}}\n",
    )
    tree = written(desk, "threagile")
    assert "model-store" not in tree["hosts"]
    assert tree["flows"]["model-site-keep"]["to"] == "vault"
    assert "model-old-bus" in tree["hosts"]
    record = tree["imports"]["model"]
    assert {
        "fact": "hosts.vault.at_rest",
        "at": "model#/technical_assets/Store",
        "words": "encrypted",
    } in record["beside"]
    assert ("by-hand", "cache: gone") in aside(tree, "left_out")
    desk.hand("imports.yaml", "imports: {model: {file: ../model.yaml, same: {store: valt}}}\n")
    assert "valt" in desk.imported("model.yaml", code=2).stderr


@pytest.mark.parametrize(
    ("includes", "said"),
    [
        ("[../other.yaml]", "not in the folder"),
        ("['https://a.example/x.yaml']", "not in the folder"),
        ("[/etc/passwd]", "not in the folder"),
        ("[parts.yaml]", "missing"),
    ],
)
def test_parts_are_read_from_the_folder_of_the_model_alone(desk: Desk, includes: str, said: str) -> None:
    assert (
        said
        in desk.imported(
            put(desk, "threagile", f"threagile_version: 1\nincludes: {includes}\n"), code=2
        ).stderr
    )


def test_parts_are_sources_of_their_own_and_tell_nothing_twice(desk: Desk) -> None:
    (desk.folder / "parts").mkdir()
    part = "technical_assets:\n  Wall: {id: wall, type: process, owner: Hoster SAS}\n"
    (desk.folder / "parts" / "walls.yaml").write_text(part, encoding="utf-8")
    tree = written(desk, "threagile", text=f"{models.THREAGILE}includes: [parts/walls.yaml]\n")
    assert tree["hosts"]["model-wall"]["source"] == "model-parts-walls#/technical_assets/Wall"
    assert set(tree["sources"]) == {"model", "model-parts-walls"}
    (desk.folder / "parts" / "walls.yaml").write_text(part.replace("Wall:", "Site:"), encoding="utf-8")
    assert "described twice" in desk.imported("model.yaml", code=2).stderr


def test_a_model_in_the_folder_of_the_case_is_refused_as_it_would_be_read_as_a_part_of_it(desk: Desk) -> None:
    put(desk, "threagile")
    desk.hand("model.yaml", models.THREAGILE)
    assert "outside" in desk.run("import", "case/model.yaml", "--into", "case", code=2).stderr


# fides


def test_a_use_is_an_activity_and_written_defaults_are_nothing(desk: Desk) -> None:
    tree = written(desk, "fides")
    book = tree["activities"]["model-site-book"]
    assert book["people"] == "member"
    assert book["data"] == ["model-user-contact", "model-user-behavioral"]
    assert (book["legal_basis"], book["recipients"], "transfers" in book) == ("contract", ["unknown"], False)
    assert tree["activities"]["model-site-watch"]["data"] == "unknown"
    assert tree["people"] == {"model-passer-by": {"title": "passer_by"}, "model-user": {"title": "user"}}
    send = tree["activities"]["model-texts-send"]
    assert send["processors"] == ["model-skypost-ltd", "unknown"]
    assert send["transfers"] == ["US"]
    assert plain(send["recipients"]) == "unknown"
    assert ("default", "3") in aside(tree, "left_out")


def test_words_beyond_the_taxonomy_are_told_with_the_nearest(desk: Desk) -> None:
    tree = written(desk, "fides")
    assert tree["data"]["model-user-behavioral"]["is"] == "personal"
    assert ("nearest", "user.behavioral: user.behavior") in aside(tree, "not_understood")
    assert ("no-company", "responsibility: Controller") in aside(tree, "not_understood")
    assert ("prose", "Sends positions to a weather service.") in aside(tree, "not_understood")
    assert ("persons", "controller") in aside(tree, "left_out")


def test_what_one_sends_and_the_other_receives_is_one_flow_of_all_that_both_say(desk: Desk) -> None:
    tree = written(desk, "fides")
    assert of(tree, "flows", "data") == {
        "site-members-db": "model-user-contact",
        "site-texts": "model-user-contact-phone-number",
        "user-site": "model-user-contact",
    }
    assert tree["flows"]["model-site-members-db"]["for"] == "model-site-book"
    assert tree["flows"]["model-site-texts"]["for"] == "imported-model"
    assert not of(tree, "flows", "transport")


def test_a_field_without_a_category_leaves_what_is_kept_open(desk: Desk) -> None:
    tree = written(desk, "fides")
    assert tree["hosts"]["model-members-db"]["keeps"] == [
        "model-user-contact-email",
        "model-user-contact-address-city",
        "unknown",
    ]
    assert ("not-personal-by-label", "system.operations (1)") in aside(tree, "left_out")


def test_what_lies_in_another_manifest_may_be_said_to_be_in_the_case(desk: Desk) -> None:
    text = models.FIDES[models.FIDES.index("system:") :]
    assert written(desk, "fides", text=text)["flows"]["model-site-members-db"]["to"] == "unknown"
    desk.hand("own.yaml", "auditor: 1\nknown: documented\nhosts: {rows: {title: Rows, operator: hoster}}\n")
    desk.hand("imports.yaml", "imports: {model: {file: ../model.yaml, same: {members_db: rows}}}\n")
    assert written(desk, "fides", text=text)["flows"]["model-site-members-db"]["to"] == "rows"


def test_one_key_of_two_systems_is_refused(desk: Desk) -> None:
    text = models.FIDES.replace("fides_key: texts\n    name", "fides_key: site\n    name")
    assert "system.site is described twice" in desk.imported(put(desk, "fides", text), code=2).stderr


# Threat Dragon


def test_what_the_editor_writes_unasked_says_nothing_and_a_protocol_is_believed(desk: Desk) -> None:
    tree = written(desk, "threat-dragon")
    assert of(tree, "flows", "transport") == {
        "type": "tls",
        "type-back": "tls",
        "00000007": "tls",
        "print": "none",
        "either": "unknown",
        "both": "unknown",
    }
    assert of(tree, "flows", "network") == {"00000007": "public"}
    assert tree["flows"]["model-print"]["to"] == "unknown"
    assert tree["hosts"]["model-front-desk"]["title"] == "Front desk"
    assert ("believed", "protocol HTTPS (isEncrypted false)") in aside(tree, "not_understood")


def test_an_actor_is_nobody_in_particular_until_somebody_says_who(desk: Desk) -> None:
    tree = written(desk, "threat-dragon")
    assert tree["organisations"]["model-clerk"] == {
        "title": "Clerk",
        "kind": "unknown",
        "name": "unknown",
        "country": "unknown",
        "source": "model#/detail/diagrams/0/cells/0",
    }
    tree = written(desk, "threat-dragon", "--people", "Clerk=member")
    assert tree["flows"]["model-type"]["from"] == "member"
    assert "organisations" not in tree


def test_what_is_asked_goes_to_whoever_can_answer_also_where_no_verdict_waits_for_it(desk: Desk) -> None:
    asks = desk.data(put(desk, "threat-dragon"))["documents"][0]["asks"]
    asked = {
        fact: question["en"]
        for each in asks
        for fact, question in zip(each["facts"], each["questions"], strict=True)
    }
    assert "Clerk" in asked["organisations.model-clerk.name"]
    assert "flows.model-either.transport" in asked
    assert {each["to"] for each in asks} >= {"club"}
    shown = desk.run("import", "model.json", "--into", "case", code=0).stdout
    assert f"To ask ({len(asked) + 1}):" in shown


def test_a_large_import_leaves_the_questions_to_ask(desk: Desk) -> None:
    cells = [
        {"id": f"{number:09d}", "data": {"type": "tm.Store", "name": f"S{number}"}} for number in range(1_001)
    ]
    model = {"summary": {"title": "Many"}, "detail": {"diagrams": [{"cells": cells}]}}
    shown = desk.run("import", put(desk, "threat-dragon", json.dumps(model)), "--into", "case", code=0).stdout
    assert "To ask: auditor ask tells" in shown


def test_a_store_of_credentials_or_personal_data_is_asked(desk: Desk) -> None:
    tree = written(desk, "threat-dragon")
    assert of(tree, "hosts", "at_rest") == {"files": "encrypted"}
    assert tree["imports"]["model"]["to_ask"][0]["why"] == "credentials-or-personal"


def test_a_model_of_version_1_is_refused_with_what_to_do(desk: Desk) -> None:
    old = {"summary": {"title": "Old"}, "detail": {"diagrams": [{"diagramJson": {"cells": []}}]}}
    told = desk.imported(put(desk, "threat-dragon", json.dumps(old)), code=2).stderr
    assert "version 2" in told


# TM-BOM


def test_both_words_of_a_required_field_are_statements(desk: Desk) -> None:
    tree = written(desk, "tm-bom")
    assert of(tree, "flows", "transport") == {"put": "tls", "text": "none"}
    queue = tree["hosts"]["model-queue"]
    assert queue["keeps"] == ["model-notes", "unknown"]
    assert plain(queue["at_rest"]) == "unknown"
    assert plain(queue["operator"]) == "unknown"
    assert tree["data"] == {"model-notes": {"title": "Notes", "is": "health"}}
    assert ("says-nothing", "Keys: cred") in aside(tree, "left_out")
    assert set(tree["people"]) == {"model-guest"}
    assert set(tree["organisations"]) == {"model-carrier", "model-clerk"}


def test_two_models_in_one_bill_do_not_meet(desk: Desk) -> None:
    tree = written(desk, "components")
    assert set(tree["hosts"]) == {"model-s", "model-d", "model-d2"}
    assert of(tree, "flows", "transport") == {"f1": "none", "f2": "unknown"}
    assert set(tree["flows"]) == {"model-f1", "model-f2", "model-g1", "model-g1-back"}
    said = {each["what"]: each["words"] for each in tree["imports"]["model"]["to_say"]}
    assert said["data"] == ["card", "A note"]


# CycloneDX


def test_data_of_a_service_goes_to_and_from_whoever_uses_it(desk: Desk) -> None:
    tree = written(desk, "cyclonedx")
    ends = {
        name.removeprefix("model-"): (flow["from"], flow["to"], flow["data"])
        for name, flow in tree["flows"].items()
    }
    assert ends == {
        "app-api": ("model-app", "model-api", "model-notes"),
        "app-api-back": ("model-api", "model-app", "model-notes"),
        "api-text": ("model-api", "model-text", "unknown"),
    }
    assert of(tree, "flows", "transport") == {"app-api": "tls", "app-api-back": "tls", "api-text": "unknown"}
    assert ("says-nothing", "Public") in aside(tree, "left_out")
    assert ("no-such-word", "secret") in aside(tree, "not_understood")


def test_an_address_is_an_establishment_and_its_secrets_are_dropped(desk: Desk) -> None:
    shown = desk.run("import", put(desk, "cyclonedx"), "--into", "case", "--write", code=0).stdout
    tree = desk.facts("model")
    assert tree["organisations"]["model-skypost-ltd"]["country"] == "unknown"
    assert tree["organisations"]["model-skypost-ltd"]["presence"] == ["GB", "unknown"]
    assert tree["hosts"]["model-api"]["domains"] == ["api.hoster.example"]
    assert "token=" not in shown + str(desk.files())
    assert "secret@" not in shown + str(desk.files())
    assert plain(tree["activities"]["imported-model"]["controller"]) == "unknown"
    assert ("persons", "contact") in aside(tree, "left_out")


def test_a_bill_of_components_alone_holds_nothing(desk: Desk) -> None:
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "components": [{"type": "library", "name": "pad"}],
    }
    assert "nothing to import" in desk.imported(put(desk, "cyclonedx", json.dumps(bill)), code=3).stderr
    told = desk.run("import", "threagile", "model.json", "--into", "case", code=2).stderr
    assert "Threagile" in told
    assert "CycloneDX" in told


# OTM, pytm


def test_an_open_threat_model_says_nothing_of_protection_or_owners(desk: Desk) -> None:
    tree = written(desk, "otm")
    assert set(tree["flows"]) == {"model-pay", "model-pay-back", "model-ask"}
    assert not of(tree, "flows", "transport")
    assert set(of(tree, "hosts", "operator").values()) == {"unknown"}
    assert of(tree, "hosts", "keeps") == {"db": "unknown"}
    assert ("persons", "owner") in aside(tree, "left_out")


def test_of_a_pytm_model_only_what_differs_from_the_defaults_is_stated(desk: Desk) -> None:
    tree = written(desk, "pytm")
    assert of(tree, "flows", "transport") == {"write": "tls-1.2", "copy": "vpn"}
    assert of(tree, "flows", "data") == {"write": "model-note", "keep": "unknown", "copy": "unknown"}
    assert of(tree, "hosts", "at_rest") == {"rows": "encrypted"}


# when the model changes


def test_a_check_tells_each_state_of_a_model(desk: Desk) -> None:
    put(desk, "threagile")
    desk.hand("imports.yaml", models.SAID)
    desk.imported("model.yaml")
    kept = desk.files()

    def check(text: str, code: int) -> Any:
        desk.put("model.yaml", text.encode())
        done = desk.run("import", "--into", "case", "--check", code=code)
        assert desk.files() == kept
        return done

    assert check(models.THREAGILE, 0).stdout == ""
    assert "the facts did not" in check(f"{models.THREAGILE}# later\n", 0).stdout
    changed = check(
        models.THREAGILE.replace("protocol: jdbc, vpn: false", "protocol: jdbc-encrypted"), 1
    ).stdout
    assert (
        "flows.model-site-keep.transport: none → tls (model#/technical_assets/Site/communication_links/Keep)"
        in changed
    )
    assert "What differs" in changed
    renamed = check(models.THREAGILE.replace("      Tell:", "      Report:"), 1).stdout
    assert "flows.model-site-tell → flows.model-site-report" in renamed
    desk.hand("imports.yaml", models.SAID.replace("build: not-personal", "build: personal"))
    kept = desk.files()
    assert "imports.yaml says something else" in check(models.THREAGILE, 1).stdout
    (desk.folder / "model.yaml").unlink()
    assert "Not looked at" in desk.run("import", "--into", "case", "--check", code=0).stdout


def test_a_name_that_same_keeps_keeps_its_id_and_that_of_its_reply(desk: Desk) -> None:
    text = models.THREAGILE.replace("      Reserve:", "      Book:")
    put(desk, "threagile", text)
    desk.hand("imports.yaml", "imports: {model: {file: ../model.yaml, same: {Book: model-phone-reserve}}}\n")
    desk.imported("model.yaml")
    assert {"model-phone-reserve", "model-phone-reserve-back"} <= set(desk.facts("model")["flows"])


@pytest.mark.parametrize(
    "text",
    [
        "auditor: 1\nhosts: {model-cache: {operator: hoster}}\n",
        "auditor: 1\nexceptions: [{rule: TRN-001, reason: r, approved_by: a, approved_on: 2026-01-01, expires: 2026-09-09, scope: {host: model-cache}}]\n",
    ],
)
def test_what_people_complete_or_except_is_not_removed(desk: Desk, text: str) -> None:
    written(desk, "threagile")
    file = "exceptions.yaml" if "exceptions" in text else "own.yaml"
    desk.hand(file, text)
    less = models.THREAGILE.replace(
        "  Cache: {id: cache, type: datastore, encryption: none, data_assets_stored: [member-file]}\n", ""
    ).replace("  cache!: {id: Cache, type: datastore, encryption: none}\n", "")
    desk.put("model.yaml", less.encode())
    told = desk.imported("model.yaml", code=2).stderr
    assert f"{file}:2" in told
    assert "model-cache" in told


def test_an_answer_by_hand_keeps_the_id_of_what_it_completes(desk: Desk) -> None:
    written(desk, "threagile")
    desk.hand("answers.yaml", "auditor: 1\nknown: documented\nhosts: {model-bus: {operator: hoster}}\n")
    tree = written(desk, "threagile")
    assert "model-bus" in tree["hosts"]
    assert "model-bus-2" not in tree["hosts"]


def test_options_say_what_imports_yaml_would_and_must_not_differ(desk: Desk) -> None:
    tree = written(desk, "threagile", "--for", "booking", "--by", "club", "--people", "phone=member")
    assert tree["flows"]["model-phone-reserve"]["for"] == "booking"
    assert tree["flows"]["model-phone-reserve"]["from"] == "member"
    desk.hand("imports.yaml", models.SAID)
    assert "imports.yaml says booking" in desk.imported("model.yaml", "--for", "other", code=2).stderr
    assert "phone=club" in desk.imported("model.yaml", "--people", "phone=club", code=2).stderr
    assert "KEY=ID" in desk.imported("model.yaml", "--people", "phone", code=2).stderr


def test_names_with_signs_that_cannot_be_seen_or_too_long_are_cleaned_and_told(desk: Desk) -> None:
    text = models.THREAGILE.replace("  Store:", '  "St\\u202eore\\u202c":').replace(
        "title: Court booking", f"title: {'x' * 400}"
    )
    tree = written(desk, "threagile", text=text)
    assert tree["hosts"]["model-store"]["title"] == "Store"
    assert len(tree["sources"]["model"]["title"]) == 300
    assert {"hidden-signs", "cut"} <= {what for what, _ in aside(tree, "not_understood")}


def test_more_elements_than_a_source_may_have_are_refused(desk: Desk) -> None:
    cells = [{"id": f"{number:09d}", "data": {"type": "tm.Store"}} for number in range(3)]
    model = {"summary": {"title": "Many"}, "detail": {"diagrams": [{"cells": cells}]}}
    put(desk, "threat-dragon", json.dumps(model))
    from auditor.loading.importing import elements

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(elements, "MOST_ELEMENTS", 2)
        assert "more than 2 elements" in desk.imported("model.json", code=2).stderr


def test_a_link_under_a_new_name_is_told_in_few_lines_and_finds_nothing_else(desk: Desk) -> None:
    put(desk, "threagile")
    desk.hand("imports.yaml", models.SAID)
    desk.imported("model.yaml")
    desk.put("model.yaml", models.THREAGILE.replace("      Reserve:", "      Book court:").encode())
    shown = desk.run("import", "--into", "case", "--check", code=1).stdout
    assert "flows.model-phone-reserve → flows.model-phone-book-court" in shown
    assert 'below model in imports.yaml: same: {"Book court": model-phone-reserve}' in shown
    assert "New in the source" not in shown
    assert "Questions no longer open" not in shown
    assert len(shown.splitlines()) < 14
    data = json.loads(desk.run("import", "--into", "case", "--check", "--format", "json", code=1).stdout)
    assert data["difference"]["findings"] == []
    assert len(data["documents"][0]["renamed"]) == 2
    kept = models.SAID.replace("for: booking", 'for: booking\n    same: {"Book court": model-phone-reserve}')
    desk.hand("imports.yaml", kept)
    desk.imported("model.yaml")
    assert "model-phone-reserve" in desk.facts("model")["flows"]


def test_a_link_that_is_renamed_and_changed_shows_its_findings(desk: Desk) -> None:
    put(desk, "threagile")
    desk.hand("imports.yaml", models.SAID)
    desk.imported("model.yaml")
    other = models.THREAGILE.replace(
        "      Keep: {target: store, protocol: jdbc,", "      Hold: {target: store, protocol: jdbc-encrypted,"
    )
    assert other != models.THREAGILE
    desk.put("model.yaml", other.encode())
    shown = desk.run("import", "--into", "case", "--check", code=1).stdout
    gone = [line for line in shown.splitlines() if "flows.model-site-keep " in line]
    assert len(gone) == 1
    assert "transport: none" in gone[0]
    assert "Perhaps renamed" not in shown


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("form", ["cyclonedx", "fides"])
def test_a_flow_that_its_source_does_not_name_is_called_by_its_ends(desk: Desk, form: str, lang: str) -> None:
    tree = written(desk, form)
    titles = {
        plain_title["en"] for flow in tree["flows"].values() if isinstance(plain_title := flow["title"], dict)
    }
    assert {"cyclonedx": {"API → Text", "App → API (reply)"}, "fides": {"Site → members_db"}}[form] <= titles
    shown = desk.run("ask", "case", "--lang", lang, code=0).stdout
    flows = set(tree["flows"])
    assert not any(f"« {name} »" in shown or f'"{name}"' in shown for name in flows)


def test_the_same_word_at_many_places_is_one_line_with_how_often(desk: Desk) -> None:
    put(
        desk,
        "threat-dragon",
        json.dumps(models.DRAGON).replace('"HTTP/S"', '"odd"').replace('"protocol": ""', '"protocol": "odd"'),
    )
    shown = desk.run("import", "model.json", "--into", "case", code=0).stdout
    lines = [line for line in shown.splitlines() if "protocol odd" in line]
    assert len([line for line in lines if "unknown word" in line and "3 times" in line]) == 1


def test_a_model_of_pytm_as_it_is_written_has_its_elements_in_one_list(desk: Desk) -> None:
    model = {
        "name": "Written",
        "boundaries": [{"name": "Internet"}],
        "elements": [
            {"__class__": "Actor", "name": "User", "inBoundary": "Internet"},
            {"__class__": "Server", "name": "Web", "onAWS": True},
            {"__class__": "Datastore", "name": "Rows", "inScope": False},
        ],
        "flows": [
            {"name": "Ask", "source": "User", "sink": "Web"},
            {"name": "Insert", "source": "Web", "sink": "Rows", "controls": {"isEncrypted": True}},
        ],
    }
    tree = written(desk, "pytm", text=json.dumps(model))
    assert set(tree["hosts"]) == {"model-web", "model-rows"}
    assert of(tree, "flows", "to") == {"ask": "model-web", "insert": "model-rows"}
    assert of(tree, "flows", "transport") == {"insert": "tls"}
    assert {("hosts.model-web.runs_on", "whose-machines")} == {
        (each["fact"], each["why"]) for each in tree["imports"]["model"]["to_ask"]
    }
    assert tree["imports"]["model"]["decisions"][0]["words"] == "Rows: inScope false"


def test_two_elements_of_one_name_are_told_and_end_at_nobody_known(desk: Desk) -> None:
    model = json.loads(json.dumps(models.PYTM))
    model["assets"].append({"__class__": "Server", "name": "Web"})
    tree = written(desk, "pytm", text=json.dumps(model))
    assert ("no-such-element", "Web: 2") in aside(tree, "not_understood")
    assert tree["flows"]["model-write"]["to"] == "unknown"


#: Protocols that the tool itself takes to be encrypted, by the words of its format.
ENCRYPTED_BY_THE_TOOL = [
    "https",
    "wss",
    "reverse-proxy-web-protocol-encrypted",
    "jdbc-encrypted",
    "odbc-encrypted",
    "sql-access-protocol-encrypted",
    "nosql-access-protocol-encrypted",
    "binary-encrypted",
    "text-encrypted",
    "ssh",
    "ssh-tunnel",
    "smtp-encrypted",
    "pop3-encrypted",
    "imap-encrypted",
    "ftps",
    "sftp",
    "scp",
    "ldaps",
    "smb-encrypted",
    "iiop-encrypted",
    "jrmp-encrypted",
]


def test_what_the_tool_takes_to_be_in_clear_is_never_encrypted_here() -> None:
    """So its findings of unencrypted communication are among the flows that are in clear or not told."""
    from auditor.loading.importing.formats.threagile import CLEAR, NOT_TOLD, SAME_MACHINE, TLS, TUNNEL

    assert set(ENCRYPTED_BY_THE_TOOL) == TLS | TUNNEL
    assert not (TLS | TUNNEL) & (CLEAR | NOT_TOLD | SAME_MACHINE)


def test_a_plaintext_link_is_found_by_the_rules_on_transport_or_told_as_open(desk: Desk) -> None:
    put(desk, "threagile")
    desk.hand("imports.yaml", models.SAID)
    desk.imported("model.yaml")
    result = json.loads(desk.run("check", "case", "--format", "json").stdout)
    about = {
        route: each["outcome"]
        for each in result["findings"]
        if each["rule"].startswith("TRN-")
        for route in json.dumps(each).split('"')
        if route in ("model-site-keep", "model-site-keep-by-tunnel", "model-site-tell")
    }
    assert about.get("model-site-keep") in ("established", "cannot-be-shown")
    assert "model-site-tell" in about


def test_what_only_people_can_say_comes_with_lines_to_complete(desk: Desk) -> None:
    shown = desk.run("import", put(desk, "threagile"), "--into", "case", "--write", code=0).stdout
    lines = [line.strip() for line in shown.splitlines()]
    assert '# people: {"Member Phone": ID}' in lines
    (data,) = [yaml.safe_load(line.removeprefix("# ")) for line in lines if line.startswith("# data:")]
    assert data == {"data": {key: ["CATEGORY"] for key in ("member-file", "build", "Score-Table")}}
    assert "# for: ACTIVITY" in lines
    pasted = textwrap.dedent(shown[shown.index("  auditor: 1") :])
    desk.hand("imports.yaml", pasted)
    assert desk.run("import", "--into", "case", "--check", code=0).stdout == ""
    completed = (
        pasted.replace("# for: ACTIVITY", "for: booking")
        .replace("# people", "people")
        .replace("ID}", "member}")
    )
    desk.hand("imports.yaml", completed)
    desk.imported("model.yaml")
    assert desk.facts("model")["flows"]["model-phone-reserve"]["from"] == "member"
    desk.hand("imports.yaml", pasted.replace("# data", "data"))
    assert "CATEGORY" in desk.imported("model.yaml", code=2).stderr


def test_a_flow_that_people_complete_is_imported_again_under_its_id(desk: Desk) -> None:
    desk.put("model.json", json.dumps(models.OTM).encode())
    desk.imported("model.json")
    desk.hand("hand.yaml", "auditor: 1\nknown: documented\nflows: {model-pay: {transport: none}}\n")
    before = desk.files()
    desk.imported("model.json")
    assert desk.files() == before
    result = json.loads(desk.run("check", "case", "--format", "json", "--fail-on", "never", code=0).stdout)
    assert result["overrides"] == []
    desk.put("model.json", json.dumps({**models.OTM, "dataflows": models.OTM["dataflows"][1:]}).encode())
    assert "hand.yaml:3" in desk.imported("model.json", code=2).stderr

"""At the edges of what sources say: a word beside what the case has, a key of the format, an event of two, a row that says no."""

from __future__ import annotations

import json

import pytest

from auditor.loading.importing.format import Document
from auditor.loading.importing.formats import tm_bom
from auditor.loading.importing.lists.tag_values import take_url
from auditor.loading.importing.lists.tags import Tag, Trigger, _when
from auditor.loading.importing.register.cells import COUNTRIES
from auditor.loading.importing.register.labels import labels
from auditor.loading.importing.values import text_of, value_of
from tests.importing import models
from tests.importing.bits import consent_string as shown_to
from tests.importing.lists import parameter, tag
from tests.importing.making import HEAD, PAYROLL, form, text, workbook
from tests.importing.models import part
from tests.importing.reading import Tree, flows, imported, read, told
from tests.importing.test_small_lists import OF_SITE, SAID, export, gvl, table, vendor
from tests.importing.test_small_models import declared, drawing, manifest


def of(tree: Tree, field: str) -> list[Tree]:
    """One list of the record of the import."""
    listed: list[Tree] = tree["imports"]["m"].get(field, [])
    return listed


# lists


def test_a_framework_that_a_list_names_for_whom_the_case_describes_is_told_beside() -> None:
    rack = {"rack": {"name": "Rack Ltd", "kind": "company", "country": "US", "parent": "none"}}
    own = {**OF_SITE["own"], "organisations": {**OF_SITE["own"]["organisations"], **rack}}
    stated = table("Rack Ltd;Servers;India;Data Privacy Framework;")
    tree = read("subprocessors", stated, name="l.csv", **{**OF_SITE, "own": own})
    (beside,) = (each for each in of(tree, "beside") if each["fact"].endswith(".dpf"))
    assert (beside["fact"], beside["words"]) == ("organisations.rack.dpf", "Data Privacy Framework")


@pytest.mark.parametrize(
    ("words", "when"),
    [
        (["load", "click"], "load"),
        (["click", "click"], "click"),
        (["click", ""], None),
        (["click", "submit"], None),
        ([], None),
    ],
)
def test_a_tag_of_several_triggers_is_set_off_on_load_or_by_what_all_of_them_are(
    words: list[str], when: str | None
) -> None:
    found = _when([Trigger(word, word or "own event") for word in words])
    assert (found if isinstance(found, str) else None) == when
    assert when is not None or found["value"] == "unknown"


def test_the_address_of_the_page_goes_along_with_a_tag_once_one_of_its_addresses_holds_it() -> None:
    made = Tag(number="1", at="/tag/0", title="x")
    take_url(made, "https://a.example/p?u={{Page URL}}", {})
    take_url(made, "https://b.example/p", {})
    assert made.page is True
    other = Tag(number="2", at="/tag/1", title="x")
    take_url(other, "https://b.example/p?u={{Mail}}", {})
    assert other.page is False


def test_what_an_export_says_of_its_container_is_known_and_tells_nothing() -> None:
    more = {"tagManagerUrl": "https://x.example", "fingerprint": "1", "folder": [], "accountId": "7"}
    tree = read("gtm", export(tag("1", "googtag"), **more), **SAID)
    assert not [each for each in told(tree, "not_understood") if "tagManagerUrl" in "".join(each)]


@pytest.mark.parametrize(
    ("end", "over"), [("2025-11-19", True), ("2025-11-20", False), ("2025-11-21", False)]
)
def test_a_tag_is_over_on_the_day_after_its_schedule_ends(end: str, *, over: bool) -> None:
    seconds = {"2025-11-19": 1763510400, "2025-11-20": 1763596800, "2025-11-21": 1763683200}[end]
    image = tag("1", "img", parameter("url", "https://px.partner.example"), scheduleEndMs=str(seconds * 1000))
    value = {**export(image), "exportTime": "2025-11-20 09:00:00"}
    flow = [name for name in read("gtm", value, **SAID)["flows"] if not name.startswith("m-container")]
    assert bool(flow) is not over


def test_a_string_that_holds_for_other_sites_too_is_told_at_its_first_line() -> None:
    tree = read("tcf", gvl(v11=vendor("Adfoo SAS")), beside=shown_to(consent=[11], own=False), **OF_SITE)
    at = {
        each["what"]: each["at"]
        for field in ("left_out", "not_understood", "believed")
        for each in of(tree, field)
    }
    assert (at["one-visitor"], at["believed"]) == ("m-string#L1", "m-string#L1")


# models


def test_a_data_set_that_the_case_describes_is_no_element_that_is_missing() -> None:
    system = {**declared("user"), "dataset_references": ["rows", "gone"]}
    own = {"hosts": {"pages": {"title": "Pages", "operator": "unknown"}}}
    tree = read("fides", manifest(system), own=own, same={"rows": "pages"})
    missing = [said for _, what, said in told(tree, "not_understood") if what == "no-such-element"]
    assert missing == ["gone"]


@pytest.mark.parametrize(("ways", "ends"), [("", [("u", "s")]), ("true", [("s", "u"), ("u", "s")])])
def test_a_flow_of_a_model_of_parts_goes_from_its_source_to_its_destination_and_back_where_it_says_so(
    ways: str, ends: list[tuple[str, str]]
) -> None:
    flow = {"dataflow__source": "u", "dataflow__destination": "s", "dataflow__protocol": "HTTP"}
    flow |= {"dataflow__isBidirectional": ways} if ways else {}
    parts = [
        part("u", "server", "User"),
        part("s", "server", "Server"),
        part("f", "dataflow", "Write", **flow),
    ]
    one = {"type": "threat-model", "bom-ref": "one", "name": "One", "components": parts}
    tree = read("tm-bom", {**models.COMPONENTS, "components": [one]})
    assert [(start, end) for start, end, _ in flows(tree)] == ends
    assert {flow["transport"]["value"] for flow in tree["flows"].values()} == {"none"}


def test_only_json_that_has_the_keys_of_a_model_is_one() -> None:
    for data in ('{"a": 1}', '["trust_zones"]', '{"x": "trust_zones"}', "trust_zones: []"):
        assert tm_bom.recognises(Document(name="m.json", data=data.encode())) == 0, data
    whole = json.dumps({"trust_zones": [], "data_flows": [], "data_sets": []}).encode()
    assert tm_bom.recognises(Document(name="m.json", data=whole)) > 0


@pytest.mark.parametrize(("kind", "keeps"), [("Datastore", "unknown"), ("Server", None)])
def test_a_store_of_a_program_written_model_keeps_what_nobody_says(kind: str, keeps: str | None) -> None:
    asset = {"__class__": kind, "name": "Rows"}
    tree = read("pytm", {**models.PYTM, "assets": [asset], "flows": [{"source": "User", "sink": "Rows"}]})
    assert tree["hosts"]["m-rows"].get("keeps") == keeps


def test_a_boundary_is_no_place_and_a_text_of_a_drawing_is_prose() -> None:
    store = models.cell(1, "Store", "Files")
    boundary = models.cell(2, "BoundaryBox", "Office")
    words = models.cell(3, "Text", "Read me")
    tree = read("threat-dragon", drawing(store, boundary, words))
    left = {(what, said) for _, what, said in (*told(tree, "left_out"), *told(tree, "not_understood"))}
    assert ("title-is-no-place", "Office") in left
    assert ("prose", "Read me") in left


# records of processing


@pytest.mark.parametrize(
    ("words", "code"),
    [("République tchèque", "CZ"), ("Czech Republic", "CZ"), ("Pays-Bas", "NL"), ("Émirats", "AE")],
)
def test_a_country_is_known_by_what_is_written_beside_its_name(words: str, code: str) -> None:
    rows = [[*HEAD, "Localisation"], [*PAYROLL, words]]
    tree = read("register", text(rows), name="r.csv")
    assert tree["activities"]["paie"]["locations"]["value"] == code
    assert code in COUNTRIES.values()


def test_where_data_is_kept_is_quoted_as_the_record_says_it() -> None:
    rows = [[*HEAD, "Localisation"], [*PAYROLL, "France, Irlande"]]
    tree = read("register", text(rows), name="r.csv")
    located = tree["activities"]["paie"]["locations"]
    assert located["value"] == ["FR", "IE"]
    assert located["quote"] == "France, Irlande"


@pytest.mark.parametrize(
    ("words", "asked"), [("mot-de-passe", True), ("mot de passe", False), ("serrure", False)]
)
def test_a_measure_of_one_word_with_a_hyphen_is_asked_about(words: str, *, asked: bool) -> None:
    rows = [[*HEAD, "Mesures de sécurité"], [*PAYROLL, words]]
    record = read("register", text(rows), name="r.csv")["imports"]["m"]
    why = [each["why"] for each in record.get("to_ask", []) if each["fact"].endswith(".measures")]
    assert why == (["not-a-word"] if asked else [])


def test_a_label_may_be_the_beginning_of_another_that_is_found_first() -> None:
    for listed in labels().begins.values():
        said = [begin for begin, _ in listed]
        for place, begin in enumerate(said):
            assert not any(other.startswith(begin) and other != begin for other in said[place + 1 :])


def test_who_receives_abroad_is_quoted_from_its_row() -> None:
    whole = form("Paie", "R1", transfers=[["Destinataire 1", "Rack Inc", "Inde", "CCT", "", ""]])
    tree = read("register", workbook({"F": whole}), name="r.xlsx")
    transfers = tree["activities"]["paie"]["transfers"]
    assert (transfers["value"], transfers["quote"]) == ("IN", "Inde")


# files


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-8"])
def test_a_mark_of_byte_order_settles_the_encoding_of_a_source(encoding: str) -> None:
    data = "\ufeffé: 1".encode(encoding)
    assert text_of(Document(name="x.yaml", data=data)).lstrip("\ufeff") == "é: 1"


@pytest.mark.parametrize(
    ("written", "value"),
    [("true", True), ("True", True), ("FALSE", False), ("false", False), ("False", False), ("~", None)],
)
def test_a_word_that_yaml_writes_plainly_is_what_it_stands_for(written: str, value: object) -> None:
    assert value_of(Document(name="x.yaml", data=f"x: {written}\n".encode())) == {"x": value}


def test_an_import_without_anything_confidential_holds_nothing_confidential() -> None:
    assert imported("register", text([HEAD, PAYROLL]), name="r.csv").confidential == {}

"""At the edges of what sources say: a word beside what the case has, a key of the format, an event of two, a row that says no."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest

from auditor.errors import NothingToCheck
from auditor.loading.importing import guard
from auditor.loading.importing.elements import Elements
from auditor.loading.importing.format import Document
from auditor.loading.importing.formats import pytm, tm_bom
from auditor.loading.importing.lists.html_tables import html_tables
from auditor.loading.importing.lists.tag_export import is_export
from auditor.loading.importing.lists.tag_values import take_url
from auditor.loading.importing.lists.tags import Tag, Trigger, _when
from auditor.loading.importing.protocols import transport_of
from auditor.loading.importing.register.cells import COUNTRIES
from auditor.loading.importing.register.labels import labels
from auditor.loading.importing.register.layout import seen
from auditor.loading.importing.sheets import Cell, Sheet
from auditor.loading.importing.values import text_of, value_of
from tests.importing import models
from tests.importing.bits import consent_string as shown_to
from tests.importing.lists import parameter, tag
from tests.importing.making import HEAD, PAYROLL, PROMPT, archive, form, text, workbook
from tests.importing.models import part
from tests.importing.reading import Tree, flows, imported, read, told
from tests.importing.test_small_lists import OF_SITE, SAID, export, gvl, table, vendor
from tests.importing.test_small_models import bill, declared, drawing, manifest, service
from tests.importing.test_small_records import of_form


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
    labels.cache_clear()
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


# more of models


@pytest.mark.parametrize(("size", "known"), [("application", True), ("service", True), ("enormous", False)])
def test_a_size_that_the_format_does_not_have_is_told_under_its_key(size: str, *, known: bool) -> None:
    asset = {"A": {"id": "a", "type": "process", "size": size}}
    tree = read("threagile", {"threagile_version": "1.0.0", "title": "T", "technical_assets": asset})
    said = [words for _, what, words in told(tree, "not_understood") if what == "no-such-word"]
    assert said == ([] if known else [f"size {size}"])
    assert tree["hosts"]["m-a"].get("kind") == ("application" if size == "application" else None)


@pytest.mark.parametrize(
    ("flow", "is_one"),
    [
        ([{"source": "a", "sink": "b"}], True),
        ([{"name": "x"}, {"source": "a", "sink": "b"}], True),
        ([{"name": "x", "note": '"sink"'}], False),
        ([], False),
        ("sink", False),
    ],
)
def test_a_program_written_model_is_told_by_a_flow_that_has_both_ends(flow: Any, *, is_one: bool) -> None:
    data = json.dumps({"flows": flow, "sink": 1}).encode()
    assert bool(pytm.recognises(Document(name="m.json", data=data))) is is_one


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ({}, [("user", "b")]),
        ({"destination": ["c"]}, [("user", "b")]),
        ({"source": ["c"], "destination": ["c"]}, [("c", "b")]),
    ],
)
def test_what_comes_in_comes_from_whoever_uses_the_service_where_no_source_is_named(
    ends: Tree, expected: list[tuple[str, str]]
) -> None:
    carried = {"flow": "inbound", "classification": "phi", "name": "notes", **ends}
    services = (service("b", carried), service("c"), service("user"))
    tree = read("cyclonedx", bill(*services, uses={"user": ["b"], "b": []}))
    assert [(start, end) for start, end, _ in flows(tree)] == expected


def test_a_model_of_elements_that_are_all_of_the_case_is_no_empty_one() -> None:
    store = models.cell(1, "Store", "Files")
    own = {"hosts": {"vault": {"title": "Vault", "operator": "unknown"}}}
    with pytest.raises(NothingToCheck):
        read("threat-dragon", drawing(store), own=own, same={"Files": "vault"})


# more of lists


@pytest.mark.parametrize(
    ("version", "is_one"),
    [
        ({"tag": [{"tagId": "1", "type": "html"}]}, True),
        ({"tag": [{"tagId": "1", "type": "html"}, {"tagId": "2"}]}, False),
        ({"tag": [{"tagId": "1", "type": "html"}, "x"]}, False),
        ({"tag": {}}, False),
        ("x", False),
    ],
)
def test_an_export_is_one_where_each_of_its_tags_has_a_number_and_a_type(
    version: Any, *, is_one: bool
) -> None:
    assert is_export({"containerVersion": version}) is is_one


def test_how_a_tag_is_called_is_a_fact_of_its_flow() -> None:
    clear = tag("1", "img", parameter("url", "http://px.partner.example/p"))
    covered = tag("2", "img", parameter("url", "https://px.partner.example/p"))
    made = read("gtm", export(clear, covered), **SAID)["flows"]
    assert {name[2:]: flow["transport"] for name, flow in made.items() if "container" not in name} == {
        "1": "none",
        "2": "tls",
    }


def test_a_rule_that_waits_for_two_events_that_nobody_knows_is_held_back_once() -> None:
    macros: list[Tree] = [{"function": "__e"}, {"function": "__v"}]
    load = {"function": "_eq", "arg0": ["macro", 0], "arg1": "gtm.js"}
    other = {"function": "_cn", "arg0": ["macro", 1], "arg1": "x"}
    page = {"function": "__img", "vtp_url": "https://px.partner.example/p"}
    rules = [[["if", 0], ["unless", 1], ["unless", 2], ["add", 0]]]
    resource = {
        "version": "3",
        "macros": macros,
        "tags": [page],
        "predicates": [load, other, other],
        "rules": rules,
    }
    made = read("gtm", f"var data = {json.dumps({'resource': resource})};", **SAID)["flows"]
    (flow,) = (each for name, each in made.items() if "container" not in name)
    assert "?" in flow["note"]["en"]
    assert "?, ?" not in flow["note"]["en"]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>First</title><title>Second</title>", "First"),
        ("<title></title><title>Second</title>", "Second"),
        ("<h1>Words</h1>", ""),
        ("<svg><desc>Drawn</desc></svg><title>Page</title>", "Page"),
    ],
)
def test_a_page_is_called_by_its_first_title(page: str, title: str) -> None:
    assert html_tables(page).title == title


# more of records


def test_the_company_of_an_officer_stands_in_a_row_of_its_own() -> None:
    whole = form("Paie", "R1")
    place = next(at for at, row in enumerate(whole) if row[:1] == ["Délégué à la protection des données"])
    whole.insert(place + 1, ["Société (si DPO externe)", "Garde Données"])
    made = imported("register", workbook({"F": whole}), name="r.xlsx")
    (contact,) = (each["dpo_contact"] for each in made.confidential["organisations"].values())
    assert contact["organisation"] == "garde-donnees"


def test_a_prompt_that_nobody_filled_in_is_told_as_untouched() -> None:
    _, record = of_form(people=[["Catégorie de personnes 1", PROMPT, "", "", "agents"]])
    assert {"at": "m#F!B20", "what": "untouched", "words": PROMPT} in record["left"]


def test_a_table_may_have_what_is_said_of_the_organisation_above_it_and_tells_the_rest() -> None:
    rows = [["Registre de la mairie"], ["Responsable du traitement", "Commune d'Essai"], [], HEAD, PAYROLL]
    tree = read("register", text(rows), name="r.csv")
    assert tree["activities"]["paie"]["controller"]["value"] == "commune-d-essai"
    assert tree["imports"]["m"]["left_words"] == "1"


def test_the_reference_of_an_activity_is_the_first_that_is_stated() -> None:
    rows = [["N°", "Référence", *HEAD], ["R1", "R2", *PAYROLL]]
    tree = read("register", text(rows), name="r.csv")
    assert tree["activities"]["paie"]["ref"] == "R1"


@pytest.mark.parametrize("own", [{}, {"activities": {"paie": {"title": "Paie", "people": "member"}}}])
def test_two_activities_of_one_title_are_two_and_each_keeps_its_facts(own: Tree) -> None:
    other = ["Paie", "Autre but", *PAYROLL[2:]]
    tree = read("register", text([HEAD, PAYROLL, other]), name="r.csv", own=own)
    assert {name: entry["purpose"]["value"] for name, entry in tree["activities"].items()} == {
        "paie": "Payer les salaires",
        "paie-2": "Autre but",
    }


def test_a_person_named_below_the_title_of_the_activities_is_their_title() -> None:
    above, head = ["Traitement", *[""] * 8], ["Nom", *HEAD[1:]]
    tree = read("register", text([above, head, PAYROLL]), name="r.csv")
    assert set(tree["activities"]) == {"paie"}
    assert tree["activities"]["paie"]["title"] == {"fr": "Paie"}


@pytest.mark.parametrize(("kept", "name"), [("m-phone", "m-phone"), ("mobile", ""), ("other-phone", "")])
def test_only_an_id_of_the_import_itself_is_kept_for_an_element(kept: str, name: str) -> None:
    made: Any = SimpleNamespace(name="m", _there=frozenset[str](), _same=lambda keys: kept)
    assert Elements.kept(made, "phone") == name


def test_data_that_is_said_to_be_of_nobody_goes_nowhere() -> None:
    carried = {"flow": "inbound", "classification": "phi", "name": "build", "source": ["a"]}
    tree = read("cyclonedx", bill(service("a"), service("b", carried)), data={"build": "not-personal"})
    assert flows(tree) == []


def test_a_served_tag_that_is_paused_calls_nobody_and_is_told() -> None:
    paused = {"function": "__paused", "vtp_originalTagType": "awct"}
    load = {"function": "_eq", "arg0": ["macro", 0], "arg1": "gtm.js"}
    resource = {
        "version": "3",
        "macros": [{"function": "__e"}],
        "tags": [paused],
        "predicates": [load],
        "rules": [[["if", 0], ["add", 0]]],
    }
    tree = read("gtm", f"var data = {json.dumps({'resource': resource})};", **SAID)
    assert [name for name in tree["flows"] if "container" not in name] == []
    assert ("switched-off", "0 paused: awct") in {(what, said) for _, what, said in told(tree, "left_out")}


def test_settings_of_a_tag_lie_in_tables_of_tables() -> None:
    inner = {
        "type": "LIST",
        "key": "rows",
        "list": [
            {"type": "MAP", "map": [parameter("parameter", "email"), parameter("parameterValue", "{{Mail}}")]}
        ],
    }
    outer = {"type": "LIST", "key": "all", "list": [{"type": "MAP", "map": [inner]}]}
    tree = read("gtm", export(tag("1", "gaawe", outer)), **SAID)
    (flow,) = (each for name, each in tree["flows"].items() if "container" not in name)
    assert "contact" in flow["data"]


def test_what_becomes_of_data_in_the_end_is_said_of_all_of_it() -> None:
    tree = read("register", text([[*HEAD, "Sort final"], [*PAYROLL, "Suppression"]]), name="r.csv")
    assert {
        name: each["end"]["value"] for name, each in tree["activities"]["paie"]["retentions"].items()
    } == {"personal": "erased"}


@pytest.mark.parametrize(
    ("said", "transport"),
    [
        ("DTLS", "tls"),
        ("QUIC", "tls"),
        ("HTTP/3", "tls"),
        ("gRPC; TLS", "tls"),
        ("REST, JSON; HTTPS", "tls"),
        ("Kafka over TLS", "tls"),
        ("REST; magic", ""),
    ],
)
def test_words_of_a_protocol_are_parted_by_signs(said: str, transport: str) -> None:
    assert transport_of(said) == transport


def test_values_of_no_use_are_counted_one_by_one() -> None:
    made: Any = SimpleNamespace(_counted=Counter[str]())
    for _ in range(3):
        Elements.count(made, "tags")
    Elements.count(made, "id", 2)
    Elements.count(made, "none", 0)
    assert made._counted == {"tags": 3, "id": 2}


def test_tags_of_a_model_are_known_wherever_they_stand() -> None:
    boundary = {"B": {"id": "b", "type": "network-on-prem", "tags": ["x"], "technical_assets_inside": ["a"]}}
    runtime = {"R": {"id": "r", "description": "d", "tags": ["y"], "technical_assets_running": ["a"]}}
    assets = {"A": {"id": "a", "type": "process", "tags": ["z"]}}
    whole = {"threagile_version": "1.0.0", "title": "T", "technical_assets": assets}
    whole |= {"trust_boundaries": boundary, "shared_runtimes": runtime, "tags_available": ["x"]}
    tree = read("threagile", whole)
    assert not [said for _, _, said in told(tree, "not_understood") if "tags" in said]


@pytest.mark.parametrize(
    ("label", "shape"),
    [("Nom du traitement", "form"), ("Finalité", "form"), ("Base légale", "form"), ("Pays", "parties")],
)
def test_labels_in_a_column_are_a_form_where_one_is_of_an_activity(label: str, shape: str) -> None:
    words = [label, "Organisme", "Téléphone", "Courriel", "Adresse"]
    cells = {(row, 0): Cell(text=text) for row, text in enumerate(words)}
    assert seen(Sheet(name="F", cells=cells), labels()).shape == shape


def test_a_sheet_that_a_workbook_names_by_bytes_that_are_no_text_is_passed_over() -> None:
    names = {"xl/workbook.xml": b'<sheets><sheet r:id="a"/><sheet r:id="b"/></sheets>'}
    links = (
        b'<Relationship Id="a" Target="worksheets/\xff.xml"/><Relationship Id="b" Target="worksheets/2.xml"/>'
    )
    names |= {"xl/_rels/workbook.xml.rels": links, "xl/worksheets/1.xml": b"", "xl/worksheets/2.xml": b""}
    with zipfile.ZipFile(io.BytesIO(archive(names))) as packed:
        found = guard._sheets(packed, packed.namelist())
    assert [name for name in found if name in names] == ["xl/worksheets/2.xml", "xl/worksheets/1.xml"]


def test_a_table_of_activities_may_have_a_column_of_clients_and_stays_one_of_activities() -> None:
    rows = [[*HEAD, "Client (responsable de traitement)"], [*PAYROLL, "Clinique SA"]]
    tree = read("register", text(rows), name="r.csv")
    activity = tree["activities"]["paie"]
    assert activity["title"] == {"fr": "Paie"}
    assert activity["processors"]["value"] == "payfoo-sas"
    assert {"at": "m#J2", "label": rows[0][-1], "words": "Clinique SA"} in of(tree, "kept")
    assert "agreements" not in tree


def test_a_person_named_beside_an_activity_is_no_title_of_it() -> None:
    above, head = [*[""] * 9, "Responsable"], [*HEAD, "Nom"]
    tree = read("register", text([above, head, [*PAYROLL, "Zoé Ré"]]), name="r.csv")
    assert set(tree["activities"]) == {"paie"}
    assert "Zoé" not in json.dumps(tree["activities"], ensure_ascii=False)
    assert {"at": "m#J3", "what": "title"} in of(tree, "left")


def test_a_row_that_holds_less_than_half_as_many_labels_is_no_row_of_heads() -> None:
    cells = {(0, col): Cell(text=head) for col, head in enumerate(HEAD)}
    cells |= {(row, 0): Cell(text=f"x{row}") for row in (1, 2)}
    few = {(3, col): Cell(text=head) for col, head in enumerate(HEAD[:4])}
    many = {(3, col): Cell(text=head) for col, head in enumerate(HEAD[:5])}
    assert [seen(Sheet(name="R", cells={**cells, **more}), labels()).at for more in (few, many)] == [0, 3]


def test_a_cell_that_holds_a_sign_alone_is_no_word_that_was_set_aside() -> None:
    rows = [["Registre de la mairie"], [":"], [], HEAD, PAYROLL]
    made = imported("register", text(rows), name="r.csv", keeper="controller")
    aside = made.confidential["imports"]["m"]["aside"]
    assert [each["words"] for each in aside if each["at"] in ("m#A1", "m#A2")] == ["Registre de la mairie"]


def parts_of(*parts: Tree) -> Tree:
    one = {"type": "threat-model", "bom-ref": "one", "name": "One", "components": [*parts]}
    return read("tm-bom", {**models.COMPONENTS, "components": [one]})


def test_an_end_that_is_no_part_is_told_where_it_is_named_and_one_that_nobody_names_where_the_flow_is() -> (
    None
):
    gone = {"dataflow__source": "gone", "dataflow__destination": "s"}
    server = {**part("s", "server", "Server"), "description": "d", "version": "1", "tags": ["x"]}
    tree = parts_of(server, part("f", "dataflow", "Write", **gone), part("g", "dataflow", "Read"))
    assert told(tree, "not_understood") == [
        ("/components/0/components/1/properties/1/value", "no-such-element", "gone"),
        ("/components/0/components/2", "no-such-element", ""),
    ]


def test_what_a_tag_on_a_server_sends_is_protected_as_its_address_says() -> None:
    value = export(tag("1", "img", parameter("url", "https://px.partner.example")))
    value["containerVersion"]["container"]["usageContext"] = ["server"]
    (flow,) = read("gtm", value, **OF_SITE)["flows"].values()
    assert flow["transport"] == "tls"


def test_a_drawing_gives_its_title_its_programs_and_ends_by_either_key() -> None:
    one, two = models.cell(1, "Process", "Web"), models.cell(2, "Store", "Files")
    flow = models.cell(3, "Flow", "Save", source={"cell": one["id"]}, target={"id": two["id"]})
    tree = read("threat-dragon", drawing(one, two, flow))
    assert tree["sources"]["m"]["title"] == "Desk"
    assert tree["hosts"]["m-web"]["kind"] == "application"
    assert [(start, end) for start, end, _ in flows(tree)] == [("web", "files")]


@pytest.mark.parametrize("ends", [{}, {"destination": ["gone"]}])
@pytest.mark.parametrize("direction", ["inbound", "outbound"])
def test_how_an_end_is_reached_is_left_out_where_nobody_says(direction: str, ends: Tree) -> None:
    carried = {"flow": direction, "classification": "pii", "name": "names", **ends}
    (flow,) = read("cyclonedx", bill(service("b", carried)))["flows"].values()
    assert "transport" not in flow


def test_tags_of_a_link_are_known() -> None:
    link = {"target": "b", "protocol": "https", "tags": ["x"], "data_assets_sent": []}
    assets = {
        "A": {"id": "a", "type": "process", "communication_links": {"Ask": link}},
        "B": {"id": "b", "type": "process"},
    }
    tree = read("threagile", {"threagile_version": "1.0.0", "title": "T", "technical_assets": assets})
    assert told(tree, "not_understood") == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-8"])
def test_a_mark_of_byte_order_settles_the_encoding_of_a_table(encoding: str) -> None:
    data = "\ufeff" + text([HEAD, PAYROLL]).decode()
    tree = read("register", data.encode(encoding), name="r.csv")
    assert tree["activities"]["paie"]["title"] == {"fr": "Paie"}
    assert not [each for each in of(tree, "left") if each["what"] == "encoding"]


def test_a_row_of_a_list_leaves_the_controller_to_the_sheet_of_its_activity() -> None:
    front = [
        ["Organisme", "Soin SARL"],
        ["Adresse", "2 quai Bas"],
        ["DPO", "non désigné"],
        ["SIRET", "000 00"],
    ]
    listed = [["N°", *HEAD], ["R1", *PAYROLL]]
    sheets = {"Accueil": front, "F": form("Paie", "R1"), "R": listed}
    tree = read("register", workbook(sheets), name="r.xlsx")
    assert tree["activities"]["paie"]["controller"]["value"] == "commune-d-essai"

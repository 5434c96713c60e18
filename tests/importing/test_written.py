"""What an import writes: one file of its own, the same bytes each time, below what people wrote; edited ones are refused."""

from __future__ import annotations

import json
import re
import shlex
import textwrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.text.papers.register_columns import COLUMNS, OWN
from tests.importing import models
from tests.importing.conftest import Desk
from tests.importing.making import HEAD, PAYROLL, form, text, workbook

TWO = [
    HEAD,
    PAYROLL,
    ["Accès", "Entrer", "Intérêt légitime", "Visiteurs", "nom", "1 mois", "Aucun", "Aucun", "Non"],
]


def test_nothing_is_written_before_it_is_asked_for(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    shown = desk.run("import", "register.csv", "--into", "case", code=0).stdout
    assert "case/imports/register.yaml" in shown
    assert "--write" in shown
    assert not desk.case.exists()


def test_the_same_file_again_gives_the_same_bytes(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    before = desk.files()
    assert "unchanged" in desk.imported("register.csv").stdout
    assert desk.files() == before
    assert set(before) == {"case.yaml", "imports/register.yaml"}


def test_the_place_of_the_case_and_the_language_change_no_byte(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv", "--lang", "fr")
    first = desk.files()["imports/register.yaml"]
    (desk.folder / "elsewhere").mkdir()
    desk.run("import", "register.csv", "--into", "elsewhere/case", "--write", code=0)
    assert (desk.folder / "elsewhere" / "case" / "imports" / "register.yaml").read_bytes() == first


def test_a_case_without_a_head_gets_one_and_its_date_is_told_where_it_is_assumed(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    assert "assumed" in desk.imported("register.csv").stdout
    assert b"known: assumed" in desk.files()["case.yaml"]
    desk.run("check", "case")


def test_the_date_of_a_case_is_that_of_the_record_else_the_one_given(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv", "--as-of", "2024-05-01")
    assert b"as_of: '2024-05-01'" in desk.files()["case.yaml"]
    desk.put(
        "dated.xlsx",
        workbook(
            {
                "A": [["Organisme", "X SAS"], ["Adresse", "Y"], ["Version", "2 du 01/02/2023"], ["DPO", "Z"]],
                "R": TWO,
            }
        ),
    )
    desk.run("import", "dated.xlsx", "--into", "other", "--as-of", "2024-05-01", "--write", code=0)
    assert "as_of: '2023-02-01'" in (desk.folder / "other" / "case.yaml").read_text(encoding="utf-8")


def test_a_case_is_checked_and_asked_about_after_an_import(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    result = json.loads(desk.run("check", "case", "--format", "json").stdout)
    assert {line["id"] for line in result["activities"]} == {"paie", "acces"}
    assert not [
        each
        for each in result["findings"]
        if each["severity"] in ("high", "critical") and each["outcome"] == "established"
    ]
    assert desk.run("ask", "case", code=0).stdout


def test_a_changed_file_shows_what_changed_and_changes_only_what_was_imported(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    desk.hand("own.yaml", "auditor: 1\nactivities: {acces: {scale: small}}\n")
    before = desk.files()
    changed = [TWO[0], [*PAYROLL[:5], "6 ans", *PAYROLL[6:]], TWO[2], ["Vœux", "Saluer", *PAYROLL[2:]]]
    desk.put("register.csv", text(changed))
    shown = desk.imported("register.csv").stdout
    assert "activities.paie.retention: 5 ans → 6 ans" in shown
    assert "New in the source: activities.voeux · " in shown
    assert "purpose: Saluer (register#B" in shown
    after = desk.files()
    assert [name for name in after if after[name] != before.get(name)] == ["imports/register.yaml"]


def test_a_comment_that_changes_no_fact_changes_the_hash_alone(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    desk.put("register.csv", text([*TWO, ["Total : 2"]]))
    assert "The source changed, the facts did not." in desk.imported("register.csv").stdout


def test_what_left_the_source_leaves_the_import(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    desk.put("register.csv", text(TWO[:2]))
    shown = desk.imported("register.csv").stdout
    assert "No longer in the source, removed: activities.acces · " in shown
    assert "purpose: Entrer (register#B" in shown
    assert list(desk.facts()["activities"]) == ["paie"]


def test_what_people_name_by_hand_is_not_removed(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    desk.hand("own.yaml", "auditor: 1\nnotices: {site: {by: payfoo-sas, for: acces}}\n")
    before = desk.files()
    desk.put("register.csv", text(TWO[:2]))
    assert "own.yaml:2" in desk.imported("register.csv", code=2).stderr
    assert desk.files() == before


def test_the_contacts_of_a_record_that_has_none_any_more_are_removed(desk: Desk) -> None:
    desk.put(
        "register.xlsx",
        workbook({"F": form("Cantine", "1", people=[["Catégorie de personnes 1", "Salariés"]])}),
    )
    desk.imported("register.xlsx")
    assert "imports/register-contacts.yaml" in desk.files()
    desk.put("register.xlsx", workbook({"R": TWO}))
    desk.hand("case.yaml", "auditor: 1\ncase: {id: case, as_of: 2024-01-01}\n")
    desk.imported("register.xlsx")
    assert "imports/register-contacts.yaml" not in desk.files()


def test_what_people_wrote_goes_first_and_is_shown(desk: Desk) -> None:
    desk.hand(
        "case.yaml",
        "auditor: 1\ncase: {id: c, as_of: 2024-01-01}\nknown: documented\nactivities: {paie: {retention: 9 ans}}\n",
    )
    hand = desk.files()["case.yaml"]
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    result = json.loads(desk.run("check", "case", "--format", "json").stdout)
    kept = next(line for line in result["activities"] if line["id"] == "paie")
    assert kept["retention"] == "9 ans"
    assert any(each["fact"] == "activities.paie.retention" for each in result["overrides"])
    assert desk.files()["case.yaml"] == hand


def test_what_the_record_declares_never_counts_as_known_as_people_know_it(desk: Desk) -> None:
    desk.hand(
        "case.yaml",
        "auditor: 1\ncase: {id: c, as_of: 2024-01-01}\nknown: documented\nactivities: {paie: {scale: small}}\n",
    )
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    from auditor.api.read import read
    from auditor.api.request import Request

    materials = read(Request(paths=(desk.case,)))
    fact = materials.fact("activities.paie.retention")
    assert (fact.value, fact.known) == ("5 ans", "declared")
    assert materials.case.activities["paie"].data == []
    assert materials.case.activities["paie"].title.fr == "Paie"


def test_an_edited_import_is_refused_by_checks_and_imports_alike(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    file = desk.case / "imports" / "register.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("5 ans", "7 ans"), encoding="utf-8")
    assert "imported, then edited" in desk.run("check", "case", code=2).stderr
    assert "imported, then edited" in desk.imported("register.csv", code=2).stderr
    assert b"7 ans" in file.read_bytes()


def test_a_file_that_no_import_made_is_never_overwritten(desk: Desk) -> None:
    desk.hand("case.yaml", "auditor: 1\ncase: {id: c, as_of: 2024-01-01}\n")
    (desk.case / "imports").mkdir()
    desk.hand("imports/register.yaml", "auditor: 1\npeople: {staff: {}}\n")
    desk.put("register.csv", text(TWO))
    assert "not made by an import" in desk.imported("register.csv", code=2).stderr


def test_a_number_of_the_record_keeps_its_id_under_another_title(desk: Desk) -> None:
    head = ["N°", *HEAD]
    desk.put("register.csv", text([head, ["P-1", *PAYROLL]]))
    desk.imported("register.csv")
    desk.put("register.csv", text([head, ["P-1", "Paie et primes", *PAYROLL[1:]]]))
    desk.imported("register.csv")
    assert list(desk.facts()["activities"]) == ["paie"]


def test_several_files_take_their_ids_from_their_names_and_share_organisations(desk: Desk) -> None:
    desk.put("a.csv", text(TWO[:2]))
    desk.put("b.csv", text([HEAD, ["Primes", *PAYROLL[1:]]]))
    desk.run("import", "a.csv", "b.csv", "--into", "case", "--write", code=0)
    assert desk.facts("a")["organisations"].keys() == desk.facts("b")["organisations"].keys()
    assert "one file" in desk.run("import", "a.csv", "b.csv", "--as", "x", "--into", "case", code=2).stderr
    before = desk.files()
    desk.run("import", "b.csv", "a.csv", "--into", "case", "--write", code=0)
    assert desk.files() == before


def test_the_errors_of_several_files_are_told_at_once_and_nothing_is_written(desk: Desk) -> None:
    desk.put("a.yaml", b"threagile_version: 1\ntitle: x\ntitle: y\n")
    desk.put("b.yaml", b"threagile_version: !!a 1\n")
    desk.put("c.csv", text(TWO))
    told = desk.run("import", "a.yaml", "c.csv", "b.yaml", "--into", "case", "--write", code=2).stderr
    assert "a.yaml:3" in told
    assert "b.yaml:1" in told
    assert not desk.case.exists()


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "empty.json: recognised (CycloneDX bill with services), but nothing to import; leave it out"),
        ("fr", "mais sans rien à importer\u202f; l'ôter pour importer les autres"),
    ],
)
def test_a_file_that_holds_nothing_is_named_beside_others(desk: Desk, lang: str, told: str) -> None:
    desk.put("register.csv", text(TWO))
    desk.put("empty.json", b'{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": []}')
    options = ("--into", "case", "--write", "--lang", lang)
    assert told in desk.run("import", "register.csv", "empty.json", *options, code=3).stderr
    assert not desk.case.exists()
    assert "import the others" not in desk.run("import", "empty.json", "--into", "case", code=3).stderr


def test_an_id_and_a_role_may_be_told(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv", "--as", "rh", "--role", "processor")
    assert desk.facts("rh")["imports"]["rh"]["keeper"] == "processor"
    assert "no id" in desk.run("import", "register.csv", "--as", "R H", "--into", "case", code=2).stderr


SAID = "auditor: 1\nimports: {register: {file: ../register.csv, %s}}\n"


def test_people_say_who_is_meant_and_what_is_left_out(desk: Desk) -> None:
    desk.hand(
        "case.yaml",
        "auditor: 1\ncase: {id: c, as_of: 2024-01-01}\norganisations: {payfoo: {name: Payfoo France SAS, country: FR}}\n",
    )
    desk.hand("imports.yaml", SAID % "same: {Payfoo SAS: payfoo}, leave_out: {Accès: not ours}")
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    tree = desk.facts()
    assert tree["activities"]["paie"]["processors"]["value"] == "payfoo"
    assert list(tree["activities"]) == ["paie"]
    assert "payfoo" not in tree["organisations"]


@pytest.mark.parametrize(
    "said",
    [
        "same: {Nobody: payfoo}",
        "leave_out: {Nothing: none}",
        "people: {Martians: x}",
        "labels: {Weather: purpose}",
    ],
)
def test_what_people_say_of_words_that_are_not_there_is_an_error(desk: Desk, said: str) -> None:
    desk.hand("case.yaml", "auditor: 1\ncase: {id: c, as_of: 2024-01-01}\n")
    desk.hand("imports.yaml", SAID % said)
    desk.put("register.csv", text(TWO))
    assert "nothing in the source is called so" in desk.imported("register.csv", code=2).stderr


@pytest.mark.parametrize("complete", [True, False])
def test_only_people_say_that_the_entries_of_a_record_are_whole(desk: Desk, complete: bool) -> None:
    desk.put("register.csv", text(TWO))
    desk.hand("case.yaml", "auditor: 1\ncase: {id: c, as_of: 2024-01-01}\n")
    desk.hand("imports.yaml", SAID % f"complete: {str(complete).lower()}")
    desk.imported("register.csv")
    assert [entry.get("recorded") for entry in desk.facts()["activities"].values()] == (
        ["true", "true"] if complete else [None, None]
    )
    result = json.loads(desk.run("check", "case", "--format", "json").stdout)
    established = {each["rule"] for each in result["findings"] if each["outcome"] == "established"}
    assert ("TRP-002" in established) == complete


ODD = [["Chantier", "Pourquoi", "Qui"], ["Paie", "Payer", "Salariés"]]


def test_people_say_which_field_a_heading_stands_for(desk: Desk) -> None:
    desk.put("register.csv", text(ODD))
    refused = desk.imported("register.csv", code=2).stderr
    assert "of no known format" in refused
    assert "imports.yaml" not in refused
    desk.hand("imports.yaml", SAID % "labels: {chantier: title, Pourquoi: purpose}")
    desk.imported("register.csv")
    activity = desk.facts()["activities"]["paie"]
    assert "Payer" in str(activity["purpose"])
    assert "people" not in activity


def test_a_record_with_few_known_headings_is_refused_with_how_to_say_the_others(desk: Desk) -> None:
    desk.put("register.csv", text([["Traitement", "Pourquoi"], ["Paie", "Payer"]]))
    refused = desk.run("import", "register", "register.csv", "--into", "case", code=2).stderr
    assert "labels: {Pourquoi: purpose}" in refused


def test_a_heading_is_ignored_and_a_field_that_is_none_is_refused_with_those_there_are(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.hand("case.yaml", "auditor: 1\ncase: {id: c, as_of: 2024-01-01}\n")
    desk.hand("imports.yaml", SAID % f"labels: {{{HEAD[1]}: ignore}}")
    desk.imported("register.csv")
    assert "purpose" not in desk.facts()["activities"]["paie"]
    desk.hand("imports.yaml", SAID % f"labels: {{{HEAD[1]}: purposs}}")
    refused = desk.imported("register.csv", code=2).stderr
    assert "no such field of a record: purposs" in refused
    assert "purpose" in refused.rpartition("purposs")[2]


def test_an_option_that_differs_from_what_people_say_is_an_error(desk: Desk) -> None:
    desk.hand("case.yaml", "auditor: 1\ncase: {id: c, as_of: 2024-01-01}\n")
    desk.hand("imports.yaml", SAID % "keeper: processor")
    desk.put("register.csv", text(TWO))
    assert (
        "imports.yaml says processor" in desk.imported("register.csv", "--role", "controller", code=2).stderr
    )


def test_a_pipeline_is_told_whether_an_import_would_change_anything(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    assert "nothing to check" in desk.run("import", "--into", "case", "--check", code=2).stderr
    desk.hand(
        "imports.yaml",
        "auditor: 1\nimports: {register: {file: ../register.csv}, away: {file: ../away.csv}}\n",
    )
    before = desk.files()
    assert "away.csv" in desk.run("import", "--into", "case", "--check", code=0).stdout
    desk.put("register.csv", text([*TWO, ["Total : 2"]]))
    assert "the facts did not" in desk.run("import", "--into", "case", "--check", code=0).stdout
    desk.put("register.csv", text(TWO[:2]))
    assert "activities.acces" in desk.run("import", "--into", "case", "--check", code=1).stdout
    assert desk.files() == before


def test_a_file_takes_the_id_under_which_imports_yaml_names_it(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.hand("imports.yaml", "auditor: 1\nimports: {rh: {file: ../register.csv, keeper: processor}}\n")
    desk.imported("register.csv")
    assert desk.facts("rh")["imports"]["rh"]["keeper"] == "processor"
    assert sorted(desk.files()) == ["case.yaml", "imports.yaml", "imports/rh.yaml"]
    assert desk.run("import", "--into", "case", "--check", code=0).stdout == ""


def test_a_file_that_imports_yaml_names_twice_needs_an_id(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.hand(
        "imports.yaml", "auditor: 1\nimports: {b: {file: ../register.csv}, a: {file: ../register.csv}}\n"
    )
    assert "register.csv several times: a, b" in desk.imported("register.csv", code=2).stderr
    desk.imported("register.csv", "--as", "b")
    assert desk.facts("b")["imports"].keys() == {"b"}


@pytest.mark.parametrize(("lang", "told"), [("en", "imports.yaml names no file"), ("fr", "n'en nomme pas")])
def test_a_pipeline_is_told_of_an_import_whose_file_nobody_names(desk: Desk, lang: str, told: str) -> None:
    desk.put("register.csv", text(TWO))
    desk.put("other.csv", text(TWO))
    desk.imported("register.csv")
    desk.hand("imports.yaml", "auditor: 1\nimports: {other: {file: ../other.csv}}\n")
    desk.imported("other.csv")
    shown = desk.run("import", "--into", "case", "--check", "--lang", lang, code=0).stdout
    assert told in shown
    assert shown.rstrip().endswith(": register")
    data = json.loads(desk.run("import", "--into", "case", "--check", "--format", "json", code=0).stdout)
    assert data["unnamed"] == ["register"]


def test_a_file_of_another_version_of_the_program_is_told_to_be_written_again(desk: Desk) -> None:
    from auditor.loading.importing.written import imported_file

    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    desk.hand("imports.yaml", "auditor: 1\nimports: {register: {file: ../register.csv}}\n")
    tree = desk.facts()
    tree["imports"]["register"]["version"] = "of a program before"
    kept = {name: part for name, part in tree.items() if isinstance(part, dict)}
    (desk.case / "imports" / "register.yaml").write_bytes(
        imported_file(kept, "register", "before", "declared")
    )
    told = desk.run("import", "--into", "case", "--check", code=2).stderr
    assert "another version of the program" in told
    desk.imported("register.csv")
    desk.run("import", "--into", "case", "--check", code=0)


def test_what_is_to_be_pasted_reads_the_document_alike(desk: Desk) -> None:
    hidden = workbook({"R": TWO, "Vieux": [HEAD, ["Archive", *PAYROLL[1:]]]}, hidden=["Vieux"])
    desk.put("register.xlsx", hidden)
    shown = desk.imported("register.xlsx", "--sheet", "Vieux", "--role", "processor").stdout
    assert list(desk.facts()["activities"]) == ["paie", "acces", "archive"]
    desk.hand("imports.yaml", textwrap.dedent(shown[shown.index("  auditor: 1") :]))
    desk.run("import", "--into", "case", "--check", code=0)
    assert "no file" not in desk.imported("register.xlsx").stdout
    assert (
        "called so: Nobody" in desk.imported("register.xlsx", "--as", "x", "--sheet", "Nobody", code=2).stderr
    )


def test_each_cell_is_counted_once(desk: Desk) -> None:
    desk.put(
        "register.xlsx",
        workbook(
            {
                "F": form("Cantine", "1", data=[["Données de localisation", "GPS", "", "", "un jour"]]),
                "R": TWO,
            }
        ),
    )
    record = desk.record("register.xlsx")
    parts = ("labels", "facts", "questions", "kept_words", "left_words")
    assert int(record["cells"]) == sum(int(record.get(part, 0)) for part in parts)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=40),
    column=st.integers(min_value=0, max_value=11),
)
def test_any_text_in_any_cell_is_read_counted_and_written_as_text(words: str, column: int) -> None:
    head, row = [*HEAD, "AIPD", "Mesures", "Conservation"], [*PAYROLL, "Non", "sauvegarde", "1 an"]
    row[column] = words
    read_counted_and_written([head, row, PAYROLL])


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(
        st.one_of(
            st.characters(exclude_characters="\0", exclude_categories=["Cs"]),
            st.sampled_from("\n:?;,'=-+@ aà5"),
        ),
        min_size=1,
        max_size=40,
    ),
    field=st.sampled_from(sorted(COLUMNS)),
)
def test_any_text_in_a_column_that_papers_write_is_read_counted_and_written_as_text(
    words: str, field: str
) -> None:
    head = [*HEAD[:2], OWN.fr, *(each.fr for each in COLUMNS.values())]
    row = [*PAYROLL[:2], "x", *(words if each == field else "" for each in COLUMNS)]
    read_counted_and_written([head, row])


def read_counted_and_written(rows: list[list[str]]) -> None:
    """Read rows as a record, hold that each cell is counted, and that the files it makes are a case."""
    from auditor.api.read import knowledge_base
    from auditor.loading.case.load import load_case
    from auditor.loading.importing.format import Asked, Document
    from auditor.loading.importing.formats.register import FORMAT
    from auditor.loading.importing.written import imported_file
    from auditor.model.imports import SaidOfSource

    knowledge = knowledge_base()
    document = Document(name="r.csv", data=text(rows, encoding="utf-8-sig"))
    asked = Asked(
        name="r", keeper="controller", said=SaidOfSource(), own={}, others={}, earlier={}, knowledge=knowledge
    )
    made = FORMAT.read(document, asked)
    record = made.tree["imports"]["r"]
    parts = ("labels", "facts", "questions", "kept_words", "left_words")
    assert int(record["cells"]) == sum(int(record.get(part, 0)) for part in parts)
    case = b"auditor: 1\ncase: {id: c, as_of: 2024-01-01}\n"
    files = [("case.yaml", case), ("r.yaml", imported_file(made.tree, "r", "made", "declared"))]
    if made.confidential:
        files.append(("s.yaml", imported_file(made.confidential, "r", "made", "declared", confidential=True)))
    load_case(files, knowledge)


@pytest.mark.parametrize(("lang", "told"), [("en", "Not imported yet"), ("fr", "Pas encore importé")])
def test_a_check_of_what_was_never_imported_names_the_command_that_imports_it(
    desk: Desk, lang: str, told: str
) -> None:
    desk.hand("case.yaml", "auditor: 1\ncase: {id: c, as_of: 2024-01-01}\n")
    (desk.folder / "of us").mkdir()
    (desk.folder / "of us" / "r.csv").write_bytes(text(TWO))
    desk.hand("imports.yaml", "auditor: 1\nimports: {rh: {file: ../of us/r.csv}}\n")
    shown = desk.run("import", "--into", "case", "--check", "--lang", lang, code=1).stdout
    assert told in shown
    command = shown.splitlines()[-1].strip()
    assert command == "auditor import 'of us/r.csv' --into case --as rh --write"
    desk.run(*shlex.split(command)[1:], code=0)
    assert desk.run("import", "--into", "case", "--check", code=0).stdout == ""


def test_a_check_of_what_changed_names_the_command_that_takes_it_over_and_one_line_for_each_entry(
    desk: Desk,
) -> None:
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    desk.hand("imports.yaml", "auditor: 1\nimports: {register: {file: ../register.csv}}\n")
    desk.put("register.csv", text(TWO[:2]))
    lines = desk.run("import", "--into", "case", "--check", code=1).stdout.splitlines()
    gone = [line for line in lines if "activities.acces" in line]
    assert len(gone) == 1
    assert "title: " in gone[0]
    command = next(line.strip() for line in lines if line.startswith("  auditor import"))
    desk.run(*shlex.split(command)[1:], code=0)
    assert desk.run("import", "--into", "case", "--check", code=0).stdout == ""


@pytest.mark.parametrize(
    ("lang", "told"), [("en", ("create", "add these lines")), ("fr", ("créer", "ajouter ces"))]
)
def test_the_lines_for_imports_yaml_say_where_they_go_and_are_ready(
    desk: Desk, lang: str, told: tuple[str, str]
) -> None:
    for name in ("one.csv", "two.csv"):
        desk.put(name, text(TWO))
    desk.hand("case.yaml", "auditor: 1\ncase: {id: c, as_of: 2024-01-01}\n")
    shown = desk.imported("one.csv", "--lang", lang).stdout
    assert f"{told[0]} case/imports.yaml" in shown
    desk.hand("imports.yaml", textwrap.dedent(shown[shown.index("  auditor: 1") :]))
    before = (desk.case / "imports.yaml").read_text(encoding="utf-8")
    shown = desk.imported("two.csv", "--lang", lang).stdout
    assert told[1] in shown
    assert "auditor: 1" not in shown.partition("case/imports.yaml")[2]
    lines = [line.removeprefix("  ") for line in shown.splitlines() if line.startswith("    ")][-2:]
    desk.hand("imports.yaml", before.rstrip() + "\n" + "\n".join(lines) + "\n")
    assert desk.run("import", "--into", "case", "--check", code=0).stdout == ""


def test_two_documents_of_one_command_give_their_lines_once(desk: Desk) -> None:
    for name in ("one.csv", "two.csv"):
        desk.put(name, text(TWO))
    shown = desk.run("import", "one.csv", "two.csv", "--into", "case", "--write", code=0).stdout
    assert shown.count("imports:\n") == 1
    desk.hand("imports.yaml", textwrap.dedent(shown[shown.index("  auditor: 1") :]))
    assert desk.run("import", "--into", "case", "--check", code=0).stdout == ""


def test_a_check_without_sources_says_where_their_lines_come_from(desk: Desk) -> None:
    desk.put("register.csv", text(TWO))
    desk.imported("register.csv")
    assert "auditor import FILE --into case" in desk.run("import", "--into", "case", "--check", code=2).stderr


@pytest.mark.parametrize(
    ("lang", "told"), [("en", "which is not in the case"), ("fr", "qui n'est pas dans le dossier")]
)
def test_what_people_say_and_is_not_in_the_case_is_told_once_each_where_they_say_it(
    desk: Desk, lang: str, told: str
) -> None:
    desk.hand("case.yaml", models.CASE)
    desk.put("model.yaml", models.THREAGILE.encode())
    desk.hand(
        "imports.yaml",
        "imports:\n  model:\n    file: ../model.yaml\n    for: bookings\n    people: {phone: nobody}\n    data: {member-file: [contakt, zz]}\n",
    )
    error = desk.imported("model.yaml", "--lang", lang, code=2).stderr
    places = re.findall(r"^case/imports.yaml:(\d+):", error, re.MULTILINE)
    assert places == ["4", "5", "6", "6"]
    assert error.count(told) == 4
    assert "booking" in error
    assert "contact" in error
    assert "imports/model.yaml" not in error


@pytest.mark.parametrize(
    "option", [("--for", "nope"), ("--by", "nope"), ("--site", "nope"), ("--people", "phone=nope")]
)
def test_an_option_that_names_nothing_of_the_case_is_told_as_such(
    desk: Desk, option: tuple[str, str]
) -> None:
    desk.hand("case.yaml", models.CASE)
    desk.put("model.yaml", models.THREAGILE.encode())
    error = desk.imported("model.yaml", *option, code=2).stderr
    assert f"{option[0]} names nope" in error


def test_a_category_of_the_case_may_be_said_of_a_data_word(desk: Desk) -> None:
    desk.hand("case.yaml", models.CASE + "data: {file: {title: File, is: contact}}\n")
    desk.put("model.yaml", models.THREAGILE.encode())
    desk.hand(
        "imports.yaml",
        "imports: {model: {file: ../model.yaml, data: {member-file: [file, personal], build: not-personal}}}\n",
    )
    desk.imported("model.yaml")
    assert desk.facts("model")["data"]["model-member-file"]["is"] == ["file", "personal"]

"""The record in the regulators' layout: nothing stated is missing, nothing unstated is invented, whatever the names."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import UsageRefused
from auditor.model.case.activities import Activity, Consent
from auditor.rendering.exports.book import LONGEST, Titles, fitted
from auditor.rendering.exports.dossier import Dossier
from tests.rendering.exports.papers import Pages, beside, block, pages, rows, written
from tests.rendering.exports.test_stated import LIBRARY

Judge = Callable[..., Dossier]
LANGS = ("fr", "en")
#: Every field of an activity, stated, with words that must be found in the paper.
FULL: dict[str, tuple[Any, str]] = {
    "title": ("Loans of books", "Loans of books"),
    "purpose": ("Lend books", "Lend books"),
    "people": ("reader", "Readers"),
    "data": (["identity", "religious-belief"], "identity"),
    "controller": (["library", "archive"], "Archive"),
    "joint": ("joint", "joint"),
    "duties_by_law": ("true", "yes"),
    "processors": (["printer"], "Printer"),
    "own_use": (["printer"], "Printer"),
    "recipients": (["bank"], "a bank"),
    "transfers": (["CA"], "Canada"),
    "legal_basis": ("public-task", "a public task"),
    "special_basis": ("9.2.g", "substantial public interest"),
    "consent": (
        {
            "by": "reader",
            "own": "true",
            "how": "opt-in",
            "bundled": "false",
            "refusal": "harder",
            "age": "15",
            "parental": "true",
        },
        "15",
    ),
    "scale": ("large", "large"),
    "retention": ("2 years", "2 years"),
    "measures": (["backup", "badges at the door"], "badges at the door"),
    "recorded": ("true", "yes"),
    "ref": ("L-1", "L-1"),
    "service": ("Front desk", "Front desk"),
    "software": ("Shelf 3", "Shelf 3"),
    "purposes": ({"count": {"title": "Count loans", "legal_basis": "consent"}}, "Count loans"),
    "legal_text": ("Act on libraries", "Act on libraries"),
    "interest": ("Keep the stock", "Keep the stock"),
    "interest_assessment": ("done", "done"),
    "declares_special": ("true", "Yes"),
    "retentions": ({"identity": {"active": "3 years", "archive": "7 years", "end": "erased"}}, "7 years"),
    "internal": (["Stacks"], "Stacks"),
    "tool": (["bcr"], "Binding corporate rules"),
    "locations": (["IS"], "Iceland"),
    "collected_from": (["public-source"], "public"),
    "automated_decision": ("false", "no"),
    "dpia_required": ("true", "yes"),
    "operations": (["Printing labels"], "Printing labels"),
    "rights": ({"access": "By e-mail to the desk", "erasure": "true"}, "By e-mail to the desk"),
    "derogation": ("c", "art. 49(1)(c)"),
    "regular": ("true", "yes"),
    "arranged_by": ("archive", "Archive"),
    "inquiry": ("false", "no"),
    "entry": ({"created": "2020-01-02", "updated": "2024-03", "version": "7b"}, "7b"),
    "needs": ({"printer": ["identity"]}, "identity"),
    "on_by_default": ("true", "yes"),
    "necessary": ("true", "yes"),
    "for_children": ("true", "yes"),
    "dpia": ("incomplete", "incomplete"),
    "informed": ("exempt", "exempt"),
    "core": ("true", "yes"),
    "monitoring": ("true", "yes"),
    "occasional": ("true", "yes"),
    "care": ("true", "yes"),
    "alone": ("true", "yes"),
    "sren_sensitive": ("true", "yes"),
    "sren_derogation": ("true", "yes"),
    "since": ("2019-01-01", "2019-01-01"),
    "until": ("2030-01-01", "2030-01-01"),
    "known": ("declared", "declared"),
    "source": ("record#p9", "record#p9"),
    "note": ("A remark on loans", "A remark on loans"),
}
#: Stated alone, as it makes the activity one of a processor's record.
OF_A_PROCESSOR = "clients"


def library(**loans: Any) -> dict[str, Any]:
    tree = deepcopy(LIBRARY)
    tree["activities"]["loans"] = loans
    return tree


def sheet(book: Pages) -> list[list[str]]:
    return list(book.values())[1]


def everything(book: Pages) -> str:
    return "\n".join(str(cell) for page in book.values() for row in page for cell in row)


def test_every_field_of_an_activity_has_a_case_here() -> None:
    assert {*FULL, OF_A_PROCESSOR} == {name.removesuffix("_") for name in Activity.__struct_fields__}
    assert {*FULL["consent"][0], "known", "source", "note"} == set(Consent.__struct_fields__)


@pytest.mark.parametrize("field", [name for name in FULL if name not in ("known", "people", "data")])
def test_a_field_that_is_stated_is_in_the_workbook_and_only_then(judge: Judge, field: str) -> None:
    least = {"people": "reader", "data": "identity"}
    value, told = FULL[field]
    without = pages(written(judge(library(**least)), "register", "xlsx", "en", blank=True))
    stated = pages(written(judge(library(**least, **{field: value})), "register", "xlsx", "en", blank=True))
    before, after = everything(without), everything(stated)
    assert after.count(told) > before.count(told)


@pytest.mark.parametrize(
    "field", [name for name in FULL if name not in ("known", "source", "people", "data", "recorded")]
)
def test_a_field_that_is_stated_is_in_the_row_of_its_activity(judge: Judge, field: str) -> None:
    least = {"people": "reader", "data": "identity"}
    value, told = FULL[field]
    if field == "declares_special":
        told = "Yes"
    before, after = (
        "\n".join(rows(judge(library(**least, **further)), "en", blank=True)[0].values())
        for further in ({}, {field: value})
    )
    assert after.casefold().count(told.casefold()) > before.casefold().count(told.casefold())


def test_the_columns_stand_in_the_order_of_the_layout(judge: Judge) -> None:
    made = judge(library(**{field: value for field, (value, _) in FULL.items()}))
    heads = list(rows(made, "en")[0])
    order = [
        "Department",
        "Purpose",
        "Categories of people",
        "Recipients",
        "Retention",
        "Legal basis",
        "DPIA required?",
    ]
    assert [heads.index(head) for head in order] == sorted(heads.index(head) for head in order)


@pytest.mark.parametrize("lang", LANGS)
def test_with_everything_stated_everything_is_told(judge: Judge, lang: str) -> None:
    made = judge(library(**{field: value for field, (value, _) in FULL.items()}))
    book = pages(written(made, "register", "xlsx", lang))
    if lang == "en":
        whole = everything(book)
        assert [told for _, told in FULL.values() if told not in whole] == []
    assert book == pages(written(made, "register", "ods", lang))


@pytest.mark.parametrize("lang", LANGS)
def test_with_nothing_stated_nothing_is_told(judge: Judge, lang: str) -> None:
    made = judge(library(people="reader", data="identity"))
    page = sheet(pages(written(made, "register", "xlsx", lang)))
    absent = "non déclaré" if lang == "fr" else "not declared"
    purpose = "Finalité principale" if lang == "fr" else "Purpose of processing"
    assert beside(page, purpose) == [absent]
    blank = sheet(pages(written(made, "register", "xlsx", lang, blank=True)))
    assert not [cell for row in blank for cell in row if cell == absent]


def test_declared_and_found_recipients_stand_apart(judge: Judge) -> None:
    tree = deepcopy(LIBRARY)
    tree["organisations"]["courier"] = {"name": "Courier", "country": "FR", "parent": "none"}
    tree["activities"]["loans"]["recipients"] = ["bank"]
    tree["flows"]["send"] = {"for": "loans", "from": "library", "to": "courier", "data": "identity"}
    page = sheet(pages(written(judge(tree), "register", "xlsx", "en")))
    declared = block(page, "Recipients")
    assert ["Processor", "Printer"] in declared
    assert ["Partner", "a bank"] in declared
    assert not [row for row in declared if "Courier" in row]
    (found,) = beside(page, "Found in the flows and not declared (derived)")
    assert found.startswith("Courier")
    assert "Printer" not in found


def test_contacts_of_controller_officer_and_representative_are_told_and_stay_out_of_the_result(
    judge: Judge,
) -> None:
    tree = deepcopy(LIBRARY)
    del tree["organisations"]["library"]["dpo"]
    tree["organisations"]["library"].update(
        contact={"person": "Ada Head", "address": "1 High St", "city": "Lyon", "email": "a@library.example"},
        dpo_contact={"person": "Ben Shield", "organisation": "printer", "phone": "0102030405"},
        representative_contact={"person": "Cleo Rep"},
    )
    made = judge(tree)
    for form in ("xlsx", "csv"):
        data = written(made, "register", form, "en")
        whole = everything(pages(data)) if form == "xlsx" else data.decode()
        assert "Ben Shield" in whole
    book = everything(pages(written(made, "register", "xlsx", "en")))
    assert {
        name for name in ("Ada Head", "1 High St", "Lyon", "Cleo Rep", "0102030405") if name not in book
    } == set()
    assert "Ben Shield" not in repr(made.result)


def test_data_that_a_recipient_needs_is_told_by_its_name(judge: Judge) -> None:
    tree = library(
        people="reader", data="identity", needs={"printer": ["contact", "national-id"], "archive": "none"}
    )
    page = sheet(pages(written(judge(tree), "register", "xlsx", "en")))
    told = {row[0].rpartition(" · ")[2]: row[1] for row in page if " · " in str(row[0])}
    assert told["Printer"] == "contact details, national identification number"
    assert told["Archive"] == "none"


def test_an_organisation_without_officer_says_so_as_it_is_stated(judge: Judge) -> None:
    tree = deepcopy(LIBRARY)
    tree["organisations"]["library"]["dpo"] = "none"
    page = sheet(pages(written(judge(tree), "register", "xlsx", "en")))
    assert beside(page, "Data protection officer") == ["none"]


def test_a_value_on_which_sources_differ_tells_each(judge: Judge) -> None:
    versions = [{"value": "contract", "source": "record"}, {"value": "consent", "source": "record"}]
    tree = library(people="reader", data="identity", legal_basis={"value": "unknown", "versions": versions})
    made = judge(tree)
    assert beside(sheet(pages(written(made, "register", "xlsx", "en"))), "Legal basis") == [
        "contract",
        "consent",
    ]
    (row,) = rows(made, "en")
    assert row["Legal basis"].splitlines() == ["contract", "consent"]


def test_what_is_missing_is_counted_and_asked(judge: Judge) -> None:
    book = pages(written(judge(library(people="reader", data="identity")), "register", "xlsx", "en"))
    listed = next(row for row in book["List of processing"] if row[0] == "loans")
    assert listed[9] == "7 fields not declared"
    asked = [row for row in book["To complete"][1:] if row[0] == "loans"]
    assert len(asked) == 7
    assert all(row[2].endswith("?") for row in asked)


def test_pages_have_names_that_workbooks_take(judge: Judge) -> None:
    tree = deepcopy(LIBRARY)
    base = tree["activities"].pop("loans")
    names = ["'quoted'", "a/b:c*[d]?\\", "x" * 200, "X" * 200, "history", "=1+1", "é"]
    for number, title in enumerate(names):
        tree["activities"][f"a{number}"] = {**base, "title": title}
    tree["flows"]["ask"]["for"] = "a0"
    data = written(judge(tree), "register", "xlsx", "en")
    book = openpyxl.load_workbook(BytesIO(data))
    assert all(len(name) <= 31 for name in book.sheetnames)
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)
    targets = {cell.hyperlink.location for row in book.worksheets[0] for cell in row if cell.hyperlink}
    assert len(targets) == len(names)
    packed = zipfile.ZipFile(BytesIO(data))
    for name in packed.namelist():
        assert b"<f>" not in packed.read(name)
        assert b"http" not in packed.read(name).replace(b"http://schemas", b"").replace(
            b"http://purl", b""
        ).replace(b"http://www.w3.org", b"")


@given(st.lists(st.text(max_size=40), max_size=8))
def test_no_two_pages_bear_the_same_name(wanted: list[str]) -> None:
    titles = Titles()
    found = [titles.free(each) for each in wanted]
    assert len({each.casefold() for each in found}) == len(found)
    for each in found:
        assert 0 < len(each) <= 31
        assert not set("[]:*?/\\") & set(each)
        assert not each.startswith("'")
        assert not each.endswith("'")


@given(st.text())
def test_a_cell_holds_nothing_unseen_and_is_no_longer_than_it_may_be(text: str) -> None:
    assert len(fitted(text * 3)) <= LONGEST
    assert all(sign.isprintable() or sign in "\n\u00a0\u202f" for sign in fitted(text))


def test_a_text_that_is_cut_says_so() -> None:
    assert fitted("x" * (LONGEST + 1)).endswith("[…]")
    assert fitted("x" * LONGEST) == "x" * LONGEST


def test_lists_to_choose_from_hold_no_annulled_framework(judge: Judge) -> None:
    book = openpyxl.load_workbook(BytesIO(written(judge(LIBRARY), "register", "xlsx", "fr")))
    listed = {str(cell.value) for row in book["_"].iter_rows() for cell in row if cell.value}
    assert book["_"].sheet_state == "hidden"
    assert "Clauses contractuelles types (CCT)" in listed
    assert "Sous-traitants" in listed
    assert "Canada" in listed
    assert not [
        word
        for word in listed
        if "shield" in word.lower() or ("adéquat" in word.lower() and "Pays" not in word)
    ]


def test_beyond_two_hundred_activities_the_list_and_the_rows_tell_them(judge: Judge) -> None:
    tree = deepcopy(LIBRARY)
    base = {"people": "reader", "data": "identity", "controller": "library", "purpose": "Lend"}
    tree["activities"] = {f"a{number:03}": base for number in range(201)}
    tree["flows"] = {}
    book = pages(written(judge(tree), "register", "xlsx", "en"))
    assert len(book) < 10
    assert len(book["One row per activity"]) == 202


# the record of a processor


def hosting(**further: Any) -> dict[str, Any]:
    tree = deepcopy(LIBRARY)
    tree["organisations"]["school"] = {
        "name": "School",
        "country": "FR",
        "contact": {"email": "s@school.example"},
    }
    tree["activities"]["hosting"] = {
        "title": "Hosting",
        "people": "reader",
        "data": "identity",
        "clients": ["school", "archive"],
        "operations": ["hosting", "backup of files"],
        "measures": ["backup"],
        "transfers": "none",
        **further,
    }
    return tree


@pytest.mark.parametrize("lang", LANGS)
def test_a_processor_has_a_row_for_each_client_of_each_service(judge: Judge, lang: str) -> None:
    found = rows(judge(hosting()), lang, "processor-register")
    assert [next(iter(row.values())) for row in found] == ["School", "Archive"]
    assert "s@school.example" in list(found[0].values())[1]
    assert "backup of files" in list(found[0].values())[5]


def test_clients_nobody_names_are_a_row_and_are_never_merged(judge: Judge) -> None:
    tree = hosting(clients="unknown")
    tree["activities"]["printing"] = {**tree["activities"]["hosting"], "title": "Printing"}
    found = rows(judge(tree), "en", "processor-register")
    assert [(row["Customer"], row["Name of processing"]) for row in found] == [
        ("not declared", "Hosting"),
        ("not declared", "Printing"),
    ]


def test_an_activity_of_another_that_names_it_a_processor_is_in_its_record(judge: Judge) -> None:
    found = rows(judge(LIBRARY), "en", "processor-register", of="printer")
    (row,) = found
    assert row["Customer"] == "Library"
    assert row["Written contract (date, document)"] == "processing"
    assert rows(judge(LIBRARY), "en", "processor-register", of="library") == []


def test_what_is_done_for_others_is_not_in_the_record_of_the_controller(judge: Judge) -> None:
    book = pages(written(judge(hosting()), "register", "xlsx", "en"))
    assert not [row for row in book["List of processing"] if row[0] == "Hosting"]
    assert "1 activity done on behalf of others" in everything({"": book["List of processing"]})


@pytest.mark.parametrize(
    ("paper", "how", "said"),
    [
        ("register", {"activities": ("loan",)}, "no such activity: loan"),
        ("processor-register", {"of": "nobody"}, "no such organisation: nobody"),
        ("register", {"of": "library"}, "--of means nothing to register"),
        ("recipients", {"blank": True}, "--blank means nothing to recipients"),
    ],
)
def test_an_option_that_means_nothing_is_refused(
    judge: Judge, paper: str, how: dict[str, Any], said: str
) -> None:
    with pytest.raises(UsageRefused, match=said):
        written(judge(LIBRARY), paper, "csv", "en", **how)

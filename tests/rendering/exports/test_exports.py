"""Papers for data protection officers: nothing invented, nothing that a spreadsheet or a rich text would run."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO, StringIO

import pytest
from msgspec.structs import replace

from auditor.api.assess import assess
from auditor.api.export import export
from auditor.errors import UsageRefused
from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.rendering.annex import transfer_starters
from auditor.rendering.exports.papers import PAPERS
from auditor.rendering.exports.spreadsheet import guarded
from tests.conftest import ROOT, Tree, materials

#: The questions of the CNIL's software, by its own numbers.
QUESTIONS = {
    *(111, 112, 113, 121, 122, 123, 211, 212, 213, 214, 215, 221, 222, 223, 224, 225, 226, 227),
    *(321, 322, 323, 324, 325, 326, 331, 332, 333, 334, 335, 336, 341, 342, 343, 344, 345, 346),
}
GAUGES = {325, 326, 335, 336, 345, 346}


def rows(result: Result, lang: str, paper: str = "register") -> list[dict[str, str]]:
    text = export(result, paper, "csv", lang).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";" if lang == "fr" else ","))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_register_has_a_row_per_activity_and_per_transfer(reference: Result, lang: str) -> None:
    found = rows(reference, lang)
    activities = [row for row in found if next(iter(row.values())) in ("activité", "activity")]
    assert len(activities) == len(reference.activities)
    assert len(found) - len(activities) == len(reference.transfers) > 0


def test_what_is_not_stated_is_said_not_to_be_declared(reference: Result) -> None:
    for row in rows(reference, "fr"):
        if row["Ligne"] == "activité":
            assert row["Délégué à la protection des données"] == "non déclaré"
            assert row["Base légale"] == "non déclaré"


def test_exposure_is_told_apart_from_transfers(reference: Result) -> None:
    (booking,) = [row for row in rows(reference, "en") if row["Reference"] == "booking"]
    exposure = next(value for head, value in booking.items() if "not a transfer" in head)
    assert "United States" in exposure
    assert booking["Recipients in third countries"].startswith("not known: ")


def test_the_transfer_assessment_has_a_row_per_exporter_and_importer(reference: Result) -> None:
    found = rows(reference, "en", "transfers")
    described = [row for row in found if not row["transfer"].startswith("not known")]
    assert len(described) == len({(line.exporter, line.importer) for line in reference.transfers}) > 0
    assert {row["Supplementary measures"] for row in found} == {"not declared"}
    (sheet,) = transfer_starters(reference, "en")
    assert [row.label for row in sheet.rows] == list(found[0])[1:]


def test_who_is_nowhere_known_is_no_pass(judge: Callable[..., Result], reference_tree: Tree) -> None:
    tree = deepcopy(reference_tree)
    tree["organisations"]["nowhere"] = {"name": "Nowhere SA", "country": "unknown", "known": "documented"}
    tree["hosts"]["coreye"]["operator"] = {"value": "nowhere", "known": "documented"}
    result = judge(tree)
    (booking,) = [
        row for row in rows(result, "en") if row["Reference"] == "booking" and row["Row"] == "activity"
    ]
    assert "not known: Nowhere SA, country not stated" in booking["Recipients in third countries"]
    assert "not known: Nowhere SA, owners not all stated" in next(
        v for k, v in booking.items() if "not a transfer" in k
    )
    assert any("Nowhere" in row["transfer"] for row in rows(result, "en", "transfers"))


@pytest.mark.parametrize(
    ("signed", "told"),
    [
        ("true", "· processing, with"),
        ("false", "no contract found"),
        ("unknown", "whether it is signed is not stated"),
    ],
)
def test_a_contract_is_told_as_far_as_it_is_signed(
    judge: Callable[..., Result], reference_tree: Tree, signed: str, told: str
) -> None:
    tree = deepcopy(reference_tree)
    tree["activities"]["booking"]["processors"] = ["aws-emea"]
    tree["activities"]["booking"]["controller"] = "practices"
    tree["agreements"] = [
        {"between": ["practices", "aws-emea"], "is": "processing", "signed": signed, "known": "documented"}
    ]
    result = judge(tree)
    (booking,) = [
        row for row in rows(result, "en") if row["Reference"] == "booking" and row["Row"] == "activity"
    ]
    line = next(
        line for line in booking["Contracts with processors"].splitlines() if line.startswith("Amazon")
    )
    assert told in line
    assert told in json.dumps(json.loads(export(result, "pia", "json", "en")), ensure_ascii=False)


def test_with_nothing_open_and_no_transfers_there_is_a_head_and_no_row() -> None:
    passing = assess(materials([ROOT / "flows" / "hospital-eu-only"]))
    assert rows(passing, "en", "transfers") == []
    assert "not known" not in export(passing, "register", "csv", "en").decode()


def test_what_cannot_be_seen_starts_no_formula() -> None:
    assert [guarded(cell) for cell in ("\t=1", "\r=1")] == ["'\t'=1", "'\r'=1"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_a_formula(reference: Result, cell: str) -> None:
    assert guarded(cell).startswith("'")
    names = {**reference.names, "activities.booking": Bilingual(cell, cell)}
    hostile = replace(reference, names=names)
    assert any(row["Name of the activity"] == f"'{cell}" for row in rows(hostile, "en"))
    book = zipfile.ZipFile(BytesIO(export(hostile, "register", "xlsx", "en")))
    assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_a_workbook_is_the_same_bytes_each_time(reference: Result) -> None:
    assert export(reference, "register", "xlsx", "fr") == export(reference, "register", "xlsx", "fr")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_impact_assessment_keeps_to_what_the_software_imports(reference: Result, lang: str) -> None:
    made = json.loads(export(reference, "pia", "json", lang))
    assert set(made) == {"pia", "answers", "measures", "evaluations", "comments"}
    assert made["pia"]["status"] == 0
    numbers = [answer["reference_to"] for answer in made["answers"]]
    assert len(set(numbers)) == len(numbers)
    assert set(numbers) <= QUESTIONS - GAUGES
    for answer in made["answers"]:
        assert set(answer["data"]) == {"text", "gauge", "list"}
        assert answer["data"]["gauge"] is None
    assert made["evaluations"] == []
    assert all(set(m) == {"title", "content", "placeholder"} for m in made["measures"])
    assert all(c["reference_to"] in QUESTIONS for c in made["comments"])
    established = [f.fingerprint for f in reference.findings if f.outcome == "established" and not f.joined]
    assert len(made["comments"]) == len(established)


def test_rich_text_is_escaped(reference: Result) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    names = {name: Bilingual(hostile, hostile) for name in reference.names}
    made = export(replace(reference, names=names), "pia", "json", "en").decode()
    assert "<img" not in made
    assert set(re.findall(r"<(/?\w+)", made)) <= {"ul", "/ul", "li", "/li", "p", "/p"}


def test_every_paper_has_a_format_and_no_other(reference: Result) -> None:
    for paper in PAPERS.names():
        for form in PAPERS.load(paper).writers:
            assert export(reference, paper, form, "fr")
    with pytest.raises(UsageRefused):
        export(reference, "pia", "csv", "en")

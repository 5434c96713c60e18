"""Papers for data protection officers: nothing invented, nothing that a spreadsheet or a rich text would run."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO

import pytest
from msgspec.structs import replace

from auditor.api.assess import assess
from auditor.api.export import dossier, export
from auditor.api.gate import Judged
from auditor.errors import UsageRefused
from auditor.model.bilingual import Bilingual
from auditor.rendering.annex import transfer_starters
from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.papers import PAPERS
from auditor.rendering.exports.spreadsheet import guarded
from tests.conftest import ROOT, Tree, materials
from tests.rendering.exports.papers import assessments, pages, rows, written


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_register_has_a_row_per_activity_and_per_transfer(reference: Dossier, lang: str) -> None:
    assert len(rows(reference, lang)) == len(reference.result.activities) > 0
    book = pages(written(reference, "register", "xlsx", lang))
    transfers = book["Transferts" if lang == "fr" else "Transfers"]
    assert len(transfers) - 1 == len(reference.result.transfers) > 0


def test_what_is_not_stated_is_said_not_to_be_declared(reference: Dossier) -> None:
    for row in rows(reference, "fr"):
        assert row["Délégué à la protection des données"] == "non déclaré"
        assert row["Base légale"] == "non déclaré"
    for row in rows(reference, "fr", blank=True):
        assert row["Délégué à la protection des données"] == row["Base légale"] == ""


def test_exposure_is_told_apart_from_transfers(reference: Dossier) -> None:
    (booking,) = [row for row in rows(reference, "en") if row["Reference"] == "booking"]
    exposure = next(value for head, value in booking.items() if "not a transfer" in head)
    assert "United States" in exposure
    assert booking["Recipients in third countries"].startswith("not known: ")


def test_the_transfer_assessment_has_a_row_per_exporter_and_importer(reference: Dossier) -> None:
    found = rows(reference, "en", "transfers")
    described = [row for row in found if not row["transfer"].startswith("not known")]
    assert len(described) == len({(line.exporter, line.importer) for line in reference.result.transfers}) > 0
    assert {row["Supplementary measures"] for row in found} == {"not declared"}
    (sheet,) = transfer_starters(reference.result, "en")
    assert [row.label for row in sheet.rows] == list(found[0])[1:]


def test_who_is_nowhere_known_is_no_pass(judge: Callable[..., Dossier], reference_tree: Tree) -> None:
    tree = deepcopy(reference_tree)
    tree["organisations"]["nowhere"] = {"name": "Nowhere SA", "country": "unknown", "known": "documented"}
    tree["hosts"]["coreye"]["operator"] = {"value": "nowhere", "known": "documented"}
    result = judge(tree)
    (booking,) = [row for row in rows(result, "en") if row["Reference"] == "booking"]
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
    judge: Callable[..., Dossier], reference_tree: Tree, signed: str, told: str
) -> None:
    tree = deepcopy(reference_tree)
    tree["activities"]["booking"]["processors"] = ["aws-emea"]
    tree["activities"]["booking"]["controller"] = "practices"
    tree["agreements"] = [
        {"between": ["practices", "aws-emea"], "is": "processing", "signed": signed, "known": "documented"}
    ]
    result = judge(tree)
    (booking,) = [row for row in rows(result, "en") if row["Reference"] == "booking"]
    line = next(
        line for line in booking["Contracts with processors"].splitlines() if line.startswith("Amazon")
    )
    assert told in line
    assert told.removeprefix("· ") in json.dumps(assessments(result, "en")["booking"], ensure_ascii=False)


def test_with_nothing_open_and_no_transfers_there_is_a_head_and_no_row() -> None:
    read = materials([ROOT / "flows" / "hospital-eu-only"])
    passing = dossier(Judged(read, assess(read)))
    assert rows(passing, "en", "transfers") == []
    assert "not known" not in written(passing, "register", "csv", "en").decode()


def test_what_cannot_be_seen_starts_no_formula() -> None:
    assert [guarded(cell) for cell in ("\t=1", "\r=1")] == ["'\t'=1", "'\r'=1"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_a_formula(reference: Dossier, cell: str) -> None:
    assert guarded(cell).startswith("'")
    names = {**reference.result.names, "activities.booking": Bilingual(cell, cell)}
    hostile = replace(reference, result=replace(reference.result, names=names))
    assert any(row["Name of the activity"] == f"'{cell}" for row in rows(hostile, "en"))
    for form in ("xlsx", "ods"):
        book = zipfile.ZipFile(BytesIO(written(hostile, "register", form, "en")))
        for name in book.namelist():
            assert b"<f>" not in book.read(name)
            assert b"table:formula" not in book.read(name)


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_workbook_is_the_same_bytes_each_time(reference: Dossier, form: str) -> None:
    assert written(reference, "register", form, "fr") == written(reference, "register", form, "fr")


def test_every_paper_has_a_format_and_no_other(reference: Dossier) -> None:
    for paper in PAPERS.names():
        for form in PAPERS.load(paper).writers:
            assert export(reference, paper, form, How(lang="fr"))
    with pytest.raises(UsageRefused):
        export(reference, "pia", "csv", How())

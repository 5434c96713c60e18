"""Vendor sheets and transfer assessments: contracts point by point, what people must judge left to them with a question."""

from __future__ import annotations

import builtins
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any, get_args

import docx
import pytest

from auditor.errors import Refused, UsageRefused
from auditor.model.case.agreements import MANDATORY, Point
from auditor.rendering.exports.dossier import Dossier
from auditor.text.vocabulary.points import POINTS
from tests.rendering.exports.papers import Pages, pages, rows, written

Judge = Callable[..., Dossier]
LANGS = ("fr", "en")
CLINIC: dict[str, Any] = {
    "auditor": "1",
    "known": "documented",
    "source": "contract",
    "case": {
        "id": "clinic",
        "as_of": "2026-02-01",
        "about": "clinic",
        "policies": ["gdpr", "transfers", "roles"],
    },
    "sources": {"contract": {"kind": "contract", "title": "Contract"}},
    "people": {"patient": {"title": "Patients"}},
    "organisations": {
        "clinic": {"name": "Clinic SAS", "country": "FR", "parent": "none"},
        "lab": {
            "name": "Lab & <Co>",
            "country": "IN",
            "parent": "none",
            "contact": {"email": "x@lab.example"},
        },
    },
    "activities": {
        "care": {
            "title": "Care",
            "people": "patient",
            "data": ["health"],
            "controller": "clinic",
            "processors": "lab",
            "recipients": "none",
        }
    },
    "flows": {
        "send": {"for": "care", "from": "patient", "to": "clinic", "data": "health"},
        "pass": {"for": "care", "from": "clinic", "to": "lab", "data": "health", "frequency": "continuous"},
    },
    "agreements": [
        {
            "between": ["clinic", "lab"],
            "is": "processing",
            "document": "contract.pdf, p. 3",
            "since": "2025-01-02",
            "points": {
                "security": {"value": "true", "source": "contract#p4"},
                "end": "unknown",
                "guarantees": "not-produced",
            },
        },
        {
            "between": ["clinic", "lab"],
            "is": "scc",
            "module": "two",
            "assessment": "done",
            "finds": "problematic",
        },
    ],
}


def with_points(points: dict[str, Any], **further: Any) -> dict[str, Any]:
    tree = deepcopy(CLINIC)
    tree["agreements"][0].update(points=points, **further)
    return tree


def points_of(book: Pages) -> dict[str, list[str]]:
    return {row[2]: row[3:] for row in list(book.values())[1][1:]}


@pytest.mark.parametrize("lang", LANGS)
def test_every_point_of_article_28_has_its_answer_its_source_or_a_question(judge: Judge, lang: str) -> None:
    found = points_of(pages(written(judge(CLINIC), "vendors", "xlsx", lang)))
    names = {word: getattr(said.name, lang) for word, said in POINTS.items()}
    assert set(POINTS) == set(get_args(Point))
    assert set(names.values()) <= set(found)
    yes, unknown, withheld = (
        ("oui", "inconnu", "non produit") if lang == "fr" else ("yes", "unknown", "not produced")
    )
    assert found[names["security"]] == [yes, "contract#p4", ""]
    assert found[names["guarantees"]][0] == withheld
    for word in set(get_args(Point)) - {"security", "guarantees"}:
        answer, _, question = found[names[word]]
        assert answer == unknown
        assert question.rstrip().endswith("?")
        assert "{" not in question


def test_a_vendor_is_told_with_what_is_known_of_it(judge: Judge) -> None:
    (row,) = rows(judge(CLINIC), "en", "vendors")
    assert row["Processor"] == "Lab & <Co>"
    assert row["Country (law)"] == "India"
    assert row["Contact"] == "x@lab.example"
    assert row["Activities"] == "Care"
    assert row["Since"] == "2025-01-02"
    assert row["Document"] == "contract.pdf, p. 3"
    assert row["Certificates"] == "not declared"
    (blank,) = rows(judge(CLINIC), "en", "vendors", blank=True)
    assert blank["Certificates"] == ""


@pytest.mark.parametrize("paper", ["vendors", "tia", "actions"])
def test_no_person_is_named_outside_the_record_and_the_impact_assessment(judge: Judge, paper: str) -> None:
    tree = deepcopy(CLINIC)
    tree["organisations"]["lab"]["contact"].update(person="Ada Head", note="ask Ada Head")
    tree["organisations"]["lab"]["dpo_contact"] = {"person": "Ben Shield"}
    book = pages(written(judge(tree), paper, "xlsx", "en"))
    assert not [
        cell for page in book.values() for row in page for cell in row if "Ada" in cell or "Ben" in cell
    ]


def test_a_processor_that_only_flows_show_is_told_as_found(judge: Judge) -> None:
    tree = deepcopy(CLINIC)
    del tree["activities"]["care"]["processors"]
    tree["hosts"] = {"store": {"operator": "lab", "location": "IN"}}
    tree["flows"]["pass"]["to"] = "store"
    tree["agreements"] = [{"between": ["clinic", "lab"], "is": "hosting"}]
    told = {row["Processor"]: row["Declared?"] for row in rows(judge(tree), "en", "vendors")}
    assert told.get("Lab & <Co>") == "found in the flows"


ALL = dict.fromkeys(MANDATORY, "true")


@pytest.mark.parametrize(
    ("points", "broken"),
    [({}, False), (ALL, False), ({**ALL, "audits": "false"}, True), ({"audits": "unknown"}, False)],
)
def test_a_contract_that_lacks_a_point_is_none_in_the_sense_of_article_28(
    judge: Judge, points: dict[str, Any], broken: bool
) -> None:
    unsigned = established(judge(with_points({}, signed="false"))) - established(judge(with_points({})))
    assert unsigned
    assert bool(unsigned & established(judge(with_points(points)))) is broken


def established(made: Dossier) -> set[str]:
    return {finding.rule for finding in made.result.findings if finding.outcome == "established"}


@pytest.mark.parametrize(
    ("points", "complete"), [({"audits": "false"}, "true"), (ALL, "false")], ids=["one-lacks", "none-lacks"]
)
def test_a_contract_said_to_be_complete_while_its_points_say_otherwise_is_refused(
    judge: Judge, points: dict[str, Any], complete: str
) -> None:
    with pytest.raises(Refused, match="its points say the reverse"):
        judge(with_points(points, complete=complete))


def test_an_unknown_point_is_refused_with_those_there_are(judge: Judge) -> None:
    with pytest.raises(Refused):
        judge(with_points({"secrecy": "true"}))


@pytest.mark.parametrize("lang", LANGS)
def test_an_assessment_has_its_six_steps_and_asks_what_people_must_judge(judge: Judge, lang: str) -> None:
    book = pages(written(judge(CLINIC), "tia", "xlsx", lang))
    (page,) = list(book.values())[1:]
    steps = list(dict.fromkeys(row[0][:1] for row in page[1:]))
    assert steps[1:7] == ["1", "2", "3", "4", "5", "6"]
    asked = [row for row in page[1:] if row[3]]
    assert len(asked) == 10
    assert all(not row[2] for row in asked)
    told = "\n".join(row[2] for row in page)
    for words in (
        "Lab & <Co>",
        "continue" if lang == "fr" else "continuous",
        "x@lab.example",
        "contract.pdf, p. 3",
    ):
        assert words in told
    assert "problématique" in told or "problematic" in told


def test_exposure_is_said_not_to_be_a_transfer_and_no_transfer_makes_no_assessment(judge: Judge) -> None:
    tree = deepcopy(CLINIC)
    tree["organisations"]["lab"]["country"] = "FR"
    assert len(pages(written(judge(tree), "tia", "xlsx", "en"))) == 1


@pytest.mark.parametrize("paper", ["vendors", "tia"])
@pytest.mark.parametrize("lang", LANGS)
def test_a_document_holds_the_same_words_and_is_the_same_bytes_each_time(
    judge: Judge, paper: str, lang: str
) -> None:
    made = judge(CLINIC)
    data = written(made, paper, "docx", lang)
    assert data == written(made, paper, "docx", lang)
    read = docx.Document(BytesIO(data))
    told = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    assert any("Lab & <Co>" in text for text in (*told, *(p.text for p in read.paragraphs)))
    packed = zipfile.ZipFile(BytesIO(data))
    assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not re.search(rb"20[2-9]\d-\d\d-\d\dT", packed.read("docProps/core.xml"))


def test_control_characters_do_not_stop_a_document(judge: Judge) -> None:
    from msgspec.structs import replace

    made = judge(CLINIC)
    organisation = replace(made.case.organisations["lab"], title="La\x07b\x1b[31m")
    case = replace(made.case, organisations={**made.case.organisations, "lab": organisation})
    odd = replace(made, case=case)
    for form in ("docx", "xlsx", "ods"):
        assert written(odd, "vendors", form, "en")


def test_without_the_library_a_document_is_refused_with_what_to_install(
    judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = judge(CLINIC)
    real = builtins.__import__

    def without(name: str, *arguments: Any, **named: Any) -> Any:
        if name == "docx":
            raise ImportError(name)
        return real(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageRefused, match="python-docx") as refused:
        written(made, "tia", "docx", "en")
    assert "dataflow-auditor[docx]" in str(refused.value.hint)

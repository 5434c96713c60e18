"""What to do, as a sheet: every action once, in order, with what it is for, and two columns left to its reader."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any

import pytest

from auditor.api.export import export
from auditor.model.result.document import Result
from auditor.rendering.grades import question_numbers
from auditor.rendering.telling.letters import lettered
from auditor.rendering.words import pick
from auditor.text.telling import URGENCY
from tests.rendering.conftest import hostile_tree

FORMULAS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\uff1d1")


def rows(result: Result, lang: str) -> list[dict[str, str]]:
    text = export(result, "actions", "csv", lang).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";" if lang == "fr" else ","))


def test_every_action_of_the_case_is_in_the_sheet_once(reference: Result) -> None:
    told = [
        f
        for f in reference.findings
        if f.action is not None and (f.outcome == "established" or f.live) and not f.joined
    ]
    found = rows(reference, "en")
    named = [identity for row in found for identity in row["Identifiers"].split(", ")]
    assert len(named) == len(set(named))
    assert {f"F-{finding.fingerprint}" for finding in told} <= set(named)
    assert len({(row["What"], row["Who can do it"]) for row in found}) == len(found)


def test_the_most_urgent_comes_first(reference: Result) -> None:
    order = [row["When"] for row in rows(reference, "en")]
    assert order == sorted(order, key=["First", "Next", "Then"].index)
    french = [pick(text, "fr") for text in URGENCY.values()]
    assert {row["Quand"] for row in rows(reference, "fr")} <= set(french)


def test_letters_and_questions_are_those_of_the_report(reference: Result) -> None:
    letters = {group.letter for group in lettered(reference)}
    numbers = {f"Q{number}" for number in question_numbers(reference).values()}
    for row in rows(reference, "en"):
        assert set(filter(None, row["Findings"].split(", "))) <= letters
        assert set(filter(None, row["Questions"].split(", "))) <= numbers
    assert rows(reference, "en")[0]["Findings"] == "A"


@pytest.mark.parametrize(
    ("lang", "to_do", "to_ask"), [("fr", "à faire", "à demander d'abord"), ("en", "to do", "to ask first")]
)
def test_due_is_left_to_the_reader_and_what_is_only_open_is_to_be_asked_first(
    reference: Result, lang: str, to_do: str, to_ask: str
) -> None:
    for row in rows(reference, lang):
        *_, due, status = row.values()
        letters = row["Points" if lang == "fr" else "Findings"]
        assert (due, status) == ("", to_do if letters else to_ask)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_name_becomes_a_formula(judge: Callable[..., Result], lang: str) -> None:
    tree: dict[str, Any] = hostile_tree()
    for text, organisation in zip(FORMULAS, list(tree["organisations"]), strict=False):
        tree["organisations"][organisation]["title"] = text
    result = judge(tree)
    cells = [cell for row in rows(result, lang) for cell in row.values()]
    assert cells
    assert not [
        cell
        for cell in cells
        if cell.lstrip("\"' ").startswith(("=", "+", "@", "\uff1d")) and not cell.startswith("'")
    ]
    book = zipfile.ZipFile(BytesIO(export(result, "actions", "xlsx", lang)))
    assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    assert export(result, "actions", "xlsx", lang) == export(result, "actions", "xlsx", lang)

"""The starter case: the same facts in either language, words of that language alone, and passing its own check."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from auditor.api.starter import files
from auditor.loading.files.document import read
from auditor.model.vocabulary import KNOWN_ORDER
from tests.running import run_here
from tests.text.languages import ENGLISH, FRENCH

#: Words of the format, which are the same in every language.
FORMAT = re.compile(
    rf"\b(?:{'|'.join(KNOWN_ORDER)}|unknown|parent: none|auditor check|yaml-language-server)\b"
)
OWN = {"fr": "Ma société", "en": "My company"}


def tree(lang: str) -> Any:
    return read("case.yaml", files(lang)["case.yaml"]).value


def texts(value: Any, out: list[str]) -> Any:
    """A tree without the names in it, which are put into `out`."""
    if isinstance(value, dict):
        out.extend(str(part) for key, part in value.items() if key == "name")
        return {key: texts(part, out) for key, part in value.items() if key != "name"}
    return [texts(item, out) for item in value] if isinstance(value, list) else value


def test_both_languages_state_the_same_facts() -> None:
    french: list[str] = []
    english: list[str] = []
    assert texts(tree("fr"), french) == texts(tree("en"), english)
    assert len(french) == len(english) == len(set(french) | set(english)) / 2


@pytest.mark.parametrize(("lang", "foreign"), [("fr", ENGLISH), ("en", FRENCH)])
def test_comments_and_names_are_of_one_language(lang: str, foreign: re.Pattern[str]) -> None:
    made = files(lang)["case.yaml"].decode()
    comments = [line.partition("# ")[2] for line in made.splitlines() if "# " in line]
    assert len(comments) > len(OWN)
    for comment in comments:
        assert not foreign.search(FORMAT.sub("", comment)), comment
    assert OWN[lang] in made
    assert not any(name in made for other, name in OWN.items() if other != lang)
    assert "$company" not in made


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_starter_passes_its_own_check(
    tmp_path: Path, lang: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "case"
    assert run_here(capfd, "init", str(folder), "--lang", lang).returncode == 0
    checked = run_here(capfd, "check", str(folder), "--lang", lang, "--fail-on", "low")
    assert checked.returncode == 0, checked.stdout


def filled(workbook: Path, lang: str) -> None:
    """Fill in the starter workbook as its example shows, and save it."""
    book = openpyxl.load_workbook(workbook)
    page = book.worksheets[0]
    head = next(row[0].row for row in page if row[1].value in ("N° / RÉF", "Reference"))
    for cell in page[head + 1]:
        page.cell(head + 2, cell.column, cell.value)
    page.cell(head + 2, 1, "Paie" if lang == "fr" else "Payroll")
    page.cell(1, 2, "Town of Test")
    suppliers = book.worksheets[1]
    suppliers.cell(3, 1, "Payeur SAS")
    suppliers.cell(3, 2, suppliers.cell(2, 2).value)
    book.save(workbook)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_workbook_filled_in_begins_a_case(
    tmp_path: Path, lang: str, capfd: pytest.CaptureFixture[str]
) -> None:
    workbook, case = tmp_path / "record.xlsx", tmp_path / "case"
    made = run_here(capfd, "init", "--workbook", str(workbook), "--lang", lang)
    assert made.returncode == 0
    assert f"auditor init --from {workbook.as_posix()}" in made.stdout
    filled(workbook, lang)
    begun = run_here(capfd, "init", "--from", str(workbook), str(case), "--lang", lang)
    assert begun.returncode == 0, begun.stderr
    assert f"auditor check {case.as_posix()}" in begun.stdout
    facts = read("x", (case / "imports" / "record.yaml").read_bytes()).value
    (activity,) = facts["activities"].values()
    assert activity["legal_basis"]["value"] == "legal-obligation"
    assert activity["data"] == ["identity", "contact", "financial", "national-id"]
    assert activity["measures"]["value"] == ["access-control", "backup"]
    assert activity["controller"]["value"] == "town-of-test"
    (agreement,) = facts["agreements"]
    assert agreement["between"] == ["town-of-test", "payeur-sas"]
    assert {"case.yaml", "case.schema.json"} <= {file.name for file in case.iterdir()}
    assert run_here(capfd, "check", str(case), "--fail-on", "never").returncode == 0


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_workbook_left_as_it_was_holds_nothing(
    tmp_path: Path, lang: str, capfd: pytest.CaptureFixture[str]
) -> None:
    workbook = tmp_path / "record.xlsx"
    run_here(capfd, "init", "--workbook", str(workbook), "--lang", lang)
    done = run_here(capfd, "init", "--from", str(workbook), str(tmp_path / "case"))
    assert done.returncode not in (0, 1)
    assert not (tmp_path / "case").exists()


def test_the_workbook_is_the_same_bytes_each_time_and_has_lists_to_choose_from(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    for path in (one, other):
        run_here(capfd, "init", "--workbook", str(path), "--lang", "fr")
    assert one.read_bytes() == other.read_bytes()
    page = openpyxl.load_workbook(one).worksheets[0]
    assert len(page.data_validations.dataValidation) == 5


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("init",), "no folder is named"),
        (("init", "--workbook", "there.xlsx"), "exists already"),
        (("init", "--workbook", "new.xlsx", "case"), "and nothing else"),
        (("init", "--from", "there.xlsx", "full"), "exists already"),
    ],
)
def test_what_init_cannot_begin_is_refused(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "there.xlsx").write_bytes(b"x")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("x", encoding="utf-8")
    done = run_here(capfd, *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr

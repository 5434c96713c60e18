"""The log of the record tells what an earlier state of the case said otherwise: a folder, or a revision of git."""

from __future__ import annotations

import csv
import subprocess
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from tests.answers.forms import CLINIC, clinic
from tests.answers.test_commands import run

LATER = (
    CLINIC.replace("as_of: 2026-01-01", "as_of: 2026-06-01")
    .replace("retention: unknown", "retention: {value: 5 years, source: file}")
    .replace("    data: health\n    controller", "    data: [health, contact]\n    controller")
    .replace(
        "\nhosts:",
        "\n  news: {title: News, purpose: write, people: patients, data: contact, controller: clinic}\nhosts:",
    )
)


def log(folder: Path, *options: str, lang: str = "en") -> list[list[str]]:
    done = run(
        folder,
        "export",
        "register",
        "clinic",
        "--format",
        "xlsx",
        "--lang",
        lang,
        "--out",
        "r.xlsx",
        *options,
    )
    assert (done.returncode, done.stderr) == (0, "")
    book = openpyxl.load_workbook(BytesIO((folder / "r.xlsx").read_bytes()))
    titles = ("Update log", "Journal des mises à jour")
    page = next((sheet for sheet in book if sheet.title in titles), None)
    return (
        [] if page is None else [[str(cell.value or "") for cell in row] for row in page.iter_rows(min_row=2)]
    )


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "en",
            {
                (
                    "between 1 January 2026 and 1 June 2026",
                    "booking of appointments",
                    "is kept for this period: 5 years",
                ),
                ("between 1 January 2026 and 1 June 2026", "News", 'the case describes the activity "News"'),
            },
        ),
        ("fr", {("entre le 01/01/2026 et le 01/06/2026", "News", "le dossier décrit l'activité")}),
    ],
)
def test_the_log_tells_each_fact_that_changed_dated_by_both_states(
    tmp_path: Path, lang: str, told: set[tuple[str, str, str]]
) -> None:
    (tmp_path / "old").mkdir()
    clinic(tmp_path / "old")
    clinic(tmp_path, LATER)
    found = log(tmp_path, "--since", "old/clinic", lang=lang)
    assert log(tmp_path, lang=lang) == []
    for dated, sheet, what in told:
        assert any(row[0] == dated and row[1] == sheet and what in row[2] for row in found), (what, found)
    said = "\n".join(row[2] for row in found)
    assert "5 years" in said
    assert "News" in said
    assert "source" not in said


def test_a_revision_of_git_is_an_earlier_state(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    for command in (
        ("init", "-q"),
        ("add", "clinic"),
        ("-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "x"),
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    (case / "case.yaml").write_text(LATER, encoding="utf-8")
    assert any("5 years" in row[2] for row in log(tmp_path, "--since", "HEAD"))


def test_what_only_another_source_says_is_no_change(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    clinic(tmp_path / "old")
    clinic(
        tmp_path,
        CLINIC.replace("title: File", "title: The same file").replace(
            "purpose: booking", "purpose: {value: booking, source: file}"
        ),
    )
    assert log(tmp_path, "--since", "old/clinic") == []


def test_an_earlier_state_is_of_the_record_alone_and_must_be_there(tmp_path: Path) -> None:
    clinic(tmp_path)
    assert run(tmp_path, "export", "vendors", "clinic", "--since", "clinic").returncode == 2
    assert run(tmp_path, "export", "register", "clinic", "--since", "nowhere").returncode == 2
    done = run(tmp_path, "export", "register", "clinic", "--since", "clinic")
    assert done.returncode == 0
    assert len(list(csv.reader(done.stdout.splitlines()))) > 1

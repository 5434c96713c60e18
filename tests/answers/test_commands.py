"""`auditor ask --as` and `auditor answers` as they are typed: files, exit codes, both languages, any seed and any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.answers.forms import clinic, facts, filled, sent_to, workbook
from tests.conftest import ROOT
from tests.importing.making import ods

ENCRYPTED = {"hosts.server.at_rest": {"values": ["encrypted"]}}
BY = ("--by", "Jane Doe, DPO", "--on", "2026-03-09")


def run(folder: Path, *arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": f"UTC+{seed}"}
    environment.pop("AUDITOR_LANG", None)
    return subprocess.run(
        [sys.executable, "-m", "auditor", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def as_ods(data: bytes) -> bytes:
    """The sheets of a workbook as an OpenDocument one, as another program saves it."""
    from xml.sax.saxutils import escape

    tables = ""
    for sheet in openpyxl.load_workbook(BytesIO(data)).worksheets:
        rows = "".join(
            "<table:table-row>"
            + "".join(
                "<table:table-cell/>"
                if cell.value is None
                else f'<table:table-cell office:value-type="string"><text:p>{escape(str(cell.value))}</text:p></table:table-cell>'
                for cell in row
            )
            + "</table:table-row>"
            for row in sheet.iter_rows()
        )
        tables += f'<table:table table:name="{escape(sheet.title)}">{rows}</table:table>'
    return ods(tables)


@pytest.mark.parametrize("kind", ["xlsx", "html", "text", "reply-skeleton"])
def test_any_seed_and_any_folder_give_the_same_forms(tmp_path: Path, kind: str) -> None:
    made = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        clinic(folder)
        asked = run(
            folder, "ask", "clinic", "--as", kind, "--out", "forms", "--number", "2026-03", "--all", seed=seed
        )
        assert (asked.returncode, asked.stderr) == (0, "")
        made.append({file.name: file.read_bytes() for file in (folder / "forms").iterdir()})
    assert made[0] == made[1]
    assert len(made[0]) == 3


def test_a_reply_saved_as_opendocument_is_read(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    data = filled(workbook(sent_to(case, "cloud"), "fr"), {"hosts.server.at_rest": {"values": ["chiffré"]}})
    (tmp_path / "back.ods").write_bytes(as_ods(data))
    done = run(tmp_path, "answers", "back.ods", "--case", "clinic", *BY, "--format", "json")
    assert done.returncode == 0, done.stderr
    [reply] = json.loads(done.stdout)
    assert reply["counts"]["answered"] == 1
    assert facts(case).fact("hosts.server.at_rest").value == "encrypted"


@pytest.mark.parametrize(("lang", "words"), [("en", "answered: 1"), ("fr", "répondu : 1")])
def test_what_became_of_each_question_is_told_in_either_language(
    tmp_path: Path, lang: str, words: str
) -> None:
    case = clinic(tmp_path)
    (tmp_path / "back.xlsx").write_bytes(filled(workbook(sent_to(case, "cloud")), ENCRYPTED))
    done = run(tmp_path, "answers", "back.xlsx", "--case", "clinic", *BY, "--lang", lang)
    assert done.returncode == 0
    assert words in done.stdout.replace("\u202f", " ").replace("\u00a0", " ")
    assert "answers-form-2026-03-cloud.yaml" in done.stdout


def test_strict_fails_where_something_was_not_taken(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    (tmp_path / "back.xlsx").write_bytes(filled(workbook(sent_to(case, "cloud")), ENCRYPTED))
    text = (case / "case.yaml").read_text().replace("at_rest: unknown", "at_rest: plain")
    (case / "case.yaml").write_text(text)
    arguments = ("answers", "back.xlsx", "--case", "clinic", *BY, "--out", "aside")
    assert run(tmp_path, *arguments).returncode == 0
    assert run(tmp_path, *arguments, "--strict").returncode == 1
    assert run(tmp_path, *arguments, "--strict", "--take-stale").returncode == 0


def test_a_folder_elsewhere_leaves_the_case_as_it_was(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    (tmp_path / "back.xlsx").write_bytes(filled(workbook(sent_to(case, "cloud")), ENCRYPTED))
    assert run(tmp_path, "answers", "back.xlsx", "--case", "clinic", *BY, "--out", "aside").returncode == 0
    assert [file.name for file in case.iterdir()] == ["case.yaml"]
    assert len(list((tmp_path / "aside").iterdir())) == 2
    assert run(tmp_path, "answers", "back.xlsx", "--case", "clinic", *BY, "--into", "aside").returncode == 2
    assert (
        run(tmp_path, "answers", "back.xlsx", "--case", "clinic", *BY, "--into", "clinic/in").returncode == 0
    )
    assert len(list((case / "in").iterdir())) == 2


def test_another_reply_to_the_form_is_not_written_over_in_a_folder_elsewhere(tmp_path: Path) -> None:
    case = clinic(tmp_path)
    data = workbook(sent_to(case, "cloud"))
    arguments = ("answers", "back.xlsx", "--case", "clinic", *BY, "--out", "aside")
    (tmp_path / "back.xlsx").write_bytes(filled(data, ENCRYPTED))
    assert run(tmp_path, *arguments).returncode == 0
    assert run(tmp_path, *arguments).returncode == 0
    before = {file.name: file.read_bytes() for file in (tmp_path / "aside").iterdir()}
    (tmp_path / "back.xlsx").write_bytes(filled(data, {"hosts.server.at_rest": {"values": ["plain"]}}))
    assert run(tmp_path, *arguments).returncode == 2
    assert {file.name: file.read_bytes() for file in (tmp_path / "aside").iterdir()} == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("answers",),
        ("answers", "--case", "clinic"),
        ("answers", "back.xlsx", "--case", "clinic"),
        ("answers", "back.xlsx", "--case", "clinic", "--by", " ", "--on", "2026-03-09"),
        ("answers", "back.xlsx", "--case", "clinic", "--by", "x", "--on", "2026-02-30"),
        ("answers", "back.xlsx", "--case", "clinic", *BY, "--out", "a", "--into", "clinic"),
        ("answers", "back.xlsx", "--case", "nowhere", *BY),
        ("answers", "nothing.xlsx", "--case", "clinic", *BY),
        ("answers", "clinic/case.yaml", "--case", "clinic", *BY),
        ("answers", "back.xlsx", "--case", "clinic", *BY, "--supersedes", "form-other"),
        ("answers", "--status"),
        ("answers", "--status", "nowhere"),
        ("ask", "clinic", "--to", "cloud"),
        ("ask", "clinic", "--as", "xlsx"),
        ("ask", "clinic", "--as", "text", "--record", "clinic"),
        ("ask", "clinic", "--as", "text", "--on", "tomorrow"),
        ("ask", "clinic", "--as", "text", "--number", "F/1"),
        ("ask", "clinic", "--as", "reply-skeleton", "--out", "clinic"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    case = clinic(tmp_path)
    (tmp_path / "back.xlsx").write_bytes(filled(workbook(sent_to(case, "cloud")), ENCRYPTED))
    done = run(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(file.name for file in tmp_path.rglob("*") if file.is_file()) == ["back.xlsx", "case.yaml"]


def test_the_status_counts_what_was_asked_and_answered(tmp_path: Path) -> None:
    clinic(tmp_path)
    assert (
        run(tmp_path, "answers", "--status", "clinic").stdout
        == "No form that was sent is noted in this case.\n"
    )
    sending = ("--as", "xlsx", "--out", "forms", "--number", "2026-03", "--on", "2026-03-01", "--all")
    assert run(tmp_path, "ask", "clinic", *sending, "--record", "clinic/asked").returncode == 0
    form = tmp_path / "forms" / "form-2026-03-cloud.xlsx"
    said = {**ENCRYPTED, "hosts.server.keys": {"state": "would rather not answer"}}
    (tmp_path / "back.xlsx").write_bytes(filled(form.read_bytes(), said))
    assert run(tmp_path, "answers", "back.xlsx", "--case", "clinic", *BY).returncode == 0
    status = json.loads(run(tmp_path, "answers", "--status", "clinic", "--format", "json").stdout)
    [cloud] = [each for each in status if each["form"] == "form-2026-03-cloud"]
    assert (cloud["to"], cloud["asked"], cloud["answered"], cloud["refused"]) == ("cloud", "2026-03-01", 2, 1)
    assert (cloud["to_settle"], cloud["questions"]) == (0, cloud["answered"] + cloud["unanswered"])
    again = run(
        tmp_path,
        "ask",
        "clinic",
        "--as",
        "xlsx",
        "--out",
        "forms",
        "--number",
        "2026-04",
        "--on",
        "2026-04-01",
    )
    assert again.returncode == 0


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("en", "2 answered (of which 1 in words, to be settled, and 0 not handed over)"),
        ("fr", "2 répondues (dont 1 en toutes lettres, à trancher, et 0 non produite)"),
    ],
)
def test_the_status_tells_an_answer_in_words_apart_and_its_counts_add_up(
    tmp_path: Path, lang: str, shown: str
) -> None:
    case = clinic(tmp_path)
    said = {**ENCRYPTED, "hosts.server.keys": {"other": "Somebody at the cloud, I believe, has them"}}
    (tmp_path / "back.xlsx").write_bytes(filled(workbook(sent_to(case, "cloud")), said))
    assert run(tmp_path, "answers", "back.xlsx", "--case", "clinic", *BY).returncode == 0
    status = run(tmp_path, "answers", "--status", "clinic", "--lang", lang).stdout
    assert shown in status
    assert "unknown ·" not in status
    [form] = json.loads(run(tmp_path, "answers", "--status", "clinic", "--format", "json").stdout)
    assert form["questions"] == form["answered"] + form["unanswered"] > form["answered"]


RECORD = """\
Nom du traitement;Finalité;Responsable de traitement;Base légale;Catégories de personnes;Catégories de données;Durée de conservation
Gestion de la paie;Payer les salariés;Calcéa SAS;Obligation légale;Salariés;État civil;tant que nécessaire
Recrutement;Choisir un candidat;Calcéa SAS;;Candidats;Vie professionnelle;2 ans
"""


def test_a_record_is_imported_asked_about_answered_and_checked_with_each_answer_as_a_source(
    tmp_path: Path,
) -> None:
    (tmp_path / "register.csv").write_text(RECORD, encoding="utf-8")
    imported = run(tmp_path, "import", "register.csv", "--into", "shop", "--as-of", "2026-01-01", "--write")
    assert imported.returncode == 0, imported.stderr
    before = json.loads(run(tmp_path, "check", "shop", "--format", "json", "--fail-on", "never").stdout)
    assert (
        run(tmp_path, "ask", "shop", "--as", "xlsx", "--out", "forms", "--number", "1", "--all").returncode
        == 0
    )
    [form] = (tmp_path / "forms").iterdir()
    said = {
        "activities.gestion-de-la-paie.retention": {"values": ["5 ans"]},
        "activities.recrutement.legal_basis": {"values": ["contract"]},
    }
    (tmp_path / "back.xlsx").write_bytes(filled(form.read_bytes(), said))
    done = run(tmp_path, "answers", "back.xlsx", "--case", "shop", *BY, "--into", "shop/answers")
    assert done.returncode == 0, done.stderr
    after = json.loads(run(tmp_path, "check", "shop", "--format", "json", "--fail-on", "never").stdout)

    def asked(result: dict[str, Any]) -> set[str]:
        return {fact["fact"] for question in result["questions"] for fact in question["facts"]}

    assert set(said) <= asked(before)
    assert set(said).isdisjoint(asked(after))
    for route in said:
        fact = facts(tmp_path / "shop").fact(route)
        assert fact.source.partition("#")[0] == form.stem
    again = run(tmp_path, "import", "register.csv", "--into", "shop", "--as-of", "2026-01-01", "--write")
    assert again.returncode == 0, again.stderr
    assert facts(tmp_path / "shop").fact("activities.gestion-de-la-paie.retention").value == "5 ans"

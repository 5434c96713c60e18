"""Small inputs take little time and little memory, or are refused with a sentence that names the limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.api import ask, gate
from auditor.api.request import Request
from auditor.rendering import whole_result
from tests.conftest import ROOT
from tests.hostile.inputs import HEADING, INPUTS, ODD, REFUSED, Input
from tests.hostile.measure import MEGABYTES, SECONDS, measured
from tests.hostile.shapes import SHAPES, agreements, ends, parents, unknown_ends
from tests.running import run_here
from tests.test_generated import script


def case(folder: Path, text: str) -> None:
    (folder / "x").mkdir()
    (folder / "x" / "case.yaml").write_text(text, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_of_a_few_lines_takes_little(tmp_path: Path, shape: str) -> None:
    text = SHAPES[shape][1]()
    assert len(text) < 2**20
    case(tmp_path, text)
    found = measured(tmp_path, "check", "x", "--fail-on", "never")
    assert found.code == (2 if shape in REFUSED else 0), found.said
    assert REFUSED.get(shape, "") in found.said
    assert found.seconds < SECONDS
    assert found.megabytes < MEGABYTES


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_within_the_limits_is_judged(tmp_path: Path, lang: str) -> None:
    case(tmp_path, parents(600))
    assert measured(tmp_path, "check", "x", "--fail-on", "never", "--lang", lang).code == 0
    (tmp_path / "x" / "case.yaml").write_text(unknown_ends(60), encoding="utf-8")
    assert measured(tmp_path, "check", "x", "--fail-on", "never", "--lang", lang).code == 0


@pytest.mark.slow
@pytest.mark.parametrize("form", ["json", "html"])
def test_who_controls_whom_is_told_up_to_a_limit_where_it_is_shown(tmp_path: Path, form: str) -> None:
    case(tmp_path, SHAPES["many parents"][1]())
    found = measured(tmp_path, "check", "x", "--fail-on", "never", "--format", form)
    assert found.code == 2
    assert "more than 12000000 steps from holder to holder" in found.said
    assert found.seconds < SECONDS
    assert found.megabytes < MEGABYTES


@pytest.mark.slow
@pytest.mark.parametrize("form", ["json", "html"])
def test_chains_are_written_whole_or_refused(tmp_path: Path, form: str) -> None:
    case(tmp_path, parents(3_000))
    found = measured(tmp_path, "check", "x", "--fail-on", "never", "--format", form)
    assert found.code == 2
    assert "links to write; there may be 400000" in found.said
    (tmp_path / "x" / "case.yaml").write_text(parents(800), encoding="utf-8")
    found = measured(tmp_path, "check", "x", "--fail-on", "never", "--format", form)
    assert found.code == 0
    assert found.seconds < SECONDS
    assert found.megabytes < MEGABYTES


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [("check", "--format", "json"), ("check", "--format", "html"), ("report", "--out", "r")]
)
@pytest.mark.parametrize(
    ("large", "allowed"),
    [(agreements(5_000), agreements(980)), (ends(10_000), ends(3_200))],
    ids=["agreements", "ends"],
)
def test_lists_told_of_each_of_their_entries_are_written_whole_or_refused(
    tmp_path: Path, large: str, allowed: str, command: tuple[str, ...]
) -> None:
    for text, code in ((large, 2), (allowed, 0)):
        (tmp_path / "x").mkdir(exist_ok=True)
        (tmp_path / "x" / "case.yaml").write_text(text, encoding="utf-8")
        found = measured(tmp_path, command[0], "x", "--fail-on", "never", *command[1:])
        assert found.code == code, found.said
        assert ("letters of facts to write; there may be 150000000" in found.said) == (code == 2)
        assert found.seconds < SECONDS
        assert found.megabytes < MEGABYTES


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "caractères de faits à écrire"), ("en", "letters of facts to write")]
)
@pytest.mark.parametrize("form", ["json", "html"])
def test_what_would_be_written_too_often_is_refused_with_the_limit(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    form: str,
    lang: str,
    said: str,
) -> None:
    case(tmp_path, agreements(20))
    arguments = ("check", "x", "--fail-on", "never", "--format", form, "--lang", lang)
    assert run_here(capfd, *arguments, cwd=tmp_path).returncode == 0
    monkeypatch.setattr(whole_result, "MOST_LETTERS", 1_000)
    done = run_here(capfd, *arguments, cwd=tmp_path)
    assert (done.returncode, said in done.stderr, "1000" in done.stderr, done.stdout) == (2, True, True, "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "command"),
    [
        (ends(10_000), ("ask", "x")),
        (SHAPES["many cycles"][1](), ("ask", "x")),
        (agreements(5_000), ("export", "vendors", "x")),
    ],
    ids=["ends", "many cycles", "agreements"],
)
def test_a_question_and_a_sheet_of_a_large_case_take_little(
    tmp_path: Path, text: str, command: tuple[str, ...]
) -> None:
    case(tmp_path, text)
    found = measured(tmp_path, *command)
    assert (found.code, found.seconds < SECONDS, found.megabytes < MEGABYTES) == (0, True, True), found


def test_of_a_large_case_the_first_question_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case(tmp_path, ends(20))
    judged = gate.judge(Request(paths=(tmp_path / "x",)))
    every = [each.number for each in ask.asking(judged).questions if each.worst is not None]
    monkeypatch.setattr(ask, "MOST_JUDGED_AGAIN", 1)
    first = [each.number for each in ask.asking(judged).questions if each.worst is not None]
    assert len(every) > 1
    assert first == every[:1]


@pytest.mark.slow
@pytest.mark.parametrize("hostile", ODD, ids=lambda hostile: hostile.words)
def test_a_hostile_input_ends_as_the_table_says(tmp_path: Path, hostile: Input) -> None:
    (tmp_path / "x").mkdir()
    hostile.made(tmp_path / "x")
    found = measured(tmp_path, "check", "x", "--fail-on", "never")
    assert found.code == hostile.code, found.said
    assert found.seconds < SECONDS
    assert found.megabytes < MEGABYTES


@pytest.mark.slow
def test_the_page_is_what_its_script_writes_and_no_input_is_over_its_limit() -> None:
    text = (ROOT / "docs" / "trust.md").read_text(encoding="utf-8")
    table = text.removeprefix(HEADING).partition("\n\n")[0]
    rows = table.strip().splitlines()
    assert script("trust").page(rows) == text, "run make trust"
    for hostile, line in zip(INPUTS, rows, strict=True):
        assert line.startswith(f"| {hostile.words} | {hostile.code} | under ")
        assert "over" not in line.removeprefix(f"| {hostile.words}")


def test_what_a_command_takes_is_not_what_the_process_takes_that_starts_it(tmp_path: Path) -> None:
    ballast = bytearray(b"x" * (200 * 2**20))
    (tmp_path / "case.yaml").write_text("auditor: 1\n", encoding="utf-8")
    taken = measured(tmp_path, "check", "case.yaml")
    assert len(ballast) > 2**20 * 2 * taken.megabytes
    assert taken.code == 2

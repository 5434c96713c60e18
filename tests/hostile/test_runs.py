"""Long runs of one sign, where a pattern could go back and forth, are read in one pass, a megabyte of them too."""

from __future__ import annotations

import json
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from auditor.errors import Refused
from auditor.loading.files.repository import TABLE
from auditor.loading.files.torn_text import torn_at
from auditor.loading.files.yaml_words import requoted
from auditor.loading.importing.format import Document
from auditor.loading.importing.lists.markdown_tables import markdown_tables
from auditor.loading.importing.lists.markup import Seen, pieces
from auditor.loading.importing.lists.places import dated
from auditor.loading.importing.lists.tag_served import literal_of
from auditor.loading.importing.lists.tarteaucitron import read_services
from auditor.loading.importing.register import cells, layout
from auditor.loading.importing.register.labels import as_label
from auditor.loading.importing.values import value_of
from auditor.model.period import is_no_period, misspelt, period
from auditor.rendering.exports.spreadsheet import guarded
from auditor.text.cleaned import cleaned
from auditor.text.grammar import agreement, some
from tests.conftest import ROOT
from tests.hostile.measure import MEGABYTES, SECONDS, measured
from tests.running import run_here

MEGABYTE = 2**20


@pytest.fixture
def one_pass() -> Iterator[None]:
    """End what takes more CPU than a pass over a megabyte may."""

    def end(*_: object) -> None:
        raise AssertionError(f"more than {SECONDS} s of CPU")

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


def run(sign: str, before: str = "", after: str = "") -> str:
    return before + sign * (MEGABYTE // len(sign)) + after


def refused(read: Callable[[Document], object]) -> Callable[[str], None]:
    def reads(text: str) -> None:
        with pytest.raises(Refused):
            read(Document(name="a", data=text.encode()))

    return reads


def seen(page: str) -> bool:
    read = Seen()
    for piece in pieces(page):
        read.take(piece)
    return read.hidden > 0


READ: list[tuple[Callable[[str], object], str]] = [
    (agreement, run("(")),
    (agreement, run("(a)", after="(")),
    (some, run(", ")),
    (some, run(", ", "chiens (", "(")),
    (period, run("1 year, ")),
    (period, run("a")),
    (period, run("a-")),
    (misspelt, run("1 year, ")),
    (misspelt, run("1 yaer ")),
    (is_no_period, run("long ")),
    (cleaned, run("\n")),
    (guarded, run("\n")),
    (guarded, run("\t'", "a")),
    (layout.GUARD.search, run("\t'")),
    (lambda text: TABLE.search(text.encode()), run(" ")),
    (requoted, run(": b", "a: a", "#")),
    (requoted, run(" ", "@", "x#")),
    (lambda text: torn_at(text, 0, len(text), len(text)), run("a")),
    (lambda text: torn_at(text, 0, len(text), len(text)), run(", ", "a: b", "!")),
    (markdown_tables, run(" ", "# x", "y\n|a|\n")),
    (markdown_tables, run("#", "# x", "y\n|a|\n")),
    (markdown_tables, run("[x](", "|")),
    (lambda text: dated([text]), run("a", "updated ")),
    (seen, run("text-decoration:", '<p style="', '">')),
    (seen, run("text-decoration", '<p style="', '">')),
    (read_services, run("a$", "<script>", "</script>")),
    (refused(literal_of), run('\\"', 'var data = {"', "\\")),
    (refused(value_of), run('\\"', "[" * 600_000 + '"', "\\")),
    (as_label, run("1", after="x")),
    (cells.items, run(" ", "a", "b")),
    (cells.items, run(" ", "a,", "b, c")),
    (cells.items, run("\n", "a", "b")),
    (cells.bases, run(" ", "a", "b")),
    (cells.bases, "".join(f"({number})" for number in range(130_000))),
    (cells.email, run("a")),
    (cells.email, run("a@")),
]


@pytest.mark.usefixtures("one_pass")
@pytest.mark.parametrize("number", range(len(READ)))
def test_a_megabyte_of_one_sign_is_read_in_one_pass(number: int) -> None:
    read, text = READ[number]
    read(text)


def xlsx(file: Path, sheet: str) -> None:
    book = (
        '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    )
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", book[0])
        archive.writestr("xl/_rels/workbook.xml.rels", book[1])
        archive.writestr("xl/worksheets/sheet1.xml", sheet)


def ods(file: Path, content: str) -> None:
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)


def text(file: Path, written: str) -> None:
    file.write_text(written, encoding="utf-8")


HEAD = "Activité,Finalité,Destinataires,Bases légales,Pays,Durée\n"
SPACED = ",".join(f"a{' ' * 9_900}b" for _ in range(6))
#: A document, what writes it, what is written, and the command that reads it.
DOCUMENTS: list[tuple[str, Callable[[Path, str], None], str, str]] = [
    ("rows.ods", ods, "<table:table> " + "<table:table-row " * 800_000, "register"),
    ("cells.ods", ods, "<table:table> <table:table-row>" + "<table:table-cell " * 800_000, "register"),
    ("quotes.ods", ods, "<table:table> " + "<table:table-row a='" * 800_001, "register"),
    ("cell.xlsx", xlsx, "<worksheet><sheetData><row><c " + ' r="A1"' * 1_200_000 + ">", "register"),
    (
        "table.md",
        text,
        f"# x{' ' * 40_000}y\n\n| Name | Country |\n|---|---|\n| A SAS | France |\n",
        "subprocessors",
    ),
    ("record.csv", text, HEAD + f"{SPACED}\n" * 16, "register"),
]


@pytest.mark.parametrize("number", range(len(DOCUMENTS)))
def test_a_document_of_long_runs_is_read_or_refused_in_little_time(tmp_path: Path, number: int) -> None:
    name, write, written, form = DOCUMENTS[number]
    write(tmp_path / name, written)
    assert (tmp_path / name).stat().st_size < MEGABYTE
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "case.yaml").write_text(CASE, encoding="utf-8")
    found = measured(tmp_path, "import", form, name, "--into", "c")
    assert found.code in (0, 1, 2), found.said
    assert found.seconds < SECONDS
    assert found.megabytes < MEGABYTES


CASE = (ROOT / "flows" / "plaintext-hop" / "case.yaml").read_text(encoding="utf-8")
TITLE = "en: Network plan of the clinic (fictitious)"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("scale: small", f'scale: small, retention: "{"1 year, " * 20_000}"'),
        ("scale: small", f'scale: small, retention: "{"1 yaer " * 100_000}"'),
        (TITLE, f'en: "{"(" * 900_000}"'),
        (TITLE, f'en: "{", " * 450_000}"'),
    ],
)
@pytest.mark.parametrize("command", [("check",), ("report", "--out", "r.html")])
def test_a_text_of_long_runs_in_a_case_is_judged_in_little_time(
    tmp_path: Path, before: str, after: str, command: tuple[str, ...]
) -> None:
    assert before in CASE
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "case.yaml").write_text(CASE.replace(before, after), encoding="utf-8")
    found = measured(tmp_path, command[0], "x", *command[1:], "--fail-on", "never")
    assert found.code == 0, found.said
    assert found.seconds < SECONDS
    assert found.megabytes < MEGABYTES


def entry(finding: str, margin: str = "") -> str:
    said = "reason: a good enough reason, approved_by: x, approved_on: 2024-02-01, expires: 2024-03-01"
    return f"{margin}- {{finding: {finding}, {said}}}\n"


@pytest.mark.parametrize(
    ("there", "margin"),
    [
        ("auditor: 1\nexceptions:\n" + "\n" * 26 + "  []\n", None),
        ("auditor: 1\nexceptions:\n" + "\n" * 200_000 + entry("F-0000000000000000", "    "), "    "),
        ("auditor: 1\nexceptions:\n" + "  # x\n\n" * 100_000 + entry("F-0000000000000000"), ""),
        ("auditor: 1\n" + "\n#\n" * 100_000 + "exceptions:\n" + entry("F-0000000000000000", "  "), "  "),
    ],
)
def test_an_exception_is_added_below_any_number_of_empty_lines(
    tmp_path: Path, there: str, margin: str | None
) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "case.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "e.yaml").write_text(there, encoding="utf-8")
    result = measured(tmp_path, "check", "x", "--fail-on", "never", "--format", "json", "--out", "r.json")
    assert result.code == 0, result.said
    found = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["findings"]
    name = next(each["fingerprint"] for each in found if each["outcome"] == "established")
    approval = (
        "--reason",
        "The link moves to TLS",
        "--by",
        "DPO",
        "--on",
        "2024-03-01",
        "--until",
        "2024-06-01",
    )
    done = measured(tmp_path, "accept", name, "x", "--exceptions", "e.yaml", *approval)
    assert done.code == (2 if margin is None else 0), done.said
    assert done.seconds < SECONDS
    if margin is not None:
        assert f"\n{margin}- finding: F-{name}\n" in (tmp_path / "e.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("listed", ["  []\n", f"  [{entry('F-0000000000000000')[2:].strip()}]\n"])
@pytest.mark.parametrize(
    ("lang", "said"),
    [("fr", "e.yaml est disposé de façon que rien"), ("en", "e.yaml is laid out so that nothing")],
)
def test_a_file_that_nothing_can_be_added_to_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], listed: str, lang: str, said: str
) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "case.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "e.yaml").write_text(f"auditor: 1\nexceptions:\n{listed}", encoding="utf-8")
    told = run_here(capfd, "explain", "TRN-001", "x", cwd=tmp_path).stdout
    [name] = set(re.findall("F-[0-9a-f]{16}", told))
    approval = ("--reason", "The link moves to TLS", "--by", "DPO", "--on", "2024-03-01")
    given = ("accept", name, "x", "--exceptions", "e.yaml", *approval, "--lang", lang)
    done = run_here(capfd, *given, "--until", "2024-06-01", cwd=tmp_path)
    assert (done.returncode, said in done.stderr, "YAML" in done.stderr) == (2, True, False), done.stderr
    late = run_here(capfd, *given, "--until", "2026-06-01", cwd=tmp_path)
    assert (late.returncode, "2025" in late.stderr) == (2, True), late.stderr

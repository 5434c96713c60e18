"""Names and texts of strangers on every stream and in every format: shown, never obeyed."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from auditor.rendering.exports.spreadsheet import guarded
from auditor.rendering.formats import FORMATS
from auditor.rendering.markup import code, escaped
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]
#: Each would be obeyed by something that shows a line of a log, a comment or a sheet.
PAYLOADS = {
    "a command of GitHub": "::error file=x::owned",
    "a command after spaces": "  ::add-mask::x",
    "a command inside a line": "x ##[command]owned ##vso[task.complete] ##teamcity[x]",
    "an escape": "x\x1b[31mred\x1b]8;;http://x\x07",
    "a line break": "x\n::error::owned\r\n##[error]y",
    "other breaks": "x\u2028::error::a\u0085::error::b\x0b::error::c",
    "a turn of the direction": "x\u202eowned\u2066y",
    "an address": "https://1572395042/ http://localhost/x www.example",
    "a formula of Markdown": "$x$ $`y`$ $$z$$",
    "a face": ":smile: :+1: a:b:c",
    "a mention": "@octocat @org/team #12 GH-34 org/repo#56 !7",
    "markup": "<img src=x onerror=y> [a](javascript:b) ![c](http://d) `e` **f** | g",
    "a formula": "=cmd|' /C calc'!A0",
    "a formula in the next cell": "x;=1+1,=2+2\t=3+3",
    "a formula in full width": "\uff1d1+1",
    "a formula after a quote": 'x";=1+1 "=2',
}
FREE = re.compile(r"(title: )\{[^{}]*\}|(name: )[A-Z][\w ]+")


def hostile(root: Path, payload: str) -> None:
    """Write a case whose free texts all are `payload`, in a file called so as far as a file may be."""
    text = next((ROOT / "flows" / "plaintext-hop").glob("*.yaml")).read_text(encoding="utf-8")
    quoted = json.dumps(payload).replace("\\u2028", "\\u2028")
    text = FREE.sub(lambda found: f"{found[1] or found[2]}{quoted}", text)
    text = text.replace("for: analysis, from", "purpose: unknown, for: analysis, from")
    (root / "x").mkdir()
    called = payload.replace("/", "\u2215").replace("\0", "")[:80]
    (root / "x" / f"{called}.yaml").write_text(text, encoding="utf-8")


COMMANDS = (
    *(("check", "x", "--format", form) for form in FORMATS.names()),
    ("ask", "x"),
    ("explain", "TRN-001", "x"),
    ("graph", "x", "--format", "mermaid"),
    ("graph", "x", "--format", "dot"),
    ("graph", "x", "--format", "svg"),
    ("graph", "x", "--format", "graphml"),
    ("export", "actions", "x", "--format", "csv"),
    ("export", "register", "x", "--format", "csv"),
    ("export", "processor-register", "x", "--format", "csv"),
    ("export", "vendors", "x", "--format", "csv"),
    ("export", "actions", "x", "--format", "json"),
    ("export", "transfers", "x", "--format", "csv"),
    ("what-if", "x"),
    ("baseline", "x", "--out", "written.yaml"),
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_a_stranger_wrote_is_obeyed(auditor: Run, tmp_path: Path, payload: str) -> None:
    hostile(tmp_path, PAYLOADS[payload])
    judged = False
    for command in COMMANDS:
        for lang in ("en", "fr"):
            done = auditor(*command, "--lang", lang)
            assert done.returncode in (0, 1, 2), (command, done.stderr)
            judged = judged or done.returncode == 1
            for stream in (done.stdout, done.stderr):
                obeyed = [*_obeyed(stream, of_github="github" in command)]
                assert not obeyed, (command, obeyed)
            if "csv" in command:
                assert not [*_formulas(done.stdout)], command
            if "markdown" in command:
                assert not MARKDOWN.findall(re.sub(r"(?<!\\)`[^`\n]*`", "", done.stdout)), command
    assert judged or not PAYLOADS[payload].isprintable()


#: What a forge would make something of in a comment, not within the two backticks of a code span.
MARKDOWN = re.compile(
    r"<img|(?<!\\)\]\(|https?://|\$(?!</span>)|:smile:|:\+1:|(?<!\w)@(?=\w)|#(?=\d)|(?<!\\)\*\*f|GH-\d|www\."
)


def _obeyed(stream: str, *, of_github: bool) -> Iterator[str]:
    for line in re.split(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", stream):
        own = of_github and re.match(r"::(error|warning|notice) (file=x/|title=auditor)", line)
        if (line.lstrip().startswith("::") and not own) or re.search(r"##(\[|vso\[|teamcity\[)", line):
            yield line
    yield from re.findall(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", stream)


def _formulas(sheet: str) -> Iterator[str]:
    for sign in ",;\t|":
        for row in csv.reader(StringIO(sheet.lstrip("\ufeff"), newline=""), delimiter=sign):
            yield from (
                cell for cell in row if cell.lstrip(" \"'\u200b\t\r\n")[:1] in FORMULA and cell[:1] != "'"
            )


FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")


@pytest.mark.parametrize("sign", sorted(FORMULA))
@pytest.mark.parametrize("before", ["", " ", "\n", '"', "x;", "x, ", "x\t", "x|", 'x";', "x\r\n"])
def test_a_cell_is_no_formula_whatever_separates_cells(before: str, sign: str) -> None:
    cell = guarded(f"{before}{sign}1+1")
    for separator in ",;":
        written = StringIO(newline="")
        csv.writer(written, delimiter=separator).writerow(["first", cell, "last"])
        assert not [*_formulas(written.getvalue())]


def test_what_is_no_formula_stays_as_it_is() -> None:
    for cell in ("art. 6, 9 and 28", "a - b", "x@y", "a, b-c", "1 = 1", "l'accueil; suite"):
        assert guarded(cell) == cell


def test_json_says_the_same_without_a_command(auditor: Run, tmp_path: Path) -> None:
    hostile(tmp_path, PAYLOADS["a command inside a line"])
    for form in ("json", "sarif", "gitlab"):
        made = auditor("check", "x", "--format", form).stdout
        assert "##[" not in made
        assert "##[command]owned" in json.dumps(json.loads(made)).replace("\\ufffd", "[") or form != "json"
    assert ET.fromstring(auditor("check", "x", "--format", "junit").stdout).tag == "testsuites"  # noqa: S314  ours


def test_a_code_span_ends_where_it_should() -> None:
    for text in ("a`b", "a\n\n<img>", "a|b", "a\\|b", "a\\", "a\r@x"):
        shown = code(text)
        assert "`" not in shown
        assert "\n" not in shown
        assert "\\\\|" not in shown
        assert not shown.endswith("\\")


def test_texts_keep_their_words_in_markdown() -> None:
    assert escaped("Results, 10:30 at Clinic A") == "Results, 10:30 at Clinic A"
    assert escaped("a $ b") == "a <span>$</span> b"

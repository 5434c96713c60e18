"""Nothing of the input reaches standard error raw: no escape, no turned direction, no command of a runner, no line of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.test_fail_closed import GOOD
from tests.running import run_here

PAYLOADS = {
    "escape": "\\e[31mred",
    "direction": "\\u202egnp",
    "break": "a\\n::error::broken",
    "return": "a\\r::warning::broken",
    "next line": "a\\x85::error::broken",
    "line separator": "a\\u2028::error::broken",
    "command": "##[error]broken",
    "azure": "##vso[task.complete]broken",
    "nothing": "\\0",
    "title": "\\e]0;owned\\a",
    "tag": "\\U000E0041",
}
#: Where in a case a word is repeated by a message: a key, an id, a date, a reference, a closed word.
PLACES = {
    "key": 'auditor: 1\ncase: {id: a, as_of: "2024"}\nhosts: {a: {"%s": x}}\n',
    "id": 'auditor: 1\ncase: {id: a, as_of: "2024"}\nhosts: {"%s": {}}\n',
    "date": 'auditor: 1\ncase: {id: a, as_of: "%s"}\n',
    "reference": 'auditor: 1\ncase: {id: a, as_of: "2024"}\nhosts: {a: {operator: "%s"}}\n',
    "word": 'auditor: 1\ncase: {id: a, as_of: "2024"}\nhosts: {a: {at_rest: "%s"}}\n',
    "version": 'auditor: "%s"\ncase: {id: a, as_of: "2024"}\n',
    "section": 'auditor: 1\ncase: {id: a, as_of: "2024"}\n"%s": {}\n',
    "twice": 'auditor: 1\ncase: {id: a, as_of: "2024"}\nhosts: {"%s": {}, "%s": {}}\n',
    "route": 'auditor: 1\ncase: {id: a, as_of: "2024"}\nscenarios: {s: {set: {"hosts.%s.keys": x}}}\n',
    "pack": 'auditor: 1\ncase: {id: a, as_of: "2024", policies: ["%s"]}\nhosts: {a: {}}\n',
}
COMMAND = re.compile(r"^\s*::|##\[|##vso\[", re.MULTILINE)


def clean(err: str) -> None:
    assert err
    for line in err.split("\n"):
        assert line.isprintable() or not {c for c in line if not c.isprintable()} - {"\u00a0", "\u202f"}, (
            repr(line)
        )
    assert COMMAND.search(err) is None, err


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_of_a_case(payload: str, place: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = PLACES[place].replace("%s", PAYLOADS[payload])
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    done = run_here(capfd, "check", "case.yaml", cwd=tmp_path)
    assert done.returncode in (2, 3)
    clean(done.stderr)


@pytest.mark.parametrize("place", ["policy", "rule", "title"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_of_a_pack(payload: str, place: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    words = {"policy": "own", "rule": "OWN-001", "title": "t", place: PAYLOADS[payload]}
    pack = 'policy: "{policy}"\ntitle: "{title}"\nrules: [{{id: "{rule}"}}]\n'.format(**words)
    (tmp_path / "case.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "own.yaml").write_text(pack, encoding="utf-8")
    done = run_here(capfd, "check", "case.yaml", "--policy", "own.yaml", cwd=tmp_path)
    assert done.returncode == 2
    clean(done.stderr)


@pytest.mark.parametrize(
    "name",
    [
        "a\n::error::b.yaml",
        "::error::b.yaml",
        "\x1b[31mb.yaml",
        "\u202eb.yaml",
        "##[error]b.yaml",
        "\x85b.yaml",
    ],
)
def test_names_of_files(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_text("auditor: 1\nhosts: [\n", encoding="utf-8")
    (tmp_path / "nothing").mkdir()
    for arguments in ((name,), (".",), (f"{name}.none",), ("nothing", "--policy", name)):
        done = run_here(capfd, "check", *arguments, cwd=tmp_path)
        assert done.returncode in (2, 3)
        clean(done.stderr)


@pytest.mark.parametrize(
    "option", ["--as-of", "--today", "--rule", "--fail-on", "--since", "--config", "--baseline", "--nope"]
)
def test_words_of_the_command_line(option: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "case.yaml").write_text(GOOD, encoding="utf-8")
    done = run_here(capfd, "check", "case.yaml", option, "a\n::error::\x1b[31m\u202e/b", cwd=tmp_path)
    assert done.returncode == 2
    clean(done.stderr)


def test_a_line_break_that_only_yaml_sees_is_refused(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for sign in ("\x85", "\u2028", "\u2029", "\r"):
        text = f"auditor: 1\n# reviewed{sign}known: assumed\ncase: {{id: a, as_of: 2024}}\n"
        (tmp_path / "case.yaml").write_bytes(text.encode())
        done = run_here(capfd, "check", "case.yaml", cwd=tmp_path)
        assert done.returncode == 2
        assert "case.yaml:2:11: error: a control" in done.stderr
        clean(done.stderr)

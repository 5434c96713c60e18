"""Calls go down the house as imports do: no function calls one of a higher room, save what was handed down to it.

Imports are checked by import-linter; that a lower room does not reach up by other means (a registry, an attribute, a module
imported when it is called) is seen here by watching every call of the commands that people run.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import CodeType, FrameType

import pytest

from tests.conftest import ROOT
from tests.running import run_here

pytestmark = pytest.mark.slow
AUDITOR = ROOT / "auditor"
CASE = "flows/doctolib-2019"
COMMANDS = [
    ("check", CASE),
    ("check", CASE, "--format", "sarif", "--lang", "fr", "-v"),
    ("check", CASE, "--since", "HEAD", "--quiet"),
    ("report", CASE, "--out", "{out}/report"),
    ("explain", "TRN-001", CASE),
    ("explain", "TRN-001"),
    ("ask", CASE),
    ("ask", CASE, "--as", "xlsx", "--out", "{out}/forms", "--on", "2026-03-01", "--record", "{out}/asked"),
    ("ask", CASE, "--as", "html", "--out", "{out}/forms"),
    ("ask", CASE, "--as", "reply-skeleton", "--out", "{out}/forms"),
    ("answers", "--status", CASE),
    ("answers", "--review", CASE),
    (
        "answers",
        "tests/answers/reply.json",
        "--case",
        CASE,
        "--by",
        "x",
        "--on",
        "2026-03-09",
        "--out",
        "{out}/in",
    ),
    ("graph", CASE),
    ("export", "register", CASE),
    ("export", "tia", CASE, "--format", "docx", "--out", "{out}/tia.docx"),
    ("export", "pia", CASE, "--out", "{out}/pia"),
    ("init", "--from", "tests/importing/small.csv", "{out}/begun"),
    ("what-if", CASE, "general-atlantic-takes-51-percent"),
    ("diff", CASE, "flows/doctolib-2021"),
    ("bundle", "create", "flows/plaintext-hop", "--out", "{out}/case.zip"),
    ("knowledge", "show", "aws-emea"),
    ("capture", "show", "tests/captures/small.har"),
    ("capture", "diff", "tests/captures/small.har", "tests/captures/small.har"),
    ("capture", "redact", "tests/captures/small.har", "--out", "{out}/copy.har"),
    ("import", "tests/importing/small.csv", "--into", "{out}/case", "--write"),
    ("survey", "tests/captures/small.har", "--out", "{out}/survey", "--workers", "1"),
    ("import", "tests/importing/small.json", "--into", "{out}/models", "--write"),
    ("rules",),
    ("test", "policies/sovereignty.yaml"),
    ("check", "tests/golden/broken/cases"),
]
#: Functions that a higher room hands to a lower one, which calls them; everything else is called downwards.
HANDED = {
    "loading/files/places.py:CasePlaces.find": "where a fact stands in the files, asked by address through `Places`",
    "loading/files/folder.py:openable.<locals>.where": "how a file is shown so that it opens from where the command was given",
    "loading/knowledge/brands.py:load_brands": "the list of brands, read only where our own domains do not answer",
    "loading/survey_files.py:rows": "the rows of a survey, which are read one by one as a table is written, so that none is held",
    "api/surveying/journal.py:_up_to": "the lines of a journal, which are read one by one as they are put in order",
    "api/diff.py:states.<locals>.swapped": "judge a case again with one cause of difference taken back",
    "api/diff.py:states.<locals>.explain": "find the causes of a difference, only where there is one",
    "api/what_if.py:_says": "what of a finding a scenario may change",
    "rules/subjects/host.py:_largest": "the scale of activities taken together, which thousands of hosts ask for",
    "rules/subjects/host.py:_controllers_said": "who controls activities taken together, likewise",
    "rules/subjects/health.py:_collected": "by which facts data of activities taken together is collected, likewise",
}


@cache
def heights() -> dict[str, int]:
    """The rooms, each with its height; rooms side by side are equally high."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return {room: -place for place, rooms in enumerate(layers) for room in rooms.split(" | ")}


@cache
def place(code: CodeType) -> tuple[str, str] | None:
    """The room and the name of a function of the program."""
    path = Path(code.co_filename)
    if not path.is_relative_to(AUDITOR):
        return None
    within = path.relative_to(AUDITOR)
    return within.parts[0].removesuffix(".py"), f"{within.as_posix()}:{code.co_qualname}"


def anonymous(name: str) -> bool:
    """Whether a function is an expression that was handed over: what it computes is its giver's, not a room above."""
    return name.endswith(("<lambda>", "<genexpr>"))


@contextmanager
def watched() -> Iterator[set[tuple[str, str]]]:
    """The calls upwards, or to a room at the side, while the block runs: who calls and what is called."""
    upwards: set[tuple[str, str]] = set()

    def see(frame: FrameType, event: str, _: object) -> None:
        called = place(frame.f_code) if event == "call" else None
        back = frame.f_back
        while called is not None and back is not None and place(back.f_code) is None:
            back = back.f_back
        if called is None or back is None or frame.f_code.co_name == "<module>":
            return
        caller = place(back.f_code)
        assert caller is not None
        high = heights()
        if caller[0] not in high or called[0] not in high or caller[0] == called[0]:
            return
        if high[caller[0]] <= high[called[0]] and not anonymous(called[1]):
            upwards.add((caller[1], called[1]))

    sys.setprofile(see)
    try:
        yield upwards
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_call_goes_up(
    arguments: tuple[str, ...], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with watched() as upwards:
        done = run_here(capfd, *(argument.format(out=tmp_path) for argument in arguments))
    assert done.returncode in (0, 1, 2), done.stderr
    assert {pair for pair in upwards if pair[1] not in HANDED} == set()


def test_a_call_upwards_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A function of the lowest room that reached into the command line would be named."""
    import auditor.model.dates as low
    from auditor.cli.language import asked_language

    source = "def reach(function):\n    return function([], {})\n"
    made: dict[str, object] = {}
    exec(compile(source, os.fspath(low.__file__), "exec"), made)  # noqa: S102
    with watched() as upwards:
        made["reach"](asked_language)  # type: ignore[operator]
    assert upwards == {("model/dates.py:reach", "cli/language.py:asked_language")}

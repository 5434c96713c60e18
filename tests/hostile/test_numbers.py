"""A number that is none, or of thousands of digits, is refused with its place or read as a text, wherever strangers write one."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.loading.captures.redacted import MOST_NESTED, address
from auditor.text.grammar import agreement
from tests.conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]
#: More digits than Python reads.
LONG = "1" * 5_000


@pytest.fixture
def case(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "flows" / "plaintext-hop", tmp_path / "x")
    return tmp_path / "x" / "case.yaml"


def change(case: Path, before: str, after: str) -> None:
    text = case.read_text(encoding="utf-8")
    assert before in text
    case.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.mark.parametrize("age", [LONG, "121", "-1", "1.5", "\u0663", "\u00b2", "soon"])
@pytest.mark.parametrize(("lang", "said"), [("fr", "ce n'est pas un âge"), ("en", "not an age")])
def test_an_age_that_is_none_is_refused_with_its_place(
    auditor: Run, case: Path, age: str, lang: str, said: str
) -> None:
    change(case, '"patients"}', f'"patients"}}, consent_age: "{age}"')
    change(case, "scale: small", f'scale: small, for_children: "true", consent: {{age: "{age}"}}')
    done = auditor("check", "x", "--lang", lang)
    places = set(re.findall(r"x/case\.yaml:(\d+):\d+: ", done.stderr))
    assert (done.returncode, places, said in done.stderr) == (2, {"12", "18"}, True), done.stderr[-400:]


def test_ages_that_are_some_are_judged(auditor: Run, case: Path) -> None:
    change(case, '"patients"}', '"patients"}, consent_age: "120"')
    change(case, "scale: small", 'scale: small, for_children: "true", consent: {age: 13}')
    assert auditor("check", "x", "--fail-on", "never").returncode == 0


@pytest.mark.parametrize("command", [("check",), ("ask",), ("report", "--out", "r.html")])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_organisation_may_be_called_a_number_of_any_length(
    auditor: Run, case: Path, command: tuple[str, ...], lang: str
) -> None:
    change(case, "name: Laboratory B", f'name: "{LONG}"')
    done = auditor(command[0], "x", *command[1:], "--lang", lang)
    assert done.returncode in (0, 1), done.stderr[-400:]


@pytest.mark.parametrize(
    ("count", "plural"), [("0", False), ("1", False), ("001", False), ("2", True), (LONG, True)]
)
def test_a_count_is_several_above_one_whatever_its_length(count: str, plural: bool) -> None:
    assert agreement(count).plural is plural


@pytest.mark.parametrize("votes", ["\u00b2", "1.5.5", f"{LONG}", "--5"])
def test_a_share_that_is_no_number_is_refused(auditor: Run, case: Path, votes: str) -> None:
    with case.open("a", encoding="utf-8") as file:
        file.write(f'ownership: [{{owner: clinic-a, of: lab-b, votes: "{votes}"}}]\n')
    done = auditor("check", "x")
    assert (done.returncode, "x/case.yaml:26:" in done.stderr) == (2, True), done.stderr[-400:]


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("entries: '32'", "entries: 1.5"),
        ("requests: '32'", f"requests: '{LONG}'"),
        ("failed: '0'", "failed: '-1'"),
        ("sent: '1'", "sent: '\u0663'"),
        ("offset: '116'", "offset: '--5'"),
        ("offset: '116'", f"offset: '{LONG}'"),
        ("https: '1'", "https: 0.5"),
        ("insecure: '2'", "insecure: '2'\n    cut: '\u00b2'"),
    ],
)
@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "ce n'est pas un nombre entier"), ("en", "not a whole number")]
)
def test_a_count_of_a_capture_that_is_none_is_refused_with_its_place(
    auditor: Run, tmp_path: Path, written: str, wrong: str, lang: str, said: str
) -> None:
    shutil.copytree(ROOT / "flows" / "clinic-captures", tmp_path / "x")
    file = tmp_path / "x" / "captures" / "accepted.yaml"
    change(file, written, wrong)
    done = auditor("check", "x", "--fail-on", "never", "--lang", lang)
    place = re.search(r"x/captures/accepted\.yaml:\d+:\d+: ", done.stderr)
    assert (done.returncode, place is not None, said in done.stderr) == (2, True, True), done.stderr[-400:]


def har(url: str, status: object) -> str:
    entry = {
        "startedDateTime": "2024-01-01T00:00:00Z",
        "request": {"method": "GET", "url": url, "headers": [], "queryString": [], "bodySize": status},
        "response": {"status": status, "headers": [], "content": {"size": status}, "redirectURL": ""},
    }
    return json.dumps(
        {"log": {"version": "1.2", "creator": {"name": "x", "version": "1"}, "entries": [entry]}}
    )


@pytest.mark.parametrize("status", ["--5", "-", LONG, "\u00b2", "1e999", " 200 ", 1e300, None, True])
def test_a_status_that_is_no_number_is_none(auditor: Run, tmp_path: Path, status: object) -> None:
    (tmp_path / "a.har").write_text(har("https://a.tracker.example/p", status), encoding="utf-8")
    assert auditor("capture", "show", "a.har").returncode == 0


def test_addresses_within_addresses_are_redacted_however_many(auditor: Run, tmp_path: Path) -> None:
    url = "https://a.tracker.example/p?x=" + "https%3A%2F%2Fa.fr%2F?x=" * 30_000
    (tmp_path / "a.har").write_text(har(url, 200), encoding="utf-8")
    done = auditor("capture", "redact", "a.har", "--out", "b.har")
    assert done.returncode == 0, done.stderr[-400:]
    assert address(url).count("a.fr") == MOST_NESTED
    assert address(url).endswith("redacted")

"""The matrix of what cannot be judged: in every format the same exit code, nothing on standard output, never 0."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor.cli.options import Format
from tests.conftest import ROOT
from tests.running import run_here

GOOD = (ROOT / "flows" / "plaintext-hop" / "case.yaml").read_text(encoding="utf-8")
SOUND = "auditor: 1\nexceptions: []\n"


@dataclass(frozen=True)
class Situation:
    """Files to write, arguments after `check`, and what must come of it."""

    code: int
    said: str
    files: dict[str, str]
    arguments: tuple[str, ...] = ("case",)


def beside(name: str, text: str) -> dict[str, str]:
    return {"case/case.yaml": GOOD, name: text}


SITUATIONS = {
    "empty folder": Situation(3, "nothing to check", {"case/": ""}),
    "only other files": Situation(3, "nothing to check", {"case/readme.txt": "x"}),
    "empty file": Situation(3, "nothing to check", {"case/case.yaml": "\n"}),
    "no facts": Situation(
        3, "nothing to check", {"case/case.yaml": "auditor: 1\ncase: {id: a, as_of: 2024-01-01}\n"}
    ),
    "only settings": Situation(3, "nothing to check", {"case/auditor.yaml": "auditor: 1\n"}),
    "unparsable": Situation(2, "not YAML", {"case/case.yaml": "a: ["}),
    "not text": Situation(2, "not UTF-8", {"case/case.yaml": "\udcff"}),
    "one good, one unparsable": Situation(2, "not YAML", beside("case/other.yaml", "a: [")),
    "one good, one of something else": Situation(
        2, "unknown key: services", beside("case/compose.yaml", "services: {}\n")
    ),
    "unknown key": Situation(
        2, "did you mean transport?", {"case/case.yaml": GOOD.replace("transport:", "transprot:")}
    ),
    "missing path": Situation(2, "no such file", {"case/case.yaml": GOOD}, ("case", "nowhere")),
    "path too long": Situation(2, "no such file", {}, ("x" * 5000,)),
    "no path": Situation(2, "is missing", {}, ()),
    "unknown option": Situation(2, "--fial-on", {"case/case.yaml": GOOD}, ("case", "--fial-on", "low")),
    "unknown rule": Situation(
        2, "no such rule: TRN-010", {"case/case.yaml": GOOD}, ("case", "--rule", "TRN-010")
    ),
    "unknown pack": Situation(2, "no such pack", {"case/case.yaml": GOOD.replace("[gdpr]", "[gdrp]")}),
    "missing policy": Situation(
        2, "no such file", {"case/case.yaml": GOOD}, ("case", "--policy", "own.yaml")
    ),
    "empty policy": Situation(
        3, "nothing to check", beside("own.yaml", ""), ("case", "--policy", "own.yaml")
    ),
    "broken policy": Situation(
        2,
        "unknown key: rule",
        beside("own.yaml", "policy: x\ntitle: x\nrule: []\n"),
        ("case", "--policy", "own.yaml"),
    ),
    "broken knowledge": Situation(
        2, "unknown key: laws", beside("k.yaml", "auditor: 1\nlaws: {}\n"), ("case", "--knowledge", "k.yaml")
    ),
    "broken exceptions": Situation(
        2, "unknown key: exception", beside("case/exceptions.yaml", "auditor: 1\nexception: []\n")
    ),
    "exceptions of no version": Situation(
        2, "the key auditor is missing", beside("case/exceptions.yaml", "exceptions: []\n")
    ),
    "missing exceptions": Situation(
        2, "No such file", {"case/case.yaml": GOOD}, ("case", "--exceptions", "none.yaml")
    ),
    "exceptions from nowhere": Situation(
        2,
        "in no git repository",
        beside("case/exceptions.yaml", SOUND),
        ("case", "--exceptions-from", "main"),
    ),
    "broken settings": Situation(2, "did you mean fail-on?", beside("case/auditor.yaml", "fail-onn: low\n")),
    "missing settings": Situation(
        2, "no such file of settings", {"case/case.yaml": GOOD}, ("case", "--config", "none.yaml")
    ),
    "broken baseline": Situation(
        2,
        "unknown key: known",
        beside("b.yaml", "auditor: 1\ncase: plaintext-hop\nknown: []\n"),
        ("case", "--baseline", "b.yaml"),
    ),
    "missing baseline": Situation(
        2, "No such file", {"case/case.yaml": GOOD}, ("case", "--baseline", "b.yaml")
    ),
    "since nowhere": Situation(
        2, "in no git repository", {"case/case.yaml": GOOD}, ("case", "--since", "main")
    ),
    "no day": Situation(2, "not a day", {"case/case.yaml": GOOD}, ("case", "--today", "tomorrow")),
    "unwritable output": Situation(
        2, "cannot write", {"case/case.yaml": GOOD}, ("case", "--output", "case/case.yaml/x")
    ),
}

Outcome = tuple[int, str, str]
Check = Callable[..., Outcome]


@pytest.fixture
def check(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Check:
    """Run `auditor check` in an empty folder with the files given."""

    def run(files: dict[str, str], *arguments: str) -> Outcome:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if name.endswith("/"):
                path.mkdir(exist_ok=True)
            else:
                path.write_bytes(text.encode("utf-8", "surrogateescape"))
        done = run_here(capfd, "check", *arguments, cwd=tmp_path)
        return done.returncode, done.stdout, done.stderr

    return run


@pytest.mark.parametrize("form", [form.value for form in Format])
@pytest.mark.parametrize("name", SITUATIONS)
def test_what_cannot_be_judged_is_the_same_in_every_format(check: Check, name: str, form: str) -> None:
    situation = SITUATIONS[name]
    code, out, err = check(situation.files, *situation.arguments, "--format", form)
    assert code == situation.code, err
    assert situation.said in err
    assert out == ""
    assert "Traceback" not in err


@pytest.mark.parametrize("form", [form.value for form in Format])
def test_findings_are_1_and_nothing_found_is_0(check: Check, form: str) -> None:
    files = {"case/case.yaml": GOOD}
    assert check(files, "case", "--format", form)[0] == 1
    assert check(files, "case", "--format", form, "--fail-on", "critical")[0] == 0
    assert check(files, "case", "--format", form, "--output", "out", "--fail-on", "high")[0] == 1
    stale = (
        "auditor: 1\nexceptions:\n- {finding: F-0123456789abcdef, reason: long gone by now, approved_by: DPO,"
        " approved_on: 2025-01-01, expires: 2025-02-01}\n"
    )
    critical = ("case", "--format", form, "--fail-on", "critical")
    assert check({"case/exceptions.yaml": stale}, *critical, "--today", "2025-01-15")[0] == 1
    assert check({"case/exceptions.yaml": stale}, *critical, "--today", "2025-03-01")[0] == 1


@pytest.mark.parametrize("form", [form.value for form in Format])
def test_a_crash_is_4(check: Check, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("auditor.graph.derive.Derived.__init__", broken)
    code, out, err = check({"case/case.yaml": GOOD}, "case", "--format", form)
    assert (code, out) == (4, "")
    assert "internal error (RuntimeError)" in err
    assert "secret" not in err


@pytest.mark.parametrize("form", [form.value for form in Format])
def test_a_file_that_cannot_be_read_is_2(check: Check, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def refusing(path: Path, *arguments: object, **named: object) -> object:
        if path.name == "locked.yaml" and arguments == ("rb",):
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    code, out, err = check({"case/case.yaml": GOOD, "case/locked.yaml": GOOD}, "case", "--format", form)
    assert (code, out) == (2, "")
    assert "locked.yaml: error: Permission denied" in err


@pytest.mark.parametrize("form", [form.value for form in Format])
def test_an_interruption_is_130(check: Check, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("auditor.graph.derive.Derived.__init__", interrupted)
    assert check({"case/case.yaml": GOOD}, "case", "--format", form)[0] == 130


def test_the_case_of_the_matrix_is_sound_by_itself(check: Check, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "case", ignore_errors=True)
    assert check({"case/case.yaml": GOOD}, "case", "--fail-on", "never")[0] == 0

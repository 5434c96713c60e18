"""Exceptions: all mandatory, none wild, none for ever; what is accepted stays visible, what expired returns."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from auditor.api.assess import assess
from auditor.api.publish import publish
from auditor.errors import Refused
from auditor.judging import exceptions
from auditor.judging.exceptions import excepted
from auditor.judging.finding_scope import rests_on
from auditor.loading.exception_files import a_year_after, load_exceptions
from auditor.model.case.document import Case
from auditor.model.exceptions import AcceptedScope, Covers, ExceptionEntry, PlacedException
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.text.days import in_words
from tests.conftest import ROOT, materials

CASE = ROOT / "flows" / "plaintext-hop"
#: What French puts before signs.
BREAKS = {0x202F: " ", 0xA0: " "}
WIDGET = ROOT / "flows" / "undeclared-widget"
SOUND: dict[str, Any] = {
    "finding": "F-0123456789abcdef",
    "reason": "The link moves to TLS in June",
    "approved_by": "DPO",
    "approved_on": "2025-01-10",
    "expires": "2026-01-10",
}


def file(*entries: dict[str, Any]) -> list[tuple[str, bytes]]:
    return [("exceptions.yaml", json.dumps({"auditor": "1", "exceptions": list(entries)}).encode())]


def said(*entries: dict[str, Any], rules: tuple[str, ...] = ("TRN-001",)) -> str:
    with pytest.raises(Refused) as refused:
        load_exceptions(file(*entries), rules)
    assert all(problem.line for problem in refused.value.problems)
    return "\n".join(
        f"{problem.message.en} | {problem.hint and problem.hint.en}" for problem in refused.value.problems
    )


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in SOUND.items() if key != name}


def test_a_sound_exception_is_read_with_its_place() -> None:
    (placed,) = load_exceptions(file(SOUND), ())
    assert placed.entry.finding == "F-0123456789abcdef"
    assert placed.place is not None
    assert placed.place.line == 1


@pytest.mark.parametrize("name", ["reason", "approved_by", "approved_on", "expires"])
def test_everything_is_mandatory(name: str) -> None:
    assert f"the key {name} is missing" in said(without(name))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"expires_at": "2026-01-10"}, "unknown key: expires_at | did you mean expires?"),
        ({"reason": "later"}, "shorter than 15 characters"),
        ({"reason": "x" + " " * 30}, "shorter than 15 characters"),
        ({"approved_by": " "}, "somebody must have approved it"),
        ({"expires": "2026-01-11"}, "twelve months at most | here until 2026-01-10"),
        ({"expires": "2025-01-09"}, "before it was approved"),
        ({"expires": "2026"}, "not a day: 2026"),
        ({"expires": "2025-02-30"}, "no such day"),
        ({"finding": "0123"}, "not the id of a finding"),
        ({"finding": "F-*"}, "not the id of a finding"),
        ({"rule": "TRN-001"}, "an exception is of a finding, or of a rule within a scope"),
        ({"scope": {"host": "aws"}}, "a scope belongs to a rule"),
    ],
)
def test_what_is_refused(changed: dict[str, Any], words: str) -> None:
    assert words in said({**SOUND, **changed})


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "a rule is excepted within a scope only"),
        ({"scope": {}}, "a rule is excepted within a scope only"),
        ({"scope": {"host": []}}, "a rule is excepted within a scope only"),
        ({"scope": {"host": "*"}}, "wildcards are not allowed: *"),
        ({"scope": {"host": ["aws", "az*"]}}, "wildcards are not allowed: az*"),
        ({"scope": {"organisation": "@eea"}}, "wildcards are not allowed: @eea"),
        ({"scope": {"host": "all"}}, "wildcards are not allowed: all"),
        ({"scope": {"hots": "aws"}}, "unknown key: hots | did you mean host?"),
        ({"rule": "TRN-*", "scope": {"host": "aws"}}, "wildcards are not allowed: TRN-*"),
        ({"rule": "TRN-010", "scope": {"host": "aws"}}, "no such rule: TRN-010 | did you mean TRN-001?"),
    ],
)
def test_a_rule_needs_a_scope_without_wildcards(changed: dict[str, Any], words: str) -> None:
    assert words in said({**without("finding"), "rule": "TRN-001", **changed})


def test_every_problem_at_once_and_doubles() -> None:
    words = said(SOUND, {**SOUND, "reason": "no"}, {**SOUND, "expires": "2030-01-01"})
    assert words.count("this is excepted already") == 2
    assert "shorter" in words
    assert "twelve months" in words


@pytest.mark.parametrize(
    ("day", "last"),
    [("2024-02-29", "2025-02-28"), ("2025-01-10", "2026-01-10"), ("9999-01-01", "9999-12-31")],
)
def test_a_year(day: str, last: str) -> None:
    assert a_year_after(day) == last


def entry(of: Finding, **changed: Any) -> ExceptionEntry:
    made = ExceptionEntry(
        "The link moves to TLS in June", "DPO", "2025-01-10", "2025-06-30", f"F-{of.fingerprint}"
    )
    return replace(made, **changed)


def held(folder: Path, today: str, *entries: ExceptionEntry, select: tuple[str, ...] = ()) -> Result:
    read = replace(materials([folder], rules=select), today=today)
    return assess(replace(read, exceptions=tuple(PlacedException(e) for e in entries)))


@pytest.fixture(scope="module")
def finding() -> Finding:
    return next(f for f in assess(materials([CASE])).findings if f.gate)


@pytest.mark.parametrize(
    ("today", "state", "passed"),
    [
        ("2025-01-09", "not-yet", False),
        ("2025-01-10", "in-force", True),
        ("2025-06-30", "in-force", True),
        ("2025-07-01", "expired", False),
        ("", "undated", False),
    ],
)
def test_an_exception_holds_from_its_approval_to_its_last_day(
    finding: Finding, today: str, state: str, passed: bool
) -> None:
    result = held(CASE, today, entry(finding))
    assert [line.state for line in result.exceptions] == [state]
    assert result.summary.gate.passed is passed
    assert result.summary.accepted == int(passed)
    assert result.summary.gate.exceptions == int(state == "expired")
    (shown,) = [f for f in result.findings if f.gate]
    assert (shown.accepted is not None, shown.was_accepted is not None) == (passed, not passed)


def test_one_that_matches_nothing_fails_even_where_every_finding_is_accepted(finding: Finding) -> None:
    other = entry(finding, finding="F-ffffffffffffffff")
    result = held(CASE, "2025-03-01", entry(finding), other)
    assert [line.state for line in result.exceptions] == ["in-force", "unmatched"]
    assert not result.summary.gate.passed
    assert result.summary.gate.failing == 0


def test_what_was_not_run_is_not_stale(finding: Finding) -> None:
    other = entry(finding, finding=UNSET, rule="TPS-001", scope=AcceptedScope(host="archive"))
    assert [x.state for x in held(CASE, "2025-03-01", other, select=("TRN-001",)).exceptions] == [
        "not-checked"
    ]
    assert [x.state for x in held(CASE, "2025-03-01", other).exceptions] == ["unmatched"]


def test_a_file_for_several_cases(finding: Finding) -> None:
    assert held(CASE, "2025-03-01", entry(finding, case="elsewhere")).exceptions == []
    assert held(CASE, "2025-03-01", entry(finding, case="plaintext-hop")).summary.gate.passed


@pytest.mark.parametrize(
    ("covers", "state"),
    [
        (Covers(severity="high", subjects=["results"]), "in-force"),
        (Covers(severity="medium"), "outgrown"),
        (Covers(subjects=["another"]), "outgrown"),
    ],
)
def test_what_outgrows_its_acceptance_returns(finding: Finding, covers: Covers, state: str) -> None:
    result = held(CASE, "2025-03-01", entry(finding, covers=covers))
    assert [line.state for line in result.exceptions] == [state]
    assert result.summary.gate.passed is (state == "in-force")


@pytest.mark.parametrize(
    ("scope", "meant"),
    [
        (AcceptedScope(flow="results"), True),
        (AcceptedScope(activity="analysis"), True),
        (AcceptedScope(host="archive"), True),
        (AcceptedScope(host=["elsewhere", "archive"], flow="results"), True),
        (AcceptedScope(host="archive", flow="elsewhere"), False),
        (AcceptedScope(organisation="archive"), False),
        (AcceptedScope(host="results"), False),
    ],
)
def test_a_scope_names_what_the_finding_is_about(finding: Finding, scope: AcceptedScope, meant: bool) -> None:
    result = held(CASE, "2025-03-01", entry(finding, finding=UNSET, rule=finding.rule, scope=scope))
    assert result.summary.gate.passed is meant


def test_a_scope_must_hold_all_subjects_of_a_finding(finding: Finding) -> None:
    read = replace(materials([CASE]), today="2025-03-01")
    wider = replace(finding, subjects=["results", "results-too:ward>elsewhere"])
    narrow = entry(finding, finding=UNSET, rule=finding.rule, scope=AcceptedScope(flow="results"))
    made = replace(read, exceptions=(PlacedException(narrow),))
    assert excepted([finding], made)[1][0].state == "in-force"
    assert excepted([wider], made)[1][0].state == "unmatched"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_what_is_accepted_stays_visible(finding: Finding, form: str, lang: str) -> None:
    hostile = entry(finding, reason="<script>alert(1)</script> \x1b[31m", approved_by="A <b>DPO</b>")
    shown = publish(held(CASE, "2025-03-01", hostile), form, lang).decode()
    assert finding.fingerprint in shown
    assert ("2025-06-30" if form == "json" else getattr(in_words("2025-06-30"), lang)) in shown
    if form == "html":
        assert "<script>alert" not in shown
        assert "&lt;script&gt;alert(1)" in shown
        assert "--today 2025-03-01" in shown
    if form == "text":
        assert "\x1b" not in shown
        assert ("Acceptés : 1.".replace(" :", "\u00a0:") if lang == "fr" else "Accepted: 1.") in shown
    expired = publish(held(CASE, "2025-07-01", hostile), form, lang).decode()
    assert ("avait été accepté par" if lang == "fr" else "was accepted by") in expired or form == "json"


def test_the_order_of_findings_and_what_is_not_accepted_do_not_change(finding: Finding) -> None:
    plain, marked = assess(materials([CASE])), held(CASE, "2025-03-01", entry(finding))
    assert [f.fingerprint for f in plain.findings] == [f.fingerprint for f in marked.findings]
    assert plain.summary.established == marked.summary.established


Auditor = Callable[..., Any]


def test_a_day_is_said_by_flag_or_by_the_source_date(
    tmp_path: Path, finding: Finding, auditor: Auditor
) -> None:
    accepted = auditor(
        *(
            "accept",
            finding.fingerprint,
            str(CASE),
            "--until",
            "2025-06-30",
            "--on",
            "2025-01-10",
            "--by",
            "DPO",
        ),
        *("--reason", "The link moves to TLS in June", "--exceptions", str(tmp_path / "mine.yaml")),
    )
    assert accepted.returncode == 0, accepted.stderr
    check = ("check", str(CASE), "--exceptions", str(tmp_path / "mine.yaml"))
    assert auditor(*check).returncode == 1
    assert auditor(*check, "--today", "2025-06-30").returncode == 0
    assert auditor(*check, "--today", "2025-07-01").returncode == 1
    assert auditor(*check, SOURCE_DATE_EPOCH="1748736000").returncode == 0
    assert auditor(*check, SOURCE_DATE_EPOCH="1767225600").returncode == 1
    assert auditor(*check, SOURCE_DATE_EPOCH="today").returncode == 2
    assert auditor(*check, AUDITOR_TODAY="2025-06-30").returncode == 0
    assert auditor(*check, "--today", "2025-06").returncode == 2
    assert auditor(*check, "--today", "2025-06-31").returncode == 2


def test_accepting_keeps_comments_and_refuses_doubles(
    tmp_path: Path, finding: Finding, auditor: Auditor
) -> None:
    path = tmp_path / "exceptions.yaml"
    old = "# ours\nauditor: 1\nexceptions:\n# the first\n- {finding: F-0000000000000000, reason: a good enough reason, approved_by: x, approved_on: 2025-01-01, expires: 2025-02-01}\n"
    path.write_text(old, encoding="utf-8")
    arguments = [
        *(
            "accept",
            f"F-{finding.fingerprint}",
            str(CASE),
            "--exceptions",
            str(path),
            "--on",
            "2025-01-10",
            "--by",
            "DPO: me",
        ),
        *("--reason", 'Says "later": # not a comment'),
    ]
    assert auditor(*arguments, "--until", "2026-02-10").returncode == 2
    assert auditor(*arguments[:-1], "short", "--until", "2025-02-10").returncode == 2
    assert auditor(*arguments[:-1], "x" * 400, "--until", "2027-02-10").returncode == 2
    assert path.read_text(encoding="utf-8") == old
    assert auditor(*arguments, "--until", "2025-02-10").returncode == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith(old)
    (_, placed) = load_exceptions([("x", text.encode())], None)
    assert (placed.entry.reason, placed.entry.approved_by) == ('Says "later": # not a comment', "DPO: me")
    case = materials([CASE]).case
    assert placed.entry.covers == Covers(
        severity="high", subjects=["results"], rests_on=rests_on(finding, case)
    )
    again = auditor(*arguments, "--until", "2025-02-10")
    assert (again.returncode, "excepted already" in again.stderr) == (2, True)
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "accepted by Data protection officer on 24 November 2026, until 1 April 2027: The line is leased until then",
        ),
        ("fr", "accepté par Data protection officer le 24 novembre 2026, jusqu'au 1er avril 2027"),
    ],
)
def test_a_finding_that_is_accepted_is_explained_as_such(
    tmp_path: Path, auditor: Auditor, lang: str, said: str
) -> None:
    case = tmp_path / "plaintext-hop"
    shutil.copytree(CASE, case)
    plain = auditor("explain", "TRN-001", str(case), "--lang", lang)
    approval = ("--until", "2027-04-01", "--on", "2026-11-24", "--by", "Data protection officer")
    fingerprint = re.findall(r"F-[0-9a-f]{16}", plain.stdout)[0]
    reason = ("--reason", "The line is leased until then")
    assert auditor("accept", fingerprint, str(case), *approval, *reason).returncode == 0
    held = auditor("explain", "TRN-001", str(case), "--lang", lang, "--today", "2027-01-01")
    assert (held.returncode, said in held.stdout.translate(BREAKS), said in plain.stdout) == (0, True, False)
    over = auditor("explain", "TRN-001", str(case), "--lang", lang, "--today", "2027-04-02")
    assert (getattr(in_words("2027-04-01"), lang) in over.stdout, said in over.stdout) == (True, False)
    none = auditor("explain", "TRN-001", str(case), "--lang", lang, "--no-exceptions")
    assert none.stdout == plain.stdout


def test_what_is_not_established_cannot_be_accepted(tmp_path: Path, auditor: Auditor) -> None:
    result = assess(materials([ROOT / "flows" / "doctolib-2019"]))
    open_one = next(f for f in result.findings if f.outcome == "cannot-be-shown")
    done = auditor(
        *(
            "accept",
            open_one.fingerprint,
            "flows/doctolib-2019",
            "--until",
            "2025-06-30",
            "--on",
            "2025-01-10",
        ),
        *("--by", "DPO", "--reason", "a good enough reason", "--exceptions", str(tmp_path / "x.yaml")),
    )
    assert (done.returncode, "not established" in done.stderr) == (2, True)
    assert not (tmp_path / "x.yaml").exists()


def test_of_several_exceptions_the_one_in_force_counts(finding: Finding) -> None:
    scoped = entry(
        finding, finding=UNSET, rule=finding.rule, scope=AcceptedScope(flow="results"), expires="2025-12-31"
    )
    for entries in ([entry(finding), scoped], [scoped, entry(finding)]):
        result = held(CASE, "2025-08-01", *entries)
        (shown,) = [f for f in result.findings if f.gate]
        assert shown.accepted is not None
        assert shown.accepted.until == "2025-12-31"
        assert (result.summary.gate.failing, result.summary.gate.exceptions) == (0, 1)
        lapsed = held(CASE, "2026-02-01", *entries).findings[0].was_accepted
        assert lapsed is not None
        assert lapsed.until == "2025-12-31"


def test_the_same_bytes_wherever_the_repository_is(
    tmp_path: Path, finding: Finding, auditor: Auditor
) -> None:
    made = []
    for name in ("one", "two/deeper"):
        root = tmp_path / name
        shutil.copytree(CASE, root / "flows" / "case")
        (root / ".git").mkdir()
        accepted = {**SOUND, "finding": f"F-{finding.fingerprint}"}
        (root / "exceptions.yaml").write_bytes(file(accepted)[0][1])
        for cwd, case in (
            (root, "flows/case"),
            (root / "flows" / "case", "."),
            (tmp_path, f"{name}/flows/case"),
        ):
            done = auditor("check", case, "--today", "2025-06-01", "--format", "json", cwd=cwd)
            assert done.returncode == 0, done.stderr
            made.append(done.stdout)
    assert len(set(made)) == 1
    assert "../exceptions.yaml" in made[0]


PLAIN = st.recursive(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(["F-0123456789abcdef", "2025-01-10", "9999-12-31", "0000-00-00", "TRN-001"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from([*SOUND, "rule", "scope", "host", "covers", "severity", "subjects"]),
            inner,
            max_size=8,
        ),
    ),
    max_leaves=12,
)


@given(st.lists(PLAIN, max_size=3))
def test_whatever_is_written_is_read_or_refused(entries: list[Any]) -> None:
    data = json.dumps({"auditor": "1", "exceptions": entries}, ensure_ascii=True).encode()
    refused: list[Any] = []
    try:
        placed = load_exceptions([("exceptions.yaml", data)], ("TRN-001",))
    except Refused as error:
        placed, refused = (), error.problems
    assert refused or len(placed) == len(entries)


@pytest.mark.parametrize("count", [10, 40])
def test_what_findings_are_about_is_told_once_for_all_exceptions(
    count: int, finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = materials([CASE])
    host = next(iter(given.case.hosts))
    found = [replace(finding, fingerprint=f"{number:016x}", subjects=[host]) for number in range(count)]
    scope = AcceptedScope(host=host)
    entry = ExceptionEntry("moves", "DPO", "2025-01-10", "2026-01-10", rule=finding.rule, scope=scope)
    told: list[str] = []
    about = exceptions._about

    def counted(finding: Finding, subject: str, case: Case) -> dict[str, set[str]]:
        told.append(subject)
        return about(finding, subject, case)

    monkeypatch.setattr(exceptions, "_about", counted)
    entries = tuple(PlacedException(entry) for _ in range(count))
    _, lines = excepted(found, replace(given, exceptions=entries, today="2025-06-01"))
    assert [len(line.findings) for line in lines] == [count] * count
    assert len(told) == count

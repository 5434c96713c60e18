"""Which part made a finding change: facts, policies, knowledge, exceptions or the date, alone, each or together."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.judging.comparison import ById, by_fingerprint, cause, says
from auditor.model.comparison import Part
from auditor.model.result.document import Result

Auditor = Callable[..., Any]
CASE = """\
auditor: 1
known: documented
source: file
case: {id: app, title: {fr: App, en: App}, as_of: AS_OF, about: app-co, policies: [sovereignty]}
sources: {file: {kind: register, title: The file, date: 2025-06-01}}
people: {patient: {title: {fr: Patient, en: Patient}}}
organisations: {app-co: {name: App Co, country: FR, parent: none}}
activities: {care: {title: {fr: Soin, en: Care}, people: patient, data: health, controller: app-co, scale: large}}
hosts: {store: {operator: host-co, keeps: health, at_rest: encrypted, keys: app-co}}
flows: {send: {for: care, from: patient, to: store, transport: tls, content: CONTENT, keys: app-co}}
agreements: [{between: [app-co, host-co], is: processing}]
"""
KNOWLEDGE = """\
auditor: 1
knowledge: own
as_of: 2025-01-01
sources: {note: {kind: filing, title: A note, publisher: A registry, date: 2025-01-01}}
organisations:
  host-co: {name: Host Co, country: FR, is: hosting, status: verified, source: note, as_of: 2025-01-01}
  us-co: {name: US Co, country: US, is: cloud, parent: none, status: verified, source: note, as_of: 2025-01-01}
ownership:
  - {owner: us-co, of: host-co, votes: VOTES, since: 2024-07, status: verified, source: note, as_of: 2025-01-01}
"""


def state(folder: Path, *, as_of: str = "2025-01-01", content: str = "none", votes: str = "majority") -> str:
    case = folder / "case"
    case.mkdir(parents=True)
    (case / "case.yaml").write_text(
        CASE.replace("AS_OF", as_of).replace("CONTENT", content), encoding="utf-8"
    )
    (folder / "knowledge.yaml").write_text(KNOWLEDGE.replace("VOTES", votes), encoding="utf-8")
    return str(case)


def told(auditor: Auditor, base: str, head: str, knowledge: Path) -> dict[str, Any]:
    done = auditor("diff", base, head, "--knowledge", str(knowledge), "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def causes(found: dict[str, Any], rule: str) -> tuple[str, list[str], str]:
    (one,) = [f for f in found["findings"] if (f["after"] or f["before"])["rule"] == rule]
    return one["status"], one["cause"]["parts"], one["cause"]["how"]


def test_a_date_is_a_cause(tmp_path: Path, auditor: Auditor) -> None:
    base, head = state(tmp_path / "a", as_of="2024-01-01"), state(tmp_path / "b")
    found = told(auditor, base, head, tmp_path / "a" / "knowledge.yaml")
    assert found["parts"] == ["date"]
    assert causes(found, "CTL-001") == ("new", ["date"], "alone")


def test_facts_are_a_cause_and_named(tmp_path: Path, auditor: Auditor) -> None:
    base, head = state(tmp_path / "a", content="encrypted"), state(tmp_path / "b")
    found = told(auditor, base, head, tmp_path / "a" / "knowledge.yaml")
    status, parts, how = causes(found, "CTL-001")
    assert (status, parts, how) == ("changed", ["facts"], "alone")
    (one,) = [f for f in found["findings"] if (f["after"] or f["before"])["rule"] == "CTL-001"]
    (change,) = one["cause"]["facts"]
    assert (change["fact"], change["before"], change["after"]) == ("flows.send.content", "encrypted", "none")
    assert change["said_before"]["en"] == 'the content of the flow "send" is encrypted'
    assert change["said_after"]["fr"].endswith("n'est pas protégé au-delà du transport")


def test_a_date_and_facts_that_only_together_do_it(tmp_path: Path, auditor: Auditor) -> None:
    base, head = state(tmp_path / "a", as_of="2024-01-01", content="encrypted"), state(tmp_path / "b")
    found = told(auditor, base, head, tmp_path / "a" / "knowledge.yaml")
    assert sorted(found["parts"]) == ["date", "facts"]
    assert causes(found, "CTL-001") == ("new", ["facts", "date"], "together")


def test_knowledge_is_a_cause(tmp_path: Path, auditor: Auditor) -> None:
    base = state(tmp_path / "a", votes="minority")
    knowledge = tmp_path / "a" / "knowledge.yaml"
    first = auditor("check", base, "--knowledge", str(knowledge), "--format", "json")
    knowledge.write_text(KNOWLEDGE.replace("VOTES", "majority"), encoding="utf-8")
    second = auditor("check", base, "--knowledge", str(knowledge), "--format", "json")
    for name, done in (("one.json", first), ("two.json", second)):
        assert done.returncode in (0, 1), done.stderr
        (tmp_path / name).write_text(done.stdout, encoding="utf-8")
    found = json.loads(
        auditor("diff", str(tmp_path / "one.json"), str(tmp_path / "two.json"), "--format", "json").stdout
    )
    assert {f["cause"]["how"] for f in found["findings"]} == {"untold"}
    assert [f["path"] for f in found["files"]] == ["a/knowledge.yaml"]


@pytest.mark.parametrize(
    ("worlds", "expected"),
    [
        ({"facts": 1, "policies": 0, "facts+policies": 1}, (["facts"], "alone")),
        ({"facts": 1, "policies": 1, "facts+policies": 1}, (["facts", "policies"], "each")),
        ({"facts": 0, "policies": 0, "facts+policies": 1}, (["facts", "policies"], "together")),
        ({"facts": None, "policies": 0, "facts+policies": 1}, (["facts", "policies"], "together")),
    ],
)
def test_one_part_swapped_at_a_time(
    worlds: dict[str, int | None], expected: tuple[list[str], str], reference: Result
) -> None:
    finding = reference.findings[0]

    def swapped(parts: frozenset[Part]) -> ById | None:
        there = worlds["+".join(sorted(parts))]
        return None if there is None else by_fingerprint([finding] if there else [])

    found = cause(finding.fingerprint, says(finding), ["facts", "policies"], swapped)
    assert (list(found.parts), found.how) == expected


def test_a_knowledge_file_of_a_revision_is_a_part_of_its_own(tmp_path: Path, auditor: Auditor) -> None:
    from tests.gate.test_history import commit, git

    state(tmp_path / "r", votes="minority")
    git(tmp_path / "r", "init", "-q")
    commit(tmp_path / "r", "one")
    (tmp_path / "r" / "knowledge.yaml").write_text(KNOWLEDGE.replace("VOTES", "majority"), encoding="utf-8")
    commit(tmp_path / "r", "two")
    done = auditor(
        *("diff", "one", "two", "--case", "case", "--knowledge", "knowledge.yaml", "--format", "json"),
        cwd=tmp_path / "r",
    )
    assert done.returncode in (0, 1), done.stderr
    found = json.loads(done.stdout)
    assert found["parts"] == ["knowledge"]
    assert causes(found, "CTL-001")[1:] == (["knowledge"], "alone")

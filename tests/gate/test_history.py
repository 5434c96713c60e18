"""A repository with a history: each change is told with its cause, and fails where it is made."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

CASE = """\
auditor: 1
known: documented
case:
  id: shop
  title: {fr: Boutique, en: Shop}
  as_of: 2025-03-01
  about: shop-co
  policies: [third-parties]
people: {customer: {title: {fr: Client, en: Customer}}}
organisations:
  shop-co: {name: Shop Co, country: FR, parent: none, is: e-commerce}
  sender: {name: Sender, country: FR, parent: none, is: e-commerce}
activities:
  orders: {title: {fr: Commandes, en: Orders}, people: customer, data: [contact], controller: shop-co, processors: none,
    recipients: none, legal_basis: contract}
hosts:
  shop: {operator: shop-co, runs_on: none, keeps: [contact], at_rest: encrypted, keys: shop-co}
  archive: {operator: shop-co, runs_on: none, keeps: [contact], at_rest: encrypted, keys: shop-co}
flows:
  order: {for: orders, from: customer, to: shop, transport: tls, content: none, network: public}
  store: {for: orders, from: shop, to: archive, transport: tls, content: none, network: public}
  ship: {for: orders, from: shop, to: sender, transport: tls, content: none, network: public}
notices:
  privacy: {by: shop-co, for: orders, recipients: [sender]}
"""
POLICY = """\
auditor: 1
policy: own
title: {fr: Propres règles, en: Own rules}
rules:
  - id: own/TRN-001
    title: {fr: En clair, en: In clear}
    kind: gap
    about: flow
    for: hop
    when: {carries: personal}
    forbid: {transport: none, content: none}
    severity: high
    gate: true
    message: {fr: "{flow} est en clair.", en: "{flow} is in clear."}
    why: {fr: Lisible en chemin, en: Readable on the way}
    law: [gdpr.32.1.a]
    remedy: {fr: Chiffrer, en: Encrypt}
    mistaken_when: {fr: Donnée publique, en: Public data}
  - id: own/TPS-002
    title: {fr: Non déclaré, en: Not declared}
    kind: gap
    about: flow
    for: recipient
    forbid: {declared: false}
    severity: high
    group: who
    gate: true
    message: {fr: "{who} n'est pas déclaré.", en: "{who} is not declared."}
    why: {fr: Les personnes doivent le savoir, en: People must know}
    law: [gdpr.13.1.e]
tests:
  - name: {fr: en clair, en: in clear}
    given: {}
    silent: [own/TRN-001]
"""
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def auditor(auditor: Run, tmp_path: Path) -> Run:
    return partial(auditor, cwd=tmp_path)


def git(folder: Path, *arguments: str) -> str:
    hidden = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *who, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **hidden},
    )
    return done.stdout.strip()


def commit(folder: Path, name: str) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", name)
    git(folder, "tag", name)
    return name


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """Four commits: a sound case, a flow without TLS, a loosened rule, a recipient gone from the notice."""
    case, policy = tmp_path / "flows" / "shop" / "case.yaml", tmp_path / "rules" / "own.yaml"
    for path, text in ((case, CASE), (policy, POLICY)):
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    git(tmp_path, "init", "-q")
    commit(tmp_path, "sound")
    change(
        case,
        "store: {for: orders, from: shop, to: archive, transport: tls",
        "store: {for: orders, from: shop, to: archive, transport: none",
    )
    commit(tmp_path, "no-tls")
    change(
        policy,
        "forbid: {transport: none, content: none}\n    severity: high",
        "forbid: {transport: none, content: none}\n    severity: low",
    )
    commit(tmp_path, "loosened")
    change(case, "recipients: [sender]", "recipients: none")
    commit(tmp_path, "dropped")
    return tmp_path


OWN = ("--policy", "rules")


def difference(auditor: Run, base: str, head: str, *arguments: str) -> tuple[int, dict[str, Any]]:
    done = auditor("diff", base, head, "--case", "flows/shop", *OWN, "--format", "json", *arguments)
    assert done.returncode in (0, 1), done.stderr
    return done.returncode, json.loads(done.stdout)


def told(found: dict[str, Any]) -> list[tuple[str, str, list[str], str]]:
    return [
        (f["status"], (f["after"] or f["before"])["rule"], f["cause"]["parts"], f["cause"]["how"])
        for f in found["findings"]
    ]


def test_a_flow_that_loses_its_protection_is_told_with_the_fact(auditor: Run, history: Path) -> None:
    code, found = difference(auditor, "sound", "no-tls")
    assert code == 1
    assert told(found) == [("new", "own/TRN-001", ["facts"], "alone")]
    (fact,) = found["findings"][0]["cause"]["facts"]
    assert (fact["fact"], fact["before"], fact["after"]) == ("flows.store.transport", "tls", "none")
    assert fact["said_before"]["en"] == 'the transport of the flow "store" is protected by TLS'
    assert fact["said_after"]["fr"] == "le transport du flux « store » n'est pas protégé"
    assert found["parts"] == ["facts"]
    assert found["findings"][0]["fails"]
    assert difference(auditor, "no-tls", "sound")[0] == 0


def test_a_rule_that_is_loosened_is_told_and_fails(auditor: Run, history: Path) -> None:
    code, found = difference(auditor, "no-tls", "loosened")
    assert code == 1
    assert told(found) == [("changed", "own/TRN-001", ["policies"], "alone")]
    assert found["gate"]["failing"] == 0
    assert [(c["rule"], c["before"], c["after"]) for c in found["loosened"]] == [
        ("own/TRN-001", "high", "low")
    ]
    code, found = difference(auditor, "loosened", "no-tls")
    assert (code, found["loosened"]) == (1, [])
    assert found["findings"][0]["fails"]


def test_a_recipient_dropped_from_the_notice_is_told_with_the_fact(auditor: Run, history: Path) -> None:
    code, found = difference(auditor, "loosened", "dropped")
    assert told(found) == [("new", "own/TPS-002", ["facts"], "alone")]
    assert [c["fact"] for c in found["findings"][0]["cause"]["facts"]] == ["notices.privacy.recipients"]
    assert code == 1


def test_over_the_whole_history_each_finding_has_its_own_cause(auditor: Run, history: Path) -> None:
    _, found = difference(auditor, "sound", "dropped")
    assert found["parts"] == ["facts", "policies"]
    causes = {rule: (status, parts, how) for status, rule, parts, how in told(found)}
    assert causes == {
        "own/TRN-001": ("new", ["facts", "policies"], "together"),
        "own/TPS-002": ("new", ["facts"], "alone"),
    }


@pytest.mark.parametrize(
    ("at", "since", "failing", "loosened"),
    [
        ("no-tls", "sound", ["own/TRN-001"], []),
        ("loosened", "no-tls", [], ["own/TRN-001"]),
        ("dropped", "loosened", ["own/TPS-002"], []),
        ("dropped", "dropped", [], []),
    ],
)
def test_a_check_since_fails_on_exactly_what_came_since(
    auditor: Run, history: Path, at: str, since: str, failing: list[str], loosened: list[str]
) -> None:
    git(history, "checkout", "-q", at)
    done = auditor("check", "flows/shop", *OWN, "--since", since, "--format", "json")
    result = json.loads(done.stdout)
    assert [
        f["rule"] for f in result["findings"] if f["gate"] and f["standing"] in ("new", "worse")
    ] == failing
    assert [change["rule"] for change in result["loosened"]] == loosened
    assert done.returncode == (1 if failing or loosened else 0)
    assert auditor("check", "flows/shop", *OWN, "--fail-on", "low").returncode == 1


def test_the_same_in_both_languages_and_twice(auditor: Run, history: Path) -> None:
    english = auditor("diff", "sound", "dropped", "--case", "flows/shop", *OWN)
    assert "What differs: the facts, the rules." in english.stdout
    assert 'Stated before: the transport of the flow "store" is protected by TLS.' in " ".join(
        english.stdout.split()
    )
    for seed in ("1", "2"):
        again = subprocess.run(
            [sys.executable, "-m", "auditor", "diff", "sound", "dropped", "--case", "flows/shop", *OWN],
            capture_output=True,
            text=True,
            cwd=history,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            check=False,
        )
        assert again.stdout == english.stdout
    french = auditor("diff", "sound", "dropped", "--case", "flows/shop", *OWN, "--lang", "fr")
    assert "aucun ne suffisant seul" in french.stdout


def test_folders_revisions_and_mixtures_say_the_same(auditor: Run, history: Path, tmp_path: Path) -> None:
    git(history, "worktree", "add", "-q", "old", "sound")
    expected = told(difference(auditor, "sound", "dropped")[1])
    for base, head in (
        ("old/flows/shop", "flows/shop"),
        ("sound:flows/shop", "dropped:flows/shop"),
        ("sound", "flows/shop"),
    ):
        done = auditor("diff", base, head, *OWN, "--format", "json")
        found = told(json.loads(done.stdout))
        assert [(status, rule) for status, rule, _, _ in found if rule == "own/TPS-002"] == [
            ("new", "own/TPS-002")
        ], done.stderr
        if base != "old/flows/shop":
            assert found == expected


def test_two_results_tell_what_can_be_told(auditor: Run, history: Path) -> None:
    for name in ("sound", "dropped"):
        git(history, "checkout", "-q", name)
        made = auditor("check", "flows/shop", *OWN, "--format", "json")
        (history.parent / f"{name}.json").write_text(made.stdout, encoding="utf-8")
    done = auditor("diff", "../sound.json", "../dropped.json")
    assert done.returncode == 1
    assert "the cause needs the sources" in done.stdout
    assert "whether one was loosened cannot be told" in done.stdout
    back = auditor("diff", "../dropped.json", "../sound.json")
    assert (back.returncode, "no rule loosened" in back.stdout) == (0, False)
    (history.parent / "sound.json").write_text("{}", encoding="utf-8")
    assert auditor("diff", "../sound.json", "../dropped.json").returncode == 2


def test_a_fact_no_longer_stated_is_not_a_finding_fixed(auditor: Run, history: Path) -> None:
    change(history / "flows/shop/case.yaml", "to: archive, transport: none, content: none", "to: archive")
    commit(history, "unsaid")
    _, found = difference(auditor, "dropped", "unsaid")
    assert told(found) == [("unshown", "own/TRN-001", ["facts"], "alone")]


def test_exceptions_are_a_cause_of_their_own_and_a_change_cannot_exempt_itself(
    auditor: Run, history: Path
) -> None:
    git(history, "checkout", "-q", "no-tls")
    result = json.loads(auditor("check", "flows/shop", *OWN, "--format", "json").stdout)
    finding = f"F-{result['findings'][0]['fingerprint']}"
    accepted = auditor(
        *("accept", finding, "flows/shop", *OWN, "--until", "2025-09-01", "--on", "2025-03-02"),
        *("--reason", "TLS is planned for the summer", "--by", "DPO"),
    )
    assert (accepted.returncode, accepted.stdout) == (0, "flows/shop/exceptions.yaml\n"), accepted.stderr
    commit(history, "accepted")
    _, found = difference(auditor, "no-tls", "accepted", "--today", "2025-06-01")
    assert told(found) == [("changed", "own/TRN-001", ["exceptions"], "alone")]
    day = ("--today", "2025-06-01")
    assert auditor("check", "flows/shop", *OWN, *day).returncode == 0
    assert auditor("check", "flows/shop", *OWN, *day, "--exceptions-from", "no-tls").returncode == 1
    assert auditor("check", "flows/shop", *OWN, *day, "--exceptions-from", "accepted").returncode == 0
    assert auditor("check", "flows/shop", *OWN, *day, "--no-exceptions").returncode == 1


def test_an_old_finding_whose_exception_went_is_new_again(auditor: Run, history: Path) -> None:
    test_exceptions_are_a_cause_of_their_own_and_a_change_cannot_exempt_itself(auditor, history)
    (history / "flows/shop/exceptions.yaml").unlink()
    done = auditor("check", "flows/shop", *OWN, "--since", "accepted", "--today", "2025-06-01")
    assert done.returncode == 1


@pytest.mark.parametrize(
    "name", ["--upload-pack=x", "-x", "no-such", "HEAD:flows", "a..b", "$(id)", "HEAD\n"]
)
def test_what_is_no_revision_is_refused(auditor: Run, history: Path, name: str) -> None:
    done = auditor("check", "flows/shop", *OWN, f"--since={name}")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_git_runs_nothing_that_the_repository_configures(auditor: Run, history: Path) -> None:
    trap = history / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {history / 'sprung'}\n", encoding="utf-8")
    trap.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.sshCommand",
        "core.pager",
        "diff.external",
        "filter.x.smudge",
        "credential.helper",
    ):
        git(history, "config", key, str(trap))
    git(history, "config", "core.hooksPath", str(history))
    (history / ".gitattributes").write_text("*.yaml filter=x\n", encoding="utf-8")
    difference(auditor, "sound", "dropped")
    auditor("check", "flows/shop", *OWN, "--since", "sound")
    assert not (history / "sprung").exists()


def test_a_case_that_was_not_there_yet_makes_everything_new(auditor: Run, history: Path) -> None:
    git(history, "checkout", "-q", "--orphan", "empty")
    git(history, "rm", "-rfq", "--cached", ".")
    (history / "note.txt").write_text("nothing yet", encoding="utf-8")
    git(history, "add", "note.txt")
    git(history, "commit", "-q", "-m", "empty")
    done = auditor("check", "flows/shop", *OWN, "--since", "empty", "--fail-on", "low")
    assert done.returncode == 1
    assert auditor("diff", "empty", "dropped", "--case", "flows/shop", *OWN).returncode == 2


def test_a_case_that_names_fewer_packs_or_gates_less_is_loosened(auditor: Run, history: Path) -> None:
    path = history / "flows/shop/case.yaml"
    change(path, "policies: [third-parties]", "policies: [third-parties, claims]\n  gate: [CLM-001, CLM-002]")
    commit(history, "more")
    change(
        path,
        "policies: [third-parties, claims]\n  gate: [CLM-001, CLM-002]",
        "policies: [claims]\n  gate: [CLM-001]",
    )
    commit(history, "less")
    _, found = difference(auditor, "more", "less")
    assert found["parts"] == ["policies"]
    changes = {(c["rule"], c["what"]["en"]) for c in found["loosened"]}
    assert ("TPS-001", "the rule is no longer applied") in changes
    assert ("CLM-002", "the rule may fail a build less often") in changes
    assert not [rule for rule, _ in changes if rule == "CLM-001"]
    assert auditor("check", "flows/shop", *OWN, "--since", "more").returncode == 1
    assert difference(auditor, "less", "more")[1]["loosened"] == []


def test_a_regime_that_changes_is_named(auditor: Run, history: Path) -> None:
    change(history / "flows/shop/case.yaml", "about: shop-co", "about: shop-co\n  regime: none")
    change(history / "flows/shop/case.yaml", "transport: none", "transport: tls")
    commit(history, "regime")
    _, found = difference(auditor, "dropped", "regime")
    assert {"case.regime", "flows.store.transport"} == {
        c["fact"] for f in found["findings"] for c in f["cause"]["facts"]
    }


def test_a_revision_that_cannot_be_judged_gives_no_verdict(auditor: Run, history: Path) -> None:
    path = history / "flows/shop/case.yaml"
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace("transport: none", "transport: nothing"), encoding="utf-8")
    commit(history, "broken")
    path.write_text(sound, encoding="utf-8")
    done = auditor("check", "flows/shop", *OWN, "--since", "broken")
    assert (done.returncode, done.stdout) == (2, "")
    assert "broken:shop/case.yaml:" in done.stderr
    assert auditor("diff", "broken", "flows/shop", *OWN).returncode == 2


def test_links_of_a_revision_are_not_followed(auditor: Run, history: Path) -> None:
    (history / "flows/shop/link.yaml").symlink_to("/etc/hostname")
    commit(history, "linked")
    (history / "flows/shop/link.yaml").unlink()
    done = auditor("check", "flows/shop", *OWN, "--since", "linked")
    assert (done.returncode, "links are not followed" in done.stderr) == (2, True)


def test_a_case_with_a_submodule_inside_is_held_against_nothing(auditor: Run, history: Path) -> None:
    commit_of = git(history, "rev-parse", "HEAD")
    git(history, "update-index", "--add", "--cacheinfo", f"160000,{commit_of},flows/shop/more")
    git(history, "commit", "-q", "-m", "taken in")
    git(history, "tag", "taken-in")
    for revision in ("dropped", "taken-in"):
        done = auditor("check", "flows/shop", *OWN, "--since", revision)
        assert (done.returncode, "flows/shop/more: error: a submodule" in done.stderr) == (2, True)
    git(history, "rm", "-q", "--cached", "flows/shop/more")
    assert auditor("check", "flows/shop", *OWN, "--since", "taken-in").returncode == 2
    assert auditor("check", "flows/shop", *OWN, "--since", "dropped").returncode == 0
    assert auditor("check", "flows/shop", *OWN, "--fail-on", "never").returncode == 0


@pytest.mark.parametrize(("name", "code"), [("more.yaml.txt", 2), ("case.yaml~", 0), ("more.txt", 0)])
def test_a_part_under_another_ending_in_a_revision_leaves_no_verdict(
    auditor: Run, history: Path, name: str, code: int
) -> None:
    (history / "flows/shop" / name).write_text("auditor: 1\nhosts: {}\n", encoding="utf-8")
    commit(history, "renamed")
    (history / "flows/shop" / name).unlink()
    done = auditor("check", "flows/shop", *OWN, "--since", "renamed")
    assert (done.returncode, name in done.stderr, "is not read" in done.stderr) == (
        code,
        code == 2,
        code == 2,
    )


def test_the_environment_of_git_does_not_choose_the_repository(auditor: Run, history: Path) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_INDEX_FILE"):
        done = auditor("check", "flows/shop", *OWN, "--since", "dropped", **{name: "/nowhere"})
        assert done.returncode == 0, done.stderr


def test_names_of_files_are_what_they_are(auditor: Run, history: Path) -> None:
    odd = history / "flows/shop/été [1] *.yaml"
    odd.write_text("auditor: 1\nhosts: {extra: {operator: shop-co}}\n", encoding="utf-8")
    commit(history, "odd")
    assert difference(auditor, "dropped", "odd")[1]["files"] == [
        {"path": "shop/été [1] *.yaml", "state": "added"}
    ]
    assert auditor("diff", "odd", "flows/shop", *OWN, "--format", "json").returncode == 0

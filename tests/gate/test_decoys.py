"""A change takes the id of a worse case that the repository holds elsewhere: nothing becomes known by it, and it is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.gate.test_attacks import DAY, Repository, made
from tests.running import run_here

pytestmark = pytest.mark.slow

SOUND = ("transport: none", "transport: tls-1.3")


def with_decoys(root: Path, *changes: tuple[str, str], count: int = 1) -> Repository:
    """Make a repository of a teaching case, and of `count` cases called `sample` with the same hop in clear."""
    repository = made(root, "plaintext-hop", *changes)
    text = (root / "flows/x/case.yaml").read_text(encoding="utf-8")
    worse = text.replace("id: plaintext-hop", "id: sample").replace("transport: tls-1.3", "transport: none")
    for number in range(count):
        repository.put(f"docs/sample-{number}/case.yaml", worse)
    repository.git("add", ".")
    repository.git("commit", "-q", "-m", "samples")
    return Repository(root, repository.git("rev-parse", "HEAD"))


def checked(repository: Repository, capfd: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    done = run_here(
        capfd,
        *("check", "flows/x", "--no-config", "--fail-on", "high", *DAY, "--format", "json"),
        *(f"--since={repository.base}", f"--exceptions-from={repository.base}"),
        cwd=repository.root,
    )
    return done.returncode, json.loads(done.stdout)


@pytest.mark.parametrize("count", [1, 2])
def test_a_finding_that_only_the_decoy_had_is_new(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], count: int
) -> None:
    repository = with_decoys(tmp_path, SOUND, count=count)
    repository.bad()
    repository.change("id: plaintext-hop", "id: sample")
    code, result = checked(repository, capfd)
    told = {line["fact"]: line for line in result["weakened_facts"]}
    assert (code, told["flows.results.transport"]["fate"]) == (1, "otherwise")
    assert (told["case.id"]["before"], told["case.id"]["after"]) == ("plaintext-hop", "sample")


@pytest.mark.parametrize("count", [1, 2])
def test_a_fact_taken_away_is_held_against_the_case_at_the_path(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], count: int
) -> None:
    repository = with_decoys(tmp_path, count=count)
    repository.change("transport: none, ", "")
    repository.change("id: plaintext-hop", "id: sample")
    code, result = checked(repository, capfd)
    assert (code, [line["fails"] for line in result["no_longer_shown"]]) == (1, [True])


def test_what_both_cases_had_is_known(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    repository = with_decoys(tmp_path)
    repository.change("id: plaintext-hop", "id: sample")
    code, result = checked(repository, capfd)
    assert code == 0
    assert {finding["standing"] for finding in result["findings"]} >= {"known"}

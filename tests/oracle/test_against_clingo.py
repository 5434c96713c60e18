"""The engine against logic programs written from the definitions, on small estates of every kind, dates and claims included.

`make oracle` compares a thousand estates; by default the test takes an even sample of them.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict

import pytest

from tests.oracle.additions import KINDS, completed
from tests.oracle.engine import BY_PLACE, IN_FULL, Answers, engine
from tests.oracle.estates import EEA, Tree, estate
from tests.oracle.solve import oracle

pytestmark = pytest.mark.slow

ALL = 1000
ESTATES = int(os.environ.get("ORACLE_ESTATES", "250"))
BATCH = 50
COMPARED = (
    "stands",
    "lapsing",
    "controls",
    "reads",
    "exposed",
    "role",
    "recipient",
    "transfer",
    "placeless",
    "covered",
    "verdict",
    "part",
    "denied",
    "certified",
)


def made(number: int) -> Tree:
    return completed(number, estate(number))


@pytest.fixture(scope="module")
def compared() -> tuple[Answers, Answers]:
    ours: Answers = defaultdict(set)
    theirs: Answers = defaultdict(set)
    numbers = range(0, ALL, max(1, ALL // ESTATES))
    for first in range(0, len(numbers), BATCH):
        trees = {number: made(number) for number in numbers[first : first + BATCH]}
        for number, tree in trees.items():
            for kind, found in engine(number, json.loads(json.dumps(tree))).items():
                ours[kind] |= found
        for kind, found in oracle(trees).items():
            theirs[kind] |= found
    return ours, theirs


@pytest.mark.parametrize("kind", COMPARED)
def test_no_disagreement(compared: tuple[Answers, Answers], kind: str) -> None:
    ours, theirs = compared[0][kind], compared[1][kind]
    missed, invented = sorted(theirs - ours), sorted(ours - theirs)
    assert not missed, f"{len(missed)} of {len(theirs)} that follow are not derived: {missed[:5]}"
    assert not invented, f"{len(invented)} of {len(ours)} derived do not follow: {invented[:5]}"


def test_everything_that_is_derived_is_compared(compared: tuple[Answers, Answers]) -> None:
    assert set(compared[0]) == set(COMPARED)
    assert set(IN_FULL) < set(KINDS)
    assert all(compared[1][kind] for kind in COMPARED)


def test_the_sample_is_rich(compared: tuple[Answers, Answers]) -> None:
    """Each count is the least for a thousand estates; a sample has its share."""
    _, theirs = compared
    share = ESTATES / ALL
    pairs = {mode: sum(row[1] == mode for row in theirs["controls"]) for mode in ("sure", "may")}
    reads = {mode: sum(row[1] == mode for row in theirs["reads"]) for mode in ("sure", "may")}
    exposures = theirs["exposed"]
    exact = {level: sum(row[5] == row[6] == level for row in exposures) for level in range(1, 5)}
    counted = f"control {pairs}, reading {reads}, exposure lines {len(exposures)}, exact {exact}"
    assert pairs["sure"] > 500 * share, counted
    assert pairs["may"] > pairs["sure"] + 300 * share
    assert reads["sure"] > 2500 * share, counted
    assert reads["may"] > reads["sure"] + 1000 * share
    assert all(count > 5 * share for count in exact.values()), counted
    assert sum(row[5] < row[6] for row in exposures) > 500 * share
    assert sum(row[3] == "unknown" for row in exposures) > 100 * share
    assert sum(row[4] == "unknown" != row[3] for row in exposures) > 100 * share
    assert sum(row[3] == "JP" and row[5] == row[6] == 2 for row in exposures) > 5 * share
    assert not any(row[3] in ("IN", *EEA) for row in exposures)


@pytest.mark.parametrize(
    ("kind", "place", "words", "least"),
    [
        ("lapsing", 1, ("hosts", "flows", "activities", "notices"), 10),
        ("role", 3, ("controller", "processor", "third", "unknown"), 200),
        ("recipient", 3, ("yes", "no", "unknown"), 12),
        ("transfer", 5, ("sure", "may"), 400),
        ("covered", 3, ("yes", "no", "unknown"), 40),
        ("verdict", 2, ("contradicted", "inconsistent", "unproven", "supported"), 30),
        ("part", 2, ("contradicted", "inconsistent", "unproven", "supported"), 20),
        ("certified", 2, ("contradicted", "unproven", "supported"), 20),
    ],
)
def test_every_answer_is_given_often(
    compared: tuple[Answers, Answers], kind: str, place: int, words: tuple[str, ...], least: int
) -> None:
    found = Counter(row[place] for row in compared[1][kind])
    assert all(found[word] > least * ESTATES / ALL for word in words), found


def test_dates_leave_entities_out() -> None:
    trees = {number: made(number) for number in range(20)}
    standing = oracle(trees)["stands"]
    flows = {(number, "flows", name) for number, tree in trees.items() for name in tree["flows"]}
    assert flows & standing
    assert flows - standing


def test_every_kind_of_claim_is_made() -> None:
    kinds = {kind for n in range(60) for claim in made(n)["claims"].values() for kind in claim["says"]}
    assert kinds == set(KINDS)
    assert set(BY_PLACE) < kinds

"""The engine against logic programs written from the definitions: control, reading and exposure, on 1,000 small estates."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import clingo
import pytest

from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.loading.case.load import case_of
from auditor.model.materials import Materials, Nowhere
from tests.oracle.estates import EEA, KNOWLEDGE, Tree, estate, facts, law_facts

pytestmark = pytest.mark.slow

ESTATES = 1000
BATCH = 100
HERE = Path(__file__).parent
Answers = dict[str, set[tuple[Any, ...]]]


def engine(number: int, tree: Tree) -> Answers:
    case, _ = case_of(tree, KNOWLEDGE)
    made = Materials(case=case, knowledge=KNOWLEDGE, policies=(), as_of="2024-01-01", places=Nowhere())
    derived = derive(build(made))
    return {
        "controls": set(_controls(number, derived)),
        "reads": set(_reads(number, derived)),
        "exposed": set(_exposed(number, derived)),
    }


def _controls(number: int, derived: Derived) -> Any:
    for owner in derived.estate.case.organisations:
        for certain in (True, False):
            for of in derived.control.controlled(owner, certain=certain):
                yield number, "sure" if certain else "may", owner, of


def _reads(number: int, derived: Derived) -> Any:
    for reading in derived.readability.readings:
        names = derived.estate.sheets[reading.activity].names
        for mode, mask in (("sure", reading.sure), ("may", reading.sure | reading.maybe)):
            yield from ((number, mode, reading.who, reading.at, reading.activity, c) for c in names(mask))


def _exposed(number: int, derived: Derived) -> Any:
    for line in derived.exposures.all:
        if line.high:
            yield (
                number,
                line.host,
                line.custodian,
                line.state,
                line.instrument or "unknown",
                line.low,
                line.high,
            )


def oracle(trees: dict[int, Tree]) -> Answers:
    control = clingo.Control(["--warn=none"])
    for program in ("control.lp", "reading.lp", "exposure.lp"):
        control.load(str(HERE / program))
    said = [*law_facts(), *(fact for number, tree in trees.items() for fact in facts(number, tree))]
    control.add("base", [], "\n".join([*said, "#show controls/4. #show reads/6. #show exposed/7."]))
    control.ground([("base", [])])
    answers: Answers = defaultdict(set)
    models = 0

    def keep(model: clingo.Model) -> None:
        nonlocal models
        models += 1
        for symbol in model.symbols(shown=True):
            answers[symbol.name].add(tuple(_plain(argument) for argument in symbol.arguments))

    control.configuration.solve.models = 2  # type: ignore[union-attr]
    control.solve(on_model=keep)
    assert models == 1, "the definitions have exactly one least model"
    return answers


def _plain(symbol: clingo.Symbol) -> Any:
    if symbol.type == clingo.SymbolType.Number:
        return symbol.number
    return symbol.string if symbol.type == clingo.SymbolType.String else symbol.name


@pytest.fixture(scope="module")
def compared() -> tuple[Answers, Answers]:
    ours: Answers = defaultdict(set)
    theirs: Answers = defaultdict(set)
    for first in range(0, ESTATES, BATCH):
        trees = {number: estate(number) for number in range(first, first + BATCH)}
        for number, tree in trees.items():
            for kind, found in engine(number, tree).items():
                ours[kind] |= found
        for kind, found in oracle(trees).items():
            theirs[kind] |= found
    return ours, theirs


@pytest.mark.parametrize("kind", ["controls", "reads", "exposed"])
def test_no_disagreement(compared: tuple[Answers, Answers], kind: str) -> None:
    ours, theirs = compared[0][kind], compared[1][kind]
    missed, invented = sorted(theirs - ours), sorted(ours - theirs)
    assert not missed, f"{len(missed)} of {len(theirs)} that follow are not derived: {missed[:5]}"
    assert not invented, f"{len(invented)} of {len(ours)} derived do not follow: {invented[:5]}"


def test_the_sample_is_rich(compared: tuple[Answers, Answers]) -> None:
    _, theirs = compared
    pairs = {mode: sum(row[1] == mode for row in theirs["controls"]) for mode in ("sure", "may")}
    reads = {mode: sum(row[1] == mode for row in theirs["reads"]) for mode in ("sure", "may")}
    exposures = theirs["exposed"]
    exact = {level: sum(row[5] == row[6] == level for row in exposures) for level in range(1, 5)}
    counted = f"control {pairs}, reading {reads}, exposure lines {len(exposures)}, exact {exact}"
    assert pairs["sure"] > 500, counted
    assert pairs["may"] > pairs["sure"] + 300
    assert reads["sure"] > 3000
    assert reads["may"] > reads["sure"] + 1000
    assert all(count > 5 for count in exact.values())
    assert sum(row[5] < row[6] for row in exposures) > 500
    assert sum(row[3] == "unknown" for row in exposures) > 100
    assert sum(row[4] == "unknown" != row[3] for row in exposures) > 100
    assert sum(row[3] == "JP" and row[5] == row[6] == 2 for row in exposures) > 5
    assert not any(row[3] in ("IN", *EEA) for row in exposures)

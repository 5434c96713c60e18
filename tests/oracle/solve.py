"""The logic programs, and what they say of estates: first what stands on the day, then what follows from it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import clingo

from tests.oracle.day import time_facts, today
from tests.oracle.engine import DAY, Answers
from tests.oracle.estates import Tree
from tests.oracle.facts import facts, law_facts
from tests.oracle.said import said

HERE = Path(__file__).parent
PROGRAMS = ("control.lp", "reading.lp", "exposure.lp", "recipients.lp", "transfers.lp", "claims.lp")
SHOWN = """
#show controls/4. #show reads/6. #show exposed/7. #show role/4. #show recipient/4. #show transfer/6. #show placeless/4. #show verdict/3. #show part/3.
#show covered/4. #show denied/2. #show certified/3.
"""


TODAY = DAY.replace("-", "")


def oracle(trees: dict[int, Tree]) -> Answers:
    """Give all that is compared of several estates."""
    dates = [f"today({TODAY}).", *(f for n, tree in trees.items() for f in time_facts(n, tree))]
    time = _solve(("time.lp",), dates, "#show stands/3. #show lapsing/3. #show holds/2.")
    current = {n: today(n, tree, time["stands"], time["holds"]) for n, tree in trees.items()}
    written = [
        f"today({TODAY}).",
        *law_facts(),
        *(fact for number, tree in current.items() for fact in (*facts(number, tree), *said(number, tree))),
    ]
    found = _solve(PROGRAMS, written, SHOWN)
    found["stands"] = time["stands"]
    found["lapsing"] = {row for row in time["lapsing"] if row[1] != "agreements"}
    return found


def _solve(programs: tuple[str, ...], said: list[str], shown: str) -> Answers:
    control = clingo.Control(["--warn=none"])
    for program in programs:
        control.load(str(HERE / program))
    control.add("base", [], "\n".join([*said, shown]))
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

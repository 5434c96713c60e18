"""Mutation testing, by `make mutants`: traces the tests, holds an even sample of mutants against them, and says what survives.

python -m tests.mutants trace [PATH ...] [-m MARKER]   which tests run which lines, into build/mutants
python -m tests.mutants hold [--draw N]                hold a sample against them; what is known already is not held again
python -m tests.mutants again                          hold the survivors once more, after tests were added and traced
python -m tests.mutants write                          write docs/trust/mutants.json
"""

from __future__ import annotations

import argparse
import os
import sys
import zlib
from pathlib import Path

import msgspec
import pytest

from tests.mutants.choice import Choice
from tests.mutants.hold import Plan, Verdict, hold_cold, hold_warm
from tests.mutants.mutant import Mutant, every_mutant, sample
from tests.mutants.packages import BUILD, RESULTS
from tests.mutants.results import results, write
from tests.mutants.trace import Tracer

#: One of so many mutants of each module is held.
STEP = 40


def trace(paths: list[str], marker: str, name: str, parts: int) -> None:
    """Run tests watched, in `parts` processes."""
    children = []
    for part in range(parts):
        pid = os.fork()
        if not pid:
            tracer = Tracer(BUILD / f"{name}-{part}.pickle", part, parts)
            options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--tb=line", f"-m={marker}"]
            os._exit(pytest.main([*options, *paths], plugins=[tracer]))
        children.append(pid)
    for pid in children:
        os.waitpid(pid, 0)


def verdicts(path: Path) -> dict[str, Verdict]:
    """Give what is known of each mutant: that it was killed, else the last word of it."""
    if not path.exists():
        return {}
    said = [msgspec.json.decode(line, type=Verdict) for line in path.read_bytes().splitlines()]
    said.sort(key=lambda verdict: verdict.status == "killed")
    return {verdict.name: verdict for verdict in said}


def hold(mutants: list[Mutant], budget: float, workers: int, options: tuple[str, ...]) -> None:
    """Hold mutants against the tests that run them."""
    BUILD.mkdir(parents=True, exist_ok=True)
    known = BUILD / "verdicts.jsonl"
    plan = Plan(mutants, Choice(), budget, known, workers, verdicts(known), options)
    hold_warm(plan)
    said = verdicts(known)
    plan.mutants = [m for m in mutants if m.name not in said or said[m.name].status == "elsewhere"]
    hold_cold(plan)


def main() -> None:
    """Do what is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("trace", "hold", "again", "survivors", "write"))
    parser.add_argument("paths", nargs="*")
    parser.add_argument("-m", dest="marker", default="")
    parser.add_argument("--name", default="fast")
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--step", type=int, default=STEP)
    parser.add_argument("--budget", type=float, default=4)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_intermixed_args()
    if asked.what == "trace":
        trace(asked.paths, asked.marker, asked.name, asked.workers)
        return
    every = every_mutant()
    drawn = sample(every, asked.step, asked.draw)
    said = verdicts(BUILD / "verdicts.jsonl")
    if asked.what == "survivors":
        for mutant in drawn:
            held = said.get(mutant.name, Verdict(mutant.name, "not held"))
            if held.status != "killed":
                sys.stdout.write(
                    f"{held.status} {held.by}, {len(held.passed)}, {mutant.line} {mutant.name}\n"
                )
        return
    if asked.what == "write":
        write(results(every, drawn, said), RESULTS)
        return
    wanted = [m for m in drawn if m.name not in said or said[m.name].status == "elsewhere"]
    if asked.what == "again":
        wanted = [m for m in drawn if m.name not in said or said[m.name].status != "killed"]
    # In an order that spreads what is known early over all modules.
    wanted.sort(key=lambda mutant: zlib.crc32(mutant.name.encode()))
    hold(wanted, asked.budget, asked.workers, (f"-m={asked.marker}", *asked.paths))


if __name__ == "__main__":
    main()

"""CPU against bare Python at start-up, and against other programs: pytm on the reference case and on an estate, networkx.

    python benchmarks/compare.py [ROUNDS]

pytm judges its own models (pytm_case.py, pytm_estate.py) from an environment of its own under build/, made when first needed;
where it cannot be installed, the line says so.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from estate import links, written
from measure import AUDITOR, BUILD, Used, check, installed, medians

CASE = "flows/doctolib-2019"
PYTM = BUILD / "pytm"
PYTM_VERSION = "1.4.0"
PYTM_CASE = f"pytm {PYTM_VERSION}, its model of the reference case"
PYTM_ESTATE = f"pytm {PYTM_VERSION}"
NETWORKX = "a script with networkx and two rules"
CHECK = "auditor check"
BARE = "bare Python"
#: What is started, and the most that it may take, in times of bare Python.
BARS = {"--version": 2, "--help": 6, "check of the reference case": 20}
STARTED = {
    BARE: [sys.executable, "-c", "pass"],
    "--version": [*AUDITOR, "--version"],
    "--help": [*AUDITOR, "--help"],
    "check of the reference case": check(CASE),
}


def pytm(script: str, *arguments: str) -> list[str] | None:
    """Give the command that runs pytm on a model, or None where it cannot be installed."""
    python = installed(PYTM, f"pytm=={PYTM_VERSION}", "pytm")
    if python is None:
        return None
    return [python, f"benchmarks/{script}", *arguments, "--json", str(PYTM / "out.json")]


def started(rounds: int) -> dict[str, Used | None]:
    """Measure what is started, and pytm on its model of the reference case; None for what is not there."""
    commands = dict(STARTED)
    other = pytm("pytm_case.py")
    if other is not None:
        commands[PYTM_CASE] = other
    medians(commands, 1)
    return {**medians(commands, rounds), **({} if other else {PYTM_CASE: None})}


def peers(flows: int, rounds: int) -> dict[str, Used | None]:
    """Measure this program and others on the same estate; None for what is not there."""
    file = written(flows, BUILD / "estate")
    commands = {
        CHECK: check(file),
        NETWORKX: [sys.executable, "benchmarks/networkx_estate.py", str(file)],
    }
    other = pytm("pytm_estate.py", str(_plain(flows)))
    if other is not None:
        commands[PYTM_ESTATE] = other
    return {**medians(commands, rounds), **({} if other else {PYTM_ESTATE: None})}


def _plain(flows: int) -> Path:
    """Write the flows of an estate as JSON and give the file."""
    rows = list(links(flows))
    places = sorted({place for _, source, target, _ in rows for place in (source, target)})
    file = BUILD / "estate" / f"estate-{flows}.json"
    file.write_text(json.dumps({"places": places, "flows": rows}), encoding="utf-8")
    return file


def main() -> None:
    """Measure the start and print a table."""
    taken = started(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
    bare = taken[BARE]
    assert bare is not None  # noqa: S101
    print(f"{'':48} {'median':>9} {'ratio':>7} {'bar':>5}")
    for name, each in taken.items():
        if each is None:
            print(f"{name:48} could not be installed here: not measured")
        else:
            print(f"{name:48} {each.cpu * 1000:6.1f} ms {each.cpu / bare.cpu:7.1f} {BARS.get(name, ''):>5}")


if __name__ == "__main__":
    main()

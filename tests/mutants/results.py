"""What became of a sample, package by package, and why each mutant that survives does."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from tests.mutants.hold import Verdict
from tests.mutants.mutant import Mutant
from tests.mutants.packages import PACKAGES

#: How the numbers are to be read.
NOTE: Final = (
    "Each mutant is held against the tests of behaviour that run its line, first those likely to notice it, until one fails or a few"
    " CPU seconds are spent. A mutant that passed all it was held against while others were left is counted as a survivor, and among"
    " those not held against all. Tests that start processes, compare with committed bytes or try random inputs are not counted."
    " One of 40 mutants of each module is drawn, by its place. Tests were added for those that survived at first, which were held once"
    " more; what was killed before is not held again. So these numbers say more of the mutants drawn than of all: of 532 others, drawn"
    " when no test had been added for them, 421 were killed within four CPU seconds each."
)
#: Each mutant known to be equivalent, or known to survive, with the reason.
EXPLAINED: Final = Path(__file__).parent / "explained.toml"


def explained() -> dict[str, dict[str, str]]:
    """Give the reasons, by `equivalent` or `survivor` and by the name of the mutant."""
    read = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))
    return {kind: {entry["mutant"]: entry["why"] for entry in entries} for kind, entries in read.items()}


def results(
    every: Sequence[Mutant], drawn: Sequence[Mutant], verdicts: Mapping[str, Verdict]
) -> dict[str, Any]:
    """Give the numbers of each package, and of all; then the mutants that were not killed.

    `of_those_that_can_be` leaves out what is equivalent, which no test can kill. Raises SystemExit where a mutant was not held.
    """
    why = explained()
    missing = [mutant.name for mutant in drawn if mutant.name not in verdicts]
    if missing:
        raise SystemExit(f"not held yet: {len(missing)}, the first is {missing[0]}")
    alive = [mutant for mutant in drawn if verdicts[mutant.name].status != "killed"]
    equivalent = [mutant for mutant in alive if mutant.name in why["equivalent"]]
    survived = [mutant for mutant in alive if mutant.name not in why["equivalent"]]
    unfinished = [
        mutant for mutant in survived if verdicts[mutant.name].by != "all" or not verdicts[mutant.name].passed
    ]

    def numbers(below: str) -> dict[str, Any]:
        def of(mutants: Sequence[Mutant]) -> int:
            return sum(mutant.path.startswith(below) for mutant in mutants)

        held, killed = of(drawn), of(drawn) - of(alive)
        return {
            "possible": of(every),
            "held": held,
            "killed": killed,
            "equivalent": of(equivalent),
            "survived": of(survived),
            "of_these_not_held_against_all": of(unfinished),
            "percent_killed": round(100 * killed / held, 1),
            "percent_killed_of_those_that_can_be": round(100 * killed / (held - of(equivalent)), 1),
        }

    weakest = Counter(mutant.path for mutant in survived)
    return {
        "note": NOTE,
        "all": numbers("auditor/"),
        "packages": {package: numbers(f"{package}/") for package in PACKAGES},
        "weakest": dict(sorted(weakest.items(), key=lambda pair: (-pair[1], pair[0]))[:10]),
        "equivalent": [{"mutant": m.name, "why": why["equivalent"][m.name]} for m in equivalent],
        "survivors": [
            {"mutant": m.name, "why": why["survivor"].get(m.name, "not explained yet")} for m in survived
        ],
    }


def write(found: Mapping[str, Any], out: Path) -> None:
    """Write the results."""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

"""CPU and memory of what judges several states of one case: dates, scenarios and their page, a difference.

    python benchmarks/states.py [FLOWS]

The case is the estate of estate.py; its scenarios, and the state that it is compared with, change one entry each.
"""

from __future__ import annotations

import sys
from pathlib import Path

import estate
from measure import AUDITOR, BUILD, check, medians

DATES = ("2024-01-01", "2024-07-01", "2025-01-01", "2026-01-01")
#: What each scenario changes: an organisation, a host, a flow, an activity, the law.
SCENARIOS = """\
scenarios:
  one-moves: {title: One moves, source: plan, set: {organisations.org-1.country: US}}
  keys-move: {title: Keys move, source: plan, set: {hosts.host-0.keys: unknown}}
  one-in-clear: {title: One in clear, source: plan, set: {flows.flow-5.transport: none}}
  basis-lost: {title: Basis lost, source: plan, set: {activities.act-0.legal_basis: unknown}}
  decision-gone: {title: Decision gone, source: plan, remove: [adequacy.us-dpf]}
"""


def states(flows: int, folder: Path = BUILD / "states") -> tuple[Path, Path, Path]:
    """Write an estate, the same with scenarios, and the same with one flow in clear; give the folder of each."""
    text = estate.written(flows, folder).read_text(encoding="utf-8")
    made = {
        "plain": text,
        "supposing": text + SCENARIOS,
        "changed": text.replace("transport: tls", "transport: none", 1),
    }
    for name, case in made.items():
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "case.yaml").write_text(case, encoding="utf-8")
    return folder / "plain", folder / "supposing", folder / "changed"


def commands(flows: int) -> dict[str, list[str]]:
    """Give what is measured, by what it does."""
    plain, supposing, changed = states(flows)
    dates = [part for day in DATES for part in ("--as-of", day)]
    return {
        "check": check(plain),
        f"check on {len(DATES)} dates": [*check(plain), *dates],
        "check with 5 scenarios": check(supposing),
        "report of 5 scenarios": [
            *AUDITOR,
            "report",
            str(supposing),
            "--out",
            str(BUILD / "states" / "page"),
        ],
        "diff of one flow": [*AUDITOR, "diff", str(plain), str(changed)],
    }


def main() -> None:
    """Measure and print a table."""
    flows = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    taken = medians(commands(flows), 1)
    print(f"{flows} flows\n{'':24} {'CPU s':>6} {'MB':>5} {'x check':>8}")
    for name, each in taken.items():
        print(
            f"{name:24} {each.cpu:6.2f} {each.memory / 1e6:5.0f} {each.cpu / taken['check'].cpu:8.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()

"""CPU ratios against bare Python, interleaved in one run: medians of user plus system time of whole processes.

    python benchmarks/compare.py [ROUNDS]

pytm judges its own model of the reference case (pytm_case.py) from an environment of its own under build/, made when first
needed; where it cannot be installed, the line says so.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASE = "flows/doctolib-2019"
PYTM = ROOT / "build" / "pytm"
PYTM_VERSION = "1.4.0"


def cpu(command: list[str]) -> float:
    """Run a command and give its user and system seconds."""
    with Path(os.devnull).open("wb") as nothing:
        process = subprocess.Popen(command, stdout=nothing, stderr=nothing, cwd=ROOT)
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return usage.ru_utime + usage.ru_stime


def pytm() -> list[str] | None:
    """Give the command that runs pytm on its model of the case, or None where it cannot be installed."""
    python = PYTM / "bin" / "python"
    if not python.exists():
        venv.create(PYTM, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", f"pytm=={PYTM_VERSION}"]
        if subprocess.run(install, check=False).returncode:
            return None
    return [str(python), "benchmarks/pytm_case.py", "--json", str(PYTM / "out.json")]


def main() -> None:
    """Measure and print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    auditor = [sys.executable, "-m", "auditor"]
    commands: dict[str, tuple[list[str], float]] = {
        "bare python": ([sys.executable, "-c", "pass"], 1),
        "--version": ([*auditor, "--version"], 2),
        "--help": ([*auditor, "--help"], 8),
        "check of the reference case": ([*auditor, "check", CASE, "--fail-on", "never"], 24),
    }
    other = pytm()
    if other is not None:
        commands[f"pytm {PYTM_VERSION}, same case"] = (other, 0)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command, _ in commands.values():
        cpu(command)
    for _ in range(rounds):
        for name, (command, _) in commands.items():
            times[name].append(cpu(command))
    bare = statistics.median(times["bare python"])
    print(f"{'':32} {'median':>9} {'ratio':>7} {'bar':>5}")
    for name, (_, bar) in commands.items():
        middle = statistics.median(times[name])
        print(f"{name:32} {middle * 1000:6.1f} ms {middle / bare:7.1f} {bar or '':>5}")
    if other is None:
        print(f"pytm {PYTM_VERSION} could not be installed here: not measured")


if __name__ == "__main__":
    main()

"""Growth on a made-up estate: N flows over N/20 hosts and N/200 activities; CPU and memory of a whole check.

    python benchmarks/estate.py [FLOWS ...]

Prints, per size: bytes of YAML, CPU seconds of a bare loop over libyaml's events, of a check, their ratio, and peak memory
over the bytes of YAML.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOOR = (
    "import sys, gc; gc.disable(); from yaml.cyaml import CParser\n"
    "p = CParser(open(sys.argv[1], 'rb').read())\n"
    "while p.get_event() is not None: pass\n"
)


def written(count: int, folder: Path) -> Path:
    """Write an estate with `count` flows and give its file."""
    hosts, activities, organisations = max(count // 20, 4), max(count // 200, 1), max(count // 100, 4)
    lines = [
        "auditor: 1",
        "known: documented",
        "source: plan",
        "case: {id: estate, as_of: 2024-01-01, about: org-0}",
    ]
    lines += [
        "sources: {plan: {kind: own-document, date: 2024-01-01}}",
        "people: {customer: {}}",
        "organisations:",
    ]
    for n in range(organisations):
        parent = "none" if n % 5 else f"org-{(n + 1) % organisations}"
        country = "US" if n % 17 == 0 else "FR"
        lines.append(
            f"  org-{n}: {{name: Organisation {n}, country: {country}, parent: {parent}, is: cloud}}"
        )
    lines.append("activities:")
    for n in range(activities):
        owner, other = n % organisations, (n + 1) % organisations
        lines.append(
            f"  act-{n}: {{people: customer, data: [contact, identity, health], controller: org-{owner}, "
            f"processors: org-{other}, recipients: none, legal_basis: contract, scale: small}}"
        )
    lines.append("hosts:")
    for n in range(hosts):
        keeps = ", keeps: [contact, health], at_rest: encrypted, keys: org-0" if n % 3 == 0 else ""
        lines.append(
            f"  host-{n}: {{title: Host number {n}, operator: org-{n % organisations}, runs_on: none{keeps}}}"
        )
    lines.append("flows:")
    for n in range(count):
        layer = n % 3  # people to fronts, fronts to services, services to stores
        source = "customer" if layer == 0 else f"host-{(n * 7) % (hosts // 3) + (layer - 1) * (hosts // 3)}"
        target = f"host-{(n * 11) % (hosts // 3) + layer * (hosts // 3)}"
        lines.append(
            f"  flow-{n}:\n    title: Flow number {n} of the estate, with words that make it as long as real ones are\n"
            f"    for: act-{n % activities}\n    from: {source}\n    to: {target}\n"
            f"    data: [contact, health]\n    transport: {'none' if n % 97 == 0 else 'tls'}\n    content: none\n"
            "    network: public"
        )
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"estate-{count}.yaml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def measured(command: list[str]) -> tuple[float, int]:
    """Run a command and give its CPU seconds and peak memory in bytes."""
    with Path(os.devnull).open("wb") as nothing:
        process = subprocess.Popen(command, stdout=nothing, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def main() -> None:
    """Measure each size and print a line for it."""
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 10_000]
    print(f"{'flows':>8} {'MB':>6} {'floor s':>8} {'check s':>8} {'ratio':>6} {'memory/bytes':>12}")
    for size in sizes:
        file = written(size, ROOT / "build" / "estate")
        weight = file.stat().st_size
        floor, _ = measured([sys.executable, "-c", FLOOR, str(file)])
        check, memory = measured([sys.executable, "-m", "auditor", "check", str(file), "--fail-on", "never"])
        print(
            f"{size:8} {weight / 1e6:6.1f} {floor:8.2f} {check:8.2f} {check / floor:6.1f} {memory / weight:12.1f}"
        )


if __name__ == "__main__":
    main()

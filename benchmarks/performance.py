"""Writes docs/performance.md: what a check takes, beside the least that reading takes and beside other programs.

    python benchmarks/performance.py [--rounds N]

Run by `make bench`; the largest estate takes minutes.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from captures import read
from compare import BARE, BARS, CHECK, peers, started
from control import AT_MOST, ORGANISATIONS, PEER, SHARES, Compared, compared
from estate import Estate, estates
from measure import ROOT, Used, floor
from shapes import Grown, grown

from auditor.version import __version__

PAGE = ROOT / "docs" / "performance.md"
SIZES = (1_000, 10_000, 100_000, 185_000, 1_000_000)
PEER_FLOWS = 10_000
MEGABYTES = 200
#: More than this for four times the size is worse than twice linear.
TWICE_LINEAR = 8.0
#: Seconds of CPU of which a ratio says something.
LEAST = 0.03
VERSIONS = ("msgspec", "PyYAML", "typer", "ijson", "networkx")
NOT_COMPARABLE = f"""\
- Seconds are those of one machine on one day. Ratios hold between machines of one kind, and only within one run.
- The floor reads every event of the YAML and does nothing with it; `auditor` loads, derives, judges and writes what it found.
- pytm reads no YAML: its flows come from JSON, with neither activities, data, organisations nor dates, and it matches
  its own list of threats with each element. What one finds is not what the other finds.
- The script with networkx knows two rules and gives no reasons: neither places, proofs, doubt nor a check of what it reads.
- DuckDB reads, joins and adds in compiled code on all processors; what is compared is CPU of all of them. Its query adds in each step
  what the holders newly controlled hold. An audit also gives the facts for each pair, and what is possible where bounds are wide.
- Reading a capture keeps what a notice is compared with; `json.load` keeps everything. Both are whole processes.
- In the shapes, what the smallest case takes (a `check` of a file without flows) is taken off; where that leaves
  less than {LEAST} s at n, a ratio would mean little and none is given, nor where only the larger one is refused."""


@dataclass(frozen=True)
class Measured:
    """All that one run measured; `floor` is what the least that reading takes was measured with."""

    machine: str
    rounds: int
    floor: str
    estates: list[Estate] = field(default_factory=list)
    shapes: Mapping[str, Grown] = field(default_factory=dict)
    started: Mapping[str, Used | None] = field(default_factory=dict)
    peers: Mapping[str, Used | None] = field(default_factory=dict)
    captures: Mapping[str, Used] = field(default_factory=dict)
    control: Compared | None = None


def page(measured: Measured) -> str:
    """Give the page: the same for the same measures."""
    parts = (_head(measured), _estates(measured), _shapes(measured), _started(measured), _peers(measured))
    parts = (*parts, _control(measured), _captures(measured), _limits())
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _head(measured: Measured) -> Iterator[str]:
    yield "# Performance\n"
    yield "Written by `make bench`. CPU is user and system time of whole processes, the medians of"
    yield f"several rounds taken in turn: {measured.rounds} at the start, {few(measured.rounds)} elsewhere.\n"
    yield measured.machine


def _estates(measured: Measured) -> Iterator[str]:
    yield "## Estates\n"
    yield "A made-up estate (`benchmarks/estate.py`), checked whole. The floor is a loop over the events of"
    yield f"{measured.floor}. Growth is CPU over that of the row above, beside the growth of the bytes.\n"
    yield "| flows | MB of YAML | floor, s | check, s | × floor | memory, MB | memory × bytes | growth |"
    yield "|--:|--:|--:|--:|--:|--:|--:|--:|"
    above: Estate | None = None
    for each in measured.estates:
        growth = "" if above is None else f"{each.check.cpu / above.check.cpu:.1f}"
        growth += "" if above is None else f" for {each.weight / above.weight:.1f}"
        yield _row(
            f"{each.flows:,}",
            f"{each.weight / 1e6:.2f}",
            f"{each.floor.cpu:.3f}",
            _seconds(each.check),
            f"{each.check.cpu / max(each.floor.cpu, 1e-3):.0f}",
            f"{each.check.memory / 1e6:.0f}",
            f"{each.check.memory / each.weight:.0f}",
            growth,
        )
        above = each


def _shapes(measured: Measured) -> Iterator[str]:
    yield "## Hard shapes\n"
    yield "Shapes that once took minutes or gigabytes, at the size in the row and at four times it (`benchmarks/shapes.py`)."
    yield f"Linear is 4; above {TWICE_LINEAR:.0f} is worse than twice linear and **bold**.\n"
    yield "| shape | at n | check, s | at 4 n, s | ratio | memory at 4 n, MB |\n|---|---|--:|--:|--:|--:|"
    for name, each in measured.shapes.items():
        told = each.small.code == each.large.code and each.small.cpu - each.rest >= LEAST
        yield _row(
            name,
            each.growing.words,
            _seconds(each.small),
            _seconds(each.large),
            _marked(each.ratio) if told else "–",
            f"{each.large.memory / 1e6:.0f}",
        )


def _marked(ratio: float) -> str:
    return f"**{ratio:.1f}**" if ratio > TWICE_LINEAR else f"{ratio:.1f}"


def _started(measured: Measured) -> Iterator[str]:
    yield "## Start\n"
    yield "| what is run | CPU, ms | × bare Python | at most |\n|---|--:|--:|--:|"
    bare = measured.started.get(BARE)
    for name, each in measured.started.items():
        if each is None or bare is None:
            yield _absent(name, 4)
        else:
            bar = str(BARS.get(name, ""))
            yield _row(name, f"{each.cpu * 1000:.0f}", f"{each.cpu / bare.cpu:.1f}", bar)


def _peers(measured: Measured) -> Iterator[str]:
    yield "## Other programs\n"
    yield f"The same estate of {PEER_FLOWS:,} flows.\n"
    yield "| program | CPU, s | × auditor | memory, MB |\n|---|--:|--:|--:|"
    own = measured.peers.get(CHECK)
    for name, each in measured.peers.items():
        if each is None or own is None:
            yield _absent(name, 4)
        else:
            yield _row(name, _seconds(each), f"{each.cpu / own.cpu:.1f}", f"{each.memory / 1e6:.0f}")


def _control(measured: Measured) -> Iterator[str]:
    found = measured.control
    yield "## Who controls whom\n"
    if found is None:
        return
    yield f"A made-up register of {found.organisations:,} organisations and {found.shares:,} shares as CSV (`benchmarks/control.py`):"
    yield "majorities held alone and jointly, minorities, holdings in circles. Each prints of how many pairs one controls"
    yield f"the other, and a sum over all of them: {found.pairs:,} pairs, {_answers(found)}.\n"
    yield "| program | CPU, s | × DuckDB | at most | memory, MB |\n|---|--:|--:|--:|--:|"
    peer = found.taken[PEER]
    for name, each in found.taken.items():
        if each is None:
            yield _absent(name, 5)
            continue
        ratio = "" if peer is None else f"{each.cpu / peer.cpu:.1f}"
        yield _row(name, _seconds(each), ratio, str(AT_MOST.get(name, "")), f"{each.memory / 1e6:.0f}")


def _answers(found: Compared) -> str:
    if len(found.answers) == 1:
        return "compared with nothing"
    return "the same from both" if found.same else "**another answer from each**"


def _captures(measured: Measured) -> Iterator[str]:
    yield "## Captures\n"
    yield f"A HAR of {MEGABYTES} MB (`benchmarks/captures.py`).\n"
    yield "| read by | CPU, s | memory, MB |\n|---|--:|--:|"
    for name, each in measured.captures.items():
        shown = "`auditor capture show`, its reader" if name == "show" else f"`{name}`"
        yield _row(shown, _seconds(each), f"{each.memory / 1e6:.0f}")


def _limits() -> Iterator[str]:
    yield f"## What is not comparable\n\n{NOT_COMPARABLE}"


def _seconds(each: Used) -> str:
    if each.code < 0:
        return f"killed by signal {-each.code}"
    return f"{each.cpu:.2f}{' (refused)' if each.code else ''}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _absent(name: str, columns: int) -> str:
    return _row(name, "could not be installed here: not measured", *[""] * (columns - 2))


def machine() -> str:
    """Give the processor, the system, the versions of what is measured, and how many processes wanted to run."""
    info, name = Path("/proc/cpuinfo"), platform.processor() or platform.machine()
    if info.exists():
        lines = [
            line.partition(":")[2].strip() for line in info.read_text().splitlines() if "model name" in line
        ]
        name = f"{len(lines)} × {lines[0]}" if lines else name
    packages = ", ".join(f"{package} {version(package)}" for package in VERSIONS)
    return f"{name}; {platform.system()}; Python {platform.python_version()}; auditor {__version__}, {packages}; load {os.getloadavg()[1]:.0f}."


def few(rounds: int) -> int:
    """Give how many rounds are made of what takes minutes."""
    return max(rounds // 3, 1)


def measure(sizes: Iterable[int], rounds: int) -> Measured:
    """Measure everything."""
    fewer = few(rounds)
    return Measured(
        machine=machine(),
        rounds=rounds,
        floor=floor()[1],
        started=started(rounds),
        estates=list(estates(sizes, fewer)),
        peers=peers(PEER_FLOWS, fewer),
        captures=read(MEGABYTES, fewer),
        control=compared(ORGANISATIONS, SHARES, fewer),
        shapes=dict(grown(fewer)),
    )


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    given = parser.parse_args()
    PAGE.write_text(page(measure(SIZES, given.rounds)), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} written", file=sys.stderr)


if __name__ == "__main__":
    main()

"""Who controls whom in a made-up register of organisations and shares: this program's function against recursive SQL of DuckDB.

    python benchmarks/control.py [ORGANISATIONS [SHARES]]

Both read the same CSV and print how many pairs of controller and controlled there are, and a sum over all of them. DuckDB is
run from an environment of its own under build/, made when first needed; where it cannot be installed, the line says so.
"""

from __future__ import annotations

import subprocess
import sys
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from measure import BUILD, ENVIRONMENT, ROOT, Used, installed, medians, used

ORGANISATIONS = 1_000_000
SHARES = 2_000_000
#: A share is told in hundredths of a percent.
WHOLE = 10_000
#: Bytes that are read at a time.
BLOCK = 1 << 20
#: A prime by which organisations and rows are put out of order.
MIXING = 2_654_435_761
DUCKDB = BUILD / "duckdb"
DUCKDB_VERSION = "2.0.1"
OWN = "auditor, `graph/majorities.py`"
#: How many times the CPU of the other this may take.
AT_MOST = {OWN: 3}
PEER = f"DuckDB {DUCKDB_VERSION}, recursive SQL"


def numbers(seed: int) -> Iterator[float]:
    """Yield numbers from 0 to 1 that look drawn, the same ones each time (Knuth's linear congruential generator)."""
    while True:
        seed = (seed * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        yield (seed >> 11) / 2**53


def register(organisations: int) -> Iterator[tuple[int, int, int]]:
    """Yield shares as owner, owned and how much: groups held alone and jointly, minorities across them, circles."""
    drawn = numbers(organisations).__next__
    groups: list[list[int]] = []
    home: list[int] = []
    for name in range(organisations):
        kind = drawn()
        if name and 0.15 <= kind < 0.65:
            home.append(home[int(drawn() * name)])
            members = groups[home[name]]
            held = _majority(drawn, members, jointly=kind < 0.3)
            others, room = 1 + int(drawn() * 2), (WHOLE - sum(held.values())) // 3
            members.append(name)
            if drawn() < 0.02 and len(members) < 1_000:
                yield name, members[0], 5_001 if len(members) == 2 else 1
        else:
            others, room, held = (0 if kind < 0.15 else 2 + int(drawn() * 3)), 1_200, {}
            home.append(len(groups))
            groups.append([name])
        for _ in range(others if name else 0):
            held.setdefault(int(drawn() * name), 1 + int(drawn() * room))
        yield from ((owner, name, share) for owner, share in held.items())


def _majority(drawn: Callable[[], float], members: list[int], *, jointly: bool) -> dict[int, int]:
    if not jointly:
        return {members[int(drawn() * len(members))]: 5_001 + int(drawn() * 4_000)}
    return {members[int(drawn() * len(members))]: 2_600 for _ in range(3)}


def write(organisations: int, shares: int, file: Path) -> None:
    """Write a register as CSV, its organisations and rows mixed."""
    rows = [*register(organisations)]
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8") as stream:
        stream.write("owner,owned,share\n")
        for at in range(min(shares, len(rows))):
            owner, owned, share = rows[at * MIXING % len(rows)]
            stream.write(f"{owner * MIXING % organisations},{owned * MIXING % organisations},{share}\n")


def own(file: Path) -> None:
    """Read a register and print who controls whom by the function of this program."""
    from msgspec.json import Decoder

    from auditor.graph.majorities import NOBODY, Shares, controllers, nearest

    columns, decode = array("i"), Decoder(list[int]).decode
    with file.open("rb") as stream:
        stream.readline()
        while block := stream.read(BLOCK) + stream.readline():
            columns.extend(decode(b"[" + block.strip().replace(b"\n", b",") + b"]"))
    owner, owned, share = (columns[at::3] for at in range(3))
    organisations = 1 + max(map(max, (owner, owned)))
    above = nearest(
        Shares(organisations=organisations, whole=WHOLE, owner=owner, owned=owned, share=share),
        lambda steps: None,
    )
    if above is None:
        sys.exit("an organisation is held by more than the whole")
    pairs = total = 0
    for name, nearest_one in enumerate(above):
        for controller in controllers(above, name) if nearest_one != NOBODY else ():
            pairs += 1
            total += (controller * 7919 + name) * (controller + name) % 1_000_000_007
    print(pairs, total)


@dataclass(frozen=True)
class Compared:
    """What each program took on one register, and what each printed; None for what is not there."""

    organisations: int
    shares: int
    taken: dict[str, Used | None]
    answers: dict[str, str]

    @property
    def pairs(self) -> int:
        return int(self.answers[OWN].split()[0])

    @property
    def same(self) -> bool:
        return len(set(self.answers.values())) == 1


def compared(organisations: int, shares: int, rounds: int) -> Compared:
    """Measure whole processes on the same register."""
    file = str(BUILD / "control" / f"{organisations}-{shares}.csv")
    used([sys.executable, __file__, "write", str(organisations), str(shares), file])
    commands = {OWN: [sys.executable, __file__, "own", file]}
    python = installed(DUCKDB, f"duckdb=={DUCKDB_VERSION}", "duckdb")
    if python is not None:
        commands[PEER] = [python, "benchmarks/duckdb_control.py", file]
    answers = {
        name: subprocess.run(
            command, cwd=ROOT, env=ENVIRONMENT, check=True, capture_output=True, text=True
        ).stdout.strip()
        for name, command in commands.items()
    }
    taken: dict[str, Used | None] = {**medians(commands, rounds)}
    return Compared(organisations, shares, {OWN: taken[OWN], PEER: taken.get(PEER)}, answers)


def main() -> None:
    """Measure and print a table."""
    if sys.argv[1:2] == ["own"]:
        own(Path(sys.argv[2]))
        return
    if sys.argv[1:2] == ["write"]:
        write(int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
        return
    numbers = [int(each) for each in sys.argv[1:]]
    organisations = numbers[0] if numbers else ORGANISATIONS
    found = compared(organisations, numbers[1] if len(numbers) > 1 else 2 * organisations, 1)
    print(f"{found.organisations:,} organisations, {found.shares:,} shares, {found.pairs:,} pairs")
    for name, each in found.taken.items():
        shown = (
            "could not be installed here: not measured"
            if each is None
            else f"{each.cpu:5.2f} s CPU {each.memory / 1e6:5.0f} MB"
        )
        print(f"{name:36} {shown}")
    print("the same answer" if found.same else "OTHER ANSWERS")


if __name__ == "__main__":
    main()

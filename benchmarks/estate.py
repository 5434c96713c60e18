"""Growth on a made-up estate: N flows over N/20 hosts and N/200 activities; CPU and memory of a whole check.

    python benchmarks/estate.py [FLOWS ...]

Prints, per size: bytes of YAML, CPU seconds of a loop over libyaml's events (in C where there is a compiler), of a check, their ratio, and peak memory
over the bytes of YAML.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from measure import BUILD, Used, check, floor, medians

#: What every file of the case begins with.
HEAD = ("auditor: 1", "known: documented", "source: plan")
#: How many flows stand in one file.
FLOWS_IN_A_FILE = 200_000


@dataclass(frozen=True)
class Estate:
    """What an estate of so many flows weighs in bytes, and what reading its events and checking it took."""

    flows: int
    weight: int
    floor: Used
    check: Used


def links(count: int) -> Iterator[tuple[str, str, str, str]]:
    """Give each flow of an estate: its name, where it comes from and goes to, its transport."""
    part = max(count // 20, 4) // 3
    for n in range(count):
        layer = n % 3  # people to fronts, fronts to services, services to stores
        source = "customer" if layer == 0 else f"host-{(n * 7) % part + (layer - 1) * part}"
        yield f"flow-{n}", source, f"host-{(n * 11) % part + layer * part}", "none" if n % 97 == 0 else "tls"


def lines(count: int) -> Iterator[str]:
    """Give the lines of an estate with `count` flows; what takes memory here would be counted for the processes started from here."""
    hosts, activities, organisations = max(count // 20, 4), max(count // 200, 1), max(count // 100, 4)
    yield from (
        *HEAD,
        "case: {id: estate, as_of: 2024-01-01, about: org-0}",
        "sources: {plan: {kind: own-document, date: 2024-01-01}}",
        "people: {customer: {}}",
        "organisations:",
    )
    for n in range(organisations):
        parent = "none" if n % 5 else f"org-{(n + 1) % organisations}"
        country = "US" if n % 17 == 0 else "FR"
        yield f"  org-{n}: {{name: Organisation {n}, country: {country}, parent: {parent}, is: cloud}}"
    yield "activities:"
    for n in range(activities):
        owner, other = n % organisations, (n + 1) % organisations
        yield (
            f"  act-{n}: {{people: customer, data: [contact, identity, health], controller: org-{owner}, "
            f"processors: org-{other}, recipients: none, legal_basis: contract, scale: small}}"
        )
    yield "hosts:"
    for n in range(hosts):
        keeps = ", keeps: [contact, health], at_rest: encrypted, keys: org-0" if n % 3 == 0 else ""
        yield f"  host-{n}: {{title: Host number {n}, operator: org-{n % organisations}, runs_on: none{keeps}}}"
    yield "flows:"
    for n, (name, source, target, transport) in enumerate(links(count)):
        yield (
            f"  {name}:\n    title: Flow number {n} of the estate, with words that make it as long as real ones are\n"
            f"    for: act-{n % activities}\n    from: {source}\n    to: {target}\n"
            f"    data: [contact, health]\n    transport: {transport}\n    content: none\n"
            "    network: public"
        )


def written(count: int, folder: Path) -> Path:
    """Write an estate with `count` flows and give its file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"estate-{count}.yaml"
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in lines(count))
    return file


def in_files(count: int, folder: Path) -> list[Path]:
    """Write an estate with `count` flows, in several files where one would be larger than a file of a case may be; none is held whole."""
    if count <= FLOWS_IN_A_FILE:
        return [written(count, folder)]
    folder.mkdir(parents=True, exist_ok=True)
    made = lines(count)
    files = [folder / f"estate-{count}.yaml"]
    with files[0].open("w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in iter(lambda: next(made), "flows:"))
    for number in range(1, -(-count // FLOWS_IN_A_FILE) + 1):
        files.append(folder / f"estate-{count}-{number}.yaml")
        with files[-1].open("w", encoding="utf-8") as stream:
            some = chain((*HEAD, "flows:"), islice(made, FLOWS_IN_A_FILE))
            stream.writelines(f"{line}\n" for line in some)
    return files


def estates(sizes: Iterable[int], rounds: int) -> Iterator[Estate]:
    """Measure an estate of each size."""
    least, _ = floor()
    for size in sizes:
        files = in_files(size, BUILD / "estate")
        taken = medians({"floor": [*least, *map(str, files)], "check": check(*files)}, rounds)
        yield Estate(size, sum(file.stat().st_size for file in files), taken["floor"], taken["check"])


def main() -> None:
    """Measure each size and print a line for it."""
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 10_000]
    print(f"{'flows':>8} {'MB':>6} {'floor s':>8} {'check s':>8} {'ratio':>6} {'memory/bytes':>12}")
    for made in estates(sizes, 1):
        print(
            f"{made.flows:8} {made.weight / 1e6:6.1f} {made.floor.cpu:8.3f} {made.check.cpu:8.2f} "
            f"{made.check.cpu / made.floor.cpu:6.1f} {made.check.memory / made.weight:12.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()

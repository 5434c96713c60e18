"""Proof that a change of the code changes no byte that the program puts out.

    python -m tests.golden.hashes                 compare with tests/golden/hashes.txt; exit 1 if anything differs
    python -m tests.golden.hashes --write         write the file anew
    python -m tests.golden.hashes --show LABEL    print the output behind a label
    python -m tests.golden.hashes --dump FOLDER   write every output to a file; two folders can be compared with diff -r

A label is the command as it would be typed after `auditor`.
"""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from tests.golden.commands import every
from tests.golden.running import label, output, workplace

FILE: Final = Path(__file__).resolve().parent / "hashes.txt"

Hashes = dict[str, str]


def outputs() -> Iterator[tuple[str, bytes]]:
    """Give every label with what its commands put out."""
    with workplace():
        for commands in every():
            yield label(commands), output(commands)


def hashed() -> Hashes:
    """Give every label with the SHA-256 of its output."""
    found: Hashes = {}
    for name, data in outputs():
        if name in found:
            raise ValueError(f"two outputs have one label: {name}")
        found[name] = sha256(data).hexdigest()
    return found


def written(hashes: Hashes) -> str:
    """Give the hashes as the lines of a file, in the order of labels."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items()))


def committed(text: str) -> Hashes:
    """Give the hashes that the lines of a file hold."""
    return {name: digest for digest, _, name in (line.partition("  ") for line in text.splitlines())}


def differences(before: Hashes, now: Hashes) -> list[str]:
    """Give a line for every label that changed, appeared or vanished, under a heading for each of these."""
    lines: list[str] = []
    for heading, names in (
        ("changed", [name for name in before if name in now and before[name] != now[name]]),
        ("appeared", [name for name in now if name not in before]),
        ("vanished", [name for name in before if name not in now]),
    ):
        lines += [f"{heading} ({len(names)})", *(f"  {name}" for name in sorted(names))] if names else []
    return lines


def compare() -> int:
    """Print what differs from the committed hashes; give 1 if anything does."""
    now = hashed()
    lines = differences(committed(FILE.read_text(encoding="utf-8")), now)
    if lines:
        lines.append(
            "See one with: python -m tests.golden.hashes --show LABEL; where it is meant: make golden-write"
        )
    print("\n".join(lines) if lines else f"{len(now)} outputs are as they were")
    return int(bool(lines))


def show(wanted: str) -> int:
    """Print the output behind a label; give 1 if there is none."""
    with workplace():
        data = next((output(commands) for commands in every() if label(commands) == wanted), None)
    if data is None:
        print(f"no such label: {wanted}", file=sys.stderr)
        return 1
    sys.stdout.buffer.write(data)
    return 0


def dump(folder: Path) -> int:
    """Write every output to a file of its own, named after its label."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in outputs():
        readable = re.sub(r"[^\w.-]+", "_", name).strip("_")[:120]
        (folder / f"{readable}.{sha256(name.encode()).hexdigest()[:8]}").write_bytes(data)
    return 0


def main() -> int:
    """Do what the arguments ask for and give the exit code."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--write", action="store_true", help="write the hashes anew")
    choice.add_argument("--show", metavar="LABEL", help="print the output behind a label")
    choice.add_argument("--dump", metavar="FOLDER", type=Path, help="write every output to a file")
    given = parser.parse_args()
    if given.show is not None:
        return show(given.show)
    if given.dump is not None:
        return dump(given.dump.resolve())
    if given.write:
        FILE.write_text(written(hashed()), encoding="utf-8")
        return 0
    return compare()


if __name__ == "__main__":
    sys.exit(main())

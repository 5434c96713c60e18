"""Writes docs/trust.md: what hostile inputs come to, and what was tried. Run by `make trust`; tests hold every part to it.

    python docs/trust.py

The first table is measured here. The attacks are those of the tests. What was found by long runs is read from docs/trust/.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.fuzz.targets import TARGETS  # noqa: E402
from tests.gate.test_attacks import ATTACKS  # noqa: E402
from tests.gate.test_facts_changed import CHANGES  # noqa: E402
from tests.hostile.inputs import HEADING, INPUTS, row  # noqa: E402

TABLE: Final = ROOT / "docs" / "trust.md"
RUNS: Final = ROOT / "docs" / "trust"
FATES: Final = {
    "removed": "that the fact is gone",
    "otherwise": "that the fact is stated otherwise",
    "left-open": "that the fact is left open",
    "overridden": "that the knowledge base or the vocabulary says otherwise",
    "begins-later": "that it begins later",
    "moved-on": "that the case is dated later",
    "less-known": "that the fact is known less well",
    "unsourced": "that the fact lost its source",
    "look-alike": "that it looks like a known one",
}


def page(rows: list[str], runs: Path = RUNS) -> str:
    """Give the page, of the measured rows of the first table and of what the long runs found."""
    parts = [
        [HEADING, *rows],
        list(_attacks()),
        list(_facts()),
        list(_fuzz(runs)),
        list(_kills(runs)),
        list(_mutants(runs)),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def measured() -> Iterator[str]:
    """Measure each input and give its row."""
    for hostile in INPUTS:
        with tempfile.TemporaryDirectory() as folder:
            yield row(hostile, Path(folder))


def _cell(text: str) -> str:
    """Give words as they stand in a table: what would not be seen is named, what would be markup is not."""
    seen = "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in text)
    return seen.replace("|", "\\|").replace("<", "&lt;")


def _attacks() -> Iterator[str]:
    yield "# Attacks on the gate\n"
    yield "Each is a change to a repository whose case passes: it takes the protection of a flow away, and then tries to be passed all"
    yield "the same. Each is made again by a test (`tests/gate/test_attacks.py`), which holds it to the exit code and to what the"
    yield f"reviewer reads. There are {len(ATTACKS)}, and none passes.\n"
    yield "| the change | exit | the reviewer reads |\n|---|---|---|"
    yield from (f"| {_cell(attack.name)} | {attack.code} | {_cell(attack.read)} |" for attack in ATTACKS)


def _facts() -> Iterator[str]:
    yield "# Facts taken away, weakened or stated otherwise\n"
    yield "Facts are believed, as a change may be true; a reviewer is told of each, in the result and in the comment on the change,"
    yield "whether a known finding rested on it or not"
    yield f"(`tests/gate/test_facts_changed.py`). There are {len(CHANGES)}.\n"
    yield "| the change | exit | the reviewer reads | of |\n|---|---|---|---|"
    yield from (
        f"| {_cell(change.name)} | {change.code} | {FATES[change.fate]} | `{change.fact}` |"
        for change in CHANGES
    )


def _read(runs: Path, name: str) -> dict[str, Any]:
    file = runs / f"{name}.json"
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return found


def _fuzz(runs: Path) -> Iterator[str]:
    counts: Mapping[str, Mapping[str, int]] = _read(runs, "fuzz")
    if not counts:
        return
    total = sum(sum(came.values()) for came in counts.values())
    yield "# What strangers could write\n"
    yield f"The last long run of each target, {total:,} executions in all: none ended in a traceback or in exit code 4, none passed what cannot be judged, and each"
    yield "stayed within 10 CPU seconds and 500 MB (`make fuzz EXAMPLES=50000 COUNTS=docs/trust/fuzz.json`). `make test` tries 10,000.\n"
    yield "| what is made | executions | what came of it |\n|---|---|---|"
    for name, came in counts.items():
        words = ", ".join(f"{count:,} {word}" for word, count in sorted(came.items()))
        yield f"| {TARGETS[name].words} | {sum(came.values()):,} | {words} |"


def _kills(runs: Path) -> Iterator[str]:
    counts: Mapping[str, Mapping[str, int]] = _read(runs, "kills")
    if not counts:
        return
    yield "# Commands that are killed while they write\n"
    yield "Each command is killed at random moments, half of them towards its end, where it writes; then every file is the old one or"
    yield "the new one, whole (`make kills`). A file beside is one that was not yet in its place; nothing reads it.\n"
    yield "| command | killed before its end | old files | new files | some old, some new | anything else | a file beside |"
    yield "|---|---|---|---|---|---|---|"
    for name, found in counts.items():
        numbers = (found.get(what, 0) for what in ("killed", "old", "new", "some", "else", "beside"))
        yield f"| `{name}` | {' | '.join(map(str, numbers))} |"


def _mutants(runs: Path) -> Iterator[str]:
    found = _read(runs, "mutants")
    if not found:
        return
    every: Mapping[str, Mapping[str, float]] = {**found["packages"], "all": found["all"]}
    columns = list(found["all"])
    yield "# Mutants\n"
    yield "A sample of the small faults that the program could have, each held against the tests of behaviour (`make mutants`).\n"
    yield f"{found['note']}\n"
    yield f"| | {' | '.join(column.replace('_', ' ') for column in columns)} |\n|---|{'---|' * len(columns)}"
    for name, numbers in every.items():
        yield f"| {name} | {' | '.join(str(numbers[column]) for column in columns)} |"


def main() -> None:
    """Measure, and write the page."""
    TABLE.write_text(page(list(measured())), encoding="utf-8")


if __name__ == "__main__":
    main()

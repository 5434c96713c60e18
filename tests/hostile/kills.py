"""Commands that write, killed at random moments: what is found where they wrote."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from secrets import SystemRandom
from typing import Final

from tests.conftest import ROOT

FINDING: Final = "F-83eca787569355c9"
APPROVED: Final = (
    "--until",
    "2027-04-01",
    "--on",
    "2026-11-24",
    "--by",
    "DPO",
    "--reason",
    "TLS comes in March",
)
#: When a command is killed at the latest, in times that it lasts where nothing else runs.
LATEST: Final = 1.2
#: What a file is called that is not yet in its place.
BESIDE: Final = ".part"


@dataclass(frozen=True, slots=True)
class Writer:
    """A command that writes: its arguments, the file or folder it writes to, and what stood there, given what will."""

    arguments: tuple[str, ...]
    target: str
    old: bytes = b"old"

    def before(self, new: Mapping[str, bytes]) -> dict[str, bytes]:
        """Give the files that stand where the new ones will; a baseline is read, so it is the new one, spaced otherwise."""
        spaced = self.arguments[0] == "baseline"
        return {name: data.replace(b"\n", b" \n") if spaced else self.old for name, data in new.items()}


WRITERS: Final = {
    "check --output": Writer(
        ("check", "x", "--fail-on", "never", "-q", "--output", "sarif:OUT/a.sarif"), "OUT"
    ),
    "report": Writer(("report", "x", "--fail-on", "never", "--out", "OUT"), "OUT"),
    "bundle create": Writer(("bundle", "create", "x", "--out", "OUT/x.zip"), "OUT"),
    "baseline": Writer(("baseline", "x", "--accept-new", "--out", "OUT/b.yaml"), "OUT"),
    "accept": Writer(
        ("accept", FINDING, "x", "--exceptions", "OUT/e.yaml", *APPROVED),
        "OUT",
        b"auditor: 1\n# none yet\nexceptions: []\n",
    ),
}


def written(folder: Path) -> dict[str, bytes]:
    """Give the files of a folder by name, without those that are not yet in their place."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix != BESIDE}


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder hold these files and no others."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)


def command(writer: Writer) -> list[str]:
    return [sys.executable, "-B", "-m", "auditor", *writer.arguments]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def _lasts(writer: Writer, root: Path, before: Mapping[str, bytes]) -> float:
    """Give how many seconds a command takes that finds these files where it writes."""
    put(root / writer.target, before)
    began = time.monotonic()
    done = subprocess.run(
        command(writer), cwd=root, capture_output=True, text=True, check=False, env=environment()
    )
    assert done.returncode == 0, done.stderr
    return time.monotonic() - began


def killed(name: str, root: Path, times: int) -> Counter[str]:
    """Kill a command so many times; give how often the old, the new, and anything else was found, and a file beside.

    Half of the moments are anywhere in the time that the command takes, half towards its end, where it writes.
    """
    writer, moments = WRITERS[name], SystemRandom()
    shutil.copytree(ROOT / "flows" / "plaintext-hop", root / "x")
    folder = root / writer.target
    put(folder, {Path(word).name: writer.old for word in writer.arguments if word == "OUT/e.yaml"})
    before = written(folder)
    lasted = min(_lasts(writer, root, before) for _ in range(3))
    new = written(folder)
    old = writer.before(new)
    found: Counter[str] = Counter({"killed": 0, "old": 0, "new": 0, "else": 0, "beside": 0})
    for number in range(times):
        put(folder, old)
        running = subprocess.Popen(
            command(writer), cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment()
        )
        time.sleep(lasted * moments.uniform(0 if number % 2 else 2 / 3, LATEST))
        running.send_signal(signal.SIGKILL)
        found["killed"] += running.wait() == -signal.SIGKILL
        found["beside"] += any(path.suffix == BESIDE for path in folder.iterdir())
        there = written(folder)
        whole = there.keys() == old.keys() and all(
            data in (old[name], new[name]) for name, data in there.items()
        )
        found[("new" if there == new else "old" if there == old else "some") if whole else "else"] += 1
    return found


def record(file: Path, name: str, found: Mapping[str, int]) -> None:
    """Add what was found to the file of counts."""
    counts = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    counts[name] = dict(found)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({n: counts[n] for n in WRITERS if n in counts}, indent=1) + "\n", "utf-8")

"""Memory stays within 64 MB and twice the longest string, whatever the file; the slow parser reads the same, and is said."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.loading.captures import streamed
from auditor.loading.captures.read import Context, read_capture
from tests.captures.making import entry, har, log
from tests.captures.oddities import ODDITIES, PARTLY, T
from tests.conftest import ROOT

#: The peak is that of this process alone: what `getrusage` tells begins with what the process that starts it holds.
MEASURE = (
    "import re, sys; from pathlib import Path; from auditor.api.capture import captured, show\n"
    "show(captured([Path(sys.argv[1])]), 'text', 'en')\n"
    "print(int(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]) // 1024)"
)


def peak(file: Path) -> int:
    """The most memory, in MB, that a process takes that shows the capture, the program itself included."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(file)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    return int(done.stdout)


@pytest.mark.slow
@pytest.mark.parametrize(("entries", "body"), [(600, 100_000), (12, 5_000_000), (2, 30_000_000)])
def test_memory_is_bounded_whatever_the_size(entries: int, body: int, tmp_path: Path) -> None:
    file = tmp_path / "big.har"
    one = json.dumps(entry(T, response__content={"size": body, "text": "x" * body}))
    head = json.dumps(log(entry()))[:-3]
    with file.open("w", encoding="utf-8") as stream:
        stream.write(head)
        for _ in range(entries):
            stream.write("," + one)
        stream.write("]}}")
    assert peak(file) <= 64 + 2 * body // 1_000_000


@pytest.mark.parametrize("name", sorted(set(ODDITIES) - PARTLY))
def test_the_slow_parser_reads_the_same(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "capture"
    file.write_bytes(ODDITIES[name].data)
    fast = read_capture(file, Context())
    monkeypatch.setattr(streamed, "BACKENDS", ("none", "python"))
    slow = read_capture(file, Context())
    assert slow.recipients == fast.recipients
    assert (slow.skipped, slow.noise, slow.cut) == (fast.skipped, fast.noise, fast.cut)


def test_the_slow_parser_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "capture"
    file.write_bytes(har(entry(T)))
    assert not read_capture(file, Context()).slow
    monkeypatch.setattr(streamed, "BACKENDS", ("none", "python"))
    assert read_capture(file, Context()).slow

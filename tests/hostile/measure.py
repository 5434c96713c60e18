"""How long a command takes and how much memory, as processes of its own, within limits that end it."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
#: What no input of a megabyte may take.
SECONDS = 10
MEGABYTES = 500


class Measured(NamedTuple):
    """The exit code of a command, its CPU seconds and its megabytes at most; what it said at the end."""

    code: int
    seconds: float
    megabytes: int
    said: str


def measured(folder: Path, *arguments: str) -> Measured:
    """Run a command of the program in `folder` and give what it took; beyond twice what is allowed it is ended."""
    told = folder / "told.txt"
    process = os.fork()
    if not process:
        resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (4 * MEGABYTES * 2**20, 4 * MEGABYTES * 2**20))
        out = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.chdir(folder)
        os.environ["PYTHONPATH"] = str(ROOT)
        os.execv(sys.executable, [sys.executable, "-m", "auditor", *arguments])  # noqa: S606  no shell is wanted
    _, status, used = os.wait4(process, 0)
    code = os.waitstatus_to_exitcode(status)
    said = told.read_text(encoding="utf-8", errors="replace")[-400:]
    return Measured(code, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, said)

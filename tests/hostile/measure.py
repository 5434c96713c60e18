"""How long a command takes and how much memory, as processes of its own, within limits that end it."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
#: What no input of a megabyte may take.
SECONDS = 10
MEGABYTES = 500
#: Where the command says what it says, in its folder.
TOLD = "told.txt"


class Measured(NamedTuple):
    """The exit code of a command, its CPU seconds and its megabytes at most; what it said at the end."""

    code: int
    seconds: float
    megabytes: int
    said: str


def measured(folder: Path, *arguments: str) -> Measured:
    """Run a command of the program in `folder` and give what it took; beyond twice what is allowed it is ended.

    A small process of its own starts it: what a process takes counts what the one took that it was copied from.
    """
    starter = [sys.executable, "-S", __file__, str(folder), sys.executable, *arguments]
    done = subprocess.run(starter, check=True, capture_output=True, text=True)
    code, seconds, megabytes = done.stdout.split()
    said = (folder / TOLD).read_text(encoding="utf-8", errors="replace")[-400:]
    return Measured(int(code), float(seconds), int(megabytes), said)


def _start(folder: str, python: str, *arguments: str) -> None:
    """Run a command of the program, and tell its exit code, its CPU seconds and its megabytes."""
    process = os.fork()
    if not process:
        resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (4 * MEGABYTES * 2**20, 4 * MEGABYTES * 2**20))
        os.chdir(folder)
        out = os.open(TOLD, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.environ["PYTHONPATH"] = str(ROOT)
        os.execv(python, [python, "-m", "auditor", *arguments])  # noqa: S606  no shell is wanted
    _, status, used = os.wait4(process, 0)
    code = os.waitstatus_to_exitcode(status)
    sys.stdout.write(f"{code} {used.ru_utime + used.ru_stime} {used.ru_maxrss // 1024}\n")


if __name__ == "__main__":
    _start(*sys.argv[1:])

"""CPU and memory of whole processes, and medians of several taken in turn."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import venv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
AUDITOR = [sys.executable, "-m", "auditor"]
#: As an installed program runs: its bytecode is there, so the first run of each command, which writes it, is not counted.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
LOOP = (
    "import sys, gc; gc.disable(); from yaml.cyaml import CParser\n"
    "for name in sys.argv[1:]:\n"
    "    p = CParser(open(name, 'rb').read())\n"
    "    while p.get_event() is not None: pass\n"
)


@dataclass(frozen=True)
class Used:
    """What a process took: user and system seconds, bytes of memory at most, and how it ended (a negative signal)."""

    cpu: float
    memory: int
    code: int = 0


def check(*files: Path | str) -> list[str]:
    """Give the command that checks a case and passes whatever it finds."""
    return [*AUDITOR, "check", *map(str, files), "--fail-on", "never"]


def used(command: list[str]) -> Used:
    """Run a command and give what it took."""
    with Path(os.devnull).open("wb") as nothing:
        process = subprocess.Popen(command, stdout=nothing, stderr=nothing, cwd=ROOT, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    scale = 1 if sys.platform == "darwin" else 1024
    return Used(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale, process.returncode)


def installed(folder: Path, package: str, module: str) -> str | None:
    """Give the Python of an environment that has a package, made where it is not there yet; None where it cannot be installed."""
    python = folder / "bin" / "python"
    if used([str(python), "-c", f"import {module}"]).code if python.exists() else True:
        venv.create(folder, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", package]
        if subprocess.run(install, check=False).returncode:
            return None
    return str(python)


def medians(commands: Mapping[str, list[str]], rounds: int) -> dict[str, Used]:
    """Run the commands in turn, `rounds` times, and give the median of each; whatever slows the machine slows all of them."""
    taken: dict[str, list[Used]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(used(command))
    return {name: _median(each) for name, each in taken.items()}


def _median(each: Iterable[Used]) -> Used:
    each = list(each)
    cpu, memory = (statistics.median(values) for values in ([u.cpu for u in each], [u.memory for u in each]))
    return Used(cpu, int(memory), each[0].code)


def floor() -> tuple[list[str], str]:
    """Give the command that reads every event of YAML files, and what it is: libyaml in C, or Python's loop without a compiler."""
    compiler, program = shutil.which("cc"), BUILD / "floor"
    if compiler is not None:
        BUILD.mkdir(exist_ok=True)
        source = Path(__file__).with_name("floor.c")
        made = subprocess.run(
            [compiler, "-O2", str(source), "-o", str(program), "-lyaml"], check=False, capture_output=True
        )
        if made.returncode == 0:
            return [str(program)], "libyaml in C"
    return [sys.executable, "-c", LOOP], "libyaml from Python (CParser; no C compiler with yaml.h here)"

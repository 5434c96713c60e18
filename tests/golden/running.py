"""Commands run one after the other in this process, as the command line runs them, and all that they put out.

Only what the public knows is used: `python -m auditor`, its commands and options. Modules may move; this stays.
"""

from __future__ import annotations

import gc
import os
import runpy
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple, NoReturn
from unittest.mock import patch
from zipfile import ZipFile

ROOT: Final = Path(__file__).resolve().parent.parent.parent
#: Where commands may write, below the folder they run in.
OUT: Final = "out"
#: Nothing of whoever runs this speaks to the program; help is as wide as in docs/cli.md.
ENVIRONMENT: Final = {"COLUMNS": "110", "NO_COLOR": "1", "TERM": "dumb"}

Command = tuple[str, ...]


class Left(BaseException):
    """The process would have ended here: above everything that a command could catch."""


class Written(NamedTuple):
    """What one command gives: its exit code, and the bytes on its two outputs."""

    code: int
    out: bytes
    err: bytes


def label(commands: tuple[Command, ...]) -> str:
    """Give the commands as they would be typed after `auditor`."""
    return " && ".join(shlex.join(command) for command in commands)


@contextmanager
def workplace() -> Iterator[None]:
    """Stay in a folder of its own that holds the published cases and the broken inputs, in a repository of nobody."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / ".git").mkdir()
        shutil.copytree(ROOT / "flows", folder / "flows")
        shutil.copytree(Path(__file__).parent / "broken", folder / "broken")
        with chdir(folder), patch.dict(os.environ, ENVIRONMENT, clear=True), patch("os._exit", _leave):
            yield


def _leave(code: int) -> NoReturn:
    raise Left(code)


def run(command: Command) -> Written:
    """Run one command in the current folder."""
    out, err = _stream(), _stream()
    with patch.object(sys, "argv", ["auditor", *command]), redirect_stdout(out), redirect_stderr(err):
        try:
            runpy.run_module("auditor", run_name="__main__")
            code = 0
        except Left as left:
            code = left.args[0]
        except SystemExit as exit_:
            code = exit_.code if isinstance(exit_.code, int) else 1
    gc.enable()
    return Written(code, _bytes(out), _bytes(err))


def _stream() -> TextIOWrapper:
    return TextIOWrapper(BytesIO(), encoding="utf-8", newline="")


def _bytes(stream: TextIOWrapper) -> bytes:
    stream.flush()
    inner = stream.buffer
    return inner.getvalue() if isinstance(inner, BytesIO) else b""


def output(commands: tuple[Command, ...]) -> bytes:
    """Give all that the commands put out, one after the other, then every file they leave below `OUT`, which is emptied."""
    parts: list[bytes] = []
    for command in commands:
        written = run(command)
        parts += [f"$ auditor {shlex.join(command)}\n".encode(), *_opened(written.out)]
        parts += [b"--- standard error\n", written.err] if written.err else []
        parts.append(f"--- exit code {written.code}\n".encode())
    for file in sorted(Path(OUT).rglob("*")):
        if file.is_file():
            parts.append(f"--- file {file.as_posix()}\n".encode())
            parts += _opened(file.read_bytes())
    shutil.rmtree(OUT, ignore_errors=True)
    return b"".join(parts)


def _opened(data: bytes) -> Iterator[bytes]:
    """Give the bytes; of an archive each of its files, as how well they are packed depends on the machine."""
    if not data.startswith(b"PK\x03\x04"):
        yield data
        return
    with ZipFile(BytesIO(data)) as archive:
        for member in archive.infolist():
            stamp = "-".join(map(str, member.date_time))
            yield f"--- packed {member.filename} {stamp} {member.external_attr:o}\n".encode()
            yield archive.read(member)

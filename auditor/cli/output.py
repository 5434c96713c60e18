"""Where results go: standard output, or files; and the exit code a command leaves with."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

import typer

from auditor.errors import UsageRefused

FINDINGS: Final = 1


def leave(*, passed: bool) -> None:
    """End the command: 0 where it passed, else the exit code for findings."""
    raise typer.Exit(0 if passed else FINDINGS)


def put(data: bytes, output: Path | None = None) -> None:
    """Write to a file, or to standard output as the bytes they are."""
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(data)
    except OSError as error:
        raise UsageRefused(f"cannot write {output}: {error.strerror}") from None


def coloured(choice: str) -> bool:
    """Tell whether to colour: as chosen, else by NO_COLOR, FORCE_COLOR and whether a terminal reads."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()

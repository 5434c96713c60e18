"""A word on what is being done, on standard error, once work has taken a second on a terminal; gone when it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Final

from auditor.cli.language import spoken
from auditor.text.cleaned import one_line
from auditor.text.problems.template import Template

#: Seconds of silence before anything is said, and between two marks.
PATIENCE: Final = 1.0
MARKS: Final = "|/-\\"


@contextmanager
def working(what: Template, *, quiet: bool = False, **slots: str) -> Iterator[None]:
    """Say what is being done while the block runs, if it takes long and a terminal listens, unless it is to be `quiet`."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    done = Event()
    speaker = Thread(target=_speak, args=(one_line(what.said(spoken(), **slots)), done), daemon=True)
    speaker.start()
    try:
        yield
    finally:
        done.set()
        speaker.join()


def _speak(what: str, done: Event) -> None:
    said = 0
    while not done.wait(PATIENCE):
        print(f"\r{MARKS[said % len(MARKS)]} {what}", end="", file=sys.stderr, flush=True)
        said += 1
    if said:
        print(f"\r{' ' * (len(what) + 2)}\r", end="", file=sys.stderr, flush=True)

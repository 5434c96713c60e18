"""A word on what is being done, on standard error, once work has taken a second on a terminal; gone when it ends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final

from auditor.cli.language import spoken
from auditor.text import command_line as words
from auditor.text.cleaned import one_line
from auditor.text.problems.template import Template

if TYPE_CHECKING:
    from threading import Event

#: Seconds of silence before anything is said, and between two marks.
PATIENCE: Final = 1.0
MARKS: Final = "|/-\\"


@contextmanager
def working(what: Template, *, quiet: bool = False, **slots: str) -> Iterator[None]:
    """Say what is being done while the block runs, if it takes long and a terminal listens, unless it is to be `quiet`."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from threading import Event, Thread

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


@contextmanager
def counting(*, quiet: bool = False) -> Iterator[Callable[[int, int], None]]:
    """Give what tells how many of how many are done, and how long the others will take, unless it is to be `quiet`."""
    if quiet or not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    counter = _Counter()
    try:
        yield counter.tell
    finally:
        counter.clear()


class _Counter:
    """A line on a terminal that is written anew once a second."""

    def __init__(self) -> None:
        self.began = self.told = monotonic()
        self.width = 0

    def tell(self, done: int, items: int) -> None:
        """Tell how far it has come, unless that was told within the last second."""
        now = monotonic()
        if now - self.told < PATIENCE:
            return
        self.told = now
        lang = spoken()
        if done:
            left = _spell(round((now - self.began) * (items - done) / done), lang)
            text = words.TIME_LEFT.said(lang, done=str(done), items=str(items), left=left)
        else:
            text = words.PROGRESS.said(lang, done=str(done), items=str(items))
        print(f"\r{text.ljust(self.width)}", end="", file=sys.stderr, flush=True)
        self.width = max(self.width, len(text))

    def clear(self) -> None:
        """Take the line away."""
        if self.width:
            print(f"\r{' ' * self.width}\r", end="", file=sys.stderr, flush=True)


def _spell(seconds: int, lang: str) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, left = divmod(minutes, 60)
    if hours:
        return words.HOURS.said(lang, hours=str(hours), minutes=str(left).rjust(2, "0"))
    if minutes:
        return words.MINUTES.said(lang, minutes=str(minutes), seconds=str(rest).rjust(2, "0"))
    return words.SECONDS.said(lang, seconds=str(rest))

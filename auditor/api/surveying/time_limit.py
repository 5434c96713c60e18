"""A limit to the processor time of one case, in whatever thread of a process it is judged, so that none holds a worker."""

from __future__ import annotations

import ctypes
import signal
from collections.abc import Callable
from threading import Event, Lock, Thread, get_ident
from time import process_time
from typing import Final, TypeVar

#: How many seconds of processor time after its time is over a process is ended that does not heed it.
GRACE: Final = 10
#: How many seconds of processor time pass before one that lost the word hears again that its time is over.
AGAIN: Final = 1.0
#: After how many steps a thread has heard what it was told.
STEPS: Final = 1_000
#: How many seconds pass at least between two looks at the clock.
PAUSE: Final = 0.05

Given = TypeVar("Given")


class OutOfTime(BaseException):
    """A case took all the time that it may. Nothing that judges takes this for an error of its own."""


def within(seconds: int, work: Callable[[], Given]) -> Given:
    """Give what `work` gives, in this thread, as long as this process takes no more than so many seconds of processor time for it.

    Raises OutOfTime in it where it takes more. One long step in compiled code does not heed that: the system ends the process
    then, where it can.
    """
    watch = _Watch()
    try:
        try:
            watch.begin(seconds)
            return work()
        finally:
            watch.leave()
    except OutOfTime:
        watch.leave()  # it may have been told while it left
        raise


class _Watch:
    """Looks at the clock in a thread of its own, and tells the thread that made it when its time is over."""

    def __init__(self) -> None:
        self._thread = get_ident()
        self._lock = Lock()
        self._left = Event()
        self._told = False

    def begin(self, seconds: int) -> None:
        _end_process_after(seconds + GRACE)
        Thread(target=self._watch, args=(process_time() + seconds,), daemon=True).start()

    def leave(self) -> None:
        """Tell nothing any more; what was told and not heard is raised here, where steps are few.

        It is not taken back: the interpreter would look for it at every step of this process from then on.
        """
        with self._lock:
            self._left.set()
        _end_process_after(0)
        for _ in range(STEPS if self._told else 0):
            pass

    def _watch(self, until: float) -> None:
        while True:
            while (left := until - process_time()) > 0:
                if self._left.wait(max(left, PAUSE)):
                    return
            with self._lock:
                if self._left.is_set():
                    return
                self._told = True
                _raise_in(self._thread, OutOfTime)
            until = process_time() + AGAIN


def _raise_in(thread: int, error: type[BaseException]) -> None:
    """Let a thread raise `error` where it is."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))


def _end_process_after(seconds: int) -> None:
    """Let the system end this process after so many seconds of processor time, unless that is told anew; 0 takes it back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)

"""Tasks in processes of this machine: as many as asked, each a fresh interpreter that ends when the one that asks does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait as readable
from threading import Thread
from typing import Final

from auditor.api.surveying.one import Answer, Done, Task, Work, failed, work_through
from auditor.model.survey import SurveyEntry
from auditor.text.problems.survey import ENDED

#: How many lots of tasks wait for each process.
AHEAD: Final = 2
#: How often a task is tried that ends the process it runs in.
TRIES: Final = 2

Lot = tuple[Task, ...]


def usual_workers() -> int:
    """Give how many processes this machine runs at a time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def by_processes(work: Work, lots: Iterable[Lot], workers: int) -> Iterator[Answer]:
    """Yield what came of each lot as it is done. Tasks whose process ended are done again, one at a time in one process."""
    coming = iter(lots)
    while True:
        lost: list[Lot] = []
        yield from _pooled(work, coming, workers, lost)
        if not lost:
            return
        for task in (task for lot in lost for task in lot):
            yield _alone(work, task)


def _pooled(work: Work, coming: Iterator[Lot], workers: int, lost: list[Lot]) -> Iterator[Answer]:
    """Yield what comes of lots until there are no more, or a process ends; what was under way then is `lost`."""
    waiting: dict[Future[Answer], Lot] = {}
    with _pool(workers) as pool:
        while not lost:
            for lot in islice(coming, workers * AHEAD - len(waiting)):
                try:
                    waiting[pool.submit(work_through, work, lot)] = lot
                except BrokenProcessPool:
                    lost.append(lot)
                    break
            if not waiting:
                return
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                lot = waiting.pop(future)
                try:
                    answer = future.result()
                except BrokenProcessPool:
                    lost.append(lot)
                else:
                    yield answer
        lost.extend(waiting.values())


def _alone(work: Work, task: Task) -> Answer:
    for _ in range(TRIES):
        with _pool(1) as pool, suppress(BrokenProcessPool):
            return pool.submit(work_through, work, (task,)).result()
    return ended(work, (task,))


def ended(work: Work, tasks: Sequence[Task]) -> Answer:
    """Give the answer for tasks that end the process they run in."""
    rows = ((each.item.name, failed(each.item, ENDED())) for each in tasks)
    return Answer(work.program, tuple(Done(name, SurveyEntry("", row)) for name, row in rows))


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """Let the process end when the one that started it does, however that ends."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(parent: int) -> None:
    readable([parent])
    os._exit(1)

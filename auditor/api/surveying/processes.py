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
    """Yield what came of each lot as it is done. Where a process ends, the lots under way are done again one by one.

    A lot that ends its process then is done task by task, each in a process of its own.
    """
    coming = iter(lots)
    while True:
        lost: list[Lot] = []
        yield from _pooled(work, coming, workers, lost)
        if not lost:
            return
        for lot in lost:
            yield from _again(work, lot)


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


def _again(work: Work, lot: Lot) -> Iterator[Answer]:
    answer = _alone(work, lot)
    if answer is not None:
        yield answer
        return
    for task in lot:
        tries = (_alone(work, (task,)) for _ in range(TRIES))
        yield next(filter(None, tries), None) or ended(work, (task,))


def _alone(work: Work, lot: Lot) -> Answer | None:
    """Do a lot in a process of its own; None where that ends."""
    with _pool(1) as pool, suppress(BrokenProcessPool):
        return pool.submit(work_through, work, lot).result()
    return None


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

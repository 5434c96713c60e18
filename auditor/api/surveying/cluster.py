"""Tasks on a cluster of Dask, the same functions as in processes. Nothing else in the program opens a socket.

The package comes with the extra `cluster` and is imported only where a cluster is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack
from importlib.util import find_spec
from itertools import islice
from typing import Any, Final

from auditor.api.surveying.one import Answer, Work, work_through
from auditor.api.surveying.processes import Lot, ended, usual_workers
from auditor.errors import UsageRefused
from auditor.text.problems import survey as words

LOCAL: Final = re.compile(r"local(?::(?P<workers>[1-9][0-9]{0,3}))?")
ADDRESS: Final = re.compile(r"(?!local:)(?:(?:tcp|tls|ucx|ws|wss)://)?[A-Za-z0-9.\-\[\]:]+:[0-9]{1,5}")
#: How many lots wait for each thread of a worker, and how many at least, while workers are still coming.
AHEAD: Final = 2
FEWEST: Final = 4
#: After how many lots the threads are counted anew, as workers come and go.
COUNTED: Final = 64
#: How long to wait for a scheduler to answer, in seconds.
PATIENCE: Final = "20s"
#: How a cluster of this machine is set: what only watches is off, and a task is tried on two workers that end.
SET: Final = {
    "distributed.scheduler.allowed-failures": 1,
    "distributed.worker.profile.enabled": False,
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.tick.interval": "1s",
    "distributed.scheduler.active-memory-manager.start": False,
}


def sound(address: str) -> None:
    """Raise UsageRefused where an address is none, or what clusters need is not installed."""
    if not LOCAL.fullmatch(address) and not ADDRESS.fullmatch(address):
        raise UsageRefused(words.BAD_CLUSTER(text=address))
    if find_spec("distributed") is None:
        raise UsageRefused(
            words.EXTRA_MISSING(option="--cluster", package="distributed"),
            words.INSTALL_EXTRA(extra="cluster"),
        )


def by_cluster(work: Work, lots: Iterable[Lot], address: str) -> Iterator[Answer]:
    """Yield what came of each lot as it is done. What ends worker after worker is done again task by task, nothing beside it.

    A worker that ends takes with it what waits there, so that others than the one at fault seem to have ended it.

    Raises UsageRefused where no scheduler answers, or none does any more.
    """
    dask = _dask()
    coming = iter(lots)
    with ExitStack() as stack:
        client = _client(address, stack)
        waiting: dict[Any, Lot] = {}
        flight = dask.as_completed(loop=client.loop)
        suspects: list[Lot] = []

        def send(lots: Iterable[Lot]) -> None:
            for lot in lots:
                future = client.submit(work_through, work, lot, pure=False)
                waiting[future] = lot
                flight.add(future)

        room = _room(client)
        send(islice(coming, room))
        for number, future in enumerate(flight, 1):
            lot = waiting.pop(future)
            try:
                yield future.result()
            except dask.KilledWorker:
                suspects.extend((task,) for task in lot)
            except CancelledError:
                raise _gone(address) from None
            future.release()
            room = room if number % COUNTED else _room(client)
            send(islice(coming, max(0, room - len(waiting))))
        for lot in suspects:
            try:
                yield client.submit(work_through, work, lot, pure=False).result()
            except dask.KilledWorker:
                yield ended(work, lot)
            except CancelledError:
                raise _gone(address) from None


def _gone(address: str) -> UsageRefused:
    """Give the refusal where a scheduler went away."""
    return UsageRefused(words.CLUSTER_GONE(address=address), words.GO_ON())


def _dask() -> Any:
    """Give the package, which says little of its types."""
    import distributed

    return distributed


def _client(address: str, stack: ExitStack) -> Any:
    """Give a client of the cluster at `address`, or of one on this machine. Raises UsageRefused."""
    dask = _dask()
    local = LOCAL.fullmatch(address)
    if local is None:
        try:
            return stack.enter_context(dask.Client(address, timeout=PATIENCE, set_as_default=False))
        except OSError:
            raise UsageRefused(words.NO_CLUSTER(address=address)) from None
    from dask.config import set as setting

    stack.enter_context(setting(SET))
    cluster = dask.LocalCluster(
        n_workers=int(local["workers"] or usual_workers()),
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        memory_limit=0,
    )
    stack.enter_context(cluster)
    return stack.enter_context(dask.Client(cluster, set_as_default=False))


def _room(client: Any) -> int:
    """Give how many lots may be under way at a time."""
    threads: dict[str, int] = client.nthreads()
    return max(FEWEST, AHEAD * sum(threads.values()))

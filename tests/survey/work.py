"""What processes are given to do in tests: the usual work, save for items whose names ask for more."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence

from auditor.api.surveying.one import Answer, Task, Work, work_through


def work(asked: Work, tasks: Sequence[Task]) -> Answer:
    """Do tasks; a name with `kills` ends the process each time, one with `once` the first time, as a file beside tells."""
    for task in tasks:
        name, beside = task.item.name, task.item.path.parent / "was-killed"
        if "kills" in name or ("once" in name and not beside.exists()):
            beside.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return work_through(asked, tasks)

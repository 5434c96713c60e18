"""What processes are given to do in tests: the usual work, save for items whose names ask for more."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from typing import Any
from unittest.mock import patch

from auditor.api.surveying import one
from auditor.api.surveying.one import Answer, Task, Work, work_through
from auditor.loading.files.many_cases import Item
from auditor.model.survey import SurveyRow


def spinning(judge: Callable[..., SurveyRow]) -> Callable[..., SurveyRow]:
    """Give a way to judge that never ends where the name of an item has `spins`."""

    def judged(item: Item, *rest: Any) -> SurveyRow:
        while "spins" in item.name:
            pass
        return judge(item, *rest)

    return judged


def work(asked: Work, tasks: Sequence[Task]) -> Answer:
    """Do tasks; a name with `kills` ends the process each time, one with `once` the first time, as a file beside tells.

    Judging one with `spins` never ends.
    """
    for task in tasks:
        name, beside = task.item.name, task.item.path.parent / "was-killed"
        if "kills" in name or ("once" in name and not beside.exists()):
            beside.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    with patch.object(one, "_judged", spinning(one._judged)):
        return work_through(asked, tasks)

"""What a case may ask of the graph: limits that no real case comes near, and that keep a small file from taking all memory."""

from __future__ import annotations

from typing import Final

from auditor.errors import UsageRefused
from auditor.text.problems.limits import (
    LONG_WAYS,
    MANY_HOLDERS,
    POSSIBLE_WAYS,
    SHORTEN_CHAIN,
    SHORTEN_WAYS,
    STACKED,
    STATE_ENDS,
    UNSTACK,
)

#: How many steps from holder to holder may be taken to tell who controls whom.
MOST_STEPS: Final = 12_000_000
#: How many hosts may stand below others, those below each counted for it.
MOST_BELOW: Final = 1_000_000
#: How many facts the ways of data may leave open or sealed, those on each way counted for each place it comes to.
MOST_OPEN: Final = 3_000_000
#: How many ways may be possible for want of ends that somebody stated, in a case of few flows; in one of more, one a flow.
MOST_WAYS: Final = 5_000


def refuse_stacked(below: int) -> None:
    """Raise UsageRefused where hosts stand on more than `MOST_BELOW` hosts in all."""
    if below > MOST_BELOW:
        raise UsageRefused(STACKED(limit=MOST_BELOW), UNSTACK())


def refuse_open(facts: int) -> None:
    """Raise UsageRefused where ways leave more than `MOST_OPEN` facts open or sealed."""
    if facts > MOST_OPEN:
        raise UsageRefused(LONG_WAYS(limit=MOST_OPEN), SHORTEN_WAYS())


class Steps:
    """The steps from holder to holder that were taken in a case."""

    def __init__(self) -> None:
        self.taken = 0

    def take(self, steps: int) -> None:
        """Count so many more steps; raise UsageRefused where they are more than `MOST_STEPS`."""
        self.taken += steps
        if self.taken > MOST_STEPS:
            raise UsageRefused(MANY_HOLDERS(limit=MOST_STEPS), SHORTEN_CHAIN())


def refuse_many(ways: int, flows: int) -> None:
    """Raise UsageRefused where `ways` are more than a case of so many flows may leave possible."""
    limit = max(MOST_WAYS, flows)
    if ways > limit:
        raise UsageRefused(POSSIBLE_WAYS(limit=limit), STATE_ENDS())

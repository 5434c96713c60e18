"""What a case may ask of the graph: limits that no real case comes near, and that keep a small file from taking all memory."""

from __future__ import annotations

from typing import Final

from auditor.errors import UsageRefused
from auditor.text import problems as words

#: How many steps from holder to holder may be taken to tell who controls whom.
MOST_STEPS: Final = 12_000_000
#: How many hosts may stand below others, those below each counted for it.
MOST_BELOW: Final = 1_000_000
#: How many facts the ways of data may leave open or sealed, those on each way counted for each place it comes to.
MOST_OPEN: Final = 3_000_000
#: How many pairs of controllers may decide together, counted for each activity.
MOST_PAIRS: Final = 100_000
#: How many certificates may cover hosts, each counted for every host.
MOST_COVERING: Final = 500_000
#: How many claims a case of any size may hold, and on how many hosts and flows all of them together may be weighed where they are more.
FEW_CLAIMS: Final = 50
MOST_WEIGHED: Final = 200_000
#: How many ways may be possible for want of ends that somebody stated, in a case of few flows; in one of more, one a flow.
MOST_WAYS: Final = 5_000


def refuse_stacked(below: int) -> None:
    """Raise UsageRefused where hosts stand on more than `MOST_BELOW` hosts in all."""
    if below > MOST_BELOW:
        raise UsageRefused(words.limits.STACKED(limit=MOST_BELOW), words.limits.UNSTACK())


def refuse_pairs(pairs: int) -> None:
    """Raise UsageRefused where more than `MOST_PAIRS` pairs of controllers may decide together."""
    if pairs > MOST_PAIRS:
        raise UsageRefused(words.limits.MANY_PAIRS(limit=MOST_PAIRS), words.limits.PART_ACTIVITY())


def refuse_covering(certificates: int) -> None:
    """Raise UsageRefused where more than `MOST_COVERING` certificates may cover hosts."""
    if certificates > MOST_COVERING:
        raise UsageRefused(words.limits.MANY_CERTIFICATES(limit=MOST_COVERING), words.limits.PART_HOSTS())


def refuse_weighed(claims: int, entries: int) -> None:
    """Raise UsageRefused where each of many claims would be weighed on many hosts and flows."""
    if claims > FEW_CLAIMS and claims * entries > MOST_WEIGHED:
        raise UsageRefused(
            words.limits.MANY_CLAIMS(claims=claims, entries=entries, limit=MOST_WEIGHED),
            words.limits.FEWER_CLAIMS(few=FEW_CLAIMS),
        )


def refuse_open(facts: int) -> None:
    """Raise UsageRefused where ways leave more than `MOST_OPEN` facts open or sealed."""
    if facts > MOST_OPEN:
        raise UsageRefused(words.limits.LONG_WAYS(limit=MOST_OPEN), words.limits.SHORTEN_WAYS())


class Steps:
    """The steps from holder to holder that were taken in a case."""

    def __init__(self) -> None:
        self.taken = 0

    def take(self, steps: int) -> None:
        """Count so many more steps; raise UsageRefused where they are more than `MOST_STEPS`."""
        self.taken += steps
        if self.taken > MOST_STEPS:
            raise UsageRefused(words.limits.MANY_HOLDERS(limit=MOST_STEPS), words.limits.SHORTEN_CHAIN())


def refuse_many(ways: int, flows: int) -> None:
    """Raise UsageRefused where `ways` are more than a case of so many flows may leave possible."""
    limit = max(MOST_WAYS, flows)
    if ways > limit:
        raise UsageRefused(words.limits.POSSIBLE_WAYS(limit=limit), words.limits.STATE_ENDS())

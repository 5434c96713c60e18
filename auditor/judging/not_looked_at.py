"""What the case holds that was not looked at on its date, and a date on which it would be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from auditor.graph.derive import Derived
from auditor.graph.on_the_day import LeftOut
from auditor.model.bilingual import Bilingual
from auditor.model.dates import first_day, holds, last_day
from auditor.model.not_looked_at import NotLookedAt, NotLookedAtKind
from auditor.model.policy import Policy
from auditor.model.vocabulary import UNKNOWN
from auditor.text import dates as texts
from auditor.text.grammar import bilingual, filled, listed

#: Sections whose entities may lie outside the date of the case, with the kind of each, in the order in which they are told.
KINDS: Final[dict[str, NotLookedAtKind]] = {
    "flows": "flow",
    "activities": "activity",
    "hosts": "host",
    "ownership": "ownership",
    "agreements": "agreement",
    "notices": "notice",
    "claims": "claim",
    "people": "people",
}
ORDER: Final = tuple(KINDS)
YEAR, MONTH, DAY = 4, 7, 10


def not_looked_at(derived: Derived) -> list[NotLookedAt]:
    """Give what lies outside the date of the case, by kind, what ended before what has not begun; last the packs not run."""
    estate = derived.estate
    groups: dict[tuple[int, bool], list[LeftOut]] = defaultdict(list)
    for item in estate.day.left_out:
        groups[ORDER.index(item.section), item.when == "not-begun"].append(item)
    bare = not estate.case.flows
    found = [_line(items, estate.as_of, bare=bare) for _, items in sorted(groups.items())]
    return [*found, *_packs(estate.materials.packs_left_out, estate.materials.policies)]


def _packs(names: Sequence[str], run: Sequence[Policy]) -> list[NotLookedAt]:
    """Give the packs of rules that were not run, if there are any, as one line, which tells the fewer: what was left out or what was `run`."""
    if not names:
        return []
    if len(names) <= len(run):
        message = filled(texts.NOT_RUN, topics=listed(texts.TOPICS[name] for name in names))
    else:
        said = listed(texts.TOPICS.get(pack.policy) or bilingual(pack.title) for pack in run)
        message = filled(texts.ONLY_RUN, topics=said, count=str(len(names)))
    return [NotLookedAt(kind="pack", why="not-run", count=len(names), ids=list(names), message=message)]


def _line(items: Sequence[LeftOut], day: str, *, bare: bool) -> NotLookedAt:
    first = min((i.since for i in items if i.since not in ("", UNKNOWN)), key=first_day, default="")
    last = max((i.until for i in items if i.until not in ("", UNKNOWN)), key=last_day, default="")
    section, why = items[0].section, items[0].when
    tried = _tried(items, first if why == "not-begun" else last)
    shapes = texts.ENDED if why == "ended" else texts.NOT_BEGUN
    said = filled(
        shapes[len(items) > 1],
        count=str(len(items)),
        what=texts.KINDS[KINDS[section]][len(items) > 1],
        day=day,
        first=first,
        last=last,
    )
    if tried:
        offer = filled(texts.TRY, option=f"--as-of {tried}")
        said = Bilingual(said.fr + offer.fr, said.en + offer.en)
    whole = section == "flows" and bare
    return NotLookedAt(
        kind=KINDS[section],
        why=why,
        count=len(items),
        ids=sorted(item.name for item in items),
        message=filled(texts.TWO if whole else texts.STOP, first=said, second=texts.NONE_RUNS),
        first=first,
        last=last,
        try_as_of=tried,
    )


def _tried(items: Sequence[LeftOut], bound: str) -> str:
    """Give a date on which something of `items` holds: the first of those that begin, the one before the last of those that ended."""
    if items[0].when == "not-begun":
        return bound
    candidates = [item for item in items if item.until == bound]
    before = _before(bound)
    for item in candidates:
        for day in (before, item.since):
            if day and day != UNKNOWN and holds(item.since, item.until, day):
                return day
    return ""


def _before(day: str) -> str:
    """Give the year, month or day before `day`, as precise as it is written; empty before the year 1."""
    if not day or day < "0002":
        return ""
    if len(day) == YEAR:
        return f"{int(day) - 1:04}"
    if len(day) == MONTH:
        year, month = int(day[:YEAR]), int(day[YEAR + 1 :])
        return f"{year:04}-{month - 1:02}" if month > 1 else f"{year - 1:04}-12"
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()

"""One case judged on several dates in one run; it is read once."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from auditor.api.assess import Supposing
from auditor.api.gate import Judged, judged_on
from auditor.api.read import day_of, read
from auditor.api.request import Request
from auditor.api.sources import without_links
from auditor.judging.across_dates import across_dates
from auditor.model.across_dates import AcrossDates
from auditor.model.result.shown import WHOLE, Shown

#: What a table of dates shows of a result; its sentences only where a format has them.
DATE: Final = Shown("live", frozenset(), premises=False, worded=False)


class JudgedAcross(Struct, frozen=True):
    """A case judged on several dates: what it comes to on the last of those asked, and all of them side by side."""

    last: Judged
    table: AcrossDates


def judge_across(
    request: Request, *, sentences: bool = True, supposing: Supposing | None = None
) -> JudgedAcross:
    """Give what the case of a request comes to on each of its dates, of which there is at least one, each date once.

    Of open points, only live ones are told, of which the table tells, with its `sentences` or without. Where there is `supposing`, all
    are told of the last date, and it of the scenarios, as `api.assess.assess` says. Raises as `api.gate.judge`, and UsageRefused for
    a date that is none.
    """
    days = list(dict.fromkeys(day_of(day) for day in request.as_of))
    if request.since:
        without_links(request)
    materials = read(replace(request, as_of=(days[0],)))
    date = replace(DATE, worded=sentences)

    def on(day: str, shown: Shown = date, supposing: Supposing | None = None) -> Judged:
        asked, dated = replace(request, as_of=(day,)), replace(materials, as_of=day)
        return judged_on(asked, dated, shown=shown, supposing=supposing)

    before = [on(day).result for day in days[:-1]]
    last = on(days[-1]) if supposing is None else on(days[-1], WHOLE, supposing)
    return JudgedAcross(last, across_dates([*before, last.result], sentences=sentences))

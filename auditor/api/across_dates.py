"""One case judged on several dates in one run; it is read once."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from auditor.api.gate import Judged, judged_on
from auditor.api.read import day_of, read
from auditor.api.request import Request
from auditor.api.sources import without_links
from auditor.judging.across_dates import across_dates
from auditor.model.across_dates import AcrossDates


class JudgedAcross(Struct, frozen=True):
    """A case judged on several dates: one by one in the order asked, and side by side."""

    each: Sequence[Judged]
    table: AcrossDates


def judge_across(request: Request) -> JudgedAcross:
    """Give what the case of a request comes to on each of its dates, of which there is at least one, each date once.

    Raises as `api.gate.judge`, and UsageRefused for a date that is none.
    """
    days = list(dict.fromkeys(day_of(day) for day in request.as_of))
    if request.since:
        without_links(request)
    materials = read(replace(request, as_of=(days[0],)))
    each = [judged_on(replace(request, as_of=(day,)), replace(materials, as_of=day)) for day in days]
    return JudgedAcross(each, across_dates([one.result for one in each]))

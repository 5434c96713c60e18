"""Who takes part in the Data Privacy Framework, over which time, and on whose word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from auditor.model.case.organisations import Coverage
from auditor.model.dates import first_day, last_day
from auditor.model.scalars import Date, SourceRef, Text
from auditor.model.vocabulary import Status

#: What an organisation was: on the list; on the list of those that left it; on neither.
ParticipationState = Literal["active", "inactive", "absent"]
#: Who says so: the organisation of itself, the list itself, or somebody else who writes that they read the list.
ParticipationBasis = Literal["own-statement", "list", "reported"]
#: Parts of the framework that an organisation takes part in. Only `eu-us` is about data from the EEA.
FrameworkPart = Literal["eu-us", "uk", "swiss"]


class Participation(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A time for which somebody says whether an organisation takes part in the Data Privacy Framework.

    `since` is the first day on which it was seen, never the day of certification, and `first` the archived version that showed
    it. It speaks for no day after `until`, the last day it was seen, or without that after `as_of`, the day of the newest text:
    a certification lapses each year. `scope` names the parts of the framework and `covers` whether data of employees are covered: empty is unknown; `only` what it is limited to, in words; `companies` those that its entry covers too.
    """

    state: ParticipationState
    basis: ParticipationBasis
    since: Date
    until: Date = ""
    scope: list[FrameworkPart] = []
    covers: list[Coverage] = []
    only: Text = ""
    companies: list[str] = []
    first: str = ""
    source: SourceRef = ""
    also: list[SourceRef] = []
    as_of: Date = ""
    status: Status = "unverified"
    note: Text = ""

    def speaks_for(self, day: str) -> bool:
        """Tell whether it speaks for the whole of `day` (a day, a month or a year)."""
        last = self.until or self.as_of
        return last_day(self.since) <= first_day(day) and last_day(day) <= first_day(last)


def participations_on(periods: Iterable[Participation], day: str) -> list[Participation]:
    """Give those of the `periods` of an organisation that speak for `day`, in their order.

    Empty where nobody says anything of that day, which means neither that it took part nor that it did not.
    """
    return [period for period in periods if period.speaks_for(day)]

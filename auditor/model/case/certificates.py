"""Certificates and accreditations, held by organisations or covering hosts."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field

from auditor.model.scalars import Date, Id, MaybeSeveral, MaybeStated, SourceRef, Text
from auditor.model.vocabulary import Known, Status

#: An activity of hosting health data, by its number in art. R.1111-9 of the French Public Health Code.
HostingActivity = Literal["1", "2", "3", "4", "5", "6", "none", "unknown", "not-produced"]


class Certificate(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A certificate (`hds`, `secnumcloud`, `iso-27001` …) or an accreditation of before April 2018 (`hads`).

    `scope` lists activities (1 to 6 of art. R.1111-9 for `hds`, whatever their numbers on the certificate), hosts, or offers by
    name; `until` is its last day. `offer` is the one service it was granted for, in the words of who holds it: it says nothing of
    another, and of a host only where `scope` names that. `type` is that of a report (C5, SOC 2): `1` the design, `2` its working.
    """

    is_: Id = field(name="is")
    offer: str = ""
    type: MaybeStated[str] = UNSET
    scope: MaybeSeveral[str] = UNSET
    version: MaybeStated[str] = UNSET
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    also: list[SourceRef] = []
    as_of: Date = ""
    status: Status | UnsetType = UNSET
    note: Text = ""


#: Certificates held, or that none is; unknown where nobody says.
Certificates = list[Certificate] | Literal["none", "unknown", "not-produced"]

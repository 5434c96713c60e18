"""What is declared to people (GDPR arts 12 to 14)."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field

from auditor.model.scalars import (
    ActivityRef,
    Answer,
    CategoryRef,
    Date,
    MaybeSeveral,
    MaybeStated,
    PartyRef,
    RecipientRef,
    Several,
    SourceRef,
    Text,
)
from auditor.model.vocabulary import Known

#: Points of GDPR arts 13 and 14 besides recipients, transfers and retention, which have fields of their own: identity and contact
#: of the controller, its data protection officer, purposes, legal basis, the interests pursued, the rights, that consent can be
#: withdrawn, the right to complain, and the source of data not obtained from the person.
NoticePoint = Literal[
    "identity",
    "dpo",
    "purposes",
    "legal-basis",
    "interests",
    "rights",
    "withdrawal",
    "complaint",
    "source",
    "none",
    "unknown",
    "not-produced",
]


class Notice(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is declared to people (GDPR arts 12 to 14).

    `gives` gives, per recipient, the categories declared for it; `transfers` and `retention` tell whether the notice speaks
    of them, `kept_for` the period it announces. `leaves_out` are the points of arts 13 and 14 that whoever read the whole of it did not
    find, `none` where all are there; `indirect` tells whether it is about data not obtained from the people themselves.
    """

    by: PartyRef
    for_: ActivityRef | list[ActivityRef] = field(name="for")
    title: Text = ""
    data: MaybeSeveral[CategoryRef] = UNSET
    recipients: MaybeSeveral[RecipientRef] = UNSET
    gives: dict[RecipientRef, Several[CategoryRef]] = {}
    purposes: MaybeSeveral[str] = UNSET
    transfers: MaybeStated[Answer] = UNSET
    retention: MaybeStated[Answer] = UNSET
    kept_for: MaybeStated[str] = UNSET
    leaves_out: MaybeSeveral[NoticePoint] = UNSET
    indirect: MaybeStated[Answer] = UNSET
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""

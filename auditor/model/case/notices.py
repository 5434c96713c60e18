"""What is declared to people (GDPR arts 12 to 14)."""

from msgspec import UNSET, Struct, UnsetType, field

from auditor.model.scalars import (
    ActivityRef,
    Answer,
    CategoryRef,
    Date,
    PartyRef,
    RecipientRef,
    Several,
    SourceRef,
    Stated,
    Text,
)
from auditor.model.vocabulary import Known


class Notice(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is declared to people (GDPR arts 12 to 14).

    `gives` gives, per recipient, the categories declared for it; `transfers` and `retention` tell whether the notice speaks
    of them, `kept_for` the period it announces.
    """

    by: PartyRef
    for_: ActivityRef | list[ActivityRef] = field(name="for")
    title: Text = ""
    data: Several[CategoryRef] | UnsetType = UNSET
    recipients: Several[RecipientRef] | UnsetType = UNSET
    gives: dict[RecipientRef, Several[CategoryRef]] = {}
    purposes: Several[str] | UnsetType = UNSET
    transfers: Stated[Answer] | UnsetType = UNSET
    retention: Stated[Answer] | UnsetType = UNSET
    kept_for: Stated[str] | UnsetType = UNSET
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""

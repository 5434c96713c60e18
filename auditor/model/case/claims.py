"""What someone says about the system."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from auditor.model.case.claim_meaning import Says
from auditor.model.scalars import Date, PartyRef, SourceRef, Text
from auditor.model.vocabulary import Known


class Claim(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What someone says about the system, in their words and in checkable terms."""

    by: PartyRef
    quote: Text
    says: Literal["nothing-checkable"] | Says
    date: Date = ""
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""

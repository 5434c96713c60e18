"""Places where data is kept or processed."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from auditor.model.case.certificates import Certificates, HostingActivity
from auditor.model.case.rights import Rights
from auditor.model.scalars import (
    Answer,
    CategoryRef,
    Country,
    Date,
    HostRef,
    MaybeSeveral,
    MaybeStated,
    PartyRef,
    SourceRef,
    Text,
    Value,
)
from auditor.model.vocabulary import Known

#: Whether the page of HDS requirement 31 is public: map of transfers, remote access, foreign laws, residual risk; or the
#: set sentence of a SecNumCloud service, or that of an activity without transfers.
Transparency = Literal[
    "published", "partial", "none", "qualified-sentence", "no-transfer-sentence", "unknown", "not-produced"
]


#: Whether what runs on a host is shut off from whoever runs the machine below, as attested by somebody else than the latter.
Isolation = Literal["attested", "none", "unknown", "not-produced"]


class Host(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A host: a place where data is kept or processed.

    `kept_for` is a period (`3 months`, `5 years after leaving`), `none` where nothing stays, `unlimited` where no period
    ends it; `erased` tells whether the data is in fact erased when the period ends.
    `hosting` are the activities of art. R.1111-9 of the French Public Health Code that its operator performs there for
    others, `for_source` whether it is kept for who produced or collected the data, or for the patient (art. L.1111-8 I), `short_task` whether it was handed the data for a short time only, to enter, format, print or digitise it (art. R.1111-8-8),
    `transparency` whether the page on access from third countries that goes with them is public.
    `access_measures` tells whether its operator takes measures against access by third-country authorities to non-personal data kept
    there (Data Act art. 32).
    `isolation` tells whether whoever runs the machine is shut off from what runs there (confidential computing, attested), on
    the host or on the machine below it.
    """

    title: Text = ""
    kind: Literal["application", "data-centre", "mailbox", "desk", "device", "unknown"] = "application"
    operator: MaybeStated[PartyRef] = UNSET
    runs_on: MaybeStated[HostRef] = UNSET
    location: MaybeSeveral[Country] = UNSET
    keeps: MaybeSeveral[CategoryRef] = UNSET
    at_rest: MaybeStated[Literal["none", "plain", "encrypted", "unknown", "not-produced"]] = UNSET
    keys: MaybeSeveral[PartyRef] = UNSET
    about: MaybeSeveral[CategoryRef] = UNSET
    domains: list[str] = []
    isolation: MaybeStated[Isolation] = UNSET
    backup: MaybeStated[Answer] = UNSET
    kept_for: MaybeStated[str] = UNSET
    erased: MaybeStated[Answer] = UNSET
    rights: Rights | Value[Rights] | UnsetType = UNSET
    certified: Certificates | UnsetType = UNSET
    hosting: MaybeSeveral[HostingActivity] = UNSET
    for_source: MaybeStated[Answer] = UNSET
    short_task: MaybeStated[Answer] = UNSET
    transparency: MaybeStated[Transparency] = UNSET
    access_measures: MaybeStated[Answer] = UNSET
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""

"""Legal persons, classes of them, and groups."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field

from auditor.model.case.certificates import Certificates
from auditor.model.case.contacts import Contact
from auditor.model.scalars import (
    Answer,
    Country,
    Date,
    MaybeSeveral,
    MaybeStated,
    PartyRef,
    SourceRef,
    TermRef,
    Text,
)
from auditor.model.vocabulary import Known, Status

#: Special duties of an organisation: `sren-31`, a French State body bound by art. 31 of Act 2024-449; `sgb-v-393`, a provider of care
#: or a health insurance fund bound by § 393 of the German Social Code, Book V.
Duty = Literal["sren-31", "sgb-v-393", "none", "unknown", "not-produced"]
#: Whether a record of processing is kept (GDPR art. 30), or need not be (art. 30(5)).
Record = Literal["kept", "none", "exempt", "unknown", "not-produced"]


class Former(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An earlier name, with the last day on which it was seen."""

    name: str
    until: Date = ""


#: What an entry on the Data Privacy Framework list covers: data of employees (human resources), other data, or both; and
#: `designated-services` where it is limited to services that it names.
Coverage = Literal["hr", "non-hr", "designated-services", "unknown", "not-produced"]


class Organisation(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A legal person, a class of them treated as one, or a group.

    `dpf` tells whether it is on the Data Privacy Framework list, as a rule by periods: each with `since`, `until`, its source, the day
    for which that speaks (`as_of`), and `known: declared` where only the organisation itself says so. `dpf_covers` is what the
    entry covers, by periods too.
    `in_scope` tells whether it is inside the scope of the adequacy decision on its country, where that covers a part only.
    `access_from` lists the countries from which its establishments or affiliates can reach the data; `none`: they cannot.
    `dpo` is how to reach its data protection officer (an address that it publishes, GDPR art. 37(7)); `none`: it has none.
    `representative` is its representative in the Union (art. 27), `none` where it designated none. `contact`, `dpo_contact` and
    `representative_contact` say in full how each is reached. `jurisdiction_published` tells whether a
    provider of cloud services publishes which law its infrastructure is under and how it meets foreign access (Data Act art. 28).
    """

    title: Text = ""
    name: MaybeStated[str] = UNSET
    kind: Literal[
        "company",
        "person",
        "state",
        "public-body",
        "international-organisation",
        "fund",
        "foundation",
        "association",
        "group",
        "class",
        "unknown",
    ] = "company"
    country: MaybeStated[Country] = UNSET
    run_from: MaybeStated[Country] = UNSET
    parent: MaybeStated[PartyRef] = UNSET
    branch_of: PartyRef = ""
    is_: MaybeSeveral[TermRef] = field(default=UNSET, name="is")
    presence: MaybeSeveral[Country] = UNSET
    former: list[Former] = []
    ids: dict[str, str] = {}
    domains: list[str] = []
    dpo: MaybeStated[str] = UNSET
    representative: MaybeStated[str] = UNSET
    contact: Contact | UnsetType = UNSET
    dpo_contact: Contact | UnsetType = UNSET
    representative_contact: Contact | UnsetType = UNSET
    record: MaybeStated[Record] = UNSET
    duties: MaybeSeveral[Duty] = UNSET
    jurisdiction_published: MaybeStated[Answer] = UNSET
    ends: Date = ""
    succeeded_by: PartyRef = ""
    dpf: MaybeStated[Answer] = UNSET
    dpf_covers: MaybeSeveral[Coverage] = UNSET
    privacy_shield: MaybeStated[Answer] = UNSET
    in_scope: MaybeStated[Answer] = UNSET
    access_from: MaybeSeveral[Country] = UNSET
    certified: Certificates | UnsetType = UNSET
    regime: Literal["gdpr", "eudpr", "none"] | UnsetType = UNSET
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    also: list[SourceRef] = []
    unchecked: list[str] = []
    as_of: Date = ""
    status: Status | UnsetType = UNSET
    note: Text = ""

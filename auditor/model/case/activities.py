"""Processing activities: the sheets of the record (GDPR art. 30), and consent."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from auditor.model.case.agreements import Tool
from auditor.model.case.record import (
    Derogation,
    Entry,
    Exercised,
    LegalBasis,
    Origin,
    Purpose,
    Retention,
    RightOfPeople,
    Weighed,
)
from auditor.model.scalars import (
    Age,
    Answer,
    CategoryRef,
    Country,
    Date,
    EndRef,
    Id,
    MaybeSeveral,
    MaybeStated,
    Measure,
    PartyRef,
    PeopleRef,
    RecipientRef,
    Several,
    SourceRef,
    SpecialBasis,
    Stated,
    Text,
    Value,
)
from auditor.model.vocabulary import Known

#: What refusing costs: nothing (a fair alternative without tracking included), more steps than accepting, or the service.
Refusal = Literal["free", "bars-service", "harder", "unknown", "not-produced"]


class Consent(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How consent is taken: who gives it, by what gesture, and whether it is bundled with something else.

    `own` tells whether the box is the data subject's own, whoever ticks it; a setting of a client is not. `age` is the
    youngest age at which the person's own consent is taken, `parental` whether a holder of parental authority joins in it.
    """

    by: MaybeStated[EndRef] = UNSET
    own: MaybeStated[Answer] = UNSET
    how: MaybeStated[Literal["opt-in", "pre-ticked", "silence", "none", "unknown", "not-produced"]] = UNSET
    bundled: MaybeStated[Answer] = UNSET
    refusal: MaybeStated[Refusal] = UNSET
    age: MaybeStated[Age] = UNSET
    parental: MaybeStated[Answer] = UNSET
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


#: Whether there is an impact assessment (GDPR art. 35), and whether it is complete.
Assessed = Annotated[
    Literal["true", "false", "incomplete", "unknown", "not-produced"], Meta(extra={"scalar": "boolean"})
]


#: Whether people are told of the processing at all; `exempt` where GDPR art. 13(4), 14(5) or 23 takes the duty away.
Informed = Annotated[
    Literal["true", "false", "exempt", "unknown", "not-produced"], Meta(extra={"scalar": "boolean"})
]


class Activity(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An activity: one sheet of the register (GDPR art. 30), while it takes place (`since`, `until`).

    `joint` tells whether several controllers decide together or each for itself, `duties_by_law` whether Union or Member State law
    determines the duties of each (art. 26(1)); `own_use` who, besides, uses the data for
    purposes of its own (improvement, statistics, ratings, training); `recorded` that this is the register's own entry,
    complete as produced: what it leaves out is left out of the register. `transfers` are the third countries that the record
    identifies. `special_basis` is the letter of art. 9(2), `measures` are those of art. 32: words of the list, or any words.
    `ref` is the number of the entry in the record, `purposes` are further ones, `retentions` the periods of each category (`personal`
    holds for all), `internal` the services inside that have access, `tool` and `locations` what the record says of guarantees and
    places, `declares_special` whether it says of itself that it names sensitive data. `clients` are the controllers on whose behalf
    a processor does it, `operations` what it does for them (art. 30(2)).
    `rights` tells of each right of people how they exercise it, or whether they can. `derogation`, `regular`, `arranged_by` and `inquiry` hold for all that it sends without a flow that describes it, as those of a flow do
    for the flow.
    `needs` gives, per recipient, the categories it needs for its purpose, as the controller declares them. `necessary`
    tells whether what is done is needed for the purpose, `on_by_default` whether it happens without the person's choice.
    `informed` tells whether people are told of it at all (arts 13, 14), `core` whether it belongs to the core activities of the
    controller, `monitoring` whether it monitors people regularly and systematically (art. 37(1)), `occasional` whether it takes place
    only occasionally (arts 27(2), 30(5)).
    `care` tells whether the data is collected in prevention, diagnosis, care or social follow-up (French Public Health Code
    art. L.1111-8), `alone` whether its controller is a professional practising alone (CNIL 2019-118), `sren_sensitive`
    whether both tests of art. 31 of Act 2024-449 are met, `sren_derogation` whether one was granted, for the time it states.
    """

    title: Text = ""
    purpose: str | Value[Text] | UnsetType = UNSET
    people: PeopleRef | list[PeopleRef] = []
    data: CategoryRef | list[CategoryRef] = []
    controller: MaybeSeveral[PartyRef] = UNSET
    joint: MaybeStated[Literal["joint", "separate", "unknown", "not-produced"]] = UNSET
    duties_by_law: MaybeStated[Answer] = UNSET
    processors: MaybeSeveral[PartyRef] = UNSET
    own_use: MaybeSeveral[PartyRef] = UNSET
    recipients: MaybeSeveral[RecipientRef] = UNSET
    transfers: MaybeSeveral[Country] = UNSET
    legal_basis: MaybeStated[LegalBasis] = UNSET
    special_basis: MaybeStated[SpecialBasis] = UNSET
    consent: Consent | UnsetType = UNSET
    scale: MaybeStated[Literal["large", "small", "unknown", "not-produced"]] = UNSET
    retention: MaybeStated[str] = UNSET
    measures: MaybeSeveral[Measure] = UNSET
    recorded: MaybeStated[Answer] = UNSET
    ref: str = ""
    service: MaybeStated[str] = UNSET
    software: MaybeStated[str] = UNSET
    purposes: dict[Id, Purpose] = {}
    legal_text: MaybeStated[str] = UNSET
    interest: MaybeStated[str] = UNSET
    interest_assessment: MaybeStated[Weighed] = UNSET
    declares_special: MaybeStated[Answer] = UNSET
    retentions: dict[CategoryRef, Retention] = {}
    internal: MaybeSeveral[str] = UNSET
    tool: MaybeSeveral[Tool] = UNSET
    locations: MaybeSeveral[Country] = UNSET
    collected_from: MaybeSeveral[Origin] = UNSET
    automated_decision: MaybeStated[Answer] = UNSET
    dpia_required: MaybeStated[Answer] = UNSET
    clients: MaybeSeveral[PartyRef] = UNSET
    operations: MaybeSeveral[str] = UNSET
    rights: dict[RightOfPeople, Stated[Exercised]] = {}
    derogation: MaybeStated[Derogation] = UNSET
    regular: MaybeStated[Answer] = UNSET
    arranged_by: MaybeStated[PartyRef] = UNSET
    inquiry: MaybeStated[Answer] = UNSET
    entry: Entry | UnsetType = UNSET
    needs: dict[RecipientRef, Several[CategoryRef]] = {}
    on_by_default: MaybeStated[Answer] = UNSET
    necessary: MaybeStated[Answer] = UNSET
    for_children: MaybeStated[Answer] = UNSET
    dpia: MaybeStated[Assessed] = UNSET
    informed: MaybeStated[Informed] = UNSET
    core: MaybeStated[Answer] = UNSET
    monitoring: MaybeStated[Answer] = UNSET
    occasional: MaybeStated[Answer] = UNSET
    care: MaybeStated[Answer] = UNSET
    alone: MaybeStated[Answer] = UNSET
    sren_sensitive: MaybeStated[Answer] = UNSET
    sren_derogation: MaybeStated[Answer] = UNSET
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""

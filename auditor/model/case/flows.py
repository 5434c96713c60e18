"""Data that goes from one end to others."""

from typing import Annotated, Final, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

from auditor.model.brief import brief
from auditor.model.case.activities import Refusal
from auditor.model.case.agreements import Tool
from auditor.model.case.record import Derogation
from auditor.model.case.rights import Rights
from auditor.model.scalars import (
    ActivityRef,
    Answer,
    CategoryRef,
    Date,
    EndRef,
    HostRef,
    MaybeSeveral,
    MaybeStated,
    PartyRef,
    Several,
    SourceRef,
    Stated,
    Text,
    Value,
)
from auditor.model.vocabulary import Known

Transport = Literal[
    "none",
    "tls",
    "tls-1.0",
    "tls-1.1",
    "tls-1.2",
    "tls-1.3",
    "ssl",
    "self-signed",
    "opportunistic",
    "mtls",
    "vpn",
    "post",
    "unknown",
    "not-produced",
]


#: Why storing or reading on the terminal needs no consent (Directive 2002/58/EC art. 5(3)); `none` where nothing exempts.
Exempt = Literal[
    "strictly-necessary", "pure-transmission", "audience-measurement", "none", "unknown", "not-produced"
]


#: Whether the recipient pays for the data.
Paid = Annotated[
    Literal["true", "false", "for-a-service", "unknown", "not-produced"], Meta(extra={"scalar": "boolean"})
]


#: In which state of consent the flow takes place: before the person chooses, after refusing or accepting, or with no choice offered.
ConsentState = Literal["before-choice", "refused", "accepted", "none-offered", "unknown", "not-produced"]


#: How often data goes.
Frequency = Literal["once", "occasional", "regular", "continuous", "unknown", "not-produced"]


class Flow(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Data goes from a place, people or an organisation to others, through relays, for an activity.

    `reads_terminal`: something is stored on or read from the person's device. `purpose` is one of its own, other than the
    activity's; `compatible` tells whether it rests on what art. 6(4) asks for: consent, a law, or a documented compatibility test. `step` is what the person is doing on the
    page, `identifier` whether one goes along, `referrer` whether the page address does. `kept_for`, `erased` and `rights`
    say what an organisation named as an end does with its copy. A request that was `attempted` and did not go through
    carries nothing.
    `paid` tells whether the recipient pays the sender for the data, or for a service rendered to it. `consent_state` is the state of
    consent in which the flow takes place; the same element before a choice and after a refusal is two flows. `regular` tells whether
    the sending is repeated or systematic, `frequency` how often it takes place, `inquiry` whether a public authority asked for it in a particular inquiry.
    """

    for_: ActivityRef = field(name="for")
    from_: Stated[EndRef] = field(name="from")
    to: Several[EndRef]
    title: Text = ""
    through: EndRef | list[EndRef] = []
    data: CategoryRef | list[CategoryRef] = []
    transport: MaybeStated[Transport] = UNSET
    content: MaybeStated[Literal["none", "encrypted", "end-to-end", "unknown", "not-produced"]] = UNSET
    keys: MaybeSeveral[PartyRef] = UNSET
    network: MaybeStated[Literal["public", "private", "same-machine", "unknown", "not-produced"]] = UNSET
    embedded_in: HostRef = ""
    loads: MaybeStated[Literal["at-once", "click", "consent", "never", "unknown", "not-produced"]] = UNSET
    trigger: MaybeStated[Literal["load", "click", "submit", "schedule", "unknown", "not-produced"]] = UNSET
    consent_first: MaybeStated[Answer] = UNSET
    consent_state: MaybeStated[ConsentState] = UNSET
    refusal: MaybeStated[Refusal] = UNSET
    reads_terminal: MaybeStated[Answer] = UNSET
    exempt: MaybeStated[Exempt] = UNSET
    step: MaybeStated[Literal["booking", "search", "account", "browsing", "unknown", "not-produced"]] = UNSET
    identifier: MaybeStated[Answer] = UNSET
    referrer: MaybeStated[Literal["stripped", "sent", "unknown", "not-produced"]] = UNSET
    attempted: MaybeStated[Answer] = UNSET
    purpose: MaybeStated[str] = UNSET
    compatible: MaybeStated[Answer] = UNSET
    kept_for: MaybeStated[str] = UNSET
    erased: MaybeStated[Answer] = UNSET
    rights: Rights | Value[Rights] | UnsetType = UNSET
    arranged_by: MaybeStated[PartyRef] = UNSET
    tool: MaybeStated[Tool] = UNSET
    derogation: MaybeStated[Derogation] = UNSET
    regular: MaybeStated[Answer] = UNSET
    frequency: MaybeStated[Frequency] = UNSET
    inquiry: MaybeStated[Answer] = UNSET
    paid: MaybeStated[Paid] = UNSET
    access: Literal["push", "remote"] = "push"
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


#: A flow that states no more than nearly every flow does.
BriefFlow: Final = brief(
    Flow,
    ("for_", "from_", "to", "title", "data", "transport", "content", "network", "known", "source"),
)

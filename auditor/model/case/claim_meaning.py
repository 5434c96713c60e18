"""What a claim means in checkable terms."""

from msgspec import UNSET, Struct, UnsetType, field

from auditor.model.scalars import Answer, CategoryRef, Country, HostRef, Id, PartyRef


class CannotRead(Struct, frozen=True, forbid_unknown_fields=True):
    """`who` cannot read `data`."""

    who: PartyRef
    data: CategoryRef | list[CategoryRef] = "personal"


class AboutData(Struct, frozen=True, forbid_unknown_fields=True):
    """A statement about `data`, on all hosts and hops of the case."""

    data: CategoryRef | list[CategoryRef] = "personal"


class HostedIn(Struct, frozen=True, forbid_unknown_fields=True):
    """`data` is kept only in the countries named."""

    only: Country | list[Country]
    data: CategoryRef | list[CategoryRef] = "personal"


class NotExposedTo(Struct, frozen=True, forbid_unknown_fields=True):
    """No law of the country named reaches `data`; `imposed` is the set sentence of HDS requirement 31."""

    country: Country
    imposed: Answer = "false"
    data: CategoryRef | list[CategoryRef] = "personal"


class OnlyRecipients(Struct, frozen=True, forbid_unknown_fields=True):
    """Nobody but `who` receives `data`."""

    who: PartyRef | list[PartyRef]
    data: CategoryRef | list[CategoryRef] = "personal"


class Certified(Struct, frozen=True, forbid_unknown_fields=True):
    """`who` holds the certificate named, for the activities or offers of `scope`, for the place `host`."""

    who: PartyRef
    is_: Id = field(name="is")
    scope: str | list[str] = []
    host: HostRef = ""


class ControlledFrom(Struct, frozen=True, forbid_unknown_fields=True):
    """`who` is controlled from the countries named and from no other."""

    who: PartyRef
    only: Country | list[Country]


class Says(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """The meaning of a claim in checkable terms: exactly one of these."""

    cannot_read: CannotRead | UnsetType = UNSET
    end_to_end: AboutData | UnsetType = UNSET
    encrypted_in_transit: AboutData | UnsetType = UNSET
    encrypted_at_rest: AboutData | UnsetType = UNSET
    anonymous: AboutData | UnsetType = UNSET
    hosted_in: HostedIn | UnsetType = UNSET
    not_exposed_to: NotExposedTo | UnsetType = UNSET
    only_recipients: OnlyRecipients | UnsetType = UNSET
    certified: Certified | UnsetType = UNSET
    controlled_from: ControlledFrom | UnsetType = UNSET

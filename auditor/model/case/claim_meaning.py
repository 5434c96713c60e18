"""What a claim means in checkable terms."""

from typing import Annotated, Final

from msgspec import UNSET, Meta, Struct, UnsetType, field

from auditor.model.scalars import Answer, CategoryRef, Country, HostRef, Id, PartyRef, RecipientRef

#: Places that are no country: the EU, the EEA, and the countries that an adequacy decision covers, those of the EEA included.
EU: Final = "EU"
EEA: Final = "EEA"
ADEQUATE: Final = "adequate"
PLACES: Final = (EU, EEA, ADEQUATE)

PLACE_PATTERN: Final = r"^([A-Z]{2}|EEA|adequate|unknown)$"
Place = Annotated[
    str, Meta(extra={"ref": ("countries", "places")}, extra_json_schema={"pattern": PLACE_PATTERN})
]


class CannotRead(Struct, frozen=True, forbid_unknown_fields=True):
    """`who` cannot read `data`."""

    who: PartyRef
    data: CategoryRef | list[CategoryRef] = "personal"


class AboutData(Struct, frozen=True, forbid_unknown_fields=True):
    """A statement about `data`, on all hosts and hops of the case."""

    data: CategoryRef | list[CategoryRef] = "personal"


class HostedIn(Struct, frozen=True, forbid_unknown_fields=True):
    """`data` is kept in the places of `only` and nowhere else; or nowhere in those of `outside`."""

    only: Place | list[Place] = []
    outside: Place | list[Place] = []
    data: CategoryRef | list[CategoryRef] = "personal"


class ProcessedIn(Struct, frozen=True, forbid_unknown_fields=True):
    """`data` is kept, used, and reached from afar, in the places of `only` and nowhere else; or nowhere in those of `outside`.

    Whoever reaches data from another country processes it there.
    """

    only: Place | list[Place] = []
    outside: Place | list[Place] = []
    data: CategoryRef | list[CategoryRef] = "personal"


class NoTransfer(Struct, frozen=True, forbid_unknown_fields=True):
    """`data` is not transferred to the places of `to`, or to anywhere outside those of `outside`; by default, outside the EEA."""

    to: Place | list[Place] = []
    outside: Place | list[Place] = []
    data: CategoryRef | list[CategoryRef] = "personal"


class NotExposedTo(Struct, frozen=True, forbid_unknown_fields=True):
    """No law of the countries named, or of any outside those of `outside`, reaches `data`.

    `imposed` tells that the words are the set sentence of HDS requirement 31.
    """

    country: Country | list[Country] = []
    outside: Place | list[Place] = []
    imposed: Answer = "false"
    data: CategoryRef | list[CategoryRef] = "personal"


class ExposedTo(Struct, frozen=True, forbid_unknown_fields=True):
    """An admission: the law of the countries named reaches `data` through whoever says so."""

    country: Country | list[Country] = []
    outside: Place | list[Place] = []
    data: CategoryRef | list[CategoryRef] = "personal"


class OnlyRecipients(Struct, frozen=True, forbid_unknown_fields=True):
    """Nobody but `who`, organisations or kinds of them, receives `data`; the people themselves and the claimant set aside."""

    who: RecipientRef | list[RecipientRef]
    data: CategoryRef | list[CategoryRef] = "personal"


class NeverTo(Struct, frozen=True, forbid_unknown_fields=True):
    """None of `who`, kinds of organisations or organisations, receives `data`."""

    who: RecipientRef | list[RecipientRef]
    data: CategoryRef | list[CategoryRef] = "personal"


class Certified(Struct, frozen=True, forbid_unknown_fields=True):
    """`who` holds the certificate named, for the activities or offers of `scope`, for the place `host`."""

    who: PartyRef
    is_: Id = field(name="is")
    scope: str | list[str] = []
    host: HostRef = ""


class ControlledFrom(Struct, frozen=True, forbid_unknown_fields=True):
    """`who` is of the places of `only`, and controlled from there and from nowhere else; or from nowhere in those of `outside`."""

    who: PartyRef
    only: Place | list[Place] = []
    outside: Place | list[Place] = []


class Says(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """The meaning of a claim in checkable terms: exactly one of these."""

    cannot_read: CannotRead | UnsetType = UNSET
    end_to_end: AboutData | UnsetType = UNSET
    encrypted_in_transit: AboutData | UnsetType = UNSET
    encrypted_at_rest: AboutData | UnsetType = UNSET
    anonymous: AboutData | UnsetType = UNSET
    hosted_in: HostedIn | UnsetType = UNSET
    processed_in: ProcessedIn | UnsetType = UNSET
    no_transfer: NoTransfer | UnsetType = UNSET
    not_exposed_to: NotExposedTo | UnsetType = UNSET
    exposed_to: ExposedTo | UnsetType = UNSET
    only_recipients: OnlyRecipients | UnsetType = UNSET
    never_to: NeverTo | UnsetType = UNSET
    certified: Certified | UnsetType = UNSET
    controlled_from: ControlledFrom | UnsetType = UNSET

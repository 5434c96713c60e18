"""Who owns whom: shares, votes and other links."""

from typing import Literal, Self

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from auditor.model.dates import first_day, last_day
from auditor.model.scalars import Answer, Date, MaybeStated, PartyRef, Share, SourceRef, Text, Votes
from auditor.model.vocabulary import Known, Status

LinkKind = Literal[
    "shares",
    "votes",
    "board",
    "consolidated",
    "contract",
    "minority",
    "veto",
    "licence",
    "keys",
    "officers",
    "operations",
]


class Ownership(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A link from an owner to what it owns. Control is only ever derived from such links.

    `decides` tells whether the owner decides in fact at general meetings. It settles the presumption that one who holds more
    than 40 % of the votes, and nobody more, controls (Code de commerce art. L.233-3 II). `verified_since` is the first day on
    which the document that verifies the link was seen.
    """

    owner: PartyRef
    of: PartyRef
    kind: LinkKind | UnsetType = UNSET
    votes: Votes | Share | UnsetType = UNSET
    shares: Votes | Share | UnsetType = UNSET
    decides: MaybeStated[Answer] = UNSET
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    also: list[SourceRef] = []
    unchecked: list[str] = []
    as_of: Date = ""
    status: Status | UnsetType = UNSET
    verified_since: Date = ""
    note: Text = ""

    def seen_on(self, day: str) -> Self:
        """Give the link as it is known of `day`: before the document that verifies it, at second hand by its next source."""
        if not self.verified_since or first_day(self.verified_since) <= last_day(day):
            return self
        source, *also = self.also or (self.source,)
        return replace(self, status="secondary", source=source, also=also)

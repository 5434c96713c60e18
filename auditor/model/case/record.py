"""What an entry of the record of processing says beside the points of an activity: bases, purposes, periods, sources (GDPR art. 30)."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from auditor.model.scalars import Date, MaybeStated, SourceRef, Text
from auditor.model.vocabulary import Known

#: A legal basis of GDPR art. 6(1); `pre-contract` is the second half of its point (b).
LegalBasis = Literal[
    "consent",
    "contract",
    "pre-contract",
    "legal-obligation",
    "vital-interest",
    "public-task",
    "legitimate-interest",
    "none",
    "unknown",
    "not-produced",
]
#: A letter of GDPR art. 49(1), first subparagraph.
Derogation = Literal["a", "b", "c", "d", "e", "f", "g", "none", "unknown", "not-produced"]
#: The rights of people over an activity (GDPR arts 12 to 22).
RightOfPeople = Literal[
    "information",
    "access",
    "rectification",
    "erasure",
    "restriction",
    "portability",
    "objection",
    "human-review",
]
#: How a right is exercised: in words, or whether it can be at all.
Exercised = Annotated[str, Meta(extra_json_schema={"type": ["string", "boolean"]})]
#: Where data comes from (GDPR art. 14(2)(f)): the person, somebody else, what anybody can read, watching, or other data.
Origin = Literal[
    "data-subject", "third-party", "public-source", "observed", "derived", "unknown", "not-produced"
]
#: What becomes of data in the end.
End = Literal["erased", "anonymised", "archived", "returned", "unknown", "not-produced"]
#: Whether a legitimate interest was weighed in writing.
Weighed = Literal["done", "none", "unknown", "not-produced"]


class Purpose(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A further purpose of an activity; without a basis of its own it has that of the activity."""

    title: Text = ""
    legal_basis: MaybeStated[LegalBasis] = UNSET
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


class Retention(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How long a category of data is kept in use, then in intermediate archive, and what becomes of it."""

    active: MaybeStated[str] = UNSET
    archive: MaybeStated[str] = UNSET
    end: MaybeStated[End] = UNSET
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


class Entry(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The sheet itself in the record: when it was made and last changed. It says nothing of when the processing takes place."""

    created: Date = ""
    updated: Date = ""
    version: str = ""
    source: SourceRef = ""
    note: Text = ""

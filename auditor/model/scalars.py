"""The values people write: ids, dates, shares, texts, references, and how one value says how it is known.

Every scalar is text: nothing is guessed from its looks.
"""

from typing import Annotated, Final, Generic, Literal, TypeAlias, TypeVar

from msgspec import UNSET, Meta, Struct, UnsetType

from auditor.model.vocabulary import SHARING_IDS, Known

T = TypeVar("T")

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*\Z"
DATE_PATTERN: Final = r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|unknown)\Z"
DAY_PATTERN: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z"
FINDING_PATTERN: Final = r"^F-[0-9a-f]{16}\Z"
NUMBER_PATTERN: Final = r"^[0-9]+(\.[0-9]+)?\Z"
#: Of whole numbers: no count has more digits, and a text of thousands is none that a program reads.
COUNT_PATTERN: Final = r"^[0-9]{1,15}\Z"
COUNT_OR_NONE_PATTERN: Final = r"^([0-9]{1,15})?\Z"
MILLISECONDS_PATTERN: Final = r"^(-?[0-9]{1,15})?\Z"
VOTES_PATTERN: Final = r"^([0-9]+(\.[0-9]+)?|majority|minority|none|unknown|not-produced)\Z"
AGE_PATTERN: Final = r"^([0-9]{1,3}|unknown|not-produced)\Z"
COUNTRY_PATTERN: Final = r"^([A-Z]{2}|unknown|not-produced|none)\Z"

#: What editors check of an id; loading checks references by looking them up. msgspec 0.22 must not see a pattern where a
#: text may also be a list or a mapping: its garbage collector support then takes the pattern for a type and crashes.
ID_SCHEMA: Final = {"pattern": ID_PATTERN}


def vocabulary(name: str) -> dict[str, str]:
    """Give what editors check of a word of a vocabulary that the JSON Schema defines by `name`."""
    return {"$ref": f"#/$defs/{name}"}


Id = Annotated[str, Meta(pattern=ID_PATTERN)]
Date = Annotated[str, Meta(pattern=DATE_PATTERN, extra={"scalar": "date"})]
Age = Annotated[str, Meta(extra={"scalar": "number"}, extra_json_schema={"pattern": AGE_PATTERN})]
Day = Annotated[str, Meta(pattern=DAY_PATTERN)]
FindingId = Annotated[str, Meta(pattern=FINDING_PATTERN)]
Country = Annotated[str, Meta(extra={"ref": ("countries",)}, extra_json_schema={"pattern": COUNTRY_PATTERN})]
Number = Annotated[str, Meta(pattern=NUMBER_PATTERN, extra={"scalar": "number"})]
Count = Annotated[str, Meta(pattern=COUNT_PATTERN, extra={"scalar": "number"})]
CountOrNone = Annotated[str, Meta(pattern=COUNT_OR_NONE_PATTERN, extra={"scalar": "number"})]
Milliseconds = Annotated[str, Meta(pattern=MILLISECONDS_PATTERN, extra={"scalar": "number"})]
Votes = Annotated[str, Meta(pattern=VOTES_PATTERN, extra={"scalar": "number"})]
Answer = Annotated[Literal["true", "false", "unknown", "not-produced"], Meta(extra={"scalar": "boolean"})]
Route = Annotated[str, Meta(extra={"scalar": "route"})]

#: A reference to an entity; `extra["ref"]` names the sections in which it may be declared.
PartyRef = Annotated[str, Meta(extra={"ref": ("organisations",)}, extra_json_schema=ID_SCHEMA)]
HostRef = Annotated[str, Meta(extra={"ref": ("hosts",)}, extra_json_schema=ID_SCHEMA)]
EndRef = Annotated[str, Meta(extra={"ref": SHARING_IDS}, extra_json_schema=ID_SCHEMA)]
PeopleRef = Annotated[str, Meta(extra={"ref": ("people",)}, extra_json_schema=ID_SCHEMA)]
CategoryRef = Annotated[str, Meta(extra={"ref": ("data",)}, extra_json_schema=vocabulary("category"))]
#: A broader category; that it is there is checked with the circles that such references may make.
Broader = Annotated[str, Meta(extra_json_schema=vocabulary("category"))]
ActivityRef = Annotated[str, Meta(extra={"ref": ("activities",)}, extra_json_schema=ID_SCHEMA)]
RecipientRef = Annotated[
    str, Meta(extra={"ref": ("organisations", "terms")}, extra_json_schema=vocabulary("recipient"))
]
SourceRef = Annotated[str, Meta(extra={"ref": ("sources",), "fragment": True})]
TermRef = Annotated[str, Meta(extra={"ref": ("terms",)}, extra_json_schema=vocabulary("organisation-kind"))]
#: A condition of GDPR art. 9(2) in any usual writing; loading makes it its letter.
SpecialBasis = Annotated[str, Meta(extra_json_schema=vocabulary("special-basis"))]
#: A measure of security: a word of the vocabulary, or any words.
Measure = Annotated[str, Meta(extra_json_schema=vocabulary("measure"))]


class Words(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A text in French, in English, or in both.

    A name may say its French gender and its number, by which sentences agree with it.
    """

    fr: str = ""
    en: str = ""
    gender: Literal["masculine", "feminine"] | UnsetType = UNSET
    number: Literal["singular", "plural"] | UnsetType = UNSET


Text = str | Words


class Version(Struct, Generic[T], frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """What one source says of a fact on which sources differ; `quote` are the source's words."""

    value: T
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    quote: Text = ""
    note: Text = ""


class Value(Struct, Generic[T], frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """One value with its own word on how it is known; `quote` are the words of the source, where they are not the value itself.

    Where sources differ, the value is `unknown` and `versions` says what each of them says: each is possible, none is shown.
    """

    value: T
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    also: list[SourceRef] = []
    quote: Text = ""
    note: Text = ""
    since: Date = ""
    until: Date = ""
    as_of: Date = ""
    versions: list[Version[T]] = []
    asked_of: str = ""
    asked: Date = ""


#: One word, or what it was in each of several periods, of which there is one at least: an empty list says nothing.
Stated: TypeAlias = T | Value[T] | Annotated[list[Value[T]], Meta(min_length=1)]
#: One or several words, each with its own period where it needs one; those that hold on the day count together.
Several: TypeAlias = T | list[T | Value[T | list[T]]] | Value[T | list[T]]
#: The same where it may be left out, and then nobody says it.
MaybeStated: TypeAlias = Stated[T] | UnsetType
MaybeSeveral: TypeAlias = Several[T] | UnsetType


class Share(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Votes or shares in percent: one value, or bounds, with how they are known."""

    value: Votes = ""
    min: Number = ""
    max: Number = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""

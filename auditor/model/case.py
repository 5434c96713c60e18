"""What people write, section by section. Every scalar is text: nothing is guessed from its looks.

A field typed `Stated[...]` holds the value itself or a `Value` that adds how it is known. `unknown` and `not-produced`
stand for a fact nobody gave; an absent field means the same. `none` is a fact.
"""

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

from auditor.model.meaning import Says
from auditor.model.scalars import (
    ID_PATTERN,
    Activity,
    Answer,
    Category,
    Country,
    Date,
    End,
    Host,
    Id,
    Party,
    PeopleKind,
    Recipient,
    Route,
    Share,
    SourceRef,
    Stated,
    Term,
    Text,
    Value,
    Votes,
)
from auditor.model.vocabulary import Known, Status


class Subject(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The head of a case: what it is, for which date it speaks, whom it is about, which packs of rules apply."""

    id: Id
    as_of: Stated[Date]
    title: Text = ""
    about: Party = ""
    policies: list[Id] = []
    regime: Literal["gdpr", "eudpr", "none"] = "gdpr"
    gate: list[str] = []
    note: Text = ""


class Source(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A document the facts come from."""

    kind: Annotated[str, Meta(pattern=ID_PATTERN)] = "document"
    title: Text = ""
    author: str = ""
    publisher: str = ""
    date: Date = ""
    url: str = ""
    archive: str = ""
    id: str = ""
    sha256: str = ""
    note: Text = ""


class People(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A kind of data subject."""

    title: Text = ""
    note: Text = ""


class Data(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A category of personal data, placed below broader ones."""

    is_: str | list[str] = field(default="personal", name="is")
    title: Text = ""
    inferred: Answer = "false"
    about: PeopleKind | list[PeopleKind] = []
    note: Text = ""


class Certificate(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A certificate, its scope and its time."""

    is_: Id = field(name="is")
    scope: Stated[str | list[str]] | UnsetType = UNSET
    version: Stated[str] | UnsetType = UNSET
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    also: list[SourceRef] = []
    as_of: Date = ""
    status: Status | UnsetType = UNSET
    note: Text = ""


#: Certificates held, or that none is; unknown where nobody says.
Certificates = list[Certificate] | Literal["none", "unknown", "not-produced"]


class Former(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An earlier name, with the last day on which it was seen."""

    name: str
    until: Date = ""


#: What an entry on the Data Privacy Framework list covers: data of employees (human resources), other data, or both.
Coverage = Literal["hr", "non-hr", "unknown", "not-produced"]


class Organisation(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A legal person, a class of them treated as one, or a group."""

    title: Text = ""
    name: Stated[str] | UnsetType = UNSET
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
    country: Stated[Country] | list[Value[Country]] | UnsetType = UNSET
    run_from: Stated[Country] | UnsetType = UNSET
    parent: Stated[Party] | UnsetType = UNSET
    branch_of: Party = ""
    is_: Stated[Term | list[Term]] | UnsetType = field(default=UNSET, name="is")
    presence: Stated[Country | list[Country]] | UnsetType = UNSET
    former: list[Former] = []
    ids: dict[str, str] = {}
    domains: list[str] = []
    ends: Date = ""
    succeeded_by: Party = ""
    dpf: Stated[Answer] | UnsetType = UNSET
    dpf_covers: Stated[Coverage | list[Coverage]] | UnsetType = UNSET
    privacy_shield: Stated[Answer] | UnsetType = UNSET
    in_scope: Stated[Answer] | UnsetType = UNSET
    certified: Certificates | UnsetType = UNSET
    regime: Literal["gdpr", "eudpr", "none"] | UnsetType = UNSET
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    also: list[SourceRef] = []
    unchecked: list[str] = []
    as_of: Date = ""
    status: Status | UnsetType = UNSET
    note: Text = ""


LinkKind = Literal[
    "shares", "votes", "board", "consolidated", "contract", "minority", "veto", "licence", "keys", "officers", "operations"
]


class Ownership(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A link from an owner to what it owns. Control is only ever derived from such links."""

    owner: Party
    of: Party
    kind: LinkKind | UnsetType = UNSET
    votes: Votes | Share | UnsetType = UNSET
    shares: Votes | Share | UnsetType = UNSET
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    also: list[SourceRef] = []
    unchecked: list[str] = []
    as_of: Date = ""
    status: Status | UnsetType = UNSET
    note: Text = ""


class Consent(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How consent is taken: who gives it, by what gesture, and whether it is bundled with something else."""

    by: Stated[End] | UnsetType = UNSET
    how: Stated[Literal["opt-in", "pre-ticked", "silence", "none", "unknown", "not-produced"]] | UnsetType = UNSET
    bundled: Stated[Answer] | UnsetType = UNSET
    refusal: Stated[Literal["free", "bars-service", "harder", "unknown", "not-produced"]] | UnsetType = UNSET
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


class Processing(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An activity: one sheet of the register (GDPR art. 30)."""

    title: Text = ""
    purpose: Stated[str] | UnsetType = UNSET
    people: PeopleKind | list[PeopleKind] = []
    data: Category | list[Category] = []
    controller: Stated[Party | list[Party]] | UnsetType = UNSET
    processors: Stated[Party | list[Party]] | UnsetType = UNSET
    recipients: Stated[Recipient | list[Recipient]] | UnsetType = UNSET
    legal_basis: (
        Stated[
            Literal[
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
        ]
        | UnsetType
    ) = UNSET
    special_basis: Stated[Id] | UnsetType = UNSET
    consent: Consent | UnsetType = UNSET
    scale: Stated[Literal["large", "small", "unknown", "not-produced"]] | UnsetType = UNSET
    retention: Stated[str] | UnsetType = UNSET
    dpia: Stated[Answer] | UnsetType = UNSET
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


class Place(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A host: a place where data is kept or processed."""

    title: Text = ""
    kind: Literal["application", "data-centre", "mailbox", "desk", "device", "unknown"] = "application"
    operator: Stated[Party] | UnsetType = UNSET
    runs_on: Stated[Host] | UnsetType = UNSET
    location: Stated[Country | list[Country]] | UnsetType = UNSET
    keeps: Stated[Category | list[Category]] | UnsetType = UNSET
    at_rest: Stated[Literal["none", "plain", "encrypted", "unknown", "not-produced"]] | UnsetType = UNSET
    keys: Stated[Party | list[Party]] | UnsetType = UNSET
    about: Stated[Category | list[Category]] | UnsetType = UNSET
    domains: list[str] = []
    backup: Stated[Answer] | UnsetType = UNSET
    certified: Certificates | UnsetType = UNSET
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


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


#: On what a transfer rests, by GDPR art. 45 and 46; `none` is a fact, an absent word is not.
Tool = Literal["adequacy", "scc", "bcr", "code-of-conduct", "certification", "ad-hoc", "none", "unknown", "not-produced"]
#: A letter of GDPR art. 49(1), first subparagraph.
Derogation = Literal["a", "b", "c", "d", "e", "f", "g", "none", "unknown", "not-produced"]


class Flow(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Data goes from a place, people or an organisation to others, through relays, for an activity."""

    for_: Activity = field(name="for")
    from_: Stated[End] = field(name="from")
    to: Stated[End | list[End]]
    title: Text = ""
    through: End | list[End] = []
    data: Category | list[Category] = []
    transport: Stated[Transport] | UnsetType = UNSET
    content: Stated[Literal["none", "encrypted", "end-to-end", "unknown", "not-produced"]] | UnsetType = UNSET
    keys: Stated[Party | list[Party]] | UnsetType = UNSET
    network: Stated[Literal["public", "private", "same-machine", "unknown", "not-produced"]] | UnsetType = UNSET
    embedded_in: Host = ""
    loads: Stated[Literal["at-once", "click", "consent", "never", "unknown", "not-produced"]] | UnsetType = UNSET
    trigger: Stated[Literal["load", "click", "submit", "schedule", "unknown", "not-produced"]] | UnsetType = UNSET
    consent_first: Stated[Answer] | UnsetType = UNSET
    arranged_by: Stated[Party] | UnsetType = UNSET
    tool: Stated[Tool] | UnsetType = UNSET
    derogation: Stated[Derogation] | UnsetType = UNSET
    access: Literal["push", "remote"] = "push"
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


#: Whether the law of the importer's country was assessed (SCC cl. 14, EDPB 01/2020), and to what end.
Assessment = Literal["done", "law-not-applied", "insufficient", "none", "unknown", "not-produced"]
#: Whether measures supplement the tool (EDPB 01/2020), and whether they are effective.
Measures = Literal["effective", "insufficient", "none", "unknown", "not-produced"]


class Agreement(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What two organisations signed."""

    between: Annotated[list[Party], Meta(min_length=2, max_length=2)]
    is_: Literal["processing", "hosting", "joint", "scc", "bcr", "code-of-conduct", "certification", "ad-hoc"] = field(
        name="is"
    )
    module: Stated[str] | UnsetType = UNSET
    assessment: Stated[Assessment] | UnsetType = UNSET
    measures: Stated[Measures] | UnsetType = UNSET
    authorised: Stated[Answer] | UnsetType = UNSET
    exit_clause: Stated[Answer] | UnsetType = UNSET
    contests_requests: Stated[Answer] | UnsetType = UNSET
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


class Notice(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is declared to people (GDPR arts 12 to 14)."""

    by: Party
    for_: Activity | list[Activity] = field(name="for")
    title: Text = ""
    data: Stated[Category | list[Category]] | UnsetType = UNSET
    recipients: Stated[Recipient | list[Recipient]] | UnsetType = UNSET
    transfers: Stated[Answer] | UnsetType = UNSET
    retention: Stated[Answer] | UnsetType = UNSET
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


class Claim(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What someone says about the system, in their words and in checkable terms."""

    by: Party
    quote: Text
    says: Literal["nothing-checkable"] | Says
    date: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


class Question(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was asked, to whom, when, and whether it was answered."""

    to: Party
    text: Text = ""
    asked: Date = "unknown"
    answered: Stated[Answer] | UnsetType = UNSET
    settles: list[Route] = []
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


class Reply(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A right of reply, printed beside the findings it answers."""

    by: Party
    text: Text
    date: Date = ""
    to: list[str] = []
    source: SourceRef = ""


class Scenario(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A what-if: an overlay of changes, always labelled hypothetical. Values in `set` and `add` are as in the case."""

    title: Text = ""
    set: dict[str, Any] = {}
    add: dict[str, Any] = {}
    remove: list[str] = []
    source: SourceRef = ""
    note: Text = ""


class Expected(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the case must say when it is judged as of a day. No verdict depends on it: tests compare.

    `expect`, `unknown` and `hypothetical` map a rule to all culprits or subjects it must name with that outcome; `silent`
    lists rules that must say nothing. `complete` tells that no other rule is established.
    """

    as_of: Date
    expect: dict[str, list[str]] = {}
    unknown: dict[str, list[str]] = {}
    hypothetical: dict[str, list[str]] = {}
    silent: list[str] = []
    complete: Literal["true", "false"] = "false"
    note: Text = ""


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    """One audit. Entries of lists are keyed by their ends (`amazon>aws-emea`), so that every fact has an address."""

    case: Subject
    sources: dict[str, Source] = {}
    people: dict[str, People] = {}
    data: dict[str, Data] = {}
    organisations: dict[str, Organisation] = {}
    ownership: dict[str, Ownership] = {}
    activities: dict[str, Processing] = {}
    hosts: dict[str, Place] = {}
    flows: dict[str, Flow] = {}
    agreements: dict[str, Agreement] = {}
    notices: dict[str, Notice] = {}
    claims: dict[str, Claim] = {}
    questions: dict[str, Question] = {}
    replies: dict[str, Reply] = {}
    scenarios: dict[str, Scenario] = {}


class CaseFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a case: any part of it. `known` and `source` at its head hold for all its facts that say nothing else.

    `expected` is no part of the facts: by custom it stands in a file of its own, `expected.yaml`.
    """

    auditor: Literal["1"] = "1"
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    case: Subject | UnsetType = UNSET
    sources: dict[Id, Source] = {}
    people: dict[Id, People] = {}
    data: dict[Id, Data] = {}
    organisations: dict[Id, Organisation] = {}
    ownership: list[Ownership] = []
    activities: dict[Id, Processing] = {}
    hosts: dict[Id, Place] = {}
    flows: dict[Id, Flow] = {}
    agreements: list[Agreement] = []
    notices: dict[Id, Notice] = {}
    claims: dict[Id, Claim] = {}
    questions: dict[Id, Question] = {}
    replies: list[Reply] = []
    scenarios: dict[Id, Scenario] = {}
    expected: list[Expected] = []

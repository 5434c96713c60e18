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
    Age,
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
    """A kind of data subject, and the country they live in: some ages and rights are set by its law."""

    title: Text = ""
    country: Stated[Country] | UnsetType = UNSET
    note: Text = ""


class Data(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A category of personal data, placed below broader ones."""

    is_: str | list[str] = field(default="personal", name="is")
    title: Text = ""
    inferred: Answer = "false"
    about: PeopleKind | list[PeopleKind] = []
    note: Text = ""


#: An activity of hosting health data, by its number in art. R.1111-9 of the French Public Health Code.
HostingActivity = Literal["1", "2", "3", "4", "5", "6", "none", "unknown", "not-produced"]


class Certificate(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A certificate (`hds`, `secnumcloud`, `iso-27001` …) or an accreditation of before April 2018 (`hads`).

    `scope` lists activities (1 to 6 of art. R.1111-9 for `hds`), hosts, or offers by name; `until` is its last day.
    """

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


#: Special duties of an organisation: `sren-31`, a French State body bound by art. 31 of Act 2024-449.
Duty = Literal["sren-31", "none", "unknown", "not-produced"]


class Former(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An earlier name, with the last day on which it was seen."""

    name: str
    until: Date = ""


#: What an entry on the Data Privacy Framework list covers: data of employees (human resources), other data, or both.
Coverage = Literal["hr", "non-hr", "unknown", "not-produced"]


class Organisation(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A legal person, a class of them treated as one, or a group.

    `in_scope` tells whether it is inside the scope of the adequacy decision on its country, where that covers a part only.
    `access_from` lists the countries from which its establishments or affiliates can reach the data; `none`: they cannot.
    """

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
    duties: Stated[Duty | list[Duty]] | UnsetType = UNSET
    ends: Date = ""
    succeeded_by: Party = ""
    dpf: Stated[Answer] | UnsetType = UNSET
    dpf_covers: Stated[Coverage | list[Coverage]] | UnsetType = UNSET
    privacy_shield: Stated[Answer] | UnsetType = UNSET
    in_scope: Stated[Answer] | UnsetType = UNSET
    access_from: Stated[Country | list[Country]] | UnsetType = UNSET
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
    """A link from an owner to what it owns. Control is only ever derived from such links.

    `decides` tells whether the owner decides in fact at general meetings. It settles the presumption that one who holds more
    than 40 % of the votes, and nobody more, controls (Code de commerce art. L.233-3 II).
    """

    owner: Party
    of: Party
    kind: LinkKind | UnsetType = UNSET
    votes: Votes | Share | UnsetType = UNSET
    shares: Votes | Share | UnsetType = UNSET
    decides: Stated[Answer] | UnsetType = UNSET
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    also: list[SourceRef] = []
    unchecked: list[str] = []
    as_of: Date = ""
    status: Status | UnsetType = UNSET
    note: Text = ""


#: What refusing costs: nothing (a fair alternative without tracking included), more steps than accepting, or the service.
Refusal = Literal["free", "bars-service", "harder", "unknown", "not-produced"]


class Consent(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How consent is taken: who gives it, by what gesture, and whether it is bundled with something else.

    `own` tells whether the box is the data subject's own, whoever ticks it; a setting of a client is not. `age` is the
    youngest age at which the person's own consent is taken, `parental` whether a holder of parental authority joins in it.
    """

    by: Stated[End] | UnsetType = UNSET
    own: Stated[Answer] | UnsetType = UNSET
    how: Stated[Literal["opt-in", "pre-ticked", "silence", "none", "unknown", "not-produced"]] | UnsetType = UNSET
    bundled: Stated[Answer] | UnsetType = UNSET
    refusal: Stated[Refusal] | UnsetType = UNSET
    age: Stated[Age] | UnsetType = UNSET
    parental: Stated[Answer] | UnsetType = UNSET
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


#: Whether there is an impact assessment (GDPR art. 35), and whether it is complete.
Assessed = Annotated[Literal["true", "false", "incomplete", "unknown", "not-produced"], Meta(extra={"scalar": "boolean"})]


class Processing(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An activity: one sheet of the register (GDPR art. 30), while it takes place (`since`, `until`).

    `joint` tells whether several controllers decide together or each for itself; `own_use` who, besides, uses the data for
    purposes of its own (improvement, statistics, ratings, training); `recorded` that this is the register's own entry,
    complete as produced: what it leaves out is left out of the register. `transfers` are the third countries that the record
    identifies, `measures` those of art. 32.
    `needs` gives, per recipient, the categories it needs for its purpose, as the controller declares them. `necessary`
    tells whether what is done is needed for the purpose, `on_by_default` whether it happens without the person's choice.
    `care` tells whether the data is collected in prevention, diagnosis, care or social follow-up (French Public Health Code
    art. L.1111-8), `alone` whether its controller is a professional practising alone (CNIL 2019-118), `sren_sensitive`
    whether both tests of art. 31 of Act 2024-449 are met, `sren_derogation` whether one was granted, for the time it states.
    """

    title: Text = ""
    purpose: Stated[str] | UnsetType = UNSET
    people: PeopleKind | list[PeopleKind] = []
    data: Category | list[Category] = []
    controller: Stated[Party | list[Party]] | UnsetType = UNSET
    joint: Stated[Literal["joint", "separate", "unknown", "not-produced"]] | UnsetType = UNSET
    processors: Stated[Party | list[Party]] | UnsetType = UNSET
    own_use: Stated[Party | list[Party]] | UnsetType = UNSET
    recipients: Stated[Recipient | list[Recipient]] | UnsetType = UNSET
    transfers: Stated[Country | list[Country]] | UnsetType = UNSET
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
    measures: Stated[str] | UnsetType = UNSET
    recorded: Stated[Answer] | UnsetType = UNSET
    needs: dict[Recipient, Stated[Category | list[Category]]] = {}
    on_by_default: Stated[Answer] | UnsetType = UNSET
    necessary: Stated[Answer] | UnsetType = UNSET
    for_children: Stated[Answer] | UnsetType = UNSET
    dpia: Stated[Assessed] | UnsetType = UNSET
    care: Stated[Answer] | UnsetType = UNSET
    alone: Stated[Answer] | UnsetType = UNSET
    sren_sensitive: Stated[Answer] | UnsetType = UNSET
    sren_derogation: Stated[Answer] | UnsetType = UNSET
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


Right = Literal["access", "rectification", "erasure", "return", "unknown"]
#: The rights for whose exercise a path exists (GDPR arts 15 to 20, 28(3)(e) and (g)); complete as written.
Rights = list[Right] | Literal["access", "rectification", "erasure", "return", "none", "unknown", "not-produced"]
#: Whether the page of HDS requirement 31 is public: map of transfers, remote access, foreign laws, residual risk; or the
#: set sentence of a SecNumCloud service, or that of an activity without transfers.
Transparency = Literal["published", "partial", "none", "qualified-sentence", "no-transfer-sentence", "unknown", "not-produced"]


class Place(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A host: a place where data is kept or processed.

    `kept_for` is a period (`3 months`, `5 years after leaving`), `none` where nothing stays, `unlimited` where no period
    ends it; `erased` tells whether the data is in fact erased when the period ends.
    `hosting` are the activities of art. R.1111-9 of the French Public Health Code that its operator performs there for
    others, `transparency` whether the page on access from third countries that goes with them is public.
    """

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
    kept_for: Stated[str] | UnsetType = UNSET
    erased: Stated[Answer] | UnsetType = UNSET
    rights: Stated[Rights] | UnsetType = UNSET
    certified: Certificates | UnsetType = UNSET
    hosting: Stated[HostingActivity | list[HostingActivity]] | UnsetType = UNSET
    transparency: Stated[Transparency] | UnsetType = UNSET
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
#: Why storing or reading on the terminal needs no consent (Directive 2002/58/EC art. 5(3)); `none` where nothing exempts.
Exempt = Literal["strictly-necessary", "pure-transmission", "audience-measurement", "none", "unknown", "not-produced"]
#: Whether the recipient pays for the data.
Paid = Annotated[Literal["true", "false", "for-a-service", "unknown", "not-produced"], Meta(extra={"scalar": "boolean"})]


class Flow(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Data goes from a place, people or an organisation to others, through relays, for an activity.

    `reads_terminal`: something is stored on or read from the person's device. `purpose` is one of its own, other than the
    activity's; `compatible` tells whether a compatibility test is documented. `step` is what the person is doing on the
    page, `identifier` whether one goes along, `referrer` whether the page address does. `kept_for`, `erased` and `rights`
    say what an organisation named as an end does with its copy. A request that was `attempted` and did not go through
    carries nothing.
    `paid` tells whether the recipient pays the sender for the data, or for a service rendered to it.
    """

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
    refusal: Stated[Refusal] | UnsetType = UNSET
    reads_terminal: Stated[Answer] | UnsetType = UNSET
    exempt: Stated[Exempt] | UnsetType = UNSET
    step: Stated[Literal["booking", "search", "account", "browsing", "unknown", "not-produced"]] | UnsetType = UNSET
    identifier: Stated[Answer] | UnsetType = UNSET
    referrer: Stated[Literal["stripped", "sent", "unknown", "not-produced"]] | UnsetType = UNSET
    attempted: Stated[Answer] | UnsetType = UNSET
    purpose: Stated[str] | UnsetType = UNSET
    compatible: Stated[Answer] | UnsetType = UNSET
    kept_for: Stated[str] | UnsetType = UNSET
    erased: Stated[Answer] | UnsetType = UNSET
    rights: Stated[Rights] | UnsetType = UNSET
    arranged_by: Stated[Party] | UnsetType = UNSET
    tool: Stated[Tool] | UnsetType = UNSET
    derogation: Stated[Derogation] | UnsetType = UNSET
    paid: Stated[Paid] | UnsetType = UNSET
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
    """What two organisations signed: first who entrusts or sends the data, then who processes or receives it.

    Listed means signed, unless `signed: false` states that the data is entrusted without a contract. `complete` tells whether
    the mandatory points of GDPR art. 28(3) are there; a contract listed as `processing` counts as one that has them.
    `needs_clear`: the service needs the data in clear. `allows_own_use`: the controller allows in writing a compatible use by
    the processor for itself.
    """

    between: Annotated[list[Party], Meta(min_length=2, max_length=2)]
    is_: Literal["processing", "hosting", "joint", "scc", "bcr", "code-of-conduct", "certification", "ad-hoc"] = field(
        name="is"
    )
    signed: Stated[Answer] | UnsetType = UNSET
    complete: Stated[Answer] | UnsetType = UNSET
    needs_clear: Stated[Answer] | UnsetType = UNSET
    allows_own_use: Stated[Answer] | UnsetType = UNSET
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
    """What is declared to people (GDPR arts 12 to 14).

    `gives` gives, per recipient, the categories declared for it; `transfers` and `retention` tell whether the notice speaks
    of them, `kept_for` the period it announces.
    """

    by: Party
    for_: Activity | list[Activity] = field(name="for")
    title: Text = ""
    data: Stated[Category | list[Category]] | UnsetType = UNSET
    recipients: Stated[Recipient | list[Recipient]] | UnsetType = UNSET
    gives: dict[Recipient, Stated[Category | list[Category]]] = {}
    purposes: Stated[str | list[str]] | UnsetType = UNSET
    transfers: Stated[Answer] | UnsetType = UNSET
    retention: Stated[Answer] | UnsetType = UNSET
    kept_for: Stated[str] | UnsetType = UNSET
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


Confidential = Annotated[Literal["true", "false"], Meta(extra={"scalar": "boolean"})]


class CaseFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a case: any part of it. `known` and `source` at its head hold for all its facts that say nothing else.

    A bundle for the public leaves out a file that is `confidential`.

    `expected` is no part of the facts: by custom it stands in a file of its own, `expected.yaml`.
    """

    auditor: Literal["1"] = "1"
    confidential: Confidential = "false"
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

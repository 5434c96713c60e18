"""What captures showed, as it is kept in a case: counts, names and pointers, no value. Rules judge the flows made of it."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from auditor.model.scalars import Count, CountOrNone, Date, HostRef, Milliseconds, SourceRef

#: What kind of file was recognised, by its content.
FileKind = Literal[
    "har", "tweasel-har", "blacklight", "blacklight-log", "blacklight-cookies", "website-evidence-collector",
    "ios-privacy-report", "tracker-control", "hosts",
]  # fmt: skip

#: In which state of consent the capture was made; the file does not say it, whoever made it does.
ConsentState = Literal["before-choice", "refused", "accepted", "none-offered", "logged-in", "unknown"]

#: What a parameter seems to carry, by a dated rule.
ParameterKind = Literal[
    "identifier", "contact", "hashed-contact", "page-address", "page-origin", "title", "device", "position",
    "search-words", "health-words",
]  # fmt: skip

#: What this kind of file cannot show.
Blind = Literal[
    "cookies", "server-side", "aliases", "addresses", "parameters", "times", "bodies", "initiators", "requests",
    "filtered", "transport", "values",
]  # fmt: skip

#: The SHA-256 of a file or of a digest.
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]


class SeenKind(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the name of a parameter seems to carry: inferred by a `rule` as of its date; `at` points to one such parameter."""

    kind: ParameterKind
    name: str
    rule: str
    as_of: Date = ""
    at: SourceRef = ""


class SeenRecipient(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who was called from one page of a capture, all hosts of one recipient together.

    `page` and `to` are hosts of the case, `flows` the flows made of the requests. `first` and `last` are positions of entries, from 0;
    `offset` is in milliseconds from the start. `operator` is who answers for the domain by the entry of the knowledge base in
    `operator_source`; a `brand` is a name and says nothing of a company. `parameters` are names with where they stand.
    """

    page: HostRef
    to: HostRef
    domain: str
    requests: Count
    sent: Count
    first: Count
    last: Count
    at: SourceRef
    flows: list[str] = []
    hosts: list[str] = []
    attempted: Count = "0"
    failed: Count = "0"
    bodies: Count = "0"
    offset: Milliseconds = ""
    methods: list[str] = []
    schemes: dict[str, Count] = {}
    referrer: dict[str, Count] = {}
    parameters: list[str] = []
    kinds: list[SeenKind] = []
    cookies_sent: list[str] = []
    cookies_set: list[str] = []
    initiators: list[str] = []
    redirected_from: list[str] = []
    addresses: list[str] = []
    cloaking: list[str] = []
    noise: dict[str, Count] = {}
    operator: str = ""
    brand: str = ""
    operator_source: str = ""
    operator_as_of: Date = ""
    serves: list[str] = []


class CaptureRecord(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One capture: what made it, in which state of consent, what it cannot show, who was called.

    `observation` is the SHA-256 of all that was read in it, `hosts` that of the hosts called alone: two captures of a page that call the
    same hosts have the same. `cut` is the number of entries after which the file breaks off.
    """

    kind: FileKind
    sha256: list[Sha256]
    observation: Sha256
    hosts: Sha256
    state: ConsentState = "unknown"
    producer: str = ""
    version: str = ""
    started: str = ""
    ended: str = ""
    sites: list[str] = []
    entries: Count = "0"
    requests: Count = "0"
    first_party: Count = "0"
    attempted: Count = "0"
    failed: Count = "0"
    insecure: Count = "0"
    cut: CountOrNone = ""
    cannot_show: list[Blind] = []
    skipped: dict[str, Count] = {}
    noise: dict[str, Count] = {}
    public_suffix_list: Date = ""
    parameters_as_of: Date = ""
    knowledge_as_of: Date = ""
    recipients: list[SeenRecipient] = field(default_factory=list)
    source: SourceRef = ""

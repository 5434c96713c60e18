"""What captures showed, as a result tells it: who got what, in which state of consent, and what the files cannot show."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from auditor.model.case.captures import Blind, ConsentState, FileKind
from auditor.model.vocabulary import Known

#: How what is declared stands to what was seen: `unknown` where nobody says what is declared.
Standing = Literal[
    "undeclared", "declared-observed", "declared-not-observed", "attempted", "unattributed", "unknown", "none"
]
#: How requests travelled; `mixed` is some in clear and some not, `unknown` where this kind of file does not show it.
Travelled = Literal["tls", "none", "mixed", "unknown"]


class CaptureLine(Struct, frozen=True):
    """One capture: what made it, of which sites, in which state of consent, and what it cannot show.

    `observation` is the SHA-256 of all that was read in it, `hosts` that of the third hosts called. `cut` is the number of entries after
    which the file breaks off, None where it is whole. The dates are those of the lists that it was read with.
    """

    id: str
    kind: FileKind
    state: ConsentState
    producer: str
    version: str
    started: str
    ended: str
    sites: list[str]
    entries: int
    requests: int
    first_party: int
    attempted: int
    failed: int
    insecure: int
    cut: int | None
    cannot_show: list[Blind]
    skipped: dict[str, int]
    noise: dict[str, int]
    sha256: list[str]
    observation: str
    hosts: str
    public_suffix_list: str
    parameters_as_of: str
    knowledge_as_of: str
    source: str


class ReceivedLine(Struct, frozen=True):
    """What one recipient got from one page in one capture.

    `organisation` is empty where nobody says who operates the host; `operator_known` is how it is known who does. `data` was seen,
    `inferred` is what names of parameters seem to carry. `first` is the position of the first entry, `offset` its time in milliseconds from
    the start. `controlled_by` are the organisations that control it for certain. `pointer` is a source with the place in it.
    `findings` are the fingerprints of the findings that are established on it.
    """

    capture: str
    state: ConsentState
    page: str
    host: str
    domain: str
    organisation: str
    operator_known: Known
    brand: str
    hosts: list[str]
    requests: int
    sent: int
    attempted: int
    first: int
    offset: int | None
    data: list[str]
    inferred: list[str]
    cookies_sent: list[str]
    cookies_set: list[str]
    transport: Travelled
    standing: Standing
    controlled_by: list[str]
    initiators: list[str]
    redirected_from: list[str]
    cloaking: list[str]
    pointer: str
    flows: list[str]
    findings: list[str]


class StateCell(Struct, frozen=True):
    """In how many of the captures made in one state a recipient was seen, and the requests it got in them, sent and only attempted."""

    seen: int
    captures: int
    sent: int
    attempted: int


class StatesLine(Struct, frozen=True):
    """A recipient, an organisation or a host, in each state of consent in which there is a capture."""

    recipient: str
    states: dict[str, StateCell]


class CaptureTables(Struct, frozen=True):
    """The captures of a case, who got what in them, and the recipients by state of consent."""

    captures: list[CaptureLine]
    received: list[ReceivedLine]
    states: list[StatesLine]

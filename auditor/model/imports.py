"""What an import would write, told before it is written."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct, field

from auditor.model.bilingual import Bilingual
from auditor.model.case.captures import ConsentState
from auditor.model.case.imported import ImportRecord


class PlannedRecipient(Struct, frozen=True):
    """A recipient as it would be written: its host in the case, its domain, who operates it, requests, whether only attempted."""

    host: str
    domain: str
    operator: str
    requests: int
    attempted: bool
    flows: list[str]


class PlannedImport(Struct, frozen=True):
    """One file that an import would write, and what it holds.

    `own` are hosts that people wrote and that stand for a domain; `related` are domains that may be sites of the same operator.
    `clear` are the flows of what went in clear to the site itself. `elsewhere` counts the requests of pages of other sites, by site; nothing
    is made of them. `unchanged` tells that the file is there already with the same bytes. `head` is the head of a case that had none, and
    `assumed_day` the day that it is assumed to be of.
    """

    path: str
    data: bytes
    capture: str
    place: str
    state: ConsentState
    activity: str
    people: str
    recipients: list[PlannedRecipient]
    own: dict[str, str]
    overrides: list[str]
    related: list[str]
    unchanged: bool
    clear: list[str] = []
    cut: int | None = None
    skipped: int = 0
    elsewhere: dict[str, int] = {}
    head_path: str = ""
    head: bytes = b""
    assumed_day: str = ""


#: What a column or field that says no more than "location" means: where a company has its seat, or where data is processed.
LocationMeans = Literal["seat", "processing"]
#: What is said of a word of a source that names no personal data.
NOT_PERSONAL: Final = "not-personal"


class SaidOfSource(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What people say of one document in `imports.yaml`: where it is, and what its words are in the case.

    `sheets` are taken in although they are hidden or called an example. `labels` give the field that a heading of a record stands for,
    or `ignore`. `complete` tells that each entry of a record is whole, so that what it leaves out is not in the record.
    `same` gives the id of what the case describes already, by the words of the document; `leave_out` what is left out, with a reason.
    `by` is the organisation that declares what the document says, `for` the activity its flows are for, `site` the host whose pages it
    speaks of, `people` the id of people by a key of the source. `data` gives the categories that a data word of the source stands for, or
    `not-personal`. `tc_string` is the file of a consent string that goes with a list of vendors.
    """

    file: str = ""
    format: str = ""
    encoding: str = ""
    keeper: Literal["controller", "processor"] = "controller"
    sheets: list[str] = []
    labels: dict[str, str] = {}
    complete: Literal["true", "false"] = "false"
    by: str = ""
    for_: str = field(default="", name="for")
    site: str = ""
    tc_string: str = ""
    location_means: LocationMeans | Literal[""] = ""
    people: dict[str, str] = {}
    data: dict[str, str | list[str]] = {}
    same: dict[str, str] = {}
    leave_out: dict[str, str] = {}


class SaidOfSources(Struct, frozen=True, forbid_unknown_fields=True):
    """The file `imports.yaml` beside a case: what people say of each document, by its id."""

    auditor: Literal["1"] = "1"
    imports: dict[str, SaidOfSource] = {}


class FactChange(Struct, frozen=True):
    """A fact that an import adds (`before` empty), removes (`after` empty) or changes, and where the source says so: before, and now."""

    fact: str
    before: str = ""
    after: str = ""
    was_at: str = ""
    at: str = ""


class Renamed(Struct, frozen=True):
    """An entry that left the source while another came that says the same but for its name: perhaps one, under a new name.

    `called` is what the source calls it now, where it is one text.
    """

    before: str
    after: str
    called: str = ""


class PlannedFile(Struct, frozen=True):
    """A file that an import would write; `unchanged` where it is there already with the same bytes, `data` None where it goes."""

    path: str
    data: bytes | None
    unchanged: bool


class AskedOf(Struct, frozen=True, kw_only=True):
    """What is asked of one addressee, by the facts and the questions that settle them; `to` is empty where nobody is known."""

    to: str
    title: Bilingual
    facts: list[str]
    questions: list[Bilingual]


class PlannedDocument(Struct, frozen=True, kw_only=True):
    """One document read: the files that importing it would write, what became of its cells, what changes against the last import.

    `title` and `date` are the document's own. Of a source made of elements, `ways` counts its flows by how they are protected on the way,
    and `asks` is what must be asked of what it states,
    unless that is `too_many_to_ask` here. `said_changed` tells that people say something else of it than at the last import.
    `command` is what imports it anew, `paste` the lines of `imports.yaml` by which it is found again, where people wrote none:
    `sayings` is that file, and `begins` tells that it is not there yet.
    """

    name: str
    record: ImportRecord
    counts: dict[str, int]
    files: list[PlannedFile]
    title: str = ""
    date: str = ""
    ways: dict[str, int] = {}
    asks: list[AskedOf] = []
    too_many_to_ask: bool = False
    changes: list[FactChange] = []
    renamed: list[Renamed] = []
    said_changed: bool = False
    first: bool = False
    source_changed: bool = False
    assumed_day: str = ""
    command: str = ""
    paste: str = ""
    sayings: str = ""
    begins: bool = False

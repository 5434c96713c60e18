"""What an import would write, told before it is written."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from auditor.model.capture import ConsentState
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
    `unchanged` tells that the file is there already with the same bytes.
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
    cut: int | None = None
    skipped: int = 0


class SaidOfSource(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What people say of one document in `imports.yaml`: where it is, and what its words are in the case.

    `sheets` are taken in although they are hidden or called an example. `labels` give the field that a heading of a record stands for,
    or `ignore`. `complete` tells that each entry of a record is whole, so that what it leaves out is not in the record.
    `same` gives the id of what the case describes already, by the words of the document; `leave_out` what is left out, with a reason.
    """

    file: str = ""
    format: str = ""
    encoding: str = ""
    keeper: Literal["controller", "processor"] = "controller"
    sheets: list[str] = []
    labels: dict[str, str] = {}
    complete: Literal["true", "false"] = "false"
    people: dict[str, str] = {}
    same: dict[str, str] = {}
    leave_out: dict[str, str] = {}


class SaidOfSources(Struct, frozen=True, forbid_unknown_fields=True):
    """The file `imports.yaml` beside a case: what people say of each document, by its id."""

    auditor: Literal["1"]
    imports: dict[str, SaidOfSource] = {}


class FactChange(Struct, frozen=True):
    """A fact that an import adds (`before` empty), removes (`after` empty) or changes."""

    fact: str
    before: str = ""
    after: str = ""


class PlannedFile(Struct, frozen=True):
    """A file that an import would write; `unchanged` where it is there already with the same bytes, `data` None where it goes."""

    path: str
    data: bytes | None
    unchanged: bool


class PlannedDocument(Struct, frozen=True, kw_only=True):
    """One document read: the files that importing it would write, what became of its cells, what changes against the last import."""

    name: str
    record: ImportRecord
    counts: dict[str, int]
    files: list[PlannedFile]
    changes: list[FactChange] = []
    first: bool = False
    source_changed: bool = False
    assumed_day: str = ""
    paste: str = ""

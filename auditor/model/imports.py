"""What an import would write, told before it is written."""

from __future__ import annotations

from msgspec import Struct

from auditor.model.capture import ConsentState


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
    `clear` are the flows of what went in clear to the site itself. `unchanged` tells that the file is there already with the same bytes.
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

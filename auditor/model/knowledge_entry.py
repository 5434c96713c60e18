"""Entries of the knowledge base as they are shown: with names on a date, chains of holdings and their sources."""

from typing import Any, Literal

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.result.document import SourceLine


class HoldingStep(Struct, frozen=True):
    """One link of a chain of holdings, `depth` steps away, with what is known of it."""

    depth: int
    owner: str
    owner_name: str
    of: str
    of_name: str
    kind: str
    share: str
    since: str
    until: str
    as_of: str
    status: str
    source: str


class KnowledgeEntry(Struct, frozen=True):
    """One entry of the knowledge base: section, id, name and country on `date`, facts as written, and related entries.

    `above` and `below` are the holdings that run on `date`, of the organisation or of the one that answers for the entry; `related`
    names entries of other sections that point to it. `answers` is the name of the organisation that answers for a domain, a widget or a product. Where a host was
    asked for, it is `asked`, `roles` is what it serves, and `layer` tells whether our organisations or a list of brands answers.
    """

    section: str
    id: str
    name: Bilingual
    country: str
    date: str
    facts: dict[str, Any]
    above: list[HoldingStep]
    below: list[HoldingStep]
    related: dict[str, list[str]]
    sources: list[SourceLine]
    answers: str = ""
    asked: str = ""
    roles: list[str] = []
    layer: Literal["", "organisations", "brands"] = ""


class Hit(Struct, frozen=True):
    """Something that was found: where, under which name, and the words that matched."""

    section: str
    id: str
    name: Bilingual
    matched: str


class Watched(Struct, frozen=True):
    """Something pending that may end or change a text or a decision: where it stands since when, and when it was looked at.

    `bears_on` names the entries concerned; `mark` is how far it was checked.
    """

    id: str
    what: Bilingual
    standing: str
    since: str
    seen: str
    mark: str
    bears_on: list[str]


class Counted(Struct, frozen=True):
    """How many entries a section has, by status; `shares` in percent, where a share is told."""

    section: str
    count: int
    statuses: dict[str, int]
    shares: dict[str, int] = {}


class Stale(Struct, frozen=True):
    """Something of the knowledge base that asks to be looked at again: where, why, and on which day it was seen, ends or is pending since.

    `why` is one of `not-seen` (for a year), `ended`, `ends`, `pending`.
    """

    section: str
    id: str
    name: Bilingual
    why: str
    what: Bilingual
    date: str

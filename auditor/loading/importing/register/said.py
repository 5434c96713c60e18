"""What the layout of a record of processing comes to: entries, each with what its cells say, by field."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from auditor.loading.importing.sheets import Cell
from auditor.model.case.imported import Left

#: What an entry is: of the controller's record, of the processor's, a processor in a list of them.
EntryKind = Literal["activity", "service", "vendor"]
#: Whom contact details are about.
PartyKind = Literal["about", "dpo", "representative", "joint"]


class Said(Struct, frozen=True, kw_only=True):
    """A cell under a label: the field, where it stands, what it says. `within` is the field of the row in a block of rows.

    `beside` are the other cells of such a row by the field of their column.
    """

    field: str
    at: str
    cell: Cell
    label: str = ""
    within: str = ""
    beside: dict[str, Said] = {}

    @property
    def words(self) -> str:
        """What the cell says."""
        return self.cell.text


class Party(Struct, frozen=True, kw_only=True):
    """Contact details of the organisation, its officer, its representative or a joint controller; `at` is where it is named."""

    who: PartyKind
    at: str
    said: list[Said]


class Entry(Struct, frozen=True, kw_only=True):
    """An entry of a record: an activity, a service rendered to others, or a processor; `parties` are those on its own sheet.

    `form` tells that it is a sheet of its own.
    """

    kind: EntryKind
    at: str
    said: list[Said]
    parties: list[Party] = []
    form: bool = False

    def of(self, name: str) -> list[Said]:
        """Give what is said of a field."""
        return [each for each in self.said if each.field == name]


class Noted(Struct, frozen=True):
    """Something told of a place of the document, which is no fact."""

    at: str
    what: Left
    words: str = ""


class Laid(Struct, kw_only=True):
    """A document laid out: its entries and parties, the places that are labels, those left aside, and what is told besides.

    `cells` are all filled cells by place, with the label that stands over or beside each where there is one.
    """

    language: str = "en"
    form: bool = False
    keeper: str = ""
    entries: list[Entry] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    version: list[Said] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    left: dict[str, Noted] = field(default_factory=dict)
    told: list[Noted] = field(default_factory=list)
    cells: dict[str, Cell] = field(default_factory=dict)
    over: dict[str, str] = field(default_factory=dict)

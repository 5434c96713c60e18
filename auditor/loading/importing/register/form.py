"""One sheet per activity: labels in a column, values beside them, and blocks of rows whose columns have heads of their own."""

from __future__ import annotations

from typing import Final

from auditor.loading.importing.register.labels import SECTIONS, Labels
from auditor.loading.importing.register.parties import DETAILS, WHO
from auditor.loading.importing.register.said import Entry, Laid, Noted, Party, Said
from auditor.loading.importing.sheets import Cell, Sheet

#: Fields that a head of a column in a block of rows may be.
SUBHEADS: Final = frozenset(
    {
        *("detail", "retention", "retention.archive", "retention.end", "recipients.kind", "recipients"),
        *("measures.kind", "transfers.tool"),
        *("transfers.document", "data"),
        *DETAILS,
    }
)
#: How many heads of contact details make a block of actors.
ACTORS: Final = 3
#: Fields that rows of a block may be labelled by, by their beginning.
ROWS: Final[dict[str, tuple[str, ...]]] = {
    "data": ("data", "special"),
    "special": ("data", "special"),
    "people": ("people",),
    "recipients": ("recipients",),
    "measures": ("measures",),
    "transfers": ("transfers", "recipients"),
    "actors": (*WHO, "dpo.organisation"),
}


def read_form(sheet: Sheet, column: int, laid: Laid, known: Labels) -> Entry:
    """Give the entry that a form is; its labels stand in `column`."""
    reading = _Form(sheet, column, laid, known)
    for row in sheet.rows():
        reading.row(row)
    return Entry(
        kind="activity",
        at=next((each.at for each in reading.said if each.field == "title"), sheet.at((0, column))),
        said=reading.said,
        form=True,
        parties=[
            Party(who=party.who, at=party.at, said=party.said) for party in reading.parties if party.said
        ],
    )


class _Form:
    def __init__(self, sheet: Sheet, column: int, laid: Laid, known: Labels) -> None:
        self.sheet = sheet
        self.column = column
        self.laid = laid
        self.known = known
        self.said: list[Said] = []
        self.parties: list[Party] = []
        self._block = ""
        self._heads: dict[int, str] = {}
        self._last = -1

    def row(self, row: int) -> None:
        """Read one row: the head of a block, a row within it, or a label with its value."""
        if row > self._last + 1:
            self._block = ""
        self._last = row
        text = self.sheet.text(row, self.column)
        label, _, inline = text.partition(":")
        name = self.known.field(label if inline.strip() else text)
        others = {
            col: self.known.field(self.sheet.text(row, col))
            for col in self.sheet.row(row)
            if col > self.column
        }
        heads = {col: found for col, found in others.items() if found in SUBHEADS}
        contacts = sum(found in DETAILS for found in heads.values())
        if contacts >= ACTORS or (name in SECTIONS and heads and name != "purpose.section"):
            self._open("actors" if contacts >= ACTORS else name, heads, row)
        elif self._block and self._belongs(name):
            self._entry(row, name)
        elif name == "purpose.section":
            self._label(row, self.column)
        elif name:
            self._simple(row, name, label, inline.strip())
        else:
            for col in self.sheet.row(row):
                at = self.sheet.at((row, col))
                self.laid.left[at] = Noted(at, "title")

    def _open(self, block: str, heads: dict[int, str], row: int) -> None:
        self._block, self._heads = block, heads
        for col in (self.column, *heads):
            self._label(row, col)

    def _belongs(self, name: str) -> bool:
        """Tell whether a label is that of a row of the block: one of its own, or one that is no field at all."""
        return not name or any(name == each or name.startswith(f"{each}.") for each in ROWS[self._block])

    def _entry(self, row: int, name: str) -> None:
        self._label(row, self.column)
        label = self.sheet.text(row, self.column)
        cells: dict[str, Said] = {}
        for col in self.sheet.row(row):
            head = self._head_of(col) if col > self.column else ""
            if head:
                name_of_cell = "more" if head in cells else head
                cells.setdefault(name_of_cell, self._one(head, row, col, label=label, within=name))
        if self._block == "actors":
            self._actor(name, cells, row)
        elif cells:
            first = next(iter(cells.values()))
            self.said.append(
                Said(
                    field=f"{self._block}.row",
                    at=first.at,
                    cell=first.cell,
                    label=label,
                    within=name,
                    beside=cells,
                )
            )

    def _head_of(self, col: int) -> str:
        """Give the head over a column: that of the nearest column to its left that has one, as heads are merged over several."""
        starts = [start for start in self._heads if start <= col]
        return self._heads[max(starts)] if starts else ""

    def _actor(self, name: str, cells: dict[str, Said], row: int) -> None:
        if name == "dpo.organisation":
            officers = [party for party in self.parties if party.who == "dpo"]
            if not officers:
                officers = [Party(who="dpo", at=self.sheet.at((row, self.column)), said=[])]
                self.parties += officers
            officers[-1].said.extend(
                Said(field="dpo.organisation", at=each.at, cell=each.cell, label=each.label)
                for each in cells.values()
            )
        elif name in WHO:
            party = Party(who=WHO[name], at=self.sheet.at((row, self.column)), said=[])
            for field, each in cells.items():
                named = field == "contact.person"
                party.said.append(
                    Said(field="name" if named else field, at=each.at, cell=each.cell, label=each.label)
                )
            self.parties.append(party)

    def _simple(self, row: int, name: str, label: str, inline: str) -> None:
        right = [col for col in self.sheet.row(row) if col > self.column]
        if right:
            self._label(row, self.column)
            said = self._one(name, row, right[0], label=self.sheet.text(row, self.column))
        elif inline:
            at = self.sheet.at((row, self.column))
            said = Said(field=name, at=at, cell=Cell(inline), label=label)
        else:
            self._label(row, self.column)
            return
        self.said.append(said)

    def _one(self, name: str, row: int, col: int, *, label: str, within: str = "") -> Said:
        place = (row, col)
        return Said(
            field=name, at=self.sheet.at(place), cell=self.sheet.cells[place], label=label, within=within
        )

    def _label(self, row: int, col: int) -> None:
        if (row, col) in self.sheet.cells:
            self.laid.labels.add(self.sheet.at((row, col)))

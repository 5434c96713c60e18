"""What a record says of the organisation, its data protection officer and its representative, above its table or on a sheet."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from auditor.loading.importing.register.labels import Labels
from auditor.loading.importing.register.said import Entry, Party, PartyKind, Said
from auditor.loading.importing.sheets import Cell, Sheet
from auditor.text.papers.register_columns import OF_CONTACTS

#: The field of a label that says whom the details below or beside it are about.
WHO: Final[dict[str, PartyKind]] = {
    "about.name": "about",
    "about.processor_name": "about",
    "dpo": "dpo",
    "representative": "representative",
    "joint": "joint",
}
#: Fields of contact details.
DETAILS: Final = (
    "contact.person",
    "contact.address",
    "contact.postcode",
    "contact.city",
    "contact.country",
    "contact.phone",
    "contact.email",
    "ids.siret",
    "dpo.organisation",
    "dpo.approved",
)
#: What a column of a table says of a party, persons among them, and of which.
OF_A_PARTY: Final[dict[str, PartyKind]] = {
    "dpo": "dpo",
    "representative": "representative",
    **{field: "about" for field in DETAILS if field.startswith(("contact.", "ids."))},
    **{field: "dpo" for field in (*DETAILS, *OF_CONTACTS) if field.startswith("dpo.")},
}
VERSION: Final = ("entry.version", "entry.updated", "entry.created")


def read_parties(sheet: Sheet, below: int, known: Labels) -> tuple[list[Party], list[Said], set[str]]:
    """Give the parties that rows above `below` tell of, what they say of the version of the record, and the places of labels."""
    reading = _Reading(sheet, known)
    for row in sheet.rows():
        if row < below:
            reading.row(row)
    parties = [Party(who=who, at=at, said=said) for who, at, said in reading.parties]
    return parties, reading.version, reading.labels


def parties_of_row(entry: Entry) -> list[Party]:
    """Give the parties that the columns of a table tell of in one row."""
    told: dict[PartyKind, list[Said]] = {}
    for said in entry.said if entry.kind != "vendor" else ():
        who = OF_A_PARTY.get(said.field)
        if who is not None:
            told.setdefault(who, []).append(replace(said, field="name") if said.field in WHO else said)
    return [Party(who=who, at=each[0].at, said=each) for who, each in told.items()]


class _Reading:
    """Reads row by row; each column belongs to the party whose label stands last above it or to its left."""

    def __init__(self, sheet: Sheet, known: Labels) -> None:
        self.sheet = sheet
        self.known = known
        self.parties: list[tuple[PartyKind, str, list[Said]]] = []
        self.version: list[Said] = []
        self.labels: set[str] = set()
        self._columns: list[tuple[int, int]] = []

    def row(self, row: int) -> None:
        """Read one row."""
        taken: set[int] = set()
        opened: list[tuple[int, int]] = []
        for col in self.sheet.row(row):
            if col in taken:
                continue
            text = self.sheet.text(row, col)
            head, _, inline = text.partition(":")
            name = self._field(head if ":" in text else text)
            at = self.sheet.at((row, col))
            if name in WHO:
                self.labels.add(at)
                self.parties.append((WHO[name], at, []))
                opened.append((col, len(self.parties) - 1))
                beside = self.sheet.text(row, col + 1)
                if beside and not self._is_label(beside):
                    taken.add(col + 1)
                    self._take("name", (row, col + 1), Cell(beside), text, party=len(self.parties) - 1)
            elif name in DETAILS or name in VERSION or name == "title":
                field = "name" if name == "title" else name
                if inline.strip():
                    self._take(field, (row, col), Cell(inline.strip()), head, party=self._party(col, opened))
                    continue
                self.labels.add(at)
                beside = self.sheet.text(row, col + 1)
                if beside and not self._is_label(beside):
                    taken.add(col + 1)
                    cell = self.sheet.cells[row, col + 1]
                    self._take(field, (row, col + 1), cell, text, party=self._party(col, opened))
        if opened:
            self._columns = opened

    def _field(self, text: str) -> str:
        return self.known.field(text)

    def _is_label(self, text: str) -> bool:
        name = self._field(text.partition(":")[0] if ":" in text else text)
        return name in WHO or name in DETAILS or name == "title"

    def _party(self, col: int, opened: list[tuple[int, int]]) -> int:
        """Give the party of a column, opening that of the organisation where none is."""
        columns = opened or self._columns
        found = [number for start, number in columns if start <= col]
        if found:
            return found[-1]
        if not self.parties:
            self.parties.append(("about", "", []))
        return 0

    def _take(self, field: str, place: tuple[int, int], cell: Cell, label: str, *, party: int) -> None:
        at = self.sheet.at(place)
        said = Said(field=field, at=at, cell=cell, label=label)
        if field in VERSION:
            self.version.append(said)
        else:
            self.parties[party][2].append(said)

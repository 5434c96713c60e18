"""The sheet of one activity, in the order and under the labels of the CNIL's simplified workbook, then what that does not ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.case.contacts import Contact
from auditor.model.case.organisations import Organisation
from auditor.model.materials import plain
from auditor.model.result.tables import ActivityLine
from auditor.rendering.annex.told import Told as Derived
from auditor.rendering.exports.book import Choice, Page, Row
from auditor.rendering.exports.record.beyond import further, stated_beside
from auditor.rendering.exports.record.blocks import data_rows, measure_rows, recipient_rows, transfer_rows
from auditor.rendering.exports.stated import Stated, joined
from auditor.text.papers import register as texts

#: How wide the columns are: as the workbook has them, wide enough to read on A4.
WIDTHS: Final = (34, 34, 18, 18, 30, 24, 18, 26)


class Sheet:
    """Lays out the sheet of one activity; `blank` leaves empty what nobody states."""

    def __init__(
        self, stated: Stated, derived: Derived, line: ActivityLine, reached: tuple[str, ...], *, blank: bool
    ) -> None:
        self.stated = stated
        self.derived = derived
        self.line = line
        self.reached = reached
        self.name = line.id
        self.entry = stated.case.activities[line.id]
        self.say = stated.say
        self.absent = "" if blank else self.say(texts.NOT_DECLARED)
        self.rows: list[Row] = []
        self.heads: set[int] = set()
        self.choices: list[Choice] = []

    def page(self, title: str) -> Page:
        """Give the page."""
        self._head([self.say(texts.SHEET)])
        self._description()
        self._actors()
        self._purposes()
        self._data()
        self._people()
        self._block(
            (texts.RECIPIENTS, texts.RECIPIENT_KIND, texts.MORE),
            recipient_rows(self.stated, self.name),
            self._numbered(texts.RECIPIENT_ROW),
            texts.KINDS_OF_RECIPIENT,
        )
        self._block(
            (texts.MEASURES, texts.MEASURE_KIND, texts.MORE),
            measure_rows(self.stated, self.name),
            self._numbered(texts.MEASURE_ROW),
            (*texts.KINDS_OF_MEASURE.values(), texts.OTHER_MEASURES),
        )
        self._transfers()
        self._beyond()
        return Page(
            title,
            self.rows,
            heads=frozenset(self.heads),
            widths=WIDTHS,
            choices=tuple(self.choices),
        )

    # parts

    def _head(self, cells: Iterable[str]) -> None:
        self.heads.add(len(self.rows))
        self.rows.append(list(cells))

    def _value(self, label: Bilingual | str, words: Sequence[str], *, needed: bool = True) -> None:
        """Put a label with what is stated beside it, a row for each; that nobody states it, where it is `needed`."""
        said = label if isinstance(label, str) else self.say(label)
        for each in words or ([self.absent] if needed else []):
            self.rows.append([said, each])

    def _field(self, label: Bilingual, field: str, *, needed: bool = True) -> None:
        self._value(label, self.stated.lines("activities", self.name, field), needed=needed)

    def _numbered(self, label: Bilingual) -> Callable[[int], str]:
        return lambda number: self.say(label, number=number)

    def _description(self) -> None:
        sheet = self.entry.entry
        self._head([self.say(texts.DESCRIPTION)])
        self._value(texts.NAME, [self.stated.named("activities", self.name)])
        self._value(texts.REF, [self.entry.ref] if self.entry.ref else [])
        for label, field in ((texts.CREATED, "created"), (texts.UPDATED, "updated")):
            self._value(label, self.dates(field))
        version = getattr(sheet, "version", "")
        self._value(texts.VERSION, [version] if version else [], needed=False)

    def dates(self, field: str) -> list[str]:
        """Give a date of the entry, as it stands in the record where that is no date."""
        date = self.stated.date(getattr(self.entry.entry, field, ""))
        return [date] if date else []

    def _actors(self) -> None:
        self.rows.append([])
        self._head(self.say(head) for head in texts.ACTORS)
        names = [each.value for each in self.stated.values("activities", self.name, "controller")]
        known = [name for name in names if name in self.stated.case.organisations]
        joint = plain(self.entry.joint) == "joint"
        first = known[0] if known else ""
        words = self.stated.lines("activities", self.name, "controller")
        if not known:
            self.rows.append([self.say(texts.ABOUT), joined(words) or self.absent])
        for number, name in enumerate(known):
            label = texts.JOINT if number and joint else texts.ABOUT
            entry = self.stated.case.organisations[name]
            self.rows.append([self.say(label), self.stated.party(name), *self._address(entry.contact)])
            if not number:
                self._officer(entry)
                self._representative(entry)
        if len(known) < 2:
            self.rows.append([self.say(texts.JOINT)])
        for name in known if len(known) > 1 else ():
            if name != first:
                self._others(name)

    def _address(self, contact: object) -> list[str]:
        if not isinstance(contact, Contact):
            return []
        country = "" if not isinstance(contact.country, str) else self.stated.one("country", contact.country)
        return [contact.address, contact.postcode, contact.city, country, contact.phone, contact.email]

    def _officer(self, entry: Organisation) -> None:
        contact = entry.dpo_contact
        person = contact.person if isinstance(contact, Contact) else ""
        stated = [each.words for each in self.stated.of("dpo", entry.dpo, entry.source)]
        address = self._address(contact)
        if plain(entry.dpo) == "none" or (stated and not address):
            at = joined(stated)
            reached = ["", "", "", "", "", at] if "@" in at else []
            self.rows.append([self.say(texts.OFFICER), "" if reached else at, *reached])
        else:
            absent = "" if address else self.absent
            self.rows.append([self.say(texts.OFFICER), person or absent, *address])
        firm = contact.organisation if isinstance(contact, Contact) else ""
        self.rows.append([self.say(texts.OFFICER_COMPANY), self.stated.party(firm) if firm else ""])

    def _representative(self, entry: Organisation) -> None:
        contact = entry.representative_contact
        stated = joined(
            each.words for each in self.stated.of("representative", entry.representative, entry.source)
        )
        person = contact.person if isinstance(contact, Contact) else ""
        address = self._address(contact)
        self.rows.append([self.say(texts.REPRESENTATIVE), person or stated, *address])

    def _others(self, name: str) -> None:
        """Put the officer of a further controller, under its name."""
        entry = self.stated.case.organisations[name]
        contact = entry.dpo_contact
        told = [each.words for each in self.stated.of("dpo", entry.dpo, entry.source)]
        if isinstance(contact, Contact):
            told = [*filter(None, (contact.person, *self._address(contact)))]
        if told:
            self.rows.append([f"{self.say(texts.OFFICER)} · {self.stated.party(name)}", ", ".join(told)])

    def _purposes(self) -> None:
        self.rows.append([])
        self._head([self.say(texts.PURPOSES)])
        self._field(texts.PURPOSE, "purpose")
        for number, purpose in enumerate(self.entry.purposes.values(), 1):
            row = [self.say(texts.SUB_PURPOSE, number=number), self.stated.text(purpose.title)]
            based = [
                each.words for each in self.stated.of("legal_basis", purpose.legal_basis, purpose.source)
            ]
            self.rows.append([*row, self.say(texts.BASIS_OF_PURPOSE, value=joined(based))] if based else row)
        self._field(texts.BASIS, "legal_basis")
        for label, field in (
            (texts.LEGAL_TEXT, "legal_text"),
            (texts.INTEREST, "interest"),
            (texts.INTEREST_ASSESSMENT, "interest_assessment"),
            (texts.CONDITION, "special_basis"),
        ):
            self._field(label, field, needed=False)

    def _data(self) -> None:
        ordinary, special = data_rows(self.stated, self.name)
        later = [self.say(texts.KEPT), self.say(texts.ARCHIVED), self.say(texts.IN_THE_END)]
        for head, rows in ((texts.DATA, ordinary), (texts.SPECIAL, special)):
            self.rows.append([])
            self._head([self.say(head), self.say(texts.DETAIL), "", "", *later])
            for row in rows or [["", self.absent if head is texts.DATA else ""]]:
                self.rows.append(row)

    def _people(self) -> None:
        rows = []
        for identity in self.line.people:
            place = self.stated.places.get(f"activities.{self.name}.people.{identity}", "")
            more = self.stated.beside(place) if self.stated.in_form(place) else []
            rows.append(("", self.stated.named("people", identity), joined(more)))
        self._block(
            (texts.PEOPLE, texts.DETAIL, texts.MORE),
            rows,
            self._numbered(texts.PEOPLE_ROW),
            texts.PEOPLE_LIST,
        )

    def _block(
        self,
        heads: tuple[Bilingual, Bilingual, Bilingual],
        rows: Sequence[tuple[str, str, str]],
        label: Callable[[int], str],
        choices: Sequence[Bilingual],
    ) -> None:
        """Put a block of rows that are told by their kind and by what they are in words."""
        name, kind, more = map(self.say, heads)
        self.rows.append([])
        self._head([name, kind, "", "", more])
        start = len(self.rows)
        for number, (own, first, second) in enumerate(rows or [("", self.absent, "")], 1):
            self.rows.append([own or label(number), first, "", "", second])
        words = tuple(dict.fromkeys(self.say(choice) for choice in choices))
        self.choices.append(Choice(start, len(self.rows) - 1, 1, words))

    def _transfers(self) -> None:
        self.rows.append([])
        self._head(self.say(head) if head.fr else "" for head in texts.OUTSIDE)
        start = len(self.rows)
        rows = transfer_rows(self.stated, self.name)
        for number, row in enumerate(rows or [[self.absent]], 1):
            self.rows.append([self.say(texts.OUTSIDE_ROW, number=number), *row])
        countries = tuple(
            self.stated.named("countries", code) for code in self.stated.dossier.names.countries
        )
        guarantees = tuple(dict.fromkeys(self.say(each) for each in texts.GUARANTEES.values()))
        self.choices.append(Choice(start, len(self.rows) - 1, 2, tuple(sorted(countries))))
        self.choices.append(Choice(start, len(self.rows) - 1, 3, guarantees))

    def _beyond(self) -> None:
        rows = [
            *stated_beside(self.stated, self.name),
            *further(self.stated, self.derived, self.line, self.reached),
        ]
        if rows:
            self.rows.append([])
            self._head([self.say(texts.BEYOND)])
            for label, words in rows:
                self._value(label, [words])

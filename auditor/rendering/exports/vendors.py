"""The vendor sheet: each processor as declared or found, what is known of it, and its contract against GDPR art. 28."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, get_args

from msgspec import UNSET, Struct

from auditor.model.case.agreements import Agreement, Point
from auditor.model.case.organisations import Organisation
from auditor.model.materials import certificate_words, plain, several
from auditor.model.result.tables import ActivityLine, FlowLine
from auditor.model.vocabulary import NONE, UNSETTLED
from auditor.rendering.annex.told import Told as Derived
from auditor.rendering.exports.book import Book, Page, Row
from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.record.listing import contact_words
from auditor.rendering.exports.record.workbook import chosen, header
from auditor.rendering.exports.spreadsheet import Spreadsheet
from auditor.rendering.exports.stated import Stated, joined
from auditor.rendering.words import pick
from auditor.text.fields.base import Without
from auditor.text.fields.table import find
from auditor.text.papers import register as register_texts
from auditor.text.papers import vendors as texts
from auditor.text.vocabulary.points import POINTS

#: Further points of a contract, which are fields of their own.
FURTHER: Final = ("allows_own_use", "contests_requests", "exit_clause")
WIDTHS: Final = (28, 26, 18, 18, 34, 34, 30, 30, 34, 28, 28, 18, 14, 26, 18)
POINT_WIDTHS: Final = (28, 26, 50, 14, 34, 60)


class Vendor(Struct, frozen=True):
    """A processor, who entrusts data to it, in which activities, and whether some activity declares it."""

    who: str
    owner: str
    activities: tuple[str, ...]
    declared: bool


def vendors(dossier: Dossier, how: How, derived: Derived) -> list[Vendor]:
    """Give each processor and who entrusts data to it: as activities declare it, as flows show it, as contracts name it."""
    found: dict[tuple[str, str], tuple[list[str], bool]] = {}

    def note(who: str, owner: str, activity: str, *, declared: bool) -> None:
        names, before = found.get((who, owner), ([], False))
        found[who, owner] = ([*names, *([activity] if activity else [])], before or declared)

    entrusting: dict[str, list[str]] = defaultdict(list)
    for agreement in dossier.case.agreements.values():
        if agreement.is_ == "processing":
            entrusting[agreement.between[1]].append(agreement.between[0])
    for line in chosen(dossier, how):
        declared = set(several(dossier.case.activities[line.id].processors)) - UNSETTLED
        for who in {**dict.fromkeys(sorted(declared)), **_processors(derived, line)}:
            if who != NONE:
                note(who, _owner(dossier, line, entrusting[who]), line.id, declared=who in declared)
    for who, owners in entrusting.items() if not how.activities else ():
        for owner in owners:
            note(who, owner, "", declared=True)
    return [Vendor(who, owner, tuple(names), said) for (who, owner), (names, said) in sorted(found.items())]


def _processors(derived: Derived, line: ActivityLine) -> dict[str, None]:
    return dict.fromkeys(who for who, role in derived.parties(line) if role == "processor")


def _owner(dossier: Dossier, line: ActivityLine, owners: Sequence[str]) -> str:
    """Give who entrusts data to a processor: one of the `owners` with whom it has a contract, else the controller."""
    controllers = [each for each in line.controller if each in dossier.case.organisations]
    return next((each for each in owners if each in controllers), (owners or controllers or [""])[0])


def _by_end(flows: Sequence[FlowLine]) -> dict[str, list[int]]:
    """Give the flows of an activity by where they lead and through."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, flow in enumerate(flows):
        for end in {*flow.to, *flow.through}:
            found[end].append(number)
    return found


class Vendors:
    """Says what is known of each processor."""

    def __init__(self, dossier: Dossier, how: How) -> None:
        self.stated = Stated(dossier, how.lang)
        self.derived = Derived(dossier.result, how.lang)
        self.case = dossier.case
        self.say = self.stated.say
        self.absent = "" if how.blank else self.say(register_texts.NOT_DECLARED)
        self.listed = vendors(dossier, how, self.derived)
        self._given: dict[str, dict[str, list[Agreement]]] = defaultdict(dict)
        for each in self.case.agreements.values():
            if each.is_ in ("processing", "hosting"):
                owner, who = each.between
                self._given[owner].setdefault(who, []).append(each)
        self._operated: dict[str, list[str]] = defaultdict(list)
        for place in self.derived.places.values():
            self._operated[place.operator].append(place.id)
        self._led = {name: _by_end(flows) for name, flows in self.derived.flows.items()}

    def rows(self) -> list[Row]:
        """Give a row for each processor."""
        return [self.cells(vendor) for vendor in self.listed]

    def cells(self, vendor: Vendor) -> Row:
        """Give the cells of a processor, under `texts.HEADS`."""
        entry = self.case.organisations.get(vendor.who, Organisation())
        agreements = self.agreements(vendor)
        country = [each.words for each in self.stated.of("country", entry.country, entry.source)]
        told = [
            self.stated.party(vendor.who),
            self.stated.party(vendor.owner) if vendor.owner else "",
            self.say(texts.STATED if vendor.declared else texts.FOUND),
            joined(country),
            joined(self._control(vendor.who)),
            contact_words(self.stated, entry.contact, person=False),
            joined(self.stated.named("activities", each) for each in vendor.activities),
            joined(self._data(vendor)),
            joined(self._hosts(vendor.who)),
            joined(self.stated.party(each) for each in self.sub_processors(vendor.who)),
            joined(self._certificates(entry)),
            joined(self._signed(each) for each in agreements) or self.say(texts.NO_CONTRACT),
            joined(self.stated.date(each.since) for each in agreements),
            joined(self._words(each, "document") for each in agreements),
            joined(self._words(each, "complete") for each in agreements),
        ]
        return [each or self.absent for each in told]

    def agreements(self, vendor: Vendor) -> list[Agreement]:
        """Give the contracts on processing between a processor and who entrusts data to it."""
        return self._given[vendor.owner].get(vendor.who, [])

    def sub_processors(self, who: str) -> list[str]:
        """Give to whom a processor passes data on, as contracts say."""
        return list(self._given[who])

    def _words(self, agreement: Agreement, field: str) -> str:
        return joined(
            each.words for each in self.stated.of(field, getattr(agreement, field), agreement.source)
        )

    def _signed(self, agreement: Agreement) -> str:
        kind = self.say.word(agreement.is_)
        if agreement.signed is UNSET:
            return (
                f"{kind} : {self.say(texts.YES)}"
                if self.stated.lang == "fr"
                else f"{kind}: {self.say(texts.YES)}"
            )
        told = self.say(texts.ANSWERS.get(str(plain(agreement.signed)), texts.UNKNOWN))
        return self.say.colon(kind) + f" {told}"

    def _control(self, who: str) -> Iterator[str]:
        line = self.derived.control.get(who)
        if line is None:
            return
        for controller in line.controllers:
            said = texts.CONTROLLED_BY if controller.certain else texts.MAYBE_BY
            country = self.derived.country(controller.country)
            yield self.say(said, who=self.derived.name(controller.id), country=country)
        for holder in line.holders:
            yield self.say(texts.HELD_BY, who=self.derived.name(holder.owner))
        if not line.owners_known:
            yield self.say(texts.OWNERS_OPEN)

    def _data(self, vendor: Vendor) -> Iterator[str]:
        """Give the data that flows carry to a processor or to hosts that it operates; where none is described, that of the activities."""
        mine = (vendor.who, *self._operated[vendor.who])
        found = [
            each
            for name in vendor.activities
            for number in sorted({at for end in mine for at in self._led.get(name, {}).get(end, ())})
            for each in self.derived.flows[name][number].data
        ]
        yield from (self.stated.named("data", each) for each in dict.fromkeys(found))

    def _hosts(self, who: str) -> Iterator[str]:
        for name in self._operated.get(who, ()):
            place = self.derived.places[name]
            if place.kind == "host":
                open_ = not place.location or place.location in UNSETTLED
                codes = [] if open_ else place.location.split(", ")
                where = ", ".join(map(self.derived.country, codes)) or self.say(register_texts.PLACE_OPEN)
                yield f"{self.derived.name(place.id)} ({where})"

    def _certificates(self, entry: Organisation) -> Iterator[str]:
        for certificate in entry.certified if isinstance(entry.certified, list) else []:
            yield certificate_words(certificate)

    # points

    def points(self, vendor: Vendor) -> Iterator[tuple[str, str, str, str]]:
        """Give each point of art. 28 and beyond: its name, the answer, where that comes from, the question where it is open."""
        agreements = [each for each in self.agreements(vendor) if each.is_ == "processing"]
        agreement = agreements[0] if agreements else None
        for point in get_args(Point):
            value = UNSET if agreement is None else agreement.points.get(point, UNSET)
            told = pick(POINTS[point].name, self.stated.lang)
            yield (told, *self._answer(vendor, value, agreement, f"points.{point}", key=told))
        for field in FURTHER:
            value = UNSET if agreement is None else getattr(agreement, field)
            yield (self.stated.label("agreements", field), *self._answer(vendor, value, agreement, field))

    def _answer(
        self, vendor: Vendor, value: object, agreement: Agreement | None, path: str, *, key: str = ""
    ) -> tuple[str, str, str]:
        stated = str(plain(value))
        answer = self.say(texts.ANSWERS.get(stated, texts.UNKNOWN))
        own = getattr(value, "source", "") or ("" if agreement is None else agreement.source)
        source = own if value is not UNSET else ""
        question = find("agreements", path).question
        if stated not in UNSETTLED or isinstance(question, Without):
            return answer, source, ""
        ends = {
            "owner": self.stated.party(vendor.owner) if vendor.owner else "…",
            "owned": self.stated.party(vendor.who),
        }
        return answer, source, self.say(question, key=key, it=ends["owned"], **ends)


def vendor_table(dossier: Dossier, how: How) -> Spreadsheet:
    """Give a row for each processor."""
    made = Vendors(dossier, how)
    return Spreadsheet(made.say(texts.LIST), [made.say(each) for each in texts.HEADS], made.rows())


def vendor_book(dossier: Dossier, how: How) -> Book:
    """Give the processors, then each point of each contract."""
    made = Vendors(dossier, how)
    table = vendor_table(dossier, how)
    points = [
        [made.stated.party(each.who), made.stated.party(each.owner) if each.owner else "", *point]
        for each in made.listed
        for point in made.points(each)
    ]
    pages = [
        Page(
            table.title,
            [table.heads, *table.rows],
            heads=frozenset([0]),
            widths=WIDTHS,
            frozen=(1, 1),
            filtered=0,
        ),
        Page(
            made.say(texts.POINTS),
            [[made.say(each) for each in texts.POINT_HEADS], *points],
            heads=frozenset([0]),
            widths=POINT_WIDTHS,
            frozen=(1, 1),
            filtered=0,
        ),
    ]
    return Book(pages, header(dossier, made.stated, texts.TITLE))


def vendor_document(dossier: Dossier, how: How) -> bytes:
    """Give a part for each processor: what is known of it, then each point of its contract."""
    from auditor.rendering.exports.docx import Part, as_docx

    made = Vendors(dossier, how)
    heads = [made.say(each) for each in texts.HEADS]
    points = tuple(made.say(each) for each in texts.POINT_HEADS[2:])
    parts = []
    for vendor in made.listed:
        told = tuple(
            f"{made.say.colon(head)} {cell}" for head, cell in zip(heads, made.cells(vendor), strict=True)
        )
        parts.append(Part(made.stated.party(vendor.who), told, (points, *made.points(vendor))))
    return as_docx(header(dossier, made.stated, texts.TITLE), parts)

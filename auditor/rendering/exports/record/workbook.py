"""The record of a controller as one workbook, and as one row for each activity."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from msgspec import UNSET

from auditor.model.bilingual import Bilingual
from auditor.model.case.activities import Activity
from auditor.model.case.contacts import Contact
from auditor.model.materials import plain, several
from auditor.model.result.tables import ActivityLine
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED
from auditor.rendering import annex
from auditor.rendering.annex.told import Told as Derived
from auditor.rendering.exports.book import Book, Page, Titles
from auditor.rendering.exports.cells import cells
from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.record.beyond import stated_beside
from auditor.rendering.exports.record.blocks import periods
from auditor.rendering.exports.record.listing import contact_words, list_page
from auditor.rendering.exports.record.pages import (
    log_page,
    open_page,
    sources_page,
    transfers_page,
    vendors_page,
    words_page,
)
from auditor.rendering.exports.record.sheet import Sheet
from auditor.rendering.exports.spreadsheet import Spreadsheet
from auditor.rendering.exports.stated import Stated, Told, joined, listed
from auditor.text import annex as annex_texts
from auditor.text.papers import register as texts
from auditor.text.papers import register_columns as columns

#: How many activities have a sheet each; beyond, the list and the rows tell them.
MOST_SHEETS: Final = 200


def chosen(dossier: Dossier, how: How) -> list[ActivityLine]:
    """Give the activities that a paper is about, in the order of the case, by their number where they bear one."""
    wanted = set(how.activities)
    lines = [line for line in dossier.result.activities if not wanted or line.id in wanted]
    activities = dossier.case.activities
    return sorted(lines, key=lambda line: (not activities[line.id].ref, activities[line.id].ref, line.id))


def workbook(dossier: Dossier, how: How) -> Book:
    """Give the record: the list, a sheet for each activity, one row each, transfers, the log, what is open, where facts come from."""
    stated, derived = Stated(dossier, how.lang), Derived(dossier.result, how.lang)
    every = chosen(dossier, how)
    lines = [line for line in every if not for_others(dossier.case.activities[line.id])]
    titles = Titles()
    fixed = (texts.LIST, texts.VENDORS, *texts.REPEATED)
    for each in fixed:
        titles.free(stated.say(each))
    few = len(lines) <= MOST_SHEETS
    sheets = {line.id: titles.free(_title(stated, line)) for line in lines if few}
    reached = _reached(dossier, how.lang)
    pages = [list_page(stated, lines, sheets, len(every) - len(lines))]
    pages += [
        replace(
            Sheet(stated, derived, line, reached[line.id], blank=how.blank).page(sheets[line.id]),
            whole_title=_title(stated, line),
        )
        for line in lines
        if few
    ]
    pages += [
        vendors_page(stated),
        table_page(dossier, how),
        transfers_page(stated, derived, lines),
        log_page(stated, lines, how),
        open_page(stated, lines),
        sources_page(stated, lines),
    ]
    pages.append(words_page(stated, pages))
    return Book(
        [page for page in pages if len(page.rows) > 1 or page.title not in _optional(stated)],
        header(dossier, stated),
    )


def _optional(stated: Stated) -> set[str]:
    """Give the pages that are left out where they would be empty."""
    return {stated.say(each) for each in (texts.LOG, texts.WORDS, texts.VENDORS)}


def for_others(entry: Activity) -> bool:
    """Tell whether an activity is done on behalf of others: it belongs in the record of a processor."""
    return entry.clients is not UNSET and plain(entry.clients) != NONE


def _title(stated: Stated, line: ActivityLine) -> str:
    ref = stated.case.activities[line.id].ref
    return f"{ref} {stated.named('activities', line.id)}".strip()


def header(dossier: Dossier, stated: Stated, title: Bilingual = texts.TITLE) -> str:
    """Give what stands at the head of each page on paper: the title, whose record it is, its version, its date."""
    who = dossier.case.case.about
    version = next((r.version for r in dossier.case.imports.values() if r.version), "")
    said = texts.HEADER if version else texts.HEADER_UNVERSIONED
    return stated.say(
        said,
        title=stated.say(title),
        who=stated.party(who) if who else dossier.case.case.id,
        version=version,
        day=dossier.result.as_of,
    )


def _reached(dossier: Dossier, lang: str) -> dict[str, tuple[str, ...]]:
    """Give, of each activity, who is within reach of the law of a third country."""
    label = annex_texts.REGISTER_REACH.fr if lang == "fr" else annex_texts.REGISTER_REACH.en
    return {
        sheet.id: next((row.entries for row in sheet.rows if row.label == label), ())
        for sheet in annex.register(dossier.result, lang)
    }


def table(dossier: Dossier, how: How) -> Spreadsheet:
    """Give one row for each activity, with all that is stated; what nobody states is said not to be declared, or left `blank`."""
    stated = Stated(dossier, how.lang)
    sheets = {sheet.id: sheet for sheet in annex.register(dossier.result, how.lang)}
    rows = [_Line(stated, sheets[line.id], blank=how.blank) for line in chosen(dossier, how)]
    known = [row.label for sheet in list(sheets.values())[:1] for row in sheet.rows]
    columns = list(dict.fromkeys([*known, *(label for row in rows for label in row.further)]))
    columns.sort(key=_place(stated))
    heads = [stated.say(each) for each in (annex_texts.REGISTER_ID, annex_texts.REGISTER_NAME)]
    return Spreadsheet(stated.say(texts.TITLE), [*heads, *columns], [row.cells(columns) for row in rows])


def _place(stated: Stated) -> Callable[[str], int]:
    """Give the place of a column by its label: in English that of the ICO's template, in French that of the sheet."""
    order = [stated.say(label) for label in (texts.ORDER_ICO if stated.lang == "en" else ())]
    return lambda label: order.index(label) if label in order else len(order)


def _declared(stated: Stated, name: str) -> Iterator[tuple[str, str]]:
    """Give what the record of an activity declares, field by field, as importing reads it back."""
    entry = stated.case.activities[name]
    found: dict[str, list[str]] = {
        "people.named": [stated.named("people", each) for each in listed(entry.people)],
        "data.named": [stated.named("data", each) for each in listed(entry.data)],
    }
    for field in columns.OF_VALUES:
        values = stated.values("activities", name, field)
        found[f"{field}.named"] = [
            _open(
                _worded(stated, field, each),
                open_=each.value == UNKNOWN,
            )
            for each in values
        ]
    found["controller.named"] = [
        _open(stated.party(who), open_=not stated.is_named(who))
        for who in several(entry.controller)
        if who not in UNSETTLED
    ]
    found["internal"] = stated.lines("activities", name, "internal")
    found["retention.whole"] = stated.lines("activities", name, "retention")
    for category in entry.retentions:
        for stage, period in zip(("active", "archive", "end"), periods(stated, entry, category), strict=True):
            if period:
                line = f"{stated.named('data', category)} : {period}"
                found.setdefault(f"retentions.{stage}", []).append(line)
    found.update(_reached_at(stated, entry))
    for field, head in columns.COLUMNS.items():
        for words in found.get(field, []):
            yield stated.say(head), words


def _worded(stated: Stated, field: str, each: Told) -> str:
    settled = field in WORDED and each.value and each.value not in UNSETTLED
    return stated.one(field, each.value) if settled else each.words


def _open(words: str, *, open_: bool) -> str:
    """Give words of the record, marked where they settle nothing."""
    return f"{columns.OPEN}{words}" if open_ else words


def _reached_at(stated: Stated, entry: Activity) -> Iterator[tuple[str, list[str]]]:
    """Give how the one controller of an activity and its officer are reached, part by part."""
    controllers = [who for who in several(entry.controller) if who in stated.case.organisations]
    if len(controllers) != 1:
        return
    organisation = stated.case.organisations[controllers[0]]
    for whose, contact in (("contact", organisation.contact), ("dpo", organisation.dpo_contact)):
        if isinstance(contact, Contact):
            for part in columns.PARTS:
                value = getattr(contact, part)
                words = stated.one(part, value) if isinstance(value, str) and value else ""
                yield OFFICER.get(f"{whose}.{part}", f"{whose}.{part}"), [words] if words else []
    if plain(organisation.dpo) == NONE:
        yield "dpo", [stated.say.word(NONE)]
    yield "ids.siret", list(filter(None, [organisation.ids.get("siret", "")]))
    firm = getattr(organisation.dpo_contact, "organisation", "")
    yield "dpo.organisation", [stated.party(firm)] if firm else []


#: Fields of which the words of a record say more than their value.
WORDED: Final = frozenset({"joint", "tool"})
#: The name of an officer stands in a column of its own.
OFFICER: Final = {"dpo.person": "dpo"}


def _placed(stated: Stated, name: str) -> Iterator[tuple[str, str]]:
    """Give what has a place of its own on the sheet of an activity, and none among the fields of the table."""
    entry = stated.case.activities[name]
    for who in several(entry.controller):
        organisation = stated.case.organisations.get(who)
        if organisation is not None:
            told = contact_words(stated, organisation.contact)
            yield stated.say(texts.CONTACT), f"{stated.party(who)}, {told}" if told else ""
            stood = [each.words for each in stated.of("representative", organisation.representative)]
            yield (
                stated.say(texts.REPRESENTATIVE),
                contact_words(stated, organisation.representative_contact) or joined(stood),
            )
    for label, field in (
        (texts.LEGAL_TEXT, "legal_text"),
        (texts.INTEREST, "interest"),
        (texts.INTEREST_ASSESSMENT, "interest_assessment"),
        (texts.TOOL, "tool"),
    ):
        yield stated.say(label), joined(stated.lines("activities", name, field))
    for purpose in entry.purposes.values():
        for each in stated.of("legal_basis", purpose.legal_basis, purpose.source):
            yield stated.say(texts.BASES_OF_PURPOSES), f"{stated.text(purpose.title)} : {each.words}"
    sheet = entry.entry
    for label, field in ((texts.CREATED, "created"), (texts.UPDATED, "updated")):
        yield stated.say(label), stated.date(getattr(sheet, field, ""))
    yield stated.say(texts.VERSION), getattr(sheet, "version", "")


class _Line:
    """One row of the table: the fields of the annex, completed by what the sheet states, then its further facts by their label."""

    def __init__(self, stated: Stated, sheet: annex.Sheet, *, blank: bool) -> None:
        say = stated.say
        self.start = [stated.case.activities[sheet.id].ref or sheet.id, sheet.title]
        told = {row.label: list(row.entries) for row in sheet.rows}
        officers = told[say(annex_texts.REGISTER_DPO)]
        officers[:] = _officers(stated, sheet.id) or officers
        self.further: dict[str, list[str]] = {}
        for label, words in (
            *_placed(stated, sheet.id),
            *stated_beside(stated, sheet.id),
            *_declared(stated, sheet.id),
        ):
            if not words:
                continue
            if label not in told:
                self.further.setdefault(label, []).append(words)
            elif words != say.word(NONE) and words not in told[label]:
                told[label].append(words)
        completed = [replace(row, entries=tuple(told[row.label])) for row in sheet.rows]
        self.known = dict(zip(told, cells(completed, say, blank=blank), strict=True))

    def cells(self, columns: list[str]) -> list[str]:
        """Give the row under the heads of the table."""
        return [
            *self.start,
            *(
                self.known[label] if label in self.known else joined(self.further.get(label, []))
                for label in columns
            ),
        ]


def _officers(stated: Stated, name: str) -> list[str]:
    """Give how the officer of each controller is reached, where the case says so in full."""
    organisations = stated.case.organisations
    controllers = [who for who in several(stated.case.activities[name].controller) if who in organisations]
    return [words for who in controllers if (words := contact_words(stated, organisations[who].dpo_contact))]


def table_page(dossier: Dossier, how: How) -> Page:
    """Give the table as a page."""
    sheet = table(dossier, how)
    title = texts.TABLE.fr if how.lang == "fr" else texts.TABLE.en
    return Page(title, [sheet.heads, *sheet.rows], heads=frozenset([0]), frozen=(1, 2), filtered=0)

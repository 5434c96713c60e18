"""The record of a processor (GDPR art. 30(2)): a row for each controller it acts for and each service it renders."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import UNSET, Struct

from auditor.model.case.activities import Activity
from auditor.model.case.organisations import Organisation
from auditor.model.materials import plain, several
from auditor.model.vocabulary import NONE, UNSETTLED
from auditor.rendering.exports.book import Book, Page
from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.record.blocks import transfer_rows
from auditor.rendering.exports.record.listing import contact_rows, contact_words
from auditor.rendering.exports.record.workbook import header
from auditor.rendering.exports.spreadsheet import Spreadsheet
from auditor.rendering.exports.stated import Stated, joined, listed
from auditor.text.papers import register as texts

WIDTHS: Final = (26, 30, 24, 26, 28, 30, 22, 26, 26, 14, 18, 22, 24, 30, 28, 16, 18)


class Service(Struct, frozen=True):
    """A service that a processor renders to a controller; `client` is empty where nobody says to whom."""

    activity: str
    client: str


def services(dossier: Dossier, who: str) -> list[Service]:
    """Give what an organisation does for others: activities of its own with clients, those of others that name it a processor."""
    found = []
    for name, entry in dossier.case.activities.items():
        clients = [client for client in several(entry.clients) if client not in UNSETTLED]
        named = set(several(entry.processors))
        rendered = entry.clients is not UNSET and plain(entry.clients) != NONE
        if rendered and who == dossier.case.case.about and who not in clients:
            found += [Service(name, client) for client in clients or [""]]
        elif who and who in named:
            controllers = [each for each in several(entry.controller) if each not in UNSETTLED]
            found += [Service(name, controller) for controller in controllers or [""]]
    return found


def processor_book(dossier: Dossier, how: How) -> Book:
    """Give the record as a workbook: the table, and who each service is rendered to."""
    stated, who = Stated(dossier, how.lang), how.of or dossier.case.case.about
    rows = contact_rows(stated, who, processor=True)
    rows.append([])
    head = len(rows)
    sheet = processor_table(dossier, how)
    rows += [sheet.heads, *sheet.rows]
    pages = [
        Page(
            sheet.title,
            rows,
            heads=frozenset([head]),
            widths=WIDTHS,
            frozen=(head + 1, 1),
            filtered=head,
        )
    ]
    return Book(pages, header(dossier, stated, texts.PROCESSOR_TITLE))


def processor_table(dossier: Dossier, how: How) -> Spreadsheet:
    """Give a row for each service and client, with what is stated; what nobody states is said not to be declared."""
    stated, who = Stated(dossier, how.lang), how.of or dossier.case.case.about
    wanted = set(how.activities)
    absent = "" if how.blank else stated.say(texts.NOT_DECLARED)
    rows = [
        [cell or (absent if needed else "") for cell, needed in _row(stated, who, each)]
        for each in services(dossier, who)
        if not wanted or each.activity in wanted
    ]
    return Spreadsheet(
        stated.say(texts.PROCESSOR), [stated.say(each) for each in texts.PROCESSOR_HEADS], rows
    )


def _row(stated: Stated, who: str, service: Service) -> Iterator[tuple[str, bool]]:
    """Give the cells of a service, each with whether the law asks for it."""
    case, name, client = stated.case, service.activity, service.client
    entry = case.activities[name]
    organisation = case.organisations.get(client, Organisation())

    def lines(field: str) -> str:
        return joined(stated.lines("activities", name, field))

    others = [
        stated.party(each) for each in several(entry.processors) if each != who and each not in UNSETTLED
    ]
    transfers = [row for row in transfer_rows(stated, name) if any(row)]
    yield stated.party(client) if client else lines("clients"), True
    yield contact_words(stated, organisation.contact), True
    yield _reached(stated, organisation, "representative", organisation.representative_contact), False
    yield _reached(stated, organisation, "dpo", organisation.dpo_contact), True
    yield stated.named("activities", name), True
    yield lines("operations"), True
    yield joined(stated.named("people", each) for each in listed(entry.people)), False
    yield joined(stated.named("data", each) for each in listed(entry.data)), False
    yield (
        joined(others) if others else lines("processors") if who not in several(entry.processors) else "",
        False,
    )
    yield _authorised(stated, who, entry), False
    yield joined(row[1] or row[0] for row in transfers), True
    yield joined(row[2] for row in transfers), False
    yield joined(row[4] for row in transfers), False
    yield lines("measures"), True
    yield _contract(stated, client, who), True
    yield stated.date(getattr(entry.entry, "created", "")), False
    yield stated.date(getattr(entry.entry, "updated", "")), False


def _reached(stated: Stated, entry: Organisation, field: str, contact: object) -> str:
    """Give an officer or a representative: how they are reached, else what is stated of them."""
    told = joined(each.words for each in stated.of(field, getattr(entry, field), entry.source))
    return contact_words(stated, contact) or told


def _authorised(stated: Stated, who: str, entry: Activity) -> str:
    """Give whether the use of each sub-processor is authorised in writing, as far as an agreement with it says."""
    named = set(several(entry.processors))
    return joined(
        f"{stated.party(agreement.between[1])} : {told.words}"
        for agreement in stated.case.agreements.values()
        if agreement.between[0] == who and agreement.between[1] in named
        for told in stated.of("authorised", agreement.authorised, agreement.source)
    )


def _contract(stated: Stated, client: str, who: str) -> str:
    """Give the contract between a client and the processor: whether it is signed, since when, where its paper is."""
    lines = []
    for agreement in stated.case.agreements.values():
        if agreement.is_ == "processing" and agreement.between == [client, who]:
            signed = joined(told.words for told in stated.of("signed", agreement.signed, agreement.source))
            kind = stated.say.word(agreement.is_)
            paper = joined(told.words for told in stated.of("document", agreement.document, agreement.source))
            said = signed and f"{stated.say(texts.SIGNED)} : {signed}"
            lines.append(", ".join(filter(None, (kind, said, stated.date(agreement.since), paper))))
    return joined(lines)

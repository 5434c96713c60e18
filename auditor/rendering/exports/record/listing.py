"""The list of processing: who keeps the record and how they are reached, then a row for each activity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.case.activities import Activity
from auditor.model.case.contacts import Contact
from auditor.model.case.organisations import Organisation
from auditor.model.materials import plain
from auditor.model.result.tables import ActivityLine
from auditor.rendering.exports.book import Page, Row
from auditor.rendering.exports.stated import Stated, joined
from auditor.text.papers import register as texts

WIDTHS: Final = (34, 22, 18, 22, 34, 24, 18, 22, 22, 26)


def contact_rows(stated: Stated, who: str, *, processor: bool = False) -> list[Row]:
    """Give two rows each of contacts: of the organisation, of its representative, of its officer; labels even where nothing is stated."""
    entry = stated.case.organisations.get(who)
    say = stated.say
    about = texts.ABOUT_PROCESSOR if processor else texts.LIST_ABOUT
    name = stated.party(who) if who else ""
    if entry is None:
        entry = Organisation()
    rows = _party(stated, say(about), name, entry.contact, company=False)
    rows[1] += [
        part for key, number in entry.ids.items() for part in (say(texts.NUMBER, of=key.upper()), number)
    ]
    rows += _party(
        stated,
        say(texts.LIST_REPRESENTATIVE),
        _told(stated, entry, "representative"),
        entry.representative_contact,
        company=False,
    )
    rows += _party(
        stated, say(texts.LIST_OFFICER), _told(stated, entry, "dpo"), entry.dpo_contact, company=True
    )
    versions = dict.fromkeys(record.version for record in stated.case.imports.values() if record.version)
    return rows + [[say(texts.VERSION), version] for version in versions]


def _told(stated: Stated, entry: Organisation, field: str) -> str:
    """Give what is stated of an officer or a representative apart from how they are reached."""
    words = joined(each.words for each in stated.of(field, getattr(entry, field), entry.source))
    return "" if "@" in words else words


def _party(stated: Stated, label: str, name: str, contact: object, *, company: bool) -> list[Row]:
    say = stated.say
    known = contact if isinstance(contact, Contact) else Contact()
    firm = stated.party(known.organisation) if known.organisation else ""
    country = stated.one("country", known.country) if isinstance(known.country, str) else ""
    first = [label, name, say(texts.PERSON), known.person, say(texts.ADDRESS), known.address]
    first += [say(texts.EMAIL), known.email]
    second = ["", "", say(texts.POSTCODE), known.postcode, say(texts.CITY), known.city]
    second += [say(texts.PHONE), known.phone, say(texts.COUNTRY), country]
    first += [say(texts.COMPANY), firm] if company or firm else []
    note = stated.text(known.note)
    return [[*first, say(texts.REMARK), note] if note else first, second]


def list_page(stated: Stated, lines: list[ActivityLine], sheets: Mapping[str, str], others: int) -> Page:
    """Give the list; names of activities lead to their sheets, whose titles are in `sheets`; `others` are done for others."""
    rows = [*contact_rows(stated, stated.case.case.about), []]
    head = len(rows)
    rows.append([stated.say(each) for each in texts.LIST_HEADS])
    links = {}
    for line in lines:
        if line.id in sheets:
            links[len(rows), 0] = sheets[line.id]
        rows.append(_row(stated, line))
    if others:
        rows += [[], [stated.say(texts.FOR_OTHERS, count=others)]]
    return Page(
        stated.say(texts.LIST),
        rows,
        heads=frozenset([head]),
        links=links,
        widths=WIDTHS,
        frozen=(head + 1, 1),
        filtered=head,
    )


def _row(stated: Stated, line: ActivityLine) -> Row:
    entry = stated.case.activities[line.id]
    count = len(stated.missing(line.id))
    sheet = entry.entry
    return [
        stated.named("activities", line.id),
        entry.ref,
        stated.date(getattr(sheet, "created", "")),
        stated.date(getattr(sheet, "updated", "")),
        joined(stated.lines("activities", line.id, "purpose")),
        joined(stated.sensitive(line.id)),
        ", ".join(stated.named("data", each) for each in line.special),
        stated.say(role_of(entry)),
        joined(stated.lines("activities", line.id, "service")),
        stated.say(texts.MISSING, count=count) if count else stated.say(texts.COMPLETE),
    ]


def contact_words(stated: Stated, contact: object, *, person: bool = True) -> str:
    """Give how somebody is reached as one cell; without the `person`, in papers that name none."""
    if not isinstance(contact, Contact):
        return ""
    firm = stated.party(contact.organisation) if contact.organisation else ""
    country = stated.one("country", contact.country) if isinstance(contact.country, str) else ""
    city = f"{contact.postcode} {contact.city}".strip()
    parts = (
        contact.person if person else "",
        firm,
        contact.address,
        city,
        country,
        contact.phone,
        contact.email,
        contact.url,
    )
    note = stated.text(contact.note) if person else ""
    return ", ".join(filter(None, (*parts, note)))


def role_of(entry: Activity) -> Bilingual:
    """Give the role in which the organisation does an activity."""
    if plain(entry.clients) != "unknown":
        return texts.ROLE_PROCESSOR
    return texts.ROLE_JOINT if plain(entry.joint) == "joint" else texts.ROLE_CONTROLLER

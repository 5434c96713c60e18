"""What entries of the knowledge base are called: by section, in both languages, on a day."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.case.organisations import Organisation
from auditor.model.dates import last_day
from auditor.model.law import Knowledge
from auditor.model.materials import plain
from auditor.model.vocabulary import UNSETTLED
from auditor.text.grammar import bilingual, both

SECTIONS: Final = (
    "organisations",
    "ownership",
    "instruments",
    "adequacy",
    "law",
    "countries",
    "domains",
    "widgets",
    "products",
    "sources",
)


def name_of(known: Knowledge, section: str, name: str, date: str) -> Bilingual:
    """Give what the entry `name` of a section is called on `date`."""
    entry = getattr(known, section)[name]
    if section == "organisations":
        return both(called(entry, name, date))
    if section == "countries":
        return bilingual(entry)
    if section == "ownership":
        people = known.organisations
        return both(
            f"{called(people[entry.owner], entry.owner, date)} → {called(people[entry.of], entry.of, date)}"
        )
    if section == "products":
        return both(entry.names[0])
    title = next(
        (text for field in ("short", "name", "title", "decision") if (text := getattr(entry, field, ""))),
        name,
    )
    return bilingual(title)


def called(entry: Organisation, name: str, date: str) -> str:
    """Give the name that an organisation had on `date`."""
    for former in entry.former:
        if former.until not in ("", "unknown") and date <= last_day(former.until):
            return former.name
    return said(entry, name)


def said(entry: Organisation, name: str) -> str:
    """Give the name of an organisation as it is stated, else its title, else its id."""
    stated = plain(entry.name)
    if isinstance(stated, str) and stated not in UNSETTLED:
        return stated
    return bilingual(entry.title).en or name

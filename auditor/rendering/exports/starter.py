"""The workbook to begin a record with: heads that importing reads, lists to choose from, an example that it leaves aside."""

from __future__ import annotations

from typing import Final, get_args

from auditor.model.bilingual import Bilingual
from auditor.model.case.record import LegalBasis
from auditor.model.vocabulary import NONE, UNSETTLED
from auditor.rendering.exports.book import Book, Choice, Page, Row
from auditor.rendering.exports.xlsx import as_xlsx
from auditor.rendering.words import Say, pick, speaker
from auditor.text.papers import register
from auditor.text.papers import starter as texts
from auditor.text.vocabulary import VALUES

#: How many rows have lists to choose from.
ROWS: Final = 300
WIDTH: Final = 24


def starter_workbook(lang: str) -> bytes:
    """Give an empty record as XLSX."""
    say = speaker(lang)
    return as_xlsx(Book([_record(say), _vendors(say), _help(say)], say(register.TITLE)))


def _contacts(say: Say) -> list[Row]:
    rows: list[Row] = []
    for party in (register.ABOUT, register.REPRESENTATIVE, register.OFFICER):
        first = (party, None, register.PERSON, None, register.ADDRESS, None, register.EMAIL, None)
        second = (None, None, register.POSTCODE, None, register.CITY, None, register.PHONE, None)
        rows += [["" if each is None else say(each) for each in row] for row in (first, second)]
        if party is register.OFFICER:
            rows[-2] += [say(register.COMPANY), ""]
    return [*rows, []]


def _record(say: Say) -> Page:
    rows = _contacts(say)
    head = len(rows)
    heads = [label for label, _ in texts.COLUMNS]
    rows += [
        [say(label) for label in heads],
        [say(example) if example.fr else "" for _, example in texts.COLUMNS],
    ]
    bases = tuple(
        pick(VALUES[word].name, say.lang)
        for word in get_args(LegalBasis)
        if word not in UNSETTLED and word != NONE
    )
    lists: dict[Bilingual, tuple[str, ...]] = {
        register.BASIS: bases,
        heads[14]: tuple(say(each) for each in register.GUARANTEES.values()),
        **dict.fromkeys(texts.YES_OR_NO, (say(register.YES), say(register.NO))),
    }
    choices = tuple(
        Choice(head + 2, head + 1 + ROWS, column, lists[label])
        for column, label in enumerate(heads)
        if label in lists
    )
    return Page(
        say(texts.RECORD),
        rows,
        heads=frozenset([head]),
        widths=(WIDTH,) * len(heads),
        frozen=(head + 1, 1),
        choices=choices,
    )


def _vendors(say: Say) -> Page:
    rows = [
        [say(label) for label in register.VENDOR_HEADS],
        [say(example) if example.fr else "" for example in texts.EXAMPLE_VENDOR],
    ]
    contract = (say(register.YES), say(register.NO))
    guarantees = tuple(say(each) for each in register.GUARANTEES.values())
    return Page(
        say(register.VENDORS),
        rows,
        heads=frozenset([0]),
        widths=(WIDTH,) * len(register.VENDOR_HEADS),
        frozen=(1, 1),
        choices=(Choice(2, 1 + ROWS, 1, contract), Choice(2, 1 + ROWS, 3, guarantees)),
    )


def _help(say: Say) -> Page:
    return Page(say(texts.HELP), [[say(each)] for each in texts.LINES], widths=(110,))

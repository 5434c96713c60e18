"""A form that came back as a workbook: rows by their hidden fact, whatever the order they are in now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from auditor.errors import Refused, at_file
from auditor.loading.importing.format import Document
from auditor.loading.importing.sheets import Book, Sheet, book
from auditor.model.bilingual import Bilingual
from auditor.model.forms import (
    CELLS,
    CORRECT,
    FIRST,
    MARKS,
    NUMBER,
    OTHER,
    PAGE,
    PAPER,
    QUESTION,
    QUESTIONNAIRE,
    ROUTE,
    ROUTE_HEAD,
    STATE,
    SUBJECT,
    Answer,
    AskedInForm,
    Paper,
    Reply,
    Told,
    checksum,
)
from auditor.model.numbers import in_latin_digits, whole
from auditor.text import forms as texts
from auditor.text.problems import answers as words
from auditor.text.typography import spaced

#: How many rows of questions one form has at most.
MOST_ROWS: Final = 2_000
#: The cells that whoever fills a form in writes into.
WRITTEN: Final = (*range(FIRST, FIRST + CELLS), OTHER, STATE, PAPER, PAGE, CORRECT)
HEADS: Final = {
    NUMBER: texts.NUMBER,
    SUBJECT: texts.SUBJECT,
    QUESTION: texts.QUESTION,
    OTHER: texts.OTHER,
    STATE: texts.STATE,
    PAPER: texts.PAPER,
    PAGE: texts.PAGE,
}


def of_workbook(document: Document) -> Reply:
    """Give what a workbook holds of a form. Raises Refused where it is none of ours, hostile, with macros, or its list of questions was changed."""
    opened = book(document)
    if opened.macros:
        raise Refused([at_file(document.name, words.MACROS(), words.WITHOUT_MACROS())])
    itself = next((sheet for sheet in opened.sheets if sheet.text(0, 1) == QUESTIONNAIRE), None)
    if itself is None or itself.text(0, 0) != MARKS[0]:
        raise Refused([at_file(document.name, words.NO_FORM(), words.AS_SENT())])
    marks = {key: itself.text(row, 1) for row, key in enumerate(MARKS)}
    asked = list(_asked(itself))
    if checksum(asked) != marks["checksum"]:
        raise Refused([at_file(document.name, words.LIST_CHANGED(), words.AS_SENT())])
    return _Reader(opened, marks, asked).reply()


def _asked(itself: Sheet) -> Iterator[AskedInForm]:
    for row in itself.rows():
        if row >= len(MARKS) and itself.text(row, 0).isdecimal():
            route, digest, subject, question, held = (itself.text(row, column) for column in range(1, 6))
            yield AskedInForm(
                number=whole(itself.text(row, 0)) or 0,
                route=route,
                digest=digest,
                subject=subject,
                question=question,
                held=bool(held),
            )


class _Reader:
    def __init__(self, opened: Book, marks: dict[str, str], asked: list[AskedInForm]) -> None:
        self.book = opened
        self.marks = marks
        self.asked = asked
        self.told: list[Told] = []

    def reply(self) -> Reply:
        if self.book.calculates:
            self.told.append(Told("formula"))
        answers = [answer for sheet in self.book.sheets for answer in self._sheet(sheet)]
        by, on, printed = self._writer()
        return Reply(
            form=self.marks["form"],
            case=self.marks["case"],
            to=self.marks["to"],
            digest=self.marks["sha256"],
            questions=sum(not each.held for each in self.asked),
            asked=self.asked,
            answers=answers,
            papers=list(self._papers()),
            by=by,
            on=on,
            printed=printed,
            told=self.told,
        )

    def _sheet(self, sheet: Sheet) -> Iterator[Answer]:
        if sheet.text(0, ROUTE) != ROUTE_HEAD:
            return
        moved = [column for column, head in HEADS.items() if not _is(sheet.text(0, column), head)]
        if moved:
            self.told.append(Told("altered", sheet.at((0, moved[0])), words=sheet.text(0, moved[0])))
            return
        for count, row in enumerate(row for row in sheet.rows() if row):
            if count >= MOST_ROWS:
                self.told.append(Told("many-rows", sheet.at((row, ROUTE))))
                return
            yield from self._row(sheet, row)

    def _row(self, sheet: Sheet, row: int) -> Iterator[Answer]:
        filled = [column for column in WRITTEN if sheet.text(row, column)]
        route = sheet.text(row, ROUTE)
        if not route:
            if filled:
                self.told.append(Told("added", sheet.at((row, filled[0])), words=sheet.text(row, filled[0])))
            return
        for column in filled:
            place = sheet.at((row, column))
            if place.removeprefix(sheet.prefix) in sheet.formulas:
                self.told.append(Told("formula", place, route, sheet.text(row, column)))
            if sheet.cells[row, column].unsound:
                self.told.append(Told("cut", place, route))
        number = sheet.text(row, NUMBER)
        cells = range(FIRST, FIRST + CELLS)
        yield Answer(
            route=route,
            number=whole(number) or 0,
            at=sheet.at((row, filled[0] if filled else FIRST)),
            values=[text for column in (*cells, CORRECT) if (text := sheet.text(row, column))],
            other=sheet.text(row, OTHER),
            state=sheet.text(row, STATE),
            paper=in_latin_digits(sheet.text(row, PAPER)),
            page=sheet.text(row, PAGE),
            subject=sheet.text(row, SUBJECT),
            question=sheet.text(row, QUESTION),
        )

    def _papers(self) -> Iterator[Paper]:
        for sheet in self.book.sheets:
            if _is(sheet.text(0, 0), texts.PAPER_NUMBER):
                for row in sheet.rows():
                    if row and sheet.text(row, 1):
                        number, *others = (sheet.text(row, column) for column in range(4))
                        yield Paper(in_latin_digits(number), *others)

    def _writer(self) -> tuple[str, str, str]:
        """Give who replies, on which day, and the text that may be published."""
        for sheet in self.book.sheets:
            if _is(sheet.text(0, 0), texts.BY_NAME):
                name, function, organisation, on, printed, consent = (sheet.text(row, 1) for row in range(6))
                return written_by(name, function, organisation), on, printed if is_yes(consent) else ""
        return "", "", ""


def written_by(*parts: str) -> str:
    """Give who replies in one line."""
    return ", ".join(part for part in parts if part)


def is_yes(text: str) -> bool:
    """Tell whether a text says yes, in either language."""
    return text.casefold() in (texts.YES.fr, texts.YES.en)


def _is(text: str, words_of_ours: Bilingual) -> bool:
    return text in (words_of_ours.fr, words_of_ours.en, spaced(words_of_ours.fr))

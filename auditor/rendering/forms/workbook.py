"""A form as a workbook: a sheet per kind of expert, lists to choose from, cells for answers alone unlocked; no cell is a formula."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_range

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
    READ,
    ROUTE,
    ROUTE_HEAD,
    STATE,
    SUBJECT,
    SUGGESTED,
    AskedInForm,
    Form,
    FormQuestion,
    FormTable,
    checksum,
)
from auditor.rendering.words import pick, printable, speaker
from auditor.text import forms as words

#: How much of a text one cell, and the message beside a cell, hold.
CELL: Final = 30_000
MESSAGE: Final = 255
WIDTHS: Final = {
    NUMBER: 5,
    SUBJECT: 26,
    QUESTION: 48,
    READ: 30,
    SUGGESTED: 18,
    OTHER: 36,
    STATE: 22,
    PAPER: 9,
    PAGE: 9,
    CORRECT: 30,
}
#: What marks, among the questions that the form says it asked, one on what is held.
HELD_MARK: Final = "held"
ANSWER_WIDTH: Final = 24
PAPERS_ROWS: Final = 30
MADE_ON: Final = datetime(1980, 1, 1, tzinfo=UTC)
#: What whoever fills a sheet in may still do with it.
ALLOWED: Final = {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}
PLAIN: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def as_workbook(form: Form, lang: str) -> bytes:
    """Give a form as an XLSX workbook in `lang`, the same bytes each time."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, PLAIN) as book:
        _Workbook(book, form, lang).write()
    return buffer.getvalue()


def asked_in(form: Form, lang: str) -> list[AskedInForm]:
    """Give what a form says of itself that it asked, with the texts that stand beside the answers in `lang`."""
    return [
        AskedInForm(
            number=each.number,
            route=each.route,
            digest=each.digest,
            subject=shown(each.subject, lang),
            question=shown(each.question, lang),
            held=each.held,
        )
        for each in form.questions
    ]


def shown(text: Bilingual, lang: str) -> str:
    """Give a text as a cell holds it: what cannot be seen is marked, what is too long is cut."""
    said = printable(pick(text, lang))
    return said if len(said) <= CELL else f"{said[: CELL - 1]}…"


class _Workbook:
    def __init__(self, book: Any, form: Form, lang: str) -> None:
        self.book = book
        self.form = form
        self.lang = lang
        self.say = speaker(lang)
        self.asked = asked_in(form, lang)
        self.mark = checksum(self.asked)
        wrapped = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#B0B7C0"}
        self.locked = book.add_format({**wrapped, "bg_color": "#EEF0F2"})
        self.head = book.add_format({**wrapped, "bold": True, "bg_color": "#D9DEE3"})
        self.open = book.add_format({**wrapped, "num_format": "@", "locked": False})
        self.free = book.add_format({**wrapped, "locked": False})
        self.prose = book.add_format({"text_wrap": True, "valign": "top"})
        self.title = book.add_format({"bold": True, "font_size": 14, "text_wrap": True})
        self.ranges: dict[str, str] = {}

    def write(self) -> None:
        """Write every sheet, the one to read first."""
        form = self.form
        self.book.set_properties({"created": MADE_ON, "title": form.id})
        self.book.set_custom_property("auditor", f"{QUESTIONNAIRE} {form.id} {form.case} {self.mark}")
        self._read_me()
        pages = [(theme, self.book.add_worksheet(self.say(words.THEMES[theme]))) for theme in self._themes()]
        self._papers()
        self._reply()
        self._lists()
        self._itself()
        for theme, page in pages:
            self._questions(page, [table for table in form.tables if table.theme == theme])

    def _themes(self) -> list[Any]:
        """Give the sheets that have questions, the one with the gravest first."""
        return list(dict.fromkeys(table.theme for table in self.form.tables))

    def _text(self, text: Bilingual, **slots: object) -> str:
        said = {name: printable(slot) if isinstance(slot, str) else slot for name, slot in slots.items()}
        return self.say(text, **said)

    def _page(self, name: str) -> Any:
        page = self.book.add_worksheet(name)
        page.protect("", ALLOWED)
        self._footer(page)
        return page

    def _footer(self, page: Any) -> None:
        told = self._text(words.FOOTER, form=self.form.id, case=self.form.case, checksum=self.mark)
        page.set_footer(f"&L{told}&R&P")
        page.set_landscape()
        page.fit_to_pages(1, 0)

    def _read_me(self) -> None:
        form = self.form
        page = self._page(self.say(words.READ_ME))
        page.activate()
        page.set_column(0, 0, 100)
        lines = [
            self._text(words.NUMBERED, form=form.id),
            self._text(words.WHY, title=shown(form.title, self.lang), as_of=form.as_of),
            *([self._text(words.BEFORE, day=form.before)] if form.before else []),
            self.say(words.HOW_SHEETS),
            self._text(words.HOW_ANSWER, none=self.say(words.NOBODY)),
            self.say(words.HOW_STATE),
            self._text(words.HOW_PAPERS, papers=self.say(words.PAPERS)),
            self.say(words.HOW_LOCKED),
        ]
        page.write_string(0, 0, self._text(words.TITLE, who=shown(form.name, self.lang)), self.title)
        for row, line in enumerate(lines, 1):
            page.write_string(row, 0, line, self.prose)

    def _questions(self, page: Any, tables: list[FormTable]) -> None:
        page.protect("", ALLOWED)
        self._footer(page)
        page.freeze_panes(1, SUBJECT + 1)
        page.repeat_rows(0)
        page.set_column("A:A", 8, None, {"hidden": True})
        page.set_column(FIRST, FIRST + CELLS - 1, ANSWER_WIDTH)
        for column, width in WIDTHS.items():
            page.set_column(column, column, width)
        for column, head in self._heads().items():
            page.write_string(0, column, head, self.head)
        row = 0
        for table in tables:
            for question in table.questions:
                row += 1
                self._question(page, row, question)
        page.autofilter(0, NUMBER, row, CORRECT)

    def _heads(self) -> dict[int, str]:
        named = {
            NUMBER: words.NUMBER,
            SUBJECT: words.SUBJECT,
            QUESTION: words.QUESTION,
            READ: words.READ,
            SUGGESTED: words.SUGGESTED,
            OTHER: words.OTHER,
            STATE: words.STATE,
            PAPER: words.PAPER,
            PAGE: words.PAGE,
            CORRECT: words.CORRECT,
        }
        answers = {FIRST + cell: self._text(words.ANSWER, number=cell + 1) for cell in range(CELLS)}
        return {ROUTE: ROUTE_HEAD} | {column: self.say(text) for column, text in named.items()} | answers

    def _question(self, page: Any, row: int, asked: FormQuestion) -> None:
        lang = self.lang
        page.write_string(row, ROUTE, asked.route, self.locked)
        page.write_number(row, NUMBER, asked.number, self.locked)
        page.write_string(row, SUBJECT, shown(asked.subject, lang), self.locked)
        page.write_string(row, QUESTION, shown(asked.question, lang), self.locked)
        page.write_string(row, READ, "\n".join(shown(each, lang) for each in asked.read), self.locked)
        page.write_string(
            row, SUGGESTED, "\n".join(shown(each, lang) for each in asked.suggested), self.locked
        )
        cells = 0 if asked.in_words or asked.held else CELLS if asked.several else 1
        for column in range(FIRST, FIRST + CELLS):
            page.write_blank(row, column, None, self.open if column < FIRST + cells else self.locked)
        page.write_blank(row, CORRECT, None, self.open if asked.held else self.locked)
        for column in (OTHER, STATE, PAPER, PAGE):
            page.write_blank(row, column, None, self.free if column == PAPER else self.open)
        how = {
            "input_title": self._text(words.QUESTION_NUMBER, number=str(asked.number)),
            "input_message": self._how(asked),
        }
        last = FIRST + max(cells, 1) - 1
        answers = xl_range(row, CORRECT, row, CORRECT) if asked.held else xl_range(row, FIRST, row, last)
        if (cells or asked.held) and asked.listed:
            stop = {"error_type": "information"} if asked.open else {"error_type": "stop"}
            listed = {"validate": "list", "source": self.ranges[asked.listed], **how, **stop}
            page.data_validation(answers, listed)
        else:
            free = answers if cells or asked.held else xl_range(row, OTHER, row, OTHER)
            page.data_validation(free, {"validate": "any", **how})
        states = {"validate": "list", "source": self.ranges[words.LISTS]}
        page.data_validation(xl_range(row, STATE, row, STATE), states)
        number = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": PAPERS_ROWS}
        page.data_validation(xl_range(row, PAPER, row, PAPER), number)

    def _how(self, asked: FormQuestion) -> str:
        """Say how a question is answered, after the question itself as far as there is room."""
        listed = words.VOTES if asked.votes else words.OR_OTHER if asked.open else words.ONE_OF
        told = self.say(words.IN_WORDS if asked.in_words else listed if asked.listed else words.WRITE)
        told += f" {self.say(words.SEVERAL)}" if asked.several and not asked.held else ""
        told += f" {self.say(words.TO_CORRECT)}" if asked.held else ""
        room = MESSAGE - len(told) - 2
        said = shown(asked.question, self.lang)
        return f"{said if len(said) <= room else said[: room - 1] + '…'}\n{told}"

    def _papers(self) -> None:
        page = self._page(self.say(words.PAPERS))
        heads = (words.PAPER_NUMBER, words.PAPER_TITLE, words.PAPER_DATE, words.PAPER_PAGES)
        for column, head in enumerate(heads):
            page.write_string(0, column, self.say(head), self.head)
            page.set_column(column, column, 60 if column == 1 else 18)
        for row in range(1, PAPERS_ROWS + 1):
            page.write_number(row, 0, row, self.locked)
            for column in (1, 2, 3):
                page.write_blank(row, column, None, self.open)

    def _reply(self) -> None:
        page = self._page(self.say(words.REPLY))
        page.set_column(0, 0, 44)
        page.set_column(1, 1, 70)
        heads = (words.BY_NAME, words.BY_FUNCTION, words.BY_FOR, words.ON, words.PRINTED, words.CONSENT)
        for row, head in enumerate(heads):
            page.write_string(row, 0, self.say(head), self.head)
            page.write_blank(row, 1, None, self.open)
        listed = {"validate": "list", "source": [self.say(words.YES), self.say(words.NO)]}
        page.data_validation(xl_range(len(heads) - 1, 1, len(heads) - 1, 1), listed)

    def _lists(self) -> None:
        page = self.book.add_worksheet(words.LISTS)
        states = [(self.say(text), state) for state, text in words.STATES.items()]
        columns = {words.LISTS: states} | {
            key: [(shown(option.label, self.lang), option.word) for option in options]
            for key, options in self.form.lists.items()
        }
        for number, (key, entries) in enumerate(columns.items()):
            column = number * 2
            for row, (label, word) in enumerate(entries):
                page.write_string(row, column, label)
                page.write_string(row, column + 1, word)
            name = xl_col_to_name(column, col_abs=True)
            self.ranges[key] = f"={words.LISTS}!{name}$1:{name}${max(len(entries), 1)}"
        page.very_hidden()

    def _itself(self) -> None:
        form = self.form
        page = self.book.add_worksheet(words.FORM)
        told = (
            QUESTIONNAIRE,
            form.id,
            form.case,
            form.as_of,
            self.lang,
            form.to,
            form.digest,
            str(len(form.asked_for)),
        )
        for row, (key, value) in enumerate(zip(MARKS, (*told, self.mark), strict=True)):
            page.write_string(row, 0, key)
            page.write_string(row, 1, value)
        for row, each in enumerate(self.asked, len(MARKS)):
            page.write_number(row, 0, each.number)
            held = HELD_MARK if each.held else ""
            for column, text in enumerate((each.route, each.digest, each.subject, each.question, held), 1):
                page.write_string(row, column, text)
        page.very_hidden()

"""A form as one page that works from a file, without network: native controls, and a script that only saves and takes up a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.forms import ANSWERS, CELLS, Form, FormQuestion, Option
from auditor.rendering.html.environment import environment, framed, text
from auditor.rendering.words import Say, pick, speaker
from auditor.text import forms as words

#: Up to how many words are shown at once, as ticks or in one menu; more are offered while one types.
SHOWN: Final = 14
PAPERS: Final = 8


class Shown(Struct, frozen=True):
    """A word to choose, as the page shows it."""

    word: str
    label: str


class Listed(Struct, frozen=True):
    """A list that is offered while one types."""

    id: str
    options: list[Shown]


class Asked(Struct, frozen=True, kw_only=True):
    """A question as the page shows it: ticks, a menu, or fields to write in."""

    number: int
    route: str
    digest: str
    subject: str
    question: str
    known: list[str]
    ticks: list[Shown]
    choices: list[Shown]
    inputs: list[str]
    list: str
    answer: str
    held: bool


class Table(Struct, frozen=True):
    """The questions of one kind."""

    about: str
    count: str
    questions: list[Asked]


class Part(Struct, frozen=True):
    """The tables for one kind of expert."""

    title: str
    tables: list[Table]


def as_page(form: Form, lang: str) -> bytes:
    """Give a form as an HTML page in `lang`."""
    template = environment(lang).get_template("form.html.j2")
    made = template.render(
        form=form, w=_View(form, lang).words(), **framed(text("form.css"), text("form.js"))
    )
    return (made.strip() + "\n").encode()


class _View:
    def __init__(self, form: Form, lang: str) -> None:
        self.form = form
        self.lang = lang
        self.say: Say = speaker(lang)
        self.open = {each.listed for each in form.questions if each.open}
        self.ids = {key: f"list-{number}" for number, key in enumerate(form.lists, 1)}

    def words(self) -> dict[str, object]:
        """Give all that the page says."""
        say, form = self.say, self.form
        states = [Shown(state, say(told)) for state, told in words.STATES.items()]
        numbers = [str(number) for number in range(1, PAPERS + 1)]
        return {
            "title": say(words.TITLE, who=pick(form.name, self.lang)),
            "format": ANSWERS,
            "lines": self._lines(),
            "lists": [
                Listed(self.ids[key], self._shown(options))
                for key, options in form.lists.items()
                if self._long(key)
            ],
            "parts": self._parts(),
            "states": states,
            "paper_numbers": numbers,
            "paper_named": [say(words.PAGE_PAPERS, number=number) for number in numbers],
            "yes_no": [Shown(say(words.YES), say(words.YES)), Shown(say(words.NO), say(words.NO))],
            "subject": say.label(words.SUBJECT),
            **{name: say(told) for name, told in TOLD.items()},
        }

    def _lines(self) -> list[str]:
        say, form = self.say, self.form
        return [
            say(words.NUMBERED, form=form.id),
            say(words.WHY, title=pick(form.title, self.lang), as_of=form.as_of),
            *([say(words.BEFORE, day=form.before)] if form.before else []),
            say(words.HOW_STATE),
            say(words.HOW_PAPERS, papers=say(words.PAPERS)),
        ]

    def _parts(self) -> list[Part]:
        themes = dict.fromkeys(table.theme for table in self.form.tables)
        return [
            Part(
                self.say(words.THEMES[theme]),
                [
                    Table(
                        pick(table.about, self.lang),
                        self.say(words.PAGE_QUESTIONS, count=len(table.questions)),
                        [self._asked(question) for question in table.questions],
                    )
                    for table in self.form.tables
                    if table.theme == theme
                ],
            )
            for theme in themes
        ]

    def _asked(self, asked: FormQuestion) -> Asked:
        options = (
            [] if not asked.listed or self._long(asked.listed) else self._shown(self.form.lists[asked.listed])
        )
        closed = bool(options) and not asked.open
        cells = 0 if asked.in_words or closed else CELLS if asked.several and not asked.held else 1
        alone = words.CORRECT if asked.held else words.ANSWER_OF
        known = [pick(line, self.lang) for line in asked.read]
        known += [f"{self.say.label(words.SUGGESTED)} {pick(line, self.lang)}" for line in asked.suggested]
        return Asked(
            number=asked.number,
            route=asked.route,
            digest=asked.digest,
            subject=pick(asked.subject, self.lang),
            question=pick(asked.question, self.lang),
            known=known,
            ticks=options if closed and asked.several else [],
            choices=options if closed and not asked.several else [],
            inputs=[
                self.say(words.ANSWER, number=cell) if cells > 1 else self.say(alone)
                for cell in range(1, cells + 1)
            ],
            list=self.ids.get(asked.listed, ""),
            answer=self.say(alone),
            held=asked.held,
        )

    def _long(self, key: str) -> bool:
        """Tell whether a list is offered while one types: it is long, or other words may be written."""
        return key in self.open or len(self.form.lists[key]) > SHOWN

    def _shown(self, options: Iterable[Option]) -> list[Shown]:
        return [Shown(option.word, pick(option.label, self.lang)) for option in options]


#: What the page says that is the same on every form.
TOLD: Final[dict[str, Bilingual]] = {
    "skip": words.PAGE_SKIP,
    "no_script": words.PAGE_NO_SCRIPT,
    "how": words.PAGE_HOW,
    "save": words.PAGE_SAVE,
    "load": words.PAGE_LOAD,
    "loaded": words.PAGE_LOADED,
    "saved": words.PAGE_SAVED,
    "not_ours": words.PAGE_NOT_OURS,
    "choose": words.PAGE_CHOOSE,
    "answer": words.ANSWER_OF,
    "state": words.STATE,
    "other": words.OTHER,
    "paper": words.PAPER,
    "page": words.PAGE,
    "papers": words.PAPERS,
    "paper_title": words.PAPER_TITLE,
    "paper_date": words.PAPER_DATE,
    "paper_pages": words.PAPER_PAGES,
    "reply": words.REPLY,
    "by_name": words.BY_NAME,
    "by_function": words.BY_FUNCTION,
    "by_for": words.BY_FOR,
    "on": words.ON,
    "printed": words.PRINTED,
    "consent": words.CONSENT,
}

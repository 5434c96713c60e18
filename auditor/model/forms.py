"""Forms that ask for missing facts, one per addressee, and what comes back in them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Final, Literal

import msgspec
from msgspec import Struct

from auditor.model.bilingual import Bilingual

#: What a form says of itself, in whatever file it is.
QUESTIONNAIRE: Final = "auditor.questionnaire/1"
ANSWERS: Final = "auditor.answers/1"
#: Into which sheet questions go: each needs another expert.
Theme = Literal["companies", "contracts", "register", "transfers", "hosting", "flows", "notices", "claims"]
#: What an addressee says of its answer.
State = Literal["answered", "partly", "not-known", "refused", "not-produced", "not-applicable"]
#: How many cells one question has for values.
CELLS: Final = 5
#: The columns of a sheet of questions, from 0: what was asked, the cells for values, what else is answered.
ROUTE, NUMBER, SUBJECT, QUESTION, READ, SUGGESTED, FIRST = range(7)
OTHER, STATE, PAPER, PAGE, CORRECT = range(FIRST + CELLS, FIRST + CELLS + 5)
#: What the hidden head of the first column says, by which a sheet of questions is known.
ROUTE_HEAD: Final = "route"
#: What stands in the hidden sheet before the questions, in this order.
MARKS: Final = ("format", "form", "case", "as_of", "lang", "to", "sha256", "questions", "checksum")


class Option(Struct, frozen=True):
    """A word that a question can be answered with, and how readers see it."""

    word: str
    label: Bilingual


class FormQuestion(Struct, frozen=True, kw_only=True):
    """One question of a form: on which fact, of whom, what is known so far, and how it can be answered.

    `digest` is that of what is stated of the fact when it is asked. `listed` names the list of the form to choose from, where there
    is one, `open` tells that other words are answers too, `in_words` that only words are,
    `votes` that a percentage is asked for, `held` that the case states it already and asks only for what is wrong.
    """

    number: int
    route: str
    subject: Bilingual
    question: Bilingual
    read: list[Bilingual]
    suggested: list[Bilingual]
    digest: str
    listed: str = ""
    several: bool = False
    open: bool = False
    in_words: bool = False
    votes: bool = False
    held: bool = False


class FormTable(Struct, frozen=True, kw_only=True):
    """The questions of one kind of fact, one per subject."""

    kind: str
    theme: Theme
    about: Bilingual
    questions: list[FormQuestion]


class Form(Struct, frozen=True, kw_only=True):
    """What one addressee is asked: `to` is its id, empty where nobody is known; `digest` that of the facts of the case.

    `asked` is the day on which it is sent, `before` the last day for an answer; either may be empty.
    """

    id: str
    number: str
    case: str
    title: Bilingual
    as_of: str
    digest: str
    to: str
    name: Bilingual
    asked: str
    before: str
    tables: list[FormTable]
    lists: dict[str, list[Option]]

    @property
    def questions(self) -> list[FormQuestion]:
        """All questions, in the order of their numbers."""
        return [question for table in self.tables for question in table.questions]

    @property
    def asked_for(self) -> list[FormQuestion]:
        """The questions of which nobody knows the answer: those on what is held are not counted."""
        return [question for question in self.questions if not question.held]


class AskedInForm(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a form says that it asked: the number of the question, the fact, the digest of what was stated of it, subject and question.

    `held` tells that the case states the fact already, and asks only for what is wrong.
    """

    number: int
    route: str
    digest: str
    subject: str = ""
    question: str = ""
    held: bool = False


def checksum(asked: Sequence[AskedInForm]) -> str:
    """Give what shows that the list of questions of a form was changed by a slip; whoever wants to can make another."""
    return sha256(msgspec.json.encode(asked)).hexdigest()[:16]


class Answer(Struct, frozen=True, kw_only=True):
    """What stands in one row of a form that came back; `at` is its place in the file, `values` are words as they were written.

    `subject` and `question` are the locked texts beside it, empty where the file has none.
    """

    route: str
    number: int
    at: str
    values: list[str] = []
    other: str = ""
    state: str = ""
    paper: str = ""
    page: str = ""
    subject: str = ""
    question: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was filled in."""
        return not (self.values or self.other or self.state or self.paper or self.page)


class Paper(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A document that is handed over with the answers."""

    number: str = ""
    title: str = ""
    date: str = ""
    pages: str = ""


#: What is told of a form that came back, beside its answers.
ToldOf = Literal[
    "altered",
    "twice",
    "not-of-the-form",
    "not-asked-of-them",
    "gone",
    "added",
    "formula",
    "cut",
    "at-odds",
    "not-read",
    "senseless",
    "other-author",
    "many-rows",
    "not-a-state",
    "newcomer",
    "in-words",
    "not-applicable",
    "stale",
    "contradicts",
]


class Told(Struct, frozen=True):
    """One thing to tell: what, where in the file, of which fact, in whose words."""

    what: ToldOf
    at: str = ""
    route: str = ""
    words: str = ""


class Reply(Struct, frozen=True, kw_only=True):
    """A form that came back, as far as its file goes: which form it says it is, what it asked, what stands in it."""

    form: str
    case: str
    to: str
    digest: str
    questions: int
    asked: list[AskedInForm]
    answers: list[Answer]
    papers: list[Paper] = []
    by: str = ""
    on: str = ""
    printed: str = ""
    told: list[Told] = []

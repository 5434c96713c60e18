"""What reading a form that came back comes to: what each question became, what is told, which files are written."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.forms import Told, ToldOf
from auditor.model.imports import PlannedFile
from auditor.model.vocabulary import Known


class Taking(Struct, frozen=True, kw_only=True):
    """How a reply is taken: from whom, received on which day, known at most how, whether stale answers are taken too.

    `supersedes` is the earlier reply that it corrects; `attached` gives the SHA-256 of papers that came with it, by their number.
    """

    by: str
    on: str
    known: Known | Literal[""] = ""
    take_stale: bool = False
    supersedes: str = ""
    attached: dict[str, str] = {}


#: What became of a question: a fact, a fact that stands beside another, a refusal, words, nothing.
Became = Literal[
    "answered",
    "partly",
    "not-known",
    "refused",
    "not-produced",
    "not-applicable",
    "in-words",
    "same",
    "contradictory",
    "stale",
    "not-taken",
    "empty",
]
#: What was not taken into the case.
LEFT: tuple[Became, ...] = ("stale", "not-taken")


class AnsweredFact(Struct, frozen=True):
    """A fact as it is stated by an answer."""

    route: str
    value: str
    became: Became
    at: str


class ReviewedAnswer(Struct, kw_only=True):
    """One answer as it would be taken: to which question, what stands in the form, what becomes of it.

    `value` and `known` are what would be stated, `held` what the case states otherwise, `kept` the words that no field takes, `told` what
    else is to be known of it.
    """

    number: int
    route: str
    question: Bilingual
    at: str
    answer: str
    became: Became
    value: str = ""
    known: str = ""
    held: str = ""
    kept: str = ""
    told: list[ToldOf] = []


class TakenReply(Struct, frozen=True, kw_only=True):
    """One form that came back: which, from whom, what its questions became, what is told, and the files it makes.

    `source` is its id in the case. `counts` add up to `questions`.
    """

    form: str
    source: str
    file: str
    sha256: str
    to: str
    by: str
    questions: int
    counts: dict[Became, int]
    facts: list[AnsweredFact]
    told: list[Told]
    files: list[PlannedFile]
    answers: list[ReviewedAnswer] = []

    @property
    def is_whole(self) -> bool:
        """Tell whether all that was answered was taken."""
        return not any(self.counts.get(each) for each in LEFT)


class ToSettle(Struct, frozen=True, kw_only=True):
    """An answer in words that a person has to settle: to which question, by whom, received on which day, where it stands."""

    form: str
    route: str
    question: Bilingual
    words: str
    by: str
    name: Bilingual
    on: str
    at: str


class AskedOf(Struct, frozen=True, kw_only=True):
    """One form that was sent: to whom, when, how many questions it asks, and how many facts are open still.

    Of its questions, `answered` have a reply, of which `to_settle` one in words that a person has to read, and `refused` none in
    substance; `unanswered` have no reply. `due` is the last day for an answer, empty where none was set; the form is `late` where that
    day is before the date of the case and something is unanswered.
    """

    form: str
    to: str
    asked: str
    questions: int
    answered: int
    to_settle: int
    refused: int
    unanswered: int
    open: int
    due: str = ""
    late: bool = False

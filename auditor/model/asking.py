"""What must be asked, and what each answer would decide: `auditor.ask/1`."""

from typing import Literal

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.result.findings import OpenQuestion
from auditor.model.result.gate import JudgedCount


class AnswerEffect(Struct, frozen=True, kw_only=True):
    """What one answer, given for every fact that a question asks for, would make of the open points there are.

    `established` would be shown, `excluded` would fall, `open` would still wait for something else; `added` would be new.
    """

    answer: Bilingual
    established: int
    excluded: int
    open: int
    added: int


class Answered(Struct, frozen=True, kw_only=True):
    """A question with its number, and the answers that would establish and exclude most; None where none was tried."""

    number: int
    question: OpenQuestion
    worst: AnswerEffect | None = None
    best: AnswerEffect | None = None


class Asking(Struct, frozen=True, kw_only=True):
    """The questions of a case in the order in which to ask them; `dormant` counts those left out."""

    schema: Literal["auditor.ask/1"] = "auditor.ask/1"
    case: str
    title: Bilingual
    as_of: str
    judged: JudgedCount
    questions: list[Answered]
    dormant: int
    names: dict[str, Bilingual]

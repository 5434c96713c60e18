"""What came back from whoever was asked: the answers as facts by their address, each with its place in the form as source."""

from msgspec import Struct

from auditor.model.case.imported import Words
from auditor.model.scalars import Count, Date, PartyRef, Route, Value

#: What an answer states: one word or text, or several.
Stated = Value[str | list[str]]


class AnswerRecord(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One form that came back: who answered, when, in which file, and what it states.

    `facts` fill what the case leaves open; where the case states something else, that stands, unless the answer holds it as one of
    its `versions`: then both are kept, until the case cites the form. `by` is who answered and `signed` who says so in the form, in a
    confidential file; `supersedes` an earlier reply that this one corrects. `to_settle` are words that no field takes: a person reads them.
    """

    form: str = ""
    to: PartyRef = ""
    date: Date = ""
    file: str = ""
    sha256: str = ""
    by: str = ""
    signed: str = ""
    supersedes: str = ""
    questions: Count = "0"
    answered: Count = "0"
    facts: dict[Route, Stated] = {}
    to_settle: list[Words] = []

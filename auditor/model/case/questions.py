"""What was asked, and replies."""

from msgspec import UNSET, Struct, UnsetType

from auditor.model.scalars import Answer, Date, MaybeStated, PartyRef, Route, SourceRef, Text
from auditor.model.vocabulary import Known


class Question(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was asked, to whom, when, by which day an answer was due, and whether it was answered."""

    to: PartyRef
    text: Text = ""
    asked: Date = "unknown"
    due: Date = ""
    answered: MaybeStated[Answer] = UNSET
    settles: list[Route] = []
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""


class Reply(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A right of reply, printed beside the findings it answers."""

    by: PartyRef
    text: Text
    date: Date = ""
    to: list[str] = []
    source: SourceRef = ""

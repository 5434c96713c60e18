"""The head of a case."""

from typing import Literal

from msgspec import Struct

from auditor.model.scalars import Date, Id, PartyRef, Text, Value


class CaseHead(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The head of a case: what it is, for which date it speaks, whom it is about, which packs of rules apply."""

    id: Id
    as_of: Date | Value[Date]
    title: Text = ""
    about: PartyRef = ""
    policies: list[Id] = []
    regime: Literal["gdpr", "eudpr", "none"] = "gdpr"
    gate: list[str] = []
    note: Text = ""

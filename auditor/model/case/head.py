"""The head of a case."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from auditor.model.scalars import Date, Id, PartyRef, Text, Value


class CaseHead(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The head of a case: what it is, for which date it speaks, whom it is about, which packs of rules apply.

    `regime`: under which data protection law it is judged; `none` where neither the GDPR nor the regulation on Union institutions
    applies: nothing is judged then, and all is shown. Left out, it is the GDPR, save for activities that everything stated ties to
    third countries alone.
    """

    id: Id
    as_of: Date | Value[Date]
    title: Text = ""
    about: PartyRef = ""
    policies: list[Id] = []
    regime: Literal["gdpr", "eudpr", "none"] | UnsetType = UNSET
    gate: list[str] = []
    note: Text = ""

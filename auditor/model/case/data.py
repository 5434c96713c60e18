"""Categories of data of the case's own."""

from msgspec import Struct, field

from auditor.model.scalars import Answer, Broader, PeopleRef, Text


class Data(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A category of personal data, placed below broader ones."""

    is_: Broader | list[Broader] = field(default="personal", name="is")
    title: Text = ""
    inferred: Answer = "false"
    about: PeopleRef | list[PeopleRef] = []
    note: Text = ""

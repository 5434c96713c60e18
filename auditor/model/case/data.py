"""Categories of data of the case's own."""

from msgspec import UNSET, Struct, UnsetType, field

from auditor.model.scalars import Answer, Broader, MaybeStated, PeopleRef, SourceRef, Text
from auditor.model.vocabulary import PERSONAL, UNKNOWN, Known


class Data(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A category of personal data, placed below broader ones.

    `pseudonymised`, `hashed` and `aggregated` tell what was done to it, `re_identifiable` whether people can be found again
    in it, by whatever means are likely to be used (GDPR recital 26). A key kept apart, or a hash, leaves data personal. A
    category that `is` does not place is personal data of some kind: which one is asked.
    """

    is_: Broader | list[Broader] | UnsetType = field(default=UNSET, name="is")
    title: Text = ""
    inferred: Answer = "false"
    about: PeopleRef | list[PeopleRef] = []
    pseudonymised: MaybeStated[Answer] = UNSET
    hashed: MaybeStated[Answer] = UNSET
    aggregated: MaybeStated[Answer] = UNSET
    re_identifiable: MaybeStated[Answer] = UNSET
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""

    @property
    def broader(self) -> tuple[str, ...]:
        """The categories directly above; all personal data where nobody placed it."""
        if self.unplaced:
            return (PERSONAL,)
        stated = [] if self.is_ is UNSET else self.is_
        return (stated,) if isinstance(stated, str) else tuple(stated)

    @property
    def unplaced(self) -> bool:
        """Whether nobody states under which category it falls."""
        return self.is_ is UNSET or self.is_ in (UNKNOWN, [UNKNOWN])

"""Exceptions, as people write them: a finding that someone accepted, why, and until when."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from auditor.model.result.findings import PlaceInFile
from auditor.model.scalars import Day, FindingId, Id
from auditor.model.vocabulary import Severity


class AcceptedScope(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where a rule is excepted: every key given must name what the finding is about, all its subjects included."""

    activity: str | list[str] = []
    host: str | list[str] = []
    organisation: str | list[str] = []
    flow: str | list[str] = []

    def parts(self) -> dict[str, list[str]]:
        """Give the ids by key, sorted, without the keys that name nothing."""
        given = {name: getattr(self, name) for name in self.__struct_fields__}
        return {name: sorted([ids] if isinstance(ids, str) else ids) for name, ids in given.items() if ids}


class Covers(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the finding was when it was accepted: a graver one, or one with further subjects, is not accepted.

    `rests_on` is a short hash of its facts, the data and the parties: where they are others, it is another finding.
    """

    severity: Severity | UnsetType = UNSET
    subjects: list[str] = []
    rests_on: str = ""


class ExceptionEntry(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One exception: of a finding, or of a rule within a scope; `case` limits it to one case where a file serves several."""

    reason: str
    approved_by: str
    approved_on: Day
    expires: Day
    finding: FindingId | UnsetType = UNSET
    rule: str = ""
    scope: AcceptedScope | UnsetType = UNSET
    case: Id | UnsetType = UNSET
    covers: Covers | UnsetType = UNSET


class ExceptionFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of exceptions."""

    auditor: Literal["1"]
    exceptions: list[ExceptionEntry] = []


class PlacedException(Struct, frozen=True):
    """An exception and where it is written."""

    entry: ExceptionEntry
    place: PlaceInFile | None = None

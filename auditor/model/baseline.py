"""A baseline: the findings an estate had when the tool was adopted, which do not fail a build until they get worse."""

from typing import Literal

from msgspec import Struct

from auditor.model.scalars import FindingId, Id
from auditor.model.vocabulary import Known, Severity


class BaselineEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One finding known: no line numbers, so that an edit elsewhere in a file changes nothing."""

    finding: FindingId
    rule: str
    severity: Severity
    confidence: Known
    subjects: list[str]


class BaselineFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of what was known, of one case."""

    auditor: Literal["1"]
    case: Id
    baseline: list[BaselineEntry]

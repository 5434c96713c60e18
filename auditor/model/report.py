"""A report: a result with what is told beside it."""

from msgspec import Struct

from auditor.model.across_dates import AcrossDates
from auditor.model.comparison import Comparison, Since
from auditor.model.result.document import Result


class Report(Struct, frozen=True):
    """A result, what each scenario would change, what changed since an earlier result, and the packs not applied.

    `digest` is the SHA-256 of the whole result as JSON, whatever part of it `result` holds for a kind of reader;
    `manifest` is the SHA-256 of the manifest of the bundle that the report is part of, if it is part of one.
    `dates` is the table of several dates, of which `result` is the last asked.
    """

    result: Result
    scenarios: list[Comparison] = []
    since: Since | None = None
    packs_left_out: list[str] = []
    manifest: str = ""
    digest: str = ""
    dates: AcrossDates | None = None

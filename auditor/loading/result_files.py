"""A result that was written before, read back."""

from __future__ import annotations

from pathlib import Path

from auditor.errors import Refused, UsageRefused, at_file
from auditor.loading.earlier_results import result_in
from auditor.loading.files.json_text import NotRead
from auditor.loading.files.regular import content
from auditor.loading.files.repository import leads_out
from auditor.model.result.document import Result
from auditor.text.problems.files import CANNOT_READ, LEADS_OUT, NOT_A_RESULT, WRITE_A_RESULT
from auditor.text.problems.system import system_says


def load_result(file: Path) -> Result:
    """Give the result in `file`. Raises UsageRefused where there is none, Refused for a link out of the repository."""
    if leads_out(file):
        raise Refused([at_file(file.as_posix(), LEADS_OUT())])
    try:
        return result_in(content(file))
    except OSError as error:
        raise UsageRefused(CANNOT_READ(path=file.as_posix(), why=system_says(error))) from None
    except NotRead as error:
        raise UsageRefused(NOT_A_RESULT(path=file.as_posix(), error=error.why), WRITE_A_RESULT()) from None

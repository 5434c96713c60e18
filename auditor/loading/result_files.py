"""A result that was written before, read back."""

from __future__ import annotations

from pathlib import Path

import msgspec

from auditor.errors import UsageRefused
from auditor.model.result import Result
from auditor.text.problems.files import CANNOT_READ, NOT_A_RESULT, WRITE_A_RESULT
from auditor.text.problems.hints import READER_SAYS
from auditor.text.problems.system import system_says


def load_result(file: Path) -> Result:
    """Give the result in `file`. Raises UsageRefused where there is none."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Result)
    except OSError as error:
        raise UsageRefused(CANNOT_READ(path=file.as_posix(), why=system_says(error))) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageRefused(
            NOT_A_RESULT(path=file.as_posix(), error=READER_SAYS(words=str(error))), WRITE_A_RESULT()
        ) from None

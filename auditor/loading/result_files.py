"""A result that was written before, read back."""

from __future__ import annotations

from pathlib import Path

import msgspec

from auditor.errors import Problem, Refused, UsageRefused
from auditor.loading.files.repository import LEADS_OUT, leads_out
from auditor.model.result import Result


def load_result(file: Path) -> Result:
    """Give the result in `file`. Raises UsageRefused where there is none, Refused for a link out of the repository."""
    if leads_out(file):
        raise Refused([Problem(file.as_posix(), 0, 0, LEADS_OUT)])
    try:
        return msgspec.json.decode(file.read_bytes(), type=Result)
    except OSError as error:
        raise UsageRefused(f"cannot read {file}: {error.strerror}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageRefused(
            f"not a result of this program: {file} ({error})", "write one with check --format json"
        ) from None

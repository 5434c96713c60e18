"""Where results may be written."""

from __future__ import annotations

from pathlib import Path

from auditor.errors import UsageRefused
from auditor.loading.files.repository import leads_out
from auditor.text.problems.files import A_LINK_OUT, CANNOT_WRITE


def writable(file: Path) -> Path:
    """Give `file`, to which a result may go. Raises UsageRefused where a link in a repository leads out of it."""
    if leads_out(file):
        raise UsageRefused(CANNOT_WRITE(path=file.as_posix(), why=A_LINK_OUT()))
    return file

"""Where results may be written."""

from __future__ import annotations

from pathlib import Path

from auditor.errors import UsageRefused
from auditor.loading.files.repository import leads_out


def writable(file: Path) -> Path:
    """Give `file`, to which a result may go. Raises UsageRefused where a link in a repository leads out of it."""
    if leads_out(file):
        raise UsageRefused(f"cannot write {file}: a link leads out of the repository")
    return file

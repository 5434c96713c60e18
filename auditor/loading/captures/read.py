"""The door to captures: a file, or the folder that a collector leaves of one visit."""

from __future__ import annotations

from pathlib import Path

from auditor.errors import Refused, at_file
from auditor.loading.captures.reading import Context, read_file
from auditor.loading.captures.visit import read_visit
from auditor.loading.files.folder import is_there
from auditor.loading.files.repository import leads_out
from auditor.model.capture import Capture
from auditor.text.problems.files import LEADS_OUT, NOT_THERE

__all__ = ["Context", "read_capture"]


def read_capture(path: Path, context: Context) -> Capture:
    """Give the capture at `path`. Raises Refused with the reason where it is none that can be read."""
    if leads_out(path):
        raise Refused([at_file(path.as_posix(), LEADS_OUT())])
    if not is_there(path):
        raise Refused([at_file(path.as_posix(), NOT_THERE())])
    return read_visit(path, context) if path.is_dir() else read_file(path, context)

"""Whether a file is a capture: by how it begins, or by reading it whole."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from auditor.errors import Refused
from auditor.loading.captures.listed import IOS, is_tracker_control
from auditor.loading.captures.opened import GZIP, ZIP
from auditor.loading.captures.read import Context, read_capture
from auditor.loading.files.regular import refuse_special
from auditor.loading.files.repository import leads_out

LOOKED_AT: Final = 64 * 1024
_HAR: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"log\"\s*:\s*\{")
_IOS: Final = re.compile(
    rb"\s*\{[^\n]*\"type\"\s*:\s*\"(?:%s)\"" % b"|".join(sorted(each.encode() for each in IOS))
)


def surely_a_capture(path: Path) -> bool:
    """Tell whether what lies at a path is a folder of a visit, or begins as a capture does and nothing else; False where it cannot be read."""
    if leads_out(path):
        return False
    if path.is_dir():
        return True
    try:
        refuse_special(path)
        with path.open("rb") as stream:
            head = stream.read(LOOKED_AT)
    except (OSError, Refused):
        return False
    if head.startswith(ZIP):
        return _holds_har(path)
    first = head.partition(b"\n")[0].decode("utf-8", "replace")
    starts = head.startswith(GZIP) or _HAR.match(head) is not None or _IOS.match(head) is not None
    return starts or ("\x00" not in first and is_tracker_control(first))


def _holds_har(path: Path) -> bool:
    try:
        with ZipFile(path) as archive:
            return any(name.endswith(".har") for name in archive.namelist())
    except (BadZipFile, OSError, NotImplementedError):
        return False


def reads_as_capture(path: Path) -> bool:
    """Tell whether a file can be read as a capture; it is read whole."""
    try:
        read_capture(path, Context())
    except Refused:
        return False
    return True

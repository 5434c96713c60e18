"""Bytes of files on a disk: never of a pipe, which may never end, nor of a device, which may give anything."""

from __future__ import annotations

import errno
import os
from hashlib import file_digest
from pathlib import Path
from stat import S_ISBLK, S_ISCHR, S_ISFIFO, S_ISSOCK
from typing import Final

#: How large a file that is read may be.
MAX_BYTES: Final = 64 * 1024 * 1024
SPECIAL: Final = (S_ISFIFO, S_ISCHR, S_ISBLK, S_ISSOCK)


def content(file: Path, most: int = MAX_BYTES + 1) -> bytes:
    """Give the first `most` bytes of a file. Raises OSError where it cannot be read, and for a pipe, a device or a socket."""
    refuse_special(file)
    with file.open("rb") as stream:
        return stream.read(most)


def hashed(file: Path) -> str:
    """Give the SHA-256 of a file, whatever its size. Raises OSError as `content` does."""
    refuse_special(file)
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def refuse_special(file: Path) -> None:
    """Raise OSError for a pipe, a device or a socket, before anything is opened."""
    if is_special(file):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))


def is_special(file: Path) -> bool:
    """Tell whether a path leads to a pipe, a device or a socket."""
    try:
        mode = file.stat().st_mode
    except OSError:
        return False
    return any(kind(mode) for kind in SPECIAL)

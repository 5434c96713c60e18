"""Whether each byte of a ZIP archive belongs to one of its files: what lies around them, nobody checks.

APPNOTE 6.3.10: local header and data of each file, then the central directory, then its end.
"""

from __future__ import annotations

from typing import Final
from zipfile import ZipFile, ZipInfo

LOCAL: Final = 30
CENTRAL: Final = 46
END: Final = 22
#: The one flag that a file may bear: that its name is UTF-8.
UTF_8: Final = 0x800


def is_whole(archive: ZipFile, data: bytes) -> bool:
    """Tell whether `data` holds only the files of `archive`, one after the other, and their directory, with no hidden bytes."""
    at = 0
    for entry in sorted(archive.infolist(), key=lambda entry: entry.header_offset):
        if entry.header_offset != at or entry.extra or entry.comment or entry.flag_bits & ~UTF_8:
            return False
        name = len(_named(entry))
        if data[at + 26 : at + LOCAL] != name.to_bytes(2, "little") + bytes(2):
            return False
        at += LOCAL + name + entry.compress_size
    listed = sum(CENTRAL + len(_named(entry)) for entry in archive.infolist())
    return at == archive.start_dir and not archive.comment and at + listed + END == len(data)


def _named(entry: ZipInfo) -> bytes:
    """Give the name of an entry as the archive holds it."""
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & UTF_8 else "cp437")

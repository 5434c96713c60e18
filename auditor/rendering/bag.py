"""A bag as a ZIP archive: files with manifests of their SHA-256, the same bytes for the same files.

BagIt, RFC 8493. Whoever holds the archive can check it with `sha256sum -c manifest-sha256.txt`.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MANIFEST: Final = "manifest-sha256.txt"
TAG_MANIFEST: Final = "tagmanifest-sha256.txt"
DECLARED: Final = "bagit.txt"
INFORMATION: Final = "bag-info.txt"
DECLARATION: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
OLDEST: Final = (1980, 1, 1, 0, 0, 0)
UNIX: Final = 3


def manifest(payload: Mapping[str, bytes]) -> bytes:
    """Give the lines of a manifest: SHA-256, two spaces, path; in order of path."""
    lines = (f"{sha256(payload[path]).hexdigest()}  {path}\n" for path in sorted(payload))
    return "".join(lines).encode()


def bag(
    name: str, payload: Mapping[str, bytes], tags: Mapping[str, bytes], information: Mapping[str, str]
) -> bytes:
    """Give the archive of a bag in a folder `name`.

    `payload` lies below `data/`; `tags` are files beside it that the manifest of the payload does not cover, the manifest of
    tags does; `information` goes to bag-info.txt.
    """
    beside = {
        **tags,
        DECLARED: DECLARATION,
        INFORMATION: informing(information, payload),
        MANIFEST: manifest(payload),
    }
    return _zip(name, {**payload, **beside, TAG_MANIFEST: manifest(beside)})


def informing(information: Mapping[str, str], payload: Mapping[str, bytes]) -> bytes:
    """Give bag-info.txt: what is told of a bag, and how many bytes and files its payload has."""
    about = {**information, "Payload-Oxum": f"{sum(map(len, payload.values()))}.{len(payload)}"}
    return "".join(f"{label}: {about[label]}\n" for label in sorted(about)).encode()


def _zip(name: str, files: Mapping[str, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for path in sorted(files):
            entry = ZipInfo(f"{name}/{path}", OLDEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = UNIX
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[path])
    return written.getvalue()

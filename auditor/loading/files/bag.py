"""A bag read from a ZIP archive that anyone may have made: in memory, within limits, and held against its manifests.

BagIt, RFC 8493. Nothing is ever written to disk, so no path can lead out of a folder.
"""

from __future__ import annotations

import re
import stat
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from auditor.errors import Problem, Refused
from auditor.loading.files.repository import LEADS_OUT, leads_out

MAX_FILES: Final = 5_000
MAX_FILE: Final = 32 * 2**20
MAX_TOTAL: Final = 256 * 2**20
ENCRYPTED: Final = 0x1
MANIFESTS: Final = ("manifest-sha256.txt", "tagmanifest-sha256.txt")
LINE: Final = re.compile(r"([0-9a-f]{64})  (\S.*)")
UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f\\:]|^/|//|(^|/)\.{1,2}(/|$)")


def read_bag(file: Path) -> dict[str, bytes]:
    """Give the files of a bag by their path inside its folder, each as its manifest says. Raises Refused with every fault."""
    if leads_out(file):
        raise Refused([Problem(file.as_posix(), 0, 0, LEADS_OUT)])
    try:
        with ZipFile(file) as archive:
            files = _files(file.as_posix(), archive)
    except OSError as error:
        raise Refused([Problem(file.as_posix(), 0, 0, error.strerror or "cannot be read")]) from None
    except (BadZipFile, LargeZipFile, NotImplementedError, UnicodeError, ValueError) as error:
        raise Refused([Problem(file.as_posix(), 0, 0, f"no ZIP archive that can be read: {error}")]) from None
    faults = list(_faults(files))
    if faults:
        raise Refused(
            [Problem(f"{file.name}:{path}" if path else file.name, 0, 0, said) for path, said in faults]
        )
    return files


def _files(name: str, archive: ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    problems = [
        Problem(f"{name}:{entry.filename!a}", 0, 0, fault) for entry in entries if (fault := _barred(entry))
    ]
    if len(entries) > MAX_FILES:
        problems.append(Problem(name, 0, 0, f"more than {MAX_FILES} files"))
    if sum(entry.file_size for entry in entries) > MAX_TOTAL:
        problems.append(Problem(name, 0, 0, f"more than {MAX_TOTAL // 2**20} MiB when unpacked"))
    if len({entry.filename for entry in entries}) < len(entries):
        problems.append(Problem(name, 0, 0, "two files have the same name"))
    folders = {entry.filename.partition("/")[0] for entry in entries}
    if len(folders) != 1 or any("/" not in entry.filename for entry in entries):
        problems.append(Problem(name, 0, 0, "a bag is one folder in its archive"))
    if problems:
        raise Refused(problems)
    return {entry.filename.partition("/")[2]: _bytes(name, archive, entry) for entry in entries}


def _barred(entry: ZipInfo) -> str:
    """Give why an entry is not read, nothing where it is."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if UNSAFE.search(entry.filename):
        return "a path that leads elsewhere or cannot be shown"
    if kind not in (0, stat.S_IFREG):
        return "a link or a special file"
    if entry.flag_bits & ENCRYPTED:
        return "it is encrypted"
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return "it is compressed in a way other than deflate"
    return f"more than {MAX_FILE // 2**20} MiB when unpacked" if entry.file_size > MAX_FILE else ""


def _bytes(name: str, archive: ZipFile, entry: ZipInfo) -> bytes:
    """Give what an entry holds, never more than it says."""
    try:
        with archive.open(entry) as stream:
            data = stream.read(entry.file_size + 1)
    except (BadZipFile, zlib.error, EOFError) as error:
        raise Refused(
            [Problem(f"{name}:{entry.filename}", 0, 0, f"its bytes are damaged: {error}")]
        ) from None
    if len(data) != entry.file_size:
        raise Refused([Problem(f"{name}:{entry.filename}", 0, 0, "it is not as long as the archive says")])
    return data


def _faults(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    if not files.get("bagit.txt", b"").startswith(b"BagIt-Version: 1.0\n"):
        yield "bagit.txt", "no BagIt declaration of version 1.0"
        return
    payload = {path for path in files if path.startswith("data/")}
    beside = set(files) - payload - {MANIFESTS[1]}
    for listing, paths in zip(MANIFESTS, (payload, beside), strict=True):
        if listing not in files:
            yield listing, "this manifest is missing"
            continue
        listed: dict[str, str] = {}
        for number, line in enumerate(files[listing].decode(errors="replace").splitlines(), 1):
            parts = LINE.fullmatch(line)
            if parts is None:
                yield listing, f"line {number} is no line of a manifest"
            else:
                listed[parts[2]] = parts[1]
        for path in sorted(paths | set(listed)):
            if path not in files:
                yield path, f"missing, though {listing} lists it"
            elif path not in listed:
                yield path, f"there, though {listing} does not list it"
            elif (found := sha256(files[path]).hexdigest()) != listed[path]:
                yield path, f"not as {listing} says: SHA-256 {found}, not {listed[path]}"

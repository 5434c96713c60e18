"""A bag read from a ZIP archive that anyone may have made: in memory, within limits, and held against its manifests.

BagIt, RFC 8493. Nothing is ever written to disk, so no path can lead out of a folder.
"""

from __future__ import annotations

import re
import stat
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from auditor.errors import Refused, at_file
from auditor.loading.files.archive import is_whole
from auditor.loading.files.regular import content
from auditor.loading.files.repository import leads_out
from auditor.model.bilingual import Bilingual
from auditor.text.problems import bundle as words
from auditor.text.problems.files import LEADS_OUT
from auditor.text.problems.hints import READER_SAYS
from auditor.text.problems.system import system_says

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
        raise Refused([at_file(file.as_posix(), LEADS_OUT())])
    try:
        data = content(file, MAX_TOTAL + 1)
        with ZipFile(BytesIO(data)) as archive:
            files = _files(file.as_posix(), archive)
            whole = len(data) <= MAX_TOTAL and is_whole(archive, data)
    except OSError as error:
        raise Refused([at_file(file.as_posix(), system_says(error))]) from None
    except (BadZipFile, LargeZipFile, NotImplementedError, UnicodeError, ValueError) as error:
        raise Refused([at_file(file.as_posix(), words.NO_ZIP(error=READER_SAYS(words=str(error))))]) from None
    faults = [] if whole else [("", words.BYTES_OF_NO_FILE())]
    faults += _faults(files)
    if faults:
        raise Refused([at_file(f"{file.name}:{path}" if path else file.name, said) for path, said in faults])
    return files


def _files(name: str, archive: ZipFile) -> dict[str, bytes]:
    every = archive.infolist()
    entries = [entry for entry in every if not entry.is_dir()]
    problems = [
        at_file(f"{name}:{entry.filename!a}", fault)
        for entry in every
        if (fault := _barred(entry)) is not None
    ]
    if len(every) > MAX_FILES:
        problems.append(at_file(name, words.TOO_MANY(count=MAX_FILES)))
    if sum(entry.file_size for entry in entries) > MAX_TOTAL:
        problems.append(at_file(name, words.TOO_LARGE(limit=MAX_TOTAL // 2**20)))
    if len({entry.filename for entry in entries}) < len(entries):
        problems.append(at_file(name, words.SAME_NAME()))
    folders = {entry.filename.partition("/")[0] for entry in entries}
    if len(folders) != 1 or any("/" not in entry.filename for entry in entries):
        problems.append(at_file(name, words.ONE_FOLDER()))
    if problems:
        raise Refused(problems)
    return {entry.filename.partition("/")[2]: _bytes(name, archive, entry) for entry in entries}


def _barred(entry: ZipInfo) -> Bilingual | None:
    """Give why an entry is not read, None where it is."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if entry.is_dir():
        return words.SPECIAL()
    if UNSAFE.search(entry.filename):
        return words.LEADS_ELSEWHERE()
    if kind not in (0, stat.S_IFREG):
        return words.SPECIAL()
    if entry.flag_bits & ENCRYPTED:
        return words.ENCRYPTED()
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return words.COMPRESSED()
    return words.TOO_LARGE(limit=MAX_FILE // 2**20) if entry.file_size > MAX_FILE else None


def _bytes(name: str, archive: ZipFile, entry: ZipInfo) -> bytes:
    """Give what an entry holds, never more than it says."""
    try:
        with archive.open(entry) as stream:
            data = stream.read(entry.file_size + 1)
    except (BadZipFile, zlib.error, EOFError) as error:
        raise Refused(
            [at_file(f"{name}:{entry.filename}", words.DAMAGED(error=READER_SAYS(words=str(error))))]
        ) from None
    if len(data) != entry.file_size:
        raise Refused([at_file(f"{name}:{entry.filename}", words.LENGTH())])
    return data


def _faults(files: Mapping[str, bytes]) -> Iterator[tuple[str, Bilingual]]:
    if not files.get("bagit.txt", b"").startswith(b"BagIt-Version: 1.0\n"):
        yield "bagit.txt", words.NO_DECLARATION()
        return
    payload = {path for path in files if path.startswith("data/")}
    beside = set(files) - payload - {MANIFESTS[1]}
    for listing, paths in zip(MANIFESTS, (payload, beside), strict=True):
        if listing not in files:
            yield listing, words.NO_MANIFEST()
            continue
        listed: dict[str, str] = {}
        for number, line in enumerate(
            files[listing].decode(errors="replace").removesuffix("\n").split("\n"), 1
        ):
            parts = LINE.fullmatch(line)
            if parts is None:
                yield listing, words.NO_LINE(line=number)
            elif parts[2] in listed:
                yield parts[2], words.LISTED_TWICE(listing=listing)
            else:
                listed[parts[2]] = parts[1]
        for path in sorted(paths | set(listed)):
            if path not in files:
                yield path, words.MISSING_LISTED(listing=listing)
            elif path not in listed:
                yield path, words.THERE_UNLISTED(listing=listing)
            elif (found := sha256(files[path]).hexdigest()) != listed[path]:
                yield path, words.NOT_AS_LISTED(listing=listing, found=found, wanted=listed[path])

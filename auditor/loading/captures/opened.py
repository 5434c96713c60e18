"""The bytes of a capture: hashed as given, unpacked and made UTF-8 as they come, a chunk at a time, within bounds."""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final, Literal
from zipfile import BadZipFile, ZipFile

from auditor.errors import Refused, at_file
from auditor.loading.files.regular import refuse_special
from auditor.loading.files.repository import leads_out
from auditor.model.bilingual import Bilingual
from auditor.text.problems import capture as words
from auditor.text.problems.files import LEADS_OUT
from auditor.text.problems.system import system_says

#: How much is read at a time.
CHUNK: Final = 64 * 1024
#: How much an archive may unpack to.
MOST_UNPACKED: Final = 1024 * 1024 * 1024
#: How many files an archive may list.
MOST_MEMBERS: Final = 20_000
#: The member of an archive of Playwright that holds the requests.
PLAYWRIGHT: Final = "har.har"

GZIP: Final = b"\x1f\x8b"
ZIP: Final = b"PK\x03\x04"
#: Byte order marks, the longer first, and what they announce.
MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
REPLACED: Final = "\N{REPLACEMENT CHARACTER}"


class Broken(Exception):
    """The file ends or breaks where it may not; `why` says how."""

    def __init__(self, why: Bilingual) -> None:
        super().__init__(why.en)
        self.why = why


class Opened:
    """A file that is read once, from beginning to end; what it was is known when it has been read."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        self.bytes = 0
        self.packed: Literal["", "gzip", "zip"] = ""
        self.member = ""
        self.encoding: Literal["utf-8", "utf-16", "utf-32"] = "utf-8"
        self.replaced = 0
        self.broken: Bilingual | None = None
        self._hash = sha256()

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file as it was given, once all of it was read."""
        return self._hash.hexdigest()

    def chunks(self) -> Iterator[bytes]:
        """Yield the content as UTF-8 without a byte order mark. Raises Refused; a cut archive ends and leaves `broken`."""
        if leads_out(self.path):
            raise Refused([at_file(self.name, LEADS_OUT())])
        try:
            refuse_special(self.path)
            with self.path.open("rb") as stream:
                head = stream.read(4)
                stream.seek(0)
                if head == ZIP:
                    yield from self._utf8(self._unzipped(stream))
                elif head[:2] == GZIP:
                    self.packed = "gzip"
                    yield from self._utf8(self._ungzipped(self._raw(stream)))
                else:
                    yield from self._utf8(self._raw(stream))
        except OSError as error:
            raise Refused([at_file(self.name, system_says(error))]) from None

    def _raw(self, stream: BinaryIO) -> Iterator[bytes]:
        while chunk := stream.read(CHUNK):
            self.bytes += len(chunk)
            self._hash.update(chunk)
            yield chunk

    def _ungzipped(self, raw: Iterator[bytes]) -> Iterator[bytes]:
        unpacking = zlib.decompressobj(31)
        total = 0
        for chunk in raw:
            waiting = chunk
            while waiting and self.broken is None:
                if unpacking.eof:
                    # what follows is another member, or padding
                    if not waiting.startswith(GZIP):
                        waiting = b""
                        continue
                    unpacking = zlib.decompressobj(31)
                try:
                    made = unpacking.decompress(waiting, CHUNK)
                except zlib.error:
                    self.broken = words.BROKEN_ARCHIVE()
                    break
                waiting = unpacking.unconsumed_tail or unpacking.unused_data
                total += len(made)
                self._bounded(total)
                if made:
                    yield made
        if self.broken is None and not unpacking.eof:
            self.broken = words.BROKEN_ARCHIVE()

    def _unzipped(self, stream: BinaryIO) -> Iterator[bytes]:
        self.packed = "zip"
        for _ in self._raw(stream):
            pass
        stream.seek(0)
        try:
            with ZipFile(stream) as archive:
                self.member = self._member(archive)
                with archive.open(self.member) as unpacked:
                    total = 0
                    while chunk := unpacked.read(CHUNK):
                        total += len(chunk)
                        self._bounded(total)
                        yield chunk
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
            if not self.member:
                raise Refused([at_file(self.name, words.BROKEN_ARCHIVE())]) from None
            self.broken = words.BROKEN_ARCHIVE()

    def _member(self, archive: ZipFile) -> str:
        """Give the name of the one member that holds requests."""
        names = archive.namelist()
        if len(names) > MOST_MEMBERS:
            raise Refused([at_file(self.name, words.MANY_MEMBERS(limit=MOST_MEMBERS))])
        hars = [name for name in names if name.lower().endswith(".har")]
        found = [name for name in hars if name.rpartition("/")[2] == PLAYWRIGHT] or hars
        if len(found) != 1:
            said = words.SEVERAL_HARS(count=len(found)) if found else words.NO_HAR_INSIDE()
            raise Refused([at_file(self.name, said, words.UNPACK_FIRST())])
        return found[0]

    def _bounded(self, total: int) -> None:
        if total > MOST_UNPACKED:
            said = words.UNPACKS_TO_MORE(limit=MOST_UNPACKED // 1024**2)
            raise Refused([at_file(self.name, said)])

    def _utf8(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the same text as UTF-8; what is none in its encoding is replaced and counted."""
        first = next(chunks, b"")
        mark, encoding = next(
            ((mark, encoding) for mark, encoding in MARKS if first.startswith(mark)), (b"", _guessed(first))
        )
        if encoding.startswith("utf-16"):
            self.encoding = "utf-16"
        elif encoding.startswith("utf-32"):
            self.encoding = "utf-32"
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        waiting = b""
        for chunk in chain((first[len(mark) :],), chunks):
            text = decoder.decode(chunk)
            if encoding != "utf-8" or REPLACED in text:
                yield from self._encoded(text)
                waiting = decoder.getstate()[0]
                continue
            # the bytes as they are, but those of a character of which the rest is still to come
            whole, waiting = waiting + chunk if waiting else chunk, decoder.getstate()[0]
            yield whole[: len(whole) - len(waiting)] if waiting else whole
        yield from self._encoded(decoder.decode(b"", final=True))

    def _encoded(self, text: str) -> Iterator[bytes]:
        if text:
            # a replacement character that the file itself holds is rare, and told as well
            self.replaced += text.count(REPLACED)
            yield text.encode("utf-8", "replace")


def _guessed(first: bytes) -> str:
    """Give the encoding of text without a byte order mark, whose first characters are ASCII."""
    if re.match(rb"[^\0]\0[^\0]\0", first):
        return "utf-16-le"
    return "utf-16-be" if re.match(rb"\0[^\0]\0[^\0]", first) else "utf-8"

"""Bytes of which little is read again, kept compressed: of a large file, what is shown are a few lines."""

from __future__ import annotations

from typing import Final
from zlib import MAX_WBITS, compress, decompress

#: How many bytes are compressed together, and how many such blocks are kept as they are once they were read.
BLOCK: Final = 1 << 13
MOST_BLOCKS: Final = 512
#: The fastest way to compress, as text of records is much the same.
FAST: Final = 1
#: Without a header and a sum, as nothing else reads it.
BARE: Final = -MAX_WBITS


class Packed:
    """Compressed bytes, of which any slice can be read."""

    def __init__(self, data: bytes) -> None:
        self._length = len(data)
        blocks = (data[start : start + BLOCK] for start in range(0, len(data), BLOCK))
        self._packed = [compress(block, FAST, BARE) for block in blocks]
        self._read: dict[int, bytes] = {}

    def __len__(self) -> int:
        """Tell how many bytes they are."""
        return self._length

    def __getitem__(self, part: slice) -> bytes:
        """Give the bytes of a slice without steps."""
        start, stop, _ = part.indices(self._length)
        first, end = start // BLOCK, -(-stop // BLOCK)
        data = b"".join(map(self._block, range(first, end)))
        return data[start - first * BLOCK : max(stop, start) - first * BLOCK]

    def _block(self, number: int) -> bytes:
        found = self._read.get(number)
        if found is None:
            if len(self._read) >= MOST_BLOCKS:
                del self._read[next(iter(self._read))]
            found = self._read[number] = decompress(self._packed[number], BARE)
        return found

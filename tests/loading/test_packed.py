"""What is read again of compressed bytes is what they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.loading.files import packed
from auditor.loading.files.packed import Packed

AT = st.integers(0, 60)


@given(
    data=st.binary(max_size=50),
    parts=st.lists(st.tuples(AT, AT), min_size=1, max_size=20),
    block=st.integers(1, 20),
    most=st.integers(1, 3),
)
def test_any_slice_is_what_it_was(data: bytes, parts: list[tuple[int, int]], block: int, most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packed, "BLOCK", block)
        patch.setattr(packed, "MOST_BLOCKS", most)
        kept = Packed(data)
        assert len(kept) == len(data)
        for start, stop in parts:
            assert kept[start:stop] == data[start:stop]


def test_text_of_records_takes_a_tenth() -> None:
    data = b"".join(b"  flow-%d:\n    for: sale\n    transport: tls\n" % number for number in range(9999))
    assert sum(map(len, Packed(data)._packed)) < len(data) / 10

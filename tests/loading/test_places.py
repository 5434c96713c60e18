"""Numbers of entries by their names, as they are kept once all files were noted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.loading.files.places import Numbers

NAME = st.text(st.sampled_from("ab-10é"), max_size=4)


@given(numbers=st.dictionaries(NAME, st.integers(0, 99)), others=st.lists(NAME))
def test_numbers_are_those_of_the_mapping_and_of_no_other_name(
    numbers: dict[str, int], others: list[str]
) -> None:
    kept = Numbers(numbers)
    for name in (*numbers, *others):
        assert kept.get(name) == numbers.get(name)

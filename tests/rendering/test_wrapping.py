"""Sentences stand on lines that are as long as there is room for words, and what has no space is never broken."""

from __future__ import annotations

import textwrap

from hypothesis import example, given
from hypothesis import strategies as st

from auditor.rendering.wrapping import COLUMNS, wrapped

WORDS = st.lists(
    st.sampled_from((" ", "  ", ",", "é-b", "\u00a0x", "a" * 9, "b" * 33, "c" * 99, "d" * 100, "e" * 101)),
    max_size=40,
)


@given(
    words=WORDS,
    first=st.sampled_from(("", "   ", "A  ", "x" * (COLUMNS + 1))),
    rest=st.sampled_from((None, "", "   ")),
)
@example(words=["a" * 99, "  ", "b"], first="", rest=None)
@example(words=["a" * 100, " ", "b"], first="", rest=None)
def test_lines_are_those_of_the_standard_library(words: list[str], first: str, rest: str | None) -> None:
    text = "".join(words).lstrip(" ")
    assert [*wrapped(text, first, rest)] == textwrap.wrap(
        text,
        COLUMNS,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def test_nothing_takes_no_line_and_spaces_before_words_stay() -> None:
    assert [*wrapped("")] == [*wrapped("   ")] == []
    assert [*wrapped("  a  b ", "- ")] == ["-   a  b"]
    assert [*wrapped("a " * COLUMNS)] == [" ".join("a" * (COLUMNS // 2))] * 2

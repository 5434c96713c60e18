"""YAML as text with places, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from auditor.loading.files import document, events, outline
from auditor.loading.files.document import read


def test_everything_stays_text() -> None:
    assert read("x", b"a: NO\nb: 0012\nc: 2019-07-14\nd: true\ne: ~\n").value == {
        "a": "NO",
        "b": "0012",
        "c": "2019-07-14",
        "d": "true",
        "e": "~",
    }


def test_places_through_lists_and_aliases() -> None:
    found = read("x", b"top: &it {b: 1, c: [NO, two]}\nagain: *it\nlist:\n  - f: g\n  - h\n")
    assert found.problems == []
    assert found.locate(("top", "c", 1)) == (1, 25)
    assert found.locate(("again",)) == (2, 8)
    assert found.locate(("again", "c")) == (2, 8)
    assert found.locate(("list", 0, "f")) == (4, 8)
    assert found.locate(("list", 0, "f"), key=True) == (4, 5)
    assert found.locate(("list", 1)) == (5, 5)
    assert found.locate(("nowhere",)) == (1, 1)


def test_lookups_do_not_count_the_nodes_of_the_file_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work of looking every entry up grows with their number, not with its square."""
    counted: list[object] = []
    outlined = outline.Outlines.of

    def counting(self: outline.Outlines, value: object, number: int = 0) -> outline.Outline | None:
        counted.append(value)
        return outlined(self, value, number)

    monkeypatch.setattr(outline.Outlines, "of", counting)
    entries = 200
    text = "flows:\n" + "".join(f"  f{n}: {{from: a, to: b}}\n" for n in range(entries))
    found = read("x", text.encode())
    for n in range(entries):
        assert found.locate(("flows", f"f{n}", "to"))[0] == n + 2
    assert len(counted) == entries + 2


def test_entries_made_up_alike_share_one_outline() -> None:
    text = "".join(f"  f{n}: {{from: a{n}, to: [b, c], data: [d{n}, e]}}\n" for n in range(9))
    found = read("x", f"flows:\n{text}  g: {{from: a, to: b}}\n".encode()).outline()
    assert found is not None
    flows = found.parts[0]
    assert flows is not None
    assert flows.names == (*(f"f{n}" for n in range(9)), "g")
    assert len({id(part) for part in flows.parts}) == 2
    assert flows.parts[0] is not None
    assert flows.parts[0].parts[1] is flows.parts[0].parts[2] is not None


def test_a_word_that_recurs_is_kept_once() -> None:
    found = read("x", b"a: {to: here, from: there}\nb: {to: here, from: there}\n").value
    assert found["a"]["to"] is found["b"]["to"]
    assert [id(key) for key in found["a"]] == [id(key) for key in found["b"]]


def test_places_are_found_once_the_value_is_forgotten() -> None:
    text = b"top: &it {b: 1, c: [NO, two]}\nagain: *it\nlist:\n  - f: g\n  - h\n"
    found, kept = read("x", text), read("x", text)
    found.forget_value()
    assert found.value is None
    for route in (("top",), ("top", "c", 1), ("again", "c"), ("list", 0, "f"), ("list", 7), ("nowhere",)):
        for key in (True, False):
            assert found.locate(route, key=key) == kept.locate(route, key=key)


def test_places_are_those_of_the_file_whatever_is_made_of_its_value() -> None:
    found = read("x", b"hosts:\n  h: {title: H}\n  i: {title: I}\nflows: {f: {to: h}}\n")
    found.outline()
    found.value["hosts"]["h"] |= {"operator": "a", "location": ["FR", "DE"]}
    assert found.locate(("hosts", "i", "title")) == (3, 14)
    assert found.locate(("flows", "f", "to")) == (4, 17)
    assert found.locate(("hosts", "h", "operator")) == (2, 6)


WORDS = st.text(st.sampled_from("abé𝒳 :,#'\"-\\\n"), max_size=5)
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=9
)


@given(
    value=st.dictionaries(WORDS, VALUES, min_size=1, max_size=4),
    flow=st.sampled_from((None, True, False)),
    end=st.sampled_from(("\n", "\r\n")),
)
def test_every_node_is_found_where_the_parser_met_it(value: Any, flow: bool | None, end: str) -> None:
    text = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, width=20).replace("\n", end)
    found = read("x", text.encode())
    if found.problems:  # as an empty key, or `<<`
        return

    def held(node: yaml.Node, route: tuple[str | int, ...]) -> None:
        mark = node.start_mark
        assert found.locate(route) == (mark.line + 1, mark.column + 1)
        if isinstance(node, yaml.SequenceNode):
            for position, item in enumerate(node.value):
                held(item, (*route, position))
        elif isinstance(node, yaml.MappingNode):
            for key, item in node.value:
                mark = key.start_mark
                assert found.locate((*route, key.value), key=True) == (mark.line + 1, mark.column + 1)
                held(item, (*route, key.value))

    held(yaml.compose(text, Loader=yaml.BaseLoader), ())


@pytest.mark.parametrize(
    ("text", "route", "place"),
    [
        (b"a:\nb:", ("b",), (2, 3)),
        (b"a:\nb:\n", ("b",), (2, 3)),
        (b"a: x\r\nb: [c,\r\n  d]\r\n", ("b", 1), (3, 3)),
        ('a: "é\n  ü"\nb: 𝒳\nc: {𝒳: d}'.encode(), ("c", "𝒳"), (4, 8)),
        (b"\n\n# words\n--- \na: b\n...\n", ("a",), (5, 4)),
    ],
)
def test_places_at_the_ends_of_lines_and_beyond_wide_characters(
    text: bytes, route: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    assert read("x", text).locate(route) == place


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        (b"a: 1\na: 2\n", "the key a is given twice", (2, 1)),
        (b"a: [", "this is not YAML", None),
        (b"a: !!python/object:os.system x\n", "tags are not allowed", (1, 4)),
        (b"? {a: b}\n: c\n", "a key must be a plain word", (1, 3)),
        (b"<<: {a: b}\n", "merge keys", (1, 1)),
        (b"a: b\n---\nc: d\n", "a second document", (2, 1)),
        (b"a: \xff\n", "not UTF-8", (1, 4)),
        (b"\xef\xbb\xbfa: \xff\n", "not UTF-8", (1, 4)),
        ("é: ’\n€: ".encode() + b"\xff\n", "not UTF-8", (2, 4)),
        ("a: b\u202e\n".encode(), "U+202E", (1, 5)),
        (b"a: b\x07\n", "U+0007", (1, 5)),
        *(
            (f"a: b{sign}c\n".encode(), f"U+{ord(sign):04X}", (1, 5))
            for sign in "\u034f\u115f\u180e\u2800\u3164\ufe0f\uffa0\U000e0041"
        ),
        (b"a:\n", "a value is missing", (1, 3)),
        (b"[" * 100 + b"]" * 100, "nested deeper", (1, 49)),
        (b"a: *nobody\n", "", None),
    ],
)
def test_refused(text: bytes, message: str, place: tuple[int, int] | None) -> None:
    found = read("x.yaml", text)
    assert found.problems
    assert message in found.problems[0].message.en
    if place is not None:
        assert (found.problems[0].line, found.problems[0].column) == place


@pytest.mark.parametrize(
    "text", ["a: \N{HEAVY BLACK HEART}\ufe0f", "a: 1\ufe0f\u20e3", "a: \ufe0f", "a: b\r\n"]
)
def test_a_sign_that_only_says_how_another_is_drawn_may_stand_after_what_is_no_letter(text: str) -> None:
    assert not read("x.yaml", text.encode()).problems


def test_a_bomb_of_aliases_is_refused_early() -> None:
    lines = ["a: &a [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 10)}]" for n in range(9)]
    found = read("x", "\n".join(lines).encode())
    assert "aliases expand" in found.problems[0].message.en


def test_the_size_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_BYTES", 10)
    assert "larger" in read("x", b"a: 1234567890\n").problems[0].message.en


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_are_given_as_they_are_written(mark: bytes, end: str) -> None:
    lines = ["# a", "b: c", "é: ’x’", "", "𝒳: {y: [z, '€']}", "last: one"]
    for text in (end.join(lines), end.join(lines) + end):
        found = read("x", mark + text.encode())
        assert [found.line(number) for number in range(8)] == ["", *lines, ""]
        assert found.text == text
        assert found.locate(("𝒳", "y", 1)) == (5, 12)
        assert found.locate(("last",)) == (6, 7)


def test_generators_may_write_aliases_and_a_byte_order_mark() -> None:
    assert read("x", b"\xef\xbb\xbfa: &x [1]\nb: *x\n").value == {"a": ["1"], "b": ["1"]}


def test_the_slow_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'top: &it {é: 1, c: [NO, "été", two]}\nagain: *it\nlist: [a, b]\n'.encode()
    fast = read("x", text)
    monkeypatch.setattr(events, "_Parser", None)
    slow = read("x", text)
    assert (fast.value, list(fast.places), fast.aliases) == (slow.value, list(slow.places), slow.aliases)


def test_the_fast_parser_is_there() -> None:
    assert events._Parser is not None


def test_what_comes_after_a_mapping_that_repeats_another_is_found_where_it_stands() -> None:
    found = read(
        "case.yaml", b"first: &one {a: 1, b: 2, c: 3}\ntop: {inner: {again: *one, own: x}, after: y}\n"
    )
    assert found.line(2)[found.locate(("top", "after"))[1] - 1] == "y"
    assert found.line(2)[found.locate(("top", "inner", "own"))[1] - 1] == "x"

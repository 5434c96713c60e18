"""YAML as text with places, and what is refused."""

from __future__ import annotations

import pytest

from auditor.loading.files import document
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


def test_lookups_do_not_walk_the_whole_file_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work of looking every entry up grows with their number, not with its square."""
    calls = {"n": 0}
    size = document.Document._size

    def counted(self: document.Document, value: object, index: int) -> int:
        calls["n"] += 1
        return size(self, value, index)

    monkeypatch.setattr(document.Document, "_size", counted)
    work = []
    for count in (100, 200):
        text = "flows:\n" + "".join(f"  f{n}: {{from: a, to: b}}\n" for n in range(count))
        calls["n"] = 0
        found = read("x", text.encode())
        for n in range(count):
            assert found.locate(("flows", f"f{n}", "to"))[0] == n + 2
        work.append(calls["n"])
    assert work[1] <= 2.2 * work[0]


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
        ("a: b\u202e\n".encode(), "U+202E", (1, 5)),
        (b"a: b\x07\n", "U+0007", (1, 5)),
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


def test_a_bomb_of_aliases_is_refused_early() -> None:
    lines = ["a: &a [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 10)}]" for n in range(9)]
    found = read("x", "\n".join(lines).encode())
    assert "aliases expand" in found.problems[0].message.en


def test_the_size_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_BYTES", 10)
    assert "larger" in read("x", b"a: 1234567890\n").problems[0].message.en


def test_generators_may_write_aliases_and_a_byte_order_mark() -> None:
    assert read("x", b"\xef\xbb\xbfa: &x [1]\nb: *x\n").value == {"a": ["1"], "b": ["1"]}


def test_the_slow_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'top: &it {é: 1, c: [NO, "été", two]}\nagain: *it\nlist: [a, b]\n'.encode()
    fast = read("x", text)
    monkeypatch.setattr(document, "_Parser", None)
    slow = read("x", text)
    assert (fast.value, list(fast.places), fast.aliases) == (slow.value, list(slow.places), slow.aliases)


def test_the_fast_parser_is_there() -> None:
    assert document._Parser is not None


def test_what_comes_after_a_mapping_that_repeats_another_is_found_where_it_stands() -> None:
    found = read(
        "case.yaml", b"first: &one {a: 1, b: 2, c: 3}\ntop: {inner: {again: *one, own: x}, after: y}\n"
    )
    assert found.line(2)[found.locate(("top", "after"))[1] - 1] == "y"
    assert found.line(2)[found.locate(("top", "inner", "own"))[1] - 1] == "x"

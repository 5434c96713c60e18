"""Entries decoded together are read as those that are parsed one event after the other; what is no list of entries is left to the parser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import Refused
from auditor.loading.captures import streamed
from auditor.loading.captures.har import Entry
from auditor.loading.captures.outside import is_deep
from auditor.loading.captures.read import Context, read_capture
from auditor.loading.captures.runs import Most, Runs
from auditor.loading.captures.streamed import Streamed
from auditor.model.capture import Capture
from tests.captures.making import SITE, entry, har, log
from tests.captures.malformed import LOSSY, REFUSED
from tests.captures.oddities import ODDITIES, T


def read(file: Path, data: bytes) -> tuple[Any, ...]:
    """What is read of a capture, or why it is refused; where in the file that was seen depends on how it was read."""
    file.write_bytes(data)
    try:
        capture: Capture = read_capture(file, Context())
    except Refused as refused:
        return ("refused", [problem.message.en.partition(": /")[0] for problem in refused.problems])
    return (capture,)


def read_by_the_parser(file: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, ...]:
    with monkeypatch.context() as patched:
        patched.setattr(Runs, "taken", lambda _: iter(()))
        return read(file, data)


def together(data: bytes) -> int:
    """How many entries are decoded together: these are of a type already."""
    found = Streamed("capture", ("log", "entries")).items([data], lambda: [data], Entry)
    return sum(isinstance(item, Entry) for _, item in found)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20) | st.sampled_from(["{", "}", '","', '{"startedDateTime"', "\\", '\\"', "\ud800", "\0", "a" * 3000]),
    lambda each: st.lists(each, max_size=4) | st.dictionaries(st.text(max_size=5), each, max_size=4),
    max_leaves=8,
)  # fmt: skip
MEMBERS = st.sampled_from(
    [
        "startedDateTime", "pageref", "request", "request__headers", "request__method", "request__url", "request__queryString",
        "request__postData", "request__cookies", "response", "response__status", "response__headers", "response__content",
        "response__content__text", "response__redirectURL", "response__cookies", "serverIPAddress", "_initiator", "_custom", "comment",
    ]
)  # fmt: skip
ENTRIES = st.lists(
    st.builds(
        lambda url, changed: entry(url, **changed),
        st.sampled_from([SITE, T, "https://b.example/p?q=1&e=a%40b.example", "nowhere", ""]),
        st.dictionaries(MEMBERS, VALUES, max_size=2).filter(lambda each: not {"request", "response", "response__content"} & {*each}),
    )
    | VALUES,
    max_size=8,
)  # fmt: skip


@given(
    entries=ENTRIES,
    form=st.sampled_from([None, 1, "\t"]),
    ascii_only=st.booleans(),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 6), st.binary(max_size=3)), max_size=3),
)
@settings(max_examples=100, deadline=None)
def test_a_capture_is_read_as_the_parser_reads_it(
    entries: list[Any],
    form: Any,
    ascii_only: bool,
    cuts: list[tuple[float, int, bytes]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = json.dumps(log(*entries), indent=form, ensure_ascii=ascii_only)
    data = text.encode("utf-8", "surrogatepass")
    for at, length, put in cuts:
        place = int(at * len(data))
        data = data[:place] + put + data[place + length :]
    file = tmp_path_factory.getbasetemp() / "capture"
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert read(file, data) == read_by_the_parser(file, data, monkeypatch)


@pytest.mark.parametrize("name", sorted({*ODDITIES, *LOSSY, *REFUSED}))
def test_every_odd_capture_is_read_as_the_parser_reads_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = ODDITIES[name].data if name in ODDITIES else (LOSSY.get(name) or REFUSED[name])[0]
    assert read(tmp_path / "capture", data) == read_by_the_parser(tmp_path / "capture", data, monkeypatch)


@pytest.mark.parametrize("size", [1, 7, 64, 1000])
def test_it_matters_nothing_where_a_chunk_ends(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = json.dumps(log(*[entry(T, request__url=f"{T}?n={n}") for n in range(30)], None), indent=1).encode()
    whole = read(tmp_path / "capture", data)
    monkeypatch.setattr("auditor.loading.captures.opened.CHUNK", size)
    assert read(tmp_path / "capture", data) == whole


def test_all_entries_but_the_last_are_decoded_together() -> None:
    assert together(har(*[entry(T)] * 20)) == 19


@pytest.mark.parametrize(
    "odd",
    [
        {"_a": "{"}, {"_a": '},{"startedDateTime"'}, {"_a": [{"startedDateTime": 1}, {"startedDateTime": 2}]},
        {"startedDateTime": ...}, {"response": ...},
    ],
)  # fmt: skip
def test_entries_that_begin_otherwise_are_decoded_together_with_others(odd: dict[str, Any]) -> None:
    data = har(entry(T), entry(T, **odd), entry(T), entry(T))
    assert together(data) == 3


@pytest.mark.parametrize("depth", [90, 200])
def test_what_is_nested_too_deep_is_left_to_the_parser(depth: int) -> None:
    deep = b"[" * depth + b"]" * depth
    data = har(entry(T), entry(T, _a=0), entry(T), entry(T)).replace(b'"_a": 0', b'"_a": ' + deep)
    assert together(data) == (3 if depth == 90 else 0)


@pytest.mark.parametrize(
    "text", [b'["[[[["]', rb'["\"[[[[\\\"[[[["]', b'[[["\\\\"]], [], [[]]]', b'[{"a": {}}]']
)
def test_only_what_is_outside_strings_is_deep(text: bytes) -> None:
    assert not is_deep(bytearray(text), len(text), 3)


def test_depth_is_that_of_the_deepest() -> None:
    text = bytearray(b'[[],{"a":[{}]},[]]')
    assert [is_deep(text, len(text), most) for most in (2, 3, 4)] == [True, True, False]


def test_many_parts_are_left_to_the_parser() -> None:
    text = b'{"a":[' + b"[]," * 100 + b"1]},"
    runs = Runs(dict, text * 3, iter(()), Most(10**6, 150, 50))
    assert list(runs.taken()) == []
    assert runs.left == text * 3


def test_a_script_of_many_marks_is_one_string(tmp_path: Path) -> None:
    body = "function a(b,c){return{d:[b,c],e:b+c}}" * 200_000
    data = har(entry(), entry(T, response__content={"size": len(body), "text": body}), entry(T))
    (capture,) = read(tmp_path / "capture", data)
    assert (capture.requests, capture.cut) == (3, None)


@pytest.mark.parametrize("number", [b"1" * 5000, b"-" + b"9" * 100_000, b"1e" + b"9" * 40])
@pytest.mark.parametrize("parsed", [False, True])
def test_a_number_that_no_program_reads_cuts_a_capture(
    number: bytes,
    parsed: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = har(*[entry(T)] * 200, entry(T, time=7), entry(T)).replace(b'"time": 7', b'"time": ' + number)
    if parsed:
        monkeypatch.setattr(Runs, "taken", lambda _: iter(()))
    (capture,) = read(tmp_path / "capture", data)
    assert capture.requests == 202 if b"e" in number and not parsed else capture.cut == 200


def test_many_digits_in_a_string_are_read(tmp_path: Path) -> None:
    digits = '\\"' + "7" * 5000
    (capture,) = read(
        tmp_path / "capture", har(entry(T), entry(T, response__content={"text": digits}), entry(T))
    )
    assert (capture.requests, capture.cut) == (3, None)


def test_the_slow_parser_reads_what_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamed, "BACKENDS", ("none", "python"))
    (capture,) = read(tmp_path / "capture", har(*[entry(T)] * 5, None))
    assert (capture.requests, capture.slow) == (5, True)


@pytest.mark.parametrize("indent", [1, 2, "\t"])
def test_entries_on_lines_are_told_by_how_they_are_indented(indent: int | str) -> None:
    odd = dict(reversed(entry(T).items()))
    data = json.dumps(log(*[entry(T), odd] * 10), indent=indent).encode()
    assert together(data) == 19
    assert together(data.replace(b"\n", b"\r\n")) == 19

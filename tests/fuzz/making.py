"""Strategies that make what strangers could write: trees with values swapped, bytes with pieces put in, archives repacked."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from typing import Any, Final

from hypothesis import strategies as st

#: Values that stand where others were.
ODD: Final[list[Any]] = [
    *("unknown", "none", "not-produced", "", "true", "no such", "2024-02-30", "1e999", "-1", "9" * 40),
    *("\u202e", "\u2028", "\x1b[31m", "a\nb", "::error::x", "##[x]", "'", "=1", "../../etc", "e\u0301"),
    *([], {}, ["unknown"], ["none", "unknown"], [[]], [{}]),
    *({"value": "unknown"}, {"value": "none", "known": "assumed"}, {"": ""}, {"fr": "a"}),
]
#: Names that keys are given.
NAMES: Final = ("unknown", "none", "a b", "::x", "\u200b", "case", "value", "known", "auditor")
#: Pieces that begin, end or break what is read.
PIECES: Final = (
    *(b"auditor: 1\n", b"case: ", b"{", b"}", b"[", b"]", b"- ", b": ", b",", b"\n", b"\n  ", b"\t", b"\r"),
    *(
        b"&a ",
        b"*a",
        b"!!python/name:os.system ",
        b"!x ",
        b"| \n",
        b"> \n",
        b"? ",
        b"<<: ",
        b"---\n",
        b"...\n",
    ),
    *(
        b"%YAML 1.1\n",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\x00",
        b'"',
        b"'",
        b"#",
        b"\\e",
        b"\xc2\x85",
        b"\xe2\x80\xa8",
    ),
)
JSON_PIECES: Final = (
    b'{"a":',
    b"[",
    b"]",
    b"}",
    b",",
    b'"tool"',
    b"\xff",
    b"1",
    b"null",
    b'"\\ud800"',
    b"1e400",
)

Way = tuple[Any, ...]


def places(value: Any, path: Way = ()) -> list[Way]:
    """Give every way that leads to a value inside another."""
    found = [path] if path else []
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in inside:
        found += places(part, (*path, step))
    return found


def at(tree: Any, way: Way) -> Any:
    """Give what a way leads to."""
    for step in way:
        tree = tree[step]
    return tree


def _odd(draw: st.DrawFn, old: Any) -> Any:
    """Give a value that is odd where `old` is: of the same type where that is no text, as another is refused at once."""
    if isinstance(old, bool):
        return not old
    if isinstance(old, int):
        return draw(st.sampled_from([0, -1, 1, 2**31, 2**63]))
    return copy.deepcopy(draw(st.sampled_from(ODD)))


def _once(draw: st.DrawFn, tree: Any) -> None:
    """Change one value of a tree: replaced, removed, repeated, called otherwise, or taken from a place of the same key."""
    ways = places(tree)
    if not ways:
        return
    way = draw(st.sampled_from(ways))
    parent, last = at(tree, way[:-1]), way[-1]
    kind = draw(st.sampled_from(["replace", "remove", "take", "alike", "alike", "rename", "repeat"]))
    if kind == "remove":
        del parent[last]
    elif kind == "rename" and isinstance(parent, dict):
        parent[draw(st.sampled_from(NAMES))] = parent.pop(last)
    elif kind == "repeat" and isinstance(parent, list):
        parent.append(copy.deepcopy(parent[last]))
    elif kind in ("take", "alike"):
        alike = [other for other in ways if other[-1] == last] if kind == "alike" else ways
        parent[last] = copy.deepcopy(at(tree, draw(st.sampled_from(alike))))
    else:
        parent[last] = _odd(draw, parent[last])


@st.composite
def changed(draw: st.DrawFn, trees: Sequence[Any]) -> Any:
    """Give one of `trees` with up to four of its values changed."""
    tree = copy.deepcopy(draw(st.sampled_from(trees)))
    for _ in range(draw(st.sampled_from([1, 1, 2, 4]))):
        _once(draw, tree)
    return tree


def mostly(value: Any, otherwise: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Give `value` three times of four."""
    return st.sampled_from([True, True, True, False]).flatmap(
        lambda kept: st.just(value) if kept else otherwise
    )


@st.composite
def torn(draw: st.DrawFn, texts: Sequence[bytes], pieces: Sequence[bytes]) -> bytes:
    """Give one of `texts` with up to six cuts, each with bytes removed, put in, or copied from elsewhere in it."""
    data = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 6))):
        begin = draw(st.integers(0, len(data)))
        end = min(len(data), begin + draw(st.sampled_from([0, 0, 1, 2, 8, 64, 1024])))
        kind = draw(st.sampled_from(["piece", "piece", "bytes", "copy", "nothing"]))
        put = b""
        if kind == "piece":
            put = draw(st.sampled_from(pieces)) * draw(st.sampled_from([1, 1, 1, 2, 300]))
        elif kind == "bytes":
            put = draw(st.binary(max_size=4))
        elif kind == "copy":
            start = draw(st.integers(0, len(data)))
            put = data[start : start + draw(st.sampled_from([1, 16, 200]))]
        data = data[:begin] + put + data[end:]
    return data


@st.composite
def pieced(draw: st.DrawFn, pieces: Sequence[bytes]) -> bytes:
    """Give bytes made of pieces and a few others."""
    return b"".join(draw(st.lists(st.sampled_from(pieces) | st.binary(max_size=6), max_size=24)))


@st.composite
def repacked(draw: st.DrawFn, files: dict[str, bytes]) -> tuple[dict[str, bytes], bool]:
    """Give the files of a bag with up to three of them changed, removed or added, and whether its manifests are made anew."""
    made = dict(files)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(sorted(made)))
        kind = draw(st.sampled_from(["remove", "add", "tear", "tree", "tree"]))
        if kind == "remove":
            del made[path]
        elif kind == "add":
            name = draw(
                st.sampled_from(["data/more", "more", "data/../x", "/x", "data/a\nb", "DATA/rerun.json"])
            )
            made[name] = draw(st.binary(max_size=8))
        elif kind == "tree" and path.endswith(".json"):
            try:
                made[path] = json.dumps(draw(changed([json.loads(made[path])]))).encode()
            except ValueError:
                made[path] = b"{}"
        else:
            made[path] = draw(torn([made[path]], PIECES))
        if not made:
            break
    return made, draw(st.booleans())
